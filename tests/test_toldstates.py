"""Told states: what a text says to be so of a thing, to be proposed as a claim."""

from __future__ import annotations

import pytest

from claimtrack.claimfile.toldstates import told_states


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier has been closed since May.", [("The pier", "has been closed", "reopened")]),
        ("The ferry is out of service.", [("The ferry", "is out of service", "running")]),
        ("The rent cap remains in force.", [("The rent cap", "remains in force", "expired")]),
        ("The minister has resigned.", [("The minister", "has resigned", "in office")]),
        ("The ban was lifted.", [("The ban", "was lifted", "in force")]),
        ("The truce is still holding.", [("The truce", "is holding", "collapsed")]),
        ("The nail is holding.", []),
        ("He said the mill is idle.", [("the mill", "is idle", "running")]),
        (
            "The crane was demolished, and the pier is now shut.",
            [("The crane", "was demolished", "intact"), ("the pier", "is shut", "reopened")],
        ),
        ("The law is not in force.", []),
        ("No pier is closed.", []),
        ("The pier will be closed.", []),
        ("Closed.", []),
        # Whatever stands before the joining word and the figure, it is no subject.
        ("The bridge opened in 1931 and has been closed.", []),
        ("It cost 5, but was closed.", []),
        ("‘The workers’ old dye-house is closed.’",
         [("The workers’ old dye-house", "is closed", "reopened")]),
    ],
)  # fmt: skip
def test_a_state_is_told_with_its_subject_and_a_contrary(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = [*told_states(text)]
    assert [(one.subject, f"{one.verb} {one.phrase}", one.rival) for one in found] == expected
    assert all(text[one.start : one.end].startswith(one.verb) for one in found)
