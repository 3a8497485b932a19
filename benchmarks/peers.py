"""Peers: the libraries that read numbers, each asked in the way that it reads the most.

A peer that is not installed fails the run: ``pip install "claimtrack[bench]"``.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from importlib.metadata import version

#: The numbers that a peer reads in a text, on which it is scored.
Reader = Callable[[str], list[Fraction]]

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Peer:
    """A peer: ``reads`` gives the numbers of a text, ``claims`` those that it made of words or
    marked itself (a rewriter leaves digits as they stand, which is no claim), ``works`` does its
    work alone, for the clock.
    """

    name: str
    reads: Reader
    claims: Reader
    works: Callable[[str], object]


def peers() -> list[Peer]:
    """Every peer, ready to read. Raises ImportError for one that is not installed."""
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # quantulum3 tells of its classifier, which is another extra
        return [quantulum3(), recognizers_text(), text2num(), number_parser()]


def quantulum3() -> Peer:
    """quantulum3, which reads quantities with a unit and an uncertainty."""
    from quantulum3 import parser

    def reads(text: str) -> list[Fraction]:
        return [Fraction(str(found.value)) for found in parser.parse(text)]

    return Peer(_named("quantulum3"), reads, reads, parser.parse)


def recognizers_text() -> Peer:
    """Microsoft's recognizers: numbers, percentages, currencies and dimensions, as a caller who
    wants quantities has to ask.
    """
    import recognizers_number as of_numbers
    import recognizers_number_with_unit as of_units
    from recognizers_text import Culture

    models = [
        of_numbers.NumberRecognizer(Culture.English).get_number_model(),
        of_numbers.NumberRecognizer(Culture.English).get_percentage_model(),
        of_units.NumberWithUnitRecognizer(Culture.English).get_currency_model(),
        of_units.NumberWithUnitRecognizer(Culture.English).get_dimension_model(),
    ]

    def works(text: str) -> list[object]:
        return [found for model in models for found in model.parse(text)]

    def reads(text: str) -> list[Fraction]:
        resolutions = (found.resolution for found in works(text))  # type: ignore[attr-defined]
        return [*_numbers(str(it.get("value")) for it in resolutions if it)]

    return Peer(_named("recognizers-text-suite"), reads, reads, works)


def _numbers(written: Iterator[str]) -> Iterator[Fraction]:
    for text in written:
        try:
            yield Fraction(text.removesuffix("%").replace(",", ""))
        except ValueError:
            continue  # "None" where a unit stands without its number


def text2num() -> Peer:
    """text2num, which writes number words as digits."""
    from text_to_num import alpha2digit

    def works(text: str) -> str:
        return str(alpha2digit(text, "en"))

    return _rewriter("text2num", works)


def number_parser() -> Peer:
    """number-parser, which writes number words as digits."""
    from number_parser import parse

    def works(text: str) -> str:
        return str(parse(text, "en"))

    return _rewriter("number-parser", works)


def _rewriter(package: str, works: Callable[[str], str]) -> Peer:
    def reads(text: str) -> list[Fraction]:
        return _figures(works(text))

    def claims(text: str) -> list[Fraction]:
        before = _figures(text)
        return [figure for figure in reads(text) if figure not in before]

    return Peer(_named(package), reads, claims, works)


def _figures(text: str) -> list[Fraction]:
    return [Fraction(figure.replace(",", "")) for figure in _FIGURE.findall(text)]


def _named(package: str) -> str:
    return f"{package} {version(package)}"
