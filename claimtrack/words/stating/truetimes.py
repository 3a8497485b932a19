"""True times: the day on which a figure of a sentence is true, and the period it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from claimtrack.observations import Basis
from claimtrack.values import CalendarDate
from claimtrack.words.dates import DatePhrase
from claimtrack.words.stating.clauses import Clauses, Figure
from claimtrack.words.stating.relations import Relation
from claimtrack.words.stating.subjects import Left
from claimtrack.words.stating.wordforms import is_verb_form
from claimtrack.words.tokens import word_set

#: A date belongs to a figure that it follows by no more words than this.
_NEAR = 9
#: "Since it launched its full-scale invasion in February".
_SINCE = 11
#: What is dated to the start of a count is near enough by so many days.
_ABOUT_A_MONTH = timedelta(days=31)
_PAST_STATES = word_set("controlled held occupied owned had possessed ruled administered")
#: A level that is told to be so now is so whatever happened then.
_NO_PAST = word_set("is are has have now")
#: So soon a clause tells what was done.
_DONE = 6
_COUNTED_SO_FAR = word_set("reporting in")
_SOMEBODY = word_set("we they he she i")
_DID = word_set("was were came took became left began won lost went had did got stood held ran")
_SPOKEN = word_set(
    "said told estimated reported claimed announced wrote added says estimates reports claims"
)
_LAST_DAY = re.compile(
    r"\b(?:in|over|during|within|for)\s+(?:the\s+)?(?:past|last|previous)\s+(?:24\s+hours|day)\b"
    r"|\b(?:yesterday|overnight)\b",
    re.IGNORECASE,
)
_LAST_TIME = re.compile(
    r"\b(?:last|previous)\s+(?:season|term|time|campaign|election|elections|vote|round|tournament)\b",
    re.IGNORECASE,
)
_NOW = word_set("now today currently presently")
_RELATIVES = word_set("which who whom whose where")
_EACH = word_set("a each every per")
_REGULAR = word_set("each every per average typical ordinary")
#: A period that opens a clause stands among so many words.
_OPENING = 5
_UNITS = word_set("years year months month weeks seasons")
_EARLIER = word_set("earlier previously before prior")
_A_WEEK = 7
_NEAR_BEHIND = 5
_PERIODS = {"day": 1, "week": 7, "month": 30, "year": 365}
#: Within such a time something is counted; "as of" and "by" tell a level.
_COUNTED = frozenset({"on", "from-to"})
_ADJECTIVES = {"daily": 1, "weekly": 7, "monthly": 30, "annual": 365, "yearly": 365}
#: An adjective belongs to a noun with no more words between: "daily Russian combat losses".
_NAME_LENGTH = 3
_PEAKS = word_set("peak record high low trough")
_OWN = word_set("its their his her previous earlier former")
_FORMER = word_set("down up fell fallen rose risen dropped compared increased decreased slowed")


@dataclass(frozen=True, slots=True)
class TrueTime:
    """When a figure is true (``as_of``, and how that is known), and from where to where it counts,
    where the sentence says so.
    """

    as_of: CalendarDate | None
    basis: Basis
    since: DatePhrase | None = None
    days: int | None = None
    running: DatePhrase | None = None


def true_time(
    clauses: Clauses, figure: Figure, relation: Relation | None, published: CalendarDate | None
) -> TrueTime:
    """The time of *figure*. Raises `Left` where it is a past or a coming time not told."""
    if _LAST_DAY.search(clauses.sentence) and published is not None:
        return TrueTime(published, "carried", days=1)
    time = _time_named(clauses, figure, relation, published)
    period = _period_told(clauses, figure, relation)
    return time if period is None else replace(time, since=None, days=period)


def _time_named(
    clauses: Clauses, figure: Figure, relation: Relation | None, published: CalendarDate | None
) -> TrueTime:
    if _is_now(clauses, figure):
        return TrueTime(published, "carried" if published else "seen")
    former = _is_former(clauses, figure)
    found = _date_of(clauses, figure, relation, only_behind=former)
    found = _of_the_year_named(clauses, found, published)
    if found is not None and found.needs == "context" and found.end <= figure.quantity.start:
        found = None  # "three years on" tells nothing of when
    if found is None:
        if former:
            raise Left("it is a former level, of a time that is not named")
        if (
            (_is_past(clauses, relation) and not _is_count_so_far(clauses, relation))
            or _is_over(clauses, relation)
            or _is_of_another_time(clauses, figure, relation)
            or _LAST_TIME.search(clauses.sentence, 0, figure.quantity.start)
            or _is_of_last_time(clauses, figure)
        ):
            raise Left("it is of a past time that is not named")
        return TrueTime(published, "carried" if published else "seen")
    if _is_since(clauses, found):
        return TrueTime(published, "carried" if published else "seen", since=found)
    time = _dated(found, published)
    return replace(time, days=None) if _is_of_saying(clauses, found) else time


def _is_of_saying(clauses: Clauses, found: DatePhrase) -> bool:
    """Whether a time is that of a saying: what was "said in July 2022 that" counts no month."""
    _, end = clauses.place(found.start, found.end)
    if clauses.words[end : end + 1] != ("that",):
        return False
    start = clauses.segment(end - 1, end)[0]
    return not _SPOKEN.isdisjoint(clauses.words[start:end])


def _of_the_year_named(
    clauses: Clauses, found: DatePhrase | None, published: CalendarDate | None
) -> DatePhrase | None:
    """*found*, or the year that "the end of the year" is of where the sentence named one before:
    "in 2024 … by the end of the year" is no coming time.
    """
    if found is None or published is None or found.latest is None:
        return found
    said = clauses.sentence[found.start : found.end].lower()
    if found.latest <= published.last or not said.endswith("the year"):
        return found
    named = [
        one
        for one, _, _ in clauses.dates
        if one.end <= found.start and one.calendar and one.calendar.precision == "year"
    ]
    return named[-1] if named else found


def _period_told(clauses: Clauses, figure: Figure, relation: Relation | None) -> int | None:
    """The days of the period that a figure is told for by the words of its relation: "1,000
    soldiers are killed every day", "daily losses stood at 1,140".
    """
    if relation is None:
        return None
    at_head = _period_at_head(clauses, min(relation.start, figure.start))
    if at_head is not None:
        return at_head
    if relation.side == "before":
        return _period_before(clauses, relation)
    return _period_behind(clauses, relation) if relation.side == "behind" else None


def _period_at_head(clauses: Clauses, first: int) -> int | None:
    """The days of the period that a clause opens with: "Every day some 1,000 soldiers are killed",
    "On an average day".
    """
    start, _ = clauses.segment(first, first)
    opening = clauses.words[start : min(start + _OPENING, first)]
    return next(
        (
            _PERIODS[noun]
            for word, noun in pairwise(opening)
            if word in _REGULAR and noun in _PERIODS
        ),
        None,
    )


def _period_before(clauses: Clauses, relation: Relation) -> int | None:
    first = max(relation.start - _NAME_LENGTH, clauses.segment(relation.start, relation.end)[0])
    told = [_ADJECTIVES.get(word) for word in clauses.words[first : relation.start]]
    return next((days for days in told if days is not None), None)


def _period_behind(clauses: Clauses, relation: Relation) -> int | None:
    for at in range(relation.end, min(relation.end + 3, len(clauses.words))):
        words = clauses.words[at : at + 2]
        if words[0] == "daily":
            return 1
        if len(words) == 2 and words[0] in _EACH and words[1] in _PERIODS:
            return _PERIODS[words[1]]
    return None


def _dated(found: DatePhrase, published: CalendarDate | None) -> TrueTime:
    last = found.latest
    if found.needs == "publication" and published is None:
        raise Left("its time hangs on the day of the page, which has none")
    if found.needs is not None or last is None:
        raise Left("its time hangs on something else")
    if published is not None and found.earliest and found.earliest > published.last:
        raise Left("it is a forecast")
    last = _past_day(found, published, last)
    days = None
    counts = found.relation in _COUNTED
    if counts and found.earliest is not None and found.earliest < last:
        days = (last - found.earliest).days + 1
    as_of = found.calendar or _month_or_day(last, found)
    if found.relation == "before" and found.precision == "day":
        as_of = CalendarDate(last)  # what was so before Saturday was so on Friday
    # "Within a month of" something hangs on that, and names no day to come.
    is_fixed = found.calendar is not None or not found.relative
    if published is not None and is_fixed and as_of.first > published.last:
        raise Left("it is a forecast")
    running = None
    if published is not None and as_of.first <= published.first and as_of.last > published.last:
        as_of = published
        running = found if days is not None else None
    since = found if found.relation == "from-to" else None
    return TrueTime(as_of, "stated", since=since, days=days, running=running)


def counted_so_far(time: TrueTime, since: CalendarDate) -> TrueTime:
    """*time* as one since the first day of a period that still runs, where the count from *since*
    began with it: "three have died this year" counts from January.
    """
    period = time.running
    if period is None or period.earliest != since.first:
        return time
    return replace(time, basis="carried", since=period, days=None)


def _past_day(found: DatePhrase, published: CalendarDate | None, last: date) -> date:
    """The last day of *found*; of a weekday that may be the last or the next one, the last one, for
    what is told as a fact has been.
    """
    first = found.earliest
    if published is None or first is None or found.precision != "day" or not found.relative:
        return last
    is_either = found.relation == "on" and first <= published.last < last
    return first if is_either and (last - first).days == _A_WEEK else last


def _month_or_day(last: date, found: DatePhrase) -> CalendarDate:
    return CalendarDate(last, "day" if found.precision == "day" else "month")


def counts_from(time: TrueTime, since: CalendarDate) -> bool | None:
    """Whether the period counted begins on *since*; None where none is named."""
    if time.since is None:
        return None if time.days is None or time.days > 366 else False
    named = time.since.named
    first = time.since.earliest or (named.first if named else None)
    if first is None:
        return False
    if named is not None and named.first <= since.first <= named.last:
        return True
    return abs(first - since.first) <= _ABOUT_A_MONTH


def _is_since(clauses: Clauses, found: DatePhrase) -> bool:
    if found.relation == "since":
        return True
    at, _ = clauses.place(found.start, found.end)
    before = clauses.words[max(at - _SINCE, 0) : at]
    return "since" in before and "," not in before[before.index("since") :]


def _is_now(clauses: Clauses, figure: Figure) -> bool:
    """Whether the figure is told to be that of the present: "compared with 18% now"."""
    return not _NOW.isdisjoint(clauses.words[figure.thing_end : figure.thing_end + 1])


def _is_former(clauses: Clauses, figure: Figure) -> bool:
    """Whether the figure is where something came from: "down from 27%", "compared with 3%", "half
    of its peak of 4%".
    """
    words = clauses.words[max(figure.start - 4, 0) : figure.start]
    if words[-1:] == ("of",) and not _PEAKS.isdisjoint(words[-2:]) and _OWN & {*words}:
        return True
    led = [*words, *clauses.words[figure.start : figure.start + 1]]
    joins = {"with", "to"}
    pairs = pairwise(led)
    return any(
        one in _FORMER and other in ({"from"} if one != "compared" else joins)
        for one, other in pairs
    ) or (
        bool(words)
        and words[-1] == "from"
        and not clauses.sentence[figure.quantity.start :].lower().startswith("from")
    )


def _date_of(
    clauses: Clauses, figure: Figure, relation: Relation | None, *, only_behind: bool
) -> DatePhrase | None:
    """The date that belongs to the figure: right behind it, else in the same clause before it, else
    at the head of the sentence.
    """
    behind = max(figure.thing_end, relation.end if relation and not only_behind else 0)
    after = [
        (phrase, start)
        for phrase, start, _ in clauses.dates
        if start >= figure.thing_end
        and start - behind <= _NEAR
        and not _is_parted(clauses, figure, start)
        and not _is_of_aside(clauses, figure, relation, start)
        and not _is_behind_aside(clauses, figure, relation, start)
    ]
    if after:
        return after[0][0]
    if only_behind:
        return None
    first, _ = clauses.segment(figure.start, figure.end)
    if relation is not None:
        first = min(first, clauses.segment(relation.start, relation.end)[0])
    then = _time_before_when(clauses, first)
    if then is not None:
        return then
    first = _saying_of(clauses, first)
    before = [
        phrase
        for phrase, start, end in clauses.dates
        if end <= figure.start
        and (start >= first or _is_heading(clauses, start))
        and not _is_of_another(clauses, end, figure)
    ]
    return before[-1] if before else None


def _time_before_when(clauses: Clauses, first: int) -> DatePhrase | None:
    """The time that a clause opened by "when" is told of: "silent since May 2022, when it said"."""
    if first < 2 or clauses.words[first - 1] != "when":
        return None
    end = first - 2 if clauses.words[first - 2] == "," else first - 1
    for phrase, _, behind in clauses.dates:
        named = phrase.named
        if behind == end and named is not None:
            return replace(phrase, relation="as of", earliest=None, latest=named.last)
    return None


def _saying_of(clauses: Clauses, first: int) -> int:
    """Where the clause begins that says the one at *first*: "estimated on March 23 that"."""
    if first < 2 or clauses.words[first - 1] != "that":
        return first
    start = clauses.segment(first - 1, first - 1)[0]
    return start if _SPOKEN.intersection(clauses.words[start : first - 1]) else first


def _is_parted(clauses: Clauses, figure: Figure, at: int) -> bool:
    """Whether another figure or another clause stands between."""
    if any(figure.end <= one.start < at for one in clauses.figures):
        return not _in_one_bracket(clauses, figure, at)
    words = clauses.words[figure.thing_end : at]
    return any(
        word in {"but", "while", "whereas", ";", "—", "compared", "than", "down", "up", "after"}
        for word in words
    )


def _is_of_aside(clauses: Clauses, figure: Figure, relation: Relation | None, at: int) -> bool:
    """Whether a date tells when something in between was done: "including Crimea, which it annexed
    in 2014", "including Crimea, annexed in 2014".
    """
    carrying = -1 if relation is None else relation.start
    for place in range(figure.thing_end, at):
        word, before = clauses.words[place], clauses.words[place - 1]
        opens = word in _RELATIVES or (before == "," and is_verb_form(word))
        if opens and carrying < place:
            return True
    return False


def _is_behind_aside(clauses: Clauses, figure: Figure, relation: Relation | None, at: int) -> bool:
    """Whether the figure stands in an aside of its own between two commas, and a date behind it
    tells when something else is: "Norda, 5 points clear at the top, host Suda on Sunday".
    """
    if relation is None:
        return False
    first, last = min(figure.start, relation.start), max(figure.thing_end, relation.end)
    opened = first and clauses.words[first - 1] == ","
    close = next((one for one in range(last, at) if clauses.words[one] == ","), None)
    if not opened or close is None:
        return False
    return any(map(str.isalpha, clauses.words[close + 1 : at]))


def _in_one_bracket(clauses: Clauses, figure: Figure, at: int) -> bool:
    """Whether all that stands between is a bracket right behind the figure."""
    words = clauses.words[figure.thing_end : at]
    return (
        bool(words)
        and words[0] == "("
        and ")" in words
        and not any(
            one.start > figure.thing_end + words.index(")") and one.start < at
            for one in clauses.figures
        )
    )


def _is_heading(clauses: Clauses, start: int) -> bool:
    """Whether a date opens the sentence, so that all of it is of that time."""
    return start <= 2


def _is_of_another(clauses: Clauses, end: int, figure: Figure) -> bool:
    """Whether the date belongs to a figure or a verb between it and this one."""
    between = range(end, figure.start)
    if "now" in clauses.words[end : figure.start]:
        return True
    joined = any(clauses.words[at] == "and" for at in between)
    return joined and any(
        one.quantity.unit == figure.quantity.unit and one.end <= end for one in clauses.figures
    )


def _is_over(clauses: Clauses, relation: Relation | None) -> bool:
    """Whether it had been so before something else was: "of what it had seized". What somebody
    said that they "had lost" may be so still.
    """
    if relation is None or clauses.words[relation.start - 1] != "had":
        return False
    if clauses.words[relation.end : relation.end + 1] == ("of",):
        return False  # who "had sales of" so much may still have
    return _SPOKEN.isdisjoint(clauses.words) and "according" not in clauses.words


def _is_count_so_far(clauses: Clauses, relation: Relation | None) -> bool:
    """Whether the sentence opens with how far a count has come, so that who "had 38%" has: "With
    92% of the ballots counted, …".
    """
    if relation is None or clauses.words[:1] not in (("with",), ("after",)):
        return False
    comma = next((at for at in range(relation.start) if clauses.words[at] == ","), 0)
    if not comma or not any(one.end <= comma for one in clauses.figures):
        return False
    done = clauses.words[comma - 1]
    return done in _COUNTED_SO_FAR or (done.endswith("ed") and is_verb_form(done))


def _is_of_last_time(clauses: Clauses, figure: Figure) -> bool:
    """Whether a season or a vote that is over stands right behind: "won 31 games last season"."""
    behind = clauses.words[figure.thing_end : figure.thing_end + _NEAR_BEHIND]
    return _LAST_TIME.match(" ".join(behind).removeprefix("in ").removeprefix("the ")) is not None


def _is_of_another_time(clauses: Clauses, figure: Figure, relation: Relation | None) -> bool:
    """Whether a clause opened by "when" tells which past time is meant, and names no day: "when we
    came in, it was 11%", "it was 11% when they took office".
    """
    if relation is None or relation.side != "before":
        return False
    if _NO_PAST.intersection(clauses.words[relation.start : figure.start]):
        return False
    earlier = clauses.words[figure.end : figure.thing_end + _NEAR_BEHIND]
    if any(one in _UNITS and other in _EARLIER for one, other in pairwise(earlier)):
        return True
    if _is_before_something(clauses, figure, relation):
        return True
    behind = figure.thing_end + (clauses.words[figure.thing_end : figure.thing_end + 1] == (",",))
    if clauses.words[behind : behind + 1] == ("when",):
        return _tells_past(clauses, behind + 1, len(clauses.words))
    start = next((at for at in range(2) if clauses.words[at : at + 1] == ("when",)), None)
    comma = next((at for at in range(relation.start) if clauses.words[at] == ","), None)
    return start is not None and comma is not None and _tells_past(clauses, start + 1, comma)


def _is_before_something(clauses: Clauses, figure: Figure, relation: Relation) -> bool:
    """Whether what was so "before" or "until" something is over: "was 3% before the war"."""
    led, whose = (
        clauses.words[figure.thing_end + one : figure.thing_end + one + 1] for one in (0, 1)
    )
    was = {"was", "were", "had", "stood"} & {*clauses.words[relation.start - 1 : figure.start]}
    return led in (("before",), ("until",)) and bool(was) and whose[:1] != ("noon",) and bool(whose)


def _tells_past(clauses: Clauses, start: int, end: int) -> bool:
    """Whether somebody did something in a clause: "they took office"; what a thing did ("when
    polls closed") may just have been.
    """
    clause = clauses.words[start : start + _DONE]
    if clause[:1] and not (
        clause[0] in _SOMEBODY or clauses.tokens[start].text[:1].isupper() or "office" in clause
    ):
        return False
    return any(
        word in _DID or (word.endswith("ed") and is_verb_form(word))
        for word in clause[: end - start]
    )


def _is_past(clauses: Clauses, relation: Relation | None) -> bool:
    """Whether the relation tells of a state that is over: "controlled", and nobody's report."""
    if relation is None or relation.side != "before":
        return False
    word = clauses.words[relation.start]
    before = clauses.words[max(relation.start - 3, 0) : relation.start]
    if clauses.words[relation.end : relation.end + 1] == ("by",):
        return False  # "the land held by them has grown to 20%"
    helped = {"have", "has", "is", "are", "been", "be", "was", "were"} & set(before)
    spoken = _SPOKEN & set(clauses.words[: relation.start])
    # "Russian-occupied land", "the occupied land"
    is_adjective = relation.start - 1 in clauses.signs or before[-1:] in ((), ("the",))
    return word in _PAST_STATES and not (helped or spoken or is_adjective)
