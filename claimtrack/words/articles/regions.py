"""Regions: the parts of a page that belong to its article, without what stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from claimtrack.markup import BLOCKS
from claimtrack.words.articles.pagetree import words_of

#: Other articles, readers' words and the site's own.
_FOREIGN_TAGS = frozenset(
    {"title", "nav", "footer", "script", "style", "template", "noscript", "form"}
)
_FOREIGN = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|comments?|respond|disqus|sidebar|widgets?|popular"
    r"|(?<!post[_-])(?<!entry[_-])(?<!article[_-])footer"
    r"|most-?read|latest|trending|newsletter|promo\w*|teaser-?(?:list|box|s)|advert\w*|carousel|more-?news"
    r"|read-?(?:more|next|also)|navigation|menu|archives?|calendar|ticker|breaking\w*|kommentare?|outbrain"
    r"|taboola|cookie\w*|consent|breadcrumbs?|similar|further)(?=$|[\s_-])",
    re.IGNORECASE,
)
#: What asks a reader for something stands before the words, and not in a margin of theirs.
_ASKS = re.compile(r"(?:cookie|consent)", re.IGNORECASE)
#: Within an article these are its own margin.
_BESIDE = frozenset({"sidebar", "widget", "widgets"})
#: So many characters of a title are the title.
_ENOUGH = 60
#: What is longer is no heading, but was never closed.
_LONGEST_HEADING = 2_000
#: A page with fewer paragraphs has no part that is plainly its own.
_FEW = 6
#: What is not longer is remembered.
_SHORT = 200
_HEADINGS = frozenset({"h1", "h2"})
_WHOLE = frozenset({"html", "body", "main", "article"})


def own_elements(root: Any) -> Iterator[Any]:
    """The elements of the page at *root* that are no other article's, no reader's and not the
    site's, in its order.
    """
    for event, one in _walk(root):
        if event == "start":
            yield one


def own_among(root: Any, *tags: str) -> Iterator[Any]:
    """Those of the page's own elements that have one of *tags*, in its order. `own_elements` has
    the same among others, and looks at each.
    """
    is_left = _left_out(root)
    known: dict[Any, bool] = {root.getparent(): True}
    for one in root.iter(*tags):
        path = []
        above = one
        while above not in known:
            path.append(above)
            above = above.getparent()
        for each in reversed(path):
            known[each] = known[above] and not is_left(each)
            above = each
        if known[one]:
            yield one


def own_lines(root: Any) -> list[str]:
    """The words of the page's own elements, a line a block."""
    pieces: list[str] = []
    for event, one in _walk(root):
        pieces.append("\n" if one.tag in BLOCKS else "")
        text = one.text if event == "start" else one.tail
        pieces.append((text or "").replace("\n", " "))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return [line for line in lines if line]


def named_by(element: Any) -> str:
    """The classes and the id of *element*."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def is_named(element: Any) -> bool:
    """Whether *element* has a class or an id: most have neither."""
    return element.get("class") is not None or element.get("id") is not None


def is_margin(element: Any) -> bool:
    """Whether *element* is a margin of the page: not what asks its readers for something, and not
    what holds its heading.
    """
    if element.tag in {"nav", "footer"}:
        return True
    if element.tag == "form" or not _is_foreign(element) or asks(element):
        return False
    return next(element.iter("h1"), None) is None


def asks(element: Any) -> bool:
    """Whether *element* is named as what asks a reader for his consent."""
    return is_named(element) and _ASKS.search(named_by(element)) is not None


def is_shorter(element: Any, most: int) -> bool:
    """Whether *element* says at most so many characters; told without reading a longer one."""
    said = 0
    for text in element.itertext():
        said += len(text.strip())
        if said > most:
            return False
    return True


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    from lxml import etree

    is_left = _left_out(root)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, one in walk:
        if event == "start" and is_left(one):
            walk.skip_subtree()
            continue
        yield event, one


def _left_out(root: Any) -> Callable[[Any], bool]:
    """Tells whether an element of the page at *root* is left out with all that is in it."""
    over_a_heading = {one for heading in root.iter("h1") for one in heading.iterancestors()}
    # A page's own part may be named for the margin that it has, or lacks.
    paragraphs = max(_FEW, _paragraphs(root))

    def is_left(one: Any) -> bool:
        foreign = one not in over_a_heading and _is_foreign(one)
        return foreign and 2 * _paragraphs(one) <= paragraphs

    return is_left


def _paragraphs(element: Any) -> int:
    return sum(1 for _ in element.iter("p"))


def _is_foreign(element: Any) -> bool:
    if element.tag in _FOREIGN_TAGS or (element.tag == "aside" and not _is_in_article(element)):
        return True
    if element.tag in _WHOLE or not is_named(element):
        return False
    names = _foreign_names(named_by(element))
    return bool(names) and not (names <= _BESIDE and _is_in_article(element))


def _foreign_names(named: str) -> frozenset[str]:
    """What of *named* is a name of what is not the article's: a page has the same many times."""
    return (_known_names if len(named) <= _SHORT else _known_names.__wrapped__)(named)


@lru_cache(maxsize=2_000)
def _known_names(named: str) -> frozenset[str]:
    return frozenset(found[0].strip(" _-").lower() for found in _FOREIGN.finditer(named))


def _is_in_article(element: Any) -> bool:
    return any(one.tag == "article" for one in element.iterancestors())


def is_headed(heading: Any, title: str) -> bool:
    """Whether *heading* is one and begins with the *title*."""
    if heading.tag not in _HEADINGS or not is_shorter(heading, _LONGEST_HEADING):
        return False
    return words_of(heading).casefold().startswith(title[:_ENOUGH].casefold())


def headline_at(lines: list[str], title: str | None) -> int | None:
    """The number of the first line that begins with the *title*; None where none does."""
    if not title:
        return None
    begun = title[:_ENOUGH].casefold()
    begins = (number for number, line in enumerate(lines) if line.casefold().startswith(begun))
    return next(begins, None)


def shown_headline(root: Any, lines: list[str], title: str | None) -> str | None:
    """The headline as readers see it: the *title* where a line begins with it, else the first
    heading (what is meant for sharing may be worded otherwise).
    """
    if headline_at(lines, title) is not None:
        return title
    short = (one for one in root.iter("h1") if is_shorter(one, _LONGEST_HEADING))
    headings = map(words_of, short)
    return next((words for words in headings if headline_at(lines, words) is not None), None)
