"""Assessments: the day of one, its key takeaways and its text, as its page has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from claimtrack import CalendarDate, Page, Unreadable, find_dates

_TITLE = re.compile(r"(?P<series>.{3,80}?), (?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})(?: \|.*)?")
_TAKEAWAYS = re.compile(r"key takeaways:?", re.IGNORECASE)
#: What follows the text: notes, people, and the assessments of other days.
_AFTER = re.compile(
    r"\[1\]\s?(?:https?://.*|dot\b.*)?|endnotes|notes|share|related(?: content)?|about isw"
    r"|view (?:citations|endnotes)|research|read more.*",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\s?\[\d{1,3}\]")
#: What the institute itself does not stand for: claims it could not confirm, and what somebody
#: means to reach.
_NOT_ASSESSED = re.compile(r"(?:unconfirmed claims|russian objective)\b\s*:", re.IGNORECASE)
#: The sentence that stands below the takeaways of every assessment.
_BELOW = re.compile(r"we do not report in detail on russian war crimes", re.IGNORECASE)


#: Midnight there, at the latest, in UTC.
_MIDNIGHT = time(5)


@dataclass(frozen=True, slots=True)
class Assessment:
    """One day's assessment: a paragraph a line, without the numbers of notes."""

    title: str
    day: CalendarDate
    takeaways: str
    text: str
    published_at: datetime


def assessment(page: Page, series: str) -> Assessment:
    """The assessment of *series* that *page* is. Raises `Unreadable` for a wall, for a page whose
    head names no such assessment, and for one without a text.
    """
    from claimtrack import read_article

    article = read_article(page.text, url=page.url)
    if article.wall is not None:
        raise Unreadable(f"no assessment but a wall: {article.wall}")
    title, day = _head(page, series)
    headings = {one.text for one in page.select("h1, h2, h3, h4")}
    lines = list(_body(page.plain_text.splitlines(), title))
    takeaways = list(_takeaways(lines, headings))
    if not any(line not in headings for line in lines):
        raise Unreadable(f"“{title}” stands above no text")
    return Assessment(
        title,
        day,
        _cleaned(takeaways),
        _cleaned(line for line in lines if not _NOT_ASSESSED.match(line)),
        _published_at(article.published, day),
    )


def _published_at(at: object, day: CalendarDate) -> datetime:
    """The moment that the page tells; else the end of its day in Washington."""
    if isinstance(at, datetime):
        return at
    return datetime.combine(day.last + timedelta(days=1), _MIDNIGHT, UTC)


def _head(page: Page, series: str) -> tuple[str, CalendarDate]:
    """The title and the day that the page's head names, once or several times over."""
    heads = [one.text.strip() for one in page.select("h1")]
    found = [head for head in dict.fromkeys(heads) if _is_of(head, series)]
    if not found:
        told = "; ".join(heads)[:120] or "nothing"
        raise Unreadable(f"no {series}: the page's head says {told}")
    days = {_day(head) for head in found}
    if len(days) != 1:
        raise Unreadable(f"the page's head names {len(days)} days: {'; '.join(found)[:200]}")
    return found[0], days.pop()


def _is_of(head: str, series: str) -> bool:
    title = _TITLE.fullmatch(head)
    return title is not None and title["series"].casefold() == series.casefold()


def _day(head: str) -> CalendarDate:
    found = find_dates(head)
    if len(found) != 1 or found[0].calendar is None or found[0].calendar.precision != "day":
        raise Unreadable(f"“{head}” names no one day")
    return found[0].calendar


def _body(lines: Sequence[str], title: str) -> Iterator[str]:
    """The lines between the title and what follows the text."""
    stripped = [line.strip() for line in lines]
    first = next((at for at, line in enumerate(stripped) if _TAKEAWAYS.fullmatch(line)), len(lines))
    heads = [at for at, line in enumerate(stripped[:first]) if line == title]
    start = heads[-1] + 1 if heads else 0
    for line in stripped[start:]:
        if _AFTER.fullmatch(line) or (line != title and _TITLE.fullmatch(line)):
            return
        if line and line != title:
            yield line


def _takeaways(lines: Sequence[str], headings: set[str]) -> Iterator[str]:
    below = iter(lines)
    for line in below:
        if _TAKEAWAYS.fullmatch(line):
            break
    for line in below:
        if line in headings or _BELOW.match(line):
            return
        yield line


def _cleaned(lines: Iterator[str] | list[str]) -> str:
    return "\n".join(_NOTE.sub("", line) for line in lines)
