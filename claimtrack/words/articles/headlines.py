"""Headlines: an article's title, without the name of the site that carries it.

The page says its title in several places, each with another habit: the heading may be the site's
logo, what is meant for sharing may be shortened, the window's title carries names and sections.
Each place is freed of what is plainly the site's, and gives its voice to what is left; the words
with the most voices are the title, spelt as in the first place that has them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import islice, pairwise
from typing import Any

from claimtrack.words.articles.metas import Metas
from claimtrack.words.articles.pagetree import words_of
from claimtrack.words.articles.regions import is_shorter, own_among
from claimtrack.words.articles.sites import Site
from claimtrack.words.articles.structured import Node, text_of

_LONGEST, _LONGEST_HEADING = 400, 2_000
#: A shorter heading may be the name of a section.
_SHORTEST = 12
_IDEOGRAPHS = "\u2e80"
_MOST_HEADINGS = 30
#: What stands beside a title is a name or a section; more words are a part of it.
_MOST_BESIDE = 5

#: How much each place's word counts. On the recorded pages (benchmarks/articles.py) any weights
#: near these come to the same: where what is shared and what is headed are worded differently,
#: those who wrote the titles down took now the one, now the other.
_SHARED, _DECLARED, _HEADING, _OTHER, _WINDOW = 5.0, 2.5, 3.0, 1.5, 0.5
#: A heading that shares no words with what the rest of the page calls itself.
_STRAY_HEADING = 0.3
#: What is called as the site is.
_SITES = 0.1
#: What a heading counts for more that has the page's text below it, where only the window calls it
#: otherwise; so many words are a text.
_LEADING, _WORDS_OF_A_TEXT = 0.4, 60
_METAS = (
    "title", "headline", "sailthru.title", "parsely-title", "cxenseparse:title",
    "hdl", "citation_title", "article:title", "news_title",
)  # fmt: skip
# What sets a site's name apart: signs that stand free, or bars and arrows however they stand.
_APART = re.compile(r"\s+[-–—·•*~/>‹›⋆]+\s+|\s*[|｜ǀ»«¦]+\s*|\s+::\s+|\s*[:：]\s*")
_BARS = re.compile(r"[|｜ǀ»«¦]")
#: Signs that stand close, of which only a name in full is told.
_CLOSE = re.compile(r"\s*[-–—_]\s*")
#: No section has a longer name.
_MOST_OF_A_SECTION = 4
_KICKER = re.compile(
    r"kicker|overline|topline|top-line|dachzeile|roofline|eyebrow|pretitle|pre-title|supertitle"
    r"|spitzmarke|subtitle|topic-?label|headline-intro|surtitle|overtitle|antetitulo|occhiello",
    re.IGNORECASE,
)
_WITHIN = frozenset({":", "：", "/"})
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
_A_DAY = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|[^\W\d]{3,9}\.?\s\d{1,2},?\s\d{4}"
    r"|\d{1,2}\.?\s[^\W\d]{3,9}\.?,?\s\d{4}"
)
_BY = re.compile(r"(?i)by\s+\S+(?:\s+\S+){0,3}")


@dataclass(frozen=True, slots=True)
class _Voice:
    text: str
    weight: float


def title_of(root: Any, metas: Metas, article: Node | None, site: Site) -> str | None:
    """The title of the article at *root*; None where the page says none."""
    told = [_doubted(voice, site) for voice in _told(root, metas, article)]
    headings = [*_headings(root, [voice.text for voice in told])]
    if not any(_is_akin(words, told) and not site.is_named(words) for words in headings):
        headings += _second_headings(root, told, site)
    known = _known(headings) | _agreed(told, site)
    cut = [_Voice(without_site(voice.text, site, known), voice.weight) for voice in told]
    own = [words for words in headings if not _is_cut_off(words, told, cut)]
    voices = [*_of_headings(own, cut, site, _over_the_text(root)), *cut]
    return _most_said([_unbroken(voice, voices) for voice in voices])


def _doubted(voice: _Voice, site: Site) -> _Voice:
    """*voice*, of which nothing is to be held where it only tells the site."""
    return _Voice(voice.text, _SITES) if site.is_named(voice.text) else voice


def _unbroken(voice: _Voice, voices: Sequence[_Voice]) -> _Voice:
    """*voice*, for what it breaks off (“...”) where another goes on."""
    begun = _BROKEN.fullmatch(voice.text)
    if begun is None or not _says_enough(begun[1]):
        return voice
    whole = (one.text for one in voices if same(one.text).startswith(same(begun[1])))
    longest = max(whole, key=len)
    return _Voice(longest, voice.weight) if not _BROKEN.fullmatch(longest) else voice


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
    return {same(text) for text in texts if _says_enough(text)}


def _says_enough(text: str) -> bool:
    """Whether *text* is too long for a section's name; an ideograph says what two letters do."""
    words = same(text)
    return len(words) + sum(sign >= _IDEOGRAPHS for sign in words) >= _SHORTEST


def same(text: str) -> str:
    """The words of *text*: what two spellings of one title share."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[^\w\s]", " ", plain).split())


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
    plain = (" ".join(unescape(text).split()) for text in texts if text)
    return (_Voice(text[:_LONGEST], weight) for text in plain if not _says_nothing(text))


def _says_nothing(text: str) -> bool:
    """Whether *text* is a page's place in its site: an address, or "Home"."""
    return text.startswith(("/", "http://", "https://")) or same(text) in _PLACES


def _window(root: Any) -> str | None:
    """The first title that is not a drawing's."""
    return next((words_of(one) for one in root.iter("title") if _is_the_pages(one)), None)


def _is_the_pages(title: Any) -> bool:
    parent = title.getparent()
    return parent is None or parent.tag in {"head", "html", "body"}


# -- the site's name ----------------------------------------------------------------------------


def without_site(text: str, site: Site, known: set[str]) -> str:
    """*text* without the site's name, a day or a byline at either end; what is among the titles
    *known* is cut out of it.
    """
    while cut := _cut_once(text, site, known):
        text = cut
    return text


def _cut_once(text: str, site: Site, known: set[str]) -> str | None:
    if same(text) in known:
        return None
    marks = [*_APART.finditer(text)]
    for mark in reversed(marks):
        part, rest = text[mark.end() :], text[: mark.start()]
        if _goes(part, rest, site, known) or _is_section(part, rest, mark[0], site.has_section):
            return rest.strip()
    for mark in marks:
        part, rest = text[: mark.start()], text[mark.end() :]
        if _goes(part, rest, site, known) or _is_section(part, rest, mark[0], site.files_under):
            return rest.strip()
    return _before_the_site(text, marks, site) or _before_a_close_name(text, site)


def _goes(part: str, rest: str, site: Site, known: set[str]) -> bool:
    """Whether *part* is no part of the title, and *rest* is all of it."""
    part = part.strip()
    if not rest.strip():
        return False
    if site.is_named(part) or (same(rest) in known and len(part.split()) <= _MOST_BESIDE):
        return True
    return _A_DAY.fullmatch(part) is not None or _BY.fullmatch(part) is not None


def _is_section(part: str, rest: str, mark: str, is_one: Callable[[str], bool]) -> bool:
    """Whether *part* is a section's name beside the title *rest*; what a colon or a stroke sets
    apart may be a part of it.
    """
    if mark.strip() in _WITHIN or len(part.split()) > _MOST_OF_A_SECTION:
        return False
    return is_one(part) and _says_enough(rest)


def _before_the_site(text: str, marks: Sequence[re.Match[str]], site: Site) -> str | None:
    """What stands in front of the site's name, behind which its motto or its sections follow."""
    for one, other in pairwise(marks):
        if site.is_named(text[one.end() : other.start()]) and _says_enough(text[: one.start()]):
            return text[: one.start()].strip()
    return None


def _before_a_close_name(text: str, site: Site) -> str | None:
    """What stands in front of a name of the site that is set apart by a sign without its space; in
    scripts that put none between words, in front of a section too.
    """
    for mark in reversed([*_CLOSE.finditer(text)]):
        rest, name = text[: mark.start()], text[mark.end() :]
        is_one = site.is_called(name) or (name[:1] >= _IDEOGRAPHS and site.has_section(name))
        if is_one and _says_enough(rest):
            return rest.strip()
    return None


# -- the headings -------------------------------------------------------------------------------


def _headings(root: Any, told: Sequence[str]) -> Iterator[str]:
    """The headings; of one that holds more than a title which is *told* elsewhere, that alone."""
    for one in islice(_of_a_line(root, "h1"), _MOST_HEADINGS):
        words = _told_whole(one, told) or _part_of(one, told) or _without_kicker(one)[:_LONGEST]
        if words:
            yield words


def _of_a_line(root: Any, tag: str) -> Iterator[Any]:
    """The headings with that *tag* that are no longer than a line or a few: what is longer was
    never closed, and one in the other they cost as much as all of them together.
    """
    return (one for one in root.iter(tag) if is_shorter(one, _LONGEST_HEADING))


def _second_headings(root: Any, told: Sequence[_Voice], site: Site) -> Iterator[str]:
    """The second headings that say what is *told* elsewhere, or a part of it that is set apart and
    no smaller than the rest: where the first one is the site's, they are the headlines.
    """
    bare = {without_site(voice.text, site, set()) for voice in told}
    known = {part for text in bare for part in _parts(text)}
    for one in islice(_of_a_line(root, "h2"), _MOST_HEADINGS):
        words = words_of(one)[:_LONGEST]
        if _says_enough(words) and same(words) in known:
            yield _told_whole(one, [voice.text for voice in told]) or words


def _parts(told: str) -> Iterator[str]:
    """The words of *told*, those of what stands between its bars and arrows, and of what stands
    before or behind another sign, where it has half of them: in front of a colon stands no title.
    """
    whole = same(told)
    yield whole
    yield from map(same, _BARS.split(told))
    for mark in _APART.finditer(told):
        before, behind = same(told[: mark.start()]), same(told[mark.end() :])
        if 2 * len(before) >= len(whole) and mark[0].strip() not in _WITHIN:
            yield before
        if 2 * len(behind) >= len(whole):
            yield behind


def _told_whole(heading: Any, told: Sequence[str]) -> str | None:
    """What is *told* elsewhere in the words of *heading* and with a colon: a line above the
    headline that is set apart by a sign wherever the title stands is a part of it.
    """
    words = same(words_of(heading))
    return next((one for one in told if ":" in one and same(one) == words), None)


def _part_of(heading: Any, told: Sequence[str]) -> str | None:
    known = {same(one) for one in told}
    parts = (words_of(one) for one in heading.iter("span", "a", "strong", "em", "b"))
    return next((words for words in parts if _says_enough(words) and same(words) in known), None)


def _without_kicker(heading: Any) -> str:
    """The words of *heading* without the line above the headline, where it is marked as one."""
    words = words_of(heading)
    for one in heading.iter("span", "div", "small", "p", "strong", "em"):
        above = words_of(one)
        if _KICKER.search(one.get("class") or "") and words.startswith(above):
            words = words[len(above) :].strip(" :–-|•") or words
    return words


def _of_headings(
    headings: Sequence[str], told: Sequence[_Voice], site: Site, leading: str
) -> Iterator[_Voice]:
    once = {same(words): words for words in reversed(headings)}
    for words in reversed(once.values()):
        if not site.is_named(words):
            is_leading = same(words) == leading and _says_enough(words)
            weight = _HEADING if _is_akin(words, told) else _STRAY_HEADING
            yield _Voice(words, weight + _LEADING * is_leading)


def _is_cut_off(words: str, told: Sequence[_Voice], cut: Sequence[_Voice]) -> bool:
    """Whether *words* stand in what was cut out of something *told*: the site's motto."""
    off = (same(whole.text.replace(one.text, " | ")) for whole, one in zip(told, cut, strict=True))
    return any(f" {same(words)} " in f" {one} " for one in off)


def _over_the_text(root: Any) -> str:
    """The words of the heading that has most of the page's paragraphs below it; empty where none
    has: a book has a heading over each of its parts.
    """
    lengths: dict[str, int] = {}
    heading = ""
    for one in own_among(root, "h1", "p"):
        if one.tag == "h1" and is_shorter(one, _LONGEST_HEADING):
            heading = same(_without_kicker(one)[:_LONGEST])
        elif one.tag == "p":
            lengths[heading] = lengths.get(heading, 0) + len(words_of(one).split())
    lengths.pop("", None)
    most = max(lengths, key=lengths.__getitem__, default="")
    enough = max(_WORDS_OF_A_TEXT, sum(lengths.values()) / 2)
    return most if lengths.get(most, 0) >= enough else ""


def _is_akin(words: str, told: Sequence[_Voice]) -> bool:
    """Whether a heading has half its words in common with something the page calls itself; one that
    may be a section's name is how that begins.
    """
    told = [voice for voice in told if voice.weight > _SITES]
    if told and not _says_enough(words):
        return any(same(voice.text).startswith(same(words)) for voice in told)
    own = {*same(words).split()}
    return not told or any(
        2 * len(own & other) >= min(len(own), len(other)) > 0
        for other in ({*same(voice.text).split()} for voice in told)
    )


def _most_said(voices: Sequence[_Voice]) -> str | None:
    tally: dict[str, float] = {}
    for voice in voices:
        tally[same(voice.text)] = tally.get(same(voice.text), 0) + voice.weight
    tally.pop("", None)
    if not tally:
        return None
    best = max(tally, key=tally.__getitem__)
    return next(voice.text for voice in voices if same(voice.text) == best)
