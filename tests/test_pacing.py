"""Pacing: when a scheduled update may ask an address again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.pacing import LONGEST_WAIT, due_at, is_due, retry_at
from claimtrack.pages import Memory

ASKED = datetime(2026, 1, 1, 6, tzinfo=UTC)
URL = "https://example.org/a"
HOUR = timedelta(hours=1)


def wait(memory: Memory, *paces: timedelta | None, url: str = URL) -> timedelta | None:
    moment = due_at("source", url, paces or (None,), memory)
    return None if moment is None else moment - memory.asked_at


def failed(times: int) -> Memory:
    return Memory(ASKED, failures=times)


def postponed(said: str, failures: int = 1) -> Memory:
    return Memory(ASKED, failures=failures, retry_after=said)


def about(whole: timedelta) -> tuple[timedelta, timedelta]:
    """Between which waits an ask falls that comes a little early."""
    return whole * 0.9, whole * 0.95


def test_what_was_never_asked_or_has_no_pace_may_be_asked_at_once() -> None:
    assert due_at("source", URL, [HOUR], None) is None
    assert wait(Memory(ASKED), None) is None
    assert wait(Memory(ASKED), HOUR, None) is None
    assert is_due("source", URL, [None], Memory(ASKED), ASKED)


@pytest.mark.parametrize("pace", [HOUR, 6 * HOUR, 24 * HOUR, 30 * 24 * HOUR])
def test_an_address_is_due_a_little_before_its_pace_is_over(pace: timedelta) -> None:
    least, most = about(pace)
    waited = wait(Memory(ASKED), pace, 2 * pace)
    assert waited is not None
    assert least <= waited <= most


def test_a_job_that_starts_some_seconds_sooner_skips_no_period() -> None:
    memory = Memory(ASKED + timedelta(seconds=59))  # a minute to load, the first time
    assert is_due("source", URL, [HOUR], memory, ASKED + HOUR)
    assert not is_due("source", URL, [HOUR], memory, ASKED + HOUR / 2)


def test_addresses_of_one_pace_do_not_fall_due_together() -> None:
    urls = [f"{URL}/{number}" for number in range(100)]
    waits = [wait(Memory(ASKED), HOUR, url=url) for url in urls]
    assert len(set(waits)) == 100
    assert waits == [wait(Memory(ASKED), HOUR, url=url) for url in urls]


@pytest.mark.parametrize(
    ("pace", "failures", "whole"),
    [
        (6 * HOUR, 1, 6 * HOUR),
        (6 * HOUR, 2, 12 * HOUR),
        (6 * HOUR, 3, 24 * HOUR),
        (6 * HOUR, 6, 144 * HOUR),
        (6 * HOUR, 100_000, 144 * HOUR),
        (HOUR, 5, 16 * HOUR),
        (HOUR, 6, 24 * HOUR),  # a source asked hourly loses no more than a day after an outage
        (HOUR, 100_000, 24 * HOUR),
        (HOUR / 60, 100_000, HOUR),
        (24 * HOUR, 100_000, LONGEST_WAIT),
        (None, 1, HOUR),
        (None, 2, 2 * HOUR),
        (None, 8, 128 * HOUR),
        (None, 9, LONGEST_WAIT),
        (30 * 24 * HOUR, 1, LONGEST_WAIT),
    ],
)
def test_after_failures_the_wait_doubles_up_to_a_day_of_paces_or_a_week(
    pace: timedelta | None, failures: int, whole: timedelta
) -> None:
    least, most = about(whole)
    waited = wait(failed(failures), pace)
    assert waited is not None
    assert least <= waited <= most


@pytest.mark.parametrize(
    ("said", "later"),
    [
        ("120", timedelta(minutes=2)),
        (" 0 ", timedelta(0)),
        ("99999999", LONGEST_WAIT),
        ("9" * 5000, LONGEST_WAIT),
        (format_datetime(ASKED + 3 * HOUR, usegmt=True), 3 * HOUR),
        (format_datetime(ASKED - 3 * HOUR, usegmt=True), -3 * HOUR),
        (format_datetime(ASKED + timedelta(days=60), usegmt=True), LONGEST_WAIT),
        ("Thu, 01 Jan 2026 09:00:00 +0200", HOUR),
    ],
)
def test_retry_after_is_seconds_or_a_date_and_a_week_at_most(said: str, later: timedelta) -> None:
    assert retry_at(postponed(said)) == ASKED + later


@pytest.mark.parametrize("said", ["", "soon", "-5", "1.5", "٣", "Thu, 32 Jan 2026 09:00:00 GMT"])
def test_a_retry_after_that_cannot_be_read_is_none(said: str) -> None:
    assert retry_at(postponed(said)) is None
    assert wait(postponed(said)) == wait(failed(1))


def test_the_server_is_not_asked_before_it_wants_to_be() -> None:
    assert wait(postponed("7200"), HOUR) == 2 * HOUR
    assert wait(postponed("7200"), None) == 2 * HOUR
    assert wait(postponed("60"), HOUR) == wait(failed(1), HOUR)


def test_an_ask_by_a_clock_that_was_wrong_holds_nothing_up() -> None:
    ahead = Memory(datetime(2099, 1, 1, tzinfo=UTC))
    assert is_due("source", URL, [HOUR], ahead, ASKED)
    assert not is_due("source", URL, [HOUR], Memory(ASKED + timedelta(seconds=5)), ASKED)


def test_at_the_end_of_the_calendar_nothing_overflows() -> None:
    end = datetime.max.replace(tzinfo=UTC)
    assert due_at("source", URL, [HOUR], Memory(end)) == end


paces = st.none() | st.timedeltas(timedelta(hours=1), timedelta(days=400))
texts = st.none() | st.text(max_size=40) | st.integers(0).map(str)
dates = st.integers(-20_000, 20_000).map(
    lambda days: format_datetime(ASKED + timedelta(days=days), usegmt=True)
)


@given(paces, st.integers(1, 10**9), texts | dates, st.text(max_size=20))
def test_no_failure_puts_an_ask_off_for_longer_than_a_week(
    pace: timedelta | None, failures: int, said: str | None, url: str
) -> None:
    memory = Memory(ASKED, failures=failures, retry_after=said)
    waited = wait(memory, pace, url=url)
    assert waited is not None
    assert timedelta(0) < waited <= LONGEST_WAIT


@given(st.timedeltas(timedelta(hours=1), timedelta(days=400)), st.text(max_size=20))
def test_a_success_resets_the_wait_to_the_pace(pace: timedelta, url: str) -> None:
    waited = wait(Memory(ASKED), pace, url=url)
    assert waited is not None
    assert pace * 0.9 <= waited <= pace * 0.95


@given(paces, st.integers(1, 60))
def test_one_more_failure_never_shortens_the_wait(pace: timedelta | None, failures: int) -> None:
    fewer, more = wait(failed(failures), pace), wait(failed(failures + 1), pace)
    assert fewer is not None
    assert more is not None
    assert fewer <= more


def test_what_is_fresh_is_due_when_it_is_not_any_more_and_not_after_a_failure() -> None:
    fresh = ASKED + timedelta(hours=5)
    assert due_at("source", URL, [HOUR], Memory(ASKED, fresh_until=fresh)) == fresh
    assert due_at("source", URL, [None], Memory(ASKED, fresh_until=fresh)) == fresh
    day = timedelta(days=1)
    least, most = about(day)
    later, failing = Memory(ASKED, fresh_until=fresh), Memory(ASKED, failures=1, fresh_until=fresh)
    assert least <= (due_at("source", URL, [day], later) or ASKED) - ASKED <= most
    assert (due_at("source", URL, [HOUR], failing) or fresh) < ASKED + HOUR
