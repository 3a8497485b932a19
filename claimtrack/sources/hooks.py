"""The hooks: what a plugin may implement, each with its exact arguments.

A plugin implements as many as it likes, marks each with `hookimpl`, and may leave out arguments
that it has no use for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    import click

    from claimtrack.claims import Claim
    from claimtrack.judging.verdicts import Transition
    from claimtrack.measures import Measure
    from claimtrack.observations import Reading
    from claimtrack.pages import Page
    from claimtrack.sources.source import Source
    from claimtrack.values import CalendarDate

GROUP = "claimtrack"

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


class Hooks:
    """What a plugin may implement. pluggy calls the plugins, never these."""

    @hookspec
    def claimtrack_sources(self) -> Iterable[Source]:
        """The sources of the plugin."""
        return ()

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

    @hookspec
    def claimtrack_classify_page(self, page: Page, url: str) -> str | None:
        """Why *page* is not what was asked for at *url*: a wall, a challenge, a login, in words.
        None where it is, or where the plugin cannot tell.
        """

    @hookspec
    def claimtrack_on_transition(self, transition: Transition, claim: Claim) -> None:
        """Told of each change that an update found, once all of it is on record."""

    @hookspec
    def claimtrack_commands(self) -> Iterable[click.Command]:
        """Commands for the command line, beside claimtrack's own."""
        return ()


HOOKS: tuple[str, ...] = tuple(name for name in vars(Hooks) if name.startswith("claimtrack_"))
