"""Answers as plain values (dicts, lists, text, numbers) for JSON.

Days are ISO dates with their precision, moments ISO with their zone, amounts numbers, and a
snapshot is its digest, never its bytes. What a person gave says by whom, and has no digest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from claimtrack.attempts import Attempts
from claimtrack.claims import Claim
from claimtrack.judging.turns import Onset
from claimtrack.judging.verdicts import Standing
from claimtrack.observations import History, Observation
from claimtrack.values import CalendarDate, Interval


def plain(answer: object) -> Any:
    """*answer* as what ``json.dumps`` takes: any of claimtrack's types, or a collection of them."""
    if isinstance(answer, Standing):
        return _standing(answer)
    if isinstance(answer, History):
        return [plain(seen) for seen in answer]
    if isinstance(answer, Observation):
        return {**_fields(answer), "cited_by": answer.cited_by}
    if isinstance(answer, (CalendarDate, date)):
        return answer.isoformat() if isinstance(answer, (date, datetime)) else str(answer)
    if isinstance(answer, Decimal):
        return int(answer) if answer == answer.to_integral_value() else float(answer)
    if isinstance(answer, Interval):
        ends = {"lower": answer.lower, "upper": answer.upper, "closed": answer.closed}
        return {name: plain(end) for name, end in ends.items()}
    if isinstance(answer, timedelta):
        return f"{answer // timedelta(hours=1)}h"
    if is_dataclass(answer) and not isinstance(answer, type):
        return _fields(answer)
    if isinstance(answer, Mapping):
        return {str(key): plain(value) for key, value in answer.items()}
    if isinstance(answer, (tuple, list, set, frozenset, Attempts)):
        return [plain(one) for one in answer]
    return answer


def _fields(answer: Any) -> dict[str, Any]:
    shown = [one.name for one in fields(answer) if "inner" not in one.metadata]
    return {name: plain(getattr(answer, name)) for name in shown}


def _standing(standing: Standing) -> dict[str, Any]:
    claim: Claim = standing.claim
    return {
        "claim": claim.name,
        "statement": claim.statement,
        "status": standing.status,
        **_since(standing.onset),
        "evidence": standing.evidence,
        "sentence": str(standing),
        "then": plain(standing.then),
        "now": plain(standing.now),
        "because": plain(standing.because),
        "review": plain(standing.review),
    }


def _since(onset: Onset | None) -> dict[str, Any]:
    """Since when it has been so: the day on record, how closely it is known, and both ends."""
    on, known, earliest, latest = (
        (None, None, None, None)
        if onset is None
        else (onset.on, onset.known, onset.earliest, onset.latest)
    )
    return {
        "since": plain(on),
        "since_known": known,
        "since_earliest": plain(earliest),
        "since_latest": plain(latest),
    }
