"""Trees: what can be saved of a feed's XML, however it is broken, and never more than is asked.

Feeds are written by programs that know no XML: entities of HTML, bare ampersands, undeclared
prefixes, a byte of another charset. So the text is mended first and read by lxml's recovering
parser then. Declarations of entities are taken out before it sees them: nothing can be expanded,
and nothing outside is ever asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html.entities import html5
from typing import Any

from claimtrack import Page, Unreadable

#: Tags in one listing. A sitemap of 50,000 addresses, the most that the protocol allows, has 1.1
#: million with all of the news extension; at some 200 bytes a node, ten million fill a machine.
MAX_TAGS = 2_000_000
#: Attributes of one tag are compared pairwise, as in HTML.
MAX_TAG = 100_000

#: A DOCTYPE is looked for so far into a listing, and may be so long.
_PROLOGUE = 100_000
_DOCTYPE_START = re.compile("<!DOCTYPE", re.IGNORECASE)
_DOCTYPE = re.compile(
    r"""<!DOCTYPE(?:[^\[<>"']|"[^"]*"|'[^']*')*+(\[.*?\]\s*+)?>""", re.DOTALL | re.I
)
_ENTITY = re.compile(r"""<!ENTITY\s+(\w+)\s+(?:"([^"&%<]{0,200})"|'([^'&%<]{0,200})')\s*>""")
_AMPERSAND = re.compile(r"&(?:#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});|(\w{1,40});)?")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
#: What no XML may hold, and where a parser would stop.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LONG_TAG = re.compile(rf"<[A-Za-z][^<>]{{{MAX_TAG},}}")
_CDATA, _CDATA_END = "<![CDATA[", "]]>"


def text_of(page: Page) -> str:
    """The text of *page*; where its bytes are not in the charset that it names, each byte that does
    not fit as Windows-1252 has it, which is what such a byte nearly always is.
    """
    try:
        return page.text
    except Unreadable:
        return page.content.decode("cp1252", "replace")


def tree(text: str) -> Any:
    """The root element of what *text* holds, as far as it can be read; None where that is nothing.
    Raises `Unreadable` for more than a listing has.
    """
    from lxml import etree

    _demand_bounds(text)
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
        huge_tree=False,
    )
    mended = _mended(text).encode("utf-8", "replace")
    try:
        return etree.fromstring(mended, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _demand_bounds(text: str) -> None:
    if text.count("<") > MAX_TAGS:
        raise Unreadable(f"a listing of more than {MAX_TAGS:,} tags")
    if _LONG_TAG.search(text) is not None:
        raise Unreadable(f"a tag of more than {MAX_TAG:,} characters")


def _mended(text: str) -> str:
    """*text* as well-formed as can be without guessing: from its first tag on, without a DOCTYPE,
    and with every ampersand one that XML knows.
    """
    text, own = _undeclared(_CONTROLS.sub(" ", text[max(text.find("<"), 0) :]))
    if text.startswith("<?xml"):  # what it says of its charset no longer counts
        text = text[text.find("?>", 0, 1000) + 2 :] if "?>" in text[:1000] else text
    known = partial(_known, own=own)
    return "".join(
        piece if piece.startswith(_CDATA) else _AMPERSAND.sub(known, piece)
        for piece in _pieces(text)
    )


def _undeclared(text: str) -> tuple[str, dict[str, str]]:
    """*text* without its DOCTYPE, and the plain entities that were declared there: those whose
    text holds no other, so that nothing can grow.
    """
    start = _DOCTYPE_START.search(text, 0, _PROLOGUE)
    if start is None:
        return text, {}
    found = _DOCTYPE.match(text, start.start(), start.start() + _PROLOGUE)
    if found is None:
        raise Unreadable(f"a DOCTYPE that does not end within {_PROLOGUE:,} characters")
    declared = _ENTITY.findall(found[1] or "")
    own = {name: first or second for name, first, second in declared}
    return text[: found.start()] + text[found.end() :], own


def _pieces(text: str) -> Iterator[str]:
    """*text* cut before and behind each section of CDATA; one that does not end is none."""
    at = 0
    while (start := text.find(_CDATA, at)) >= 0:
        end = text.find(_CDATA_END, start)
        if end < 0:
            break
        end += len(_CDATA_END)
        yield text[at:start]
        yield text[start:end]
        at = end
    yield text[at:]


def _known(found: re.Match[str], own: dict[str, str]) -> str:
    name = found[1]
    if name is None:
        return found[0] if found[0].startswith("&#") else "&amp;"
    if name in _OF_XML:
        return found[0]
    if name in own:
        return own[name]
    return html5.get(f"{name};", f"&amp;{name};")
