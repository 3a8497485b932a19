"""Patience: a limit of time for code of others, which may never come back."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, redirect_stdout
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

from claimtrack.errors import BadValue, PluginError

#: A source reads or plans in milliseconds; one that takes a minute will not come back.
PATIENCE = 60.0
#: What an operator may set it to, in seconds, for everything that plugins do.
SETTING = "CLAIMTRACK_PATIENCE"

#: So often a wait for nothing halves the next: a healthy source needs milliseconds of a minute.
_HALVINGS = 3

_Given = TypeVar("_Given")
T = TypeVar("T")


class Overdue(PluginError):
    """Work that was not back in time."""


def patience_of(usual: float = PATIENCE) -> float:
    """The seconds that a call may take: what ``CLAIMTRACK_PATIENCE`` says, else *usual*. Raises
    `BadValue` where that is no number of seconds.
    """
    given = os.environ.get(SETTING)
    if not given:
        return usual
    try:
        seconds = float(given)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= threading.TIMEOUT_MAX:  # also what is no number at all
        raise BadValue(f"{SETTING} is a number of seconds above 0, not {given!r}")
    return seconds


def is_set() -> bool:
    """Whether the operator says how many seconds a call may take: then it has them whole."""
    return bool(os.environ.get(SETTING))


def within(seconds: float, work: Callable[[], _Given]) -> _Given:
    """What *work* returns. Raises what it raises as far as that is an error, else `PluginError`.

    After so many seconds it raises `PluginError` too: the work is then ended, where it said how
    (`ended_by`), or else left behind in a thread of its own, which ends with the process. What it
    prints meanwhile goes to the standard error, where the main thread waits for it: the output is
    the answer's alone.
    """
    call, until = _Call(work), time.monotonic() + seconds
    if not _is_made(call, lambda: until - time.monotonic()):
        raise Overdue(_late(call, seconds))
    return call.outcome()


def _is_made(call: _Call[Any], patience: Callable[[], float]) -> bool:
    """Whether *call* came back before *patience*, asked again whenever it has run out, had no more
    seconds; else the worker who makes it is left to it.
    """
    worker = _idle_worker()
    # Only the main thread turns the output round, so that two never turn it back out of turn.
    is_main = threading.current_thread() is threading.main_thread()
    with redirect_stdout(sys.stderr) if is_main else nullcontext():
        made = worker.makes(call, patience)
    if made:
        _idle.append(worker)
    return made


def _late(call: _Call[Any], seconds: float) -> str:
    """That *call* was not back in time, which ends it where it said how."""
    was_ended = " and was ended" if call.end() else ""
    return f"it did not come back within {seconds:g} seconds{was_ended}"


@contextmanager
def ended_by(end: Callable[[], None]) -> Iterator[None]:
    """Meanwhile the work that this is part of is ended by *end* where it is not back in time; that
    is called from another thread.
    """
    call: _Call[Any] | None = getattr(_here, "call", None)
    if call is None:
        yield
        return
    before, call.ending = call.ending, end
    try:
        yield
    finally:
        call.ending = before


#: The call that this thread is making, and the stretch that it is part of.
_here = threading.local()


class Waiting:
    """The waiting of one update: each source, by its name on record, has *seconds* for a call, and
    one that was not back by then is not called again.

    Each wait that was for nothing halves the next ones, down to an eighth: eight sources that hang
    cost less than three times *seconds* in all. Where the seconds are *firm*, each source has them
    whole, whatever another did.
    """

    def __init__(self, seconds: float, *, firm: bool = False) -> None:
        self._seconds = seconds
        self._firm = firm
        self._hung: dict[str, str] = {}
        #: Those of them whose work has not been told yet.
        self._untold: set[str] = set()

    def within(self, name: str, work: Callable[[], _Given]) -> _Given:
        """What *work* of the source called *name* returns; see `within`. Raises `PluginError` at
        once for a source that did not come back before.
        """
        if name in self._untold:
            self._untold.remove(name)
            raise PluginError(self._hung[name])
        if name in self._hung:
            raise PluginError(f"not called again in this update: {self._hung[name]}")
        stretch: _Stretch[Any] | None = getattr(_here, "stretch", None)
        if stretch is not None:
            return stretch.within(name, self._next, work)
        seconds = self._next
        try:
            return within(seconds, work)
        except Overdue as error:
            self._hung[name] = str(error)
            raise PluginError(str(error)) from error

    def each(
        self,
        works: deque[Callable[[], _Given]],
        is_enough: Callable[[Sequence[_Given]], bool] = lambda done: False,
    ) -> list[_Given]:
        """What each of *works* returns, in their order, until what is done *is_enough*; each is
        taken out of *works* when it is done. They are made in one thread, and so are the calls of
        sources `within` them: to hand a call over costs more than most calls do. A source that is
        not back in time keeps that thread; the work that called it is made once more in another,
        and is told. Raises what one of them raises.
        """
        done: list[_Given] = []
        while works and not (done and is_enough(done)):
            stretch = _Stretch(works, is_enough, done, self._next)
            call = _Call(stretch.make)
            try:
                if _is_made(call, stretch.patience):
                    call.outcome()
                    continue
            finally:
                stretch.leave()
            if stretch.late is not None:
                name, late, seconds = stretch.late
                self._hung[name] = _late(late, seconds)
                self._untold.add(name)
        return done

    @property
    def _next(self) -> float:
        """The seconds that the next call may take."""
        if self._firm:
            return self._seconds
        halvings: int = 2 ** min(len(self._hung), _HALVINGS)
        return self._seconds / halvings


class _Left(BaseException):
    """The thread that this is raised in was left to itself: nobody waits for what it does."""


class _Stretch(Generic[_Given]):
    """Works that one thread makes one after the other; what they return is added to *done* for as
    long as somebody waits, who looks up after *look* seconds at the latest.
    """

    def __init__(
        self,
        works: deque[Callable[[], _Given]],
        is_enough: Callable[[Sequence[_Given]], bool],
        done: list[_Given],
        look: float,
    ) -> None:
        self._works = works
        self._is_enough = is_enough
        self._done = done
        self._look = look
        self._lock = threading.Lock()
        self._is_left = False
        self._call: tuple[str, _Call[Any], float, float] | None = None
        #: The source that was not back in time, the call of it, and how long that had.
        self.late: tuple[str, _Call[Any], float] | None = None

    def make(self) -> None:
        """Make the works."""
        _here.stretch = self
        try:
            while self._works:
                given = self._works[0]()
                with self._lock:
                    if self._is_left:
                        return
                    self._done.append(given)
                    self._works.popleft()
                if self._is_enough(self._done):
                    return
        finally:
            _here.stretch = None

    def within(self, name: str, seconds: float, work: Callable[[], T]) -> T:
        """What *work* of the source called *name* returns, which has so many seconds."""
        call = _Call(work)
        self._call = name, call, seconds, time.monotonic() + seconds
        call.run()
        with self._lock:
            if self._is_left:
                raise _Left
            self._call = None
        return call.outcome()

    def patience(self) -> float:
        """The seconds that are left to the call that is being made; without any left, its thread is
        left to itself.
        """
        with self._lock:
            if self._call is None:
                return self._look
            name, call, seconds, until = self._call
            left = until - time.monotonic()
            if left <= 0:
                self._is_left, self.late = True, (name, call, seconds)
            return left

    def leave(self) -> None:
        """Wait no longer."""
        with self._lock:
            self._is_left = True


def _idle_worker() -> _Worker:
    try:
        return _idle.pop()
    except IndexError:
        return _Worker()


class _Worker:
    """A thread that makes one call after another: starting one for each page of an update was a
    tenth of its time.
    """

    def __init__(self) -> None:
        self._calls: SimpleQueue[tuple[_Call[Any], threading.Lock]] = SimpleQueue()
        self._is_left = False
        threading.Thread(target=self._work, name="claimtrack-source", daemon=True).start()

    def makes(self, call: _Call[Any], patience: Callable[[], float]) -> bool:
        """Whether *call* was made before *patience* had no more seconds; one that was not is left
        to itself, and the worker ends with it.
        """
        done = threading.Lock()
        done.acquire()
        self._calls.put((call, done))
        made = False
        while not made and (left := patience()) > 0:
            made = done.acquire(timeout=left)
        self._is_left = not made
        return made

    def _work(self) -> None:
        while not self._is_left:
            call, done = self._calls.get()
            call.run()
            done.release()
            del call, done  # what was read is not to be kept until the next comes


#: Workers between two calls.
_idle: list[_Worker] = []
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_idle.clear)  # a fork takes no threads along


class _Call(Generic[_Given]):
    """A call whose outcome is handed over from the thread that made it."""

    def __init__(self, work: Callable[[], _Given]) -> None:
        self._work = work
        self._returned: list[_Given] = []
        self._raised: BaseException | None = None
        self.ending: Callable[[], None] | None = None

    def run(self) -> None:
        """Make the call."""
        before, _here.call = getattr(_here, "call", None), self
        try:
            self._returned.append(self._work())
        except BaseException as error:  # SystemExit too: it ends a thread without a word
            self._raised = error
        finally:
            _here.call = before

    def end(self) -> bool:
        """Whether it said how it is ended, and so it was."""
        ending = self.ending
        if ending is None:
            return False
        ending()
        return True

    def outcome(self) -> _Given:
        """What it returned. Raises what it raised; what would stop the program or the event loop
        (`KeyboardInterrupt`, `CancelledError`) as a `PluginError`: here it is the work's own doing.
        """
        if isinstance(self._raised, (Exception, SystemExit)):
            raise self._raised
        if self._raised is not None:
            raise PluginError(f"it raised {type(self._raised).__name__}") from self._raised
        return self._returned[0]
