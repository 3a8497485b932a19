"""Strangers' commands: those that plugins bring, looked for when claimtrack has none of that name.

Help does not list them: for that every plugin would have to be imported, whatever it costs and
whatever it does. ``claimtrack sources`` names them.
"""

from __future__ import annotations

import click

from claimtrack.cli.pipes import EndsWithReader
from claimtrack.cli.saying import say


class WithStrangers(EndsWithReader):
    """claimtrack's own commands, and behind them those of the plugins."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name: our own, for which no plugin is looked at, or a plugin's."""
        return super().get_command(ctx, cmd_name) or self._strangers(cmd_name)

    def _strangers(self, name: str) -> click.Command | None:
        from claimtrack.sources import load_sources
        from claimtrack.sources.commands import commands

        sources = load_sources()
        brought = commands(sources, self.commands.keys())
        if name not in brought.by_name:
            for left in (*sources.set_aside, *brought.set_aside):
                say(f"plugin {left.plugin}: set aside: {left.reason}", err=True)
            return None
        return brought.by_name[name]()
