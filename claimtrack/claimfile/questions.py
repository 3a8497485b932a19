"""A question: what is asked of a measure, in the words of the text with its figure left open."""

from __future__ import annotations

import re

from claimtrack.claimfile.proposals import Proposal
from claimtrack.claimfile.titles import printable

#: How a change begins that goes on with its amount: "rose by 4%", "an increase of 12 per cent".
_LEADING = re.compile(r"((?!(?:an?|the)\s)[^\W\d_]+(?:\s+(?:by|of|to))?)\s+(?=\S)", re.IGNORECASE)
#: What an amount is told for: "a year", "per household".
_EACH = re.compile(
    r"\s(?:(?:an?|per|every|each)\s(?!cent\b)[^\W\d_]+|daily|weekly|monthly|yearly)$", re.I
)
_SCALES = r"(?:hundred|thousand|million|billion|trillion|dozen|half|per|cent)"
#: What is counted, at the end of a phrase: "2,150 people".
_COUNTED = re.compile(rf"(?:\s(?!{_SCALES}\b)[^\W\d_]{{3,}})+$", re.IGNORECASE)
_MEASURED = {
    "km2": "square kilometres", "km": "kilometres", "h": "hours", "d": "days", "yr": "years",
    "kg": "kilograms", "l": "litres", "degC": "degrees", "kW": "kilowatts",
    "kWh": "kilowatt-hours", "GB": "gigabytes", "hPa": "hectopascals", "dB": "decibels",
}  # fmt: skip
_PER = {"h": "hour", "d": "day", "wk": "week", "mo": "month", "yr": "year"}
_CHANGES = re.compile(
    r"(?:by|of|to)$|^(?:lost|gained|grew|grown|rose|risen|fell|fallen|up|down|shrank|shrunk|cut)$",
    re.I,
)
_TURNED = re.compile(r"^(?:halv|doubl|trebl|tripl|quadrupl)", re.IGNORECASE)
#: What a clause ends with that is none of its words.
_ENDS = ".,;:!? "


def question(proposal: Proposal) -> str:
    """What is asked for the amount of *proposal*: its sentence with the amount left open, where
    that has the words for it, else as much as its unit tells.
    """
    before, after = printable(proposal.before), printable(proposal.after)
    is_alone = not before.strip() and not after.strip(_ENDS)
    opened = None if is_alone else _open(proposal, after)
    if opened is None:
        return _of_unit(printable(proposal.of or ""), proposal.unit or "")
    told = " ".join(part for part in (before.strip(), opened, after.strip(_ENDS)) if part)
    return f"{told[0].upper()}{told[1:]}?"


def _open(proposal: Proposal, after: str) -> str | None:
    """The words of the amount with the amount left open; None where they hold the change itself."""
    words, unit = printable(proposal.words), proposal.unit or ""
    if _TURNED.match(words):
        return None
    each = _EACH.search(words)
    lead = _LEADING.match(words)
    kept = lead[1] if lead and _CHANGES.search(lead[1]) else ""
    more = re.search(r"\s(more|less|fewer|higher|lower|warmer|colder)$", words, re.IGNORECASE)
    amount = words[: each.start()] if each else words
    parts = [kept, _asked_for(amount, unit, printable(proposal.of or ""), after)]
    parts += [more[1].lower() if more else "", each[0].strip() if each else ""]
    return " ".join(part for part in parts if part)


def _asked_for(words: str, unit: str, of: str, after: str) -> str:
    counted = unit.partition("/")[0]
    if counted == "share":
        if of and after.lstrip().startswith(of):
            return "what share of"  # "three out of four customers"
        return "what share" if after.lstrip().startswith("of ") else "what percentage"
    if counted in {"count", "persons"}:
        things = _COUNTED.search(words)
        if things:
            return f"how many{things[0]}"
        return "how many" if after.lstrip()[:1].isalpha() else "how much"
    return f"how many {_MEASURED[counted]}" if counted in _MEASURED else "how much"


_WITHOUT_S = {"people", "men", "women", "children"}


def _of_unit(of: str, unit: str) -> str:
    """What is asked for an amount *of* something in *unit*, as far as they tell it."""
    counted, _, per = unit.partition("/")
    if unit == "ratio":
        return "By how much did it change?"
    if unit == "share":
        return f"What share of {of} is it?" if of else "What share is it?"
    if counted in {"count", "persons"}:
        last = of.rpartition(" ")[2]
        many = f" {of}" if last.endswith("s") or last in _WITHOUT_S else ""
        return f"How many{many} are there{f' per {_PER[per]}' if per in _PER else ''}?"
    return f"How much {of} is there?" if of and not per else "How much is it?"
