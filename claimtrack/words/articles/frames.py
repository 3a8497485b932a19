"""Frames: what stands on a page around its words, and what of it holds a reader up.

A wall is made of a few parts: a form that asks who is there, a box that asks for consent, a test
for machines. Each of them stands on true pages too. What tells a wall is that nothing else does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from claimtrack.markup import BLOCKS, is_unseen
from claimtrack.words.articles.pagetree import words_of
from claimtrack.words.articles.regions import asks, is_margin, is_named, named_by

#: No wall is longer; what is longer is not looked through.
_MOST_LINES = 400
_MOST_CONTROLS = 200
_MOST_BOXES = 20
#: The words on a button; what is longer says something.
_WORDS_ON_A_CONTROL = 8
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_BUTTONS = frozenset({"submit", "button", "image"})
#: Fields in which nobody writes anything, or anything that is kept.
_UNWRITTEN = frozenset({"hidden", "checkbox", "radio", "reset", "search", *_BUTTONS})
_DIALOGS = frozenset({"dialog", "alertdialog"})
#: A test for machines, by the name of its place.
_TEST = re.compile(
    r"(?:^|[\s_-])(?:g-recaptcha|h-captcha|cf-turnstile|px-captcha|frc-captcha|smart-captcha"
    r"|geetest\w*|mtcaptcha|captcha(?:[-_]?(?:container|box|wrapper|widget))?|recaptcha"
    r"|arkose\w*|funcaptcha|altcha|yidun\w*|slider-?captcha)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BRINGS_AWAY = re.compile(r"^\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*(?:url\s*=)?\s*\S", re.IGNORECASE)
#: A page that goes on later than this, in seconds, is there to be read.
_SOON = 10
#: A script that begins so takes its reader to another page, whoever he is.
_TAKES_AWAY = re.compile(
    r"^\s*(?:(?:window|self|top|parent|document)\s*\.\s*)*"
    r"location(?:\s*\.\s*href)?\s*(?:=(?!=)|\.\s*(?:replace|assign)\s*\()\s*(?![\s\"'`]*#)",
)
_SENDS = re.compile(r"^[^;{}]{0,120}\.\s*submit\s*\(\s*\)")
_MOST_SCRIPT = 500
#: What a form says besides, that asks who is there and does nothing else.
_MOST_OF_A_DOOR, _MOST_BESIDE_A_DOOR = 40, 12
#: The answer's own number, where a page prints it.
_ABSENT = frozenset({"404", "410"})
_MOST_OF_A_NUMBER = 30
#: Where scripts put a page.
_ROOTS = frozenset({"root", "app", "__next", "__nuxt", "___gatsby", "main-app", "svelte", "q-app"})


@dataclass(frozen=True, slots=True)
class Line:
    """A block's words, in the order of the page. It is ``is_own`` where it is not the site's, a
    reader's or another article's.
    """

    words: str
    is_own: bool
    place: Any = field(repr=False)

    def __len__(self) -> int:
        return len(self.words.split())


class Part(NamedTuple):
    """An element of the page that a reader sees; ``is_asked`` within what asks for consent."""

    element: Any
    is_own: bool
    is_asked: bool

    @property
    def words(self) -> str:
        """What it says."""
        return words_of(self.element)


@dataclass(frozen=True, slots=True)
class Control:
    """What can be pressed, with the words on it."""

    words: str
    is_own: bool
    element: Any = field(repr=False)


class Parts:
    """The elements of a page's ``body`` that are seen, each looked at when it is asked for."""

    def __init__(self, body: Any) -> None:
        self.body = body
        self._known: dict[Any, Part | None] = {body: _part(body, Part(body, True, False))}

    def part(self, element: Any) -> Part | None:
        """*element*, of the body; None where it is not seen."""
        path = []
        above = element
        while above not in self._known:
            path.append(above)
            above = above.getparent()
        found = self._known[above]
        for one in reversed(path):
            found = None if found is None or is_unseen(one) else _part(one, found)
            self._known[one] = found
        return found

    def among(self, *tags: str) -> Iterator[Part]:
        """Those that have one of *tags*, in the order of the page."""
        return filter(None, map(self.part, self.body.iter(*tags)))


class Reel:
    """The lines of a page, read from it as far as somebody asked, and each once."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._read: list[Line] = []
        self._count = 0

    def passes(self, words: int) -> bool:
        """Whether those that are its own have more than so many *words*."""
        while self._count <= words and (line := next(self._lines, None)) is not None:
            self._read.append(line)
            self._count += line.is_own * len(line)
        return self._count > words

    def whole(self) -> tuple[Line, ...]:
        """All of them."""
        for line in self._lines:
            self._read.append(line)
            self._count += line.is_own * len(line)
        return tuple(self._read)


def _part(one: Any, above: Part) -> Part:
    """What *one* is, which stands right in *above*."""
    is_own = above.is_own and not _opens_margin(one)
    return Part(one, is_own, above.is_asked or asks(one) or one.get("role") in _DIALOGS)


@dataclass(frozen=True)
class Frame:
    """The parts of the page at ``root``, each looked for when it is first asked for."""

    root: Any = field(repr=False)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """What its body says, a block a line; of a long page, the beginning."""
        return self._reel.whole()

    def says_more(self, words: int) -> bool:
        """Whether its own lines have more than so many *words*, read no further than tells it."""
        return self._reel.passes(words)

    def headings(self) -> Iterator[str]:
        """Its headings of any rank that are its own, and not those of a box that asks."""
        headings = (one for one in self._parts.body.iter("*") if _is_heading(one))
        seen = filter(None, map(self._parts.part, headings))
        said = (part.words for part in seen if part.is_own and not part.is_asked)
        return (words for words in said if words)

    def pressed(self, says: re.Pattern[str]) -> Iterator[Control]:
        """What can be pressed, and *says* so."""
        return (one for one in self.controls if says.match(one.words))

    @cached_property
    def login(self) -> str | None:
        """The field in which a form of its own asks who is there."""
        kinds = ((it.element.get("type") or "").lower() for it in self._fields if it.is_own)
        return next(
            (f"a field for {kind}" for kind in kinds if kind in {"password", "email"}), None
        )

    @cached_property
    def test(self) -> str | None:
        """A test for machines with nothing to fill in beside it: behind a form with fields it
        guards the form, and before a page the page.
        """
        for one in self._parts.body.iter("*"):
            found = _TEST.search(named_by(one)) if is_named(one) else None
            # An invisible one holds up nobody.
            if found is None or one.get("data-size") == "invisible":
                continue
            part = self._parts.part(one)
            if part is None or not part.is_own:
                continue
            form = next(one.iterancestors("form"), None)
            if not any(_is_written(it.element, form) for it in self._fields):
                return f"a test ({found[0].strip(' _-')})"
        return None

    @cached_property
    def leaves(self) -> str | None:
        """By what it goes on to another page at once, whoever reads it."""
        for one in self.root.iter("meta"):
            if (one.get("http-equiv") or "").lower() != "refresh":
                continue
            found = _BRINGS_AWAY.match(one.get("content") or "")
            if (
                found
                and int(found[1]) <= _SOON
                and next(one.iterancestors("noscript"), None) is None
            ):
                return "a refresh to another page"
        if _SENDS.match(self._parts.body.get("onload") or ""):
            return "a form that sends itself"
        scripts = (one for one in self.root.iter("script") if not one.get("src"))
        if any(_takes_away(one) for one in scripts):
            return "a script to another page"
        return None

    @cached_property
    def door(self) -> str | None:
        """The form that asks for a password and has the page's heading in it, where neither it nor
        what stands beside it says much.
        """
        for one in self._fields:
            form = next(one.element.iterancestors("form"), None)
            if not one.is_own or form is None or (one.element.get("type") or "") != "password":
                continue
            if next(form.iter("h1"), None) is None or any(map(str.isdigit, words_of(form))):
                continue
            beside = sum(map(len, self.beside(form)))
            if len(words_of(form).split()) <= _MOST_OF_A_DOOR and beside <= _MOST_BESIDE_A_DOOR:
                return "a form with a password, and its heading"
        return None

    @cached_property
    def number(self) -> str | None:
        """The number of a page that is not there, where the page begins with it, says no other and
        offers the way home.
        """
        if self.says_more(_MOST_OF_A_NUMBER) or not (lines := self.beside()):
            return None
        first, *others = (line.words for line in lines)
        if first not in _ABSENT or any(map(str.isdigit, "".join(others))):
            return None
        leads = (one.element.get("href") for one in self.controls if one.is_own)
        return f"the number {first}, and a way home" if "/" in leads else None

    @cached_property
    def headless(self) -> str | None:
        """That it has no heading."""
        return None if next(self.headings(), None) else "no heading"

    @cached_property
    def empty(self) -> str | None:
        """The name of the place in which scripts are to put the page, where nothing is in it."""
        for part in self._parts.among("*"):
            name = (part.element.get("id") or part.element.tag).lower()
            if (name in _ROOTS or name.endswith("-root")) and not part.words:
                return f"an empty {name}"
        return None

    @cached_property
    def bare(self) -> str | None:
        """That it has nothing that a page is made of."""
        made = next(self._parts.among(*_HEADINGS, "p", "main", "table"), None)
        return "no part of a page" if made is None else None

    def boxes(
        self, named: re.Pattern[str], presses: re.Pattern[str], about: re.Pattern[str] | None
    ) -> Iterator[Any]:
        """The boxes with something to press: those that are so *named*, and the forms and dialogs
        that are *about* it.
        """
        pressed = islice(self.pressed(presses), _MOST_BOXES)
        boxes = dict.fromkeys(_box_of(it.element, named, about) for it in pressed)
        return (box for box in boxes if box is not None)

    def beside(self, *boxes: Any) -> list[Line]:
        """Its own lines that stand in none of *boxes*."""
        return [
            line
            for line in self.lines
            if line.is_own and not any(_is_in(line.place, box) for box in boxes)
        ]

    @cached_property
    def _reel(self) -> Reel:
        return Reel(islice(_lines(self._parts), _MOST_LINES))

    @cached_property
    def _parts(self) -> Parts:
        return Parts(next(self.root.iter("body"), self.root))

    @cached_property
    def _fields(self) -> list[Part]:
        return [*self._parts.among("input", "textarea", "select")]

    @cached_property
    def controls(self) -> list[Control]:
        """What can be pressed, in the order of the page."""
        pressable = self._parts.among("button", "a", "input")
        found = (Control(_on_control(it.element), it.is_own, it.element) for it in pressable)
        short = (it for it in found if 0 < len(it.words.split()) <= _WORDS_ON_A_CONTROL)
        return list(islice(short, _MOST_CONTROLS))


def _takes_away(script: Any) -> bool:
    if next(script.iterancestors("noscript"), None) is not None:
        return False
    said = (script.text or "")[:_MOST_SCRIPT]
    return bool(_TAKES_AWAY.match(said) or _SENDS.match(said))


def _lines(parts: Parts) -> Iterator[Line]:
    from lxml import etree

    said: list[str] = []
    place = parts.body
    walk = etree.iterwalk(parts.body, events=("start", "end"))
    for event, one in walk:
        if event == "start" and parts.part(one) is None:
            walk.skip_subtree()
            continue
        if one.tag in BLOCKS and parts.part(one) is not None:
            yield from _line(said, parts, place)
            said.clear()
            place = one if event == "start" or one is parts.body else one.getparent()
        said.append((one.text if event == "start" else _behind(one, parts.body)) or "")
    yield from _line(said, parts, place)


def _behind(one: Any, body: Any) -> str | None:
    return None if one is body else one.tail


def _line(said: list[str], parts: Parts, place: Any) -> Iterator[Line]:
    part = parts.part(place)
    if part is not None and (words := " ".join("".join(said).split())):
        yield Line(words, part.is_own, place)


def _opens_margin(one: Any) -> bool:
    if one.tag != "header":
        return is_margin(one)
    within = any(it.tag in {"article", "main"} for it in one.iterancestors())
    return not within and next(one.iter("h1"), None) is None


def _is_heading(element: Any) -> bool:
    return element.tag in _HEADINGS or element.get("role") == "heading"


def _on_control(one: Any) -> str:
    if one.tag == "input":
        return (one.get("value") or "") if one.get("type", "").lower() in _BUTTONS else ""
    return words_of(one)


def _is_written(field: Any, form: Any | None) -> bool:
    """Whether somebody writes in *field* of *form* (of the page, without one), other than what he
    sees in a picture or looks for.
    """
    if form is not None and not _is_in(field, form):
        return False
    if field.tag == "input" and field.get("type", "text").lower() in _UNWRITTEN:
        return False
    return "captcha" not in f"{field.get('name') or ''}{named_by(field)}".lower()


def _box_of(control: Any, named: re.Pattern[str], about: re.Pattern[str] | None) -> Any | None:
    """The outermost box around *control* that is so *named*; else the form or the dialog that
    holds it, where that is *about* it.
    """
    around = [one for one in control.iterancestors() if one.tag not in {"html", "body"}]
    boxes = [one for one in around if named.search(named_by(one))]
    if boxes or about is None:
        return boxes[-1] if boxes else None
    asking = (one for one in around if one.tag == "form" or one.get("role") in _DIALOGS)
    box = next(asking, None)
    return box if box is not None and about.search(words_of(box)) else None


def _is_in(place: Any, box: Any) -> bool:
    return place is box or any(one is box for one in place.iterancestors())
