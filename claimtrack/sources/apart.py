"""Apart: the plugins, and their sources, that run in a process of their own.

They are called like those that run here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import islice
from typing import Any, ClassVar

from claimtrack.errors import PluginError
from claimtrack.measures import Measure
from claimtrack.observations import Reading
from claimtrack.pages import Ask, Follow, Page, Refusal
from claimtrack.patience import within
from claimtrack.sources import wire
from claimtrack.sources.processes import Process, Told
from claimtrack.sources.source import Source


class SourceApart(Source):
    """A source whose plugin runs in another process: what it says of itself is known here, what it
    is asked is asked there.
    """

    process: ClassVar[Process]

    def asks(self, measures: tuple[Measure, ...], *, since: date | None = None) -> Iterator[Ask]:
        """What the source itself says. Raises what it raises, and `PluginError`."""
        return _taken(self._items("asks", measures=measures, since=since), measures)

    def read(
        self, page: Page, measures: tuple[Measure, ...]
    ) -> Iterator[Reading | Refusal | Follow]:
        """What the source itself reads. Raises what it raises, and `PluginError`."""
        return _taken(self._items("read", page=_sent(page), measures=measures), measures)

    def explain(self, page: Page, measure: Measure) -> Iterator[str]:
        """The steps that the source itself explains."""
        yield from _texts(self._items("explain", page=_sent(page), measure=measure))

    def reads_words(self, measure: Measure) -> bool:
        """What the source itself says."""
        return list(islice(self._items("reads_words", measure=measure), 2)) == [wire.Flag(True)]

    def _items(self, method: str, **arguments: object) -> Iterator[wire.Item]:
        return self.process.items(method, arguments, source=self.name)


def _taken(items: Iterable[wire.Item], measures: Iterable[Measure]) -> Iterator[Any]:
    """What *items* put down; whoever called looks at what each is."""
    known = {measure.id: measure for measure in measures}
    return (wire.taken(item, known) for item in items)


def _sent(page: Page) -> Page:
    """*page* without what was worked out from its bytes."""
    return replace(page)


def _texts(items: Iterable[wire.Item]) -> Iterator[str]:
    return (item.text for item in items if isinstance(item, wire.Line))


@dataclass(frozen=True)
class PluginApart:
    """A plugin by its name, in a process of its own, with what it said of itself."""

    name: str
    process: Process
    told: Told

    def implements(self, hook: str) -> bool:
        """Whether it has a hook of that name."""
        return hook in self.told.hooks

    def call(self, hook: str, patience: float, **arguments: object) -> Any:
        """What the hook returns within *patience* seconds; None where it returns nothing. Raises
        whatever the plugin does, and `PluginError`.
        """
        given = self.gather(hook, 1, patience, **arguments)
        return given[0] if given else None

    def gather(self, hook: str, most: int, patience: float, **arguments: object) -> list[Any]:
        """All that the hook gives, within *patience* seconds. Raises whatever the plugin does, and
        `PluginError` where that is more than *most*.
        """
        if hook == "claimtrack_sources":
            return [self._source(one) for one in self.told.sources]
        return within(patience, partial(self._gathered, hook, most, arguments))

    def _gathered(self, hook: str, most: int, arguments: dict[str, Any]) -> list[Any]:
        sent = {
            name: _sent(one) if isinstance(one, Page) else one for name, one in arguments.items()
        }
        measures = {one.id: one for one in arguments.get("measures", ())}
        items = islice(self.process.items(hook, sent), most + 1)
        found = [
            one.text if isinstance(one, wire.Line) else wire.taken(one, measures) for one in items
        ]
        if len(found) > most:
            raise PluginError(f"{hook} gave over {most:,}")
        return found

    def _source(self, told: wire.PutSource) -> Source:
        known = {
            "name": told.name,
            "version": told.version,
            "describes": told.describes,
            "leads_on": told.leads_on,
            "gives_several": told.gives_several,
            "process": self.process,
        }
        made: Source = type("SourceApart", (SourceApart,), known)()
        return made
