"""Tokens: the pieces of a text that a grammar reads, each with its exact place."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import partial
from typing import NamedTuple, Protocol, cast

#: How many `END` tokens close a list: a grammar may look this far behind the first token (index
#: -1 is an `END` too) or past the last one without asking where it is.
PADDING = 12
#: What joins the words of a compound: the hyphens, and no dash.
HYPHENS = frozenset("-‐‑")

# A number takes its separators along; what they mean is for `numerals` to say. Grouping by a space
# wants exactly three digits after each, so that "in 2022 300 tanks" stays two numbers. A currency's
# code is a word of its own before the digits that it is glued to ("USD61bn").
# The commonest kind stands first, the plainest words before the rest of them: this pattern is a
# good part of the cost of reading a sentence. White space is taken along, so that no search for the
# next token has to try everything on it first.
_CODE = r"(?: USD | EUR | GBP | UAH | RUB | Rs ) (?= \d )"
_TOKEN = re.compile(
    rf"""
    (?:
    (?P<word>
        [a-zA-Z] [a-zA-Z_]*+ (?! [\d'’] | [^\x00-\x7f] )
      | (?! {_CODE} ) [^\W\d_¼½¾⅐-⅞] [^\W¼½¾⅐-⅞]* (?: ['’] [^\W\d_] [^\W¼½¾⅐-⅞]* )*
      | {_CODE}
    )
  | (?P<number>
        \d{{1,3}} (?: [ \u00a0\u2009\u202f] \d{{3}} )+ (?!\d) (?: [.,\u066b\uff0e] \d+ )?
      | \d+ (?: [.,\u066b\u066c\uff0c\uff0e'’] \d+ )*
      | (?<![\w.]) \. \d+
    )
  | (?P<fraction> [¼½¾⅐-⅞] )
  | (?P<sign> \S )
    ) \s*+
    """,
    re.VERBOSE,
)


class Piece(Protocol):
    """What a grammar asks of a piece of a text, wherever it stands: its kind, its lower case, and
    whether white space stands right behind it, so that it is ``apart`` from the next.

    A ``number`` is a run of digits with its separators, a ``word`` begins with a letter, a
    ``fraction`` is one vulgar fraction character, a ``sign`` any other character; behind the last
    of a text there are ``end`` pieces.
    """

    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def lower(self) -> str: ...
    @property
    def apart(self) -> bool: ...


class Token(NamedTuple):
    """A piece of a text at its place: ``text[start:end]``.

    A named tuple and not a dataclass: a text has a token for each word, and this halves their cost.
    """

    kind: str
    text: str
    lower: str
    start: int
    end: int
    apart: bool


END = Token("end", "", "", -1, -1, apart=True)


def tokenize(text: str, start: int = 0, end: int = sys.maxsize) -> list[Token]:
    """The tokens of *text* from *start* to *end* in order, closed by `PADDING` times `END`. Their
    places are those in the whole text. Linear in its length.
    """
    tokens = []
    for found in _TOKEN.finditer(text, start, end):
        spaced, began = found[0], found.start()
        piece = spaced.rstrip()
        ends = began + len(piece)
        apart = len(piece) != len(spaced)
        tokens.append(_token((found.lastgroup, piece, piece.lower(), began, ends, apart)))
    tokens.extend([END] * PADDING)
    return tokens


# The namedtuple's own `_make` would count its fields again for each word of a text.
_token = cast("Callable[[tuple[object, ...]], Token]", partial(tuple.__new__, Token))


def touches(left: Piece, right: Piece) -> bool:
    """Whether *right*, the next piece behind *left*, begins where that one ends."""
    return not left.apart and right.kind != "end"


def word_set(words: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(words.split())
