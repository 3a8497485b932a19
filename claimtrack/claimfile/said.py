"""What a claim says: whether its words can be held against an answer to the measure."""

from __future__ import annotations

from claimtrack.claimfile.phrases import shown
from claimtrack.measures import Measure
from claimtrack.values import CalendarDate


def said_problem(said: str, measure: Measure) -> str | None:
    """What is wrong with *said* as a quantity of *measure* (without a unit: of any); None where
    nothing is. Judging decides it, so that what passes the check can be judged.
    """
    from claimtrack.judging.meanings import objection

    found = objection(" ".join(said.split()), measure)
    if found is None:
        return None
    return (
        f"said does not fit its measure: {found[0].lower()}{found[1:].removesuffix('.')}; "
        "give the words of the quantity and its unit alone, or means = [lower, upper]"
    )


def date_problem(said: str, written: CalendarDate | None) -> str | None:
    """What is wrong with *said* as a date, in a text *written* then; None where nothing is."""
    from claimtrack.judging.datemeanings import date_objection

    found = date_objection(said, written)
    if found is None:
        return None
    reason = found.removesuffix(".")
    return f"said is no day to judge by: {reason}; name one, or a month, a year, an end of one"


def time_problem(
    said: str, written: CalendarDate | None, *, asserts: str | None, at_least: int
) -> str | None:
    """What is wrong with *said* as the words of an event; None where nothing is."""
    from claimtrack.judging.datemeanings import time_objection

    found = time_objection(said, written, asserts=asserts, at_least=at_least)
    if found is None:
        return None
    reason = found.removesuffix(".")
    return f"said is no time to judge by: {reason}; give the words of one time, or none"


def wording_problem(wording: str) -> str | None:
    """What is wrong with *wording* as words that somebody said; None where nothing is."""
    if any(mark.isalnum() for mark in wording):
        return None
    return f"wording holds no word that can have been said: {shown(wording)}"


def speaker_problem(speaker: str) -> str | None:
    """What is wrong with *speaker* as the one who is quoted; None where nothing is."""
    from claimtrack.words.quoting.persons import names_nobody

    if not names_nobody(speaker):
        return None
    return (
        "speaker must be a name or an office, with its capitals "
        f"(Keir Starmer, the mayor), not {shown(speaker)}"
    )
