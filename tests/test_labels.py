"""Labels: figures that name a thing, a day or a time, beside those that count."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.words import find_quantities
from claimtrack.words.counting.forms import Writing
from claimtrack.words.counting.labels import is_label_by_any_look, is_surely_no_label
from claimtrack.words.tokens import word_set

AROUND = word_set(
    "Article tiers and . : is day # 12 - – x × 3 401k 4K 3M of May August in the people boats on "
    "/ , BC Cent cent Kings a.m. p. m o'clock GMT Old High Street Downing company k M @ _ ( ) 5%"
)
SIDES = st.lists(st.sampled_from(sorted(AROUND)), max_size=4)


@given(SIDES, st.sampled_from(["", " "]), st.sampled_from(["", " "]), SIDES)
@example(["May"], " ", " ", ["of"])
def test_no_look_finds_a_label_where_one_to_each_side_tells_of_none(
    before: list[str], left: str, right: str, behind: list[str]
) -> None:
    writing = Writing(f"{' '.join(before)}{left}7{right}{' '.join(behind)}")
    for at, form in enumerate(writing.forms):
        if form.kind == "number" and is_surely_no_label(writing.forms, at):
            assert not is_label_by_any_look(writing.forms, at, at)


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("Article 5 was cited.", []),
        ("Article 5% was cited.", ["5% (share)"]),
        ("A line 40 km long fell.", ["40 km (km)"]),
        ("A brigade 500 strong came.", ["500 strong (persons)"]),
        ("Tiers 3 and 4 fell.", []),
        ("Chapters 3, 4 fell.", []),
        ("The PIN is 4821.", []),
        ("The code was 4821.", []),
        ("The boat was 4821.", ["4821 (count)"]),
        ("Day 5 came.", []),
        ("Item # 7 fell.", []),
        ("No. 5 Boats fell.", []),
        ("On 15 August boats sank.", []),
        ("On August 15 boats sank.", []),
        ("On 15 of August boats sank.", []),
        ("On Aug. 15 boats sank.", []),
        ("On 32 August boats sank.", ["32 (count)"]),
        ("In May 15 boats sank.", []),
        ("It sank in 2014 and the rest later.", []),
        ("It sank in 1599 and the rest.", []),
        ("It sank in 2100 and the rest.", []),
        ("It sank in 2101 and the rest.", []),
        ("It was at 10:30 there.", []),
        ("At 5 p.m. boats sank.", []),
        ("At 5 p. boats sank.", ["5 (count)"]),
        ("At 5 GMT boats sank.", []),
        ("At 5 o'clock boats sank.", []),
        ("An F-16 boats fell.", []),
        ("The 5+1 talks fell.", []),
        ("Call +49 (0)40 now.", []),
        ("See v.2/40 boats.", []),
        ("See 40/x boats.", []),
        ("See 40/, boats.", []),
        ("See 40 / x boats.", []),
        ("It ended 3-1 there.", []),
        ("It ended 3 - 1 boats.", ["1 (count)"]),
        ("It ended 3–1.", []),
        ("In 500 BC boats sank.", []),
        ("In AD 500 boats sank.", []),
        ("At 10 Downing Street boats sank.", []),
        ("At 10 High Street boats sank.", []),
        ("At 10 Old High Street boats sank.", []),
        ("At 10 high street boats sank.", ["10 (count)"]),
        ("50 Cent sang.", []),
        ("50 cents fell.", ["50 cents (other)"]),
        ("1 Corinthians 13 is read.", []),
        ("11 Corinthians 13 were there.", ["11 (count)"]),
        ("1 Corinthians fell.", []),
        ("A 7.62 x 39 round fell.", []),
        ("A 39 x boats fell.", ["39 (count)"]),
        ("A 4K screen fell.", []),
        ("3M boats sank.", ["3M (count)"]),
        ("3M people fled.", ["3M people (persons)"]),
        ("5M boats sank.", ["5M (count)"]),
        ("$3M was paid.", ["$3M (USD)"]),
        ("Since 2014 boats sank.", []),
        ("During 2014 boats sank.", []),
        ("Early 2014 boats sank.", []),
    ],
)
def test_a_figure_names_or_counts(text: str, quantities: list[str]) -> None:
    found = find_quantities(text)
    assert [f"{text[one.start : one.end]} ({one.unit})" for one in found] == quantities
