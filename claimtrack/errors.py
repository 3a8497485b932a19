"""The error tree: everything claimtrack raises on purpose.

    ClaimtrackError
    ├── BadDay (ValueError)              a day argument that is no day
    ├── BadValue (ValueError)            an amount, unit or interval that is none
    ├── NotAQuantity (ValueError)        a phrase that states no quantity
    ├── NotADate (ValueError)            a phrase that names no date
    ├── ClaimFileError (ValueError)      a claim file with mistakes; .mistakes holds each
    ├── UnknownName (LookupError)        no claim, measure, document or source of that name
    ├── PluginError                      a plugin that cannot be loaded or breaks its contract
    │   └── Unreadable (ValueError)      a page that a source cannot read; raised by readers
    ├── NoLoopback (OSError)             a machine that cannot reach itself over the network
    └── StoreError                       the database
        ├── DatabaseMissing (FileNotFoundError)
        ├── DatabaseOutdated             older or newer than this version of claimtrack
        ├── DatabaseForeign              a database that is not claimtrack's
        ├── ReadOnly (PermissionError)   a write on a tracker opened for reading
        └── Redacted (LookupError)       a snapshot that was destroyed on purpose

An error also is the builtin that a caller would expect, and carries what it concerns.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


class ClaimtrackError(Exception):
    """The root of every error claimtrack raises on purpose."""


class BadDay(ClaimtrackError, ValueError):
    """A day argument that is neither a date, an aware datetime nor ``YYYY[-MM[-DD]]``."""


class BadValue(ClaimtrackError, ValueError):
    """An amount, a unit or an interval that cannot be one."""


class NotAQuantity(ClaimtrackError, ValueError):
    """A phrase that states no quantity, or more than one; ``text`` is the phrase."""

    def __init__(self, text: str, why: str) -> None:
        super().__init__(f"{text!r} is not a quantity: {why}")
        self.text = text
        self.why = why


class NotADate(ClaimtrackError, ValueError):
    """A phrase that names no date, or more than one; ``text`` is the phrase."""

    def __init__(self, text: str, why: str) -> None:
        super().__init__(f"{text!r} is not a date: {why}")
        self.text = text
        self.why = why


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong in a claim file: where it stands, what was found, what would be right.

    ``where`` is the table as a reader would call it (``claim "lease"``), ``field`` the key in it;
    the message names both what it concerns and the remedy.
    """

    file: str
    line: int | None
    where: str
    message: str
    field: str | None = None

    def __str__(self) -> str:
        position = self.file if self.line is None else f"{self.file}:{self.line}"
        return (
            f"{position}: {self.where}: {self.message}"
            if self.where
            else (f"{position}: {self.message}")
        )


class ClaimFileError(ClaimtrackError, ValueError):
    """A claim file with mistakes; ``mistakes`` holds every one of them, in order of line."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes


class UnknownName(ClaimtrackError, LookupError):
    """Nothing of that name, or several: ``name`` was asked, ``candidates`` come nearest."""

    def __init__(self, kind: str, name: str, candidates: tuple[str, ...] = ()) -> None:
        hint = f"; did you mean {' or '.join(candidates)}?" if candidates else ""
        super().__init__(f"no {kind} named {name!r}{hint}")
        self.kind = kind
        self.name = name
        self.candidates = candidates


class PluginError(ClaimtrackError):
    """A plugin that cannot be loaded or breaks its contract."""


class Unreadable(PluginError, ValueError):
    """A page that a source cannot read: raised by a reader, recorded as ``unreadable``."""


class NoLoopback(ClaimtrackError, OSError):
    """A machine that cannot reach itself over the network: it has no loopback interface, or none
    that is up.
    """


class StoreError(ClaimtrackError):
    """The database cannot do what was asked."""


class DatabaseMissing(StoreError, FileNotFoundError):
    """There is no database at that address; reading never creates one."""


class DatabaseOutdated(StoreError):
    """The database's schema is older or newer than this version of claimtrack reads."""


class DatabaseForeign(StoreError):
    """The database exists and is not one of claimtrack's."""


class ReadOnly(StoreError, PermissionError):
    """A write was asked of a tracker that was opened for reading."""


class Redacted(StoreError, LookupError):
    """The snapshot was destroyed on purpose, at ``redacted_at``, for ``reason``."""

    def __init__(self, snapshot: str, reason: str, redacted_at: datetime) -> None:
        super().__init__(
            f"snapshot {snapshot[:12]} was redacted on {redacted_at.date().isoformat()}: {reason}"
        )
        self.snapshot = snapshot
        self.reason = reason
        self.redacted_at = redacted_at
