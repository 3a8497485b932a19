"""Tokens: the pieces of a text that a grammar reads, each with its exact place."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal["number", "word", "fraction", "sign", "end"]

#: How many `END` tokens close a list: a grammar may look this far behind the first token (index
#: -1 is an `END` too) or past the last one without asking where it is.
PADDING = 12

# A number takes its separators along; what they mean is for `numerals` to say. Grouping by a space
# wants exactly three digits after each, so that "in 2022 300 tanks" stays two numbers.
# The commonest kind stands first, and its loop is unrolled: this pattern is most of the cost of
# reading a sentence.
_TOKEN = re.compile(
    r"""
    (?P<code> (?: USD | EUR | GBP | UAH | RUB | Rs ) (?=\d) )
  | (?P<word> [^\W\d_¼½¾⅐-⅞] [^\W¼½¾⅐-⅞]* (?: ['’] [^\W\d_] [^\W¼½¾⅐-⅞]* )* )
  | (?P<number>
        \d{1,3} (?: [ \u00a0\u2009\u202f] \d{3} )+ (?!\d) (?: [.,\u066b] \d+ )?
      | \d+ (?: [.,\u066b\u066c'’] \d+ )*
      | (?<![\w.]) \. \d+
    )
  | (?P<fraction> [¼½¾⅐-⅞] )
  | (?P<sign> \S )
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """One piece of a text: ``text[start:end]``, its kind and its lower case.

    A ``number`` is a run of digits with its separators, a ``word`` begins with a letter, a
    ``fraction`` is one vulgar fraction character, a ``sign`` any other character. A named tuple
    and not a dataclass: a text has a token for each word, and this halves their cost.
    """

    kind: str
    text: str
    lower: str
    start: int
    end: int


END = Token("end", "", "", -1, -1)


def tokenize(text: str) -> list[Token]:
    """The tokens of *text* in order, closed by `PADDING` times `END`. Linear in its length."""
    tokens = [
        _token((_KINDS[found.lastgroup or "sign"], piece := found[0], piece.lower(), *found.span()))
        for found in _TOKEN.finditer(text)
    ]
    tokens.extend([END] * PADDING)
    return tokens


_token = Token._make
# A currency's code may be glued to its number ("USD61bn"); it is a word like any other.
_KINDS = {
    "word": "word",
    "code": "word",
    "number": "number",
    "fraction": "fraction",
    "sign": "sign",
}


def touches(left: Token, right: Token) -> bool:
    """Whether *right* begins where *left* ends, with nothing between them."""
    return left.end == right.start and left.end >= 0


def word_set(words: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(words.split())
