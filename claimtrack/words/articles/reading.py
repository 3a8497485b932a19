"""Reading: a page of the news as an `Article`.

The main text is trafilatura's, which does it best of all that were tried; everything else is read
from the page's tree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from claimtrack.words.articles.article import Article, Wall
from claimtrack.words.articles.bylines import authors_of
from claimtrack.words.articles.claimreviews import claim_reviews_in
from claimtrack.words.articles.headlines import title_of
from claimtrack.words.articles.metas import Metas
from claimtrack.words.articles.pagetree import decoded, tree
from claimtrack.words.articles.publication import modified_of, published_of
from claimtrack.words.articles.sites import address_of, site_of
from claimtrack.words.articles.structured import Node, all_nodes, article_in, declared, text_of
from claimtrack.words.articles.walls import wall_at, wall_in
from claimtrack.words.languages import language_of

_TAG = re.compile(r"\A([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{4}))?(?:[-_]([a-zA-Z]{2}|\d{3}))?\b")


def read_article(html: str | bytes, *, url: str | None = None) -> Article:
    """The article on the page *html*, which was fetched from *url*; bytes are decoded by what they
    say of themselves.

    What the page does not say is None or empty, and never guessed. A wall (consent, challenge,
    paywall stub, login, soft 404, empty shell) is told as `Article.wall` and has no text. Raises
    `Unreadable` for what is no page, and for a page that is larger or deeper than can be searched.
    """
    markup = decoded(html)
    root = tree(markup)
    metas, said = Metas(root), declared(root)
    nodes = all_nodes(said)
    article = article_in(nodes)
    address = address_of(metas, root, url)
    site = site_of(root, metas, said, address)
    tag = _declared_language(root, metas, article)
    title = title_of(root, metas, article, site)
    text = main_text(markup)
    wall = wall_at(root, markup, len(text.split()))
    return Article(
        title=title,
        authors=authors_of(root, metas, nodes, article, title, site),
        published=published_of(root, metas, article, title, address, tag),
        modified=modified_of(metas, article, tag),
        text="" if wall else text,
        language=tag or language_of(text),
        canonical_url=address,
        structured=said,
        claim_reviews=claim_reviews_in(nodes),
        wall=wall,
    )


def wall_of(html: str | bytes) -> Wall | None:
    """The wall that the page *html* is; None for an article. `read_article` says the same, which
    reads the main text besides and costs several times as much. Raises `Unreadable` as that does,
    where the page has to be searched.
    """
    return wall_in(decoded(html))


def main_text(markup: str) -> str:
    """The main text of the page *markup*, with its quotes and tables and without readers'
    comments, a paragraph or a row a line; empty where there is none.
    """
    import trafilatura

    found = trafilatura.extract(markup, include_comments=False, include_tables=True)
    return found or ""


def _declared_language(root: Any, metas: Metas, article: Node | None) -> str | None:
    """The language that the page says it is in, as a tag."""
    told: Sequence[str | None] = (
        _attribute(root.attrib, "lang") or _attribute(root.attrib, "xml:lang"),
        metas.first("content-language", "og:locale", "dc.language", "language"),
        text_of(article or {}, "inLanguage"),
    )
    return next((tag for one in told if one and (tag := _tag(one))), None)


def _attribute(attributes: Mapping[str, str], name: str) -> str | None:
    return attributes.get(name) or None


def _tag(text: str) -> str | None:
    """*text* as a tag (BCP 47): the language small, the land in capitals."""
    match = _TAG.match(text.strip())
    if match is None:
        return None
    language, script, land = match.groups()
    parts = [language.lower(), script and script.title(), land and land.upper()]
    return "-".join(part for part in parts if part)
