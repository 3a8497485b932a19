"""Bylines: who wrote an article, as its page names them.

What is declared names the writers most surely, then the byline that readers see, then the meta
tags; the site's own name is an author only where no other is named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from claimtrack.words.articles.metas import Metas
from claimtrack.words.articles.pagetree import words_of
from claimtrack.words.articles.regions import (
    headline_at,
    is_shorter,
    named_by,
    own_elements,
    own_lines,
    shown_headline,
)
from claimtrack.words.articles.sites import Site, key
from claimtrack.words.articles.structured import Node, texts

_METAS = (
    "parsely-author", "sailthru.author", "dcsext.author", "cxenseparse:author", "byl", "author",
    "article:author", "og:article:author", "article:author_name", "dc.creator", "creator",
    "citation_author", "author_name", "authors", "analytics:author", "bt:author",
)  # fmt: skip
#: These may have the surname first.
_CATALOGUED = ("dc.creator", "citation_author", "creator")

_MOST = 30
_LONGEST_BYLINE = 160
_BY = re.compile(
    r"\A\W*(?:(?:(?:written|words|reported|story|analysis|posted|published|artikel|geschrieben|text"
    r"|texte|testo|texto|publié|ein beitrag)\s+(?:&\s+\w+\s+)?)?"
    r"(?:by|von|par|por|di|door|af|av|od|autor|de la rédaction)\b:?"
    r"|by(?=[A-Z])|(?:author|autor|autor(?:/in|in)|auteur|autore|verfasser(?:in)?|written|words|text"
    r"|text & fotos|texte|texto|testo|reporter|skribent|tekst|szerző|автор|著者|文)\s*[:：●]"
    r"|autor/in\b)\s*",
    re.IGNORECASE,
)
# Where a name ends and what stands behind it begins: a day, a place, a handle, a button.
_BEHIND = re.compile(
    r"\s*(?:[|·•►>@(\[{#]|https?:|\s[-–—]\s|\b\d|\b(?:more stories|more by|follow|updated|published"
    r"|posted|twitter|view|see all|all posts|alle artikel|search for|quelle|source|foto|for|on|in"
    r"|at|am|um|is an?|has been|ist)\b(?=[\s:]|$)|\b(?:le|il|el)\s+(?=\d))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?:)?//|www\.|\S+@\S+\.\w+\Z", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:(?:autor(?:in)?|author|auteur|text)\s*:|more stories by\b)\s*", re.IGNORECASE
)
_LABELLED = re.compile(r"\b(?:autor(?:in)?|author|auteur|autore)\s*:\s", re.IGNORECASE)
_NO_NAME = re.compile(
    r"[:()<>=]|\b(?:follow|more|share|read|click|about|us|jan\w*|feb\w*|march|april|june|july|august"
    r"|sept\w*|october|november|december|minutes?|hours?|ago)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:[,;/|·、，]|\s(?:and|und|et|og|och|&|with|mit|avec|en)\s)\s*", re.IGNORECASE
)
_SUFFIX = re.compile(r"\A(?:jr|sr|ii|iii|iv|md|phd|ph\.d|m\.d)\.?\Z", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:writers?|reporters?|correspondent\w*|editors?|editorial|columnist|contributor|producer"
    r"|journalist\w*|chef\w*redakt\w+|redakteur\w*|freelancer?|photographer|fotograf\w*|director"
    r"|photo|image|bild|getty|reuters staff|staff|admin|administrator|webmaster|guest|unknown"
    r"|anonymous|undefined|null|none|author|autor|kommentare?|comments?)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:c-|p-|m-|e-)?(?:by-?lines?|authors?|autor(?:en|in|es)?|auteurs?|autore|verfasser"
    r"|writer|written-?by|entry-author|post-author|coauthors?)(?:$|[\s_-])|byline|author(?:s|name|bold)?\b",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:fn|\w*name|author-?link|url)(?:$|[\s_-])|author_?_?-?name", re.I
)
_NO_BYLINE = re.compile(
    r"avatar|image|photo|social|bio|headshot|caption|credit|profile|about", re.I
)
_MOST_WORDS, _LONGEST_NAME = 6, 60


def authors_of(
    root: Any, metas: Metas, nodes: Sequence[Node], article: Node | None, title: str | None,
    site: Site,
) -> tuple[str, ...]:  # fmt: skip
    """The authors of the article at *root*, in the page's order; empty where it names none."""
    ways: tuple[Callable[[], Iterable[str]], ...] = (
        lambda: _declared(article, nodes),
        lambda: _shown(root),
        lambda: _in_metas(metas),
        lambda: _by_the_headline(root, title),
    )
    institution: tuple[str, ...] = ()
    for way in ways:
        found = _unique(way())
        persons = tuple(name for name in found if not site.is_named(name))
        if persons:
            return persons
        institution = institution or found
    return institution


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    """*names* without those that come twice, however they are spelt."""
    kept: dict[str, str] = {}
    for name in islice(names, _MOST):
        kept.setdefault(key(name), name)
    kept.pop("", None)
    return tuple(kept.values())


def names_in(text: str) -> list[str]:
    """The persons that a byline names: "By Ann Lee and Bob Ray, Staff Writers" is two."""
    bare = text.strip(" '\"")
    if _ADDRESS.match(bare):
        return []
    labelled = _LABEL.search(bare)
    bare = bare[labelled.end() :] if labelled else bare
    while (shorter := _BY.sub("", bare)) != bare:
        bare = shorter
    behind = _BEHIND.search(bare, 1)
    parts = _BETWEEN.split(bare[: behind.start()] if behind else bare)
    return [part for part in map(_clean, _with_suffixes(parts)) if _is_a_name(part)]


def _with_suffixes(parts: Iterable[str]) -> list[str]:
    """*parts* with a "Jr." put back to its name."""
    joined: list[str] = []
    for part in parts:
        if joined and _SUFFIX.match(part.strip()):
            joined[-1] = f"{joined[-1]} {part.strip()}"
        else:
            joined.append(part)
    return joined


def _clean(name: str) -> str:
    bare = re.sub(r"\A(?:and|und|et|&)\s+", "", " ".join(name.split()).strip(" ,:;*–—-/|"))
    words = bare.split()
    half = len(words) // 2
    # A name for readers and the same for machines, side by side.
    return " ".join(words[:half]) if half > 1 and words[:half] == words[half:] else bare


def _is_a_name(name: str) -> bool:
    letters = sum(sign.isalpha() for sign in name)
    if letters < 2 or len(name.split()) > _MOST_WORDS or len(name) > _LONGEST_NAME:
        return False
    if _NO_NAME.search(name) or (_ROLE.search(name) and name.islower()):
        return False
    return _ROLE.search(name) is None or (len(name.split()) > 2 and name.istitle() is False)


# -- where they are named -----------------------------------------------------------------------


def _declared(article: Node | None, nodes: Sequence[Node]) -> Iterator[str]:
    """Those that the article's own data names; a mere reference is looked up."""
    by_id = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")
    }
    told = (article or {}).get("author") or (article or {}).get("creator")
    for one in told if isinstance(told, list) else [told]:
        if isinstance(one, dict) and not one.get("name"):
            one = by_id.get(one.get("@id"), one)
        for text in texts(one):
            yield from names_in(text)


def _in_metas(metas: Metas) -> Iterator[str]:
    for name in _METAS:
        found = [each for text in metas.all([name]) for each in _catalogued(name, text)]
        if found:
            yield from found
            return


def _catalogued(name: str, text: str) -> list[str]:
    surname, comma, given = text.partition(",")
    if name in _CATALOGUED and comma and "," not in given and len(text.split()) <= 4:
        return [f"{given.strip()} {surname.strip()}"]
    return names_in(text.replace("-", " ").title() if _is_a_slug(text) else text)


def _is_a_slug(text: str) -> bool:
    return re.fullmatch(r"[a-z]+(?:-[a-z]+)+", text) is not None


def _shown(root: Any) -> Iterator[str]:
    """Those in the first byline: by its marked names where it marks them, else by its words."""
    for one in own_elements(root):
        if not _is_a_byline(one):
            continue
        marked = [name for each in _marked(one) for name in names_in(words_of(each))]
        found = marked or names_in(words_of(one))
        if found:
            yield from found
            return


def _is_a_byline(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in {"html", "body", "meta", "link", "img"}:
        return False
    said = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".split()
    hinted = "author" in said or _BYLINE.search(named_by(element)) is not None
    if not hinted or _NO_BYLINE.search(named_by(element)):
        return False
    return is_shorter(element, _LONGEST_BYLINE)


def _marked(byline: Any) -> list[Any]:
    """The innermost elements of *byline* that are marked as a name."""
    named = [one for one in byline.iter() if one is not byline and _is_marked(one)]
    return [one for one in named if not any(_is_marked(each) for each in one.iterdescendants())]


def _is_marked(element: Any) -> bool:
    if not isinstance(element.tag, str):
        return False
    if "author" in (element.get("rel") or "").split() or element.get("itemprop") == "name":
        return True
    return _NAMES.search(element.get("class") or "") is not None


def _by_the_headline(root: Any, title: str | None) -> Iterator[str]:
    """Those in a line below the headline that begins with "By", or has a label for them."""
    lines = own_lines(root)
    headline = headline_at(lines, shown_headline(root, lines, title))
    below = [] if headline is None else lines[headline + 1 : headline + 8]
    for line in below:
        if len(line) <= _LONGEST_BYLINE and (_BY.match(line) or _LABELLED.search(line)):
            yield from (name for name in names_in(line) if not name.islower())
            return
