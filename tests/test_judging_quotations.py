"""Quotations judged: whether the words of a claim are the speaker's."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from seen import claim, history, measure, seen

import claimtrack
from claimtrack.claims import Assertion, Claim
from claimtrack.judging import judge, standing, transitions
from claimtrack.judging.verdicts import Verdict
from claimtrack.measures import Measure
from claimtrack.observations import Observation, in_brief
from claimtrack.values import calendar_date

DAY = date(2025, 6, 3)
WORDS = "My friends, we will never sell the bridge, not for 20 million"
SPOKEN = f"{WORDS}."


def asked(speaker: str = "Ada Berg, mayor of Northport") -> Measure:
    return measure(None, stale=None, kind="quotation", speaker=speaker, occasion="the council")


def quoted(wording: str, as_of: str | None = None) -> Claim:
    return claim(Assertion("quotation", "m", wording=wording), as_of, None, "Berg said so.")


def said(words: str, day: str = "2025-06-03", source: str = "paper", **given: Any) -> Observation:
    return replace(seen("0", day, source), value=words, id=f"{source} {day} {words}", **given)


def judged(wording: str, *tellings: Observation, at: str = "2025-06-03") -> Verdict:
    return judge(quoted(wording), asked(), history(*tellings), at=at)


def names(verdict: Verdict) -> list[str]:
    return [finding.name for finding in verdict.findings]


# The words


@pytest.mark.parametrize(
    ("wording", "label", "findings"),
    [
        ("We will never sell the bridge", "supported", []),
        ("we will never sell the bridge … for twenty million", "refuted", ["truncated"]),
        ("My friends … we will never sell the bridge", "supported", []),
        ("We will sell the bridge", "refuted", ["misquoted"]),
        ("we will never sell the harbour", "refuted", ["misquoted"]),
        ("never sell the bridge, not for 30 million", "refuted", ["misquoted"]),
        ("sell the bridge", "borderline", ["truncated"]),
        ("the tunnel is a scandal", "not_enough_evidence", []),
    ],
)
def test_words_are_held_against_what_was_said(
    wording: str, label: str, findings: list[str]
) -> None:
    verdict = judged(wording, said(SPOKEN))

    assert (verdict.label, names(verdict)) == (label, findings)


def test_the_differing_words_are_told() -> None:
    verdict = judged("We will gladly sell the bridge", said(SPOKEN))

    assert verdict.findings[0].detail == "The words differ: “gladly” where the source has “never”."


def test_what_is_left_out_is_told() -> None:
    verdict = judged("we will leave", said("If they pay, we stay. We will leave if they do not."))

    assert (verdict.label, names(verdict)) == ("supported", ["truncated"])
    assert "“if they do not”" in verdict.findings[0].detail


def test_absence_is_never_a_misquotation() -> None:
    verdict = judged("the tunnel is a scandal", said(SPOKEN))

    assert (verdict.label, verdict.evidence) == ("not_enough_evidence", "fresh")
    assert verdict.reason == (
        "The words “the tunnel is a scandal” are not among those that The Paper has of Ada Berg; "
        "that does not show that they were never said."
    )


def test_the_fit_is_how_much_of_the_wording_was_said() -> None:
    whole = judged("we will never sell the bridge", said(SPOKEN))
    altered = judged("we will gladly sell the bridge", said(SPOKEN))

    assert whole.fit == 1
    assert altered.fit is not None
    assert 0 < altered.fit < 1
    assert (whole.evidence, whole.judged_on) == ("fresh", DAY)


def test_sources_in_conflict_have_no_fit_in_common() -> None:
    verdict = judged(
        "we will never sell the bridge",
        said(SPOKEN),
        said("We will surely sell the bridge.", source="rival"),
    )

    assert verdict.fit is None


def test_all_who_have_other_words_are_named() -> None:
    verdict = judged("the tunnel is a scandal", said(SPOKEN), said("Good day.", source="rival"))

    assert "that The Paper and The Rival have of Ada Berg" in verdict.reason


def test_words_since_replaced_name_the_source_that_did_so() -> None:
    verdict = judged("we will never sell the bridge", replace(said(SPOKEN), superseded=True))

    assert verdict.findings[0].detail == ("The Paper has since given other words for the same day.")


def test_of_a_long_speech_only_the_passage_is_shown() -> None:
    speech = f"{'Good evening to all. ' * 20}{SPOKEN} {'Thank you all. ' * 20}"

    verdict = judged("we will never sell the bridge", said(speech))

    assert verdict.figure == "“we will never sell the bridge”"


@pytest.mark.parametrize("told_apart", [" ", "-"])
def test_of_a_long_passage_as_much_is_shown_as_of_a_quote(told_apart: str) -> None:
    wording = told_apart.join(f"word{at}" for at in range(200))

    verdict = judged(wording, said(f"Good evening. {wording}. Thank you."))

    assert verdict.label == "supported"
    assert verdict.figure == f"“{in_brief(wording)}”"
    assert verdict.figure.endswith(" ...”")


def test_without_evidence_it_says_so() -> None:
    verdict = judged("we will never sell the bridge")

    assert (verdict.label, verdict.evidence) == ("not_enough_evidence", "none")
    assert verdict.reason == "No words of Ada Berg are on record."


# The speaker


def test_words_of_somebody_else_are_misattributed() -> None:
    verdict = judged("we will never sell the bridge", said(SPOKEN, attribution="Tom Hill"))

    assert (verdict.label, names(verdict)) == ("refuted", ["misattributed"])
    assert verdict.findings[0].detail == "The words are cited as those of Tom Hill."
    assert verdict.figure.startswith("Tom Hill: “")


@pytest.mark.parametrize("cited", ["Ada Berg", "Berg", "the mayor of Northport", "she", None])
def test_the_speaker_by_any_of_her_names_is_the_speaker(cited: str | None) -> None:
    verdict = judged("we will never sell the bridge", said(SPOKEN, attribution=cited))

    assert (verdict.label, names(verdict)) == ("supported", [])


@pytest.mark.parametrize(
    ("page", "label"),
    [
        (f"“{SPOKEN}” said Berg’s spokesman.", "refuted"),
        (f"“{SPOKEN}” said Berg.", "supported"),
        ("She spoke of the bridge.", "supported"),
    ],
)
def test_the_page_tells_who_spoke_where_nobody_says(page: str, label: str) -> None:
    assert judged("we will never sell the bridge", said(SPOKEN, quote=page)).label == label


@pytest.mark.parametrize(
    ("page", "label", "findings"),
    [
        ("“We will never sell the bridge,” said Tom Hill.", "refuted", ["misattributed"]),
        ("“We will never sell the bridge,” said Ada Berg.", "supported", []),
        ("“We will never,” said Ada Berg, “sell the bridge.”", "supported", []),
        ("Berg denied saying “we will never sell the bridge”.", "not_enough_evidence",
         ["missing_context"]),
    ],
)  # fmt: skip
def test_who_spoke_is_read_off_a_whole_sentence_too(
    page: str, label: str, findings: list[str]
) -> None:
    verdict = judged("we will never sell the bridge", said(page, quote=page))

    assert (verdict.label, names(verdict)) == (label, findings)


def test_of_a_whole_sentence_the_words_spoken_are_shown() -> None:
    page = "“The bridge is safe unless the river rises,” said Ada Berg."
    verdict = judged("the bridge is safe", said(page, quote=page))

    assert verdict.figure == "“The bridge is safe unless the river rises”"
    assert verdict.findings[0].detail == (
        "The wording leaves out “unless the river rises”, without which it means something else."
    )


def test_marks_within_marks_are_single() -> None:
    page = "“The bridge is safe,” said Ada Berg."
    speech = "They call it a “bridge”, and we will never sell it."

    assert "Evidence for 3 June 2025: paper: “‘The bridge is safe,’ said Ada Berg.”" in (
        judged("the bridge is safe", said(page, quote=page)).explain()
    )
    assert judged("we will never sell it", said(speech)).figure == (
        "“They call it a ‘bridge’, and we will never sell it”"
    )


def test_words_told_as_denied_are_no_evidence() -> None:
    page = "Berg denied that she ever said “we will sell the bridge”."
    verdict = judged("we will sell the bridge", said("we will sell the bridge", quote=page))

    assert (verdict.label, names(verdict)) == ("not_enough_evidence", ["missing_context"])
    assert verdict.findings[0].detail == (
        "The Paper has the words as denied, asked or supposed, not as said."
    )


def test_hearsay_is_no_evidence_and_is_called_so() -> None:
    page = "Berg is said to have told Hill: “We will sell the bridge.”"
    verdict = judged("we will sell the bridge", said("we will sell the bridge", quote=page))

    assert (verdict.label, names(verdict)) == ("not_enough_evidence", ["missing_context"])
    assert verdict.findings[0].detail == (
        "The Paper passes the words on as what others say was said."
    )


@pytest.mark.parametrize(
    ("wording", "speech"),
    [
        ("we spent 1.5m on the bridge", "We spent 1.5 million on the bridge."),
        ("we spent one and a half million on it", "We spent 1.5m on it."),
        ("we spent three million on the bridge", "We spent 3m on the bridge."),
        ("we spent 1.5 million dollars on the bridge", "We spent $1.5m on the bridge."),
        ("we spent £3bn on the bridge", "We spent three billion pounds on the bridge."),
    ],
)
def test_figures_and_words_are_no_difference(wording: str, speech: str) -> None:
    verdict = judged(wording, said(speech))

    assert (verdict.label, names(verdict)) == ("supported", [])


@pytest.mark.parametrize(
    ("wording", "speech"),
    [
        ("we spent 1.5bn on the bridge", "We spent 1.5 million on the bridge."),
        ("we spent 2m on the bridge", "We spent 3m on the bridge."),
        ("we spent 3m on the bridge", "We spent 3 on the bridge."),
    ],
)
def test_other_amounts_are_a_difference(wording: str, speech: str) -> None:
    assert judged(wording, said(speech)).label != "supported"


@pytest.mark.parametrize(
    ("speech", "label"),
    [
        ("It would be wrong to say we will sell the bridge.", "borderline"),
        ("It is a lie that we will sell the bridge.", "borderline"),
        ("Hill claims we will sell the bridge.", "borderline"),
        ("They think that we will sell the bridge.", "borderline"),
        ("I said we will sell the bridge.", "supported"),
        ("Today I can tell you that we will sell the bridge.", "supported"),
        ("That means we will sell the bridge.", "supported"),
        ("Hill was wrong to say so and we will sell the bridge.", "supported"),
    ],
)
def test_words_that_she_calls_wrong_or_another_s_are_cut_short(speech: str, label: str) -> None:
    verdict = judged("we will sell the bridge", said(speech))

    assert verdict.label == label
    assert names(verdict) == ([] if label == "supported" else ["truncated"])


def test_other_words_of_somebody_else_tell_nothing() -> None:
    verdict = judged("we will gladly sell the bridge", said(SPOKEN, attribution="Tom Hill"))

    assert verdict.label == "not_enough_evidence"


# Several tellings


def test_what_else_a_source_has_does_not_count_against_the_words() -> None:
    verdict = judged(
        "we will never sell the bridge",
        said("We will now sell the bridge.", "2025-06-01"),
        said(SPOKEN),
        said("The harbour is open.", "2025-06-04"),
    )

    assert verdict.label == "supported"
    assert [each.value for each in verdict.because] == [SPOKEN]


def test_sources_that_give_other_words_are_in_conflict() -> None:
    verdict = judged(
        "we will never sell the bridge",
        said(SPOKEN),
        said("We will surely sell the bridge.", source="rival"),
    )

    assert (verdict.label, names(verdict)[-1]) == ("conflicting", "sources_disagree")


def test_a_source_that_has_nothing_of_it_changes_nothing() -> None:
    verdict = judged(
        "we will never sell the bridge", said(SPOKEN), said("Good morning.", source="rival")
    )

    assert verdict.label == "supported"


def test_a_copy_counts_once_and_one_side_alone_is_told() -> None:
    verdict = judged(
        "we will never sell the bridge",
        said(SPOKEN, source="ministry", quote=SPOKEN),
        said(SPOKEN, source="army", quote=SPOKEN),
    )

    assert len(verdict.because) == 1
    assert names(verdict) == ["single_party", "shared_wording"]


def test_what_was_withdrawn_counts_for_nothing() -> None:
    verdict = judged("we will never sell the bridge", replace(said(SPOKEN), withdrawn=True))

    assert verdict.label == "not_enough_evidence"


def test_what_a_source_has_replaced_counts_where_nothing_else_of_it_does() -> None:
    replaced = replace(said(SPOKEN), superseded=True)

    alone = judged("we will never sell the bridge", replaced)
    corrected = judged("we will never sell the bridge", replaced, said("We will sell the bridge."))

    assert (alone.label, names(alone)) == ("supported", ["superseded"])
    assert (corrected.label, names(corrected)) == ("refuted", ["misquoted"])


def test_order_and_duplication_change_nothing() -> None:
    tellings = [
        said(SPOKEN),
        said("We will sell the bridge.", source="rival"),
        said("Good morning.", "2025-06-01", source="map"),
    ]
    whole = judged("we will never sell the bridge", *tellings)

    for order in itertools.permutations([*tellings, tellings[0]]):
        assert judged("we will never sell the bridge", *order) == whole


# Translations


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Мы никогда не продадим этот мост.", "Russian"),
        ("Wir werden die Brücke nie und nimmer verkaufen, das ist sicher.", "German"),
    ],
)
def test_a_translation_is_no_misquotation(words: str, language: str) -> None:
    verdict = judged("we will never sell the bridge", said(words))

    assert (verdict.label, names(verdict)) == ("not_enough_evidence", ["translated"])
    assert f"The Paper in {language}" in verdict.findings[0].detail


# Time


@pytest.mark.parametrize("day", ["2025-06-10", "2026", "2025-05"])
def test_the_day_of_the_evidence_decides_nothing(day: str) -> None:
    told = quoted("we will never sell the bridge", "2025-06-03")
    evidence = history(said(SPOKEN, day))

    found = standing(
        told, asked(), evidence, published=calendar_date("2025-06"), at=date(2027, 1, 1)
    )

    assert (found.status, found.then.label, found.now.label) == (
        "timeless",
        "supported",
        "supported",
    )


def test_what_was_said_never_changes() -> None:
    told = quoted("we will never sell the bridge")

    assert transitions(told, asked(), history(said(SPOKEN)), until=date(2027, 1, 1)) == ()


def test_what_cannot_be_told_is_not_timeless() -> None:
    told = quoted("the tunnel is a scandal")
    found = standing(
        told, asked(), history(said(SPOKEN)), published=calendar_date("2025-06"), at=DAY
    )

    assert found.status == "unknown"


# In sentences, and end to end


def test_it_is_explained_in_sentences() -> None:
    assert judged("We will sell the bridge", said(SPOKEN, quote=SPOKEN)).explain() == (
        "On 3 June 2025 the evidence found said otherwise.\n"
        f"The Paper quotes Ada Berg on 3 June 2025: “{WORDS}”.\n"
        "The words differ: “never” is missing.\n"
        f"Evidence for 3 June 2025: paper: “{SPOKEN}”"
    )


FILE = """
[document]
id = "letters"
title = "Letters to the editor"
published = 2025-06-20

[measure."said/mayor"]
asks = "What did the mayor say of the bridge?"
kind = "quotation"
speaker = "Ada Berg, mayor of Northport"

[[claim]]
id = "never"
measure = "said/mayor"
statement = "Berg said the bridge would never be sold."
wording = "We will never sell the bridge"
as_of = 2025-06-03

[[claim]]
id = "ferry"
measure = "said/mayor"
statement = "Berg praised the ferry."
wording = "the ferry is a wonder of the north"

[[claim.cites]]
url = "https://example.org/ferry"
quote = "“The ferry is a wonder of the north,” said Tom Hill."
value = "The ferry is a wonder of the north"
"""


def test_what_a_person_saw_or_cites_is_judged(tmp_path: Path) -> None:
    (tmp_path / "letters.toml").write_text(FILE, encoding="utf-8")
    with claimtrack.open(tmp_path / "letters.db") as tracker:
        tracker.add(tmp_path / "letters.toml")
        assert tracker.standing("never").status == "unknown"
        tracker.observe("said/mayor", SPOKEN, as_of="2025-06-04", by="A. Reporter")

        never, ferry = tracker.standing("never"), tracker.standing("ferry")

    assert (never.status, never.now.label) == ("timeless", "supported")
    assert f"(“{WORDS}”, A. Reporter)" in str(never)
    assert (ferry.status, ferry.now.label) == ("timeless", "refuted")
    assert names(ferry.now) == ["misattributed"]
    assert "said otherwise (Tom Hill: “" in str(ferry)
    assert ferry.now.reason.startswith("the document letters quotes Tom Hill on 20 June 2025: ")
    assert "\nThe document letters quotes Tom Hill" in ferry.now.explain()
