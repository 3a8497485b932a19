"""Pages: what is asked of an address, and what came of it."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from claimtrack.charsets import charset
from claimtrack.errors import BadValue, Unreadable
from claimtrack.markup import MAX_BYTES, Element, Markup
from claimtrack.measures import Measure
from claimtrack.names import with_article
from claimtrack.observations import OUTCOMES_WITH_PAGE, Outcome

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

#: More characters than this are no reason, but a page.
_LONGEST_REASON = 500
#: How far from its end what closes a page is looked for: servers write remarks after it.
_END = 2000
_OPEN_TAG = re.compile(r"<[a-z/!][^<>]*$")
#: What is said of a page that has no end.
BROKEN_OFF = "the page breaks off"


@dataclass(frozen=True, slots=True)
class Ask:
    """One address to ask, for which measures.

    ``url`` is http or https, or a file path that stands in the claim file (the core reads it,
    relative to that file). ``secret_env`` names the environment variable whose value is sent as a
    bearer token, or as it is in the header ``secret_header`` where the service wants it so; the
    secret itself is never stored, and never part of an address. ``not_before`` is the first day
    (UTC) on which the address is worth asking: a source has no clock, so it names the days to come
    as well. For ``grace`` from the start of that day on, that there is nothing at the address (404,
    410) is no failure: what is asked for may be late, or may never have been.

    ``once`` is for what stays as it is, such as an article or the map of a past day: what came from
    there and was read, is not asked for again, unless it was changed since, at ``changed_at``
    (aware; None where nobody says). One that failed is tried again, by waits that double from an
    hour to a week. Of those that a source wants once, no more than ``at_most`` are asked in one
    update, the first named first: the rest come next.
    """

    url: str
    measures: tuple[Measure, ...]
    headers: tuple[tuple[str, str], ...] = ()
    secret_env: str | None = None
    not_before: date | None = None
    grace: timedelta | None = None
    once: bool = False
    changed_at: datetime | None = None
    at_most: int | None = None
    secret_header: str | None = None

    def __post_init__(self) -> None:
        """Whoever makes an ask is a stranger: what cannot be asked is refused here."""
        object.__setattr__(self, "measures", _tuple("measures", self.measures))
        object.__setattr__(self, "headers", _tuple("headers", self.headers))
        for measure in self.measures:
            _demand("measure", measure, Measure)
        for header in self.headers:
            if not (isinstance(header, tuple) and [type(one) for one in header] == [str, str]):
                raise BadValue(f"an ask's header is a name and a value, both text, not {header!r}")
        _demand("url", self.url, str)
        if not self.url.isascii() and any("\ud800" <= sign <= "\udfff" for sign in self.url):
            raise BadValue(f"an ask's url is text that can be sent, not {self.url!r}")
        for name, kind in _OPTIONAL.items():
            given = getattr(self, name)
            if given is not None:
                _demand(name, given, kind)
        _demand("once", self.once, bool)
        if isinstance(self.not_before, datetime):
            raise BadValue(f"an ask's not_before is a day, not the moment {self.not_before}")
        if self.changed_at is not None and self.changed_at.utcoffset() is None:
            raise BadValue(f"an ask's changed_at has a time zone; {self.changed_at} has none")


_OPTIONAL: dict[str, type] = {
    "secret_env": str,
    "not_before": date,
    "grace": timedelta,
    "changed_at": datetime,
    "at_most": int,
    "secret_header": str,
}


def _tuple(name: str, given: Any) -> tuple[Any, ...]:
    if not isinstance(given, tuple | list):
        raise BadValue(f"an ask's {name} are a tuple, not {given!r}")
    return tuple(given)


def _demand(name: str, given: object, kind: type) -> None:
    if not isinstance(given, kind):
        raise BadValue(f"an ask's {name} is {with_article(kind.__name__)}, not {given!r}")


@dataclass(frozen=True, slots=True)
class Follow:
    """A reader's wish to go on to another address before it can answer. An ask that is not for
    ``once`` is made whenever a page leads there.
    """

    ask: Ask

    def __post_init__(self) -> None:
        if not isinstance(self.ask, Ask):
            raise BadValue(f"a follow is to an Ask, not {self.ask!r}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reader's word that a page gives no fact for one measure, and why; its other measures are
    read all the same.

    ``missing``: the page no longer has it. ``unreadable``: it is there and cannot be read.
    ``quarantined``: it was read, and lies outside what the source may say. ``silent``: the page
    need not speak of it and does not, as most articles of a feed; that is no failure.
    """

    measure: str
    status: Literal["missing", "unreadable", "quarantined", "silent"]
    reason: str

    def __post_init__(self) -> None:
        if self.status not in _REFUSED:
            raise BadValue(f"a refusal is {', '.join(sorted(_REFUSED))}, not {self.status!r}")
        if not isinstance(self.reason, str):
            raise BadValue(f"a refusal's reason is text, not {self.reason!r}")
        object.__setattr__(self, "reason", one_line(self.reason))


_REFUSED = frozenset({"missing", "unreadable", "quarantined", "silent"})


def one_line(text: str, *, longest: int = _LONGEST_REASON) -> str:
    """*text*, whoever wrote it, fit to print: on one line, and of no more than *longest* signs."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text[: 2 * longest])
    return " ".join(shown.split())[:longest]


@dataclass(frozen=True)
class Page:
    """One answer: its bytes (decoded from any transfer encoding), address, headers and time.

    ``url`` is the address that answered at last, ``headers`` have lower-case names,
    ``fetched_at`` is aware and in UTC. ``asked_url`` is the address as it was asked, before any
    redirect; None where nobody asked.
    """

    url: str
    content: bytes = field(repr=False)
    fetched_at: datetime
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    asked_url: str | None = None

    @cached_property
    def media_type(self) -> str | None:
        """The type the server gave, without parameters; None where it gave none."""
        given = dict(self.headers).get("content-type")
        return given.partition(";")[0].strip().lower() if given else None

    @cached_property
    def text(self) -> str:
        """The content as text: by byte order mark, else the header's charset, else what the page
        says of itself, else by its looks. Raises `Unreadable` where the bytes are not in that
        charset.
        """
        try:
            return self.content.decode(self._charset)
        except UnicodeDecodeError as error:
            reason = f"the page is not {self._charset} text: {error}"
            raise Unreadable(f"{self.url}: {reason}") from error

    @cached_property
    def _charset(self) -> str:
        return charset(self.content, dict(self.headers).get("content-type", ""))

    @cached_property
    def is_whole(self) -> bool:
        """Whether it came to its end, as far as can be told: the server said how long it is, or it
        ends as its kind does: markup with what closes it, anything else with the end of a line or
        a bracket. A server may hang up in the middle of a figure, and say nothing. What stands
        before a server may say the length of what was broken off behind it: so HTML is not whole
        that ends within a tag, nor, in chunks, what is opened and nowhere closed.
        """
        if self._length_is_told:
            return not (self.status is not None and self.is_html and self._is_cut)
        end = self.text.rstrip()[-_END:].lower()
        if not end:
            return True
        if self.is_markup:
            return "</html" in end or ("<html" not in self.text.lower() and end.endswith(">"))
        return self.text.endswith(("\n", "\r", "}", "]"))

    @property
    def _is_cut(self) -> bool:
        """Whether HTML ends where nobody ends it, though the server said where its end is."""
        end = self.text[-_END:].lower()
        if "</html" in end or "</body" in end:
            return False
        if _OPEN_TAG.search(end):
            return True
        if "transfer-encoding" not in dict(self.headers):
            return False
        whole = self.text.lower()
        is_opened = "<html" in whole or "<body" in whole
        return is_opened and "</html" not in whole and "</body" not in whole

    @property
    def _length_is_told(self) -> bool:
        """Whether the server said where it ends, as far as a server gave it: by a length, or by a
        coding that has an end of its own.
        """
        given = {name for name, _ in self.headers}
        if self.status is None or not given:
            return True
        return bool(given & {"content-length", "transfer-encoding", "content-encoding"})

    @property
    def is_markup(self) -> bool:
        """Whether it is HTML or XML, by the server's word, else by its first characters."""
        if self.media_type is None:
            return self.text.lstrip()[:1] == "<"
        return self.media_type.endswith(("html", "xml"))

    @property
    def is_html(self) -> bool:
        """Whether it is HTML, by the server's word, else by its first characters."""
        if self.media_type is not None:
            return "html" in self.media_type
        return self.is_markup and not self._says_xml

    @property
    def root(self) -> Any:
        """The first element of the page's tree (lxml's), for a reader that walks the whole of it.
        Raises `Unreadable`.
        """
        return self._markup.root

    @cached_property
    def plain_text(self) -> str:
        """The text as a reader sees it: of HTML and XML the words without tags and scripts, a line
        a block; of anything else the text itself. Raises `Unreadable`.
        """
        return self._markup.text if self.is_markup else self.text

    def select(self, css: str) -> list[Element]:
        """Every element that the CSS selector matches, in the order of the page; parsed by lxml.
        Raises `Unreadable`, and `PluginError` where *css* is no selector.
        """
        return self._markup.select(css)

    def xpath(self, expression: str) -> list[Element]:
        """What the XPath 1.0 expression finds: elements, attributes, texts, or the one text or
        number that it comes to. Raises `Unreadable`, and `PluginError` where it is no XPath.
        """
        return self._markup.xpath(expression)

    def one(self, css: str) -> Element:
        """The one element that the CSS selector matches. Raises `Unreadable` for none and for
        several.
        """
        return self._markup.one(css)

    def table(self, css: str) -> list[list[str]]:
        """The cells of the one table that the CSS selector matches, row by row, as texts; a cell
        over several columns or rows stands in each. Raises `Unreadable`.
        """
        return self._markup.rows(css)

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The page as BeautifulSoup has it (with lxml's parser), built when first asked for.

        claimtrack itself never builds it: it costs ten times what `select` does.
        """
        from bs4 import BeautifulSoup

        _ = self._markup  # what is too much for lxml alone is too much here
        return BeautifulSoup(self.text, "lxml")

    @cached_property
    def _markup(self) -> Markup:
        if len(self.content) > MAX_BYTES:
            raise Unreadable(f"{self.url}: markup of more than {MAX_BYTES:,} bytes")
        is_html = (self.media_type or "").endswith("html") or not self._says_xml
        if is_html and not self.is_whole:
            raise Unreadable(f"{self.url}: {BROKEN_OFF}: what closes it is missing")
        text = self.text  # where it is none, the reason names the address already
        try:
            in_utf8 = self.content if self._charset == "utf-8" else None
            return Markup(text, xml=not is_html, content=in_utf8)
        except Unreadable as error:
            raise Unreadable(f"{self.url}: {error}") from error

    def forget(self) -> None:
        """Let go of what was worked out from the bytes: a tree takes twenty times their room."""
        for name in ("text", "plain_text", "soup", "_markup"):
            self.__dict__.pop(name, None)

    @property
    def _says_xml(self) -> bool:
        if self.media_type is not None and self.media_type.endswith("xml"):
            return True
        head = self.text[:1000].lstrip("\ufeff \t\r\n")
        return head.startswith("<?xml") and "<html" not in head.lower()

    def json(self, *, exact: bool = False) -> Any:
        """The content as JSON. Where it has to be *exact*, a number with decimals is the `Decimal`
        that is written there, and an object that names a key twice is refused.
        Raises `Unreadable`.
        """
        hooks: dict[str, Any] = {}
        if exact:
            hooks = {"parse_float": Decimal, "object_pairs_hook": _once_each}
        try:
            return json.loads(self.text, **hooks)
        except (ValueError, RecursionError) as error:  # also a number of 4,301 digits
            raise Unreadable(f"{self.url}: not JSON: {error}") from error

    def rows(self, delimiter: str = ",") -> list[dict[str, str]]:
        """The content as CSV with a header line, a dict per row, its cells parted by the one
        character *delimiter*. Raises `Unreadable` for a row
        that is longer or shorter than the header, a column named twice, and a last line broken off.
        """
        if not self.is_whole:
            raise Unreadable(f"{self.url}: {BROKEN_OFF}: its last line has no end")
        reader = csv.reader(io.StringIO(self.text, newline=""), strict=True, delimiter=delimiter)
        try:
            lines = [line for line in reader if line]
        except csv.Error as error:
            raise Unreadable(f"{self.url}: not CSV: {error}") from error
        if not lines:
            raise Unreadable(f"{self.url}: an empty file; expected a header line")
        header = [name.strip() for name in lines[0]]
        other = next((one for one in ";\t|," if one in header[0]), None)
        if len(header) == 1 and other is not None:
            raise Unreadable(
                f"{self.url}: no {delimiter!r} is in the header {header[0][:200]!r}:"
                f" rows({other!r}) reads it"
            )
        if len(set(header)) != len(header):
            raise Unreadable(f"{self.url}: the header names a column twice: {header}")
        for number, line in enumerate(lines[1:], 2):
            if len(line) != len(header):
                raise Unreadable(
                    f"{self.url}: row {number} has {len(line)} cells; the header has {len(header)}"
                )
        return [dict(zip(header, line, strict=True)) for line in lines[1:]]


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """*pairs* as an object of JSON. Raises `ValueError` where a key is there twice."""
    made = dict(pairs)
    if len(made) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in made if names.count(name) > 1)
        raise ValueError(f"an object names {twice[:40]!r} twice")
    return made


@dataclass(frozen=True, slots=True)
class Validators:
    """What lets a server say "not modified", exactly as it gave them, and the sha256 of the
    snapshot that such an answer confirms. A server that gave neither is known by the snapshot
    alone: an answer of the very same bytes has been read.

    ``url`` is the address that gave them, None for the one asked: behind a redirect they are sent
    to no other page. ``content_type`` is what the server called that snapshot, which it does not
    say again.
    """

    snapshot: str
    etag: str | None = None
    last_modified: str | None = None
    url: str | None = None
    content_type: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Request:
    """One address to fetch, once, for everybody who asks for it.

    ``base`` is set for a file that a claim file names: the folder its relative path starts from.
    ``spacing`` is the seconds between requests to its host that somebody who asks wants at least.
    ``stands_for`` is the page of which an archive is asked: what its own host does not want to be
    asked is not asked of an archive either.
    """

    url: str
    headers: tuple[tuple[str, str], ...] = ()
    secret_env: str | None = None
    base: str | None = None
    validators: Validators | None = None
    secret_header: str | None = None
    spacing: float = field(default=0.0, compare=False)
    stands_for: str | None = None

    def __hash__(self) -> int:
        """By the address alone: every answer is looked up by its request, several times."""
        return hash(self.url)

    @property
    def is_file(self) -> bool:
        """Whether it is a file of this machine rather than an address on the network."""
        return self.base is not None


_Content = bytes  # a field of an answer has that name


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one request, asked at ``at`` (aware, UTC).

    ``page`` is there exactly when the outcome is ``fetched``. ``reason`` says in words why there
    is none. ``requests`` went over the wire, redirects and a ``robots.txt`` that had to be asked
    for first among them (None: nobody counted), and moved ``bytes``, in ``seconds``. Where it was
    not ``asked``, that is no fault of the address: its host wants to be left alone, or no name can
    be looked up.
    ``packed`` is the page's content as it came, where that is one member of gzip.
    """

    request: Request
    at: datetime
    outcome: Outcome
    page: Page | None = None
    status: int | None = None
    reason: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    bytes: int = 0
    seconds: float = 0.0
    asked: bool = True
    packed: _Content | None = field(default=None, repr=False, compare=False)
    requests: int | None = None

    @property
    def came(self) -> bool:
        """Whether a page came, or was confirmed to be the one we have."""
        return self.outcome in OUTCOMES_WITH_PAGE


@dataclass(frozen=True, slots=True)
class Memory:
    """What the record remembers of one address as asked by one source.

    ``asked_at`` is the last attempt of whatever outcome. ``validators`` belong to the last page
    that came, and ``readers`` are the (measure, extractor) pairs that have read it, ``missed``
    those of them that found nothing where they should; ``fresh_until`` is how long the server
    called it fresh. ``failures`` counts the attempts since that brought no page; ``retry_after`` is
    what the last answer said under that header, where the attempt was postponed.
    """

    asked_at: datetime
    validators: Validators | None = None
    readers: frozenset[tuple[str, str]] = frozenset()
    missed: frozenset[tuple[str, str]] = frozenset()
    failures: int = 0
    retry_after: str | None = None
    fresh_until: datetime | None = None
