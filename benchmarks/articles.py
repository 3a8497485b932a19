"""How well articles are read: titles, authors, days and main texts, and how fast, beside peers.

The pages are recorded ones with what people found on them. A third of them, those whose id has a
sha256 that three divides, was set aside and not looked at while the rules and their weights were
made; both parts are reported. The score is that of ``measure_article.py``, which comes with the
pages: titles after folding case, signs and white space; authors as exact sets; a day is right where
it is the true one in some time zone; the text by the tokens that it shares with the true one.
Peers are asked in the way that they read the most, and one that is not installed fails the run:
``pip install "claimtrack[bench]"``. Times are of the processor.

Of some pages nobody wrote down the title and the authors: what we read of these of the part that
was built on stands in ``articles_read.json``, a title by the place that has it ("h1 4" is the
fourth heading), and is compared with what claimtrack reads.

    python -m benchmarks.articles [PAGES]

PAGES is how many pages of each part to read; all where it is left out.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import logging
import platform
import runpy
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any

from claimtrack import read_article, visible_text
from claimtrack.words.articles.metas import Metas
from claimtrack.words.articles.pagetree import decoded, tree, words_of
from claimtrack.words.articles.timestamps import day_of

SHARED = Path(__file__).parent.parent.parent / "shared"
PAGES = SHARED / "pages" / "articles"
READ_BY_US = Path(__file__).parent / "articles_read.json"
SCORE = SHARED / "labels" / "measure_article.py"
#: The part that was built on, and the third that was not looked at.
BUILT_ON, SET_ASIDE = "built on", "set aside"

#: What a contender reads of a page, by the names of `measure_article.py`.
Reads = Callable[[bytes, str | None], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recorded page with its line of truth."""

    truth: dict[str, Any]
    html: bytes

    @property
    def part(self) -> str:
        """Which part it belongs to."""
        digest = hashlib.sha256(self.truth["id"].encode()).hexdigest()
        return SET_ASIDE if int(digest, 16) % 3 == 0 else BUILT_ON


def recorded() -> Iterator[Recorded]:
    """Every recorded page."""
    for line in (PAGES / "MANIFEST.jsonl").read_text(encoding="utf-8").splitlines():
        truth = json.loads(line)
        yield Recorded(truth, gzip.decompress((PAGES / truth["file"]).read_bytes()))


# -- the contenders -----------------------------------------------------------------------------


def contenders() -> dict[str, Reads]:
    """Everybody who reads, by name and version. Raises ImportError for a peer that is missing."""
    return {
        f"claimtrack {version('claimtrack')}": of_claimtrack,
        **dict([trafilatura(), newspaper4k(), htmldate(), readability()]),
    }


def of_claimtrack(html: bytes, url: str | None) -> dict[str, Any]:
    article = read_article(html, url=url)
    return {
        "title": article.title,
        "authors": list(article.authors),
        "date_published": day_of(article.published).isoformat() if article.published else None,
        "text": article.text,
    }


def trafilatura() -> tuple[str, Reads]:
    """trafilatura, with its metadata and without readers' comments."""
    from trafilatura import bare_extraction

    def reads(html: bytes, url: str | None) -> dict[str, Any]:
        found = bare_extraction(html, url=url, with_metadata=True, include_comments=False)
        if found is None:
            return {}
        return {
            "title": found.title,
            "authors": (found.author or "").split("; "),
            "date_published": found.date,
            "text": found.text,
        }

    return f"trafilatura {version('trafilatura')}", reads


def newspaper4k() -> tuple[str, Reads]:
    """newspaper4k, without fetching anything."""
    import newspaper

    def reads(html: bytes, url: str | None) -> dict[str, Any]:
        article = newspaper.Article(url or "https://example.org/", fetch_images=False)
        article.download(input_html=decoded(html))
        article.parse()
        day = article.publish_date
        return {
            "title": article.title,
            "authors": list(article.authors),
            "date_published": day.isoformat()[:10] if day else None,
            "text": article.text,
        }

    return f"newspaper4k {version('newspaper4k')}", reads


def htmldate() -> tuple[str, Reads]:
    """htmldate, which reads the day alone."""
    from htmldate import find_date

    def reads(html: bytes, url: str | None) -> dict[str, Any]:
        return {"date_published": find_date(decoded(html), url=url, original_date=True)}

    return f"htmldate {version('htmldate')}", reads


def readability() -> tuple[str, Reads]:
    """readability-lxml, which reads the title and the main text."""
    from lxml.html import fromstring
    from readability import Document

    def reads(html: bytes, _: str | None) -> dict[str, Any]:
        page = Document(decoded(html))
        summary = page.summary()
        text = " ".join(fromstring(summary).itertext()) if summary.strip() else ""
        return {"title": page.short_title(), "text": text}

    return f"readability-lxml {version('readability-lxml')}", reads


# -- measuring ----------------------------------------------------------------------------------


def predictions(reads: Reads, pages: list[Recorded]) -> tuple[list[dict[str, Any]], float]:
    """What *reads* makes of *pages*, and the seconds that it took; a page on which it raises
    counts as empty.
    """
    made = []
    before = time.process_time()
    for page in pages:
        try:
            read = reads(page.html, page.truth.get("url"))
        except Exception as error:  # whatever a peer raises, the others go on
            print(f"# {page.truth['id']}: {type(error).__name__}", file=sys.stderr)
            read = {}
        made.append({"id": page.truth["id"], **read})
    return made, time.process_time() - before


def row(reads: Reads, pages: list[Recorded], score: Callable[..., Any]) -> str:
    """The cells of a contender's row."""
    made, seconds = predictions(reads, pages)
    truth = [page.truth for page in pages]
    found = score(truth, made, str(PAGES), bootstrap=False)
    told = {name for one in made for name, value in one.items() if value}
    cells = [
        share(found, "title", "normalised") if "title" in told else "",
        share(found, "authors", "exact_set") if "authors" in told else "",
        share(found, "date", "accuracy_any_zone") if "date_published" in told else "",
        share(found, "date", "precision") if "date_published" in told else "",
        str(found["no_date_pages"]["false_dates"]) if "no_date_pages" in found else "",
        share(found, "text", "f1") if "text" in told else "",
        f"{len(pages) / seconds:.0f}",
    ]
    return " | ".join(cells)


def share(found: dict[str, Any], what: str, which: str) -> str:
    return f"{found[what][which]:.3f}" if what in found else ""


def told_at(html: bytes, place: str) -> str | None:
    """The title that stands at *place* of the page *html*."""
    root = tree(decoded(html))
    tag, _, number = place.partition(" ")
    if tag != "h1":
        return Metas(root).first(tag)
    headings = filter(None, map(words_of, root.iter("h1")))
    return next(islice(headings, int(number or 1) - 1, None), None)


def read_by_us(pages: list[Recorded], measure: dict[str, Any]) -> str:
    """How many of the titles and the authors that we read of *pages* are those of claimtrack."""
    labels = json.loads(READ_BY_US.read_text(encoding="utf-8"))
    titles, authors = [], []
    for page in pages:
        label = labels.get(page.truth["id"], {})
        read = of_claimtrack(page.html, page.truth.get("url")) if label else {}
        if "title" in label:
            told = told_at(page.html, label["title"])
            titles.append(measure["norm"](told) == measure["norm"](read["title"]))
        if "authors" in label:
            authors.append(
                measure["authors"](label["authors"]) == measure["authors"](read["authors"])
            )
    return f"titles {sum(titles)} of {len(titles)}, authors {sum(authors)} of {len(authors)}"


def walls(pages: list[Recorded]) -> list[str]:
    """The pages that are taken for a wall, each with the sign."""
    read = ((page, read_article(page.html)) for page in pages)
    return [f"{page.truth.get('url')}: {it.wall}" for page, it in read if it.wall]


def glimpses(pages: list[Recorded]) -> float:
    """Pages a second of the cheap look."""
    before = time.process_time()
    for page in pages:
        visible_text(page.html)
    return len(pages) / (time.process_time() - before)


def main(most: int | None) -> None:
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    measure = runpy.run_path(str(SCORE))
    score = measure["score"]
    everything = [*recorded()]
    print(f"Python {platform.python_version()}, {datetime.now(UTC).date()}\n")
    names = ("part", "pages", "title", "authors", "day", "day, exact of given", "days made up",
             "text F1", "pages/s")  # fmt: skip
    print(f"| | {' | '.join(names)} |\n{'|---' * (len(names) + 1)}|")
    for part in (BUILT_ON, SET_ASIDE):
        pages = [page for page in everything if page.part == part][:most]
        for name, reads in contenders().items():
            cells = row(reads, pages, score)
            print(f"| {name} | {part} | {len(pages)} | {cells} |", flush=True)
    print("\nread by us:", read_by_us(everything, measure))
    print(f"\nvisible_text: {glimpses(everything[:most]):.0f} pages/s")
    print("taken for a wall:", *walls(everything[:most]), sep="\n- ")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else None)
