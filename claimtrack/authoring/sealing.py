"""Sealing: a stretch of a program in which no socket is opened and no program is started."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# A bind alone reaches nobody, and a library (urllib3 2.8) tries one when it is imported.
_FORBIDDEN = (
    "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
    "socket.sendmsg", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn",
)  # fmt: skip


class Sealed(PermissionError):
    """A socket or a program was asked for where there is none; ``event`` says which."""

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

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.broken is not None and event in _FORBIDDEN:
            self.broken.append(event)
            raise Sealed(event)

    def close(self) -> list[str]:
        with self._lock:
            if not self._is_installed:
                sys.addaudithook(self)
                self._is_installed = True
            self.broken = []
            return self.broken

    def open(self) -> None:
        self.broken = None


_SEAL = _Seal()


@contextmanager
def sealed() -> Iterator[list[str]]:
    """The events that were forbidden while the context lasted, in every thread, as they come: code
    that catches what they raise is told of all the same.
    """
    broken = _SEAL.close()
    try:
        yield broken
    finally:
        _SEAL.open()
