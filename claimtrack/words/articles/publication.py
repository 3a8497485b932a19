"""Publication: when an article was published, by all that its page says of it.

What is said for machines comes first, then the time shown by the headline, then the address. Where
none of them tells, there is no day: the day of a neighbour, of a comment or of the copyright is
another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from typing import Any

from claimtrack.values import CalendarDate
from claimtrack.words.articles.article import Time
from claimtrack.words.articles.metas import Metas
from claimtrack.words.articles.pagetree import words_of
from claimtrack.words.articles.regions import (
    headline_at,
    is_headed,
    is_shorter,
    named_by,
    own_elements,
    own_lines,
    shown_headline,
)
from claimtrack.words.articles.structured import Node, texts
from claimtrack.words.articles.timestamps import FIRST_YEAR, LAST_YEAR, day_of, time_of
from claimtrack.words.articles.writernames import is_a_byline

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time",
    "article:published", "rnews:datepublished", "sailthru.date", "parsely-pub-date", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "publication-date",
    "dc.date.issued", "dc.issued", "dc.date.published", "dcsext.articlefirstpublished", "date",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "prism.publicationdate", "dc.date",
    "dc.date.created", "dc.created", "date.created", "datecreated", "citation_publication_date",
    "citation_date", "originalpublicationdate", "article_date_original", "vr:published_time",
    "ptime", "displaydate", "bt:pubdate", "og:pubdate", "og:release_date", "article.published",
    "article.created", "analytics:date", "shareaholic:article_published_time", "created",
    "date_published", "published_date", "release_date", "timestamp", "article:post_date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time",
    "og:modified_time", "date.modified", "date.updated", "dc.date.modified", "dc.modified",
    "last-modified", "revised", "lastmod", "updated", "modified",
)  # fmt: skip

_DATES = re.compile(
    r"(?:^|[\s_-])(?:date|datum|datetime|dateline|time|timestamp|publi\w*|posted|post-?date|created"
    r"|entry-?date|pubdate|fecha|data|datetext|meta|byline|info|artikeldatum|published-?\w*)"
    r"|date(?:$|[\s_-])",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:published|posted|first published|publication date|date posted|issued|released|filed"
    r"|created|written|veröffentlicht|erstellt|erschienen|publié\w*|mise? en ligne"
    r"|publicad[oa]|fecha|pubblicato|data|gepubliceerd|geplaatst|gepostet|opublikowano|publicerad"
    r"|publisert|julkaistu"
    r"|опубликовано|опубліковано|yayın\w*|date|datum|stand|vom|am)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:updated|modified|edited|last change|aktualisiert|zuletzt|geändert|mis à jour|actualizado"
    r"|actualizada|aggiornato|bijgewerkt|uppdaterad|oppdatert|päivitetty|обновлено|оновлено"
    r"|güncelle\w*|atualizado)\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b\d+\s?(?:h|m|d|sec\w*|min\w*|hours?|hrs?|days?)\s+ago\b"
    r"|\b(?:vor|il y a|hace|prije|pred|przed|för|for)\s+\d+\s+[^\W\d]{1,9}\b"
    r"|\b\d+\s+(?:минут|час|дн|день|хвилин|годин|dakika|saat|gün|óráj|perc|uur|dagen)[^\W\d]*\s"
    r"(?:назад|тому|önce|ez?előtt|geleden)",
    re.IGNORECASE,
)
#: How much each way to say it counts.
_DECLARED, _META, _TAG, _ADDRESS = 3.0, 2.5, 1.5, 2.0
_BY_THE_HEADLINE, _HINTED, _LABELLED = 1.8, 1.6, 1.2
#: A day by the headline in an element that is named for a date: one showing, not two.
_SHOWN = 2.6
_LONGEST_LINE = 160
#: The words, a month's among them, of a line that has no label and is of the day.
_MOST_AROUND = 7
#: A day with its weekday and its hour, and hardly a word more.
_LONGEST_ALONE = 30
#: A label and its day stand at the beginning of a line.
_LONGEST_LABEL = 80
#: How many lines below the headline, and above it, a day may stand that is the article's.
_BELOW, _ABOVE = 12, 5
_IN_ADDRESS = re.compile(
    r"[/_-](\d{4})(?:[/_-](\d{1,2})[/_-](\d{1,2})|(\d{2})(\d{2}))(?=[/_.-]|\Z)"
)


def published_of(
    root: Any, metas: Metas, article: Node | None, title: str | None, url: str | None,
    language: str | None,
) -> Time | None:  # fmt: skip
    """When the article at *root* was published; where the page says only when it was changed, that
    day, and None where it says neither.
    """
    lines = own_lines(root)
    headline = shown_headline(root, lines, title)
    declared = _for_machines(metas, article, language)
    addressed = next(_in_address(url), None)
    if addressed is not None and all(_is_after(time, addressed) for time, _ in declared):
        declared = []  # a page that moved says when it did
    shown = lines if not _tells_its_age(lines, headline) else []
    voices = [
        *declared,
        *_weighed(_of_time_tags(root, language), _TAG),
        *(_of_what_is_shown(root, shown, headline, language) if shown else ()),
        *_weighed(_in_address(url), _ADDRESS),
    ]
    voices = voices or _weighed(_alone(shown, language), _LABELLED)
    changed = [modified_of(metas, article, language), *_changed(lines, headline, language)]
    return _most_said(voices) or next((time for time in changed if time is not None), None)


def _alone(lines: list[str], language: str | None) -> Iterator[Time]:
    """The day that is a line for itself, where no other day is so on the page."""
    short = (line for line in lines if len(line) <= _LONGEST_ALONE)
    days = {day for line in short for day in _day_in(line, language)}
    if len(days) == 1:
        yield days.pop()


def _is_after(time: Time, day: Time) -> bool:
    """Whether *time* is later than *day* by more than any zone makes it."""
    return day_of(time) - day_of(day) > timedelta(days=1)


def _changed(lines: list[str], headline: str | None, language: str | None) -> Iterator[Time]:
    """The days of a change that are shown, those by the headline first."""
    at = headline_at(lines, headline)
    near = [] if at is None else _around(lines, at)
    for line in [*near, *lines]:
        if len(line) <= _LONGEST_LINE and _CHANGED.search(line[:_LONGEST_LABEL]):
            yield from _read([line], language)


def _for_machines(
    metas: Metas, article: Node | None, language: str | None
) -> list[tuple[Time, float]]:
    """What is declared. Of two different times the later is a change, or the same time in a zone
    that it was not told in: nothing is published after it was.
    """
    declared = _weighed(_declared(article, "datePublished", language), _DECLARED)
    metas_say = _weighed(_read(metas.all(_PUBLISHED), language), _META)
    said = declared + metas_say
    times = [time for time, _ in said]
    if len(times) == 2 and times[0] != times[1]:
        alike = isinstance(times[0], datetime) == isinstance(times[1], datetime)
        if alike or day_of(times[0]) != day_of(times[1]):
            return [(min(times, key=_first_moment), _DECLARED)]
    return said


def _first_moment(time: Time) -> datetime:
    if isinstance(time, datetime):
        return time
    return datetime.combine(time.first, clock.min, UTC)


def _weighed(times: Iterator[Time], weight: float) -> list[tuple[Time, float]]:
    """The first of *times* with its *weight*; the others are doubts, not voices."""
    first = next(times, None)
    return [] if first is None else [(first, weight)]


def _most_said(voices: Sequence[tuple[Time, float]]) -> Time | None:
    """The day with the most voices, as its first voice tells it that knows the moment."""
    tally: dict[date, float] = {}
    for time, weight in voices:
        tally[day_of(time)] = tally.get(day_of(time), 0) + weight
    if not tally:
        return None
    best = max(tally, key=tally.__getitem__)
    told = [time for time, _ in voices if day_of(time) == best]
    return next((time for time in told if isinstance(time, datetime)), told[0])


def modified_of(metas: Metas, article: Node | None, language: str | None) -> Time | None:
    """When the article was last changed, by its page's word for machines."""
    declared = _declared(article, "dateModified", language)
    return next(declared, None) or next(_read(metas.all(_MODIFIED), language), None)


def _declared(article: Node | None, name: str, language: str | None) -> Iterator[Time]:
    return _read(texts((article or {}).get(name)), language)


def _read(told: Iterable[str], language: str | None) -> Iterator[Time]:
    read = (time_of(text, language) for text in told)
    return (time for time in read if time is not None)


def _of_time_tags(root: Any, language: str | None) -> Iterator[Time]:
    """The times of the page's own ``time`` tags, those that say they are the publication first."""
    tags = [one for one in own_elements(root) if one.tag == "time" and one.get("datetime")]
    tags.sort(key=_standing)
    return _read((one.get("datetime") for one in tags), language)


def _standing(tag: Any) -> int:
    said = f"{named_by(tag)} {tag.get('itemprop') or ''} {named_by(tag.getparent())}".lower()
    if tag.get("pubdate") is not None or "publi" in said:
        return 0
    return 2 if re.search(r"updat|modif", said) else 1


def _of_what_is_shown(
    root: Any, lines: list[str], title: str | None, language: str | None
) -> list[tuple[Time, float]]:
    hinted = _weighed(_hinted(root, title, language), _HINTED)
    near = _weighed(_by_the_headline(lines, title, language), _BY_THE_HEADLINE)
    if hinted and near and day_of(hinted[0][0]) == day_of(near[0][0]):
        return [(near[0][0], _SHOWN)]
    return near or hinted or _weighed(_labelled(lines, language), _LABELLED)


def _tells_its_age(lines: list[str], title: str | None) -> bool:
    """Whether it is shown below the headline how long ago it was, and no day is: then what days
    there are on the page are others'.
    """
    headline = headline_at(lines, title)
    near = [] if headline is None else lines[headline + 1 : headline + 1 + _ABOVE]
    short = [line for line in near if len(line) <= _LONGEST_LABEL]
    return any(map(_AGO.search, short)) and all(time_of(line) is None for line in short)


# -- what is shown ------------------------------------------------------------------------------


def _hinted(root: Any, title: str | None, language: str | None) -> Iterator[Time]:
    """The days in short elements that are named for a date, those below the headline first."""
    above: list[Time] = []
    below: list[Time] = []
    side = above
    for one in own_elements(root):
        if title and is_headed(one, title):
            side = below
        elif _DATES.search(named_by(one)) and is_shorter(one, _LONGEST_LINE):
            words = words_of(one)
            if (_is_labelled(words) or _says_little(words)) and not _is_anothers(one):
                side.extend(_day_in(words, language))
    # With no headline to go by, several days are several articles.
    return iter(below or (above if len({*above}) == 1 or side is below else []))


def _is_anothers(element: Any) -> bool:
    """Whether *element* tells of a picture, or of the page that it leads to."""
    if element.tag == "figcaption":
        return True
    return next(element.iterancestors("figure", "figcaption", "a"), None) is not None


def _by_the_headline(lines: list[str], title: str | None, language: str | None) -> Iterator[Time]:
    """The days in the short lines around the headline, labelled ones first."""
    headline = headline_at(lines, title)
    near = [] if headline is None else _around(lines, headline)
    near.sort(key=lambda line: not _is_labelled(line))
    for line in near:
        if len(line) <= _LONGEST_LINE and (_is_labelled(line) or _says_little(line)):
            yield from _day_in(line, language)
        elif line[0].isdigit():  # a text that opens with its day
            yield from _day_in(line[:_LONGEST_ALONE], language)


def _says_little(line: str) -> bool:
    """Whether *line* has few words: with more it says what happened, or what a picture shows."""
    return sum(word.strip(".,:;()").isalpha() for word in line.split()) <= _MOST_AROUND


def _is_labelled(line: str) -> bool:
    return _LABEL.search(line[:_LONGEST_LABEL]) is not None or is_a_byline(line)


def _labelled(lines: list[str], language: str | None) -> Iterator[Time]:
    """The days that stand behind the word for a publication, in its line or the next."""
    for line, before in zip(lines, ["", *lines], strict=False):
        if _LABEL.search(line[:_LONGEST_LABEL]) or _LABEL.fullmatch(before.strip(" :")):
            yield from _day_in(line[:_LONGEST_LABEL], language)


def _around(lines: list[str], headline: int) -> list[str]:
    below = lines[headline + 1 : headline + 1 + _BELOW]
    return below + lines[max(0, headline - _ABOVE) : headline][::-1]


def _day_in(words: str, language: str | None) -> list[Time]:
    """The first day in *words*, or the moment that they are, unless they tell of a change; in front
    of a change may stand the publication.
    """
    changed = _CHANGED.search(words)
    found = time_of(words[: changed.start()] if changed else words, language)
    return [] if found is None else [found]


def _in_address(url: str | None) -> Iterator[Time]:
    for match in _IN_ADDRESS.finditer(url or ""):
        try:
            day = date(int(match[1]), int(match[2] or match[4]), int(match[3] or match[5]))
        except ValueError:
            continue
        if FIRST_YEAR <= day.year < LAST_YEAR:
            yield CalendarDate(day)
