"""Antecedents: whom a pronoun, or a clause without a subject, stands for."""

from __future__ import annotations

import pytest
from carrying import asked, carried, clauses_of

from claimtrack.measures import Reads
from claimtrack.words.stating.antecedents import antecedent, behind_participle

LAND = asked(
    "share",
    Reads(subject=("Sylvania",), by=("Norda",), other=("Suda", "old Suda men"), says=("hold",)),
)
OWN = asked("share", Reads(subject=("Norda",), other=("Suda",), says=("hold",)))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Despite holding 20% of it, Norda slept.", "own Norda"),
        ("Despite holding 20% of it, men of Suda slept.", "other Suda"),
        ("Despite holding 20% of it, Old Tuda slept.", "alien Old"),
        ("Despite holding 20% of it, so far, Norda slept.", "own Norda"),
        ("Despite holding 20% of it, old Suda men and Norda slept.", "other old"),
        ("Despite holding 20% of it, Norda.", "own Norda"),
        ("By having long held 20% of it, Norda slept.", "own Norda"),
        ("After so having held 20% of it, Norda slept.", "own Norda"),
        ("After so long having held 20% of it, Norda slept.", "nobody"),
        ("With held 20% of it, Norda slept.", "own Norda"),
        ("After held 20% of it, Norda slept.", "nobody"),
        ("Still holding 20% of it, Norda slept.", "nobody"),
        ("Despite holding 20% of it Norda slept.", "nobody"),
        ("Despite holding 20% of it, men slept.", "nobody"),
        ("Despite all of it, 20% is Norda's.", "nobody"),
    ],
)
def test_a_clause_may_leave_its_subject_to_the_next(sentence: str, expected: str) -> None:
    one = carried(sentence, LAND)
    who, at = behind_participle(one.clauses, one.names, one.figure, one.relation)
    assert (at < 0) is (who == "nobody")
    assert (who if at == -1 else f"{who} {one.clauses.tokens[at].text}") == expected


@pytest.mark.parametrize(
    ("sentence", "before", "expected"),
    [
        ("They hold 20%.", ("Norda slept.",), "own"),
        ("They hold 20%.", ("Suda slept.",), "other"),
        ("They hold 20%.", ("Men slept in Old Tuda.",), "alien"),
        ("They hold 20%.", ("It rained.",), "nobody"),
        ("They hold 20%.", ("Norda slept.", "It rained."), "own"),
        ("They hold 20%.", ("Norda slept.", "Suda slept."), "other"),
        ("They hold 20%.", ("Norda slept.", "It rained.", "It poured."), "nobody"),
        # the name before it in its own sentence goes before
        ("As Norda slept, they hold 20%.", ("Suda slept.",), "own"),
        ("As Suda slept, they hold 20%.", ("Norda slept.",), "other"),
        ("As Suda said, they hold 20%.", ("Norda slept.",), "other"),
        ("As Old Tuda slept, they hold 20%.", ("Norda slept.",), "alien"),
        ("As it slept, they hold 20%.", ("Norda slept.",), "own"),
        # somebody else who comes in may be meant as well
        ("They hold 20%.", ("Norda and Tuda slept.",), "alien"),
        ("They hold 20%.", ("Norda slept, but the Tuda woke.",), "alien"),
        ("They hold 20%.", ("Norda slept while Tuda woke.",), "alien"),
        ("They hold 20%.", ("Norda slept, and so on.",), "own"),
        ("They hold 20%.", ("Norda slept, and Suda woke.",), "own"),
        ("They hold 20%.", ("Tuda woke and Norda slept.",), "own"),
        ("They hold 20%.", ("Norda slept and",), "own"),
    ],
)
def test_a_pronoun_stands_for_the_name_before_it(
    sentence: str, before: tuple[str, ...], expected: str
) -> None:
    one = carried(sentence, LAND)
    at = one.clauses.words.index("they")
    earlier = [clauses_of(one) for one in before]
    assert antecedent(one.clauses, earlier, LAND, one.names, at) == expected


def test_where_nobody_has_it_the_subject_is_meant() -> None:
    one = carried("They hold 20%.", OWN)
    for before, expected in (("Norda slept.", "own"), ("Suda slept.", "other")):
        earlier = [clauses_of(before)]
        assert antecedent(one.clauses, earlier, OWN, one.names, 0) == expected
