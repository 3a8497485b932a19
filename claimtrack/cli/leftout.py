"""Left out: the plugins that failed in the last update, where they load well today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.cli.options import opened
from claimtrack.errors import DatabaseMissing

if TYPE_CHECKING:
    from claimtrack.sources import SetAside, Sources


def last_left_out(loaded: Sources, db: str | None) -> tuple[SetAside, ...]:
    """The plugins that the last update on record set aside, with its day; without those that were
    set aside again just now, and none where there is no database.
    """
    from claimtrack.sources import SetAside

    now = {aside.plugin for aside in loaded.set_aside}
    try:
        with opened(db) as tracker:
            found = tracker.set_aside()
    except DatabaseMissing:
        return ()
    return tuple(
        SetAside(one.source, f"in the update of {one.at:%Y-%m-%d %H:%M} UTC: {one.reason}")
        for one in found
        if one.source not in now
    )
