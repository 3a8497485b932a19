"""Read back: the figure of a reading, as its sentence has it."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.observations import Reading
from claimtrack.values import Interval, Quantity
from claimtrack.words.counting.hedges import hedge_before
from claimtrack.words.stating.clauses import Clauses
from claimtrack.words.tokens import tokenize


def quantities(text: str, reading: Reading, language: str = "en") -> list[Quantity]:
    """The figure that was read off *text*, as the sentence has it; empty where it has none."""
    first = int((reading.locator or "chars 0-0").removeprefix("chars ").split("-")[0])
    quote = reading.quote or ""
    start = text.rindex(quote, 0, first + len(quote))
    figures = Clauses(text, start, start + len(quote), language=language).figures
    found = [one.quantity for one in figures]
    return [one for one in found if one.start == first - start and one.amount is not None]


def open_bound(reading: Reading) -> str | None:
    """The bound of a value that is open on one side."""
    value = reading.value
    if not isinstance(value, Interval):
        return None
    if value.upper is None:
        return "at least" if value.lower_closed else "over"
    if value.lower is None or (value.lower == 0 and not value.upper_closed):
        return "up to" if value.upper_closed else "under"
    return None


def hedge_bound(found: Sequence[Quantity]) -> str | None:
    """What the hedge of the first of *found* does; None where it has none that does anything."""
    if not found or found[0].hedge is None:
        return None
    tokens = tokenize(f"{found[0].hedge} 5")
    count = sum(token.kind != "end" for token in tokens)
    hedge = hedge_before(tokens, count - 1)
    # A mean is told as it is: its words loosen nothing.
    return None if hedge is None or hedge.bound == "mean" else hedge.bound
