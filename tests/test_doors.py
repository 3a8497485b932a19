"""Doors: how an update asks."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimtrack.doors import Door, opened
from claimtrack.errors import BadValue

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def clock() -> datetime:
    return NOW


def test_without_a_file_it_leads_to_the_network() -> None:
    with opened(clock, contact="desk@paper.example", allow_private=True) as door:
        assert door == Door(clock, allow_private=True, contact="desk@paper.example")


def test_what_is_kept_is_closed_with_the_door(tmp_path: Path) -> None:
    kept = tmp_path / "kept.warc"
    with opened(clock, warc=kept) as door:
        assert door.recorder is not None
        assert door.replay is None
    assert kept.read_bytes().startswith(b"WARC/1.1\r\n")


def test_a_replay_asks_nobody_and_so_keeps_nothing(tmp_path: Path) -> None:
    with (
        pytest.raises(BadValue, match="replay= asks nobody"),
        opened(clock, warc=tmp_path / "a.warc", replay=tmp_path / "b.warc"),
    ):
        pass
    assert list(tmp_path.iterdir()) == []
