"""Days on the command line: what the library takes as one, written."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import click

from claimtrack.errors import BadDay

_Command = TypeVar("_Command", bound=Callable[..., Any])

_MOMENT = re.compile(r"\d{4}-?\d{2}-?\d{2}[T ]", re.IGNORECASE)


def day_option(name: str, **given: Any) -> Callable[[_Command], _Command]:
    """An option whose value is a day: a moment with its zone comes as an aware datetime, all else
    as it was written, for the library to read or refuse.
    """
    return click.option(name, metavar="DAY", callback=_read, **given)


def _read(
    context: click.Context, option: click.Parameter, written: str | None
) -> str | datetime | None:
    if written is None or not _MOMENT.match(written):
        return written
    try:
        moment = datetime.fromisoformat(written)
    except ValueError as error:
        raise BadDay(f"{written!r} is no moment: {error}") from error
    if moment.tzinfo is None:
        raise BadDay(
            f"{written!r} has no time zone: add Z or an offset, as in 2025-08-15T09:00+02:00"
        )
    return moment
