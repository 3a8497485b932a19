"""The company that an update has: plugins that are asked of its pages and told of its changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.errors import PluginError
from claimtrack.names import kind_of
from claimtrack.pages import Page
from claimtrack.sources.apart import PluginApart
from claimtrack.sources.plugins import Plugin, Plugins, SetAside

if TYPE_CHECKING:
    from claimtrack.claims import Claim
    from claimtrack.judging.verdicts import Transition

_LONGEST_REASON = 300


class Company:
    """*plugins*, for one run: one that fails at a hook is set aside and not called again. Each call
    has *patience* seconds.
    """

    def __init__(self, plugins: Plugins, patience: float) -> None:
        self._plugins = plugins
        self._patience = patience
        self._aside: dict[str, SetAside] = {}
        self._hooked: dict[str, tuple[Plugin | PluginApart, ...]] = {}

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """Those that failed so far, and why; those whose process ended, too, whatever they were
        asked when it did.
        """
        ended = {one.plugin: one for one in self._plugins.ended}
        return tuple((ended | self._aside).values())

    def wall(self, page: Page, url: str) -> str | None:
        """Why *page* is not what was asked for at *url*, by the first plugin that says so; None
        where none does.
        """
        for plugin in self._able("claimtrack_classify_page"):
            try:
                said = plugin.call("claimtrack_classify_page", self._patience, page=page, url=url)
                if said is not None and not isinstance(said, str):
                    raise PluginError(f"claimtrack_classify_page gave {kind_of(said)}, no text")
            except (Exception, SystemExit) as error:  # a plugin may raise whatever it likes
                self._aside[plugin.name] = SetAside.by(plugin.name, error)
                continue
            if said:
                return f"{plugin.name}: {' '.join(said.split())[:_LONGEST_REASON]}"
        return None

    def tell(self, transition: Transition, claim: Claim) -> None:
        """Tell every plugin that wants to know of *transition*."""
        for plugin in self._able("claimtrack_on_transition"):
            try:
                plugin.call(
                    "claimtrack_on_transition", self._patience, transition=transition, claim=claim
                )
            except (Exception, SystemExit) as error:  # a plugin may raise whatever it likes
                self._aside[plugin.name] = SetAside.by(plugin.name, error)

    def _able(self, hook: str) -> Iterator[Plugin | PluginApart]:
        if hook not in self._hooked:  # it is asked for every page
            self._hooked[hook] = tuple(self._plugins.with_hook(hook))
        return (one for one in self._hooked[hook] if one.name not in self._aside)
