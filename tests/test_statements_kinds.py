"""Statements of days and of words: dates, events and quotations."""

from __future__ import annotations

import pytest

from claimtrack.measures import Measure, Reads
from claimtrack.words.statements import look, read_statements
from claimtrack.words.stating.spotting import Spotter

LEASE = Measure(
    "lease", "Until when does it run?", "date",
    reads=Reads(subject=("lease",), says=("expire", "run until", "extend")),
)  # fmt: skip
OPENING = Measure(
    "opening", "When did it open?", "event", what="the bridge opens",
    reads=Reads(subject=("bridge",), says=("open", "inaugurate")),
)  # fmt: skip
MAYOR = Measure(
    "mayor", "What did she say of the bridge?", "quotation", speaker="Ann Holm, mayor",
    reads=Reads(subject=("bridge",)),
)  # fmt: skip
ALL = (LEASE, OPENING, MAYOR)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lease will expire in 2042.", ["lease 2042"]),
        ("The lease was extended until May 2042.", ["lease 2042-05"]),
        ("The lease could expire in 2042.", []),
        ("The lease does not expire in 2042.", []),
        ("When does the lease expire?", []),
        ("The bridge was opened on 2 June 2025.", ["opening 2025-06-02"]),
        ("The bridge will open on 2 June 2027.", []),
        ("The bridge is to open in 2027.", []),
        ("The house was opened on 2 June 2025.", []),
        (
            "Ann Holm said of the bridge: “We shall build it anew.”",
            ["mayor We shall build it anew."],
        ),
        ("Bob Ray said of the bridge: “We shall build it anew.”", []),
        ("Ann Holm called the bridge “old”.", []),
        (
            "“We shall not,” Ann Holm said of the bridge, “build it anew.”",
            ["mayor We shall not build it anew."],
        ),
        (
            "“The bridge is out,” said Ann Holm, “and it stays out.”",
            ["mayor The bridge is out and it stays out."],
        ),
        (
            "“The bridge is old,” Ann Holm told the Courier, adding: “We shall build it anew.”",
            ["mayor The bridge is old", "mayor We shall build it anew."],
        ),
        ("Ann Holm denied saying “we shall build the bridge anew”.", []),
        ("“We shall build the bridge anew,” Ann Holm quoted Bob Ray as saying.", []),
        ("Ann Holm, whom Bob Ray told “we shall build the bridge anew”, left.", []),
    ],
)
def test_a_sentence_tells_a_day_or_words(text: str, expected: list[str]) -> None:
    found = read_statements(text, ALL, published="2025-08-15")
    assert [f"{one.measure} {one.value}" for one in found] == expected


def test_whoever_is_quoted_is_cited() -> None:
    text = "Ann Holm said of the bridge: “We shall build it anew.”"
    (reading,) = read_statements(text, (MAYOR,), published="2025-08-15")
    assert reading.attribution == "Ann Holm"
    start, end = map(int, (reading.locator or "").removeprefix("chars ").split("-"))
    assert text[start:end] == reading.value


def test_a_day_that_is_no_fact_is_left_with_its_reason() -> None:
    (one,) = look("The lease could expire in 2042.", Spotter((LEASE,)), published="2025-08-15")
    assert one.reason == "only possible (“could”)"


def test_an_end_is_what_something_lasts_until() -> None:
    lease = Measure(
        "lease", "Until when?", "date", reads=Reads(subject=("lease",), says=("extend",))
    )
    text = "The lease was extended in 2010 until 2042."
    (reading,) = read_statements(text, (lease,), published="2025")
    assert str(reading.value) == "2042"
    text = "In 2010, they extended the lease to 2042."
    (reading,) = read_statements(text, (lease,), published="2025")
    assert str(reading.value) == "2042"
