"""Word forms: which words of a text are those of a claim file, and where they stand."""

from __future__ import annotations

import pytest

from claimtrack.words.stating.wordforms import (
    Slot,
    bare,
    bare_words,
    forms,
    is_verb_form,
    places,
    slots,
)
from claimtrack.words.tokens import tokenize


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("claim", "claim claims claimed claiming"),
        ("seize", "seize seizes seized seizing"),
        ("play", "play plays played playing"),
        ("show", "show shows showed showing"),
        ("sail", "sail sails sailed sailing"),
        # the rare form too many is no word of any text
        ("stop", "stop stops stopped stopping stoped stoping"),
        ("watch", "watch watches watched watching watchs"),
        ("press", "press presses pressed pressing presss"),
        ("fix", "fix fixes fixed fixing fixs"),
        ("waltz", "waltz waltzes waltzed waltzing waltzs"),
        ("push", "push pushes pushed pushing pushs"),
        ("carry", "carry carries carried carrying carryed carrys"),
        # irregular ones, from any of their forms
        ("took", "take takes took taken taking"),
        ("Took", "took tooks"),
        # names have a plural alone, and what in capitals is a name no other form
        ("Norda", "norda nordas"),
        ("Ob", "ob"),
        ("US", "US"),
        ("us", "us"),
        ("Київ", "київ"),
        ("київ", "київ"),
        # too short, or no word
        ("of", "of"),
        ("mp3", "mp3"),
    ],
)
def test_a_word_has_its_forms(word: str, expected: str) -> None:
    assert forms(word) == frozenset(expected.split())


@pytest.mark.parametrize(
    ("word", "among"),
    [
        ("seized", "seize"),
        ("claimed", "claim"),
        ("carried", "carry carries carrying"),
        ("spied", "spy spies spying"),
        ("died", "die dies died dying"),
    ],
)
def test_a_past_has_the_forms_of_its_verb(word: str, among: str) -> None:
    assert forms(word) >= set(among.split())


@pytest.mark.parametrize(
    ("word", "none_of"),
    [
        ("tied", "ty tying ties t ti tie"),
        ("shed", "sh she"),
        ("play", "plaies plaied"),
        ("show", "showwed showwing"),
        ("toy", "toyyed toies"),
        ("sail", "sailled sailling saies saied"),
        ("hunt", "huntted huntting hunies"),
        ("seize", "seizeed seizeing seizeeed"),
        ("claim", "claimes claimies"),
    ],
)
def test_a_word_has_no_form_of_another(word: str, none_of: str) -> None:
    assert forms(word).isdisjoint(none_of.split())


def test_a_verb_is_known_by_its_ending_or_by_heart() -> None:
    words = "losing lost seized took fell town held coal red"
    assert [word for word in words.split() if is_verb_form(word)] == [
        "losing", "lost", "seized", "took", "fell", "held", "red",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Norda's", "Norda"),
        ("Norda’s", "Norda"),
        ("soldiers'", "soldiers"),
        ("soldiers’", "soldiers"),
        ("soldiers", "soldiers"),
        ("rock'", "rock'"),
        ("'s", ""),
    ],
)
def test_whose_something_is_is_taken_off(word: str, expected: str) -> None:
    assert bare(word) == expected


def test_the_words_of_a_text_are_bare_and_small_but_for_names_in_capitals() -> None:
    tokens = [one for one in tokenize("The US told Us: IT IS Norda’s.") if one.kind != "end"]
    assert bare_words(tokens) == (
        "the", "US", "told", "us", ":", "IT", "IS", "norda", ".",
    )  # fmt: skip


def fitting(phrase: str, *words: str, is_english: bool = True) -> list[list[str]]:
    """Of *words*, those that fit each slot of *phrase*."""
    found = slots(phrase, is_english=is_english)
    return [[word for word in words if slot.fits(word)] for slot in found]


def test_each_word_of_a_phrase_has_its_forms() -> None:
    assert fitting("seize land", "seized", "lands", "landed", "seizes", "sea") == [
        ["seized", "seizes"], ["lands", "landed"],
    ]  # fmt: skip


def test_a_slash_lets_either_stand_and_nothing_else() -> None:
    one, other = slots("Norda/Suda/ship* sail")
    assert [one.fits(word) for word in ("norda", "suda", "shipping", "boat")] == [
        True, True, True, False,
    ]  # fmt: skip
    assert (one.is_list, other.is_list) == (True, False)
    assert one.starts == ("ship",)


def test_a_star_stands_for_every_ending() -> None:
    assert fitting("Окупова* land", "окупована", "окупація", "land") == [["окупована"], ["land"]]
    assert slots("Окупова*") == (Slot(frozenset(), ("окупова",)),)


def test_a_comma_between_words_is_a_word_and_other_signs_are_none() -> None:
    assert fitting("killed, wounded", ",", "killed", "wounded") == [
        ["killed"], [","], ["wounded"],
    ]  # fmt: skip
    assert fitting(", (killed) “wounded”!", "killed", "wounded", ",") == [["killed"], ["wounded"]]
    assert slots("") == ()


def test_words_that_are_not_english_have_a_names_forms_alone() -> None:
    assert fitting("Die sage", "die", "dies", "died", "sage", "sages", is_english=False) == [
        ["die", "dies"], ["sage"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("phrase", "sentence", "expected"),
    [
        ("hold land", "they hold land and held land", [(1, 3), (4, 6)]),
        ("hold land", "they hold the land", []),
        ("hold", "they hold", [(1, 2)]),
        ("hold land", "they hold", []),
        ("ship*", "ships and shipping", [(0, 1), (2, 3)]),
        # a hyphen or a dot between the words is passed over, and no more than one
        ("war torn", "a war-torn land", [(1, 4)]),
        ("Aug 15", "on Aug. 15 they", [(1, 4)]),
        ("war torn", "a war--torn land", []),
        ("torn", "a war-torn land", [(3, 4)]),
        ("war", "a war-", [(1, 2)]),
        ("war torn", "a war-", []),
        ("", "a war", []),
    ],
)
def test_a_phrase_stands_where_its_words_follow_each_other(
    phrase: str, sentence: str, expected: list[tuple[int, int]]
) -> None:
    words = bare_words(tokenize(sentence))
    signs = frozenset(at for at, word in enumerate(words) if word in {"-", "."})
    assert places(slots(phrase), words, signs) == expected
