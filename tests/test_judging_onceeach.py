"""Once each: what several say, none of it twice."""

from __future__ import annotations

import pytest

from claimtrack.judging.onceeach import Saying, once_each

MAY = "on 1 May 2025"
JUNE = "on 2 June 2025"


@pytest.mark.parametrize(
    ("sayings", "told"),
    [
        ([("20%", MAY, "The Map")], "20% on 1 May 2025 (The Map)"),
        (
            [("20%", MAY, "The Map"), ("20%", MAY, "The Desk")],
            "20% on 1 May 2025 (The Map and The Desk)",
        ),
        (
            [("open", MAY, "The Map"), ("open", JUNE, "The Desk")],
            "open on 1 May 2025 (The Map) and on 2 June 2025 (The Desk)",
        ),
        (
            [("open", MAY, ""), ("shut", JUNE, ""), ("open", JUNE, "")],
            "open on 1 May 2025 and on 2 June 2025 and shut on 2 June 2025",
        ),
        ([("20%", "", ""), ("20%", "", "")], "20%"),
        ([("20%", "", "The Map"), ("21%", "", "The Desk")], "20% (The Map) and 21% (The Desk)"),
    ],
)
def test_what_several_say_is_said_once_with_its_days_and_who_says_so(
    sayings: list[Saying], told: str
) -> None:
    assert once_each(sayings) == told
