"""Documents that share a measure or a source's name mean the same by it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claimtrack.agreement import disagreements
from claimtrack.claims import Document
from claimtrack.measures import Measure, State, Subscription
from claimtrack.values import CalendarDate

ASKED = Subscription("series", "ons", publisher="ONS", options=(("url", "a.csv"),))
MEASURE = Measure("m/x", "What share?", "quantity", "share", "all of it", subscriptions=(ASKED,))


def document(id: str, measure: Measure = MEASURE) -> Document:
    return Document(id, id, CalendarDate.parse("2025"), measures=(measure,))


def found(measure: Measure) -> tuple[str, ...]:
    return disagreements(document("new", measure), [document("old")])


def test_documents_may_share_a_measure_and_its_source() -> None:
    assert found(replace(MEASURE, asks="Asked otherwise?")) == ()


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"unit": "km2"}, "unit is 'km2' here and 'share' in document \"old\""),
        ({"scope": "half of it"}, "scope is 'half of it' here"),
        ({"kind": "state"}, "kind is 'state' here"),
        ({"states": (State("on"),)}, "its states are others"),
    ],
)
def test_one_id_for_two_measures_is_told(change: dict[str, Any], complaint: str) -> None:
    (told,) = found(replace(MEASURE, **change))
    assert complaint in told


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"publisher": "League"}, "stands for ONS (source series) in document"),
        ({"source": "page"}, "and for ONS (source page) here"),
        ({"party": "A"}, "and for ONS, of A (source series) here"),
        ({"options": (("url", "b.csv"),)}, '"ons" asks for other figures in document "old"'),
    ],
)
def test_one_name_for_two_sources_is_told(change: dict[str, Any], complaint: str) -> None:
    (told,) = found(replace(MEASURE, subscriptions=(replace(ASKED, **change),)))
    assert complaint in told


def test_an_earlier_version_of_the_document_is_no_other() -> None:
    assert disagreements(document("a", replace(MEASURE, unit="km2")), [document("a")]) == ()
