"""Trends: whether an amount moved the way a claim says, over the window it is judged by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from claimtrack.claims import Assertion, TrendRule
from claimtrack.judging.asked import asked_words
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
from claimtrack.judging.figures import (
    calendar_words,
    dated_words,
    day_words,
    difference,
    figure,
    range_words,
)
from claimtrack.judging.labels import LABEL_CLAUSES, Freshness, ReadingKind
from claimtrack.judging.measured import MeasuredCase, mismatch
from claimtrack.judging.movements import Movement, begun, dated_in, movement
from claimtrack.judging.onceeach import Saying, once_each
from claimtrack.judging.records import records
from claimtrack.judging.series import Series
from claimtrack.judging.staleness import stale_limit
from claimtrack.judging.trendrules import RULES, Means, Trend, label_by
from claimtrack.judging.verdicts import Verdict
from claimtrack.judging.written import written
from claimtrack.measures import Measure
from claimtrack.names import counted, listed
from claimtrack.observations import History, Observation
from claimtrack.values import CalendarDate, Interval, middle

#: The window where a claim declares none, and those it is judged by besides its own.
DEFAULT_WINDOW = timedelta(days=30)
OTHER_WINDOWS = (7, 30, 90, 365)
_DAY = timedelta(days=1)
#: Of two numbers beside each other only the first is told with its unit, where it is one of these.
_SAID_ONCE = {"count", "persons", "km2", ""}


def trend_case(claim: str, assertion: Assertion, measure: Measure, history: History) -> Case:
    """What *assertion* says of the movement of *measure*, ready to be judged."""
    usable = records(history, lambda seen: mismatch(seen, measure) is None)
    return TrendCase(
        claim=claim,
        measure=measure,
        records=usable,
        set_aside=records(history, lambda seen: mismatch(seen, measure) is not None),
        limit=stale_limit(measure, history),
        asked=asked_words(measure, history),
        falls=assertion.direction == "down",
        window=max(1, (assertion.window or DEFAULT_WINDOW).days),
        rule=assertion.rule or "net",
        series=tuple(Series.of(record) for record in usable),
    )


@dataclass(frozen=True, slots=True)
class TrendCase(MeasuredCase):
    """A movement that is claimed of a measure.

    A window ends on the last day that something is known of and not on the day that is asked about:
    what was so then is carried forward until it is stale, as an amount is. A window that went on
    through the silence would find another movement in the same figures. Only what is seen to stay
    as it is, on a page that is asked again and again, moves its window on.
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
                label=label_by(rule, trend, self.measure.unit),
                observation=trend.movement.last,
            )
            for series in self.series
            if (trend := self._trend(series, day, rule, window))
        ]
        return weigh(opinions) if opinions else None

    def turning_days(self) -> set[date]:
        days = MeasuredCase.turning_days(self)
        for series in self.series:
            days |= self._days_moved_on(series)
        return days

    def _days_moved_on(self, series: Series) -> set[date]:
        """The days on which a window that goes on while a figure is seen to stay begins with
        another figure, or with none.
        """
        held = [each for each in series.record.observations if each.held_until > each.holds_from]
        if not held:
            return set()
        starts = {*series.record.days, *series.record.stale_days(self.limit)}
        halves = {timedelta(days=self.window), timedelta(days=(self.window + 1) // 2)}
        moved = {
            day + back for day in starts for back in halves if (date.max - day).days > back.days
        }
        return {day for day in moved if any(one.holds_from < day <= one.held_until for one in held)}

    def _trend(self, series: Series, day: date, rule: TrendRule, window: int) -> Trend | None:
        """The movement of *series* over the window that ends on its last day up to *day*, turned
        so that up is what was claimed; None where it is stale or covers too little of the window.
        """
        newest = series.record.fresh(day, self.limit)
        if newest is None:
            return None
        is_of_means = self.measure.is_rate and rule == "net"
        # The figure of a rate belongs to its own day, and is no other day's.
        end = newest.holds_from if is_of_means else min(day, newest.held_until)
        found = movement(series, begun(series, end, window), end, self.limit)
        means = self._means(series, end, window) if is_of_means else None
        if found is None or (is_of_means and means is None):
            return None
        trend = Trend(found, window, means)
        return trend.turned() if self.falls else trend

    def _means(self, series: Series, end: date, window: int) -> Means | None:
        # A window of thirty days holds thirty figures of a daily rate.
        turn = begun(series, end, window)
        now = dated_in(series, turn + _DAY, end)
        before = dated_in(series, begun(series, turn, window) + _DAY, turn, self.limit)
        return Means(now, before) if now and before else None

    def decided(self, day: date, weighed: Weighed) -> Verdict:
        trends = self._trends(day, weighed.deciding, self.window)
        rules, windows = self._by_rule(day), self._by_window(day)
        both = self._by_both(day)
        net = min((trend.net for trend in trends.values()), key=abs)
        by_net = (
            self.rule == "net"
            and weighed.label != "conflicting"
            and not any(trend.has_ranges for trend in trends.values())
        )
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
                for seen in (
                    trend.movement.first,
                    *(self._turning_step(trend) or ()),
                    trend.movement.last,
                )
            ),
            evidence="fresh",
            judged_on=day,
            figure=listed(list(unique(self._figure(trend) for trend in trends.values()))),
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
        return tuple(
            Way(
                "window",
                f"window of {counted(window, 'day')}",
                each,
                self._nets(day, (*each.deciding, *each.lower), window),
                choices=_chosen(self.rule, window),
                changed=1,
            )
            for window, each in self._other_windows(day, self.rule)
        )

    def _by_both(self, day: date) -> tuple[Way, ...]:
        """The claim read by each other rule over each other window."""
        return tuple(
            Way(
                "window",
                f"rule {rule} over a window of {counted(window, 'day')}",
                each,
                choices=_chosen(rule, window),
                changed=2,
            )
            for window in OTHER_WINDOWS
            for rule in RULES
            if rule != self.rule
            for own, each in self._other_windows(day, rule)
            if own == window
        )

    def _other_windows(self, day: date, rule: TrendRule) -> list[tuple[int, Weighed]]:
        """Every other window with what the sources come to over it by *rule*: of those that compare
        the same figures that which is nearest to the days these are apart.
        """
        apart: dict[object, tuple[int, int]] = {self._compared(day, rule, self.window)[0]: (0, 0)}
        for window in OTHER_WINDOWS:
            compared, span = self._compared(day, rule, window)
            if compared:
                nearest = (abs(window - span), window)
                apart[compared] = min(apart.get(compared, nearest), nearest)
        windows = sorted(window for _, window in apart.values() if window)
        read = [(window, self._read(day, rule, window)) for window in windows]
        return [(window, each) for window, each in read if each]

    def _compared(self, day: date, rule: TrendRule, window: int) -> tuple[object, int]:
        """Which records of each source are compared over *window*, and over how many days."""
        found = [
            (series.record.source, trend)
            for series in self.series
            if (trend := self._trend(series, day, rule, window))
        ]
        span = max((trend.movement.span.days for _, trend in found), default=0)
        return tuple((source, trend.compares) for source, trend in found), span

    def _nets(self, day: date, opinions: Iterable[Opinion], window: int) -> dict[str, str]:
        trends = self._trends(day, opinions, window)
        return {
            source: self._told_since(self._as_it_was(trend)) for source, trend in trends.items()
        }

    def _as_it_was(self, trend: Trend) -> Trend:
        return trend.turned() if self.falls else trend

    def _told(self, trend: Trend) -> str:
        """What it did, as a clause about "it", with what of that decides by the rule."""
        told = f"it {self._did(trend)}"
        label = label_by(self.rule, self._as_it_was(trend), self.measure.unit)
        if label == "borderline":
            return f"{told}: these are ranges, and it hangs on where in them the amounts lie"
        told = f"{told}: from one figure to the next it {_steps(trend.movement)}"
        if self.rule == "slope" and not trend.movement.has_ranges:
            told = f"{told}, and the line through them {_leaning(trend.movement)}"
        turn = self._turn(trend)
        return f"{told}; it {turn}" if turn else told

    def _turn(self, trend: Trend) -> str:
        """Where it went another way than was claimed of every time, without "it"; empty where it
        did not, and where other rules decide.
        """
        turned = self._as_it_was(trend)
        step, claimed = self._turning_step(turned), turned.movement
        if step is None:
            return ""
        before, after = step
        on = dated_words(after.as_of)
        last = "last " if (claimed.fell or claimed.flat) > 1 else ""
        if before.value == after.value:
            return f"{last}stayed level {on}, at {self._amount(after, before)}"
        way = "up" if self.falls else "down"
        ends = (self._amount(before, after, is_bare=True), self._amount(after, before))
        return f"{last}went {way} {on}, from {ends[0]} to {ends[1]}"

    def _did(self, trend: Trend) -> str:
        if trend.means is not None:
            return f"averaged {self._against(trend.means)}"
        compared = self._compared_words(trend.movement, told=True)
        if trend.has_ranges:
            return f"went {compared}"
        if trend.net == 0:
            return f"ended where it began, {compared}"
        return f"{'rose' if trend.net > 0 else 'fell'} by {self._by(trend.net)}, {compared}"

    def _turning_step(self, turned: Trend) -> tuple[Observation, Observation] | None:
        """The neighbours between which it went another way than was claimed of every time."""
        moved = turned.movement
        return None if self.rule != "every-day" or moved.has_ranges else moved.turning_step()

    def _told_net(self, trend: Trend) -> str:
        """By how much it moved, or both means."""
        if trend.means is not None:
            return f"an average of {self._against(trend.means)}"
        if trend.has_ranges:
            return self._compared_words(trend.movement)
        if trend.net == 0:
            return "unchanged"
        return f"{'up' if trend.net > 0 else 'down'} {self._by(trend.net)}"

    def _told_since(self, trend: Trend) -> str:
        """The same, with the day since when."""
        told = self._told_net(trend)
        if trend.means is not None or trend.has_ranges:
            return told
        return f"{told} since {calendar_words(_first_day(trend.movement))}"

    def _compared_words(self, moved: Movement, *, told: bool = False) -> str:
        """Both figures with their days; with *told*, which one the first is."""
        first, last = moved.first, moved.last
        days = [dated_words(day) for day in (_first_day(moved), _last_day(moved))]
        which = f", {_which(moved)}," if told and _which(moved) else ""
        if first.value == last.value:
            return f"{self._amount(first, last)} {days[0]}{which} and {days[1]}"
        earlier = self._amount(first, last, is_bare=True)
        later = self._amount(last, first, is_bare=True)
        return f"from {earlier} {days[0]}{which} to {later} {days[1]}"

    def _amount(self, seen: Observation, other: Observation, *, is_bare: bool = False) -> str:
        unit = _counted_in(self.measure.unit) if is_bare else self.measure.unit
        if isinstance(seen.value, Interval):
            return written(seen.value, self.measure.unit) or range_words(seen.value, unit)
        assert isinstance(seen.value, Decimal)
        return figure(seen.value, unit, beside=(middle(other.value),))

    def _by(self, net: Fraction) -> str:
        return difference(_decimal(abs(net)), self.measure.unit)

    def _against(self, means: Means) -> str:
        """Both means with the days that they are of, the earlier one in as few words as the other
        leaves to be said.
        """
        unit = self.measure.unit
        now, before = _decimal(means.now), _decimal(means.before)
        return (
            f"{figure(now, unit)} from {_stretch(means.within)} "
            f"against {figure(before, _counted_in(unit))} from {_stretch(means.earlier)}"
        )

    def _figure(self, turned: Trend) -> str:
        """By how much it moved, with both figures and their days; where another rule decides, what
        does by that.
        """
        trend = self._as_it_was(turned)
        turn = self._turn(trend)
        if turn:
            return turn
        told = self._told_net(trend)
        if trend.means is not None or trend.has_ranges:
            return told
        if not trend.movement.has_ranges:
            told = self._told_by_rule(trend.movement) or told
        return f"{told}, {self._compared_words(trend.movement)}"

    def _told_by_rule(self, moved: Movement) -> str:
        """What decides by a rule that may say otherwise than the first and last figure do."""
        if self.rule == "share-of-days":
            way, times = ("down", moved.fell) if self.falls else ("up", moved.rose)
            return f"{way} {times:,} of {counted(moved.differences, 'time')}"
        if self.rule == "slope" and _sign(moved.slope) != _sign(moved.direction):
            return f"the line through the figures {_leaning(moved)}"
        return ""

    def _reason(self, weighed: Weighed, trends: Mapping[str, Trend]) -> str:
        publishers = {opinion.source: opinion.publisher for opinion in weighed.deciding}
        by_words: dict[str, list[Saying]] = {}
        for source, trend in trends.items():
            words = self._told(self._as_it_was(trend))
            by_words.setdefault(words, []).append((words, "", publishers[source]))
        told = "; ".join(map(once_each, by_words.values()))
        days = unique(_days_apart(trend.movement) for trend in trends.values())
        return f"{told[:1].upper()}{told[1:]}; {self._judged_by(days)}."

    def _judged_by(self, days: Collection[int]) -> str:
        """What of all that decides, in words, with the name of the rule; over how many *days*."""
        went = "down" if self.falls else "up"
        before = f"was {counted(min(days), 'day')} before" if len(days) == 1 else "began"
        counts = {
            "net": f"where it ended against where it {before}",
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
        return dated_in(series, begun(series, end, self.window) + _DAY, end) is not None


def _chosen(rule: TrendRule, window: int) -> tuple[tuple[ReadingKind, str], ...]:
    return (("rule", rule), ("window", counted(window, "day")))


def _counted_in(unit: str | None) -> str | None:
    """The unit of a number beside one in *unit*: who and what is counted need not be said again."""
    return "count" if (unit or "").partition("/")[0] in _SAID_ONCE else unit


def _days_apart(moved: Movement) -> int:
    """How many days before its end is what it is held against."""
    begins_within = moved.first.holds_from > moved.since
    return moved.span.days if begins_within else (moved.until - moved.since).days


def _which(moved: Movement) -> str:
    """Which figure it starts from, where that is of another day than the window's first."""
    days = counted((moved.until - moved.since).days, "day")
    if moved.first_day > moved.since:
        return f"the first figure of those {days}"
    return f"the figure in force {days} before" if moved.first_day < moved.since else ""


def _first_day(moved: Movement) -> CalendarDate:
    return _day_of(moved.first, moved.first_day)


def _last_day(moved: Movement) -> CalendarDate:
    return _day_of(moved.last, moved.last_day)


def _day_of(seen: Observation, day: date) -> CalendarDate:
    """The day or the month that *seen* is of; one without a day is of that on which it was seen."""
    return CalendarDate(day) if seen.as_of_basis == "seen" else seen.as_of


def _stretch(moved: Movement) -> str:
    """The days of its figures, from the first to the last."""
    first, last = _first_day(moved), _last_day(moved)
    is_one_month = (first.first.year, first.first.month) == (last.last.year, last.last.month)
    if is_one_month and {first.precision, last.precision} == {"day"}:
        return f"{first.first.day} to {calendar_words(last)}"
    return f"{calendar_words(first)} to {calendar_words(last)}"


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _leaning(moved: Movement) -> str:
    return {1: "rises", -1: "falls", 0: "is level"}[_sign(moved.slope)]


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
