"""The rules of claims: what each type says, of which measure, when and in which words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from typing import Any, cast, get_args

from claimtrack.answers import answer
from claimtrack.claimfile.measure_rules import no_measure
from claimtrack.claimfile.phrases import meant, quoted, shown
from claimtrack.claimfile.said import date_problem, said_problem, time_problem, wording_problem
from claimtrack.claimfile.shape import ClaimTable, MeasureTable, PartTable
from claimtrack.claimfile.tables import Problem, Table
from claimtrack.claimfile.values import day_of, day_problems, duration_problems, length_problems
from claimtrack.errors import BadValue
from claimtrack.measures import Kind, Measure, State
from claimtrack.values import CalendarDate, is_unit

Measures = Mapping[str, Table[MeasureTable]]
Asserting = Table[ClaimTable] | Table[PartTable]

#: What an event measure answers, and so what a claim may assert of one.
EVENT_ANSWERS = ("happened", "not_yet")

#: The fields of an assertion, each with the types it belongs to.
BELONGS = {
    "said": ("quantity", "date", "state", "event", "trend"),
    "means": ("quantity",),
    "because": ("quantity",),
    "asserts": ("state", "event"),
    "at_least": ("state", "event"),
    "finding": ("state",),
    "wording": ("quotation",),
    "direction": ("trend",),
    "window": ("trend",),
    "rule": ("trend",),
}
NEEDED = {
    "quantity": (),
    "date": ("said",),
    "state": ("asserts",),
    "event": (),
    "quotation": ("wording",),
    "trend": ("direction", "window"),
}


def claim_problems(
    claims: Sequence[Table[ClaimTable]], measures: Measures, published: CalendarDate | None
) -> Iterator[Problem]:
    """What is wrong with the claims of a text *published* then, beyond their shape."""
    yield from _ids(claims)
    for claim in claims:
        yield from _what_it_asserts(claim, measures, published)
        yield from _when(claim)
        yield from _where(claim)
        yield from _citations(claim, measures)
    yield from _contradictions(claims, measures)


def type_of(asserting: Asserting, measures: Measures) -> str | None:
    """The type of a claim or part: as given, else its measure's kind; None where neither tells."""
    given = asserting.text("type")
    measure = measures.get(asserting.text("measure") or "")
    if given is not None or "type" in asserting or measure is None:
        return given
    return measure.text("kind")


def _ids(claims: Sequence[Table[ClaimTable]]) -> Iterator[Problem]:
    current: dict[str, int] = {}
    for number, claim in enumerate(claims, 1):
        id = claim.text("id")
        if id is not None and id in current:
            yield Problem(
                (*claim.path, "id"), f"id {shown(id)} is taken by claim {current[id]} of the file"
            )
        elif id is not None:
            current[id] = number
    renamed: dict[str, str] = {}
    for claim in claims:
        for index, old in enumerate(claim.values.get("was", ())):
            path = (*claim.path, "was", index)
            if old in current:
                yield Problem(path, f"was names {shown(old)}, which is a claim of this file")
            elif old in renamed:
                yield Problem(path, f"was names {shown(old)}, as {shown(renamed[old])} does")
            renamed[old] = claim.text("id") or ""


def _what_it_asserts(
    claim: Table[ClaimTable], measures: Measures, published: CalendarDate | None
) -> Iterator[Problem]:
    if "parts" not in claim:
        yield from _assertion(claim, measures, published)
        return
    if claim.values.get("parts") == {}:
        yield Problem((*claim.path, "parts"), "parts is empty; name at least one part")
    for name in ("type", "measure", *BELONGS):
        if name in claim:
            yield Problem(
                (*claim.path, name), f"{name} stands beside parts; give it to the part it is about"
            )
    for part in claim.tables("parts"):
        yield from _assertion(part, measures, published)


def _assertion(
    asserting: Asserting, measures: Measures, published: CalendarDate | None
) -> Iterator[Problem]:
    name = asserting.text("measure")
    measure = measures.get(name or "")
    if "measure" not in asserting:
        message = "measure is missing; a claim names the measure it is about, or has parts"
        yield Problem((*asserting.path, "measure"), message, absent=True)
    elif name is not None and measure is None:
        yield Problem((*asserting.path, "measure"), no_measure(name, measures))
    yield from _type(asserting, measure)
    type = type_of(asserting, measures)
    if type is not None:
        yield from _fields_of_type(asserting, type)
    yield from _values(asserting, type, measure, published)


def _type(asserting: Asserting, measure: Table[MeasureTable] | None) -> Iterator[Problem]:
    type = asserting.text("type")
    kind = None if measure is None else measure.text("kind")
    if type is None or kind is None:
        return
    needed = "quantity" if type == "trend" else type
    if needed != kind:
        yield Problem(
            (*asserting.path, "type"),
            f"type is {shown(type)}, which needs a measure of kind {needed}; "
            f"{shown(asserting.text('measure'))} is of kind {kind}",
        )


def _fields_of_type(asserting: Asserting, type: str) -> Iterator[Problem]:
    for name, types in BELONGS.items():
        if name not in asserting or type in types:
            continue
        hint = '; add type = "trend"' if types == ("trend",) and type == "quantity" else ""
        yield Problem(
            (*asserting.path, name),
            f"{name} belongs to {quoted(types)} claims; this one is of type {shown(type)}{hint}",
        )
    for name in NEEDED[type]:
        if name not in asserting:
            yield Problem(
                (*asserting.path, name),
                f"{name} is missing; a claim of type {shown(type)} needs it",
                absent=True,
            )
    if type == "quantity" and "said" not in asserting and "means" not in asserting:
        yield Problem(
            (*asserting.path, "said"),
            "said is missing; a quantity claim gives the words of its quantity, "
            "or means = [lower, upper]",
            absent=True,
        )
    if "because" in asserting and "means" not in asserting and type == "quantity":
        yield Problem(
            (*asserting.path, "because"), "because says why means is so; means is missing"
        )


def _values(
    asserting: Asserting,
    type: str | None,
    measure: Table[MeasureTable] | None,
    published: CalendarDate | None,
) -> Iterator[Problem]:
    too_long = tuple(length_problems(asserting, "said"))
    yield from too_long
    yield from length_problems(asserting, "wording")
    yield from duration_problems(asserting, "window")
    unit = None if measure is None else measure.text("unit")
    if not too_long:
        yield from _words(asserting, type, measure, published)
    yield from _means(asserting, unit)
    yield from _asserts(asserting, type, measure)


def _words(
    asserting: Asserting,
    type: str | None,
    measure: Table[MeasureTable] | None,
    published: CalendarDate | None,
) -> Iterator[Problem]:
    """Whether the words of the claim can ever be judged."""
    said, wording = asserting.text("said"), asserting.text("wording")
    if type == "quantity" and said is not None and "means" not in asserting:
        message = said_problem(said, _quantity(asserting.text("measure") or "", measure))
        yield from _problem(asserting, "said", message)
    if type == "date" and said is not None and published is not None:
        yield from _problem(asserting, "said", date_problem(said, published))
    if type == "event" and said is not None and published is not None:
        asserts, often = asserting.text("asserts"), _times(asserting)
        message = time_problem(said, published, asserts=asserts, at_least=often)
        yield from _problem(asserting, "said", message)
    if type == "quotation" and wording is not None:
        yield from _problem(asserting, "wording", wording_problem(wording))


def _times(asserting: Asserting) -> int:
    """How many times it is claimed to have happened."""
    often = asserting.values.get("at_least", 1)
    return often if isinstance(often, int) else 1


def _problem(asserting: Asserting, name: str, message: str | None) -> Iterator[Problem]:
    if message is not None:
        yield Problem((*asserting.path, name), message)


def _quantity(name: str, measure: Table[MeasureTable] | None) -> Measure:
    """The measure of that *name*, as far as the file says rightly what it is."""
    asks, unit = (None, None) if measure is None else (measure.text("asks"), measure.text("unit"))
    known = unit if unit is not None and is_unit(unit) else None
    return Measure(name, asks or name, "quantity", unit=known)


def _means(asserting: Asserting, unit: str | None) -> Iterator[Problem]:
    ends = asserting.values.get("means")
    if ends is None:
        return
    path = (*asserting.path, "means")
    lower, upper = ends
    if not (math.isfinite(lower) and math.isfinite(upper)):
        yield Problem(path, "means must be two numbers, neither infinite nor nan")
    elif lower > upper:
        yield Problem(path, f"means gives the lower first: [{upper}, {lower}], not {shown(ends)}")
    elif unit == "share" and not 0 <= lower <= upper <= 1:
        yield Problem(path, f"means of a share lies within 0 and 1, not {shown(ends)}")


def _asserts(
    asserting: Asserting, type: str | None, measure: Table[MeasureTable] | None
) -> Iterator[Problem]:
    asserted = asserting.text("asserts")
    answers: Sequence[str] | None = None
    if type == "event":
        answers = EVENT_ANSWERS
    elif type == "state" and measure is not None and measure.values.get("states"):
        answers = tuple(measure.values["states"])
    if asserted is not None and answers is not None and asserted not in answers:
        yield Problem(
            (*asserting.path, "asserts"),
            f"asserts must be one of {quoted(answers)}, not {shown(asserted)}"
            f"{meant(asserted, answers)}",
        )


def _when(claim: Table[ClaimTable]) -> Iterator[Problem]:
    yield from day_problems(claim, "as_of")
    yield from day_problems(claim, "until")
    as_of, until = day_of(claim, "as_of"), day_of(claim, "until")
    if as_of is not None and until is not None and until.last < as_of.first:
        yield Problem((*claim.path, "until"), f"until {until} is before as_of {as_of}")


def _where(claim: Table[ClaimTable]) -> Iterator[Problem]:
    yield from length_problems(claim, "near")
    for place in claim.tables("place"):
        if ("sentence" in place) == ("sentences" in place):
            yield Problem(
                place.path, "place has a sentence or a list of sentences, exactly one of the two"
            )
        sentences = place.values.get("sentences", [])
        if sorted(set(sentences)) != sentences:
            yield Problem(
                (*place.path, "sentences"), f"sentences must ascend, not {shown(sentences)}"
            )


def _citations(claim: Table[ClaimTable], measures: Measures) -> Iterator[Problem]:
    asked = {measure for one in (claim, *claim.tables("parts")) if (measure := one.text("measure"))}
    for cited in claim.tables("cites"):
        yield from day_problems(cited, "as_of")
        yield from length_problems(cited, "quote")
        yield from _number(cited)
        yield from _answered(cited, claim, asked, measures)
        for name in _answers(cited, claim, asked) & measures.keys():
            yield from _answer(cited, name, measures[name])


def _answered(
    cited: Table[Any], claim: Table[ClaimTable], asked: Set[str], measures: Measures
) -> Iterator[Problem]:
    """Whether it can be told which measure is answered."""
    part, measure = cited.text("part"), cited.text("measure")
    parts = tuple(_part_measures(claim))
    if "part" in cited and "measure" in cited:
        yield Problem((*cited.path, "part"), "part stands beside measure; give one of the two")
    elif part is not None and part not in parts:
        of_claim = f"its parts are {quoted(parts, 'and')}" if parts else "it has no parts"
        yield Problem(
            (*cited.path, "part"),
            f"the claim has no part {shown(part)}; {of_claim}{meant(part, parts)}",
        )
    elif measure is not None and measure not in measures:
        yield Problem((*cited.path, "measure"), no_measure(measure, measures))
    elif not {"part", "measure"} & cited.values.keys() and len(asked) > 1:
        yield Problem(
            (*cited.path, "measure"),
            f"measure is missing; the claim rests on {quoted(sorted(asked), 'and')}",
            absent=True,
        )


def _answers(cited: Table[Any], claim: Table[ClaimTable], asked: Set[str]) -> Set[str]:
    """The measure that is answered, as far as that can be told."""
    if "part" in cited:
        named = _part_measures(claim).get(cited.text("part") or "")
    elif "measure" in cited:
        named = cited.text("measure")
    else:
        return asked if len(asked) == 1 else set()
    return set() if named is None else {named}


def _part_measures(claim: Table[ClaimTable]) -> Mapping[str, str | None]:
    return {str(part.path[-1]): part.text("measure") for part in claim.tables("parts")}


def _answer(cited: Table[Any], name: str, asked: Table[MeasureTable]) -> Iterator[Problem]:
    """Whether what is cited can answer the measure."""
    value, kind = cited.values.get("value"), asked.text("kind")
    if isinstance(value, date):
        value = value.isoformat()
    if kind not in get_args(Kind) or not isinstance(value, (str, int, float)):
        return
    if isinstance(value, float) and not math.isfinite(value):
        return
    if kind == "quantity" and asked.text("unit") is None:
        return  # the measure's own mistake
    states = tuple(_states(asked))
    measure = Measure(name, "", cast("Kind", kind), unit=asked.text("unit"), states=states)
    try:
        answer(measure, value)
    except BadValue as error:
        yield Problem((*cited.path, "value"), f"value answers nothing: {error}")


def _states(asked: Table[MeasureTable]) -> Iterator[State]:
    """The states of a measure with the words and names by which a person may answer it."""
    listed, called = asked.values.get("states") or {}, asked.values.get("called") or {}
    for name in listed:
        words = listed[name] if isinstance(listed, dict) else ()
        told = tuple(map(str, words)) if isinstance(words, list) else ()
        known = called.get(name) if isinstance(called, dict) else None
        yield State(name, told, known if isinstance(known, str) else None)


def _contradictions(claims: Sequence[Table[ClaimTable]], measures: Measures) -> Iterator[Problem]:
    """Whether one person gives two answers for one day: the record would take the later for a
    correction. A speaker may have said several things, as far as one page quotes them.
    """
    given: dict[tuple[object, ...], tuple[object, str | None]] = {}
    for claim in claims:
        asked = {one for part in (claim, *claim.tables("parts")) if (one := part.text("measure"))}
        for cited in claim.tables("cites"):
            value, url = _plain(cited.values.get("value")), cited.text("url")
            day = day_of(cited, "as_of") or day_of(claim, "as_of")
            for name in sorted(_answers(cited, claim, asked) & measures.keys()):
                before = given.setdefault((cited.text("by"), name, day), (value, url))
                is_quoted = measures[name].text("kind") == "quotation" and before[1] == url
                if before[0] != value and not is_quoted:
                    yield Problem(
                        (*cited.path, "value"),
                        f"value contradicts {shown(before[0])}, which the same person gives for "
                        f"{shown(name)} on the same day; name another as_of, or who says so in by",
                    )


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _number(cited: Table[Any]) -> Iterator[Problem]:
    value = cited.values.get("value")
    if isinstance(value, float) and not math.isfinite(value):
        yield Problem((*cited.path, "value"), "value must be neither infinite nor nan")
