"""Spoken words: a wording as it was heard, whatever its spelling.

Speech has no typography: figures or words ("20", "twenty"), a contraction or its long form, case,
quotation marks, hyphens, British or American spelling and ways to spell a name from another
alphabet are choices of whoever wrote it down. So are stage directions, "uh" and false starts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from claimtrack.words.counting.numbers import number_at
from claimtrack.words.quoting.persons import TITLES, folded_name
from claimtrack.words.quoting.speech import SpeechWords
from claimtrack.words.tokens import PADDING, Token, tokenize, touches, word_set

Kind = Literal["word", "number", "name", "negation", "title", "gap", "filler"]
#: What stands in brackets: a writer's insertion, or a remark of whoever wrote it down.
Bracket = Literal["", "square", "round"]

_ENDS = frozenset(".!?")
_CLAUSES = frozenset(",;:—–.!?")
_FILLERS = word_set("uh um er erm uhm ah eh hmm mhm sic")
#: The stop behind them ends no sentence.
_SHORTENED = word_set("mr mrs ms dr gen st sen prof")
_MILLIONS = word_set("m M mn mln")
#: A hyphen before them is left hanging, and breaks nothing off: "long- and short-term".
_HANGING = word_set("and or to")
_SMALL_WORDS = word_set(
    "a an the of in on at to for from by with and or but is are was were be been am it its this "
    "that these those as so do does did has have had will would shall should can could may might "
    "must i you he she we they them him her us me my your his our their there 's 'd not no"
)
_JOINED: Mapping[str, tuple[str, ...]] = {
    "cannot": ("can", "not"), "can't": ("can", "not"), "won't": ("will", "not"),
    "shan't": ("shall", "not"), "ain't": ("is", "not"), "gonna": ("going", "to"),
    "wanna": ("want", "to"), "gotta": ("got", "to"), "dunno": ("do", "not", "know"),
    "let's": ("let", "us"), "em": ("them",), "cos": ("because",),
    "y'all": ("you", "all"), "n't": ("not",),
}  # fmt: skip
_ENDINGS = (("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am"),
            ("'s", "'s"), ("'d", "'d"))  # fmt: skip
_SPELLINGS = {
    "ok": "okay", "o.k": "okay", "defence": "defense", "offence": "offense", "licence": "license",
    "centre": "center", "theatre": "theater", "metre": "meter", "kilometre": "kilometer",
    "kilometres": "kilometers", "metres": "meters", "programme": "program", "centres": "centers",
    "programmes": "programs", "grey": "gray", "cheque": "check", "towards": "toward",
    "tyre": "tire", "sceptical": "skeptical", "aluminium": "aluminum", "pct": "percent",
    "yeah": "yes", "till": "until", "whilst": "while", "amongst": "among",
    "judgement": "judgment", "manoeuvre": "maneuver", "ageing": "aging", "plough": "plow",
}  # fmt: skip
_OUR = re.compile(
    r"(col|fav|hon|lab|neighb|behavi|harb|rum|arm|endeav|vig|hum|flav|rig|val|sav)our"
)
_ISE = re.compile(r"(?<=[a-z]{3})is(e|ed|es|ing|ation|ations|er|ers)\Z")
_LLED = re.compile(r"(?<=[aeiou]l)l(ed|ing|er|ers)\Z")
_CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds", "₴": "hryvnias", "¥": "yen",
               "₽": "rubles"}  # fmt: skip
_MILLION = 10**6
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


class Spoken(NamedTuple):
    """One spoken word: ``text[start:end]``, under the ``key`` by which it is compared.

    ``sentence`` and ``clause`` count those of the text.
    """

    key: str
    kind: Kind
    start: int
    end: int
    bracket: Bracket = ""
    sentence: int = 0
    clause: int = 0

    @property
    def weight(self) -> float:
        """How much it tells of whether two wordings are one: a third for the small words."""
        return 0.3 if self.key in _SMALL_WORDS else 1.0


def spoken_words(text: str, words: SpeechWords) -> list[Spoken]:
    """The spoken words of *text*, in order. Linear in its length."""
    return _Hearing(text, words).words()


def keys_of(words: Sequence[Spoken], kind: Kind) -> set[str]:
    """The keys of those *words* that are of a *kind*."""
    return {word.key for word in words if word.kind == kind}


@dataclass(slots=True)
class _Hearing:
    """A walk through the tokens of a wording."""

    text: str
    language: SpeechWords
    at: int = 0
    sentence: int = 0
    clause: int = 0
    bracket: Bracket = ""
    begins: bool = True

    def words(self) -> list[Spoken]:
        tokens = tokenize(self.text)
        found: list[Spoken] = []
        while self.at < len(tokens) - PADDING:
            self._take(tokens, found)
        return _with_titles(_without_false_starts(self.text, found))

    def _take(self, tokens: Sequence[Token], found: list[Spoken]) -> None:
        token = tokens[self.at]
        if token.kind == "sign":
            self._sign(tokens, found)
            return
        number = number_at(tokens, self.at)
        if number is not None:
            is_millions = self._is_millions(tokens, number.end)
            value = (number.number.value * (_MILLION if is_millions else 1)).normalize()
            last = number.end - 1 + is_millions
            found.append(self._spoken(f"#{value:f}"[:40], "number", token.start, tokens[last].end))
            found.extend(self._currency_before(tokens))
            self.at = last + 1
        else:
            self._word(tokens, found)
        self.begins = False

    def _is_millions(self, tokens: Sequence[Token], after: int) -> bool:
        """Whether an "m" glued to the figure stands for millions: "1.5m" is "1.5 million"; spoken,
        metres are written out.
        """
        return tokens[after].text in _MILLIONS and touches(tokens[after - 1], tokens[after])

    # -- signs --

    def _sign(self, tokens: Sequence[Token], found: list[Spoken]) -> None:
        token = tokens[self.at]
        dots = self._dots(tokens)
        if dots:
            end = tokens[self.at + dots - 1].end
            found.append(self._spoken("…", "gap", token.start, end))
            self.begins = True
        elif token.text in "[(":
            self.bracket = "square" if token.text == "[" else "round"
        elif token.text in "])":
            self.bracket = ""
        elif token.text == "%":
            found.append(self._spoken("percent", "word", token.start, token.end))
        elif token.text in _CLAUSES and not self._is_within_name(tokens):
            self._end_clause(token.text)
        self.at += max(1, dots)

    def _dots(self, tokens: Sequence[Token]) -> int:
        """How many tokens make an ellipsis here; 0 for none."""
        if tokens[self.at].text == "…":
            return 1
        if tokens[self.at].text != ".":
            return 0
        end = self.at + 1
        while tokens[end].text == "." and tokens[end].start - tokens[end - 1].end <= 1:
            end += 1
        return end - self.at if end - self.at > 1 else 0

    def _end_clause(self, sign: str) -> None:
        self.clause += 1
        if sign in _ENDS:
            self.sentence += 1
            self.begins = True

    def _is_within_name(self, tokens: Sequence[Token]) -> bool:
        """Whether a full stop belongs to "Mr.", "J." or "U.S."."""
        before = tokens[self.at - 1]
        is_initial = len(before.text) == 1 and before.text.isupper() and before.text != "I"
        return tokens[self.at].text == "." and (is_initial or before.lower in _SHORTENED)

    # -- words --

    def _word(self, tokens: Sequence[Token], found: list[Spoken]) -> None:
        token = tokens[self.at]
        if token.lower == "per" and tokens[self.at + 1].lower == "cent":
            found.append(self._spoken("percent", "word", token.start, tokens[self.at + 1].end))
            self.at += 2
            return
        letters = self._letters(tokens)
        if letters > 1:
            spelt = "".join(tokens[self.at + 2 * each].lower for each in range(letters))
            end = tokens[self.at + 2 * letters - 2].end
            key = "u.s" if spelt == "us" else spelt
            found.append(self._spoken(key, "name", token.start, end))
            self.at += 2 * letters - 1
            return
        if self._completes_bracket(tokens, found):
            return
        found.extend(self._heard(token))
        self.at += 1

    def _letters(self, tokens: Sequence[Token]) -> int:
        """How many single letters with full stops stand here: U.S. has two, and so has J. F."""
        at = self.at
        while (
            len(tokens[at].text) == 1 and tokens[at].text.isupper() and tokens[at + 1].text == "."
        ):
            at += 2
        return (at - self.at) // 2

    def _completes_bracket(self, tokens: Sequence[Token], found: list[Spoken]) -> bool:
        """Whether it joins what is bracketed to it: "[W]e" is "we", "want[ed]" is "want"."""
        token, mark, word = tokens[self.at], tokens[self.at - 1], tokens[self.at - 2]
        if not touches(mark, token) or word.kind != "word":
            return False
        if mark.text == "]" and tokens[self.at - 3].text == "[" and len(word.text) == 1:
            key = found[-1].key + _spelling(token.lower)
            found[-1] = self._spoken(key, self._kind(key), tokens[self.at - 3].start, token.end)
        elif mark.text != "[" or not touches(word, mark) or tokens[self.at + 1].text != "]":
            return False
        self.at += 1
        return True

    def _heard(self, token: Token) -> Iterable[Spoken]:
        if _IDEOGRAPH.search(token.text):
            for offset, mark in enumerate(token.text):
                start = token.start + offset
                yield self._spoken(mark, self._kind(mark), start, start + 1)
            return
        plain = token.lower.replace("’", "'")
        parts = _JOINED.get(plain) or _parted(plain)
        for place, part in enumerate(parts):
            key = "u.s" if token.text == "US" else _spelling(part)
            yield self._spoken(key, self._kind(key, token, place), token.start, token.end)

    def _kind(self, key: str, token: Token | None = None, place: int = 0) -> Kind:
        if key in self.language.negations:
            return "negation"
        if key in _FILLERS:
            return "filler"
        if token is None or place or key in _SMALL_WORDS or not token.text[:1].isupper():
            return "word"
        # At the head of a sentence every word has its capital.
        return "word" if self.begins and not token.text.isupper() else "name"

    def _currency_before(self, tokens: Sequence[Token]) -> Iterable[Spoken]:
        sign = tokens[self.at - 1]
        if sign.text in _CURRENCIES:
            yield self._spoken(_CURRENCIES[sign.text], "word", sign.start, sign.end)

    def _spoken(self, key: str, kind: Kind, start: int, end: int) -> Spoken:
        return Spoken(key, kind, start, end, self.bracket, self.sentence, self.clause)


def _parted(word: str) -> tuple[str, ...]:
    for ending, part in _ENDINGS:
        if word.endswith(ending):
            return word[: -len(ending)], part
    return (word,)


def _spelling(word: str) -> str:
    plain = "".join(
        mark for mark in unicodedata.normalize("NFKD", word) if not unicodedata.combining(mark)
    )
    key = _SPELLINGS.get(plain, plain)
    key = _LLED.sub(r"\1", _ISE.sub(r"iz\1", _OUR.sub(r"\1or", key)))
    return folded_name(key) if key.isalpha() else key


def _without_false_starts(text: str, words: list[Spoken]) -> list[Spoken]:
    """*words* without fillers and those broken off ("inco- —") or begun anew ("three — three")."""
    kept = [one for one, following in pairwise(words) if not _is_taken_back(text, one, following)]
    return [word for word in (*kept, *words[-1:]) if word.kind != "filler"]


def _is_taken_back(text: str, word: Spoken, following: Spoken) -> bool:
    between = text[word.end : following.start]
    is_broken_off = between.startswith(("- ", "-\n", "-—")) and following.key not in _HANGING
    return is_broken_off or (following.key == word.key and "—" in between)


def _with_titles(words: list[Spoken]) -> list[Spoken]:
    """*words* with the titles before names as such: "President" in "President Putin"."""
    for at in range(len(words) - 2, -1, -1):
        following = words[at + 1]
        if words[at].key in TITLES and following.kind in {"name", "title"}:
            words[at] = words[at]._replace(kind="title")
    return words
