"""Ruling out: what in a clause keeps it from telling its figure."""

from __future__ import annotations

import pytest
from carrying import asked, carried, reason

from claimtrack.measures import Reads
from claimtrack.words.stating.rulingout import check_words

LAND = asked(
    "share",
    Reads(
        subject=("Norda",), of=("land",), says=("hold",), needs=("Oslo",), never=("mined", "ice")
    ),
)
RESPECTIVELY = "it is told respectively, of one of several"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In Oslo Norda holds 20% of it.", None),
        ("In Oslo, does Norda hold 20% of it?", "it is asked, not said"),
        ("Norda holds 20% of it.", "none of the words that it needs stands in the sentence"),
        # what rules it out stands in its clause
        ("In Oslo Norda holds 20% of it, mined or not.", "“mined” rules it out"),
        ("In Oslo mined Norda holds 20% of it.", "“mined” rules it out"),
        ("In Oslo Norda holds 20% of it, while it is mined.", None),
        ("It is mined, but in Oslo Norda holds 20% of it.", None),
        ("In Oslo Norda holds 20% of it, including mined land.", None),
        ("In Oslo Norda holds 20% of it, the mayor told all the mined.", None),
        ("In Oslo Norda holds 20% of it, and told the mayor, who left the mined.",
         None),
        ("In Oslo Norda holds 20% of it, told all, and mined it.", "“mined” rules it out"),
        ("In Oslo Norda holds 20% of it, as the mayor of all the ice so told us.", None),
        ("In Oslo Norda holds 20% of it, the old mayor of the ice quickly told us.",
         "“ice” rules it out"),
        # one of several
        ("In Oslo Norda and Suda hold 20% and 30% respectively.", RESPECTIVELY),
        ("In Oslo Norda respectively holds 20% of it.", None),
        # no fact
        ("In Oslo Norda will hold 20% of it.", "not a fact yet (“will”)"),
        ("In Oslo they will see that Norda holds 20% of it.", "not a fact yet (“will”)"),
        ("In Oslo it will rain, while Norda holds 20% of it.", None),
        ("In Oslo, if Norda holds 20% of it, it is well.", "a condition (“if”)"),
        ("In Oslo, unless Norda holds 20% of it, it is well.", "a condition (“unless”)"),
        ("In Oslo they know whether Norda holds 20% of it.", "a condition (“whether”)"),
        ("In Oslo, because Norda holds 20% of it, it is well.", None),
        ("In Oslo Norda is keen to hold 20% of it.", "an aim (“to …”)"),
        ("In Oslo Norda holds 20% of it, which is wrong.", "denied (“wrong”)"),
        ("In Oslo on 3 May Norda holds 20% of it.", None),
        ("In Oslo Norda may hold 20% of it.", "only possible (“may”)"),
        # of a clause of its own behind the figure
        ("In Oslo they want the 20% of it that Norda holds.", None),
        ("In Oslo they want the 20% of land which Norda holds.", None),
        ("In Oslo they want the 20% of land Norda still holds.", None),
        ("In Oslo they want the 20% of land they hold.", None),
        ("In Oslo they want the 20% of land it holds.", None),
        ("In Oslo they want the 20% of land held by Norda.", "an aim or a demand (“want”)"),
        ("In Oslo they want the 20% of it that Norda will hold.", "not a fact yet (“will”)"),
    ],
)  # fmt: skip
def test_a_clause_leaves_its_figure_standing_or_says_why_not(
    sentence: str, expected: str | None
) -> None:
    one = carried(sentence, LAND)
    assert reason(lambda: check_words(one.clauses, one.figure, one.relation, LAND)) == expected


def test_without_a_relation_the_figure_has_its_own_clause() -> None:
    for sentence, expected in (
        ("In Oslo it will be 20%.", "not a fact yet (“will”)"),
        ("In Oslo it is 20%, and it will rain.", None),
        ("In Oslo, if it is 20%, fine.", "a condition (“if”)"),
    ):
        one = carried(sentence, LAND)
        assert reason(lambda c=one: check_words(c.clauses, c.figure, None, LAND)) == expected  # type: ignore[misc]
