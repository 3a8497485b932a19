"""Alterations: a page on which the words that were read off it say something else.

A figure becomes another of the same form: as many digits, parted by the same signs, and the same
one wherever it stands on the page. The words of a state become those of another state, and a word
becomes one of other letters.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from claimtrack.authoring.ordeals import rewritten
from claimtrack.authoring.otherdays import dates_at, without_dates
from claimtrack.pages import Page

#: Digits in place of digits, as many.
Change = Callable[[str], str]

#: What may part the digits of one figure, as people and as markup write it.
_GAP = r"[.,'’ \u00a0\u2009\u202f]|&nbsp;|&thinsp;|&#160;|&#8239;"
# The comma behind a day parts two cells.
_FIGURE = re.compile(
    r"\w*\d\w*(?:(?<!\d{4}[-/.]\d\d[-/.]\d\d)(?<!\d\d[-/.]\d\d[-/.]\d{4})[.,]\d+"
    r"|['’ \u00a0\u2009\u202f]\d{3}(?!\d))*"
)
#: A figure is altered with so many others, those that stand nearest to it.
_NEAR = 12
_WORD = re.compile(r"[^\W\d_]{3,}")
_DIGITS = re.compile(r"\d+")
_DIGITS_OR_ENTITY = re.compile(r"&#?\w+;|\d+")
_TAG = re.compile(r"(<[^>]*>)")
#: A text in JSON, else a number in it.
_TEXT_OR_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*')


def figures(words: str) -> tuple[str, ...]:
    """The figures in *words*, each once, in their order: ``4,100``, ``19.33``, ``Q900011``."""
    return tuple(dict.fromkeys(_FIGURE.findall(words)))


def significant(figure: str) -> str:
    """The digits of *figure*, without the zeros before and behind them."""
    return "".join(_DIGITS.findall(figure)).strip("0")


def like_figures(page: Page, figure: str) -> tuple[str, ...]:
    """The figures on *page* that have the digits of *figure*, itself among them: a share may stand
    there as ``42 %`` and as ``0.42``.
    """
    digits = significant(figure)
    try:
        found = figures(page.text) if digits else ()
    except ValueError:
        found = ()
    return tuple(one for one in found if significant(one) == digits)


def words(quote: str) -> tuple[str, ...]:
    """The words of *quote*, each once, the longest first."""
    return tuple(sorted(dict.fromkeys(_WORD.findall(quote)), key=len, reverse=True))


def scrambled(word: str) -> str:
    """As many letters, which are no word."""
    return "".join("z" if letter in "qQ" else "q" for letter in word)


def changes() -> tuple[Change, ...]:
    """The ways in which a figure is changed, the smallest first: a day should stay one, and an
    amount within what is expected.
    """
    return (
        *(_one_digit(_last, step) for step in (1, -1)),
        *(_one_digit(_last_of_weight, step) for step in (1, -1)),
        *(_one_digit(_first_of_weight, step) for step in (1, -1)),
    )


def far_changes() -> tuple[Change, ...]:
    """The ways in which a figure is made as large, or as small, as its digits allow."""
    return (
        lambda digits: "9" + digits[1:],
        lambda digits: "9" * len(digits),
        lambda digits: "1" + digits[1:],
        lambda digits: "1".ljust(len(digits), "0"),
    )


def fuller(digits: str) -> str:
    """*digits* with others than zeros at their end: 4113 for 4100."""
    bare = digits.rstrip("0")
    return bare + "1" * (len(digits) - len(bare) - 1) + "3" * (len(digits) > len(bare))


def with_longer(page: Page, figure: str) -> Page | None:
    """*page* with digits behind those of *figure*, wherever that stands: 19.33412 for 19.33, and
    4,100,412 for 4,100. None where it stands nowhere.
    """
    return _with_told(page, {figure: longer(figure)})


def longer(figure: str) -> str:
    """*figure* with three digits more, behind a sign such as parts its thousands."""
    runs = [*_DIGITS.finditer(figure)]
    if not runs:
        return figure
    last = runs[-1]
    before = figure[: last.start()]
    is_grouped = len(runs) > 1 and len(last[0]) == 3
    sign = before[-1:] if is_grouped else ""
    return f"{figure[: last.end()]}{sign}412{figure[last.end() :]}"


def _one_digit(choose: Callable[[str], int], step: int) -> Change:
    """One digit becomes its neighbour; the first of several never becomes a zero."""

    return lambda digits: neighbour(digits, choose(digits), step)


def neighbour(digits: str, place: int, step: int) -> str:
    """*digits* with the one at *place* a *step* up or down, in whatever script it is written."""
    was = int(digits[place])
    least = 1 if place == 0 and len(digits) > 1 else 0
    turned = was + step if least <= was + step <= 9 else was - step
    return digits[:place] + chr(ord(digits[place]) - was + turned) + digits[place + 1 :]


def _last(digits: str) -> int:
    return len(digits) - 1


def _last_of_weight(digits: str) -> int:
    return max((place for place, digit in enumerate(digits) if int(digit)), default=0)


def _first_of_weight(digits: str) -> int:
    return next((place for place, digit in enumerate(digits) if int(digit)), 0)


def with_figures(page: Page, changed: Iterable[str], change: Change) -> Page | None:
    """*page* with other digits, by *change*, in each figure of *changed*, wherever that stands but
    within a date; there as well, where it stands nowhere else. None where none stands anywhere.
    """
    return _with_others(page, changed, lambda figure: turned(figure, change))


def pairs(page: Page, figure: str) -> Iterator[Page | None]:
    """The pages on which *figure* and another one are altered, so that what they make together, or
    the one makes of the other, stays: a sum, a total, a whole of 100. The nearest come first.
    """
    near = _nearest(page, figure)
    for other in near:
        for steps in ((1, -1), (-1, 1), (1, 1), (-1, -1)):
            told = {figure: _stepped(figure, steps[0]), other: _stepped(other, steps[1])}
            if told[figure] != figure and told[other] != other:
                yield _with_told(page, told)
    yield from (_with_told(page, {figure: other, other: figure}) for other in near)


def _nearest(page: Page, figure: str) -> list[str]:
    try:
        found = _FIGURE.findall(without_dates(page.text))
    except ValueError:
        return []
    if figure not in found:
        return []
    at = found.index(figure)
    by_distance = sorted(range(len(found)), key=lambda place: abs(place - at))
    return [one for one in dict.fromkeys(found[place] for place in by_distance) if one != figure][
        :_NEAR
    ]


def _stepped(figure: str, step: int) -> str:
    """*figure* with one more, or less, in its last place; itself where it takes another digit."""

    def change(digits: str) -> str:
        told = str(max(0, int(digits) + step)).zfill(len(digits))
        is_as_long = len(told) == len(digits) and (told[0] != "0" or digits[0] == "0")
        return told if is_as_long or len(told) == 1 else digits

    return turned(figure, change)


def _with_told(page: Page, told: Mapping[str, str]) -> Page | None:
    """*page* with other figures for those of *told*."""
    by_digits = {_digits(one): other for one, other in told.items()}
    return _with_others(page, told, lambda figure: by_digits.get(_digits(figure), figure))


def _digits(figure: str) -> str:
    return "".join(run[0] for run in _DIGITS_OR_ENTITY.finditer(figure) if run[0][0] != "&")


def _with_others(page: Page, changed: Iterable[str], other: Callable[[str], str]) -> Page | None:
    # The longest first: "4,100" before a "4".
    patterns = [_as_it_stands(one) for one in sorted(changed, key=len, reverse=True)]
    if not patterns:
        return None
    # A comma may be the one between two cells.
    told = rf"(?<![\w#])(?<!\d\.)(?:{'|'.join(patterns)})(?!\w)(?!\.\d)"
    pattern = re.compile(told)

    def outside_dates(text: str) -> str:
        dates = dates_at(text)

        def rewrite(one: re.Match[str]) -> str:
            place = bisect(dates, one.span()) - 1
            around = [span for span in dates[max(0, place) : place + 2] if span != one.span()]
            is_of_a_date = any(a <= one.start() and one.end() <= b for a, b in around)
            return one[0] if is_of_a_date else other(one[0])

        return pattern.sub(rewrite, text)

    altered = with_text(page, outside_dates)
    return altered or with_text(page, lambda text: pattern.sub(lambda one: other(one[0]), text))


@lru_cache(maxsize=4_096)
def _as_it_stands(figure: str) -> str:
    """The pattern of *figure* however a page parts its digits."""
    return "".join(
        f"(?:{_GAP})" if re.fullmatch(_GAP, part) else re.escape(part)
        for part in re.findall(r"\d+|\D+", figure)
    )


def turned(figure: str, change: Change) -> str:
    """*figure* with other digits, and with what parts them as it is."""
    runs = [run for run in _DIGITS_OR_ENTITY.finditer(figure) if not run[0].startswith("&")]
    digits = iter(change("".join(run[0] for run in runs)))
    told, end = [], 0
    for run in runs:
        told += [figure[end : run.start()], *(next(digits) for _ in run[0])]
        end = run.end()
    return "".join(told) + figure[end:]


def with_numbers(page: Page, change: Change) -> Page | None:
    """*page* with other digits in every number of its JSON; None where it is none."""
    if page.content.lstrip()[:1] not in {b"{", b"["}:
        return None

    def other(one: re.Match[str]) -> str:
        return one[0] if one[0].startswith('"') else turned(one[0], change)

    return with_text(page, lambda text: _TEXT_OR_NUMBER.sub(other, text))


def with_words(page: Page, changed: Mapping[str, str]) -> Page | None:
    """*page* with other words for those of *changed*, in its text and not in its marks; None where
    none of them stands there.
    """
    others = {_folded(one): other for one, other in changed.items() if one.strip()}
    if not others:
        return None
    told = "|".join(_spaced(one) for one in sorted(others, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{told})(?!\w)", re.IGNORECASE)

    def other(one: re.Match[str]) -> str:
        return others.get(_folded(one[0]), one[0])

    def rewrite(text: str) -> str:
        if text.lstrip()[:1] != "<":
            return pattern.sub(other, text)
        # Every second piece is a tag.
        pieces = enumerate(_TAG.split(text))
        return "".join(piece if at % 2 else pattern.sub(other, piece) for at, piece in pieces)

    return with_text(page, rewrite)


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def with_text(page: Page, rewrite: Callable[[str], str]) -> Page | None:
    """*page* with its text as *rewrite* gives it; None where that is the same, or it is no text."""
    try:
        text = page.text
    except ValueError:
        return None
    told = rewrite(text)
    return None if told == text else rewritten(page, told)
