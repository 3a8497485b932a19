"""The replay: saved pages read as expected, and no reading invented on a bad day."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lights import EXPECTED, kept_in

from claimtrack import Ask, Description, Follow, Page, Reading, Refusal, Source, Unreadable
from claimtrack.authoring.replay import Replay, replay
from claimtrack.claimfile import load_document
from claimtrack.errors import BadValue, PluginError
from claimtrack.sources import hookimpl, load_sources

PAGE = """\
<!DOCTYPE html>
<html><head><title>Lights</title></head><body>
<p>Lit on <time datetime="2026-03-01">1 March</time>:</p>
<table><tr><th>Coast</th><th>Lit</th></tr>
<tr><td class="north">North</td><td class="north-lit">4100</td></tr>
<tr><td class="south">South</td><td class="south-lit">2300</td></tr></table>
</body></html>
"""

Reader = Callable[[Page], Iterator[Any]]


def reading(value: object, **more: Any) -> Reading:
    given: dict[str, Any] = {"as_of": date(2026, 3, 1), "quote": str(value), **more}
    return Reading("lights/lit", value, **given)  # type: ignore[arg-type]


def on(page: Page) -> date:
    return date.fromisoformat(page.one("time").attributes["datetime"])


def careful(page: Page) -> Iterator[Reading]:
    yield reading(int(page.one("td.north-lit").text), as_of=on(page))


def plugin(
    reader: Reader, asks: Callable[[], object] = lambda: None, at: str = "https://lights.example/"
) -> object:
    """A plugin whose one source reads by *reader*."""

    class Lights(Source):
        name = "lights"
        describes = Description("Lighthouse register")

        def asks(self, measures: Any, *, since: date | None = None) -> Iterator[Ask]:
            asks()
            yield Ask(at, measures)

        def read(self, page: Page, measures: Any) -> Iterator[Any]:
            return reader(page)

    return SimpleNamespace(claimtrack_sources=hookimpl(lambda: [Lights()]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return kept_in(tmp_path, PAGE)


def replayed(folder: Path, reader: Reader = careful, **more: Any) -> Replay:
    return replay(folder, load_sources([plugin(reader)]), **more)


def test_a_careful_reader_passes(folder: Path) -> None:
    found = replayed(folder)
    assert found.problems == ()
    assert (found.pages, found.readings) == (1, 1)
    assert found.ordeals > 60


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("value = 4101", "value is 4100, not 4101"),
        ("value = 4100, error = 5", "error is None, not 5"),
        ("value = 4100, locator = '/html'", "locator is None, not '/html'"),
        ("value = 4100, attribution = 'A. Keeper'", "attribution is None, not 'A. Keeper'"),
        ("interval = '[4100, 4101)'", r"value is 4100, not [4100, 4101)"),
        ("day = '2042'", "value is 4100, not 2042"),
    ],
)
def test_what_is_read_otherwise_is_told(folder: Path, written: str, problem: str) -> None:
    (folder / "today.html.toml").write_text(EXPECTED.replace("value = 4100", written))
    assert f"today.html: lights/lit, reading 1: {problem}" in replayed(folder).problems


def test_a_reading_too_many_and_one_too_few_are_told(folder: Path) -> None:
    def twice(page: Page) -> Iterator[Reading]:
        yield from careful(page)
        yield reading(2300, as_of=date(2026, 2, 1))

    assert "today.html: lights/lit: 2 readings, not 1" in replayed(folder, twice).problems
    silent = replayed(folder, lambda page: iter(()))
    assert silent.problems == (
        "today.html: lights/lit: 0 readings, not 1: the page says nothing of it",
    )


def test_a_reading_without_a_quote_is_told(folder: Path) -> None:
    (folder / "today.html.toml").write_text(EXPECTED.replace(', quote = "4100"', ""))
    found = replayed(
        folder, lambda page: iter([reading(int(page.one("td.north-lit").text), quote="")])
    )
    assert found.problems == ("today.html: lights/lit: 4100 quotes nothing of the page",)


def test_a_quote_of_words_that_stand_nowhere_is_told(folder: Path) -> None:
    (folder / "today.html.toml").write_text(EXPECTED.replace(', quote = "4100"', ""))

    def saying(quote: str) -> tuple[str, ...]:
        def reader(page: Page) -> Iterator[Reading]:
            lit = page.one("td.north-lit").text
            yield reading(int(lit), as_of=on(page), quote=quote.format(lit))

        return replayed(folder, reader).problems

    assert saying("Lit on 1 March: North {}") == ()
    told = saying("North shines {} lamps")[:1]
    assert told == (
        "today.html: lights/lit: quotes words that stand nowhere on the page: shines, lamps",
    )


def naive_default(page: Page) -> Iterator[Reading]:
    try:
        yield from careful(page)
    except Unreadable:
        yield reading(0)


def naive_cut(page: Page) -> Iterator[Reading]:
    """What is cut reads like a smaller number."""
    yield reading(int(page.text.split("north-lit ")[1].split()[0]))


def naive_order(page: Page) -> Iterator[Reading]:
    """The first row, whatever it is about."""
    yield reading(int(page.table("table")[1][1]), as_of=on(page))


def naive_any(page: Page) -> Iterator[Reading]:
    """The first number there is, on a wall too."""
    digits = "".join(
        sign if sign.isdigit() else " " for sign in page.text.partition(":</p>")[2] or page.text
    )
    yield reading(int(digits.split()[0]))


@pytest.mark.parametrize(
    ("reader", "day", "why"),
    [
        (naive_default, "empty", "which the page does not state"),
        (naive_order, "rows in another order", "a row is chosen by its day, or by its name"),
        (naive_any, "a wall", "which the page does not state"),
    ],
)
def test_an_invented_reading_is_told(folder: Path, reader: Reader, day: str, why: str) -> None:
    problems = replayed(folder, reader).problems
    assert [one for one in problems if day in one and why in one]


def test_a_figure_that_is_cut_is_told(folder: Path) -> None:
    """Half of a page of markup is given to no reader; half of a text is."""
    (folder / "today.html").write_text("south-lit 2300\nnorth-lit 4100\n")
    (folder / "today.html.toml").write_text(EXPECTED.replace("text/html", "text/plain"))
    problems = replayed(folder, naive_cut).problems
    cut = [one.partition(", which")[0] for one in problems if "cut after" in one]
    assert cut == [
        f"today.html: cut after {place} bytes of 30: lights/lit: read {figure} for 2026-03-01"
        for place, figure in ((26, 4), (27, 41), (28, 410))
    ]


def test_the_newest_row_of_a_page_that_is_cut_may_be_an_older_one(folder: Path) -> None:
    (folder / "today.html").write_text("day,lit\n2026-02-27,390\n2026-03-01,4100\n")
    told = EXPECTED.replace("text/html", "text/csv").replace(', quote = "4100"', "")
    (folder / "today.html.toml").write_text(told)

    def newest(page: Page) -> Iterator[Reading]:
        row = max(page.rows(), key=lambda row: row["day"])
        yield reading(int(row["lit"]), as_of=date.fromisoformat(row["day"]), quote=row["lit"])

    def newest_of_its_lines(page: Page) -> Iterator[Reading]:
        day, lit = page.text.splitlines()[-1].split(",")
        yield reading(int(lit), as_of=date.fromisoformat(day), quote=lit)

    without = {"reordered": "the newest row is the last"}
    assert replayed(folder, newest).problems == ()
    cut = replayed(folder, newest_of_its_lines, without=without).problems
    figures = {one.split(" read ")[1].partition(" for ")[0] for one in cut}
    assert figures == {"3", "39", "4", "41", "410"}


def test_an_ordeal_may_be_left_out_for_a_reason(folder: Path) -> None:
    without = {"reordered": "the register lists the north first"}
    assert replayed(folder, naive_order, without=without).problems == ()
    with pytest.raises(BadValue, match="say it"):
        replayed(folder, without={"reordered": ""})
    with pytest.raises(BadValue, match="no ordeal named 'rain'"):
        replayed(folder, without={"rain": "it is dry"})


def of_one_figure(page: Page) -> Iterator[Reading]:
    """What happens to stand there today, whatever stands there tomorrow."""
    page.one("td.north-lit")
    yield reading(4100, as_of=on(page))


def of_one_figure_and_no_other(page: Page) -> Iterator[Reading]:
    if page.one("td.north-lit").text != "4100":
        raise Unreadable("something is wrong with it")
    yield reading(4100, as_of=on(page))


def of_one_day(page: Page) -> Iterator[Reading]:
    """The day is hard-coded, and quoted from the page."""
    lit = page.one("td.north-lit").text
    yield reading(int(lit), quote=f"{page.one('time').attributes['datetime']}: {lit}")


def of_one_day_unquoted(page: Page) -> Iterator[Reading]:
    yield reading(int(page.one("td.north-lit").text))


def of_one_year(page: Page) -> Iterator[Reading]:
    """The month and the day are read off the page, the year is what it was then."""
    yield reading(int(page.one("td.north-lit").text), as_of=on(page).replace(year=2026))


def of_a_day_that_stands_nowhere(page: Page) -> Iterator[Reading]:
    yield reading(int(page.one("td.north-lit").text), as_of=date(2026, 2, 14))


def of_words_long_gone(page: Page) -> Iterator[Reading]:
    yield reading(int(page.one("td.north-lit").text), as_of=on(page), quote="North 4100")


def of_one_month(page: Page) -> Iterator[Reading]:
    """The year and the day are read off the page, the month is what it was then."""
    yield reading(int(page.one("td.north-lit").text), as_of=on(page).replace(month=3))


def of_one_month_and_day(page: Page) -> Iterator[Reading]:
    yield reading(int(page.one("td.north-lit").text), as_of=on(page).replace(month=3, day=1))


STAYS_DATED = "4100 stays dated 2026-03-01, whatever day the page states (read the day off"
STAYS = "4100 stays, whatever the page says in place of what it quotes"


@pytest.mark.parametrize(
    ("reader", "problem"),
    [
        (of_one_figure, f"{STAYS} (quoting '4100')"),
        (of_one_figure, "quotes words that have left the page: 4100"),
        (of_one_figure_and_no_other, "4100 is the one value ever read"),
        (of_one_day, STAYS_DATED),
        (of_one_day_unquoted, STAYS_DATED),
        (of_one_year, "4100 stays in the year of 2026-03-01, whatever day the page states"),
        (of_one_month, "4100 stays in the month or on the day of 2026-03-01, whatever day the"),
        (of_one_month_and_day, "4100 stays in the month or on the day of 2026-03-01, whatever day"),
        (of_a_day_that_stands_nowhere, "dated 2026-02-14, which the page does not state (read"),
        (of_words_long_gone, "quotes words that have left the page: 4100"),
    ],
)
def test_a_reading_that_does_not_follow_its_page_is_told(
    folder: Path, reader: Reader, problem: str
) -> None:
    day = "2026-02-14" if reader is of_a_day_that_stands_nowhere else "2026-03-01"
    told = EXPECTED.replace(', quote = "4100"', "").replace("as_of = 2026-03-01", f"as_of = {day}")
    (folder / "today.html.toml").write_text(told)
    # A page that tells a day without its year as well may be read either way.
    (folder / "today.html").write_text(PAGE.replace(">1 March<", ">that day<"))
    problems = replayed(folder, reader).problems
    assert any(problem in one and "altered: lights/lit" in one for one in problems), problems
    assert replayed(folder, reader, without={"altered": "it is cut in stone"}).problems == ()


def of_its_address(page: Page) -> Iterator[Reading]:
    day = page.url.rpartition("/")[2]
    yield reading(int(page.one("td.north-lit").text), as_of=date.fromisoformat(day))


def of_its_header(page: Page) -> Iterator[Reading]:
    day = date.fromisoformat(dict(page.headers)["x-day"])
    yield reading(int(page.one("td.north-lit").text), as_of=day)


def of_its_moment(page: Page) -> Iterator[Reading]:
    day = page.fetched_at.date() - timedelta(days=1)
    yield reading(int(page.one("td.north-lit").text), as_of=day)


def of_a_day_without_a_year(page: Page) -> Iterator[Reading]:
    told = f"{page.one('time').text} {page.fetched_at.year} Z"
    when = datetime.strptime(told, "%d %B %Y %z").date()
    yield reading(int(page.one("td.north-lit").text), as_of=when)


@pytest.mark.parametrize(
    "reader", [of_its_address, of_its_header, of_its_moment, of_a_day_without_a_year]
)
def test_a_day_may_come_from_elsewhere_than_the_words_of_the_page(
    folder: Path, reader: Reader
) -> None:
    dated = EXPECTED.replace('lights.example/"', 'lights.example/2026-03-01"')
    dated = dated.replace("headers = [", 'headers = [["x-day", "2026-03-01"], ')
    (folder / "today.html.toml").write_text(dated)
    asked = plugin(reader, at="https://lights.example/2026-03-01")
    assert replay(folder, load_sources([asked])).problems == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("03/01/26", lambda told: datetime.strptime(told + "Z", "%m/%d/%y%z").date()),
        ("260301", lambda told: datetime.strptime(told + "Z", "%y%m%d%z").date()),
        ("2026060", lambda told: datetime.strptime(told + "Z", "%Y%j%z").date()),
        ("1772323200.0", lambda told: datetime.fromtimestamp(float(told), UTC).date()),
        ("46082", lambda told: date(1899, 12, 30) + timedelta(days=int(told))),
        ("8/3/1", lambda told: day_of_an_era(told, 2018)),
        ("2569/3/1", lambda told: day_of_an_era(told, -543)),
        ("٢٠٢٦/٣/١", lambda told: day_of_an_era(told, 0)),
    ],
)
@pytest.mark.parametrize("place", ["page", "address"])
def test_a_day_may_be_written_in_any_way(
    folder: Path, written: str, read: Callable[[str], date], place: str
) -> None:
    if place == "address" and not written.isascii():
        return  # such an address is written in percents
    url = "https://lights.example/" + (written if place == "address" else "")
    (folder / "today.html").write_text(
        f"<html><body><p>{written if place == 'page' else ''}</p><b>41</b></body></html>"
    )
    told = EXPECTED.replace("4100", "41").replace("https://lights.example/", url)
    (folder / "today.html.toml").write_text(told)

    def of_its_day(page: Page) -> Iterator[Reading]:
        stated = page.one("p").text if place == "page" else page.url.partition("example/")[2]
        yield reading(int(page.one("b").text), as_of=read(stated), quote=page.one("b").text)

    def of_one_day(page: Page) -> Iterator[Reading]:
        yield reading(int(page.one("b").text), quote=page.one("b").text)

    def problems(reader: Reader) -> tuple[str, ...]:
        return replay(folder, load_sources([plugin(reader, at=url)])).problems

    assert problems(of_its_day) == ()
    assert "41 stays dated 2026-03-01, which the page does not state" in problems(of_one_day)[0]


def day_of_an_era(told: str, before: int) -> date:
    year, month, day = map(int, told.split("/"))
    return date(before + year, month, day)


def of_the_first_of_the_month(page: Page) -> Iterator[Reading]:
    """What counts for a month may be dated so."""
    yield reading(int(page.one("td.north-lit").text), as_of=on(page).replace(day=1))


def of_the_day_before(page: Page) -> Iterator[Reading]:
    stated = date.fromisoformat(page.one("p.published").text)
    yield reading(int(page.one("td.north-lit").text), as_of=stated - timedelta(days=1))


@pytest.mark.parametrize("reader", [of_the_first_of_the_month, of_the_day_before])
def test_a_day_may_be_worked_out_of_one_that_the_page_states(folder: Path, reader: Reader) -> None:
    published = PAGE.replace("<table>", "<p class=published>2026-03-02</p><table>")
    (folder / "today.html").write_text(published)
    assert replayed(folder, reader).problems == ()


def or_nought(page: Page) -> Iterator[Reading]:
    """Nought where the row or its cell is not there."""
    lit = next((one.text for one in page.select("td.north-lit")), "") or "0"
    yield reading(int(lit), as_of=on(page), quote=lit)


def or_as_usual(page: Page) -> Iterator[Reading]:
    """What was on the page when the reader was written, where it is no longer there."""
    lit = next((one.text for one in page.select("td.north-lit")), "4100")
    yield reading(int(lit), as_of=on(page), quote=lit)


def or_that_day(page: Page) -> Iterator[Reading]:
    day = page.one("time").attributes.get("datetime", "2026-03-01")
    lit = page.one("td.north-lit").text
    yield reading(int(lit), as_of=date.fromisoformat(day))


def or_the_south(page: Page) -> Iterator[Reading]:
    """No default: it stands on the page."""
    (lit, *_) = page.select("td.north-lit, td.south-lit")
    yield reading(int(lit.text), as_of=on(page))


@pytest.mark.parametrize(
    ("reader", "problem"),
    [
        (or_nought, "read 0, which the page does not state (quoting '0')"),
        (or_as_usual, "read 4100, which the page does not state (quoting '4100')"),
        (or_that_day, "4101 stays dated 2026-03-01, which the page does not state"),
        (or_the_south, None),
    ],
)
def test_a_default_for_what_has_gone_from_the_page_is_told(
    folder: Path, reader: Reader, problem: str | None
) -> None:
    (folder / "today.html.toml").write_text(EXPECTED.replace(', quote = "4100"', ""))
    without = {"reordered": "the register lists the north first"}
    told = [one for one in replayed(folder, reader, without=without).problems if "without" in one]
    assert [one for one in told if problem and problem in one] == told
    assert bool(told) == (problem is not None)
    without |= {"removed": "on purpose", "renamed": "on purpose"}
    assert replayed(folder, reader, without=without).problems == ()


def test_another_rows_figure_in_the_place_of_its_own_is_told(folder: Path) -> None:
    """It stands on the page, and on the same day: only its name says that it is another's."""
    (folder / "today.html.toml").write_text(EXPECTED.replace(', quote = "4100"', ""))
    without = {"reordered": "the register lists the north first"}

    problems = replayed(folder, or_the_south, without=without).problems

    assert (
        [one for one in problems if "which stands in no row of its own" in one]
        == list(problems)
        != []
    )
    without["renamed"] = "on purpose"
    assert replayed(folder, or_the_south, without=without).problems == ()


FEEDS = {
    "application/json": (
        '{"on": "2026-03-01", "coasts": [{"coast": "north", "lit": 4100, "out": 0},'
        ' {"coast": "south", "lit": 2300, "out": 0}]}'
    ),
    "text/csv": "day,coast,lit,out\n2026-03-01,north,4100,0\n2026-03-01,south,2300,0\n",
    "application/rss+xml": (
        "<?xml version='1.0'?><rss><channel><item><title>North</title>"
        "<pubDate>Sun, 01 Mar 2026 06:00:00 GMT</pubDate><lit>4100</lit></item>"
        "<item><title>South</title><lit>2300</lit></item></channel></rss>"
    ),
}


def of_json(page: Page) -> Iterator[Reading]:
    rows = {row["coast"]: row for row in page.json()["coasts"]}
    lit = rows.get("north", {}).get("lit", 0)
    yield reading(lit, as_of=date.fromisoformat(page.json()["on"]))


def of_csv(page: Page) -> Iterator[Reading]:
    rows = [row for row in page.rows() if row["coast"] == "north"]
    lit = rows[0]["lit"] if rows else "0"
    yield reading(int(lit), as_of=date.fromisoformat(page.rows()[-1]["day"]))


def of_xml(page: Page) -> Iterator[Reading]:
    lit = page.xpath("number(//item[title='North']/lit)")[0].text.replace("nan", "0")
    (stated,) = page.xpath("//pubDate")
    yield reading(int(float(lit)), as_of=parsedate_to_datetime(stated.text).date())


@pytest.mark.parametrize(
    ("reader", "media_type"), list(zip((of_json, of_csv, of_xml), FEEDS, strict=True))
)
def test_a_default_is_told_in_whatever_form_the_page_is(
    folder: Path, reader: Reader, media_type: str
) -> None:
    (folder / "today.html").write_text(FEEDS[media_type])
    told = EXPECTED.replace("text/html", media_type).replace(', quote = "4100"', "")
    (folder / "today.html.toml").write_text(told)
    problems = replayed(folder, reader).problems
    assert [one for one in problems if "read 0" in one and "which the page does not" in one]
    assert not [one for one in problems if "stays" in one], problems


def with_its_day(page: Page) -> Iterator[Reading]:
    """The quote holds the day, which is there although the value has gone."""
    for day, lit in page.table("table")[1:]:
        yield reading(int(lit or 0), as_of=date.fromisoformat(day), quote=f"{day} {lit}".strip())


def with_its_page(page: Page) -> Iterator[Reading]:
    ((day, lit),) = page.table("table")[1:]
    yield reading(int(lit or 0), as_of=date.fromisoformat(day), quote=page.plain_text)


@pytest.mark.parametrize("reader", [with_its_day, with_its_page])
def test_a_default_is_told_where_more_is_quoted_than_the_value(
    folder: Path, reader: Reader
) -> None:
    (folder / "today.html").write_text(
        "<html><body><table><tr><th>Day<th>Lit</tr><tr><td>2026-03-01</td><td>4100</td></tr>"
        "</table><p>Of 4200.</p></body></html>"
    )
    (folder / "today.html.toml").write_text(EXPECTED.replace(', quote = "4100"', ""))
    problems = replayed(folder, reader).problems
    assert len(problems) == 1, problems
    assert "lights/lit: read 0, which the page does not state (quoting" in problems[0]


def test_a_reader_that_hangs_is_told(folder: Path) -> None:
    def waits(page: Page) -> Iterator[Reading]:
        if not page.content:
            time.sleep(5)
        yield from careful(page)

    (problem,) = replayed(folder, waits, patience=0.5).problems
    assert problem == "today.html: empty: PluginError: it did not come back within 0.5 seconds"


def test_a_socket_is_forbidden_and_told_though_the_reader_catches_what_it_raises(
    folder: Path,
) -> None:
    def phones_home(page: Page) -> Iterator[Reading]:
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", 9), timeout=0.1)
        yield from careful(page)

    def asks() -> None:
        with suppress(OSError):
            subprocess.run([sys.executable, "-c", ""], check=True)

    found = replay(folder, load_sources([plugin(phones_home, asks)]))
    assert "today.html: read() does input or output: socket.getaddrinfo" in found.problems
    assert "today.html: asks() does input or output: subprocess.Popen" in found.problems


def test_a_source_that_cannot_say_whom_it_asks_is_told(folder: Path) -> None:
    def asks() -> None:
        raise KeyError("address")

    problems = replay(folder, load_sources([plugin(careful, asks)])).problems
    assert problems[0] == "today.html: asks() failed: KeyError: 'address'"


def test_a_page_that_nobody_asks_for_is_told(folder: Path) -> None:
    elsewhere = EXPECTED.replace("lights.example/", "lights.example/2026")
    (folder / "today.html.toml").write_text(elsewhere)
    assert replayed(folder).problems == (
        "today.html: asks() names https://lights.example/, and not https://lights.example/2026;"
        " no saved page leads to it either",
    )


def test_where_a_page_leads_and_what_it_refuses_are_compared(folder: Path) -> None:
    def leads(page: Page) -> Iterator[Any]:
        if not page.one("td.north-lit"):
            return
        yield Refusal("lights/lit", "silent", "nothing here")

    told = EXPECTED.partition("readings")[0]
    (folder / "today.html.toml").write_text(
        told + 'refused = [{ measure = "lights/lit", status = "missing" }]\n'
        'leads_to = ["https://lights.example/2"]\n'
    )
    problems = replayed(folder, leads).problems
    assert problems[0] == "today.html: lights/lit: silent, not missing: nothing here"
    assert problems[1] == "today.html: leads to [], not ['https://lights.example/2']"


def test_a_page_may_lead_on(folder: Path) -> None:
    measures = load_document(folder / "measures.toml").measures

    def leads(page: Page) -> Iterator[Any]:
        page.one("td.north-lit")
        yield Follow(Ask("https://lights.example/2", measures))

    told = EXPECTED.partition("readings")[0]
    (folder / "today.html.toml").write_text(told + 'leads_to = ["https://lights.example/2"]\n')
    assert replayed(folder, leads).problems == ()


def test_a_source_that_is_not_there_is_told_with_who_was_set_aside(folder: Path) -> None:
    broken = SimpleNamespace(__name__="broken", claimtrack_source=list)
    with pytest.raises(PluginError, match=r"broken was set aside: .* named 'claimtrack_source'"):
        replay(folder, load_sources([broken]))


def test_a_decimal_is_compared_as_it_is_written(folder: Path) -> None:
    (folder / "today.html").write_text(PAGE.replace("4100", "0.1"))
    (folder / "today.html.toml").write_text(EXPECTED.replace("4100", "0.1", 1))
    (folder / "today.html.toml").write_text(
        (folder / "today.html.toml").read_text().replace('"4100"', '"0.1"')
    )

    def exact(page: Page) -> Iterator[Reading]:
        yield reading(Decimal(page.one("td.north-lit").text), as_of=on(page))

    assert replayed(folder, exact).problems == ()
