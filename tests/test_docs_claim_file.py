"""The page on the claim file says what the types and the checker say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from claimtrack.claimfile import check_file, load_document
from claimtrack.claimfile.claim_rules import BELONGS, NEEDED
from claimtrack.claimfile.locate import LocatedStatus
from claimtrack.claimfile.shape import (
    AskTable,
    CitationTable,
    ClaimTable,
    DocumentTable,
    FileTable,
    MeasureTable,
    PartTable,
    PlaceTable,
    ReadsTable,
)
from claimtrack.values import BASE_UNITS

PAGE = (Path(__file__).parent.parent / "docs" / "claim-file.md").read_text()


def section(heading: str) -> str:
    """What stands under *heading*, up to the next one."""
    found = re.search(
        rf"^#+ {re.escape(heading)}\n(.*?)(?=^#+ |\Z)", PAGE, re.DOTALL | re.MULTILINE
    )
    assert found is not None, heading
    return found[1]


def rows(heading: str, first: str) -> list[list[str]]:
    """The rows of the table under *heading* whose first column is called *first*."""
    table = section(heading).split(f"| {first} |")[1]
    lines = table.partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize(
    ("heading", "table"),
    [
        ("`[document]`", DocumentTable),
        ('`[measure."..."]`', MeasureTable),
        ("`ask`", AskTable),
        ("`[[claim]]`", ClaimTable),
        ("`place`", PlaceTable),
        ("`cites`", CitationTable),
        ('`[reads."..."]`', ReadsTable),
    ],
)
def test_every_key_is_documented_with_what_is_needed(heading: str, table: Any) -> None:
    documented = {key.strip("`"): needed for key, needed, *_ in rows(heading, "key")}
    fields = {field.name: field.required for field in msgspec.structs.fields(table)}
    assert set(documented) == set(fields)
    assert {key for key, needed in documented.items() if needed == "yes"} == {
        name for name, required in fields.items() if required
    }


def test_every_key_of_a_part_is_documented() -> None:
    keys = section("`parts`").partition("has the keys")[2].partition(", which mean")[0]
    assert set(re.findall(r"`(\w+)`", keys)) == set(PartTable.__struct_fields__)


def test_every_table_has_its_heading() -> None:
    for name in FileTable.__struct_fields__:
        assert re.search(rf"^## `\[+{name}\b", PAGE, re.MULTILINE)


def test_each_types_fields_are_documented() -> None:
    documented = {
        type: (set(re.findall(r"`(\w+)`", needs)), set(re.findall(r"`(\w+)`", may)))
        for type, _, needs, may in rows("`[[claim]]`", "type")
    }
    assert set(documented) == set(NEEDED)
    for type, (needs, may) in documented.items():
        assert set(NEEDED[type]) <= needs
        assert needs | may == {name for name, types in BELONGS.items() if type in types}


def test_every_unit_is_documented() -> None:
    assert all(f"`{unit}`" in section("How values are written") for unit in BASE_UNITS)


def test_every_status_is_documented() -> None:
    documented = {
        status.strip("`") for status, _ in rows("Where a claim stands in the text", "status")
    }
    assert documented == set(get_args(LocatedStatus))


def test_the_first_run_shows_what_the_checker_says(tmp_path: Path) -> None:
    blocks = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    (_, file), (_, run) = blocks[:2]
    path = tmp_path / "harbour.toml"
    path.write_text(file)
    told = [str(mistake).removeprefix(f"{tmp_path}/") for mistake in check_file(path)]
    assert run.splitlines() == ["$ claimtrack check harbour.toml", *told]
    path.write_text(file.replace('"about three-quarter"', '"about three-quarters"'))
    assert load_document(path).claims[0].id == "most-berths-open"


def test_sentences_stand_on_lines_of_their_own() -> None:
    prose = re.sub(r"^```.*?^```|^\|.*?$", "", PAGE, flags=re.DOTALL | re.MULTILINE)
    assert not re.search(r"[.!?] [A-Z]", prose)
