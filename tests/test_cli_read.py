"""``claimtrack read``: what would be recorded of a page, and why."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from server import page, serving

from claimtrack.cli import claimtrack
from claimtrack.cli.reading import saves, tell
from claimtrack.errors import UnknownName
from claimtrack.measures import Measure
from claimtrack.observations import Attempt, Reading
from claimtrack.observations import Result as Answered
from claimtrack.rehearsal import Rehearsal

CLAIMS = """
[document]
id = "report"
title = "A report"
published = 2026-07-01

[measure."held/land"]
asks = "What share of the land is held?"
kind = "quantity"
unit = "share"
ask = [
  { source = "page", url = "https://example.org/land", select = "td.share", expect = [0.05, 0.5] },
]

[[claim]]
id = "a-fifth"
measure = "held/land"
statement = "A fifth of the land is held."
said = "one-fifth"
"""
PAGE = "<table><tr><td>Land</td><td class=share>{}</td></tr></table>"
SERIES = '{ source = "series", name = "map", url = "land.csv", day = "date", value = "share" },'

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims.toml").write_text(CLAIMS)
    (tmp_path / "land.html").write_text(PAGE.format("19.33%"))
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    def run(target: str, *more: str, **environment: str) -> Result:
        named = target if "://" in target else str(folder / target)
        claims = () if "--db" in more else ("--claims", str(folder / "claims.toml"))
        return CliRunner().invoke(
            claimtrack, ["read", named, "--measure", "held/land", *claims, *more], env=environment
        )

    return run


def test_a_saved_page_is_read_as_the_claim_files_own(run: Run) -> None:
    result = run("land.html")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "page: would record 19.33% ± 0.005 percentage points for the day it is seen",
        "  because it says “19.33%”",
        '  at select = "td.share" at /html/body/table/tr/td[2]',
    ]


def test_explain_tells_the_steps(run: Run) -> None:
    said = run("land.html", "--explain").stdout
    for step in (
        '  select = "td.share" matches one place: /html/body/table/tr/td[2]\n',
        "  it says “19.33%”\n",
        "  that is 0.1933 in [0.19325, 0.19335] (words-1)\n",
        "  0.1933 is within what is expected, 0.05 to 0.5\n",
        "  no day is stated: it is dated to when it was seen\n",
    ):
        assert step in said


def test_a_source_that_does_not_explain_itself_is_told_as_without(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = Measure("held/land", "What share?", "quantity", unit="share")
    reading = Reading("held/land", "0.2", quote="20%", locator="the last row")
    results = (Answered("held/land", "read", "own@1", (reading,)),)
    at = datetime(2026, 7, 1, tzinfo=UTC)
    attempt = Attempt("own", "https://example.org", at, "fetched", results=results)
    tell([Rehearsal("own", asked, attempt)], explain=True, as_json=False)
    assert capsys.readouterr().out.splitlines()[1:] == [
        "  because it says “20%”",
        "  at the last row",
    ]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("79%", "quarantined: 0.79 is outside what is expected, 0.05 to 0.5"),
        ("</td><td class=share>", "unreadable: select"),
        ("", "missing: select"),
        ("a lot", "unreadable: 'a lot' is not a quantity"),
    ],
)
def test_what_would_not_be_recorded_exits_3_with_the_reason(
    run: Run, folder: Path, cell: str, told: str
) -> None:
    (folder / "land.html").write_text(PAGE.format(cell))
    result = run("land.html", "--explain")
    assert result.exit_code == 3
    assert result.stdout.startswith(f"page: nothing to record: {told}")


def test_nothing_is_recorded(run: Run, folder: Path) -> None:
    before = sorted(folder.iterdir())
    run("land.html")
    assert sorted(folder.iterdir()) == before


def test_json_holds_the_reading_and_the_steps(run: Run) -> None:
    (answer,) = json.loads(run("land.html", "--json", "--explain").stdout)
    assert (answer["outcome"], answer["status"], answer["reason"]) == ("fetched", "read", None)
    assert answer["readings"][0]["value"] == 0.1933
    assert "it says “19.33%”" in answer["steps"]


@pytest.mark.parametrize(
    ("stated", "shown"),
    [("1,204 ha", "12.04 km² ±"), ("123,456.78 km²", "123,456.78 km² ±"), ("40 km²", "40 km² ±")],
)
def test_the_figure_shown_is_the_figure_recorded(
    run: Run, folder: Path, stated: str, shown: str
) -> None:
    claims = CLAIMS.replace('"share"', '"km2"').replace(", expect = [0.05, 0.5]", "")
    (folder / "claims.toml").write_text(claims.replace('"one-fifth"', '"12 km²"'))
    (folder / "land.html").write_text(PAGE.format(stated))
    assert run("land.html").stdout.startswith(f"page: would record {shown}")


def test_a_watch_that_ends_with_nothing_to_record_says_so(run: Run, folder: Path) -> None:
    (folder / "land.html").write_text(PAGE.format("none"))
    assert run("land.html", "--watch", "--rounds", "1").exit_code == 3


def test_an_address_is_fetched(run: Run) -> None:
    body = PAGE.format("21%").encode()
    with serving({"/land": page(body, ("Content-Type", "text/html"))}) as server:
        said = run(f"{server.url}/land", CLAIMTRACK_ALLOW_PRIVATE="1")
        assert said.stdout.startswith("page: would record 21% ±")
        assert server.paths.count("/land") == 1


def test_private_addresses_stay_shut(run: Run) -> None:
    result = run("http://127.0.0.1:9/land")
    assert result.exit_code == 3
    assert "nothing to record: disallowed" in result.stdout


def test_a_file_that_is_not_there_is_gone(run: Run) -> None:
    result = run("none.html")
    assert result.exit_code == 3
    assert "nothing to record: gone" in result.stdout


def test_the_measure_may_come_from_the_database(run: Run, folder: Path) -> None:
    db = str(folder / "claims.db")
    added = CliRunner().invoke(claimtrack, ["add", str(folder / "claims.toml"), "--db", db])
    assert added.exit_code == 0, added.output
    assert run("land.html", "--db", db).stdout.startswith("page: would record 19.33%")


def test_a_measure_that_is_not_there_is_told_with_the_nearest(folder: Path) -> None:
    asked = ["read", "x.html", "--measure", "held/lnd", "--claims", str(folder / "claims.toml")]
    error = CliRunner().invoke(claimtrack, asked).exception
    assert isinstance(error, UnknownName)
    assert str(error) == "no measure named 'held/lnd'; did you mean held/land?"


@pytest.fixture
def two_sources(folder: Path) -> None:
    (folder / "claims.toml").write_text(CLAIMS.replace("ask = [", f"ask = [ {SERIES}"))
    (folder / "land.csv").write_text("date,share\n2026-01-01,0.17\n2026-01-03,0.2\n")


@pytest.mark.usefixtures("two_sources")
def test_of_several_sources_one_is_named(run: Run) -> None:
    error = run("land.html").exception
    assert isinstance(error, UnknownName)
    assert error.candidates == ("map", "page")
    assert run("land.html", "--source", "page").exit_code == 0
    assert isinstance(run("land.html", "--source", "pag").exception, UnknownName)


@pytest.mark.usefixtures("two_sources")
def test_any_source_can_be_tried_and_told_by_its_last_reading(run: Run) -> None:
    said = run("land.csv", "--source", "map").stdout
    assert "map: would record 2 readings, the last 20% for 3 January 2026" in said


# Watching


def test_watching_reads_again_after_each_save(folder: Path) -> None:
    files = [folder / "claims.toml", folder / "land.html"]
    pauses = 0

    def pause() -> None:
        nonlocal pauses
        pauses += 1
        if pauses == 2:
            files[1].write_text("another page")
        if pauses == 4:
            files[0].unlink()
        if pauses == 5:
            files[0].write_text(CLAIMS)

    assert len(list(islice(saves(files, pause=pause), 4))) == 4
    assert pauses == 5


def test_a_watch_ends_after_its_rounds(run: Run) -> None:
    result = run("land.html", "--watch", "--rounds", "1")
    assert result.exit_code == 0
    assert result.stdout.startswith("page: would record 19.33%")


def test_a_watch_outlives_a_broken_claim_file(run: Run, folder: Path) -> None:
    (folder / "claims.toml").write_text(CLAIMS.replace("td.share", "td["))
    result = run("land.html", "--watch", "--rounds", "1")
    assert result.exit_code == 2  # as without --watch
    assert "no CSS selector" in result.stderr
