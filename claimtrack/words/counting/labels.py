"""Labels: what surrounds a figure that names, dates or scores instead of counting."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.counting.units import is_currency_sign, unit_at
from claimtrack.words.dating.calendarwords import ENGLISH
from claimtrack.words.numerals import numeral
from claimtrack.words.tokens import HYPHENS, Piece, touches, word_set

_LABELS = word_set(
    """
    article articles chapter section sections page pages paragraph clause no nos number numbers
    resolution protocol version flight route channel room phase type category volume grade figure
    table item directive episode act rule regulation amendment title block gate platform group
    stage area zone highway interstate boeing airbus apollo windows python iphone android python
    release file case box brigade regiment division unit reactor site building apartment flat
    order line track exhibit annex appendix verse psalm footnote note step level tier minsk covid
    proposition title lot bus train highway runway gate floor wave round season series
    code codes postcode zip studio password pin precinct ward warehouse hall pier spf
    scene size provision provisions tiers scopes scope stages phases levels chapters clauses
    paragraphs categories classes grades schedule schedules lines units
    g el id isbn issn ip port psalm v p pp sec art fig vol ch §
    """
)
_CODES = word_set("pin code password passcode postcode zip id extension hotline helpline")
_NUMBERING = frozenset({"Day", "#"})
_LEADING_ON = frozenset({"is", "was", ":", "and", "day", "#"})
_MONTHS = frozenset(ENGLISH.months)
_TIMES_OF_DAY = word_set("am pm a.m p.m gmt utc bst est edt cet cest o'clock o’clock")
_FIRST_YEAR, _LAST_YEAR = 1600, 2100
# What glues a figure to the left into a name, an address or a clock: "F-16", "v2", "10:30", "#5".
_GLUE = frozenset("_#@/\\.:&=*^|")
_GLUE_BEHIND = frozenset("/:_\\@.")
_DASHES = frozenset("-–‐‑−")
#: Behind one of them a hyphen before a figure is its sign: "(-3%)".
OPENING_SIGNS = frozenset('(“"~')
_DATE_WORDS = word_set(
    """
    in since until till by before after during from circa spring summer autumn fall winter early
    late mid the of for year through
    """
)


def is_surely_named(tokens: Sequence[Piece], at: int) -> bool:
    """Whether what stands before the figure at *at*, and right behind, already makes it a name or
    a date: told before it is read, because most figures of news are days and years.
    """
    before = tokens[at - 1]
    if before.text in _SIGNS_BEFORE:
        return False
    if _is_named_before(tokens, at):
        return True
    return (
        len(tokens[at].text) == 4
        and is_year(tokens, at)
        and is_after_date_word(tokens, at)
        and (tokens[at + 1].text in _PAUSES or tokens[at + 1].lower in _AFTER_A_YEAR)
    )


_SIGNS_BEFORE = frozenset("-−+")
_PAUSES = frozenset({"", ",", ".", ";", ")", ":", "?", "!", "”", '"', "’", "]"})
# None of these goes on with a number, a unit, a range or a hedge.
_AFTER_A_YEAR = word_set(
    """
    the this that these those but so if because although though while when where as then on at by
    for with from into during before after since until is are was were has have had will would
    which who he she it they we i you after when
    """
)


def _is_named_before(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the words before the figure at *at* make it a name or a day."""
    before = tokens[at - 2] if tokens[at - 1].text == "." else tokens[at - 1]
    word = before.lower
    if word in _LABELS:
        return not (_is_measured(tokens, at + 1) or _is_so_many(tokens, at))
    if word in _LEADING_ON and _is_led_on_to(tokens, at):
        return True
    return is_date_part(tokens, at)


def _is_so_many(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the "number" before the figure at *at* is the verb: "they number 300", "wolves number
    1,200", but not "order number 300".
    """
    if tokens[at - 1].lower != "number":
        return False
    subject = tokens[at - 2].lower
    several = subject.endswith("s") and not subject.endswith(("ss", "us", "is", "'s", "’s"))
    return subject in _THOSE_WHO or several


_THOSE_WHO = word_set("they we who which that now people men women children")


def _is_led_on_to(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the figure at *at* is one more of a label, or its code: "Tiers 3 and 4", "the PIN is
    4821", "Day 5", "item # 7".
    """
    before = tokens[at - 1]
    if before.lower == "and":
        return tokens[at - 2].kind == "number" and tokens[at - 3].lower in _LABELS
    return before.text in _NUMBERING or tokens[at - 2].lower in _CODES


def _is_measured(tokens: Sequence[Piece], at: int) -> bool:
    """Whether a unit at *at* makes a measure of the figure behind a label: "a level 20% higher", "a
    line 40 km long".
    """
    sign = tokens[at]
    if sign.lower == "strong":
        return True
    found = None if sign.kind == "word" and len(sign.text) == 1 else unit_at(tokens, at)
    return found is not None and found[0].base in _MEASURES


_MEASURES = frozenset({"share", "km", "km2"})


def is_numbering(token: Piece) -> bool:
    """Whether the number behind *token* names which one is meant: "Article", "page"."""
    return token.lower in _LABELS


def is_label(tokens: Sequence[Piece], first: int, last: int, *, joined: bool = False) -> bool:
    """Whether the figure that fills *first* to *last* names a thing, a day or a time instead of
    counting: "Article 5", "F-16", "15 August", "10:30", "5 p.m.". What is *joined* to it behind was
    read as a part of its unit.
    """
    if first == last and is_surely_no_label(tokens, first):
        return False
    return is_label_by_any_look(tokens, first, last, joined=joined)


def is_surely_no_label(tokens: Sequence[Piece], at: int) -> bool:
    """Whether what stands around the figure at *at* makes no label of it, as `is_label_by_any_look`
    would find in a dozen: told by one to each side, because plain words mostly stand there.
    """
    before, behind = tokens[at - 1].lower, tokens[at + 1]
    if before in _NAMING_BEFORE or behind.lower in _NAMING_BEHIND:
        return False
    return not behind.text[:1].isupper()


def is_label_by_any_look(
    tokens: Sequence[Piece], first: int, last: int, *, joined: bool = False
) -> bool:
    """Whether anything makes a label of the figure that fills *first* to *last*, as `is_label`
    tells it.
    """
    return (
        _is_named_before(tokens, first)
        or (not joined and _is_glued_right(tokens, last))
        or (tokens[first - 1].text in _BY and tokens[first - 2].kind == "number")
        or _is_format(tokens, first)
        or _is_named_behind(tokens, last)
        or _is_score(tokens, first - 2)
        or _is_score(tokens, last)
        or is_date_part(tokens, last)
        or is_time_of_day(tokens, last + 1)
    )


_ERAS = frozenset({"BC", "BCE", "AD", "CE"})
_STREETS = frozenset(
    {"Street", "St", "Road", "Rd", "Avenue", "Ave", "Lane", "Drive", "Boulevard", "Square", "Way"}
    | {"Place", "Court", "Terrace", "Close", "Crescent", "Gardens", "Parkway", "Highway"}
)
_FORMATS = frozenset({"2K", "4K", "8K", "401k", "401K"})
# Books of the Bible that there are several of: "1 Corinthians 13".
_BOOKS = frozenset(
    {"Samuel", "Kings", "Chronicles", "Maccabees", "Corinthians", "Thessalonians", "Timothy"}
    | {"Peter", "John"}
)
_BY = frozenset("x×")
# What any step of `is_label_by_any_look` asks for right before the figure, and
# right behind it but for capitals.
_NAMING_BEFORE = _LABELS | _LEADING_ON | {".", *_MONTHS, *_BY, *_DASHES}
_NAMING_BEHIND = _TIMES_OF_DAY | {"of", "a", "p", "m", "k", *_MONTHS, *_BY, *_DASHES, *_GLUE_BEHIND}


def _is_format(tokens: Sequence[Piece], at: int) -> bool:
    """Whether a figure and the letter behind it are a name: "4K", the "3M" that makes tape."""
    name = tokens[at].text + tokens[at + 1].text
    if name in _FORMATS:
        return True
    if name != "3M" or is_currency_sign(tokens[at - 1]):
        return False
    counts = tokens[at + 2].lower.endswith(("s", "people")) and tokens[at + 2].lower not in _DOES
    return not counts or tokens[at - 1].lower in _FIRMS


# What the maker of tape does, and is.
_DOES = word_set("is was has says makes sells plans reports pays shares denies owns expects faces")
_FIRMS = word_set("company firm maker manufacturer giant conglomerate group")


def _is_named_behind(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the word behind the figure at *at* makes it a name or a size: "500 BC", "10 Downing
    Street", "50 Cent", the first of "7.62 x 39".
    """
    after, further = tokens[at + 1], tokens[at + 2]
    if after.lower in _BY:
        return further.kind == tokens[at].kind == "number"
    if after.text in _ERAS or after.text == "Cent":
        return True
    if after.text in _BOOKS and len(tokens[at].text) == 1 and further.kind == "number":
        return True
    return after.text[:1].isupper() and (
        further.text in _STREETS or (further.text[:1].isupper() and tokens[at + 3].text in _STREETS)
    )


def is_time_of_day(tokens: Sequence[Piece], at: int) -> bool:
    """Whether what begins at *at* makes the number before it an hour: "a.m.", "o'clock", "GMT"."""
    first = tokens[at].lower
    if first in {"a", "p"} and tokens[at + 1].text == ".":
        return tokens[at + 2].lower == "m"
    return first in _TIMES_OF_DAY


def is_glued(tokens: Sequence[Piece], at: int) -> bool:
    """Whether what stands right before the figure at *at* makes it part of a name: "F-16", "#5", or
    of a price that was read before it and is none.
    """
    before, further = tokens[at - 1], tokens[at - 2]
    if not touches(before, tokens[at]):
        return False
    if before.kind in {"number", "fraction"} or before.text in _GLUE:
        return True
    if before.kind == "word":
        return not is_currency_sign(before)
    if before.text == "+":  # "the 5+1 talks"
        return touches(further, before) and further.kind in {"word", "number"}
    if before.text == ")":  # "+49 (0)40"
        return True
    if before.text in HYPHENS:
        is_sign = further.text in OPENING_SIGNS or further.lower in _BEFORE_DASHES
        return touches(further, before) and not is_sign
    return is_currency_sign(before)


# "52%-48%" has its own percentage behind the dash.
_BEFORE_DASHES = frozenset({"magnitude", "%"})


def _is_score(tokens: Sequence[Piece], at: int) -> bool:
    """Whether a dash joins the figures around it, as in "3-1" (a range is read before this)."""
    dash = tokens[at + 1]
    if dash.text not in _DASHES or at < 0:
        return False
    left, right = tokens[at], tokens[at + 2]
    joined = touches(left, dash) and touches(dash, right)
    return joined and left.kind == right.kind == "number"


def _is_glued_right(tokens: Sequence[Piece], at: int) -> bool:
    glue, after = tokens[at + 1], tokens[at + 2]
    return (
        glue.text in _GLUE_BEHIND
        and touches(tokens[at], glue)
        and touches(glue, after)
        and (after.kind in {"word", "number"} or after.text == "%")
    )


def is_month(token: Piece) -> bool:
    """Whether *token* is a month's name; "may" and "march" only with their capital."""
    return token.lower in _MONTHS and (
        token.lower not in {"may", "march", "mar"} or token.text[0].isupper()
    )


def is_date_part(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the figure at *at* is the day or the year beside a month's name."""
    before = tokens[at - 2] if tokens[at - 1].text == "." else tokens[at - 1]
    after = tokens[at + 2] if tokens[at + 1].lower == "of" else tokens[at + 1]
    if before.lower not in _MONTHS and after.lower not in _MONTHS:
        return False
    said = numeral(tokens[at].text) if tokens[at].kind == "number" else None
    if said is None or not said.plain or said.value > _LAST_YEAR:
        return False
    if is_month(before):
        return not _is_counted(tokens, at, int(said.value))
    return said.value <= _LAST_DAY and is_month(after)


def _is_counted(tokens: Sequence[Piece], at: int, number: int) -> bool:
    """Whether the figure behind a month counts: it is no day and no year and has a noun ("in June
    1200 people left"), or a scale of its own ("on May 5 million people").
    """
    after = tokens[at + 1]
    if after.lower in SCALES:
        return True
    if number <= _LAST_DAY or number >= _FIRST_YEAR:
        return False
    return after.kind == "word" and after.text.islower() and after.lower not in _AFTER_A_YEAR


#: What makes a count of the figure behind a month: "on May 5 million people".
SCALES = word_set("hundred thousand million billion trillion dozen")
_LAST_DAY = 31


def is_year(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the figure at *at* is written as a calendar year is."""
    token = tokens[at]
    if token.kind != "number" or len(token.text) != 4:
        return False
    said = numeral(token.text)
    return said is not None and said.plain and _FIRST_YEAR <= said.value <= _LAST_YEAR


def is_after_date_word(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the word before *at* leads one to expect a year: "in", "since", "summer"."""
    before = tokens[at - 1]
    if before.lower == "and":  # "between 2010 and 2020"
        return tokens[at - 3].lower == "between" and is_year(tokens, at - 2)
    return before.lower in _DATE_WORDS or is_month(before)
