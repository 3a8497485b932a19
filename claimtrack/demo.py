"""The demo: bundled figures served day by day on loopback, and the real update run against them.

Nothing in it is staged: the claims are the example's, the figures are facts with their sources
named beside them, and what is printed is what the tracker answers.
"""

from __future__ import annotations

import hashlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from claimtrack import tracker
from claimtrack.claims import Document
from claimtrack.errors import BadValue, NoLoopback
from claimtrack.judging.verdicts import Standing, Transition
from claimtrack.measures import Measure, Subscription
from claimtrack.observations import Attempt, History
from claimtrack.tracker import load_document

EXAMPLES = Path(__file__).parent / "examples"
CLAIMS = EXAMPLES / "alaska_summit.toml"
#: The days that are lived through: Donetsk leaves its band of three-quarters in the middle.
FIRST_DAY, DAYS = date(2025, 11, 24), 60
#: Two months show nothing of a sum that only ever rises, and nothing of Donetsk's losses that the
#: other two claims about land do not.
LEFT_OUT = frozenset({"casualties-rise", "further-losses-in-donetsk"})
#: The server hands out figures from this day on: two windows of a month before the essay's day.
FIGURES_FROM = date(2025, 6, 15)
#: In seconds; a machine answers itself in milliseconds.
_REACHED_WITHIN = 10


@dataclass(frozen=True, slots=True)
class Demo:
    """What came of the demo: standings on the last day, the transitions that the updates told,
    and the history of each measure by its id. ``updates`` counts them, ``requests`` the pages and
    "not modified" answers that the server gave, as the ``attempts`` tell.
    """

    document: Document
    first: date
    last: date
    updates: int
    requests: int
    standings: tuple[Standing, ...]
    changes: tuple[Transition, ...]
    attempts: tuple[Attempt, ...]
    histories: dict[str, History]

    @property
    def publishers(self) -> tuple[str, ...]:
        """Whose figures were served, by the names that the claim file gives."""
        asked = (one for measure in self.document.measures for one in measure.subscriptions)
        return tuple(dict.fromkeys(one.publisher or one.name for one in asked))


def run(
    folder: Path,
    *,
    examples: Path = EXAMPLES,
    days: int = DAYS,
    progress: Callable[[date], None] | None = None,
) -> Demo:
    """The example's claims, followed over *days* simulated days with one update each, in a
    database in *folder*. *examples* holds the claim file and its figures.
    Raises `BadValue` where the database is there already, or the examples have no figures, and
    `NoLoopback` where this machine cannot reach its own server.
    """
    database = folder / "demo.db"
    if database.exists():
        raise BadValue(f"{database} is there already: the demo starts from an empty record")
    if not any((examples / "figures").glob("*.csv")):
        raise BadValue(f"{examples}: no figures/*.csv beside the claim file to serve day by day")
    with _served(examples / "figures") as server:
        document = _asking(load_document(examples / CLAIMS.name), server)
        changes: list[Transition] = []
        attempts: list[Attempt] = []
        clock = _Clock(FIRST_DAY)
        with tracker.open(database, clock=clock, allow_private=True) as opened:
            opened.add(document)
            for _ in range(days):
                server.day = clock.day
                report = opened.update(now=clock())
                changes += report.changes
                attempts += report.attempts
                if progress is not None:
                    progress(clock.day)
                clock.day += timedelta(days=1)
            clock.day -= timedelta(days=1)
            return Demo(
                document=document,
                first=FIRST_DAY,
                last=clock.day,
                updates=days,
                requests=server.requests,
                standings=opened.standings(),
                changes=tuple(change for change in changes if change.on >= FIRST_DAY),
                attempts=tuple(attempts),
                histories={one.id: opened.history(one.id) for one in document.measures},
            )


@dataclass(slots=True)
class _Clock:
    """Noon of a day that is moved by hand."""

    day: date

    def __call__(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)


def _asking(document: Document, server: _Server) -> Document:
    """*document* with the claims whose figures *server* has, asking it instead of the files."""
    measures = {
        measure.id: replace(
            measure,
            subscriptions=tuple(_redirected(one, server) for one in measure.subscriptions),
        )
        for measure in document.measures
        if any(_file(one) is not None for one in measure.subscriptions)
    }
    claims = tuple(
        claim
        for claim in document.claims
        if set(claim.measures) <= measures.keys() and claim.id not in LEFT_OUT
    )
    needed = dict.fromkeys(id for claim in claims for id in claim.measures)
    asked: tuple[Measure, ...] = tuple(measures[id] for id in needed)
    return replace(document, claims=claims, measures=asked)


def _file(subscription: Subscription) -> str | None:
    """The figures that *subscription* reads, where it reads a file."""
    url = dict(subscription.options).get("url")
    return Path(url).name if isinstance(url, str) and "://" not in url else None


def _redirected(subscription: Subscription, server: _Server) -> Subscription:
    options = dict(subscription.options) | {"url": f"{server.url}/{_file(subscription)}"}
    return replace(subscription, options=tuple(sorted(options.items())))


class _Server(ThreadingHTTPServer):
    """A loopback server that hands out the figures up to its ``day``."""

    daemon_threads = True

    def __init__(self, figures: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.day = FIRST_DAY
        self.requests = 0
        self._lines = {
            path.name: path.read_text(encoding="utf-8").splitlines()
            for path in figures.glob("*.csv")
        }

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def page(self, name: str) -> bytes | None:
        """The figures of that name as they were known by the day; None where there are none."""
        if name not in self._lines:
            return None
        header, *rows = self._lines[name]
        shown = (row for row in rows if str(FIGURES_FROM) <= row[:10] <= str(self.day))
        return "\n".join([header, *shown]).encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body leave together: sent one by one, the second waits 40 ms for the first's receipt.
    wbufsize = -1
    server: _Server

    def do_GET(self) -> None:
        page = self.server.page(self.path.lstrip("/"))
        if page is None:
            self._answer(404, b"", "")
            return
        self.server.requests += 1
        tag = f'"{hashlib.sha256(page).hexdigest()[:16]}"'
        known = self.headers.get("If-None-Match") == tag
        self._answer(304 if known else 200, b"" if known else page, tag)

    def _answer(self, status: int, body: bytes, tag: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/csv; charset=utf-8")
        self.send_header("ETag", tag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the demo prints what the tracker says."""


@contextmanager
def _served(figures: Path) -> Iterator[_Server]:
    try:
        server = _Server(figures)
    except OSError as error:
        raise _no_loopback(error) from error
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        _reach(server)
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _reach(server: _Server) -> None:
    """Raise `NoLoopback` where *server* cannot be reached: an interface that is down lets a server
    listen all the same.
    """
    try:
        socket.create_connection(("127.0.0.1", server.server_port), timeout=_REACHED_WITHIN).close()
    except OSError as error:
        raise _no_loopback(error) from error


def _no_loopback(error: OSError) -> NoLoopback:
    return NoLoopback(
        "the demo serves its figures on 127.0.0.1, which this machine cannot reach"
        f" ({error.strerror or error}): is its loopback interface up?"
    )
