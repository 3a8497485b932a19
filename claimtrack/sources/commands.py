"""The commands that plugins bring for the command line."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field

import click

from claimtrack.errors import PluginError
from claimtrack.patience import patience_of
from claimtrack.sources.door import Sources
from claimtrack.sources.plugins import LOADING, SetAside

_HOOK = "claimtrack_commands"
#: A plugin with more commands than this is broken.
MAX_COMMANDS = 100


@dataclass(frozen=True, slots=True)
class Commands:
    """The plugins' commands by name, and the plugins whose commands were left out."""

    by_name: dict[str, click.Command] = field(default_factory=dict)
    set_aside: tuple[SetAside, ...] = ()


def commands(sources: Sources, taken: Set[str]) -> Commands:
    """The commands of the plugins at hand; one that fails to give any, or wants a name that is
    *taken*, is left out.
    """
    found: dict[str, click.Command] = {}
    aside: list[SetAside] = []
    for plugin in sources.plugins.with_hook(_HOOK):
        try:
            given = plugin.gather(_HOOK, MAX_COMMANDS, patience_of(LOADING))
            found |= _named(given, taken | found.keys())
        except (Exception, SystemExit) as error:  # a plugin may raise whatever it likes
            aside.append(SetAside.by(plugin.name, error))
    return Commands(found, tuple(aside))


def _named(given: list[object], taken: Set[str]) -> dict[str, click.Command]:
    named: dict[str, click.Command] = {}
    for command in given:
        if not isinstance(command, click.Command) or not isinstance(command.name, str):
            raise PluginError(f"{_HOOK} gave a {type(command).__name__}, no command with a name")
        if command.name in taken or command.name in named:
            raise PluginError(f"there is a command named {command.name!r} already")
        named[command.name] = command
    return named
