"""Following: a value becomes another when what it was read off does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
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
        day = date(2026, 3, 1)
        return [Reading("m", int(page.text.split()[1]), as_of=day, quote=page.text)]

    named = Page("https://a.example/2026/03/01", b"2026-03-01: 41", AT, 200, TEXT)
    assert list(Following(named, [COUNT], dated(named), dated).problems()) == []
    assert problems("2026-03-01: 41", COUNT, dated) == [
        "altered: m: 41 stays dated 2026-03-01, whatever day is quoted"
    ]


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
    ever = [Reading("m", 3, quote="3", as_of=date(2026, 3, 1))]
    assert problems("x3x", COUNT, lambda page: ever) == [
        "altered: m: 3: nothing that it quotes can be altered on the page (quoting '3')"
    ]
