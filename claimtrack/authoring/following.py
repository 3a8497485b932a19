"""Following: whether what is read follows the page, when the words that it quotes are altered.

A reader that returns the same whatever the page says survives every bad day, as long as what it
quotes happens to stand on the page. So the words are altered that were read: the value has to
become another, or, where it comes from words alone, to be given up. So has the day.

A figure is altered alone, and then with another one of the page, for a careful reader may hold the
two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Literal

from claimtrack.authoring.alterations import (
    Change,
    changes,
    far_changes,
    figures,
    fuller,
    like_figures,
    longer,
    pairs,
    scrambled,
    significant,
    turned,
    with_figures,
    with_longer,
    with_numbers,
    with_words,
    words,
)
from claimtrack.authoring.dating import Dating
from claimtrack.authoring.insertions import insertions
from claimtrack.authoring.otherdays import without_dates
from claimtrack.authoring.removals import Sign, removals
from claimtrack.authoring.standing import words_missing
from claimtrack.measures import Measure
from claimtrack.observations import Reading, value_text
from claimtrack.pages import Page
from claimtrack.values import CalendarDate, Interval

#: What came of a reading on an altered page: its value is another, is not there, or is the same.
_Outcome = Literal["followed", "given up", "stood"]
#: So many words of a quote are tried, the longest first.
_MANY = 12
#: So many readings are tried alone, as far apart as can be: the rows of a series are alike.
_ALONE = 24
#: So many figures that a value may be worked out of are altered with others of the page.
_FEW = 3
_SHOWN = 80
#: The letters of words that nobody knows.
_UNKNOWN = frozenset("qz")


#: The day of a reading, and its scope: where in a series it stands.
_Place = tuple[CalendarDate | None, str | None]


@dataclass(frozen=True)
class _Shown:
    """What is read of one page, by measure and by place."""

    readings: Sequence[Reading]

    @cached_property
    def values(self) -> dict[str, dict[_Place, set[str]]]:
        found: dict[str, dict[_Place, set[str]]] = {}
        for one in self.readings:
            at = found.setdefault(one.measure, {}).setdefault((one.as_of, one.scope), set())
            at.add(value_text(one.value))
        return found

    def at(self, reading: Reading) -> set[str]:
        return self.values.get(reading.measure, {}).get((reading.as_of, reading.scope), set())

    def everywhere(self, measure: str) -> set[str]:
        return self.of_other_days(measure, _NOTHING)

    def of_other_days(self, measure: str, before: _Shown) -> set[str]:
        """The values of days that *before* has none of."""
        known = {day for day, _ in before.values.get(measure, {})}
        mine = self.values.get(measure, {}).items()
        return set().union(*(values for (day, _), values in mine if day not in known))


_NOTHING = _Shown(())


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
        yield from self._first_that_is_bent()
        yield from self._first_found_by_its_place()
        yield from self._first_day_that_stays()

    def stands(self, reading: Reading) -> bool:
        """Whether *reading* becomes another on no page on which what it quotes does, and stays on
        one of them, or where nothing that it quotes can be altered: it follows nothing that stands
        there.
        """
        outcomes = self._outcomes(reading)
        return outcomes is not None and (not outcomes or "stood" in outcomes)

    def _first_day_that_stays(self) -> Iterator[str]:
        dating = Dating(self.page, self.measures, self.read)
        stays = (dating.problem(one) for one in self.found if dating.stays(one))
        seen = (
            dating.problem_of_the_fetching(one)
            for one in self.found
            if dating.is_of_the_fetching(one)
        )
        for problems in (stays, seen):
            yield from (f"altered: {problem}" for problem in islice(problems, 1))
        self.tried += dating.tried

    def _first_that_is_bent(self) -> Iterator[str]:
        told = (problem for one in _some(self.found)[:_FEW] if (problem := self._bent(one)))
        yield from (f"altered: {problem}" for problem in islice(told, 1))

    def _bent(self, reading: Reading) -> str | None:
        """What is wrong with *reading*, which follows its figure to the letter while that changes
        little, and is one that stands nowhere when it changes much; None where nothing is.
        """
        own = [one for one in carriers(reading) if significant(one) in _significant(reading)]
        if reading.derived or len(own) != 1 or isinstance(reading.value, CalendarDate):
            return None
        (figure,) = own
        if not any(self._gives(reading, figure, change) is True for change in changes()):
            return None
        return self._bounded(reading, figure) or self._rounded(reading, figure)

    def _bounded(self, reading: Reading, figure: str) -> str | None:
        """Where its *figure* is as large, or as small, as its digits allow, and it is not."""
        for change in far_changes():
            given = self._gives(reading, figure, change)
            if isinstance(given, str):
                digits = "".join(one for one in figure if one.isdecimal())
                return (
                    f"{reading.measure}: {given} is read where {change(digits)} stands in place of"
                    f" {digits}, and stands nowhere (refuse what cannot be, and bend nothing)"
                )
        return None

    def _rounded(self, reading: Reading, figure: str) -> str | None:
        """Where its *figure* has more digits, or others than zeros, and it has none of these."""
        for told, page in (
            (turned(figure, fuller), with_figures(self.page, (figure,), fuller)),
            (longer(figure), with_longer(self.page, figure)),
        ):
            now = set() if page is None else self._read_altered(page).at(reading)
            if page is None or len(now) != 1:
                continue
            (value,) = now
            if not _tells(significant(value), significant(told)) and not like_figures(page, value):
                return (
                    f"{reading.measure}: {value.partition(':')[2]} is read where {told} stands in"
                    f" place of {figure}, and stands nowhere (give what the page says, and neither"
                    " round nor cut it)"
                )
        return None

    def _first_found_by_its_place(self) -> Iterator[str]:
        told = (problem for one in _some(self.found)[:_FEW] if (problem := self._counted_off(one)))
        yield from (f"altered: {problem}" for problem in islice(told, 1))

    def _counted_off(self, reading: Reading) -> str | None:
        """What is wrong with *reading*, which is another where one figure more is on the page; None
        where nothing is.
        """
        if reading.derived or not figures(reading.quote):
            return None
        before = self._was.at(reading)
        for insertion in insertions(self.page):
            now = self._read_altered(insertion.page).at(reading)
            if len(now) == 1 and len(before) == 1 and now != before:
                value = next(iter(now)).partition(":")[2]
                return (
                    f"{reading.measure}: {value} is read where {insertion.told} stands on the page"
                    " (look for a figure by what it is beside, not by its place among all)"
                )
        return None

    def _gives(self, reading: Reading, figure: str, change: Change) -> bool | str:
        """Whether *reading* has the digits of its *figure* after that *change*; else the value that
        it has in their place, where that is a new one and stands nowhere on the page.
        """
        page = with_figures(self.page, (figure,), change)
        now = set() if page is None else self._read_altered(page).at(reading)
        if page is None or len(now) != 1:
            return False
        (value,) = now
        told = change("".join(one for one in figure if one.isdecimal())).strip("0")
        if _tells(significant(value), told):
            return True
        is_new = value != value_text(reading.value)
        return value.partition(":")[2] if is_new and not like_figures(page, value) else False

    def _first_that_stays(self) -> str | None:
        for reading in self._left_when_all_is_altered():
            problem = (
                self._unfollowed(reading)
                or self._misread_state(reading)
                or self._state_of_unknown_words(reading)
            )
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
        words = [one for one in self.found if isinstance(one.value, str)]
        return [*_some(left), *_some(words)]

    def _unfollowed(self, reading: Reading) -> str | None:
        """What is wrong with *reading*, when it is altered alone; None where nothing is."""
        outcomes = self._outcomes(reading)
        return None if outcomes is None else _told(reading, outcomes)

    def _outcomes(self, reading: Reading) -> set[_Outcome] | None:
        """What comes of *reading* when it is altered alone; None where it follows."""
        outcomes: set[_Outcome] = set()
        for altered in self._altered(reading):
            outcome = self._outcome(reading, self._read_altered(altered))
            if outcome == "followed" or (outcome == "given up" and not self._follows(reading)):
                return None
            outcomes.add(outcome)
        return outcomes

    def _follows(self, reading: Reading) -> bool:
        """Whether its value has to follow: words that tell a state may leave the page, and so may
        those that write a figure out.
        """
        if isinstance(reading.value, str):
            return self._measure(reading).kind not in {"state", "event"}
        return reading.derived or bool(figures(reading.quote))

    def _altered(self, reading: Reading) -> Iterator[Page]:
        """The pages on which what *reading* quotes is another, one alteration after the other."""
        made = self._with_other_figures(reading)
        if isinstance(reading.value, str):
            is_said = self._follows(reading)
            made = _with_other_words(self.page, reading.value) if is_said else self._signs(reading)
        seen = {self.page.content}
        for page in made:
            if page is not None and page.content not in seen:
                seen.add(page.content)
                yield page

    def _with_other_figures(self, reading: Reading) -> Iterator[Page | None]:
        quoted = _amounts(reading)
        for figure in dict.fromkeys((*carriers(reading), *quoted)):
            yield from (with_figures(self.page, (figure,), change) for change in changes())
        for figure in carriers(reading):
            alike = like_figures(self.page, figure)
            if len(alike) > 1:
                yield from (with_figures(self.page, alike, change) for change in changes())
        if reading.derived:
            # A map's area is in none of the words that can be quoted.
            yield from (with_numbers(self.page, change) for change in changes())
            # A count follows how many there are.
            sign = Sign(reading.quote, frozenset())
            yield from (one.page for one in islice(removals(self.page, [sign]), _MANY))
        for figure in carriers(reading)[:_FEW]:
            yield from pairs(self.page, figure)
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
        for now in [] if altered is None else self._read_altered(altered).readings:
            said = {told for told in others.values() if told.casefold() in now.quote.casefold()}
            if said and now.measure == reading.measure and now.value == reading.value:
                return f"{now.measure}: {now.value} is read of {next(iter(said))!r}"
        return None

    def _state_of_unknown_words(self, reading: Reading) -> str | None:
        """Where a state is read although no word is left that tells one; looked for where the words
        of another state are followed, for else it is something else that tells it.
        """
        told = with_words(self.page, self._as_another_state(reading))
        others = [] if told is None else self._of_measure(told, reading)
        if told is None or not others or any(one.value == reading.value for one in others):
            return None
        states = self._measure(reading).states
        unknown = {words: _unknown(words) for state in states for words in state.words}
        altered = with_words(self.page, unknown) or self.page
        for now in self._of_measure(altered, reading)[:1]:
            if not self._may_be_told_by_other_words(now, altered, told):
                quoting = f"(quoting {now.quote[:_SHOWN]!r}; refuse what is not known)"
                return (
                    f"{now.measure}: {now.value} is read where unknown words stand in place of"
                    f" those of any state {quoting}"
                )
        return None

    def _may_be_told_by_other_words(self, reading: Reading, page: Page, other: Page) -> bool:
        """Whether a word that *reading* quotes on *page*, where none that is known of a state is
        left, may be one: the reading goes with it. A word without which the *other* page, which
        tells another state, is not read either (``Status:``) is where the reader looks.
        """
        for word in words(reading.quote):
            if set(word.casefold()) <= _UNKNOWN:
                continue
            told = {word: scrambled(word)}
            altered = with_words(page, told)
            left = [] if altered is None else self._of_measure(altered, reading)
            if any(_is_there_still(one, reading, told) for one in left):
                continue
            altered = with_words(other, told)
            if left or altered is None or self._of_measure(altered, reading):
                return True
        return False

    def _of_measure(self, page: Page, reading: Reading) -> list[Reading]:
        now = self._read_altered(page).readings
        return [one for one in now if one.measure == reading.measure]

    def _as_another_state(self, reading: Reading) -> dict[str, str]:
        """The words that tell its state, each with words of another; none where it is no state."""
        states = self._measure(reading).states
        others = [one for one in states if one.words and one.name != reading.value]
        mine = [one for one in states if one.name == reading.value]
        return {told: others[0].words[0] for one in mine for told in one.words} if others else {}

    def _measure(self, reading: Reading) -> Measure:
        return next(one for one in self.measures if one.id == reading.measure)

    @cached_property
    def _was(self) -> _Shown:
        return _Shown(self.found)

    def _outcome(self, reading: Reading, now: _Shown) -> _Outcome:
        """What became of *reading*: in its own place of a series, for in another one there may be
        any value; where its day has gone, on the days that are new.
        """
        before, values = self._was.at(reading), now.at(reading)
        if not values:
            before = self._was.everywhere(reading.measure)
            values = now.of_other_days(reading.measure, self._was)
        if value_text(reading.value) in values:
            return "stood"
        return "followed" if values - before else "given up"

    def _read_altered(self, page: Page) -> _Shown:
        self.tried += 1
        now = self.read(page)
        for reading in now:
            missing = words_missing(reading.quote, page)
            if missing and self._misquoted is None:
                told = ", ".join(missing[:5])
                self._misquoted = f"{reading.measure}: quotes words that have left the page: {told}"
        return _Shown(now)


def _tells(value: str, told: str) -> bool:
    """Whether the digits of a *value* are those of what is *told*, but for what floats add."""
    rest = value[len(told) :]
    if value.startswith(told):
        return rest.strip("0") == "" or rest.startswith("0000")
    return rest.startswith("999") and int(value[: len(told)]) + 1 == int(told)


def _unknown(told: str) -> str:
    return " ".join(map(scrambled, told.split()))


def _is_there_still(one: Reading, before: Reading, told: Mapping[str, str]) -> bool:
    """Whether *one* is what was read *before*, in the same place, with other words as *told*."""
    quoted = [told.get(word, word) for word in re.findall(r"\w+", before.quote)]
    same = [word.casefold() for word in quoted] == re.findall(r"\w+", one.quote.casefold())
    return one.value == before.value and same


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
    none has: then it was worked out. Those of a day carry no amount.
    """
    quoted, value = _amounts(reading), _significant(reading)
    mine = (one for one in (*quoted, *figures(reading.quote)) if significant(one) in value)
    return tuple(dict.fromkeys(mine)) or quoted


def _significant(reading: Reading) -> set[str]:
    return {significant(one) for one in _numbers(reading)} - {""}


def _amounts(reading: Reading) -> tuple[str, ...]:
    """The figures that *reading* quotes, but for those of days; these, where it is a day, or quotes
    no other.
    """
    is_day = isinstance(reading.value, CalendarDate)
    others = () if is_day else figures(without_dates(reading.quote))
    return others or figures(reading.quote)


def _numbers(reading: Reading) -> Iterator[str]:
    value = reading.value
    if isinstance(value, CalendarDate):
        yield from str(value).split("-")
    elif isinstance(value, Interval):
        yield from (f"{end:f}" for end in (value.lower, value.upper) if end is not None)
    elif not isinstance(value, str):
        yield f"{value:f}"


def _some(readings: Sequence[Reading]) -> list[Reading]:
    if len(readings) <= _ALONE:
        return [*readings]
    return [readings[at * (len(readings) - 1) // (_ALONE - 1)] for at in range(_ALONE)]


def _with_other_words(page: Page, quote: str) -> Iterator[Page | None]:
    yield from (with_words(page, {one: scrambled(one)}) for one in words(quote)[:_MANY])
