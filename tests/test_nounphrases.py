"""Noun phrases: who stands at a place of a sentence, by name or by what he is."""

from __future__ import annotations

import pytest

from claimtrack.words.quotations import find_quotations


def speaker(text: str) -> str | None:
    return find_quotations(text)[0].speaker


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("the mayor in Oslo", "the mayor"),
        ("the mayor", "the mayor"),
        ("the mayor of Oslo, a friend of Berg", "the mayor of Oslo"),
        ("the mayor, in Oslo", "the mayor"),
        ("the mayor, Anna Lind", "Anna Lind"),
        ("the mayor, one more time, to Anna Lind", "the mayor"),
        ("the Mayor, Anna Lind", "Anna Lind"),
        ("the Prime Minister, Anna Lind", "Anna Lind"),
        ("the Secretary of State, Anna Lind", "Anna Lind"),
        ("the Lord Mayor, Anna Lind", "Anna Lind"),
        ("Mayor Berg, Anna Lind’s friend", "Mayor Berg"),
        ("Berg, Mayor of Oslo", "Berg"),
        ("Secretary of State Hill, Anna Lind’s friend", "Secretary of State Hill"),
        ("the Bank of", "Bank"),
        ("Anna Lind of the Courier", "Anna Lind"),
        # A clause that tells of whoever was named is none of his names.
        ("the man who met Berg", "the man"),
        ("the man whose boat Berg took", "the man"),
        ("a woman wearing Berg’s hat", "a woman"),
        ("a woman wearing a hat", "a woman"),
        ("a woman named by Berg", "a woman"),
        ("a woman dressed in green", "a woman"),
        ("the king", "the king"),
        ("the sailing master", "the sailing master"),
        ("Berg’s leading hand", "Berg’s leading hand"),
        ("the wedding guests", "the wedding guests"),
        ("the naked man", "the naked man"),
        ("a man sailing", "a man sailing"),
        # Two and more, and one of two.
        ("Lind and Berg", "Lind and Berg"),
        ("Lind and Berg in Oslo", "Lind and Berg"),
        ("Lind and Berg, of Oslo", "Lind and Berg"),
        ("Lind and Berg later", "Lind and Berg"),
        ("Lind and the mayor", "Lind and the mayor"),
        ("both Lind and Berg", "Lind and Berg"),
        ("Lind or Berg", None),
        ("either Lind or Berg", None),
        ("Lind and went home", "Lind"),
        ("Lind and Berg agreed", "Lind"),
        ("the mayor and Berg agreed", "the mayor"),
        # A pronoun is nobody, and an owner is another than what is hers.
        ("her", None),
        ("her deputy", "her deputy"),
        ("our mayor", "our mayor"),
        ("her own mother", None),
        ("her later", None),
    ],
)
def test_who_is_named_behind_the_verb(said: str, expected: str | None) -> None:
    assert speaker(f"“We go,” said {said}.") == expected
    assert speaker(f"“We go,” said {said}") == expected  # a caption ends without a full stop


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # One of somebody is not that one; "of two" is of nobody.
        ("The mother of the student Anna Lind said “we go”.",
         "The mother of the student Anna Lind"),
        ("The lawyer for Lind said “we go”.", "The lawyer for Lind"),
        ("The aide to the mayor Anna Lind said “we go”.", None),
        ("The lawyer for the student Anna Lind said “we go”.",
         "The lawyer for the student Anna Lind"),
        ("The mother of two Anna Lind said “we go”.", "Anna Lind"),
        ("The mother of 2 Anna Lind said “we go”.", "Anna Lind"),
        ("The head of the crew Anna Lind said “we go”.", "Anna Lind"),
        ("The friend of mine, Anna Lind, said “we go”.", "Anna Lind"),
        # Whom somebody did something to is not who did it.
        ("The man Berg defended said “we go”.", None),
        ("The mayor Berg resigned and said “we go”.", "Berg"),
        ("A man Berg knew said “we go”.", "A man Berg knew"),
        ("Mayor Berg elected said “we go”.", "Mayor Berg"),
        ("Berg defended it and said “we go”.", "Berg"),
        # Two and more, at the head of a clause.
        ("Lind and Berg said “we go”.", "Lind and Berg"),
        ("Both Lind and Berg said “we go”.", "Lind and Berg"),
        ("Either Lind or Berg said “we go”.", None),
        ("Lind, Hill, and Berg said “we go”.", "Lind, Hill, and Berg"),
        ("Lind, Hill and Berg said “we go”.", "Lind, Hill and Berg"),
        ("After Ray met Hill, Ward and Berg said “we go”.", "Ward and Berg"),
        ("It rained, and Ward and Berg said “we go”.", "Ward and Berg"),
        ("It rained and Berg said “we go”.", "Berg"),
        ("They say that Ward and Berg said “we go”.", "Ward and Berg"),
        ("The mayor and the judge said “we go”.", "The mayor and the judge"),
        ("The Bank of Norvia and Berg said “we go”.", "The Bank of Norvia and Berg"),
        ("Lind and, in Oslo, Berg said “we go”.", "Berg"),
        # A part of the sentence behind a dash, a colon or a quotation is another clause.
        ("Lind left – Berg said “we go”.", "Berg"),
        ("Lind left; the crew said “we go”.", "the crew"),
        ("Lind left: the old crew said “we go”.", "the old crew"),
        ("Lind left (with Berg) and said “we go”.", "Lind"),
        # What is set off, and who is.
        ("Lind, the mayor said, has “no plan at all”.", "the mayor"),
        ("Lind, the old mayor said, has “no plan at all”.", "the old mayor"),
        ("Lind, the mayor of Oslo, said “we go”.", "Lind"),
        ("Lind, who came late, said “we go”.", "Lind"),
        ("The mayor, who met Berg, said “we go”.", "The mayor"),
        ("The mayor who met Berg said “we go”.", "The mayor"),
        # The name of a body goes on behind "of" or "for".
        ("Bank of the North said “we go”.", "Bank of the North"),
        ("The Bank for Ships said “we go”.", "Bank for Ships"),
        ("The Office of Works said “we go”.", "Office of Works"),
        ("Lind of Oslo said “we go”.", "Lind"),
        ("A minister for Lind said “we go”.", "A minister for Lind"),
        ("Minister of Trade Anna Lind said “we go”.", "Minister of Trade Anna Lind"),
        ("The Office for the Coordination of Aid said “we go”.",
         "Office for the Coordination of Aid"),
        # An adverb that opens the sentence is no name, but who says something is.
        ("Certainly Lind said “we go”.", "Lind"),
        ("Emily has just said “we go”.", "Emily"),
        ("Kelly, saying “we go”, left.", None),
        ("The envoy to Norvia accused Hill and warned “we go”.", "The envoy"),
        ("Lind, such as Berg, said “we go”.", "Lind"),
    ],
)  # fmt: skip
def test_who_is_named_before_the_verb(text: str, expected: str | None) -> None:
    assert speaker(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He has no plan”: Lind, a friend said, has “nothing but debts”.", [None, "a friend"]),
        ("Lind, a friend said, has “nothing but debts”.", ["a friend"]),
        ("Lind, one colleague said, was “hard to please”.", ["one colleague"]),
        ("Lind, an aide told the Courier, is “ready to quit”.", ["an aide"]),
        ("The mill, a union official said, was “a ruin”.", ["a union official"]),
        ("Lind, two officials said, had been “asked to leave”.", ["two officials"]),
        ("Lind, her lawyer said, has “never owned a boat”.", ["her lawyer"]),
        ("Lind, according to a friend, has “nothing but debts”.", ["a friend"]),
        ("The talks, a diplomat warned, could “end in tears”.", ["a diplomat"]),
        ("Lind, critics say, is “out of her depth”.", ["critics"]),
        ("Berg, Lind said, has “nothing but debts”.", ["Lind"]),
        (
            "Berg, a spokesman for the bank said, has “nothing but debts”.",
            ["a spokesman for the bank"],
        ),
        ("Lind, a friend of Berg, said he had “nothing but debts”.", ["Lind"]),
        ("Lind, a baker, said he had “nothing but debts”.", ["Lind"]),
        ("Lind, a baker from Ulm, told the court: “I have nothing but debts.”", ["Lind"]),
        ("“I have debts,” Lind, a baker, said.", ["Lind"]),
        ("“I have debts,” said Lind, a baker.", ["Lind"]),
        ("Lind, 54, said he had “nothing but debts”.", ["Lind"]),
        ("Lind, the mayor, said he had “nothing but debts”.", ["Lind"]),
        ("Lind, a former officer who served in Ulm, said it was “a bad war”.", ["Lind"]),
        ("Anna Lind, an analyst at Norbank, said rates were “too low”.", ["Anna Lind"]),
        ("Lind, her husband, said she was “hard to please”.", ["Lind"]),
        ("In Ulm, a friend said he had “nothing but debts”.", ["a friend"]),
        ("Anna Lind, a friend and neighbour, said he was “a good man”.", ["Anna Lind"]),
    ],
)
def test_whoever_is_told_of_says_nothing_where_another_is_set_off(
    text: str, expected: list[str | None]
) -> None:
    assert [one.speaker for one in find_quotations(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” said Minister for Trade Anna Lind.", ["Minister for Trade Anna Lind"]),
        ("Minister for Trade Anna Lind said “we go”.", ["Minister for Trade Anna Lind"]),
        (
            "“We go,” Secretary of State for Health Wes Holm said.",
            ["Secretary of State for Health Wes Holm"],
        ),
        (
            "“We go,” said Secretary of State for Health Wes Holm.",
            ["Secretary of State for Health Wes Holm"],
        ),
        (
            "“We go,” said Head of Policy at Norbank Ida Falk.",
            ["Head of Policy at Norbank Ida Falk"],
        ),
        (
            "Head of Policy at Norbank Ida Falk said “we go”.",
            ["Head of Policy at Norbank Ida Falk"],
        ),
        ("“We go,” said Mayor of Ulm Karl Berg.", ["Mayor of Ulm Karl Berg"]),
        ("Mayor of Ulm Karl Berg told reporters: “We go.”", ["Mayor of Ulm Karl Berg"]),
        (
            "“We go,” said Minister of Foreign Affairs Jan Ek.",
            ["Minister of Foreign Affairs Jan Ek"],
        ),
        ("“We go,” said Chief of Staff Mia Roth.", ["Chief of Staff Mia Roth"]),
        ("“We go,” said Director of Research Mia Roth.", ["Director of Research Mia Roth"]),
        ("“We go,” said Governor of Norvia Lena Brandt.", ["Governor of Norvia Lena Brandt"]),
        (
            "“We go,” said President of the Senate Lena Brandt.",
            ["President of the Senate Lena Brandt"],
        ),
        (
            "“We go,” said Deputy Minister of Energy Olha Moroz.",
            ["Deputy Minister of Energy Olha Moroz"],
        ),
        ("“We go,” said the Minister for Trade, Anna Lind.", ["Anna Lind"]),
        ("“We go,” said Anna Lind, Minister for Trade.", ["Anna Lind"]),
        ("“We go,” said the Minister for Trade.", ["Minister for Trade"]),
        ("“We go,” said the Mayor of Ulm.", ["Mayor of Ulm"]),
        ("“We go,” said Anna Lind of Norbank.", ["Anna Lind"]),
        ("“We go,” said Anna Lind at Norbank.", ["Anna Lind"]),
        ("“We go,” said Anna Lind for the Greens.", ["Anna Lind"]),
        ("“We go,” Anna Lind told Minister for Trade Wes Holm.", ["Anna Lind"]),
        (
            "The office of Mayor of Ulm Karl Berg said “we go”.",
            ["The office of Mayor of Ulm Karl Berg"],
        ),
        ("Anna Lind of Norbank told Karl Berg: “We go.”", ["Anna Lind"]),
        ("The spokesman for Mayor Karl Berg said “we go”.", ["The spokesman for Mayor Karl Berg"]),
        ("At Norbank, Ida Falk said “we go”.", ["Ida Falk"]),
        ("Mayor Karl Berg of Ulm said “we go”.", ["Mayor Karl Berg"]),
        ("“We go,” said the Minister of Foreign Affairs, Jan Ek.", ["Jan Ek"]),
        ("“We go,” said Ambassador to Norvia Jan Ek.", ["Ambassador to Norvia Jan Ek"]),
        ("“We go,” the President at Camp Hill said.", ["President"]),
        ("“We go,” said Mayor of Ulm Karl Berg, Tom Reid’s friend.", ["Mayor of Ulm Karl Berg"]),
        (
            "“We go,” said Vice President for Research at Ulm Works Ida Falk.",
            ["Vice President for Research at Ulm Works Ida Falk"],
        ),
    ],
)
def test_an_office_and_what_it_is_of_stand_before_the_name(
    text: str, expected: list[str | None]
) -> None:
    assert [one.speaker for one in find_quotations(text)] == expected
