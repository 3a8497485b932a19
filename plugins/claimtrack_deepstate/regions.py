"""Regions: Ukraine and its oblasts, by ISO 3166-2 code or English name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Region:
    """A country or oblast. ``km2`` is its official area, where that is what shares are of; None
    where they are of its polygon.
    """

    code: str
    name: str
    km2: float | None = None


# The area within the borders recognised in 1991, Crimea included, as Ukraine's official statistics
# count it. The boundaries carried here add up to 599,094 km2: their coast runs further inland.
UKRAINE = Region("UA", "Ukraine", 603_628.0)

# Codes of ISO 3166-2:UA; the first name is the one shown, the others are spellings in use.
_OBLASTS: dict[str, tuple[str, ...]] = {
    "UA-05": ("Vinnytsia", "Vinnytsya"),
    "UA-07": ("Volyn", "Volhynia"),
    "UA-09": ("Luhansk", "Lugansk"),
    "UA-12": ("Dnipropetrovsk", "Dnepropetrovsk"),
    "UA-14": ("Donetsk",),
    "UA-18": ("Zhytomyr", "Zhitomir"),
    "UA-21": ("Zakarpattia", "Transcarpathia", "Zakarpattya"),
    "UA-23": ("Zaporizhzhia", "Zaporizhia", "Zaporizhzhya", "Zaporozhye"),
    "UA-26": ("Ivano-Frankivsk",),
    "UA-30": ("Kyiv city", "Kiev city", "city of Kyiv"),
    "UA-32": ("Kyiv oblast", "Kiev oblast", "Kyiv region", "Kiev region"),
    "UA-35": ("Kirovohrad", "Kirovograd"),
    "UA-40": ("Sevastopol",),
    "UA-43": ("Crimea", "Autonomous Republic of Crimea"),
    "UA-46": ("Lviv", "Lvov"),
    "UA-48": ("Mykolaiv", "Mykolayiv", "Nikolaev"),
    "UA-51": ("Odesa", "Odessa"),
    "UA-53": ("Poltava",),
    "UA-56": ("Rivne", "Rovno"),
    "UA-59": ("Sumy",),
    "UA-61": ("Ternopil",),
    "UA-63": ("Kharkiv", "Kharkov"),
    "UA-65": ("Kherson",),
    "UA-68": ("Khmelnytskyi", "Khmelnytskyy", "Khmelnitsky"),
    "UA-71": ("Cherkasy", "Cherkassy"),
    "UA-74": ("Chernihiv", "Chernigov"),
    "UA-77": ("Chernivtsi",),
}
OBLASTS = {code: Region(code, names[0]) for code, names in _OBLASTS.items()}
_BY_NAME = {name.lower(): OBLASTS[code] for code, names in _OBLASTS.items() for name in names}


def region_named(name: str) -> Region:
    """The region of that ISO 3166-2 code or English name. Raises `ValueError`.

    "Kyiv" alone is refused: the city and the oblast around it are two.
    """
    wanted = " ".join(name.replace("’", "").replace("'", "").split())
    if wanted.upper() == UKRAINE.code or wanted.lower() == UKRAINE.name.lower():
        return UKRAINE
    if wanted.upper() in OBLASTS:
        return OBLASTS[wanted.upper()]
    lowered = wanted.lower()
    bare = re.sub(r" (oblast|region)\Z", "", lowered)
    found = _BY_NAME.get(lowered) or _BY_NAME.get(bare)
    if found is None:
        raise ValueError(f"region {name!r} is neither Ukraine nor an oblast of it{_hint(lowered)}")
    return found


def _hint(name: str) -> str:
    near = [_BY_NAME[one] for one in get_close_matches(name, _BY_NAME, n=2, cutoff=0.6)]
    if not near:
        return "; write an ISO 3166-2 code such as UA-14"
    return f"; did you mean {' or '.join(dict.fromkeys(f'{r.name} ({r.code})' for r in near))}?"
