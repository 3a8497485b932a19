"""Quotation marks: the stretches between them, in every style."""

from __future__ import annotations

import pytest

from claimtrack.words.quoting.quotemarks import in_marks, paragraphs_of, quoted_stretches

LONG = "x " * 70


def told(text: str) -> list[str]:
    """Each stretch: "-" for each that it stands in, its pieces, what is unusual of it."""
    return [
        "-" * one.depth
        + "|".join(text[start:end] for start, end in one.pieces)
        + " (open)" * (not one.closed)
        + " (block)" * one.block
        for one in quoted_stretches(text)
    ]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("“one” and “two”", ["one", "two"]),
        ("„eins“ und „zwei” und „drei\"", ["eins", "zwei", "drei"]),
        ("«un» et »deux« et ‹trois› et ›quatre‹", ["un", "deux", "trois", "quatre"]),
        ("「一」と『二』", ["一", "二"]),
        ("‘one’ and ‚zwei‘ und ‚drei’", ["one", "zwei", "drei"]),
        ('"one" and "two"', ["one", "two"]),
        ("'one' and 'two'", ["one", "two"]),
        ("”ett” och ”två”", ["ett", "två"]),
        ("»yksi» ja »kaksi»", ["yksi", "kaksi"]),
        ("＂one＂", ["one"]),
        ("(“a”) [“b”] —“c” /“d” x“e” :‘f’", ["a", "b", "c", "d", "e", "f"]),
        ('("a") ["b"] —"c" /"d" :"e" ’"f"', ["a", "b", "c", "d", "e", "f"]),
        ('" spaced " out', ["spaced"]),
        ("“ one” two”", ["one"]),
        ("“7”", ["7"]),
        ("x” “one”", ["one"]),
        # signs that quote nothing
        ("the ministers’ plan", []),
        ("'twas 'em in the '90s", []),
        ("’90s and ’tis", []),
        ("6\" pipe and 5' wall", []),
        ('5"', []),
        ("rock 'n' roll", []),
        ("“” “ ” “—” “", []),
        # within each other
        ("“I said ‘go’ to ‘him’, he said” x", ["I said ‘go’ to ‘him’, he said", "-go", "-him"]),
        ("\"I said 'go' now\" x", ["I said 'go' now", "-go"]),
        ("“a ‘b “c” d’ e”", ["a ‘b “c” d’ e", "-b “c” d", "--c"]),
        ("‘the ministers’ plan goes’ on", ["the ministers’ plan goes"]),
        ("‘the plan’ of the Smiths’ son", ["the plan"]),
        ("“the ministers’ plan” on", ["the ministers’ plan"]),
        ("a 'b' c's", ["b"]),
        # never closed
        ('a "b', ["b (open)"]),
        ("“one two. Three four\n\nfive", ["one two. Three four (open)"]),
        ("x “one two. Three four\n\nfive", ["one two. (open)"]),
        ("x “one 2.5 two! Three", ["one 2.5 two! (open)"]),
        ("x “one two", ["one two (open)"]),
        ("x “one two. Three “four” five", ["one two. (open)", "four"]),
        ('x "one two. Three "four" five', ["one two. (open)", "four"]),
        ("“one „two” x", ["one „two” x (open)", "-two"]),
        ("‘one two. Three", []),
        ("“one ‘two” x", ["one ‘two"]),
        # over paragraphs
        ("“one\n\n“two” three", ["one|two"]),
        ("“one\n\n“two\n\n“three” four", ["one|two|three"]),
        ("“one\n\ntwo” three", ["one (open)"]),
        ("“one\n\n«two» three", ["one (open)", "two"]),
        ("«one\n\n«two» three", ["one|two"]),
        ("“one «two\n\n“three” four", ["one «two|three"]),
        (f"“one {LONG}\n“two” three", [f"one {LONG.strip()}|two"]),
        # set as a block
        ("> one\n> two\n\nthree", ["one|two (block)"]),
        (">one\n>\n> two", ["one|two (block)"]),
        ("> “one”\n> two", ["one"]),
        ("> one «two»", ["two"]),
        ("> # one\n> two", []),
        (">\n>", []),
        ("> one\ntwo", []),
        ("“one\n\n> two", ["one (open)", "two (block)"]),
    ],
)  # fmt: skip
def test_every_style_of_marks_holds_its_words(text: str, stretches: list[str]) -> None:
    assert told(text) == stretches


def test_a_stretch_has_the_place_of_its_words_and_of_its_marks() -> None:
    text = "He said “ one ” and left."
    (one,) = quoted_stretches(text)
    assert (text[one.start : one.end], text[one.outer_start : one.outer_end]) == ("one", "“ one ”")
    text = "> one\n> two\n\nthree"
    (block,) = quoted_stretches(text)
    assert (text[block.outer_start : block.outer_end]) == "> one\n> two"
    assert (text[block.start : block.end]) == "one\n> two"


def test_nobody_quotes_deeper_than_six() -> None:
    assert [one.depth for one in quoted_stretches("“a „b «c ‹d 「e 『f ＂g")] == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize(("begins", "length"), [("“", 600), ("x “", 600)])
def test_what_is_never_closed_is_believed_for_so_long(begins: str, length: int) -> None:
    (one,) = quoted_stretches(begins + "y" * 900)
    assert (one.end - one.start, one.outer_end) == (length, length + len(begins))


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        ("one", ["one"]),
        ("one\ntwo", ["one\ntwo"]),
        ("one\n\ntwo", ["one\n", "two"]),
        ("\n \none\n \n\ntwo\n", ["one\n", "two\n"]),
        ("x" * 120 + "\ntwo", ["x" * 120 + "\n", "two"]),
        ("x" * 119 + "\ntwo", ["x" * 119 + "\ntwo"]),
        ("> " + "x" * 120 + "\n> two", ["> " + "x" * 120 + "\n> two"]),
    ],
)
def test_blank_lines_part_paragraphs_and_so_do_lines_that_nobody_wrapped(
    text: str, paragraphs: list[str]
) -> None:
    assert [text[one.start : one.end] for one in paragraphs_of(text)] == paragraphs


def test_marks_within_marks_are_single() -> None:
    assert in_marks("He said “go”.") == "“He said ‘go’.”"
