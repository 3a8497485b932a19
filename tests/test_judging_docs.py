"""The page on verdicts lists what there is: each label, status, finding and rule, and no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from claimtrack.claims import TrendRule
from claimtrack.judging.labels import FindingName, Freshness, Label, Status
from claimtrack.judging.trendrules import RULES
from claimtrack.judging.trends import OTHER_WINDOWS

PAGE = (Path(__file__).parent.parent / "docs" / "verdicts.md").read_text(encoding="utf-8")


def listed(heading: str) -> list[str]:
    """The names in the first column of the table under *heading*."""
    _, found, table = PAGE.partition(f"\n| {heading} | ")
    assert found, heading
    return re.findall(r"^\| `([\w-]+)` \| ", table.partition("\n\n")[0], re.MULTILINE)


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("label", get_args(Label)),
        ("evidence", get_args(Freshness)),
        ("finding", get_args(FindingName)),
    ],
)
def test_the_page_lists_every_name_there_is(heading: str, names: tuple[str, ...]) -> None:
    assert listed(heading) == list(names)


def test_the_page_lists_every_status_in_the_order_of_deciding() -> None:
    assert sorted(listed("status")) == sorted(get_args(Status))
    assert listed("status")[0] == "ended"
    assert listed("status")[-1] == "unknown"


def test_the_page_lists_every_rule_for_trends_and_every_window() -> None:
    assert listed("rule") == list(RULES)
    assert sorted(RULES) == sorted(get_args(TrendRule))
    *some, last = OTHER_WINDOWS
    assert f"windows of {', '.join(map(str, some))} and {last} days" in PAGE
