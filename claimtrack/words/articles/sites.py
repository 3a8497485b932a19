"""Sites: how a page's site calls itself, and whether a few words are that name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from claimtrack.words.articles.metas import Metas
from claimtrack.words.articles.sitelinks import above, homes, sections, unarchived
from claimtrack.words.articles.structured import Node, all_nodes, texts, types_of

#: Labels of a host that name nobody.
_NO_NAMES = frozenset(
    [
        "www",
        "m",
        "mobile",
        "amp",
        "web",
        "en",
        "de",
        "fr",
        "es",
        "it",
        "co",
        "com",
        "org",
        "net",
        "gov",
        "edu",
        "ac",
        "info",
        "news",
        "blog",
        "blogs",
    ]
)
_NO_PART = re.compile(r"\b(?:the|www\.)\s*", re.IGNORECASE)
_SHORTEST = 3
#: The words of a name counted; an institute's may be as long.
_LONGEST = 9
#: An address for a name: "waz.de". Endings that no other word has.
_ADDRESS = re.compile(r"(?:www\.)?(?P<name>[\w-]+)\.(?:\w{2,3}\.)?(?P<ending>[a-z]{2,})")
_IN_ADDRESSES = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss"})
_AND = re.compile(r"\s*[+&]\s*")
_ANDS = (" and ", " und ", " et ", " y ")
_ENDINGS = frozenset({"com", "net", "org", "info"})
_METAS = (
    "og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher",
    "al:ios:app_name", "al:android:app_name", "twitter:site", "twitter:app:name:iphone",
    "cre", "copyright", "sitename", "cxenseparse:sitename",
)  # fmt: skip


def key(text: str) -> str:
    """The letters and digits of *text*, small and without accents: two spellings of one name."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if sign.isalnum())


@dataclass(frozen=True, slots=True)
class Site:
    """The names of a site, as keys, and the labels of its host.

    ``links`` are the words that lead to its first page, ``parts`` those that lead to its sections,
    and ``sections`` those under which it files the page.
    """

    names: frozenset[str]
    labels: tuple[str, ...]
    links: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    ending: str = ""

    def is_named(self, words: str) -> bool:
        """Whether *words* are the site's name, maybe with its ending or its section."""
        return self.is_called(words) or any(map(self._is_likely, _spellings(words)))

    def _is_likely(self, said: str) -> bool:
        if any(_is_mostly(name, said) for name in (*self.names, *self.labels)):
            return True
        return len(said) >= _SHORTEST and any(_stands_for(said, label) for label in self.labels)

    def is_called(self, words: str) -> bool:
        """Whether *words* are a name of the site and nothing else."""
        told = (*self.names, *self.links, *self.labels)
        return any(said in told for said in _spellings(words)) or self._is_address(words.strip())

    def has_section(self, words: str) -> bool:
        """Whether *words* are the name of a section of the site."""
        return key(words) in self.parts or self.files_under(words)

    def files_under(self, words: str) -> bool:
        """Whether *words* are the name of the section that the page is in."""
        return key(words) in self.sections

    def _is_address(self, words: str) -> bool:
        found = _ADDRESS.fullmatch(words)
        if found is None:
            return False
        return found["ending"] in {*_ENDINGS, self.ending} or key(found["name"]) in self.labels


def _name(words: str) -> str:
    """The key of a name, whether or not it is told with its article."""
    return key(_NO_PART.sub("", words))


@lru_cache(maxsize=500)
def _spellings(words: str) -> frozenset[str]:
    """The keys of a name, as it is written and as addresses write it: a page asks of the same words
    many times.
    """
    told = [words, words.lower().translate(_IN_ADDRESSES)]
    with_and = (_AND.sub(one, told[1]) for one in _ANDS)
    return frozenset(map(_name, {*told, *with_and}))


def _is_mostly(name: str, said: str) -> bool:
    return len(name) >= _SHORTEST and name in said and len(said) <= 2 * len(name) + 2


def _stands_for(said: str, label: str) -> bool:
    return said in label and 2 * len(said) >= len(label)


def site_of(root: Any, metas: Metas, declared: Sequence[Node], url: str | None) -> Site:
    """The site of the page *root* at *url*, by all that it calls itself."""
    told = [*metas.all(_METAS), *_published_by(declared)]
    host = _host(url)
    filed = [*_filed_under(declared), *metas.all(["article:section"]), *above(url)]
    return Site(
        frozenset(filter(None, map(_name, filter(_may_be_a_name, told)))),
        _labels(host),
        frozenset(filter(None, map(_name, homes(root, url)))),
        frozenset(filter(None, map(key, sections(root, url)))),
        frozenset(filter(None, map(key, filed))),
        host.rpartition(".")[2] if host.count(".") else "",
    )


def _may_be_a_name(text: str) -> bool:
    """Whether *text* is no longer than a name: some pages give their title for their site's."""
    return len(text.split()) <= _LONGEST


def _filed_under(declared: Sequence[Node]) -> Iterable[str]:
    for node in all_nodes(declared):
        yield from texts(node.get("articleSection"))


def _published_by(declared: Sequence[Node]) -> Iterable[str]:
    for node in all_nodes(declared):
        yield from texts(node.get("publisher"))
        if types_of(node) & {"WebSite", "NewsMediaOrganization"}:
            yield from texts(node.get("name"))[:1]
            yield from texts(node.get("alternateName"))[:1]


def _host(url: str | None) -> str:
    try:
        return urlsplit(unarchived(url or "")).hostname or ""
    except ValueError:
        return ""


def _labels(host: str) -> tuple[str, ...]:
    labels = host.split(".")[:-1] if host.count(".") else []
    return tuple(key(label) for label in labels if label not in _NO_NAMES and key(label))


def address_of(metas: Metas, root: Any, url: str | None) -> str | None:
    """Where the page stands by its own word, else *url*: a full address of the web."""
    links = (one.get("href") for one in root.iter("link") if "canonical" in _relation(one))
    for told in (*links, metas.first("og:url"), url):
        if told and told.strip().lower().startswith(("http://", "https://")):
            return str(told.strip())
    return url


def _relation(link: Any) -> list[str]:
    return (link.get("rel") or "").lower().split()
