"""Headlines: the title, without the name of the site."""

from __future__ import annotations

import pytest

from claimtrack.words.articles.baretitles import without_site
from claimtrack.words.articles.headlines import title_of
from claimtrack.words.articles.metas import Metas
from claimtrack.words.articles.pagetree import tree
from claimtrack.words.articles.sites import Site, address_of, site_of
from claimtrack.words.articles.structured import all_nodes, article_in, declared

URL = "https://www.coastcourier.example/2026/03/bridge"
COURIER = Site(frozenset({"thecoastcourier", "coastcourier"}), ("coastcourier",))


def title(head: str, body: str = "", url: str | None = URL) -> str | None:
    root = tree(f"<html><head>{head}</head><body>{body}</body></html>")
    metas, said = Metas(root), declared(root)
    site = site_of(root, metas, said, address_of(metas, root, url))
    return title_of(root, metas, article_in(all_nodes(said)), site)


def shared(text: str) -> str:
    return f'<meta property="og:title" content="{text}">'


@pytest.mark.parametrize(
    "written",
    [
        "Bridge to be replaced",
        "Bridge to be replaced | The Coast Courier",
        "Bridge to be replaced - Coast Courier",
        "Bridge to be replaced – coastcourier.example",
        "Bridge to be replaced | World | The Coast Courier | World",
        "The Coast Courier: Bridge to be replaced",
        "Coast Courier » Bridge to be replaced",
        "Bridge to be replaced * The Coast Courier * by Ann Holm",
        "Bridge to be replaced – Coast Courier – 02.03.2026",
        "Bridge to be replaced | Harbour | 2 March 2026 | Coast Courier",
        "Bridge to be replaced：Coast Courier",
    ],
)
def test_the_name_of_the_site_is_cut_at_either_end(written: str) -> None:
    assert without_site(written, COURIER, {"bridge to be replaced"}) == "Bridge to be replaced"


@pytest.mark.parametrize(
    "written",
    [
        "Bridge: a history", "Bridge - and then?", "Bridge | A long road to the quay | Left",
        "11:30 - a chronicle of the night",
        "Coast Guard | what it may do", "The Coast Courier", "A–B", "Left | Right",
    ],
)  # fmt: skip
def test_a_mark_within_a_title_parts_nothing(written: str) -> None:
    assert without_site(written, COURIER, set()) == written


def test_what_is_shared_and_what_is_headed_agree_but_for_the_site() -> None:
    head = shared("Bridge to be replaced - The Coast Courier") + "<title>Bridge | Courier</title>"
    assert title(head, "<h1>Bridge to be replaced</h1>") == "Bridge to be replaced"


def test_a_logo_in_the_heading_is_no_title() -> None:
    head = '<meta property="og:site_name" content="The Coast Courier">'
    head += "<title>Bridge to be replaced - The Coast Courier</title>"
    assert title(head, "<h1>The Coast Courier</h1>") == "Bridge to be replaced"


def test_a_heading_is_the_title_where_the_window_only_says_where_one_is() -> None:
    assert title("<title>Home</title>", "<h1>Time to say goodbye.</h1>") == "Time to say goodbye."


def test_the_line_above_the_headline_is_no_part_of_it() -> None:
    heading = (
        '<h1><span class="article-kicker">Harbour</span> <span>Bridge to be replaced</span></h1>'
    )
    assert title("", heading) == "Bridge to be replaced"


def test_reading_aids_and_drawings_are_not_read() -> None:
    heading = "<h1><ruby>橋<rt>はし</rt></ruby>を架け替える</h1><svg><title>Share</title></svg>"
    assert title("", heading) == "橋を架け替える"


def test_what_is_declared_counts_beside_what_is_shared() -> None:
    script = '{"@type": "NewsArticle", "headline": "Bridge to be replaced &amp; paid"}'
    head = f'<script type="application/ld+json">{script}</script><title>Coast Courier</title>'
    assert title(head) == "Bridge to be replaced & paid"


def test_a_page_that_says_no_title_has_none() -> None:
    assert title("", "<p>The bridge is to be replaced.</p>") is None
    assert title("<title>***</title>", "<h1>—</h1>") is None


@pytest.mark.parametrize("said", ["/world/bridge", "http://a.example", "https://a.example", "Home"])
def test_what_says_where_the_page_stands_is_no_title(said: str) -> None:
    assert title(shared(said), "<h1>Bridge to be replaced</h1>") == "Bridge to be replaced"


@pytest.mark.parametrize(
    ("heading", "told", "expected"),
    [
        ("Flood", "Flood in the harbour", "Flood"),
        ("Bridge opens to all", "Bridge opens in May", "Bridge opens to all"),
        ("Bridge closes for lorries", "Bridge opens in May", "Bridge opens in May"),
        ("Weather", "Bridge opens in May", "Bridge opens in May"),
    ],
)
def test_a_heading_outweighs_what_it_has_half_its_words_in_common_with(
    heading: str, told: str, expected: str
) -> None:
    head = f'<meta name="twitter:title" content="{told}"><title>{told}</title>'
    assert title(head, f"<h1>{heading}</h1>") == expected


@pytest.mark.parametrize("tag", ["span", "div", "small", "strong", "em"])
def test_a_line_above_the_headline_may_stand_in_any_element(tag: str) -> None:
    heading = f'<h1><{tag} class="overline">Harbour:</{tag}> Bridge to be replaced</h1>'
    assert title("", heading) == "Bridge to be replaced"


@pytest.mark.parametrize("tag", ["span", "a", "strong", "em", "b"])
def test_the_part_of_a_heading_that_is_the_title_may_be_any_element(tag: str) -> None:
    heading = f"<h1>Top story <{tag}>Bridge to be replaced</{tag}> read on</h1>"
    head = "<title>Bridge to be replaced</title>"
    assert title(head, heading) == "Bridge to be replaced"


@pytest.mark.parametrize(("beside", "is_cut"), [("a b c d e", True), ("a b c d e f", False)])
def test_few_words_beside_what_is_a_title_for_itself_are_a_section(
    beside: str, is_cut: bool
) -> None:
    for written in (f"{beside} | Old bridge", f"Old bridge | {beside}"):
        assert (without_site(written, COURIER, {"old bridge"}) == "Old bridge") is is_cut


@pytest.mark.parametrize("parted", ["be<br>replaced", "be<span>replaced</span>"])
def test_the_lines_of_a_heading_are_words_apart(parted: str) -> None:
    assert title("", f"<h1>Bridge to {parted}</h1>") == "Bridge to be replaced"


def test_an_archived_page_is_of_the_site_that_it_was_kept_from() -> None:
    kept = "https://web.archive.org/web/20260302120000/https://www.coastcourier.example/bridge"
    head = "<title>Bridge to be replaced | Coast Courier</title>"
    assert title(head, url=kept) == "Bridge to be replaced"


def test_a_heading_that_holds_more_than_the_title_gives_the_title() -> None:
    head = '<meta name="twitter:title" content="Bridge to be replaced">'
    heading = '<h1><span>Bridge to be replaced</span><a href="/">Back to the start page</a></h1>'
    assert title(head, heading) == "Bridge to be replaced"


def declared_as(text: str) -> str:
    script = f'{{"@type": "NewsArticle", "headline": "{text}", "datePublished": "2026-03-02"}}'
    return f'<script type="application/ld+json">{script}</script>'


def test_a_line_above_that_is_told_with_the_title_and_a_colon_is_a_part_of_it() -> None:
    whole = "Harbour dispute: Bridge to be replaced"
    heading = '<h1><span class="kicker">Harbour dispute</span> Bridge to be replaced</h1>'
    assert title(shared(whole), heading) == whole
    assert title(shared(whole) + declared_as(whole), "<h1>Bridge to be replaced</h1>") == whole
    assert title(shared(whole), "<h1>Bridge to be replaced</h1>") == "Bridge to be replaced"


def test_what_breaks_off_is_taken_for_the_whole() -> None:
    whole = "Bridge to be replaced after nine years of dispute in the harbour"
    assert title(shared("Bridge to be replaced after nine…"), f"<h1>{whole}</h1>") == whole
    assert title(shared("And then..."), "<h1>And then there were none</h1>") == "And then..."


def test_entities_that_were_written_twice_are_read() -> None:
    assert title(shared("Harbour&amp;#8217;s bridge &amp;amp; tram")) == "Harbour’s bridge & tram"


def test_the_second_heading_is_the_title_where_the_first_is_the_sites() -> None:
    body = "<h1>Coast Courier</h1><h2>Market day</h2><h2>Bridge to be replaced</h2>"
    head = "<title>Bridge to be replaced | Harbour</title>"
    assert title(head, body) == "Bridge to be replaced"


def test_a_heading_that_is_a_sections_is_no_title() -> None:
    head = "<title>Rowers win on home water | Sport | Coast Courier</title>"
    body = "<h1>Sport</h1><h2>Rowers win on home water</h2>"
    assert title(head, body) == "Rowers win on home water"


def test_what_stands_beside_a_known_title_is_cut_where_it_is_short() -> None:
    heading = "<h1>Bridge to be replaced</h1>"
    assert title(shared("Bridge to be replaced - Harbour and Roads"), heading) == (
        "Bridge to be replaced"
    )
    told = "Bridge to be replaced - but nobody can tell us yet when"
    assert title(shared(told), heading) == told


@pytest.mark.parametrize("name", ["dc:title", "DCTERMS.title", "x:title dc:title"])
def test_a_catalogues_title_is_read_however_it_is_named(name: str) -> None:
    assert title(f'<meta property="{name}" content="Bridge to be replaced">') == (
        "Bridge to be replaced"
    )


@pytest.mark.parametrize(
    ("heading", "title_of_window", "expected"),
    [
        ("Bridge opens", "Bridge opens at noon in Harbour", "Bridge opens"),
        ("新しい橋が開く", "新しい橋が開く｜海岸新聞社会部", "新しい橋が開く"),
        ("新橋", "海岸新聞社会部｜港の古い橋", "海岸新聞社会部｜港の古い橋"),
    ],
)
def test_a_heading_of_few_signs_may_be_a_section(
    heading: str, title_of_window: str, expected: str
) -> None:
    assert title(f"<title>{title_of_window}</title>", f"<h1>{heading}</h1>") == expected


@pytest.mark.parametrize(
    ("shared_as", "expected"),
    [
        ("Harbour: Bridge to be replaced", "Harbour: Bridge to be replaced"),
        ("Coast Courier: Bridge to be replaced", "Bridge to be replaced"),
    ],
)
def test_what_is_shared_and_declared_with_a_colon_keeps_it_unless_the_site_is_before_it(
    shared_as: str, expected: str
) -> None:
    head = shared(shared_as) + declared_as(shared_as)
    assert title(head, "<h1>Bridge to be replaced</h1>") == expected
    assert title(shared(shared_as), "<h1>Bridge to be replaced</h1>") == "Bridge to be replaced"


@pytest.mark.parametrize("mark", [":", " –", " -", " |", " •", "", "\n"])
def test_the_sign_behind_the_line_above_the_headline_goes_with_it(mark: str) -> None:
    heading = f'<h1><b>x</b><span class="kicker">Old</span>{mark} Xylophone BX</h1>'
    assert title("", heading) == f"x Old{mark.rstrip()} Xylophone BX"
    heading = heading.replace("<b>x</b>", "")
    assert title("", heading) == "Xylophone BX"


@pytest.mark.parametrize(
    "window",
    [
        "Bridge to be replaced | World | News | The Coast Courier",
        "Bridge to be replaced - Harbour - The Coast Courier",
        "Bridge to be replaced » Harbour",
        "Harbour | Bridge to be replaced",
        "Bridge to be replaced – The Coast Courier – May 2, 2026",
        "Bridge to be replaced – 2. Mai 2026",
        "Bridge to be replaced- The Coast Courier",
        "Bridge to be replaced | coastcourier.example | Your paper by the sea",
        "Bridge to be replaced // Coast Courier",
        "Bridge to be replaced - courier.example",
    ],
)
def test_what_the_site_files_the_page_under_goes_with_its_name(window: str) -> None:
    menu = '<nav><a href="/world">World</a><a href="/news/">News</a></nav>'
    at = "https://www.coastcourier.example/harbour/2026/bridge"
    head = f'<meta property="og:site_name" content="Coast Courier"><title>{window}</title>'
    assert title(head, menu, at) == "Bridge to be replaced"


@pytest.mark.parametrize(
    "window",
    [
        "Harbour: Bridge to be replaced", "Harbour / Bridge to be replaced",
        "Bridge to be replaced | Roads", "World - Bridge to be replaced", "Harbour | Bridge",
        "Bridge - or the Coast Courier - and a harbour",
    ],
)  # fmt: skip
def test_what_may_be_a_part_of_the_title_stays(window: str) -> None:
    menu = '<nav><a href="/world">World</a></nav><a href="/roads?of=1">Roads</a>'
    at = "https://www.tidings.example/harbour/2026/bridge"
    assert title(f"<title>{window}</title>", menu, at) == window


def text(words: int) -> str:
    return "<p>" + "word " * words + "</p>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<h1>Trams over the basin</h1>{text(60)}", "Trams over the basin"),
        (f"<h1>Trams over the basin</h1>{text(59)}", "Bridge to be replaced"),
        (f"<h1>More from here</h1>{text(30)}<h1>Trams over the basin</h1>{text(60)}",
         "Trams over the basin"),
        (f"<h1>Read on below</h1><h1>Read on below</h1><p>A word.</p><h1>Trams</h1>{text(90)}",
         "Bridge to be replaced"),
        (f"<h1>Part the first</h1>{text(90)}<h1>Part the second</h1>{text(90)}"
         f"<h1>Part the third</h1>{text(90)}", "Bridge to be replaced"),
    ],
)  # fmt: skip
def test_the_heading_over_the_text_outweighs_the_window(body: str, expected: str) -> None:
    assert title("<title>Bridge to be replaced</title>", body) == expected


def test_of_headings_alone_the_one_over_the_text_is_the_title() -> None:
    body = f"<h1>Menu of the day</h1><h1>Bridge to be replaced</h1>{text(80)}"
    assert title("", body) == "Bridge to be replaced"


def test_a_heading_with_the_sites_motto_is_no_title() -> None:
    head = "<title>Bridge to be replaced | Coast Courier - News from the sea</title>"
    assert title(head, f"<h1>News from the sea</h1>{text(80)}") == "Bridge to be replaced"


def test_a_window_with_the_sites_name_says_nothing_of_a_heading() -> None:
    body = "<h1>Bridge to be replaced</h1><h1>Courier Newsletters</h1><h1>Courier shops</h1>"
    assert title("<title>Courier</title>", body) == "Bridge to be replaced"


@pytest.mark.parametrize(
    ("window", "second", "expected"),
    [
        ("The bridge of tomorrow: ten plans that lead to it", "The bridge of tomorrow",
         "The bridge of tomorrow: ten plans that lead to it"),
        ("Bridge to be replaced by a tunnel – what to expect", "what to expect",
         "Bridge to be replaced by a tunnel – what to expect"),
        ("Anglers’ Guild - Posts » Eels in the basin", "Eels in the basin", "Eels in the basin"),
        ("How long will the old bridge stand?", "the old bridge",
         "How long will the old bridge stand?"),
    ],
)  # fmt: skip
def test_a_second_heading_with_a_small_part_of_what_is_told_is_no_title(
    window: str, second: str, expected: str
) -> None:
    assert title(f"<title>{window}</title>", f"<h2>{second}</h2>{text(80)}") == expected


def test_a_heading_that_is_never_closed_is_no_title() -> None:
    head = "<title>Bridge to be replaced | Coast Courier</title>"
    body = '<h1><a href="/x"><div>' * 40 + "The council of the harbour. " * 2_000
    assert title(head, body) == "Bridge to be replaced"


@pytest.mark.parametrize(("letters", "is_one"), [(1_999, True), (2_000, True), (2_001, False)])
def test_a_heading_has_an_end(letters: int, is_one: bool) -> None:
    words = "Bridge to be replaced".ljust(letters, "x")
    assert title("", f"<h1>{words}</h1>") == (words[:400] if is_one else None)


@pytest.mark.parametrize(
    "written",
    [
        "Courier: bridge to be replaced | Coast Courier",
        "Couriers of the coast: a bridge - coastcourier.example",
    ],
)
def test_what_resembles_the_name_stays_beside_the_name_in_full(written: str) -> None:
    assert (
        without_site(written, COURIER, set())
        == written[: max(written.rfind(" |"), written.rfind(" -"))]
    )


def test_a_title_that_is_told_with_the_name_behind_it_is_bare_of_it() -> None:
    told = "Coast Courier: how a paper was saved"
    head = shared(told) + f"<title>{told} | Coast Courier</title>"
    assert title(head) == told
    assert title(f"<title>{told} | Coast Courier</title>") == "how a paper was saved"


def test_what_stands_behind_a_section_and_the_site_is_the_title() -> None:
    written = "Local - Coast Courier - Bridge to be replaced"
    assert without_site(written, COURIER, set()) == "Bridge to be replaced"


def test_the_hyphen_of_a_compound_parts_no_name() -> None:
    written = "Bridge for the post-coastcourier"
    assert without_site(written, COURIER, set()) == written


@pytest.mark.parametrize("plus", ["(C+)", "[+]", "(+)"])
def test_the_mark_of_what_subscribers_read_is_no_part_of_a_title(plus: str) -> None:
    assert title(shared(f"{plus} Bridge to be replaced")) == "Bridge to be replaced"


def test_a_title_cut_off_within_a_word_goes_on_where_another_does() -> None:
    whole = "The bridge over the inner basin is to be replaced before the winter"
    head = shared(whole[:52]) + f"<title>{whole}</title>"
    assert title(head) == whole
    assert title(shared(whole[:50]) + f"<title>{whole}</title>") == whole[:50].strip()


@pytest.mark.parametrize(
    "heading",
    [
        '<h1>Bridge to be replaced <span class="badge">Premium</span></h1>',
        "<h1>Bridge to be replaced <small>The work is to begin in May</small></h1>",
        '<h1>Bridge to be replaced<a href="#bridge">¶</a></h1>',
        '<h1>Bridge to be replaced <span class="comment-count">12</span></h1>',
        "<h1><span>Opinion</span> Bridge to be replaced</h1>",
    ],
)
def test_what_stands_in_a_heading_beside_the_headline_is_left_out(heading: str) -> None:
    assert title("", heading) == "Bridge to be replaced"


def test_a_marked_headline_is_one_where_no_heading_is() -> None:
    body = '<div id="logo">Coast Courier</div><p class="entry-title">Bridge to be replaced</p>'
    assert title("<title>Coast Courier</title>", body) == "Bridge to be replaced"


def test_a_line_that_the_window_repeats_outweighs_a_stray_heading() -> None:
    text = "<p>" + "The bridge has stood for ninety years and is to go. " * 8 + "</p>"
    body = "<h1>What is going on here</h1><p>Bridge to be replaced</p>" + text
    assert title("<title>Bridge to be replaced</title>", body) == "Bridge to be replaced"


SITES = "Everything about the northern shore"


@pytest.mark.parametrize("sign", [" - ", " | ", ": "])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_first_heading_on_one_side_leaves_the_other_to_the_second(
    sign: str, is_first: bool
) -> None:
    sides = (SITES, "Sea wall repaired")[:: 1 if is_first else -1]
    text = "<p>" + "The bridge has stood for ninety years and is to go. " * 8 + "</p>"
    body = f"<h1>{SITES}</h1><h2>Sea wall repaired</h2>{text}"
    assert title(shared(sign.join(sides)), body) == "Sea wall repaired"


def test_a_second_heading_below_the_text_of_the_first_is_no_title() -> None:
    text = "<p>" + "The bridge has stood for ninety years and is to go. " * 8 + "</p>"
    body = f"<h1>Sea wall repaired</h1>{text}<h2>{SITES}</h2><p>More.</p>"
    assert title(shared(f"Sea wall repaired - {SITES}"), body) == "Sea wall repaired"
