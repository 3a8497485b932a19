"""State times: the day, month or year for which a sentence tells a state, or none that it names."""

from __future__ import annotations

from datetime import timedelta

from claimtrack.observations import Basis
from claimtrack.values import CalendarDate
from claimtrack.words.dates import DatePhrase
from claimtrack.words.stating.clauses import Clauses
from claimtrack.words.stating.statestold import StateTold
from claimtrack.words.stating.subjects import Left
from claimtrack.words.tokens import word_set

#: What one of these says is so as it is written, whatever else the sentence dates.
_PRESENT = word_set(
    "is are am has have isn't aren't hasn't haven't isn’t aren’t hasn’t haven’t remains remain "
    "continues continue still now today since"
)
#: A state that has one of these in its own words is told of what is to come.
_TO_COME = word_set("will would shall due set scheduled planned")
#: News of a day names the days before it besides; what was over for longer is a past of its own.
_NEWS = timedelta(days=31)


def time_of_state(clauses: Clauses, told: StateTold) -> tuple[CalendarDate | None, Basis]:
    """When the state *told* was so: at the one time that the sentence names, or until which it
    says so; else on the text's day. Raises `Left` where it tells of a past and no one time in it.
    """
    dates = [one for one, _, _ in clauses.dates]
    besides = [one for one, *place in clauses.dates if told.places.isdisjoint(range(*place))]
    dates = besides or dates  # the 2017 of "the lease of 1997 was to expire in 2017" is no time
    at = [one for one in dates if one.relation in {"on", "as of"}]
    published = clauses.published
    only = at[0].calendar if len(at) == 1 else None
    if only is not None and (published is None or only.last <= published.last):
        return only, "stated"
    reached = _reached(clauses, told, dates)
    if reached is not None and (published is None or reached.last <= published.last):
        return reached, "stated"
    if only is not None and published is not None and only.first > published.last:
        _check_to_come(clauses, told)
    if dates and not _is_present(clauses, told):
        last = _last_of_it(dates)
        if last is not None and (published is None or last.last <= published.last):
            return last, "stated"
        if published is not None and all(_is_over(one, published) for one in dates):
            raise Left("it tells of a past, and of no one day, month or year")
    return published, "carried" if published else "seen"


def _check_to_come(clauses: Clauses, told: StateTold) -> None:
    """Raise `Left` where a present tells of a day to come: "the treaty expires in 2031"."""
    words = [clauses.words[at] for at in told.places]
    is_present = any(one.endswith("s") and not one.endswith("ss") for one in words)
    if is_present and _TO_COME.isdisjoint(words):
        raise Left("it is of a time to come")


def _is_present(clauses: Clauses, told: StateTold) -> bool:
    start, end = clauses.segment(told.start, told.end)
    return any(word in _PRESENT for word in clauses.words[start:end])


def _reached(clauses: Clauses, told: StateTold, dates: list[DatePhrase]) -> CalendarDate | None:
    """The one day, month or year by which something had come: "by May it had closed"."""
    if len(dates) != 1 or dates[0].relation != "by":
        return None
    start, end = clauses.segment(told.start, told.end)
    return dates[0].calendar if "had" in clauses.words[start:end] else None


def _last_of_it(dates: list[DatePhrase]) -> CalendarDate | None:
    """The last day, month or year before the one time until which something was so."""
    ends = [one.calendar for one in dates if one.relation in {"until", "before"}]
    if len(ends) != 1 or ends[0] is None or any(one.relation == "on" for one in dates):
        return None
    return CalendarDate.parse(_before(ends[0]))


def _before(end: CalendarDate) -> str:
    last = (end.first - timedelta(days=1)).isoformat()
    return last[: {"day": 10, "month": 7, "year": 4}[end.precision]]


def _is_over(one: DatePhrase, published: CalendarDate) -> bool:
    last = one.latest or (one.named.last if one.named else None)
    return last is not None and last < published.first - _NEWS
