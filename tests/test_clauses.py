"""Clauses: where a sentence breaks, and which of its words a figure or a date fills."""

from __future__ import annotations

import pytest

from claimtrack.values import CalendarDate
from claimtrack.words.stating.clauses import Clauses

PUBLISHED = CalendarDate.parse("2025-08-15")


def clauses(sentence: str, language: str = "en") -> Clauses:
    return Clauses(sentence, 0, len(sentence), PUBLISHED, language)


@pytest.mark.parametrize(
    ("sentence", "breaks"),
    [
        ("Norda sold ships, while Suda bought some.", ["while"]),
        ("Norda sold ships; Suda bought some.", [";"]),
        ("Norda (and Suda) sold ships.", ["(", ")"]),
        ("Norda sold ships – Suda bought some.", ["–"]),
        # a hyphen is a dash where it stands free
        ("Norda sold ships - Suda bought some.", ["-"]),
        ("Norda sold second-hand ships.", []),
        ("Norda sold the second- and third-largest ships.", []),
        ("-Norda sold ships.", []),
        # not each "as" opens a clause
        ("Norda grew as Suda shrank.", ["as"]),
        ("As Suda shrank, Norda grew.", ["As"]),
        ("Norda owned ships as of May.", []),
        ("Norda sold as many ships, they said.", []),
        ("Norda sold as much coal, they said.", []),
        ("Norda sold ships as well.", []),
        ("Norda, as well as Suda, sold ships.", []),
        ("Norda sold as many as ever.", []),
        ("Norda sold as much as ever.", []),
        ("As coal fell, Norda sold as many", ["As"]),
        ("Norda sold coal, given that it had much.", ["given", "that"]),
        ("Norda has given much.", []),
        # within a figure nothing breaks
        ("Norda sold as many as 40 ships.", []),
        ("Norda sold 40–50 ships.", []),
    ],
)
def test_a_sentence_breaks_where_another_clause_begins(sentence: str, breaks: list[str]) -> None:
    one = clauses(sentence)
    assert [one.tokens[at].text for at in sorted(one.breaks)] == breaks


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("norda", "norda sold ships ,"),
        ("ships", "norda sold ships ,"),
        ("while", "norda sold ships , while suda bought some"),
        ("suda", "suda bought some"),
        ("because", "suda bought some because it could ."),
        ("could", "it could ."),
    ],
)
def test_a_clause_reaches_from_break_to_break(word: str, expected: str) -> None:
    one = clauses("Norda sold ships, while Suda bought some because it could.")
    at = one.words.index(word)
    first, last = one.segment(at, at + 1)
    assert " ".join(one.words[first:last]) == expected


def test_a_clause_ends_before_the_break_right_behind_it() -> None:
    one = clauses("Norda sold ships while Suda slept.")
    assert one.segment(0, 3) == (0, 3)
    assert [one.is_broken(*place) for place in ((0, 3), (0, 4), (3, 4), (4, 6))] == [
        False, True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "outermost"),
    [
        ("Norda sold ships.", "norda"),
        ("The mayor said that Norda sold ships.", "the"),
        ("While it rained, the mayor said that it was so that Norda sold ships.", "it"),
        ("It rained; the mayor said that Norda sold ships.", "the"),
        ("They asked whether Norda sold ships.", "norda"),
    ],
)
def test_what_governs_a_clause_is_found_up_to_the_outermost(sentence: str, outermost: str) -> None:
    one = clauses(sentence)
    at = one.words.index("norda")
    assert one.words[one.governing(at)] == outermost


def test_another_word_than_that_may_govern() -> None:
    one = clauses("They asked whether Norda sold ships.")
    assert one.governing(3, frozenset({"whether"})) == 0


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("Norda sold 40 ships.", ["40|ships"]),
        ("A fifth of Sylvania is flooded, says Sylvania.", ["A fifth|of Sylvania"]),
        ("Some 40 of 200 ships were lost.", ["Some 40|of 200 ships", "200|ships"]),
        ("About 20% of the land lies fallow.", ["About 20%|of the land"]),
        ("They hold all of Sylvania.", ["all|of Sylvania"]),
        ("The third of Sylvania that they hold is flooded.", ["The third|of Sylvania"]),
        ("The number of dead has risen to 312.", ["312"]),
        ("Half of it is flooded and a third of Sylvania too.", ["Half", "a third|of Sylvania"]),
    ],
)
def test_a_figure_fills_its_words_and_reaches_to_what_it_is_of(
    sentence: str, figures: list[str]
) -> None:
    one = clauses(sentence)
    spelt = []
    for figure in one.figures:
        own = sentence[one.tokens[figure.start].start : one.tokens[figure.end - 1].end]
        last = one.tokens[figure.thing_end - 1].end
        of = sentence[one.tokens[figure.end - 1].end : last].strip()
        spelt.append(f"{own}|{of}" if of else own)
    assert spelt == figures


def test_a_place_is_that_of_the_tokens_it_touches() -> None:
    one = clauses("Norda sold 40 ships.")
    assert one.place(0, 5) == (0, 1)
    assert one.place(6, 13) == (1, 3)
    assert one.place(8, 9) == (1, 2)
    assert one.place(5, 6) == (0, 0)


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("Who sold it?", True),
        ("“Who sold it?”", True),
        ("(Who sold it?) ", True),
        ("Who sold it.", False),
        ("“Who?” they said.", False),
    ],
)
def test_a_question_ends_in_its_mark(sentence: str, asks: bool) -> None:
    assert clauses(sentence).is_question is asks


def test_a_month_is_not_the_may_that_permits() -> None:
    one = clauses("On 3 May they may have sold it.")
    assert one.words_of_no_date == ("", "", "", "they", "may", "have", "sold", "it", ".")
    assert clauses("On 3 June they sold it.").words_of_no_date[:3] == ("on", "3", "june")


def test_a_possessive_is_told_from_its_bare_word() -> None:
    one = clauses("Norda’s ships and Suda's boats")
    assert one.words == ("norda", "ships", "and", "suda", "boats")
    assert [one.is_possessive(at) for at in range(len(one.words))] == [
        True, False, False, True, False,
    ]  # fmt: skip


def test_hyphens_and_dots_are_signs_to_pass_over() -> None:
    one = clauses("On Aug. 15 the well-known ship sank.")
    assert [one.tokens[at].text for at in sorted(one.signs)] == [".", "-", "."]


def test_a_sentence_of_another_language_has_no_dates_and_its_own_figures() -> None:
    german = clauses("Norda verkauft am 3. Mai 2.000 Schiffe.", "de-AT")
    assert not german.is_english
    assert german.dates == ()
    assert [figure.quantity.amount for figure in german.figures] == [2000]
    british = clauses("Norda sold 2,000 ships on 3 May.", "en-GB")
    assert british.is_english
    assert [(str(one.calendar), *place) for one, *place in british.dates] == [
        ("2025-05-03", 4, 7)
    ]  # fmt: skip
