"""Denials: what a text denies, supposes or passes on is not what it tells as said."""

from __future__ import annotations

import pytest

from claimtrack.words.quotations import find_quotations, match_wording
from claimtrack.words.quoting.denials import Doubt, doubt_by_words, doubt_of
from claimtrack.words.quoting.speech import speech_words


def told(text: str) -> str:
    [one] = [each for each in find_quotations(text) if not each.nested]
    assert one.unsaid or not one.hearsay
    assert not (one.unsaid and one.speaker)
    return "hearsay" if one.hearsay else "unsaid" if one.unsaid else str(one.speaker)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will not sell,” Holm reportedly said.", "hearsay"),
        ("Holm reportedly told aides that the plan was “dead on arrival”.", "hearsay"),
        ("Holm is alleged to have said “burn it all”.", "hearsay"),
        ("“Burn it all,” Holm is alleged to have said.", "hearsay"),
        ("Holm is said to have told Berg: “You are finished.”", "hearsay"),
        ("Holm was reported to have called the deal “a gift to nobody”.", "hearsay"),
        ("“You are finished,” Holm is said to have told Berg.", "hearsay"),
        ("Holm, it is claimed, said: “Never again.”", "hearsay"),
        ("“Never again will we pay,” Holm is understood to have warned colleagues.", "hearsay"),
        ("Holm apparently told staff that they were “free to go”.", "hearsay"),
        ("Holm had allegedly called the judge “a paid clown”.", "hearsay"),
        ("“Pay him and be done,” Holm said, according to two people in the room.", "hearsay"),
        (
            "According to a person familiar with the talks, Holm said the offer was “a bad joke”.",
            "hearsay",
        ),
        ("Holm reportedly said: “We will not sell.” The firm would not comment.", "hearsay"),
        # All that somebody would say was said.
        ("Holm would say: “We go.”", "unsaid"),
        ("Holm would say no more than “we go”.", "Holm"),
        ("Holm would say only “we go”.", "Holm"),
        ("All that Holm would say was “we go”.", "Holm"),
        ("Holm denied saying “burn it all”.", "unsaid"),
        ("“Burn it all,” Holm denied ever saying.", "unsaid"),
        ("Holm never said “burn it all”.", "unsaid"),
        ("“Burn it all,” Holm would say if anybody asked her.", "unsaid"),
        ("Holm would say “burn it all”, her rivals fear.", "unsaid"),
        ("Holm might have said “burn it all”, but did not.", "unsaid"),
        ("Holm had been expected to say “burn it all” on Monday.", "unsaid"),
        ("Holm was to have said “burn it all” at the rally.", "unsaid"),
        ("“Burn it all” is what Holm would have said.", "unsaid"),
        ("Had she been there, Holm would have told them “burn it all”.", "unsaid"),
        ("Holm is expected to tell the council: “The mill stays open.”", "unsaid"),
        ("“We will not sell,” Holm said, though the board reportedly wants to.", "Holm"),
        ("Holm said the firm was reportedly “close to ruin”.", "Holm"),
        ("“I never said it,” Holm said.", "Holm"),
        ("Holm, who is alleged to have taken bribes, said “the charge is absurd”.", "Holm"),
        ("Holm, who reportedly owns three yachts, told the court: “I am a poor man.”", "Holm"),
        ("Holm would later say: “It was my worst day.”", "Holm"),
        ("“It was my worst day,” Holm would later say.", "Holm"),
        ("“It is a matter for the police,” was all Holm would say.", "Holm"),
        ("Holm would only say: “It is a matter for the police.”", "Holm"),
        ("Holm would go on to say that it was “my worst day”.", "Holm"),
        ("“Never trust a full harbour,” Holm would often say.", "Holm"),
        ("The talks had been expected to fail. “They did not,” Holm said.", "Holm"),
        ("Holm denied the charge, saying it was “pure invention”.", "Holm"),
        ("Holm denied any part in it. “I was at home,” she said.", "Holm"),
        ("“They might have asked me,” Holm said.", "Holm"),
        ("“We lost,” Holm said, according to a transcript of the call.", "Holm"),
        ("“We lost,” Holm said, according to Reuters.", "Holm"),
        ("According to the minutes, Holm said the mill was “beyond repair”.", "Holm"),
        ("The mill is “beyond repair”, according to Holm.", "Holm"),
        ("Holm said it was never “a secret plan”.", "Holm"),
        ("“It might have been said better,” Holm conceded.", "Holm"),
    ],
)
def test_what_is_denied_supposed_or_passed_on_has_no_speaker(text: str, expected: str) -> None:
    assert told(text) == expected


def test_whoever_passes_it_on_is_neither_right_nor_other() -> None:
    text = "Holm is alleged to have said “burn it all down”, Berg said."
    for speaker in ("Holm", "Berg"):
        match = match_wording("burn it all down", text, speaker=speaker)
        assert (match.wording, match.attribution, match.cited) == ("verbatim", "unknown", None)


@pytest.mark.parametrize(
    ("before", "verb", "expected"),
    [
        ("Lenz", "sagte", None),
        ("Lenz hat nie", "gesagt", "unsaid"),
        ("Lenz hat nicht nur", "gesagt", None),
        ("Lenz hat zwar nicht , aber", "gesagt", None),
        # Four words before the verb is in its clause, six are not.
        ("niemand hat es uns so", "gesagt", "unsaid"),
        ("niemand hat es uns so laut", "gesagt", None),
        ("Lenz", "bestritt", "unsaid"),
        ("Lenz bestritt , dass er", "sagte", "unsaid"),
        ("Lenz soll angeblich", "gesagt", "hearsay"),
        ("Lenz soll kommen , und Berg", "sagte", None),
        ("Lenz soll nie", "gesagt", "unsaid"),
    ],
)
def test_the_words_of_another_language_deny_or_pass_on_within_a_clause(
    before: str, verb: str, expected: Doubt | None
) -> None:
    german = speech_words("de")
    assert doubt_by_words(before.lower().split(), verb, german) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("le maire n'a", "unsaid"),
        ("le maire n’a", "unsaid"),
        ("le maire l'a", None),
        ("le maire aurait", "hearsay"),
    ],
)
def test_what_is_elided_denies_by_what_stands_before_its_apostrophe(
    before: str, expected: Doubt | None
) -> None:
    assert doubt_by_words(before.split(), "dit", speech_words("fr")) == expected


@pytest.mark.parametrize(
    ("before", "verb", "behind", "asks", "expected"),
    [
        ("holm", "denied", "", False, "unsaid"),
        ("holm will", "say", "", False, "unsaid"),
        ("holm would", "say", "that", False, "unsaid"),
        ("holm would", "say", "only", False, None),
        ("holm never", "said", "", False, "unsaid"),
        ("did holm ever", "say", "", True, "unsaid"),
        ("did holm ever", "say", "", False, None),
        ("holm reportedly", "said", "", False, "hearsay"),
        ("holm", "said", "", True, None),
    ],
)
def test_a_doubt_is_a_denial_or_hearsay(
    before: str, verb: str, behind: str, asks: bool, expected: Doubt | None
) -> None:
    assert doubt_of(before.split(), verb, behind, asks=asks) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lenz sagte nicht: „Wir gehen heute.“", "unsaid"),
        ("Lenz sagte nicht, „wir gehen heute“.", "unsaid"),
        ("Lenz sagte nicht viel: „Wir gehen heute.“", "Lenz"),
        ("„Wir gehen heute“, sagte Lenz nicht ohne Stolz.", "Lenz"),
    ],
)
def test_a_denial_behind_the_verb_denies_nothing_but_what_is_quoted(
    text: str, expected: str
) -> None:
    [one] = find_quotations(text, language="de")
    assert ("unsaid" if one.unsaid else one.speaker) == expected
