"""The door: the sources of all plugins by name, and who was not let in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import get_args

import msgspec

from claimtrack.errors import PluginError, UnknownName
from claimtrack.measures import SourceKind
from claimtrack.names import kind_of
from claimtrack.observations import Description
from claimtrack.patience import patience_of
from claimtrack.sources.apart import PluginApart, SourceApart
from claimtrack.sources.plugins import (
    LOADING,
    Plugin,
    Plugins,
    SetAside,
    load_plugins,
    moved_in,
    packages_of,
)
from claimtrack.sources.processes import Process
from claimtrack.sources.source import Source

#: More sources than this from one plugin is a broken plugin: the outlets of a country are hundreds.
MAX_SOURCES = 1_000
#: The longest name that goes on record.
_LONGEST_NAME = 200


@dataclass(frozen=True)
class Sources:
    """The sources at hand, by name, and the plugins that were set aside."""

    by_name: Mapping[str, Source]
    set_aside: tuple[SetAside, ...] = ()
    plugins: Plugins = field(default_factory=lambda: Plugins(()))

    def __getitem__(self, name: str) -> Source:
        """The source of that name. Raises `UnknownName`."""
        if name not in self.by_name:
            raise UnknownName("source", name)
        return self.by_name[name]

    @cached_property
    def options(self) -> Mapping[str, type[msgspec.Struct] | None]:
        """Each source's ``Options``, for checking a claim file."""
        return _Options(self.by_name)


class _Options(Mapping[str, type[msgspec.Struct] | None]):
    """The ``Options`` of *sources* by name. A Struct is code, and checks what it is given here: so
    the plugin of a source that runs elsewhere is imported into this process, where its options are
    asked for; that raises `PluginError` where it fails.
    """

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._moved: dict[Process, dict[str, Source]] = {}

    def __getitem__(self, name: str) -> type[msgspec.Struct] | None:
        source = self._sources[name]
        return self._here(source).Options if isinstance(source, SourceApart) else source.Options

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)

    def _here(self, source: SourceApart) -> Source:
        process, patience = source.process, patience_of(LOADING)
        try:
            if process not in self._moved:
                plugin = moved_in(process, patience)
                self._moved[process] = _sources_of(plugin, {}, patience)
            return self._moved[process][source.name]
        except (Exception, SystemExit) as error:  # a plugin may raise whatever it likes
            reason = SetAside.by(process.name, error).reason
            raise PluginError(f"plugin {process.name!r} cannot be asked: {reason}") from error


def load_sources(
    plugins: Iterable[object] | None = None, *, patience: float | None = None, apart: bool = True
) -> Sources:
    """The sources of *plugins* (modules or objects with hooks), None for every installed one. Those
    of strangers run in processes of their own, unless they are not to be *apart*.

    A plugin that fails to load or to answer, or does not come back within *patience* seconds (None:
    the usual), harms no other: it is set aside with its reason, and none of its hooks is called.
    """
    patience = patience_of(LOADING) if patience is None else patience
    loaded = load_plugins(plugins, patience=patience, apart=apart)
    found: dict[str, Source] = {}
    owners: dict[str, _Owner] = {}
    kept: list[Plugin | PluginApart] = []
    aside = list(loaded.set_aside)
    for plugin in loaded.plugins:
        try:
            brought = _sources_of(plugin, owners, patience)
            found |= brought
            owner = partial(_called, plugin, is_installed=plugins is None)
            owners |= dict.fromkeys(brought, owner)
            kept.append(plugin)
        except (Exception, SystemExit) as error:  # a plugin may raise whatever it likes
            aside.append(SetAside.by(plugin.name, error))
    return Sources(found, tuple(aside), Plugins(tuple(kept), tuple(aside)))


#: By whom a source is there, in words; worked out where somebody else wants its name.
_Owner = Callable[[], str]


def _called(plugin: Plugin | PluginApart, *, is_installed: bool) -> str:
    return f"by plugin {plugin.name!r}{packages_of(plugin) if is_installed else ''}"


def _sources_of(
    plugin: Plugin | PluginApart, owners: Mapping[str, _Owner], patience: float
) -> dict[str, Source]:
    """The sources of *plugin*, of which none has a name that *owners* have, each told in words."""
    found: dict[str, Source] = {}
    for source in plugin.gather("claimtrack_sources", MAX_SOURCES, patience):
        checked = _checked(source)
        if checked.name in owners or checked.name in found:
            owner = owners[checked.name]() if checked.name in owners else "by this very plugin"
            raise PluginError(f"a source named {checked.name!r} is already there, {owner}")
        found[checked.name] = checked
    return found


def _checked(source: object) -> Source:
    """*source*, which says what it has to. Raises `PluginError`."""
    if not isinstance(source, Source):
        raise PluginError(f"claimtrack_sources gave {kind_of(source)}, not a Source")
    name = getattr(source, "name", None)
    if not isinstance(name, str) or not name:
        raise PluginError(f"{type(source).__name__} has no name")
    if len(name) > _LONGEST_NAME or not name.isprintable():
        raise PluginError(f"{name[:40]!r} is no name for a source: one line of printable text")
    _check_words(name, "version", source.version)
    _check_description(name, getattr(source, "describes", None))
    _check_options(name, source.Options)
    return source


def _check_description(name: str, given: object) -> None:
    if not isinstance(given, Description):
        raise PluginError(f"source {name!r} does not describe itself")
    if given.kind not in get_args(SourceKind):
        kinds = ", ".join(get_args(SourceKind))
        raise PluginError(f"source {name!r}: its kind is one of {kinds}, not {given.kind!r}")
    for part in ("publisher", "party", "licence", "budget"):
        told = getattr(given, part)
        if told is not None or part == "publisher":
            _check_words(name, part, told)


def _check_words(name: str, part: str, told: object) -> None:
    """Raise `PluginError` for what no database holds as a name."""
    if not isinstance(told, str):
        raise PluginError(f"source {name!r}: its {part} is text, not {told!r}")
    if len(told) > _LONGEST_NAME or not told.isprintable():
        raise PluginError(f"source {name!r}: its {part} is one line, not {told[:40]!r}")


def _check_options(name: str, given: object) -> None:
    if given is None:
        return
    if not (isinstance(given, type) and issubclass(given, msgspec.Struct)):
        raise PluginError(f"source {name!r}: its Options are a msgspec.Struct, not {given!r}")
    try:
        msgspec.convert({}, given)
    except msgspec.ValidationError:
        pass  # something is needed that is not there; that the schema can be read is what matters
    except (Exception, SystemExit) as error:
        raise PluginError(f"source {name!r}: its Options cannot be read by: {error}") from error
