"""Denials: what a text denies, supposes or passes on is not what it tells as said."""

from __future__ import annotations

import pytest

from claimtrack.words.quotations import find_quotations, match_wording


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
