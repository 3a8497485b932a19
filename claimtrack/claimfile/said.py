"""What a quantity claim says: whether its words state a quantity that its measure can answer."""

from __future__ import annotations

from claimtrack.claimfile.phrases import shown
from claimtrack.errors import NotAQuantity

#: Units that count whole things; a bare number may be either of them.
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
    if unit is None or _compatible(quantity.unit, unit):
        return None
    if quantity.unit in _COUNTS:
        return (
            f"said names no unit in {shown(said)}, and the measure is in {unit}; "
            "name it, or give means = [lower, upper]"
        )
    return f"said {shown(said)} is in {quantity.unit}, and the measure in {unit}"


def _compatible(found: str, unit: str) -> bool:
    """Whether judging can hold the one against the other, which converts no unit."""
    found_head, _, found_period = found.partition("/")
    head, _, period = unit.partition("/")
    return found == unit or ({found_head, head} <= _COUNTS and found_period == period)
