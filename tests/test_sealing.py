"""Sealing: no socket is opened and no program started, as long as it lasts."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from claimtrack.authoring.sealing import Sealed, sealed


def test_outside_the_replay_sockets_are_open_again() -> None:
    with sealed(), pytest.raises(Sealed, match="getaddrinfo is forbidden"):
        socket.getaddrinfo("localhost", 80)
    assert socket.getaddrinfo("127.0.0.1", 80)


def test_what_catches_the_error_is_told_of_all_the_same() -> None:
    with sealed() as broken:
        with pytest.raises(Sealed) as caught:
            subprocess.run([sys.executable, "-c", ""], check=True)
        assert caught.value.event == "subprocess.Popen"
        with socket.socket() as wire, pytest.raises(PermissionError):
            wire.connect(("127.0.0.1", 9))
    assert broken == ["subprocess.Popen", "socket.connect"]


def test_no_file_is_opened_for_writing(tmp_path: Path) -> None:
    there = tmp_path / "there.txt"
    there.write_text("old")
    with sealed() as broken:
        for mode in ("w", "a", "r+", "x"):
            with pytest.raises(Sealed, match="open for writing is forbidden"):
                (there if mode != "x" else tmp_path / "new").open(mode)
        assert there.read_text() == "old"
        with Path(os.devnull).open("w") as nothing:
            nothing.write("gone")
    assert broken == ["open for writing"] * 4


def test_no_file_of_the_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    inside, outside = tmp_path / "pages" / "today.toml", tmp_path / "data.json"
    for path in (inside, outside):
        path.write_text("41")
    with sealed(tmp_path / "pages") as broken:
        with pytest.raises(Sealed, match="open of what is expected is forbidden"):
            inside.read_text()
        with pytest.raises(Sealed):
            (tmp_path / "pages" / ".." / "pages" / "today.toml").read_bytes()
        assert outside.read_text() == "41"
    assert broken == ["open of what is expected"] * 2
    assert inside.read_text() == "41"


def test_it_holds_in_every_thread() -> None:
    with sealed() as broken:
        thread = threading.Thread(target=_ask)
        thread.start()
        thread.join()
    assert broken == ["socket.getaddrinfo"]


def _ask() -> None:
    with pytest.raises(Sealed):
        socket.getaddrinfo("localhost", 80)
