"""Stances: whether what a text says of a measure bears a claim out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from seen import measure

from claimtrack.claims import Assertion
from claimtrack.judging.stances import stance
from claimtrack.measures import Measure
from claimtrack.observations import Reading, Value

A_FIFTH = Assertion("quantity", "m", said="one-fifth")
IN_FORCE = Assertion("state", "lease", asserts="in_force")
LEASE = Measure("lease", "Is it in force?", "state")


def read(
    value: Value, error: str | None = None, *, of: str = "m", withdrawn: bool = False
) -> Reading:
    return Reading(
        of,
        value,
        quote="so it says",
        error=None if error is None else Decimal(error),
        withdrawn=withdrawn,
    )


@pytest.mark.parametrize(
    ("value", "error", "expected"),
    [
        ("0.2", None, "supports"),
        ("0.3", None, "contradicts"),
        ("0.2", "0.03", "mentions"),  # across the edge of the claim's own
        ("0.3", "0.2", "mentions"),
    ],
)
def test_a_figure_bears_out_what_it_lies_within(
    value: str, error: str | None, expected: str
) -> None:
    assert stance(read(Decimal(value), error), A_FIFTH, measure()) == expected


def test_words_and_a_claim_that_names_no_amount_are_only_mentioned() -> None:
    vague = Assertion("quantity", "m", said="dozens")

    assert stance(read("a good part"), A_FIFTH, measure()) == "mentions"
    assert stance(read(Decimal("0.2")), vague, measure()) == "mentions"


def test_a_state_is_borne_out_by_its_own_name_alone() -> None:
    assert stance(read("in_force", of="lease"), IN_FORCE, LEASE) == "supports"
    assert stance(read("ended", of="lease"), IN_FORCE, LEASE) == "contradicts"


def test_a_wording_and_a_trend_are_only_mentioned() -> None:
    wording = Assertion("quotation", "said", wording="not like NATO")
    rising = Assertion("trend", "m", direction="up")

    assert stance(read("not like NATO", of="said"), wording, measure(id="said")) == "mentions"
    assert stance(read(Decimal("0.2")), rising, measure()) == "mentions"


def test_another_measure_and_what_was_withdrawn_are_unrelated() -> None:
    assert stance(read(Decimal("0.2"), of="other"), A_FIFTH, measure()) == "unrelated"
    assert stance(read(Decimal("0.2"), withdrawn=True), A_FIFTH, measure()) == "unrelated"
