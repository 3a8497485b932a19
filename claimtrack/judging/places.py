"""Places: the names in a description, and whether two may be of one place: "Ukraine" and "Ukrainian
territory", "the US" and "Americans", "Donetsk" and "the Donetsk region".

Names are told by their capitals. Two are forms of one where what is left of them without the
endings of countries and peoples is the same, or where the table below says so; so a few that are
none pass for one, and no forms of one name pass for two. A word before a name may make it another
("New Mexico"), or a part of it ("the north of Mali").
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
catalonia catalan catalans
basque basques euskadi
flanders flemish
wallonia walloon walloons
brittany breton bretons
lombardy lombard lombards
quebec quebecois quebecers quebecer
chechnya chechen chechens
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
    "guinea-bissau": "Bissau",
    "guinea bissau": "Bissau",
    "west bank": "Westbank",
}
_PHRASE = re.compile(r"(?i)(?<!\w)(?:" + "|".join(map(re.escape, _PHRASES)) + r")(?!\w)")
_DIRECTION = r"(?:north|south)(?:-?(?:east|west))?|east|west"
#: A part of a place: "the north of Mali", "south-eastern Ukraine".
_PART = re.compile(
    rf"(?:\b[Tt]he\s+(?P<of>(?i:{_DIRECTION}))\s+of\s+(?:the\s+)?|"
    rf"\b(?P<ern>(?i:{_DIRECTION}))(?i:ern)?\s+)(?=[A-Z])"
)
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
    **{
        f"{side}{end}": side
        for side in word_set("north south east west northeast northwest southeast southwest")
        for end in ("", "ern")
    },
    **dict.fromkeys(word_set("new old central greater great upper lower san saint"), ""),
}
#: Of these the side is left out by those who mean one of them: "the Republic of Korea".
_NAMESAKES = "korea macedonia"
#: Names of their own, whose last word is another's: what they share is no part of it.
_OWN_NAMES = """
south sudan, equatorial guinea, new guinea, new mexico, west virginia, east timor,
northern ireland, south africa, central africa, new england, new jersey, new hampshire,
new caledonia, new brunswick, inner mongolia, baja california, american samoa, british columbia,
new south wales, south wales, french guiana, gaza city, kansas city, mexico city,
guatemala city, panama city, kuwait city, luxembourg city, quebec city
"""
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
#: Parts of a country, of which none holds another, behind the country.
_REGIONS = """
britain: england scotland wales
spain: catalonia basque andalusia galicia
germany: bavaria saxony hesse thuringia
belgium: flanders wallonia
france: brittany corsica normandy
italy: sicily sardinia lombardy tuscany
canada: quebec ontario alberta
america: california texas florida ohio virginia
russia: chechnya dagestan tatarstan
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
        """Whether it is a country, or a known part of one."""
        return bool(self.stems & (_COUNTRY_STEMS | _HOLDERS.keys()))

    def may_hold(self, other: Place) -> bool:
        """Whether *other* may lie in it: it is no country, or that of which *other* is a part."""
        if not self.is_country or not other.is_country:
            return True
        return any(_HOLDERS.get(stem, "") in self.stems for stem in other.stems)

    def may_be(self, other: Place, *, whole: bool = False) -> bool:
        """Whether both may be one, or, if not *whole*, one a part of the other that bears its
        name.
        """
        shared = self.stems & other.stems
        if shared:
            one_is_open = not (self.side and other.side)
            may_differ = one_is_open and (not whole or bool(shared & _NAMESAKE_STEMS))
            return self.side == other.side or may_differ
        return bool({self.initials, other.initials} & (self.stems | other.stems) - {""})


def places(text: str) -> tuple[Place, ...]:
    """The names in *text*, in their order."""
    plain = _PHRASE.sub(lambda found: _PHRASES[found[0].casefold()], text)
    words = _WORD.findall(_PART.sub(_side_first, plain))
    runs = (list(run) for named, run in groupby(words, _is_named) if named)
    return tuple(place for run in runs for place in _of_run(run))


def stems(text: str) -> frozenset[str]:
    """The stems of all the words of *text*, with a capital or without."""
    return frozenset(_stem(word) for word in _WORD.findall(text) if word[:1].isalpha())


def _side_first(found: re.Match[str]) -> str:
    """The side of a place as the first word of its name: "North Mali" of "the north of Mali"."""
    side: str = found["of"] or found["ern"]
    return f"{side.replace('-', '').capitalize()}{'ern' if found['ern'] else ''} "


def sides(text: str) -> frozenset[str]:
    """The sides that *text* names, with a place or without."""
    words = (_bare(word) for word in _WORD.findall(text.replace("-", "")))
    return frozenset(_SIDES[word] for word in words if _SIDES.get(word))


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
    own = _own_name(bare)
    if own:
        yield Place(frozenset({own}))
        return
    telling = [word for word in bare if word not in _CLASSES and word not in _SIDES]
    if not telling:
        return
    found = {_stem(word) for word in telling}
    if _POSSESSIVE.search(name[-1]) and bare[-1] in _BY_CAPITAL:
        found.add(_stem(_BY_CAPITAL[bare[-1]]))
    side = next((_SIDES[word] for word in bare if _SIDES.get(word)), "")
    initials = "".join(word[0] for word in bare) if len(bare) > 1 else ""
    yield Place(frozenset(found), side, initials)


def _own_name(bare: list[str]) -> str:
    """What stands for the name of its own among the words *bare*; empty where there is none."""
    found = [_stem(word) for word in bare]
    for length in (3, 2):
        for at in range(len(found) - length + 1):
            name = " ".join(found[at : at + length])
            if name in _OWN_STEMS:
                return name
    return ""


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


_NAMESAKE_STEMS = frozenset(map(_stem, _NAMESAKES.split()))
_OWN_STEMS = frozenset(
    " ".join(map(_stem, name.split())) for name in _OWN_NAMES.replace("\n", " ").split(",")
)
_OWN_COUNTRIES = ("south sudan", "equatorial guinea", "east timor", "south africa")
_COUNTRY_STEMS = frozenset(_stem(name) for name in _COUNTRIES.split()) | frozenset(
    " ".join(map(_stem, name.split())) for name in _OWN_COUNTRIES
)
#: The country of each known part of one.
_HOLDERS = {
    _stem(part): _stem(country)
    for country, _, parts in (line.partition(":") for line in _REGIONS.strip().splitlines())
    for part in parts.split()
} | {" ".join(map(_stem, ("northern", "ireland"))): _stem("britain")}
