"""Soundings: sources asked once, live, by the path that an update takes, and nothing recorded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from claimtrack.errands import Errand
from claimtrack.errors import UnknownName
from claimtrack.manners import HostBook, MemoryBook
from claimtrack.measures import Measure, Subscription
from claimtrack.names import nearest
from claimtrack.observations import Attempt
from claimtrack.pages import Answer, Page, Request
from claimtrack.patience import PATIENCE
from claimtrack.sources import Company, Sources
from claimtrack.update import may_be_absent, plan, read

if TYPE_CHECKING:
    from claimtrack.fetch import Transport


@dataclass(frozen=True, slots=True)
class Sounding:
    """One address, asked once on behalf of one source: the attempt as it would go on record, the
    page that came, the addresses that it led to, and how many pages led to this one. ``plugin`` is
    what the source calls itself, ``measures`` the ids of what was asked for.
    """

    source: str
    plugin: str
    measures: tuple[str, ...]
    attempt: Attempt
    page: Page | None = None
    leads_to: tuple[str, ...] = ()
    depth: int = 0


def asked_of(measures: Iterable[Measure], sources: Collection[str]) -> tuple[Measure, ...]:
    """Those of *measures* that *sources* are asked for, by their names on record or their plugins',
    each asked of them alone. Raises `UnknownName` where one is asked for none.
    """
    given = tuple(measures)
    names = {name for one in given for asked in one.subscriptions for name in _names(asked)}
    for source in sources:
        if source not in names:
            raise UnknownName("source that a measure is asked of", source, nearest(source, names))
    narrowed = (
        replace(
            one,
            subscriptions=tuple(asked for asked in one.subscriptions if _names(asked) & {*sources}),
        )
        for one in given
    )
    return tuple(one for one in narrowed if one.subscriptions)


def _names(asked: Subscription) -> set[str]:
    return {asked.name, asked.source}


def soundings(
    measures: Iterable[Measure],
    sources: Sources,
    *,
    at: datetime,
    most: int = 1,
    transport: Transport | None = None,
    allow_private: bool = False,
    contact: str | None = None,
    patience: float = PATIENCE,
    book: HostBook | None = None,
) -> Iterator[Sounding]:
    """What asking each source of *measures* once, at the moment *at*, brings: at its newest *most*
    addresses, and at as many of those that each of its pages leads to. An address where there need
    be nothing yet is passed over for an older one. *contact* is named to every server; how each
    wants to be asked is kept in *book* (None: in memory, for this call).
    """
    planned = plan(measures, sources, {}, at=at, patience=patience)
    yield from map(_unasked, planned.failed)
    ask = partial(
        _answers,
        at=at,
        transport=transport,
        allow_private=allow_private,
        contact=contact,
        book=book or MemoryBook(),
    )
    company = Company(sources.plugins, patience)
    errands = _newest(planned.errands, most, at)
    while errands:
        following: list[Errand] = []
        for answer in ask(errands):
            for errand in errands[answer.request]:
                gleaning = read(answer, errand, patience=patience, blocked=company.wall)
                inquiry, (attempt,) = errand.inquiries[0], gleaning.attempts
                leads_to = tuple(each.request.url for each in gleaning.follows)
                page = answer.page if attempt.outcome == "fetched" else None
                asked = tuple(measure.id for measure in inquiry.measures)
                plugin = inquiry.source.name
                yield Sounding(inquiry.name, plugin, asked, attempt, page, leads_to, inquiry.depth)
                following += gleaning.follows[:most]
        errands = _by_request(following)


def _unasked(attempt: Attempt) -> Sounding:
    """What comes of a source that could not say whom to ask."""
    plugin = attempt.url.partition(":")[2]
    return Sounding(attempt.source, plugin, tuple(one.measure for one in attempt.results), attempt)


def _newest(errands: Iterable[Errand], most: int, at: datetime) -> dict[Request, list[Errand]]:
    """The newest *most* errands of each source, by what they ask."""
    own: dict[str, list[Errand]] = {}
    for errand in errands:
        for inquiry in errand.inquiries:
            own.setdefault(inquiry.name, []).append(replace(errand, inquiries=(inquiry,)))
    chosen: list[Errand] = []
    for named in own.values():
        sure = [one for one in named if not may_be_absent(one.inquiries[0].ask, at)]
        # The sort keeps the order of those that no day tells apart: the first named comes first.
        chosen += sorted(sure or named, key=_day, reverse=True)[:most]
    return _by_request(chosen)


def _day(errand: Errand) -> date:
    return errand.inquiries[0].ask.not_before or date.max


def _by_request(errands: Iterable[Errand]) -> dict[Request, list[Errand]]:
    asked: dict[Request, list[Errand]] = {}
    for errand in errands:
        asked.setdefault(errand.request, []).append(errand)
    return asked


def _answers(
    requests: Iterable[Request],
    *,
    at: datetime,
    transport: Transport | None,
    allow_private: bool,
    contact: str | None,
    book: HostBook,
) -> Iterator[Answer]:
    from claimtrack.fetch import fetch
    from claimtrack.fetch.blocking import blocking

    asked = fetch(
        requests,
        clock=lambda: at,
        transport=transport,
        allow_private=allow_private,
        contact=contact,
        book=book,
    )
    with closing(blocking(asked)) as batches:
        for batch in batches:
            yield from batch
