"""Sources: the one door by which plugins, the project's own and a stranger's, come in.

A plugin is a module (or object) registered under the entry point group ``claimtrack`` whose
``claimtrack_sources`` hook gives its sources. A source names addresses (`Source.asks`) and reads
what came (`Source.read`); it does no input or output of its own.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from importlib.metadata import entry_points
from typing import Any, ClassVar

import msgspec
import pluggy

from claimtrack.errors import PluginError, UnknownName, Unreadable
from claimtrack.measures import Measure
from claimtrack.observations import Description, Reading

GROUP = "claimtrack"

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@dataclass(frozen=True, slots=True)
class Ask:
    """One address to ask, for which measures.

    ``url`` is http or https, or a file path that stands in the claim file (the core reads it,
    relative to that file). ``secret_env`` names the environment variable whose value is sent as a
    bearer token; the secret itself is never stored.
    """

    url: str
    measures: tuple[Measure, ...]
    headers: tuple[tuple[str, str], ...] = ()
    secret_env: str | None = None


@dataclass(frozen=True, slots=True)
class Follow:
    """A reader's wish to go on to another address before it can answer."""

    ask: Ask


@dataclass(frozen=True)
class Page:
    """One answer: its bytes (decoded from any transfer encoding), address, headers and time.

    ``url`` is the address that answered at last, ``headers`` have lower-case names,
    ``fetched_at`` is aware and in UTC.
    """

    url: str
    content: bytes = field(repr=False)
    fetched_at: datetime
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def media_type(self) -> str | None:
        """The type the server gave, without parameters; None where it gave none."""
        given = dict(self.headers).get("content-type")
        return given.partition(";")[0].strip().lower() if given else None

    @cached_property
    def text(self) -> str:
        """The content as text: by byte order mark, then the header's charset, else UTF-8.
        Raises `Unreadable` where the bytes are not in that charset.
        """
        charset = _charset(self.content, dict(self.headers).get("content-type", ""))
        try:
            return self.content.decode(charset)
        except (UnicodeDecodeError, LookupError) as error:
            raise Unreadable(f"{self.url}: the page is not {charset} text: {error}") from error

    def json(self) -> Any:
        """The content as JSON. Raises `Unreadable`."""
        try:
            return json.loads(self.text)
        except (json.JSONDecodeError, RecursionError) as error:
            raise Unreadable(f"{self.url}: not JSON: {error}") from error

    def rows(self) -> list[dict[str, str]]:
        """The content as CSV with a header line, a dict per row. Raises `Unreadable` for a row
        that is longer or shorter than the header, and for a column named twice.
        """
        reader = csv.reader(io.StringIO(self.text, newline=""), strict=True)
        try:
            lines = [line for line in reader if line]
        except csv.Error as error:
            raise Unreadable(f"{self.url}: not CSV: {error}") from error
        if not lines:
            raise Unreadable(f"{self.url}: an empty file; expected a header line")
        header = [name.strip() for name in lines[0]]
        if len(set(header)) != len(header):
            raise Unreadable(f"{self.url}: the header names a column twice: {header}")
        for number, line in enumerate(lines[1:], 2):
            if len(line) != len(header):
                raise Unreadable(
                    f"{self.url}: row {number} has {len(line)} cells; the header has {len(header)}"
                )
        return [dict(zip(header, line, strict=True)) for line in lines[1:]]


def _charset(content: bytes, content_type: str) -> str:
    if content.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    _, found, given = content_type.lower().partition("charset=")
    return given.partition(";")[0].strip(" \"'") if found and given else "utf-8"


class Source:
    """A named answerer: which addresses to ask for which measures, and how to read the answer.

    Subclass it, set ``name`` and ``version`` (raise it whenever `read` would give other readings),
    and give `asks` and `read`. ``Options`` is a `msgspec.Struct` of what a claim file may set in
    ``ask = [{ source = NAME, ... }]``; None takes no options.
    Each measure handed in has exactly one subscription: the one to this source.
    """

    name: ClassVar[str]
    version: ClassVar[str] = "1"
    describes: ClassVar[Description]
    Options: ClassVar[type[msgspec.Struct] | None] = None

    def asks(self, measures: tuple[Measure, ...], *, since: date | None = None) -> Iterable[Ask]:
        """The addresses to ask for *measures*; ``since`` is the last day already on record, None
        where there is none or where it does not matter.
        """
        raise TypeError(f"source {self.name!r} does not say which addresses it asks")

    def read(self, page: Page, measures: tuple[Measure, ...]) -> Iterable[Reading | Follow]:
        """What *page* says about *measures*. Raises (best `Unreadable`) where the page is not what
        it expects; a measure without a reading counts as missing from the page.
        """
        raise TypeError(f"source {self.name!r} does not say how a page is read")

    def options(self, measure: Measure) -> Any:
        """The claim file's options for *measure*, as an ``Options``. Raises `PluginError`."""
        if self.Options is None:
            return None
        given = dict(measure.subscriptions[0].options)
        try:
            return msgspec.convert(given, self.Options)
        except msgspec.ValidationError as error:
            raise PluginError(f"measure {measure.id!r}, source {self.name!r}: {error}") from error


def extractor(source: Source, measure: Measure) -> str:
    """The reader on record, ``name@version``, with a digest of its options where it has any: the
    same page read with another column is another extractor.
    """
    options = measure.subscriptions[0].options
    name = f"{source.name}@{source.version}"
    if not options:
        return name
    return f"{name}+{hashlib.sha256(repr(options).encode()).hexdigest()[:8]}"


class _Hooks:
    """What a plugin may implement."""

    @hookspec
    def claimtrack_sources(self) -> Iterable[Source]:
        """The sources of the plugin."""
        raise NotImplementedError  # pragma: no cover  (a specification is never called)


@dataclass(frozen=True, slots=True)
class SetAside:
    """A plugin or source that was left out, and why."""

    plugin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources at hand, by name, and the plugins that were set aside."""

    by_name: Mapping[str, Source]
    set_aside: tuple[SetAside, ...] = ()

    def __getitem__(self, name: str) -> Source:
        """The source of that name. Raises `UnknownName`."""
        if name not in self.by_name:
            raise UnknownName("source", name)
        return self.by_name[name]

    @property
    def options(self) -> dict[str, type[msgspec.Struct] | None]:
        """Each source's ``Options``, for checking a claim file."""
        return {name: source.Options for name, source in self.by_name.items()}


def load_sources(plugins: Iterable[object] | None = None) -> Sources:
    """The sources of *plugins* (modules or objects with hooks), None for every installed one.

    A plugin that fails to load or to answer harms no other: it is set aside with its reason.
    """
    found: dict[str, Source] = {}
    aside: list[SetAside] = []
    for name, plugin in _plugins(plugins, aside):
        try:
            for source in _sources_of(name, plugin):
                if source.name in found:
                    raise PluginError(f"a source named {source.name!r} is already there")
                found[source.name] = source
        except Exception as error:  # a plugin may raise whatever it likes
            aside.append(SetAside(name, f"{type(error).__name__}: {error}"))
    return Sources(found, tuple(aside))


def _plugins(given: Iterable[object] | None, aside: list[SetAside]) -> Iterable[tuple[str, object]]:
    if given is not None:
        for plugin in given:
            yield getattr(plugin, "__name__", type(plugin).__name__), plugin
        return
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        try:
            yield entry.name, entry.load()
        except Exception as error:  # importing a stranger's module may raise anything
            aside.append(SetAside(entry.name, f"{type(error).__name__}: {error}"))


def _sources_of(name: str, plugin: object) -> list[Source]:
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(_Hooks)
    manager.register(plugin, name)
    manager.check_pending()
    misspelt = [
        attribute
        for attribute in dir(plugin)
        if attribute.startswith("claimtrack_")
        and not hasattr(_Hooks, attribute)
        and callable(getattr(plugin, attribute, None))
    ]
    if misspelt:
        raise PluginError(f"there is no hook named {misspelt[0]!r}")
    sources = [source for given in manager.hook.claimtrack_sources() for source in given]
    for source in sources:
        _check(source)
    return sources


def _check(source: object) -> None:
    if not isinstance(source, Source):
        raise PluginError(f"claimtrack_sources gave a {type(source).__name__}, not a Source")
    if not isinstance(getattr(source, "name", None), str) or not source.name:
        raise PluginError(f"{type(source).__name__} has no name")
    if not isinstance(getattr(source, "describes", None), Description):
        raise PluginError(f"source {source.name!r} does not describe itself")
