"""What the reading of statements is worth and what it costs.

Precision and recall on labelled sentences, on (measure, value, hedge), with a claim file of our own
(`statements.toml`). A third of the lines, those whose id's sha256 is divisible by three, was not
looked at while the rules were made, until what they gave stood still: both parts are told, and both
together. Lines marked ``ambiguous`` do not count.

    python -m benchmarks.statements [quantities] [states] [languages] [agency] [recorded] [speed]
    python -m benchmarks.statements failing

With no table named it prints them all. ``failing`` prints the sentences that are not right.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import trafilatura
from claimtrack_news import News
from selectolax.lexbor import LexborHTMLParser

from benchmarks import agency
from benchmarks.articles import recorded
from benchmarks.readback import hedge_bound, open_bound, quantities
from claimtrack import Ask, Page
from claimtrack.claimfile import load_document
from claimtrack.claims import Assertion
from claimtrack.errands import Errand, Inquiry
from claimtrack.judging.stances import stance
from claimtrack.measures import Measure, Reads, Subscription
from claimtrack.observations import Reading
from claimtrack.pages import Answer, Request
from claimtrack.update import read
from claimtrack.words.articles.pagetree import decoded
from claimtrack.words.statements import look, read_statements
from claimtrack.words.stating.spotting import Spotter
from claimtrack.words.stating.wordsearch import Automaton, WordIndex

LABELS = Path(__file__).parent.parent.parent / "shared" / "labels"
ARTICLES = LABELS.parent / "evidence" / "articles"
#: An article's length, in characters.
ARTICLE = 5_000
CLAIMS = Path(__file__).parent / "statements.toml"
#: The labellers' codes of hedges, as the bounds that claimtrack reads.
BOUNDS: dict[str, set[str | None]] = {
    "ex": {None, "exactly"}, "rd": {None}, "ap": {"about"}, "ne": {"nearly"},
    "mt": {"over", "at least"}, "al": {"at least", "over"}, "lt": {"under"},
    "ut": {"up to"}, "fr": {None, "about"}, "rg": {None, "about"}, "words": {"nearly", None},
}  # fmt: skip
_HTML = (("content-type", "text/html"),)
_UNITS = {"percent": Decimal("0.01"), "persons": Decimal(1), "km2": Decimal(1)}


@dataclass
class Score:
    """Right, wrong and missed readings."""

    right: int = 0
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        made = self.right + len(self.false)
        return self.right / made if made else 1.0

    @property
    def recall(self) -> float:
        asked = self.right + len(self.missed)
        return self.right / asked if asked else 1.0


def is_set_aside(line: dict[str, Any]) -> bool:
    """Whether the line belongs to the third that was at first only measured with."""
    return int(hashlib.sha256(line["id"].encode()).hexdigest(), 16) % 3 == 0


def parts(name: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The labelled lines of a file: those looked at, those set aside, and both together."""
    every = lines(name)
    yield "looked at", [line for line in every if not is_set_aside(line)]
    yield "set aside", [line for line in every if is_set_aside(line)]
    yield "both", every


def lines(name: str) -> list[dict[str, Any]]:
    """The labelled lines of a file, without those that the labellers call ambiguous."""
    read = [json.loads(line) for line in (LABELS / f"{name}.jsonl").read_text().splitlines()]
    return [line for line in read if not line.get("ambiguous")]


def published(line: dict[str, Any]) -> str | None:
    """The day of the line's text, in the one spelling that claimtrack takes."""
    given = line.get("date_published")
    if given and "/" in given:
        month, day, year = given.split("/")
        return f"{year}-{int(month):02}-{int(day):02}"
    return given


def scored(found: Iterable[dict[str, Any]], measures: tuple[Measure, ...]) -> Score:
    """What reading the lines gives, against their labels."""
    score = Score()
    for line in found:
        language = line.get("language", "en")
        readings = read_statements(
            line["text"], measures, published=published(line), language=language
        )
        _compare(line, readings, score)
    return score


def _compare(line: dict[str, Any], readings: list[Reading], score: Score) -> None:
    waiting = [one for one in line["observations"] if not one.get("ambiguous")]
    for reading in readings:
        match = next((one for one in waiting if _agrees(line, reading, one)), None)
        if match is not None:
            waiting.remove(match)
            score.right += 1
        elif not any(_agrees(line, reading, one) for one in line["observations"]):
            score.false.append(f"{line['id']} {reading.measure} {reading.value} | {line['text']}")
    score.missed += [
        f"{line['id']} {one['claim']} {one['value']} {one['approx']} | {line['text']}"
        for one in waiting
    ]


def _agrees(line: dict[str, Any], reading: Reading, label: dict[str, Any]) -> bool:
    if _key(reading.measure) != label["claim"]:
        return False
    found = quantities(line["text"], reading, line.get("language", "en"))
    amount = found[0].amount if found else None
    if reading.derived and amount is not None:
        amount = 1 - amount
    bound = open_bound(reading) or hedge_bound(found)
    return _is_value(amount, reading, label) and bound in BOUNDS[label["approx"]]


def _is_value(amount: Decimal | None, reading: Reading, label: dict[str, Any]) -> bool:
    if label["value"] is None:
        return True
    wanted = Decimal(str(label["value"])) * _UNITS.get(label["unit"], Decimal(1))
    return amount is not None and abs(amount - wanted) <= abs(wanted) * Decimal("0.001")


CLASSES = ("supports", "contradicts", "neither")


def stance_of(line: dict[str, Any], measures: Mapping[str, Measure]) -> str:
    """What the sentence is to the claim, by the first state of the measure or by three hours."""
    measure = measures[line["claim_key"].replace("_", "-")]
    readings = read_statements(line["text"], (measure,), published=published(line))
    asserted = measure.states[0].name if measure.states else None
    said = None if measure.states else "about three hours"
    assertion = Assertion(measure.kind, measure.id, said=said, asserts=asserted)
    found = {stance(one, assertion, measure) for one in readings}
    return found.pop() if len(found) == 1 and found <= set(CLASSES) else "neither"


def macro_f1(pairs: Sequence[tuple[str, str]]) -> tuple[float, dict[str, float]]:
    """The mean F1 over the classes, and each class's, of *pairs* of label and answer."""
    each = {}
    for name in CLASSES:
        right = sum(label == answer == name for label, answer in pairs)
        asked = sum(label == name for label, _ in pairs)
        given = sum(answer == name for _, answer in pairs)
        each[name] = 2 * right / (asked + given) if asked + given else 1.0
    return sum(each.values()) / len(each), each


def _stances(
    found: Iterable[dict[str, Any]], measures: Mapping[str, Measure]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for line in found:
        label = line["stance"] if line["stance"] in CLASSES else "neither"
        yield label, stance_of(line, measures), line


def _print_states(measures: Mapping[str, Measure]) -> None:
    for part, found in parts("states_dev"):
        pairs = [(label, answer) for label, answer, _ in _stances(found, measures)]
        mean, each = macro_f1(pairs)
        told = " | ".join(f"{each[name]:.2f}" for name in CLASSES)
        print(f"| states | {part} | {len(found)} | {mean:.2f} | {told} |")


def _print_speed() -> None:
    """Articles a second of the processor, when few name a measure; with the automaton of
    the extra ``fast``, and with the plain index.
    """
    files = sorted(ARTICLES.rglob("*.*"))[:400]
    if not files:
        raise FileNotFoundError(f"no articles to read in {ARTICLES}")
    text = "\n".join(path.read_text(errors="replace") for path in files)
    articles = [text[at : at + ARTICLE] for at in range(0, len(text) - ARTICLE, ARTICLE)][:800]
    for count in (10, 1000):
        measures = _made_up(count, articles)
        for name, make in (("automaton", Automaton), ("plain index", WordIndex)):
            spotter = Spotter(measures, search=make)
            named = sum(bool(spotter.spotted(one)) for one in articles)
            begun = time.process_time()
            for one in articles:
                for _ in look(one, spotter, published="2024-01"):
                    pass
            pace = len(articles) / (time.process_time() - begun)
            print(f"| articles, {count:,} measures | {name} | {pace:,.0f} | {named} |")


def _print_pages() -> None:
    """Pages a second of the processor from bytes to what an update makes of them, where none names
    a measure: whether one is a wall is asked as well.
    """
    feed = Subscription("news", "news", options=(("url", "https://example.org/feed"),))
    measure = replace(_made_up(1, ())[0], subscriptions=(feed,))
    request = Request("https://example.org/a")
    errand = Errand(request, (Inquiry(News(), "news", Ask(request.url, (measure,))),))
    pages = [page.html for page in recorded()]
    now = datetime(2026, 1, 1, tzinfo=UTC)
    ways: dict[str, Callable[[bytes], object]] = {
        "claimtrack": lambda page: read(
            Answer(request, now, "fetched", Page(request.url, page, now, headers=_HTML)), errand
        ),
        "selectolax": lambda page: LexborHTMLParser(decoded(page)).text(),
        "trafilatura": lambda page: trafilatura.extract(decoded(page)),
    }
    for name, way in ways.items():
        begun = time.process_time()
        for page in pages:
            way(page)
        pace = len(pages) / (time.process_time() - begun)
        print(f"| pages | {name} | {pace:,.0f} |")


def _made_up(count: int, articles: Sequence[str]) -> tuple[Measure, ...]:
    """Measures of which two are named, each in one article of forty, and the others in none."""
    seen = Counter(word for one in articles for word in set(re.findall(r"[a-z]{6,}", one.lower())))
    rare = [(times, word) for word, times in seen.items() if times * 40 <= len(articles)]
    named = [word.title() for _, word in sorted(rare, reverse=True)[:2]]
    names = [*named, *(f"Nowhere{number}" for number in range(count - len(named)))]
    return tuple(
        Measure(
            f"made-up-{number}", "How many?", "quantity", unit="persons",
            reads=Reads(subject=(name, f"{name} people"), says=("count", "lose", "have", "die")),
        )
        for number, name in enumerate(names)
    )  # fmt: skip


def _print_agency() -> None:
    """What is read of our own sentences in the manner of news agencies, a set at a time."""
    for name in agency.SETS:
        scores = {"figures": Score(), "states": Score()}
        pairs = []
        for line in agency.lines(name):
            pair = agency.stances(line, name)
            score = scores["figures" if pair is None else "states"]
            right, false, missed = agency.compared(line, name)
            score.right += len(right)
            score.false += [f"{one.measure} {one.value} | {line.text}" for one in false]
            score.missed += [f"{one.measure} {one.value} | {line.text}" for one in missed]
            pairs += [pair] * (pair is not None)
        mean, _ = macro_f1(pairs)
        for kind, score in scores.items():
            if kind == "states" and not pairs:
                continue  # a set without subjects has its states among its figures
            told = f" {mean:.2f} |" if kind == "states" else " |"
            print(
                f"| {name}, {kind} | {score.precision:.1%} | {score.recall:.1%} | {score.right} |"
                f" {len(score.false)} | {len(score.missed)} |{told}"
            )


@dataclass(frozen=True)
class Marked:
    """A sentence of a recorded article: what it is to *claim*, or the figures that it states."""

    claim: str
    label: str
    path: str
    text: str

    @property
    def published(self) -> str:
        """The day in the name of its file; where it has none, that of the others."""
        day = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", Path(self.path).name)
        return "-".join(day.groups()) if day else "2025-08-20"


def marked() -> Iterator[Marked]:
    """The sentences of `recorded.tsv`, with their words off the recorded articles."""
    for line in (Path(__file__).parent / "recorded.tsv").read_text().splitlines():
        if not line.startswith("#"):
            claim, label, path, start, end = line.split("\t")
            text = (ARTICLES / path).read_text(errors="replace")[int(start) : int(end)]
            yield Marked(claim, label, path, text)


def _print_recorded(measures: Mapping[str, Measure], asked: tuple[Measure, ...]) -> None:
    pairs, figures = [], Score()
    for one in marked():
        if one.claim == "figures":
            _compare_marked(one, asked, figures)
            continue
        line = {"claim_key": one.claim, "text": one.text, "date_published": one.published}
        pairs.append((one.label, stance_of(line, measures)))
    mean, each = macro_f1(pairs)
    told = " | ".join(f"{each[name]:.2f}" for name in CLASSES)
    print(f"| states | recorded | {len(pairs)} | {mean:.2f} | {told} |")
    print(
        f"| quantities | recorded | {figures.precision:.1%} | {figures.recall:.1%} |"
        f" {figures.right} | {len(figures.false)} | {len(figures.missed)} |"
    )


def _compare_marked(one: Marked, asked: tuple[Measure, ...], score: Score) -> None:
    labels = agency.labels(one.label)
    waiting = list(labels)
    for reading in read_statements(one.text, asked, published=one.published):
        label = next((label for label in waiting if label.is_of(one.text, reading)), None)
        if label is not None:
            waiting.remove(label)
            score.right += 1
        elif not any(label.is_of(one.text, reading) for label in labels):
            score.false.append(f"{reading.measure} {reading.value} | {one.text}")
    score.missed += [f"{label.measure} {label.value} | {one.text}" for label in waiting]


_TABLES = ("speed", "languages", "states", "agency", "recorded", "quantities")


def main(given: list[str]) -> None:
    measures = load_document(CLAIMS).measures
    keys = json.loads((LABELS / "claim_keys.json").read_text())["numeric"]
    asked = tuple(one for one in measures if _key(one.id) in keys)
    if "failing" in given:
        for line in _failing(measures, asked):
            print(line)
        return
    tables = [name for name in _TABLES if name in given] or _TABLES
    if "speed" in tables:
        _print_speed()
        _print_pages()
    if "languages" in tables:
        _print_languages(asked)
    if "states" in tables:
        _print_states({one.id: one for one in measures})
    if "agency" in tables:
        _print_agency()
    if "recorded" in tables:
        _print_recorded({one.id: one for one in measures}, asked)
    if "quantities" in tables:
        _print_quantities(asked)


def _print_quantities(asked: tuple[Measure, ...]) -> None:
    for part, found in parts("quantities_dev"):
        score = scored(found, asked)
        print(
            f"| quantities | {part} | {len(found)} | {score.precision:.1%} | {score.recall:.1%} |"
            f" {score.right} | {len(score.false)} | {len(score.missed)} |"
        )


def _key(measure: str) -> str:
    """The labellers' key of a measure; one key may have several measures, behind a slash."""
    return measure.partition("/")[0].replace("-", "_")


def _print_languages(measures: tuple[Measure, ...]) -> None:
    for part, found in parts("quantities_other_languages"):
        for language in sorted({line["language"] for line in found}):
            score = scored((line for line in found if line["language"] == language), measures)
            print(
                f"| {language} | {part} | {score.recall:.0%} | {score.right} |"
                f" {len(score.false)} | {len(score.missed)} |"
            )


def _failing(measures: tuple[Measure, ...], asked: tuple[Measure, ...]) -> Iterator[str]:
    for name in ("quantities_dev", "quantities_other_languages"):
        score = scored(lines(name), asked)
        yield from (f"FALSE  {one}" for one in score.false)
        yield from (f"MISSED {one}" for one in score.missed)
    for label, answer, line in _stances(lines("states_dev"), {one.id: one for one in measures}):
        if label != answer:
            yield f"{line['id']} {line['claim_key']} {label}, not {answer} | {line['text']}"


if __name__ == "__main__":
    main(sys.argv[1:])
