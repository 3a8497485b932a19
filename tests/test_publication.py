"""Publication: the day of the article, and no other's."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from claimtrack.values import CalendarDate
from claimtrack.words.articles.article import Time
from claimtrack.words.articles.metas import Metas
from claimtrack.words.articles.pagetree import tree
from claimtrack.words.articles.publication import modified_of, published_of
from claimtrack.words.articles.structured import all_nodes, article_in, declared
from claimtrack.words.articles.timestamps import day_of

DAY = CalendarDate(date(2026, 3, 2))
HEADING = "<h1>Bridge to be replaced</h1>"


def published(head: str = "", body: str = "", url: str | None = None) -> Time | None:
    root = tree(f"<html><head>{head}</head><body>{body}</body></html>")
    article = article_in(all_nodes(declared(root)))
    return published_of(root, Metas(root), article, "Bridge to be replaced", url, "en")


def declares(day: str, name: str = "datePublished") -> str:
    told = f'{{"@type": "NewsArticle", "headline": "Bridge", "{name}": "{day}"}}'
    return f'<script type="application/ld+json">{told}</script>'


@pytest.mark.parametrize(
    ("head", "body", "url"),
    [
        (declares("2026-03-02"), "", None),
        ('<meta property="article:published_time" content="2026-03-02">', "", None),
        ('<meta name="DCTERMS.created" content="2026-03-02">', "", None),
        ('<meta itemprop="datePublished" content="2026-03-02">', "", None),
        ("", f'{HEADING}<time datetime="2026-03-02">Monday</time>', None),
        ("", f'{HEADING}<span class="post-date">2 March 2026</span>', None),
        ("", f"{HEADING}<p>Published 2 March 2026</p>", None),
        ("", f"{HEADING}<p>2 March 2026, the harbour</p>", None),
        ("", "<p>The bridge.</p><p>Mise en ligne</p><p>2 mars 2026</p>", None),
        ("", "", "https://coastcourier.example/2026/03/02/bridge"),
        ("", "", "https://coastcourier.example/news-20260302.html"),
    ],
)
def test_the_day_is_found_wherever_it_is_told(head: str, body: str, url: str | None) -> None:
    assert published(head, body, url) == DAY


def test_the_part_with_most_paragraphs_is_the_pages_own_whatever_its_name() -> None:
    story = "<p>The bridge was opened by a minister who came late.</p>" * 5
    body = f'<div class="with sidebar"><span class="post-date">2 March 2026</span>{story}</div>'
    assert published(body=body) == DAY


@pytest.mark.parametrize(
    "body",
    [
        f'<div class="breaking-news">{HEADING}<time datetime="2026-03-02">Monday</time></div>',
        f'<article>{HEADING}<div class="sidebar"><p class="date">2 March 2026</p></div></article>',
        f'<article>{HEADING}<aside><p class="date">2 March 2026</p></aside></article>',
        f'<article class="related">{HEADING}<p class="date">2 March 2026</p></article>',
        "<h2>Weather</h2><h1>Old bridge goes</h1><p>2 March 2026</p>",
    ],
)
def test_a_part_of_the_article_is_its_own_whatever_its_name(body: str) -> None:
    assert published(body=body) == DAY


@pytest.mark.parametrize(
    "time",
    [
        '<time pubdate datetime="2026-03-02">Monday</time>',
        '<time class="published" datetime="2026-03-02">Monday</time>',
        '<time itemprop="datePublished" datetime="2026-03-02">Monday</time>',
        '<p class="publish"><time datetime="2026-03-02">Monday</time></p>',
    ],
)
def test_the_time_of_the_publication_comes_before_others(time: str) -> None:
    other = '<ins datetime="2026-03-05">new</ins><time datetime="2026-03-01">Sunday</time>'
    assert published(body=f"<div>{other}{time}</div>") == DAY


def test_the_time_of_a_change_comes_last() -> None:
    changed = '<time class="updated" datetime="2026-03-05">Thursday</time>'
    assert published(body=f'{changed}<p><time datetime="2026-03-02">Monday</time></p>') == DAY


def test_a_meta_tag_may_stand_anywhere_on_a_page() -> None:
    body = "<i></i>" * 1_500 + '<meta><meta name="date" value="2026-03-02">'
    assert published(body=body) == DAY


def test_a_moment_keeps_its_zone() -> None:
    assert published(declares("2026-03-02T08:00:00Z")) == datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "body",
    [
        "",
        f"{HEADING}<footer>© 2 March 2026</footer>",
        f'{HEADING}<div class="comments"><time datetime="2026-03-02">then</time></div>',
        f'{HEADING}<aside><h2>Others</h2><span class="date">2 March 2026</span></aside>',
        f'{HEADING}<div class="related-posts"><span class="date">2 March 2026</span></div>',
        f'<article>{HEADING}<div class="related"><p class="date">2 March 2026</p></div></article>',
        f'{HEADING}<div class="sidebar"><span class="date">2 March 2026</span></div>',
        f'{HEADING}{"<p>It rained.</p>" * 6}<div class="sidebar">{"<p>It snowed.</p>" * 5}'
        '<p class="date">2 March 2026</p></div>',
        f"{HEADING}<p>{'The bridge was opened by a minister who came late. ' * 5}2 March 2026</p>",
        '<ul><li class="date">2 March 2026</li><li class="date">1 March 2026</li></ul>',
    ],
)
def test_no_day_is_made_of_a_neighbours_or_a_comments(body: str) -> None:
    assert published(body=body) is None


def test_what_most_places_say_outweighs_one_that_was_moved() -> None:
    moved = '<meta name="date" content="2019-01-01">'
    shown = f'{HEADING}<time class="published" datetime="2026-03-02">2 March 2026</time>'
    assert published(moved, shown + '<span class="date">2 March 2026</span>') == DAY


def test_the_day_below_the_headline_counts_before_the_one_above() -> None:
    above, below = '<p class="date">1 March 2026</p>', '<p class="date">2 March 2026</p>'
    assert published(body=above + HEADING + below) == DAY


def test_a_change_is_told_apart_from_the_publication() -> None:
    root = tree(
        f"<html><head>{declares('2026-03-02T09:00:00+01:00', 'dateModified')}</head></html>"
    )
    article = article_in(all_nodes(declared(root)))
    changed = modified_of(Metas(root), article, None)
    assert changed == datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (declares("2026-03-02", "dateModified"), HEADING),
        ("", f'{HEADING}<p class="meta">Last updated: 2 March 2026</p>'),
        ("", f"{HEADING}<p>The bridge was opened.</p><p>Zuletzt geändert am 2. März 2026</p>"),
    ],
)
def test_a_page_that_tells_only_its_change_is_of_that_day(head: str, body: str) -> None:
    assert published(head, body) == DAY


def test_a_change_is_not_the_publication_where_that_is_told() -> None:
    body = f"{HEADING}<p>2 March 2026</p><p>Last updated: 5 March 2026</p>"
    assert published(declares("2026-03-04", "dateModified"), body) == DAY


def test_of_two_moments_that_are_declared_the_later_is_a_change() -> None:
    head = '<meta property="article:published_time" content="2026-03-02T08:00:00Z">'
    assert published(declares("2026-05-08T10:11:51Z") + head) == datetime(2026, 3, 2, 8, tzinfo=UTC)


def test_a_page_that_moved_is_of_the_day_in_its_address() -> None:
    url = "https://coastcourier.example/2026/03/02/bridge"
    moved = declares("2027-08-15T10:00:00+00:00") + "<time datetime='2027-08-15'>15 August</time>"
    assert published(moved, "", url) == DAY
    by_night = published(declares("2026-03-03T00:30:00+02:00"), "", url)
    assert by_night is not None
    assert day_of(by_night) == date(2026, 3, 3)
    before = declares("2026-01-15")  # planned for the day in its address, or filed under it
    assert published(before, "", url) == CalendarDate(date(2026, 1, 15))


def test_of_two_days_that_are_declared_the_later_is_a_change() -> None:
    meta = '<meta property="article:published_time" content="2026-03-02">'
    assert published(meta + declares("2026-04-01T10:00:00+00:00")) == DAY
    by_night = datetime(2026, 3, 2, 23, tzinfo=UTC)
    assert published(meta + declares("2026-03-02T23:00:00+00:00")) == by_night


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (declares("2 listopada 2026"), ""),
        ('<meta name="date" content="2 listopada 2026">', ""),
        ('<meta name="lastmod" content="2 listopada 2026">', ""),
        ("", '<time datetime="2 listopada 2026">x</time>'),
        ("", '<p class="date">2 listopada 2026</p>'),
        ("", f"{HEADING}<p>2 listopada 2026</p>"),
        ("", "<p>Datum:</p><p>2 listopada 2026</p>"),
        ("", "<p>2 listopada 2026</p>"),
    ],
)
def test_a_day_is_read_in_the_language_of_its_page_wherever_it_stands(head: str, body: str) -> None:
    root = tree(f"<html><head>{head}</head><body>{body}</body></html>")
    article = article_in(all_nodes(declared(root)))
    for language, month in [("hr", 10), ("pl", 11)]:
        found = published_of(root, Metas(root), article, "Bridge to be replaced", None, language)
        assert found == CalendarDate(date(2026, month, 2))


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("/2026/03/02/bridge", DAY),
        ("/bridge-2026-3-2.html", DAY),
        ("/bridge_20260302.html", DAY),
        ("/news/20260302", DAY),
        ("/2026/13/02/x/2026/03/02/", DAY),
        ("/1993/03/02/bridge", None),
        ("/1994/03/02/bridge", CalendarDate(date(1994, 3, 2))),
        ("/2026/03/bridge", None),
        ("/12026/03/02", None),
        ("/bridge-37041208", None),
        ("/2099/12/31/bridge", CalendarDate(date(2099, 12, 31))),
        ("/2100/01/01/bridge", None),
        ("/bridge20260302", None),
        ("/2026/03/021", None),
    ],
)
def test_an_address_may_have_a_day(address: str, day: CalendarDate | None) -> None:
    assert published("", "", f"https://coastcourier.example{address}") == day


@pytest.mark.parametrize(("between", "is_near"), [(11, True), (12, False)])
def test_a_day_below_the_headline_is_near_it(between: int, is_near: bool) -> None:
    day, other = "<p>2 March 2026, in Harbour, Ann Holm</p>", "<p>It rained in Harbour.</p>"
    assert published("", HEADING + other * between + day) == (DAY if is_near else None)


@pytest.mark.parametrize(("between", "is_near"), [(4, True), (5, False)])
def test_a_day_above_the_headline_is_near_it(between: int, is_near: bool) -> None:
    day, other = "<p>2 March 2026, in Harbour, Ann Holm</p>", "<p>It rained in Harbour.</p>"
    assert published("", day + other * between + HEADING) == (DAY if is_near else None)


@pytest.mark.parametrize(
    ("line", "is_read"),
    [
        (f"Published {'x' * 57} 2 March 2026", True),
        (f"Published {'x' * 58} 2 March 2026", False),
        ("It was published. 2 March 2026", True),
        ("It was opened in Harbour on 2 March 2026", False),
    ],
)
def test_a_day_stands_behind_its_label_at_the_head_of_a_line(line: str, is_read: bool) -> None:
    other = "<p>It rained in Harbour on the day after that.</p>"
    assert (published("", f"{other * 3}<p>{line}</p>{other}") is not None) is is_read


@pytest.mark.parametrize(
    ("first", "second", "is_first"),
    [
        ('<time datetime="2026-03-02">', '<time datetime="2026-03-09">', True),
        ('<time datetime="2026-03-09">', '<time datetime="2026-03-02" pubdate>', False),
        ('<time datetime="2026-03-09">', '<time datetime="2026-03-02" class="published">', False),
        ('<time datetime="2026-03-09">', '<time datetime="2026-03-02" itemprop="datePublished">',
         False),
        ('<time datetime="2026-03-09" id="updated">', '<time datetime="2026-03-02">', False),
        ('<time datetime="2026-03-09" class="modified">', '<time datetime="2026-03-02">', False),
        ("<time>", '<time datetime="2026-03-02">', False),
    ],
)  # fmt: skip
def test_of_several_times_the_one_that_says_it_is_the_publication_is(
    first: str, second: str, is_first: bool
) -> None:
    text = "<p>It rained in Harbour on that day.</p>"
    body = f"<h2>x</h2>{text * 9}<p>{first}soon</time></p>{text}<p>{second}soon</time></p>"
    assert published("", body) == DAY


def test_a_line_that_tells_of_a_change_tells_no_publication() -> None:
    changed = '<p class="date">Updated 5 March 2026</p>'
    assert published("", HEADING + changed + '<p class="date">2 March 2026</p>') == DAY
    assert published("", f"{HEADING}<p>Modified: 5 March 2026</p><p>2 March 2026</p>") == DAY


def test_the_line_by_which_a_day_stands_is_the_title_and_no_other_heading() -> None:
    other, text = "<h1>Market</h1>", "<p>It rained in Harbour on that day, they say.</p>"
    around = f"{other}<p>In Harbour, 9 March 2026</p>{text * 13}"
    assert published("", f"{around}{HEADING}<p>In Harbour, 2 March 2026</p>") == DAY


def test_the_only_day_that_is_a_line_for_itself_is_the_publication() -> None:
    text = "<p>The bridge was built in four years.</p>" * 20
    assert published("", f"{text}<p>2026/03/02 10:00</p>") == DAY
    assert published("", f"{text}<p>2026/03/02</p><p>2026/03/09</p>") is None
    assert published("", f"{text}<p>It was opened again on 2 March 2026, they say.</p>") is None


@pytest.mark.parametrize(
    "line",
    [
        "Published: 2 March 2026 at 4:56 p.m. | Updated: 5 March 2026",
        "02.03.2026, 10:15 (updated 11:20)",
        "2026-03-02 - The council of the harbour town has agreed " + "to pay for it " * 10,
    ],
)
def test_in_front_of_a_change_or_a_text_stands_the_publication(line: str) -> None:
    assert published(body=f"{HEADING}<p>{line}</p>") == DAY


def test_a_line_that_only_ends_in_a_day_tells_none() -> None:
    line = "The council of the harbour town has agreed " + "to pay for it " * 10 + "2 March 2026"
    assert published(body=f"{HEADING}<p>{line}</p>") is None


@pytest.mark.parametrize(
    "age",
    [
        "26 minutes ago", "By Ann Holm, 3h ago", "vor 3 Stunden", "Il y a 2 heures", "hace 5 horas",
        "prije 26 minuta", "5 минут назад", "2 saat önce",
    ],
)  # fmt: skip
def test_where_its_age_is_shown_the_days_are_those_of_others(age: str) -> None:
    other = '<div class="post-date">2 March 2026</div><p>Published 2 March 2026</p>'
    between = "<p>The council</p>" * 4
    assert published(body=f"{HEADING}<p>{age}</p>{between}{other}") is None
    assert published(body=f"{HEADING}<p>{age}</p>{other}{between}") == DAY
    assert published(declares("2026-03-02"), f"{HEADING}<p>{age}</p>") == DAY
    assert published(body=f"{HEADING}<p>The bridge fell 9 years before</p>{other}") == DAY


@pytest.mark.parametrize(
    "body",
    [
        "<p>The old bridge in the harbour when it was closed, 2 March 2026</p>",
        '<figcaption class="meta">The harbour, in winter, 2 March 2026</figcaption>',
        '<a href="/x"><b>Flood</b><span class="date">02.03.2026</span></a>',
        '<div class="info">What the council said of the bridge that stood until 2 March 2026</div>',
    ],
)
def test_the_day_of_a_picture_or_of_what_happened_is_no_publication(body: str) -> None:
    far = "<p>The council</p>" * 12
    assert published(body=HEADING + far + body) is None


@pytest.mark.parametrize(("words", "is_read"), [(6, True), (7, False)])
def test_a_line_of_many_words_tells_no_day_without_a_label(words: int, is_read: bool) -> None:
    line = "word " * words + "2 March 2026"
    assert published(body=f"{HEADING}<p>{line}</p>") == (DAY if is_read else None)
    assert published(body=f"{HEADING}<p>By Ann Holm, {line}</p>") == DAY
