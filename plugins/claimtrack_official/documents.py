"""Documents: the day of one, and who says what in it, turn by turn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time

from claimtrack import CalendarDate, Page, Unreadable, find_dates

_NAME = r"[A-Z][A-Z.’'\-]*(?: (?:[A-Z][A-Z.’'\-]*|of|and|the))*"
#: A turn of a transcript: ``THE PRESIDENT:``, ``PRIME MINISTER MODI:``, ``MR. SCHARF:``.
_TURN = re.compile(rf"(?P<name>{_NAME}):\s+(?P<said>\S.*)", re.DOTALL)
#: A question from the press; who asks is nobody's voice here.
_QUESTION = re.compile(r"Q(?:UESTION)?[.:]?\s{1,4}(?=\S)")
#: A turn in a record of a meeting, told in other words: ``JANE DOE (Westmark) said that...``.
_REPORTED = re.compile(rf"(?P<name>{_NAME}),? \((?P<state>[A-Z][^()]{{2,60}})\)")
#: A turn in an old record of a parliament: ``VISCOUNT PALMERSTON said, ...``, in his own words.
_TOLD = re.compile(rf"(?:§\s*)?(?P<name>{_NAME}),?\s+(?:said|replied|rose)\b[,:]?\s*(?P<said>.*)")
#: "Remarks by President Trump and ..." names whoever is called by his office alone.
_OFFICE = re.compile(r"(?P<office>VICE PRESIDENT|PRESIDENT|FIRST LADY|SECRETARY[- ]GENERAL)")
_PERSON = r"[A-Z][\w’'-]+(?: [A-Z]\. [A-Z][\w’'-]+)?"
#: Where the end of a page stands, with what a cache writes behind it.
_TAIL = 2_000
#: What stands above the first turn of a transcript: place, day and hour.
_HEAD = 8
_DAY_ALONE = re.compile(r"\(?(?:\w+, )?\w+ \d{1,2}, \d{4}\)?")
#: What was heard beside the words. Where some could not be made out they are missing, and to leave
#: out that they are would set two halves of a sentence beside each other as if it were whole.
_BRACKETED = re.compile(r"\((?:Laughter|Applause)\.?\)\s*", re.IGNORECASE)
_UNHEARD = re.compile(r"\s*(?:\((?:Inaudible|Crosstalk)\.?\)\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph: who speaks in it (None for the document itself), and whether the words are
    his own or those in which he is reported. ``number`` counts the paragraphs from 1.
    """

    text: str
    number: int
    speaker: str | None = None
    verbatim: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """A document of an office: its title, its day, when it was published, and its turns."""

    title: str
    day: CalendarDate
    published_at: datetime
    turns: tuple[Turn, ...]


def document(page: Page) -> OfficialDocument:
    """The document that *page* is. Raises `Unreadable` for a wall, and for one without a day or a
    text.
    """
    from claimtrack import read_article

    article = read_article(page.text, url=page.url)
    if article.wall is not None:
        raise Unreadable(f"no document but a wall: {article.wall}")
    if "</html>" not in page.text[-_TAIL:].casefold():
        raise Unreadable("the page is cut: what somebody says in it may be cut as well")
    lines = [line.strip() for line in article.text.splitlines() if line.strip()]
    if not lines:
        raise Unreadable(f"“{article.title}” stands above no text")
    at = article.published or _told_in_head(page)
    if at is None:
        raise Unreadable("the document tells no day: what it says cannot be dated")
    day = CalendarDate(at.date()) if isinstance(at, datetime) else at
    title = article.title or ""
    return OfficialDocument(
        title,
        _spoken_on(lines, day),
        at if isinstance(at, datetime) else datetime.combine(at.last, time.max, UTC),
        tuple(_turns(lines, title)),
    )


def _told_in_head(page: Page) -> CalendarDate | None:
    """The one day that the title names, else the first lines of the page: what is older than the
    web tells its day nowhere else.
    """
    titles = [one.text for one in page.select("title")]
    for head in (titles, page.plain_text.splitlines()[:_HEAD]):
        named = {one.calendar for line in head for one in find_dates(line) if not one.readings}
        days = {day for day in named if day is not None and day.precision == "day"}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _spoken_on(lines: list[str], published: CalendarDate) -> CalendarDate:
    """The one day that stands above the text, where it is no later than the document's."""
    for line in lines[:_HEAD]:
        if _TURN.match(line):
            break
        found = find_dates(line) if _DAY_ALONE.fullmatch(line) else []
        if len(found) == 1 and found[0].calendar is not None:
            day = found[0].calendar
            if day.precision == "day" and day.last <= published.last:
                return day
    return published


def _turns(lines: list[str], title: str) -> Iterator[Turn]:
    """The paragraphs with whoever speaks; one without a name goes on with the one before it."""
    speaker: str | None = None
    verbatim = asked = False
    for number, line in enumerate(lines, 1):
        said = line
        question, reported = _QUESTION.match(line), _REPORTED.match(line)
        turn = _TURN.match(line) or _TOLD.match(line)
        if question is not None:
            speaker, verbatim, asked, said = None, True, True, line[question.end() :]
        elif turn is not None and len(turn["name"]) > 1:
            speaker, verbatim, asked = _named(turn["name"], title), True, False
            said = turn["said"]
        elif reported is not None:
            told = f"{_cased(reported['name'])} ({reported['state']})"
            yield Turn(line, number, told)
            continue
        elif not verbatim:
            speaker = None
        words = _BRACKETED.sub("", said).strip()
        heard = "" if _UNHEARD.fullmatch(words) else words
        yield Turn(heard, number, speaker, verbatim, asked)


def _named(label: str, title: str) -> str:
    """The person behind *label*: by his own name, or by the office that *title* has him in."""
    office = _OFFICE.fullmatch(label.removeprefix("THE "))
    if office is None:
        return _cased(label)
    known = re.search(rf"(?i:\b{office['office']}) (?P<name>{_PERSON})", title)
    named = "" if known is None else known["name"]
    return f"{_cased(office['office'])} {named}".strip()


def _cased(label: str) -> str:
    return " ".join(word if word.islower() else word.capitalize() for word in label.split())
