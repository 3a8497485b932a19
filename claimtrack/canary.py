"""The canary: whether each source answers today, in a line for whoever looks after them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimtrack.observations import FAILED_RESULTS, Attempt, Outcome, became
from claimtrack.soundings import Sounding


@dataclass(frozen=True, slots=True)
class Answering:
    """How one source answered, asked once: by its name on record, with the outcome at the address
    that it was asked at first and what it ``became`` there in the ledger's words, how many readings
    came, and to how many addresses it led. ``reason`` says what went wrong, there or at a page that
    it led to; ``failed`` that nothing came of it, and ``put_off`` that its host wanted to be left
    alone, so that it was not asked at all.
    """

    source: str
    plugin: str
    url: str
    outcome: Outcome
    became: str
    readings: int
    leads_to: int
    failed: bool
    reason: str | None = None
    put_off: bool = False


def answering(found: Iterable[Sounding]) -> tuple[Answering, ...]:
    """How each source of *found* answers, by name."""
    by_name: dict[str, list[Sounding]] = {}
    for sounding in found:
        by_name.setdefault(sounding.source, []).append(sounding)
    return tuple(_answering(name, by_name[name]) for name in sorted(by_name))


def _answering(name: str, own: list[Sounding]) -> Answering:
    first = own[0]
    asked = [one.attempt for one in own if one.depth == 0 and one.attempt.asked]
    there = [one.attempt for one in own if one.attempt.url == first.attempt.url]
    reasons = dict.fromkeys(reason for one in own for reason in _reasons(one.attempt))
    return Answering(
        name,
        first.plugin,
        first.attempt.url,
        first.attempt.outcome,
        became(first.attempt.outcome, [one.status for each in there for one in each.results]),
        sum(len(result.readings) for one in own for result in one.attempt.results),
        len(first.leads_to),
        bool(asked) and all(attempt.failed for attempt in asked),
        "; ".join(reasons) or None,
        not asked,
    )


def _reasons(attempt: Attempt) -> list[str]:
    told = [one for one in attempt.results if one.status in FAILED_RESULTS]
    if attempt.reason and attempt.outcome not in {"fetched", "not_modified"}:
        return [attempt.reason]
    return [f"{one.measure}: {one.status}: {one.reason}" for one in told]
