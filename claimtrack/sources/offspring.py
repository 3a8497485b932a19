"""Offspring: the processes that a plugin's process started, wherever they have gone.

What stays in its session ends with it. What has left that (``setsid``) bears its mark still, among
the variables that every process is started with; where the system shows these (Linux), it is found.
"""

from __future__ import annotations

import os
import secrets
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

#: The variable that bears the mark.
VARIABLE = "CLAIMTRACK_PROCESS"

_PROCESSES = Path("/proc")
#: What starts another while it is ended is looked for again, so often.
_LOOKS = 5


def new_mark() -> str:
    """A mark that nobody else has."""
    return secrets.token_hex(16)


def end_offspring(mark: str, session: int) -> int:
    """End every process that bears that *mark*; how many of them had left the *session*."""
    left: set[int] = set()
    for _ in range(_LOOKS):
        found = [*_marked(mark)]
        if not found:
            break
        for pid in found:
            left |= _end(pid, mark, session)
    return len(left)


def _marked(mark: str) -> Iterator[int]:
    for one in _PROCESSES.glob("[0-9]*"):
        if _bears(int(one.name), mark):
            yield int(one.name)


def _bears(pid: int, mark: str) -> bool:
    """Whether the process of that number runs, and was started with that *mark*."""
    try:
        variables = (_PROCESSES / str(pid) / "environ").read_bytes()
    except OSError:  # another's, or one that has ended
        return False
    return f"{VARIABLE}={mark}".encode() in variables.split(b"\0")


def _end(pid: int, mark: str, session: int) -> set[int]:
    """The process of that number, where it had left the *session*; it is ended either way."""
    if sys.platform != "linux":
        return set()
    try:
        held = os.pidfd_open(pid)
    except OSError:
        return set()
    try:
        # Held before it is looked at again: its number may be another's by now.
        if not _bears(pid, mark):
            return set()
        has_left = os.getsid(pid) != session
        signal.pidfd_send_signal(held, signal.SIGKILL)
    except OSError:
        return set()
    finally:
        os.close(held)
    return {pid} if has_left else set()
