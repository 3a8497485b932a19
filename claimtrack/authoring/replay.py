"""The replay: saved pages read anew, without a network, on bad days, altered and with parts gone.

A page is read by the very path that an update takes; what is missing is the asking.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from claimtrack.authoring.filling import Filling
from claimtrack.authoring.following import Following
from claimtrack.authoring.ordeals import ORDEALS, Ordeal, ordeals
from claimtrack.authoring.renamings import Standin
from claimtrack.authoring.savedpages import SavedPage, saved_pages
from claimtrack.authoring.sealing import sealed
from claimtrack.authoring.standing import words_missing
from claimtrack.errands import Errand, Inquiry
from claimtrack.errors import BadValue, ClaimFileError, PluginError
from claimtrack.measures import Measure
from claimtrack.observations import Reading, Result, fact_id
from claimtrack.pages import Answer, Ask, Page, Request
from claimtrack.sources import Sources
from claimtrack.update import Gleaning, plan, read

#: What a saved page is put through, by the names under which a test may leave it out.
TRIALS = (*ORDEALS, "altered", "removed", "renamed")
#: A reader needs milliseconds for a page, and has this many seconds for one on a bad day.
PATIENCE = 30.0
#: A source that names as many addresses catches up, and names others in the next round.
_MANY = 20
_HANGS = "did not come back within"
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Replay:
    """What came of reading saved pages: how many, the readings that were as expected, on how many
    bad days they were tried, and what went wrong, a line each.
    """

    pages: int
    readings: int
    ordeals: int
    problems: tuple[str, ...] = ()


def replay(
    folder: Path,
    sources: Sources,
    *,
    without: Mapping[str, str] = _NONE,
    patience: float = PATIENCE,
) -> Replay:
    """What comes of reading the pages saved in *folder* by *sources*, sockets forbidden: first as
    they are, compared with what is expected, then each on its bad days, on which nothing may be
    read that is not expected of it, then with what was read altered, which has to be followed, then
    with that gone, in whose place nothing may be made up.
    *without* names the ordeals to leave out, each with the reason.
    Raises `BadValue` where the folder is not as it should be, or nothing is expected of any page,
    `ClaimFileError` for its measures, `PluginError` where a plugin was set aside.
    """
    _check(without)
    _import_what_readers_use()
    saved = _saved(folder, sources)
    if not any(page.expected or page.leads_to for page in saved):
        raise BadValue(f"{folder}: no reading is expected of any page, so nothing would be tried")
    led = frozenset(url for page in saved for url in page.leads_to)
    trials = [_Trial(page, sources, frozenset(without), patience, led, folder) for page in saved]
    problems = tuple(
        f"{trial.saved.name}: {problem}" for trial in trials for problem in trial.problems()
    )
    return Replay(
        len(saved),
        sum(len(trial.saved.expected) for trial in trials),
        sum(trial.tried for trial in trials),
        problems,
    )


def _import_what_readers_use() -> None:
    """A library under `read_article` tries a socket as it is imported (urllib3, whether there is
    IPv6): that is no doing of a reader, whichever is the first to use it.
    """
    from claimtrack.words.articles import read_article

    read_article("<html><body><p>A page.</p></body></html>")


def _saved(folder: Path, sources: Sources) -> tuple[SavedPage, ...]:
    try:
        return saved_pages(folder, sources.options)
    except ClaimFileError as error:
        if not sources.set_aside:
            raise
        told = "; ".join(f"{one.plugin} was set aside: {one.reason}" for one in sources.set_aside)
        raise PluginError(f"{error}\n{told}") from error


def _check(without: Mapping[str, str]) -> None:
    for name, reason in without.items():
        if name not in TRIALS:
            raise BadValue(f"no ordeal named {name!r}; there are {', '.join(TRIALS)}")
        if not reason:
            raise BadValue(f"the ordeal {name!r} is left out for a reason: say it")


@dataclass
class _Trial:
    """One saved page, tried."""

    saved: SavedPage
    sources: Sources
    without: frozenset[str]
    patience: float
    led: frozenset[str]
    folder: Path
    tried: int = field(default=0, init=False)

    def problems(self) -> Iterator[str]:
        """What is wrong, a line each."""
        yield from self._unasked()
        yield from self._as_it_is()
        for ordeal in ordeals(self.saved.page, [one.reading.quote for one in self.saved.expected]):
            if ordeal.kind not in self.without:
                self.tried += 1
                told = list(self._on_a_bad_day(ordeal))
                yield from told
                if any(_HANGS in problem for problem in told):
                    return  # it would hang on most of the others as well
        if self.saved.expected:
            yield from self._when_it_says_something_else()

    def _unasked(self) -> Iterator[str]:
        with sealed(self.folder) as broken:
            planned = plan(
                self.saved.measures,
                self.sources,
                {},
                at=self.saved.page.fetched_at,
                patience=self.patience,
            )
        yield from (f"asks() failed: {attempt.reason}" for attempt in planned.failed)
        named = {errand.request.url for errand in planned.errands}
        if not planned.failed and len(named) < _MANY and not self._is_reached(named):
            told = ", ".join(sorted(named)[:3]) or "nothing"
            yield f"asks() names {told}, and not {self._asked}; no saved page leads to it either"
        yield from _breaches("asks()", broken)

    @property
    def _asked(self) -> str:
        return self.saved.page.asked_url or self.saved.page.url

    def _is_reached(self, named: set[str]) -> bool:
        """Whether the page is asked for, or one that is saved or may come first leads to it."""
        source = self.sources[self.saved.measures[0].subscriptions[0].source]
        return bool({self._asked, self.saved.page.url} & (named | self.led)) or source.leads_on

    def _as_it_is(self) -> Iterator[str]:
        gleaning, broken = self._read(self.saved.page)
        results = gleaning.attempts[0].results
        found = [reading for result in results for reading in result.readings]
        yield from _breaches("read()", broken)
        yield from _differences(self.saved, found, results)
        yield from self._unquoted(found)
        yield from self._otherwise_refused(results)
        led = tuple(errand.request.url for errand in gleaning.follows)
        if self.saved.leads_to != led and (self.saved.leads_to or not found):
            yield f"leads to {list(led)}, not {list(self.saved.leads_to)}"

    def _unquoted(self, found: list[Reading]) -> Iterator[str]:
        for reading in found:
            if not reading.quote.strip():
                yield f"{reading.measure}: {reading.value} quotes nothing of the page"
            elif missing := words_missing(reading.quote, self.saved.page):
                told = ", ".join(missing[:5])
                yield f"{reading.measure}: quotes words that stand nowhere on the page: {told}"

    def _otherwise_refused(self, results: tuple[Result, ...]) -> Iterator[str]:
        statuses = {result.measure: result for result in results}
        for measure, expected in (self.saved.refused or {}).items():
            result = statuses.get(measure)
            told = "nothing" if result is None else result.status
            if told != expected:
                why = "" if result is None or not result.reason else f": {result.reason}"
                yield f"{measure}: {told}, not {expected}{why}"

    def _on_a_bad_day(self, ordeal: Ordeal) -> Iterator[str]:
        gleaning, broken = self._read(ordeal.page)
        yield from _breaches(f"{ordeal.told}: read()", broken)
        expected = {fact_id("", one.reading) for one in self.saved.expected}
        for result in gleaning.attempts[0].results:
            if _HANGS in (result.reason or ""):
                yield f"{ordeal.told}: {result.reason}"
                return
            for reading in result.readings:
                is_expected = fact_id("", reading) in expected
                if not is_expected and not self._is_an_older_row(ordeal, reading):
                    day = f" for {reading.as_of}" if reading.as_of else ""
                    yield (
                        f"{ordeal.told}: {reading.measure}: read {reading.value}{day},"
                        f" {_why_not(ordeal)} (quoting {reading.quote[:80]!r})"
                    )
                    return

    def _is_an_older_row(self, ordeal: Ordeal, reading: Reading) -> bool:
        """Whether a page that is cut ends with a row of another day than is expected, and *reading*
        is what that row says when it is whole: the newest row there is.
        """
        days = {one.reading.as_of for one in self.saved.expected}
        if ordeal.kind != "truncated" or reading.as_of is None or reading.as_of in days:
            return False
        content = self.saved.page.content
        end = content.find(b"\n", len(ordeal.page.content) - 1) + 1
        told = self._readings(replace(ordeal.page, content=content[:end])) if end else []
        return fact_id("", reading) in {fact_id("", one) for one in told}

    def _when_it_says_something_else(self) -> Iterator[str]:
        """What stays as it was when the words that were read off the page are altered, what is made
        up where they have gone, and what of another row is read where their own has other names.
        """
        found = [one for one in self._readings(self.saved.page) if one.quote.strip()]
        trial = self.saved.page, self.saved.measures, found, self._readings
        if "altered" not in self.without:
            following = Following(*trial)
            yield from following.problems()
            self.tried += following.tried
        if "removed" not in self.without:
            filling = Filling(*trial)
            yield from filling.problems()
            self.tried += filling.tried
        if "renamed" not in self.without:
            standin = Standin(*trial, in_order="reordered" in self.without)
            yield from standin.problems()
            self.tried += standin.tried

    def _readings(self, page: Page) -> list[Reading]:
        gleaning, _ = self._read(page)
        return [reading for result in gleaning.attempts[0].results for reading in result.readings]

    def _read(self, page: Page) -> tuple[Gleaning, list[str]]:
        request = Request(page.asked_url or page.url)
        source = self.sources[self.saved.measures[0].subscriptions[0].source]
        inquiry = Inquiry(source, self.saved.source, Ask(page.url, self.saved.measures))
        answer = Answer(
            request, page.fetched_at, "fetched", page, page.status, headers=page.headers
        )
        with sealed(self.folder) as broken:
            return read(answer, Errand(request, (inquiry,)), patience=self.patience), broken


def _why_not(ordeal: Ordeal) -> str:
    if ordeal.kind == "reordered":
        return "which is expected of it in no order: a row is chosen by its day, or by its name"
    return "which the page does not state"


def _breaches(where: str, broken: list[str]) -> Iterator[str]:
    if broken:
        yield f"{where} does input or output: {', '.join(dict.fromkeys(broken))}"


def _differences(
    saved: SavedPage, found: list[Reading], results: tuple[Result, ...]
) -> Iterator[str]:
    """What is other than expected, reading by reading of each measure."""
    for measure in saved.measures:
        expected = [one for one in saved.expected if one.reading.measure == measure.id]
        given = [one for one in found if one.measure == measure.id]
        for place, (one, other) in enumerate(zip(expected, given, strict=False), 1):
            for told in one.differs(other):
                yield f"{measure.id}, reading {place}: {told}"
        if len(expected) != len(given):
            yield _miscounted(measure, len(given), len(expected), results)


def _miscounted(measure: Measure, given: int, expected: int, results: tuple[Result, ...]) -> str:
    reasons = [one.reason for one in results if one.measure == measure.id and one.reason]
    why = f": {reasons[0]}" if reasons and not given else ""
    return f"{measure.id}: {given} readings, not {expected}{why}"
