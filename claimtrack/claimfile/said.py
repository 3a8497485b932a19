"""What a quantity claim says: whether its words can be held against the measure."""

from __future__ import annotations

from claimtrack.measures import Measure


def said_problem(said: str, measure: Measure) -> str | None:
    """What is wrong with *said* as a quantity of *measure* (without a unit: of any); None where
    nothing is. Judging decides it, so that what passes the check can be judged.
    """
    from claimtrack.judging.meanings import objection

    found = objection(" ".join(said.split()), measure)
    if found is None:
        return None
    return (
        f"said does not fit its measure: {found[0].lower()}{found[1:].removesuffix('.')}; "
        "give the words of the quantity and its unit alone, or means = [lower, upper]"
    )
