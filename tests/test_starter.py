"""The starter: a claim file that is right from the start, whatever the text is like."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.claimfile import check_file, load_document
from claimtrack.sources import load_sources
from claimtrack.starter import Starter, starter

TODAY = date(2026, 1, 2)
TEXT = """The war over the land

A fifth of the land is held. Some say "about 25%"; it cost $61bn.

Dozens of towns are lost.
"""


def mistakes(folder: Path, content: str) -> list[str]:
    path = folder / "claims.toml"
    path.write_text(content)
    return [str(one) for one in check_file(path, schemas=load_sources().options)]


def uncommented(made: Starter) -> str:
    head, example = made.content.split("# An example:")
    lines = example.splitlines()[2:]
    return head + "\n".join(line.removeprefix("#").removeprefix(" ") for line in lines)


def test_it_takes_the_title_and_lists_the_phrases() -> None:
    made = starter(TEXT, name="text", today=TODAY)
    assert (made.id, made.title) == ("the-war-over-the-land", "The war over the land")
    assert [(one.phrase, one.paragraph, one.sentence) for one in made.found] == [
        ("A fifth", 1, 1),
        ("about 25%", 1, 2),
        ("$61bn", 1, 2),
        ("Dozens", 2, 1),
    ]
    assert '#   1:2  "$61bn" in: Some say "about 25%"; it cost $61bn.' in made.content
    assert tomllib.loads(made.content)["document"]["published"] == TODAY


@pytest.mark.parametrize("text", [None, "", TEXT, "No figure is here.", "Dozens went, $61bn."])
def test_it_passes_check_as_it_is_and_with_its_example(tmp_path: Path, text: str | None) -> None:
    made = starter(text, name="My notes", today=TODAY)
    assert mistakes(tmp_path, made.content) == []
    assert mistakes(tmp_path, uncommented(made)) == []
    (claim,) = load_document(tmp_path / "claims.toml").claims
    assert claim.id == "first-claim"


def test_without_a_text_the_name_is_the_title() -> None:
    made = starter(None, name="Übersicht 2026", today=TODAY)
    assert (made.id, made.title, made.found) == ("ubersicht-2026", "Übersicht 2026", ())
    assert starter(None, name="день", today=TODAY).id == "document"


def test_a_long_text_is_cut_and_counted() -> None:
    made = starter("A title\n\n" + "It was 5 km and 7 km long. " * 600, name="t", today=TODAY)
    assert len(made.found) == 1200
    assert "#   and 700 more\n" in made.content


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200), st.text(max_size=20))
def test_any_text_gives_a_file_that_is_right(tmp_path: Path, text: str, name: str) -> None:
    made = starter(f"{text}\n\nAbout 20%{text} is 3 km.", name=name or "x", today=TODAY)
    assert mistakes(tmp_path, made.content) == []
