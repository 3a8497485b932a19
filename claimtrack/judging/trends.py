"""Trends: whether an amount moved the way a claim says, over the window it is judged by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from claimtrack.claims import Assertion, TrendRule
from claimtrack.judging.cases import Case, Ruling, unique
from claimtrack.judging.combining import (
    Opinion,
    Weighed,
    dependence,
    findings_of,
    source_readings,
    weigh,
)
from claimtrack.judging.figures import counted, day_words, difference, figure
from claimtrack.judging.labels import LABEL_CLAUSES
from claimtrack.judging.quantities import middle, mismatch
from claimtrack.judging.records import Record, last_fresh_day, records
from claimtrack.judging.series import Movement, Series
from claimtrack.judging.staleness import stale_limit
from claimtrack.judging.verdicts import Finding, JudgedReading, Verdict
from claimtrack.measures import Measure
from claimtrack.observations import History

#: The window where a claim declares none, and those it is judged by besides its own.
DEFAULT_WINDOW = timedelta(days=30)
OTHER_WINDOWS = (7, 30, 90, 365)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Means:
    """The mean of a rate over a window, and over the window before."""

    now: Fraction
    before: Fraction


@dataclass(frozen=True, slots=True)
class Trend:
    """A movement over a window of so many days; ``means`` are there exactly for a rate."""

    movement: Movement
    days: int
    means: Means | None = None

    @property
    def net(self) -> Fraction:
        """By how much it rose: for a rate, its mean over that of the window before."""
        return self.means.now - self.means.before if self.means else self.movement.net

    def turned(self) -> Trend:
        """The same trend upside down."""
        means = Means(-self.means.now, -self.means.before) if self.means else None
        return Trend(self.movement.turned(), self.days, means)


#: When a movement counts as a rise; flat is no rise.
RULES: dict[TrendRule, Callable[[Trend], bool]] = {
    "net": lambda trend: trend.net > 0,
    "slope": lambda trend: trend.movement.slope > 0,
    "share-of-days": lambda trend: 2 * trend.movement.rose > trend.movement.differences,
    "every-day": lambda trend: trend.movement.rose == trend.movement.differences,
}


def trend_case(claim: str, assertion: Assertion, measure: Measure, history: History) -> Case:
    """What *assertion* says of the movement of *measure*, ready to be judged."""
    return TrendCase(
        claim=claim,
        measure=measure,
        falls=assertion.direction == "down",
        window=max(1, (assertion.window or DEFAULT_WINDOW).days),
        rule=assertion.rule or "net",
        series=tuple(
            Series.of(record, [middle(seen.value) or Decimal(0) for seen in record.observations])
            for record in records(
                history, lambda seen: middle(seen.value) is not None and not mismatch(seen, measure)
            )
        ),
        set_aside=records(history, lambda seen: mismatch(seen, measure) is not None),
        limit=stale_limit(measure, history),
    )


@dataclass(frozen=True, slots=True)
class TrendCase(Case):
    """A movement that is claimed of a measure, and a series of each source."""

    claim: str
    measure: Measure
    falls: bool
    window: int
    rule: TrendRule
    series: tuple[Series, ...]
    set_aside: tuple[Record, ...]
    limit: timedelta | None

    @property
    def decided_by(self) -> str:
        return f"{self.rule}-1"

    def ruling(self, day: date) -> Ruling:
        weighed = self._weighed(day, self.rule, self.window)
        if weighed is None:
            return Ruling("not_enough_evidence")
        return Ruling(weighed.label, tuple(opinion.observation for opinion in weighed.deciding))

    def turning_days(self) -> set[date]:
        days: set[date] = set()
        for series in self.series:
            days |= series.record.stale_days(self.limit)
            for day in series.record.days:
                days |= self._days_it_enters_or_leaves(day)
        return days

    def _days_it_enters_or_leaves(self, day: date) -> set[date]:
        shifts = [0, self.window + 1]
        if self.measure.is_rate:
            shifts += [self.window, 2 * self.window]
        room = (date.max - day).days
        return {day + timedelta(days=shift) for shift in shifts if shift <= room}

    def _weighed(self, day: date, rule: TrendRule, window: int) -> Weighed | None:
        opinions = [
            Opinion(
                source=series.record.source,
                describes=series.record.describes,
                label="supported" if RULES[rule](trend) else "refuted",
                observation=trend.movement.last,
            )
            for series in self.series
            if (trend := self._trend(series, day, rule, window))
        ]
        return weigh(opinions) if opinions else None

    def _trend(self, series: Series, day: date, rule: TrendRule, window: int) -> Trend | None:
        """The movement of *series* over the window to *day*, turned so that up is what was
        claimed; None where the series is stale or covers too little of it.
        """
        if series.record.fresh(day, self.limit) is None:
            return None
        movement = _covering(series, _back(day, window), day)
        if movement is None:
            return None
        trend = Trend(movement, window, self._means(series, day, window))
        if self.measure.is_rate and rule == "net" and trend.means is None:
            return None
        return trend.turned() if self.falls else trend

    def _means(self, series: Series, day: date, window: int) -> Means | None:
        if not self.measure.is_rate:
            return None
        # The figure of a rate belongs to its own day: a window of thirty days holds thirty.
        turn = _back(day, window)
        now = _covering(series, turn + _DAY, day)
        before = _covering(series, _back(turn, window) + _DAY, turn)
        return Means(now.mean, before.mean) if now and before else None

    def verdict(self, day: date) -> Verdict:
        weighed = self._weighed(day, self.rule, self.window)
        return self._silent(day) if weighed is None else self._decided(day, weighed)

    def _decided(self, day: date, weighed: Weighed) -> Verdict:
        trends = self._deciding_trends(day, weighed, self.window)
        rules, windows = self._by_rule(day), self._by_window(day)
        net = min((trend.net for trend in trends.values()), key=abs)
        by_net = self.rule == "net" and weighed.label != "conflicting"
        return Verdict(
            claim=self.claim,
            label=weighed.label,
            at=day,
            rule=self.decided_by,
            reason=self._reason(day, trends),
            distance=_decimal(net) if by_net else None,
            findings=(
                *self._mismatches(day),
                *findings_of(weighed),
                *dependence("rule_dependent", "the rule it is judged by", rules, weighed.label),
                *dependence("window_dependent", "the window", windows, weighed.label),
            ),
            readings=(*rules, *windows, *source_readings(weighed)),
            because=unique(
                seen
                for trend in trends.values()
                for seen in (trend.movement.first, trend.movement.last)
            ),
            evidence="fresh",
            judged_on=day,
            figure=self._figure(day, trends),
            unit=self.measure.unit,
            source_names=unique(opinion.publisher for opinion in weighed.deciding),
        )

    def _deciding_trends(self, day: date, weighed: Weighed, window: int) -> dict[str, Trend]:
        """The trend of each deciding source over *window*, by its publisher."""
        deciding = {opinion.source: opinion.publisher for opinion in weighed.deciding}
        return {
            deciding[series.record.source]: trend
            for series in self.series
            if series.record.source in deciding
            and (trend := self._trend(series, day, self.rule, window))
        }

    def _by_rule(self, day: date) -> tuple[JudgedReading, ...]:
        """The label by each rule over the declared window, the declared rule first."""
        rules: list[TrendRule] = sorted(RULES, key=lambda rule: rule != self.rule)
        weighed = [(rule, self._weighed(day, rule, self.window)) for rule in rules]
        return tuple(JudgedReading(f"rule {rule}", each.label) for rule, each in weighed if each)

    def _by_window(self, day: date) -> tuple[JudgedReading, ...]:
        """The label by the declared rule over each other window that the record covers."""
        others = (window for window in OTHER_WINDOWS if window != self.window)
        weighed = [(window, self._weighed(day, self.rule, window)) for window in others]
        return tuple(
            JudgedReading(
                f"window {counted(window, 'day')}", each.label, self._nets(day, each, window)
            )
            for window, each in weighed
            if each
        )

    def _nets(self, day: date, weighed: Weighed, window: int) -> str:
        trends = self._deciding_trends(day, weighed, window)
        return " and ".join(
            unique(self._told_net(self._as_it_was(trend)) for trend in trends.values())
        )

    def _mismatches(self, day: date) -> tuple[Finding, ...]:
        held = [seen for record in self.set_aside if (seen := record.holding(day))]
        findings = [mismatch(seen, self.measure) for seen in held]
        return tuple(finding for finding in findings if finding is not None)

    def _as_it_was(self, trend: Trend) -> Trend:
        return trend.turned() if self.falls else trend

    def _told(self, trend: Trend) -> str:
        counts, net = self._counts(trend.movement), self._told_net(trend)
        return f"{counts}; {net}" if trend.means is None else f"{net}; {counts}"

    def _told_net(self, trend: Trend) -> str:
        net = f"net {difference(_decimal(trend.net), self.measure.unit, signed=True)}"
        if trend.means is None:
            return net
        mean = figure(_decimal(trend.means.now), self.measure.unit)
        before = figure(_decimal(trend.means.before), self.measure.unit)
        return (
            f"a mean of {mean} against {before} in the {counted(trend.days, 'day')} before, {net}"
        )

    def _counts(self, movement: Movement) -> str:
        return (
            f"{movement.rose} of {counted(movement.differences, 'difference')} rose, "
            f"{_number(movement.flat)} {'was' if movement.flat == 1 else 'were'} flat, "
            f"{_number(movement.fell)} fell"
        )

    def _figure(self, day: date, trends: dict[str, Trend]) -> str:
        told = unique(self._told(self._as_it_was(trend)) for trend in trends.values())
        return f"in the {counted(self.window, 'day')} to {day_words(day)}, {' and '.join(told)}"

    def _reason(self, day: date, trends: dict[str, Trend]) -> str:
        told = "; ".join(
            f"{self._told(self._as_it_was(trend))} ({publisher})"
            for publisher, trend in trends.items()
        )
        window = counted(self.window, "day")
        return f"In the {window} to {day_words(day)}, {told}; judged by the rule {self.rule}."

    def _silent(self, day: date) -> Verdict:
        stale = self._is_stale(day)
        last = self._last_judged(day)
        return Verdict(
            claim=self.claim,
            label="not_enough_evidence",
            at=day,
            rule=self.decided_by,
            reason=self._silence(day, last, stale),
            findings=self._mismatches(day),
            evidence="none" if stale is None else "stale" if stale else "fresh",
            judged_on=last,
            unit=self.measure.unit,
        )

    def _is_stale(self, day: date) -> bool | None:
        """Whether every series has gone stale by *day*; None where none has begun."""
        held = [series.record for series in self.series]
        last = last_fresh_day(held, day, self.limit)
        return None if last is None else last < day

    def _last_judged(self, day: date) -> date | None:
        """The last day before *day* on which a movement could be told."""
        end = day
        for turn in sorted((turn for turn in self.turning_days() if turn <= day), reverse=True):
            if self.ruling(turn).label != "not_enough_evidence":
                return end
            end = turn - _DAY
        return None

    def _silence(self, day: date, last: date | None, stale: bool | None) -> str:
        if stale is None:
            return f"There is no usable figure of {day_words(day)} or before."
        window = counted(self.window, "day")
        why = (
            "The newest figure is too old to say how it moves"
            if stale
            else f"The figures cover too little of the {window} to {day_words(day)} "
            "to tell a movement"
        )
        if last is None:
            return f"{why}."
        before = LABEL_CLAUSES[self.ruling(last).label]
        return f"{why}; it could last be judged on {day_words(last)}, when {before}."


def _covering(series: Series, first: date, last: date) -> Movement | None:
    """The movement from *first* to *last*, where the records span at least half of those
    days: less would judge another window than the one named.
    """
    movement = series.movement(first, last)
    if movement is None or 2 * movement.span.days < (last - first).days:
        return None
    return movement


def _back(day: date, days: int) -> date:
    return day - timedelta(days=min(days, (day - date.min).days))


def _number(count: int) -> str:
    return f"{count:,}" if count else "none"


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
