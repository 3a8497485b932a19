"""Archives: the records of a WARC or ARC file, one after another, under caps.

WARC 0.17 to 1.1 and ARC 1 and 2, plain, or gzipped with a member for each record, for several or
for all of them. Where the file is broken, what can be read is read, and a `Fault` says where and
what the rest is. warcio writes our files and does not read them: it takes a stream that breaks off
for one that ends, and bounds neither lines nor what a member unfolds to.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from hashlib import _Hash

_STEP = 65_536
_LONGEST_LINE = 65_536
_MOST_HEADER_LINES = 500
_MOST_BLANK_LINES = 100
#: Beyond these a file is an attack on the processor, or not what it says it is.
_MOST_FAULTS = 100
_MOST_RECORDS = 1_000_000
#: A block larger than this is passed over: no answer that is read may be half as large.
LARGEST_BLOCK = 50_000_000

_GZIP = b"\x1f\x8b"
_FOREIGN = {
    b"\x04\x22\x4d\x18": "it is compressed with LZ4, and only gzip is read",
    b"\x28\xb5\x2f\xfd": "it is compressed with Zstandard, and only gzip is read",
    b"PK\x03\x04": "it is a ZIP (a WACZ?): unpack the WARC in it first",
    b"PK\x05\x06": "it is an empty ZIP",
}
_VERSION = re.compile(rb"WARC/(0\.1[78]|1\.[01])\s*$")
_DATE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?Z?)?)?)?$"
)
_ARC_DATE = re.compile(r"\d{14}$")
_HASHES = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}
_HEAD_END = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class Record:
    """A record of an archive, and where its block stands.

    ``kind`` is WARC's type; an ARC has responses alone. ``headers`` have lower-case names. ``head``
    is the beginning of the block, as far as a blank line or 64 kB. ``member`` is the offset in the
    file from which to read, ``skip`` the decoded bytes from there to the block of ``length`` bytes.
    ``doubt`` is what speaks against the record, which many writers get wrong.
    """

    kind: str
    url: str
    at: datetime | None
    headers: Mapping[str, str]
    head: bytes = field(repr=False)
    member: int
    skip: int
    length: int
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a file, at which offset."""

    offset: int
    reason: str

    def __str__(self) -> str:
        return f"at byte {self.offset}: {self.reason}"


def records(file: BinaryIO) -> Iterator[Record | Fault]:
    """Every record of *file* that can be read, in its order, with a `Fault` for whatever cannot.

    A record whose block is not what its digest says is a fault, and no record.
    """
    foreign = _foreign(file)
    if foreign is not None:
        yield Fault(0, foreign)
        return
    reading, faults, count = _Reading(file), 0, 0
    while faults < _MOST_FAULTS and count < _MOST_RECORDS:
        try:
            found = reading.next()
        except Broken as broken:
            found = Fault(broken.offset, str(broken))
            reading.find_next()
        if found is None:
            return
        faults += isinstance(found, Fault)
        count += 1
        yield found
    what = f"{faults} faults" if faults >= _MOST_FAULTS else f"{count:,} records"
    yield Fault(reading.offset, f"{what}: the rest is not read")


def block(file: BinaryIO, record: Record) -> Iterator[bytes]:
    """The bytes of *record*'s block, piece by piece."""
    tape = _Tape(file, record.member)
    tape.pass_over(record.skip)
    yield from tape.pieces(record.length)


def _foreign(file: BinaryIO) -> str | None:
    file.seek(0)
    start = file.read(4)
    if not start:
        return "it is empty"
    return _FOREIGN.get(start)


class Broken(Exception):
    """What cannot be read on from here; ``offset`` is where in the file."""

    def __init__(self, offset: int, reason: str) -> None:
        super().__init__(reason)
        self.offset = offset


class _Tape:
    """The decoded bytes of a file from one of its offsets on.

    What it holds is always of one gzip member, so that every byte has a place: the offset of
    its ``member``, and how far ``within`` it the byte stands. Of a plain file all is one member.
    """

    def __init__(self, file: BinaryIO, offset: int) -> None:
        self._file = file
        self.start_at(offset)

    def start_at(self, offset: int) -> None:
        """Goes to *offset*, where a record or a member begins."""
        self._file.seek(offset)
        self.member, self.within = offset, 0
        self._held = b""
        self._inflater: zlib._Decompress | None = None
        self._raw = self._file.read(_STEP)
        if self._raw.startswith(_GZIP):
            self._inflater = zlib.decompressobj(31)

    @property
    def is_gzip(self) -> bool:
        return self._inflater is not None

    @property
    def offset(self) -> int:
        """Where in the file it stands: of a gzip file, where the member begins."""
        return self.member if self.is_gzip else self.member + self.within

    def line(self) -> bytes:
        """The next line with its end; empty at the end of the file."""
        line = b""
        while not line.endswith(b"\n"):
            if not self._held and not self._fill():
                break
            end = self._held.find(b"\n") + 1 or len(self._held)
            line += self._take(end)
            if len(line) > _LONGEST_LINE:
                raise Broken(self.offset, f"a line of over {_LONGEST_LINE} bytes")
        return line

    def pieces(self, length: int) -> Iterator[bytes]:
        """The next *length* bytes."""
        while length > 0:
            if not self._held and not self._fill():
                raise Broken(self.offset, f"it ends {length} bytes before the record does")
            piece = self._take(min(length, len(self._held)))
            length -= len(piece)
            yield piece

    def pass_over(self, length: int) -> None:
        for _ in self.pieces(length):
            pass

    def _take(self, length: int) -> bytes:
        taken, self._held = self._held[:length], self._held[length:]
        self.within += len(taken)
        return taken

    def _fill(self) -> bool:
        """Whether there is more, now held."""
        if self._inflater is None:
            self._held, self._raw = self._raw or self._file.read(_STEP), b""
            return bool(self._held)
        while not self._held:
            if self._inflater.eof and not self._next_member():
                return False
            raw = self._raw or self._file.read(_STEP)
            if not raw and not self._inflater.unconsumed_tail:
                raise Broken(self.member, "the gzip member breaks off")
            try:
                self._held = self._inflater.decompress(raw, _STEP)
            except zlib.error as error:
                raise Broken(self.member, f"the gzip member is broken: {error}") from error
            self._raw = self._inflater.unused_data or self._inflater.unconsumed_tail
        return True

    def _next_member(self) -> bool:
        while not self._raw.strip(b"\0"):  # some writers fill up a block with zeros
            self._raw = self._file.read(_STEP)
            if not self._raw:
                return False
        self._raw = self._raw.lstrip(b"\0")
        if len(self._raw) < 2:
            self._raw += self._file.read(_STEP)
        self.member, self.within = self._file.tell() - len(self._raw), 0
        if not self._raw.startswith(_GZIP):
            raise Broken(self.member, "what follows the gzip member is none")
        self._inflater = zlib.decompressobj(31)
        return True


class _Reading:
    """An archive that is being read, record by record."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._tape = _Tape(file, 0)
        self._is_arc = False
        self._line = b""  # the next record's first, where it was come upon already
        self._started_at = 0

    @property
    def offset(self) -> int:
        return self._tape.offset

    def next(self) -> Record | Fault | None:
        """The next record; None at the end. Raises `Broken`."""
        line = self._first_line()
        if not line:
            return None
        if _VERSION.match(line):
            return self._warc_record()
        if self._is_arc or _arc_fields(line) is not None:
            return self._arc_record(line)
        shown = line[:60].decode("latin-1").strip()
        raise Broken(self._started_at, f"not the beginning of a WARC or ARC record: {shown!r}")

    def find_next(self) -> None:
        """Goes on to where the next record may begin: of a gzip file the next member, of a plain
        one the next line that looks like the first of a record.
        """
        self._line = b""
        if self._tape.is_gzip:
            self._find_member(self._tape.member + 2)
        else:
            self._find_line()

    def _find_member(self, offset: int) -> None:
        """Goes to the next gzip member from *offset* on, else to the end."""
        self._file.seek(offset)
        before = b""
        while chunk := self._file.read(_STEP):
            found = (before + chunk).find(_GZIP + b"\x08")
            if found >= 0:
                self._tape.start_at(self._file.tell() - len(before + chunk) + found)
                return
            before = chunk[-2:]
        self._tape.start_at(self._file.tell())

    def _find_line(self) -> None:
        while True:
            try:
                self._started_at = self.offset
                line = self._tape.line()
            except Broken:  # a line too long is none that we look for
                continue
            if not line or _VERSION.match(line) or _arc_fields(line) is not None:
                self._line = line
                return

    def _first_line(self) -> bytes:
        """The first line of the next record; empty at the end."""
        if self._line:
            line, self._line = self._line, b""
            return line
        for _ in range(_MOST_BLANK_LINES):
            self._started_at = self.offset
            line = self._tape.line()
            if line.strip() or not line:
                return line
        raise Broken(self.offset, f"over {_MOST_BLANK_LINES} blank lines between two records")

    def _warc_record(self) -> Record | Fault:
        headers = self._headers()
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdecimal() and len(length) < 19):
            raise Broken(self.offset, f"a record's Content-Length is no number: {length[:40]!r}")
        kind = headers.get("warc-type", "").lower()
        url = headers.get("warc-target-uri", "").strip().removeprefix("<").removesuffix(">")
        at = _warc_date(headers.get("warc-date", ""))
        return self._with_block(kind, url.replace(" ", "%20"), at, headers, int(length))

    def _headers(self) -> Mapping[str, str]:
        headers: dict[str, str] = {}
        name = ""
        for _ in range(_MOST_HEADER_LINES):
            line = self._tape.line()
            if not line.strip():
                return MappingProxyType(headers)
            text = line.decode("utf-8", "replace").rstrip("\r\n")
            if text[0] in " \t" and name:  # a value goes on
                headers[name] += f" {text.strip()}"
                continue
            name, _, value = text.partition(":")
            name = name.strip().lower()
            headers[name] = value.strip()
        raise Broken(self.offset, f"a record with over {_MOST_HEADER_LINES} lines of headers")

    def _arc_record(self, line: bytes) -> Record | Fault:
        fields = _arc_fields(line)
        if fields is None:
            raise Broken(self.offset, "not the first line of an ARC record")
        self._is_arc = True
        url, written_on, length = fields
        kind = "warcinfo" if url.startswith("filedesc:") else "response"
        headers: Mapping[str, str] = MappingProxyType({})
        return self._with_block(kind, url, _arc_date(written_on), headers, length)

    def _with_block(
        self, kind: str, url: str, at: datetime | None, headers: Mapping[str, str], length: int
    ) -> Record | Fault:
        begins_at = self._started_at
        if length > LARGEST_BLOCK:
            reason = f"a record of {length:,} bytes, over the cap of {LARGEST_BLOCK:,}"
            if self._tape.is_gzip:
                raise Broken(begins_at, reason)
            self._tape.start_at(self._tape.offset + length)
            return Fault(begins_at, reason)
        member, skip = self._tape.member, self._tape.within
        check = _Check(headers, is_http=kind in {"request", "response"})
        for piece in self._tape.pieces(length):
            check.feed(piece)
        if check.is_altered:
            reason = f"{kind} {url[:200]}: the block is not what its digest says: left out"
            return Fault(begins_at, reason)
        return Record(kind, url, at, headers, check.head, member, skip, length, check.doubt)


def _arc_fields(line: bytes) -> tuple[str, str, int] | None:
    """Address, date and length from the first line of an ARC record; None where it is none."""
    text = line.decode("utf-8", "replace").strip()
    for count, day in ((5, 2), (10, 2)):  # versions 1 and 2; an address may hold spaces
        fields = text.rsplit(" ", count - 1)
        if len(fields) == count and _ARC_DATE.match(fields[day]) and fields[-1].isdecimal():
            return fields[0].replace(" ", "%20"), fields[day], int(fields[-1][:18])
    return None


def _warc_date(text: str) -> datetime | None:
    """The moment, of a date that is known to the month, say, its first; None where it is none."""
    found = _DATE.match(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second, part = found.groups()
    numbers = (int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0))
    micro = int((part or "0").ljust(6, "0")[:6])
    try:
        return datetime(*numbers, min(int(second or 0), 59), micro, tzinfo=UTC)
    except ValueError:
        return None


def _arc_date(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


class _Check:
    """A block as it comes in, beside the digests that its record names."""

    def __init__(self, headers: Mapping[str, str], *, is_http: bool) -> None:
        self.head = b""
        self._is_http = is_http
        self._has_head = False
        self._block = _hasher(headers.get("warc-block-digest"))
        self._payload = _hasher(headers.get("warc-payload-digest")) if is_http else None
        self._named = headers

    def feed(self, piece: bytes) -> None:
        if self._block is not None:
            self._block.update(piece)
        if self._has_head:
            self._feed_payload(piece)
            return
        self.head += piece
        end = _HEAD_END.search(self.head)
        if end is not None or len(self.head) > _LONGEST_LINE:
            cut = end.end() if end is not None else len(self.head)
            self._has_head = True
            self._feed_payload(self.head[cut:])
            self.head = self.head[:cut]

    @property
    def is_altered(self) -> bool:
        """Whether the block is another than the one that was written."""
        return not _is_same(self._block, self._named.get("warc-block-digest"))

    @property
    def doubt(self) -> str | None:
        """What is wrong with the payload; None where nothing is, or nobody can tell: of a chunked
        answer some writers digest what is sent, some what it comes to.
        """
        is_chunked = b"chunked" in self.head.lower()
        if is_chunked or _is_same(self._payload, self._named.get("warc-payload-digest")):
            return None
        return "the payload is not what its digest says"

    def _feed_payload(self, piece: bytes) -> None:
        if self._payload is not None:
            self._payload.update(piece)


def _hasher(named: str | None) -> _Hash | None:
    name = (named or "").partition(":")[0].strip().lower().replace("-", "")
    return hashlib.new(name, usedforsecurity=False) if name in _HASHES else None


def _is_same(hasher: _Hash | None, named: str | None) -> bool:
    """Whether the digest is the one named, in base 32, 16 or 64; true where it cannot be told."""
    if hasher is None or named is None:
        return True
    text, digest = named.partition(":")[2].strip(), hasher.digest()
    spelled = {
        digest.hex(),
        base64.b32encode(digest).decode().rstrip("=").lower(),
    }
    if text.rstrip("=").lower() in spelled:
        return True
    try:
        return base64.b64decode(text, altchars=b"-_" if set("-_") & set(text) else None) == digest
    except (binascii.Error, ValueError):
        return False
