"""Tables of claims and of what was seen."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

import claimtrack
from claimtrack.export import (
    CLAIM_COLUMNS,
    claim_rows,
    csv_text,
    history_rows,
    parquet_bytes,
    plain,
)
from claimtrack.observations import COLUMNS

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
CLAIMS = """
[document]
id = "text"
title = "A text"
published = 2025-06-01

[measure."held"]
asks = "What share is held?"
kind = "quantity"
unit = "share"
stale_after = "400d"

[[claim]]
id = "a-fifth"
measure = "held"
statement = "A fifth is held."
said = "a fifth"
"""


@pytest.fixture
def tracker(tmp_path: Path) -> claimtrack.Tracker:
    (tmp_path / "claims.toml").write_text(CLAIMS)
    made = claimtrack.open(tmp_path / "t.db", clock=lambda: NOW)
    made.add(tmp_path / "claims.toml")
    made.observe("held", 0.3, as_of="2026-02-01", by="The Editor", quote="=1+1 and so on")
    return made


def test_a_claim_is_a_row_with_every_column(tracker: claimtrack.Tracker) -> None:
    with tracker:
        (row,) = claim_rows(tracker.accounts())

    assert list(row) == list(CLAIM_COLUMNS)
    assert (row["status"], row["now_label"], row["now_figure"]) == ("unknown", "refuted", "30%")
    assert (row["since"], row["right_words"]) == (date(2026, 2, 1), "30%")
    known = (row["since_known"], row["since_earliest"], row["since_latest"])
    assert known == ("latest", None, date(2026, 2, 1))


def test_a_text_that_a_spreadsheet_would_run_is_held_by_an_apostrophe(
    tracker: claimtrack.Tracker,
) -> None:
    with tracker:
        text = csv_text(history_rows(tracker.history("held")), COLUMNS)
    (row,) = csv.DictReader(io.StringIO(text))

    assert row["quote"] == "'=1+1 and so on"
    assert row["value"] == "0.3"


def test_a_number_below_zero_stays_a_number() -> None:
    assert csv_text([{"a": -1.5}], ["a"]) == "a\r\n-1.5\r\n"


def test_parquet_says_the_same_as_the_rows(tracker: claimtrack.Tracker) -> None:
    with tracker:
        rows = claim_rows(tracker.accounts())
    table = pyarrow.parquet.read_table(pyarrow.BufferReader(parquet_bytes(rows, CLAIM_COLUMNS)))

    assert table.to_pylist() == rows


def test_no_rows_are_a_table_with_its_columns() -> None:
    assert csv_text([], CLAIM_COLUMNS).strip() == ",".join(CLAIM_COLUMNS)
    assert parquet_bytes([], CLAIM_COLUMNS)[:4] == b"PAR1"


def test_a_persons_word_is_by_them_and_of_no_page(tmp_path: Path) -> None:
    (tmp_path / "claims.toml").write_text(
        CLAIMS
        + """
[[claim.cites]]
value = "0.2"
as_of = 2025-06-01
by = "The Editors"
quote = "a fifth of it"
url = "https://office.example/held"
"""
    )
    with claimtrack.open(tmp_path / "cited.db", clock=lambda: NOW) as cited:
        cited.add(tmp_path / "claims.toml")
        cited.observe("held", 0.21, as_of="2025-07-01", by="A Reader")
        (row,) = claim_rows(cited.accounts(at="2025-06-02"))
        seen = history_rows(cited.history("held"))
        told = plain(cited.history("held"))

    assert (row["cited_by"], row["url"], row["quote"]) == (
        "The Editors", "https://office.example/held", "a fifth of it",
    )  # fmt: skip
    assert row["snapshot"] is None
    for rows in (seen, told):
        assert [one["cited_by"] for one in rows] == ["The Editors", "A Reader"]
        assert [one["url"] for one in rows] == ["https://office.example/held", None]
        assert [one["snapshot"] for one in rows] == [None, None]
