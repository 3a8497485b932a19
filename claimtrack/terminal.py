"""Terminal: texts, whoever wrote them, in signs that a terminal shows and does not obey."""

from __future__ import annotations

import re

#: What moves the cursor, paints, renames the window or ends a line (Unicode's Cc but for tab and
#: line feed, the two separators), what turns the direction of the words around it, and what no
#: terminal can be sent.
_OBEYED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def harmless(text: str) -> str:
    """*text* with every sign that a terminal would obey told by its number: ``\\x1b[2J``."""
    return _OBEYED.sub(lambda found: ascii(found[0])[1:-1], text)


def harmless_json(text: str) -> str:
    """*text*, which is JSON, with those signs as JSON escapes them: it stays the same answer."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
