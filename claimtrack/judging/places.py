"""Places: the names in a description, and whether two may be of one place: "Ukraine" and "Ukrainian
territory", "the US" and "Americans", "Donetsk" and "the Donetsk region".

Names are told by their capitals. Two are forms of one where what is left of them without the
endings of countries and peoples is the same, or where the table below says so; so a few that are
none pass for one, and no forms of one name pass for two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from claimtrack.judging.scopes import plain_form
from claimtrack.words.dating.calendarwords import ENGLISH
from claimtrack.words.tokens import word_set

#: Forms of one name that its endings do not tell; the first stands for all.
_FORMS = """
america usa us american americans
britain uk british briton britons brits brit
england english englishmen
scotland scottish scots scot
wales welsh
ireland irish irishmen
france french frenchmen
spain spanish spaniards spaniard
portugal portuguese
netherlands dutch holland dutchmen
switzerland swiss
poland polish poles pole
denmark danish danes dane
finland finnish finns finn
norway norwegian norwegians
greece greek greeks
czechia czech czechs
cyprus cypriot cypriots
kosovo kosovar kosovars
bosnia bosniak bosniaks
philippines filipino filipinos
peru peruvian peruvians
congo congolese drc
burma myanmar burmese
iran persia persian persians
slovakia slovak slovaks
slovenia slovene slovenes
ivory ivorian ivorians ivoire
emirates uae emirati emiratis
europe eu european europeans
russia kremlin russian russians
conservative tory tories conservatives
republican republicans gop
"""
#: Whose capital acts for it: "Moscow's troops" are Russia's.
_CAPITALS = """
russia moscow
ukraine kyiv
america washington
britain london
china beijing
france paris
germany berlin
turkey ankara
iran tehran
japan tokyo
india delhi
poland warsaw
europe brussels
spain madrid
italy rome
israel jerusalem
syria damascus
egypt cairo
hungary budapest
korea seoul pyongyang
"""
#: Several words that are one name, by the one that stands for them.
_PHRASES = {
    "united states of america": "America",
    "united states": "America",
    "united kingdom": "Britain",
    "great britain": "Britain",
    "european union": "Europe",
    "united arab emirates": "Emirates",
    "czech republic": "Czechia",
    "u.s.": "America",
    "u.k.": "Britain",
    "e.u.": "Europe",
}
_PHRASE = re.compile(r"(?i)(?<!\w)(?:" + "|".join(map(re.escape, _PHRASES)) + r")(?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*['’]?|[^\W_]+|\S")
_POSSESSIVE = re.compile(r"['’](?:s|S)?\Z")
#: What is written with a capital in a name, or for one, and names nothing by itself.
_CLASSES = word_set(
    """
    oblast oblasts region regions province provinces state states county counties district districts
    city town village island islands republic kingdom union federation federal country strip
    territory territories area areas peninsula bay gulf sea river lake mountain mountains valley
    capital bloc parliament house senate congress commons lords assembly council government army
    navy police church bank party court commission ministry department agency office president
    minister king queen mr mrs ms dr sir
    the a an of in on at and or for to from by with its their our his her all both
    """
) | frozenset(form for forms in ENGLISH.month_forms.values() for form in forms)
_CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday christmas easter ramadan january "
    "february march april may june july august september october november december"
)
#: What tells parts of one name apart, or two of one name.
_SIDES = {
    **dict.fromkeys(("north", "northern"), "north"),
    **dict.fromkeys(("south", "southern"), "south"),
    **dict.fromkeys(("east", "eastern"), "east"),
    **dict.fromkeys(("west", "western"), "west"),
    **dict.fromkeys(word_set("new old central greater great upper lower san saint"), ""),
}  # fmt: skip
#: Endings of countries and of what is theirs, the longest first; at least so much is left.
_ENDINGS = sorted(
    word_set("istan stan land ians eans ian ean ese ish ans ers an er is ic ia um i s n a e y o"),
    key=lambda ending: (-len(ending), ending),
)
_STEM = 4
#: Of these none holds another.
_COUNTRIES = """
afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahrain
bangladesh belarus belgium benin bhutan bolivia bosnia botswana brazil bulgaria burundi cambodia
cameroon canada chad chile china colombia congo croatia cuba cyprus czechia denmark ecuador egypt
eritrea estonia ethiopia fiji finland france gabon gambia georgia germany ghana greece guatemala
guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy
jamaica japan jordan kazakhstan kenya korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho
liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta
mauritania mauritius mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia
nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru
philippines poland portugal qatar romania russia rwanda senegal serbia singapore slovakia slovenia
somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo
tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam yemen zambia
zimbabwe america britain
"""


def _by_form(table: str) -> dict[str, str]:
    return {form: line.split()[0] for line in table.strip().splitlines() for form in line.split()}


_ONE_FORM = _by_form(_FORMS)
_BY_CAPITAL = _by_form(_CAPITALS)


@dataclass(frozen=True, slots=True)
class Place:
    """A name by the stems of its words, in whose capital's name it may be spoken of besides.

    ``side`` is the part of it, or what tells it from its namesake: "north"; ``initials`` are those
    of a name of several words.
    """

    stems: frozenset[str]
    side: str = ""
    initials: str = ""

    @property
    def is_country(self) -> bool:
        """Whether it is one of those of which none holds another."""
        return bool(self.stems & _COUNTRY_STEMS)

    def may_be(self, other: Place) -> bool:
        """Whether both may be one, or one a part of the other that bears its name."""
        if self.side and other.side and self.side != other.side:
            return False
        if self.stems & other.stems:
            return True
        return bool({self.initials, other.initials} & (self.stems | other.stems) - {""})


def places(text: str) -> tuple[Place, ...]:
    """The names in *text*, in their order."""
    words = _WORD.findall(_PHRASE.sub(lambda found: _PHRASES[found[0].casefold()], text))
    runs = (list(run) for named, run in groupby(words, _is_named) if named)
    return tuple(place for run in runs for place in _of_run(run))


def stems(text: str) -> frozenset[str]:
    """The stems of all the words of *text*, with a capital or without."""
    return frozenset(_stem(word) for word in _WORD.findall(text) if word[:1].isalpha())


def _is_named(word: str) -> bool:
    plural = word[:-1].isupper() and word[-1:] == "s" and len(word) > 2  # "MPs", "GPs"
    return word[:1].isupper() and not plural and _bare(word) not in _CALENDAR


def _of_run(run: list[str]) -> Iterator[Place]:
    """The names of words with capitals that follow one another; a possessive ends one: "Ukraine's
    Donetsk region" has two.
    """
    name: list[str] = []
    for word in run:
        name.append(word)
        if _POSSESSIVE.search(word):
            yield from _named(name)
            name = []
    yield from _named(name)


def _named(name: list[str]) -> Iterator[Place]:
    bare = [_bare(word) for word in name]
    telling = [word for word in bare if word not in _CLASSES and word not in _SIDES]
    if not telling:
        return
    found = {_stem(word) for word in telling}
    if _POSSESSIVE.search(name[-1]) and bare[-1] in _BY_CAPITAL:
        found.add(_stem(_BY_CAPITAL[bare[-1]]))
    side = next((_SIDES[word] for word in bare if _SIDES.get(word)), "")
    initials = "".join(word[0] for word in bare) if len(bare) > 1 else ""
    yield Place(frozenset(found), side, initials)


def _bare(word: str) -> str:
    """*word* in its plain form: no possessive, no accents, no case."""
    letters = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
    return plain_form(plain)


def _stem(word: str) -> str:
    stem = _bare(word)
    if stem in _ONE_FORM:
        return _stem_of(_ONE_FORM[stem])
    return _stem_of(stem)


def _stem_of(stem: str) -> str:
    while True:
        ending = next(
            (one for one in _ENDINGS if stem.endswith(one) and len(stem) - len(one) >= _STEM), None
        )
        if ending is None:
            return stem
        stem = stem.removesuffix(ending)


_COUNTRY_STEMS = frozenset(_stem(name) for name in _COUNTRIES.split())
