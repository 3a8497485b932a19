"""Plugins: those that are installed or handed in, each kept apart from all the others.

Whatever a plugin does (raise, hang, give what is none or without an end, come twice), it is set
aside with its reason, and the others never notice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.metadata import Distribution, EntryPoint, entry_points
from itertools import islice
from typing import Any

import pluggy

from claimtrack.errors import PluginError
from claimtrack.names import kind_of
from claimtrack.pages import one_line
from claimtrack.patience import Overdue, within
from claimtrack.sources.apart import PluginApart
from claimtrack.sources.hooks import GROUP, HOOKS, Hooks
from claimtrack.sources.processes import Process, is_to_be_apart

#: A plugin is imported in well under a second; one that takes so many will not come.
LOADING = 20.0
_LONGEST_REASON = 500
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class SetAside:
    """A plugin or source that was left out, and why."""

    plugin: str
    reason: str

    @classmethod
    def by(cls, plugin: str, error: BaseException) -> SetAside:
        """The plugin of that name, set aside for *error*."""
        try:
            words = " ".join(str(error).split())
        except Exception:  # a stranger's error may fail to say what it is
            words = "it does not say why"
        return cls(plugin, f"{type(error).__name__}: {words}"[:_LONGEST_REASON])


@dataclass(frozen=True, slots=True)
class Plugin:
    """A plugin by its name, with the hooks that it implements."""

    name: str
    hooks: pluggy.PluginManager

    def implements(self, hook: str) -> bool:
        """Whether it has a hook of that name."""
        return bool(getattr(self.hooks.hook, hook).get_hookimpls())

    def call(self, hook: str, patience: float, **arguments: object) -> Any:
        """What the hook returns within *patience* seconds; None where it returns nothing. Raises
        whatever the plugin does, and `PluginError`.
        """
        return within(patience, partial(self.called, hook, arguments))

    def gather(self, hook: str, most: int, patience: float, **arguments: object) -> list[Any]:
        """All that the hook gives, within *patience* seconds. Raises whatever the plugin does, and
        `PluginError` where that is more than *most*.
        """

        def gathered() -> list[Any]:
            given = self.called(hook, arguments)
            if given is None:
                return []
            if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
                raise PluginError(f"{hook} gave {kind_of(given)}, not several of anything")
            found = list(islice(given, most + 1))
            if len(found) > most:
                raise PluginError(f"{hook} gave over {most:,}")
            return found

        return within(patience, gathered)

    def called(self, hook: str, arguments: Mapping[str, object]) -> Any:
        """What the hook returns; None where it returns nothing. Raises whatever the plugin does."""
        given = getattr(self.hooks.hook, hook)(**arguments)
        return given[0] if given else None


@dataclass(frozen=True, slots=True)
class Plugins:
    """The plugins at hand, and those that were set aside when they were loaded."""

    plugins: tuple[Plugin | PluginApart, ...]
    set_aside: tuple[SetAside, ...] = ()

    def with_hook(self, hook: str) -> Iterator[Plugin | PluginApart]:
        """Those that implement the hook of that name."""
        return (plugin for plugin in self.plugins if plugin.implements(hook))

    @property
    def ended(self) -> tuple[SetAside, ...]:
        """Those whose process ended before its time since they last had a rest, and why."""
        return tuple(
            SetAside(one.name, f"PluginError: {one.process.ends[-1]}")
            for one in self.plugins
            if isinstance(one, PluginApart) and one.process.ends
        )

    def rest(self) -> None:
        """End the processes of those that have one; they start again where they are wanted."""
        for one in self.plugins:
            if isinstance(one, PluginApart):
                one.process.rest()


#: What did not come back from its import, by its entry: whoever asks again in this process would
#: wait again.
_STUCK: dict[str, SetAside] = {}


def load_plugins(
    given: Iterable[object] | None, *, patience: float = LOADING, apart: bool = True
) -> Plugins:
    """The plugins *given* (modules or objects with hooks), None for every installed one; each has
    *patience* seconds to be imported. Strangers' are imported in processes of their own where they
    can be, and are to be, *apart*.
    """
    aside: list[SetAside] = []
    if given is not None:
        named = ((_name(plugin), plugin) for plugin in given)
        return Plugins(tuple(_kept(named, aside, patience)), tuple(aside))
    entries = sorted(entry_points(group=GROUP), key=_turn)
    here = [one for one in entries if not (apart and is_to_be_apart(is_own=_is_own(one)))]
    begun = _begun(entries[len(here) :], {one.value: one.name for one in here}, aside)
    found = _kept(_imported(here, aside, patience), aside, patience)
    return Plugins((*found, *_told(begun, aside, patience)), tuple(aside))


def check_plugins(given: object, patience: float = LOADING) -> tuple[object, ...]:
    """The plugins *given*, several of them. Raises `PluginError` for what is no list, and for the
    first that has no hook, or one that is none: whoever hands it in is there to mend it. What else
    is wrong is found when it is loaded.
    """
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise PluginError(
            "plugins is a list of modules or objects with hooks, not"
            f" {_told_briefly(given)}: plugins=[...] hands one in"
        )
    plugins = tuple(given)
    for plugin in plugins:
        _check(plugin, patience)
    return plugins


def _told_briefly(given: object) -> str:
    kind, named = type(given).__name__, given if isinstance(given, str) else _name(given)
    return f"the {kind}" if named == kind else f"the {kind} {_on_record(named)!r}"


def _check(plugin: object, patience: float) -> None:
    name = _on_record(_name(plugin))
    try:
        checked = within(patience, partial(_checked, name, plugin))
    except PluginError as error:
        raise PluginError(f"plugin {name!r}: {error}") from error
    except (Exception, SystemExit):  # it is set aside with its reason when it is loaded
        return
    if not any(map(checked.implements, HOOKS)):
        raise PluginError(f"plugin {name!r} has no hook: one of {', '.join(HOOKS)}")


def moved_in(process: Process, patience: float) -> Plugin:
    """The plugin of *process*, imported into this one: for what cannot be had from there. Raises
    whatever it does, and `PluginError`.
    """
    entry = EntryPoint(process.name, process.value, GROUP)
    return within(patience, lambda: _checked(process.name, entry.load()))


def _kept(
    named: Iterable[tuple[str, object]], aside: list[SetAside], patience: float
) -> list[Plugin]:
    """The plugins among those *named* whose hooks are hooks, each once; the others go *aside*."""
    found: dict[int, Plugin] = {}
    for called, plugin in named:
        name = _on_record(called)
        try:
            if id(plugin) in found:
                raise _twice(found[id(plugin)].name)
            found[id(plugin)] = within(patience, partial(_checked, name, plugin))
        except (Exception, SystemExit) as error:  # a plugin may raise whatever it likes
            aside.append(SetAside.by(name, error))
    return list(found.values())


def _imported(
    entries: Iterable[EntryPoint], aside: list[SetAside], patience: float
) -> Iterator[tuple[str, object]]:
    """What *entries* name, imported into this process."""
    for entry in entries:
        if entry.value in _STUCK:
            aside.append(_STUCK[entry.value])
            continue
        try:
            yield entry.name, within(patience, entry.load)
        except (Exception, SystemExit) as error:  # importing a stranger's module may raise anything
            aside.append(_failed(entry.name, entry.value, error))


def _begun(
    entries: Iterable[EntryPoint], known: dict[str, str], aside: list[SetAside]
) -> list[Process]:
    """The processes of *entries*, in each of which a plugin is being loaded by now; *known* are the
    names of plugins by where they are found.
    """
    begun = []
    for entry in entries:
        if entry.value in _STUCK:
            aside.append(_STUCK[entry.value])
            continue
        process = Process(entry.name, entry.value)
        try:
            if entry.value in known:
                raise _twice(known[entry.value])
            known[entry.value] = _on_record(entry.name)
            process.begin()
            begun.append(process)
        except PluginError as error:
            aside.append(SetAside.by(_on_record(entry.name), error))
    return begun


def _told(
    begun: Iterable[Process], aside: list[SetAside], patience: float
) -> Iterator[PluginApart]:
    """The plugins that were loaded in processes of their own, as they tell of themselves."""
    for process in begun:
        try:
            told = within(patience, process.load)
        except (Exception, SystemExit) as error:  # whatever happens there is told here
            aside.append(_failed(process.name, process.value, error))
            process.rest()
            continue
        if told.aside is None:
            yield PluginApart(_on_record(process.name), process, told)
        else:
            aside.append(SetAside(_on_record(process.name), one_line(told.aside)))
            process.rest()


def _failed(name: str, value: str, error: BaseException) -> SetAside:
    """The plugin of that name, set aside for *error*; for good where it did not come back."""
    made = SetAside.by(_on_record(name), error)
    if isinstance(error, Overdue):
        _STUCK[value] = made
    return made


def _twice(name: str) -> PluginError:
    return PluginError(f"it is installed twice: it is {name!r} again")


def packages_of(plugin: Plugin | PluginApart) -> str:
    """The package that brings the installed *plugin*, in brackets behind a space; "" for none."""
    value = plugin.process.value if isinstance(plugin, PluginApart) else None
    named = {
        f"{entry.dist.name} {entry.dist.version}"
        for entry in entry_points(group=GROUP)
        if entry.dist is not None
        and _on_record(entry.name) == plugin.name
        and value in {None, entry.value}
    }
    return f" ({', '.join(sorted(map(_on_record, named)))})" if named else ""


def _is_own(entry: EntryPoint) -> bool:
    return entry.dist is not None and _project(entry.dist) == GROUP


@lru_cache(maxsize=64)
def _project(dist: Distribution) -> str:
    """The name of *dist*, for which its metadata are parsed each time that it is asked."""
    return dist.name


def _turn(entry: EntryPoint) -> tuple[bool, str, str]:
    """Our own first: no stranger takes the name of one of our sources. Strangers by the name of
    the plugin, then of the package, so that it is the same one that has a name on every machine.
    """
    project = "" if entry.dist is None else _project(entry.dist)
    return not _is_own(entry), entry.name, project


def _on_record(name: str) -> str:
    """*name* as both databases hold it, on one line."""
    shown = "".join(sign if sign.isprintable() else " " for sign in name).strip()
    return shown[:_LONGEST_NAME] or "plugin"


def _name(plugin: object) -> str:
    name = getattr(plugin, "__name__", None)
    return name if isinstance(name, str) else type(plugin).__name__


def _checked(name: str, plugin: object) -> Plugin:
    """*plugin*, whose hooks are hooks. Raises `PluginError`."""
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(Hooks)
    _check_hooks(plugin)
    try:
        manager.register(plugin, name)
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise PluginError(_complaint(error)) from error
    return Plugin(name, manager)


def _check_hooks(plugin: object) -> None:
    """Raise `PluginError` for what looks like a hook and is none: pluggy would pass over it."""
    for attribute in dir(plugin):
        found = getattr(plugin, attribute, None)
        is_marked = isinstance(getattr(found, f"{GROUP}_impl", None), dict)
        looks_it = attribute.startswith(f"{GROUP}_") and callable(found)
        if (is_marked or looks_it) and attribute not in HOOKS:
            raise PluginError(f"there is no hook named {attribute!r}")
        if looks_it and not is_marked:
            raise PluginError(f"{attribute} is not marked with @claimtrack.hookimpl")


def _complaint(error: pluggy.PluginValidationError) -> str:
    """What is wrong, without pluggy's words on how it went about it."""
    return str(error).rpartition("\n")[2] or str(error)
