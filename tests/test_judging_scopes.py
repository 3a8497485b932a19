"""Scopes: forms of one description are one, and real differences stay differences."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.judging.scopes import contradicts, is_same_scope, scope

SAME = [
    ["Donetsk oblast", "the Donetsk region", "Oblast of Donetsk", "donetsk province,"],
    ["Crimea included", "including Crimea", "with Crimea", "incl. Crimea", "Crimea is included"],
    ["without Crimea", "excluding Crimea", "Crimea not included", "not counting Crimea"],
    ["Ukraine with Crimea", "Ukraine, Crimea included", "Ukraine (including Crimea)"],
    ["killed and wounded", "casualties", "dead or injured", "the wounded and the killed",
     "the killed as well as the wounded"],
    ["prisoners of war", "captured", "POWs"],
    ["killed since 2014, wounded since 2022, missing since 2024",
     "missing since March 2024, killed since February 2014, wounded since June 2022",
     "wounded since 2022, missing since 2024, killed since 2014"],
    ["Ukraine with or without Crimea", "Ukraine (with or without Crimea)"],
    ["civilians killed", "civilian deaths", "dead civilians"],
    ["land taken since 2022", "territory seized since February 2022"],
    ["land taken since 24 February 2022", "ground taken since Feb 2022"],
    ["the borders of 1991", "the 1991 boundaries", "internationally recognised 1991 borders"],
    ["the whole oblast", "the oblast (26,599 km2)", "the entire oblast (26 599 km²)"],
    ["without Crimea and Sevastopol", "Sevastopol and Crimea excluded"],
    ["Kyiv oblast", "Kiev region"],
    ["homes in the United Kingdom", "homes in Britain", "homes in the UK"],
    ["what has been held since 2014 included", "including what has been held since 2014"],
]  # fmt: skip
DIFFERENT = [
    ("Crimea included", "without Crimea"),
    ("homes in the United Kingdom", "homes in Great Britain"),
    ("homes in Britain", "homes in Great Britain"),
    ("Ukraine", "Ukraine without Crimea"),
    ("Ukraine, Crimea included", "Crimea included, Donbas excluded"),
    ("all land held", "land held since 2022"),
    ("land taken since 2014", "land taken since 2022"),
    ("land taken since January 2022", "land taken since February 2022"),
    ("killed", "killed and wounded"),
    ("killed", "casualties"),
    ("killed, not wounded", "killed and wounded"),
    ("civilians killed", "soldiers killed"),
    ("civilians killed", "people killed"),
    ("children killed", "killed"),
    ("killed in Gaza by Israel", "killed in Israel by Gaza"),
    ("under 18", "over 18"),
    ("Donetsk", "Donetsk oblast"),
    ("part of the oblast", "the whole oblast"),
    ("killed", "killed, cumulative"),
    ("what has been held since 2014 included", "held since 2014"),
    ("non-civilians", "civilians"),
    ("before 2014", "after 2014"),
    ("including land taken since 2014", "including land taken since 2022"),
    ("Ukraine with or without Crimea", "Ukraine with Crimea"),
    ("killed since 2014, wounded since 2022", "killed since 2014, wounded since 2023"),
    ("killed since 2014, wounded since 2022", "killed since 2022, wounded since 2014"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"), [pair for forms in SAME for pair in combinations(forms, 2)]
)
def test_forms_of_one_description_are_one(one: str, other: str) -> None:
    assert is_same_scope(one, other)
    assert is_same_scope(other, one)
    assert not contradicts(one, other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_a_real_difference_stays_one(one: str, other: str) -> None:
    assert not is_same_scope(one, other)
    assert not is_same_scope(other, one)


def test_no_two_of_the_descriptions_are_taken_for_one() -> None:
    for one, other in combinations([forms[0] for forms in SAME], 2):
        if "land taken since" not in one or "land taken since" not in other:  # a day in the year
            assert not is_same_scope(one, other), (one, other)


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("casualties", "killed"),
        ("killed", "killed and wounded"),
        ("soldiers", "civilians killed"),
        ("civilian deaths", "soldiers, killed"),
        ("Ukraine with Crimea", "the borders of 1991, Crimea excluded"),
        ("Ukraine without Crimea", "the borders of 1991, Crimea included"),
        ("land since 2014", "land taken since 2022"),
        ("without land taken since 2014", "with land taken since 2014"),
    ],
)
def test_words_that_cannot_be_of_a_scope_contradict_it(words: str, counted: str) -> None:
    assert contradicts(words, counted)
    assert contradicts(counted, words)


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("Ukraine", "the borders of 1991, Crimea included"),
        ("casualties", "killed and wounded; which wounded are counted is not published"),
        ("soldiers", "killed and wounded, cumulative"),
        ("deaths", "soldiers killed"),
        ("land", "land taken since 2022"),
        ("land since 2022", "land taken since 24 February 2022"),
        ("people", "civilians killed"),
        ("", "civilians killed"),
    ],
)
def test_words_that_say_less_contradict_nothing(words: str, counted: str) -> None:
    assert not contradicts(words, counted)


VOCABULARY = (
    "with without Crimea included since 2022 oblast region the of killed wounded and , ( ) by not "
    "February post & casualties including Donetsk 26,599 km2"
)
words = st.sampled_from(VOCABULARY.split())
texts = st.one_of(st.text(max_size=40), st.lists(words, max_size=10).map(" ".join))


@given(texts, texts)
def test_being_the_same_is_mutual_and_no_contradiction(one: str, other: str) -> None:
    assert is_same_scope(one, one)
    assert not contradicts(one, one)
    assert is_same_scope(one, other) == is_same_scope(other, one)
    assert contradicts(one, other) == contradicts(other, one)
    if is_same_scope(one, other):
        assert not contradicts(one, other)


@given(texts)
def test_spacing_and_case_make_no_difference(text: str) -> None:
    if text.isascii():
        assert scope(f"  {text.upper()}\n") == scope(text)
