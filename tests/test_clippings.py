"""Clippings: an archive of articles held against what is on record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from server import page, serving

from claimtrack import History, Reading, Unreadable, hookimpl
from claimtrack import open as open_tracker
from claimtrack.claimfile import load_document
from claimtrack.cli import claimtrack
from claimtrack.clippings import clipping, clipping_of, clippings, lines
from claimtrack.sources import TextReaders
from claimtrack.values import CalendarDate

CLAIMS = """\
[document]
id = "land"
title = "Land"
published = "2025-08"

[measure."held/land"]
asks = "What share of the land is held?"
kind = "quantity"
unit = "share"

[reads."held/land"]
subject = "Ruritania"
of = "territory"
by = "Syldavia"
other = "Ruritania"
says = ["control", "hold"]

[[claim]]
id = "fifth"
measure = "held/land"
statement = "A fifth of it is held."
said = "one-fifth"
cites = [{ value = 0.193, as_of = 2099-01-01, by = "the editors" }]
"""
OLD = "A title\n\nSyldavia holds 27% of Ruritania. Syldavia wants to hold 30% of Ruritania.\n"
NEW = "<html><body><article><h1>War</h1><p>{}</p><p>{}</p></article></body></html>"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "land.toml").write_text(CLAIMS.replace("2099", "2025"))
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "2022-03-20-war.txt").write_text(OLD)
    said = "Syldavia controls about a fifth of Ruritania, a long war's report of a long year says."
    (folder / "new.html").write_text(NEW.format(said, "Other words stand here. " * 9))
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


def run(archive: Path, target: Path, *more: str) -> Result:
    claims, db = str(archive.parent / "land.toml"), str(archive.parent / "land.db")
    CliRunner().invoke(claimtrack, ["add", claims, "--db", db])
    given = ["read", str(target), "--claims", claims, "--db", db, *more]
    return CliRunner().invoke(claimtrack, given)


def test_only_articles_are_clippings_and_the_day_may_stand_in_the_name(archive: Path) -> None:
    found = list(clippings(archive))
    assert [one.name for one in found] == ["2022-03-20-war.txt", "new.html"]
    assert found[0].published == CalendarDate.parse("2022-03-20")


def test_a_page_that_names_no_measure_is_no_clipping(archive: Path) -> None:
    measures = load_document(archive.parent / "land.toml").measures
    (archive / "other.html").write_text(NEW.format("The weather is fine.", "It was, and will be."))
    found = list(clippings(archive, naming=measures, readers=TextReaders([])))
    assert [one.name for one in found] == ["2022-03-20-war.txt", "new.html"]


def test_where_a_plugin_reads_texts_every_page_is_a_clipping(archive: Path) -> None:
    class Model:
        @hookimpl
        def claimtrack_read_text(self) -> list[Reading]:
            return []

    (archive / "other.html").write_text(NEW.format("The weather is fine.", "It was, and will be."))
    found = [one.name for one in clippings(archive, naming=(), readers=TextReaders([Model()]))]
    assert found == ["2022-03-20-war.txt", "new.html", "other.html"]


def test_a_saved_page_is_decoded_by_what_it_says_of_itself(tmp_path: Path) -> None:
    said = "<p>Силдавія тримає 27% Руританії, повідомили в міністерстві, і далі наступає.</p>"
    page = f'<html><head><meta charset="windows-1251"></head><body>{said * 9}</body></html>'
    (tmp_path / "old.html").write_bytes(page.encode("cp1251"))
    (found,) = clippings(tmp_path)
    assert "тримає 27%" in found.text


def test_a_name_without_a_day_tells_none() -> None:
    assert clipping("2022-13-45.txt", "Text.", markup=False).published is None


def test_a_file_is_read_and_explained(archive: Path) -> None:
    result = run(archive, archive / "2022-03-20-war.txt", "--explain")
    assert result.exit_code == 0
    read, left = result.stdout.splitlines()
    assert read == (
        "held/land: 0.27 ± 0.005, carried day 2022-03-20, from “Syldavia holds 27% of Ruritania.”"
    )
    assert left.startswith("held/land: left “30%”: an aim or a demand (“wants”)")


def test_nothing_stated_exits_3(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "fine.txt").write_text("The weather is fine.")
    assert run(archive, tmp_path / "fine.txt").exit_code == 3


def answers(result: Result) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def test_an_archive_is_listed_with_the_verdict_now(archive: Path) -> None:
    found = answers(run(archive, archive, "--json"))
    assert [(one["file"], one["line"]) for one in found] == [
        ("2022-03-20-war.txt", 3),
        ("new.html", 2),
    ]
    assert {one["measure"] for one in found} == {"held/land"}


def test_what_is_no_longer_right_is_told_with_its_line(archive: Path) -> None:
    (archive.parent / "land.toml").write_text(CLAIMS.replace("2099-01-01", "2026-11-01") + "\n")
    result = run(archive, archive)
    assert result.stdout.startswith("2022-03-20-war.txt:3: ")
    assert "held/land, “27%”: “Syldavia holds 27% of Ruritania.”" in result.stdout


def test_a_page_that_cannot_be_read_stops_no_other(archive: Path) -> None:
    (archive / "deep.html").write_text("Ruritania" + "<div>" * 100_000)
    (archive / "a-wall.html").write_text("<title>Just a moment...</title><p>Ruritania</p>")
    result = run(archive, archive)
    assert result.exit_code == 0
    assert [line.partition(":")[0] for line in result.stdout.splitlines() if line[0] != " "] == [
        "2022-03-20-war.txt",
        "new.html",
    ]
    wall, deep = result.stderr.splitlines()
    assert wall == "a-wall.html: not read: challenge: headed “Just a moment...”"
    assert deep.startswith("deep.html: not read: the page is beyond what can be parsed")


def test_one_page_that_cannot_be_read_is_named(archive: Path) -> None:
    (archive / "deep.html").write_text("Ruritania" + "<div>" * 100_000)
    with pytest.raises(Unreadable, match=r"deep\.html: the page is beyond"):
        clipping_of(archive / "deep.html")


def test_a_sentence_is_judged_on_the_day_asked_about(archive: Path, tmp_path: Path) -> None:
    with open_tracker(tmp_path / "own.db") as tracker:
        tracker.add(archive.parent / "land.toml")
        measures = tracker.documents()[0].measures
        found = [
            (line.clipping.name, line.verdict.label if line.verdict else None)
            for one in clippings(archive)
            for line in lines(one, measures, tracker.history, at="2025-01-05")
        ]
    assert found == [("2022-03-20-war.txt", "refuted"), ("new.html", "supported")]


def test_the_rest_of_a_whole_is_listed_and_not_judged(archive: Path) -> None:
    (measure,) = load_document(archive.parent / "land.toml").measures
    text = "Ruritania still holds 80% of Ruritania."
    held = clipping("a.txt", text, markup=False)
    (line,) = lines(held, (measure,), lambda _: History(()), at="2025-01-05")
    assert line.reading is not None
    assert (line.reading.derived, line.verdict) == (True, None)


def test_what_is_said_of_a_past_time_is_judged_for_that_time(archive: Path) -> None:
    (archive / "2024-05-02-then.txt").write_text(
        "In 2023 Syldavia held 27% of Ruritania.\nSyldavia holds 27% of Ruritania.\n"
    )
    claims = CLAIMS.replace("2099-01-01", "2026-11-01")
    (archive.parent / "land.toml").write_text(
        claims.replace("cites = [", 'cites = [{ value = 0.27, as_of = "2023", by = "a survey" }, ')
    )
    told = run(archive, archive).stdout.splitlines()
    then, now = (line for line in told if line.startswith("2024-05-02-then"))
    assert then.startswith("2024-05-02-then.txt:1: supported for 2023, held/land, “27%”: “In 2023")
    assert now.startswith("2024-05-02-then.txt:2: refuted now, held/land, “27%”: “Syldavia")
    assert "  on record: 19.3% for 1 November 2026, by the editors" in told


def test_two_figures_of_one_sentence_are_told_apart(archive: Path) -> None:
    (archive / "2024-05-02-two.txt").write_text(
        "Syldavia holds 27% of Ruritania, down from 31% of it in 2022.\n"
    )
    told = [line for line in run(archive, archive).stdout.splitlines() if "-two.txt" in line]
    assert [line.partition("“")[2].partition("”")[0] for line in told] == ["27%", "31%"]
    assert " for 2022, " in told[1]


def test_of_a_folder_too_it_is_told_why_a_sentence_was_left(archive: Path) -> None:
    (left,) = (
        one for one in run(archive, archive, "--explain").stdout.splitlines() if "30%" in one
    )
    assert left == (
        "2022-03-20-war.txt:3: held/land, left “30%”: an aim or a demand (“wants”), in:"
        " “Syldavia wants to hold 30% of Ruritania.”"
    )
    assert {
        one["reading"] is None for one in answers(run(archive, archive, "--explain", "--json"))
    } == {
        True,
        False,
    }


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("nothing-there", "nothing-there: there is no such file or folder"),
        ("file:///land.html", "file:///land.html: an address begins with http:// or https://"),
    ],
)
def test_what_is_neither_a_file_nor_an_address_is_wrong_use(
    archive: Path, target: str, told: str
) -> None:
    result = run(archive, Path(target)) if "://" not in target else _read(archive, target)
    assert (result.exit_code, told in result.stderr) == (2, True)


def _read(archive: Path, target: str) -> Result:
    claims = str(archive.parent / "land.toml")
    return CliRunner().invoke(claimtrack, ["read", target, "--claims", claims])


def test_an_article_without_a_day_says_so_and_can_be_given_one(
    archive: Path, tmp_path: Path
) -> None:
    text = tmp_path / "plain.txt"
    text.write_text("Syldavia holds 27% of Ruritania.\nSyldavia held 20% of Ruritania last week.\n")
    read, left = run(archive, text, "--explain").stdout.splitlines()
    assert "of no day: the page has none (give one by --published), from" in read
    assert "left “20%”: its time hangs on the day of the page, which has none" in left
    first, second = run(archive, text, "--published", "2024-05-02").stdout.splitlines()
    assert "carried day 2024-05-02" in first
    assert "stated day 2024-05-02" not in second
    assert "stated day" in second


def test_the_day_that_an_article_tells_goes_before_the_one_given(archive: Path) -> None:
    result = run(archive, archive / "2022-03-20-war.txt", "--published", "2024-05-02")
    assert "carried day 2022-03-20" in result.stdout


def test_what_somebody_said_stands_in_marks(tmp_path: Path) -> None:
    asked = '[measure."said/holm"]\nasks = "What did she say?"\nkind = "quotation"\n'
    claims = CLAIMS.split("[measure")[0] + asked + 'speaker = "Ann Holm"\n'
    (tmp_path / "land.toml").write_text(
        f'{claims}\n[reads."said/holm"]\nsubject = "bridge"\n\n[[claim]]\nid = "one"\n'
        'measure = "said/holm"\nstatement = "She said so."\nwording = "we shall not build it"\n'
    )
    text = tmp_path / "note.txt"
    text.write_text("“We shall not,” Ann Holm said of the bridge, “build it.”\n")

    result = run(tmp_path / "archive", text)
    assert result.stdout.startswith("said/holm: “We shall not build it.”, ")


def test_a_host_that_asked_for_time_is_given_it_by_the_next_reading(archive: Path) -> None:
    db = archive.parent / "land.db"
    with open_tracker(db), serving({"/a": page(b"", ("Retry-After", "3600"), status=429)}) as host:
        told = [_asked(archive, f"{host.url}/a", "--db", str(db)) for _ in range(2)]
        assert host.paths == ["/a"]
    assert [type(one.exception) for one in told] == [Unreadable, Unreadable]
    assert "/a: postponed: " in str(told[1].exception)


def test_an_address_is_read_without_a_database(archive: Path) -> None:
    body = NEW.format("Syldavia holds 27% of Ruritania.", "Other words stand here. " * 9).encode()
    db = archive.parent / "none.db"
    with serving({"/a": page(body, ("Content-Type", "text/html"))}) as host:
        result = _asked(archive, f"{host.url}/a", "--db", str(db))
    assert result.stdout.startswith("held/land: 0.27 ± 0.005")
    assert not db.exists()


def _asked(archive: Path, url: str, *more: str) -> Result:
    claims = str(archive.parent / "land.toml")
    given = ["read", url, "--claims", claims, *more]
    return CliRunner(env={"CLAIMTRACK_ALLOW_PRIVATE": "1"}).invoke(claimtrack, given)
