"""Signs: the minus or plus of a number, as a sign or a word."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.counting.labels import OPENING_SIGNS
from claimtrack.words.tokens import Piece, touches, word_set

_WORDS = word_set("minus negative")
_MINUSES = frozenset("-−")
_WORDS_BEHIND_JOINTS = {"minus": -1, "negative": -1, "plus": 1}
_JOINING = frozenset("-–−")


def sign_before(tokens: Sequence[Piece], at: int) -> int | None:
    """-1 or +1 where a minus or plus sign stands before the number and after no other token."""
    before = tokens[at - 1]
    if before.lower in _WORDS and tokens[at - 2].kind not in {"number", "fraction"}:
        return None if tokens[at - 2].lower == "or" else -1  # "plus or minus three" is no -3
    if not (before.text in _MINUSES or before.text == "+") or not touches(before, tokens[at]):
        return None
    if touches(tokens[at - 2], before) and tokens[at - 2].text not in OPENING_SIGNS:
        return None
    return 1 if before.text == "+" else -1


def sign_behind_joint(tokens: Sequence[Piece], at: int) -> int | None:
    """-1 or +1 where the sign of a range's second end stands at *at*: "to −3", "and plus three",
    "–-5". None where its number does.
    """
    token = tokens[at]
    if token.kind == "word":
        return _WORDS_BEHIND_JOINTS.get(token.lower)
    if not touches(token, tokens[at + 1]):
        return None
    if token.text == "+":
        return 1
    return -1 if token.text in _MINUSES else None
