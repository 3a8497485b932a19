"""Freshness: how long a server, or a feed itself, asks to be left alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.freshness import LONGEST_FRESH, feed_wait, fresh_until

ASKED = datetime(2026, 1, 1, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ((), None),
        ((("cache-control", "max-age=600"),), 600),
        ((("cache-control", "public, MAX-AGE = 600, must-revalidate"),), 600),
        ((("cache-control", 'max-age="600"'),), 600),
        ((("cache-control", "max-age=600"), ("age", "500")), 100),
        ((("cache-control", "max-age=600"), ("age", "600")), None),
        ((("cache-control", "max-age=600, max-age=60"),), 60),
        ((("cache-control", "public"), ("cache-control", "max-age=600")), 600),
        ((("cache-control", "s-maxage=600"),), None),
        ((("cache-control", "max-age=600, no-cache"),), None),
        ((("cache-control", "no-store"), ("expires", "Thu, 01 Jan 2099 00:00:00 GMT")), None),
        ((("cache-control", "max-age=99999999999"),), 86_400),
        ((("cache-control", "max-age=-1"),), None),
        ((("cache-control", "max-age=ten"),), None),
        ((("cache-control", "max-age"),), None),
        ((("expires", "0"), ("date", "Thu, 01 Jan 2026 00:00:00 GMT")), None),
        ((("expires", "Thu, 01 Jan 2026 01:00:00 GMT"),), None),
        (
            (
                ("expires", "Fri, 31 Dec 9999 23:59:59 -2359"),
                ("date", "Thu, 01 Jan 2026 00:00:00 GMT"),
            ),
            None,
        ),
        (
            (
                ("date", "Thu, 01 Jan 2026 00:00:00 GMT"),
                ("expires", "Thu, 01 Jan 2026 01:00:00 GMT"),
            ),
            3600,
        ),
        (
            (
                ("date", "Thu, 01 Jan 2026 00:00:00 GMT"),
                ("expires", "Thu, 01 Jan 2026 01:00:00 GMT"),
                ("cache-control", "max-age=60"),
            ),
            60,
        ),
    ],
)
def test_an_answer_is_fresh_for_as_long_as_it_says(
    headers: tuple[tuple[str, str], ...], seconds: int | None
) -> None:
    until = fresh_until(ASKED, headers)
    assert until == (None if seconds is None else ASKED + timedelta(seconds=seconds))


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_no_word_of_a_server_keeps_a_source_from_being_asked_for_more_than_a_day(
    control: str, age: str, expires: str
) -> None:
    headers = (("cache-control", control), ("age", age), ("expires", expires))
    until = fresh_until(ASKED, headers)
    assert until is None or ASKED < until <= ASKED + LONGEST_FRESH


@pytest.mark.parametrize(
    ("head", "wait"),
    [
        (b"<rss><channel><ttl>60</ttl>", HOUR),
        (b"<rss><channel><ttl>\n 999999 </ttl>", timedelta(days=1)),
        (b"<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2<", HOUR / 2),
        (b"<sy:updatePeriod> daily </sy:updatePeriod>", timedelta(days=1)),
        (b"<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0<", HOUR),
        (b"<sy:updatePeriod>weekly<", timedelta(days=1)),
        (b"<ttl>-5</ttl>", None),
        (b"<feed>", None),
    ],
)
def test_a_feed_says_how_long_to_leave_it_alone(head: bytes, wait: timedelta | None) -> None:
    assert feed_wait(head) == wait
