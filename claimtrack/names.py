"""Names in a sentence: what was perhaps meant, several in a row, so many of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

#: Below this likeness (of 100) a suggestion confuses more than it helps.
_LIKE = 60
#: How much of a name has to stand in a longer one for that to be suggested.
_HELD = 90
#: Shorter names stand in many a longer one by chance.
_TELLING = 4
_SUGGESTED = 3


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three of the *known* names that come nearest to *name*, nearest first; none where
    nothing is near.

    Names alike from end to end come first, also where only what follows the last "/" is alike;
    after them those that hold *name* in a longer whole, or the other way round.
    """
    from rapidfuzz import fuzz, process

    names = list(dict.fromkeys(known))
    tails = [one.rpartition("/")[2] for one in names]
    alike = [
        found
        for texts in (names, tails)
        for found in process.extract(
            name,
            texts,
            scorer=fuzz.ratio,
            processor=str.casefold,
            limit=_SUGGESTED,
            score_cutoff=_LIKE,
        )
    ]
    alike.sort(key=lambda found: -found[1])
    near = dict.fromkeys(names[at] for _, _, at in alike)
    if len(near) < _SUGGESTED:
        near |= dict.fromkeys(_holding(name, names))
    return tuple(near)[:_SUGGESTED]


def _holding(name: str, names: Sequence[str]) -> list[str]:
    from rapidfuzz import fuzz, process

    telling = [one for one in names if min(len(name), len(one)) >= _TELLING]
    found = process.extract(
        name,
        telling,
        scorer=fuzz.partial_ratio,
        processor=str.casefold,
        limit=None,
        score_cutoff=_HELD,
    )
    return [one for one, _, _ in sorted(found, key=lambda each: (-each[1], len(each[0])))]


def listed(names: Iterable[str], last: str = "and") -> str:
    """*names* as a list in a sentence: ``a``, ``a and b``, ``a, b and c``."""
    *before, end = list(names) or [""]
    return f"{', '.join(before)} {last} {end}" if before else end


def counted(number: int, one: str, many: str | None = None) -> str:
    """*number* with the noun in its right form: ``1 day``, ``30 days``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def with_article(noun: str) -> str:
    """*noun* with its indefinite article, by its first sound: ``an int``, ``a unit``."""
    sounds_like_you = noun.lower().startswith(("uni", "use", "usu", "uti", "eu"))
    return f"an {noun}" if noun[:1].lower() in {*"aeiou"} and not sounds_like_you else f"a {noun}"


def kind_of(given: object) -> str:
    """What *given* is, by its type, in a sentence: ``an int``, ``a Reading``, ``None``."""
    return "None" if given is None else with_article(type(given).__name__)
