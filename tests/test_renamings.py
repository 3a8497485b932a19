"""Renamings: whoever takes another's figure where its own has another name is told, in any form."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lights import kept_in
from test_replay import plugin, reading

from claimtrack import Page, Unreadable
from claimtrack.authoring.removals import Sign
from claimtrack.authoring.replay import TRIALS, replay
from claimtrack.authoring.textrows import renamed_lines
from claimtrack.sources import load_sources

#: The labels of a page, each with its figure, in its order.
Found = list[tuple[str, str]]
Form = Callable[[Page], Found]


def lines(page: Page) -> Found:
    return re.findall(r"^(\w+): about ([\d,]+) \(", page.text, re.MULTILINE)


def terms(page: Page) -> Found:
    names, said = page.select("dt"), page.select("dd")
    return [(one.text, other.text) for one, other in zip(names, said, strict=True)]


def side_heads(page: Page) -> Found:
    return [(row[0], row[1]) for row in page.table("table")]


def columns(page: Page) -> Found:
    head, row = page.table("table")
    return list(zip(head, row, strict=True))[1:]


def csv_columns(page: Page) -> Found:
    head, row = csv.reader(page.text.splitlines())
    return list(zip(head, row, strict=True))[1:]


def objects(page: Page) -> Found:
    return [(one["name"], str(one["lit"])) for one in json.loads(page.text)]


def written_lines(rows: Found) -> str:
    told = "".join(f"{name}: about {figure} (+10)\n" for name, figure in rows)
    return f"Day: 2026-03-01\n{told}"


def within(told: str) -> str:
    return f"<!DOCTYPE html><html><body><p>2026-03-01</p>{told}</body></html>"


def written_terms(rows: Found) -> str:
    return within(f"<dl>{''.join(f'<dt>{one}</dt><dd>{other}</dd>' for one, other in rows)}</dl>")


def written_side_heads(rows: Found) -> str:
    told = (f"<tr><th>{one}</th><td>{other}</td></tr>" for one, other in rows)
    return within(f"<table>{''.join(told)}</table>")


def written_columns(rows: Found) -> str:
    heads = "".join(f"<th>{one}</th>" for one, _ in rows)
    cells = "".join(f"<td>{other}</td>" for _, other in rows)
    return within(f"<table><tr><th>Weekday</th>{heads}</tr><tr><td>Sunday</td>{cells}</tr></table>")


def written_csv_columns(rows: Found) -> str:
    heads = ",".join(one for one, _ in rows)
    cells = ",".join(f'"{other}"' for _, other in rows)
    return f"day,{heads}\n2026-03-01,{cells}\n"


def written_objects(rows: Found) -> str:
    return json.dumps(
        [
            {"on": "2026-03-01", "name": name, "lit": int(figure.replace(",", ""))}
            for name, figure in rows
        ]
    )


FORMS: dict[Form, Callable[[Found], str]] = {
    lines: written_lines,
    terms: written_terms,
    side_heads: written_side_heads,
    columns: written_columns,
    csv_columns: written_csv_columns,
    objects: written_objects,
}
WRECKS, NORTH, SOUTH = ("Wrecks", "17"), ("North", "4,100"), ("South", "2,300")


def given(page: Page, figure: str) -> Any:
    (day,) = set(re.findall(r"\d{4}-\d\d-\d\d", page.text))
    value = int(figure.replace(",", ""))
    return reading(value, quote=figure, as_of=day)


def by_name(form: Form) -> Callable[[Page], Iterator[Any]]:
    def read(page: Page) -> Iterator[Any]:
        figures = [figure for name, figure in form(page) if name == "North"]
        if len(figures) != 1:
            raise Unreadable("no line of the north")
        yield given(page, figures[0])

    return read


def or_another(form: Form, place: int) -> Callable[[Page], Iterator[Any]]:
    def read(page: Page) -> Iterator[Any]:
        found = form(page)
        if not found:
            raise Unreadable("nothing")
        yield given(page, dict(found).get("North", found[place][1]))

    return read


def problems(
    folder: Path, form: Form, rows: Found, reader: Callable[[Page], Iterator[Any]]
) -> tuple[str, ...]:
    page = FORMS[form](rows)
    expected = kept_in(folder, page) / "today.html.toml"
    told = expected.read_text().replace(', quote = "4100"', "")
    if not page.startswith("<"):
        told = told.replace("text/html", "text/plain")
    expected.write_text(told)
    without = {one: "renamed alone" for one in TRIALS if one not in {"renamed", "reordered"}}
    return replay(folder, load_sources([plugin(reader)]), without=without).problems


@pytest.mark.parametrize("form", FORMS)
def test_a_reader_of_its_own_name_passes(tmp_path: Path, form: Form) -> None:
    assert problems(tmp_path, form, [WRECKS, NORTH, SOUTH], by_name(form)) == ()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("place", [0, -1])
def test_a_reader_of_the_first_or_the_last_is_told(tmp_path: Path, form: Form, place: int) -> None:
    told = problems(tmp_path, form, [WRECKS, NORTH, SOUTH], or_another(form, place))
    assert any("with other names for North" in one and "lights/lit: read" in one for one in told)


@pytest.mark.parametrize("form", FORMS)
def test_the_first_or_the_last_is_told_where_it_is_its_own(tmp_path: Path, form: Form) -> None:
    """It is what is taken where the name is another, until it stands elsewhere."""
    told = problems(tmp_path, form, [NORTH, WRECKS, SOUTH], or_another(form, 0))
    assert any("other names for North in another place" in one for one in told), told
    told = problems(tmp_path, form, [SOUTH, WRECKS, NORTH], or_another(form, -1))
    assert any("other names for North in another place" in one for one in told), told


def test_the_commas_of_figures_part_no_cells() -> None:
    sign = Sign("4,100", frozenset({"41"}))
    made = list(renamed_lines("Wrecks: 1,700\nNorth: 4,100\nSouth: 2,300\n", [sign]))
    assert [one.names for one in made][:2] == [{"North"}, {"North"}]
    assert made[0].text == "Wrecks: 1,700\nxhtroN: 4,100\nSouth: 2,300\n"
    assert made[1].text == "xhtroN: 4,100\nWrecks: 1,700\nSouth: 2,300\n"
