"""Statements of recorded articles, by the labels of `benchmarks/recorded.tsv`."""

from __future__ import annotations

from shared import SHARED, needs

from benchmarks import agency
from benchmarks.statements import CLAIMS, macro_f1, marked, stance_of
from claimtrack.claimfile import load_document
from claimtrack.words.statements import read_statements

pytestmark = needs(SHARED / "evidence" / "articles")
MEASURES = {one.id: one for one in load_document(CLAIMS).measures}


def test_no_figure_is_read_that_its_sentence_does_not_state() -> None:
    asked = [one for one in MEASURES.values() if one.kind == "quantity" and "about" not in one.id]
    for one in marked():
        if one.claim != "figures":
            continue
        labels = agency.labels(one.label)
        for reading in read_statements(one.text, asked, published=one.published):
            assert any(label.is_of(one.text, reading) for label in labels), one.text


def test_states_are_told_as_a_reader_takes_them() -> None:
    pairs = [
        (
            one.label,
            stance_of(
                {"claim_key": one.claim, "text": one.text, "date_published": one.published},
                MEASURES,
            ),
        )
        for one in marked()
        if one.claim != "figures"
    ]
    mean, each = macro_f1(pairs)
    assert len(pairs) == 300
    assert mean > 0.85
    assert each["neither"] > 0.97
