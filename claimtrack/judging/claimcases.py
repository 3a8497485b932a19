"""Claim cases: a claim brought together with its measures and what is on record of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from claimtrack.claims import Assertion, Claim, ClaimType
from claimtrack.errors import UnknownName
from claimtrack.judging.cases import Case, CopiedCase, PartsCase, PastCase, PendingCase
from claimtrack.judging.dates import date_case
from claimtrack.judging.events import event_case
from claimtrack.judging.quantities import QuantityCase, quantity_case
from claimtrack.judging.quotations import quotation_case
from claimtrack.judging.records import describe
from claimtrack.judging.settled import of_its_day
from claimtrack.judging.states import state_case
from claimtrack.judging.trends import trend_case
from claimtrack.measures import Measure
from claimtrack.observations import History, Observation, is_person
from claimtrack.values import CalendarDate
from claimtrack.words.runs import runs
from claimtrack.words.sameness import bare_words, digest, normal

Measures = Measure | Mapping[str, Measure]
Histories = History | Mapping[str, History]

#: Fewer words than this are no sentence of anybody's own.
_TOLD_WORDS = 5

#: What is so for a time: of a time that is over, what came after tells nothing.
LASTING: frozenset[ClaimType] = frozenset({"quantity", "state"})
#: The rules for what hangs on the day of writing, and for all else.
DATED = {"date": date_case, "event": event_case}
RULES = {
    "quantity": quantity_case,
    "quotation": quotation_case,
    "state": state_case,
    "trend": trend_case,
}


def claim_case(
    claim: Claim,
    measures: Measures,
    histories: Histories,
    published: CalendarDate | None = None,
) -> Case:
    """What *claim* asserts with its evidence; a measure without a history has an empty one.
    Without the day it was *published* nothing tells whether it spoke of a past.
    Raises `UnknownName` for a measure that is not among *measures*.
    """
    known = {measures.id: measures} if isinstance(measures, Measure) else measures
    seen = {claim.measure: histories} if isinstance(histories, History) else histories
    own, copies = _apart_from_copies(claim, seen)
    case = _whole(claim, known, own, claim.past(published), published or claim.as_of)
    if copies:
        case = CopiedCase(case, copies)
    if claim.as_of is None or not _is_to_come(claim, claim.as_of.first, seen):
        return case
    return PendingCase(case, claim.name, claim.as_of)


def _apart_from_copies(
    claim: Claim, seen: Mapping[str, History]
) -> tuple[Mapping[str, History], tuple[tuple[str, Observation], ...]]:
    """*seen* without what quotes the text's own sentence, or a long run of its words, and that by
    its publishers: the text may have it from there, or they from the text.
    """
    is_copy, is_claim = _own_words(claim), _claims_own_words(claim)
    # Of a text that was not looked at only persons can be told to quote it.
    is_placed = bool(claim.runs) or (claim.digest is not None and claim.near is not None)
    copies = [
        (describe(each.source, history).publisher, each)
        for history in seen.values()
        for each in history
        if (is_placed and is_copy(each.quote)) or (is_person(each.source) and is_claim(each.quote))
    ]
    if not copies:
        return seen, ()
    left_out = {id(each) for _, each in copies}
    own = {
        measure: replace(
            history,
            observations=tuple(each for each in history if id(each) not in left_out),
        )
        for measure, history in seen.items()
    }
    return own, tuple(copies)


def _claims_own_words(claim: Claim) -> Callable[[str], bool]:
    """What tells whether a person's quote is what the claim file itself has: the claim in full, or
    the words by which it is found in the text, but for what that quotes of others. It holds before
    the text was looked at, and of persons alone: a publisher may write what the claim was told by.
    """
    near = "" if claim.type == "quotation" else claim.near or ""
    given = (bare_words(one) for one in (claim.statement, near))
    own = [one for one in given if len(one.split()) >= _TOLD_WORDS]

    def is_own(quote: str) -> bool:
        told = bare_words(quote) if own and quote else ""
        return any(f" {one} " in f" {told} " for one in own)

    return is_own


def _own_words(claim: Claim) -> Callable[[str], bool]:
    """What tells whether a quote is in the words of the text that makes *claim*."""
    own = frozenset(claim.runs)
    near = "" if claim.digest is None else normal(claim.near or "").casefold()
    # A daily series has thousands of quotes that are no sentences: so letters are looked for first
    # that are written alike in a quote as it stands.
    first = next(iter(re.findall("[a-z0-9]+", near)), "")
    # Where the file has the whole sentence, its marks may be others too: a digest allows of none.
    whole = (
        bare_words(near)
        if claim.digest in {digest(claim.near or ""), digest(f"{claim.near}.")}
        else None
    )

    def is_own(quote: str) -> bool:
        if own and not own.isdisjoint(runs(quote)):
            return True
        # The digest last: it takes as long as all the rest.
        return (
            near != ""
            and first in quote.casefold()
            and (bare_words(quote) == whole or _is_digested(quote, near, claim))
        )

    return is_own


def _is_digested(quote: str, near: str, claim: Claim) -> bool:
    return near in normal(quote).casefold() and digest(quote) == claim.digest


def _whole(
    claim: Claim,
    known: Mapping[str, Measure],
    seen: Mapping[str, History],
    past: CalendarDate | None,
    written: CalendarDate | None,
) -> Case:
    if claim.assertion is not None:
        return _case(claim, claim.assertion, known, seen, past, written)
    cases = tuple(
        (part.name, _case(claim, part.assertion, known, seen, past, written))
        for part in claim.parts
    )
    return PartsCase(claim.name, cases)


def _written_on(claim: Claim, written: CalendarDate | None) -> CalendarDate | None:
    """The day that the words of *claim* are counted from: that on which it was *written*, else the
    day that it speaks of where only the month or the year of writing is known, and has that day.
    """
    spoken = claim.as_of
    if written is None or written.precision == "day" or spoken is None:
        return written
    is_within = spoken.precision == "day" and written.first <= spoken.first <= written.last
    return spoken if is_within else written


def _case(
    claim: Claim,
    assertion: Assertion,
    known: Mapping[str, Measure],
    seen: Mapping[str, History],
    past: CalendarDate | None,
    written: CalendarDate | None,
) -> Case:
    if assertion.measure not in known:
        raise UnknownName("measure", assertion.measure)
    history = seen.get(assertion.measure, History())
    measure = known[assertion.measure]
    if assertion.type in DATED:  # "on 15 August" is said of the year it was written in
        rule = DATED[assertion.type]
        day = _written_on(claim, written)
        case = rule(claim.name, assertion, measure, history, day, claim.statement)
        # That what is told of 1848 had not happened in 1847 refutes nothing that anybody said; with
        # nothing on record there is nothing to wait with.
        if past is not None and assertion.type == "event" and len(history):
            return PendingCase(case, claim.name, past)
        return case
    is_lasting = assertion.type in LASTING
    if is_lasting:
        history = of_its_day(measure, history)
    case = RULES[assertion.type](claim.name, assertion, measure, history)
    if isinstance(case, QuantityCase):
        case = case.beside(_variants(claim.name, assertion, known, seen))
    return PastCase(case, past.last) if past is not None and is_lasting else case


def _variants(
    name: str, assertion: Assertion, known: Mapping[str, Measure], seen: Mapping[str, History]
) -> Iterator[QuantityCase]:
    """The case of each measure that asks the same question with another denominator, as far as its
    measure is known and the words can be held against it.
    """
    for id in known[assertion.measure].also:
        if id in known:
            history = of_its_day(known[id], seen.get(id, History()))
            case = quantity_case(name, assertion, known[id], history)
            if isinstance(case, QuantityCase):
                yield case


def _is_to_come(claim: Claim, first: date, seen: Mapping[str, History]) -> bool:
    """Whether *first*, the day that *claim* speaks of, had not come when its evidence was seen.

    Judging has no clock but the evidence: nothing on record was seen on that day or later, and
    nothing is dated to it. Without any evidence there is nothing to wait with, and a day that
    comes and goes in silence is no news. Once it has come the days before it are judged like any
    other: that a share first fitted in June is worth knowing of a claim about August.
    """
    days = [
        max(each.holds_from, each.last_confirmed_at.date())
        for measure in claim.measures
        for each in seen.get(measure, History())
        if each.stands
    ]
    return bool(days) and max(days) < first
