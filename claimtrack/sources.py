"""Sources: the one door by which plugins, the project's own and a stranger's, come in.

A plugin is a module (or object) registered under the entry point group ``claimtrack`` whose
``claimtrack_sources`` hook gives its sources. A source names addresses (`Source.asks`) and reads
what came (`Source.read`); it does no input or output of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import entry_points
from typing import Any, ClassVar

import msgspec
import pluggy

from claimtrack.errors import PluginError, UnknownName
from claimtrack.measures import Measure, thawed
from claimtrack.observations import Description, Reading
from claimtrack.pages import Ask, Follow, Page, Refusal
from claimtrack.values import CalendarDate

GROUP = "claimtrack"

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


class Source:
    """A named answerer: which addresses to ask for which measures, and how to read the answer.

    Subclass it, set ``name`` and ``version`` (raise it whenever `read` would give other readings),
    and give `asks` and `read`. ``Options`` is a `msgspec.Struct` of what a claim file may set in
    ``ask = [{ source = NAME, ... }]``; None takes no options.
    Each measure handed in has exactly one subscription: the one to this source.
    ``leads_on`` says that its pages name others (`Follow`), as a feed does: one that has not
    changed is then looked through again all the same, for what it leads to may not have come yet.
    ``gives_several`` says that its pages may give several values of one measure for one day,
    as an article may that quotes two estimates; of any other source such a page is quarantined.
    """

    name: ClassVar[str]
    version: ClassVar[str] = "1"
    describes: ClassVar[Description]
    Options: ClassVar[type[msgspec.Struct] | None] = None
    leads_on: ClassVar[bool] = False
    gives_several: ClassVar[bool] = False

    def asks(self, measures: tuple[Measure, ...], *, since: date | None = None) -> Iterable[Ask]:
        """The addresses to ask for *measures*; ``since`` is the last day already on record, None
        where there is none or where it does not matter.
        """
        raise TypeError(f"source {self.name!r} does not say which addresses it asks")

    def read(
        self, page: Page, measures: tuple[Measure, ...]
    ) -> Iterable[Reading | Refusal | Follow]:
        """What *page* says about *measures*. Raises (best `Unreadable`) where the page is not what
        it expects; a measure without a reading counts as missing from the page. A `Refusal` gives
        up one measure alone, with a reason of its own.
        """
        raise TypeError(f"source {self.name!r} does not say how a page is read")

    def explain(self, page: Page, measure: Measure) -> Iterable[str]:
        """How *page* is read for *measure*, step by step, a line each; for people who try a source
        (``claimtrack read --explain``), never for the record. None by default.
        """
        return ()

    def options(self, measure: Measure) -> Any:
        """The claim file's options for *measure*, as an ``Options``. Raises `PluginError`."""
        if self.Options is None:
            return None
        options = measure.subscriptions[0].options
        given = {name: thawed(value) for name, value in options}
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
        return ()  # pluggy calls the plugins, never the specification

    @hookspec
    def claimtrack_read_text(
        self,
        text: str,
        measures: tuple[Measure, ...],
        published: CalendarDate | None,
        language: str,
    ) -> Iterable[Reading]:
        """What the plugin, perhaps by a model, reads of *measures* off *text*, each reading with a
        quote that stands in it.
        """
        return ()


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
        except (Exception, SystemExit) as error:  # a plugin may raise whatever it likes
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
        except (Exception, SystemExit) as error:  # importing a stranger's module may raise anything
            aside.append(SetAside(entry.name, f"{type(error).__name__}: {error}"))


@dataclass(frozen=True, slots=True)
class TextRead:
    """What plugins read off a text, and those of them that were set aside."""

    readings: tuple[Reading, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


def reads_texts(plugins: Iterable[object] | None = None) -> bool:
    """Whether one of *plugins* (None: every installed one) has ``claimtrack_read_text``."""
    return any(hasattr(plugin, "claimtrack_read_text") for _, plugin in _plugins(plugins, []))


def read_text(
    text: str,
    measures: tuple[Measure, ...],
    *,
    published: CalendarDate | None,
    language: str,
    plugins: Iterable[object] | None = None,
) -> TextRead:
    """What *plugins* (None: every installed one) read off *text* by ``claimtrack_read_text``.

    One that raises, or quotes what does not stand in the text, is set aside with all it read.
    """
    found: list[Reading] = []
    aside: list[SetAside] = []
    known = {measure.id for measure in measures}
    for name, plugin in _plugins(plugins, aside):
        if not hasattr(plugin, "claimtrack_read_text"):
            continue
        try:
            given = _registered(name, plugin).hook.claimtrack_read_text(
                text=text, measures=measures, published=published, language=language
            )
            read = [reading for each in given for reading in each]
            _check_readings(read, text, known)
            found += read
        except (Exception, SystemExit) as error:  # a plugin may raise whatever it likes
            aside.append(SetAside(name, f"{type(error).__name__}: {error}"))
    return TextRead(tuple(found), tuple(aside))


def _check_readings(read: Iterable[object], text: str, known: set[str]) -> None:
    for reading in read:
        if not isinstance(reading, Reading):
            raise PluginError(f"claimtrack_read_text gave a {type(reading).__name__}, no Reading")
        if reading.measure not in known:
            raise PluginError(f"it read {reading.measure!r}, which was not asked for")
        if not reading.quote or reading.quote not in text:
            raise PluginError(f"it quotes what does not stand in the text: {reading.quote[:80]!r}")


def _registered(name: str, plugin: object) -> pluggy.PluginManager:
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(_Hooks)
    manager.register(plugin, name)
    return manager


def _sources_of(name: str, plugin: object) -> list[Source]:
    manager = _registered(name, plugin)
    misspelt = [
        attribute
        for attribute in dir(plugin)
        if attribute.startswith("claimtrack_")
        and not hasattr(_Hooks, attribute)
        and callable(getattr(plugin, attribute, None))
    ]
    if misspelt:
        raise PluginError(f"there is no hook named {misspelt[0]!r}")
    manager.check_pending()
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
