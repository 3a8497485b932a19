"""Relations: which word carries a figure, from before it, from behind it or from within."""

from __future__ import annotations

import pytest

from claimtrack.measures import Measure, Reads
from claimtrack.words.stating.clauses import Clauses
from claimtrack.words.stating.relations import relation_of, relation_places
from claimtrack.words.stating.spotting import MeasureWords, stands
from claimtrack.words.stating.wordforms import slots


def carried(sentence: str, which: int) -> str | None:
    """The word of "hold" that carries a figure of *sentence*, and from where; no "sink" does."""
    clauses = Clauses(sentence, 0, len(sentence))
    own = stands([slots("hold")], clauses.words, clauses.signs)
    every = sorted({*own, *stands([slots("sink")], clauses.words, clauses.signs)})
    one = relation_of(clauses, clauses.figures[which], own, every)
    return one and f"{one.side} {' '.join(clauses.words[one.start : one.end])}"


@pytest.mark.parametrize(
    ("sentence", "which", "expected"),
    [
        # the object of the relation
        ("Norda holds 400 ships.", 0, "before holds"),
        ("Norda holds about 400 ships.", 0, "before holds"),
        ("Norda's hold over 400 ships is firm.", 0, "before hold"),
        ("Norda's hold of the 400 ships is firm.", 0, "before hold"),
        ("Norda has a hold of 400 ships.", 0, "before hold"),
        ("Norda holds likely 400 boats.", 0, "before holds"),
        ("Norda holds an old 400 ships.", 0, "before holds"),
        ("Norda holds some around 400 ships.", 0, "before holds"),
        ("Held: 400 ships.", 0, "before held"),
        ("Norda holds the fleet, the port and 400 ships.", 0, "before holds"),
        ("Norda holds the fleet, the port, 400 ships.", 0, "before holds"),
        ("Norda holds ships, coal and, to some, 400 boats.", 0, "before holds"),
        # not where another verb governs it
        ("Norda holds the seized 400 ships.", 0, None),
        ("Norda holds rumoured 400 boats.", 0, None),
        ("Norda holds seized now 400 boats.", 0, None),
        ("Norda holds seized quickly 400 boats.", 0, None),
        ("Norda holds seized the 400 boats.", 0, None),
        ("Norda holds seized an 400 boats.", 0, None),
        ("Norda holds seized a 400 boats.", 0, None),
        ("Norda holds and sells 400 ships.", 0, None),
        ("Norda holds the fleet and retook 400 ships.", 0, None),
        ("Norda holds the fleet and then spoke to 400 ships.", 0, None),
        ("Norda holds the fleet and later spoke to 400 ships.", 0, None),
        ("Norda holds the fleet and also spoke to 400 ships.", 0, None),
        ("Norda holds the fleet and afterwards spoke to 400 ships.", 0, None),
        ("Norda holds the fleet and selling 400 ships.", 0, None),
        ("Norda holds the fleet or selling 400 ships.", 0, None),
        ("Norda holds the fleet, selling 400 ships.", 0, None),
        ("Norda holds the fleet, seizing the port and 400 ships.", 0, None),
        ("Norda holds the fleet or seizing coal, 400 ships.", 0, None),
        ("Norda holds the fleet and seizing coal, 400 ships.", 0, None),
        ("Held and sunk 400 ships.", 0, None),
        ("Sunk and held 400 ships.", 0, "before held"),
        ("Norda holds ships, and 400 boats have sailed.", 0, None),
        ("Norda holds ships, and 400 boats were quickly sold.", 0, None),
        # in an apposition, not in another clause
        ("Norda holds (all told) 400 ships.", 0, "before holds"),
        ("Norda holds a fleet (400 ships).", 0, "before holds"),
        ("Norda holds a fleet (about 400 ships.", 0, "before holds"),
        ("Norda holds a fleet (of 400 ships).", 0, None),
        ("Norda holds a fleet (and 400 ships).", 0, None),
        ("Norda holds a fleet – amounting to 400 ships.", 0, "before holds"),
        ("Norda holds a fleet – equivalent to only 400 ships.", 0, "before holds"),
        ("Norda holds a fleet – 400 ships.", 0, "before holds"),
        ("Norda holds a fleet – or equivalent to 400 ships.", 0, "before holds"),
        ("Norda holds a fleet – or only equivalent to 400 ships.", 0, None),
        ("Norda holds the fleet, seizing it (400 ships).", 0, None),
        ("Norda holds a fleet – Suda has 400 ships.", 0, None),
        ("Norda holds a fleet – or, for one, about 400 ships.", 0, None),
        ("Norda holds a fleet which totals 400 ships.", 0, "before holds"),
        ("Norda holds a fleet that quickly reached 400 ships.", 0, "before holds"),
        ("Norda holds a fleet who quickly reached 400 ships.", 0, "before holds"),
        ("Norda holds a fleet which sails with 400 ships.", 0, None),
        ("Norda holds a fleet while 400 ships sail.", 0, None),
        # nor too far
        ("Norda holds of all the ships of the old and rich and now so good firm 400 ships.",
         0, "before holds"),
        # the subject of the relation
        ("Some 400 ships are held by Norda.", 0, "behind held"),
        ("Some 400 ships held by Norda sail.", 0, "behind held"),
        ("Some 400 boats remain held.", 0, "behind held"),
        ("Some 400 boats there now fell held.", 0, "behind held"),
        ("Some 20% of the land now is quite likely still firmly held.", 0, "behind held"),
        ("Some 20% of the land good old rich firms hold.", 0, "behind hold"),
        ("At 400 ships, its hold is firm.", 0, "behind hold"),
        ("For 400 ships, its hold is firm.", 0, None),
        ("Some 400 ships of which Norda holds.", 0, "behind holds"),
        ("Norda's fleet, 20% of which is held by Suda.", 0, "behind held"),
        ("Norda's fleet, 20% of it held by Suda.", 0, "behind held"),
        ("Norda's fleet, 20% of them held by Suda.", 0, "behind held"),
        # not where the relation only tells which, and something else follows
        ("Some 400 ships held by Norda are red.", 0, None),
        ("The 400 ships held by Norda are red.", 0, "behind held"),
        ("These 400 ships held by Norda are red.", 0, "behind held"),
        ("Some 400 ships held by the old and rich firm are red.", 0, "behind held"),
        ("Some 400 ships held by the rich firm are red.", 0, None),
        ("Some 400 ships held by Norda, which are red.", 0, "behind held"),
        ("Some 400 ships held by Norda, are red.", 0, "behind held"),
        ("Some 400 ships held in Norda are red.", 0, "behind held"),
        # nor where something parts them
        ("Some 400 ships, held and sold, sail.", 0, None),
        ("Some 400 ships, held.", 0, "behind held"),
        ("Some 400 ships, held, sail.", 0, "behind held"),
        ("Some 400 ships, held (by Norda).", 0, None),
        ("Some 400 ships, held for sale.", 0, None),
        ("They (some 400 ships, held) sail.", 0, "behind held"),
        ("Some 400 ships, held", 0, "behind held"),
        ("Some 400 ships, are held.", 0, None),
        ("And 400 ships, are held.", 0, "behind held"),
        ("Some 20% of the land is theirs and held.", 0, None),
        ("Some 20% of the land but held.", 0, None),
        ("Some 400 boats in the old port of the rich firm held.", 0, None),
        # asides apart
        ("Some 400 ships, including the Ann, are held.", 0, "behind held"),
        ("Some 400 ships, mostly old, are held.", 0, "behind held"),
        ("Some 400 ships, such as these, are held.", 0, "behind held"),
        ("Some 400 ships, the whole of the old fleet, are held.", 0, "behind held"),
        ("Some 400 ships (old and not so old ones) are held.", 0, "behind held"),
        ("Some 400 ships (old ones are held.", 0, None),
        ("Some 400 ships (old ones) but held.", 0, None),
        ("Some 400 ships (old ones) held.", 0, "behind held"),
        ("Some 400 ships – all of the rest of it – are held.", 0, "behind held"),
        ("Some 400 ships — all of the rest of it — are held.", 0, "behind held"),
        ("Some 400 ships - all of the rest of it - are held.", 0, "behind held"),
        ("Some 400 ships, or a fifth of the fleet, are held.", 1, "behind held"),
        # a relative clause tells of the figure, or of what it is a part of
        ("The 20% of the land that Norda holds.", 0, "behind holds"),
        ("The 20% of the land which Norda holds.", 0, "behind holds"),
        ("The 20% of the land that the very old firm of Norda holds.", 0, None),
        ("Norda sold 20% of the land that it holds.", 0, None),
        ("Norda resold 20% of the land they held.", 0, None),
        ("Norda resold 20% of the land he held.", 0, None),
        ("Norda resold 20% of the land she held.", 0, None),
        ("Norda resold 20% of the land we held.", 0, None),
        ("Norda lost 20% of the land it held.", 0, None),
        ("From 400 boats which they hold.", 0, None),
        ("Norda sees 400 boats that they hold.", 0, "behind hold"),
        ("Norda believed 400 boats that they hold.", 0, "behind hold"),
        ("Quickly 400 boats that they hold.", 0, "behind hold"),
        # figures that are told of together
        ("A third of Norden and all of Sylvania are held.", 0, "behind held"),
        ("A third of Norden, a fifth of Sylvania are held.", 0, "behind held"),
        ("A third of Norden and 400 ships are held.", 0, None),
        ("A third of Norden, a fifth of which is held.", 0, None),
        ("A third of Norden, and a fifth of Sylvania, is held.", 1, "behind held"),
        # in what is counted
        ("Some 20% of the hold is ice.", 0, "within hold"),
        ("Norda sold 20% of the ship hold.", 0, "within hold"),
        # another measure's nearer
        ("Losses of 400 sunk ships held by Norda.", 0, None),
        ("Norda holds ships, and sank 400 boats.", 0, None),
        ("Some 400 boats sank and are held.", 0, None),
        ("Norda sank the fleet and holds 400 ships.", 0, "before holds"),
    ],
)  # fmt: skip
def test_a_relation_carries_its_figure(sentence: str, which: int, expected: str | None) -> None:
    assert carried(sentence, which) == expected


def test_a_relation_stands_no_further_away_than_it_reaches() -> None:
    for between, expected in ((24, "before holds"), (25, None)):
        assert carried(f"Norda holds{' so' * between} 400 ships.", 0) == expected
    for between, expected in ((9, "behind held"), (10, None)):
        assert carried(f"Some 400 ships,{' likely' * between} held.", 0) is None
        assert carried(f"Some 400 ships{' likely' * between} held.", 0) == expected
    assert carried("Some 400 ships so so so so quickly held.", 0) == "behind held"
    for between, expected in ((4, "behind held"), (5, None)):
        assert carried(f"Some 400 ships{' so' * between} likely held.", 0) == expected


def measure(*says: str, subject: tuple[str, ...] = (), never: tuple[str, ...] = ()) -> MeasureWords:
    reads = Reads(subject=subject, says=says, never=never)
    return MeasureWords(Measure("m", "How many?", "quantity", unit="count", reads=reads))


def standing(sentence: str, *known: MeasureWords) -> list[list[str]]:
    """The words of each measure's relation that stand in *sentence* for it."""
    clauses = Clauses(sentence, 0, len(sentence))
    places = relation_places(clauses, known)
    return [
        [" ".join(clauses.words[slice(*one)]) for one in places[at]] for at in range(len(known))
    ]


@pytest.mark.parametrize(
    ("sentence", "known", "expected"),
    [
        ("They took and held it.", (measure("take", "hold"),), [["took", "held"]]),
        # the longer words of two measures are meant
        ("Some were killed or wounded.", (measure("killed"), measure("killed or wounded")),
         [[], ["killed or wounded"]]),
        ("Some were killed.", (measure("killed"), measure("killed or wounded")), [["killed"], []]),
        ("Some were killed.", (measure("killed"), measure("killed")), [["killed"], ["killed"]]),
        ("Some were killed or wounded.", (measure("wounded"), measure("killed or wounded")),
         [[], ["killed or wounded"]]),
        # but for those of a measure that is not named, where the other is
        ("Norda had some killed or wounded.",
         (measure("killed", subject=("Norda",)), measure("killed or wounded", subject=("Suda",))),
         [["killed"], ["killed or wounded"]]),
        ("They had some killed or wounded.",
         (measure("killed", subject=("Norda",)), measure("killed or wounded", subject=("Suda",))),
         [[], ["killed or wounded"]]),
        ("They had some killed or wounded.",
         (measure("killed"), measure("killed or wounded", subject=("Suda",))),
         [["killed"], ["killed or wounded"]]),
        # what rules the measure out is none of its words
        ("Some were killed in action.", (measure("killed", never=("killed in action",)),), [[]]),
        ("Some were killed.", (measure("killed", never=("killed",)),), [["killed"]]),
        # the end of a compound is none
        ("Norda saw risk-taking.", (measure("take"),), [[]]),
        ("Risk-taking firms.", (measure("take"),), [[]]),
        ("Norda saw - taking it.", (measure("take"),), [["taking"]]),
        ("Norda saw risk -taking.", (measure("take"),), [["taking"]]),
        ("Norda saw risk- taking.", (measure("take"),), [["taking"]]),
        ("Norda-held land.", (measure("hold"),), [["held"]]),
        ("Taking-off.", (measure("take"),), [["taking"]]),
    ],
)  # fmt: skip
def test_a_relation_stands_where_its_words_mean_it(
    sentence: str, known: tuple[MeasureWords, ...], expected: list[list[str]]
) -> None:
    assert standing(sentence, *known) == expected
