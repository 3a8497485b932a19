"""Lines to paste: where the evidence of a claim is to be found, and how a text would be mended."""

from __future__ import annotations

import re

from claimtrack.accounts import Account
from claimtrack.judging.figures import calendar_words, dated_words, day_words
from claimtrack.judging.verdicts import Verdict
from claimtrack.names import listed
from claimtrack.observations import Observation
from claimtrack.words.quoting.quotemarks import in_marks

#: A sentence that ends with its quote.
_ENDED = re.compile(r"[.!?…][”’]+$")
#: What says that the speaker said it, in other words or in more.
_OTHER_WORDS = {"misquoted", "truncated"}


def citations(account: Account) -> tuple[str, ...]:
    """The newest observation that decides the claim, or one for each of its parts, as a source is
    cited: who, of which day, in which words, where, seen when, and the sha256 of the bytes. Where
    sources do not agree that of each, and who disagrees. None where nothing decides it.
    """
    now = account.standing.now
    told = [
        f"{cited(seen, account)}{_disputed(part)}"
        for part in (now.parts.values() if now.parts else [now])
        for seen in _newest(part)
    ]
    return tuple(dict.fromkeys(told)) or tuple(
        cited(seen, account) for seen in account.evidence[:1]
    )


def _newest(verdict: Verdict) -> list[Observation]:
    """The newest observation that decides it; of sources that do not agree, that of each, for
    either alone would pass for the answer.
    """
    by_source: dict[str, Observation] = {}
    for seen in sorted(verdict.because, key=lambda seen: seen.holds_from):
        by_source[seen.source if verdict.label == "conflicting" else ""] = seen
    return list(by_source.values())


def _disputed(verdict: Verdict) -> str:
    """Who does not agree, in a sentence after a space; empty where nobody does."""
    found = verdict.findings
    told = [one.detail for one in found if one.name == "sources_disagree"]
    return "".join(f" {detail[:1].upper()}{detail[1:]}" for detail in told)


def cited(seen: Observation, account: Account) -> str:
    """*seen*, of *account*, as a source is cited; of a person's word, what it points to."""
    publisher = account.publisher_of(seen)
    who = publisher if seen.attribution is None else f"{seen.attribution}, in {publisher}"
    quoted = f": {in_marks(seen.short_quote)}" if seen.short_quote else ""
    told = f"{calendar_words(seen.as_of)}{quoted}"
    where = [] if seen.url in {None, seen.source} else [str(seen.url)]
    if account.is_word_of_a_person(seen):
        if not where:
            return f"{who}, {told}; by their own word."
        return f"{where[0]}, {told}; looked up by {who}."
    where.append(f"seen {day_words(seen.last_confirmed_at.date())}")
    if seen.snapshot is not None:
        where.append(f"sha256:{seen.snapshot}")
    # A quote that ends a sentence ends this one.
    stop = "" if _ENDED.search(told) else "."
    return f"{who}, {told}{stop} {', '.join(where)}."


def correction(account: Account) -> str | None:
    """What to print under the text, in one line: what it says, what is so and since when, and the
    words that would be right. None where nothing is known against it.
    """
    standing = account.standing
    told = _told(account)
    if told is None:
        return None
    # What was right when it was written is brought up to date; the rest was wrong from the start.
    head = "Correction" if standing.status in {"never_held", "timeless"} else "Update"
    said = standing.claim.statement.strip().rstrip(".")
    day = day_words(standing.now.at)
    behind = f"{_rest(account)}{_of_another(account)}{_in_place(account)}"
    return f"{head}, {day}: This text says: {said}. {told}{behind}"


def _rest(account: Account) -> str:
    """Which parts of the claim hold all the same."""
    parts = account.standing.now.parts
    held = [name.replace("_", " ") for name, part in parts.items() if part.label == "supported"]
    return f" This much of it holds: {listed(held)}." if held else ""


def _of_another(account: Account) -> str:
    """Whose words they are, where they are not those of whom the claim names."""
    if account.claim.type != "quotation":
        return ""
    found = account.standing.now.findings
    return "".join(f" {one.detail}" for one in found if one.name == "misattributed")


def _in_place(account: Account) -> str:
    """Which words would be right in place of those that the claim rests on."""
    words, assertion, now = account.wording, account.claim.assertion, account.standing.now
    if assertion is None or now.label == "supported":
        return ""
    if now.figure and any(finding.name in _OTHER_WORDS for finding in now.findings):
        return f" In place of {in_marks(assertion.wording or '')}, {now.figure} is on record."
    if words is None:
        return ""
    return f" In place of “{assertion.said}”, “{words}” would be right."


def _told(account: Account) -> str | None:
    standing = account.standing
    then, now = standing.then, standing.now
    if standing.status == "never_held":
        return f"The evidence found says otherwise{_figure(now)}."
    if standing.status == "outdated":
        return (
            f"That was so when it was written{_figure(then)};"
            f" {account.since or 'since then'} the evidence found says otherwise{_figure(now)}."
        )
    if standing.status == "came_true":
        return (
            "The evidence found said otherwise when it was written"
            f"{_figure(then)}; {account.since or 'since then'} it has been so{_figure(now)}."
        )
    if standing.status == "timeless" and now.label == "refuted":
        return f"The evidence found says otherwise{_figure(now)}."
    if then.label == "not_enough_evidence" and now.label == "refuted":
        return (
            f"Whether that was so {standing.written} could not be told;"
            f" {account.since or 'now'} the evidence found says otherwise{_figure(now)}."
        )
    return None


def _figure(verdict: Verdict) -> str:
    """What the evidence says, with its day and who says so, in brackets after a space; empty where
    there is no figure.
    """
    if not verdict.figure:
        return ""
    day = ""
    # The figure of a trend names its own days, and words that were told say theirs.
    is_amount = verdict.unit is not None and verdict.interval is not None
    if is_amount and verdict.because and not verdict.is_of_several_days:
        newest = max((seen.as_of for seen in verdict.because), key=lambda one: one.last)
        day = f" {dated_words(newest)}"
    who = f", {listed(list(verdict.source_names))}" if verdict.source_names else ""
    return f" ({verdict.figure}{day}{who})"
