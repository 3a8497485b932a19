"""Tables: what became of the claims, and what was seen of a measure, as CSV and as Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from claimtrack.accounts import Account
from claimtrack.judging.verdicts import Verdict
from claimtrack.names import listed
from claimtrack.observations import History

#: The columns of a table of claims, and what each holds.
CLAIM_COLUMNS: Mapping[str, type] = {
    "document": str, "claim": str, "statement": str, "type": str, "said": str, "measure": str,
    "paragraph": int, "status": str, "since": date, "since_known": str,
    "since_earliest": date, "since_latest": date, "then_on": date, "then_label": str,
    "then_figure": str, "now_on": date, "now_label": str, "now_figure": str, "evidence": str,
    "fit": float, "distance": float, "unit": str, "lower": float, "upper": float,
    "flips_earliest": date, "flips_likely": date, "flips_latest": date, "right_words": str,
    "findings": str, "rule": str, "source": str, "as_of": str, "quote": str, "url": str,
    "cited_by": str, "snapshot": str, "review": str, "reviewed_by": str, "sentence": str,
}  # fmt: skip

Row = dict[str, Any]
#: A spreadsheet takes a text that starts so for a formula, and runs it.
_RUNS = ("=", "+", "-", "@", "\t", "\r")


def claim_rows(accounts: Iterable[Account]) -> list[Row]:
    """A row for each of *accounts*, in their order, with the keys of `CLAIM_COLUMNS`."""
    return [_row(account) for account in accounts]


def _row(account: Account) -> Row:
    claim, standing = account.claim, account.standing
    then, now, onset = standing.then, standing.now, standing.onset
    newest = account.evidence[0] if account.evidence else None
    said = [each.said for each in claim.assertions if each.said]
    return {
        "document": claim.document,
        "claim": claim.id,
        "statement": claim.statement,
        "type": claim.type,
        "said": "; ".join(said) or None,
        "measure": "; ".join(claim.measures),
        "paragraph": None if claim.place is None else claim.place.paragraph,
        "status": standing.status,
        "since": standing.since,
        "since_known": None if onset is None else onset.known,
        "since_earliest": None if onset is None else onset.earliest,
        "since_latest": None if onset is None else onset.latest,
        **_verdict("then", then),
        **_verdict("now", now),
        "evidence": standing.evidence,
        "fit": now.fit,
        "distance": None if now.distance is None else float(now.distance),
        "unit": now.unit,
        **_ends(now),
        "right_words": account.wording,
        "findings": listed(finding.name for finding in now.findings) or None,
        "rule": now.rule,
        "source": listed(now.source_names) or None,
        "as_of": None if newest is None else str(newest.as_of),
        "quote": None if newest is None else newest.short_quote or None,
        "url": None if newest is None else newest.url,
        "cited_by": None if newest is None else newest.cited_by,
        "snapshot": None if newest is None else newest.snapshot,
        "review": standing.review.status if standing.review else None,
        "reviewed_by": standing.review.by if standing.review else None,
        "sentence": account.told,
    }


def _verdict(when: str, verdict: Verdict) -> Row:
    return {
        f"{when}_on": verdict.at,
        f"{when}_label": verdict.label,
        f"{when}_figure": verdict.figure or None,
    }


def _ends(verdict: Verdict) -> Row:
    band, flips = verdict.interval, verdict.flips
    lower, upper = (None, None) if band is None else (band.lower, band.upper)
    return {
        "lower": None if lower is None else float(lower),
        "upper": None if upper is None else float(upper),
        "flips_earliest": None if flips is None else flips.earliest,
        "flips_likely": None if flips is None else flips.likely,
        "flips_latest": None if flips is None else flips.latest,
    }


def history_rows(history: History) -> list[Row]:
    """A row for each observation of *history*, in its order, as `History.to_pandas` has them; a
    quote is cut to what may be shown.
    """
    rows = history.rows()
    for row, seen in zip(rows, history, strict=True):
        row["quote"] = seen.short_quote
    return rows


def csv_text(rows: Iterable[Row], columns: Iterable[str]) -> str:
    """*rows* as CSV (RFC 4180) under a header of *columns*. A text that a spreadsheet would run as
    a formula has an apostrophe before it.
    """
    names = list(columns)
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)
    return file.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, str) and value.startswith(_RUNS):
        return f"'{value}"
    return value


def parquet_bytes(rows: Sequence[Row], columns: Mapping[str, type]) -> bytes:
    """*rows* as a Parquet file with *columns* of those types. Needs the ``frames`` extra."""
    import pyarrow
    import pyarrow.parquet

    types = {
        bool: pyarrow.bool_(),
        date: pyarrow.date32(),
        datetime: pyarrow.timestamp("us", "UTC"),
        float: pyarrow.float64(),
        int: pyarrow.int64(),
        str: pyarrow.string(),
    }
    schema = pyarrow.schema([(name, types[kind]) for name, kind in columns.items()])
    sink = pyarrow.BufferOutputStream()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(rows), schema=schema), sink)
    return bytes(sink.getvalue())
