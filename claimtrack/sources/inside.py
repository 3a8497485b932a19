"""Inside: what runs in the process of a plugin, and answers for it.

Standard input and output are the line to claimtrack. They are put out of the plugin's reach before
it is imported: what it prints goes to the standard error.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from importlib.metadata import EntryPoint
from itertools import islice
from pathlib import Path
from typing import IO, Any

from claimtrack.errors import PluginError, Unreadable
from claimtrack.names import kind_of
from claimtrack.sources import wire
from claimtrack.sources.door import Sources, load_sources
from claimtrack.sources.hooks import GROUP, HOOKS
from claimtrack.sources.plugins import Plugin, SetAside

_LENGTH = struct.Struct(">Q")
_LONGEST_WORDS = 2000


def main() -> None:
    """Load the plugin that is named on the line, and answer for it until the line is closed."""
    line = _Line()
    name, value, memory, seconds = line.read()
    _bound(memory)
    answering = _Answering(line, memory, seconds)
    desk = _Desk(name, value)
    status = 1
    with suppress(OSError):  # nobody listens, or the plugin closed the line
        answering.answer(0, desk.loaded)
        try:
            while True:
                call = line.read()
                answering.answer(call.number, partial(desk.given, call))
        except EOFError:
            status = 0
    os._exit(status)  # no thread of the plugin's keeps it


class _Line:
    """The line to claimtrack."""

    def __init__(self) -> None:
        if sys.platform == "win32":
            import msvcrt

            for number in (0, 1):
                msvcrt.setmode(number, os.O_BINARY)
        self._from: IO[bytes] = os.fdopen(os.dup(0), "rb")
        self._to: IO[bytes] = os.fdopen(os.dup(1), "wb")
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)
        try:
            os.dup2(2, 1)
        except OSError:  # there is no standard error
            os.dup2(nothing, 1)
        sys.stdout = sys.stderr

    def read(self) -> Any:
        """What claimtrack says next. Raises `EOFError` where it has gone."""
        head = self._from.read(_LENGTH.size)
        if len(head) < _LENGTH.size:
            raise EOFError
        return pickle.loads(self._from.read(*_LENGTH.unpack(head)))

    def write(self, answer: bytes) -> None:
        """Say *answer*."""
        self._to.write(_LENGTH.pack(len(answer)))
        self._to.write(answer)
        self._to.flush()


def _bound(memory: int) -> None:
    """Let the process have so many megabytes, where the system can see to that, and leave nothing
    of them on the disk where it breaks down.
    """
    try:
        import resource
    except ModuleNotFoundError:
        return
    most = memory * 2**20
    # On Linux what is written to, and not the room that is only set aside for it.
    kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    for which, limit in ((kind, most), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):
            _, hard = resource.getrlimit(which)
            if hard == resource.RLIM_INFINITY or limit <= hard:
                resource.setrlimit(which, (limit, limit))
    # Where memory runs out all the same, this process goes first.
    with suppress(OSError), Path("/proc/self/oom_score_adj").open("w") as score:
        score.write("1000")


class _Answering:
    """The answers: what a call gives, piece by piece, or what it raises."""

    def __init__(self, line: _Line, memory: int, seconds: float) -> None:
        self._line = line
        self._memory = memory
        self._seconds = seconds

    def answer(self, number: int, work: Callable[[], Iterator[wire.Item]]) -> None:
        """Say all that *work*, the call of that *number*, gives. Raises `OSError` where nobody
        listens.
        """
        self._set_alarm(self._seconds)
        try:
            given = work()
            while some := list(islice(given, wire.AT_ONCE)):
                self._line.write(wire.encode(wire.Some(number, some)))
            said = wire.encode(wire.Done(number))
        except BaseException as error:  # a plugin may raise whatever it likes
            said = wire.encode(self._raised(number, error))
        self._set_alarm(0)
        self._line.write(said)

    def _set_alarm(self, seconds: float) -> None:
        """End this process after so many seconds, where nobody is left to end it; 0 for never."""
        import signal

        if hasattr(signal, "setitimer"):
            with suppress(OSError, OverflowError, ValueError):
                signal.setitimer(signal.ITIMER_REAL, seconds)

    def _raised(self, number: int, error: BaseException) -> wire.Raised:
        if isinstance(error, MemoryError):
            return wire.Raised(
                number, "MemoryError", f"it wants over {self._memory:,} MB of memory", False
            )
        if not isinstance(error, (Exception, SystemExit)):
            return wire.Raised(number, "PluginError", f"it raised {type(error).__name__}", False)
        try:
            words = str(error)
        except Exception:  # an error of a plugin may do whatever it likes, too
            words = "it does not say why"
        is_unreadable = isinstance(error, Unreadable)
        return wire.Raised(number, _sayable(type(error).__name__), _sayable(words), is_unreadable)


def _sayable(words: str) -> str:
    """*words* in signs that pass."""
    return words[:_LONGEST_WORDS].encode("utf-8", "replace").decode()


class _Desk:
    """The plugin that is installed as *name* and found at *value*, and what it is asked."""

    def __init__(self, name: str, value: str) -> None:
        self._name = name
        self._value = value
        self._sources = Sources({})
        self._plugin: Plugin | None = None

    def loaded(self) -> Iterator[wire.Item]:
        """What the plugin says of itself when it is loaded."""
        try:
            found = EntryPoint(self._name, self._value, GROUP).load()
        except (Exception, SystemExit) as error:  # importing a stranger's module may raise anything
            yield wire.Aside(_sayable(SetAside.by(self._name, error).reason))
            return
        self._sources = load_sources([found])
        for aside in self._sources.set_aside:
            yield wire.Aside(_sayable(aside.reason))
            return
        (plugin,) = self._sources.plugins.plugins
        assert isinstance(plugin, Plugin)
        self._plugin = plugin
        yield from (wire.Hook(hook) for hook in HOOKS if plugin.implements(hook))
        for source in self._sources.by_name.values():
            yield wire.PutSource(
                source.name,
                source.version,
                source.describes,
                bool(source.leads_on),
                bool(source.gives_several),
            )

    def given(self, call: wire.Call) -> Iterator[wire.Item]:
        """What the plugin gives to *call*."""
        if call.source is None:
            return self._of_hook(call)
        return self._of_source(call)

    def _of_source(self, call: wire.Call) -> Iterator[wire.Item]:
        source = self._sources[call.source or ""]
        arguments = dict(call.arguments)
        if call.name == "asks":
            given: Iterable[Any] = source.asks(arguments.pop("measures"), **arguments)
            return _put(given, "asks() gave {}, not an Ask")
        if call.name == "read":
            given = source.read(**arguments)
            return _put(given, "read() gave {}, not a Reading, a Refusal or a Follow")
        if call.name == "explain":
            return (wire.Line(_sayable(str(step))) for step in source.explain(**arguments))
        if call.name == "reads_words":
            return iter([wire.Flag(bool(source.reads_words(**arguments)))])
        raise PluginError(f"a source has no {call.name}")

    def _of_hook(self, call: wire.Call) -> Iterator[wire.Item]:
        assert self._plugin is not None
        given = self._plugin.called(call.name, call.arguments)
        if given is None or call.name == "claimtrack_on_transition":
            return iter(())
        if call.name == "claimtrack_read_text":
            return _put(given, f"{call.name} gave {{}}, no Reading")
        if call.name == "claimtrack_commands":
            from claimtrack.sources.commands import named

            return (wire.Line(name) for name in named(given))
        if not isinstance(given, str):
            raise PluginError(f"{call.name} gave {kind_of(given)}, no text")
        return iter([wire.Line(_sayable(given))])


def _put(given: Iterable[object], complaint: str) -> Iterator[wire.Item]:
    for one in given:
        try:
            put = wire.put(one)
        except TypeError:
            raise PluginError(complaint.format(kind_of(one))) from None
        yield put
