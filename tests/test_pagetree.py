"""Page tree: the text of a page's bytes, and the words in its parts."""

from __future__ import annotations

import pytest

from claimtrack.errors import Unreadable
from claimtrack.words.articles.pagetree import decoded, tree, words_of

CYRILLIC = "Новый мост через гавань"
JAPANESE = "港の橋は来年できる"


def meta(charset: str) -> bytes:
    return f'<meta charset="{charset}">'.encode()


def test_text_is_left_as_it_is() -> None:
    assert decoded('<meta charset="koi8-r">\ufffd мост') == '<meta charset="koi8-r">\ufffd мост'


@pytest.mark.parametrize("said", [b"", meta("utf-8"), meta("windows-1251"), meta("utf-16")])
def test_what_is_utf_8_throughout_is_that_whatever_it_says(said: bytes) -> None:
    assert decoded(said + CYRILLIC.encode()) == said.decode() + CYRILLIC


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "iso2022_jp"])
def test_some_encodings_may_be_utf_8_by_their_bytes_and_are_not(encoding: str) -> None:
    page = f'<html><head><meta charset="{encoding}"></head><p>{JAPANESE}</p></html>'
    assert decoded(page.encode(encoding)) == page


def test_the_mark_of_utf_8_is_no_part_of_the_text() -> None:
    assert decoded(JAPANESE.encode("utf-8-sig")) == JAPANESE


@pytest.mark.parametrize("said", ["windows-1251", "koi8-r"])
def test_a_page_that_is_no_utf_8_is_what_it_says(said: str) -> None:
    assert decoded(meta(said) + CYRILLIC.encode(said)).endswith(CYRILLIC)


def test_a_broken_sign_spoils_no_page() -> None:
    page = meta("windows-1252") + b"caf\xe9 \x81 <meta charset='windows-1251'>"
    assert decoded(page)[29:35] == "café \ufffd"


SAYS_UTF_8 = b'<?xml version="1.0" encoding="utf-8"?><html>'


@pytest.mark.parametrize(
    ("between", "is_found"), [(b"", True), (b" " * 99_800, True), (b" " * 100_000, False)]
)
def test_a_late_word_on_the_encoding_is_followed_where_the_early_one_is_wrong(
    between: bytes, is_found: bool
) -> None:
    page = SAYS_UTF_8 + between + meta("windows-1251") + CYRILLIC.encode("windows-1251")
    assert decoded(page).endswith(CYRILLIC) is is_found
    assert len(decoded(page)) == len(page) or not is_found


def test_of_two_words_on_the_encoding_the_first_holds() -> None:
    page = meta("utf-8") + meta("windows-1251") + CYRILLIC.encode("windows-1251")
    assert "\ufffd" in decoded(page)


def test_a_late_word_is_not_asked_where_the_early_one_is_right() -> None:
    page = b'<?xml version="1.0" encoding="koi8-r"?>' + meta("windows-1251")
    assert decoded(page + CYRILLIC.encode("koi8-r")).endswith(CYRILLIC)


def test_a_late_word_that_is_wrong_too_spoils_no_page() -> None:
    page = SAYS_UTF_8 + meta("windows-1252") + b"caf\xe9 \x81"
    assert decoded(page).endswith("café \ufffd")
    assert decoded(SAYS_UTF_8 + b"caf\xe9 \x81").endswith("caf\ufffd \ufffd")


def test_no_page_is_no_tree() -> None:
    assert tree("<p>one").tag == "html"
    with pytest.raises(Unreadable):
        tree("")


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<div>The old bridge</div> closed", "The old bridge"),
        ("<div> The\n old  <b>bridge</b>\t</div>", "The old bridge"),
        ("<div>The o<b>l</b>d bridge</div>", "The old bridge"),
        ("<div>The<br>old<br/>bridge<p>is</p>to<p>go</p></div>", "The old bridge is to go"),
        ("<div><span>The</span><span>old</span><div>bridge</div></div>", "The old bridge"),
        ("<div>By <span>Ann</span>, of <b>Harbour</b>.</div>", "By Ann, of Harbour.")
        ,
        ("<div><ul><li>one<li>two</ul></div>", "one two"),
        ("<div><h1>one</h1><h2>two</h2><h3>three</h3></div>", "one two three"),
        ("<div><table><tr><td>one<td>two</table></div>", "one two"),
        ("<div>港<ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby>は</div>", "港橋は"),
        ("<div>The <script>var a = 'x'</script>old<style>p {}</style> bridge</div>",
         "The old bridge"),
        ("<div>one<noscript><b>two</b></noscript><button>Save</button> three</div>", "one three"),
        ("<div>one<svg><title>an arrow</title></svg> two</div>", "one two"),
        ("<div></div>", ""),
    ],
)  # fmt: skip
def test_the_words_of_an_element_are_what_it_says_on_one_line(markup: str, words: str) -> None:
    found = next(tree(f"<html><body>before {markup} after</body></html>").iter("div"))
    assert words_of(found) == words


def test_what_is_left_out_elsewhere_says_what_it_says_where_it_is_asked_itself() -> None:
    page = "<body><noscript>Turn <b>scripts</b> on<style>p {}</style></noscript> to go on</body>"
    assert words_of(next(tree(page).iter("noscript"))) == "Turn scripts on"
