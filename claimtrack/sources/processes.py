"""Processes: the one in which a stranger's plugin runs, apart from all else.

A thread can be left behind and not ended, and a plugin that holds the interpreter's lock, takes all
memory or ends its process would take everything with it. What it takes here is its own.
"""

from __future__ import annotations

import json
import os
import signal
import struct
import sys
import threading
import weakref
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import msgspec

from claimtrack.errors import BadValue, PluginError, Unreadable
from claimtrack.patience import ended_by, patience_of
from claimtrack.sources import wire
from claimtrack.sources.offspring import VARIABLE, end_offspring, new_mark
from claimtrack.sources.printing import Printing

if TYPE_CHECKING:
    from subprocess import Popen

#: Where an operator wants strangers' plugins in his own process, as for a debugger, he sets it to
#: "0"; where he wants claimtrack's own apart too, to "all".
APART = "CLAIMTRACK_APART"
#: The megabytes that a plugin's process may have.
MEMORY = "CLAIMTRACK_MEMORY"
MOST_MEMORY = 4096
#: A plugin whose process ended so often in one run is not called again in it.
MAX_ENDS = 5
#: What one call may give, as it comes: the longest series kept anywhere is a fifth of it.
MAX_BYTES = 128 * 2**20

_LENGTH = struct.Struct(">Q")
_LONGEST_KIND = 100
#: More than this no plugin has to say of itself.
_MOST_TOLD = 10_000
#: A process that closed its line is given so many seconds to end.
_LEAVING = 5.0
#: The folders that modules are looked for in are those of this process, whatever it did to them.
_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    "from claimtrack.sources.inside import main; main()"
)


def is_to_be_apart(*, is_own: bool) -> bool:
    """Whether a plugin, claimtrack's own or a stranger's, can, and is to, run in a process of its
    own.
    """
    # A program that Python is built into, such as uwsgi, is no Python to start another time.
    is_python = "py" in Path(sys.executable or "").name.lower() and not hasattr(sys, "frozen")
    setting = os.environ.get(APART)
    is_wanted = setting == "all" if is_own else setting != "0"
    return is_wanted and is_python and sys.platform not in _SINGLE


#: Where there is one process and no other.
_SINGLE = frozenset({"emscripten", "wasi"})


def memory_of() -> int:
    """The megabytes that a plugin's process may have: what ``CLAIMTRACK_MEMORY`` says, else half of
    the machine's and at most 4,096. Raises `BadValue` where that is no such number.
    """
    given = os.environ.get(MEMORY)
    if given:
        if not (given.isascii() and given.isdigit() and 0 < int(given) < 2**40):
            raise BadValue(f"{MEMORY} is a whole number of megabytes above 0, not {given!r}")
        return int(given)
    try:
        half = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**21
    except (AttributeError, ValueError, OSError):  # not every machine tells
        return MOST_MEMORY
    return min(half, MOST_MEMORY) if half > 0 else MOST_MEMORY


class Told(msgspec.Struct, frozen=True):
    """What a plugin said of itself when it was loaded: its hooks and sources, or why it was not let
    in.
    """

    hooks: frozenset[str] = frozenset()
    sources: tuple[wire.PutSource, ...] = ()
    aside: str | None = None


class Process:
    """The process of the plugin that is installed as *name* and found at *value*, started when it
    is first wanted and again where it ended.
    """

    def __init__(self, name: str, value: str) -> None:
        self.name = name
        self.value = value
        self._ends: list[str] = []
        self._held: list[_Running] = []
        self._turning = threading.Lock()
        weakref.finalize(self, _end_all, self._held)

    @property
    def ends(self) -> tuple[str, ...]:
        """Why it ended before its time, each time in this run."""
        return tuple(self._ends)

    def begin(self) -> None:
        """Start it, where it is not running; it loads the plugin meanwhile. Raises `PluginError`
        where it ended too often, or cannot be started.
        """
        self._begun()

    def load(self) -> Told:
        """What the plugin says of itself. Raises `PluginError`."""
        return self._loaded(self._begun())

    def items(
        self, name: str, arguments: Mapping[str, Any], *, source: str | None = None
    ) -> Iterator[wire.Item]:
        """What the plugin gives, one by one, where it is called by the *name* of a hook, or of a
        method of that *source*. Raises `PluginError`, in a class of the
        error's own name, where it raised; and where its process ended.
        """
        running = self._begun()
        aside = self._loaded(running).aside
        if aside is not None:
            raise PluginError(f"set aside when it was started again: {aside}")
        call = wire.Call(running.next_number(), name, source, arguments)
        yield from self._asked(running, call)

    def rest(self) -> None:
        """End it until it is wanted again; what went wrong in the run is forgotten."""
        _end_all(self._held)
        self._ends.clear()

    def _begun(self) -> _Running:
        for running in tuple(self._held):
            if running.told is None or running.is_alive:
                return running
            # It ended between two calls, of which neither is to blame.
            self._end(running, running.how_it_ended())
            running.close()
        if len(self._ends) >= MAX_ENDS:
            raise PluginError(f"not called again: {len(self._ends)} times {self._ends[-1]}")
        try:
            self._held.append(_Running(self.name, self.value))
        except OSError as error:
            raise PluginError(f"no process can be started for it: {error}") from error
        return self._held[-1]

    def _loaded(self, running: _Running) -> Told:
        if running.told is None:
            given = list(islice(self._asked(running, None), _MOST_TOLD))
            hooks = frozenset(one.name for one in given if isinstance(one, wire.Hook))
            sources = tuple(one for one in given if isinstance(one, wire.PutSource))
            aside = next((one.reason for one in given if isinstance(one, wire.Aside)), None)
            running.told = Told(hooks, sources, aside)
        return running.told

    def _asked(self, running: _Running, call: wire.Call | None) -> Iterator[wire.Item]:
        """What *running* gives to *call*; None where it was asked as it started."""
        reason = "its process was ended: what it gave was not taken to its end"
        running.is_asked = True
        try:
            with ended_by(lambda: self._end(running, "its process did not answer and was ended")):
                if call is not None:
                    running.send(call)
                yield from running.answers(0 if call is None else call.number)
            reason = ""
        except _Theirs as error:
            reason = ""
            raise _as_theirs(error.raised) from None
        except (OSError, EOFError):  # its end of the line was closed
            reason = running.how_it_ended()
            raise PluginError(reason) from None
        except (msgspec.MsgspecError, UnicodeDecodeError, _OutOfTurn) as error:
            reason = f"its process was ended: {error}"
            raise PluginError(reason) from error
        finally:
            running.is_asked = False
            if reason:
                self._end(running, reason)
                running.close()

    def _end(self, running: _Running, reason: str) -> None:
        """End *running*, for that reason where it was not ended for another."""
        with self._turning:
            if running in self._held:
                self._held.remove(running)
                self._ends.append(reason)
        running.kill()


class _OutOfTurn(Exception):
    """An answer that has no end, or that nobody asked for."""


class _Theirs(Exception):
    """What the plugin raised."""

    def __init__(self, raised: wire.Raised) -> None:
        super().__init__(raised.words)
        self.raised = raised


class _Running:
    """A process that runs, and the line to it. It is ended by whoever started it alone: a fork of
    this process has the same line.
    """

    def __init__(self, name: str, value: str) -> None:
        self.told: Told | None = None
        self.is_asked = False
        self._number = 0
        self._owner = os.getpid()
        self._mark = new_mark()
        self._process = _started(self._mark)
        self._printing = Printing(name, _open(self._process.stderr))
        with suppress(OSError):  # who reads the answer finds that it has ended
            self._write((name, value, memory_of(), 2 * patience_of()))

    @property
    def is_alive(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def send(self, call: wire.Call) -> None:
        """Have it do *call*. Raises `OSError` where it has ended."""
        self._write(call)

    def next_number(self) -> int:
        """The number of its next call: its loading was 0."""
        self._number += 1
        return self._number

    def answers(self, number: int) -> Iterator[wire.Item]:
        """What it gives to the call of that number, until it is done. Raises `_Theirs` for what it
        raised, `EOFError` where it ended, `_OutOfTurn`, and msgspec's errors for what is none.
        """
        left = MAX_BYTES
        while True:
            (length,) = _LENGTH.unpack(self._read(_LENGTH.size))
            left -= length
            if left < 0:
                raise _OutOfTurn(f"an answer of over {MAX_BYTES:,} bytes")
            answer = wire.decode(self._read(length))
            if answer.number != number:  # a fork of it has answered, too
                raise _OutOfTurn("it answered what it was not asked")
            if isinstance(answer, wire.Raised):
                raise _Theirs(answer)
            if isinstance(answer, wire.Done):
                return
            yield from answer.items

    def how_it_ended(self) -> str:
        """In words, how the process ended that has closed its line."""
        from subprocess import TimeoutExpired

        try:
            code = self._process.wait(_LEAVING)
        except TimeoutExpired:
            return "its process closed its line and was ended"
        if code >= 0:
            return f"its process ended with status {code}"
        try:
            return f"its process was ended by {signal.Signals(-code).name}"
        except ValueError:
            return f"its process was ended by signal {-code}"

    def kill(self) -> None:
        """End it and all that it started, whatever it is doing."""
        if self._owner != os.getpid():
            return
        if self._process.poll() is None:
            with suppress(OSError):
                if hasattr(os, "killpg"):
                    os.killpg(self._process.pid, signal.SIGKILL)
                else:
                    self._process.kill()
        left = end_offspring(self._mark, self._process.pid)
        if left:
            self._printing.warn(f"it left processes running, which were ended: {left}")

    def close(self) -> None:
        """Let go of it, once it was ended."""
        from subprocess import TimeoutExpired

        for line in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if line is not None:
                    line.close()
        if self._owner == os.getpid():
            with suppress(TimeoutExpired):
                self._process.wait(_LEAVING)
            self._printing.close()

    def _write(self, told: Any) -> None:
        import pickle

        content = pickle.dumps(told, pickle.HIGHEST_PROTOCOL)
        line = _open(self._process.stdin)
        line.write(_LENGTH.pack(len(content)))
        line.write(content)
        line.flush()

    def _read(self, length: int) -> bytes:
        content = _open(self._process.stdout).read(length)
        if len(content) < length:
            raise EOFError
        return content


def _started(mark: str) -> Popen[bytes]:
    from subprocess import PIPE, Popen

    folders = json.dumps([one for one in sys.path if isinstance(one, str)])
    return Popen(
        [sys.executable, "-P", "-c", _BOOT, folders],
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
        env={**os.environ, VARIABLE: mark},
        start_new_session=True,  # a Ctrl-C in the terminal is ours
    )


def _open(line: IO[bytes] | None) -> IO[bytes]:
    if line is None or line.closed:
        raise EOFError
    return line


def _end_all(held: list[_Running]) -> None:
    while held:
        running = held.pop()
        running.kill()
        if not running.is_asked:  # else whoever waits for its answer lets go of it
            running.close()


def _as_theirs(raised: wire.Raised) -> PluginError:
    """An error of the same name and words as that which the plugin raised in its own process."""
    if raised.is_unreadable:
        return Unreadable(raised.words)
    if raised.kind == "PluginError" or not raised.kind.isidentifier():
        return PluginError(raised.words)
    made = type(raised.kind[:_LONGEST_KIND], (PluginError,), {})
    return made(raised.words)  # type: ignore[no-any-return]
