"""Filling: what a reader puts in the place of what has gone from its page.

It may refuse the page, or read what else the page states. What it must not do is give a value, or
a day, of its own (``.get("lit", 0)``): such a one follows nothing that stands on the page.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from claimtrack.authoring.alterations import changes, significant, with_figures
from claimtrack.authoring.dating import Dating, with_other_days
from claimtrack.authoring.following import Following, carriers
from claimtrack.authoring.removals import Sign, removals
from claimtrack.measures import Measure
from claimtrack.observations import Reading, fact_id
from claimtrack.pages import Page

#: So many readings that are new on one page are looked into.
_MANY = 3
_SHOWN = 80


@dataclass
class Filling:
    """The readings that were *found* on *page* for *measures*, and what is *read* where they have
    gone from it. ``tried`` counts the pages.
    """

    page: Page
    measures: Sequence[Measure]
    found: Sequence[Reading]
    read: Callable[[Page], Sequence[Reading]]
    tried: int = field(default=0, init=False)

    def problems(self) -> Iterator[str]:
        """The first value that is made up, and the first day, for the others are like them."""
        page, stated = self._altered()
        known = {fact_id("", one) for one in stated}
        told: set[str] = set()
        for removal in removals(page, [*signs_of(_of_each_measure(stated))]):
            left = self._read(removal.page)
            for reading in self._new(left, known):
                for kind, problem in self._made_up(removal.page, left, reading, told):
                    told.add(kind)
                    yield f"without {removal.told}: {problem}"

    def _altered(self) -> tuple[Page, Sequence[Reading]]:
        """The page with other figures and other days, and what is read of it: on the page as it is,
        what a reader makes up may be the very thing that stood there. Where nothing is read of any
        such page, the page as it is.
        """
        asked = {one.measure for one in self.found}
        amounts = [one for one in self.found if not isinstance(one.value, str)]
        figures = dict.fromkeys(figure for one in amounts for figure in carriers(one))
        for change in changes():
            page = with_other_days(with_figures(self.page, figures, change) or self.page)
            found = self._read(page)
            if {one.measure for one in found} == asked:
                return page, found
        return self.page, self.found

    def _new(self, found: Iterable[Reading], known: set[str]) -> list[Reading]:
        return [one for one in found if fact_id("", one) not in known][:_MANY]

    def _made_up(
        self, page: Page, left: Sequence[Reading], reading: Reading, told: Collection[str]
    ) -> Iterator[tuple[str, str]]:
        """What of *reading*, one of those *left* on a *page* from which something has gone, is the
        reader's own, but for what was *told* of another.
        """
        following = Following(page, self.measures, left, self.read)
        if "value" not in told and following.stands(reading):
            quoting = f"(quoting {reading.quote[:_SHOWN]!r})"
            what = f"{reading.measure}: read {reading.value}"
            yield "value", f"{what}, which the page does not state {quoting}"
        dating = Dating(page, self.measures, self.read)
        if "day" not in told and dating.stays(reading):
            yield "day", dating.problem(reading)
        elif "day" not in told and dating.is_of_the_fetching(reading):
            yield "day", dating.problem_of_the_fetching(reading)
        self.tried += following.tried + dating.tried

    def _read(self, page: Page) -> Sequence[Reading]:
        self.tried += 1
        return self.read(page)


def _of_each_measure(found: Sequence[Reading]) -> Iterator[Reading]:
    """The first and the last reading of each measure: the rows of a series are alike."""
    for measure in dict.fromkeys(one.measure for one in found):
        own = [one for one in found if one.measure == measure]
        yield own[0]
        if len(own) > 1:
            yield own[-1]


def signs_of(found: Iterable[Reading]) -> Iterator[Sign]:
    """By what the places are known where *found* stand."""
    for one in found:
        day = one.as_of.first if one.as_of and one.as_of.precision == "day" else None
        digits = frozenset(significant(figure) for figure in carriers(one)) - {""}
        yield Sign(one.quote, digits, day)
