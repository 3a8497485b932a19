"""The paragraphs of a text, and the sentences of a paragraph.

The rules are for running prose as newspapers, journals and think tanks print it. Where a full stop
could be either an abbreviation's or a sentence's, the word behind it decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: A line longer than this was not wrapped by an editor, so its end is the paragraph's.
_WRAPPED = 120
#: A heading has no more words than this; headlines of wire services reach about 20.
_HEADING_WORDS = 20
#: How alike (of 100) the text's first block and the document's title are to be the same title.
_SAME_TITLE = 85
#: So many blocks may stand above the title and end with it: a section's name, a date, a byline.
_TOP = 6
#: What follows the text on a publisher's page makes up no more of it than this.
_FOOTER_SHARE = 0.4

_CLOSERS = "\"'”’»)]}›*_"
_OPENERS = "\"'“‘«([{‹„‚¿¡*_"

#: Headings under which publishers put what is no longer the text. A block wrongly taken for text
#: only adds paragraphs behind the last one; a paragraph wrongly taken for a footer would be lost:
#: so the list holds what closes a text, and nothing that also stands in the middle of one.
_CLOSING_HEADING = re.compile(
    r"(?:further|recommended|suggested|related) (?:reading|articles?|posts?|stories|content)\b"
    r"|(?:please )?(?:consider )?(?:donat(?:e|ing|ions?)|support(?:ing)? us|support our work)\b"
    r"|about (?:the|this) (?:authors?|writers?|publication|site)\b"
    r"|(?:references|bibliography|(?:foot|end)?notes|works cited|acknowledge?ments?)\W*$"
    r"|(?:leave a )?(?:comments?|reply)\W*$"
    r"|(?:tags|filed under|share this|more from|you may also like|see also)\b"
    r"|(?:copyright|licen[cs]e|disclaimer)\b",
    re.IGNORECASE,
)
_CLOSING_NOTICE = re.compile(
    r"©|\(c\) \d{4}|all rights reserved\b|copyright \W*\d{4}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text in its parts: ``title`` (None where it shows none) and the body's paragraphs."""

    title: str | None
    paragraphs: tuple[str, ...]


def paragraphs(text: str, *, title: str | None = None) -> Text:
    """The title and the body's paragraphs of *text*, each on one line.

    Headings and what the publisher put under the text are in neither. *title* is the document's
    own where it is known: it tells the title in the text from a first paragraph.
    """
    blocks = _blocks(text)
    at = _title_at(blocks, title)
    body = _without_footer(blocks if at is None else blocks[at + 1 :])
    return Text(
        None if at is None else blocks[at], tuple(block for block in body if not is_heading(block))
    )


def is_heading(block: str) -> bool:
    """Whether a block is a heading (a caption, a byline, a label): short, with no closing
    punctuation, and no point of a list.
    """
    if block.startswith("#"):
        return True
    if re.match(r"[-*•–·]\s", block):
        return False
    bare = block.rstrip(_CLOSERS + " ")
    return len(block.split()) <= _HEADING_WORDS and not bare.endswith(
        (".", "!", "?", "…", ":", ";")
    )


def _blocks(text: str) -> list[str]:
    """The blocks of *text* between blank lines, each on one line; where lines are not wrapped,
    each line is a block.
    """
    blocks = []
    for chunk in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [" ".join(line.split()) for line in chunk.split("\n")]
        unwrapped = any(len(line) > _WRAPPED for line in lines)
        blocks += lines if unwrapped else [" ".join(filter(None, lines))]
    return [block for block in blocks if any(mark.isalnum() for mark in block)]


def _title_at(blocks: list[str], title: str | None) -> int | None:
    """Which block is the title: the one that reads like *title*, else a heading at the top."""
    for index, block in enumerate(blocks[:_TOP]):
        if title is not None and _alike(block, title):
            return index
    return 0 if blocks and is_heading(blocks[0]) else None


def _alike(block: str, title: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(_folded(block), _folded(title)) >= _SAME_TITLE


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _without_footer(blocks: list[str]) -> list[str]:
    """*blocks* up to the first closing heading near the end, without notices at the very end."""
    total = sum(map(len, blocks))
    before = 0
    for index, block in enumerate(blocks):
        closes = is_heading(block) and _CLOSING_HEADING.match(block.lstrip("# "))
        if closes and total - before <= _FOOTER_SHARE * total:
            blocks = blocks[:index]
            break
        before += len(block)
    while blocks and _CLOSING_NOTICE.match(blocks[-1]):
        blocks = blocks[:-1]
    return blocks


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: A name follows, so a full stop behind these ends no sentence. Written with a capital: "gen." may
#: be a title, "art." and "sat." are words.
_TITLES = _names(
    "Mr Mrs Ms Mx Dr Prof St Ste Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Pvt Brig Sen Rep Gov Pres "
    "Hon Rev Fr Supt Insp Messrs Mme Mlle Mt Ft"
)
#: More of the same sentence follows.
_GLUED = _names("vs v cf e.g i.e eg ie viz approx")
#: Part of the sentence exactly when a number follows.
_NUMBERED = _names(
    "No Nos no nos p pp est c ca Art Arts Fig Figs fig Sec Para Vol vol Ch ch "
    "kb n Nr nr "
    "Jan Feb Mar Apr Jun Jul Aug "
    "Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun"
)
#: A sentence may end behind these; the word that follows decides.
_COMPANIES = _names("Inc Ltd Co Corp Bros Jr Sr Esq Dept Univ Assn Ave Blvd Rd al")
_CLOCK = _names("a.m p.m A.M P.M")
_TIME_ZONE = re.compile(r"[A-Z]{2,4}\b|\w+ (?:standard |summer )?time\b")
#: Words that begin sentences and hardly ever names.
_BEGINNERS = _names(
    "a an the this that these those it its he she they we you i his her their our my your there "
    "here and but or nor yet so for if when while as after before since because although though "
    "until unless once in on at by with from to of during under over between against among through "
    "according despite however moreover meanwhile instead still even then thus therefore also not "
    "no yes what who why how where which whose many most some several few all both each every "
    "another other such more less one two three four five last next now today yesterday tomorrow "
    "only just perhaps maybe nevertheless nonetheless furthermore finally first second third "
    "earlier later again nobody somebody everybody anybody everyone someone nothing something "
    "everything neither either whether like unlike"
)
_SAYING = re.compile(
    r"(?:\S+\s+){0,3}?(?:said|says|asked|asks|replied|told|added|wrote|writes|cried|shouted|"
    r"announced|declared|insisted|warned|tweeted|posted|answered|responded)\b"
)
_STOP = re.compile(
    rf"(?P<mark>[.!?…]+)(?P<close>[{re.escape(_CLOSERS)}]*)(?:\[\d+\])*(?P<space>\s+)"
    rf"(?=(?P<open>[{re.escape(_OPENERS)}—–-]*\s?)(?P<next>\w[\w'’.-]*|\$|€|£|#|@))"
)
#: The number of a point in a list: "1. First".
_POINT = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})", re.ASCII)
_WORD_BEFORE = re.compile(r"[\w.]+\Z")


def sentences(paragraph: str) -> tuple[str, ...]:
    """The sentences of *paragraph*, in order, without the white space around them."""
    return tuple(paragraph[start:end] for start, end in sentence_spans(paragraph))


def sentence_spans(paragraph: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of *paragraph* starts and ends."""
    spans = []
    start = len(paragraph) - len(paragraph.lstrip())
    for stop in _STOP.finditer(paragraph):
        if _ends_sentence(paragraph, start, stop):
            spans.append((start, stop.start("space")))
            start = stop.end("space")
    end = len(paragraph.rstrip())
    if start < end:
        spans.append((start, end))
    return tuple(spans)


def _ends_sentence(paragraph: str, start: int, stop: re.Match[str]) -> bool:
    following = stop["next"]
    if following[0].islower():
        return False
    mark, closed = stop["mark"], stop["close"]
    if closed.strip("*_)]}") and mark[-1] in "!?" and not stop["open"].strip():
        # “Never!” Putin said: the sentence goes on behind the quotation.
        return not _SAYING.match(paragraph, stop.end("space"))
    if mark != "." or closed:
        return True
    if _POINT.fullmatch(paragraph, start, stop.start()):
        return False
    before = _WORD_BEFORE.search(paragraph, max(0, stop.start() - 40), stop.start())
    rest = paragraph[stop.start("next") : stop.end("next") + 20]
    return before is None or not _abbreviates(before[0].lstrip("."), rest)


def _abbreviates(word: str, rest: str) -> bool:
    """Whether the full stop between *word* and the *rest* is an abbreviation's."""
    begins = re.split(r"[^\w]", rest.casefold())[0] in _BEGINNERS
    if word in _TITLES or word in _GLUED:
        return True
    if word in _NUMBERED:
        return rest[0].isdigit()
    if word in _CLOCK:
        return _TIME_ZONE.match(rest) is not None
    if word in _COMPANIES or re.fullmatch(r"(?:\w\.)+\w", word):  # U.S., J.D.
        return not begins and not rest[0].isdigit()
    return len(word) == 1 and word.isupper() and word != "I" and not begins
