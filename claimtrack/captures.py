"""Captures: what web archives list of a page's past. Pure.

Two forms are read: timemaps in link-format (RFC 7089, RFC 8288) and CDX, as JSON, as text with or
without a line that names its fields, and as CDXJ. A line that is not what it should be is told and
passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from claimtrack.manners import http_date, named_host

#: The fields of a CDX line, where nothing names them: what Wayback's server gives unasked.
_FIELDS = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")
#: What stands in a line of so many fields without that: the CDX files of indexers, which pywb and
#: OpenWayback serve as they are.
_OTHER_FIELDS = {
    9: (*_FIELDS[:6], "redirect", "offset", "filename"),
    11: (*_FIELDS[:6], "redirect", "robotflags", "length", "offset", "filename"),
}
#: The letters by which the first line of a CDX file names its fields.
_LETTERS = {"N": "urlkey", "b": "timestamp", "a": "original", "m": "mimetype", "s": "statuscode",
            "k": "digest", "S": "length"}  # fmt: skip
_KEYS = {"url": "original", "uri": "address", "mime": "mimetype", "status": "statuscode"}
_HTML = re.compile(r"\s*<(?:!doctype|!--|\?xml|(?:html|head|body)[\s>])", re.IGNORECASE)
_STAMP = re.compile(r"[0-9]{4,14}$")
_IN_ADDRESS = re.compile(r"/([0-9]{14})(?:[a-z]{2}_)?/(.+)$")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
#: What may stand in an address as it is, an escape's sign among it.
_SIGNS = "%/?:@!$&'()*+,;=-._~[]|"
_ID = re.compile(r"(/\d{14})(?:[a-z]{2}_)?(/)")
#: More lines than this of one answer are not looked at; no server gives as many.
_MOST_LINES = 200_000
_MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as an archive has it: the page's own address, the moment it was captured, and the
    address at which the archive gives its bytes. ``digest`` is the archive's own, equal for equal
    bytes; ``status`` what the server answered, None where that is not told.
    """

    url: str
    at: datetime
    address: str
    digest: str | None = None
    status: int | None = None


@dataclass(frozen=True, slots=True)
class Archive:
    """A web archive, as data.

    ``listing`` is the address that lists the captures of a page, in the form ``kind``: ``cdx`` or
    ``timemap``; or that leads to the capture next to a moment, a ``timegate``, which tells of its
    neighbours and mostly of a timemap. In it ``{url}`` stands for the page's address with every
    sign escaped, ``{raw}`` for the address as it is, ``{since}`` and ``{until}`` for 14 digits, and
    ``{resume}`` for the rest of the query that goes on from a resume key. ``memento`` is the
    address of one capture's bytes, by ``{stamp}`` and ``{raw}``; without it the addresses are those
    that the archive gives, which ``as_captured`` turns into those without its own banner (``id_``).
    """

    name: str
    listing: str
    kind: str = "cdx"
    memento: str | None = None
    as_captured: bool = True

    def listing_of(self, url: str, since: datetime, until: datetime, resume: str = "") -> str:
        """The address that lists the captures of *url* between two moments."""
        return self.listing.format(
            url=quote(url, safe=""),
            raw=url,
            since=_stamp(since),
            until=_stamp(until),
            resume=f"&resumeKey={quote(resume, safe='')}" if resume else "",
        )

    def address_of(self, url: str, at: datetime) -> str | None:
        """The address of the capture of *url* that is next to *at*; None where it has none by
        moment.
        """
        return self.memento and self.memento.format(stamp=_stamp(at), raw=url)


#: The Internet Archive's. One capture a day is enough; errors and redirects are no captures.
WAYBACK = Archive(
    "web.archive.org",
    "https://web.archive.org/cdx/search/cdx?url={url}&from={since}"
    "&fl=timestamp,original,statuscode,digest&filter=!statuscode:[1345]..&collapse=timestamp:8"
    "&output=json&limit=5000&showResumeKey=true{resume}",
    memento="https://web.archive.org/web/{stamp}id_/{raw}",
)


@dataclass(frozen=True, slots=True)
class Listing:
    """What an archive listed: captures, the oldest first, and the lines that could not be read,
    the first twenty. ``resume`` is the key to go on by, ``pages`` are the addresses of further
    timemaps.
    """

    captures: tuple[Capture, ...] = ()
    faults: tuple[str, ...] = ()
    resume: str | None = None
    pages: tuple[str, ...] = ()


def is_for_readers(text: str) -> bool:
    """Whether *text* is HTML, in which an archive says that it is down or wants to know who asks:
    no form of a list begins so.
    """
    return _HTML.match(text) is not None


class _BadLine(ValueError):
    """A line of a listing that is not what it should be."""


class _Gathering:
    """Captures and faults, as they are come upon."""

    def __init__(self) -> None:
        self.captures: list[Capture] = []
        self.faults: list[str] = []
        self.resume: str | None = None

    def take(self, where: str, named: Callable[[], Capture | None]) -> None:
        """Adds what *named* gives; what it raises is a fault."""
        try:
            found = named()
        except _BadLine as error:
            self.fault(where, error)
        else:
            self.captures += [] if found is None else [found]

    def fault(self, where: str, why: object) -> None:
        if len(self.faults) < _MOST_FAULTS:
            self.faults.append(f"{where}: {why}")

    def listing(self) -> Listing:
        ordered = sorted(self.captures, key=lambda one: (one.at, one.url))
        return Listing(tuple(ordered), tuple(self.faults), self.resume)


# -- CDX ----------------------------------------------------------------------------------------


def parse_cdx(text: str, archive: Archive = WAYBACK, fields: Sequence[str] = _FIELDS) -> Listing:
    """The captures that a CDX server listed, those with a page: of other statuses than 200, or none
    (a repeat of one before), there is nothing to read. *fields* are a text line's, where no line
    names them.
    """
    text = text.lstrip("\ufeff")
    if text.lstrip().startswith("["):
        return _from_json(text, archive)
    gathering = _Gathering()
    is_after_blank = False
    for number, line in enumerate(text.splitlines()[:_MOST_LINES], 1):
        if not line.strip():
            is_after_blank = True
            continue
        if is_after_blank and " " not in line.strip():
            gathering.resume = line.strip()
            continue
        is_after_blank = False
        if line.startswith((" CDX ", "CDX ")):
            fields = [_LETTERS.get(letter, letter) for letter in line.split()[1:]]
            continue
        if line.startswith("!"):
            continue
        gathering.take(f"line {number}", partial(_of_line, line, fields, archive))
    return gathering.listing()


def _from_json(text: str, archive: Archive) -> Listing:
    gathering = _Gathering()
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError) as error:
        gathering.fault("the listing", f"not JSON: {error}")
        return gathering.listing()
    rows = rows if isinstance(rows, list) else []
    names: list[str] | None = None
    is_last = False
    for number, row in enumerate(rows[:_MOST_LINES], 1):
        if not isinstance(row, list) or not all(isinstance(cell, str) for cell in row):
            gathering.fault(f"row {number}", "not a list of texts")
        elif names is None:
            names = row
        elif not row:
            is_last = True
        elif is_last and len(row) == 1:
            gathering.resume = row[0]
        elif len(row) != len(names):
            gathering.fault(f"row {number}", f"{len(row)} fields, expected {len(names)}")
        else:
            named = dict(zip(names, row, strict=True))
            gathering.take(f"row {number}", partial(_capture, named, archive))
    return gathering.listing()


def _of_line(line: str, fields: Sequence[str], archive: Archive) -> Capture | None:
    return _capture(_named(line, fields), archive)


def _named(line: str, fields: Sequence[str]) -> Mapping[str, str]:
    """The fields of a line by their names. Raises `_BadLine`."""
    if "{" in line:
        return _of_cdxj(line)
    cells = line.split(" ")
    if fields == _FIELDS:
        fields = _OTHER_FIELDS.get(len(cells), fields)
    if len(cells) != len(fields):
        raise _BadLine(f"{len(cells)} fields, expected {len(fields)}: {line[:80]!r}")
    return dict(zip(fields, cells, strict=True))


def _of_cdxj(line: str) -> Mapping[str, str]:
    start, _, rest = line.partition("{")
    keys = start.split()
    try:
        # Some writers put "datetime"="..." into what is JSON otherwise.
        told = json.loads("{" + re.sub(r'("datetime")\s*=\s*"', r'\1: "', rest))
    except (ValueError, RecursionError) as error:
        raise _BadLine(f"not CDXJ: {error}") from error
    if not isinstance(told, dict) or not keys:
        raise _BadLine(f"not CDXJ: {line[:80]!r}")
    named = {
        _KEYS.get(str(key), str(key)): str(said)
        for key, said in told.items()
        if isinstance(said, (str, int))
    }
    return {"timestamp": keys[-1]} | named


def _capture(named: Mapping[str, str], archive: Archive) -> Capture | None:
    """The capture that a line tells of; None where there is no page in it. Raises `_BadLine`."""
    at = _moment(named.get("timestamp", ""))
    address = named.get("address")
    inside = _IN_ADDRESS.search(address) if address else None
    url = named.get("original") or (_with_scheme(inside[2]) if inside else "")
    if not _is_web(url):
        raise _BadLine(f"no address of the web: {url[:80]!r}")
    status = named.get("statuscode", "-")
    if status not in {"200", "-", ""}:
        if not status.isdecimal():
            raise _BadLine(f"no status: {status[:20]!r}")
        return None
    if named.get("length") == "0":
        raise _BadLine("a capture of no bytes")
    digest = named.get("digest")
    address = archive.address_of(url, at) or address
    if address is None:
        raise _BadLine("nothing tells where the capture is")
    return Capture(
        url, at, address, None if digest in {None, "", "-"} else digest,
        200 if status == "200" else None,
    )  # fmt: skip


def _moment(stamp: str) -> datetime:
    """The moment of up to 14 digits, the first of what they leave open. Raises `_BadLine`."""
    if not _STAMP.match(stamp):
        raise _BadLine(f"no moment: {stamp[:40]!r}")
    whole = stamp + "00000101000000"[len(stamp) :]
    try:
        return datetime.strptime(whole, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError as error:
        raise _BadLine(f"no moment: {stamp!r}") from error


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%d%H%M%S")


def _with_scheme(url: str) -> str:
    return url if "://" in url[:10] else f"http://{url}"


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.username
    except ValueError:
        return False


# -- timemaps -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a ``Link`` header or a timemap; ``rels`` and the names in ``says`` in lower
    case.
    """

    target: str
    rels: frozenset[str]
    says: Mapping[str, str]


_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_TARGET = re.compile(r"\s*(?:,\s*)*<([^>]*)>")
_SAYS = re.compile(
    r"""\s*;\s*([\w!#$&+\-.^`|~*]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?"""
)


def links(text: str) -> Iterator[Link | str]:
    """Every link of *text*, as RFC 8288 has them; what is none as it stands there, passed over."""
    place = 0
    for _ in range(_MOST_LINES):
        target = _TARGET.match(text, place)
        if target is None:
            following = text.find("<", place + 1)
            lost = text[place : following if following >= 0 else None].strip(" \t\r\n,")
            if lost:
                yield lost[:80]
            if following < 0:
                return
            place = following
            continue
        place = target.end()
        says: dict[str, str] = {}
        while (said := _SAYS.match(text, place)) is not None:
            quoted, bare = said[2], said[3]
            value = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else bare or ""
            says.setdefault(said[1].lower(), value)
            place = said.end()
        rels = frozenset(says.get("rel", "").lower().split())
        yield Link(target[1].strip(), rels, says)


def parse_timemap(
    text: str, archive: Archive, url: str | None = None, *, address: str = ""
) -> Listing:
    """The captures that a timemap in link-format lists, of the page that it names as the original,
    else of *url*. What it says without a host is meant from its own *address* (RFC 8288, 3.1).
    """
    gathering, pages = _Gathering(), []
    found = [_from(address, one) for one in links(text)]
    original = next(_originals(found), url)
    for one in found:
        if isinstance(one, str):
            gathering.fault("the timemap", f"no link: {one!r}")
        elif "memento" in one.rels:
            gathering.take(one.target[:120], partial(_memento, one, original, archive))
        elif "timemap" in one.rels and "self" not in one.rels and _is_link_format(one):
            pages.append(one.target)
    listing = gathering.listing()
    return Listing(listing.captures, listing.faults, None, tuple(dict.fromkeys(pages)))


def parse_memento(
    headers: Mapping[str, str], address: str, archive: Archive, url: str
) -> Listing | None:
    """The captures that a timegate's answer tells of, which came from *address* with those
    *headers* (names in lower case): itself, its neighbours, and the timemap that has all of them.
    None where it is no capture.
    """
    at = captured_at(headers)
    if at is None:
        return None
    told = parse_timemap(headers.get("link", ""), archive, url, address=address)
    original = next(_originals(links(headers.get("link", ""))), url)
    # Who negotiates without a redirect tells where the capture is.
    own = Link(_absolute(headers.get("content-location") or address, address),
               frozenset({"memento"}), {"datetime": headers["memento-datetime"]})  # fmt: skip
    found = {one.at: one for one in told.captures}
    with suppress(_BadLine):
        found.setdefault(at, _memento(own, original, archive))
    captures = tuple(found[moment] for moment in sorted(found))
    return Listing(captures, told.faults, None, told.pages)


def _from(address: str, one: Link | str) -> Link | str:
    """*one* of the links at *address*, with a whole address for its target."""
    return one if isinstance(one, str) else replace(one, target=_absolute(one.target, address))


def _absolute(target: str, address: str) -> str:
    if _SCHEME.match(target) or not address:
        return target
    # What stands behind it is an address in an address, whose slashes `urljoin` would make one.
    start, slashes, rest = target.partition("//")
    try:
        return urljoin(address, start) + slashes + rest if start else urljoin(address, target)
    except ValueError:
        return target


def _originals(found: Iterable[Link | str]) -> Iterator[str]:
    for one in found:
        if isinstance(one, Link) and "original" in one.rels and _is_web(one.target):
            yield one.target


def _is_link_format(link: Link) -> bool:
    return link.says.get("type", "application/link-format") == "application/link-format"


def _memento(link: Link, original: str | None, archive: Archive) -> Capture:
    at = http_date(link.says.get("datetime", ""))
    if at is None:
        raise _BadLine(f"no moment: {link.says.get('datetime', '')[:40]!r}")
    if not _is_web(link.target):
        raise _BadLine("no address of the web")
    if original is None:
        raise _BadLine("nothing tells of which page it is a capture")
    address = _ID.sub(r"\1id_\2", link.target, count=1) if archive.as_captured else link.target
    return Capture(original, at, archive.address_of(original, at) or address)


# -- one capture --------------------------------------------------------------------------------


def captured_at(headers: Mapping[str, str]) -> datetime | None:
    """When the page was captured that an archive answered with those *headers* (names in lower
    case); None where it says nothing of a capture: then the page is the archive's own.
    """
    return http_date(headers.get("memento-datetime", ""))


def original_of(headers: Mapping[str, str], address: str) -> str | None:
    """The address of the page of which *address* gave a capture; None where nobody says."""
    for original in _originals(links(headers.get("link", ""))):
        return original
    return original_in(address)


def original_in(address: str) -> str | None:
    """The address of a page that stands in an archive's *address*; None where none does."""
    inside = _IN_ADDRESS.search(address)
    url = _with_scheme(inside[2]) if inside else ""
    return url if _is_web(url) else None


def is_same_page(one: str, other: str) -> bool:
    """Whether two addresses name one page, as archives take them: scheme, ``www.``, the scheme's
    own port, a slash at the end and how a sign is escaped tell no pages apart.
    """
    return one == other or _page_named(one) == _page_named(other)


def _page_named(url: str) -> str:
    try:
        parts = urlsplit(url)
        # The ports of the web go, for the scheme in which it is written may not be the one's.
        where = named_host(parts.hostname or "", parts.port).removeprefix("www.")
    except ValueError:
        return url
    path, query = _escaped(parts.path).rstrip("/"), _escaped(parts.query)
    return urlunsplit(("", where, path, query, ""))


def _escaped(text: str) -> str:
    """*text* with the signs beyond ASCII escaped, and those that need none as they are."""
    return _ESCAPE.sub(_unescaped, quote(text, safe=_SIGNS))


def _unescaped(escape: re.Match[str]) -> str:
    sign = chr(int(escape[1], 16))
    is_plain = sign.isascii() and (sign.isalnum() or sign in "-._~")
    return sign if is_plain else escape[0].upper()


# -- which to ask for ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wanted:
    """A capture to ask for, and those ``same`` ones that hold the same bytes by the archive's word:
    they are confirmed by it, and not asked for.
    """

    capture: Capture
    same: tuple[Capture, ...] = ()


def wanted(
    captures: Iterable[Capture], known: frozenset[datetime], *, since: datetime, until: datetime
) -> tuple[Wanted, ...]:
    """Of *captures* those to ask for, the oldest first: between two moments, one of a day, none
    on a day of which a moment is *known*.
    """
    days: dict[date, Capture] = {}
    heard = {moment.date() for moment in known}
    for one in sorted(captures, key=lambda each: each.at):
        if since <= one.at <= until and one.at.date() not in heard:
            days.setdefault(one.at.date(), one)
    groups: dict[str, list[Capture]] = {}
    for number, one in enumerate(days.values()):
        groups.setdefault(one.digest or f"{number}", []).append(one)
    each = [Wanted(group[0], tuple(group[1:])) for group in groups.values()]
    return tuple(sorted(each, key=lambda one: one.capture.at))


def spread(each: Sequence[Wanted], at_most: int) -> tuple[Wanted, ...]:
    """At most *at_most* of *each*, from all over the time there is, so that what comes first shows
    the whole of it and later runs fill in between.
    """
    return tuple(each[place] for place in _spread(len(each), at_most))


def _spread(count: int, most: int) -> list[int]:
    """At most *most* of the numbers below *count*, the first and the last among them, evenly."""
    if count <= most:
        return list(range(count))
    if most < 2:
        return list(range(most))
    return sorted({round(place * (count - 1) / (most - 1)) for place in range(most)})
