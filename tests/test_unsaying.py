"""Unsaying: turns by which a speaker tells words without saying them."""

from __future__ import annotations

import pytest

from claimtrack.words.quotations import Quotation, match_wording
from claimtrack.words.quoting.unsaying import is_fair, leaves_unsaid, says_all_the_same

WORDING = "we want the bridge"


def turned(said: str, wording: str = WORDING) -> bool:
    match = match_wording(wording, Quotation(said, 0, len(said)))
    return bool(match.left_out) or match.wording != "verbatim"


@pytest.mark.parametrize(
    "said",
    [
        "I wish I could say we want the bridge.",
        "I wish I could say that we want the bridge.",
        "We wish we were able to tell you that we want the bridge.",
        "If only I could say we want the bridge.",
        "If only I could tell you that we want the bridge.",
        "I would love to say we want the bridge.",
        "I'd love to be able to say that we want the bridge.",
        "I’d like to be able to say that we want the bridge.",
        "I would like to be able to say we want the bridge.",
        "I can't say that we want the bridge.",
        "I cannot say we want the bridge.",
        "It would be wrong to say we want the bridge.",
        "It would be dishonest to say that we want the bridge.",
        "It would be a lie to say we want the bridge.",
        "Don't tell me we want the bridge.",
        "I am not going to say we want the bridge.",
        "Far be it from me to say we want the bridge.",
        "I will never say that we want the bridge.",
        "I refuse to say that we want the bridge.",
        "I'd be lying if I said we want the bridge.",
        "I would be lying to say we want the bridge.",
        "Would that I could say we want the bridge.",
        "I hesitate to say that we want the bridge.",
        "I could never say we want the bridge.",
        "How I wish I could say we want the bridge.",
        "It is too early to say we want the bridge.",
        "It would be a mistake to say we want the bridge.",
        "I used to say we want the bridge.",
        "I was asked to say we want the bridge.",
        "They want me to say we want the bridge.",
        "I was forced to say we want the bridge.",
        "You want me to say we want the bridge.",
        "You will not hear me say we want the bridge.",
        "I am tempted to say we want the bridge.",
        "It would be unfair to say that we want the bridge.",
        "It would be easy to say we want the bridge.",
        "It would be an exaggeration to say we want the bridge.",
        "It would be premature to say we want the bridge.",
        "I'm in no position to say we want the bridge.",
        "I stopped short of saying we want the bridge.",
    ],
)
def test_who_only_wishes_to_say_so_does_not(said: str) -> None:
    assert turned(said)


@pytest.mark.parametrize(
    "said",
    [
        "I want to say that we want the bridge.",
        "I have to say we want the bridge.",
        "I can say that we want the bridge.",
        "Let me say we want the bridge.",
        "I am happy to say we want the bridge.",
        "I would like to say that we want the bridge.",
        "I'd like to say we want the bridge.",
        "I wish to say that we want the bridge.",
        "I am proud to say we want the bridge.",
        "It is fair to say we want the bridge.",
        "I must say we want the bridge.",
        "I will say it again: we want the bridge.",
        "I am here to say that we want the bridge.",
        "I can tell you that we want the bridge.",
        "I dare say we want the bridge.",
        "Allow me to say that we want the bridge.",
        "I would say we want the bridge.",
        "It would be fair to say we want the bridge.",
        "I wish everybody well and we want the bridge.",
        "I wish you could see why we want the bridge.",
        "I love to say we want the bridge.",
        "I always say we want the bridge.",
        "I am not ashamed to say we want the bridge.",
        "I am not afraid to say that we want the bridge.",
        "I don't mind saying we want the bridge.",
        "I cannot say it often enough: we want the bridge.",
        "I would love to say more, but we want the bridge.",
        "It would be wrong to be silent, and we want the bridge.",
        "I do not hesitate to say that we want the bridge.",
        "I never hesitate to say that we want the bridge.",
        "I can only say that we want the bridge.",
        "I wish to tell you all that we want the bridge.",
        "I would love to visit because we want the bridge.",
        "As I like to say, we want the bridge.",
        "I have come here to this town this evening to tell you that we want the bridge.",
        "I would love to tell you why we want the bridge.",
    ],
)
def test_who_says_that_he_says_so_does(said: str) -> None:
    assert not turned(said)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("If only I could say that we want the bridge.", "frame"),
        ("If only we want the bridge.", "frame"),
        ("I wish I could say we want the bridge.", "frame"),
        ("They pay if we want the bridge.", "condition"),
        ("He asks if only because we want the bridge.", "condition"),
    ],
)
def test_a_wish_is_no_mere_condition(said: str, kind: str) -> None:
    match = match_wording(WORDING, Quotation(said, 0, len(said)))
    assert [missing.kind for missing in match.left_out] == [kind]


def test_what_somebody_wishes_to_say_may_be_a_mere_object() -> None:
    assert not turned("I wish I could say thank you to all of you.", "thank you to all of you")


@pytest.mark.parametrize(
    ("said", "wording", "expected"),
    [
        ("They claim that victory.", "victory", False),
        ("They claim success and joy.", "success and joy", False),
        ("They claim that victory is theirs.", "victory is theirs", True),
        ("They claim that they won.", "they won", True),
        ("They told us bridges will be closed.", "bridges will be closed", True),
        ("They told the mayor bridges will be closed.", "bridges will be closed", True),
        ("All bridges will be closed except the old one.", "All bridges will be closed", True),
        ("Our bridges will be closed, as you know.", "bridges will be closed", False),
    ],
)
def test_what_others_claim_is_theirs_where_it_is_a_clause(
    said: str, wording: str, expected: bool
) -> None:
    assert turned(said, wording) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("i wish i could", True),
        ("i wish that we could honestly", True),
        ("i wish i could stand here and", True),
        ("i wish to", False),
        ("i wish them well and", False),
        ("would that i could", True),
        ("that would", False),
        ("i would so love to", True),
        ("i ’d love to", True),
        ("i would give anything to", True),
        ("i would have liked to", True),
        ("i would like to", False),
        ("i love to", False),
        ("i hoped to be able to", True),
        ("i am able to", False),
        ("we were told to", True),
        ("i told them to", False),
        ("they want us to", True),
        ("i want to", False),
        ("they would have me", True),
        ("let me", False),
        ("far be it from me to", True),
        ("i used to", True),
        ("", False),
    ],
)
def test_words_before_a_verb_of_saying_leave_it_unsaid(before: str, expected: bool) -> None:
    assert leaves_unsaid(before.split()) is expected


@pytest.mark.parametrize(
    ("denying", "expected"),
    [
        ("not ashamed to say", True),
        ("never tired of saying", True),
        ("no exaggeration to say", True),
        ("not afraid", False),
        ("not ashamed that we", False),
        ("ashamed to say", False),
        ("not going to say", False),
    ],
)
def test_some_denials_say_so_all_the_same(denying: str, expected: bool) -> None:
    assert says_all_the_same(denying.split()) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [("it is fair to", True), ("it would be right to", True), ("it is wrong to", False)],
)
def test_it_is_fair_to_say_so(before: str, expected: bool) -> None:
    assert is_fair(before.split()) is expected
