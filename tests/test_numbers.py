"""Numbers: what stands for one in figures, in words and in both, and where it ends."""

from __future__ import annotations

from itertools import product

import pytest

from claimtrack.words.counting.numbers import cardinal_of_words, number_at
from claimtrack.words.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("seven", "seven: integer 7"),
        ("seventeen boats", "seventeen: integer 17"),
        ("twenty-one boats", "twenty-one: integer 21"),
        ("twenty one boats", "twenty one: integer 21"),
        ("twenty twelve boats", ""),
        ("a hundred boats", "a hundred: integer 100"),
        ("a hundred and one boats", "a hundred and one: integer 101"),
        (
            "one hundred and twenty-five thousand boats",
            "one hundred and twenty-five thousand: integer 125000",
        ),
        ("two hundred thousand and five", "two hundred thousand and five: integer 200005"),
        ("nineteen hundred boats", "nineteen hundred: integer 1900"),
        (
            "two thousand three hundred and four",
            "two thousand three hundred and four: integer 2304",
        ),
        ("three hundred two thousand", "three hundred two thousand: integer 302000"),
        ("a million and a half", "a million and a half: mixed 1500000"),
        ("a thousand and a half", "a thousand and a half: mixed 1500"),
        ("a hundred and a half", "a hundred: integer 100"),
        ("a dozen and a half", "a dozen and a half: mixed 18"),
        ("two and a half", "two and a half: mixed 2.5"),
        ("two and a quarter hours", "two and a quarter: mixed 2.25"),
        ("two and three quarters", "two and three quarters: mixed 2.75"),
        ("half a million", "half a million: fraction 500000"),
        ("half a dozen", "half a dozen: fraction 6"),
        ("a half", "a half: fraction 0.5"),
        ("half", "half: fraction 0.5"),
        ("a third", "a third: fraction 0.3333333333333333333333333333"),
        ("two-thirds of", "two-thirds: fraction 0.6666666666666666666666666667"),
        ("two thirds of", "two thirds: fraction 0.6666666666666666666666666667"),
        ("three quarters", "three quarters: fraction 0.75"),
        ("a quarter of a million", "a quarter of a million: fraction 250000"),
        ("two fifths", "two fifths: fraction 0.4"),
        ("twenty-first", ""),
        ("21st of", ""),
        ("21 st", "21: integer 21"),
        ("the third", ""),
        ("third", ""),
        ("five point two", "five point two: decimal 5.2"),
        ("five point two five million", "five point two five million: decimal 5250000"),
        ("zero point three five", "zero point three five: decimal 0.35"),
        (
            "five point one two three four five six seven",
            "five point one two three four five six: decimal 5.123456",
        ),
        ("1.5 million", "1.5 million: decimal 1500000"),
        ("1.5m", "1.5: decimal 1.5"),
        ("2 million and a half", "2 million and a half: mixed 2500000"),
        ("2½", "2½: mixed 2.5"),
        ("½", "½: fraction 0.5"),
        ("2 ½ hours", "2 ½: mixed 2.5"),
        ("3/4", "3/4: fraction 0.75"),
        ("3/4 of", "3/4: fraction 0.75"),
        ("1/2 million", "1/2 million: fraction 500000"),
        ("1,200 thousand", "1,200 thousand: integer 1200000"),
        ("12 hundred", "12 hundred: integer 1200"),
        ("12 dozen", "12 dozen: integer 144"),
        ("two million three", "two million three: integer 2000003"),
        (
            "five hundred million two thousand",
            "five hundred million two thousand: integer 500002000",
        ),
        ("a few hundred", ""),
        ("a", ""),
        ("a boat", ""),
        ("one", "one: integer 1"),
        ("no boats", ""),
        ("nil", ""),
        ("zero", "zero: integer 0"),
        ("five hundred-odd", "five hundred: integer 500"),
        ("ten million-strong", "ten million: integer 10000000"),
        ("hundreds", ""),
        ("hundred", ""),
        ("thousand", ""),
        ("and five", ""),
        ("minus five", ""),
        ("oh", ""),
        ("a couple", ""),
    ],
)
def test_a_number_is_read_to_its_end(text: str, number: str) -> None:
    tokens = tokenize(text)
    found = number_at(tokens, 0)
    if found is None:
        assert number == ""
    else:
        said = text[: tokens[found.end - 1].end]
        value = found.number.value.normalize()
        assert f"{said}: {found.number.form} {value:f}" == number


#: What a number in words goes on with, and what it does not.
BEHIND_WORDS = (
    "homes", "homes in ten are", "person in six", "person of ten smokes", "people in five", "men",
    "times in ten", "of them", "in five", "out of three", "of five", "hundred", "thousand people",
    "million", "dozen", "lakh", "bn", "third", "thirds", "quarters of it", "fifth", "half",
    "and a half", "and three quarters", "point five", "point", "eighty - four", "eighty", "one",
    "five", "zero", "- third", "- fold", "-year", "½", "th", "s", "2", "percent", "times", ",", "",
)  # fmt: skip


@pytest.mark.parametrize("first", ["zero", "one", "two", "Seven", "twelve", "nineteen", "twenty"])
def test_a_number_of_one_word_is_read_as_by_the_whole_grammar(first: str) -> None:
    for before, behind in product(("", "and "), BEHIND_WORDS):
        tokens, at = tokenize(f"{before}{first} {behind}"), len(before.split())
        assert number_at(tokens, at) == cardinal_of_words(tokens, at)
