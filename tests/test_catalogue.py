"""Documents, claims and measures by their names, as known at a moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claimtrack.catalogue import Catalogue
from claimtrack.claims import Assertion, Claim, Document
from claimtrack.errors import UnknownName
from claimtrack.measures import Measure
from claimtrack.store import Store
from claimtrack.values import CalendarDate

FIRST = datetime(2025, 1, 1, tzinfo=UTC)
LATER = FIRST + timedelta(days=10)
MEASURE = Measure("held/land", "What share?", "quantity", unit="share")


def claim(id: str, statement: str = "So it is.", was: tuple[str, ...] = ()) -> Claim:
    said = Assertion("quantity", MEASURE.id, said="a fifth")
    return Claim(id, "essay", statement, said, was=was)


def essay(*claims: Claim) -> Document:
    day = CalendarDate.parse("2025-01-01")
    return Document("essay", "An essay", day, claims=claims, measures=(MEASURE,))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """First the claims a and b; ten days later a is c and says something else, and b is gone."""
    now = [FIRST]
    with Store.open(str(tmp_path / "a.db"), clock=lambda: now[0]) as opened:
        opened.add(essay(claim("a"), claim("b")))
        now[0] = LATER
        opened.add(essay(claim("c", "Otherwise.", was=("a",))))
        yield opened


def test_what_stands_is_found_by_either_name(store: Store) -> None:
    found = Catalogue(store)
    assert found.claim("c")[1] == found.claim("essay/c")[1]
    assert [one.id for one in found.documents()[0].claims] == ["c"]


def test_a_name_that_was_is_found_as_what_it_is_now(store: Store) -> None:
    assert Catalogue(store).claim("a")[1].statement == "Otherwise."


def test_what_was_known_then_is_found_by_every_name(store: Store) -> None:
    then = Catalogue(store, FIRST)
    for name in ("a", "c", "essay/c"):
        assert (then.claim(name)[1].id, then.claim(name)[1].statement) == ("a", "So it is.")


def test_a_retired_claim_is_found_with_the_document_it_stood_in(store: Store) -> None:
    document, found = Catalogue(store).claim("b")
    assert found.id == "b"
    assert found in document.claims


def test_what_was_not_on_record_by_then_is_unknown(store: Store) -> None:
    before = Catalogue(store, FIRST - timedelta(days=1))
    with pytest.raises(UnknownName, match="on record by then"):
        before.claim("a")
    with pytest.raises(UnknownName):
        before.measure("held/land")


def test_a_measure_is_found_by_its_name_or_a_claims(store: Store) -> None:
    found = Catalogue(store)
    assert found.measure_of("held/land") == found.measure_of("c") == "held/land"
    with pytest.raises(UnknownName, match="did you mean held/land"):
        found.measure_of("held/lnd")


def test_a_claim_of_two_documents_is_asked_for_by_its_full_name(store: Store) -> None:
    other = replace(essay(replace(claim("c"), document="other")), id="other")
    store.add(other)
    with pytest.raises(UnknownName, match="essay/c or other/c"):
        Catalogue(store).claim("c")
    assert Catalogue(store).claim("other/c")[0].id == "other"
