"""Headings: what on a page may be the headline that its readers see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import islice
from typing import Any

from claimtrack.words.articles.baretitles import without_site
from claimtrack.words.articles.pagetree import words_of
from claimtrack.words.articles.regions import is_named, is_shorter, named_by, own_among, own_lines
from claimtrack.words.articles.sites import Site
from claimtrack.words.articles.titlewords import (
    APART,
    BARS,
    GENRE,
    UNSEEN,
    WITHIN,
    same,
    says_enough,
)  # fmt: skip

_LONGEST, _LONGEST_HEADING = 400, 2_000
_MOST_HEADINGS = 30
#: So many words are a text.
_WORDS_OF_A_TEXT = 60
_KICKER = re.compile(
    r"kicker|overline|topline|top-line|dachzeile|roofline|eyebrow|pretitle|pre-title|supertitle"
    r"|spitzmarke|subtitle|topic-?label|headline-intro|surtitle|overtitle|antetitulo|occhiello",
    re.IGNORECASE,
)
#: What is set beside a headline within its heading: a label, or the line below it.
_LABEL = re.compile(
    r"(?:^|[\s_-])(?:labels?|badges?|tags?|flags?|prefix|premium|paywall|dek|standfirst|subline"
    r"|sub-?head\w*|sub-?titles?)(?:$|[\s_-])",
    re.IGNORECASE,
)
#: How many have written below an article or passed it on may stand within its heading.
_COUNT = re.compile(r"comment|count|share|reaction|likes|views", re.IGNORECASE)
_MOST_OF_A_LABEL = 3
#: An article's headline by its class, in whatever element it stands.
_HEADLINE = re.compile(
    r"(?:^|\s)(?:(?:entry|post|article|story|news|node|content|item)[_-]*(?:title|headline|heading)"
    r"|headline|titre|titulo|titel|überschrift)(?:$|\s)",
    re.IGNORECASE,
)
#: What stands for itself in a box around a headline and others.
_FOR_ITSELF = frozenset({"h1", "h2", "h3", "h4", "div", "p", "ul", "time", "img", "figure", "br"})
_MAY_BE_MARKED = ("h2", "h3", "h4", "div", "p", "span")


def headings(root: Any, told: Sequence[str], site: Site) -> Iterator[str]:
    """The first headings of the page at *root*; of one that holds more than a title which is *told*
    elsewhere, that alone.
    """
    known = [*told, *(without_site(one, site, set()) for one in told)]
    for one in islice(_of_a_line(root, "h1"), _MOST_HEADINGS):
        words = _told_whole(one, known) or _part_of(one, known) or _without_kicker(one)[:_LONGEST]
        if words := words.translate(UNSEEN):
            yield words


def _of_a_line(root: Any, *tags: str) -> Iterator[Any]:
    """The headings with one of those *tags* that are no longer than a line or a few: what is
    longer was never closed, and one in the other they cost as much as all of them together.
    """
    return (one for one in root.iter(*tags) if is_shorter(one, _LONGEST_HEADING))


def other_headings(root: Any, called: Sequence[str], site: Site) -> list[str]:
    """Where the headline may stand that is in no first heading, from the surest place that has it:
    the second headings, what is marked as a headline, and a line that says what the page is
    *called*.
    """
    places = (_second_headings, _marked, _lines_told)
    return next(filter(None, ([*place(root, called, site)] for place in places)), [])


def parted_heading(root: Any, called: Sequence[str], shown: Sequence[str]) -> str | None:
    """The second heading over the page's text, where that is one side of what the page is *called*
    and none of the first headings *shown* is all of it: the other side is the site's, or whatever
    the first heading says.
    """
    firsts, whole = {*map(same, shown)}, {*map(same, called)}
    sides = {side for one in called for side in _sides(one, firsts)}
    if not sides or firsts & whole:
        return None
    over = over_the_text(root, "h1", "h2", "h3")
    if over in firsts or over not in sides or not says_enough(over):
        return None
    seconds = (words_of(one) for one in _of_a_line(root, "h2", "h3"))
    return next((words for words in seconds if same(words) == over), None)


def has_side(text: str, words: str) -> bool:
    """Whether *words* are what stands on one side of a sign in *text*."""
    return any(same(words) in side for side in _halves(text))


def _sides(text: str, firsts: Set[str]) -> Iterator[str]:
    """What stands on one side of a sign in *text* where the other side is among the *firsts*; else
    where it is most of the text, and the sign is no colon or stroke.
    """
    for mark, (before, behind) in zip(APART.finditer(text), _halves(text), strict=True):
        is_within = mark[0].strip() in WITHIN
        for one, other in ((before, behind), (behind, before)):
            if other in firsts or (len(one) > len(other) and not is_within):
                yield one


def _halves(text: str) -> Iterator[tuple[str, str]]:
    marks = APART.finditer(text)
    return ((same(text[: it.start()]), same(text[it.end() :])) for it in marks)


def _second_headings(root: Any, told: Sequence[str], site: Site) -> Iterator[str]:
    """The second headings that say what is *told* elsewhere, or a part of it that is set apart and
    no smaller than the rest: where the first one is the site's, they are the headlines.
    """
    bare = {without_site(one, site, set()) for one in told}
    whole, known = {*map(same, bare)}, {part for text in bare for part in _parts(text)}
    for one in islice(_of_a_line(root, "h2", "h3", "h4"), _MOST_HEADINGS):
        words = words_of(one)[:_LONGEST]
        if same(words) in (known if says_enough(words) else whole):
            yield _told_whole(one, told) or words


def _marked(root: Any, told: Sequence[str], site: Site) -> Iterator[str]:
    """The first that is marked as a headline, and has words in common with what is *told*
    elsewhere, where that is more than the name of the *site*.
    """
    marked = (one for one in own_among(root, *_MAY_BE_MARKED) if _is_marked(one))
    few = islice(marked, _MOST_HEADINGS)
    lines = (one for one in few if _is_one_line(one) and is_shorter(one, _LONGEST))
    said = filter(None, map(_without_kicker, lines))
    yield from islice((it for it in said if not site.is_named(it) and is_akin(it, told)), 1)


def _lines_told(root: Any, told: Sequence[str], site: Site) -> Iterator[str]:
    """The first line that says what is *told* elsewhere, without the site's name."""
    bare = {same(without_site(one, site, set())) for one in told}
    lines = own_lines(root) if bare else []
    known = (line for line in lines if len(line) <= _LONGEST and same(line) in bare)
    yield from islice((line for line in known if says_enough(line)), 1)


def _is_marked(element: Any) -> bool:
    """Whether *element* is marked as an article's headline."""
    if "headline" in (element.get("itemprop") or "").split():
        return True
    return is_named(element) and _HEADLINE.search(named_by(element)) is not None


def _is_one_line(element: Any) -> bool:
    """Whether nothing in *element* stands for itself."""
    return next(element.iter(*_FOR_ITSELF - {element.tag}), None) is None


def _parts(told: str) -> Iterator[str]:
    """The words of *told*, those of what stands between its bars and arrows, and of what stands
    before or behind another sign, where it has half of them: in front of a colon stands no title.
    """
    whole = same(told)
    yield whole
    yield from map(same, BARS.split(told))
    for mark in APART.finditer(told):
        before, behind = same(told[: mark.start()]), same(told[mark.end() :])
        if 2 * len(before) >= len(whole) and mark[0].strip() not in WITHIN:
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
    return next((words for words in parts if says_enough(words) and same(words) in known), None)


def _without_kicker(heading: Any) -> str:
    """The words of *heading* without the line above the headline, the one below it and labels,
    where they are marked as that.
    """
    words = words_of(heading)
    for one in heading.iter("span", "div", "small", "p", "strong", "em", "a", "sup", "i"):
        beside, named = words_of(one), one.get("class") or ""
        if not beside:
            continue
        if words.startswith(beside) and (_KICKER.search(named) or _is_a_label(beside, named)):
            words = words[len(beside) :].strip(" :–-|•") or words
        elif words.endswith(beside) and _stands_behind(one, beside, named):
            words = words[: -len(beside)].strip() or words
    return words


def _is_a_label(words: str, named: str) -> bool:
    """Whether *words*, in an element that is so *named*, say what kind of piece it is."""
    return len(words.split()) <= _MOST_OF_A_LABEL and (
        _LABEL.search(named) is not None or GENRE.fullmatch(words) is not None
    )


def _stands_behind(element: Any, words: str, named: str) -> bool:
    """Whether *element*, which has these *words* and is so *named*, is at the end of a heading
    without being a part of it: a smaller line, a label, or the sign of a link to the heading.
    """
    if element.tag == "a":
        return not any(map(str.isalnum, words))
    is_count = words.isdigit() and _COUNT.search(named) is not None
    return element.tag == "small" or _LABEL.search(named) is not None or is_count


def over_the_text(root: Any, *tags: str) -> str:
    """The words of the heading, one of *tags*, that has most of the page's paragraphs below it;
    empty where none has: a book has a heading over each of its parts.
    """
    lengths: dict[str, int] = {}
    heading = ""
    for one in own_among(root, *tags, "p"):
        if one.tag != "p" and is_shorter(one, _LONGEST_HEADING):
            heading = same(_without_kicker(one)[:_LONGEST])
        elif one.tag == "p":
            lengths[heading] = lengths.get(heading, 0) + len(words_of(one).split())
    lengths.pop("", None)
    most = max(lengths, key=lengths.__getitem__, default="")
    enough = max(_WORDS_OF_A_TEXT, sum(lengths.values()) / 2)
    return most if lengths.get(most, 0) >= enough else ""


def is_akin(words: str, told: Sequence[str]) -> bool:
    """Whether a heading has half its words in common with something the page calls itself; one that
    may be a section's name is how that begins.
    """
    if told and not says_enough(words):
        return any(same(one).startswith(same(words)) for one in told)
    own = {*same(words).split()}
    return not told or any(
        2 * len(own & other) >= min(len(own), len(other)) > 0
        for other in ({*same(one).split()} for one in told)
    )
