"""Persons: whether two ways to name a speaker name the same one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimtrack.words.quoting.givennames import sex_of
from claimtrack.words.tokens import word_set

_WORD = re.compile(r"[^\W\d_][\w’'.\-]*")
_APART = re.compile(r"[,;/|()]|\s[–—-]\s|\bor\b|\baka\b")
_AND = re.compile(r",? and |, ")
_ARTICLES = frozenset(["the", "a", "an"])
#: Before a name; "president" alone names an office.
TITLES = word_set(
    "mr mrs ms mx miss sir dame lord lady dr prof professor president vice prime minister "
    "chancellor senator sen representative rep congressman congresswoman governor gov secretary "
    "general gen colonel col lieutenant lt captain capt major maj admiral adm sergeant sgt "
    "marshal ambassador king queen prince princess pope patriarch cardinal archbishop bishop "
    "reverend rev judge justice chairman chairwoman chair speaker premier foreign defence "
    "defense finance interior leader director spokesman spokeswoman spokesperson deputy former "
    "ex acting first mayor envoy special adviser advisor commissioner commander chief viscount "
    "baron earl duke count countess duchess herr frau monsieur madame señor señora presidente "
    "président präsident bundeskanzler kanzler presidentti pääministeri президент attorney "
    "state national security of for"
)
#: Offices that are no titles before a name, nor nobody's name: "head of the bank", "Edith Head".
_ROLES = word_set(
    "head boss coach manager founder owner editor captain principal rector dean governor treasurer "
    "ceo cfo coo cto md chieftain superintendent coordinator organiser organizer curator"
)
#: What is one office in several words, by its short name.
_OFFICES = {
    "chief executive officer": "CEO", "chief executive": "CEO", "managing director": "MD",
    "chief financial officer": "CFO", "finance chief": "CFO", "chief operating officer": "COO",
    "chief technology officer": "CTO", "head coach": "coach", "co-founder": "founder",
    "editor-in-chief": "editor", "editor in chief": "editor",
}  # fmt: skip
_OFFICE = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, sorted(_OFFICES, key=len, reverse=True)))})\b", re.IGNORECASE
)
#: With these a phrase names nobody, whatever names it holds: "a White House official".
_SOMEBODY = ("a ", "an ", "one ", "some ", "several ", "two ", "three ", "another ")
_WOMEN = word_set("mrs ms miss dame lady queen princess countess duchess frau madame")
#: Titles that come with another's name: "Mrs Reid" may be Ada Reid, or the wife of Tom Reid.
_BY_MARRIAGE = word_set("mrs lady queen princess countess duchess madame madam")
_MEN = word_set("mr sir lord king prince viscount baron earl duke count herr monsieur")
#: Titles that are nobody's name, so that a capital makes none of them: "Brest Mayor".
_NO_SURNAMES = word_set(
    "mayor governor president premier chancellor minister ambassador commissioner senator chairman "
    "chairwoman director secretary envoy"
)
_TITLES_OF_PAPERS = word_set(
    "times post news journal herald press telegraph courier gazette tribune mail star sun chronicle"
)
_SUFFIXES = word_set("jr sr junior senior ii iii iv")
#: Behind it, what somebody is head of looks like a name of his: "Minister for Trade Lind".
_PORTFOLIO = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w’'-]+ ){1,4}"
    r"(?:(?:of|for|at|to) (?:the )?(?=[A-Z])(?:[A-Z][\w’'-]+ (?=(?:of|for|at|to) ))*)+"
)
_OF_OFFICE = 2
#: Somebody who speaks for another is another.
_FOR_ANOTHER = re.compile(
    r"\b(?:spokes\w+|aides?|advis[eo]rs?|lawyers?|attorneys? for|representatives?|deput(?:y|ies)"
    r"|office|press secretary|campaign|team|family|wife|husband|son|daughter|brother|sister"
    r"|sprecher\w*|porte-parole|portavoz|tiedottaja|пресс-секретарь)\b",
    re.IGNORECASE,
)
_COUNTRIES = {
    "us": "us", "usa": "us", "u.s": "us", "u.s.a": "us", "america": "us", "american": "us",
    "united states": "us", "united states of america": "us", "uk": "uk", "u.k": "uk",
    "britain": "uk", "british": "uk", "united kingdom": "uk", "russian": "russia",
    "russian federation": "russia", "ukrainian": "ukraine", "german": "germany",
    "french": "france", "finnish": "finland", "polish": "poland", "chinese": "china",
    "israeli": "israel", "turkish": "turkey", "indian": "india", "italian": "italy",
    "spanish": "spain", "canadian": "canada", "hungarian": "hungary", "belarusian": "belarus",
    "japanese": "japan", "iranian": "iran", "estonian": "estonia", "swedish": "sweden",
}  # fmt: skip
_LONGEST_FIRST = sorted(map(re.escape, _COUNTRIES), key=len, reverse=True)
_COUNTRY = re.compile(rf"\b(?:{'|'.join(_LONGEST_FIRST)})\b\.?", re.IGNORECASE)
#: Forms of one given name.
_GIVEN = tuple(
    frozenset(forms.split())
    for forms in (
        "joe joseph", "bill william will", "bob robert rob", "mike michael", "tom thomas",
        "jim james", "tony anthony antony", "volodymyr vladimir wolodymyr", "dmytro dmitry dmitri "
        "dmitriy", "sergei sergey serhiy serhii", "alexander oleksandr aleksandr alex", "ben "
        "benjamin", "dan daniel", "dave david", "steve steven stephen", "chris christopher",
        "nick nicholas", "pete peter petro", "ken kenneth", "ron ronald", "andriy andrey andrei "
        "andrii", "mykhailo mikhail mykhaylo", "liz elizabeth", "kate catherine katherine",
        "jd j.d", "oleksiy alexei alexey oleksii", "matt matthew", "sam samuel", "greg gregory",
        "marc mark", "jack john", "ted edward", "dick richard rick", "chuck charles",
        "yulia julia", "yuri yury yuriy", "valery valeriy valerii", "viktor victor",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Person:
    given: tuple[str, ...]
    surname: str
    suffix: str = ""
    sex: str = ""
    by_marriage: bool = False
    behind_office: int = 0


@dataclass(frozen=True, slots=True)
class _Office:
    words: frozenset[str]
    country: str = ""


_Named = _Person | _Office


def is_same_speaker(meant: str, cited: str) -> bool | None:
    """Whether *cited* names the speaker *meant*; None where that cannot be told.

    *meant* is a name, and behind commas what else he is called: "Keir Starmer, prime minister of
    the United Kingdom". An office names him only where *meant* says so. A surname alone is
    his where it is the same; with another given name, or a title of the other sex than that of his
    title or of nearly all who bear his given name, it is another's.
    Whoever speaks for him is another.
    """
    if _folded(meant) == _folded(cited):
        return True
    named = _own_name(cited) if not _FOR_ANOTHER.search(meant) else cited
    if named is None:
        return False
    if " and " not in named and _are_named_apart(_names(meant)[:1], _names(named)[:1]):
        return False
    same = _is_one_of(_names(meant), _names(named)[:3])
    return same or _is_among(_names(meant), named) or same


def _are_named_apart(meant: Sequence[_Named], cited: Sequence[_Named]) -> bool:
    """Whether both are persons with all their names, and not the same: then one's office, which
    another may have had too, makes them no one.
    """
    persons = [one for one in (*meant, *cited) if isinstance(one, _Person) and one.given]
    if len(persons) != 2 or any(one.behind_office for one in persons):
        return False
    return _is_same_person(*persons) is False


def _is_one_of(meant: Sequence[_Named], cited: Sequence[_Named]) -> bool | None:
    answers = [_is_same(one, other) for other in cited for one in meant]
    if True in answers:
        return True
    return False if False in answers else None


def _is_among(meant: Sequence[_Named], cited: str) -> bool:
    """Whether he is one of those who speak together: "Hill and Ada Berg"."""
    parts = _AND.split(cited) if " and " in cited else []
    persons = [_names(part) for part in parts[:9]]
    are_persons = all(isinstance(each, _Person) for named in persons for each in named)
    return are_persons and any(_is_one_of(meant, named) is True for named in persons)


def names_nobody(text: str) -> bool:
    """Whether *text* can name no speaker: it has neither a name nor an office in it. What is
    written in letters without capitals may be a name.
    """
    if not any(mark.isalpha() for mark in text):
        return True
    return not _names(text) and text.lower() != text.upper()


def _own_name(cited: str) -> str | None:
    """*cited* without the words that make him another's: "Kremlin spokesman Dmitry Peskov" is
    Peskov; None for somebody unnamed, who speaks for the one that is ("Putin's spokesman") or
    stands beside an office ("Deputy Prime Minister").
    """
    ends = [found.end() for found in _FOR_ANOTHER.finditer(cited[:400])]
    if not ends:
        return cited
    behind = cited[ends[-1] :].lstrip(" ,")
    is_named = any(isinstance(one, _Person) for one in _names(behind))
    return behind if behind[:1].isupper() and is_named else None


def _names(text: str) -> list[_Named]:
    """The persons and offices that *text* names, one for each part between its commas."""
    parts = [part.strip() for part in _APART.split(text[:400]) if part.strip()]
    named: list[_Named] = []
    for part in parts:
        if _folded(part).rstrip(".") in _SUFFIXES and named and isinstance(named[-1], _Person):
            last = named[-1]
            named[-1] = _Person(last.given, last.surname, _folded(part).rstrip("."), last.sex)
        else:
            named.extend(_named(part))
    return named


def _named(part: str) -> Iterator[_Named]:
    plain = unicodedata.normalize("NFKC", part).replace("’", "'")
    plain = _OFFICE.sub(lambda found: _OFFICES[found[0].casefold()], plain)
    country = _COUNTRY.search(plain)
    words = _WORD.findall(plain)
    # Shouted labels of transcripts ("THE PRESIDENT") have no small letters to go by.
    lower = [folded_name(word) for word in words]
    titled = [_is_title(word, name) for word, name in zip(words, lower, strict=True)]
    titles = {name for name, is_title in zip(lower, titled, strict=True) if is_title}
    rest = [
        (word, name)
        for word, name, is_title in zip(words, lower, titled, strict=True)
        if not is_title and name not in _ARTICLES and (word[0].isupper() or "-" in word)
    ]
    outside = _COUNTRY.sub(" ", plain)
    kept = {folded_name(word) for word in _WORD.findall(outside)}
    if plain.casefold().startswith(_SOMEBODY):
        return
    names = [name for _, name in rest if name in kept]
    if not names and not titles and len(rest) == len(words):
        names = [name for _, name in rest]  # the country itself is meant
    opening = next((word for word in words if word.casefold() not in _ARTICLES), "")
    of_place = _is_title(opening, opening.casefold()) and not opening.istitle()
    of_place = of_place and not titles.isdisjoint({"of", "for"})
    behind = _behind_office(plain) if titles - {"of", "for"} else 0
    of_place = of_place or behind == 1
    if names and not of_place and not _ends_in_office(words):
        # "president of Norvia" and "Norvia president" are none, "president Pavel Orlov" is
        yield _person(names, titles, behind)
    elif titles:
        named = _COUNTRIES[country[0].casefold().rstrip(".")] if country else " ".join(names)
        yield _Office(frozenset(titles - {"of", "for", "former"}), named)


def _is_title(word: str, name: str) -> bool:
    """Whether the *word*, *name* in its folded form, is a title or a role and no part of a name."""
    return name in TITLES or (name in _ROLES and not word.istitle())


def _behind_office(name: str) -> int:
    """How many words stand behind an office and its "of": "Minister for Trade Lind" has two there,
    of which nobody can tell whether they are his name.
    """
    headed = _PORTFOLIO.match(name)
    words = [] if headed is None else _WORD.findall(name[headed.end() :])
    return 0 if words[:1] == ["State"] else len(words)


def _ends_in_office(words: list[str]) -> bool:
    """Whether a place stands before its office: "Brest mayor", never "Ann King" or "fire chief"."""
    *before, last = map(folded_name, words)
    is_role = last in _ROLES and not words[-1].istitle()
    is_office = is_role or (last in TITLES and (words[-1].islower() or last in _NO_SURNAMES))
    is_place = all(
        name in TITLES or name in _ARTICLES or word[0].isupper()
        for word, name in zip(words, before, strict=False)
    )
    return is_office and is_place and before != []


def _person(names: list[str], titles: set[str], behind: int) -> _Person:
    suffix = names[-1] if names[-1] in _SUFFIXES and len(names) > 1 else ""
    if suffix:
        names = names[:-1]
    sex = "woman" if titles & _WOMEN else "man" if titles & _MEN else ""
    by_marriage = bool(titles & _BY_MARRIAGE)
    return _Person(tuple(names[:-1]), names[-1], suffix, sex, by_marriage, behind)


def folded_name(word: str) -> str:
    """*word* in lower case without accents, possessive or full stop, in one of its spellings where
    it is written in another alphabet at home: Zelenskiy, Zelenskyy and Zelensky are one.
    """
    plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    plain = plain.removesuffix("'s").rstrip(".'-")
    plain = _HOMES.get(plain, plain)
    return _SKY.sub("sky", plain) if len(plain) > 4 else plain


_SKY = re.compile(r"sk(?:yy|iy|ij|yi|yj|i|y|ii)\Z")
_HOMES = {
    "kiev": "kyiv", "kharkov": "kharkiv", "odessa": "odesa", "lvov": "lviv", "nikolaev": "mykolaiv",
    "donbass": "donbas", "lugansk": "luhansk", "dnepr": "dnipro", "chernobyl": "chornobyl",
    "zaporozhye": "zaporizhzhia", "zaporizhia": "zaporizhzhia", "artyomovsk": "bakhmut",
    "byelorussia": "belarus", "belorussia": "belarus", "turkiye": "turkey",
}  # fmt: skip


def _folded(text: str) -> str:
    words = [folded_name(word) for word in text[:400].split()]
    return " ".join(word for word in words if word not in _ARTICLES)


def _is_same(meant: _Named, cited: _Named) -> bool | None:
    if isinstance(meant, _Person) and isinstance(cited, _Person):
        return _is_same_person(meant, cited)
    if isinstance(meant, _Office) and isinstance(cited, _Office):
        return _is_same_office(meant, cited)
    return None


def _is_same_office(meant: _Office, cited: _Office) -> bool | None:
    if meant.country and cited.country and meant.country != cited.country:
        return None
    if meant.words != cited.words:
        return None
    return True if meant.country == cited.country else None


def _is_same_person(meant: _Person, cited: _Person) -> bool | None:
    if meant.surname != cited.surname:
        return _by_other_form(meant, cited)
    if meant.surname in _TITLES_OF_PAPERS and bool(meant.given) != bool(cited.given):
        return None  # "the Times" is none that has more of a name
    if meant.suffix != cited.suffix:
        return False
    if _sex(meant) and _sex(cited) and _sex(meant) != _sex(cited):
        are_titled = bool(meant.sex and cited.sex)
        is_open = meant.by_marriage or cited.by_marriage
        is_open = is_open or meant.behind_office > 0 or cited.behind_office > 0
        return None if is_open and not are_titled else False
    if meant.given and cited.given:
        same = _share_given(meant.given, cited.given)
        return None if not same and (meant.behind_office or cited.behind_office) else same
    if meant.by_marriage != cited.by_marriage and not (meant.sex and cited.sex):
        return None
    return True


def _sex(person: _Person) -> str:
    """The sex that the title of *person* tells, else that of nearly all who bear the given name."""
    return person.sex or next((sex for name in person.given if (sex := sex_of(name))), "")


def _by_other_form(meant: _Person, cited: _Person) -> bool | None:
    """Of an institution its initials, of a person the given name alone: the FT, Volodymyr."""
    if _initials(meant) == cited.surname or _initials(cited) == meant.surname:
        return True
    if not cited.given and cited.surname in meant.given:
        return None
    # "Minister of Foreign Affairs" is nobody's name, "Minister for Trade Karl Berg" is.
    return None if 0 < cited.behind_office <= _OF_OFFICE else False


def _initials(person: _Person) -> str:
    words = (*person.given, person.surname)
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _share_given(meant: tuple[str, ...], cited: tuple[str, ...]) -> bool:
    return any(_is_one_given(one, other) for one in meant for other in cited[:1]) or any(
        _is_one_given(one, other) for one in meant[:1] for other in cited
    )


def _is_one_given(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short == long or (len(short) == 1 and long.startswith(short)):
        return True
    return any(short in forms and long in forms for forms in _GIVEN)
