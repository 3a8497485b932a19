"""Holders: whose a figure is: the measure's own, the other's, or a stranger's."""

from __future__ import annotations

import pytest
from carrying import asked, carried, clauses_of

from claimtrack.measures import Reads
from claimtrack.words.stating.holders import check_actor
from claimtrack.words.stating.spotting import MeasureWords
from claimtrack.words.stating.subjects import Left, check_thing

LAND = asked(
    "share",
    Reads(
        subject=("Sylvania",), of=("land", "territory"), by=("Norda", "Nordan"),
        other=("Suda", "Sudan"), says=("hold", "lose", "in Nordan hands", "in Sudan hands"),
    ),
)  # fmt: skip
AREA = asked("km2", LAND.reads)
DEAD = asked(
    "persons",
    Reads(
        subject=("Norda", "Nordan"), of=("soldiers",), other=("Suda", "Sudan"),
        says=("killed", "losses", "have"),
    ),
)  # fmt: skip
VOTES = asked("share", Reads(subject=("Greens",), of=("vote",), says=("win", "hold")))
PRICES = asked("ratio", Reads(subject=("inflation",), says=("stand at",)))
NOBODY = asked("share", Reads(of=("land",), says=("hold",)))

OWN, REST = "own", "the rest"
OTHER = "it is the other side's"
SEVERAL = "it is of several together"
NOT_NAMED = "nobody is named that it could be said of"


def told(sentence: str, words: MeasureWords, which: int = 0, before: tuple[str, ...] = ()) -> str:
    """Whose a figure of *sentence* is; or why it is not told of the measure."""
    one = carried(sentence, words, which)
    earlier = [clauses_of(sentence) for sentence in before]
    try:
        named = check_thing(one.clauses, one.figure, words)
        is_rest = check_actor(
            one.clauses, earlier, words, one.names, one.figure, one.relation, named
        )
    except Left as left:
        return str(left)
    return REST if is_rest else OWN


@pytest.mark.parametrize(
    ("sentence", "which", "expected"),
    [
        ("Norda holds 20% of the land.", 0, OWN),
        ("Suda holds 20% of the land.", 0, REST),
        ("Tuda holds 20% of the land.", 0, "it is said of Tuda"),
        ("Norda and Tuda hold 20% of the land.", 0, "it is said of Tuda"),
        ("Tuda and Norda hold 20% of the land.", 0, SEVERAL),
        ("Norda and its allies hold 20% of the land.", 0, SEVERAL),
        # what is lost is the other's gain
        ("Suda lost 20% of the land.", 0, OWN),
        ("Norda lost 20% of the land.", 0, "it is what they have lost themselves"),
        # who stands in or beside the relation behind the figure
        ("Some 20% of the land is held.", 0, OWN),
        ("Some 20% of the land is held by Norda.", 0, OWN),
        ("Some 20% of the land is held by Suda.", 0, REST),
        ("Some 20% of the land is held by the good Suda.", 0, REST),
        ("Some 20% of the land is held by the good, old Suda.", 0, REST),
        ("Some 20% of the land is held by the very good, old Suda.", 0, OWN),
        ("Some 20% of the land is held near Suda.", 0, OWN),
        ("Some 20% of the land is held while Norda sleeps.", 0, OWN),
        ("Some 20% of the land is in Nordan hands.", 0, OWN),
        ("Some 20% of the land is in Sudan hands.", 0, REST),
        # in a relative clause
        ("They want the 20% of the land that Suda holds.", 0, REST),
        ("They want the 20% of the land that Norda holds.", 0, OWN),
        ("They want the 20% of the land that Tuda holds.", 0, "it is said of Tuda"),
        ("Norda wants the 20% of the land which Suda still holds.", 0, REST),
        # the verb left out
        ("Norda holds 20% of the land, the Suda 30%.", 1, REST),
        ("Suda holds 20% of the land and Norda 30%.", 1, OWN),
        ("Suda holds 20% of the land, while the Norda 30%.", 1, OWN),
        ("Suda holds 20% of the land; Norda 30%.", 1, OWN),
        ("Suda holds 20% of the land but Norda 30%.", 1, OWN),
        ("Suda holds 20% of the grain, Norda 30%.", 1, "it is of something else (“grain”)"),
        ("Norda holds 20% of the land, Tuda 30%.", 1, "it is said of Tuda"),
        ("Norda holds 20% of the land, grain 30%.", 1, "it is said of grain"),
        ("Norda holds 20% of the land, quickly 30%.", 1, OWN),
        ("Norda holds 20% of the land, territory 30%.", 1, OWN),
        ("Norda holds 20 ships, grain 30%.", 1, OWN),
        ("Norda holds it ahead of Tuda with 20%.", 0, "it is said of Tuda"),
        ("Norda holds it ahead of Tuda on 20%.", 0, "it is said of Tuda"),
        ("Norda holds it ahead of Tuda at 20%.", 0, "it is said of Tuda"),
        ("Norda holds it ahead of Tuda by 20%.", 0, OWN),
        # whose the land is
        ("The held territory makes up 20% of Sylvania.", 0, OWN),
        ("The held grain makes up 20% of Sylvania.", 0, NOT_NAMED),
        ("Holding land makes up 20% of Sylvania.", 0, NOT_NAMED),
        # a clause that leaves its subject to the next
        ("With holding 20% of the land, Norda slept.", 0, OWN),
        ("While holding 20% of the land, Suda slept.", 0, REST),
        ("While holding 20% of the land, Tuda slept.", 0, "it is said of Tuda"),
    ],
)
def test_a_share_is_of_who_has_it_or_of_the_rest(sentence: str, which: int, expected: str) -> None:
    assert told(sentence, LAND, which) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norda holds 20 km2 of the land.", OWN),
        ("Suda holds 20 km2 of the land.", OTHER),
        ("Some 20 km2 of the land is held by Suda.", OTHER),
    ],
)
def test_what_is_no_share_has_no_rest(sentence: str, expected: str) -> None:
    assert told(sentence, AREA) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Some 20 Nordan soldiers were killed.", OWN),
        ("Some 20 Nordan and Tudan soldiers were killed.", SEVERAL),
        ("Norda has losses of 20 soldiers.", OWN),
        ("Suda has losses of 20 soldiers.", OTHER),
        ("Norda and Suda have losses of 20 soldiers.", OTHER),
        ("Suda and Norda have losses of 20 soldiers.", SEVERAL),
        ("Some 20 soldiers were killed.", NOT_NAMED),
        ("Norda has 20 soldiers killed.", OWN),
        # who kills has not lost them
        ("Norda killed 20 soldiers.", "it is what somebody has killed"),
        ("Norda has killed 20 soldiers.", "it is what somebody has killed"),
        ("Norda was killed 20 soldiers.", OWN),
        ("Norda puts the killed at 20 soldiers.", OWN),
        ("Norda said the number killed reached 20 soldiers.", OWN),
    ],
)
def test_a_count_is_of_those_to_whom_it_was_done(sentence: str, expected: str) -> None:
    assert told(sentence, DEAD) == expected


def test_who_writes_both_voices_means_both() -> None:
    both = asked("persons", Reads(subject=("Norda",), of=("soldiers",), says=("kill", "killed")))
    assert told("Norda killed 20 soldiers.", both) == OWN


@pytest.mark.parametrize(
    ("sentence", "before", "expected"),
    [
        ("They hold 20% of the land.", ("Norda slept.",), OWN),
        ("They hold 20% of the land.", ("Suda slept.",), REST),
        ("They hold 20% of the land.", ("Old Tuda slept.",), "it is said of They"),
        ("They hold 20% of the land.", ("Norda slept.", "It rained."), OWN),
        ("They hold 20% of the land.", ("Norda slept.", "It rained.", "It poured."), NOT_NAMED),
        ("They hold 20% of the land.", ("Suda slept.", "Norda slept."), OWN),
        ("They hold 20% of the land.", ("Norda and Tuda slept.",), "it is said of They"),
        ("They hold 20% of the land.", ("Norda slept, but the Tuda woke.",), "it is said of They"),
        ("They hold 20% of the land.", ("Norda slept while it rained.",), OWN),
        ("They hold 20% of Sylvania.", (), OWN),
        ("They hold 20% of the land.", (), NOT_NAMED),
        ("Norda slept, and they hold 20% of the land.", ("Suda slept.",), OWN),
        ("Suda said that they hold 20% of the land.", (), REST),
    ],
)
def test_a_pronoun_stands_for_who_was_named_before(
    sentence: str, before: tuple[str, ...], expected: str
) -> None:
    assert told(sentence, LAND, before=before) == expected


def test_a_pronoun_stands_for_the_subject_where_nobody_else_has_it() -> None:
    assert told("They win 20% of the vote.", VOTES, before=("The Greens slept.",)) == OWN
    assert told("They win 20% of the vote.", VOTES, before=("Old Reds slept.",)) == (
        "it is said of They"
    )


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("They hold 20% of the land.", NOBODY, OWN),
        ("Tuda holds 20% of the land.", NOBODY, OWN),
        ("Inflation stands at 4%.", PRICES, OWN),
        ("In a poll of Greens some win 20% of the vote.", VOTES,
         "it is said of In a poll of Greens some"),
        ("Some win 20% of the vote, like Greens.", VOTES,
         "what it is said of is only named behind it"),
        ("Some 20% of the vote was held by Greens.", VOTES, OWN),
        ("Reds win 20% of the vote.", VOTES, "it is said of Reds"),
        ("Reds and Greens win 20% of the vote.", VOTES, SEVERAL),
    ],
)  # fmt: skip
def test_of_what_is_nobodys_the_subject_itself_acts(
    sentence: str, words: MeasureWords, expected: str
) -> None:
    assert told(sentence, words) == expected
