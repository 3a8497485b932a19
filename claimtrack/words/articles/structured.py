"""Structured data: the objects that a page declares in JSON-LD and in microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from claimtrack.words.articles.pagetree import words_of

Node = Mapping[str, Any]

#: Objects of one page; a shop's list has some hundreds.
MOST_NODES = 2_000
#: A script beyond this is data of an application, and parsing it costs more than the page.
LONGEST_SCRIPT = 2_000_000

# A string is passed over whole, so that the slashes of an address begin no comment.
_COMMENT = re.compile(r'("(?:[^"\\]|\\.)*+")|<!--.*?-->|/\*.*?\*/|(?<![:\w])//[^\n]*', re.DOTALL)
_TRAILING_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+")|,(?=\s*[}\]])', re.DOTALL)
_WRAPPING = re.compile(
    r"\A\s*(?://)?\s*(?:<!--|<!\[CDATA\[)?|(?:(?://)?\s*(?:-->|\]\]>))?\s*;?\s*\Z"
)

_SALVAGEABLE = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\]|\\.)*+)"')
_ABOUT_AN_ARTICLE = re.compile(r'"@type"\s*:\s*"\w*(?:Article|Posting)"')
_ARTICLES = frozenset({"Report", "Review", "ClaimReview", "LiveBlogPosting", "Article"})
_PAGES = frozenset({"WebPage", "ItemPage", "MedicalWebPage", "VideoObject", "NewsVideo"})


def declared(root: Any) -> tuple[Node, ...]:
    """The objects that the page at *root* declares, outermost only, in its order: JSON-LD, then
    microdata. What is no JSON is passed over.
    """
    return (*_of_scripts(root), *_of_items(root))


def all_nodes(outermost: Sequence[Node]) -> list[Node]:
    """Every object in *outermost*, at any depth, an outer one before those within it."""
    found: list[Node] = []
    waiting: list[Any] = [*reversed(outermost)]
    while waiting and len(found) < MOST_NODES:
        one = waiting.pop()
        if isinstance(one, Mapping):
            found.append(one)
            waiting.extend(reversed([*one.values()]))
        elif isinstance(one, list):
            waiting.extend(reversed(one))
    return found


def types_of(node: Node) -> set[str]:
    """The names of its types, without the vocabulary's address."""
    return {
        name.rstrip("/").rpartition("/")[2].rpartition(":")[2] for name in texts(node.get("@type"))
    }


def texts(value: Any) -> list[str]:
    """The texts that *value* is or lists; for an object its name, else its address."""
    if isinstance(value, list):
        return [text for one in value[:100] for text in texts(one)]
    if isinstance(value, Mapping):
        named = value.get("name") or value.get("@value") or value.get("url") or value.get("@id")
        return texts(named) if not isinstance(named, Mapping) else []
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return []
    text = " ".join(unescape(str(value)).split())
    return [text] if text else []


def text_of(node: Node, *names: str) -> str | None:
    """The first text that *node* has under one of *names*, in their order."""
    return next((text for name in names for text in texts(node.get(name))), None)


def article_in(nodes: Sequence[Node]) -> Node | None:
    """The one of *nodes* that is the article: the first with a headline and a day of publication,
    else the first article; the page itself where it is dated and there is none.
    """
    articles = [node for node in nodes if _is_article(node)]
    pages = [node for node in nodes if types_of(node) & _PAGES and node.get("datePublished")]
    full = [node for node in articles if node.get("headline") and node.get("datePublished")]
    return next(iter([*full, *articles, *pages]), None)


def _is_article(node: Node) -> bool:
    names = types_of(node)
    return bool(names & _ARTICLES) or any(name.endswith(("Article", "Posting")) for name in names)


# -- JSON-LD ------------------------------------------------------------------------------------


def _of_scripts(root: Any) -> Iterator[Node]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            text = "".join(script.itertext())[: LONGEST_SCRIPT + 1]
            yield from _outermost(_parsed(text) or _salvaged(text))


def _outermost(value: Any) -> Iterator[Node]:
    if isinstance(value, list):
        yield from (one for one in value[:MOST_NODES] if isinstance(one, dict))
    elif isinstance(value, dict) and isinstance(value.get("@graph"), list):
        yield from (one for one in value["@graph"][:MOST_NODES] if isinstance(one, dict))
    elif isinstance(value, dict):
        yield value


def _parsed(script: str) -> Any:
    """What *script* holds; None where it is no JSON, even with its comments, wrappings and last
    commas taken off, as browsers' consoles would have them.
    """
    if len(script) > LONGEST_SCRIPT:
        return None
    bare = _WRAPPING.sub("", script)
    for text in (script, _without_remarks(script), bare, _without_remarks(bare)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _salvaged(text: str) -> Any:
    """The plain texts of a script that is broken somewhere else, where it is about an article."""
    found = {match[1]: match[2] for match in reversed([*_SALVAGEABLE.finditer(text)])}
    if not _ABOUT_AN_ARTICLE.search(text) or not found:
        return None
    return {"@type": "Article", **{name: _unescaped(value) for name, value in found.items()}}


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text


def _without_remarks(text: str) -> str:
    return _TRAILING_COMMA.sub(r"\1", _COMMENT.sub(r"\1", text))


# -- microdata ----------------------------------------------------------------------------------

_ADDRESSES = {"a": "href", "link": "href", "area": "href", "img": "src", "iframe": "src"}
_DEEPEST = 20


def _of_items(root: Any) -> Iterator[Node]:
    tops = (one for one in root.iter() if _is_item(one) and one.get("itemprop") is None)
    for number, top in enumerate(tops):
        if number >= MOST_NODES:
            return
        yield _item(top, _DEEPEST)


def _is_item(element: Any) -> bool:
    return isinstance(element.tag, str) and element.get("itemscope") is not None


def _item(element: Any, depth: int) -> Node:
    node: dict[str, Any] = {"@type": (element.get("itemtype") or "").split()}
    for one in _properties(element):
        value = _value(one, depth)
        for name in (one.get("itemprop") or "").split():
            node.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in node.items()}


def _properties(item: Any) -> Iterator[Any]:
    """The elements below *item* that are its properties; those of an item within are its own."""
    waiting = [*reversed(item)]
    while waiting:
        one = waiting.pop()
        if isinstance(one.tag, str):
            if one.get("itemprop"):
                yield one
            if not _is_item(one):
                waiting.extend(reversed(one))


def _value(element: Any, depth: int) -> Any:
    if _is_item(element) and depth:
        return _item(element, depth - 1)
    for name in ("content", _ADDRESSES.get(element.tag), "datetime"):
        if name and element.get(name) is not None:
            return element.get(name)
    return words_of(element)
