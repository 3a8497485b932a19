"""Pages a second of processor time, and peak memory: claimtrack and its peers, in one run.

2,000 pages of 60 to 120 kB on a loopback nginx are asked by each contender in a process of its own:
once to know them, once when every one has changed, once more when none has. Of the processor's time
only the contender's own counts, without its imports.

    python -m benchmarks.fetching [PAGES]

Needs nginx (Debian's ``nginx-light`` will do) and ``pip install "claimtrack[bench,fast]"``.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.fetching.contenders import CONTENDERS
from benchmarks.fetching.site import served, write_pages

PAGES = 2_000
PASSES = ("first", "changed", "unchanged")
_PACKAGES = (
    "scrapy", "httpx", "beautifulsoup4", "aiohttp", "selectolax", "lxml", "sqlalchemy", "isal",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figures:
    """What one pass of one contender came to."""

    found: int
    seconds: float
    peak_mb: float


def main() -> None:
    """Run every contender through every pass, and print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    print(", ".join([f"Python {platform.python_version()}", *map(_versioned, _PACKAGES)]))
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o755)
        write_pages(folder / "pages", count, 1)
        with served(folder) as url:
            print(table(measured(folder, url, count), count))


def measured(folder: Path, url: str, count: int) -> dict[tuple[str, str], Figures]:
    """What each pass of each contender came to."""
    found = {}
    for edition, kind in enumerate(PASSES, 1):
        if kind == "changed":
            write_pages(folder / "pages", count, edition)
        for name in CONTENDERS:
            found[name, kind] = one_pass(name, url, count, folder / _plain(name))
            print(f"{kind}, {name}: {found[name, kind]}", file=sys.stderr)
    return found


def one_pass(name: str, url: str, count: int, folder: Path) -> Figures:
    """One pass of one contender, in a process of its own. Raises where it did not find all."""
    folder.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "benchmarks.fetching.contenders", name, url]
    command += [str(count), str(folder)]
    given = subprocess.run(command, capture_output=True, text=True, timeout=900)
    if given.returncode:
        raise ValueError(f"{name} failed:\n{given.stderr[-2000:]}")
    figures = Figures(**json.loads(given.stdout.splitlines()[-1]))
    if figures.found != count:
        raise ValueError(f"{name} found {figures.found} of {count} shares:\n{given.stderr[-2000:]}")
    return figures


def table(figures: dict[tuple[str, str], Figures], count: int) -> str:
    """The figures as a table of Markdown: pages a second, and how often Scrapy's."""
    of_scrapy = {
        "first": figures["Scrapy", "first"].seconds,
        "changed": figures["Scrapy", "changed"].seconds,
        "unchanged": figures["Scrapy with its cache", "unchanged"].seconds,
    }
    lines = ["| | new | changed | of Scrapy | unchanged | of Scrapy | peak MB |", "|---" * 7 + "|"]
    for name in CONTENDERS:
        first, changed, unchanged = (figures[name, kind] for kind in PASSES)
        peak = max(one.peak_mb for one in (first, changed, unchanged))
        lines.append(
            f"| {name} | {count / first.seconds:,.0f} | {count / changed.seconds:,.0f}"
            f" | {of_scrapy['changed'] / changed.seconds:.2f} | {count / unchanged.seconds:,.0f}"
            f" | {of_scrapy['unchanged'] / unchanged.seconds:.2f} | {peak:.0f} |"
        )
    return "\n".join(lines)


def _plain(name: str) -> str:
    return "".join(sign if sign.isalnum() else "_" for sign in name)


def _versioned(package: str) -> str:
    return f"{package} {version(package)}"


if __name__ == "__main__":
    main()
