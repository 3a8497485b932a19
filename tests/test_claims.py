"""Claims and documents."""

from __future__ import annotations

import pytest

from claimtrack.claims import Assertion, Claim, Document, Part
from claimtrack.errors import UnknownName
from claimtrack.measures import Measure
from claimtrack.values import CalendarDate, calendar_date

YEAR = Assertion("date", "lease/end", said="2042")
STATE = Assertion("state", "lease/state", asserts="in_force")
AGAIN = Assertion("state", "lease/state", asserts="signed")


def test_a_claim_is_named_by_its_document_and_its_id() -> None:
    assert Claim("lease", "essay", "It ends in 2042.", YEAR).name == "essay/lease"


def test_a_whole_claim_asserts_one_thing() -> None:
    claim = Claim("lease", "essay", "It ends in 2042.", YEAR)
    assert claim.assertions == (YEAR,)
    assert (claim.type, claim.measure, claim.measures) == ("date", "lease/end", ("lease/end",))


def test_a_claim_in_parts_asserts_each_and_rests_on_each_measure_once() -> None:
    parts = (Part("year", YEAR), Part("state", STATE), Part("signed", AGAIN))
    claim = Claim("lease", "essay", "It is in force until 2042.", parts=parts)
    assert claim.assertions == (YEAR, STATE, AGAIN)
    assert (claim.type, claim.measure) == ("date", "lease/end")
    assert claim.measures == ("lease/end", "lease/state")


def test_a_document_finds_its_claims_and_measures_by_id() -> None:
    claim = Claim("lease", "essay", "It ends in 2042.", YEAR)
    measure = Measure("lease/end", "When does it end?", "date")
    document = Document(
        "essay", "An essay", calendar_date("2025-08"), claims=(claim,), measures=(measure,)
    )
    assert document.claim("lease") is claim
    assert document.measure("lease/end") is measure


@pytest.mark.parametrize("kind", ["claim", "measure"])
def test_a_document_says_which_name_it_does_not_know(kind: str) -> None:
    document = Document("essay", "An essay", CalendarDate(calendar_date("2025").first, "year"))
    with pytest.raises(UnknownName, match=f"no {kind} named 'lease'"):
        getattr(document, kind)("lease")
