"""Peak memory of claimtrack's passes, by the number of addresses that are watched.

    python -m benchmarks.fetching.memory [ADDRESSES ...]

Each pass is a process of its own: a claim file is added that names the addresses, they are asked to
know them, once when every page has changed, and once when none has. Their pages are 400, served
again and again under one name after another, for what is looked at is what an update holds of each
and not what nginx reads.
Needs nginx (Debian's ``nginx-light`` will do) and ``pip install "claimtrack[bench,fast]"``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.fetching.__main__ import PASSES, Figures, one_pass
from benchmarks.fetching.site import names, served, write_pages

ADDRESSES = (500, 2_000, 8_000, 32_000)
#: So many pages differ; they are 80 kB each, and those of all addresses would fill a disk.
_PAGES = 400
_CONTENDER = "claimtrack"


def main() -> None:
    """Print the table for each number of addresses given."""
    counts = [int(given) for given in sys.argv[1:]] or ADDRESSES
    heads = " | ".join(f"{kind}, MB | ms a page" for kind in ("added", *PASSES))
    print(f"| addresses | {heads} |")
    print("|---" * (3 + 2 * len(PASSES)) + "|")
    for count in counts:
        cells = [f"{one.peak_mb:.1f} | {1000 * one.seconds / count:.2f}" for one in passes(count)]
        print(f"| {count:,} | {' | '.join(cells)} |", flush=True)


def passes(count: int) -> list[Figures]:
    """What each pass over *count* addresses came to."""
    found = []
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o755)
        kept = folder / "kept"
        kept.mkdir()
        with served(folder) as url:
            found.append(_added(url, count, kept))
            for edition, kind in enumerate(PASSES, 1):
                if kind != "unchanged":
                    _write(folder / "pages", count, edition)
                found.append(one_pass(_CONTENDER, url, count, kept))
    return found


def _added(url: str, count: int, folder: Path) -> Figures:
    """What it came to that the claim file was added, by itself."""
    given = [sys.executable, "-c", _ADDING, _CONTENDER, url, str(count), str(folder)]
    done = subprocess.run(given, capture_output=True, text=True, check=True, timeout=900)
    return Figures(**json.loads(done.stdout.splitlines()[-1]))


#: A contender adds what it needs before its first pass, which `main` leaves out of the time.
_ADDING = """
import json, resource, sys, time
from pathlib import Path
from benchmarks.fetching.contenders import CONTENDERS
name, url, count, folder = sys.argv[1:]
before = time.process_time()
CONTENDERS[name](url, int(count), Path(folder))
seconds = time.process_time() - before
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"found": int(count), "seconds": seconds, "peak_mb": peak}))
"""


def _write(folder: Path, count: int, edition: int) -> None:
    """The pages of *edition* under *count* names, each of the first ones under many."""
    write_pages(folder, min(count, _PAGES), edition)
    written = names(_PAGES)
    for number, name in enumerate(names(count)):
        first = written[number % _PAGES]
        if name != first and not (folder / name).exists():
            os.link(folder / first, folder / name)
            os.link(folder / f"{first}.gz", folder / f"{name}.gz")


if __name__ == "__main__":
    main()
