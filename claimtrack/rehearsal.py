"""The rehearsal: what an update would record of one page, without recording it.

A page is fetched and read by the very path that an update takes; only the store is left out.
"""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.errands import Errand, Inquiry
from claimtrack.errors import PluginError, UnknownName
from claimtrack.manners import HostBook
from claimtrack.measures import Measure, Subscription
from claimtrack.names import nearest
from claimtrack.observations import Attempt, Reading, Result
from claimtrack.pages import Answer, Ask, Page, Request
from claimtrack.patience import patience_of, within
from claimtrack.sources import Company, Sources
from claimtrack.update import plan, read

if TYPE_CHECKING:
    from claimtrack.fetch import Transport

#: More steps than this are no explanation.
_MOST_STEPS = 1_000


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What one source would answer to one measure: the attempt as it would go on record, and how
    the page was read, a line a step (empty where none came, or the source does not explain).
    """

    source: str
    measure: Measure
    attempt: Attempt
    steps: tuple[str, ...] = ()

    @property
    def result(self) -> Result | None:
        """What the page said of the measure; None where no page came, or it led on to another."""
        return self.attempt.results[0] if self.attempt.results else None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What would go on record as facts."""
        return () if self.result is None else self.result.readings


class Stage:
    """Where a source is tried on one page: *target*, an address or a file.

    The page is fetched once, however often the claim file is changed and read anew; a file is read
    again each time. ``at`` is the time of the asking; how a host wants to be asked is kept in
    *book* (None: in memory).
    """

    def __init__(
        self,
        target: str,
        sources: Sources,
        *,
        at: datetime,
        transport: Transport | None = None,
        allow_private: bool = False,
        contact: str | None = None,
        book: HostBook | None = None,
    ) -> None:
        self._target = target
        self._sources = sources
        self._at = at
        self._transport = transport
        self._allow_private = allow_private
        self._contact = contact
        self._book = book
        self._answers: dict[Request, Answer] = {}

    @property
    def file(self) -> Path | None:
        """The file that is read; None where the target is an address."""
        return None if _is_address(self._target) else Path(self._target)

    def rehearse(self, measure: Measure, *, source: str | None = None) -> tuple[Rehearsal, ...]:
        """What each source of *measure* that the target may belong to would answer: the one named
        *source*; else those that ask this very address; else, of a file or another address, the
        only source that there is. Raises `UnknownName` where it takes a name.
        """
        errands = [
            self._errand(replace(measure, subscriptions=(one,)))
            for one in _chosen(measure, source, self._target)
        ]
        return tuple(self._rehearsed(measure, errand) for errand in errands)

    def _errand(self, measure: Measure) -> Errand:
        """The errand to the target on behalf of the one subscription of *measure*."""
        planned = plan(
            [_at(measure, self._target)], self._sources, {}, at=self._at, patience=patience_of()
        )
        for errand in planned.errands:
            if errand.request.url == self._target:
                return errand
        # A source that asks addresses of its own reads this one as if it were among them.
        subscription = measure.subscriptions[0]
        inquiry = Inquiry(
            self._sources[subscription.source], subscription.name, Ask(self._target, (measure,))
        )
        base = None if self.file is None else "."
        return Errand(Request(self._target, base=base), (inquiry,))

    def _rehearsed(self, measure: Measure, errand: Errand) -> Rehearsal:
        answer = self._answer(errand.request)
        company = Company(self._sources.plugins, patience_of())
        (attempt,) = read(answer, errand, patience=patience_of(), blocked=company.wall).attempts
        inquiry = errand.inquiries[0]
        steps = (
            ()
            if attempt.outcome != "fetched" or answer.page is None
            else tuple(_steps(inquiry, answer.page))
        )
        return Rehearsal(inquiry.name, measure, attempt, steps)

    def _answer(self, request: Request) -> Answer:
        if request not in self._answers:
            from claimtrack.fetch import fetch
            from claimtrack.fetch.blocking import blocking

            asked = fetch(
                [request],
                clock=lambda: self._at,
                transport=self._transport,
                allow_private=self._allow_private,
                contact=self._contact,
                book=self._book,
            )
            with closing(blocking(asked)) as batches:
                (answer,) = [answer for batch in batches for answer in batch]
            if request.is_file:
                return answer
            self._answers[request] = answer
        return self._answers[request]


def _steps(inquiry: Inquiry, page: Page) -> list[str]:
    """The steps that the source explains, up to where it gives up."""
    steps: list[str] = []
    try:
        within(patience_of(), partial(_explained, inquiry, page, steps))
    except PluginError as error:
        return [*steps, str(error)]
    except (Exception, SystemExit) as error:  # a plugin may raise whatever it likes
        return [*steps, f"{type(error).__name__}: {error}"]
    return steps


def _explained(inquiry: Inquiry, page: Page, steps: list[str]) -> None:
    for step in inquiry.source.explain(page, inquiry.measures[0]):
        steps.append(step)
        if len(steps) >= _MOST_STEPS:
            raise PluginError(f"over {_MOST_STEPS:,} steps")


def _chosen(measure: Measure, source: str | None, target: str) -> list[Subscription]:
    names = [one.name for one in measure.subscriptions]
    if source is not None:
        named = [one for one in measure.subscriptions if source in {one.name, one.source}]
        if not named:
            raise UnknownName(f"source of {measure.id}", source, nearest(source, names))
        return named
    asking = [one for one in measure.subscriptions if target in dict(one.options).values()]
    if asking or len(names) == 1:
        return asking or list(measure.subscriptions)
    if not names:
        raise UnknownName("source", f"for {measure.id}")
    raise UnknownName(f"single source of {measure.id}", target, tuple(names))


def _at(measure: Measure, target: str) -> Measure:
    """*measure* with its subscription turned to *target*, where it names an address at all."""
    (subscription,) = measure.subscriptions
    options = dict(subscription.options)
    if "url" not in options:
        return measure
    turned = tuple(sorted((options | {"url": target}).items()))
    base = subscription.base if _is_address(target) else os.curdir
    return replace(measure, subscriptions=(replace(subscription, options=turned, base=base),))


def _is_address(target: str) -> bool:
    return target.startswith(("http://", "https://"))
