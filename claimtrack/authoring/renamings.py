"""Renamings: a page on which what was read stands under another name, among what keeps its own.

A reader that looks for its row, its column or its line by name then finds none, and one that goes
by something else reads what it read before. What it must not do is give another's figure for its
own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from claimtrack.authoring.filling import signs_of
from claimtrack.authoring.markuprows import renamed_rows
from claimtrack.authoring.ordeals import rewritten
from claimtrack.authoring.removals import Sign
from claimtrack.authoring.textrows import renamed_lines
from claimtrack.measures import Measure
from claimtrack.observations import Reading
from claimtrack.pages import Page

#: So many pages are made of one at most.
_MOST = 36
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Renaming:
    """A page on which the names of a row, which are told, are others; ``is_moved`` where the row
    stands in another place among its neighbours besides, or behind another that is new.
    """

    told: str
    page: Page
    is_moved: bool


def renamings(page: Page, signs: Sequence[Sign]) -> Iterator[Renaming]:
    """The pages that *page* becomes where the row that holds one of *signs* has other names, row by
    row. A row's names are its words that not all of the rows beside it have; a column and a line
    are rows as well. Then it changes places with the first of them besides, and the first with the
    last. Last, another stands before it, whose names are longer words with its own as their ends.
    """
    try:
        made = renamed_rows(page, signs) if page.is_markup else renamed_lines(page.text, signs)
        for one in islice(made, _MOST):
            told = ", ".join(sorted(one.names))[:_SHOWN]
            if one.is_beside:
                told = f"another beside {told}, with Sub before each name and other figures"
            else:
                told = f"other names for {told}{' in another place' * one.is_moved}"
            yield Renaming(told, rewritten(page, one.text), one.is_moved or one.is_beside)
    except (ValueError, RecursionError):
        return  # what cannot be read whole has no rows


@dataclass
class Standin:
    """What was *found* on *page* for *measures*, and what is *read* where its row has another name;
    *in_order* where rows stay in their places. ``tried`` counts the pages.
    """

    page: Page
    measures: Sequence[Measure]
    found: Sequence[Reading]
    read: Callable[[Page], Sequence[Reading]]
    in_order: bool = False
    tried: int = field(default=0, init=False)

    def problems(self) -> Iterator[str]:
        """The first figure of another row that is given for the own of each measure."""
        amounts = [one for one in self.found if _is_amount(one)]
        told: set[str] = set()
        for renaming in renamings(self.page, [*signs_of(amounts)]) if amounts else ():
            if renaming.is_moved and self.in_order:
                continue
            self.tried += 1
            for reading in self.read(renaming.page):
                if reading.measure not in told and self._is_anothers(reading):
                    told.add(reading.measure)
                    yield (
                        f"with {renaming.told}: {reading.measure}: read"
                        f" {reading.value}, which stands in no row of its own"
                        f" (quoting {reading.quote[:_SHOWN]!r})"
                    )

    def _is_anothers(self, reading: Reading) -> bool:
        """Whether *reading* is another amount for a day for which one is stated: nothing on the
        page is another but names.
        """
        own = [
            one.value
            for one in self.found
            if (one.measure, one.as_of) == (reading.measure, reading.as_of)
        ]
        return bool(own) and _is_amount(reading) and reading.value not in own


def _is_amount(reading: Reading) -> bool:
    """Whether it is an amount or a day that stands on the page: a word is a name itself, and a sum
    is of the rows that it finds.
    """
    return not (isinstance(reading.value, str) or reading.derived)
