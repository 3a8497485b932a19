"""What the measuring of words is worth and what it costs, beside the peers in the same run.

Accuracy on the table of phrases (both halves; see `benchmarks.phrases.notation`), sentences a
second on one core, memory over a long text and over many, and time over two texts of which one is
twice the other. A row of the table is right when exactly its quantities are found, each with its
kind, amount, unit and interval, open and closed ends told apart. The peers know no interval: they
are asked for the values alone, in any unit, and what else they find is forgiven; what they find
where nothing is, is not. Times are of the processor; the median over the rounds.

    python -m benchmarks.words [ROUNDS] [accuracy] [speed] [memory] [linearity]
    python -m benchmarks.words failing

With no table named it prints them all. ``failing`` prints the rows of the development half that are
not right, and never the held-out.
"""

from __future__ import annotations

import platform
import random
import re
import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from fractions import Fraction
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from itertools import chain, cycle, islice
from pathlib import Path
from statistics import median

from benchmarks.peers import Peer, peers
from benchmarks.phrases import development, held_out
from benchmarks.phrases.notation import Expected, Half, rows
from benchmarks.phrases.plain import PLAIN
from benchmarks.phrases.scoring import (
    has_a_value,
    has_the_hedge,
    has_the_whole,
    is_right,
    values_found,
)
from claimtrack.values import Quantity
from claimtrack.words import find_quantities

ROUNDS = 5
HALVES = {"development": development.HALF, "held out": held_out.HALF}
ARTICLES = Path(__file__).parent.parent.parent / "shared" / "evidence" / "articles"
PUBLISHED = date(2025, 8, 15)
#: Of the articles, enough for a round of every peer to take seconds and not minutes.
SENTENCES = 2_000
#: A round of a slow reader ends after so many seconds, at a place in a shuffled order.
LONGEST_ROUND = 1.5
#: To ask the clock costs as much as to read a few plain sentences.
CLOCK_EVERY = 20
MEGABYTE = 10**6

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")
_A_NUMBER = re.compile(
    r"\d|[¼-¾⅐-⅞%$€£]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|\w+ty|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|halves|thirds?"
    r"|quarters?|\w+fths?|\w+nths?|sixths?|first|second|most|several|few|percent|percentage|double"
    r"d?|tripled?|twice|once|an hour|a day|a week|a month|a year|decades?|years?)\b",
    re.IGNORECASE,
)

Finder = Callable[[str], object]
#: Who reads, the sentences with a number and those without.
Contender = tuple[Finder, Sequence[str], Sequence[str]]


# -- accuracy -----------------------------------------------------------------------------------


def accuracy(readers: Sequence[Peer]) -> None:
    """Print how much of each half is right, ours and the peers'."""
    print("| | half | rows | right | hedge | whole | value found | false on negatives |")
    print("|---|---|---|---|---|---|---|---|")
    for name, half in HALVES.items():
        print(f"| claimtrack | {name} | {our_accuracy(half)} |")
    for peer in readers:
        for name, half in HALVES.items():
            print(f"| {peer.name} | {name} | {accuracy_of(peer, half)} |")
    print()


def our_accuracy(half: Half) -> str:
    """The cells of our row: rows right, hedges and wholes told, values found, false quantities."""
    found = [(find_quantities(text), expected) for _, text, expected in rows(half)]
    right = [is_right(*row) for row in found]
    pairs = [pair for row in found if is_right(*row) for pair in zip(*row, strict=True)]
    wholes = [has_the_whole(*pair) for pair in pairs if pair[1].whole is not None]
    values = [values_found(of_ours(ours), told) for ours, told in found if has_a_value(told)]
    false = [bool(ours) for ours, told in found if not told]
    hedges = [has_the_hedge(*pair) for pair in pairs if pair[1].kind != "vague"]
    return " | ".join(
        [
            str(len(found)),
            *map(share, (right, hedges, wholes, values)),
            f"{sum(false)} of {len(false)}",
        ]
    )


def of_ours(found: Sequence[Quantity]) -> list[Fraction]:
    """The values that *found* holds, as a peer's are asked: of a range, both ends."""
    ends = chain.from_iterable((it.amount, it.lower, it.upper) for it in found)
    return [Fraction(end) for end in ends if end is not None]


def accuracy_of(peer: Peer, half: Half) -> str:
    """The cells of a peer's row; what it does not tell is a dash."""
    given = [(text, expected) for _, text, expected in rows(half)]
    values = [
        values_found(peer.reads(text), expected)
        for text, expected in given
        if has_a_value(expected)
    ]
    false = [bool(peer.claims(text)) for text, expected in given if not expected]
    cells = [str(len(given)), "-", "-", "-", share(values), f"{sum(false)} of {len(false)}"]
    return " | ".join(cells)


def share(told: Sequence[bool]) -> str:
    return f"{100 * sum(told) / len(told):.1f}% of {len(told)}" if told else "-"


def failing() -> None:
    """Print what is wrong by kind in both halves, and the rows of the development half."""
    for name, half in HALVES.items():
        wrong = Counter(kind for kind, text, told in rows(half) if not found_right(text, told))
        print(f"wrong in {name}:", ", ".join(f"{kind} {count}" for kind, count in wrong.items()))
    for kind, text, expected in rows(development.HALF):
        if not found_right(text, expected):
            print(f"  {kind}: {text!r}")
            for found in find_quantities(text):
                print(
                    f"      {found.kind} {found.amount} {text[found.start : found.end]!r}", end=""
                )
                print("" if found.kind == "vague" else f" {found.interval} {found.unit}")


def found_right(text: str, expected: Sequence[Expected]) -> bool:
    return is_right(find_quantities(text), expected)


# -- speed --------------------------------------------------------------------------------------


def speed(readers: Sequence[Peer], rounds: int) -> None:
    """Print sentences a second, with a number and without, and how often a peer's that is."""
    print("| | sentences | with a number | times | without | times |")
    print("|---|---|---|---|---|---|")
    for name, numbered, plain in sentences():
        random.Random(0).shuffle(numbered)
        random.Random(0).shuffle(plain)
        contenders: dict[str, Contender] = {
            "claimtrack": (find_quantities, numbered, plain),
            **{peer.name: (peer.works, numbered, plain) for peer in readers},
            **{title: (finder, numbered, plain) for title, finder in others().items()},
        }
        print_rates(name, rates(contenders, rounds))
    if ARTICLES.is_dir():
        print("\nOf articles, each sentence read once and never before: ", end="")
        print(" and ".join(f"{rate_once(given):,.0f} {sort}" for sort, given in unread()), "\n")


def unread() -> Iterator[tuple[str, list[str]]]:
    """The sentences of the articles that are no part of the table's, with a number and without."""
    for sort, given in zip(("with a number", "without"), of_articles(), strict=True):
        rest = sorted(set(given[SENTENCES:]) - set(given[:SENTENCES]))
        random.Random(0).shuffle(rest)
        yield sort, rest


def rate_once(given: Sequence[str]) -> float:
    """Sentences a second of ours over *given*, all of them."""
    return len(given) / spent(lambda: [find_quantities(text) for text in given])


def sentences() -> Iterator[tuple[str, list[str], list[str]]]:
    """The sentences to time: of the table and, where they are at hand, of real articles."""
    numbered = [text for half in HALVES.values() for _, text, told in rows(half) if told]
    yield "table", numbered, [*islice(cycle(PLAIN), len(numbered))]
    if ARTICLES.is_dir():
        numbered, plain = of_articles()
        yield "articles", numbered[:SENTENCES], plain[:SENTENCES]


def of_articles() -> tuple[list[str], list[str]]:
    """Sentences of the recorded articles with a number and without."""
    found: tuple[list[str], list[str]] = ([], [])
    for path in sorted(it for it in ARTICLES.rglob("*") if it.suffix in {".md", ".txt"}):
        for sentence in _SENTENCE_END.split(path.read_text("utf-8", errors="replace")):
            if 20 < len(sentence) < 400:
                found[_A_NUMBER.search(sentence) is None].append(sentence)
    return found


def others() -> dict[str, Finder]:
    """Our finders of dates and of quotations, those that there are."""
    dates = finder_of("find_dates", "dates")
    quotations = finder_of("find_quotations", "quotations", "cited")
    return {
        **({"claimtrack, dates": partial(dates, published=PUBLISHED)} if dates else {}),
        **({"claimtrack, quotations": quotations} if quotations else {}),
    }


def finder_of(name: str, *modules: str) -> Callable[..., object] | None:
    """The function *name* of the first of these modules of words to have it."""
    for module in (f"claimtrack.words.{it}" for it in modules):
        finder = getattr(import_module(module), name, None) if find_spec(module) else None
        if finder is not None:
            return partial(finder)
    return None


def rates(contenders: dict[str, Contender], rounds: int) -> dict[str, tuple[float, float]]:
    """Sentences a second of each sort by contender, who take turns; the first round warms up."""
    turns: dict[str, list[tuple[float, float]]] = {name: [] for name in contenders}
    for _ in range(rounds + 1):
        for name, (finder, numbered, plain) in contenders.items():
            turns[name].append((rate(finder, numbered), rate(finder, plain)))
    return {
        name: (median(it[0] for it in found[1:]), median(it[1] for it in found[1:]))
        for name, found in turns.items()
    }


def rate(finder: Finder, given: Sequence[str]) -> float:
    """Sentences a second, over all that are given or as many as a round has time for."""
    began = time.process_time()
    for count, text in enumerate(given, start=1):
        finder(text)
        if not count % CLOCK_EVERY and time.process_time() - began > LONGEST_ROUND:
            break
    return count / (time.process_time() - began)


def spent(work: Callable[[], object]) -> float:
    """The seconds of processor time that *work* took."""
    before = time.process_time()
    work()
    return time.process_time() - before


def print_rates(name: str, found: dict[str, tuple[float, float]]) -> None:
    ours = found["claimtrack"]
    for contender, (numbered, plain) in found.items():
        times = f"{ours[0] / numbered:,.2f}", f"{ours[1] / plain:,.2f}"
        print(
            f"| {contender} | {name} | {numbered:,.0f} | {times[0]} | {plain:,.0f} | {times[1]} |"
        )


# -- memory -------------------------------------------------------------------------------------


def memory() -> None:
    """Print the peak over texts of growing length, and what is still held after many texts."""
    text = " ".join(row[0] for half in HALVES.values() for kind in half.values() for row in kind)
    print("| a text of | peak | bytes a letter |")
    print("|---|---|---|")
    for length in (MEGABYTE // 4, MEGABYTE // 2, MEGABYTE):
        peak = peak_over("".join(islice(cycle(text), length)))
        print(f"| {length / 1e6:.2f} MB | {peak / 1e6:.1f} MB | {peak / length:.1f} |")
    few, many = held_after(1_000), held_after(10_000)
    print(f"\nHeld after 1,000 texts {few / 1e3:.1f} kB, after 10,000 {many / 1e3:.1f} kB.\n")


def peak_over(text: str) -> int:
    """The most bytes that were held at once while *text* was read."""
    tracemalloc.start()
    find_quantities(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def held_after(texts: int) -> int:
    """The bytes still held after so many texts, no two alike, were read and their finds dropped."""
    tracemalloc.start()
    for number in range(texts):
        find_quantities(f"Some {number:,} homes in Ward {number}.")
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return held


# -- linearity ----------------------------------------------------------------------------------

HOSTILE = {
    "digits": "1234567890",
    "commas": ",",
    "digits and commas": "1,",
    "digits, commas, points": "1,234.",
    "digits apart": "7 ",
    "halves": "half of a ",
    "hedges": "about nearly ",
    "number words": "two hundred and ",
    "dashes": "1-2–",
    "marks of quotation": '"“',
    "spaces": " ",
    "percent": "%",
}


def linearity(rounds: int) -> None:
    """Print how long a megabyte takes and how many times as long two take."""
    finders: dict[str, Finder] = {"quantities": find_quantities, **others()}
    print("| finder | text | 1 MB, s | 2 MB, s | ratio |")
    print("|---|---|---|---|---|")
    for finder_name, finder in finders.items():
        for name, piece in HOSTILE.items():
            one, two = (
                hostile_time(finder, piece * (size * MEGABYTE // len(piece)), rounds)
                for size in (1, 2)
            )
            print(f"| {finder_name} | {name} | {one:.2f} | {two:.2f} | {two / one:.1f} |")
    print()


def hostile_time(finder: Finder, text: str, rounds: int) -> float:
    return median(spent(partial(finder, text)) for _ in range(rounds))


def main(rounds: int, tables: Sequence[str]) -> None:
    """Print the named tables; those that ask no peer need none."""
    asked = [name for name in TABLES if name in tables or not tables]
    readers = peers() if {"accuracy", "speed"} & {*asked} else []
    print(f"Python {platform.python_version()}, {datetime.now(UTC).date()}, rounds: {rounds}\n")
    for name in asked:
        TABLES[name](readers, rounds)


TABLES: dict[str, Callable[[Sequence[Peer], int], None]] = {
    "accuracy": lambda readers, _: accuracy(readers),
    "speed": speed,
    "memory": lambda _, __: memory(),
    "linearity": lambda _, rounds: linearity(max(1, rounds // 3)),
}

if __name__ == "__main__":
    given = sys.argv[1:]
    if given == ["failing"]:
        failing()
    else:
        counts = [int(word) for word in given if word.isdigit()]
        main(counts[0] if counts else ROUNDS, [word for word in given if not word.isdigit()])
