"""Written figures: the one figure that an interval is the width of, by the rule ``words-1``."""

from __future__ import annotations

from functools import lru_cache

from claimtrack.errors import NotAQuantity
from claimtrack.judging.figures import Printed, figure
from claimtrack.values import Interval, middle
from claimtrack.words import parse_quantity
from claimtrack.words.amounts import AmountPut

#: So many noughts behind the point may have been written: "5.0%", "£2.900".
_NOUGHTS = 3


@lru_cache(maxsize=1024)
def written(interval: Interval, unit: Printed) -> str | None:
    """The figure, as it is printed in *unit*, of which *interval* is what the rule makes: what was
    written as "£2.90" is "£2.90" again. None where no bare figure admits just that, as none does
    where a range, a hedge or an error was told.
    """
    amount = middle(interval)
    base = unit.unit if isinstance(unit, AmountPut) else unit
    if amount is None or interval.closed != "both" or not isinstance(base, str | None):
        return None
    for noughts in range(_NOUGHTS + 1):
        shown = figure(amount, unit, exact=True, noughts=noughts)
        if _admits(shown, base) == interval:
            return shown
    return None


def _admits(shown: str, unit: str | None) -> Interval | None:
    try:
        return parse_quantity(shown, unit=unit).interval
    except NotAQuantity:
        return None
