"""Trends: whether an amount moved the way a claim says, over the window it is judged by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from claimtrack.claims import Assertion, TrendRule
from claimtrack.judging.cases import Case, unique
from claimtrack.judging.combining import (
    Opinion,
    Way,
    Weighed,
    dependence,
    findings_of,
    judged_readings,
    weigh,
)
from claimtrack.judging.figures import day_words, difference, figure
from claimtrack.judging.labels import LABEL_CLAUSES, Freshness, ReadingKind
from claimtrack.judging.measured import MeasuredCase, mismatch
from claimtrack.judging.records import records
from claimtrack.judging.series import Movement, Series
from claimtrack.judging.staleness import fresh_until, stale_limit
from claimtrack.judging.verdicts import Verdict
from claimtrack.measures import Measure
from claimtrack.names import counted, listed
from claimtrack.observations import History
from claimtrack.values import middle

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
    def until(self) -> date:
        """The last day of the window."""
        return self.movement.last.holds_from

    @property
    def net(self) -> Fraction:
        """By how much it rose: for a rate, its mean over that of the window before."""
        return self.means.now - self.means.before if self.means else self.movement.net

    @property
    def rose(self) -> bool:
        """Whether its net is above 0."""
        return (self.means.now > self.means.before) if self.means else self.movement.direction > 0

    def turned(self) -> Trend:
        """The same trend upside down."""
        means = Means(-self.means.now, -self.means.before) if self.means else None
        return Trend(self.movement.turned(), self.days, means)


#: When a movement counts as a rise; flat is no rise.
RULES: dict[TrendRule, Callable[[Trend], bool]] = {
    "net": lambda trend: trend.rose,
    "slope": lambda trend: trend.movement.slope > 0,
    "share-of-days": lambda trend: 2 * trend.movement.rose > trend.movement.differences,
    "every-day": lambda trend: trend.movement.rose == trend.movement.differences,
}


def trend_case(claim: str, assertion: Assertion, measure: Measure, history: History) -> Case:
    """What *assertion* says of the movement of *measure*, ready to be judged."""
    usable = records(
        history, lambda seen: middle(seen.value) is not None and not mismatch(seen, measure)
    )
    return TrendCase(
        claim=claim,
        measure=measure,
        records=usable,
        set_aside=records(history, lambda seen: mismatch(seen, measure) is not None),
        limit=stale_limit(measure, history),
        falls=assertion.direction == "down",
        window=max(1, (assertion.window or DEFAULT_WINDOW).days),
        rule=assertion.rule or "net",
        series=tuple(
            Series.of(record, [middle(seen.value) or Decimal(0) for seen in record.observations])
            for record in usable
        ),
    )


@dataclass(frozen=True, slots=True)
class TrendCase(MeasuredCase):
    """A movement that is claimed of a measure.

    A window ends on the last day on record and not on the day that is asked about: what was so
    then is carried forward until it is stale, as an amount is. A window that went on through the
    silence would find another movement in the same figures.
    """

    falls: bool
    window: int
    rule: TrendRule
    series: tuple[Series, ...]

    @property
    def decided_by(self) -> str:
        return f"{self.rule}-1"

    def weighed(self, day: date) -> Weighed | None:
        return self._read(day, self.rule, self.window)

    def _read(self, day: date, rule: TrendRule, window: int) -> Weighed | None:
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
        """The movement of *series* over the window that ends on its last day up to *day*, turned
        so that up is what was claimed; None where it is stale or covers too little of the window.
        """
        newest = series.record.fresh(day, self.limit)
        if newest is None:
            return None
        end = newest.holds_from
        movement = _covering(series, _back(end, window), end)
        if movement is None:
            return None
        trend = Trend(movement, window, self._means(series, end, window))
        if self.measure.is_rate and rule == "net" and trend.means is None:
            return None
        return trend.turned() if self.falls else trend

    def _means(self, series: Series, end: date, window: int) -> Means | None:
        if not self.measure.is_rate:
            return None
        # The figure of a rate belongs to its own day: a window of thirty days holds thirty.
        turn = _back(end, window)
        now = _covering(series, turn + _DAY, end)
        before = _covering(series, _back(turn, window) + _DAY, turn, self.limit)
        return Means(now.mean, before.mean) if now and before else None

    def decided(self, day: date, weighed: Weighed) -> Verdict:
        trends = self._trends(day, weighed.deciding, self.window)
        rules, windows = self._by_rule(day), self._by_window(day)
        both = self._by_both(day)
        net = min((trend.net for trend in trends.values()), key=abs)
        by_net = self.rule == "net" and weighed.label != "conflicting"
        publishers = unique(opinion.publisher for opinion in weighed.deciding)
        return Verdict(
            claim=self.claim,
            label=weighed.label,
            at=day,
            rule=self.decided_by,
            reason=self._reason(weighed, trends),
            distance=_decimal(net) if by_net else None,
            findings=(
                *self.mismatches(day),
                *findings_of(weighed),
                *dependence("rule_dependent", "the rule it is judged by", rules, weighed.label),
                *dependence("window_dependent", "the window", windows, weighed.label),
            ),
            readings=judged_readings((*rules, *windows, *both)),
            because=unique(
                seen
                for trend in trends.values()
                for seen in (trend.movement.first, trend.movement.last)
            ),
            evidence="fresh",
            judged_on=day,
            figure=listed(list(unique(self._figure(day, trend) for trend in trends.values()))),
            unit=self.measure.unit,
            source_names=publishers,
        )

    def _trends(self, day: date, opinions: Iterable[Opinion], window: int) -> dict[str, Trend]:
        """The trend of each source whose opinion is among *opinions*, over *window*."""
        by_source = {series.record.source: series for series in self.series}
        found = {
            opinion.source: self._trend(by_source[opinion.source], day, self.rule, window)
            for opinion in opinions
        }
        return {source: trend for source, trend in found.items() if trend is not None}

    def _by_rule(self, day: date) -> tuple[Way, ...]:
        """The claim read by each rule over the declared window, the declared rule first."""
        rules: list[TrendRule] = sorted(RULES, key=lambda rule: rule != self.rule)
        weighed = [(rule, self._read(day, rule, self.window)) for rule in rules]
        return tuple(
            Way(
                "rule",
                f"rule {rule}",
                each,
                choices=_chosen(rule, self.window),
                changed=int(rule != self.rule),
            )
            for rule, each in weighed
            if each
        )

    def _by_window(self, day: date) -> tuple[Way, ...]:
        """The claim read by the declared rule over each other window that the record covers."""
        others = (window for window in OTHER_WINDOWS if window != self.window)
        weighed = [(window, self._read(day, self.rule, window)) for window in others]
        return tuple(
            Way(
                "window",
                f"window of {counted(window, 'day')}",
                each,
                self._nets(day, (*each.deciding, *each.lower), window),
                choices=_chosen(self.rule, window),
                changed=1,
            )
            for window, each in weighed
            if each
        )

    def _by_both(self, day: date) -> tuple[Way, ...]:
        """The claim read by each other rule over each other window."""
        chosen = (
            (rule, window)
            for window in OTHER_WINDOWS
            if window != self.window
            for rule in RULES
            if rule != self.rule
        )
        weighed = [(rule, window, self._read(day, rule, window)) for rule, window in chosen]
        return tuple(
            Way(
                "window",
                f"rule {rule} over a window of {counted(window, 'day')}",
                each,
                choices=_chosen(rule, window),
                changed=2,
            )
            for rule, window, each in weighed
            if each
        )

    def _nets(self, day: date, opinions: Iterable[Opinion], window: int) -> dict[str, str]:
        trends = self._trends(day, opinions, window)
        return {source: self._told_net(self._as_it_was(trend)) for source, trend in trends.items()}

    def _as_it_was(self, trend: Trend) -> Trend:
        return trend.turned() if self.falls else trend

    def _told(self, trend: Trend) -> str:
        """What it did, as a clause about "it"."""
        days = f"in the {counted(trend.days, 'day')} before"
        if trend.means is not None:
            did = f"averaged {self._against(trend.means)} {days}"
        elif trend.net == 0:
            did = "ended where it began"
        else:
            did = f"{'rose' if trend.net > 0 else 'fell'} by {self._by(trend.net)}"
        return f"it {did}: from one figure to the next it {_steps(trend.movement)}"

    def _told_net(self, trend: Trend) -> str:
        if trend.means is not None:
            return f"an average of {self._against(trend.means)} before"
        if trend.net == 0:
            return "unchanged"
        return f"{'up' if trend.net > 0 else 'down'} {self._by(trend.net)}"

    def _by(self, net: Fraction) -> str:
        return difference(_decimal(abs(net)), self.measure.unit)

    def _against(self, means: Means) -> str:
        """Both means, the earlier one in as few words as the other leaves to be said."""
        unit = self.measure.unit
        now, before = _decimal(means.now), _decimal(means.before)
        return f"{figure(now, unit)} against {figure(before, _counted_in(unit))}"

    def _figure(self, day: date, turned: Trend) -> str:
        """By how much it moved, or both means; and the last day of the window, if not *day*."""
        trend = self._as_it_was(turned)
        told = self._told_net(trend)
        told = f"{told}{',' if trend.means else ''} in {counted(trend.days, 'day')}"
        return told if trend.until == day else f"{told} to {day_words(trend.until)}"

    def _reason(self, weighed: Weighed, trends: Mapping[str, Trend]) -> str:
        publishers = {opinion.source: opinion.publisher for opinion in weighed.deciding}
        told = "; ".join(
            f"in the {counted(trend.days, 'day')} to {day_words(trend.until)} "
            f"{self._told(self._as_it_was(trend))} ({publishers[source]})"
            for source, trend in trends.items()
        )
        return f"{told[:1].upper()}{told[1:]}; {self._judged_by()}."

    def _judged_by(self) -> str:
        """What of all that decides, in words, with the name of the rule."""
        went = "down" if self.falls else "up"
        counts = {
            "net": "where it ended against where it began",
            "slope": "the line that lies nearest to all the figures",
            "share-of-days": f"whether it went {went} more than half the time",
            "every-day": f"whether it went {went} every time",
        }
        is_mean = self.rule == "net" and self.measure.is_rate
        what = "the average against that of the time before" if is_mean else counts[self.rule]
        return f"what counts is {what} (rule {self.rule})"

    def last_judged(self, day: date) -> date | None:
        end = day
        for turn in sorted((turn for turn in self.turning_days() if turn <= day), reverse=True):
            if self.ruling(turn).label != "not_enough_evidence":
                return end
            end = turn - _DAY
        return None

    def silence(self, day: date, evidence: Freshness, last: date | None) -> str:
        why = (
            "The newest figure is too old to say how it moves"
            if evidence == "stale"
            else self._uncovered(day)
        )
        if last is None:
            return f"{why}."
        before = LABEL_CLAUSES[self.ruling(last).label]
        return f"{why}; it could last be judged on {day_words(last)}, when {before}."

    def _uncovered(self, day: date) -> str:
        """Which days the figures cover too little of: for a rate they may be those before."""
        days = counted(self.window, "day")
        newest = f"the {days} before the newest"
        if any(self._lacks_only_before(series, day) for series in self.series):
            return (
                f"The figures of {newest} are there, but too few of the {days} before those, with "
                "which a rate is compared, to tell a movement"
            )
        return f"The figures cover too little of {newest} to tell a movement"

    def _lacks_only_before(self, series: Series, day: date) -> bool:
        newest = series.record.fresh(day, self.limit)
        if newest is None or not self.measure.is_rate or self.rule != "net":
            return False
        end = newest.holds_from
        return _covering(series, _back(end, self.window) + _DAY, end) is not None


def _chosen(rule: TrendRule, window: int) -> tuple[tuple[ReadingKind, str], ...]:
    return (("rule", rule), ("window", counted(window, "day")))


def _covering(
    series: Series, first: date, last: date, limit: timedelta | None = timedelta()
) -> Movement | None:
    """The movement from *first* to *last*, where the records span at least half of those
    days: less would judge another window than the one named. The last of them tells of the days
    up to the next record too, unless it is older than *limit* by then.

    So no window is lost to the way its edges fall between the records that is twice as long as the
    gaps between them.
    """
    movement = series.movement(first, last)
    if movement is None:
        return None
    told = movement.span.days
    if movement.stop < len(series.record.days):
        held = min(last, series.record.days[movement.stop], fresh_until(movement.last, limit))
        told = max(told, (held - movement.first.holds_from).days)
    return movement if 2 * told >= (last - first).days else None


def _back(day: date, days: int) -> date:
    return day - timedelta(days=min(days, (day - date.min).days))


def _counted_in(unit: str | None) -> str:
    """The unit of a number beside one in *unit*: what is counted need not be said again."""
    return "share" if unit is not None and unit.startswith(("share", "ratio")) else "count"


def _steps(movement: Movement) -> str:
    """How often it went which way from one figure to the next."""
    level = [f"stayed level {_times(movement.flat)}"] if movement.flat else []
    up, down = (
        f"went {way} {_times(times)}" if times else f"never went {way}"
        for way, times in (("up", movement.rose), ("down", movement.fell))
    )
    return listed([up, *level, down])


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
