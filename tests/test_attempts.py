"""Attempts held in little room."""

from __future__ import annotations

import sys
import tracemalloc
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup

from claimtrack.attempts import Attempts
from claimtrack.export import plain
from claimtrack.observations import Attempt, Reading, Result
from claimtrack.values import CalendarDate, Interval

T0 = datetime(2026, 3, 1, 12, tzinfo=UTC)


def attempt(number: int, value: object = None, quote: str = "") -> Attempt:
    """The attempt of that number, a page of figures in the shape of most."""
    measure = f"share/page-{number:05}"
    reading = Reading(
        measure,
        Decimal(number) / 8 if value is None else value,  # type: ignore[arg-type]
        quote=quote or f"Share {number} per cent",
        locator="table.figures td.share",
    )
    headers = (
        ("server", "nginx"),
        ("etag", f'"{number:x}"'),
        ("content-type", "text/html; charset=utf-8"),
    )
    at, digest = T0 + timedelta(seconds=number), f"{number:064x}"
    result = Result(measure, "changed", "page@1", (reading,))
    return Attempt(
        "page", f"https://example.org/{number}", at, "fetched", 200, None, digest, (result,),
        headers, 30_000 + number, number / 7, requests=1,
    )  # fmt: skip


@pytest.mark.parametrize("count", [0, 1, 249, 250, 251, 600])
def test_they_are_the_same_as_a_tuple(count: int) -> None:
    given = tuple(map(attempt, range(count)))
    held = Attempts(iter(given))
    assert (held, tuple(held), len(held), bool(held)) == (given, given, count, count > 0)
    assert (hash(held), repr(held)) == (hash(given), repr(given))
    assert held == Attempts(given)
    assert held[1:-1:97] == given[1:-1:97]
    assert plain(held) == plain(given)
    for place in {0, count // 2, count - 1} if count else set():
        assert held[place] == given[place] == held[place - count]
    with pytest.raises(IndexError):
        held[count]


def test_others_are_not_equal() -> None:
    given = tuple(map(attempt, range(300)))
    held = Attempts(given)
    assert held != given[:-1]
    assert held != (*given[:-1], attempt(1000))
    assert held != (attempt(1000), *given[1:])
    assert held != list(given)


@pytest.mark.parametrize(
    "value",
    [
        Decimal("1E+3"),
        Interval(Decimal(1), None, "left"),
        CalendarDate.parse("2042"),
        "in force",
    ],
)
def test_every_kind_of_value_comes_back(value: object) -> None:
    given = tuple(attempt(number, value) for number in range(250))
    assert Attempts(given) == given
    assert [repr(one) for one in Attempts(given)] == [repr(one) for one in given]


def test_a_parser_s_kind_of_text_is_text_and_holds_no_page() -> None:
    soup = BeautifulSoup("<p>Share of <b>19 per cent</b>" + "<i>x</i>" * 5000, "lxml")
    assert soup.b is not None
    said = soup.b.string
    assert said is not None
    given = tuple(attempt(number, quote=said) for number in range(250))
    (quote,) = {one.results[0].readings[0].quote for one in Attempts(given)}
    assert type(quote) is str
    assert quote == "19 per cent"


def test_what_cannot_be_packed_is_held_as_it_is() -> None:
    class Odd(Decimal):
        """A value of a script's own."""

    given = tuple(map(attempt, range(250)))
    object.__setattr__(given[7].results[0].readings[0], "value", Odd(7))
    held = Attempts(given)
    assert type(held[7].results[0].readings[0].value) is Odd
    assert held == given


def test_very_many_take_little_room() -> None:
    tracemalloc.start()
    try:
        held = Attempts(map(attempt, range(2_000)))
        room, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(held) == 2_000
    assert room < 500 * len(held), sys.getsizeof(held)
