"""Standing words: which words of a quote stand on its page, in whatever way it writes them."""

from __future__ import annotations

import html
import json
import re
from functools import lru_cache

from claimtrack.pages import Page

_WORD = re.compile(r"\w+")


def words_missing(quote: str, page: Page) -> tuple[str, ...]:
    """The words and numbers of *quote* that stand nowhere on *page*: neither as it is written, nor
    in its visible text, nor in its JSON; one that is a page's part of a longer word stands too.

    A source may put what it quotes in an order of its own ("P1082: +4100000; P585: ..."), so that
    words are looked for one by one.
    """
    shown, whole = _shown_words(page)
    words = dict.fromkeys(_WORD.findall(quote.casefold()))
    return tuple(word for word in words if word not in whole and word not in shown)


@lru_cache(maxsize=2)
def _shown_words(page: Page) -> tuple[str, frozenset[str]]:
    """What *page* shows, and the words of it: a long series quotes some thousands."""
    shown = _shown(page).casefold()
    return shown, frozenset(_WORD.findall(shown))


def _shown(page: Page) -> str:
    try:
        text = page.text
    except ValueError:
        return page.content.decode("utf-8", "replace")
    start = text.lstrip()[:1]
    if start == "<":
        # A word may be split by markup, and be written with references to its letters.
        plain = html.unescape(text)
        return plain + "\n" + re.sub(r"<[^>]*>", "", plain)
    if start in {"{", "["}:
        try:
            return text + "\n" + json.dumps(json.loads(text), ensure_ascii=False)
        except (ValueError, RecursionError):
            return text
    return text
