"""What a quantity claim says: whether its words state a quantity that its measure can answer."""

from __future__ import annotations

from claimtrack.claimfile.phrases import shown
from claimtrack.errors import NotAQuantity

#: Units that count whole things; a bare number may be any of them, and any unit but a share.
_COUNTS = frozenset({"count", "persons"})


def said_problem(said: str, unit: str | None) -> str | None:
    """What is wrong with *said* as a quantity in *unit* (None: any); None where nothing is."""
    from claimtrack.words import parse_quantity

    try:
        quantity = parse_quantity(said)
    except NotAQuantity as error:
        return (
            f"said states no quantity in {shown(said)}: {error.why}; "
            "give the words of the quantity alone, or means = [lower, upper]"
        )
    if quantity.kind == "vague":
        return f"said is vague: {shown(said)} has no interval; give means = [lower, upper]"
    if quantity.kind == "change":
        return (
            f"said is a change, not a level: {shown(said)}; "
            "give the words of the level, or means = [lower, upper]"
        )
    if unit is not None and not _compatible(quantity.unit, unit):
        return f"said {shown(said)} is in {quantity.unit}, and the measure in {unit}"
    return None


def _compatible(found: str, unit: str) -> bool:
    found_head, _, found_period = found.partition("/")
    head, _, period = unit.partition("/")
    if found_period and found_period != period:
        return False
    if found_head == head:
        return True
    if found_head == "count":
        return head != "share"
    return found_head in _COUNTS and head in _COUNTS
