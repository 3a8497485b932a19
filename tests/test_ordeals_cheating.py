"""Readers that cheat: each reads its page as expected, and each is told what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lights import kept_in
from test_renamings import FORMS, Form, Found
from test_replay import plugin, reading

from claimtrack import Page, Unreadable
from claimtrack.authoring.replay import replay
from claimtrack.sources import load_sources

Reader = Callable[[Page], Iterator[Any]]
#: A way to cheat on a form of page, of which it knows the folder that it is saved in.
Cheat = Callable[[Form, Path], Reader]

ROWS = [("Wrecks", "17"), ("Total", "4,100"), ("South", "2,300")]
OWN_FIRST = [("Total", "4,100"), ("Wrecks", "17"), ("South", "2,300")]


def day_of(page: Page) -> str:
    days = set(re.findall(r"\d{4}-\d\d-\d\d", page.text))
    if len(days) != 1:
        raise Unreadable("not one day")
    return str(days.pop())


def amount(figure: str) -> int:
    return int(figure.replace(",", ""))


def own(form: Form, page: Page) -> str:
    figures = [figure for name, figure in form(page) if name == "Total"]
    if len(figures) != 1:
        raise Unreadable("not one total")
    return figures[0]


def honest(form: Form, folder: Path) -> Reader:
    def read(page: Page) -> Iterator[Any]:
        figure = own(form, page)
        yield reading(amount(figure), as_of=day_of(page), quote=figure)

    return read


def a_constant(form: Form, folder: Path) -> Reader:
    def read(page: Page) -> Iterator[Any]:
        yield reading(4100, as_of=day_of(page), quote=own(form, page))

    return read


def the_first_row(form: Form, folder: Path) -> Reader:
    def read(page: Page) -> Iterator[Any]:
        figure = form(page)[0][1]
        yield reading(amount(figure), as_of=day_of(page), quote=figure)

    return read


def the_day_of_fetching(form: Form, folder: Path) -> Reader:
    def read(page: Page) -> Iterator[Any]:
        figure = own(form, page)
        yield reading(amount(figure), as_of=page.fetched_at.date(), quote=figure)

    return read


def the_largest_number(form: Form, folder: Path) -> Reader:
    def read(page: Page) -> Iterator[Any]:
        day = day_of(page)
        told = re.findall(r"\d[\d,]*", page.text.replace(day, ""))
        figure = max(told, key=amount)
        yield reading(amount(figure), as_of=day, quote=figure)

    return read


def by_its_place(form: Form, folder: Path) -> Reader:
    def read(page: Page) -> Iterator[Any]:
        figure = form(page)[1][1]
        yield reading(amount(figure), as_of=day_of(page), quote=figure)

    return read


def by_rounding(form: Form, folder: Path) -> Reader:
    def read(page: Page) -> Iterator[Any]:
        figure = own(form, page)
        yield reading(round(amount(figure), -2), as_of=day_of(page), quote=figure)

    return read


def from_the_first_page(form: Form, folder: Path) -> Reader:
    known: list[int] = []

    def read(page: Page) -> Iterator[Any]:
        figure = own(form, page)
        known.append(amount(figure))
        yield reading(known[0], as_of=day_of(page), quote=figure)

    return read


def of_the_expected_file(form: Form, folder: Path) -> Reader:
    def read(page: Page) -> Iterator[Any]:
        told = (folder / "today.html.toml").read_text()
        (value,) = re.findall(r"value = (\d+)", told)
        yield reading(int(value), as_of=day_of(page), quote=own(form, page))

    return read


def by_a_part_of_its_name(form: Form, folder: Path) -> Reader:
    def read(page: Page) -> Iterator[Any]:
        figures = [figure for name, figure in form(page) if "total" in name.casefold()]
        if not figures:
            raise Unreadable("no total")
        yield reading(amount(figures[0]), as_of=day_of(page), quote=figures[0])

    return read


#: Each with its page, the day that it gives to it, and what is said of it.
CHEATS: dict[Cheat, tuple[Found, str, str]] = {
    a_constant: (ROWS, "2026-03-01", "4100 stays, whatever the page says"),
    the_first_row: (OWN_FIRST, "2026-03-01", "which stands in no row of its own"),
    the_day_of_fetching: (ROWS, "2026-03-02", "by the moment of its fetching alone"),
    the_largest_number: (ROWS, "2026-03-01", "(look for a figure by what it is beside"),
    by_its_place: (ROWS, "2026-03-01", "which stands in no row of its own"),
    by_rounding: (ROWS, "2026-03-01", "neither round nor cut it"),
    from_the_first_page: (ROWS, "2026-03-01", "4100 stays, whatever the page says"),
    of_the_expected_file: (ROWS, "2026-03-01", "does input or output: open of what is expected"),
    by_a_part_of_its_name: (ROWS, "2026-03-01", "with another beside Total, with Sub before"),
}


def problems(folder: Path, form: Form, rows: Found, cheat: Cheat, day: str) -> tuple[str, ...]:
    page = FORMS[form](rows)
    expected = kept_in(folder, page) / "today.html.toml"
    told = expected.read_text().replace(', quote = "4100"', "").replace("2026-03-01", day)
    if not page.startswith("<"):
        told = told.replace("text/html", "text/plain")
    expected.write_text(told)
    return replay(folder, load_sources([plugin(cheat(form, folder))])).problems


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("rows", [ROWS, OWN_FIRST])
def test_an_honest_reader_passes(tmp_path: Path, form: Form, rows: Found) -> None:
    assert problems(tmp_path, form, rows, honest, "2026-03-01") == ()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("cheat", CHEATS)
def test_a_cheat_is_told_in_any_form(tmp_path: Path, form: Form, cheat: Cheat) -> None:
    rows, day, problem = CHEATS[cheat]
    found = problems(tmp_path, form, rows, cheat, day)
    assert any(problem in one for one in found), found
