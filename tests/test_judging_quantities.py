"""Quantities: whether the amount that held on a day is one that the words admit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from seen import column, history, measure, quantity, seen

from claimtrack.judging import judge, transitions
from claimtrack.values import Interval

DAY = date(2025, 8, 15)
FIFTH = quantity(means=("0.18", "0.22"))


@pytest.mark.parametrize(
    ("value", "label"),
    [("0.2", "supported"), ("0.18", "supported"), ("0.1799", "refuted"), ("0.23", "refuted")],
)
def test_an_amount_inside_is_supported_and_one_outside_is_refuted(value: str, label: str) -> None:
    verdict = judge(FIFTH, measure(), history(seen(value, DAY)), at=DAY)

    assert verdict.label == label
    assert verdict.claim == "text/claim"
    assert verdict.evidence == "fresh"


def test_evidence_across_the_edge_is_borderline_with_the_share_inside() -> None:
    across = seen(Interval(Decimal("0.21"), Decimal("0.25")), DAY)

    verdict = judge(FIFTH, measure(), history(across), at=DAY)

    assert verdict.label == "borderline"
    assert verdict.share == pytest.approx(0.25)


def test_the_day_a_fifth_first_fitted_is_told_from_real_figures() -> None:
    shares = column("territory.csv", "ukraine_share")
    fifth = quantity(means=("0.183333", "0.2249999"), as_of=DAY)

    verdict = judge(fifth, measure(), shares, at=DAY)
    changes = transitions(fifth, measure(), shares, until=date(2026, 12, 31))

    assert (verdict.label, verdict.figure) == ("supported", "18.97%")
    assert [(change.on, change.after) for change in changes] == [
        (date(2024, 7, 8), "refuted"),
        (date(2024, 10, 29), "supported"),
        (date(2026, 9, 22), "not_enough_evidence"),
    ]
