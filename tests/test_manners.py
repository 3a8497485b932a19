"""What a host is owed, decided without a host."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import BadValue
from claimtrack.manners import (
    DOWN,
    LONGEST_WAIT,
    UNKNOWN,
    Budget,
    HostState,
    answered,
    budget_of,
    check_contact,
    host_of,
    is_down,
    is_left_alone,
    known_budgets,
    refused,
    rest,
    spacing,
    taken,
    unanswered,
    wait,
)

NOW = datetime(2026, 8, 22, 6, tzinfo=UTC)


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://One.Example/a", "one.example"),
        ("http://one.example:80/", "one.example"),
        ("https://one.example:443/", "one.example"),
        ("http://one.example:8080/", "one.example:8080"),
        ("http://127.0.0.1:5000/", "127.0.0.1:5000"),
        ("http://[::1]:5000/", "::1:5000"),
        ("https://one.example./", "one.example"),
        ("https://b\u00fccher.example/", "xn--bcher-kva.example"),
        ("https://B\u00dcCHER\u3002example/", "xn--bcher-kva.example"),
        ("https://xn--bcher-kva.example/", "xn--bcher-kva.example"),
        ("http://0x7f.1/", "127.0.0.1"),
        ("http://2130706433/", "127.0.0.1"),
        ("http://0177.0.0.1:8080/", "127.0.0.1:8080"),
        ("http://[::ffff:127.0.0.1]/", "127.0.0.1"),
        ("http://[0:0::1]/", "::1"),
        ("http://1.2.3.4.5/", "1.2.3.4.5"),
        ("http://256.1.1.1/", "256.1.1.1"),
        ("http://4294967296/", "4294967296"),
        ("figures.csv", "figures.csv"),
        ("http://[::1/", "http://[::1/"),
        ("http://one.example:port/", "http://one.example:port/"),
        ("", ""),
    ],
)
def test_a_host_is_named_with_an_unusual_port_alone(url: str, host: str) -> None:
    assert host_of(url) == host


# Spacing


@given(
    st.lists(st.tuples(st.floats(0, 3), st.booleans(), st.floats(0, 2)), max_size=60),
    st.floats(0.01, 30),
)
def test_whoever_takes_a_slot_starts_no_sooner_than_the_spacing_after_the_last(
    asks: list[tuple[float, bool, float]], seconds: float
) -> None:
    """Processes come in any order, go wrong, answer late, and are killed between."""
    state, now, starts = UNKNOWN, NOW, []
    for pause, lives, answers_after in asks:
        now += timedelta(seconds=pause)
        if wait(state, now):
            continue  # it tries again later
        starts.append(now)
        state = taken(state, now, seconds)
        if lives:
            now += timedelta(seconds=answers_after)
            state = answered(state, now, seconds)
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(starts)]
    assert all(gap >= seconds for gap in gaps)


def test_after_the_wait_the_slot_is_free() -> None:
    state = taken(UNKNOWN, NOW, 5)
    seconds = wait(state, after(1))
    assert seconds == pytest.approx(4, abs=0.1)
    assert wait(state, after(1 + seconds)) == 0


def test_no_spacing_is_no_wait() -> None:
    assert wait(taken(UNKNOWN, NOW, 0), NOW) == 0


def test_a_slot_that_lies_further_ahead_than_it_was_set_is_an_old_clock_s() -> None:
    state = taken(UNKNOWN, NOW, 5)
    assert wait(state, NOW - timedelta(days=365)) == 0
    assert wait(state, NOW) > 0


def test_the_widest_of_all_wishes_holds_and_a_budget_stands_in_for_the_usual() -> None:
    quick = Budget("one.example", 0.25, "themselves")
    assert spacing(1) == 1
    assert spacing(0) == 0
    assert spacing(1, budget=quick) == 0.25
    assert spacing(1, budget=quick, delay=3, wished=2) == 3
    assert spacing(1, budget=quick, delay=3, wished=4) == 4
    assert spacing(0, wished=-5) == 0


def test_a_budget_is_found_by_host_and_path() -> None:
    search = budget_of("web.archive.org", "/cdx/search/cdx")
    memento = budget_of("web.archive.org", "/web/2025/http://one.example/")
    assert search is not None
    assert memento is not None
    assert search.spacing > memento.spacing
    assert budget_of("archive.org", "/cdx/search/cdx") is None
    assert budget_of("notwikipedia.org", "/w/api.php") is None
    for host in ("en.wikipedia.org", "wikipedia.org", "www.wikidata.org"):
        found = budget_of(host, "/w/api.php")
        assert found is not None
        assert found.adds["maxlag"] == "5"


def test_interfaces_for_programs_are_those_of_wikis() -> None:
    """Their robots.txt keeps crawlers from all that is no article; articles are asked as pages."""
    for host, path in (
        ("en.wikipedia.org", "/w/api.php"),
        ("de.wikipedia.org", "/api/rest_v1/page/html/Westmark"),
        ("www.wikidata.org", "/wiki/Special:EntityData/Q145.json"),
    ):
        found = budget_of(host, path)
        assert found is not None
        assert found.for_programs
    assert budget_of("en.wikipedia.org", "/wiki/Westmark") is None
    assert budget_of("www.wikidata.org", "/wiki/Special:Export/Q145") is None


def test_every_known_budget_names_who_says_so() -> None:
    assert len(known_budgets()) >= 6
    assert all(one.says and one.spacing > 0 for one in known_budgets())


def test_the_page_on_updates_shows_the_known_budgets() -> None:
    page = Path(__file__).parents[1] / "docs" / "scheduled-updates.md"
    rows = [f"| {one.host} | {one.path} | {one.spacing:g} |" for one in known_budgets()]
    assert "\n".join(["|---|---|---|", *rows]) in page.read_text(encoding="utf-8")


# Pauses


def test_pauses_without_a_word_double_up_to_a_week() -> None:
    state, at, waits = UNKNOWN, NOW, []
    for _ in range(40):
        state = refused(state, at, None, "HTTP 429")
        waits.append(rest(state, at))
        at += waits[-1]
        assert not rest(state, at)
    assert waits[:3] == [timedelta(minutes=minutes) for minutes in (1, 2, 4)]
    assert waits[-1] == LONGEST_WAIT
    assert answered(state, at, 1).refusals == 0


@pytest.mark.parametrize(
    "said",
    ["soon", "", "-5", "1e9", "Wed, 99 Foo 2026", "Fri, 31 Dec 9999 23:59:59 -2359"],
)
def test_a_word_that_cannot_be_read_is_none(said: str) -> None:
    assert rest(refused(UNKNOWN, NOW, said, "HTTP 429"), NOW) == timedelta(minutes=1)


@pytest.mark.parametrize("said", ["0", "Sat, 01 Jan 2000 00:00:00 GMT"])
def test_a_pause_that_is_over_is_no_leave_to_ask_on(said: str) -> None:
    once = refused(UNKNOWN, NOW, said, "HTTP 429")
    assert rest(once, NOW) == timedelta(minutes=1)
    assert rest(refused(once, NOW, said, "HTTP 429"), NOW) == timedelta(minutes=2)


def test_a_robots_txt_that_comes_ends_no_refusal() -> None:
    state = refused(unanswered(UNKNOWN, NOW), NOW, "3600", "HTTP 429")
    assert answered(state, NOW, 1, of_page=False).retry_at == state.retry_at
    assert answered(unanswered(state, NOW), NOW, 1, of_page=False).failures == 0


def test_a_pause_further_off_than_any_was_made_by_a_clock_that_was_wrong() -> None:
    state = HostState(retry_at=NOW + timedelta(days=400), reason="HTTP 429")
    assert not rest(state, NOW)
    assert not is_left_alone(state, NOW)


# Hosts that are down


def failing(times: int, at: datetime) -> HostState:
    state = UNKNOWN
    for _ in range(times):
        state = unanswered(state, at)
    return state


def test_a_host_is_down_after_three_failures_in_this_update() -> None:
    assert not is_down(failing(DOWN - 1, NOW), NOW)
    assert is_down(failing(DOWN, NOW), NOW)
    assert not is_down(failing(DOWN, NOW), after(1))
    assert not is_down(answered(failing(DOWN, NOW), NOW, 0), NOW)


def test_scheduled_updates_try_a_dead_host_less_and_less_and_never_stop() -> None:
    state, tried = failing(DOWN, NOW), [NOW]
    for hour in range(24 * 100):
        at = NOW + timedelta(hours=hour)
        if not is_left_alone(state, at):
            state = unanswered(state, at)
            tried.append(at)
    gaps = [later - earlier for earlier, later in pairwise(tried)]
    assert gaps == sorted(gaps)
    assert gaps[0] == timedelta(hours=1)
    assert timedelta(days=6) < gaps[-1] <= LONGEST_WAIT
    assert len(tried) > 15


# Who asks


@pytest.mark.parametrize("contact", ["desk@paper.example", "https://paper.example/bot"])
def test_a_contact_is_an_address_or_a_page(contact: str) -> None:
    check_contact(contact)


@pytest.mark.parametrize("contact", ["", " ", "a\r\nCookie: b", "redaktör@paper.example", "a) b("])
def test_a_contact_that_would_break_the_header_is_refused(contact: str) -> None:
    with pytest.raises(BadValue):
        check_contact(contact)
