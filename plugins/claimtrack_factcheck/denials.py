"""Denials: the words by which a claim denies what it names, in the ratings' languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

#: By language: English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Ukrainian,
#: Russian. A word that denies in one language and is an everyday word of another (the Italian
#: "mai", a German month) is none: the languages deny with a second one beside it.
_DENIALS = (
    r"not|no|non|never|nobody|no-?one|nothing|none|neither|nor|cannot|den(?:y|ies|ied|ying)"
    r"|refut(?:es?|ed|ing)|fail(?:s|ed|ing)?\s+to|false|falsely|untrue|hoax|myth|\w+n['’]t",
    r"nicht|kein\w*|nie|niemals|niemand|nichts|weder|bestreite\w*|bestritt\w*|dementier\w*"
    r"|leugne\w*",
    r"ne|n['’]\w+|pas|jamais|aucune?|rien|dément\w*|démenti\w*",
    r"nunca|jamás|ningún|ningun[oa]|nada|nadie|tampoco|niega\w*|negó|negaron|desmiente\w*|desmint\w*",
    r"não|jamais|nenhuma?|ninguém|negou|nega\w*|desmente\w*",
    r"nessun[oa]?|niente|nulla|smenti\w*",
    r"niet|geen|nooit|niemand|niets|ontken\w*",
    r"nikt|nigdy|żad(?:en|na|ne|nych)|zaprzecz\w*",
    r"не|ні|ніколи|ніхто|нема|немає|заперечу\w*|спросту\w*",
    r"ни|никогда|никто|нет|отрица\w*|опроверг\w*",
)
_DENIAL = re.compile(rf"(?<!\w)(?:{'|'.join(_DENIALS)})(?!\w)")


def denies(claim: str, about: Iterable[str]) -> bool:
    """Whether *claim* denies more often than the words that it is looked for by, *about*: who
    says what it would tell that the harbour "was not closed" means it with its "not".
    """
    return bool(_found(claim) - _found(" ".join(about)))


def _found(text: str) -> Counter[str]:
    return Counter(_DENIAL.findall(text.casefold().replace("’", "'")))
