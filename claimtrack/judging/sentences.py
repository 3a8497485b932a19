"""Sentences: verdicts, standings and causes as a newsroom would print them.

No person is called wrong, and no claim refuted: the evidence found says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from claimtrack.judging.asked import ASKED
from claimtrack.judging.figures import (
    Printed,
    calendar_words,
    dated_words,
    day_words,
    difference,
    edge_figure,
)
from claimtrack.judging.labels import (
    DECLARED,
    FIRM,
    LABEL_CLAUSES,
    NOT_COME,
    FindingName,
    Label,
    ReadingKind,
)
from claimtrack.names import counted, listed
from claimtrack.observations import Observation, source_name
from claimtrack.values import Interval, middle
from claimtrack.words.quoting.quotemarks import in_marks

if TYPE_CHECKING:
    from claimtrack.judging.pace import Forecast
    from claimtrack.judging.verdicts import Cause, JudgedReading, Review, Standing, Verdict

#: What a reading may turn on.
Turn = ReadingKind | Literal["source"]
#: So many readings are named where several have a label; the others are counted.
_NAMED = 6

_NOW_CLAUSES: dict[Label, str] = {
    "supported": "it holds",
    "refuted": "the evidence found says otherwise",
    "conflicting": "the sources do not agree",
    "not_enough_evidence": "it cannot be told",
    "borderline": "it is a borderline case",
    "pending": "its day has not come",
    "not_checkable": "it cannot be checked as worded",
}
_STILL_CLAUSES: dict[Label, str] = {
    **_NOW_CLAUSES,
    "supported": "it still holds",
    "refuted": "the evidence found still says otherwise",
    "not_enough_evidence": "it still cannot be told",
}
_TURNS: dict[Turn, str] = {
    "wording": "how the words are read",
    "denominator": "the denominator",
    "rule": "the rule",
    "window": "the window",
    "days": "the day",
    "source": "the source",
}
#: What tells by which of them it turns.
_FOUND_BY: dict[Turn, FindingName] = {
    "wording": "rule_dependent",
    "denominator": "rule_dependent",
    "rule": "rule_dependent",
    "window": "window_dependent",
}
_OTHER_READINGS: dict[Label, str] = {
    "refuted": "not",
    "borderline": "on the edge",
    "conflicting": "disputed",
}
_REVIEWS = {
    "open": "it is under review by {by}",
    "confirmed": "{by} has confirmed this",
    "overridden": "{by} has decided otherwise: {reason}",
    "ambiguous": "{by} finds the claim ambiguous: {reason}",
    "annulled": "{by} has annulled this: {reason}",
}


def explanation(verdict: Verdict) -> str:
    """*verdict* in sentences, one a line: what was decided, by what evidence, how firmly, under
    which readings, and what else should be known; of a claim in parts, each part so.
    """
    lines = [
        _sentence(_clause(verdict)),
        *(_of_parts(verdict) if verdict.parts else _told(verdict)),
    ]
    return "\n".join(lines)


def _told(verdict: Verdict) -> list[str]:
    return [
        _sentence(verdict.reason),
        *([gap] if (gap := firmness_words(verdict)) else []),
        *([edge] if (edge := edge_words(verdict)) else []),
        *([turn] if (turn := flip_words(verdict)) else []),
        *_readings(verdict),
        *(_sentence(each.detail) for each in verdict.findings if each.detail != verdict.reason),
        *dict.fromkeys(_evidence(seen) for seen in verdict.because),
    ]


def _of_parts(verdict: Verdict) -> list[str]:
    """What a claim in parts comes to, then each part with its own findings and evidence."""
    lines = [_sentence(verdict.reason), *_readings(verdict)]
    for name, part in verdict.parts.items():
        reason, *others = _told(part)
        label = _sentence(f"{name.replace('_', ' ')}: {LABEL_CLAUSES[part.label]}")
        lines += [f"{label} {reason}", *(f"  {line}" for line in others)]
    return lines


def _sentence(words: str) -> str:
    opened = f"{words[:1].upper()}{words[1:]}"
    return opened if opened.endswith(("?", "?”")) else f"{opened.rstrip('.')}."


def firmness_words(verdict: Verdict) -> str | None:
    """How far *verdict* is from its edge, in a sentence; None where there is no edge."""
    if verdict.fit is None or verdict.distance is None:
        return None
    if not verdict.distance:
        return "It lies on the edge."
    gap = difference(abs(verdict.distance), _printed(verdict))
    if verdict.distance < 0 or verdict.label == "refuted":
        return f"It lies {gap} outside the nearest edge."
    inside = f"It lies {gap} inside the nearest edge"
    if verdict.interval is None or _is_one_sided(verdict.interval, verdict.unit):
        return f"{inside}."  # with one edge all that is inside fits alike
    fit = f"{abs(round(verdict.fit, 2)):.2f}"  # never a "-0.00"
    best = "the middle" if verdict.named is None else "the value named"
    return f"{inside}; the fit is {fit}, where 1 is {best}."


def _is_one_sided(interval: Interval, unit: str | None) -> bool:
    """Whether there is an edge on one side alone: beyond the whole there is no share."""
    if unit == "share" and (interval.lower == 0 or (interval.upper == 1 and interval.upper_closed)):
        return True
    return None in {interval.lower, interval.upper}


def edge_words(verdict: Verdict) -> str | None:
    """At which figure *verdict* would turn, in a sentence: that of the nearest edge. None where
    there is none, or what is there lies across it.
    """
    interval, distance = verdict.interval, verdict.distance
    if interval is None or distance is None or verdict.label not in FIRM:
        return None
    is_inside = verdict.label == "supported"
    turn = "no longer hold" if is_inside else "hold"
    if interval.lower is not None and interval.lower == interval.upper:
        other = "any other figure than" if is_inside else "exactly"
        return f"It would {turn} at {other} {edge_figure(interval.lower, _printed(verdict))}."
    values = [value for seen in verdict.because if (value := middle(seen.value)) is not None]
    if is_inside and _is_in_the_middle(interval, values, distance):
        lower, upper = (
            _bound(
                edge_figure(edge, _printed(verdict), beside=values),
                is_above=is_above,
                is_on_it=not is_closed,
            )
            for edge, is_above, is_closed in (
                (interval.lower, False, interval.lower_closed),
                (interval.upper, True, interval.upper_closed),
            )
            if edge is not None
        )
        return f"It would {turn} at {lower}, or at {upper}."
    for edge, is_upper in ((interval.lower, False), (interval.upper, True)):
        if edge is None or all(abs(value - edge) != abs(distance) for value in values):
            continue
        is_closed = interval.upper_closed if is_upper else interval.lower_closed
        # Inside, it turns beyond the edge; outside, on the way in.
        is_above = is_upper == is_inside
        is_on_it = is_closed != is_inside
        shown = edge_figure(edge, _printed(verdict), beside=values)
        beyond = "" if is_inside else _beyond(interval, _printed(verdict), is_upper=not is_upper)
        # Of a share there is no more than the whole, and no less than nothing.
        is_last = _printed(verdict) == "share" and is_on_it and edge == is_above
        bound = shown if is_last else _bound(shown, is_above=is_above, is_on_it=is_on_it)
        return f"It would {turn} at {bound}{beyond}."
    return None


def _is_in_the_middle(interval: Interval, values: Sequence[Decimal], distance: Decimal) -> bool:
    """Whether both edges are as near."""
    if interval.lower is None or interval.upper is None:
        return False
    return any(
        value - interval.lower == interval.upper - value == abs(distance) for value in values
    )


def _printed(verdict: Verdict) -> Printed:
    """What the amounts of *verdict* are printed in: its unit, or as the claim's words put it."""
    return verdict.put or verdict.unit


def _beyond(interval: Interval, unit: Printed, *, is_upper: bool) -> str:
    """That a figure which comes in by one edge must not go out by the other; empty where there is
    no other, or no share beyond it.
    """
    edge = interval.upper if is_upper else interval.lower
    is_closed = interval.upper_closed if is_upper else interval.lower_closed
    if edge is None or (unit == "share" and is_closed and edge == is_upper):
        return ""
    direction = "above" if is_upper else "below"
    if is_closed:
        return f", but not {direction} {edge_figure(edge, unit)}"
    is_last = unit == "share" and edge == is_upper
    return f", but not at {edge_figure(edge, unit)}{'' if is_last else f' or {direction}'}"


def _bound(shown: str, *, is_above: bool, is_on_it: bool) -> str:
    if is_on_it:
        return f"{shown} or {'more' if is_above else 'less'}"
    return f"{'more' if is_above else 'less'} than {shown}"


def flip_words(verdict: Verdict) -> str | None:
    """When *verdict* would flip at its pace, in a sentence; None where it tells no such day."""
    found = verdict.flips
    if found is None:
        return None
    pace = difference(found.pace, _printed(verdict), signed=True)
    admitted = "what the author means" if verdict.rule == DECLARED else "what the words admit"
    turn = f"{'leave' if found.leaves else 'come to'} {admitted}"
    return (
        f"At its recent pace, {pace} a day (the mean of its paces over the last "
        f"{listed([str(days) for days in found.basis])} days), it would {turn} "
        f"around {day_words(found.likely)} ({_between(found)})."
    )


def _between(found: Forecast) -> str:
    if found.latest is None:
        return f"not before {day_words(found.earliest)}; how late, the record cannot tell"
    between = f"between {day_words(found.earliest)} and {day_words(found.latest)}"
    return f"{between}, with a probability of {found.level:.0%}"


def _readings(verdict: Verdict) -> list[str]:
    readings = verdict.readings
    if len(readings) < 2:
        return []
    held = sum(reading.label == "supported" for reading in readings)
    told = f"It is right in {held or 'none'} of {len(readings)} readings"
    turns_on = _turns_on(readings)
    if not held or not turns_on:
        return [f"{told}."]
    turn = listed([_TURNS[kind] for kind in turns_on])
    if {_FOUND_BY.get(kind) for kind in turns_on} <= {each.name for each in verdict.findings}:
        return [f"{told}; it turns on {turn}."]  # by which reading it does, the findings say
    otherwise = _otherwise(readings, mostly_held=2 * held >= len(readings))
    return [f"{told}; it turns on {turn}: {otherwise}." if otherwise else f"{told}."]


def _otherwise(readings: Sequence[JudgedReading], *, mostly_held: bool) -> str:
    """By which readings it is not right; where those are most of them, by which it is."""
    if not mostly_held:
        return _by_label(readings, "supported", "only")
    others = [_by_label(readings, label, words) for label, words in _OTHER_READINGS.items()]
    return "; ".join(words for words in others if words)


def _turns_on(readings: Sequence[JudgedReading]) -> list[Turn]:
    """What has to be chosen otherwise, all else being as declared, for another label; where no one
    thing turns it, what does together with others.
    """
    near = _turning([reading for reading in readings if reading.changed < 2])
    return near or _turning(readings)


def _turning(readings: Sequence[JudgedReading]) -> list[Turn]:
    chosen = [(_chosen(reading), reading.label) for reading in readings]
    kinds: dict[Turn, None] = {kind: None for each, _ in chosen for kind in each}
    return [kind for kind in kinds if _is_turned_by(kind, chosen)]


def _is_turned_by(kind: Turn, chosen: Sequence[tuple[Mapping[Turn, str], Label]]) -> bool:
    """Whether two readings differ in *kind* alone, and in their labels."""
    labels: dict[tuple[tuple[Turn, str], ...], set[Label]] = {}
    for each, label in chosen:
        if kind in each:
            others = tuple((name, words) for name, words in each.items() if name != kind)
            labels.setdefault(others, set()).add(label)
    return any(len(found) > 1 for found in labels.values())


def _chosen(reading: JudgedReading) -> dict[Turn, str]:
    choices: dict[Turn, str] = dict(reading.choices or [(reading.kind, reading.choice)])
    return choices | {"source": reading.source}


def _by_label(readings: Sequence[JudgedReading], label: Label, words: str) -> str:
    """By which readings it has *label*: with which sources alone, however it is read, then by those
    readings that change least, and how many others do.
    """
    alike = [reading for reading in readings if reading.label == label]
    elsewhere = {reading.source for reading in readings if reading.label != label}
    alone = {one.source: _heard(one) for one in alike if one.source and one.source not in elsewhere}
    told = [f"with {listed(dict.fromkeys(alone.values()))}"] if alone else []
    rest = [reading for reading in alike if reading.source not in alone]
    least = min((reading.changed for reading in rest), default=0)
    named = [_choice(reading) for reading in rest if reading.changed == least][:_NAMED]
    others = len(rest) - len(named)
    if others:
        named.append(counted(others, "other", "others"))
    told += [f"by {listed(named)}"] if named else []
    return f"{words} {' and '.join(told)}" if told else ""


def _choice(reading: JudgedReading) -> str:
    source = _heard(reading)
    return f"{reading.choice} with {source}" if source else reading.choice


def _heard(reading: JudgedReading) -> str:
    """Who was heard, by the name that is printed; empty where that is nobody alone."""
    return reading.publisher or source_name(reading.source)


def _evidence(seen: Observation) -> str:
    source = teller(seen)
    cited = source if seen.attribution is None else f"{seen.attribution}, in {source}"
    where = "" if seen.url in {None, seen.source} else f", {seen.url}"
    quoted = f": {in_marks(seen.short_quote)}" if seen.short_quote else ""
    return f"Evidence for {calendar_words(seen.as_of)}: {cited}{where}{quoted}"


def teller(seen: Observation) -> str:
    """Who says so, by the name on record; a person without what marks one."""
    return source_name(seen.source)


def standing_sentence(standing: Standing) -> str:
    """*standing* in one sentence: the claim, how it stood when written, how it stands now and
    since when, as closely as that is known, with figures, days and sources.
    """
    claim = standing.claim.statement.strip().rstrip(".")
    told = [
        _became(standing),
        *_by_others(standing),
        *_against(standing.now),
        *_reviewed(standing.review),
    ]
    return f"{claim}: {'; '.join(told)}."


def _became(standing: Standing) -> str:
    then, now = standing.then, standing.now
    if standing.status == "ended" and standing.claim.until is not None:
        return f"{_then(then)}; it spoke of the time up to {calendar_words(standing.claim.until)}"
    if then.at == now.at and (then.label == now.label or now.label == "not_enough_evidence"):
        # Of a claim about a day to come, on which there is no evidence yet, that is what to say.
        return f"on {day_words(now.at)} {_only(then)}{_since(standing)}"
    if _is_hindsight(then) and now.label == "refuted" and then.because == now.because:
        told = f"{_NOW_CLAUSES[now.label]}{_figures(now) or _why(now)}"
        return f"on {day_words(now.at)} {told}{_since(standing)}"
    if standing.status in {"outdated", "came_true"} and standing.onset is not None:
        return f"{_then(then)}, but {standing.onset} {_now(standing, _NOW_CLAUSES, dated=True)}"
    clauses = _STILL_CLAUSES if _lasts(standing) else _NOW_CLAUSES
    return f"{_then(then)}, and on {day_words(now.at)} {_now(standing, clauses)}{_since(standing)}"


def _lasts(standing: Standing) -> bool:
    """Whether the label has been the same on every day from the time of writing until now."""
    if standing.then.label != standing.now.label:
        return False
    return standing.since is None or standing.since <= standing.then.at


def _since(standing: Standing) -> str:
    since = standing.since
    if since is None or since >= standing.now.at or standing.now.label not in FIRM:
        return ""
    return f", as on every day judged since {day_words(since)}"


def _then(then: Verdict) -> str:
    return f"{_clause(then)}{_figures(then)}"


def _clause(verdict: Verdict) -> str:
    """What the label says, with the day; of that day no evidence spoke that is of later ones."""
    day = day_words(verdict.at)
    if _is_hindsight(verdict):
        return f"as for {day}, later evidence says otherwise"
    return f"on {day} {LABEL_CLAUSES[verdict.label]}"


def _is_hindsight(verdict: Verdict) -> bool:
    """Whether all that says otherwise of a day is of later days."""
    is_later = all(seen.holds_from > verdict.at for seen in verdict.because)
    return verdict.label == "refuted" and bool(verdict.because) and is_later


def _only(verdict: Verdict) -> str:
    return f"{_NOW_CLAUSES[verdict.label]}{_figures(verdict) or _why(verdict)}"


def _now(standing: Standing, clauses: Mapping[Label, str], *, dated: bool = False) -> str:
    then, now = standing.then, standing.now
    # Of a trend there is so much to tell that its source is named once.
    is_long = bool(then.figure) and now.interval is None and then.source_names == now.source_names
    told = _figures(now, dated=dated, named=not is_long) or _why(now)
    if _is_in_words(now) and _figures(now) == _figures(then) != "":
        told = ""  # the same words are not said twice
    elif now.unit is not None and now.interval is None and now.figure == then.figure != "":
        told = " by the same figures"
    return f"{clauses[now.label]}{told}"


def _is_in_words(verdict: Verdict) -> bool:
    """Whether the figure is no amount, and says itself which day it is of."""
    return bool(verdict.figure) and verdict.unit is None


def _why(verdict: Verdict) -> str:
    """The reason after a colon; of a claim in parts, that of each part that decides."""
    parts = [part for part in verdict.parts.values() if part.label == verdict.label]
    told = [part.reason.removesuffix(NOT_COME).partition(ASKED) for part in parts or [verdict]]
    reasons = dict.fromkeys(_within(reason) for reason, _, _ in told)
    asked = dict.fromkeys(names.rstrip(".") for _, _, names in told if names)
    # Whom they are asked of is a sentence of its own, and is told once.
    whom = f".{ASKED}{'; of '.join(asked)}" if asked else ""
    return f": {'; '.join(reasons)}{whom}"


def _within(reason: str) -> str:
    # Initials ("EU troops") stay as they are.
    head = reason[:1] if reason[1:2].isupper() else reason[:1].lower()
    return f"{head}{reason[1:].rstrip('.')}"


def _figures(verdict: Verdict, *, dated: bool = False, named: bool = True) -> str:
    """The figure with its source in brackets, and its day where it is not the verdict's own."""
    if not verdict.figure or verdict.label == "not_enough_evidence":
        return ""  # beside "it could not be told" it would read as if it told
    day = "" if verdict.parts else _day_of_figure(verdict, dated=dated)
    source = f", {listed(list(verdict.source_names))}" if named else ""
    return f" ({verdict.figure}{day}{source})"


def _day_of_figure(verdict: Verdict, *, dated: bool) -> str:
    # The figure of a trend names its days itself.
    is_trend = verdict.interval is None and verdict.unit is not None
    if is_trend or _is_in_words(verdict) or verdict.is_of_several_days:
        return ""
    newest = max((seen.as_of for seen in verdict.because), key=lambda day: day.last)
    return "" if newest == verdict.at and not dated else f" {dated_words(newest)}"


def _by_others(standing: Standing) -> list[str]:
    """What other rules than the declared one make of a trend, then and now, and whether other
    windows differ; where the rules agree, what the windows make of it.
    """
    then, now = _trend_labels(standing.then), _trend_labels(standing.now)
    every = {choice: (then[choice], now[choice]) for choice in then if choice in now}
    once = standing.then.at == standing.now.at
    rules, windows = _apart("rule", every, once=once), _apart("window", every, once=once)
    if rules:
        return [f"{rules}, and other windows differ" if windows else rules]
    return [windows] if windows else []


def _apart(
    kind: ReadingKind,
    every: Mapping[tuple[ReadingKind, str], tuple[Label, Label]],
    *,
    once: bool,
) -> str:
    """When the claim holds by the choices of *kind* that differ from the declared rule over the
    declared window, the first of *every*; empty where none does.
    """
    declared = next(iter(every.values()), None)
    by_time: dict[str, list[str]] = {}
    for (each, choice), both in every.items():
        if each == kind and both != declared:
            by_time.setdefault(_when(*both), []).append(choice.removeprefix(f"{kind} "))
    if once:
        otherwise = [choice for choices in by_time.values() for choice in choices]
        return f"otherwise {_named(kind, otherwise)}" if otherwise else ""
    told = [f"{when} {_named(kind, choices)}" for when, choices in by_time.items()]
    return f"it holds {listed(told)}" if told else ""


def _named(kind: ReadingKind, choices: list[str]) -> str:
    return f"by the {kind if len(choices) == 1 else f'{kind}s'} {listed(choices)}"


def _trend_labels(verdict: Verdict) -> dict[tuple[ReadingKind, str], Label]:
    """The label by each rule and over each window, the declared rule first."""
    deciding = {seen.source for seen in verdict.because}
    labels: dict[tuple[ReadingKind, str], set[Label]] = {}
    for reading in verdict.readings:
        alone = reading.kind in {"rule", "window"} and reading.changed < 2
        if alone and reading.source in {"", *deciding}:
            labels.setdefault((reading.kind, reading.choice), set()).add(reading.label)
    return {
        choice: next(iter(found)) if len(found) == 1 else "conflicting"
        for choice, found in labels.items()
    }


def _when(then: Label, now: Label) -> str:
    held, holds = then == "supported", now == "supported"
    if held == holds:
        return "at both times" if held else "at neither time"
    return "only then" if held else "only now"


def _against(now: Verdict) -> list[str]:
    """Who that was heard last of all says otherwise than the firm verdict *now*: whoever prints the
    sentence alone must not learn of it elsewhere.
    """
    if now.label not in FIRM:
        return []
    parts = [part for part in now.parts.values() if part.label == now.label]
    found = (one for verdict in parts or [now] for one in verdict.findings)
    told = dict.fromkeys(one.detail for one in found if one.name == "sources_disagree")
    return [detail.rstrip(".") for detail in told]


def _reviewed(review: Review | None) -> list[str]:
    if review is None:
        return []
    words = _REVIEWS[review.status].format(by=review.by, reason=review.reason.strip().rstrip("."))
    return [words]


def cause_words(cause: Cause, publisher: str | None = None) -> str:
    """*cause* in words: what came, of its *publisher* where he is known, or that time passed."""
    if cause.observation is not None:
        seen = cause.observation
        return f"what {publisher or teller(seen)} gave for {calendar_words(seen.as_of)}"
    return {
        "observation": "a new observation",
        "time": "the passing of time",
        "revision": "a revision of the claim",
        "rule": "a change of rule",
    }[cause.kind]
