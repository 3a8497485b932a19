"""Move words: what is right for a change, in the manner of words that told another."""

from __future__ import annotations

from decimal import Decimal

from claimtrack.errors import NotAQuantity
from claimtrack.words.counting.changes import sign_of_move
from claimtrack.words.quantities import parse_quantity
from claimtrack.words.tokens import tokenize
from claimtrack.words.wording import wording

# What goes up beside what goes down, each in the same form.
_PAIRS = (
    "rose/fell rise/fall rises/falls rising/falling risen/fallen grew/shrank grow/shrink "
    "grows/shrinks growing/shrinking grown/shrunk increased/decreased increase/decrease "
    "increases/decreases increasing/decreasing climbed/dropped climb/drop climbs/drops "
    "climbing/dropping expanded/contracted expand/contract expands/contracts expanding/contracting "
    "growth/contraction gained/lost gain/lose gains/loses gaining/losing up/down widened/narrowed "
    "strengthened/weakened"
)
_CONTRARIES = {
    one: other
    for pair in _PAIRS.split()
    for one, other in (pair.split("/"), reversed(pair.split("/")))
}


def is_told_as_change(said: str) -> bool:
    """Whether *said* tells a change by so many percent: "shrank by 0.3%", "down 5%"."""
    try:
        found = parse_quantity(said)
    except NotAQuantity:
        return False
    return found.kind == "change" and found.unit in {"share", "ratio"}


def wording_of_move(value: Decimal, said: str) -> str | None:
    """The words that are right for a change by so much of what there was, in the place of *said*,
    which tells another: ``grew by 0.1%`` for "shrank by 0.3%"; None where it has not changed.
    """
    if not value:
        return None
    size = wording(value.copy_abs(), unit="ratio")
    alike = _alike(value, said, size)
    if alike is not None and _is_right(alike, value):
        return alike
    return f"{'fell' if value < 0 else 'rose'} by {size}"


def _alike(value: Decimal, said: str, size: str) -> str | None:
    """The change by *size* in the word of *said*, or in its contrary; None where it has neither."""
    sign = -1 if value < 0 else 1
    tokens = tokenize(said)
    number = next((at for at, token in enumerate(tokens) if token.kind == "number"), len(tokens))
    # Behind the number it is a noun, of which the size is said otherwise: "a 3% drop".
    at = next((at for at in range(number) if sign_of_move(tokens[at])), None)
    if at is None:
        return None
    word, joint = tokens[at].text, tokens[at + 1].lower
    moved = word if sign_of_move(tokens[at]) == sign else _CONTRARIES.get(word.lower())
    if moved is None:
        return None
    is_noun = at > 0 and tokens[at - 1].lower in {"a", "an"}
    article = ("an" if moved[0] in "aeiou" else "a") if is_noun else ""
    parts = (article, moved, joint if joint in {"by", "of"} else "", size)
    return " ".join(part for part in parts if part)


def _is_right(phrase: str, value: Decimal) -> bool:
    try:
        return value in parse_quantity(phrase).interval
    except NotAQuantity:
        return False
