"""Sealing: a stretch of a program that opens no socket, starts no program and writes no file; nor
does it read what is expected of it.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# A bind alone reaches nobody, and a library (urllib3 2.8) tries one when it is imported.
_FORBIDDEN = (
    "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
    "socket.sendmsg", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn",
)  # fmt: skip


class Sealed(PermissionError):
    """A socket, a program or a file to write was asked for where there is none; ``event`` says
    which.
    """

    def __init__(self, event: str) -> None:
        super().__init__(f"{event} is forbidden while saved pages are read")
        self.event = event


class _Seal:
    """Told of every event of the interpreter; objects only while it is closed.

    Python takes no audit hook away again, so there is one for the process, made when first needed.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_installed = False
        self.broken: list[str] | None = None
        self.closed_to: Path | None = None

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.broken is None:
            return
        if event == "open" and _is_written(arguments):
            event = "open for writing"
        elif event == "open" and self._is_in_there(arguments[0]):
            event = "open of what is expected"
        elif event not in _FORBIDDEN:
            return
        self.broken.append(event)
        raise Sealed(event)

    def _is_in_there(self, path: object) -> bool:
        if self.closed_to is None or not isinstance(path, (str, bytes, os.PathLike)):
            return False
        # A module may be imported late.
        told = Path(os.path.realpath(os.fsdecode(path)))
        return told.parent == self.closed_to and told.suffix != ".py"

    def close(self, folder: Path | None) -> list[str]:
        with self._lock:
            if not self._is_installed:
                sys.addaudithook(self)
                self._is_installed = True
            self.closed_to = None if folder is None else folder.resolve()
            self.broken = []
            return self.broken

    def open(self) -> None:
        self.broken = None


def _is_written(arguments: tuple[object, ...]) -> bool:
    """Whether a file is opened (path, mode, flags) so that it can be written; /dev/null takes what
    it is given and keeps nothing.
    """
    path, _, flags = (*arguments, None, None, None)[:3]
    if path == os.devnull or not isinstance(flags, int):
        return False
    return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND))


_SEAL = _Seal()


@contextmanager
def sealed(folder: Path | None = None) -> Iterator[list[str]]:
    """The events that were forbidden while the context lasted, in every thread, as they come: code
    that catches what they raise is told of all the same. The files of *folder* are not read either.
    """
    broken = _SEAL.close(folder)
    try:
        yield broken
    finally:
        _SEAL.open()
