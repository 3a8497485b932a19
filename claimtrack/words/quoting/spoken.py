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
from typing import Literal, NamedTuple

from claimtrack.words.counting.numbers import number_at
from claimtrack.words.quoting.persons import TITLES, folded_name
from claimtrack.words.quoting.speech import SpeechWords
from claimtrack.words.tokens import Token, tokenize, touches, word_set

Kind = Literal["word", "number", "name", "negation", "title", "gap", "filler"]
#: What stands in brackets: a writer's insertion, or a remark of whoever wrote it down.
Bracket = Literal["", "square", "round"]

_ENDS = frozenset(".!?")
_CLAUSES = frozenset(",;:—–.!?")
_FILLERS = word_set("uh um er erm uhm ah eh hmm mhm sic")
_SMALL_WORDS = word_set(
    "a an the of in on at to for from by with and or but is are was were be been am it its this "
    "that these those as so do does did has have had will would shall should can could may might "
    "must i you he she we they them him her us me my your his our their there 's 'd not no"
)
_JOINED: Mapping[str, tuple[str, ...]] = {
    "cannot": ("can", "not"), "can't": ("can", "not"), "won't": ("will", "not"),
    "shan't": ("shall", "not"), "ain't": ("is", "not"), "gonna": ("going", "to"),
    "wanna": ("want", "to"), "gotta": ("got", "to"), "dunno": ("do", "not", "know"),
    "let's": ("let", "us"), "'em": ("them",), "'cause": ("because",), "cos": ("because",),
    "y'all": ("you", "all"),
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
        last = len(tokens) - _padding(tokens)
        while self.at < last:
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
        return (
            tokens[after].text in {"m", "M", "mn", "mln"}
            and touches(tokens[after - 1], tokens[after])
            and tokens[after - 1].kind == "number"
        )

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
        count = 0
        while tokens[self.at + count].text == "." and self._is_near(tokens, count):
            count += 1
        return count if count >= 2 else 0

    def _is_near(self, tokens: Sequence[Token], count: int) -> bool:
        here = self.at + count
        return count == 0 or tokens[here].start - tokens[here - 1].end <= 1

    def _end_clause(self, sign: str) -> None:
        self.clause += 1
        if sign in _ENDS:
            self.sentence += 1
            self.begins = True

    def _is_within_name(self, tokens: Sequence[Token]) -> bool:
        """Whether a full stop belongs to "Mr.", "J." or "U.S."."""
        before = tokens[self.at - 1]
        if tokens[self.at].text != "." or self.at == 0 or before.kind != "word":
            return False
        is_initial = len(before.text) == 1 and before.text.isupper() and before.text != "I"
        return is_initial or before.lower in {"mr", "mrs", "ms", "dr", "gen", "st", "sen", "prof"}

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
        """How many single letters with full stops stand here: U.S. has two."""
        count = 0
        while count < 6:
            letter, stop = tokens[self.at + 2 * count], tokens[self.at + 2 * count + 1]
            if len(letter.text) != 1 or not letter.text.isupper() or stop.text != ".":
                break
            if not touches(letter, stop):
                break
            if count and not touches(tokens[self.at + 2 * count - 1], letter):
                break
            count += 1
            if self.at + 2 * count + 1 >= len(tokens):
                break
        return count

    def _completes_bracket(self, tokens: Sequence[Token], found: list[Spoken]) -> bool:
        """Whether it joins what is bracketed to it: "[W]e" is "we", "want[ed]" is "want"."""
        token, before = tokens[self.at], tokens[self.at - 1]
        if not self.at or not found or not touches(before, token):
            return False
        if before.text == "]" and found[-1].bracket == "square" and len(found[-1].key) == 1:
            key = found[-1].key + self._key(token)
            found[-1] = found[-1]._replace(key=key, end=token.end, bracket="", kind=self._kind(key))
        elif before.text == "[" and touches(tokens[self.at - 2], before) and found[-1].key:
            if tokens[self.at - 2].kind != "word" or tokens[self.at + 1].text != "]":
                return False
        else:
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
            key = self._key(token) if len(parts) == 1 else _spelling(part)
            yield self._spoken(key, self._kind(key, token, place), token.start, token.end)

    def _key(self, token: Token) -> str:
        if token.text == "US":
            return "u.s"
        return _spelling(token.lower)

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
        sign = tokens[self.at - 1] if self.at else None
        if sign is not None and sign.text in _CURRENCIES:
            yield self._spoken(_CURRENCIES[sign.text], "word", sign.start, sign.end)

    def _spoken(self, key: str, kind: Kind, start: int, end: int) -> Spoken:
        if key == "sic":
            kind = "filler"
        return Spoken(key, kind, start, end, self.bracket, self.sentence, self.clause)


def _padding(tokens: Sequence[Token]) -> int:
    count = 0
    while count < len(tokens) and tokens[-1 - count].kind == "end":
        count += 1
    return count


def _parted(word: str) -> tuple[str, ...]:
    for ending, part in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
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
    heard: list[Spoken] = []
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else None
        between = "" if following is None else text[word.end : min(following.start, word.end + 6)]
        broken = between.startswith(("- ", "-\n", "-—"))
        again = following is not None and following.key == word.key and "—" in between
        if word.kind != "filler" and not (broken or again):
            heard.append(word)
    return heard


def _with_titles(words: list[Spoken]) -> list[Spoken]:
    """*words* with the titles before names as such: "President" in "President Putin"."""
    for at in range(len(words) - 2, -1, -1):
        following = words[at + 1]
        if words[at].key in TITLES and following.kind in {"name", "title"}:
            words[at] = words[at]._replace(kind="title")
    return words
