"""Feeds: RSS 0.9 to 2, RDF and Atom, read alike by the local names of their elements.

Namespaces are taken as they are meant, for feeds mix them at will and forget to declare them: a
``title`` of Media RSS or iTunes is not the entry's own, an ``atom:link`` in RSS tells of the feed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin

from claimtrack_news.listings import Entry, Listing, bounded
from claimtrack_news.markedtext import words_of
from claimtrack_news.moments import moment

_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
#: What stands for which vocabulary, in an address or as a prefix that nobody declared.
_VOCABULARIES = (
    ("http://purl.org/dc/", "dc"),
    ("http://purl.org/rss/1.0/modules/content", "content"),
    ("http://purl.org/rss/1.0/modules/", "other"),
    ("http://purl.org/rss/1.0/", ""),
    ("http://my.netscape.com/rdf/simple/0.9", ""),
    ("http://channel.netscape.com/rdf/simple/0.9", ""),
    ("http://my.netscape.com/publish/formats/", ""),
    ("http://backend.userland.com/", ""),
    ("http://blogs.law.harvard.edu/tech/rss", ""),
    ("http://www.rssboard.org/rss-specification", ""),
    ("http://www.w3.org/2005/atom", "atom"),
    ("http://purl.org/atom/", "atom"),
    ("http://www.w3.org/1999/xhtml", "html"),
    ("http://www.itunes.com/", "itunes"),
)
_PREFIXES = {"dc": "dc", "dcterms": "dc", "content": "content", "atom": "atom", "rss": ""}
#: An entry may stand alone: Atom allows it.
_ROOTS = frozenset({"rss", "rdf", "feed", "channel", "entry"})
_ENTRIES = frozenset({"item", "entry"})
#: Links of an entry that are not the article itself.
_ASIDE = frozenset(
    {
        "self", "edit", "edit-media", "enclosure", "replies", "related", "via", "hub", "next",
        "prev", "previous", "first", "last", "license", "shortlink", "amphtml", "search",
        "service.edit", "service.feed", "service.post", "icon", "stylesheet",
    }
)  # fmt: skip

#: By preference: (vocabulary, local name), None for any plain one.
_TITLES = (("", "title"), ("atom", "title"), ("dc", "title"))
_SUMMARIES = (
    ("", "summary"), ("", "description"), ("atom", "summary"), ("", "tagline"),
    ("atom", "subtitle"), ("atom", "tagline"), ("", "subtitle"), ("dc", "description"),
    ("", "abstract"), ("content", "encoded"), ("atom", "content"), ("", "content"),
    ("itunes", "summary"), ("itunes", "subtitle"), ("", "fullitem"), ("", "body"),
    ("html", "body"), ("html", "div"),
)  # fmt: skip
_PUBLISHED = (
    ("", "pubdate"), ("atom", "published"), ("", "published"), ("atom", "issued"),
    ("", "issued"), ("dc", "issued"), ("dc", "created"), ("atom", "created"), ("", "created"),
)  # fmt: skip
_UPDATED = (
    ("atom", "updated"), ("", "updated"), ("atom", "modified"), ("", "modified"),
    ("dc", "modified"), ("dc", "date"), ("", "date"), ("", "lastbuilddate"),
)  # fmt: skip
_IDS = (("", "guid"), ("atom", "id"), ("", "id"), ("dc", "identifier"))
_AUTHORS = (
    ("atom", "author"), ("", "author"), ("dc", "creator"), ("dc", "author"), ("", "managingeditor"),
    ("dc", "publisher"), ("", "webmaster"),
)  # fmt: skip

_Name = tuple[str, str]
_Fields = dict[_Name, list[Any]]


def feed(root: Any, url: str) -> Listing | None:
    """The feed at *root*, which came from *url*; None where it is no feed."""
    if _name(root)[1] not in _ROOTS:
        root = next((one for one in root.iter() if _name(one)[1] in _ROOTS), None)
    if root is None:
        return None
    if _name(root)[0] == "other" and _name(root)[1] != "rdf":
        _take_for_plain(root)
    channel = next((one for one in root.iter() if _name(one) == ("", "channel")), root)
    head = _fields(channel)
    return Listing(
        title=_words(head, _TITLES),
        link=_link(head, url) or "",
        subtitle=_words(head, _SUMMARIES),
        id=_words(head, _IDS),
        entries=bounded(_entry(one, url) for one in root.iter() if _is_entry(one)),
    )


def _take_for_plain(root: Any) -> None:
    """Take the namespace of *root*, which nobody knows, off every element that has it."""
    space = root.tag.rpartition("}")[0] + "}"
    for one in root.iter(f"{space}*"):
        one.tag = one.tag.removeprefix(space)


def _is_entry(element: Any) -> bool:
    vocabulary, name = _name(element)
    return name in _ENTRIES and vocabulary in {"", "atom"}


def _entry(element: Any, url: str) -> Entry:
    fields = _fields(element)
    id = _words(fields, _IDS)
    return Entry(
        link=_link(fields, url) or id,
        title=_words(fields, _TITLES),
        summary=_words(fields, _SUMMARIES),
        id=id,
        author=_author(fields),
        published_at=_moment(fields, _PUBLISHED),
        updated_at=_moment(fields, _UPDATED),
    )


def _fields(element: Any) -> _Fields:
    """The elements that say something of *element* itself, by name and in their order."""
    fields: _Fields = {}
    for one in element:
        fields.setdefault(_name(one), []).append(one)
    return fields


def _name(element: Any) -> _Name:
    """The vocabulary of *element* ("" for that of RSS) and its local name in lower case."""
    return _named(element.tag) if isinstance(element.tag, str) else ("other", "")


@lru_cache(maxsize=1000)  # a feed has thousands of elements and some twenty names
def _named(tag: str) -> _Name:
    space, _, local = tag.rpartition("}")
    prefix, _, local = local.rpartition(":")
    if prefix:
        return _PREFIXES.get(prefix.lower(), "other"), local.lower()
    return _vocabulary(space[1:].lower()), local.lower()


def _vocabulary(space: str) -> str:
    if not space:
        return ""
    return next((name for start, name in _VOCABULARIES if space.startswith(start)), "other")


def _all(fields: _Fields, wanted: Iterable[_Name]) -> Iterator[Any]:
    """The elements of those names, in the order of *wanted*."""
    return (one for name in wanted for one in fields.get(name, ()))


def _words(fields: _Fields, wanted: Iterable[_Name]) -> str:
    """The words of the first of *wanted* that has any."""
    said = (words_of(one, is_markup=_is_markup(one)) for one in _all(fields, wanted))
    return next((words for words in said if words), "")


def _is_markup(element: Any) -> bool:
    """Whether its text is HTML once more: in Atom where its type says so, elsewhere always."""
    type = (element.get("type") or "").lower()
    if _name(element)[0] != "atom":
        return type not in {"text", "text/plain"}
    return type in {"html", "text/html", "application/xhtml+xml"} or element.get("mode") in {
        "escaped",
        "base64",
    }


def _author(fields: _Fields) -> str:
    for one in _all(fields, _AUTHORS):
        names = [part for part in one if _name(part)[1] == "name"]
        said = words_of(names[0] if names else one, is_markup=True)
        if said:
            return said
    return ""


def _moment(fields: _Fields, wanted: Iterable[_Name]) -> Any:
    moments = (moment("".join(one.itertext())) for one in _all(fields, wanted))
    return next((at for at in moments if at is not None), None)


def _link(fields: _Fields, url: str) -> str | None:
    """Where the article is: the plain link of RSS, else Atom's alternate, HTML before others."""
    links = [one for (_, name), named in fields.items() if name == "link" for one in named]
    for one in fields.get(("", "link"), ()):
        said = "".join(one.itertext()).strip()
        if said:
            return _absolute(one, said, url)
    alternates = [one for one in links if one.get("href") and _rel(one) == "alternate"]
    others = [one for one in links if one.get("href") and _rel(one) not in _ASIDE]
    for one in sorted(alternates, key=_is_not_html) or others:
        return _absolute(one, one.get("href").strip(), url)
    return None


def _rel(link: Any) -> str:
    return str(link.get("rel") or "alternate").strip().lower().rpartition("/")[2]


def _is_not_html(link: Any) -> bool:
    return "html" not in (link.get("type") or "text/html").lower()


#: Nobody nests more of them in earnest.
_BASES = 5


def _absolute(element: Any, said: str, url: str) -> str:
    """*said* as an absolute address, by the ``xml:base`` of the elements that it stands in."""
    bases = [one.get(_XML_BASE) for one in (element, *element.iterancestors())]
    base = url
    for each in reversed([one for one in bases if one][:_BASES]):
        base = _joined(base, each)
    return _joined(base, " ".join(said.split()).replace(" ", "%20"))


def _joined(base: str, said: str) -> str:
    try:
        return urljoin(base, said)
    except ValueError:  # "http://[" is no address
        return said
