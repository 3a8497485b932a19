"""Frames: what stands on a page around its words."""

from __future__ import annotations

import re

import pytest

from claimtrack.words.articles.frames import Frame, Parts
from claimtrack.words.articles.pagetree import tree

ACCEPT = re.compile("accept|agree", re.IGNORECASE)


def frame(body: str, head: str = "") -> Frame:
    return Frame(tree(f"<html><head>{head}</head><body>{body}</body></html>"))


def lines(body: str) -> list[str]:
    """Each line of the page, with a star where it is not its own."""
    return [f"{line.words}{'*' * (not line.is_own)}" for line in frame(body).lines]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("one", ["one"]),
        ("one<p>two <b>three</b></p>four", ["one", "two three", "four"]),
        ("<div>one<p>two</p>three</div>four", ["one", "two", "three", "four"]),
        ("<div>one<br>two</div>", ["one", "two"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("one <script>x</script>two<p hidden>x</p> three", ["one two three"]),
        ("one <i style='display:none'>x</i>two", ["one two"]),
        ("<nav>menu</nav>one", ["menu*", "one"]),
        ("<p>one</p><footer>two<p>three</p></footer>four", ["one", "two*", "three*", "four"]),
        ("<nav><p>one</p>two</nav><p>three</p>", ["one*", "two*", "three"]),
        ('<div class="sidebar"><p>one</p></div><p>two</p>', ["one*", "two"]),
        ('<nav>one<div class="sidebar">two</div>three</nav>four',
         ["one*", "two*", "three*", "four"]),
        ("<header>one</header>two", ["one*", "two"]),
        ("<header>one<h1>two</h1></header>", ["one", "two"]),
        ("<article><header>one</header>two</article>", ["one", "two"]),
        ("<main><div><header>one</header></div></main>", ["one"]),
        ("<section><header>one</header>two</section>", ["one*", "two"]),
        ("  <p> </p> ", []),
    ],
)  # fmt: skip
def test_its_lines_are_its_blocks_and_tell_whose_they_are(body: str, told: list[str]) -> None:
    assert lines(body) == told


def test_a_line_has_its_place_and_as_many_words_as_it_says() -> None:
    one, two, three, four = frame("a<div>b c<p>d e f</p>g</div>").lines
    assert [line.place.tag for line in (one, two, three, four)] == ["body", "div", "p", "div"]
    assert [len(line) for line in (one, two, three, four)] == [1, 2, 3, 1]


def test_of_a_long_page_the_beginning_is_told() -> None:
    assert len(frame("<p>one</p>" * 401).lines) == 400
    assert len(frame("<button>one</button>" * 201).controls) == 200


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<h1>one</h1><h4>two</h4><h5>x</h5>", ["one", "two"]),
        ('<p role="heading">one</p><p>x</p>', ["one"]),
        ('<nav><h2>x</h2></nav><div class="cookie"><h2>x</h2></div><h2>one</h2>', ["one"]),
        ('<div role="dialog"><h2>x</h2></div><div role="alertdialog"><h2>x</h2></div>', []),
        ("<h1></h1><h2>one</h2>", ["one"]),
    ],
)
def test_its_headings_are_its_own_and_not_those_of_a_box_that_asks(
    body: str, told: list[str]
) -> None:
    assert list(frame(body).headings()) == told


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<button>Accept all</button>", ["Accept all"]),
        ("<a>I agree</a>", []),
        ("<a>Agree</a><a>More</a>", ["Agree"]),
        ('<input type="submit" value="Accept">', ["Accept"]),
        ('<input type="Button" value="Accept">', ["Accept"]),
        ('<input type="image" value="Accept">', ["Accept"]),
        ('<input type="text" value="Accept">', []),
        ('<input value="Accept">', []),
        ('<input type="submit">', []),
        ("<button>Accept a b c d e f g</button>", ["Accept a b c d e f g"]),
        ("<button>Accept a b c d e f g h</button>", []),
        ("<p>Accept</p>", []),
        ("<nav><button>Accept</button></nav>", ["Accept*"]),
    ],
)
def test_what_can_be_pressed_says_so_in_a_few_words(body: str, told: list[str]) -> None:
    found = frame(body).pressed(ACCEPT)
    assert [f"{one.words}{'*' * (not one.is_own)}" for one in found] == told


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<input type="password">', "a field for password"),
        ('<form><input type="Email"></form>', "a field for email"),
        ('<input type="text"><input type="email"><input type="password">', "a field for email"),
        ('<input type="text"><input>', None),
        ('<nav><input type="email"></nav>', None),
        ('<select type="email"></select>', "a field for email"),
        ('<p type="email"></p>', None),
    ],
)
def test_a_field_in_which_somebody_says_who_he_is_is_a_login(body: str, told: str | None) -> None:
    assert frame(body).login == told


TEST = '<div class="g-recaptcha"></div>'


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (TEST, "a test (g-recaptcha)"),
        ('<div id="my h-captcha x"></div>', "a test (h-captcha)"),
        ('<div class="captcha_box"></div>', "a test (captcha_box)"),
        ('<div class="captchas"></div>', None),
        ('<div class="g-recaptcha" data-size="invisible"></div>', None),
        ('<div class="g-recaptcha" data-size="invisible"></div>' + TEST, "a test (g-recaptcha)"),
        (f"<nav>{TEST}</nav>", None),
        (f'<form>{TEST}<input type="text"></form>', None),
        (f"<form>{TEST}<input></form>", None),
        (f"<form>{TEST}<textarea></textarea></form>", None),
        (f'<form>{TEST}<input type="hidden"><input type="Submit"></form>', "a test (g-recaptcha)"),
        (f'<form>{TEST}<input type="search"></form>', "a test (g-recaptcha)"),
        (f'<form>{TEST}<input name="Captcha-answer"></form>', "a test (g-recaptcha)"),
        (f'<form>{TEST}<input class="captcha"></form>', "a test (g-recaptcha)"),
        (f"<form>{TEST}</form><input>", "a test (g-recaptcha)"),
        (f"{TEST}<form><input></form>", None),
    ],
)
def test_a_test_with_nothing_to_fill_in_beside_it_guards_the_page(
    body: str, told: str | None
) -> None:
    assert frame(body).test == told


@pytest.mark.parametrize(
    ("content", "leaves"),
    [
        ("0; url=/other", True), ("0;/other", True), ("10, URL = /other", True),
        ("3.5; url=/other", True), ("11; url=/other", False), ("600", False), ("", False),
        ("0;", False),
    ],
)  # fmt: skip
def test_a_page_that_goes_on_at_once_leaves(content: str, leaves: bool) -> None:
    told = "a refresh to another page" if leaves else None
    refresh = f'<meta http-equiv="Refresh" content="{content}">'
    assert frame("", refresh).leaves == told
    assert frame("", f'<meta charset="utf-8"><meta name="x" content="0;x">{refresh}').leaves == told
    assert frame("", f"<noscript>{refresh}</noscript>").leaves is None
    assert frame("", f"<noscript>{refresh}</noscript>{refresh}").leaves == told


@pytest.mark.parametrize(
    ("script", "leaves"),
    [
        ('location = "/other"', True), (' window.location.href="/other";', True),
        ("window.top.location.replace('/other')", True), ("location.assign(there)", True),
        ("document.forms[0].submit();", True), ("document.getElementById('f').submit()", True),
        ('location = "#top"', False), ('location == "/other"', False), ("location.hash = 1", False),
        ("if (old) location = '/other'", False), ("function f() { form.submit() }", False),
        ("var f = function() { g.submit() }", False), ("", False),
    ],
)  # fmt: skip
def test_a_page_that_a_script_takes_away_leaves(script: str, leaves: bool) -> None:
    told = "a script to another page" if leaves else None
    assert frame(f"<p>one</p><script>{script}</script>").leaves == told
    assert frame("", f"<script>{script}</script>").leaves == told
    assert frame(f"<script src='x'>{script}</script>").leaves is None
    assert frame("", f"<noscript><script>{script}</script></noscript>").leaves is None


def test_a_page_with_a_form_that_sends_itself_leaves() -> None:
    for sends, told in (("document.forms[0].submit()", "a form that sends itself"), ("go()", None)):
        page = f'<html><body onload="{sends}"><form></form></body></html>'
        assert Frame(tree(page)).leaves == told


PASSWORD = '<input type="password">'


@pytest.mark.parametrize(
    ("body", "is_door"),
    [
        (f"<form><h1>Hej</h1>{PASSWORD}</form>", True),
        (f"<form><h1>Hej</h1>{PASSWORD}</form><p>{'a ' * 12}</p>", True),
        (f"<form><h1>Hej</h1>{PASSWORD}</form><p>{'a ' * 13}</p>", False),
        (f"<form><h1>Hej</h1><p>{'a ' * 39}</p>{PASSWORD}</form>", True),
        (f"<form><h1>Hej</h1><p>{'a ' * 40}</p>{PASSWORD}</form>", False),
        (f"<form><h1>Hej</h1><p>Boats: 12</p>{PASSWORD}</form>", False),
        (f"<h1>Hej</h1><form>{PASSWORD}</form>", False),
        (f"<form><h1>Hej</h1></form>{PASSWORD}", False),
        ('<form><h1>Hej</h1><input type="text"></form>', False),
        (f"<nav><form><h1>Hej</h1>{PASSWORD}</form></nav>", False),
    ],
)
def test_a_form_with_a_password_and_the_heading_is_a_door(body: str, is_door: bool) -> None:
    assert frame(body).door == ("a form with a password, and its heading" if is_door else None)


HOME = '<a href="/">Hem</a>'


@pytest.mark.parametrize(
    ("body", "number"),
    [
        (f"<b>404</b><p>Hej.</p>{HOME}", "404"),
        (f"<div>404</div><p>Hej.</p>{HOME}", "404"),
        (f"<nav>Start</nav><h1>410</h1>{HOME}", "410"),
        (f"<div>404</div>{HOME}<p>{'a ' * 28}</p>", "404"),
        (f"<div>404</div>{HOME}<p>{'a ' * 29}</p>", None),
        (f"<div>405</div><p>Hej.</p>{HOME}", None),
        (f"<p>Hej</p><div>404</div>{HOME}", None),
        (f"<div>404</div><p>On 3 May</p>{HOME}", None),
        (f"<div>404</div><nav>{HOME}</nav>", None),
        ('<div>404</div><a href="/data">Data</a>', None),
        ("", None),
    ],
)
def test_a_page_may_begin_with_the_number_of_what_is_not_there(
    body: str, number: str | None
) -> None:
    assert frame(body).number == (number and f"the number {number}, and a way home")


@pytest.mark.parametrize(
    ("body", "headless"),
    [
        ("<p>one</p>", "no heading"),
        ("<h3>one</h3>", None),
        ("<nav><h1>one</h1></nav>", "no heading"),
    ],
)
def test_a_page_may_be_without_any_heading(body: str, headless: str | None) -> None:
    assert frame(body).headless == headless


def test_the_words_of_its_own_lines_are_counted_once() -> None:
    page = frame("<p>one two</p><nav>three</nav><p>four</p><p>five</p>")
    assert [page.says_more(most) for most in (0, 3, 4, 1)] == [True, True, False, True]


@pytest.mark.parametrize(
    ("body", "empty", "bare"),
    [
        ('<div id="root"></div>', "an empty root", "no part of a page"),
        ('<div id="__NEXT"> <i></i></div>', "an empty __next", "no part of a page"),
        ('<div id="my-root"></div>', "an empty my-root", "no part of a page"),
        ("<app-root></app-root>", "an empty app-root", "no part of a page"),
        ('<div id="root">one</div>', None, "no part of a page"),
        ('<div id="rooted"></div>', None, "no part of a page"),
        ('<div class="root"></div>', None, "no part of a page"),
        ("<p></p>", None, None),
        ("<main></main>", None, None),
        ("<table></table>", None, None),
        ("<h4></h4>", None, None),
        ("<div>one</div>", None, "no part of a page"),
        ("<p hidden></p>", None, "no part of a page"),
    ],
)
def test_a_page_may_be_empty_or_bare(body: str, empty: str | None, bare: str | None) -> None:
    assert frame(body).empty == empty
    assert frame(body).bare == bare


NAMED, ABOUT = re.compile("wall|gate"), re.compile("cookies")


@pytest.mark.parametrize(
    ("body", "boxes"),
    [
        ('<div class="wall" id="a"><button>Accept</button></div>', ["a"]),
        ('<div class="wall" id="a"><p class="gate" id="b"><button>Agree</button></p></div>', ["a"]),
        ('<div class="wall" id="a"><button>Accept</button><a>Agree</a></div>', ["a"]),
        ('<div class="wall" id="a"><button>Refuse</button></div>', []),
        ('<div id="a"><button>Accept</button></div>', []),
        ('<form id="a">cookies <button>Accept</button></form>', ["a"]),
        ('<form id="a">pancakes <button>Accept</button></form>', []),
        ('<p role="dialog" id="a">cookies <button>Accept</button></p>', ["a"]),
        ('<p role="alertdialog" id="a">cookies <a>Accept</a></p>', ["a"]),
        ('<p id="a">cookies <a>Accept</a></p>', []),
        ('<form id="a">cookies<i role="dialog" id="b">cookies<a>Agree</a></i></form>', ["b"]),
        ('<p class="gate" id="a"><a>Agree</a></p><p class="gate" id="b"><a>Agree</a></p>',
         ["a", "b"]),
    ],
)  # fmt: skip
def test_a_box_has_something_to_press_and_is_named_or_about_it(body: str, boxes: list[str]) -> None:
    found = frame(body).boxes(NAMED, ACCEPT, ABOUT)
    assert [one.get("id") for one in found] == boxes
    plain = [one.get("id") for one in frame(body).boxes(NAMED, ACCEPT, None)]
    assert plain == [one for one in boxes if "class" in body]


def test_the_page_itself_is_no_box() -> None:
    page = Frame(
        tree('<html class="wall"><body class="gate"><button>Accept</button></body></html>')
    )
    assert list(page.boxes(NAMED, ACCEPT, ABOUT)) == []


def test_beside_a_box_stand_the_pages_own_lines_that_are_not_in_it() -> None:
    page = frame('<p>one</p><nav>x</nav><form id="a">x<p>x</p></form><div id="b">x</div>two')
    a, b = (next(page.root.iter(tag)) for tag in ("form", "div"))
    assert [line.words for line in page.beside(a, b)] == ["one", "two"]
    assert [line.words for line in page.beside()] == ["one", "x", "x", "x", "two"]
    assert [line.words for line in page.beside(b)] == ["one", "x", "x", "two"]


def test_its_parts_are_what_is_seen_of_it() -> None:
    page = """<nav><b>x</b></nav><div class="consent"><i>y</i></div><s><b>z</b></s><u>w</u>
        <p hidden><b>z</b></p><p role="dialog"><i>v</i></p>"""
    parts = Parts(next(tree(f"<html><body>{page}</body></html>").iter("body")))
    found = parts.among("nav", "b", "div", "i", "s", "u")
    assert [(it.element.tag, it.is_own, it.is_asked, it.words) for it in found] == [
        ("nav", False, False, "x"), ("b", False, False, "x"),
        ("div", True, True, "y"), ("i", True, True, "y"),
        ("u", True, False, "w"), ("i", True, True, "v"),
    ]  # fmt: skip


def test_its_lines_are_read_no_further_than_tells_whether_they_say_more() -> None:
    page = frame("<p>one two</p><nav>x x x</nav><p>three</p>")
    assert [page.says_more(words) for words in (1, 2, 3)] == [True, True, False]
    assert not frame("<p>one</p>" * 401).says_more(400)
    assert frame("<p>one</p>" * 401).says_more(399)
