"""Counted: words that count another kind of thing than a measure does are told, and no others."""

from __future__ import annotations

import pytest

from claimtrack.judging.counted import counted_words, is_another
from claimtrack.measures import Measure

# (the words of a claim, the question of a measure, its scope)
ANOTHER = [
    ("dead", "How many people were arrested?", ""),
    ("deaths", "How many people were infected?", ""),
    ("killed", "How many people were evacuated?", ""),
    ("dead", "How many people were rescued?", ""),
    ("dead", "How many people are homeless?", ""),
    ("deaths", "How many cases of cholera were there?", ""),
    ("arrests", "How many people died?", ""),
    ("infected", "How many people died?", ""),
    ("homeless", "How many people were killed?", ""),
    ("injured", "How many people were detained?", ""),
    ("survivors", "How many people drowned?", ""),
    ("dead", "How many people were hit?", "people taken to hospital"),
    ("births", "How many deaths were there in the year?", ""),
    ("jobless", "How many people were hired?", ""),
    ("destroyed homes", "How many homes were damaged?", ""),
    ("exports", "How many tonnes were imported?", ""),
    ("women", "How many children were killed?", ""),
    ("girls", "How many women were killed?", ""),
    ("women", "How many men were killed?", ""),
    ("teachers", "How many nurses did the county hire?", ""),
    ("soldiers", "How many children were killed?", ""),
    ("planes", "How many ships were sunk?", ""),
    ("cars", "How many houses burned?", ""),
    ("tunnels", "How many bridges were built?", ""),
    ("adults", "What share of children is vaccinated?", ""),
    ("the seats", "What share of the votes did the Greens win?", ""),
    ("MPs", "What percentage of voters want a new election?", ""),
    ("adults", "What share of voters voted?", "registered voters"),
    ("votes", "What share of registered voters took part?", ""),
    ("workers", "Which proportion of companies pays the levy?", ""),
    ("households", "What share of voters owns a car?", ""),
]

NOT_ANOTHER = [
    ("dead", "How many people were killed?", ""),
    ("deaths", "How many people died?", ""),
    ("fatalities", "How many lives were lost?", ""),
    ("lives lost", "How many people died?", ""),
    ("fatalities", "What was the death toll?", ""),
    ("dead", "How many people drowned?", ""),
    ("murders", "How many people were killed?", ""),
    ("injured", "How many people were wounded?", ""),
    ("hurt", "How many injuries were there?", ""),
    ("detained", "How many people were arrested?", ""),
    ("arrests", "How many people were detained?", ""),
    ("prisoners", "How many people were jailed?", ""),
    ("detainees", "How many prisoners of war were taken?", ""),
    ("displaced", "How many people fled their homes?", ""),
    ("evacuated", "How many people fled?", ""),
    ("infections", "How many cases of measles were there?", ""),
    ("cases", "How many people fell ill?", ""),
    ("survivors", "How many people were saved?", ""),
    ("jobless", "How many people are out of work?", ""),
    ("victims", "How many people were killed?", ""),
    ("dead", "How many soldiers did the army lose?", ""),
    ("dead", "What did the storm cost in lives?", ""),
    ("evacuated", "How many wounded people were evacuated?", ""),
    ("arrests", "How many people were arrested after the murders?", ""),
    ("dead", "How many people died, the missing not counted?", ""),
    ("homeless", "How many people are homeless?", "those whose homes were destroyed"),
    ("dead", "How many people did it hit?", "killed, since the first arrests"),
    ("people", "How many people were arrested?", ""),
    ("residents", "How many people were evacuated?", ""),
    ("refugees", "How many people were killed?", ""),
    ("citizens", "What share of the population is vaccinated?", ""),
    ("children", "How many children of prisoners were killed?", ""),
    ("babies", "How many children were born?", ""),
    ("girls", "How many children were killed?", ""),
    ("women", "How many adults were killed?", ""),
    ("men", "How many people were attacked by women?", ""),
    ("adults", "What share of people lives with children?", ""),
    ("women", "What share of women has children?", ""),
    ("civilians", "How many children were killed?", ""),
    ("officers", "How many soldiers were killed?", ""),
    ("vessels", "How many ships were sunk?", ""),
    ("aircraft", "How many planes were lost?", ""),
    ("vehicles", "How many buses burned?", ""),
    ("homes", "How many houses burned?", ""),
    ("homes", "What share of households has water?", ""),
    ("buses", "How many school buses crashed?", ""),
    ("planes", "How many planes were lost on the ships?", ""),
    ("workers", "What share of people works for companies?", ""),
    ("voters", "What share of the vote did the Greens win?", ""),
    ("ballots", "What share of the votes was spoilt?", ""),
    ("lawmakers", "What share of the seats is held by women?", ""),
    ("the electorate", "What share of registered voters took part?", ""),
    ("the country", "What share of the country is forest?", ""),
    ("", "How many people were arrested?", ""),
]


def asking(asks: str, scope: str) -> Measure:
    return Measure("m/x", asks, "quantity", scope=scope or None)


@pytest.mark.parametrize(("words", "asks", "scope"), ANOTHER)
def test_words_of_another_kind_count_something_else(words: str, asks: str, scope: str) -> None:
    assert is_another(words, asking(asks, scope))


@pytest.mark.parametrize(("words", "asks", "scope"), NOT_ANOTHER)
def test_other_words_for_the_same_or_wider_or_none_do_not(
    words: str, asks: str, scope: str
) -> None:
    assert not is_another(words, asking(asks, scope))


@pytest.mark.parametrize(
    ("asks", "counted"),
    [
        ("How many Russian soldiers were killed?", "Russian soldiers"),
        ("What share of the Donetsk region is held?", "the Donetsk region"),
        ("How many of the 27 members agreed?", "the 27 members"),
        ("What is the number of arrests?", "arrests"),
        ("What is Norway's share of the catch?", "the catch"),
        ("What does a barrel cost?", ""),
        ("How many?", ""),
        ("Of what?", ""),
        ("", ""),
    ],
)
def test_a_question_names_what_it_counts(asks: str, counted: str) -> None:
    assert counted_words(asks) == counted
