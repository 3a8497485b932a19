"""Settled: what was told of a matter that was over, as told of the day on which it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from seen import claim, history, quantity, seen

from claimtrack.claims import Assertion
from claimtrack.judging import judge, standing, transitions
from claimtrack.judging.labels import Label
from claimtrack.judging.settled import of_its_day
from claimtrack.measures import Measure, State
from claimtrack.observations import Observation
from claimtrack.values import calendar_date

TALKS = Measure("m", "How long did the talks last?", "quantity", unit="h")
SETTLED = replace(TALKS, settled=calendar_date("2025-08-15"))
OUTCOME = Measure("m", "What came of them?", "state", states=(State("deal"), State("none")))
THREE_HOURS = quantity("three hours", statement="The talks lasted three hours.")


def carried(value: str, day: str) -> Observation:
    """What a text of that *day* told without a date of its own."""
    return replace(seen(value, day), as_of_basis="carried")


@pytest.mark.parametrize(
    ("told", "on", "label"),
    [
        ("2026-08-20", "2025-08-15", "supported"),  # told a year later, of then
        ("2026-08-20", "2030-01-01", "supported"),  # and it grows no older
        ("2026", "2025-08-15", "supported"),
        ("2026-08-20", "2025-08-14", "not_enough_evidence"),  # before they had met
        ("2025-08-10", "2025-08-14", "supported"),  # what was told before stays of its day
    ],
)
def test_what_is_told_later_is_told_of_the_day_it_was_settled(
    told: str, on: str, label: Label
) -> None:
    assert judge(THREE_HOURS, SETTLED, history(carried("3", told)), at=on).label == label


def test_what_the_source_dates_to_a_later_day_is_of_that_day() -> None:
    again = history(seen("3", "2026-08-20"))
    assert judge(THREE_HOURS, SETTLED, again, at="2025-08-15").label == "not_enough_evidence"
    first = history(carried("5", "2025-08-16"), seen("3", "2026-08-20"))
    assert judge(THREE_HOURS, SETTLED, first, at="2025-08-15").label == "refuted"


def test_what_may_still_change_is_told_of_its_own_day() -> None:
    late = history(carried("3", "2026-08-20"))
    assert of_its_day(TALKS, late) is late
    assert judge(THREE_HOURS, TALKS, late, at="2025-08-15").label == "not_enough_evidence"
    assert judge(THREE_HOURS, TALKS, late, at="2030-01-01").label == "not_enough_evidence"


def test_of_a_source_that_told_it_twice_the_last_word_counts() -> None:
    def told(value: str, day: str) -> Observation:
        at = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)
        return replace(carried(value, day), published_at=at)

    first, last = told("3", "2025-08-16"), told("5", "2026-08-20")
    for both in [(first, last), (last, first)]:
        verdict = judge(THREE_HOURS, SETTLED, history(*both), at="2025-08-15")
        assert (verdict.label, verdict.because[0].value) == ("refuted", 5)


def test_a_state_of_something_over_is_told_whenever_it_is_told() -> None:
    measure = replace(OUTCOME, settled=calendar_date("2025-08"))
    none = replace(carried("0", "2026-08-20"), value="none", quote="Nothing came of them.")
    of = claim(Assertion("state", "m", asserts="none"), "2025-08-31", None, "Nothing came of it.")

    found = standing(
        of, measure, history(none), published=calendar_date("2025-08"), at="2026-08-22"
    )
    assert str(found) == (
        "Nothing came of it: on 31 August 2025 the claim held (none in August 2025, The Map), and"
        " on 22 August 2026 it still holds, as on every day judged since 31 August 2025."
    )
    (change,) = transitions(of, measure, history(none), until=found.now.at)
    assert (str(change.on), change.after) == ("2025-08-31", "supported")


def test_a_movement_is_told_of_its_own_days_all_the_same() -> None:
    days = [calendar_date("2025-08-20").first + timedelta(days=day) for day in range(40)]
    rising = history(*(seen(str(place), day) for place, day in enumerate(days)))
    up = claim(Assertion("trend", "m", direction="up", window=timedelta(days=30), rule="net"))
    assert judge(up, SETTLED, rising, at=days[-1]).label == "supported"
