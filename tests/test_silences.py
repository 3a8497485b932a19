"""Silences: which sources an update tells of, by what is on record."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from server import page, serving
from test_update_processes import FIGURES, Job, job

import claimtrack


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
