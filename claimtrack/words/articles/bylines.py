"""Bylines: who wrote an article, as its page names them.

What is declared names the writers most surely, then the byline that readers see, then the meta
tags; the site's own name is an author only where no other is named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Any

from claimtrack.words.articles.metas import Metas
from claimtrack.words.articles.pagetree import words_of
from claimtrack.words.articles.regions import (
    headline_at,
    is_headed,
    is_named,
    is_shorter,
    named_by,
    own_among,
    own_elements,
    own_lines,
    shown_headline,
)
from claimtrack.words.articles.sitelinks import leads_to_a_writer
from claimtrack.words.articles.sites import Site, key
from claimtrack.words.articles.structured import Node, texts, types_of
from claimtrack.words.articles.timestamps import time_of
from claimtrack.words.articles.writernames import (
    has_label,
    is_a_byline,
    is_a_desk,
    is_a_name,
    is_a_wire,
    names_alone,
    names_in,
)

Ways = tuple[Callable[[], Iterable[str]], ...]

_METAS = (
    "parsely-author", "sailthru.author", "dcsext.author", "cxenseparse:author", "byl", "author",
    "article:author", "og:article:author", "article:author_name", "dc.creator", "creator",
    "citation_author", "author_name", "authors", "analytics:author", "bt:author", "articleauthor",
    "article-author", "article.author", "article:byline", "byline", "dable:author",
)  # fmt: skip
#: What stands beside the name that a page gives those who share it (twitter:label1, by Yoast).
_WRITTEN_BY = re.compile(
    r"(?:written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door"
    r"|napisane przez|skrevet av|skriven av|kirjoittanut|написано автором|yazan)",
    re.IGNORECASE,
)
#: These may have the surname first.
_CATALOGUED = ("dc.creator", "citation_author", "creator")

_PARTS = ("givenName", "additionalName", "familyName")

_MOST = 30
_LONGEST_BYLINE = 160
_LABEL = re.compile(
    r"(?:by|written by|authors?|autor(?:in|en|es|e|i)?|auteurs?|verfasser(?:in)?|von|par)\s*:?",
    re.IGNORECASE,
)
#: How many lines below the headline names may stand without a word for it, and how long.
_NEAR, _LONGEST_NEAR = 7, 80
#: Two that stand so close that they are one word; "MacAllister" is one.
_TWO_PERSONS = re.compile(r"[a-zà-ž]{4,}[A-ZÀ-Ý]")
_BY_WHOM = re.compile(r"\b(?:by|BY|von|par|por|door|av)\s+(?=[^\W\d_])")
#: By whom it was brought into another language, or pictured.
_NOT_WRITTEN = re.compile(
    r"\b(?:translat|übersetz|tradu|photo|foto|edited|illustrat)", re.IGNORECASE
)
_NO_LETTERS = re.compile(r"[\d/|•·]")
#: Fewer words are no paragraph of an article.
_PARAGRAPH = 12
_SIGNATURE = re.compile(r"\(([^\W\d_][^()\d:;!?%]{3,40})\)[\s+*.]*\Z")
#: Over who wrote, below or beside what he wrote.
_ABOUT = re.compile(
    r"about the authors?|about the writer|über (?:den autor|die autorin)|zur person|zum autor"
    r"|à propos de l['’]auteure?|sobre (?:el autor|la autora|o autor|a autora)|sull['’]autore"
    r"|over de auteur|o autor(?:ze|ce)|об авторе|про автора",
    re.IGNORECASE,
)
_TOLD_OF = re.compile(
    r"(?!(?:The|Our|Der|Die|Das|Les?|La|El|Il)\s)([A-ZÀ-ÝА-ЯЇІЄ][\w.'’-]+(?:\s[\w.'’-]+){1,3}?)\s*(?:,|\b(?:is|was|has|writes|works|covers|reports"
    r"|ist|war|schreibt|arbeitet|est|écrit|es|escribe|è|scrive|is)\b|\Z)"
)
_BOXES = ("div", "section", "aside", "p", "span")
_IN_A_MARGIN = re.compile(
    r"(?=.*(?:^|[\s_-])(?:author|autor|auteur))(?=.*(?:box|card|info|profile?)(?:$|[\s_-]))"
    r"|autorenbox|authorbox",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"comment|respond|related|recommend|latest|popular|teaser|most-?read|promo|card-list|archive"
    r"|footer|more-|trending|recent|feed",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:c-|p-|m-|e-)?(?:by-?lines?|authors?|autor(?:en|in|es)?|auteurs?|autore|verfasser"
    r"|writer|written-?by|entry-author|post-author|coauthors?|contributors|by)(?:$|[\s_-])|byline|author(?:s|name|bold)?\b",
    re.IGNORECASE,
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:fn|\w*name|author-?link|url)(?:$|[\s_-])|author_?_?-?name", re.I
)
_PART_OF_NAME = re.compile(r"(?:first|last|given|family|sur|middle)[_-]?name", re.I)
_NO_BYLINE = re.compile(
    r"avatar|image|photo|social|bio|headshot|caption|credit|profile|about", re.I
)


def authors_of(
    root: Any, metas: Metas, nodes: Sequence[Node], article: Node | None, title: str | None,
    site: Site,
) -> tuple[str, ...]:  # fmt: skip
    """The authors of the article at *root*, in the page's order; empty where it names none.

    What only looks like a byline is asked last, and names nobody where the page says whose it is.
    """
    lines = own_lines(root)
    headline = shown_headline(root, lines, title)
    at = headline_at(lines, headline)
    below = [] if at is None else lines[at + 1 :]
    plain: Ways = (
        lambda: _fuller([*_declared(article, nodes, site)], root, headline),
        lambda: _shown(root, headline),
        lambda: _in_metas(metas, site),
        lambda: _by_the_headline(below),
    )
    doubtful: Ways = (
        lambda: _by_the_day(below, site),
        lambda: _shown(root, headline, _parted),
        lambda: _linked(root, headline),
        lambda: _labelled(lines),
        lambda: _dated(lines),
        lambda: _signed(root),
        lambda: _introduced(lines),
        lambda: _beside(root),
    )
    return _first_named(plain, site) or _first_named(doubtful, site)


def _first_named(ways: Ways, site: Site) -> tuple[str, ...]:
    """Those whom the first of *ways* names that names persons; else the site, a desk or an agency,
    where one names these.
    """
    institution: tuple[str, ...] = ()
    for way in ways:
        found = _unique(way())
        persons = tuple(name for name in found if not (site.is_named(name) or is_a_desk(name)))
        # One that stands within the institution's own byline ("The Courier with AFP") wrote it.
        within = any(key(name) in key(one) for one in institution for name in persons)
        if within or not all(map(is_a_wire, persons)):
            return persons
        institution = institution or persons or found
    return institution


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    """*names* without those that come twice, however they are spelt."""
    kept: dict[str, str] = {}
    for name in islice(names, _MOST):
        kept.setdefault(key(name), name)
    kept.pop("", None)
    return tuple(kept.values())


# -- where they are named -----------------------------------------------------------------------


def _declared(article: Node | None, nodes: Sequence[Node], site: Site) -> Iterator[str]:
    """Those that the article's own data names; a mere reference is looked up."""
    by_id = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")
    }
    told = (article or {}).get("author") or (article or {}).get("creator")
    for one in told if isinstance(told, list) else [told]:
        if isinstance(one, dict) and not one.get("name"):
            one = by_id.get(one.get("@id"), one)
        for text in texts(one) or _in_parts(one):
            is_one = _is_an_organisation(one, text) or site.is_called(text)
            yield from [text] if is_one else names_in(text)


def _in_parts(one: Any) -> list[str]:
    """The name of a person that is declared by its parts alone."""
    parts = (texts(one.get(name)) for name in _PARTS) if isinstance(one, dict) else ()
    whole = " ".join(part[0] for part in parts if part)
    return [whole] if " " in whole else []


def _fuller(declared: list[str], root: Any, headline: str | None) -> list[str]:
    """Those *declared*; where the byline that readers see has all of them among others, its."""
    if not declared:
        return []
    shown = _shown(root, headline)
    known, keys = {key(name) for name in declared}, {key(name) for name in shown}
    more = [name for name in shown if key(name) not in known]
    return shown if known < keys and all(map(_is_in_full, more)) else declared


def _is_in_full(name: str) -> bool:
    """Whether *name* is surely a person's: of two words or more, the first and the last large."""
    words = name.split()
    return len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper()


def _is_an_organisation(one: Any, text: str) -> bool:
    """Whether what is declared is one by its own word; *text* is its name, however it is made."""
    is_one = isinstance(one, dict) and any(it.endswith("Organization") for it in types_of(one))
    return is_one and is_a_name(text)


def _in_metas(metas: Metas, site: Site) -> Iterator[str]:
    label = metas.first("twitter:label1") or ""
    if _WRITTEN_BY.fullmatch(label):
        yield from (name for text in metas.all(["twitter:data1"]) for name in names_in(text))
        return
    for name in _METAS:
        found = [each for text in metas.all([name]) for each in _catalogued(name, text, site)]
        if found:
            yield from found
            return


def _catalogued(name: str, text: str, site: Site) -> list[str]:
    if site.is_called(text):
        return [text]
    surname, comma, given = text.partition(",")
    if name in _CATALOGUED and comma and "," not in given and len(text.split()) <= 4:
        return [f"{given.strip()} {surname.strip()}"]
    return names_in(text.replace("-", " ").title() if _is_a_slug(text) else text)


def _is_a_slug(text: str) -> bool:
    return re.fullmatch(r"[a-z]+(?:-[a-z]+)+", text) is not None


def _shown(
    root: Any, title: str | None = None, names: Callable[[Any], str] = named_by
) -> list[str]:
    """Those in the first byline below the headline *title*, which is known by its *names*, and in
    its like beside it; where none is below, in the first above.
    """
    above: list[str] = []
    is_below = False
    for one in own_elements(root):
        if title and is_headed(one, title):
            is_below = True
        elif (is_below or not above) and _is_a_byline(one, names):
            found = [name for each in (one, *_alike(one)) for name in _named(each)]
            if found and is_below:
                return found
            above = above or found
    return above


def _named(byline: Any) -> list[str]:
    """Those in one byline: by its marked names where it marks them, else by its words."""
    marked = [name for each in _marked(byline) for name in names_in(words_of(each))]
    if marked:
        return marked
    words = _first_line(byline)
    said, alone = names_in(words), names_alone(words)
    links = [name for one in byline.iter("a") for name in names_in(words_of(one)) if name in alone]
    # What stands between links to persons is what they are: "Senior Fellow".
    all_are = all(any(_is_at_an_end(name, one) for name in links) for one in said)
    return links if all_are else said


def _first_line(byline: Any) -> str:
    """The words of *byline*; of one in several lines those of the first that says by whom, or names
    anybody, for the others tell what they are, where, and who took the pictures.
    """
    lines = own_lines(byline) if byline.find(".//br") is not None else []
    naming = [line for line in lines if names_in(line)]
    naming.sort(key=is_a_byline, reverse=True)
    return naming[0] if naming else words_of(byline)


def _is_at_an_end(name: str, words: str) -> bool:
    return words.startswith(name) or words.endswith(name)


def _alike(byline: Any) -> list[Any]:
    """The elements behind *byline* that are made as it is, each for another name."""
    alike: list[Any] = []
    beside = byline.getnext()
    while beside is not None and len(alike) < _MOST and _is_made_as(beside, byline):
        alike.append(beside)
        beside = beside.getnext()
    return alike


def _is_made_as(one: Any, other: Any) -> bool:
    return one.tag == other.tag and named_by(one) == named_by(other) != " "


def _parted(element: Any) -> str:
    """The names of *element* with each hump ("liveAuthorBlock") for a part."""
    return _HUMP.sub("-", named_by(element))


def _linked(root: Any, title: str | None) -> list[str]:
    """Those whose own pages on the site are linked to before anybody else is named: the first such
    link below the headline *title* and its neighbours; where none is below, the first above.
    """
    above: list[str] = []
    is_below = False
    for one in own_among(root, "a", "h1", "h2"):
        if title and is_headed(one, title):
            is_below = True
        elif one.tag == "a" and (is_below or not above) and leads_to_a_writer(one):
            beside = [each for each in one.getparent().iter("a") if leads_to_a_writer(each)]
            found = [name for each in beside for name in names_in(words_of(each))]
            if found and is_below:
                return found
            above = above or found
    return above


def _labelled(lines: list[str]) -> list[str]:
    """Those in the line behind one that says nothing but that they follow."""
    behind = (line for before, line in pairwise(lines) if _LABEL.fullmatch(before))
    return next((names_in(line) for line in behind if len(line) <= _LONGEST_BYLINE), [])


def _dated(lines: list[str]) -> list[str]:
    """Those in the first line, wherever it stands, that begins with "By" and has a day."""
    short = (line for line in lines if len(line) <= _LONGEST_BYLINE)
    dated = (names_in(line) for line in short if is_a_byline(line) and time_of(line) is not None)
    return next((names for names in dated if names), [])


def _signed(root: Any) -> list[str]:
    """Who signs the last paragraph by name, in brackets at its end."""
    said = [words_of(one) for one in own_among(root, "p")]
    long = [words for words in said if len(words.split()) >= _PARAGRAPH]
    signature = _SIGNATURE.search(long[-1]) if long else None
    return [name for name in names_in(signature[1]) if _is_in_full(name)] if signature else []


def _introduced(lines: list[str]) -> list[str]:
    """Whom the line behind "About the author" tells of: "Ann Holm writes for ..."."""
    behind = (line for before, line in pairwise(lines) if _ABOUT.fullmatch(before))
    told = (found for line in behind if (found := _TOLD_OF.match(line)))
    return next(([one[1]] for one in told if is_a_name(one[1]) and _is_in_full(one[1])), [])


def _beside(root: Any) -> list[str]:
    """Whom the boxes for an author in the page's margins name, where it is one person: of several,
    some wrote something else.
    """
    named = (one for one in root.iter(*_BOXES) if is_named(one))
    boxes = islice((one for one in named if _IN_A_MARGIN.match(named_by(one))), _MOST)
    boxed = (one for one in boxes if is_shorter(one, _LONGEST_BYLINE))
    names = {key(name): name for one in boxed if not _is_a_readers(one) for name in _named(one)}
    return [name for name in names.values() if _is_in_full(name)] if len(names) == 1 else []


def _is_a_readers(box: Any) -> bool:
    """Whether *box* belongs to a reader's words, or to another article."""
    return any(_OTHERS.search(named_by(one)) or one.tag == "li" for one in box.iterancestors())


def _is_a_byline(element: Any, names: Callable[[Any], str]) -> bool:
    if not isinstance(element.tag, str) or element.tag in {"html", "body", "meta", "link", "img"}:
        return False
    said = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".split()
    called = names(element)
    hinted = "author" in said or _BYLINE.search(called) is not None
    if not hinted or _NO_BYLINE.search(called):
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
    named = element.get("class") or ""
    return _NAMES.search(named) is not None and _PART_OF_NAME.search(named) is None


def _by_the_headline(below: list[str]) -> Iterator[str]:
    """Those in a line *below* the headline that begins with "By", or has a label for them."""
    for line in below[:_NEAR]:
        if len(line) <= _LONGEST_BYLINE and is_a_byline(line):
            yield from (one for one in names_in(line) if has_label(line) or not one.islower())
            return


def _by_the_day(below: list[str], site: Site) -> list[str]:
    """Those who stand in full in a line *below* the headline for themselves or behind "by", where a
    day is in the line or follows, or the name of the site does.
    """
    for line, behind in pairwise([*below[:_NEAR], ""]):
        is_dated = any(time_of(one) is not None for one in (line, behind))
        if len(line) <= _LONGEST_NEAR and (is_dated or site.is_called(behind)):
            said = None if _NOT_WRITTEN.search(line) else _BY_WHOM.search(line)
            names = names_in(line[said.end() :] if said else _NO_LETTERS.split(line)[0])
            if names and all(_is_one_persons(name, site) for name in names):
                return names
    return []


def _is_one_persons(name: str, site: Site) -> bool:
    if _TWO_PERSONS.search(name) or site.is_named(name) or site.has_section(name):
        return False
    return _is_in_full(name)
