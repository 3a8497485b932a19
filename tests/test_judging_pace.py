"""The pace: when an amount that goes on as it went would cross an edge, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seen import column

from claimtrack.judging.pace import Forecast, forecast

FIRST = date(2025, 1, 1)
TODAY = date(2025, 12, 31)


def days(count: int = 365, every: int = 1, until: date = TODAY) -> list[date]:
    return [until - timedelta(days=every * back) for back in range(count)][::-1]


def told(
    amount: Callable[[int], float],
    edges: Sequence[str],
    *,
    on: Sequence[date] | None = None,
    at: date = TODAY,
    inside: bool = True,
) -> Forecast | None:
    """The forecast for amounts by the number of days since the first of 2025."""
    held = days() if on is None else on
    amounts = [Decimal(str(amount((day - FIRST).days))) for day in held]
    return forecast(held, amounts, at=at, edges=[Decimal(edge) for edge in edges], inside=inside)


def sure(found: Forecast | None) -> Forecast:
    assert found is not None
    return found


def test_an_even_pace_reaches_the_edge_on_its_day() -> None:
    found = sure(told(lambda day: 100 + day, ["500", "10"]))

    assert found.edge == 500
    assert found.likely == TODAY + timedelta(days=500 - 464)
    assert found.pace == 1
    assert found.basis == (30, 90, 180)
    assert found.leaves
    assert found.level == 0.8


def test_the_pace_is_the_mean_of_those_over_its_stretches() -> None:
    # So far 1 a day, in the last thirty days 4.
    found = sure(told(lambda day: day + 3 * max(0, day - 334), ["600"]))

    assert found.basis == (30, 90, 180)
    assert found.pace == Decimal(f"{(120 / 30 + 180 / 90 + 270 / 180) / 3:.6g}")


def test_a_record_of_a_hundred_days_is_looked_back_on_no_further() -> None:
    found = sure(told(lambda day: day, ["434"], on=days(101)))

    assert found.basis == (30, 90, 100)


def test_the_range_of_an_even_pace_is_what_the_past_has_not_shown() -> None:
    found = sure(told(lambda day: day, ["434"]))  # 70 days ahead

    assert found.earliest == TODAY + timedelta(days=50)
    assert found.latest == TODAY + timedelta(days=98)


def test_a_fall_goes_to_the_edge_below() -> None:
    found = sure(told(lambda day: -day, ["0", "-464", "-400"]))

    assert found.edge == -400
    assert found.likely == TODAY + timedelta(days=36)
    assert found.pace == -1


def test_what_lies_outside_comes_in_where_it_moves_towards_the_edge() -> None:
    found = sure(told(lambda day: day, ["400", "500"], inside=False))

    assert found.edge == 400
    assert not found.leaves


@pytest.mark.parametrize("edges", [["100"], [], ["364"]])
def test_there_is_no_day_where_no_edge_lies_ahead(edges: list[str]) -> None:
    assert told(lambda day: day, edges) is None


def test_there_is_no_day_for_what_stands_still() -> None:
    assert told(lambda day: 7, ["8", "6"]) is None


def test_nothing_is_told_further_ahead_than_the_record_reaches_back() -> None:
    assert told(lambda day: day, ["727"]) is not None
    assert told(lambda day: day, ["729"]) is None


def test_a_late_end_beyond_that_is_left_open() -> None:
    found = sure(told(lambda day: day, ["664"]))  # 300 days ahead, at worst 420

    assert found.latest is None


@pytest.mark.parametrize(
    ("count", "every", "enough"),
    [(91, 1, True), (90, 1, False), (10, 10, True), (9, 10, False), (8, 30, False)],
)
def test_a_short_record_tells_no_pace(count: int, every: int, enough: bool) -> None:
    on = days(count, every)

    assert (told(lambda day: day, ["366"], on=on) is not None) == enough


def test_a_burst_and_a_lull_widen_the_range() -> None:
    def uneven(day: int) -> float:
        return day + 60 * (day // 120) - (day % 120) / 2

    even, found = sure(told(lambda day: day, ["434"])), sure(told(uneven, [str(uneven(364) + 70)]))

    assert found.earliest < even.earliest
    assert found.latest is None or (found.latest - found.likely) > timedelta(days=28)


@pytest.mark.parametrize("step", [5, -5])
def test_what_happened_once_long_ago_widens_no_range(step: int) -> None:
    then = sure(told(lambda day: day + (step if day > 60 else 0), [str(434 + step)]))

    assert then == replace(sure(told(lambda day: day, ["434"])), edge=then.edge)


def test_what_may_as_well_turn_round_has_no_last_day() -> None:
    found = sure(told(lambda day: day / 10 + 20 * ((day // 30 + 1) % 2), ["65"]))

    assert found.latest is None


def test_only_what_was_so_up_to_the_day_asked_counts() -> None:
    def later(day: int) -> float:
        return day if day <= 300 else 300

    asked = FIRST + timedelta(days=300)

    assert told(later, ["350"], at=asked) == told(lambda day: day, ["350"], at=asked)


def test_a_figure_carried_forward_has_not_crossed_by_the_day_asked() -> None:
    at = TODAY + timedelta(days=20)

    found = sure(told(lambda day: day, ["374"], at=at))

    assert found.likely == found.earliest == at + timedelta(days=1)


def test_a_monthly_record_is_looked_back_on_for_longer() -> None:
    on = days(36, 30)

    found = sure(told(lambda day: day, ["434"], on=on))

    assert found.likely == TODAY + timedelta(days=70)
    assert found.basis == (90, 270, 540)


def test_days_without_a_figure_make_no_difference_to_an_even_pace() -> None:
    gappy = [day for place, day in enumerate(days()) if place % 7 and place != 200]

    found = sure(told(lambda day: day, ["434"], on=gappy))

    assert found.likely == TODAY + timedelta(days=70)


def test_the_calendar_ends() -> None:
    on = days(200, until=date.max)

    assert told(lambda day: day, [str((date.max - FIRST).days + 5)], on=on, at=date.max) is None


@pytest.mark.parametrize("asked", ["2025-08-15", "2025-10-15", "2025-11-15", "2025-12-15"])
def test_the_range_holds_the_day_on_which_donetsk_left_three_quarters(asked: str) -> None:
    record = column("territory.csv", "donetsk_share")
    on = [seen.holds_from for seen in record]
    amounts = [seen.value for seen in record if isinstance(seen.value, Decimal)]
    crossed = next(day for day, share in zip(on, amounts, strict=True) if share > Decimal("0.775"))

    found = sure(
        forecast(on, amounts, at=date.fromisoformat(asked), edges=[Decimal("0.775")], inside=True)
    )

    assert crossed == date(2026, 1, 5)
    assert found.latest is not None
    assert found.earliest <= crossed <= found.latest


@given(
    amounts=st.lists(st.integers(-1000, 1000), min_size=95, max_size=130),
    edges=st.lists(st.integers(-2000, 2000), max_size=4),
    ahead=st.integers(0, 40),
)
def test_whatever_came_the_days_are_in_order_and_to_come(
    amounts: list[int], edges: list[int], ahead: int
) -> None:
    on = days(len(amounts))
    at = TODAY + timedelta(days=ahead)

    found = forecast(
        on,
        [Decimal(each) for each in amounts],
        at=at,
        edges=[Decimal(e) for e in edges],
        inside=True,
    )

    if found is not None:
        assert at < found.earliest <= found.likely
        assert found.latest is None or found.likely <= found.latest
        assert found.edge in edges
        assert (found.edge > amounts[-1]) == (found.pace > 0)


@given(
    amounts=st.lists(st.integers(0, 1000), min_size=95, max_size=130),
    edge=st.integers(0, 1200),
    scale=st.sampled_from(["0.001", "1000"]),
)
def test_another_unit_gives_the_same_days(amounts: list[int], edge: int, scale: str) -> None:
    on, factor = days(len(amounts)), Decimal(scale)
    held = [Decimal(each) for each in amounts]

    plain = forecast(on, held, at=TODAY, edges=[Decimal(edge)], inside=True)
    scaled = forecast(
        on, [each * factor for each in held], at=TODAY, edges=[edge * factor], inside=True
    )

    assert (plain is None) == (scaled is None)
    if plain is not None and scaled is not None:
        gaps = (
            plain.likely - scaled.likely,
            plain.earliest - scaled.earliest,
        )
        assert all(abs(gap.days) <= 1 for gap in gaps)
