"""Silences: which sources an update tells of, by what is on record."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from server import page, serving
from test_update_processes import FIGURES, Job, job

import claimtrack
from claimtrack.measures import Measure, Subscription
from claimtrack.observations import Attempt, Reading, Result
from claimtrack.silences import silences
from claimtrack.store import Store


def test_a_source_that_fell_silent_is_said_so_and_fails_nothing(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    with serving({"/0.csv": page(FIGURES, ("Content-Type", "text/csv"))}) as server:
        told(job(tmp_path, environment, server))


def told(made: Job) -> None:
    with claimtrack.open(made.db, allow_private=True) as tracker:
        fresh = tracker.update(measures=["held/m0"], now=datetime(2025, 12, 31, tzinfo=UTC))
        late = tracker.update(measures=["held/m0"], now=datetime(2026, 1, 1, tzinfo=UTC))
    assert fresh.silent == ()
    assert [(one.source, one.measure, str(one.last)) for one in late.silent] == [
        ("s0", "held/m0", "2025-12-28")
    ]
    process = made.start("update", "--measure", "held/m0", "--json")
    printed, complained = process.communicate()
    assert process.returncode == 0
    assert complained == "s0: silent on held/m0 since 2025-12-28; usual gap 1 d\n"
    assert json.loads(printed)["silent"][0]["source"] == "s0"


def test_a_quiet_job_tells_a_silence_only_when_it_asks(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    with serving(
        {f"/{n}.csv": page(FIGURES, ("Content-Type", "text/csv")) for n in range(12)}
    ) as it:
        made = job(tmp_path, environment, it)
        said = [made.start("update", "--due", *more).communicate() for more in _RUNS]
    lines = [complained.splitlines() for _, complained in said]
    assert lines[0] == lines[2] != []
    assert said[1] == ("", "")


_RUNS = (("--quiet",), ("--quiet",), ())


def test_a_source_frozen_on_its_first_days_is_said_so_by_how_often_it_is_asked(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    frozen = b"d,v\n2025-12-27,0.2\n2025-12-28,0.2\n"
    with serving({"/0.csv": page(frozen, ("Content-Type", "text/csv"))}) as server:
        made = job(tmp_path, environment, server)
        silent = []
        with claimtrack.open(made.db, allow_private=True) as tracker:
            for day in (30, 31, 32):
                now = datetime(2025, 12, 1, tzinfo=UTC) + timedelta(days=day - 1)
                report = tracker.update(measures=["held/m0"], now=now)
                silent.append([str(one.last) for one in report.silent])
    assert silent == [[], [], ["2025-12-28"]]


def test_what_is_said_once_of_a_day_is_no_silence(tmp_path: Path) -> None:
    claims = """
[document]
id = "report"
title = "A report"
published = 2026-01-01

[measure."lease/end"]
asks = "When does the lease end?"
kind = "date"
ask = [{ source = "page", url = "lease.html", select = "b", day_select = "i", every = "1d" }]
"""
    (tmp_path / "lease.html").write_text("<p>It ends on <b>2042-05-28</b>, as of <i>1997-05-28</i>")
    (tmp_path / "report.toml").write_text(claims)
    with claimtrack.open(tmp_path / "claims.db") as tracker:
        tracker.add(tmp_path / "report.toml")
        report = tracker.update(now=datetime(2026, 1, 1, tzinfo=UTC))
        assert [str(seen.value) for seen in tracker.history("lease/end")] == ["2042-05-28"]
    assert report.silent == ()


def test_a_page_among_a_thousand_of_one_name_has_its_own_silence(tmp_path: Path) -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)

    def read(number: int, day: int) -> Attempt:
        measure = f"share/{number}"
        readings = (Reading(measure, 0.2, quote="20%"),)
        return Attempt(
            "page", f"https://example.org/{number}", start + timedelta(days=day), "fetched",
            snapshot="0" * 64, results=(Result(measure, "read", "page@1", readings),),
        )  # fmt: skip

    asked = (Subscription("page", "page"),)
    watched = [
        Measure(f"share/{number}", "?", "quantity", "share", subscriptions=asked)
        for number in range(2)
    ]
    with Store.open(tmp_path / "claims.db") as store:
        store.record([read(0, day) for day in range(3)])
        store.record([read(number, day) for day in range(3, 6) for number in range(1, 500)])
        now = start + timedelta(days=6)
        assert [str(one.last) for one in silences(store, watched, now)] == ["2026-01-03"]
        assert silences(store, watched, now, {("page", "share/0")}) == ()
        assert store.heard_at("page", "share/0", limit=2) == tuple(
            start + timedelta(days=day) for day in (2, 1)
        )
        assert store.heard_at("other", "share/0") == ()
