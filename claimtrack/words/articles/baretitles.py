"""Bare titles: a title without the name of the site, and whatever else stands beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from claimtrack.words.articles.sites import Site
from claimtrack.words.articles.titlewords import (
    APART,
    BARS,
    GENRE,
    IDEOGRAPHS,
    WITHIN,
    same,
    says_enough,
)  # fmt: skip

#: What stands beside a title is a name or a section; more words are a part of it.
_MOST_BESIDE = 5
#: No section has a longer name.
_MOST_OF_A_SECTION = 4
#: Signs that stand close, of which only a name in full is told.
_MOST_BEFORE_A_DAY = 2
_CLOSE = re.compile(r"\s*[-–—_]\s*")
_IN_BRACKETS = re.compile(r"\s*[(\[【（]([^()\[\]【】（）]+)[)\]】）]\Z")
_A_DAY = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|[^\W\d]{3,9}\.?\s\d{1,2},?\s\d{4}"
    r"|\d{1,2}\.?\s[^\W\d]{3,9}\.?,?\s\d{4}"
)
_BY = re.compile(r"(?i)by\s+\S+(?:\s+\S+){0,3}")


def without_site(text: str, site: Site, known: set[str], *, is_bare: bool = False) -> str:
    """*text* without the site's name, a day or a byline at either end; what is among the titles
    *known* is cut out of it. Where it has the name in full, what only resembles that stays; where
    it *is_bare* of the name, so does the name.
    """
    has_name = any(map(site.is_called, APART.split(text)))
    is_name = _is_none if is_bare else site.is_called if has_name else site.is_named
    while cut := _cut_once(text, site, known, is_name):
        text = cut
    return text


def _is_none(_: str) -> bool:
    return False


def told_beside_the_site(texts: Sequence[str], site: Site) -> set[str]:
    """The words of those of *texts* that others of them tell with the site's name behind: that is
    off already, and what is like it in them is a part of the title.
    """
    told = {same(text): text for text in texts}
    fronts = {
        same(text[: mark.start()])
        for text in texts
        for mark in APART.finditer(text)
        if site.is_named(text[mark.end() :])
    }
    return {words for words in told.keys() & fronts if not _has_section(told[words], site)}


def _has_section(text: str, site: Site) -> bool:
    first, *others = APART.split(text)
    return bool(others) and (site.has_section(others[-1]) or site.files_under(first))


def _before_a_day(text: str, marks: Sequence[re.Match[str]]) -> str | None:
    """What stands in front of a day, and of the section before it: "… | News | 2 March 2026"."""
    for one, other in pairwise(marks):
        section, rest = text[one.end() : other.start()], text[: one.start()]
        is_short = len(section.split()) <= _MOST_BEFORE_A_DAY and BARS.search(one[0]) is not None
        if is_short and _A_DAY.fullmatch(text[other.end() :].strip()) and says_enough(rest):
            return rest.strip()
    return None


def _cut_once(text: str, site: Site, known: set[str], is_name: Callable[[str], bool]) -> str | None:
    if same(text) in known:
        return None
    marks = [*APART.finditer(text)]
    dated = _before_a_day(text, marks)
    if dated is not None:
        return dated
    for mark in reversed(marks):
        part, rest = text[mark.end() :], text[: mark.start()]
        if _goes(part, rest, is_name, known) or _is_section(part, rest, mark[0], site.has_section):
            return rest.strip()
    for mark in marks:
        part, rest = text[: mark.start()], text[mark.end() :]
        if _goes(part, rest, is_name, known) or _is_section(part, rest, mark[0], site.files_under):
            return rest.strip()
    return (
        _behind_a_genre(text, marks)
        or _before_the_site(text, marks, site)
        or _behind_the_site(text, marks, site)
        or _before_a_close_name(text, site)
        or _before_brackets(text, site)
    )


def _goes(part: str, rest: str, is_name: Callable[[str], bool], known: set[str]) -> bool:
    """Whether *part* is no part of the title, and *rest* is all of it."""
    part = part.strip()
    if not rest.strip():
        return False
    if is_name(part) or (same(rest) in known and len(part.split()) <= _MOST_BESIDE):
        return True
    return _A_DAY.fullmatch(part) is not None or _BY.fullmatch(part) is not None


def _is_section(part: str, rest: str, mark: str, is_one: Callable[[str], bool]) -> bool:
    """Whether *part* is a section's name beside the title *rest*; what a colon or a stroke sets
    apart may be a part of it.
    """
    if mark.strip() in WITHIN or len(part.split()) > _MOST_OF_A_SECTION:
        return False
    return is_one(part) and says_enough(rest)


def _behind_a_genre(text: str, marks: Sequence[re.Match[str]]) -> str | None:
    """What stands behind a bar that sets apart what kind of piece it is."""
    first = next(iter(marks), None)
    if first is None or not BARS.search(first[0]):
        return None
    is_one = GENRE.fullmatch(text[: first.start()].strip()) and says_enough(text[first.end() :])
    return text[first.end() :].strip() if is_one else None


def _before_the_site(text: str, marks: Sequence[re.Match[str]], site: Site) -> str | None:
    """What stands in front of the site's name, behind which its motto or its sections follow."""
    for one, other in pairwise(marks):
        if site.is_named(text[one.end() : other.start()]) and says_enough(text[: one.start()]):
            return text[: one.start()].strip()
    return None


def _behind_the_site(text: str, marks: Sequence[re.Match[str]], site: Site) -> str | None:
    """What stands behind the site's name, in front of which one of its sections does."""
    for one, other in pairwise(marks):
        rest = text[other.end() :].strip()
        if site.is_called(text[one.end() : other.start()]) and says_enough(rest):
            return rest
    return None


def _before_a_close_name(text: str, site: Site) -> str | None:
    """What stands in front of a name of the site that is set apart by a sign without its space; in
    scripts that put none between words, in front of a section too.
    """
    for mark in reversed([*_CLOSE.finditer(text)]):
        rest, name = text[: mark.start()], text[mark.end() :]
        is_one = site.is_called(name) or (name[:1] >= IDEOGRAPHS and site.has_section(name))
        # A compound's own hyphen parts nothing.
        if mark[0] == "-" and name[:1].isalpha() and name[:1] < IDEOGRAPHS:
            continue
        if is_one and says_enough(rest):
            return rest.strip()
    return None


def _before_brackets(text: str, site: Site) -> str | None:
    """What stands in front of the site's name in brackets."""
    found = _IN_BRACKETS.search(text)
    is_one = found is not None and site.is_called(found[1]) and found.start() > 0
    return text[: found.start()] if found and is_one else None
