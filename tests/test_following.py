"""Following: a value becomes another when what it was read off does."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from claimtrack import CalendarDate, Interval, Measure, Page, Reading
from claimtrack.authoring.following import Following
from claimtrack.errors import BadDay
from claimtrack.measures import State

AT = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
TEXT = (("content-type", "text/plain"),)
LEASE = Measure(
    "m",
    "Does it hold?",
    "state",
    states=(State("holds", ("in force",)), State("over", ("has ended",))),
)
COUNT = Measure("m", "How many?", "quantity", "count")
SAID = Measure("m", "What was said?", "quotation", speaker="A. Keeper")
DAY = Measure("m", "When?", "date")

Reader = Callable[[Page], list[Reading]]


def problems(content: str, measure: Measure, read: Reader) -> list[str]:
    page = Page("https://a.example/", content.encode(), AT, 200, TEXT)
    return list(Following(page, [measure], read(page), read).problems())


def told(text: str) -> list[Reading]:
    state = "over" if "has ended" in text else "holds" if "in force" in text else ""
    return [Reading("m", state, quote=text)] if state else []


def test_a_state_follows_the_words_that_tell_it() -> None:
    assert problems("The lease is in force.", LEASE, lambda page: told(page.text)) == []


@pytest.mark.parametrize(
    ("read", "problem"),
    [
        (
            lambda page: [Reading("m", "holds", quote=page.text)],
            "altered: m: holds stays, whatever the page says",
        ),
        (
            lambda page: [Reading("m", "holds", quote=page.text)] if "lease" in page.text else [],
            "altered: m: holds is read of 'has ended'",
        ),
    ],
)
def test_a_state_that_is_read_of_another_state_s_words_is_told(read: Reader, problem: str) -> None:
    (found,) = problems("The lease is in force.", LEASE, read)
    assert found.startswith(problem)


def test_a_state_may_be_told_by_other_signs_than_its_words() -> None:
    def by_item(page: Page) -> list[Reading]:
        state = {"Q7747": "holds", "Q1": "over"}.get(page.text.split()[1])
        return [Reading("m", state, quote=page.text)] if state else []

    assert problems("P35: Q7747", LEASE, by_item) == []
    ever = [Reading("m", "holds", quote="lease")]
    assert problems("lease P35: Q7747", LEASE, lambda page: ever)[0].startswith(
        "altered: m: holds stays, whatever"
    )


def test_what_was_said_follows_the_words_of_the_page() -> None:
    def spoken(page: Page) -> list[Reading]:
        return [Reading("m", page.text, quote=page.text)]

    assert problems("Nobody will ever put it out.", SAID, spoken) == []
    ever = [Reading("m", "Nobody will ever put it out.", quote="it")]
    assert problems("Nobody will ever put it out.", SAID, lambda page: ever) == [
        "altered: m: Nobody will ever put it out. stays, whatever the page says in place of what it"
        " quotes (quoting 'it')"
    ]


def test_what_is_worked_out_follows_the_figures_it_is_worked_out_of() -> None:
    def rise(page: Page) -> list[Reading]:
        first, last = page.text.split()
        return [Reading("m", int(last) - int(first), quote=page.text, derived=True)]

    assert problems("480 498", COUNT, rise) == []
    ever = [Reading("m", 18, quote="480 498", derived=True)]
    assert "m: 18 stays" in problems("480 498", COUNT, lambda page: ever)[0]


def test_what_is_measured_follows_a_map_whose_numbers_nobody_quotes() -> None:
    def width(page: Page) -> list[Reading]:
        west, east = page.json(exact=True)["at"]
        return [Reading("m", Decimal(east) - Decimal(west), quote="map", derived=True)]

    assert problems('{"name": "map", "at": [37.5, 38.9]}', COUNT, width) == []


def test_a_figure_may_be_quoted_in_one_writing_and_read_in_another() -> None:
    def by_share(page: Page) -> list[Reading]:
        shown = page.json(exact=True)
        return [Reading("m", Decimal(shown["share"]), quote=f"{shown['percent']} percent")]

    assert problems('{"percent": 42, "share": 0.42}', COUNT, by_share) == []


def test_a_day_may_be_that_of_the_address() -> None:
    def dated(page: Page) -> list[Reading]:
        day = date.fromisoformat(page.url.partition("example/")[2].replace("/", "-"))
        return [Reading("m", int(page.text.split()[1]), as_of=day, quote=page.text)]

    def of_one_day(page: Page) -> list[Reading]:
        day = date(2026, 3, 1)
        return [Reading("m", int(page.text.split()[1]), as_of=day, quote=page.text)]

    named = Page("https://a.example/2026/03/01", b"2026-03-01: 41", AT, 200, TEXT)
    assert list(Following(named, [COUNT], dated(named), dated).problems()) == []
    (problem,) = problems("2026-03-01: 41", COUNT, of_one_day)
    assert "m: 41 stays dated 2026-03-01, whatever day the page states" in problem


def test_an_interval_and_a_day_follow_their_figures() -> None:
    def bounds(page: Page) -> list[Reading]:
        lower, upper = map(Decimal, page.text.split(" to "))
        return [Reading("m", Interval(lower, upper), quote=page.text)]

    def day(page: Page) -> list[Reading]:
        try:
            return [Reading("m", CalendarDate.parse(page.text), quote=page.text)]
        except BadDay:
            return []

    def one_day(page: Page) -> list[Reading]:
        return [one for one in day(page) if one.quote == "1997-05-28"]

    assert problems("3500 to 3650", COUNT, bounds) == []
    assert problems("1997-05-28", DAY, day) == []
    assert "is the one value ever read" in problems("1997-05-28", DAY, one_day)[0]


def test_a_figure_in_words_may_be_given_up() -> None:
    def written_out(page: Page) -> list[Reading]:
        return [Reading("m", 3, quote="three lamps")] if "three lamps" in page.text else []

    assert problems("There are three lamps.", COUNT, written_out) == []
    ever = [Reading("m", 3, quote="three lamps")]
    assert "m: 3 stays" in problems("There are three lamps.", COUNT, lambda page: ever)[0]


def test_a_quote_of_nothing_that_can_be_altered_is_told() -> None:
    ever = [Reading("m", 3, quote="3")]
    assert problems("x3x", COUNT, lambda page: ever) == [
        "altered: m: 3: nothing that it quotes can be altered on the page (quoting '3')"
    ]


@pytest.mark.parametrize("lit", [range(10, 99), range(10), [31, 1, 30, 12, 3]])
def test_a_series_may_hold_every_figure_there_is(lit: Sequence[int]) -> None:
    """What a figure becomes is that of another day, which is no reason to take it for a parrot."""
    days = [date(2025, 12, 1) + timedelta(days=at) for at in range(90)]
    content = "\n".join(f"{day},{lit[at % len(lit)]}" for at, day in enumerate(days))

    def rows(page: Page) -> list[Reading]:
        cells = [line.split(",") for line in page.text.split()]
        return [Reading("m", int(lit), as_of=day, quote=f"{day},{lit}") for day, lit in cells]

    def with_one_of_its_own(page: Page) -> list[Reading]:
        (*others, last) = rows(page)
        return [*others, replace(last, value=lit[89 % len(lit)])]

    assert problems(content, COUNT, rows) == []
    (problem,) = problems(content, COUNT, with_one_of_its_own)
    assert f"{lit[89 % len(lit)]} stays, whatever the page says" in problem


def test_a_long_series_is_tried_on_few_pages() -> None:
    content = "\n".join(f"{date(2016, 1, 1) + timedelta(days=at)},{at}" for at in range(1500))

    def rows(page: Page) -> list[Reading]:
        cells = [line.split(",") for line in page.text.split()]
        return [Reading("m", int(lit), as_of=day, quote=f"{day},{lit}") for day, lit in cells]

    page = Page("https://a.example/", content.encode(), AT, 200, TEXT)
    ever = rows(page)
    for read in (rows, lambda page: ever):
        following = Following(page, [COUNT], ever, read)
        told = list(following.problems())
        assert bool(told) == (read is not rows)
        assert following.tried < 200


@pytest.mark.parametrize(
    ("content", "is_right"),
    [
        ("2026-03-01: 41 + 3 = 44", lambda lit, dark, total: lit + dark == total),
        ("2026-03-01: 40 % 60 % 12", lambda lit, dark, _: lit + dark == 100),
        ("2026-03-01: 9 + 1 = 10", lambda lit, dark, total: lit + dark == total),
    ],
)
def test_a_reader_may_hold_figures_against_each_other(
    content: str, is_right: Callable[[int, int, int], bool]
) -> None:
    def told(page: Page) -> list[int]:
        return [int(figure) for figure in re.findall(r"\d+", page.text.partition(":")[2])]

    def checked(page: Page) -> list[Reading]:
        quote = page.text[: 13 + (page.text[13] != " ")].strip()
        return [Reading("m", told(page)[0], quote=quote)] if is_right(*told(page)) else []

    def one_and_no_other(page: Page) -> list[Reading]:
        return [one for one in checked(page) if one.value == told(first)[0]]

    first = Page("https://a.example/", content.encode(), AT, 200, TEXT)
    assert problems(content, COUNT, checked) == []
    assert "is the one value ever read" in problems(content, COUNT, one_and_no_other)[0]


def test_a_count_follows_how_many_there_are() -> None:
    def counted(page: Page) -> list[Reading]:
        lights = page.json().get("lights") or []
        if not lights or not all(light.get("name") for light in lights):
            return []
        names = [light["name"] for light in lights]
        return [Reading("m", len(names), quote=", ".join(names), derived=True)]

    def always_three(page: Page) -> list[Reading]:
        return [replace(one, value=Decimal(3)) for one in counted(page)]

    content = '{"lights": [{"name": "Skerry"}, {"name": "Bell"}, {"name": "Muckle"}]}'
    assert problems(content, COUNT, counted) == []
    assert "m: 3 stays, whatever" in problems(content, COUNT, always_three)[0]
