"""Candidates: each sentence that could state a measure, with all that is told of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from claimtrack.measures import Measure, Reads, State
from claimtrack.observations import Reading
from claimtrack.values import CalendarDate, Interval
from claimtrack.words.statements import Candidate, look
from claimtrack.words.stating.spotting import Spotter

HEAD = "It rained.\nIt poured.\n"
DAY = CalendarDate.parse("2025-08-15")
SHIPS = Measure(
    "ships", "How many ships does Norda own?", "quantity", unit="count",
    reads=Reads(subject=("Norda*",), of=("ships", "Schiffe*"), says=("own", "besitz*")),
)  # fmt: skip
LAND = Measure(
    "land", "How much land does Norda own?", "quantity", unit="km2",
    reads=Reads(subject=("Norda*",), of=("land",), says=("own",)),
)  # fmt: skip
GATE = Measure(
    "gate", "Is the gate open?", "state",
    states=(State("open", ("gate opened",)), State("shut", ("gate shut",))),
)  # fmt: skip
LEASE = Measure(
    "lease", "Until when?", "date", reads=Reads(subject=("lease",), says=("runs until",))
)
MAYOR = Measure(
    "mayor", "What did she say?", "quotation", speaker="Ann Holm, mayor",
    reads=Reads(subject=("bridge",)),
)  # fmt: skip


def told(
    sentence: str, *measures: Measure, language: str = "en", published: CalendarDate | None = DAY
) -> list[Candidate]:
    """The candidates of *sentence*, which others stand before; their places are its own."""
    found = look(f"{HEAD}{sentence}", Spotter(measures), published=published, language=language)
    return [replace(one, start=one.start - len(HEAD), end=one.end - len(HEAD)) for one in found]


def place(sentence: str, phrase: str) -> str:
    first = len(HEAD) + sentence.index(phrase)
    return f"chars {first}-{first + len(phrase)}"


@pytest.mark.parametrize(
    ("measure", "sentence", "phrase", "value", "stated", "name"),
    [
        (SHIPS, "On 3 May 2025, according to Suda, Norda owned about 400 ships.", "about 400",
         Decimal(400), "2025-05-03", "Suda"),
        (SHIPS, "Norda, according to Reuters, owns 40 ships now.", "40", Decimal(40), None,
         "Reuters"),
        (LEASE, "According to Reuters, the lease runs until May 2042.", "until May 2042",
         CalendarDate.parse("2042-05"), None, "Reuters"),
        (GATE, "In 2024, Reuters said, the gate was opened at last.", "gate was opened", "open",
         "2024", "Reuters"),
        (GATE, "The gate was shut.", "gate was shut", "shut", None, None),
        (MAYOR, "Of the bridge, Ann Holm said: “We build it.”", "We build it.", "We build it.",
         None, "Ann Holm"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("published", [DAY, None])
def test_what_is_read_has_its_words_its_place_its_day_and_its_source(
    measure: Measure,
    sentence: str,
    phrase: str,
    value: Decimal | CalendarDate | str,
    stated: str | None,
    name: str | None,
    published: CalendarDate | None,
) -> None:
    (one,) = told(sentence, measure, published=published)
    assert (one.measure, one.start, one.end) == (measure.id, 0, len(sentence))
    assert (one.phrase, one.reason) == (phrase, None)
    day = CalendarDate.parse(stated) if stated else published
    assert one.reading is not None
    assert one.reading == Reading(
        measure.id,
        value,
        as_of=day,
        as_of_basis="stated" if stated else "carried" if published else "seen",
        error=one.reading.error,
        quote=sentence,
        locator=place(sentence, phrase),
        attribution=name,
    )


@pytest.mark.parametrize(
    ("measure", "sentence", "language", "phrase", "reason"),
    [
        (SHIPS, "Does Norda own 40 ships?", "en", "40", "it is asked, not said"),
        (SHIPS, "Norda besitzt nicht 40 Schiffe.", "de", "40", "not told as a fact (“nicht”)"),
        (LEASE, "Now: the lease runs until 2042?", "en", None, "it is asked, not said"),
        (GATE, "Was the gate opened?", "en", None, "it is asked, not said"),
    ],
)
def test_what_is_left_has_its_words_and_its_reason(
    measure: Measure, sentence: str, language: str, phrase: str | None, reason: str
) -> None:
    assert told(sentence, measure, language=language) == [
        Candidate(measure.id, 0, len(sentence), phrase or sentence, reason=reason)
    ]


@pytest.mark.parametrize(
    ("sentence", "value", "error"),
    [
        ("Norda owns 12 ships.", Decimal(12), None),
        ("Norda owns 400 ships.", Decimal(400), Decimal(20)),
        ("Norda owns about 12 ships.", Decimal(12), Decimal(1)),
        ("Norda owns more than 40 ships.", Interval(Decimal(40), None, "neither"), None),
        ("Norda owns up to 40 ships.", Interval(None, Decimal(40), "right"), None),
        ("Norda owns nearly 40 ships.", Interval(Decimal(38), Decimal(40), "left"), None),
        ("Norda owns between 30 and 40 ships.", Decimal(35), Decimal(5)),
    ],
)
def test_a_value_has_its_error_where_it_is_the_middle_of_its_words(
    sentence: str, value: Decimal | Interval, error: Decimal | None
) -> None:
    (one,) = told(sentence, SHIPS)
    assert one.reading is not None
    assert (one.reading.value, one.reading.error) == (value, error)


def test_the_same_figure_in_another_unit_is_left() -> None:
    sentence = "Norda owns 1,100 square km (425 square miles) of land."
    first, again = told(sentence, LAND)
    assert first.reading is not None
    assert again == Candidate(
        "land", 0, len(sentence), "425 square miles",
        reason="it is the figure before in another unit",
    )  # fmt: skip


def test_a_count_from_a_day_is_of_the_measure_that_has_it() -> None:
    reads = Reads(subject=("Norda",), of=("sailors",), says=("lose",))
    total = Measure("total", "How many?", "quantity", unit="persons", reads=reads)
    since = replace(total, id="since", reads=replace(reads, since=CalendarDate.parse("2022-02")))
    sentence = "Since February 2022 Norda has lost 4,000 sailors."
    left, read = told(sentence, total, since)
    assert left == Candidate(
        "total", 0, len(sentence), "4,000 sailors", reason="it counts another measure's period"
    )
    assert (read.measure, read.reading and read.reading.value) == ("since", 4000)
    assert len(told("Norda has lost 4,000 sailors.", total, since)) == 2


@pytest.mark.parametrize(
    ("language", "sentence", "reason"),
    [
        ("de-AT", "Norda besitzt 40 Schiffe.", None),
        ("sk-SK", "Norda besitzt 40% Schiffe.",
         "of the language 'sk-SK' figures alone are read: no hedges and no denials"),
    ],
)  # fmt: skip
def test_a_language_without_words_of_its_own_says_so(
    language: str, sentence: str, reason: str | None
) -> None:
    measure = replace(SHIPS, unit="share") if "%" in sentence else SHIPS
    (one,) = told(sentence, measure, language=language)
    assert one.reading is not None
    assert one.reason == reason


def test_each_figure_and_measure_has_its_own_answer_in_any_language() -> None:
    for language, sentence in (
        ("en", "Norda owns 40 ships and 4 square km of land, not hidden."),
        ("de", "Norda besitzt 40 Schiffe und 20% Schiffe."),
    ):
        share = replace(SHIPS, id="share", unit="share")
        found = told(sentence, share, SHIPS, LAND, language=language)
        assert [one.measure for one in found if one.reading] == (
            ["ships", "land"] if language == "en" else ["ships", "share"]
        )


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("The bridge is old. It stands.", True),
        ("The bridge is old. It rained. It stands.", True),
        ("The bridge is old. It rained. It poured. It stands.", False),
        ("The bridge is old\nIt stands.", True),
    ],
)
def test_a_subject_is_known_for_two_sentences(text: str, is_read: bool) -> None:
    bridge = Measure(
        "bridge", "?", "state", states=(State("up", ("stands",)),), reads=Reads(subject=("bridge",))
    )
    found = [one for one in look(text, Spotter((bridge,)), published=DAY) if one.reading]
    assert bool(found) is is_read


@pytest.mark.parametrize(
    "sentence",
    [
        "Norda keeps 40 ships.",  # no word of the relation at all
        "Norda owns 40 percent of it.",  # no figure that could answer
        "Norda's owner keeps 40 ships.",  # a word that only begins so
        "Norda owns ships.",
    ],
)
def test_a_sentence_without_figure_or_relation_is_no_candidate(sentence: str) -> None:
    assert told(sentence, SHIPS) == []


def test_days_and_words_are_read_of_english_alone() -> None:
    assert told("The lease runs until 2042.", LEASE, language="de") == []
    assert len(told("The lease runs until 2042.", LEASE, language="en-GB")) == 1
