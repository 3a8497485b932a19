"""Languages: which one a few words are in, as far as their smallest words tell."""

from __future__ import annotations

import re
from collections.abc import Mapping

from claimtrack.words.tokens import word_set

#: Small words that hardly any other of these languages has. Those in Cyrillic are told by letters.
_TELLING: Mapping[str, frozenset[str]] = {
    "en": word_set(
        "the and of is are was were it this that with we they not for you have has will would "
        "from by as but what there never i my our your he she his her him them their who which "
        "when can could should did if or at be been all us to"
    ),
    "de": word_set(
        "der die das und nicht ist sind wir ich sie mit auf für ein eine zu den dem von werden wird"
    ),
    "fr": word_set("le les des est nous vous pas une dans pour qui que avec sont je ne sur au du"),
    "es": word_set("el los las una es somos no con para por que del se como pero más está"),
    "hu": word_set(
        "az és nem hogy egy azt ezt van volt meg csak már még mert vagyunk lesz kell vagy sem"
    ),
    "fi": word_set("ja on ei että se ovat hän ole emme oli mutta kun tämä joka myös olemme"),
}
_CYRILLIC = re.compile("[а-яёіїєґ]", re.IGNORECASE)
_UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)
_LATIN = re.compile("[a-zà-ÿ]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
#: So many characters tell as much as a whole speech.
_ENOUGH = 4000
#: One small word of another language than English tells nothing: "on" and "die" are of both.
_FEWEST_ELSE = 2
#: Names by which a sentence calls a language.
NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "fi": "Finnish",
    "hu": "Hungarian", "ru": "Russian", "uk": "Ukrainian",
}  # fmt: skip


def language_of(text: str) -> str | None:
    """The language of *text*, as a tag; None where too little tells."""
    sample = text[:_ENOUGH]
    cyrillic, latin = len(_CYRILLIC.findall(sample)), len(_LATIN.findall(sample))
    if cyrillic > latin:
        return "uk" if _UKRAINIAN.search(sample) else "ru"
    words = [word.lower() for word in _WORD.findall(sample)]
    counts = {
        language: sum(word in telling for word in words) for language, telling in _TELLING.items()
    }
    best, next_best = sorted(counts.values(), reverse=True)[:2]
    if best == next_best:
        return None
    language = next(language for language, count in counts.items() if count == best)
    return language if language == "en" or best >= _FEWEST_ELSE else None
