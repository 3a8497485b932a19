"""Things: the words behind a number that say what it counts, or what it is a part of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.words.numerals import numeral
from claimtrack.words.tokens import Token, touches, word_set
from claimtrack.words.units import ADJECTIVES_OF_PERSONS, is_currency_sign, is_person

# A noun phrase is read without a dictionary of nouns: it goes on until a word that cannot be in
# one. The list holds the closed classes whole, and the verbs that news puts behind a number.
STOP_WORDS = word_set(
    """
    a an the this that these those some any each every no and or but nor so yet if because
    although though while when where whereas as than then in on at by for with from to into onto
    upon over under above below between among within without through during before after since
    until till against across along around about near off out up down per via despite toward
    towards behind beyond of amid because except is are was were be been being am has have had
    having do does did will would shall should may might can could must cannot i you he she it we
    they him her them us me who whom whose which what how why not also only just even still
    already now again ago later earlier yet too very more most less fewer higher lower here there
    today yesterday tomorrow last next nearly almost roughly said says say told tells tell
    reported reports claimed claims killed died fell rose grew gained lost took taken made came
    went remain remains remained live lives lived left according including compared following like
    came become became believed believe believes think thinks want wants wish wishes support
    supports supported oppose opposing opposed responded identified due therefore however produced
    agreed agree voted expected expect alone combined respectively daily weekly monthly yearly
    annually hourly
    """
)
# A few of these stand in an "of" phrase all the same.
_OPENERS = word_set("the a an its their his her our all this that these those")
_MOST_WORDS_OF = 6
_MOST_WORDS_COUNTED = 3
_MOST_WORDS_TO_PERSONS = 4


class Thing(NamedTuple):
    """What is counted or divided: the tokens ``start`` to ``end``, and whether it is persons."""

    start: int
    end: int
    persons: bool = False


def whole_at(tokens: Sequence[Token], at: int) -> Thing | None:
    """What stands behind the "of" at *at*: "Donetsk province", "the territory of Ukraine"; None
    where no thing does ("of 2025").
    """
    if tokens[at].lower != "of":
        return None
    return _noun_phrase(tokens, at + 1, nested=True)


def _noun_phrase(tokens: Sequence[Token], start: int, *, nested: bool) -> Thing | None:
    end = start
    while tokens[end].lower in _OPENERS and end < start + 2:
        end += 1
    opened = end
    if tokens[end].kind == "number" and end > start:
        end += 1
    while end < start + _MOST_WORDS_OF and _goes_on(tokens, end):
        end += 1
    if end == opened:
        return None
    if nested and tokens[end].lower == "of":
        inner = _noun_phrase(tokens, end + 1, nested=False)
        if inner is not None:
            return Thing(start, inner.end, is_person(tokens[end - 1]))
    return Thing(start, end, is_person(tokens[end - 1]))


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text == "-":
        joins = touches(tokens[at - 1], token) and touches(token, tokens[at + 1])
        return joins and tokens[at + 1].kind == "word"
    return token.kind == "word" and token.lower not in STOP_WORDS and not _is_adverb(tokens, at)


def _is_adverb(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adverb stands at *at*, and not before a participle as "newly mobilised" has it."""
    word, after = tokens[at].lower, tokens[at + 1]
    if not word.endswith("ly") or word in {"italy", "family", "july", "supply"}:
        return False
    return after.text != "-" and not after.lower.endswith("ed")


def counted_at(tokens: Sequence[Token], at: int) -> Thing | None:
    """The noun that a number counts: "Russian troops" behind "70,000"; None where none follows."""
    end = at
    for place in range(at, at + _MOST_WORDS_TO_PERSONS):
        if is_person(tokens[place]):
            end = place + 1
            if tokens[place].lower not in ADJECTIVES_OF_PERSONS:
                return Thing(at, end, persons=True)
        elif not _goes_on(tokens, place):
            break
    if end > at:
        return Thing(at, end, persons=True)
    while end < at + _MOST_WORDS_COUNTED and _goes_on(tokens, end):
        end += 1
    return None if end == at else Thing(at, end)


POSSESSIVES = word_set("the its their his her our all")


def divided_at(tokens: Sequence[Token], at: int) -> Thing | None:
    """The whole behind "half" or "nearly all" without an "of": "the population"."""
    opened = at + 1 if tokens[at].lower in POSSESSIVES else at
    thing = counted_at(tokens, opened)
    return None if thing is None else Thing(at, thing.end)


_LABELS = word_set(
    """
    article articles chapter section sections page pages paragraph clause no nos number numbers
    resolution protocol version flight route channel room phase type category volume grade figure
    table item directive episode act rule regulation amendment title block gate platform group
    stage area zone highway interstate boeing airbus apollo windows python iphone android python
    release file case protocol brigade regiment division unit reactor site building apartment flat
    order line track exhibit annex appendix verse psalm footnote note step level tier minsk covid
    g el id isbn issn ip port psalm v p pp sec art fig vol ch
    """
)
_MONTHS = word_set(
    """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec
    """
)
_TIMES_OF_DAY = word_set("am pm a.m p.m gmt utc bst est edt cet cest o'clock o’clock")
_FIRST_YEAR, _LAST_YEAR = 1600, 2100
# What glues a figure to the left into a name, an address or a clock: "F-16", "v2", "10:30", "#5".
_GLUE = frozenset("_#@/\\.:&=*^|")
_GLUE_BEHIND = frozenset("/:_\\@.")
_DASHES = frozenset("-–‐‑−")
_GLUED_HYPHENS = frozenset("-‐‑")
_DATE_WORDS = word_set(
    """
    in since until till by before after during from circa spring summer autumn fall winter early
    late mid the of for year through
    """
)


def is_label(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the figure that fills *first* to *last* names a thing, a day or a time instead of
    counting: "Article 5", "F-16", "15 August", "10:30", "5 p.m.".
    """
    before = tokens[first - 2] if tokens[first - 1].text == "." else tokens[first - 1]
    return (
        before.lower in _LABELS
        or _is_glued_right(tokens, last)
        or _is_score(tokens, first - 2)
        or _is_score(tokens, last)
        or is_date_part(tokens, first)
        or is_date_part(tokens, last)
        or _is_time_of_day(tokens, last + 1)
    )


def _is_time_of_day(tokens: Sequence[Token], at: int) -> bool:
    first = tokens[at].lower
    if first in {"a", "p"} and tokens[at + 1].text == ".":
        return tokens[at + 2].lower == "m"
    return first in _TIMES_OF_DAY


def is_glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands right before the figure at *at* makes it part of a name: "F-16", "#5"."""
    before, further = tokens[at - 1], tokens[at - 2]
    if not touches(before, tokens[at]):
        return False
    if before.kind == "number" or before.text in _GLUE:
        return True
    if before.kind == "word":
        return not is_currency_sign(before)
    return before.text in _GLUED_HYPHENS and touches(further, before)


def _is_score(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dash joins the figures around it, as in "3-1" (a range is read before this)."""
    left, dash, right = tokens[at : at + 3] if at >= 0 else (tokens[-1],) * 3
    joined = touches(left, dash) and touches(dash, right)
    return joined and dash.text in _DASHES and left.kind == right.kind == "number"


def _is_glued_right(tokens: Sequence[Token], at: int) -> bool:
    glue, after = tokens[at + 1], tokens[at + 2]
    return (
        glue.text in _GLUE_BEHIND
        and touches(tokens[at], glue)
        and touches(glue, after)
        and after.kind in {"word", "number"}
    )


def is_month(token: Token) -> bool:
    """Whether *token* is a month's name; "may" and "march" only with their capital."""
    return token.lower in _MONTHS and (
        token.lower not in {"may", "march", "mar"} or token.text[0].isupper()
    )


def is_date_part(tokens: Sequence[Token], at: int) -> bool:
    """Whether the figure at *at* is the day or the year beside a month's name."""
    before = tokens[at - 2] if tokens[at - 1].text == "." else tokens[at - 1]
    said = numeral(tokens[at].text) if tokens[at].kind == "number" else None
    if said is None or not said.plain or said.value > _LAST_YEAR:
        return False
    if is_month(before):
        return True
    after = tokens[at + 2] if tokens[at + 1].lower == "of" else tokens[at + 1]
    return said.value <= 31 and is_month(after)


def is_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether the figure at *at* is written as a calendar year is."""
    token = tokens[at]
    if token.kind != "number" or len(token.text) != 4:
        return False
    said = numeral(token.text)
    return said is not None and said.plain and _FIRST_YEAR <= said.value <= _LAST_YEAR


def is_after_date_word(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word before *at* leads one to expect a year: "in", "since", "summer"."""
    return tokens[at - 1].lower in _DATE_WORDS or is_month(tokens[at - 1])
