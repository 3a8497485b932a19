"""Runs: long runs of words, by which a text is known again in another sentence."""

from __future__ import annotations

import hashlib
import html
import itertools
import re

import evidence
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import needs

from claimtrack.words.runs import runs, without_quotations

SENTENCE = (
    "Since the spring the harbour has been closed to ships that carry timber from the northern "
    "coast, and most of the owners have given up hope of seeing it open again."
)


def share(one: str, other: str) -> bool:
    return not set(runs(one)).isdisjoint(runs(other))


@pytest.mark.parametrize(
    "other",
    [
        SENTENCE,
        SENTENCE.upper().lower().capitalize(),
        "As was told, the harbour has been “closed” to ships\nthat carry timber from the  Northern"
        " coast; nobody knows for how long.",
        f"{SENTENCE[:90]} and so on",
    ],
)
def test_a_long_run_is_known_however_it_is_set_and_whatever_stands_around_it(other: str) -> None:
    assert share(SENTENCE, other)


@pytest.mark.parametrize(
    "other",
    [
        "The harbour has been closed to ships since the spring; the owners of timber despair.",
        "Most of the owners have given up, for the harbour is closed to ships that carry timber.",
        "closed to ships that carry timber",
        "",
    ],
)
def test_the_same_told_in_other_words_is_no_run(other: str) -> None:
    assert not share(SENTENCE, other)


@pytest.mark.parametrize(
    "boilerplate",
    [
        "the Minister for Foreign Affairs of the Republic of Norda and the President of Sudland",
        "the Treaty on Friendship, Cooperation and Partnership between Norda and the Sudland"
        " Federation of 1997",
        "the Organization for Security and Co-operation in Europe and the Council of Europe",
        "on 5 March 2025, 19.4 percent, on 6 March 2025, 19.5 percent, on 7 March 2025, 19.6",
        "it is one of the ones that was at the end of it all, as it was in the one by it",
        "date: 2025-01-01, share: 0.19, area: 114500, change: 12, error: 0.001, week: 1, day: 3",
    ],
)
def test_names_figures_and_small_words_make_no_run(boilerplate: str) -> None:
    assert runs(boilerplate) == ()


TEN = "when grey boats came home from long cold seas again"


def digest(run: str) -> str:
    return hashlib.sha256(run.encode()).hexdigest()[:8]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TEN, [TEN]),
        (TEN.removesuffix(" again"), []),
        (f"{TEN} today", [TEN, f"{TEN.removeprefix('when ')} today"]),
        (f"{TEN}; {TEN}"[: len(TEN) + 2] + TEN, None),
        (TEN.replace("grey", "Grey").replace("boats", "b").replace("came", "c"),
         ["when grey b c home from long cold seas again"]),
        (TEN.replace("grey", "Grey").replace("boats", "b").replace("came", "cat")
         .replace("long", "Lo").replace("home", "2026").replace("again", "Again"), []),
        ("a b c d e " + "some long boat came home", ["a b c d e some long boat came home"]),
        ("ab b c d e " + "som long boat came home", []),
        ("Ab b c d 'e' " + "1ome long boat came home", []),
        ("O'Neil a b c d some long boat came home",
         ["o'neil a b c d some long boat came home"]),
    ],
)  # fmt: skip
def test_a_run_is_ten_words_of_which_five_are_chosen(text: str, told: list[str] | None) -> None:
    if told is None:
        assert len(runs(text)) == len(set(runs(text))) == 10
    else:
        assert list(runs(text)) == [digest(run) for run in told]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ('a "one two three" b', 'a "one two three" b'),
        ('a "one two three four" b', "a " + "\ufffc" * 20 + " b"),
        ("a 'one two three four' b", "a " + "\ufffc" * 20 + " b"),
        ("a's one two three four' b", "a's one two three four' b"),
        ('"1 2 3 4" "5 6 7 8"', "\ufffc" * 9 + " " + "\ufffc" * 9),
    ],
)
def test_what_is_quoted_of_others_is_blotted_out(text: str, bare: str) -> None:
    assert without_quotations(text) == bare


def test_what_is_quoted_parts_the_words_beside_it() -> None:
    text = f'{TEN[:20]} "one two three four" {TEN[20:]}'
    assert runs(TEN)
    assert runs(text)
    assert runs(text, quotations=False) == ()


def test_what_somebody_is_quoted_for_is_left_out_where_that_is_asked() -> None:
    said = "nobody has ever closed this harbour to timber without telling its owners beforehand"
    for text in (f'She said: "{said}".', f"She said: «{said}».", f"'{said}', she said."):
        assert runs(text)
        assert runs(text, quotations=False) == ()
    ironical = SENTENCE.replace("closed", '"closed"')
    assert runs(ironical, quotations=False) == runs(SENTENCE)


@pytest.mark.parametrize(
    ("written", "again"),
    [
        (
            "С весны гавань закрыта для судов, которые возят лес с северного берега, и не ждёт",
            "Как сообщают, гавань закрыта для судов, которые возят лес с северного берега страны.",
        ),
        (
            "Depuis mars le port reste fermé aux navires qui portent du bois de la côte nord",
            "On dit que le port reste fermé aux navires qui portent du bois de la côte.",
        ),
    ],
)
def test_it_takes_no_language(written: str, again: str) -> None:
    assert share(written, again)


@given(st.text(max_size=400))
def test_no_text_is_too_odd_for_it(text: str) -> None:
    assert runs(text) == runs(text)
    assert all(re.fullmatch("[0-9a-f]{8}", one) for one in runs(text))


@needs(evidence.EVIDENCE)
def test_who_writes_of_the_same_things_for_years_shares_none() -> None:
    """Of 49 articles of the press and 66 essays of think tanks no two do."""

    def told(recorded: object) -> list[set[str]]:
        texts = (html.unescape(re.sub("<[^>]*>", "\n", one.content.decode())) for one in recorded)  # type: ignore[attr-defined]
        return [
            {run for line in text.split("\n") for run in runs(line, quotations=False)}
            for text in texts
        ]

    press, think_tanks = told(evidence.press()), told(evidence.think_tanks())
    assert sum(map(len, press)) > 1_000
    assert not any(one & other for one, other in itertools.product(press, think_tanks))
