"""The paragraphs of a text and the sentences of a paragraph."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.words.sentences import is_heading, paragraphs, sentence_spans, sentences


@pytest.mark.parametrize(
    "expected",
    [
        ["The pier is open.", "The crane is not."],
        ["Is the pier open?", "It is!", "Really?!", "So they say."],
        ["He met Mr. Smith in St. Petersburg.", "They walked."],
        ["Gen. Mark Hale and Sen. Ann Roe met Dr. Oz.", "Nobody else came."],
        ["George W. Bush spoke.", "J. D. Vance did not.", "Nor did J.R.R. Tolkien."],
        ["The U.S. Navy left.", "It came from the U.S.", "The crew stayed."],
        ["The U.N. Security Council met.", "The E.U. did not."],
        ["It grew 3.5 percent to $1.2bn.", "In 2.5 years it fell."],
        ["It was on Aug. 15.", "The No. 1 berth was free.", "She said no.", "Then she left."],
        ["It opens at 3 p.m.", "The pier shuts at 5 p.m. Moscow time.", "Or at 6 p.m. EST."],
        ["Acme Inc. Chief Ann Roe left Acme Inc.", "The firm shut."],
        ["Some, e.g. Oslo, vs. Bergen, i.e. Norway.", "The rest."],
        ["“Why?” she asked.", "“Never!” Roe said.", "“Yes!” he shouted."],
        ["She asked: “Is it open?”", "Nobody knew."],
        ["“We won.", "We will win again”.", "That was all."],
        ["He called it “a fine crane”.", "‘So it is.’", "(It was not.)", "[Nor is it now.]"],
        ["He waited… and waited...", "Then he left.", "Well…", "So be it."],
        ["The pier—once busy—is shut.", "Yes—shut.", "– And so it stays."],
        ["A fact.[1]", "Another fact.[2][3]", "The last one."],
        ["Se on n. 20 %.", "Ez kb. 20%.", "Nr. 5 ist frei."],
        ["He loves art.", "He sat.", "Moscow burned in World War I.", "Paris did not."],
        ["It was Plan B.", "The other was Plan A.", "Nobody had a Plan C"],
        ["It runs July 30-Aug. 5.", "Then it stops."],
        ["1. The pier (est. 1993) is shut.", "2. The crane is not.", "Yes."],
        ["Smith v. Jones was heard by Smith et al.", "Now what?"],
    ],
)
def test_a_paragraph_falls_into_its_sentences(expected: list[str]) -> None:
    assert list(sentences(" ".join(expected))) == expected


def test_a_no_break_space_parts_sentences_as_any_other() -> None:
    assert sentences("It was so.\u00a0 China rose.\u00a0") == ("It was so.", "China rose.")


def test_nothing_but_white_space_has_no_sentence() -> None:
    assert sentences(" \n\t ") == ()


@given(st.text(alphabet=st.sampled_from("aA .!?…“”\"'()1U.S\u00a0\n-—"), max_size=80))
def test_the_sentences_are_the_paragraph_and_nothing_is_lost(paragraph: str) -> None:
    spans = sentence_spans(paragraph)
    kept = "".join(paragraph[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(paragraph.split())
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(sentence == sentence.strip() != "" for sentence in sentences(paragraph))


LONG = "The pier was shut in the spring, and those who had lived off it went elsewhere. " * 3

ARTICLE = f"""\
Harbour News

A harbour without ships

By Ann Roe

{LONG}

What comes next

{LONG}
It has two lines.

- a point of a list

{LONG}

Further Reading on Harbours

Please Donate

Before you leave, please consider giving us money.

© 2024 Harbour News. All rights reserved.
"""


def test_headings_bylines_and_the_footer_are_no_paragraphs() -> None:
    text = paragraphs(ARTICLE, title="A Harbour Without Ships")
    assert text.title == "A harbour without ships"
    assert [paragraph[:17] for paragraph in text.paragraphs] == [
        "The pier was shut",
        "The pier was shut",
        "It has two lines.",
        "- a point of a li",
        "The pier was shut",
    ]


def test_a_heading_at_the_top_is_the_title_where_nobody_says_what_it_is() -> None:
    assert paragraphs(f"A harbour\n\n{LONG}").title == "A harbour"


def test_a_text_that_starts_right_away_has_no_title() -> None:
    text = paragraphs(LONG, title="A harbour")
    assert (text.title, len(text.paragraphs)) == (None, 1)


def test_a_title_may_close_with_a_question_mark() -> None:
    text = paragraphs(f"Where are the ships?\n\n{LONG}", title="Where Are the Ships?")
    assert (text.title, len(text.paragraphs)) == ("Where are the ships?", 1)


def test_wrapped_lines_are_one_paragraph() -> None:
    text = paragraphs("A harbour\n\nThe pier was shut\nin the spring.\n\nIt opened\nin the fall.")
    assert text.paragraphs == ("The pier was shut in the spring.", "It opened in the fall.")


def test_long_lines_without_blank_ones_between_are_paragraphs_each() -> None:
    text = paragraphs(f"A harbour\n{LONG}\nNext\n{LONG}")
    assert (text.title, len(text.paragraphs)) == ("A harbour", 2)


def test_windows_line_ends_part_paragraphs_too() -> None:
    assert len(paragraphs(f"A harbour\r\n\r\n{LONG}\r\n\r\n{LONG}").paragraphs) == 2


def test_a_promotion_in_the_middle_takes_no_paragraph_with_it() -> None:
    text = paragraphs(f"A harbour\n\n{LONG}\n\nSee also: ships\n\n{LONG}\n\n{LONG}\n\n{LONG}")
    assert len(text.paragraphs) == 4


def test_a_notice_at_the_end_is_no_paragraph() -> None:
    text = paragraphs(f"A harbour\n\n{LONG}\n\n© 2024 Harbour News. No copying.")
    assert len(text.paragraphs) == 1


@pytest.mark.parametrize(
    ("block", "heading"),
    [
        ("What comes next", True),
        ("## What comes next.", True),
        ("Photo: Ann Roe", True),
        ("It rained.", False),
        ("Will it rain?", False),
        ("She said:", False),
        ("“It rained.”", False),
        ("- a point", False),
        ("word " * 20, True),
        ("word " * 21, False),
        ("# " + "word " * 21, True),
        ("Ships; ", False),
        ("“Ships”", True),
        ("So they wait…", False),
        ("– a point", False),
        ("-no point", True),
    ],
)
def test_a_heading_is_short_and_has_no_closing_punctuation(block: str, heading: bool) -> None:
    assert is_heading(block) is heading


@pytest.mark.parametrize(
    ("text", "title", "kept"),
    [
        # lines that nobody wrapped
        ("x" * 120 + "\ny.", None, ["x" * 120 + " y."]),
        ("x" * 120 + ".\ny.", None, ["x" * 120 + ".", "y."]),
        ("One.\rTwo.", None, ["One. Two."]),
        ("One.\r\rTwo.", None, ["One.", "Two."]),
        ("One.\n \t\nTwo.\n\n\n", None, ["One.", "Two."]),
        ("One.\n\n***\n\nTwo.", None, ["One.", "Two."]),
        # the title
        ("Old ships\n\nOne.", None, ["One."]),
        ("One.\n\nOld ships are back\n\nTwo.", "Old ships are back", ["Two."]),
        ("A.\n\nB.\n\nC.\n\nD.\n\nE.\n\nOld ships\n\nTwo.", "Old Ships!", ["Two."]),
        ("A.\n\nB.\n\nC.\n\nD.\n\nE.\n\nF.\n\nShips.\n\nG.", "Ships",
         ["A.", "B.", "C.", "D.", "E.", "F.", "Ships.", "G."]),
        ("Old ships are black.\n\nOne.", "Old ships are back", ["One."]),
        ("New ships went.\n\nOne.", "Old ships are back", ["New ships went.", "One."]),
        # what follows the text
        ("12345678901234567890.\n\nReferences\n\nAbc.", None, ["12345678901234567890."]),
        ("1234567890123456789.\n\nReferences\n\nAbc.", None, ["1234567890123456789.", "Abc."]),
        ("12345.\n\n## Notes\n\n12345.", None, ["12345.", "12345."]),
        ("123456789012345.\n\n## Notes\n\n1.", None, ["123456789012345."]),
        ("One of them.\n\nReferences are few.\n\nA.", None,
         ["One of them.", "References are few.", "A."]),
        ("One.\n\n© 2026 Ann\n\nAll rights reserved.", None, ["One."]),
        ("© 2026 is young.\n\nTwo.", None, ["© 2026 is young.", "Two."]),
        ("© 2026 Ann.", None, []),
    ],
)  # fmt: skip
def test_the_paragraphs_of_a_text_are_what_is_left_of_it(
    text: str, title: str | None, kept: list[str]
) -> None:
    assert list(paragraphs(text, title=title).paragraphs) == kept


@given(st.text(max_size=200))
def test_any_text_has_paragraphs_of_one_line(text: str) -> None:
    assert all("\n" not in paragraph for paragraph in paragraphs(text, title="x").paragraphs)
