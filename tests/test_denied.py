"""Denied times: "not open until May" tells of no time before May; "did not last until May" ends."""

from __future__ import annotations

import pytest
from dayswritten import days_told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The rink will not open until December.", "2025-12-01..-"),
        ("The report won't be published before the spring.", "2026-03-01..-"),
        ("Results are not expected until 2027.", "2027-01-01..-"),
        ("She cannot be tried until March 2026.", "2026-03-01..-"),
        ("He did not return until 1994.", "1994-01-01..-"),
        ("The tunnel is unlikely to open before 2031.", "2031-01-01..-"),
        ("Nothing will happen before Christmas.", "2025-12-25..-"),
        ("No trains will run until Monday.", "2025-09-22..-"),
        ("Flights are not due to resume until 3 October.", "2025-10-03..-"),
        ("The ban won't be lifted until the end of 2027.", "2027-12-01..-"),
        ("Neither side will meet before January.", "2026-01-01..-"),
        ("The probe will not end before the summer of 2026.", "2026-06-01..-"),
        ("Nobody was charged until 2011.", "2011-01-01..-"),
        ("The dam is never to be filled before 2030.", "2030-01-01..-"),
        ("He had not voted before 2016.", "-..2015-12-31"),
        ("It cannot start earlier than 2026.", "2026-01-01..-"),
        ("There was no war before 2014.", "-..2013-12-31"),
        ("Nobody lived there before 1900.", "-..1899-12-31"),
        ("The rate was held until August 2024.", "-..2024-08-31"),
        ("The visa is valid until 1 March 2027.", "-..2027-03-01"),
        ("He did not last until 2024.", "-..2024-12-31"),
        ("The truce cannot hold until 2027.", "-..2027-12-31"),
        ("He said it was not clear whether the ban would run until 2027.", "-..2027-12-31"),
        ("No fewer than 40 stayed until 2024.", "-..2024-12-31"),
        ("It was not cut, and stayed until 2024.", "-..2024-12-31"),
        ("They had not only sold it before 2019 but twice.", "-..2018-12-31"),
        ("The law, which nobody read, was in force until 2001.", "-..2001-12-31"),
        ("It was not a surprise that he served until 2020.", "-..2020-12-31"),
        ("It may not open before 2027.", "2027-01-01..-"),
        # They are names here.
        ("Mrs May did not resign before 2019.", "-..2018-12-31"),
        ("Will Berg had no job before 2014.", "-..2013-12-31"),
        ("The road was not only shut until 2027 but dug up.", "-..2027-12-31"),
        ("It will rain. There was no war before 2014.", "-..2013-12-31"),
        ("The plan, which will cost nothing, had no friends before 2014.", "-..2013-12-31"),
    ],
)
def test_until_and_before_are_turned_by_a_denial_of_their_own(text: str, told: str) -> None:
    assert days_told(text) == told
