"""Windows of trends: which figures are compared where those of a record do not fall on its edges.

What was recorded last holds until the next figure. So the amount of ninety days ago is the last
figure that was on record ninety days ago, if that was not stale by then. Each series here was
worked out by hand.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from seen import history, measure, noon, seen, trend

from claimtrack.claims import Direction, TrendRule
from claimtrack.judging import judge, transitions
from claimtrack.judging.labels import Label
from claimtrack.judging.verdicts import Verdict
from claimtrack.observations import Observation
from claimtrack.values import Interval
from claimtrack.words import parse_quantity

RULES: tuple[TrendRule, ...] = ("net", "slope", "share-of-days", "every-day")

INFLATION = {
    "2024-05-15": "0.02", "2024-06-14": "0.035", "2024-07-15": "0.034", "2024-08-14": "0.033",
}  # fmt: skip
SHEEP = {"2024-03-01": "5000", "2024-04-20": "4000", "2024-06-05": "4200"}
JOBLESS = {"2024-05-31": "5200", "2024-06-28": "5000", "2024-07-31": "4100", "2024-08-30": "4150"}
MONTHS = {"2024-05": "0.02", "2024-06": "0.035", "2024-07": "0.034", "2024-08": "0.033"}


@dataclass(frozen=True)
class Case:
    """A small series, how it is judged on the day of its last figure, and what comes of it."""

    name: str
    figures: dict[str, str]
    direction: Direction
    window: int
    label: Label
    compared: str
    stale: int | None = 60
    unit: str = "count"
    rule: TrendRule = "net"


CASES = [
    Case("the figure in force as the window begins is the one compared",
         INFLATION, "up", 90, "supported", "from 2% on 15 May 2024 to 3.3% on 14 August 2024",
         unit="ratio"),
    Case("so it is of a fall that all came before the window's first figure",
         SHEEP, "down", 90, "supported", "from 5,000 on 1 March 2024 to 4,200 on 5 June 2024"),
    Case("of two figures before the window the later one is in force",
         JOBLESS, "down", 60, "supported",
         "from 5,000 on 28 June 2024 to 4,150 on 30 August 2024"),
    Case("a figure on the very day that the window begins is in force",
         SHEEP, "down", 46, "refuted", "from 4,000 on 20 April 2024 to 4,200 on 5 June 2024"),
    Case("a day less, and still the figure before is",
         SHEEP, "down", 45, "refuted", "from 4,000 on 20 April 2024 to 4,200 on 5 June 2024"),
    Case("a fortnight more, and the one before that is",
         SHEEP, "down", 60, "supported", "from 5,000 on 1 March 2024 to 4,200 on 5 June 2024"),
    Case("a figure that was stale as the window began does not stand in",
         SHEEP, "down", 90, "refuted", "from 4,000 on 20 April 2024 to 4,200 on 5 June 2024",
         stale=5),
    Case("on the last day before it is stale it does",
         SHEEP, "down", 90, "supported", "from 5,000 on 1 March 2024 to 4,200 on 5 June 2024",
         stale=6),
    Case("what is declared to hold for years stands in from any day before",
         {"2020-01-01": "5", "2024-06-01": "7"}, "up", 30, "supported",
         "from 5 on 1 January 2020 to 7 on 1 June 2024", stale=5000),
    Case("without one in force a window that is covered by less than half tells nothing",
         SHEEP, "down", 93, "not_enough_evidence", "", stale=2),
    Case("nor does a window with the newest figure alone",
         {"2024-01-01": "5", "2024-06-01": "7"}, "up", 30, "not_enough_evidence", ""),
    Case("one figure is no movement",
         {"2024-06-01": "7"}, "up", 30, "not_enough_evidence", ""),
    Case("a monthly figure can be told of thirty days, by the one of the month before",
         {"2024-07-31": "5", "2024-08-31": "7"}, "up", 30, "supported",
         "from 5 on 31 July 2024 to 7 on 31 August 2024"),
    Case("a quarterly figure too, as long as the one before is not stale",
         {"2024-03-31": "5", "2024-06-30": "7"}, "up", 30, "supported",
         "from 5 on 31 March 2024 to 7 on 30 June 2024", stale=100),
    Case("who comes back to where he was has not risen",
         {"2024-03-01": "5", "2024-04-20": "4", "2024-06-05": "5"}, "up", 90, "refuted", ""),
    Case("nor has he fallen",
         {"2024-03-01": "5", "2024-04-20": "4", "2024-06-05": "5"}, "down", 90, "refuted", ""),
    Case("a month's figure counts from the month's end",
         MONTHS, "up", 90, "supported", "from 2% in May 2024 to 3.3% in August 2024",
         unit="ratio"),
    Case("and a year's from the year's",
         {"2022": "9", "2023": "5", "2024": "7"}, "up", 365, "supported",
         "from 5 in 2023 to 7 in 2024", stale=400),
    Case("every time: the step from the figure in force into the window is one of them",
         {"2024-03-01": "5", "2024-04-01": "3", "2024-05-01": "4", "2024-06-01": "6"},
         "up", 70, "refuted", "went down on 1 April 2024, from 5 to 3", rule="every-day"),
    Case("every time: steps before it are none",
         {"2024-02-01": "9", "2024-03-01": "2", "2024-04-01": "3", "2024-05-01": "4"},
         "up", 50, "supported", "from 2 on 1 March 2024 to 4 on 1 May 2024", rule="every-day"),
    Case("more than half the time: the step into the window counts",
         {"2024-03-01": "9", "2024-04-01": "1", "2024-05-01": "2"},
         "up", 50, "refuted", "from 9 on 1 March 2024 to 2 on 1 May 2024", rule="share-of-days"),
    Case("the nearest line takes in the figure in force",
         {"2024-03-01": "9", "2024-04-01": "1", "2024-05-01": "2"},
         "up", 50, "refuted", "from 9 on 1 March 2024 to 2 on 1 May 2024", rule="slope"),
    Case("without one in force the nearest line goes through the window's own",
         {"2024-03-01": "9", "2024-04-01": "1", "2024-05-01": "2"},
         "up", 50, "supported", "from 1 on 1 April 2024 to 2 on 1 May 2024", rule="slope",
         stale=5),
    Case("a rate's figure belongs to its own day: what was before the window is of that before",
         {"2024-03-01": "9", "2024-04-02": "1", "2024-04-16": "2", "2024-05-01": "3"},
         "up", 30, "not_enough_evidence", "", unit="persons/d"),
    Case("but of even times the figure that comes a day late is",
         SHEEP, "down", 47, "refuted", "from 4,000 on 20 April 2024 to 4,200 on 5 June 2024"),
    Case("a month before the end of February is the end of January",
         {"2025-12": "3.0", "2026-01": "3.4", "2026-02": "3.2"}, "down", 30, "supported",
         "from 3.4 in January 2026 to 3.2 in February 2026"),
    Case("and three months before the end of April too",
         {"2025-12": "50", "2026-01": "60", "2026-02": "58", "2026-03": "57", "2026-04": "55"},
         "down", 90, "supported", "from 60 in January 2026 to 55 in April 2026"),
    Case("a week before is so too where a holiday makes it shorter",
         {"2026-03-20": "1.8", "2026-03-27": "1.9", "2026-04-02": "1.85"}, "down", 7, "supported",
         "from 1.9 on 27 March 2026 to 1.85 on 2 April 2026"),
    Case("of uneven times it is the one in force, however soon another comes",
         {"2026-01-01": "5", "2026-03-02": "4.75", "2026-03-31": "4.75"}, "down", 30, "supported",
         "from 5 on 1 January 2026 to 4.75 on 31 March 2026", stale=90),
]  # fmt: skip


def said(figures: dict[str, str]) -> list[Observation]:
    return [seen(amount, day) for day, amount in figures.items()]


def judged(case: Case) -> Verdict:
    record = said(case.figures)
    claim = trend(case.direction, case.window, case.rule)
    about = measure(case.unit, stale=case.stale)
    return judge(claim, about, history(*record), at=record[-1].holds_from)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_small_series_is_judged_as_a_reader_would(case: Case) -> None:
    verdict = judged(case)

    assert verdict.label == case.label
    assert case.compared in verdict.figure
    if case.compared:
        first, last = (each.as_of for each in (verdict.because[0], verdict.because[-1]))
        assert f"{first.first.year}" in verdict.figure
        assert f"{last.first.year}" in verdict.figure


# What is printed


def test_the_sentence_names_both_figures_and_their_days() -> None:
    verdict = judged(CASES[1])

    assert verdict.figure == "down 800, from 5,000 on 1 March 2024 to 4,200 on 5 June 2024"
    assert verdict.distance == 800
    assert verdict.reason == (
        "It fell by 800, from 5,000 on 1 March 2024, the figure in force 90 days before, to 4,200 "
        "on 5 June 2024: from one figure to the next it went up once and went down once (The Map); "
        "what counts is where it ended against where it was 90 days before (rule net)."
    )


def test_where_no_figure_was_in_force_it_tells_how_many_days_it_covers() -> None:
    verdict = judged(CASES[6])

    assert "from 4,000 on 20 April 2024, the first figure of those 90 days, to 4,200 on" in (
        verdict.reason
    )
    assert "against where it was 46 days before (rule net)" in verdict.reason


@pytest.mark.parametrize(
    ("earlier", "later", "label"),
    [
        ("19%", "20%", "supported"),  # a round figure is the wider one, and written alike
        ("99 ships", "100 ships", "supported"),
        ("4,100", "4,150", "supported"),
        ("20%", "19%", "refuted"),
        ("4.9%", "5%", "borderline"),
        ("between 40% and 50%", "between 45% and 60%", "borderline"),
    ],
)
def test_figures_written_alike_are_compared_as_written(
    earlier: str, later: str, label: Label
) -> None:
    unit = "ratio" if "%" in earlier else "count"
    record = [
        replace(seen("0", day), value=parse_quantity(each, unit=unit).interval)
        for day, each in (("2026-02-10", earlier), ("2026-03-12", later))
    ]
    found = judge(trend("up", 30), measure(unit=unit), history(*record), at="2026-03-12")
    assert found.label == label
    hangs = "it hangs on where in them the amounts lie" in found.reason
    assert hangs == (label == "borderline")


def test_windows_that_compare_the_same_figures_are_one_reading() -> None:
    by_window = {
        reading.choice: reading.label
        for reading in judged(CASES[2]).readings
        if reading.kind == "window" and reading.changed < 2
    }

    # 7 days and 30 compare the last two, which are 30 days apart.
    assert by_window == {"window of 30 days": "refuted", "window of 90 days": "supported"}


def test_another_window_that_decides_otherwise_says_since_when() -> None:
    found = {finding.name: finding.detail for finding in judged(CASES[2]).findings}

    assert "the window of 30 days (up 50 since 31 July 2024)" in found["window_dependent"]


# Corrections, conflicts, ranges


def test_a_figure_that_was_taken_back_is_in_force_no_more() -> None:
    record = said(SHEEP)
    older = seen("3000", "2024-02-20")
    taken_back = replace(record[0], withdrawn=True)

    verdict = judge(
        trend("down", 90), measure("count", stale=60), history(older, taken_back, *record[1:]),
        at="2024-06-05",
    )  # fmt: skip

    assert verdict.label == "refuted"
    assert "from 3,000 on 20 February 2024 to 4,200" in verdict.figure


def test_each_source_is_held_against_its_own_figure_in_force() -> None:
    record = said(SHEEP)
    late = [seen("4000", "2024-04-10", "map"), seen("4300", "2024-06-05", "map")]
    paper = [replace(each, source="paper") for each in record]
    rival = [replace(each, source="rival") for each in late]

    verdict = judge(
        trend("down", 90), measure("count", stale=60), history(*paper, *rival), at="2024-06-05"
    )

    assert verdict.label == "conflicting"
    assert "down 800, from 5,000 on 1 March 2024" in verdict.figure
    assert "up 300, from 4,000 on 10 April 2024" in verdict.figure


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        (("40", "45"), ("42", "47"), "borderline"),
        (("40", "45"), ("46", "50"), "supported"),
        (("40", "45"), ("45", "50"), "borderline"),
        (("45", "50"), ("40", "45"), "refuted"),
        (("40", "45"), ("40", "45"), "borderline"),
        ((None, "45"), ("46", None), "supported"),
        ((None, "45"), ("40", None), "borderline"),
        (("46", None), (None, "45"), "refuted"),
        (("46", "46"), ("40", "45"), "refuted"),
        # What is written "4.1" and then "4.2" has risen; "4.15" and then "4.2" may not have.
        (("4.05", "4.15"), ("4.15", "4.25"), "supported"),
        (("4.15", "4.25"), ("4.15", "4.25"), "refuted"),
        (("4.145", "4.155"), ("4.15", "4.25"), "borderline"),
    ],
)
@pytest.mark.parametrize("rule", RULES)
def test_ranges_that_overlap_tell_no_movement(
    first: tuple[str | None, str | None],
    last: tuple[str | None, str | None],
    label: Label,
    rule: TrendRule,
) -> None:
    record = [seen(between(*first), "2024-03-01"), seen(between(*last), "2024-06-01")]

    up = judge(trend("up", 90, rule), measure("km"), history(*record), at="2024-06-01")
    back = [seen(between(*last), "2024-03-01"), seen(between(*first), "2024-06-01")]
    mirrored = judge(trend("down", 90, rule), measure("km"), history(*back), at="2024-06-01")

    assert up.label == mirrored.label == label


def between(lower: str | None, upper: str | None) -> Interval:
    return Interval(lower and Decimal(lower), upper and Decimal(upper))


def test_a_range_is_told_by_its_ends() -> None:
    record = [
        seen(between("40", "45"), "2024-03-01"),
        seen(between("42", None), "2024-06-01"),
    ]

    verdict = judge(trend("up", 90), measure("count"), history(*record), at="2024-06-01")

    assert verdict.figure == "from between 40 and 45 on 1 March 2024 to at least 42 on 1 June 2024"
    assert verdict.distance is None
    assert verdict.reason.startswith("It went from between 40 and 45 on 1 March 2024")


# Time


def test_a_dated_figure_leaves_no_window_as_time_passes() -> None:
    record = said(SHEEP)

    found = transitions(
        trend("down", 90), measure("count", stale=60), history(*record), until=date(2025, 1, 1)
    )

    assert [(each.on, each.after, each.cause.kind) for each in found] == [
        (date(2024, 4, 20), "supported", "observation"),
        (date(2024, 8, 5), "not_enough_evidence", "time"),
    ]


def kept(amount: str, first: date, last: date) -> Observation:
    """A figure on a page, without a day, that was looked at from *first* to *last*."""
    return seen(amount, first, until=last)


PAGE = [
    kept("5000", date(2024, 3, 1), date(2024, 4, 19)),
    kept("4000", date(2024, 4, 20), date(2024, 6, 4)),
    kept("4200", date(2024, 6, 5), date(2024, 10, 10)),
]


def test_a_figure_that_is_seen_to_stay_moves_the_window_on() -> None:
    found = transitions(
        trend("down", 90), measure("count", stale=60), history(*PAGE), until=date(2025, 1, 1)
    )

    # From 19 July on 4,000 was in force ninety days before, and 4,200 is more.
    assert [(each.on, each.after, each.cause.kind) for each in found] == [
        (date(2024, 4, 20), "supported", "observation"),
        (date(2024, 7, 19), "refuted", "time"),
        (date(2024, 12, 10), "not_enough_evidence", "time"),
    ]
    assert (found[1].earliest, found[1].latest) == (date(2024, 7, 19), date(2024, 7, 19))


def test_what_was_seen_to_stay_is_told_by_the_days_compared() -> None:
    about = measure("count", stale=60)

    moved = judge(trend("down", 90), about, history(*PAGE), at="2024-07-18")
    stayed = judge(trend("down", 90), about, history(*PAGE), at="2024-10-10")
    silent = judge(trend("down", 90), about, history(*PAGE), at="2024-11-10")

    assert moved.figure == "down 800, from 5,000 on 19 April 2024 to 4,200 on 18 July 2024"
    assert stayed.figure == "unchanged, 4,200 on 12 July 2024 and on 10 October 2024"
    assert (stayed.label, silent.label) == ("refuted", "refuted")
    assert silent.figure == stayed.figure


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("direction", ["up", "down"])
def test_what_stayed_through_the_whole_window_did_not_move(
    rule: TrendRule, direction: Direction
) -> None:
    verdict = judge(
        trend(direction, 90, rule), measure("count", stale=60), history(*PAGE), at="2024-10-10"
    )

    assert verdict.label == "refuted"


# Laws

AMOUNTS = st.integers(-20, 20).map(str)
GAPS = st.lists(st.tuples(st.integers(1, 40), AMOUNTS, st.integers(0, 30)), min_size=1, max_size=8)


def recorded(gaps: list[tuple[int, str, int]], *, undated: bool) -> list[Observation]:
    day, record = date(2024, 1, 1), []
    for gap, amount, held in gaps:
        day += timedelta(days=gap)
        until = day + timedelta(days=min(held, gap)) if undated else None
        record.append(seen(amount, day, until=until))
    if undated:  # a page shows one figure at a time
        record = [
            replace(each, last_confirmed_at=min(each.last_confirmed_at, noon(later.holds_from)))
            for each, later in zip(record, [*record[1:], record[-1]], strict=True)
        ]
    return record


def begun_by_even_figures(days: list[date], begin: date, window: int) -> date:
    """The first day of a window by docs/verdicts.md: of figures at even times, the one that comes
    up to a tenth of the window (or one day) behind *begin* is taken where it is nearer.
    """
    before = [day for day in days if day <= begin]
    within = [day for day in days if day > begin]
    if not before or len(within) < 2:
        return begin
    told = [before[-1], *within]
    gaps = [(later - earlier).days for earlier, later in pairwise(told)]
    late, early = (within[0] - begin).days, (begin - before[-1]).days
    is_even = 10 * max(gaps) <= 13 * min(gaps)
    return within[0] if is_even and late < early and late <= max(1, window // 10) else begin


@settings(deadline=None, max_examples=200)
@given(GAPS, st.integers(1, 90), st.integers(1, 60), st.integers(0, 200))
@example([(1, "0", 0), (7, "1", 0), (9, "0", 0), (9, "1", 0)], 19, 6, 25)
def test_the_net_of_levels_is_that_of_the_two_that_held(
    gaps: list[tuple[int, str, int]], window: int, stale: int, wait: int
) -> None:
    record = recorded(gaps, undated=False)
    at = record[0].holds_from + timedelta(days=wait)

    verdict = judge(trend("up", window), measure("count", stale=stale), history(*record), at=at)

    by_then = [each for each in record if each.holds_from <= at]
    newest = by_then[-1]
    begin = newest.holds_from - timedelta(days=window)
    begin = begun_by_even_figures([each.holds_from for each in by_then], begin, window)
    held = [each for each in by_then if each.holds_from <= begin]
    if (at - newest.holds_from).days > stale:
        assert verdict.label == "not_enough_evidence"
    elif held and (begin - held[-1].holds_from).days <= stale:
        rose = Decimal(str(newest.value)) > Decimal(str(held[-1].value))
        assert verdict.label == ("supported" if rose else "refuted")
        assert verdict.because == (held[-1], newest)


@settings(deadline=None, max_examples=100)
@given(GAPS, st.integers(1, 60), st.sampled_from(RULES), st.booleans(), st.randoms())
def test_order_and_duplication_change_nothing(
    gaps: list[tuple[int, str, int]],
    window: int,
    rule: TrendRule,
    undated: bool,
    chance: random.Random,
) -> None:
    record = recorded(gaps, undated=undated)
    shuffled = [*record, *record[:2]]
    chance.shuffle(shuffled)
    claim, about = trend("up", window, rule), measure("count", stale=40)
    at = record[-1].holds_from + timedelta(days=5)

    assert judge(claim, about, history(*shuffled), at=at) == judge(
        claim, about, history(*record), at=at
    )


@settings(deadline=None, max_examples=100)
@given(
    GAPS, st.integers(1, 60), st.sampled_from(RULES), st.booleans(), st.sampled_from(["up", "down"])
)
def test_replaying_the_transitions_gives_the_label_of_every_day(
    gaps: list[tuple[int, str, int]],
    window: int,
    rule: TrendRule,
    undated: bool,
    direction: Direction,
) -> None:
    said_ = history(*recorded(gaps, undated=undated))
    claim, about = trend(direction, window, rule), measure("count", stale=25)
    last = said_[-1].holds_from + timedelta(days=70)

    labels = {each.on: each.after for each in transitions(claim, about, said_, until=last)}

    day, label = date(2024, 1, 1), "not_enough_evidence"
    while day <= last:
        label = labels.get(day, label)
        assert judge(claim, about, said_, at=day).label == label, day
        day += timedelta(days=1)


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.tuples(st.integers(1, 40), st.integers(-20, 20), st.integers(0, 3)),
        min_size=2,
        max_size=6,
    ),
    st.integers(1, 60),
    st.sampled_from(RULES),
    st.integers(0, 5),
    st.integers(0, 8),
    st.integers(0, 8),
)
def test_a_wider_figure_makes_no_refuted_trend_supported(
    gaps: list[tuple[int, int, int]],
    window: int,
    rule: TrendRule,
    which: int,
    down: int,
    up: int,
) -> None:
    day, record = date(2024, 1, 1), []
    for gap, amount, half in gaps:
        day += timedelta(days=gap)
        record.append(seen(Interval(Decimal(amount - half), Decimal(amount + half)), day))
    place = which % len(record)
    old = record[place].value
    assert isinstance(old, Interval)
    assert old.lower is not None
    assert old.upper is not None
    wider = Interval(old.lower - down, old.upper + up)
    widened = [*record[:place], seen(wider, record[place].as_of), *record[place + 1 :]]
    claim, about = trend("up", window, rule), measure("count", stale=60)

    before = judge(claim, about, history(*record), at=day).label
    after = judge(claim, about, history(*widened), at=day).label

    assert (before, after) not in {("refuted", "supported"), ("supported", "refuted")}


@settings(deadline=None, max_examples=100)
@given(GAPS, st.integers(1, 60), st.sampled_from(RULES))
def test_what_comes_later_changes_nothing_of_a_day(
    gaps: list[tuple[int, str, int]], window: int, rule: TrendRule
) -> None:
    record = recorded(gaps, undated=False)
    claim, about = trend("up", window, rule), measure("count", stale=40)

    for known in range(1, len(record) + 1):
        at = record[known - 1].holds_from
        now, then = (
            judge(claim, about, history(*some), at=at) for some in (record, record[:known])
        )
        assert (now.label, now.figure) == (then.label, then.figure)


@settings(deadline=None, max_examples=200)
@given(GAPS, st.integers(1, 60), st.sampled_from(RULES))
def test_a_newer_figure_takes_no_answer_of_a_level_away(
    gaps: list[tuple[int, str, int]], window: int, rule: TrendRule
) -> None:
    said_ = history(*recorded(gaps, undated=False))
    last = said_[-1].holds_from

    found = transitions(trend("up", window, rule), measure("count", stale=40), said_, until=last)

    lost = [each for each in found if each.after == "not_enough_evidence"]
    assert {each.cause.kind for each in lost} <= {"time"}
