"""Failures, a line each: who could not get what, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from server import page, serving
from test_update_processes import FIGURES, HEAD, MEASURE, Job

from claimtrack.cli.failures import failures
from claimtrack.observations import Attempt, Outcome, Result

NOW = datetime(2026, 1, 1, tzinfo=UTC)
URL = "https://example.org/land"


def attempt(
    *results: tuple[str, str | None],
    source: str = "map",
    outcome: Outcome = "fetched",
    reason: str | None = None,
) -> Attempt:
    """An attempt with these results, each a status and its reason, of the measures m0, m1..."""
    made: list[Any] = [
        Result(f"m{n}", status, "reader@1", reason=why)  # type: ignore[arg-type]
        for n, (status, why) in enumerate(results)
    ]
    return Attempt(source, URL, NOW, outcome, reason=reason, results=tuple(made))


def line(*attempts: Attempt) -> str:
    (told,) = failures(attempts)
    return told


def test_the_result_leads_where_a_page_came() -> None:
    refused = attempt(("quarantined", "0.79 is outside what is expected"))
    assert line(refused) == f"map: {URL}: quarantined: 0.79 is outside what is expected"
    assert line(attempt(("missing", None))) == f"map: {URL}: missing"


def test_the_outcome_leads_where_none_came() -> None:
    assert line(attempt(outcome="gone", reason="HTTP 404")) == f"map: {URL}: gone: HTTP 404"
    assert line(attempt(outcome="unreachable")) == f"map: {URL}: unreachable"
    unasked = attempt(("unreadable", "no such source"), outcome="unreachable", reason="no such")
    assert line(unasked) == f"map: {URL}: unreachable: no such; no such source"


def test_what_was_not_asked_for_one_reason_is_one_line() -> None:
    reason = "no name can be looked up here"
    left = [
        replace(
            attempt(outcome="unreachable", reason=reason, source=f"s{n}"),
            url=f"https://{n}.example/",
            asked=False,
        )
        for n in range(8)
    ]
    assert line(left[0]) == f"s0: https://0.example/: unreachable: {reason}"
    assert line(*left[:2]) == f"s0, s1: 2 addresses: unreachable: {reason}"
    assert line(*left, *left[:1]) == f"8 sources: 8 addresses: unreachable: {reason}"


def test_one_reason_for_all_measures_is_told_once() -> None:
    twice = attempt(("unreadable", "no rows"), ("unreadable", "no rows"), ("missing", None))
    assert line(twice) == f"map: {URL}: unreadable: no rows; missing"


def test_a_measure_that_fails_beside_others_is_told_by_its_name() -> None:
    assert line(attempt(("read", None), ("quarantined", "2 is no share"))) == (
        f"map: {URL}: m1: quarantined: 2 is no share"
    )


def test_what_was_read_is_no_failure() -> None:
    assert list(failures([attempt(("read", None)), attempt()])) == []


def test_an_address_is_named_once() -> None:
    failed = attempt(("unreadable", f"{URL}: it is not JSON"))
    assert list(failures([failed])) == [f"map: {URL}: unreadable: it is not JSON"]


def test_sources_that_had_the_same_of_one_address_share_a_line() -> None:
    dead = [
        attempt(source=source, outcome="unreachable", reason="refused") for source in ("a", "b")
    ]
    other = attempt(source="c", outcome="unreachable", reason="timed out")
    assert list(failures([dead[0], other, dead[1]])) == [
        f"a, b: {URL}: unreachable: refused",
        f"c: {URL}: unreachable: timed out",
    ]


def test_many_addresses_of_which_a_source_had_the_same_share_a_line() -> None:
    dead = [
        replace(attempt(outcome="unreachable", reason="no such name"), url=f"{URL}/{number}")
        for number in range(4)
    ]
    other = replace(dead[0], url=f"{URL}/x", reason="refused")
    assert list(failures([*dead, other])) == [
        f"map: {URL}/0 and 3 more addresses: unreachable: no such name",
        f"map: {URL}/x: unreachable: refused",
    ]
    assert len(list(failures(dead[:3]))) == 3


def test_a_job_tells_a_dead_address_once(tmp_path: Path, environment: dict[str, str]) -> None:
    made = Job(tmp_path, environment)
    with serving({"/lives.csv": page(FIGURES, ("Content-Type", "text/csv"))}) as server:
        measures = [MEASURE.format(n=n, url=server.url, every="") for n in range(6)]
        claims = "".join(measures).replace("/5.csv", "/lives.csv")
        for n in range(5):
            claims = claims.replace(f"/{n}.csv", "/dead.csv")
        (tmp_path / "report.toml").write_text(HEAD + claims)
        made.run("add", str(tmp_path / "report.toml"))
        process = made.start("update")
        _, complained = process.communicate()
    assert process.returncode == 0
    assert complained.splitlines()[0] == (
        f"s0, s1, s2, s3, s4: {server.url}/dead.csv: gone: HTTP 404 Not Found"
    )
    assert [one for one in complained.splitlines()[1:] if "silent" not in one] == []


def test_a_line_holds_nothing_that_a_terminal_would_obey() -> None:
    told = line(Attempt("map", "http://a/\r\nX: \x1b[2J", NOW, "disallowed", reason="no\x07"))
    assert told == "map: http://a/ X: [2J: disallowed: no"
