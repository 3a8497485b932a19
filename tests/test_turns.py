"""Turns: how closely the day of a change is known, told alike wherever it is told."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.judging.labels import Label
from claimtrack.judging.turns import Onset, Turn, turn, when_words
from claimtrack.judging.verdicts import Cause, CauseKind, Transition


def change(
    before: Label, after: Label, on: int, *, earliest: int = 0, kind: CauseKind = "observation"
) -> Transition:
    day = date(2026, 1, on)
    first = date(2026, 1, earliest) if earliest else day
    return Transition("a/b", day, first, day, before, after, Cause(kind))


FIRST = change("not_enough_evidence", "supported", 3)
SILENT = change("supported", "not_enough_evidence", 9, kind="time")


@pytest.mark.parametrize(
    ("changes", "expected", "since", "brief", "when"),
    [
        (
            [FIRST],
            "latest",
            "since 3 January 2026 at the latest",
            "2026-01-03 or before",
            "3 January 2026 at the latest",
        ),
        (
            [FIRST, change("supported", "refuted", 5)],
            "day",
            "since 5 January 2026",
            "2026-01-05",
            "5 January 2026",
        ),
        (
            [FIRST, change("supported", "refuted", 7, earliest=5)],
            "between",
            "since a day between 5 January 2026 and 7 January 2026",
            "2026-01-05 to 2026-01-07",
            "7 January 2026 (between 5 January 2026 and 7 January 2026)",
        ),
        (
            [FIRST, SILENT, change("not_enough_evidence", "refuted", 20, earliest=4)],
            "between",
            "since a day between 4 January 2026 and 20 January 2026",
            "2026-01-04 to 2026-01-20",
            "20 January 2026 (between 4 January 2026 and 20 January 2026)",
        ),
        (
            [FIRST, SILENT, change("not_enough_evidence", "supported", 20, earliest=4)],
            "again",
            "since 20 January 2026 again, after a gap in the evidence,",
            "2026-01-20 again",
            "20 January 2026, after a gap in the evidence",
        ),
        ([FIRST, SILENT], "day", "since 9 January 2026", "2026-01-09", "9 January 2026"),
        (
            [
                FIRST,
                change("supported", "borderline", 5, earliest=4),
                change("borderline", "supported", 8, earliest=4),
            ],
            "between",
            "since a day between 4 January 2026 and 8 January 2026",
            "2026-01-04 to 2026-01-08",
            "8 January 2026 (between 4 January 2026 and 8 January 2026)",
        ),
    ],
)
def test_a_change_is_told_as_closely_as_it_is_known(
    changes: list[Transition], expected: Turn, since: str, brief: str, when: str
) -> None:
    assert turn(changes) == expected
    assert str(Onset.of(changes)) == since
    assert Onset.of(changes).brief == brief
    assert when_words(changes) == when


def test_a_day_is_written_as_it_is_asked_for() -> None:
    assert when_words([FIRST], str) == "2026-01-03 at the latest"


def test_of_what_was_known_of_nothing_before_the_earliest_day_is_not_told() -> None:
    assert Onset.of([FIRST]).earliest is None
    assert Onset.of([FIRST, change("supported", "refuted", 7, earliest=5)]) == Onset(
        date(2026, 1, 7), "between", date(2026, 1, 5), date(2026, 1, 7)
    )
