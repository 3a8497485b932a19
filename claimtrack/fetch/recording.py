"""Recordings: every exchange over the wire as it was, kept in a WARC file.

An exchange is a response and the request it answers, two records of WARC 1.1 that name each other.
A request that nobody answered stands beside a ``metadata`` record of what came of it.
What is kept is what came: the head with its own spelling, the body with its content coding; a
chunked body is framed anew, for HTTP's own reader has taken its frames away. No credential is kept
and no cookie, so those headers alone are missing from both heads.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import os
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING
from uuid import uuid4

from claimtrack.errors import BadValue, StoreError
from claimtrack.fetch.bodies import Decoder, decoded, decoder
from claimtrack.fetch.outcomes import NoPage
from claimtrack.fetch.unanswered import MEDIA_TYPE, Unanswered
from claimtrack.fetch.web import Answered, Asked, Stream, Transport, WireError, fault_of

if TYPE_CHECKING:
    from hashlib import _Hash

_Headers = list[tuple[bytes, bytes]]

#: What is left out of a request and of its answer.
_PRIVATE = frozenset({b"authorization", b"proxy-authorization", b"cookie", b"set-cookie"})
_IN_MEMORY = 1_000_000
#: Of an answer that nobody reads, a redirect's or a failure's, this much is fetched to be kept.
_READ_FOR_THE_RECORD = 1_000_000
_HIDDEN = b"[secret]"


class Recorder:
    """A WARC file that exchanges are added to, each written whole and flushed: a process that is
    killed leaves what it had written to be read. Its records are gzipped where its name ends so.
    """

    def __init__(self, file: IO[bytes], *, is_gzip: bool) -> None:
        from warcio.warcwriter import WARCWriter

        self._file = file
        self._writer = WARCWriter(file, gzip=is_gzip, warc_version="WARC/1.1")

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, software: str, at: datetime) -> Recorder:
        """The recorder on the file at *path*, which is made or added to. Raises `BadValue` where
        it cannot be, or is another kind of file, or warcio is not installed.
        """
        path, is_gzip = Path(path), os.fspath(path).endswith(".gz")
        try:
            import warcio  # noqa: F401
        except ImportError as error:
            raise BadValue('warc= needs warcio: pip install "claimtrack[archive]"') from error
        try:
            _demand_an_archive(path, is_gzip)
            file = path.open("ab")
        except OSError as error:
            reason = error.strerror or str(error)
            raise BadValue(f"{path}: no WARC can be written here: {reason}") from error
        recorder = cls(file, is_gzip=is_gzip)
        recorder._begin(path.name, software, at)
        return recorder

    def close(self) -> None:
        """Closes the file."""
        self._file.close()

    def keep(self, exchange: _Exchange) -> None:
        """Adds the *exchange*, whose body is all there. Raises `StoreError`."""
        try:
            self._keep(exchange)
        except OSError as error:
            reason = error.strerror or str(error)
            raise StoreError(f"{self._file.name}: the evidence cannot be kept: {reason}") from error

    def keep_unanswered(self, question: _Question, came: Unanswered) -> None:
        """Adds the *question*, and what *came* of it. Raises `StoreError`."""
        try:
            self._keep_unanswered(question, came)
        except OSError as error:
            reason = error.strerror or str(error)
            raise StoreError(f"{self._file.name}: the evidence cannot be kept: {reason}") from error

    def _keep_unanswered(self, question: _Question, came: Unanswered) -> None:
        said, asked = f"<urn:uuid:{uuid4()}>", f"<urn:uuid:{uuid4()}>"
        common = [("WARC-Target-URI", question.url), ("WARC-Date", _date(question.at))]
        named = [("WARC-Record-ID", said), *common]
        if came.was_sent:
            named.append(("WARC-Concurrent-To", asked))
        block = BytesIO(question.hidden(came.fields()))
        self._write("metadata", named, block, media_type=MEDIA_TYPE)
        if came.was_sent:
            self._write_question(question, asked, [*common, ("WARC-Concurrent-To", said)])

    def _keep(self, exchange: _Exchange) -> None:
        answered, asked = f"<urn:uuid:{uuid4()}>", f"<urn:uuid:{uuid4()}>"
        question = exchange.question
        common = [("WARC-Target-URI", question.url), ("WARC-Date", _date(question.at))]
        cut = exchange.cut and [("WARC-Truncated", exchange.cut)]
        with exchange.block() as block:
            self._write(
                "response",
                [("WARC-Record-ID", answered), *common, *(cut or ())],
                block,
                digest=exchange.digest,
            )
        self._write_question(question, asked, [*common, ("WARC-Concurrent-To", answered)])

    def _write_question(self, question: _Question, name: str, named: list[tuple[str, str]]) -> None:
        self._write(
            "request",
            [("WARC-Record-ID", name), *named],
            BytesIO(question.head()),
            digest=_spelled(hashlib.sha1(usedforsecurity=False)),
        )

    def _begin(self, name: str, software: str, at: datetime) -> None:
        lines = [
            f"software: {software}",
            "format: WARC File Format 1.1",
            "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        ]
        named = [
            ("WARC-Record-ID", f"<urn:uuid:{uuid4()}>"),
            ("WARC-Date", _date(at)),
            ("WARC-Filename", name),
        ]
        block = BytesIO("".join(f"{line}\r\n" for line in lines).encode())
        self._write("warcinfo", named, block, media_type="application/warc-fields")

    def _write(
        self,
        kind: str,
        named: list[tuple[str, str]],
        block: IO[bytes],
        *,
        digest: str | None = None,
        media_type: str | None = None,
    ) -> None:
        from warcio.recordloader import ArcWarcRecord
        from warcio.statusandheaders import StatusAndHeaders

        headers = [("WARC-Type", kind), *named]
        if digest is not None:
            headers.append(("WARC-Payload-Digest", digest))
        # Its head as bytes of the block: warcio would spell it in its own way.
        length = block.seek(0, os.SEEK_END)
        block.seek(0)
        media_type = media_type or f"application/http;msgtype={kind}"
        told = StatusAndHeaders("", headers, protocol="WARC/1.1")
        self._writer.write_record(
            ArcWarcRecord("warc", kind, told, block, None, media_type, length)
        )


def _demand_an_archive(path: Path, is_gzip: bool) -> None:
    """Raise `BadValue` where *path* holds something else than records of that kind."""
    if not path.exists():
        return
    with path.open("rb") as file:
        start = file.read(5)
    if start and not start.startswith(b"\x1f\x8b" if is_gzip else b"WARC/"):
        kind = "gzipped WARC" if is_gzip else "WARC"
        raise BadValue(f"{path}: there is a file that is no {kind}; name another")


def _date(moment: datetime) -> str:
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def _spelled(digest: _Hash) -> str:
    """The digest as WARC files spell it."""
    return f"{digest.name}:{base64.b32encode(digest.digest()).decode()}"


class RecordingTransport(Transport):
    """*inner*, whose every answer is kept by a recorder once it has been read or given up.

    A request's ``extensions`` tell the moment ``asked_at``, and the ``secret`` it carries: an
    answer that repeats it is kept without its body.
    """

    def __init__(
        self,
        inner: Transport,
        recorder: Recorder,
        clock: Callable[[], datetime],
    ) -> None:
        self._inner = inner
        self._recorder = recorder
        self._clock = clock

    async def handle_async_request(self, request: Asked) -> Answered:
        at = request.extensions.get("asked_at") or self._clock()
        question = _Question(request, at)
        try:
            response = await self._inner.handle_async_request(request)
        except (NoPage, WireError, asyncio.CancelledError) as error:
            came = Unanswered.of(fault_of(error) if isinstance(error, WireError) else error)
            if came is not None:
                self._recorder.keep_unanswered(question, came)
            raise
        if not isinstance(response.stream, Stream):
            raise TypeError("a transport gives its bodies as an AsyncByteStream")
        exchange = _Exchange(question, response)
        return Answered(
            response.status_code,
            headers=response.headers,
            stream=_RecordedBody(response.stream, exchange, self._recorder),
            extensions=response.extensions,
        )

    async def aclose(self) -> None:
        await self._inner.aclose()


@dataclass(frozen=True)
class _Question:
    """A request, and when it was put."""

    request: Asked
    at: datetime

    @property
    def secret(self) -> bytes:
        """What it carries that may not be written; empty for nothing."""
        said = self.request.extensions.get("secret") or ""
        return said.encode("ascii", "replace")

    @property
    def url(self) -> str:
        """The address, without what may not be written."""
        return self.hidden(str(self.request.url).encode()).decode()

    def head(self) -> bytes:
        """The request as it went over the wire."""
        first = b"GET %b HTTP/1.1" % self.request.url.raw_path
        return self.spelled(first, self.request.headers.raw)

    def spelled(self, first: bytes, headers: _Headers) -> bytes:
        """A head of that *first* line and *headers*, without what is private."""
        lines = [b"%b: %b" % (name, said) for name, said in headers if name.lower() not in _PRIVATE]
        return self.hidden(b"\r\n".join([first, *lines])) + b"\r\n\r\n"

    def hidden(self, kept: bytes) -> bytes:
        """*kept* without the secret."""
        return kept.replace(self.secret, _HIDDEN) if self.secret else kept


@dataclass
class _Exchange:
    """A question with its answer, as far as that has come."""

    question: _Question
    response: Answered
    #: Why the body is not whole, in WARC's words; None where it is.
    cut: str | None = None
    _body: IO[bytes] = field(init=False)

    def __post_init__(self) -> None:
        secret = self.question.secret
        coding = self.response.headers.get("content-encoding", "")
        self._watch = _Watch(secret, coding) if secret else None
        codings = self.response.headers.get("transfer-encoding", "").lower()
        self._is_chunked = "chunked" in codings
        self._body = _spool()
        self._digest = hashlib.sha1(usedforsecurity=False)
        self.came = 0

    @property
    def digest(self) -> str:
        """The digest of the body as it is kept."""
        return _spelled(self._digest)

    def feed(self, piece: bytes) -> None:
        """Takes in the next *piece* of the body."""
        self.came += len(piece)
        if self._watch is not None:
            self._watch.feed(piece)
        if piece:
            self._put(b"%x\r\n%b\r\n" % (len(piece), piece) if self._is_chunked else piece)

    def end(self) -> None:
        """Ends the body, which is whole unless it was ``cut``."""
        if self._watch is not None and self._watch.saw_it:
            self._body.seek(0)
            self._body.truncate()
            self._digest = hashlib.sha1(usedforsecurity=False)
            self.cut = "unspecified"
        elif self._is_chunked and self.cut is None:
            self._put(b"0\r\n\r\n")

    def block(self) -> IO[bytes]:
        """The response as it came."""
        told = self.response.extensions
        version = told.get("http_version", b"HTTP/1.1")
        reason = told.get("reason_phrase", self.response.reason_phrase.encode())
        first = b"%b %d %b" % (version, self.response.status_code, reason)
        whole = _spool()
        whole.write(self.question.spelled(first, self.response.headers.raw))
        self._body.seek(0)
        while piece := self._body.read(65_536):
            whole.write(piece)
        self._body.close()
        return whole

    def _put(self, kept: bytes) -> None:
        self._digest.update(kept)
        self._body.write(kept)


def _spool() -> IO[bytes]:
    """A file for bytes in between, which are few mostly; it is closed when they are kept."""
    return SpooledTemporaryFile(_IN_MEMORY)


class _RecordedBody(Stream, AsyncIterator[bytes]):
    """A body on its way in, which is kept when it is done with."""

    def __init__(self, stream: Stream, exchange: _Exchange, recorder: Recorder) -> None:
        self._stream = stream
        self._pieces = stream.__aiter__()
        self._exchange = exchange
        self._recorder = recorder
        self._is_begun = self._is_done = self._is_kept = False

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        self._is_begun = True
        try:
            piece = await anext(self._pieces)
        except StopAsyncIteration:
            self._is_done = True
            raise
        except asyncio.CancelledError:
            self._exchange.cut = "time"
            raise
        except (NoPage, WireError):
            self._exchange.cut = "disconnect"
            raise
        self._exchange.feed(piece)
        return piece

    async def aclose(self) -> None:
        if self._is_kept:
            return
        self._is_kept = True
        try:
            if not self._is_begun:
                await self._read_for_the_record()
        finally:
            if not self._is_done and self._exchange.cut is None:
                self._exchange.cut = "length"  # whoever read it had enough
            self._exchange.end()
            self._recorder.keep(self._exchange)
            await self._stream.aclose()

    async def _read_for_the_record(self) -> None:
        """Reads the body of an answer whose status alone was wanted."""
        with suppress(NoPage, WireError):
            async for _ in self:
                if self._exchange.came > _READ_FOR_THE_RECORD:
                    return


class _Watch:
    """Looks for a secret in a body as it comes, also beneath its content coding."""

    def __init__(self, secret: bytes, content_encoding: str) -> None:
        self.saw_it = False
        self._secret = secret
        self._tails = [b"", b""]
        self._decoder: Decoder | None = None
        with suppress(NoPage):  # a coding that nobody reads
            self._decoder = decoder(content_encoding)

    def feed(self, piece: bytes) -> None:
        self._look(0, piece)
        if self._decoder is None:
            return
        try:
            for plain in decoded(self._decoder, piece):
                self._look(1, plain)
        except NoPage:
            self._decoder = None

    def _look(self, place: int, piece: bytes) -> None:
        seen = self._tails[place] + piece
        self.saw_it = self.saw_it or self._secret in seen
        self._tails[place] = seen[-len(self._secret) :]
