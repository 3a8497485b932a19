"""The contenders: each asks all pages once more, takes the share off each and keeps it.

A contender runs in a process of its own, which knows nothing of the others':

    python -m benchmarks.fetching.contenders NAME URL COUNT FOLDER

prints the seconds of processor time of that one pass, imports left out, and the peak memory. What
it keeps from pass to pass is in FOLDER, validators included.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.fetching.site import names

#: How many requests a peer has under way at once; more made none of them quicker.
AT_ONCE = 8
SELECTOR = "table.figures td.share"
_MEASURE = """
[measure."share/{name}"]
asks = "What is the share on this page?"
kind = "quantity"
unit = "share"
ask = [{{ source = "page", url = "{url}/{name}", select = "{selector}" }}]
"""
_CLAIM = """
[[claim]]
id = "of-{name}"
measure = "share/{name}"
statement = "The share is about half."
said = "about half"
"""
#: A claim file may hold a megabyte or so of them; more pages are those of several documents.
_PAGES_IN_A_FILE = 4_000
#: What an update of claimtrack imports once it needs it; the peers' imports are left out, too.
_IMPORTED_LATER = (
    "claimtrack.tracker",
    "claimtrack.fetch.blocking",
    "claimtrack.fetch.web",
    "cssselect",
    "lxml.etree",
    "sqlalchemy.dialects.sqlite",
)
#: What a pass does, once everything is imported; it gives the number of pages with a share.
Pass = Callable[[], int]


def claimtrack(url: str, count: int, folder: Path, *, claims: bool = False) -> Pass:
    """claimtrack, as a script uses it: guarded, with attempts, snapshots and facts on record."""
    import claimtrack
    from claimtrack.sources import load_sources

    for name in _IMPORTED_LATER:
        import_module(name)
    load_sources()  # imports the plugins
    database, file = folder / "claims.db", folder / "claims.toml"
    if not file.exists():
        with claimtrack.open(database) as tracker:
            for first in range(0, count, _PAGES_IN_A_FILE):
                some = names(count)[first : first + _PAGES_IN_A_FILE]
                file.write_text(_claim_file(url, some, claims, f"pages-{first}"))
                tracker.add(file)

    def run() -> int:
        with claimtrack.open(database, allow_private=True) as tracker:
            report = tracker.update()
        read = (one for one in report.attempts if one.results and not one.failed)
        return sum(1 for _ in read)

    return run


def claimtrack_claims(url: str, count: int, folder: Path) -> Pass:
    """claimtrack with a claim for each page, which it judges."""
    return claimtrack(url, count, folder, claims=True)


def _claim_file(url: str, pages: list[str], claims: bool, document: str) -> str:
    head = f'[document]\nid = "{document}"\ntitle = "Pages"\npublished = 2026-01-01\n'
    measures = "".join(_MEASURE.format(name=name, url=url, selector=SELECTOR) for name in pages)
    stated = "".join(_CLAIM.format(name=name) for name in pages if claims)
    return head + measures + stated


def scrapy(url: str, count: int, folder: Path, *, cache: bool = False) -> Pass:
    """Scrapy with a spider and a pipeline into SQLite; its cache only where 304s are asked for."""
    import scrapy
    from scrapy.crawler import CrawlerProcess

    found = 0

    class Shares(scrapy.Spider):
        name = "shares"
        start_urls = tuple(f"{url}/{name}" for name in names(count))

        def parse(self, response: Any) -> Any:
            for said in response.css(f"{SELECTOR}::text").getall():
                yield {"url": response.url, "share": said}

    class Keeping:
        def open_spider(self) -> None:
            self.record = _opened(folder / "scrapy.db")

        def close_spider(self) -> None:
            self.record.commit()
            self.record.close()

        def process_item(self, item: Any) -> Any:
            nonlocal found
            found += 1
            self.record.execute(_PUT, (item["url"], item["share"], None, None))
            return item

    settings = {
        "ITEM_PIPELINES": {Keeping: 1},
        "CONCURRENT_REQUESTS": AT_ONCE,
        "CONCURRENT_REQUESTS_PER_DOMAIN": AT_ONCE,
        "DOWNLOAD_DELAY": 0,
        "LOG_LEVEL": "ERROR",
        "TELNETCONSOLE_ENABLED": False,
        "ROBOTSTXT_OBEY": False,
        "HTTPCACHE_ENABLED": cache,
        "HTTPCACHE_POLICY": "scrapy.extensions.httpcache.RFC2616Policy",
        "HTTPCACHE_DIR": str(folder / "cache"),
        # Else it takes a page without Cache-Control for fresh by its age, and asks nothing.
        "HTTPCACHE_ALWAYS_STORE": True,
    }
    process = CrawlerProcess(settings)
    process.crawl(Shares)

    def run() -> int:
        process.start()
        return found

    return run


def scrapy_cached(url: str, count: int, folder: Path) -> Pass:
    """Scrapy with its cache by RFC 2616, which asks with validators."""
    return scrapy(url, count, folder, cache=True)


def plain_script(url: str, count: int, folder: Path) -> Pass:
    """httpx, bs4 and SQLAlchemy's ORM, as such a script is written."""
    import httpx
    from bs4 import BeautifulSoup
    from sqlalchemy import String, create_engine
    from sqlalchemy.orm import DeclarativeBase, Session, mapped_column

    class Base(DeclarativeBase):
        pass

    class Seen(Base):
        __tablename__ = "seen"
        url = mapped_column(String, primary_key=True)
        share = mapped_column(String)
        etag = mapped_column(String)
        modified = mapped_column(String)

    engine = create_engine(f"sqlite:///{folder / 'plain.db'}")
    Base.metadata.create_all(engine)

    def run() -> int:
        with Session(engine) as session, httpx.Client() as client:
            return sum(one(session, client, f"{url}/{name}") for name in names(count))

    def one(session: Session, client: httpx.Client, address: str) -> bool:
        seen = session.get(Seen, address) or Seen(url=address)
        answer = client.get(address, headers=_conditions(seen.etag, seen.modified))
        if answer.status_code == 200:
            seen.share = BeautifulSoup(answer.text, "lxml").select_one(SELECTOR).get_text()
            seen.etag, seen.modified = answer.headers["etag"], answer.headers["last-modified"]
            session.add(seen)
            session.commit()
        return seen.share is not None

    return run


def quick_script(url: str, count: int, folder: Path) -> Pass:
    """aiohttp, selectolax and sqlite3: about as little as a script can do."""
    import aiohttp
    from selectolax.lexbor import LexborHTMLParser

    async def all_pages() -> int:
        waiting = iter(names(count))
        with closing(_opened(folder / "quick.db")) as record:
            async with aiohttp.ClientSession() as session:
                lanes = (lane(session, record, waiting) for _ in range(AT_ONCE))
                found = sum(await asyncio.gather(*lanes))
            record.commit()
        return found

    async def lane(session: Any, record: sqlite3.Connection, waiting: Any) -> int:
        found = 0
        for name in waiting:
            address = f"{url}/{name}"
            known = record.execute(_GET, (address,)).fetchone()
            given = _conditions(*known[1:]) if known else {}
            async with session.get(address, headers=given) as answer:
                if answer.status == 200:
                    said = LexborHTMLParser(await answer.text()).css_first(SELECTOR).text()
                    etag, modified = answer.headers["ETag"], answer.headers["Last-Modified"]
                    record.execute(_PUT, (address, said, etag, modified))
            found += 1
        return found

    return lambda: asyncio.run(all_pages())


CONTENDERS: dict[str, Callable[[str, int, Path], Pass]] = {
    "claimtrack": claimtrack,
    "claimtrack, a claim each": claimtrack_claims,
    "Scrapy": scrapy,
    "Scrapy with its cache": scrapy_cached,
    "httpx, bs4, ORM": plain_script,
    "aiohttp, selectolax": quick_script,
}

_PUT = "INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?)"
_GET = "SELECT share, etag, modified FROM seen WHERE url = ?"


def _opened(path: Path) -> sqlite3.Connection:
    record = sqlite3.connect(path)
    record.execute("PRAGMA journal_mode=WAL")
    record.execute(
        "CREATE TABLE IF NOT EXISTS seen"
        " (url TEXT PRIMARY KEY, share TEXT, etag TEXT, modified TEXT)"
    )
    return record


def _conditions(etag: str | None, modified: str | None) -> dict[str, str]:
    given = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {name: value for name, value in given.items() if value}


def main() -> None:
    """One pass of one contender, as JSON."""
    name, url, count, folder = sys.argv[1:]
    run = CONTENDERS[name](url, int(count), Path(folder))
    before = time.process_time()
    found = run()
    spent = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"found": found, "seconds": spent, "peak_mb": peak}))


if __name__ == "__main__":
    main()
