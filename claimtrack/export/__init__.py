"""Outward formats of what claimtrack answers."""

from claimtrack.export.chart import band_chart
from claimtrack.export.citing import citations, correction
from claimtrack.export.claimreviews import ClaimReviews, claim_reviews
from claimtrack.export.numberline import number_line
from claimtrack.export.plain import plain
from claimtrack.export.report import report
from claimtrack.export.tables import (
    CLAIM_COLUMNS,
    claim_rows,
    csv_text,
    history_rows,
    parquet_bytes,
)

__all__ = [
    "CLAIM_COLUMNS",
    "ClaimReviews",
    "band_chart",
    "citations",
    "claim_reviews",
    "claim_rows",
    "correction",
    "csv_text",
    "history_rows",
    "number_line",
    "parquet_bytes",
    "plain",
    "report",
]
