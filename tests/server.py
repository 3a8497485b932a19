"""A real HTTP server over loopback that behaves as badly as it is told.

A route is a function of the question that gives the bytes to send, so it can say anything, HTTP or
not. After bytes the connection is kept, after pieces (any other iterable) it is closed. `page`,
`redirect` and `answer` make well-formed ones. The route of /robots.txt is one like any other; what
was asked of it is kept apart.
"""

from __future__ import annotations

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

CERTIFICATE = Path(__file__).parent / "pages" / "fetch" / "loopback.pem"


@dataclass(frozen=True)
class Question:
    """What a client asked: header names in lower case, and a number for its connection."""

    method: str
    path: str
    headers: dict[str, str]
    connection: int


Route = Callable[[Question], bytes | Iterable[bytes]]


@dataclass
class Server:
    """A running server: where it is, what it was asked, and what it answers. ``robots`` are the
    questions for its robots.txt, which are not among those ``asked``.
    """

    url: str = ""
    port: int = 0
    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[Question] = field(default_factory=list)
    robots: list[Question] = field(default_factory=list)
    connections: int = 0

    @property
    def paths(self) -> list[str]:
        return [question.path for question in self.asked]


def answer(
    status: int = 200,
    body: bytes = b"",
    headers: Iterable[tuple[str, str]] = (),
    *,
    length: int | None = None,
) -> bytes:
    """A well-formed answer, its Content-Length included, or the *length* it claims to have."""
    lines = [f"HTTP/1.1 {status} So it is", *(f"{name}: {value}" for name, value in headers)]
    if status != 304:
        lines.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def page(
    body: bytes, *headers: tuple[str, str], status: int = 200, length: int | None = None
) -> Route:
    """A route that always answers the same."""
    whole = answer(status, body, headers, length=length)
    return lambda question: whole


def redirect(location: str, status: int = 302) -> Route:
    """A route that sends on to *location*."""
    return page(b"elsewhere", ("Location", location), status=status)


@contextmanager
def serving(
    routes: dict[str, Route] | None = None, *, certificate: Path | None = None
) -> Iterator[Server]:
    """A server on a free port of loopback, over TLS where it has a *certificate*."""
    state = Server(routes=dict(routes or {}))
    context = _context(certificate) if certificate else None

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            state.connections += 1
            with suppress(OSError):  # a client may hang up whenever it likes
                _serve(self.request, context, state, state.connections)

    with _Threads(("127.0.0.1", 0), Handler) as threads:
        state.port = threads.server_address[1]
        state.url = f"{'https' if context else 'http'}://127.0.0.1:{state.port}"
        threading.Thread(target=threads.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield state
        finally:
            threads.shutdown()


class _Threads(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    request_queue_size = 100


def _context(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def _serve(
    wire: socket.socket, context: ssl.SSLContext | None, state: Server, connection: int
) -> None:
    with ExitStack() as closing:
        if context is not None:
            wire = closing.enter_context(context.wrap_socket(wire, server_side=True))
        lines = closing.enter_context(wire.makefile("rb"))
        while question := _question(lines, connection):
            (state.robots if question.path == "/robots.txt" else state.asked).append(question)
            route = state.routes.get(question.path, page(b"no such page", status=404))
            said = route(question)
            for piece in [said] if isinstance(said, bytes) else said:
                wire.sendall(piece)
            if not isinstance(said, bytes):
                return


def _question(lines: BinaryIO, connection: int) -> Question | None:
    first = lines.readline().decode("latin-1").split()
    if len(first) != 3 or not first[2].startswith("HTTP/"):  # no HTTP: a greeting in TLS
        return None
    headers = {}
    while line := lines.readline().decode("latin-1").strip():
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    return Question(first[0], first[1], headers, connection)
