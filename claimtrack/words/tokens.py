"""Tokens: the pieces of a text that a grammar reads, each with its exact place."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import partial
from operator import add, attrgetter, itemgetter
from typing import Literal, NamedTuple, cast

Kind = Literal["number", "word", "code", "fraction", "sign", "end"]

#: How many `END` tokens close a list: a grammar may look this far behind the first token (index
#: -1 is an `END` too) or past the last one without asking where it is.
PADDING = 12

# A number takes its separators along; what they mean is for `numerals` to say. Grouping by a space
# wants exactly three digits after each, so that "in 2022 300 tanks" stays two numbers.
# The commonest kind stands first, the plainest words before the rest of them: this pattern is a
# good part of the cost of reading a sentence. White space is taken along, so that no search for the
# next token has to try everything on it first.
_TOKEN = re.compile(
    r"""
    (?:
    (?P<word>
        [a-zA-Z] [a-zA-Z_]*+ (?! [\d'’] | [^\x00-\x7f] )
      | (?! (?: USD | EUR | GBP | UAH | RUB | Rs ) \d )
        [^\W\d_¼½¾⅐-⅞] [^\W¼½¾⅐-⅞]* (?: ['’] [^\W\d_] [^\W¼½¾⅐-⅞]* )*
    )
  | (?P<number>
        \d{1,3} (?: [ \u00a0\u2009\u202f] \d{3} )+ (?!\d) (?: [.,\u066b] \d+ )?
      | \d+ (?: [.,\u066b\u066c'’] \d+ )*
      | (?<![\w.]) \. \d+
    )
  | (?P<code> [A-Z] [A-Za-z]+ )
  | (?P<fraction> [¼½¾⅐-⅞] )
  | (?P<sign> \S )
    ) \s*+
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """One piece of a text: ``text[start:end]``, its kind and its lower case.

    A ``number`` is a run of digits with its separators, a ``word`` begins with a letter, a
    ``code`` is a currency's before the digits that it is glued to ("USD61bn"), a
    ``fraction`` is one vulgar fraction character, a ``sign`` any other character. A named tuple
    and not a dataclass: a text has a token for each word, and this halves their cost.
    """

    kind: str
    text: str
    lower: str
    start: int
    end: int


END = Token("end", "", "", -1, -1)


def tokenize(text: str, start: int = 0, end: int = sys.maxsize) -> list[Token]:
    """The tokens of *text* from *start* to *end* in order, closed by `PADDING` times `END`. Their
    places are those in the whole text. Linear in its length.
    """
    found = list(_TOKEN.finditer(text, start, end))
    pieces = list(map(str.rstrip, map(_piece, found)))
    starts = list(map(re.Match.start, found))
    ends = map(add, starts, map(len, pieces))
    fields = zip(map(_kind, found), pieces, map(str.lower, pieces), starts, ends, strict=True)
    tokens = list(map(_token, fields))
    tokens.extend([END] * PADDING)
    return tokens


# No step of the loop above is Python's own: a text has as many tokens as words, and they are half
# the cost of reading it. (The namedtuple's `_make` would count its fields again for each.)
_piece = itemgetter(0)
_kind = attrgetter("lastgroup")
_token = cast("Callable[[tuple[object, ...]], Token]", partial(tuple.__new__, Token))


def touches(left: Token, right: Token) -> bool:
    """Whether *right* begins where *left* ends, with nothing between them."""
    return left.end == right.start and left.end >= 0


def word_set(words: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(words.split())
