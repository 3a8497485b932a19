"""Volatile: what changes on a page by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.volatile import is_same_but_for_volatile, is_surely_another

PAGE = """<html><head><meta name="csrf-token" content="{token}">
<style>.a {{ top: {token}px }}</style>
<script nonce="{token}">window.now = "{token}"; if (1 < 2) go()</script>
</head><body>
<!-- made in {token} ms --><form><input type="hidden" name="t" value="{token}"></form>
<p class="{kind}">Held: <b>{share}</b></p>
<script type="application/ld+json">{{"share": "{data}"}}</script></body></html>"""


def page(token: str = "1", share: str = "20%", kind: str = "a", data: str = "0.2") -> str:
    return PAGE.format(token=token, share=share, kind=kind, data=data)


def test_tokens_code_and_comments_are_volatile() -> None:
    assert is_same_but_for_volatile(page("aaaa"), page("bbbbbb"))


@pytest.mark.parametrize(
    "other",
    [
        page("2", share="21%"),
        page("2", kind="b"),
        page("2", data="0.3"),
        page("2").replace("<b>", "<i>"),
        page("2").replace("</body>", "<p>12:03</p></body>"),
    ],
)
def test_words_tags_attributes_and_data_are_not(other: str) -> None:
    assert not is_same_but_for_volatile(page("1"), other)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<!--><b>20%</b><!-- -->", "<!--><b>75%</b><!-- -->"),  # it ends where it begins
        ("<!-- a -- b><b>20%</b>-->", "<!-- a -- b><b>75%</b>-->"),
        ("<script>a</script><b>20%</b><script>", "<script>a</script><b>75%</b><script>"),
        (
            "<script><!-- <script>a</script> <b>20%</b> --></script>",
            "<script><!-- <script>a</script> <b>75%</b> --></script>",
        ),
    ],
)
def test_what_a_parser_may_show_is_not_taken_for_code(old: str, new: str) -> None:
    assert not is_same_but_for_volatile(old, new)


@given(st.text("<>!-/scriptylenoc =\"'ab", max_size=60), st.text("<>-b ", max_size=20))
def test_a_page_is_never_the_same_as_one_with_other_words(page: str, more: str) -> None:
    assert not is_same_but_for_volatile(f"<p>{page}</p>", f"<p>1</p>{more}<b>2</b>")


@pytest.mark.parametrize("piece", ["<script>", "<script ", "<!--", "<!-- -", "<style>", "<input "])
def test_a_page_of_openings_alone_comes_to_an_end(piece: str) -> None:
    told = piece * 20_000
    assert not is_same_but_for_volatile(f"<script>1{told}", f"<script>2{told}")


@given(
    st.sampled_from([page("1"), page("1").replace("Held", "Gehört"), "<p>ä</p>"]),
    st.text("<>!-/scriptylenoc =\"'abäö", max_size=40),
    st.integers(0, 500),
    st.integers(0, 500),
)
def test_what_is_another_page_by_its_head_is_no_other_as_a_whole(
    old: str, more: str, at: int, size: int
) -> None:
    new = old[:at] + more + old[at + len(more) :]
    head = old.encode()[:size]
    if is_surely_another(head, new.encode(), "utf-8"):
        assert not is_same_but_for_volatile(old, new)
    assert not is_surely_another(head, old.encode(), "utf-8")


def test_most_pages_that_are_others_are_told_by_their_head() -> None:
    old, new = page("1"), page("1", share="21%")
    assert is_surely_another(old.encode()[: old.index("20%") + 3], new.encode(), "utf-8")
    assert not is_surely_another(old.encode()[:50], new.encode(), "utf-8")
    assert not is_surely_another(page("2").encode(), new.encode(), "utf-8")
