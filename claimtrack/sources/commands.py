"""The commands that plugins bring for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, field
from functools import partial

import click

from claimtrack.errors import PluginError
from claimtrack.names import kind_of
from claimtrack.patience import patience_of
from claimtrack.sources.apart import PluginApart
from claimtrack.sources.door import Sources
from claimtrack.sources.plugins import LOADING, Plugin, SetAside, moved_in

_HOOK = "claimtrack_commands"
#: A plugin with more commands than this is broken.
MAX_COMMANDS = 100


@dataclass(frozen=True, slots=True)
class Commands:
    """The plugins' commands by name, each as it is when called for, and the plugins whose commands
    were left out.
    """

    by_name: dict[str, Callable[[], click.Command]] = field(default_factory=dict)
    set_aside: tuple[SetAside, ...] = ()


def commands(sources: Sources, taken: Set[str]) -> Commands:
    """The commands of the plugins at hand; one that fails to give any, or wants a name that is
    *taken*, is left out.
    """
    found: dict[str, Callable[[], click.Command]] = {}
    aside: list[SetAside] = []
    for plugin in sources.plugins.with_hook(_HOOK):
        try:
            brought = _brought(plugin)
            for name in brought:
                if name in taken or name in found:
                    raise PluginError(f"there is a command named {name!r} already")
            found |= brought
        except (Exception, SystemExit) as error:  # a plugin may raise whatever it likes
            aside.append(SetAside.by(plugin.name, error))
    return Commands(found, tuple(aside))


def _brought(plugin: Plugin | PluginApart) -> dict[str, Callable[[], click.Command]]:
    patience = patience_of(LOADING)
    given = plugin.gather(_HOOK, MAX_COMMANDS, patience)
    if isinstance(plugin, PluginApart):
        return {name: partial(_here, plugin, name) for name in given}
    return {name: partial(_itself, command) for name, command in named(given).items()}


def _itself(command: click.Command) -> click.Command:
    return command


def _here(plugin: PluginApart, name: str) -> click.Command:
    """The command of that name, its plugin imported into this process: who calls it wants it to
    have his terminal.
    """
    patience = patience_of(LOADING)
    given = moved_in(plugin.process, patience).gather(_HOOK, MAX_COMMANDS, patience)
    return named(given)[name]


def named(given: Iterable[object]) -> dict[str, click.Command]:
    """The commands *given*, by name. Raises `PluginError` for what is none."""
    found: dict[str, click.Command] = {}
    for command in given:
        if not isinstance(command, click.Command) or not isinstance(command.name, str):
            raise PluginError(f"{_HOOK} gave {kind_of(command)}, no command with a name")
        if command.name in found:
            raise PluginError(f"there is a command named {command.name!r} already")
        found[command.name] = command
    return found
