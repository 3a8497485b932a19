"""Following: whether what is read follows the page, when the words that it quotes are altered.

A reader that returns the same whatever the page says survives every bad day, as long as what it
quotes happens to stand on the page. So the words are altered that were read: the value has to
become another, or, where it comes from words alone, to be given up. So has the day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from claimtrack.authoring.alterations import (
    changes,
    figures,
    like_figures,
    scrambled,
    significant,
    with_figures,
    with_numbers,
    with_words,
    words,
)
from claimtrack.authoring.dating import Dating
from claimtrack.authoring.standing import words_missing
from claimtrack.measures import Measure
from claimtrack.observations import Reading, value_text
from claimtrack.pages import Page
from claimtrack.values import CalendarDate, Interval

#: What came of a reading on an altered page: its value is another, is not there, or is the same.
_Outcome = Literal["followed", "given up", "stood"]
#: So many words of a quote are tried, the longest first.
_MANY = 12
_SHOWN = 80


@dataclass
class Following:
    """The readings that were *found* on *page* for *measures*, and whether they follow it; *read*
    reads a page anew. ``tried`` counts the altered pages.
    """

    page: Page
    measures: Sequence[Measure]
    found: Sequence[Reading]
    read: Callable[[Page], Sequence[Reading]]
    tried: int = field(default=0, init=False)
    _misquoted: str | None = field(default=None, init=False)

    def problems(self) -> Iterator[str]:
        """What does not follow the page: the first of each kind, for the others are like it."""
        problem = self._first_that_stays()
        if problem is not None:
            yield f"altered: {problem}"
        if self._misquoted is not None:
            yield f"altered: {self._misquoted}"
        yield from self._first_day_that_stays()

    def stands(self, reading: Reading) -> bool:
        """Whether *reading* is the same on each page on which what it quotes is another, or where
        nothing that it quotes can be: it follows nothing that stands there.
        """
        now = (self._outcome(reading, self._read_altered(page)) for page in self._altered(reading))
        return all(outcome == "stood" for outcome in now)

    def _first_day_that_stays(self) -> Iterator[str]:
        dating = Dating(self.page, self.measures, self.read)
        stays = (dating.problem(one) for one in self.found if dating.stays(one))
        yield from (f"altered: {problem}" for problem in islice(stays, 1))
        self.tried += dating.tried

    def _first_that_stays(self) -> str | None:
        for reading in self._left_when_all_is_altered():
            problem = self._unfollowed(reading) or self._misread_state(reading)
            if problem is not None:
                return problem
        return None

    def _left_when_all_is_altered(self) -> list[Reading]:
        """The readings that do not follow yet where all that carries a value is altered at once:
        a long series takes as few pages as a single figure.
        """
        left = [one for one in self.found if not isinstance(one.value, str)]
        for change in changes():
            altered = with_figures(self.page, _all_carriers(left), change)
            if altered is None:
                break
            now = self._read_altered(altered)
            left = [one for one in left if self._outcome(one, now) != "followed"]
        return [*left, *(one for one in self.found if isinstance(one.value, str))]

    def _unfollowed(self, reading: Reading) -> str | None:
        """What is wrong with *reading*, when it is altered alone; None where nothing is."""
        outcomes: set[_Outcome] = set()
        for altered in self._altered(reading):
            outcome = self._outcome(reading, self._read_altered(altered))
            if outcome == "followed" or (outcome == "given up" and not self._follows(reading)):
                return None
            outcomes.add(outcome)
        return _told(reading, outcomes)

    def _follows(self, reading: Reading) -> bool:
        """Whether its value has to follow: words that tell a state may leave the page, and so may
        those that write a figure out.
        """
        if isinstance(reading.value, str):
            return self._measure(reading).kind not in {"state", "event"}
        return bool(figures(reading.quote))

    def _altered(self, reading: Reading) -> Iterator[Page]:
        """The pages on which what *reading* quotes is another, one alteration after the other."""
        made = self._with_other_figures(reading)
        if isinstance(reading.value, str):
            is_said = self._follows(reading)
            made = _with_other_words(self.page, reading.value) if is_said else self._signs(reading)
        yield from (page for page in made if page is not None)

    def _with_other_figures(self, reading: Reading) -> Iterator[Page | None]:
        quoted = figures(reading.quote)
        for figure in dict.fromkeys((*carriers(reading), *quoted)):
            yield from (with_figures(self.page, (figure,), change) for change in changes())
        for figure in carriers(reading):
            alike = like_figures(self.page, figure)
            if len(alike) > 1:
                yield from (with_figures(self.page, alike, change) for change in changes())
        if reading.derived:
            # A map's area is in none of the words that can be quoted.
            yield from (with_numbers(self.page, change) for change in changes())
        if not quoted:
            yield from _with_other_words(self.page, reading.quote)

    def _signs(self, reading: Reading) -> Iterator[Page | None]:
        """The words of its state as those of another, else what else may tell it: the number of an
        item, a rating, any word.
        """
        yield with_words(self.page, self._as_another_state(reading))
        for figure in figures(reading.quote)[:_MANY]:
            yield with_figures(self.page, (figure,), changes()[0])
        yield from _with_other_words(self.page, reading.quote)

    def _misread_state(self, reading: Reading) -> str | None:
        """Where its state is read although what is quoted tells another, in that one's words."""
        others = self._as_another_state(reading)
        altered = with_words(self.page, others)
        for now in [] if altered is None else self._read_altered(altered):
            said = {told for told in others.values() if told.casefold() in now.quote.casefold()}
            if said and now.measure == reading.measure and now.value == reading.value:
                return f"{now.measure}: {now.value} is read of {next(iter(said))!r}"
        return None

    def _as_another_state(self, reading: Reading) -> dict[str, str]:
        """The words that tell its state, each with words of another; none where it is no state."""
        states = self._measure(reading).states
        others = [one for one in states if one.words and one.name != reading.value]
        mine = [one for one in states if one.name == reading.value]
        return {told: others[0].words[0] for one in mine for told in one.words} if others else {}

    def _measure(self, reading: Reading) -> Measure:
        return next(one for one in self.measures if one.id == reading.measure)

    def _outcome(self, reading: Reading, now: Sequence[Reading]) -> _Outcome:
        was = [one for one in self.found if one.measure == reading.measure]
        days = {one.as_of for one in was} - {reading.as_of}
        mine = [one for one in now if one.measure == reading.measure and one.as_of not in days]
        values = {value_text(one.value) for one in mine}
        if value_text(reading.value) in values:
            return "stood"
        return "followed" if values - {value_text(one.value) for one in was} else "given up"

    def _read_altered(self, page: Page) -> Sequence[Reading]:
        self.tried += 1
        now = self.read(page)
        for reading in now:
            missing = words_missing(reading.quote, page)
            if missing and self._misquoted is None:
                told = ", ".join(missing[:5])
                self._misquoted = f"{reading.measure}: quotes words that have left the page: {told}"
        return now


def _told(reading: Reading, outcomes: set[_Outcome]) -> str:
    what = f"{reading.measure}: {reading.value}"
    quoting = f"(quoting {reading.quote[:_SHOWN]!r})"
    if not outcomes:
        return f"{what}: nothing that it quotes can be altered on the page {quoting}"
    if "stood" in outcomes:
        return f"{what} stays, whatever the page says in place of what it quotes {quoting}"
    return f"{what} is the one value ever read; whatever else the page says is refused {quoting}"


def _all_carriers(readings: Iterable[Reading]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(figure for one in readings for figure in carriers(one)))


def carriers(reading: Reading) -> tuple[str, ...]:
    """The figures quoted by *reading* that have the digits of its value, all that it quotes where
    none has: then it was worked out.
    """
    quoted = figures(reading.quote)
    value = {significant(one) for one in _numbers(reading)} - {""}
    return tuple(one for one in quoted if significant(one) in value) or quoted


def _numbers(reading: Reading) -> Iterator[str]:
    value = reading.value
    if isinstance(value, CalendarDate):
        yield from str(value).split("-")
    elif isinstance(value, Interval):
        yield from (f"{end:f}" for end in (value.lower, value.upper) if end is not None)
    elif not isinstance(value, str):
        yield f"{value:f}"


def _with_other_words(page: Page, quote: str) -> Iterator[Page | None]:
    yield from (with_words(page, {one: scrambled(one)}) for one in words(quote)[:_MANY])
