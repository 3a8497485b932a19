"""What a robots.txt allows: recorded cases of two other readers, and RFC 9309 where they part."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from shared import SHARED, needs

from claimtrack.robots import (
    GIVEN_UP,
    LASTS,
    NEXT_TRY,
    NOTHING_KNOWN,
    Robots,
    failed,
    is_to_be_asked,
    read,
    rules,
)

PAGES = SHARED / "pages" / "robots"
NOW = datetime(2026, 8, 22, 6, tzinfo=UTC)

#: The cases that we answer otherwise, by their test. The first contradict each other: of the same
#: file and address one set says yes and the other no, and RFC 9309 (2.2.2) compares octets however
#: they are spelt. The second is about a line that means nothing, which must not part two user
#: agents (2.2.4), as the other set has it. The third asks for an agent that is no product token.
OTHERWISE = {
    "ID_Encoding": 3,
    "test_grouping_unknown_keys": 3,
    "GoogleOnly_AcceptUserAgentUpToFirstSpace": 1,
}


def recorded() -> Iterator[dict[str, Any]]:
    for name in ("google_robotstxt_cases.jsonl", "protego_cases.jsonl"):
        with (PAGES / name).open(encoding="utf-8") as file:
            yield from map(json.loads, file)


def is_right(case: dict[str, Any]) -> bool:
    if "agent" in case:
        return Robots(case["robots"], case["agent"]).allow(case["url"]) is case["allowed"]
    found = Robots(case["robots"], case["args"][-1])
    if case["call"] == "crawl_delay":
        return found.delay == (case["want"] or 0)
    return found.allow(case["args"][0]) is case["want"]


@needs(PAGES)
def test_the_recorded_cases_come_out_right_but_for_those_that_rfc_9309_answers_otherwise() -> None:
    cases = list(recorded())
    assert len(cases) == 421
    wrong = [case["test"] for case in cases if not is_right(case)]
    assert {name: wrong.count(name) for name in wrong} == OTHERWISE


@needs(PAGES)
def test_the_two_sets_contradict_each_other() -> None:
    allowed: dict[tuple[str, str, str], set[bool]] = {}
    for case in recorded():
        if "agent" in case:
            key, answer = (case["robots"], case["url"], case["agent"]), case["allowed"]
        elif case["call"] == "can_fetch":
            key, answer = (case["robots"], *case["args"]), case["want"]
        else:
            continue
        allowed.setdefault(key, set()).add(answer)
    assert sum(len(answers) == 2 for answers in allowed.values()) == OTHERWISE["ID_Encoding"]


@needs(PAGES)
def test_every_recorded_file_is_read() -> None:
    files = sorted((PAGES / "sites").glob("*.txt"))
    found = [Robots(path.read_bytes().decode("utf-8", "replace")) for path in files]
    assert all(one.delay >= 0 for one in found)
    assert any(one.delay for one in found)
    assert sum(one.allow("https://one.example/a-page") for one in found) > len(found) / 2


@pytest.mark.parametrize(
    ("group", "is_ours"),
    [
        ("claimtrack", True),
        ("ClaimTrack", True),
        ("claimtrack/1.0", True),
        ("claimtrack the monitor", True),
        ("claim", False),
        ("track", False),
        ("claimtrack-news", False),
        ("claimtracker", False),
        ("", False),
    ],
)
def test_a_group_is_ours_by_the_whole_product_token(group: str, is_ours: bool) -> None:
    found = Robots(f"User-agent: {group}\nDisallow: /\n")
    assert found.allow("https://one.example/") is not is_ours


def test_a_group_of_ours_holds_in_place_of_the_one_for_everybody() -> None:
    found = Robots("User-agent: *\nDisallow: /\n\nUser-agent: claimtrack\nDisallow: /private\n")
    assert found.allow("https://one.example/news")
    assert not found.allow("https://one.example/private/1")


def test_the_longest_rule_holds_and_robots_txt_itself_may_be_asked() -> None:
    found = Robots("User-agent: *\nDisallow: /\nAllow: /news/\nDisallow: /news/*.pdf$\n")
    assert found.allow("https://one.example/news/1")
    assert not found.allow("https://one.example/news/1.pdf")
    assert found.allow("https://one.example/news/1.pdf?page=2")
    assert found.allow("https://one.example/robots.txt")


@pytest.mark.parametrize(
    ("lines", "delay"),
    [
        ("Crawl-delay: 10", 10.0),
        ("Crawl-delay: 0.5", 0.5),
        ("Request-rate: 1/30", 30.0),
        ("Request-rate: 6/1m\nCrawl-delay: 3", 10.0),
        ("Crawl-delay: -5", 0.0),
        ("Crawl-delay: nan", 0.0),
        ("Crawl-delay: soon", 0.0),
        ("Crawl-delay: 1e300", 86_400.0),
        ("Crawl-delay: inf", 0.0),
        ("Disallow: /a", 0.0),
    ],
)
def test_a_delay_is_seconds_a_day_at_most(lines: str, delay: float) -> None:
    assert Robots(f"User-agent: *\n{lines}\n").delay == delay


@pytest.mark.parametrize("text", ["", "\n", "<html><body>Not found</body></html>", "\ufeff", "\0"])
def test_what_is_no_robots_txt_forbids_nothing(text: str) -> None:
    assert Robots(text).allow("https://one.example/")


def test_a_copy_lasts_a_day() -> None:
    copy = read("User-agent: *\nDisallow: /\n", NOW)
    assert is_to_be_asked(NOTHING_KNOWN, NOW)
    assert not is_to_be_asked(copy, NOW + LASTS - timedelta(seconds=1))
    assert is_to_be_asked(copy, NOW + LASTS)
    assert is_to_be_asked(copy, NOW - timedelta(seconds=1))  # by a clock that was wrong


def allows(copy: Any, at: datetime) -> bool | None:
    found = rules(copy, at)
    return None if found is None else found.allow("https://one.example/a")


def test_a_file_that_cannot_be_had_forbids_everything_for_thirty_days() -> None:
    copy = failed(NOTHING_KNOWN, "HTTP 503", NOW)
    for hours in range(0, 720, 24):
        at = NOW + timedelta(hours=hours)
        copy = failed(copy, "HTTP 503", at)
        assert allows(copy, at) is None
    assert allows(copy, NOW + GIVEN_UP) is True
    assert not is_to_be_asked(copy, copy.tried_at + NEXT_TRY - timedelta(seconds=1))
    assert is_to_be_asked(copy, copy.tried_at + NEXT_TRY)


def test_meanwhile_the_last_copy_holds() -> None:
    copy = failed(read("User-agent: *\nDisallow: /b\n", NOW), "it was cut off", NOW + LASTS)
    assert allows(copy, NOW + timedelta(days=29)) is True
    forbidding = failed(read("User-agent: *\nDisallow: /a\n", NOW), "it was cut off", NOW + LASTS)
    assert allows(forbidding, NOW + timedelta(days=29)) is False
    assert allows(forbidding, NOW + LASTS + GIVEN_UP) is True


def test_a_file_that_comes_again_ends_that() -> None:
    copy = read("", NOW + timedelta(days=3))
    again = failed(copy, "HTTP 500", NOW + timedelta(days=40))
    assert again.failing_since == NOW + timedelta(days=40)
    assert allows(again, NOW + timedelta(days=41)) is True
