"""Forms: the pieces of a text as they are written, kept for the next text that holds them.

The words of texts are few and come again and again. So what stands between two spaces, a word and
the signs around it, is cut once, and its lower case and whether it may open a quantity are worked
out once; a text itself costs a split, and a look at what is known of each part.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

from claimtrack.words.counting.changes import FACTOR_WORDS
from claimtrack.words.counting.coarse import UNBOUNDED, VAGUE_PLURALS, VAGUE_WORDS
from claimtrack.words.counting.numbers import NUMBER_WORDS
from claimtrack.words.counting.often import OFTEN_WORDS
from claimtrack.words.counting.singles import QUARTER
from claimtrack.words.counting.turns import EVERY
from claimtrack.words.counting.units import CURRENCY_OPENERS
from claimtrack.words.tokens import PADDING, Token, tokenize

#: The words that a quantity without a figure or a price may begin with.
OPENING_WORDS = (
    NUMBER_WORDS
    | VAGUE_PLURALS
    | VAGUE_WORDS
    | UNBOUNDED
    | FACTOR_WORDS
    | OFTEN_WORDS
    | {EVERY, QUARTER}
)
#: The kinds that are a number by themselves.
DIGITS = frozenset({"number", "fraction"})


# Made by `_form` alone, and neither frozen nor with an initialiser: with one it takes half as long
# again to make it, frozen far longer, and every third word of a text that was never read
# before is new.
@dataclass(slots=True, eq=False, init=False)
class Form:
    """A piece as it is written, a `Piece` that texts share: ``start`` is its place in its part,
    and ``opens`` whether a quantity may begin with it, as far as it tells alone.
    """

    kind: str
    text: str
    lower: str
    apart: bool
    start: int
    opens: bool


def _form(kind: str, text: str, start: int, apart: bool) -> Form:
    form = Form()
    form.kind = kind
    form.text = text
    form.lower = lower = text if kind != "word" or text.islower() else text.lower()
    form.apart = apart
    form.start = start
    form.opens = lower in _OPENERS or kind in DIGITS
    return form


_OPENERS = OPENING_WORDS | CURRENCY_OPENERS
#: What stands behind the last form, as `tokens.END` behind the last token.
END_FORM = _form("end", "", 0, True)


class Places(NamedTuple):
    """Where the forms of a text stand in it: told for the few that are asked for.

    For each of its parts, ``lengths`` says how many characters stand before it but for the spaces
    between them, and ``counts`` how many forms there are before it.
    """

    lengths: list[int]
    counts: list[int]
    forms: list[Form]
    offset: int

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The first character of the form at *first*, and the one behind that at *last*."""
        return self._start(first), self._start(last) + len(self.forms[last].text)

    def _start(self, at: int) -> int:
        part = bisect_right(self.counts, at) - 1
        return self.offset + self.lengths[part] + part + self.forms[at].start


class Writing:
    """A text in its forms, closed by `PADDING` times `END_FORM`, as `tokens.tokenize` closes its
    tokens. Where it is *begun*, more text stands before it, and an `END_FORM` opens it too.
    """

    __slots__ = ("_cut", "_opened", "_parts", "forms", "openers")

    def __init__(self, text: str, *, begun: bool = False) -> None:
        self._read(text.replace("\n", " ").split(" "), begun=begun)
        if self._has_groups():
            self._read([text], begun=begun)

    def _read(self, parts: list[str], *, begun: bool) -> None:
        self._parts, self._cut = parts, list(map(_kept, parts))
        opening = (END_FORM,) if begun else ()
        self._opened = len(opening)
        forms = [*opening, *chain.from_iterable(self._cut)]
        #: The places of the forms that a quantity may begin with.
        self.openers = [at for at, form in enumerate(forms) if form.opens]
        self.forms = forms
        forms += _BEHIND

    def _has_groups(self) -> bool:
        """Whether a space may stand within a number, as in "1 234"."""
        forms = self.forms
        for at in self.openers:
            before = forms[at - 1]
            if before.kind == "number" and before.apart and forms[at].kind == "number":
                return True
        return False

    def places(self, offset: int = 0) -> Places:
        """Where its forms stand in a text that it begins in at *offset*."""
        counts = list(accumulate(map(len, self._cut), initial=self._opened))
        lengths = list(accumulate(map(len, self._parts), initial=0))
        return Places(lengths, counts, self.forms, offset)


_BEHIND = (END_FORM,) * PADDING


class _Kept(dict[str, tuple[Form, ...]]):
    """The forms of each part of a text: no more than some megabytes of them, and none of a long
    part, which comes only once. When it is full, it begins anew, and takes over what comes again.

    To keep a part only when it comes again would save the memory of more than half of them, and a
    hundredth of the time of sentences that are all new, but cost a twentieth where a text is read
    two or three times.
    """

    def __init__(self) -> None:
        super().__init__()
        self._earlier: dict[str, tuple[Form, ...]] = {}

    def cache_clear(self) -> None:
        """Forgets every text, as the function of that name of a cache does."""
        self.clear()
        self._earlier = {}

    def __missing__(self, part: str) -> tuple[Form, ...]:
        forms = self._earlier.get(part)
        if forms is None:
            forms = _cut(part)
        if len(part) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self._earlier = self.copy()
                self.clear()
            self[part] = forms
        return forms


_MOST_KEPT, _LONGEST_KEPT = 20_000, 32
_KEPT = _Kept()
_kept = _KEPT.__getitem__


def _cut(part: str) -> tuple[Form, ...]:
    if part.isalpha():
        return (_form("word", part, 0, True),)
    head, sign = part[:-1], part[-1:]
    if head.isalpha() and sign in _SIGNS_BEHIND:  # "percent,", as most of the others are
        return (_form("word", head, 0, False), _sign(sign, len(head), True))
    return _plain_forms(part) or tuple(map(_form_of, tokenize(f"{part} ")[:-PADDING]))


def _plain_forms(part: str) -> tuple[Form, ...] | None:
    """The forms of plain words and figures, alone or joined by dashes, with signs before and behind
    them, as nearly all parts are: told without the tokenizer's pattern, which costs several times
    as much. None for any other part.
    """
    headless = part.lstrip(_SIGNS_BEFORE)
    core = headless.rstrip(_SIGNS_BEHIND)
    start, last = len(part) - len(headless), len(part) - 1
    forms = [_sign(part[at], at, False) for at in range(start)] if start else []
    at = start
    for piece in (core,) if core.isalpha() else _JOINT.split(core):
        kind = _plain_kind(piece)
        if kind is None:
            return None
        forms.append(_form(kind, piece, at, at + len(piece) > last))
        at += len(piece)
    for sign in part[at:]:
        forms.append(_sign(sign, at, at == last))
        at += 1
    return tuple(forms)


# Signs that stand for themselves before a letter or a digit, or behind one.
_SIGNS_BEFORE, _SIGNS_BEHIND = '($€£“"‘[_', '.,;:?!)%”"’]'
_JOINT = re.compile("([-–—])")
_JOINTS = frozenset("-–—")
_FIGURE = re.compile(r"\d++(?:[.,]\d++)*+")


def _plain_kind(piece: str) -> str | None:
    """What stands between two dashes, or a dash itself, is; None where only a closer look tells."""
    if piece.isalpha():
        return "word"
    if piece in _JOINTS:
        return "sign"
    if _FIGURE.fullmatch(piece):
        return "number"
    head, _, tail = piece.partition("’")
    return "word" if head.isalpha() and tail.isalpha() else None


@lru_cache(maxsize=2048)  # every third form is a comma or a full stop behind so many letters
def _sign(sign: str, start: int, apart: bool) -> Form:
    return _form("sign", sign, start, apart)


def _form_of(token: Token) -> Form:
    text = _HYPHENS.get(token.text, token.text)
    return _form(token.kind, text, token.start, token.apart)


# Hyphens that keep a word on one line, of the width of a figure, small, and of full width: they
# join words and open numbers as the plain one does.
_HYPHENS = dict.fromkeys("\u2010\u2011\u2012\ufe63\uff0d", "-")
