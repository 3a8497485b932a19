"""Observations: readings, the facts they are recorded as, and the history that users get."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import BadDay, BadValue
from claimtrack.observations import (
    Attempt,
    Description,
    History,
    Observation,
    Reading,
    Result,
    Snapshot,
    Spell,
    Value,
    fact_id,
    in_brief,
    value_text,
)
from claimtrack.values import CalendarDate, Interval, calendar_date

SEEN_AT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def seen(day: str, value: Value, **given: Any) -> Observation:
    content: dict[str, Any] = {
        "id": f"{day} {value}",
        "measure": "held",
        "source": "map",
        "value": value,
        "as_of": calendar_date(day),
        "as_of_basis": "stated",
        "first_seen_at": SEEN_AT,
        "last_confirmed_at": SEEN_AT,
        "recorded_at": SEEN_AT,
    }
    return Observation(**{**content, **given})


def test_a_reading_takes_plain_numbers_and_days() -> None:
    reading = Reading("held", 0.1897, as_of=date(2025, 8, 15), error=0.001)  # type: ignore[arg-type]
    assert (reading.value, reading.error) == (Decimal("0.1897"), Decimal("0.001"))
    assert reading.as_of == CalendarDate(date(2025, 8, 15))
    assert Reading("end", date(2042, 1, 1)).value == CalendarDate(date(2042, 1, 1))  # type: ignore[arg-type]


def test_a_reading_takes_a_day_in_words() -> None:
    reading = Reading("held", Decimal(1), as_of="2025-08")  # type: ignore[arg-type]
    assert reading.as_of == calendar_date("2025-08")


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"as_of": "yesterday"}, "yesterday"),
        ({"as_of_basis": "hearsay"}, "as_of_basis is stated, carried or seen, not 'hearsay'"),
        ({"derived": "perhaps"}, "derived is true or false"),
        ({"withdrawn": None}, "withdrawn is true or false"),
        ({"quote": "a " * 5_001}, "quote of 10,002 characters"),
        ({"locator": "/td" * 5_000}, "locator of 15,000 characters"),
        ({"published_at": datetime(2026, 1, 1)}, "aware datetime"),  # noqa: DTZ001
        (
            {"published_at": datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14)))},
            "no moment in UTC",
        ),
    ],
)
def test_what_no_record_can_hold_is_no_reading(given: dict[str, Any], complaint: str) -> None:
    with pytest.raises((BadValue, BadDay), match=complaint):
        Reading(**{"measure": "held", "value": Decimal(1), "as_of": "2025", **given})


def test_a_reading_without_a_day_is_dated_by_when_it_was_seen() -> None:
    assert Reading("held", Decimal(1)).as_of_basis == "seen"
    assert Reading("held", Decimal(1), as_of=calendar_date("2025")).as_of_basis == "stated"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("0.20"), "n:0.2"),
        (Interval(Decimal(1), Decimal("2.0"), "left"), "i:[1, 2)"),
        (Interval(Decimal(1), None), "i:[1, inf)"),
        (calendar_date("2042"), "d:2042"),
        ("in force", "t:in force"),
    ],
)
def test_a_value_has_one_spelling(value: Value, text: str) -> None:
    assert value_text(value) == text


READING = Reading(
    "held",
    Decimal("0.19"),
    as_of=calendar_date("2025-08-15"),
    error=Decimal("0.01"),
    quote="19%",
    locator="row 2",
    attribution="the staff",
    scope="with Crimea",
    published_at=SEEN_AT,
)


@pytest.mark.parametrize(
    "other",
    [
        {"measure": "lost"},
        {"value": Decimal("0.2")},
        {"value": "0.19"},
        {"as_of": calendar_date("2025-08")},
        {"as_of": None},
        {"error": None},
        {"attribution": None},
        {"scope": None},
        {"withdrawn": True},
    ],
    ids=lambda other: next(iter(other)),
)
def test_another_content_is_another_fact(other: dict[str, Any]) -> None:
    assert fact_id("map", replace(READING, **other)) != fact_id("map", READING)


def test_another_source_is_another_fact() -> None:
    assert fact_id("map", READING) != fact_id("staff", READING)


@pytest.mark.parametrize(
    "other",
    [
        {"quote": "nineteen per cent"},
        {"locator": "row 3"},
        {"published_at": None},
        {"derived": True},
        {"value": Decimal("0.190")},
        {"error": Decimal("0.0100")},
    ],
    ids=lambda other: next(iter(other)),
)
def test_evidence_and_spelling_are_no_part_of_a_fact(other: dict[str, Any]) -> None:
    assert fact_id("map", replace(READING, **other)) == fact_id("map", READING)


TEXTS = st.text(max_size=6)
CONTENTS = st.tuples(TEXTS, TEXTS, TEXTS, st.none() | TEXTS, st.none() | TEXTS)


@given(CONTENTS, CONTENTS)
def test_no_two_contents_run_together(one: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    ids = [
        fact_id(source, Reading(measure, value, attribution=attribution, scope=scope))
        for source, measure, value, attribution, scope in (one, other)
    ]
    assert (ids[0] == ids[1]) == (one == other)


class ParsersText(str):
    """Text of a parser's own kind, as Beautiful Soup and lxml give it."""


@given(CONTENTS)
def test_a_fact_is_named_by_the_digest_of_its_content_as_json(content: tuple[Any, ...]) -> None:
    source, measure, value, attribution, scope = content
    said = [measure, source, None, f"t:{value}", None, scope, attribution, False]
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    told = None if scope is None else ParsersText(scope)
    reading = Reading(measure, value, attribution=attribution, scope=told)
    assert fact_id(source, reading) == hashlib.sha256(text.encode()).hexdigest()


def test_a_snapshot_is_named_by_its_content() -> None:
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert Snapshot.of(b"").sha256 == empty
    assert Snapshot.of(b"a", "text/plain") != Snapshot.of(b"b", "text/plain")


READ = Result("held", "read", "map@1")
MISSING = Result("lost", "missing", "map@1")


@pytest.mark.parametrize(
    ("outcome", "results", "failed"),
    [
        ("fetched", (READ,), False),
        ("fetched", (READ, MISSING), False),
        ("fetched", (MISSING,), True),
        ("fetched", (), False),
        ("not_modified", (READ,), False),
        ("gone", (), True),
        ("absent", (), False),
        ("blocked", (), True),
    ],
)
def test_an_attempt_failed_when_nothing_was_read(
    outcome: Any, results: tuple[Result, ...], failed: bool
) -> None:
    attempt = Attempt("map", "https://a.example/", SEEN_AT, outcome, results=results)
    assert attempt.failed is failed


def test_a_month_is_used_from_its_end() -> None:
    month = seen("2025-08", Decimal(1))
    assert month.holds_from == date(2025, 8, 31)
    assert month.held_until == date(2025, 8, 31)


def test_what_is_seen_again_held_until_then() -> None:
    again = seen(
        "2026-01-02",
        "in force",
        as_of_basis="seen",
        last_confirmed_at=SEEN_AT + timedelta(days=30),
    )
    assert again.held_until == date(2026, 2, 1)
    assert replace(again, as_of_basis="stated").held_until == date(2026, 1, 2)


@pytest.mark.parametrize("mark", ["withdrawn", "superseded"])
def test_the_latest_is_the_last_that_stands(mark: str) -> None:
    first, last = seen("2025-01-01", Decimal(1)), seen("2025-01-02", Decimal(2), **{mark: True})
    assert not last.stands
    assert History((first, last)).latest is first
    assert History((last,)).latest is None
    assert History().latest is None


def test_a_history_is_a_sequence() -> None:
    days = tuple(seen(f"2025-01-0{day}", Decimal(day)) for day in range(1, 5))
    history = History(days)
    assert (len(history), history[0], history[-1], history[1:3]) == (4, days[0], days[3], days[1:3])
    assert list(history) == list(days)
    assert days[2] in history


def test_a_history_can_be_asked_for_one_source() -> None:
    ours, theirs = seen("2025-01-01", Decimal(1)), seen("2025-01-01", Decimal(2), source="staff")
    spells = tuple(
        Spell("held", source, "https://a.example/", (), SEEN_AT, SEEN_AT)
        for source in ("map", "staff")
    )
    described = {"map": Description("Map makers"), "staff": Description("The staff")}
    alone = History((ours, theirs), spells, described).source("staff")
    assert tuple(alone) == (theirs,)
    assert [spell.source for spell in alone.spells] == ["staff"]
    assert alone.sources == described


MIXED = History(
    (
        seen("2025-01-01", Decimal("0.19"), error=Decimal("0.01"), quote="19%"),
        seen("2025-02", Interval(Decimal("0.1"), None, "left")),
        seen("2042", "in force", published_at=SEEN_AT),
    )
)


def test_a_history_becomes_a_data_frame_by_day() -> None:
    frame = MIXED.to_pandas()
    assert [day.isoformat()[:10] for day in frame.index] == [
        "2025-01-01",
        "2025-02-01",
        "2042-01-01",
    ]
    assert frame["value"].iloc[0] == 0.19
    assert frame["precision"].to_list() == ["day", "month", "year"]
    assert frame["text"].iloc[2] == "in force"


def test_a_history_becomes_an_arrow_table() -> None:
    rows = MIXED.to_arrow().to_pylist()
    assert [row["value"] for row in rows] == [0.19, None, None]
    assert (rows[1]["lower"], rows[1]["upper"]) == (0.1, None)
    assert rows[0]["quote"] == "19%"
    assert rows[2]["published_at"] == SEEN_AT


def test_an_empty_history_has_the_same_columns_and_types() -> None:
    assert list(History().to_pandas().columns) == list(MIXED.to_pandas().columns)
    bare = History((seen("2025", Decimal(1)),)).to_pandas()  # no error, no day of publication
    for kinds in (bare.dtypes, History().to_pandas().dtypes):
        assert [str(kinds[name]) for name in ("error", "lower")] == ["float64", "float64"]
        assert str(kinds["published_at"]) == "datetime64[us, UTC]"
    assert History().to_arrow().schema == MIXED.to_arrow().schema


def test_a_day_of_long_ago_fits_into_a_data_frame() -> None:
    frame = History((seen("1054", Decimal(1)),)).to_pandas()
    assert frame.index[0].year == 1054


@pytest.mark.parametrize(("asked", "missing"), [("to_pandas", "pandas"), ("to_arrow", "pyarrow")])
def test_without_the_frames_extra_it_is_told_what_to_install(asked: str, missing: str) -> None:
    # A name that stands as None in sys.modules is how Python itself says: not installed.
    script = (
        f"import sys; sys.modules[{missing!r}] = None\n"
        "from claimtrack.observations import History\n"
        f"try: History().{asked}()\n"
        "except ImportError as error: print(error)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == f"{asked}() needs the frames extra: pip install 'claimtrack[frames]'\n"


def test_a_quote_in_brief_has_thirty_words_or_five_hundred_characters() -> None:
    assert in_brief("  as it\nstands ") == "as it stands"
    assert in_brief("word " * 31) == " ".join(["word"] * 30) + " ..."
    assert in_brief("w" * 501) == "w" * 500 + " ..."
