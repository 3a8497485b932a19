"""Pattern letters: what stands in whatever a pattern fits, so that most need not be tried.

To look for letters in a text takes a hundredth of what it takes to search it by a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

#: A letter that stands for itself, as long as nothing makes it optional; else whatever may not.
_PARTS = re.compile(
    r"(?P<letter>(?:[^\\\[\](){}?*+|^$.]|\\[./?()\[\]|])(?![?*{]))|\[(?:\\.|[^\]\\])*\]|\{[^}]*\}|\\?.",
    re.DOTALL,
)
_GROUP = "?:"
#: What makes a group optional, or may.
_OPTIONAL = ("?", "*", "{")


def may_fit(pattern: str, lowered: str) -> bool:
    """Whether a text may hold what fits *pattern*, case aside; *lowered* is it in lower case."""
    return all(any(one in lowered for one in letters) for letters in _needed(pattern))


@cache
def _needed(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Sets of letters in lower case, of each of which one stands in whatever fits *pattern*; none
    where it leaves a choice as a whole.
    """
    if len([*_alternatives(pattern)]) > 1:
        return ()
    choices = ([pattern], *map(_alternatives, _groups(pattern)))
    needed = (tuple(map(_longest, choice)) for choice in choices)
    return tuple(letters for letters in needed if all(letters))


def _longest(pattern: str) -> str:
    """The longest letters outside of all groups of *pattern*."""
    runs = [""]
    for part, depth in _parts(pattern):
        if depth == 0 and part["letter"]:
            runs[-1] += part[0].removeprefix("\\")
        else:
            runs.append("")
    return max(runs, key=len).lower()


def _groups(pattern: str) -> Iterator[str]:
    """What stands in each group of *pattern* that is in no other, and that nothing may leave out
    or puts a condition on.
    """
    begins = 0
    for part, depth in _parts(pattern):
        if depth == 1 and part[0] == "(":
            begins = part.end()
        elif depth == 0 and part[0] == ")":
            inside = pattern[begins : part.start()]
            if inside.startswith(_GROUP) and not pattern.startswith(_OPTIONAL, part.end()):
                yield inside.removeprefix(_GROUP)


def _alternatives(pattern: str) -> Iterator[str]:
    begins = 0
    for part, depth in _parts(pattern):
        if depth == 0 and part[0] == "|":
            yield pattern[begins : part.start()]
            begins = part.end()
    yield pattern[begins:]


def _parts(pattern: str) -> Iterator[tuple[re.Match[str], int]]:
    """Each part of *pattern* with the number of groups that it stands in: one that opens a group
    stands in it, and one that closes it does not.
    """
    depth = 0
    for part in _PARTS.finditer(pattern):
        depth += (part[0] == "(") - (part[0] == ")")
        yield part, depth
