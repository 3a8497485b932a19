"""Markup: a page of HTML or XML as a tree, searched by CSS selector or XPath 1.0.

One parser and one meaning for everybody: lxml, with CSS translated to XPath. A tree that would take
too long to search is refused, for libxml2 can be held up for hours and cannot be interrupted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from claimtrack.errors import PluginError, Unreadable

#: Ancestors of all elements together. A list of 66,000 cells at the usual depth of 15 is within it;
#: on a tree at the edge of it ``//div//div`` takes some ten seconds, and four times that on one
#: twice as big (libxml2 2.14.6, measured 2026-11-22).
MAX_ANCESTORS = 1_000_000
#: Elements side by side: ``li:nth-child(3)`` counts those before each, so the time is their square.
MAX_SIBLINGS = 20_000
#: libxml2 parses no deeper.
MAX_DEPTH = 256
#: Elements of a page, told by their tags before a tree of them is built. Each takes some 130 bytes
#: and a text beside it as many again (libxml2 2.14.6): so many are 32 MB. The recorded page with
#: the most has 2,700.
MAX_ELEMENTS = 120_000
#: A page of markup of more bytes is not decoded: its text, a copy of that and its tree stand beside
#: it in memory. What comes in megabytes is data.
MAX_BYTES = 8_000_000
#: Attributes of a page likewise, at some 110 bytes; a page that is too small for them is not asked.
MAX_ATTRIBUTES = 300_000
_SMALL = 1_000_000
#: Attributes of one tag are compared pairwise: 40,000 of them take 3.5 seconds (as above).
MAX_TAG = 100_000

# A value is quoted only after a name and "="; quotes elsewhere in a tag are names of their own.
_VALUE = r"""\s*+=\s*+(?:"[^"]*+"|'[^']*+')"""
_QUOTED = re.compile(rf"""[^\s=>/"']{_VALUE}""")
_TAG = re.compile(rf"""<[a-zA-Z][^\s/>]*+((?:[^\s=>/"']++(?:{_VALUE})?+|[^>])*+)""", re.ASCII)
_BLOCK_NAMES = """
    address article aside blockquote body br caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr legend li main menu nav
    ol option p pre section select summary table tbody td tfoot th thead title tr ul
"""
#: The elements that stand on lines of their own.
BLOCKS = frozenset(_BLOCK_NAMES.split())
#: What no reader sees, and what is struck out: ``<del>5</del>57`` says 57.
_UNSEEN = frozenset({"script", "style", "template", "noscript", "del", "s", "strike"})
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)


class Element:
    """One thing found on a page: an element, an attribute's value or a text.

    ``text`` is what a reader sees, white space normalised; ``attributes`` is empty for what is no
    element, ``path`` tells where it stands. ``str()`` is the text.
    """

    def __init__(self, found: Any, asked: str) -> None:
        self._found = found
        self._asked = asked

    @property
    def text(self) -> str:
        """The words in it, as a reader sees them: without scripts, what is struck out and what its
        markup hides (``hidden``, ``display: none``), with white space normalised.

        Blocks and line breaks part words; a raised or lowered number does not run into the one
        before it (``10^6``).
        """
        whole = self._found if isinstance(self._found, str) else plain_text(self._found)
        return " ".join(whole.split())

    @property
    def attributes(self) -> Mapping[str, str]:
        """Its attributes by name."""
        return {} if isinstance(self._found, str) else dict(self._found.attrib)

    @property
    def path(self) -> str:
        """Where it stands: an XPath from the root; for what is no element, what was asked."""
        if isinstance(self._found, str):
            return self._asked
        return str(self._found.getroottree().getpath(self._found))

    def __str__(self) -> str:
        return self.text


class Markup:
    """A page's tree. Raises `Unreadable` where *text* is none, or is more than can be searched.
    *content* is the text in UTF-8, where somebody has it: then it is not written out once more.
    """

    def __init__(self, text: str, *, xml: bool = False, content: bytes | None = None) -> None:
        signs = text.count("<")
        _demand_few_elements(text, signs)
        self._root = _xml(text) if xml else _html(text, content)
        if not _is_surely_searchable(signs):
            _demand_searchable(self._root)

    def select(self, css: str) -> list[Element]:
        """Every element that the selector *css* matches, in the order of the page.
        Raises `PluginError` where it is no selector.
        """
        return [Element(found, css) for found in _compiled_css(css)(self._root)]

    def xpath(self, expression: str) -> list[Element]:
        """What the XPath 1.0 *expression* finds: elements, attributes, texts, or the one text,
        number or truth that it comes to. Raises `PluginError` where it is no XPath.
        """
        from lxml import etree

        spaces = {prefix: uri for prefix, uri in self._root.nsmap.items() if prefix}
        try:
            found = etree.XPath(expression, namespaces=spaces)(self._root)
        except (etree.XPathError, ValueError) as error:
            raise PluginError(f"{expression!r} is no XPath 1.0: {error}") from error
        if not isinstance(found, list):
            return [Element(_spelt(found), expression)]
        return [Element(one if hasattr(one, "attrib") else str(one), expression) for one in found]

    def rows(self, css: str) -> list[list[str]]:
        """The cells of the one table that *css* matches, row by row, as texts; those of a table
        inside it belong to their cell. A cell over several columns or rows stands in each.
        """
        return _filled(self.one(css)._found)

    def one(self, css: str) -> Element:
        """The one element that *css* matches. Raises `Unreadable` for none and for several."""
        found = self.select(css)
        if len(found) != 1:
            raise Unreadable(f"{css!r} matches {len(found)} elements, not one")
        return found[0]

    @property
    def root(self) -> Any:
        """The tree's first element (lxml), for a reader that walks the whole page."""
        return self._root

    @property
    def text(self) -> str:
        """The words of the whole page as a reader sees them, a line a block."""
        lines = (" ".join(line.split()) for line in plain_text(self._root).splitlines())
        return "\n".join(line for line in lines if line)


def plain_text(element: Any) -> str:
    """The words in *element*, with a line break around each block; where the page is data (XML that
    is not XHTML), around every element.
    """
    from lxml import etree

    blocks = _blocks(element)
    pieces: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))  # a page may be deep
    for event, one in walk:
        name = _name(one)
        if blocks is None or name in blocks:
            pieces.append("\n")
        if event == "end":
            text = None if one is element else one.tail
        elif one is not element and _is_unseen(one, name):
            walk.skip_subtree()
            continue
        else:
            text = one.text
            if name in _RAISED and pieces and pieces[-1][-1].isdigit():
                pieces.append(_RAISED[name])
        if text:
            pieces.append(text.replace("\n", " ").replace("\r", " "))
    return "".join(pieces)


#: How a digit that is raised or lowered behind another is written.
_RAISED = {"sup": "^", "sub": "_"}


def _blocks(element: Any) -> frozenset[str] | None:
    """The elements that are blocks; None for all of them."""
    root = element.getroottree().getroot()
    return BLOCKS if _name(root) == "html" else None


def is_unseen(element: Any) -> bool:
    """Whether a reader does not see *element*, as far as its own tag says so."""
    return _is_unseen(element, _name(element))


def _is_unseen(element: Any, name: str) -> bool:
    if name in _UNSEEN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _NOT_SHOWN.search(style) is not None


def _name(element: Any) -> str:
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2] if "}" in tag else tag


def _spelt(found: object) -> str:
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, float):
        # A double tells 15 digits: the sum of 0.1 and 0.2 is 0.3, and not 0.30000000000000004.
        return str(int(found)) if found.is_integer() else f"{found:.15g}"
    return str(found)


def _html(text: str, content: bytes | None = None) -> Any:
    from lxml import etree

    if len(text) > MAX_TAG and any(
        len(_QUOTED.sub("", tag[1])) > MAX_TAG for tag in _long_tags(text)
    ):
        raise Unreadable(f"a tag of more than {MAX_TAG:,} characters")
    if len(text) > _SMALL and _attributes(text) > MAX_ATTRIBUTES:
        raise Unreadable(f"the page has more than {MAX_ATTRIBUTES:,} attributes")
    # The bytes are ours, so what the page says of its charset no longer counts.
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    if content is None or b"\0" in content:
        content = text.replace("\0", "\ufffd").encode("utf-8", "replace")
    root = etree.fromstring(content, parser)
    # What is too deep or too long it leaves out and goes on; half a page is no page.
    cut = [entry.message for entry in parser.error_log if "XML_PARSE_HUGE" in entry.message]
    if cut:
        raise Unreadable(f"the page is beyond what can be parsed: {cut[0].partition(',')[0]}")
    if root is None:
        raise Unreadable("the page is empty")
    return root


def markup_of(root: Any, *, is_html: bool) -> str:
    """The tree below *root* (lxml's) as a page writes it, in HTML or XML."""
    from lxml import etree

    if is_html:
        return "<!DOCTYPE html>\n" + str(etree.tostring(root, encoding="unicode", method="html"))
    return '<?xml version="1.0"?>\n' + str(etree.tostring(root, encoding="unicode"))


def _long_tags(text: str) -> Iterator[re.Match[str]]:
    for tag in _TAG.finditer(text):
        if tag.start() > len(text) - MAX_TAG:
            return  # what is left is shorter
        if tag.end() - tag.start() > MAX_TAG:
            yield tag


def _xml(text: str) -> Any:
    from lxml import etree

    if "<!ENTITY" in text:
        raise Unreadable("the page declares entities of its own")
    if len(text) > _SMALL and _attributes(text) > MAX_ATTRIBUTES:
        raise Unreadable(f"the page has more than {MAX_ATTRIBUTES:,} attributes")
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"not XML: {error}") from error


def _is_surely_searchable(signs: int) -> bool:
    """Whether a page with so many signs of a tag has so few tags that its tree is within bounds
    however it is made: a tag makes one element at most, and a page has three that need none.
    """
    elements = signs + 3
    return elements <= MAX_SIBLINGS and elements * MAX_DEPTH <= MAX_ANCESTORS


def _demand_few_elements(text: str, signs: int) -> None:
    if signs > MAX_ELEMENTS and signs - text.count("</") > MAX_ELEMENTS:
        raise Unreadable(f"the page has more than {MAX_ELEMENTS:,} elements")


def _attributes(text: str) -> int:
    return sum(len(_QUOTED.sub(" a", tag[1]).split()) for tag in _TAG.finditer(text))


def _demand_searchable(root: Any) -> None:
    from lxml import etree

    depth = ancestors = 0
    for event, one in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if len(one) > MAX_SIBLINGS:
                raise Unreadable(f"more than {MAX_SIBLINGS:,} elements side by side")
            ancestors += depth
            depth += 1
            if ancestors > MAX_ANCESTORS:
                raise Unreadable("the page has more elements, or deeper ones, than can be searched")
        else:
            depth -= 1


@cache
def _translator() -> Any:
    from cssselect import HTMLTranslator
    from cssselect.xpath import XPathExpr

    class Translator(HTMLTranslator):
        """CSS as a condition on each element, by looking up and back from it.

        The usual translation goes down from every match of the left side and joins what it finds,
        which libxml2 does in a time that grows with the cube of the page.
        """

        def xpath_descendant_combinator(self, left: XPathExpr, right: XPathExpr) -> XPathExpr:
            return right.add_condition(f"ancestor::{left}")

        def xpath_child_combinator(self, left: XPathExpr, right: XPathExpr) -> XPathExpr:
            return right.add_condition(f"parent::{left}")

        def xpath_direct_adjacent_combinator(self, left: XPathExpr, right: XPathExpr) -> XPathExpr:
            return right.add_condition(f"preceding-sibling::*[1][self::{left}]")

        def xpath_indirect_adjacent_combinator(
            self, left: XPathExpr, right: XPathExpr
        ) -> XPathExpr:
            return right.add_condition(f"preceding-sibling::{left}")

    return Translator()


@lru_cache(maxsize=512)
def _compiled_css(css: str) -> Any:
    from cssselect import SelectorError
    from lxml import etree

    try:
        return etree.XPath(_translator().css_to_xpath(css))
    except (SelectorError, etree.XPathError, ValueError, RecursionError) as error:
        raise PluginError(f"{css!r} is no CSS selector: {error}") from error


_MAX_SPAN = 1000  # as browsers have it for colspan (HTML, "The td element")
_MAX_CELLS = 1_000_000


def _filled(table: Any) -> list[list[str]]:
    """The texts of a table's cells, each repeated over the columns and rows that it spans."""
    rows: list[list[str]] = []
    cells_filled = 0
    hanging: dict[int, tuple[int, str]] = {}  # column: rows still to fill, text
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), table) is not table:
            continue
        cells = [one for one in row if one.tag in {"td", "th"}]
        line: list[str] = []
        for cell in cells:
            _hang(line, hanging)
            text = Element(cell, "").text
            for _ in range(_span(cell, "colspan")):
                if _span(cell, "rowspan") > 1:
                    hanging[len(line)] = (_span(cell, "rowspan") - 1, text)
                line.append(text)
        _hang(line, hanging)
        rows.append(line)
        cells_filled += len(line)
        if cells_filled > _MAX_CELLS:
            raise Unreadable(f"a table of more than {_MAX_CELLS:,} cells")
    return rows


def _hang(line: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    """Fill the next columns of *line* with what hangs down into them from the rows above."""
    while len(line) in hanging:
        rows, text = hanging.pop(len(line))
        if rows > 1:
            hanging[len(line)] = (rows - 1, text)
        line.append(text)


def _span(cell: Any, name: str) -> int:
    given = cell.get(name, "1").strip()
    return max(1, min(int(given), _MAX_SPAN)) if given.isascii() and given.isdigit() else 1
