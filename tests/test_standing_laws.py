"""Standings and verdicts: for any claim and record both say the same of a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from seen import claim, history, seen

from claimtrack.claims import Assertion, Claim, Part
from claimtrack.judging import judge, standing
from claimtrack.measures import Measure, State
from claimtrack.observations import Observation, Value
from claimtrack.values import CalendarDate, calendar_date

FIRST = date(2025, 1, 1)
WINDOW = timedelta(days=20)
PUBLISHED = ["2025-02-10", "2025-02", "2025"]
SPEAKS_OF = [None, "2024-12", "2025-01", "2025-01-20", "2025-02", "2025-04-01", "2025-05", "2026"]

#: A measure of each kind with what is asserted of it, and what may be answered.
KINDS: list[tuple[Measure, list[Assertion], st.SearchStrategy[Value]]] = [
    (
        Measure("m", "What share is held?", "quantity", "share", stale_after=WINDOW),
        [
            Assertion("quantity", "m", means=(Decimal("0.3"), Decimal("0.6"))),
            Assertion("trend", "m", direction="up", window=WINDOW, rule="net"),
        ],
        st.integers(0, 10).map(lambda tenths: Decimal(tenths) / 10),
    ),
    (
        Measure("m", "When does the lease end?", "date"),
        [Assertion("date", "m", said="in March 2025"), Assertion("date", "m", said="2026")],
        st.sampled_from(["2025-03-01", "2025-03", "2025", "2026-02"]).map(calendar_date),
    ),
    (
        Measure("m", "When did the bridge open?", "event", what="the bridge opens"),
        [Assertion("event", "m", asserts="happened", said="by March 2025")],
        st.sampled_from(["2025-01-20", "2025-03", "2025-05-01"]).map(calendar_date),
    ),
    (
        Measure("m", "Is it open?", "state", states=(State("open"), State("shut"))),
        [
            Assertion("state", "m", asserts="open"),
            Assertion("state", "m", asserts="open", at_least=2),
        ],
        st.sampled_from(["open", "shut"]),
    ),
    (
        Measure("m", "What did Ida Munk say?", "quotation", speaker="Ida Munk"),
        [Assertion("quotation", "m", wording="the mill will never close")],
        st.sampled_from(["The mill will never close.", "The mill will close.", "Good day to you."]),
    ),
]


@st.composite
def cases(draw: st.DrawFn) -> tuple[Claim, Measure, tuple[Observation, ...]]:
    """A claim of any type, whole or in parts, with its measure and a record."""
    about, asserted, values = draw(st.sampled_from(KINDS))
    record = [
        replace(seen("0", FIRST + timedelta(days=at), source), value=value, id=f"{at} {value}")
        for at, value, source in draw(
            st.lists(
                st.tuples(st.integers(-60, 120), values, st.sampled_from(["map", "paper"])),
                max_size=8,
            )
        )
    ]
    as_of = draw(st.sampled_from(SPEAKS_OF))
    one = claim(draw(st.sampled_from(asserted)), as_of)
    if draw(st.booleans()):
        return one, about, tuple(record)
    parts = tuple(Part(f"part-{place}", each) for place, each in enumerate(asserted))
    return Claim("claim", "text", "Both.", parts=parts, as_of=one.as_of), about, tuple(record)


def is_past(of: Claim, published: CalendarDate, day: date) -> bool:
    """Whether it stands as it did over a month or a year that was over when it was written."""
    past = of.past(published)
    lasting = {each.type for each in of.assertions} <= {"quantity", "state"}
    return past is not None and lasting and past.first <= day


@settings(max_examples=400, deadline=None)
@given(cases(), st.sampled_from(PUBLISHED).map(calendar_date), st.integers(-70, 200))
def test_a_standing_has_the_verdict_of_its_day(
    case: tuple[Claim, Measure, tuple[Observation, ...]], published: CalendarDate, at: int
) -> None:
    of, about, record = case
    day = FIRST + timedelta(days=at)
    measures: Mapping[str, Measure] = {"m": about}
    histories = {"m": history(*record)}

    found = standing(of, measures, histories, published=published, at=day)

    verdict = judge(of, measures, histories, at=day, published=published)
    if is_past(of, published, day):
        assert of.as_of is not None
        until = min(of.as_of.last, day)
        whole = judge(of, measures, histories, at=of.as_of, published=published)
        assert found.now.label == whole.label or until == day
    else:
        assert (found.now.label, found.now.evidence) == (verdict.label, verdict.evidence)
    assert found.evidence == found.now.evidence
    if verdict.label == "pending":
        assert record
