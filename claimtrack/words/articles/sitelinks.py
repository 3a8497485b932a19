"""Site links: what a page calls its site's first page and sections where it links to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import unquote, urlsplit

from claimtrack.words.articles.pagetree import words_of
from claimtrack.words.articles.regions import is_shorter

#: A page links to some hundreds.
_MOST = 2_000
#: What is longer is no name of a site or a section.
_MOST_OF_A_NAME, _MOST_OF_A_SECTION, _LONGEST = 8, 4, 100
_MOST_PICTURES = 10
#: An address of a section has no more parts.
_MOST_PARTS = 2
_WRITERS_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|in|es|s)?|auteurs?|autore|firmas?|profile?s?|people|person|staff|writers?"
    r"|contributors?|journalists?|journalistes?|reporters?|redaktion|redakteure?|by|avtor|skribent)"
    r"/[^/?#]*[^\W\d][^/?#]*/?(?:[?#]|\Z)",
    re.IGNORECASE,
)
_FIRST_PAGES = frozenset({"", "index.html", "index.htm", "index.php"})
#: Said of a name on its picture, or of its link.
_OF_A_LOGO = re.compile(
    r"\b(?:logo(?: of| von| de)?|home ?page|(?:back )?to(?: the)? (?:home ?page|start)|startseite"
    r"|zur startseite|go to|link to|rss|feeds?|atom|suche|search|website)\b|[»›|:-]\s*\Z",
    re.IGNORECASE,
)
#: What an archive's address has before the one it keeps.
_ARCHIVED = re.compile(
    r"\A(?:(?:https?:)?//[^/]*archive[^/]*/(?:\w+/)*?|/web/)\d{4,14}[a-z_]*/(?=https?://)"
)
_FEED = re.compile(r"rss|atom|feed|opensearch", re.IGNORECASE)
#: Behind the name in the title of a feed.
_BEHIND = re.compile(r"\s+[»›|–—-]\s+|»")


def homes(root: Any, url: str | None) -> Iterator[str]:
    """What the links to the first page of the site of the page *root* at *url* say, and whose
    feeds and search it offers.
    """
    host = _split(url)[0]
    for link in islice(root.iter("a"), _MOST):
        if _leads_home(link, host) or _heads_a_part(link, url):
            yield from filter(None, map(_plain, _said_by(link)))
    for link in islice(root.iter("link"), _MOST):
        if _FEED.search(link.get("type") or ""):
            name = _BEHIND.split((link.get("title") or "").strip())[0]
            yield from filter(None, [_plain(name)])


def sections(root: Any, url: str | None) -> Iterator[str]:
    """What the sections of the site of the page *root* at *url* are called in its links."""
    host, path = _split(url)
    for link in islice(root.iter("a"), _MOST):
        target = link.get("href") or ""
        there, parts = _split(target)
        is_short = there in {"", host} and 0 < len(parts) <= _MOST_PARTS and parts != path
        if is_short and is_shorter(link, _LONGEST) and not _is_one_pages(link, target):
            words = words_of(link)
            if len(words.split()) <= _MOST_OF_A_SECTION:
                yield words


def _is_one_pages(link: Any, target: str) -> bool:
    """Whether *link* leads to a writer's page, or to another's, as its heading or query tells."""
    if "?" in target or leads_to_a_writer(link):
        return True
    return next(link.iterancestors("h1", "h2", "h3"), None) is not None


def above(url: str | None) -> list[str]:
    """The parts of the address *url* that the page is below."""
    return _split(url)[1][:-1]


def leads_to_a_writer(link: Any) -> bool:
    """Whether *link* leads to the page that the site has for one who writes."""
    return _WRITERS_PAGE.search(link.get("href") or "") is not None


def _said_by(link: Any) -> Iterator[str]:
    if is_shorter(link, _LONGEST):
        yield words_of(link)
    yield (link.get("title") or "")[:_LONGEST]
    for picture in islice(link.iter("img"), _MOST_PICTURES):
        yield (picture.get("alt") or "")[:_LONGEST]


def _plain(name: str) -> str:
    """*name* without what says that it is a logo; nothing where it is too long for one."""
    bare = " ".join(_OF_A_LOGO.sub(" ", name).split())
    return bare if len(bare.split()) <= _MOST_OF_A_NAME else ""


def _leads_home(link: Any, host: str) -> bool:
    if "home" in (link.get("rel") or "").split():
        return True
    target = (link.get("href") or "").strip()
    if not target or "?" in target or target.startswith("#"):
        return False
    there, parts = _split(target)
    return there in {"", host} and (not parts or (len(parts) == 1 and parts[0] in _FIRST_PAGES))


def _heads_a_part(link: Any, url: str | None) -> bool:
    """Whether *link* is in a heading, and the page at *url* is below what it leads to: a blog on
    its host's site.
    """
    if next(link.iterancestors("h1", "h2"), None) is None:
        return False
    (host, path), (there, parts) = _split(url), _split(link.get("href"))
    return (
        host != ""
        and there in {"", host}
        and 0 < len(parts) < len(path)
        and path[: len(parts)] == parts
    )


def unarchived(url: str) -> str:
    """*url*, or the address that it keeps in an archive."""
    return _ARCHIVED.sub("", url)


def _split(url: str | None) -> tuple[str, list[str]]:
    """The host of *url* without its “www”, and the parts of its path; of what is no address, no
    host that there is.
    """
    try:
        address = urlsplit(unarchived((url or "").strip()))
        host = address.hostname or ""
    except ValueError:
        return "[", []
    if address.scheme not in {"", "http", "https"}:
        return address.scheme, []
    return host.removeprefix("www."), [unquote(one) for one in address.path.split("/") if one]
