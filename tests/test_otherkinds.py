"""Other kinds: the days and the words that a sentence answers with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimtrack.measures import Measure, Reads
from claimtrack.values import CalendarDate
from claimtrack.words.stating.clauses import Clauses
from claimtrack.words.stating.otherkinds import answers
from claimtrack.words.stating.spotting import MeasureWords
from claimtrack.words.stating.subjects import Left

LEASE = Measure(
    "lease", "Until when does the lease run?", "date",
    reads=Reads(subject=("lease",), says=("run", "extend"), never=("sub lease", "draft")),
)  # fmt: skip
OPENING = Measure(
    "opening", "When did it open?", "event", what="the bridge opens",
    reads=Reads(subject=("bridge",), says=("open",), needs=("Oslo", "pier 12")),
)  # fmt: skip
MAYOR = Measure(
    "mayor", "What did she say?", "quotation", speaker="Ann Holm, mayor",
    reads=Reads(subject=("bridge",), needs=("Oslo", "pier 12")),
)  # fmt: skip


def told(sentence: str, measure: Measure, published: str | None = "2025-08-15") -> list[str]:
    """What *sentence* answers, each with the words it stands in, or why it does not."""
    day = None if published is None else CalendarDate.parse(published)
    clauses = Clauses(sentence, 0, len(sentence), day)
    try:
        found = answers(clauses, MeasureWords(measure))
    except Left as left:
        return [str(left)]
    return [f"{one.value} in {sentence[one.start : one.end]!r}" for one in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The lease runs until 2042.", ["2042 in 'until 2042'"]),
        ("The lease will run until 2042.", ["2042 in 'until 2042'"]),
        ("The lease shall run by May 2042.", ["2042-05 in 'by May 2042'"]),
        ("The lease was extended in 2010 until 2042.", ["2042 in 'until 2042'"]),
        ("In 2010 the lease was extended to run on, in 2012.", ["2012 in 'in 2012'"]),
        ("Until 2042, not in 2010, the lease runs.", ["denied (“not”)"]),
        ("In 2010 the lease was extended.", ["2010 in 'In 2010'"]),
        # nothing of it
        ("The lease was signed in 2010.", []),
        ("The contract runs until 2042.", []),
        ("The lease runs on.", []),
        # not told
        ("Does the lease run until 2042?", ["it is asked, not said"]),
        ("The lease could run until 2042.", ["only possible (“could”)"]),
        ("A draft has the lease run until 2042.", ["“draft” rules it out"]),
        ("The sub-lease runs until 2042.", ["“sub - lease” rules it out"]),
        ("It is untrue that the lease runs until 2042.", ["denied (“untrue”)"]),
        ("Had the lease run until 2042, they were rich.", ["a condition (“had …”)"]),
        ("The lease would have run until 2042.", ["only imagined (“would have …”)"]),
        # no one day, month or year
        ("The lease ran before 2042.", ["it names no one day, month or year"]),
        ("The lease runs after 2042.", ["it names no one day, month or year"]),
        ("The lease runs in about 2042.", ["it names no one day, month or year"]),
        ("The lease runs in the 2040s.", ["it names no one day, month or year"]),
        # near enough
        ("The lease runs for all of the good old firm of the two elder brothers until 2042.",
         ["2042 in 'until 2042'"]),
        ("The lease runs for all of the good old firm of the two elder Ray brothers until 2042.",
         ["no day stands near the word of the relation"]),
        ("In 2010 the good old firm of the two elder Ray brothers extended the lease.",
         ["2010 in 'In 2010'"]),
        ("In 2010 the good old firm of the two much elder Ray brothers extended the lease.",
         ["2010 in 'In 2010'"]),
        ("In 2010 the good firm of two much elder Ray and Holm brothers (all) extended the lease.",
         ["no day stands near the word of the relation"]),
    ],
)  # fmt: skip
def test_a_date_is_the_one_that_something_lasts_until(sentence: str, expected: list[str]) -> None:
    assert told(sentence, LEASE) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bridge in Oslo was opened in 2010.", ["2010 in 'in 2010'"]),
        ("In 2001 Oslo's bridge opened at last in 2010.", ["2010 in 'in 2010'"]),
        # the day nearest to it, whatever it lasts until
        ("In 2001 the bridge in Oslo opened in 2010 until dusk.", ["2010 in 'in 2010'"]),
        ("The bridge at Oslo opened in 2010, until 2042.", ["2010 in 'in 2010'"]),
        ("In 2001, people say, the bridge of Oslo opened; 2010 was mild.", ["2010 in '2010'"]),
        ("The bridge was opened in 2010 in Oslo.", ["2010 in 'in 2010'"]),
        ("The bridge was opened in 2010 near pier-12.", ["2010 in 'in 2010'"]),
        ("The bridge was opened in 2010.",
         ["none of the words that it needs stands in the sentence"]),
        ("The bridge in Oslo opens in 2042.", ["it has not happened yet"]),
        ("The bridge in Oslo opens on 16 August 2025.", ["it has not happened yet"]),
        ("The bridge in Oslo opens on 15 August 2025.", ["2025-08-15 in 'on 15 August 2025'"]),
        ("The bridge in Oslo will open on 2 August 2025.", ["not a fact yet (“will”)"]),
        ("The bridge in Oslo is ready to open on 2 August 2025.", ["an aim (“to …”)"]),
    ],
)  # fmt: skip
def test_an_event_happened_on_the_day_nearest_to_it(sentence: str, expected: list[str]) -> None:
    assert told(sentence, OPENING) == expected


def test_without_a_day_of_the_text_nothing_is_to_come() -> None:
    sentence = "The bridge in Oslo opens in 2042."
    assert told(sentence, OPENING, published=None) == ["2042 in 'in 2042'"]


def test_what_runs_on_before_it_is_dated_is_no_end() -> None:
    assert told("By 2001 the lease, they say, was extended in 2010.", LEASE) == [
        "2001 in 'By 2001'"
    ]
    assert told("In 2001 the lease was extended to 2042.", LEASE) == ["2042 in '2042'"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ann Holm said of the bridge in Oslo: “We build it.”", ["We build it."]),
        ("Ann Holm said of the bridge at pier-12: “We build it.”", ["We build it."]),
        ("Ann Holm said of the bridge: “We build it.”", []),
        ("Ann Holm said of the tower in Oslo: “We build it.”", []),
        ("Bob Ray said of the bridge in Oslo: “We build it.”", []),
        ("The bridge in Oslo has a sign: “We build it.”", []),
        ("Ann Holm called the bridge in Oslo “quite old”.", []),
        ("Bob Ray said of the bridge in Oslo: “No.” Ann Holm said: “We build it.”",
         ["We build it."]),
        ("Bob Ray said of the bridge in Oslo: “Let us not.” Ann Holm said: “We build it.”",
         ["We build it."]),
    ],
)  # fmt: skip
def test_words_are_those_of_the_speaker_on_the_subject(sentence: str, expected: list[str]) -> None:
    found = told(sentence, MAYOR)
    assert [one.partition(" in ")[0] for one in found] == expected


def test_whoever_is_quoted_is_named() -> None:
    sentence = "Ann Holm said of the bridge in Oslo: “We build it.”"
    clauses = Clauses(sentence, 0, len(sentence))
    (answer,) = answers(clauses, MeasureWords(MAYOR))
    assert answer.speaker == "Ann Holm"


def test_of_nobody_and_of_nothing_in_particular_all_words_are_told() -> None:
    sentence = "Ann Holm said: “We build it.”"
    assert told(sentence, replace(MAYOR, reads=Reads())) == ["We build it. in 'We build it.'"]
    assert told(sentence, replace(MAYOR, reads=Reads(), speaker=None)) == []


def test_without_a_subject_the_relation_tells_a_date() -> None:
    anything = replace(LEASE, reads=Reads(says=("run",)))
    assert told("It runs until 2042.", anything) == ["2042 in 'until 2042'"]
    assert told("It ends in 2042.", anything) == []
