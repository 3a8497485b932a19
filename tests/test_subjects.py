"""Subjects: what a figure is of, and who acts on it."""

from __future__ import annotations

import pytest

from claimtrack.measures import Measure, Reads
from claimtrack.words.stating.clauses import Clauses
from claimtrack.words.stating.relations import relation_of
from claimtrack.words.stating.spotting import MeasureWords, stands
from claimtrack.words.stating.subjects import (
    Left,
    actor,
    check_thing,
    is_alien,
    is_anothers,
    is_coordinated,
    is_named_nearby,
    is_with_others,
    names_in,
    told_at,
)


def measure(unit: str) -> MeasureWords:
    reads = Reads(
        subject=("Sylvania", "Sylvanian"), of=("land", "ships"), by=("Norda", "Nordan"),
        other=("Suda", "Sudan"), says=("hold", "in Nordan hands"), needs=("Oslo",),
    )  # fmt: skip
    asks = "What of Sylvania does Norda hold, in Zambia?"
    return MeasureWords(Measure("m", asks, "quantity", unit=unit, reads=reads))


SHARE, COUNT = measure("share"), measure("count")


def clauses_of(sentence: str) -> Clauses:
    return Clauses(sentence, 0, len(sentence))


def thing(sentence: str, which: int, words: MeasureWords) -> bool | str:
    """Whether what a figure is of names the subject, or what else it is of."""
    clauses = clauses_of(sentence)
    try:
        return check_thing(clauses, clauses.figures[which], words)
    except Left as left:
        return str(left).removeprefix("it is of ")


@pytest.mark.parametrize(
    ("sentence", "which", "expected"),
    [
        # named itself, or by a word of what it is of
        ("Norda holds 20% of Sylvania.", 0, True),
        ("Norda holds 20% of the land.", 0, False),
        ("Norda holds 20% of the entire Sylvanian land.", 0, True),
        ("Norda holds 20% of Sylvania's land.", 0, True),
        ("Norda holds 20% of Sylvania's two million acres of land.", 0, True),
        ("Norda holds 20% of it.", 0, False),
        ("Norda holds 20%.", 0, False),
        ("Norda holds 20% of Zambia's land.", 0, False),
        ("Norda holds 20% of 5,000 ships.", 0, False),
        # of something else
        ("Norda holds 20% of Sylvania's grain.", 0, "something else (“grain”)"),
        ("Norda holds 20% of the Tudan land.", 0, "something else (“Tudan”)"),
        ("Norda holds 20% of Sylvanians.", 0, "something else (“Sylvanians”)"),
        ("Norda holds 20% of Suda.", 0, "something else (“Suda”)"),
        # where it is
        ("Norda holds 20% of the land in Sylvania.", 0, True),
        ("Norda holds 20% of the land in the whole Tuda.", 0, "something else (“Tuda”)"),
        ("Norda holds 20% of the land in Suda.", 0, "something else (“Suda”)"),
        ("Norda holds 20% of the land across Old Tuda.", 0, "something else (“Old Tuda”)"),
        ("Norda holds 20% of the land in May.", 0, False),
        ("Norda holds 20% of the land in Zambia.", 0, False),
        ("Norda holds 20% of the land from Oslo.", 0, False),
        ("Norda holds 20% of the land in", 0, False),
        # a share, a stake
        ("Norda holds a 20% share of the market.", 0, "something else (“market”)"),
        ("Norda holds a 20% share in the market.", 0, "something else (“market”)"),
        ("Norda holds a 20% stake in Sylvania.", 0, True),
        ("Norda holds a 20% stake in seized Sylvania.", 0, False),
        ("Norda holds a 20% stake in ships and boats.", 0, False),
        ("Norda holds a 20% stake by Sylvania.", 0, False),
        ("Norda holds a 20% stake", 0, False),
        ("Norda holds 400 acres, or 20%, of the grain.", 1, "something else (“grain”)"),
        ("Norda holds 400 acres, or 20%, of Sylvania.", 1, True),
        # several together
        ("Norda holds 20% of Sylvania and Tuda.", 0, "something else (“Tuda”)"),
        ("Norda holds 20% of Sylvania and the land of it.", 0, True),
        ("Norda holds 20% of Sylvania, Tuda and Zuda.", 0, "several together"),
        ("Norda holds 20% of Sylvania, Tuda, and Zuda.", 0, "several together"),
        ("Norda holds 20% of Sylvania, Tuda or so and Zuda.", 0, True),
        ("Norda holds 20% of Sylvania, Tuda has it and Zuda not.", 0, True),
        ("Norda holds 20% of Sylvania, Tuda and more.", 0, True),
        ("Norda holds 20% of Sylvania and Tuda has 5%.", 0, True),
        ("Norda holds 20% of Sylvania and Tuda now still has it.", 0, True),
        ("Norda holds 20% of Sylvania and Tuda 5%.", 0, True),
        ("Norda holds 20% of Sylvania and is rich.", 0, True),
    ],
)
def test_a_share_is_of_the_subject_or_of_something_else(
    sentence: str, which: int, expected: bool | str
) -> None:
    assert thing(sentence, which, SHARE) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norda holds 400 ships.", False),
        ("Norda holds 400 boats.", "something else (“boats”)"),
        ("Norda holds 400 Sylvanian ships.", True),
        ("Norda holds 400 Nordan ships.", False),
        ("Norda holds 400 ships in Suda.", False),
        ("Norda holds 400 Tudan ships.", "something else (“Tudan”)"),
        ("Norda holds 400 ships in Tuda.", "something else (“Tuda”)"),
        ("Norda holds 400 Sylvanian ships and land.", True),
        ("Norda holds 400 ships, Tuda and Zuda.", False),
    ],
)
def test_a_count_is_of_the_measures_words(sentence: str, expected: bool | str) -> None:
    assert thing(sentence, 0, COUNT) == expected


def test_the_words_of_the_relation_are_nothing_that_is_counted() -> None:
    assert thing("Of it, 400 ships in Nordan hands sank.", 0, COUNT) is False


def acting(sentence: str, *, is_antecedent: bool = False) -> str:
    clauses = clauses_of(sentence)
    own = stands(SHARE.says, clauses.words, clauses.signs)
    figure = clauses.figures[0]
    relation = relation_of(clauses, figure, own, own)
    names = names_in(clauses, SHARE)
    who, at = actor(clauses, names, figure, relation, is_antecedent=is_antecedent)
    return who if at < 0 else f"{who} {clauses.tokens[at].text}"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the measure's own, the other, a stranger
        ("Norda holds 20% of it.", "own Norda"),
        ("Suda holds 20% of it.", "other Suda"),
        ("Tuda holds 20% of it.", "alien Tuda"),
        ("They hold 20% of it.", "pronoun They"),
        ("Norda slept, and they hold 20% of it.", "pronoun they"),
        ("Zuda has Norda hold 20% of it.", "own Norda"),
        ("Norda, which holds 20% of it, is rich.", "own Norda"),
        ("Quickly held, 20% of it is lost.", "nobody"),
        ("Some 20% of it is held by Norda.", "nobody"),
        ("Of Zuda 20% is held.", "nobody"),
        # at the head of the sentence
        ("Zuda has 20% of it held.", "alien Zuda"),
        ("Zuda is held at 20% of it.", "alien Zuda"),
        ("Zuda Sylvania holds 20% of it.", "alien Zuda"),
        ("Tuda's firm has 20% of it held.", "alien Tuda's"),
        # who stands in an aside
        ("Norda, unlike Tuda, holds 20% of it.", "own Norda"),
        ("Tuda, unlike Norda, holds 20% of it.", "nobody"),
        ("Tuda, whose heart is Norda, holds 20% of it.", "nobody"),
        ("Tuda, like Norda, which Zuda sold, holds 20% of it.", "nobody"),
        ("It, so near Old Tuda, which holds 20% of it, is rich.", "alien Tuda"),
        ("It, so near Old Tuda who holds 20% of it, is rich.", "alien Tuda"),
        # who stands to him
        ("Norda's rival holds 20% of it.", "alien rival"),
        ("Norda's chief holds 20% of it.", "alien chief"),
        ("Norda's chief said it holds 20% of it.", "pronoun it"),
        ("Norda's men hold 20% of it.", "own Norda's"),
        # who is cited
        ("Norda, Suda says, holds 20% of it.", "own Norda"),
        ("Norda, the Daily Echo says, holds 20% of it.", "own Norda"),
        ("Norda, Reuters reported, holds 20% of it.", "own Norda"),
        ("Men say that Reuters reports holds 20% of it.", "alien Reuters"),
        ("Men say that Reuters reported that it holds 20% of it.", "pronoun it"),
        ("Men say that Reuters reported: it holds 20% of it.", "pronoun it"),
        # what was done before
        ("Norda took Tuda in May and now holds 20% of it.", "own Norda"),
        ("It beat Old Tuda in May and now quickly holds 20% of it.", "alien Tuda"),
        ("Norda beat Old Tuda in May and rich firms hold 20% of it.", "alien Tuda"),
        ("Norda beat Tuda in May and its rich firm holds 20% of it.", "alien Tuda"),
        # a place, an object
        ("The men of Norda hold 20% of it.", "nobody"),
        ("The men of Norda's firm hold 20% of it.", "own Norda's"),
        ("The men in Norda hold 20% of it.", "nobody"),
        ("The men in eastern Norda hold 20% of it.", "nobody"),
        ("The men in all of the Norda hold 20% of it.", "nobody"),
        ("In Norda men hold 20% of it.", "nobody"),
        ("The government in Norda holds 20% of it.", "own Norda"),
        ("It is true that the leadership in Zuda holds 20% of it.", "alien Zuda"),
        ("It is true that the leadership under Zuda holds 20% of it.", "pronoun It"),
        ("It is true that the men of their Zuda hold 20% of it.", "pronoun It"),
        ("It is true that the men of its Zuda hold 20% of it.", "pronoun It"),
        ("It is true that the men of a Zuda hold 20% of it.", "pronoun It"),
        ("It is true that the men of an Zuda hold 20% of it.", "pronoun It"),
        ("It is true that the men of all Zuda hold 20% of it.", "pronoun It"),
        ("It is true that the men of southern Zuda hold 20% of it.", "pronoun It"),
        ("It is true that the men of northern Zuda hold 20% of it.", "pronoun It"),
        ("It is true that the men of western Zuda hold 20% of it.", "pronoun It"),
        ("It is true that the men of Tuda and Zuda hold 20% of it.", "pronoun It"),
        ("It is true that the men near Old Zuda hold 20% of it.", "pronoun It"),
        ("It is true that the men under Zuda's rule hold 20% of it.", "pronoun It"),
        ("It is true that the men of Zuda's rule hold 20% of it.", "alien Zuda's"),
        # with whom
        ("With Norda holding 20% of it, men slept.", "own Norda"),
        ("With Norda men hold 20% of it.", "nobody"),
        ("It is true that with the good Zuda so firmly holding 20% of it we go.", "alien Zuda"),
        ("It is true that with Zuda so very firmly holding 20% of it we go.", "pronoun It"),
        # whose it is
        ("It is true that Zuda's Norden holds 20% of it.", "alien Zuda's"),
        ("It is true that Zuda's and Tuda holds 20% of it.", "alien Zuda's"),
        # in a clause of his own between the relation and the figure
        ("The old firm Suda held, but Norda sold 90 ships.", "own Norda"),
        ("Suda holds, Norda sold 90 ships.", "own Norda"),
        ("Suda holds; Norda sold 90 ships.", "own Norda"),
        ("Suda holds while Norda sold 90 ships.", "own Norda"),
        ("Suda holds whereas Norda sold 90 ships.", "own Norda"),
        ("Norda holds, but Suda sold 90 ships.", "other Suda"),
        ("Suda holds, says Norda, 90 ships.", "other Suda"),
        ("Norda holds, but Tuda sold 90 ships.", "alien Tuda"),
    ],
)
def test_whoever_is_named_last_before_it_acts(sentence: str, expected: str) -> None:
    assert acting(sentence) == expected


def test_whoever_is_cited_may_be_meant_by_a_pronoun() -> None:
    assert acting("It rained, and Suda said 20% of it is held.") == "pronoun It"
    assert acting("It rained, and Suda said 20% of it is held.", is_antecedent=True) == "other Suda"


PRICES = MeasureWords(
    Measure(
        "prices", "How high is inflation?", "quantity", unit="ratio",
        reads=Reads(subject=("inflation",), says=("be", "stand at")),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Today inflation stands at 4%.", "own inflation"),
        ("Today Tudan inflation stands at 4%.", "alien Tudan"),
        ("Today inflation in Tuda stands at 4%.", "alien Tuda"),
        ("Today inflation of the Tuda stands at 4%.", "alien Tuda"),
        ("Today inflation so very hot in Tuda stands at 4%.", "own inflation"),
        ("Today inflation for men stands at 4%.", "own inflation"),
    ],
)
def test_a_common_thing_is_that_of_whoever_stands_beside_it(sentence: str, expected: str) -> None:
    clauses = clauses_of(sentence)
    own = stands(PRICES.says, clauses.words, clauses.signs)
    figure = clauses.figures[0]
    names = names_in(clauses, PRICES)
    by_subject = type(names)(names.subject, names.subject, (), names.known, names.says)
    who, at = actor(clauses, by_subject, figure, relation_of(clauses, figure, own, own))
    assert f"{who} {clauses.tokens[max(at, 0)].text}" == expected


@pytest.mark.parametrize(
    ("sentence", "strangers"),
    [
        ("It is Tuda and Zuda that Norda and Suda fear.", ["Tuda", "Zuda"]),
        ("It rained on Monday in May in Sylvania, near Oslo in Zambia.", []),
        ("It is held in Nordan hands in Nordan seas.", []),
        # at the head of a sentence or of what is said, a capital is nobody's by itself
        ("Rain fell in Tuda.", ["Tuda"]),
        ("Old Tuda slept.", ["Old", "Tuda"]),
        ("Tuda's men slept.", ["Tuda's"]),
        ("It rained. Rain fell.", []),
        ("It rained: Rain fell.", []),
        ("It “Rain fell.", []),
        ('It "Rain fell.', []),
        ("It ‘Rain fell.", []),
        ("It – Rain fell.", []),
        ("It — Rain fell.", []),
        ("It (Rain fell.", ["Rain"]),
        ("Tuda", []),
        ("Tuda 5 slept.", []),
    ],
)
def test_a_capital_that_no_word_of_the_measure_has_is_a_stranger(
    sentence: str, strangers: list[str]
) -> None:
    clauses = clauses_of(sentence)
    names = names_in(clauses, SHARE)
    found = [at for at in range(len(clauses.tokens)) if is_alien(clauses, names, at)]
    assert [clauses.tokens[at].text for at in found] == strangers


def test_who_is_named_at_each_place() -> None:
    clauses = clauses_of("So Norda, Suda, Tuda and they, who slept, hold it.")
    names = names_in(clauses, SHARE)
    told = [(clauses.words[at], told_at(clauses, names, at)) for at in range(len(clauses.words))]
    assert [one for one in told if one[1]] == [
        ("norda", "own"), ("suda", "other"), ("tuda", "alien"), ("they", "pronoun"),
        ("it", "pronoun"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "joined"),
    [
        ("Norda and Tuda hold it.", True),
        ("Tuda and Norda hold it.", True),
        ("Tuda or Norda hold it.", True),
        ("Tuda & Norda hold it.", True),
        ("The Tuda and the Norda hold it.", True),
        ("The Norda and the Tuda hold it.", True),
        ("Suda and Norda hold it.", True),
        ("Norda and the men hold it.", False),
        ("Norda and men hold it.", False),
        ("Norda and Nordan men hold it.", False),
        ("Norda and Sylvania hold it.", False),
        ("Norda with Tuda hold it.", False),
        ("Norda and", False),
        ("Norda", False),
    ],
)
def test_a_name_may_stand_beside_anothers(sentence: str, joined: bool) -> None:
    clauses = clauses_of(sentence)
    names = names_in(clauses, SHARE)
    assert is_coordinated(clauses, names, clauses.words.index("norda")) is joined


@pytest.mark.parametrize(
    ("sentence", "with_others"),
    [
        ("Norda and its allies slept.", True),
        ("Norda with its allies slept.", True),
        ("Norda, plus its allies, slept.", True),
        ("Norda together with its allies slept.", True),
        ("Sylvania alongside its allies slept.", True),
        ("Tuda and its allies slept.", False),
        ("Norda in its prime slept.", False),
        ("Norda so and its allies slept.", False),
        ("And its allies slept.", False),
    ],
)
def test_a_pronoun_may_join_others_to_the_measures_own(sentence: str, with_others: bool) -> None:
    clauses = clauses_of(sentence)
    at = clauses.words.index("its")
    assert is_with_others(clauses, names_in(clauses, SHARE), at) is with_others


@pytest.mark.parametrize(
    ("sentence", "anothers"),
    [
        ("Norda's rival slept.", True),
        ("Norda's boss slept.", True),
        ("Norda's boss then quickly said it.", False),
        ("Norda's boss then so very quickly said it.", True),
        ("Said Norda's boss", True),
        ("Norda's men slept.", False),
        ("Norda rival slept.", False),
        ("It is Norda's", False),
    ],
)
def test_a_name_may_only_tell_to_whom_somebody_stands(sentence: str, anothers: bool) -> None:
    clauses = clauses_of(sentence)
    assert is_anothers(clauses, clauses.words.index("norda")) is anothers


@pytest.mark.parametrize(
    ("sentence", "aside"),
    [
        ("Norda, whose men slept, held it.", "whose men slept"),
        ("Norda, who slept, like Tuda, held it.", "who slept like tuda"),
        ("Norda, rich and old, held it.", ""),
        ("Norda, whose men slept.", ""),
        ("It rained,", ""),
    ],
)
def test_an_aside_that_is_over_is_known(sentence: str, aside: str) -> None:
    clauses = clauses_of(sentence)
    places = clauses.asides(len(clauses.words))
    assert " ".join(clauses.words[at] for at in sorted(places)) == aside


@pytest.mark.parametrize(
    ("sentence", "before", "named"),
    [
        ("Sylvania is held.", (), True),
        ("It is held.", ("Sylvania is old.",), True),
        ("It is held.", ("Sylvania is old.", "It rained."), True),
        ("It is held.", ("Sylvania is old.", "It rained.", "It poured."), False),
        ("It is held by Tuda.", ("Sylvania is old.",), False),
        ("It is held in Zambia.", ("Sylvania is old.",), True),
        ("It is held.", (), False),
    ],
)
def test_a_subject_is_known_for_two_sentences_while_no_stranger_is_named(
    sentence: str, before: tuple[str, ...], named: bool
) -> None:
    earlier = [clauses_of(one) for one in before]
    assert is_named_nearby(clauses_of(sentence), earlier, SHARE, SHARE.subject) is named
