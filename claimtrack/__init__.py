"""What was claimed, was it right, is it still right, and how do we know?

    import claimtrack

    with claimtrack.open("claims.db") as tracker:
        tracker.add("essay.toml")
        tracker.update()
        for standing in tracker.standings():
            print(standing)

Names are imported when first used, so that ``import claimtrack`` stays cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimtrack.accounts import Account
    from claimtrack.captures import Archive
    from claimtrack.claims import Claim, Document
    from claimtrack.errors import (
        BadDay,
        BadValue,
        ClaimFileError,
        ClaimtrackError,
        DatabaseForeign,
        DatabaseMissing,
        DatabaseOutdated,
        NotAQuantity,
        PluginError,
        ReadOnly,
        StoreError,
        UnknownName,
        Unreadable,
    )
    from claimtrack.judging import judge
    from claimtrack.judging.verdicts import Finding, Review, Standing, Transition, Verdict
    from claimtrack.measures import Measure
    from claimtrack.observations import (
        Attempt,
        Description,
        History,
        Observation,
        Reading,
        in_brief,
    )
    from claimtrack.pages import Ask, Follow, Page, Refusal
    from claimtrack.rounding import rounded_to
    from claimtrack.sources import Source, hookimpl
    from claimtrack.store import Changes
    from claimtrack.tracker import Tracker, UpdateReport, load_document, open
    from claimtrack.values import CalendarDate, Interval, Quantity
    from claimtrack.words import (
        find_quantities,
        mentioned,
        parse_quantity,
        read_statements,
        wording,
    )
    from claimtrack.words.articles import (
        Article,
        ClaimReview,
        Wall,
        read_article,
        visible_text,
        wall_of,
    )
    from claimtrack.words.dates import DatePhrase, find_dates
    from claimtrack.words.quoting.cited import Quotation, find_quotations
    from claimtrack.words.quoting.persons import is_same_speaker
    from claimtrack.words.statewords import state_told
    from claimtrack.words.writtendays import day_format_problem, read_day
    from claimtrack.words.writtennumbers import decimal_sign, read_number

__all__ = [
    "Account",
    "Archive",
    "Article",
    "Ask",
    "Attempt",
    "BadDay",
    "BadValue",
    "CalendarDate",
    "Changes",
    "Claim",
    "ClaimFileError",
    "ClaimReview",
    "ClaimtrackError",
    "DatabaseForeign",
    "DatabaseMissing",
    "DatabaseOutdated",
    "DatePhrase",
    "Description",
    "Document",
    "Finding",
    "Follow",
    "History",
    "Interval",
    "Measure",
    "NotAQuantity",
    "Observation",
    "Page",
    "PluginError",
    "Quantity",
    "Quotation",
    "ReadOnly",
    "Reading",
    "Refusal",
    "Review",
    "Source",
    "Standing",
    "StoreError",
    "Tracker",
    "Transition",
    "UnknownName",
    "Unreadable",
    "UpdateReport",
    "Verdict",
    "Wall",
    "day_format_problem",
    "decimal_sign",
    "find_dates",
    "find_quantities",
    "find_quotations",
    "hookimpl",
    "in_brief",
    "is_same_speaker",
    "judge",
    "load_document",
    "mentioned",
    "open",
    "parse_quantity",
    "read_article",
    "read_day",
    "read_number",
    "read_statements",
    "rounded_to",
    "state_told",
    "visible_text",
    "wall_of",
    "wording",
]

_HOMES = {
    "claimtrack.accounts": ("Account",),
    "claimtrack.captures": ("Archive",),
    "claimtrack.claims": ("Claim", "Document"),
    "claimtrack.errors": (
        "BadDay",
        "BadValue",
        "ClaimFileError",
        "ClaimtrackError",
        "DatabaseForeign",
        "DatabaseMissing",
        "DatabaseOutdated",
        "NotAQuantity",
        "PluginError",
        "ReadOnly",
        "StoreError",
        "UnknownName",
        "Unreadable",
    ),
    "claimtrack.judging": ("judge",),
    "claimtrack.judging.verdicts": ("Finding", "Review", "Standing", "Transition", "Verdict"),
    "claimtrack.measures": ("Measure",),
    "claimtrack.observations": (
        "Attempt",
        "Description",
        "History",
        "Observation",
        "Reading",
        "in_brief",
    ),
    "claimtrack.pages": ("Ask", "Follow", "Page", "Refusal"),
    "claimtrack.rounding": ("rounded_to",),
    "claimtrack.sources": ("Source", "hookimpl"),
    "claimtrack.store": ("Changes",),
    "claimtrack.tracker": ("Tracker", "UpdateReport", "load_document", "open"),
    "claimtrack.values": ("CalendarDate", "Interval", "Quantity"),
    "claimtrack.words": (
        "find_quantities",
        "mentioned",
        "parse_quantity",
        "read_statements",
        "wording",
    ),
    "claimtrack.words.articles": (
        "Article",
        "ClaimReview",
        "Wall",
        "read_article",
        "visible_text",
        "wall_of",
    ),
    "claimtrack.words.quoting.cited": ("Quotation", "find_quotations"),
    "claimtrack.words.quoting.persons": ("is_same_speaker",),
    "claimtrack.words.dates": ("DatePhrase", "find_dates"),
    "claimtrack.words.statewords": ("state_told",),
    "claimtrack.words.writtendays": ("day_format_problem", "read_day"),
    "claimtrack.words.writtennumbers": ("decimal_sign", "read_number"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'claimtrack' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
