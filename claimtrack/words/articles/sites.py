"""Sites: how a page's site calls itself, and whether a few words are that name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from claimtrack.words.articles.metas import Metas
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
#: What an archive's address has before the one it keeps.
_ARCHIVED = re.compile(r"\Ahttps?://[^/]*archive[^/]*/(?:\w+/)*?\d{4,14}[a-z_]*/(?=https?://)")
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
    """The names of a site, as keys, and the labels of its host."""

    names: frozenset[str]
    labels: tuple[str, ...]

    def is_named(self, words: str) -> bool:
        """Whether *words* are the site's name, maybe with its ending or its section."""
        said = _name(words)
        if said in self.names or any(
            _is_mostly(name, said) for name in (*self.names, *self.labels)
        ):
            return True
        return len(said) >= _SHORTEST and any(_stands_for(said, label) for label in self.labels)


def _name(words: str) -> str:
    """The key of a name, whether or not it is told with its article."""
    return key(_NO_PART.sub("", words))


def _is_mostly(name: str, said: str) -> bool:
    return len(name) >= _SHORTEST and name in said and len(said) <= 2 * len(name) + 2


def _stands_for(said: str, label: str) -> bool:
    return said in label and 2 * len(said) >= len(label)


def site_of(metas: Metas, declared: Sequence[Node], url: str | None) -> Site:
    """The site of a page at *url*, by all that it calls itself."""
    told = map(_name, [*metas.all(_METAS), *_published_by(declared)])
    return Site(frozenset(filter(None, told)), _labels(url))


def _published_by(declared: Sequence[Node]) -> Iterable[str]:
    for node in all_nodes(declared):
        yield from texts(node.get("publisher"))
        if types_of(node) & {"WebSite", "NewsMediaOrganization"}:
            yield from texts(node.get("name"))[:1]
            yield from texts(node.get("alternateName"))[:1]


def _labels(url: str | None) -> tuple[str, ...]:
    try:
        host = urlsplit(_ARCHIVED.sub("", url or "")).hostname or ""
    except ValueError:
        return ()
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
