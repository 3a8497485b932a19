"""Sentences: verdicts, standings and causes as a newsroom would print them.

No person is called wrong, and no claim refuted: the evidence found says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claimtrack.judging.figures import calendar_words, day_words, difference, listed
from claimtrack.judging.labels import FIRM, LABEL_CLAUSES, NO_RULE, Label
from claimtrack.observations import Observation

if TYPE_CHECKING:
    from claimtrack.judging.verdicts import Cause, JudgedReading, Review, Standing, Verdict

#: A quote may be shown up to this many words; more is the publisher's own.
_QUOTED_WORDS = 30

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
    which readings, and what else should be known.
    """
    lines = [
        f"On {day_words(verdict.at)} {LABEL_CLAUSES[verdict.label]}.",
        _sentence(verdict.reason),
        *_firmness(verdict),
        *_readings(verdict.readings),
        *(_sentence(finding.detail) for finding in verdict.findings),
        *(_part(name, part) for name, part in verdict.parts.items()),
        *dict.fromkeys(_evidence(seen) for seen in verdict.because),
    ]
    return "\n".join(lines)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def _firmness(verdict: Verdict) -> list[str]:
    if verdict.fit is None or verdict.distance is None:
        return []
    gap = difference(abs(verdict.distance), verdict.unit)
    if verdict.distance < 0:
        return [f"It lies {gap} outside the nearest edge."]
    fit = f"{verdict.fit:.2f}"
    return [f"It lies {gap} inside the nearest edge; the fit is {fit}, where 1 is the value named."]


def _readings(readings: Sequence[JudgedReading]) -> list[str]:
    if len(readings) < 2:
        return []
    held = sum(reading.label == "supported" for reading in readings)
    told = f"It is right in {held} of {len(readings)} readings"
    others = [_by_label(readings, label, words) for label, words in _OTHER_READINGS.items()]
    otherwise = "; ".join(words for words in others if words)
    return [f"{told}: {otherwise}." if held and otherwise else f"{told}."]


def _by_label(readings: Sequence[JudgedReading], label: Label, words: str) -> str:
    choices = [reading.choice for reading in readings if reading.label == label]
    return f"{words} by {listed(choices)}" if choices else ""


def _part(name: str, part: Verdict) -> str:
    told = f"{name.replace('_', ' ')}: {LABEL_CLAUSES[part.label]}. {part.reason}"
    return _sentence(told)


def _evidence(seen: Observation) -> str:
    words = seen.quote.split()
    shown = " ".join(words[:_QUOTED_WORDS]) + (" …" if len(words) > _QUOTED_WORDS else "")
    source = _teller(seen)
    cited = source if seen.attribution is None else f"{seen.attribution}, in {source}"
    where = "" if seen.url in {None, seen.source} else f", {seen.url}"
    quoted = f": “{shown}”" if shown else ""
    return f"Evidence for {calendar_words(seen.as_of)}: {cited}{where}{quoted}"


def _teller(seen: Observation) -> str:
    # A person is a source too, on record as ``person:NAME``.
    return seen.source.removeprefix("person:")


def standing_sentence(standing: Standing) -> str:
    """*standing* in one sentence: the claim, how it stood when written, how it stands now and
    since when, with figures, days and sources.
    """
    claim = standing.claim.statement.strip().rstrip(".")
    told = [_became(standing), *_by_other_rules(standing), *_reviewed(standing.review)]
    return f"{claim}: {'; '.join(told)}."


def _became(standing: Standing) -> str:
    then, now = standing.then, standing.now
    if now.rule == NO_RULE:
        return f"it cannot be told, as there is {now.reason}"
    if standing.status == "ended" and standing.claim.until is not None:
        return f"{_then(then)}; it spoke of the time up to {calendar_words(standing.claim.until)}"
    if then.at == now.at and then.label == now.label:
        return f"on {day_words(now.at)} {_now(now, _NOW_CLAUSES)}{_since(standing)}"
    if standing.status in {"outdated", "came_true"} and standing.since is not None:
        changed = _now(now, _NOW_CLAUSES, dated=True)
        return f"{_then(then)}, but since {day_words(standing.since)} {changed}"
    clauses = _STILL_CLAUSES if then.label == now.label else _NOW_CLAUSES
    return f"{_then(then)}, and on {day_words(now.at)} {_now(now, clauses)}{_since(standing)}"


def _since(standing: Standing) -> str:
    if standing.since is None or standing.now.label not in FIRM:
        return ""
    return f", as on every day judged since {day_words(standing.since)}"


def _then(then: Verdict) -> str:
    return f"on {day_words(then.at)} {LABEL_CLAUSES[then.label]}{_figures(then)}"


def _now(now: Verdict, clauses: Mapping[Label, str], *, dated: bool = False) -> str:
    if now.figure:
        return f"{clauses[now.label]}{_figures(now, dated=dated)}"
    return f"{clauses[now.label]}: {now.reason[:1].lower()}{now.reason[1:].rstrip('.')}"


def _figures(verdict: Verdict, *, dated: bool = False) -> str:
    """The figure with its source in brackets, and its day where it is not the verdict's own; the
    figures of a trend name their days themselves.
    """
    if not verdict.figure:
        return ""
    newest = max((seen.holds_from for seen in verdict.because), default=verdict.at)
    tells_day = verdict.interval is not None and (dated or newest != verdict.at)
    day = f" on {day_words(newest)}" if tells_day else ""
    return f" ({verdict.figure}{day}, {listed(list(verdict.source_names))})"


def _by_other_rules(standing: Standing) -> list[str]:
    """What other rules than the declared one make of a trend, then and now."""
    then, now = _rules(standing.then), _rules(standing.now)
    every = {rule: (then[rule], now[rule]) for rule in then if rule in now}
    declared = next(iter(every.values()), None)
    others: dict[tuple[Label, Label], list[str]] = {}
    for rule, both in every.items():
        if both != declared:
            others.setdefault(both, []).append(rule)
    told = [
        f"by the {'rule' if len(rules) == 1 else 'rules'} {listed(rules)} {_both(*both)}"
        for both, rules in others.items()
    ]
    return [listed(told)] if told else []


def _rules(verdict: Verdict) -> dict[str, Label]:
    return {
        reading.choice.removeprefix("rule "): reading.label
        for reading in verdict.readings
        if reading.choice.startswith("rule ")
    }


def _both(then: Label, now: Label) -> str:
    if then == now:
        return "it holds at both times" if now == "supported" else "it holds at neither time"
    return "it held then, not now" if then == "supported" else "it holds now, not then"


def _reviewed(review: Review | None) -> list[str]:
    if review is None:
        return []
    words = _REVIEWS[review.status].format(by=review.by, reason=review.reason.strip().rstrip("."))
    return [words]


def cause_words(cause: Cause) -> str:
    """*cause* in words: what came, or that time passed."""
    if cause.observation is not None:
        seen = cause.observation
        return f"what {_teller(seen)} gave for {calendar_words(seen.as_of)}"
    return {
        "observation": "a new observation",
        "time": "the passing of time",
        "revision": "a revision of the claim",
        "rule": "a change of rule",
    }[cause.kind]
