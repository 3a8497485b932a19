"""Told offices: who a text says holds an office, to be proposed as a claim."""

from __future__ import annotations

import pytest

from claimtrack.claimfile.toldoffices import told_offices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee is the chancellor of Norland.", ("Ann Lee", "chancellor of Norland", False)),
        ("Ann Lee remains mayor.", ("Ann Lee", "mayor", False)),
        ("Ann Lee has served as mayor of Port Aven since 2014.",
         ("Ann Lee", "mayor of Port Aven", False)),
        ("She has served as Norland’s foreign minister.",
         (None, "Norland’s foreign minister", False)),
        ("Palmerston was Foreign Secretary in 1848.", ("Palmerston", "Foreign Secretary", True)),
        ("Lee is the 47th president of the United States of America.",
         ("Lee", "the 47th president of the United States of America", False)),
        ("Ursula von der Aue is President of the European Commission.",
         ("Ursula von der Aue", "President of the European Commission", False)),
        ("Xu is the leader of the party.", ("Xu", "leader of the party", False)),
        ("Lee served as U.S. ambassador to Norland.", ("Lee", "U.S. ambassador to Norland", True)),
        ("Lee is a leader.", None),
        ("Lee is leader.", None),  # of what, is not said
        ("Lee is a lawyer.", None),
        ("Lee is not the chancellor of Norland.", None),
        ("Lee is mayoral.", None),
        ("The King is chancellor.", None),
    ],
)  # fmt: skip
def test_an_office_is_told_with_its_holder(
    text: str, expected: tuple[str | None, str, bool] | None
) -> None:
    found = [*told_offices(text)]
    assert [(one.holder, one.office, one.past) for one in found] == (
        [] if expected is None else [expected]
    )
    assert all(one.office in text[one.start : one.end] for one in found)
