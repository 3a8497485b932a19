"""Glimpse: a page's words, cheaply."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claimtrack import visible_text
from claimtrack.words.articles.glimpse import (
    MOST_TAGS,
    has_selectolax,
    headings,
    paragraph_words,
)

PAGE = """<html><head><title>The bridge</title><style>p {color: red}</style></head><body>
<!-- unseen --><script>var unseen = "<p>unseen</p>";</script>
<h1>Bridge</h1><p>A third &amp; more<br>of the cost</p><template>unseen</template></body></html>"""
#: With more tags it is read by patterns, whether or not selectolax is installed.
MANY = "<i></i>" * (MOST_TAGS // 2 + 1)
both_ways = pytest.mark.parametrize("more", ["", MANY], ids=["selectolax", "patterns"])


def shown(page: str, more: str) -> str:
    return visible_text(page.replace("</body>", f"{more}</body>"))


@both_ways
def test_what_a_page_shows_is_one_line_of_words(more: str) -> None:
    assert shown(PAGE, more) in {
        "The bridge Bridge A third & more of the cost",
        "Bridge A third & more of the cost",
    }


@both_ways
@pytest.mark.parametrize(
    "markup",
    [
        '<img alt="more > less" title=\'a "third"\'>the bridge',
        '<a href="/it\'s">the</a> bridge',
        "<svg viewBox='0 0 9 9'><title>unseen</title></svg>the bridge",
        "the<svg class='icon'/> bridge<svg><path/></svg>",
        "<!-->the bridge",
        "<!--[if IE]><p>unseen</p><![endif]-->the bridge<!--><script>unseen</script>",
        "<SCRIPT>if (1 < 2) unseen('<!--')</SCRIPT ><p>the bridge</p>",
        "the&nbsp;bridge",
    ],
)
def test_nothing_is_shown_but_words(markup: str, more: str) -> None:
    assert shown(f"<body>{more}{markup}</body>", "") == "the bridge"


@both_ways
@pytest.mark.parametrize(
    ("markup", "word"),
    [
        ('<p><span class="dropcap">B</span>ridges are built</p>', "Bridges"),
        ("<p><b><i>B</i></b>ridges</p>", "Bridges"),
        ("<p>Bridge<wbr>builders</p>", "Bridgebuilders"),
        ("<p>un<em>bridge</em>able</p>", "unbridgeable"),
        ("<p>bridge<!-- -->s</p>", "bridges"),
        ("<p>Brücken&shy;bau</p>", "Brückenbau"),
        ("<p>Bru\u0308cke</p>", "Brücke"),
        ("<p>پل&zwnj;ها</p>", "پلها"),
        ("<noscript><p>bridges</p></noscript>", "bridges"),
        ('<script>{"articleBody": "The \\u0062ridge\\nis"}</script>', "bridge"),
    ],
)
def test_a_word_that_an_article_may_have_is_shown_whole(markup: str, word: str, more: str) -> None:
    assert word in shown(f"<body>{more}{markup}</body>", "").split()


@both_ways
def test_words_that_tags_part_stand_there_each_for_itself(more: str) -> None:
    page = f"<body>{more}<b>Kyiv</b>Region<i>!</i> <a>one</a> <a>two</a></body>"
    assert shown(page, "") == "Kyiv Region ! one two KyivRegion"


def test_what_is_declared_and_broken_is_no_word() -> None:
    assert visible_text('<p>bridge</p><script>{"articleBody": "\\u00"}</script>') == "bridge"


def test_a_sign_of_less_is_no_tag() -> None:
    assert "a < b and 5<6" in shown(f"<body>a < b and 5<6{MANY}</body>", "")


def test_quotes_that_do_not_pair_hide_no_word() -> None:
    page = f'<body>{MANY}<p class="wide>first</p><p>second</p><p>third" bridge</p></body>'
    assert 'second third" bridge' in shown(page, "")


def test_bytes_are_decoded_by_what_they_say_of_themselves() -> None:
    page = '<meta charset="windows-1251"><p>Міст</p>'.encode("cp1251")
    assert visible_text(page) == "Міст"


def test_an_encoding_that_is_named_late_is_found() -> None:
    page = f"<!--{'x' * 2_000}--><meta charset='latin1'><p>Brücke</p>"
    assert visible_text(page.encode("latin-1")) == "Brücke"


PARAGRAPH = f"<p class='a'>{'word ' * 9}<b>more</b></p>"


@pytest.mark.parametrize(
    ("page", "enough", "words"),
    [
        (PARAGRAPH * 3, 100, 30),
        (PARAGRAPH * 3, 10, 20),
        (PARAGRAPH * 3, 9, 10),
        (PARAGRAPH + f"<p>{'word ' * 8}</p><p>{'word ' * 7}</p>", 100, 18),
        (f"<nav>{PARAGRAPH}</nav><footer>{PARAGRAPH}</footer>{PARAGRAPH}", 100, 10),
        (f"<aside>{PARAGRAPH}</aside><FORM>{PARAGRAPH}</FORM><!--{PARAGRAPH}-->", 100, 0),
        ("<div>" + "word " * 20 + "</div>", 100, 0),
    ],
)
def test_the_words_of_paragraphs_are_counted_to_a_few_more_than_enough(
    page: str, enough: int, words: int
) -> None:
    assert paragraph_words(page, enough) == words


@pytest.mark.parametrize("opens", ["<div>", "<script>", "<!--", "<svg ", '<a href="', "<template"])
def test_a_page_of_openings_alone_shows_no_more_than_it_has(opens: str) -> None:
    page = "bridge " + opens * 100_000
    shown = visible_text(page)
    assert shown.startswith("bridge")
    assert len(shown) <= len(page)
    assert shown == "bridge" or opens not in {"<div>", "<script>"}


def test_the_headings_of_a_page_are_its_title_and_its_first_headings() -> None:
    page = '<TITLE>The bridge</TITLE><h1 class="big">The <b>new</b>\n bridge</h1 ><h2>Cost</h2>'
    assert headings(page) == ("The bridge", "The new bridge")


def test_a_heading_that_is_opened_again_ends_there() -> None:
    assert headings("<h1>One<h1>Two</h1><title>Three</h1>") == ("Two",)


@pytest.mark.parametrize("opens", ["<h1>", "<title>", "<h1 ", "<h1><p>"])
def test_a_page_of_headings_that_nobody_closes_is_gone_through_once(opens: str) -> None:
    code = (
        "from claimtrack.words.articles.glimpse import headings; "
        f"assert headings({opens!r} * 200_000) == ()"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_the_extra_for_speed_is_part_of_what_the_tests_need() -> None:
    assert has_selectolax()
