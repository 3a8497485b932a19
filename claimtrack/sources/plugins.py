"""Plugins: those that are installed or handed in, each kept apart from all the others.

Whatever a plugin does (raise, hang, give what is none or without an end, come twice), it is set
aside with its reason, and the others never notice.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from itertools import islice
from typing import Any

import pluggy

from claimtrack.errors import PluginError
from claimtrack.patience import within
from claimtrack.sources.hooks import GROUP, HOOKS, Hooks

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
        return within(patience, partial(self._called, hook, arguments))

    def gather(self, hook: str, most: int, patience: float, **arguments: object) -> list[Any]:
        """All that the hook gives, within *patience* seconds. Raises whatever the plugin does, and
        `PluginError` where that is more than *most*.
        """

        def gathered() -> list[Any]:
            given = self._called(hook, arguments)
            if given is None:
                return []
            if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
                raise PluginError(f"{hook} gave a {type(given).__name__}, not several of anything")
            found = list(islice(given, most + 1))
            if len(found) > most:
                raise PluginError(f"{hook} gave over {most:,}")
            return found

        return within(patience, gathered)

    def _called(self, hook: str, arguments: dict[str, object]) -> Any:
        given = getattr(self.hooks.hook, hook)(**arguments)
        return given[0] if given else None


@dataclass(frozen=True, slots=True)
class Plugins:
    """The plugins at hand, and those that were set aside when they were loaded."""

    plugins: tuple[Plugin, ...]
    set_aside: tuple[SetAside, ...] = ()

    def with_hook(self, hook: str) -> Iterator[Plugin]:
        """Those that implement the hook of that name."""
        return (plugin for plugin in self.plugins if plugin.implements(hook))


#: What is being imported still, by its entry: whoever asks again in this process would wait again.
_STUCK: dict[str, SetAside] = {}


def load_plugins(given: Iterable[object] | None, *, patience: float = LOADING) -> Plugins:
    """The plugins *given* (modules or objects with hooks), None for every installed one; each has
    *patience* seconds to be imported.
    """
    found: dict[int, Plugin] = {}
    aside: list[SetAside] = []
    for called, plugin in _given(given, aside, patience):
        name = _on_record(called)
        try:
            if id(plugin) in found:
                raise PluginError(f"it is installed twice: it is {found[id(plugin)].name!r} again")
            found[id(plugin)] = within(patience, partial(_checked, name, plugin))
        except (Exception, SystemExit) as error:  # a plugin may raise whatever it likes
            aside.append(SetAside.by(name, error))
    return Plugins(tuple(found.values()), tuple(aside))


def _given(
    given: Iterable[object] | None, aside: list[SetAside], patience: float
) -> Iterator[tuple[str, object]]:
    if given is not None:
        yield from ((_name(plugin), plugin) for plugin in given)
        return
    for entry in sorted(entry_points(group=GROUP), key=_turn):
        if entry.value in _STUCK:
            aside.append(_STUCK[entry.value])
            continue
        began = time.monotonic()
        try:
            yield entry.name, within(patience, entry.load)
        except (Exception, SystemExit) as error:  # importing a stranger's module may raise anything
            aside.append(SetAside.by(_on_record(entry.name), error))
            if time.monotonic() - began >= patience:
                _STUCK[entry.value] = aside[-1]


def _turn(entry: EntryPoint) -> tuple[bool, str, str]:
    """Our own first: no stranger takes the name of one of our sources."""
    project = "" if entry.dist is None else entry.dist.name
    return project != GROUP, entry.name, project


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
