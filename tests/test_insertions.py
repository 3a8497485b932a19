"""Insertions: what the brackets in a wording change besides filling in."""

from __future__ import annotations

import pytest

from claimtrack.words.quotations import match_wording
from claimtrack.words.quoting.insertions import kind_of_insertion
from claimtrack.words.quoting.speech import ENGLISH
from claimtrack.words.quoting.spoken import Spoken, spoken_words


def heard(text: str) -> list[Spoken]:
    return spoken_words(text, ENGLISH)


@pytest.mark.parametrize(
    ("claimed", "said", "kind"),
    [
        # A name or an explanation for what points at it, an article, or nothing at all.
        ("the ferry", "it", None),
        ("the old ferry to town", "that", None),
        ("in Lind", "her", None),
        ("the", "", None),
        ("ferry", "", None),
        ("", "ferry", None),
        # A number that only points: no more is said by "every one of them" than by "them".
        ("the boats", "every one of them", None),
        ("boat", "one", None),
        ("the ministers", "both of them", None),
        ("the ministers", "the two of them", None),
        ("the boats", "three of them", "number"),
        ("ten ships", "one of the boats", "number"),
        # A denial on one side alone, or another one.
        ("not", "", "negation"),
        ("", "never", "negation"),
        ("never", "not", "negation"),
        ("not the ferry", "not it", None),
        # Numbers, in figures or as a scale.
        ("40", "it", "number"),
        ("40", "30", "number"),
        ("40 ferries", "40 of them", None),
        ("half", "it", "number"),
        ("millions", "thousands", "number"),
        ("", "40", "number"),
        # A year for what tells a time; another number does not stand for one.
        ("in 2019", "in that year", None),
        ("2019", "then", None),
        ("2019", "the ferry", "number"),
        ("201", "then", "number"),
        ("20195", "then", "number"),
        ("20.5", "then", "number"),
        ("2019 and 40", "then", "number"),
        ("the ferry", "that 40", "number"),
        # One more name is an explanation, another one is not.
        ("the Lind", "the Berg", "name"),
        ("mayor Anna Lind", "the Lind", None),
        ("the Lind", "mayor Anna Lind", None),
        ("the Lind", "the ferry", "word"),
        ("the Lind", "she", None),
        # Another word for one that tells something.
        ("the ferry", "the bridge", "word"),
        ("ferry", "this bridge", "word"),
        ("the ferry", "these ferries", None),
        ("the 2 boats", "2 of the ships", None),
        ("President Lind", "she", None),
        ("President Lind", "the captain", "word"),
    ],
)
def test_brackets_fill_in_or_make_it_another_wording(
    claimed: str, said: str, kind: str | None
) -> None:
    assert kind_of_insertion(heard(claimed), heard(said)) == kind


@pytest.mark.parametrize(
    ("one", "other", "are_forms"),
    [
        ("sail", "sailed", True),
        ("sailing", "sails", True),
        ("buy", "bought", True),
        ("gone", "goes", True),
        ("ran", "run", True),
        # Of three letters all have to agree, of two none tell anything.
        ("tow", "towed", True),
        ("tow", "toll", False),
        ("up", "upper", False),
        ("bought", "brought", False),
        ("rise", "rode", False),
        ("gone", "sailed", False),
        ("sailed", "bought", False),
        ("salt", "sails", False),
        ("trawls", "trades", False),
    ],
)
def test_forms_of_one_word_replace_each_other(one: str, other: str, are_forms: bool) -> None:
    expected = None if are_forms else "word"
    assert kind_of_insertion(heard(one), heard(other)) == expected
    assert kind_of_insertion(heard(other), heard(one)) == expected


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("[The firm] will pay all of it", "The bank has the cash, and we will pay all of it"),
        ("[the ministry] has failed them all", "I read the report and it has failed them all"),
        ("[The minister] lied to us", "The country knows that he lied to us"),
        ("They have closed [the mine]", "The men and the women know that they have closed it"),
        ("we will miss [the old bridge]", "we will miss it, the people of the town said so"),
    ],
)  # fmt: skip
def test_brackets_at_an_end_stand_for_the_words_beside_them(wording: str, said: str) -> None:
    """Not for the same small words further off."""
    found = match_wording(wording, f"“{said}.”")
    assert (found.wording, found.differences) == ("elided", ())


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("[The bank] will pay every creditor", "The firm will pay every creditor"),
        ("we sold [40] boats", "we sold 30 boats"),
        ("we will [not] rebuild it", "we will rebuild it"),
    ],
)
def test_brackets_that_tell_otherwise_are_another_wording(wording: str, said: str) -> None:
    assert match_wording(wording, f"“{said}.”").wording == "altered"
