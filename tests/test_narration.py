"""Narration: what stands around the quotations of a text, sentence by sentence."""

from __future__ import annotations

import pytest

from claimtrack.words.quoting.narration import Sentence, inner_narration, narration, turns
from claimtrack.words.quoting.quotemarks import quoted_stretches


def told(text: str, one: Sentence) -> str:
    """Its pieces, a quotation as its marks, with its paragraph and whose turn it is."""
    pieces = " ".join("“”" if piece.kind == "quote" else piece.text for piece in one.pieces)
    turn = f" <{text[slice(*one.turn)]}>" if one.turn else ""
    return f"{pieces} /{one.paragraph}{turn}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berg left. Hill stayed.", ["Berg left . /0", "Hill stayed . /0"]),
        ("Berg left “now.” Hill stayed.", ["Berg left “” /0", "Hill stayed . /0"]),
        ("“Go.” “Stay.”", ["“” /0", "“” /0"]),
        ("“Go!” Hill said.", ["“” Hill said . /0"]),
        ("“Go.” he said.", ["“” he said . /0"]),
        ("“Go” Hill said.", ["“” Hill said . /0"]),
        ("“Go”. Hill said.", ["“” . /0", "Hill said . /0"]),
        ("“Go…” Hill said.", ["“” /0", "Hill said . /0"]),
        ("“Go?” Hill", ["“” Hill /0"]),
        ("Mr. Hill met J. Roe of the U.S. army. Then he left.",
         ["Mr. Hill met J. Roe of the U.S. army . /0", "Then he left . /0"]),
        ("It was 5. then six", ["It was 5 . then six /0"]),
        ("Really?! Yes", ["Really ? ! /0", "Yes /0"]),
        ("Wait... Then", ["Wait . . . /0", "Then /0"]),
        ("He said . “Go”", ["He said . /0", "“” /0"]),
        ("one\n\ntwo. Three", ["one /0", "two . /1", "Three /1"]),
        ("Berg’s well-known O'Neil's boys'", ["Berg’s well-known O'Neil's boys' /0"]),
        ("Dr. No. Go", ["Dr. No . /0", "Go /0"]),
        ("MR. HILL: We go. We stay.\n\nMS. ROE: No.\n\nQ  Why?\n\nIt rained.",
         ["We go . /0 <MR. HILL>", "We stay . /0 <MR. HILL>", "No . /1 <MS. ROE>", "Why ? /2",
          "It rained . /3"]),
        ("Hill: We go.", ["Hill : We go . /0"]),
        ("THE PRESIDENT (in Norvia): We go. “Yes.”",
         ["We go . /0 <THE PRESIDENT (in Norvia)>", "“” /0 <THE PRESIDENT (in Norvia)>"]),
        ("Q: Why?\n\nA BOY: So.", ["Why ? /0 <Q>", "So . /1 <A BOY>"]),
        ("**HILL:** We go.", ["We go . /0 <HILL>"]),
        ("A. Hill", ["A. Hill /0"]),
        ("a. hill", ["a . hill /0"]),
        ("ABC: “x”", ["“” /0 <ABC>"]),
    ],
)  # fmt: skip
def test_a_text_falls_into_its_sentences(text: str, expected: list[str]) -> None:
    assert [told(text, one) for one in narration(text, quoted_stretches(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MR. HILL: We go. We stay.\n\nMS. ROE: No.\n\nQ  Why?\n\nIt rained.",
         [["MR. HILL", "We go. We stay.\n"], ["MS. ROE", "No.\n"], ["-", "Why?\n\nIt rained."]]),
        ("Hill: We go.", []),
        ("THE PRESIDENT (in Norvia): We go. “Yes.”",
         [["THE PRESIDENT (in Norvia)", "We go. “Yes.”"]]),
        ("Q: Why?\n\nA BOY: So.", [["Q", "Why?\n"], ["A BOY", "So."]]),
        ("**HILL:** We go.", [["HILL", "We go."]]),
        ("ABC: “x”", [["ABC", "“x”"]]),
    ],
)  # fmt: skip
def test_a_transcript_has_turns(text: str, expected: list[list[str]]) -> None:
    assert [
        [text[slice(*one.label)] if one.label else "-", text[one.start : one.end]]
        for one in turns(text)
    ] == expected


def test_a_piece_stands_where_it_is_written_and_knows_its_quotation() -> None:
    text = "Berg said “go” and “stay”."
    (sentence,) = narration(text, quoted_stretches(text))
    assert [text[it.start : it.end] for it in sentence.pieces] == [
        "Berg", "said", "“go”", "and", "“stay”", ".",
    ]  # fmt: skip
    assert [it.quote for it in sentence.pieces] == [-1, -1, 0, -1, 1, -1]
    assert [it.kind[0] for it in sentence.pieces] == ["w", "w", "q", "w", "q", "s"]
    assert [it.lower for it in sentence.pieces] == ["berg", "said", "", "and", "", "."]
    assert [it.is_capital for it in sentence.pieces] == [True, *[False] * 5]


@pytest.mark.parametrize(
    ("text", "is_only_quotes"), [("“Go.”", True), ("“Go” – “stay”.", True), ("“Go”, he", False)]
)
def test_a_sentence_may_have_no_words_but_those_in_marks(text: str, is_only_quotes: bool) -> None:
    (sentence,) = narration(text, quoted_stretches(text))
    assert sentence.is_only_quotes is is_only_quotes


def test_what_stands_within_a_quotation_has_sentences_of_its_own() -> None:
    text = "“I said ‘go.’ They stayed. He left”"
    outer, inner = quoted_stretches(text)
    found = inner_narration(text, outer.start, outer.end, [(1, inner)])
    assert [told(text, one) for one in found] == ["I said “” /0", "They stayed . /0", "He left /0"]
    assert found[0].pieces[-1].quote == 1
    assert text[found[0].pieces[-1].start : found[0].pieces[-1].end] == "‘go.’"
