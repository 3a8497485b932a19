"""Sentences: verdicts, standings and causes as a newsroom would print them."""

from __future__ import annotations

from claimtrack.judging.figures import LABEL_CLAUSES, day_words
from claimtrack.judging.verdicts import Cause, Standing, Verdict


def explanation(verdict: Verdict) -> str:
    """*verdict* in sentences, one a line."""
    lines = [f"On {day_words(verdict.at)} {LABEL_CLAUSES[verdict.label]}.", verdict.reason]
    return "\n".join([*lines, *(finding.detail for finding in verdict.findings)])


def standing_sentence(standing: Standing) -> str:
    """*standing* in one sentence."""
    return f"{standing.claim.statement} {standing.now.reason}"


def cause_words(cause: Cause) -> str:
    """*cause* in words."""
    return cause.kind
