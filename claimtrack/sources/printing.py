"""Printing: what a plugin in a process of its own prints, told with its name and never all of it.

It comes as warnings of the logger ``claimtrack.plugins``, which write to the standard error where a
script has set up no logging.
"""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from typing import IO

from claimtrack.terminal import harmless

#: The logger that tells it.
LOGGER = "claimtrack.plugins"
#: So many lines of one process are told, and so many signs of a line.
MAX_LINES = 20
MAX_SIGNS = 200

_CHUNK = 65_536
#: What a process has printed when it ends is there at once; one that it left behind may hold the
#: line open for longer, and nobody waits for that.
_LEAVING = 0.5


class Printing:
    """What comes from *line*, the standard error of the plugin that is installed as *name*; it is
    read to its end in a thread, so that nobody who prints has to wait.
    """

    def __init__(self, name: str, line: IO[bytes]) -> None:
        self._name = name
        self._line = line
        self._told = 0
        self._reader = threading.Thread(target=self._read, name="claimtrack-printing", daemon=True)
        self._reader.start()

    def close(self) -> None:
        """Tell what is there yet, once the process has ended."""
        self._reader.join(_LEAVING)

    def warn(self, words: str) -> None:
        """Tell *words* of the plugin, which it did not print."""
        import logging

        logging.getLogger(LOGGER).warning("plugin %s: %s", harmless(self._name), harmless(words))

    def _read(self) -> None:
        begun = b""
        with self._line, suppress(OSError):
            while chunk := os.read(self._line.fileno(), _CHUNK):
                *lines, rest = (begun + chunk).split(b"\n")
                for line in lines:
                    self._tell(line)
                begun = rest[: 4 * MAX_SIGNS]  # the rest of a line without an end is not told
        if begun:
            self._tell(begun)

    def _tell(self, line: bytes) -> None:
        if self._told > MAX_LINES:
            return
        self._told += 1
        if self._told > MAX_LINES:
            self.warn(f"it prints more than {MAX_LINES} lines; the rest is left out")
            return
        words = line.rstrip(b"\r").decode("utf-8", "replace")
        self.warn(words if len(words) <= MAX_SIGNS else f"{words[:MAX_SIGNS]}…")
