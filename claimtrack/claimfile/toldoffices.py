"""Told offices: who a text says holds an office, in the turns that news has for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: What is an office by itself, and what is one of somewhere or something only: "the leader of it".
_OFFICES = """
(?:vice[ -])?president|(?:deputy )?prime minister|premier|(?:vice[ -])?chancellor|governor(?:[ -]general)?
|mayor|(?:lord )?mayoress|king|queen|emperor|empress|pope|patriarch|archbishop|taoiseach|first minister
|secretary[ -]general|secretary of state|(?:press |home |foreign |defen[cs]e |general )?secretary
|(?:foreign |defen[cs]e |finance |interior |justice |health |economy )?minister|attorney general
|chief justice|chief executive|chief of staff|commander[ -]in[ -]chief|supreme leader|high representative
|director[ -]general|speaker|ambassador|envoy|commissioner|chairman|chairwoman|chair
""".replace("\n", "")  # noqa: E501
_OF_SOMETHING = "leader|head|director|commander|chief|secretary|member|senator|representative|dean"
_NAME = r"(?:(?:[A-Z]\.){1,4}|[A-Z]\w*(?:[’'-][A-Za-z]\w+)*)"
_PARTICLES = "of|the|and|for|de|del|der|van|von|al|bin|on"
#: "Anna Kovach", "Ursula von der Leyen", "Mr Lee"; "She" names nobody.
_HOLDER = rf"(?P<holder>{_NAME}(?: (?:(?:de|del|der|van|von|al|bin|la)(?= ) ?)*{_NAME}){{0,4}})"
_IS = (
    r"is|was|remains|remained|has been|had been|has remained|served as|serves as|has served as"
    r"|had served as|is serving as|acts as|has acted as"
)
_BETWEEN = "now|still|currently|also|again|then|briefly|long"
#: Whose it is, before the office or behind it: "Germany's", "of Port Aven", "of the party".
_BEFORE = rf"(?:the |its |their )?(?:(?:{_NAME}['’]s?|{_NAME}|\d+(?:st|nd|rd|th)) ){{0,3}}?"
_NAMED = rf"(?:the )?{_NAME}(?: (?:(?:{_PARTICLES}) )*{_NAME}){{0,4}}"
_BEHIND = rf" (?:of|for|to) (?:{_NAMED}|(?:the|its|their) [a-z]\w+)"
#: The office that words name, with whose it is.
OFFICE = (
    rf"(?:{_BEFORE}(?:(?i:{_OFFICES})\b(?:{_BEHIND})?|(?i:{_OF_SOMETHING})\b{_BEHIND}))(?![\w’'-])"
)
_PRONOUNS = {"He", "She", "They", "It", "Who", "I", "We", "You"}
#: What opens with one of these is no name.
_NO_NAMES = {"The", "A", "An", "This", "That", "There", "These", "His", "Her", "Its", "Their"}
#: "The chancellor of Germany" stands without its article in a question; "the 47th" needs it.
_ARTICLE = re.compile(r"(?:the|its|their) (?=[a-z])")
_TOLD = re.compile(rf"(?<![\w.]){_HOLDER} (?P<verb>{_IS}) (?:(?:{_BETWEEN}) )?(?P<office>{OFFICE})")


@dataclass(frozen=True, slots=True)
class ToldOffice:
    """That a ``holder`` (None for one whom a pronoun names) holds an ``office``, or held it
    (``past``): the words of that stand from ``start`` to ``end``.
    """

    holder: str | None
    office: str
    past: bool
    start: int
    end: int


def told_offices(text: str) -> Iterator[ToldOffice]:
    """The offices that *text* tells the holder of, in order."""
    for found in _TOLD.finditer(text):
        holder = found["holder"]
        if holder.partition(" ")[0] in _NO_NAMES:
            continue
        yield ToldOffice(
            None if holder in _PRONOUNS else holder,
            _ARTICLE.sub("", found["office"], count=1),
            found["verb"].startswith(("was", "had", "served", "remained")),
            found.start("verb"),
            found.end(),
        )
