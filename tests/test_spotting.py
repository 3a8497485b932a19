"""Spotting: which measures a text may speak of, and by which words."""

from __future__ import annotations

import pytest

from claimtrack.measures import Measure, Reads, State
from claimtrack.words.stating.spotting import MeasureWords, Spotter, stands
from claimtrack.words.stating.wordforms import bare_words, slots
from claimtrack.words.tokens import tokenize

QUANTITY = Measure("fleet", "How many ships has Norda?", "quantity", unit="count")
STATE = Measure("gate", "Is it open?", "state", states=(State("open", ()), State("shut", ())))
QUOTATION = Measure("mayor", "What did she say?", "quotation", speaker="Ann Holm, mayor")


def with_reads(measure: Measure, **reads: tuple[str, ...]) -> Measure:
    changed = {name: getattr(measure, name) for name in Measure.__dataclass_fields__}
    return Measure(**{**changed, "reads": Reads(**reads)})


GONE = Measure(
    "gate", "Does it stand?", "state",
    states=(State("gone", ("gate has collapsed",)), State("shut", ())),
)  # fmt: skip
NAMELESS = Measure("words", "What was said?", "quotation")


@pytest.mark.parametrize(
    ("measure", "is_read"),
    [
        (QUANTITY, False),
        (with_reads(QUANTITY, of=("ships",)), False),
        (with_reads(QUANTITY, subject=("Norda",)), True),
        (with_reads(QUANTITY, says=("own",)), True),
        (STATE, False),
        (with_reads(STATE, of=("gate",)), False),
        (GONE, True),
        (QUOTATION, False),
        (with_reads(QUOTATION, of=("bridge",)), True),
        (with_reads(NAMELESS, subject=("bridge",)), False),
    ],
)
def test_a_measure_is_read_where_it_has_words(measure: Measure, is_read: bool) -> None:
    assert bool(Spotter((measure,)).known) is is_read


@pytest.mark.parametrize(
    ("measure", "text", "found"),
    [
        # by its subject, whatever it says; else by what it says
        (with_reads(QUANTITY, subject=("Norda",), says=("own",)), "Norda sank.", True),
        (with_reads(QUANTITY, subject=("Norda",), says=("own",)), "They own it.", False),
        (with_reads(QUANTITY, says=("own",)), "They owned it.", True),
        # by the longest word of a name
        (with_reads(QUANTITY, subject=("the Free Port",)), "The port is closed.", False),
        (with_reads(QUANTITY, subject=("the Free Port",)), "The Free Port.", True),
        (with_reads(QUANTITY, subject=("порт*",)), "У порту стояли кораблі.", True),
        # a quotation by its subject, else by the speaker's surname
        (with_reads(QUOTATION, subject=("bridge",)), "Ann Holm said.", False),
        (with_reads(QUOTATION, subject=("bridge",)), "The bridge, they said.", True),
        (with_reads(QUOTATION, of=("bridge",)), "Holm said so.", True),
        (with_reads(QUOTATION, of=("bridge",)), "Ann said so, the mayor.", False),
        # a state by the longest word of its phrases and its kin, which a list has not
        (GONE, "It has collapsed.", True),
        (GONE, "The gate was red.", False),
    ],
)
def test_a_text_is_spotted_by_a_telling_word(measure: Measure, text: str, found: bool) -> None:
    assert bool(Spotter((measure,)).spotted(text)) is found


def of_state(words: str) -> Measure:
    return Measure("pier", "Left?", "state", states=(State("left", (words,)),))


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("withdraw it", "They retreated.", True),
        ("withdraw/quitting it", "They retreated.", False),
        ("withdraw/quitting it", "They withdrew.", True),
        ("відступ*", "Вони відступили.", True),
    ],
)
def test_a_state_is_spotted_by_words_that_say_the_same(words: str, text: str, found: bool) -> None:
    assert bool(Spotter((of_state(words),)).spotted(text)) is found


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("US", "The U.S. owns it.", True),
        ("US", "The US owns it.", True),
        ("US", "Tell us, who owns it.", False),
        ("USA", "The U.S.A. owns it.", True),
        ("NASA", "The N.A.S.A. owns it.", False),
        ("Us", "The U.S. owns it.", False),
        ("ÖV", "The Ö.V. owns it.", False),
        ("U2", "The U.2. owns it.", False),
    ],
)
def test_a_short_name_in_capitals_may_have_dots(name: str, text: str, found: bool) -> None:
    words = MeasureWords(with_reads(QUANTITY, subject=(name,)))
    said = bare_words(tokenize(text))
    signs = frozenset(at for at, word in enumerate(said) if word == ".")
    assert bool(stands(words.subject, said, signs)) is found


def test_a_name_is_spelt_with_dots_or_without_and_no_other_way() -> None:
    words = MeasureWords(with_reads(QUANTITY, subject=("US", "NASA", "Norda")))
    assert len(words.subject) == 4


def test_what_may_stand_in_a_count_is_more_than_in_a_share() -> None:
    reads = {"subject": ("Norda",), "of": ("ships",), "by": ("Suda",), "says": ("own",),
             "needs": ("Oslo",), "other": ("Tuda",), "never": ("planes",)}  # fmt: skip
    count = MeasureWords(with_reads(QUANTITY, **reads))
    share = MeasureWords(
        with_reads(Measure("share", "What share?", "quantity", unit="share"), **reads)
    )
    asked = ["norda", "ships", "suda", "owned", "oslo", "tuda", "planes"]
    for words, expected in (
        (count, "norda ships suda owned oslo"),
        (share, "norda ships oslo"),
    ):
        found = [one for one in asked if any(slot.fits(one) for slot in words.in_thing)]
        assert found == expected.split()
    assert [word for word in asked if share.has(word)] == asked[:5]


def test_a_sentence_that_has_no_longest_word_of_the_relation_says_nothing() -> None:
    words = MeasureWords(with_reads(QUANTITY, says=("has a stake", "володі*")))
    assert words.may_say("They have STAKES in it.")
    assert words.may_say("Вони володіють ним.")
    assert not words.may_say("They have it.")
    assert MeasureWords(QUANTITY).may_say("Anything.")


def test_the_words_of_the_question_are_known() -> None:
    measure = Measure("m", "How many ships has Norda's US arm?", "quantity", scope="In Oslo")
    assert MeasureWords(measure).asked >= {"ships", "norda", "US", "in", "oslo"}
    assert "none" not in MeasureWords(QUANTITY).asked


def test_a_name_that_is_not_english_has_no_other_forms() -> None:
    words = MeasureWords(with_reads(QUANTITY, says=("sage",)))
    assert words.says[0][0].fits("sages")
    assert not words.elsewhere.says[0][0].fits("sages")


@pytest.mark.parametrize(
    ("phrases", "expected"),
    [
        (("killed", "killed or wounded"), [(1, 4)]),
        (("wounded", "killed"), [(1, 2), (3, 4)]),
        (("or wounded", "killed or"), [(1, 3)]),
        (("wounded now", "or", "killed"), [(1, 2), (2, 3), (3, 5)]),
        (("lost",), []),
    ],
)
def test_of_phrases_at_one_place_the_longest_stands(
    phrases: tuple[str, ...], expected: list[tuple[int, int]]
) -> None:
    words = ("they", "killed", "or", "wounded", "now")
    assert stands(map(slots, phrases), words, frozenset()) == expected


def test_measures_are_found_in_their_own_order() -> None:
    measures = [
        with_reads(Measure(name, "How many?", "quantity", unit="count"), subject=(name,))
        for name in ("Norda", "Suda", "Tuda")
    ]
    found = Spotter(measures).spotted("Tuda beat Norda.")
    assert [one.measure.id for one in found] == ["Norda", "Tuda"]
    assert Spotter(()).spotted("Tuda beat Norda.") == ()
