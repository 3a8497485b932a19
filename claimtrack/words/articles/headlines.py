"""Headlines: an article's title, without the name of the site that carries it.

The page says its title in several places, each with another habit: the heading may be the site's
logo, what is meant for sharing may be shortened, the window's title carries names and sections.
Each place is freed of what is plainly the site's, and gives its voice to what is left; the words
with the most voices are the title, spelt as in the first place that has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from claimtrack.words.articles.baretitles import told_beside_the_site, without_site
from claimtrack.words.articles.headings import (
    has_side,
    headings,
    is_akin,
    other_headings,
    over_the_text,
    parted_heading,
)
from claimtrack.words.articles.metas import Metas
from claimtrack.words.articles.pagetree import words_of
from claimtrack.words.articles.sites import Site
from claimtrack.words.articles.structured import Node, text_of
from claimtrack.words.articles.titlewords import UNSEEN, same, says_enough

_LONGEST = 400

#: How much each place's word counts. On the recorded pages (benchmarks/articles.py) any weights
#: near these come to the same: where what is shared and what is headed are worded differently,
#: those who wrote the titles down took now the one, now the other.
_SHARED, _DECLARED, _HEADING, _OTHER, _WINDOW = 5.0, 2.5, 3.0, 1.5, 0.5
#: A heading that shares no words with what the rest of the page calls itself.
_STRAY_HEADING = 0.3
#: What is called as the site is.
_SITES = 0.1
#: What a heading counts for more that has the page's text below it, where only the window calls it
#: otherwise.
_LEADING = 0.4
_METAS = (
    "title", "headline", "sailthru.title", "parsely-title", "cxenseparse:title",
    "hdl", "citation_title", "article:title", "news_title",
)  # fmt: skip
#: The mark of what only subscribers read: "(S+) ".
_PLUS = re.compile(r"\A[(\[][^\W\d_]{0,3}\+[)\]]\s*(?=\S)")
#: What is cut off within a word goes on elsewhere; of so many characters, wherever it is cut.
_CUT_OFF, _SURELY_CUT_OFF = 40, 100
_PLACES = frozenset(
    [
        "home",
        "homepage",
        "index",
        "untitled",
        "startseite",
        "accueil",
        "inicio",
        "início",
        "etusivu",
        "главная",
    ]
)
_BROKEN = re.compile(r"(.+?)\s*(?:…|\.{3})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Voice:
    text: str
    weight: float


def title_of(root: Any, metas: Metas, article: Node | None, site: Site) -> str | None:
    """The title of the article at *root*; None where the page says none."""
    told = [_doubted(voice, site) for voice in _told(root, metas, article)]
    called = _trusted(told)
    shown = [*headings(root, [voice.text for voice in told], site)]
    if parted := parted_heading(root, called, shown):
        told = [_of_the_side(voice, parted) for voice in told]
        called, shown = _trusted(told), [parted]
    if not any(is_akin(words, called) and not site.is_named(words) for words in shown):
        shown += other_headings(root, called, site)
    known = _known(words for words in shown if not site.is_named(words)) | _agreed(told, site)
    bare = told_beside_the_site(called, site)
    cut = [_freed(voice, site, known, is_bare=same(voice.text) in bare) for voice in told]
    own = [words for words in shown if not _is_cut_off(words, told, cut)]
    voices = [*_of_headings(own, _trusted(cut), site, over_the_text(root, "h1")), *cut]
    return _most_said([_unbroken(voice, voices) for voice in voices])


def _doubted(voice: _Voice, site: Site) -> _Voice:
    """*voice*, of which nothing is to be held where it only tells the site."""
    return _Voice(voice.text, _SITES) if site.is_named(voice.text) else voice


def _of_the_side(voice: _Voice, words: str) -> _Voice:
    return _Voice(words, voice.weight) if has_side(voice.text, words) else voice


def _freed(voice: _Voice, site: Site, known: set[str], *, is_bare: bool) -> _Voice:
    return _Voice(without_site(voice.text, site, known, is_bare=is_bare), voice.weight)


def _trusted(voices: Sequence[_Voice]) -> list[str]:
    """What *voices* say, without those that only tell the site."""
    return [voice.text for voice in voices if voice.weight > _SITES]


def _unbroken(voice: _Voice, voices: Sequence[_Voice]) -> _Voice:
    """*voice*, for what it breaks off (“...”, or within a word) where another goes on."""
    begun = _BROKEN.fullmatch(voice.text)
    if begun is None:
        return _Voice(_whole(voice.text, voices), voice.weight)
    if not says_enough(begun[1]):
        return voice
    whole = (one.text for one in voices if same(one.text).startswith(same(begun[1])))
    longest = max(whole, key=len)
    return _Voice(longest, voice.weight) if not _BROKEN.fullmatch(longest) else voice


def _whole(text: str, voices: Sequence[_Voice]) -> str:
    """The longest of *voices* that goes on where *text* was cut off, else *text*."""
    longer = (one.text for one in voices if len(one.text) > len(text) >= _CUT_OFF)
    going_on = (
        one
        for one in longer
        if one.startswith(text)
        and (len(text) >= _SURELY_CUT_OFF or one[len(text) - 1 : len(text) + 1].isalnum())
    )
    return max(going_on, key=len, default=text)


def _agreed(told: Sequence[_Voice], site: Site) -> set[str]:
    """What is shared and declared alike with a colon that parts no site's name from it: in front of
    that stands a part of the title, whether or not the heading has it.
    """
    kinds = [{same(one.text) for one in told if one.weight == it} for it in (_SHARED, _DECLARED)]
    return {
        same(one.text)
        for one in told
        if ": " in one.text and all(same(one.text) in kind for kind in kinds)
        if without_site(one.text, site, set()) == one.text
    }


def _known(texts: Iterable[str]) -> set[str]:
    """What is a title for itself and no name of a section."""
    return {same(text) for text in texts if says_enough(text)}


def _told(root: Any, metas: Metas, article: Node | None) -> Iterator[_Voice]:
    """What the page calls itself where nobody sees it."""
    if article is not None:
        yield from _voices([text_of(article, "headline")], _DECLARED)
    yield from _voices([metas.first("og:title")], _SHARED)
    yield from _voices([metas.first("dc.title")], _SHARED)
    yield from _voices([metas.first("twitter:title"), metas.first(*_METAS)], _OTHER)
    yield from _voices([_window(root)], _WINDOW)


def _voices(texts: Iterable[str | None], weight: float) -> Iterator[_Voice]:
    """Each of *texts* that says something, without the entities that were written twice over."""
    plain = (" ".join(unescape(text).translate(UNSEEN).split()) for text in texts if text)
    bare = (_PLUS.sub("", text)[:_LONGEST] for text in plain)
    return (_Voice(text, weight) for text in bare if not _says_nothing(text))


def _says_nothing(text: str) -> bool:
    """Whether *text* is a page's place in its site: an address, or "Home"."""
    return text.startswith(("/", "http://", "https://")) or same(text) in _PLACES


def _window(root: Any) -> str | None:
    """The first title that is not a drawing's."""
    return next((words_of(one) for one in root.iter("title") if _is_the_pages(one)), None)


def _is_the_pages(title: Any) -> bool:
    parent = title.getparent()
    return parent is None or parent.tag in {"head", "html", "body"}


def _of_headings(
    shown: Sequence[str], called: Sequence[str], site: Site, leading: str
) -> Iterator[_Voice]:
    once = {same(words): words for words in reversed(shown)}
    for words in reversed(once.values()):
        if not site.is_named(words):
            is_leading = same(words) == leading and says_enough(words)
            weight = _HEADING if is_akin(words, called) else _STRAY_HEADING
            yield _Voice(words, weight + _LEADING * is_leading)


def _is_cut_off(words: str, told: Sequence[_Voice], cut: Sequence[_Voice]) -> bool:
    """Whether *words* stand in what was cut out of something *told*: the site's motto."""
    off = (same(whole.text.replace(one.text, " | ")) for whole, one in zip(told, cut, strict=True))
    return any(f" {same(words)} " in f" {one} " for one in off)


def _most_said(voices: Sequence[_Voice]) -> str | None:
    tally: dict[str, float] = {}
    for voice in voices:
        tally[same(voice.text)] = tally.get(same(voice.text), 0) + voice.weight
    tally.pop("", None)
    if not tally:
        return None
    best = max(tally, key=tally.__getitem__)
    return next(voice.text for voice in voices if same(voice.text) == best)
