"""Sentences in the manner of news agencies give what their labels say, and nothing else.

The sets are those of `benchmarks.agency`, which `python -m benchmarks.statements agency` scores.
"""

from __future__ import annotations

import pytest

from benchmarks import agency

LINES = [(name, line) for name in agency.SETS for line in agency.lines(name)]
READ = [(name, line) for name, line in LINES if not line.is_missed]


@pytest.mark.parametrize(("name", "line"), READ, ids=[line.text for _, line in READ])
def test_a_sentence_gives_what_it_says_and_nothing_else(name: str, line: agency.Line) -> None:
    _, false, missed = agency.compared(line, name)
    assert (false, missed) == ([], [])


def test_what_is_known_to_be_missed_is_missed_still() -> None:
    mended = [
        line.text
        for name, line in LINES
        if line.is_missed and agency.compared(line, name)[1:] == ([], [])
    ]
    assert mended == []


def test_each_line_names_measures_of_its_claim_file() -> None:
    for name, line in LINES:
        known = {one.id: one for one in agency.measures(name)}
        for label in line.labels:
            states = [one.name for one in known[label.measure].states]
            assert label.value in states if states else not isinstance(label.value, str)
