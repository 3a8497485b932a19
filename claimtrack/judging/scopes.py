"""Scopes: whether two descriptions of what is counted are forms of one, or truly differ.

A description is taken apart into terms: what is counted, what is included or left out by name
(`with crimea`), since when (`since 2022`), and by whom or under what (`by israel`). Forms of one
word ("oblast" and "region", "dead" and "killed") are one term, and their order does not matter.
Two descriptions are the same where their terms are; whatever is not known to be the same is another
scope, for a comparison made in silence is worse than one too few.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, permutations
from typing import NamedTuple

from claimtrack.words.dating.calendarwords import ENGLISH

Terms = frozenset[str]


def _words(text: str) -> Terms:
    return frozenset(text.split())


_TOKEN = re.compile(r"[^\W_]+(?:[.'’ʼʹ][^\W_]+)*|[<>≤≥+%$€£&,;:()\[\]—–]")
#: A remark in brackets that gives a size: "(26,599 km2)".
_SIZE = re.compile(r"[(\[][\d\s.,]+[^\W\d_]*[²2]?[)\]]")
_CLAUSE_ENDS = frozenset(",;:()[]—–") | {"but", "while"}
_POSSESSIVE = re.compile(r"['’]s\Z")
_INNER = re.compile(r"(?<=\D)[.'’ʼʹ](?=\D)|[.,](?=\d{3})")

#: Forms of one word or name, by the one that stands for them all.
_FORMS: Mapping[str, str] = {
    "region": "oblast oblasts regions province provinces voivodeship governorate",
    "killed": "dead deaths death fatalities fatality died killings fallen",
    "wounded": "injured hurt maimed injuries wounds",
    "captured": "prisoners prisoner pows",
    "missing": "disappeared",
    "arrested": "arrest arrests detained detention detentions detainees detainee",
    "civilian": "civilians noncombatant noncombatants",
    "soldier": "soldiers troops serviceman servicemen military combatants combatant fighters",
    "child": "children minors",
    "woman": "women",
    "land": "territory territories area areas ground lands",
    "held": "hold holds holding controls controlled control occupied occupies occupation",
    "taken": "seized takes captures",
    "border": "borders boundary boundaries frontier frontiers",
    "household": "households",
    "kyiv": "kiev kyyiv",
    "kharkiv": "kharkov",
    "luhansk": "lugansk",
    "odesa": "odessa",
    "donbas": "donbass",
    "zaporizhzhia": "zaporizhia zaporozhye zaporizhzhya",
    "lviv": "lvov",
    "britain": "uk",
    "turkey": "türkiye turkiye",
    **{name: " ".join(short) for name, short in ENGLISH.month_forms.items()},
}  # fmt: skip
_ONE_FORM = {form: name for name, forms in _FORMS.items() for form in forms.split()}
#: Several words that stand for others; the longest that fits is taken.
_PHRASES: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("casualties",): ("killed", "wounded"),
    ("casualty",): ("killed", "wounded"),
    ("united", "states"): ("usa",),
    ("united", "kingdom"): ("britain",),
    ("great", "britain"): ("great-britain",),  # without Northern Ireland, which the UK counts in
    ("non", "combatants"): ("civilian",),
    ("prisoners", "of", "war"): ("captured",),
    ("lives", "lost"): ("killed",),
    ("lost", "lives"): ("killed",),
    ("out", "of", "work"): ("unemployed",),
    ("behind", "bars"): ("jailed",),
    ("taken", "to", "hospital"): ("hospitalised",),
    ("registered", "voters"): ("electorate",),
    ("eligible", "voters"): ("electorate",),
    ("laid", "off"): ("dismissed",),
    ("with", "or", "without"): ("+either",),
    ("not", "included"): ("+without",),
    ("not", "including"): ("+without",),
    ("not", "counting"): ("+without",),
    ("not", "counted"): ("+without",),
    ("does", "not", "include"): ("+without",),
    ("do", "not", "include"): ("+without",),
    ("leaving", "out"): ("+without",),
    ("left", "out"): ("+without",),
    ("apart", "from"): ("+without",),
    ("aside", "from"): ("+without",),
    ("other", "than"): ("+without",),
    ("as", "well", "as"): ("and",),
    ("together", "with"): ("+with",),
    ("inclusive", "of"): ("+with",),
    ("exclusive", "of"): ("+without",),
    ("starting", "in"): ("+since",),
    ("beginning", "in"): ("+since",),
    ("&",): ("and",),
}
#: What says that a name is included or left out, before it or after it.
_SIDES = {
    **dict.fromkeys(_words("with including included includes include incl inclusive plus"), "with"),
    **dict.fromkeys(
        _words("without excluding excluded excludes exclude excl except excepted minus not"),
        "without",
    ),
    "+with": "with",
    "+without": "without",
    "+either": "with or without",
}
_SINCE = frozenset({"since", "post", "+since"})
#: What binds to the name that follows it: "by Israel" is not "in Israel".
_BINDING = _words(
    "by from to against before after until till between under over below above outside < > ≤ ≥ +"
)
#: What tells nothing of what is counted.
_EMPTY = _words(
    "the a an of in on at within inside its their his her our all whole entire total overall full "
    "complete and or that which who what it they is are was were be been has have had as so far "
    "recognised recognized internationally people persons person individuals number share "
    "how many much for there this these those do does did"
)
_MONTHS = frozenset(ENGLISH.month_forms)
#: Terms that tell who or what harm is counted: where both sides name some, they name the same.
_DIMENSIONS = (
    frozenset({"killed", "wounded", "captured", "missing"}),
    frozenset({"civilian", "soldier"}),
)


class Since(NamedTuple):
    """The words of a ``time`` from which the terms ``of`` its clause are counted."""

    of: Terms
    time: Terms


@dataclass(frozen=True, slots=True)
class Scope:
    """The terms of a description. ``since`` holds each time that it counts from."""

    counted: Terms
    since: frozenset[Since] = frozenset()

    def is_same(self, other: Scope) -> bool:
        """Whether both describe one thing; a time may be given more closely in one of them."""
        return self.counted == other.counted and self._since_then(other)

    def contradicts(self, other: Scope) -> bool:
        """Whether they cannot both be right of one thing: one names what the other leaves out, or
        another harm, other people, another time.
        """
        return (
            any(
                _opposite(term) in other.counted - self.counted
                for term in self.counted - other.counted
            )
            or any(_differ(self.counted & names, other.counted & names) for names in _DIMENSIONS)
            or (bool(self.since) and bool(other.since) and not self._since_then(other))
        )

    def _since_then(self, other: Scope) -> bool:
        if len(self.since) != len(other.since):
            return False
        # One time is that of all; of several, each is that of what is named with it.
        several = len(self.since) > 1
        return all(
            any(_is_one_time(one, two, of_one=several) for two in twos)
            for ones, twos in permutations((self.since, other.since))
            for one in ones
        )


@lru_cache(maxsize=1024)  # a series gives one scope with every figure
def scope(text: str) -> Scope:
    """What *text* says is counted."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    words = [_word(found) for found in _TOKEN.findall(_SIZE.sub(" ", plain))]
    scopes = [each for clause in _clauses(words) for each in _of_clause(clause)]
    return Scope(
        frozenset(chain.from_iterable(each.counted for each in scopes)),
        frozenset(chain.from_iterable(each.since for each in scopes)),
    )


def is_same_scope(one: str, other: str) -> bool:
    """Whether both texts describe one thing that is counted."""
    return one == other or scope(one).is_same(scope(other))


def contradicts(words: str, text: str) -> bool:
    """Whether a claim's *words* name another thing than *text* says is counted."""
    return scope(words).contradicts(scope(text))


def plain_form(word: str) -> str:
    """The form that stands for *word*, in lower case, and for others of one name: "kyiv" for
    "kiev"; *word* itself where it has no other.
    """
    return _ONE_FORM.get(word, word)


def _word(found: str) -> str:
    return _INNER.sub("", _POSSESSIVE.sub("", found))


def _clauses(words: Sequence[str]) -> Iterator[list[str]]:
    clause: list[str] = []
    for word in words:
        if word in _CLAUSE_ENDS:
            yield clause
            clause = []
        else:
            clause.append(word)
    yield clause


def _rewritten(words: Sequence[str]) -> Iterator[str]:
    """*words* with each phrase and each form by the one that stands for it."""
    at = 0
    while at < len(words):
        length = next((n for n in (3, 2, 1) if tuple(words[at : at + n]) in _PHRASES), 0)
        if length:
            yield from _PHRASES[tuple(words[at : at + length])]
        else:
            yield _ONE_FORM.get(words[at], words[at])
        at += length or 1


def _of_clause(clause: Sequence[str]) -> Iterator[Scope]:
    """What is counted, and what is included or left out by name; "Crimea included" and "with
    Crimea included" say what "with Crimea" does.
    """
    segments: list[tuple[str, list[str]]] = [("", [])]
    for word in _rewritten(clause):
        if word in _SIDES:
            segments.append((_SIDES[word], []))
        elif word not in _EMPTY:
            segments[-1][1].append(word)
    if len(segments) > 1 and not segments[-1][1]:
        side = segments.pop()[0]
        segments[-1] = (segments[-1][0] or side, segments[-1][1])
    for side, words in segments:
        yield _sided(side, _counted(words)) if side else _counted(words)


def _sided(side: str, named: Scope) -> Scope:
    """What is included or left out is no time that all is counted from: the time belongs to it."""
    times = "".join(f" since {' '.join(sorted(since.time))}" for since in named.since)
    return Scope(frozenset(f"{side} {name}{times}" for name in named.counted or ("all",)))


def _counted(words: Sequence[str]) -> Scope:
    """The names among *words*, each with what binds it, and the time after "since"."""
    names: list[str] = []
    since: list[str] | None = None
    binding = ""
    for word in words:
        if word in _SINCE:
            since = []
        elif word in _BINDING:
            binding = word
        elif since is not None and (not since or _is_dated(word) or not _is_dated(since[0])):
            since.append(word)
        else:
            names.append(f"{binding} {word}".strip())
            binding = ""
    terms = frozenset(names)
    return Scope(terms, frozenset({Since(terms, frozenset(since))}) if since else frozenset())


def _is_dated(word: str) -> bool:
    return word in _MONTHS or any(character.isdigit() for character in word)


def _opposite(term: str) -> str:
    operator, _, name = term.partition(" ")
    return {"with": f"without {name}", "without": f"with {name}"}.get(operator, "")


def _differ(one: Terms, other: Terms) -> bool:
    return bool(one) and bool(other) and one != other


def _is_one_time(one: Since, other: Since, *, of_one: bool) -> bool:
    if of_one and one.of != other.of:
        return False
    if one.time == other.time:
        return True
    return _is_closer(one.time, other.time) or _is_closer(other.time, one.time)


def _is_closer(one: Terms, other: Terms) -> bool:
    """Whether *one* is the time of *other*, given more closely: both name a year."""
    return bool(other) and other < one and any(len(word) == 4 and word.isdigit() for word in other)
