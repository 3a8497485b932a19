"""Labels: the words that judging answers in, and what each of them says in prose."""

from __future__ import annotations

from typing import Literal

Label = Literal[
    "supported",
    "refuted",
    "conflicting",
    "not_enough_evidence",
    "borderline",
    "pending",
    "not_checkable",
]
Status = Literal["current", "outdated", "came_true", "ended", "never_held", "timeless", "unknown"]
Freshness = Literal["fresh", "stale", "none"]
FindingName = Literal[
    "misattributed", "misquoted", "truncated", "wrong_place", "wrong_date", "wrong_instrument",
    "overstated", "understated", "imprecise", "vague", "missing_context", "scope_mismatch",
    "unit_mismatch", "window_dependent", "rule_dependent", "sources_disagree", "single_party",
    "shared_wording", "superseded", "translated",
]  # fmt: skip
ReviewStatus = Literal["open", "confirmed", "overridden", "ambiguous", "annulled"]
CauseKind = Literal["observation", "time", "revision", "rule"]
#: What is chosen where a claim may be read in several ways.
ReadingKind = Literal["wording", "denominator", "rule", "window", "days"]

#: The labels that say yes or no.
FIRM: frozenset[Label] = frozenset({"supported", "refuted"})
#: Labels that tell nothing of what is so.
UNTOLD: frozenset[Label] = frozenset({"not_enough_evidence", "pending", "not_checkable"})

#: What a label says of the claim, in prose. No person is called wrong: the evidence says so.
LABEL_CLAUSES: dict[Label, str] = {
    "supported": "the claim held",
    "refuted": "the evidence found said otherwise",
    "conflicting": "the sources did not agree",
    "not_enough_evidence": "it could not be told",
    "borderline": "it was a borderline case",
    "pending": "its day had not come",
    "not_checkable": "it could not be checked as worded",
}
#: What ends the reason of `pending`; behind its clause that is not said again.
NOT_COME = ", which has not come."
#: The rule by which words mean what their author says that they do.
DECLARED = "means-1"
