"""Unanswered: what a WARC says of a request that nobody answered.

The format has no record for it. A ``metadata`` record stands in the answer's place, beside the
request, whose fields say what came of it.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from claimtrack.fetch.limits import Limits
from claimtrack.fetch.outcomes import Down, NoPage, NotAsked, Unresolved, printable

#: As other tools write their metadata; the names are ours.
MEDIA_TYPE = "application/warc-fields"
_FIELD = re.compile(r"^claimtrack-(outcome|reason|fault):[ \t]*(.{0,1000}?)\r?$", re.MULTILINE)
_KINDS: Mapping[str, type[NoPage]] = {"page": NoPage, "host": Down, "name": Unresolved}


@dataclass(frozen=True, slots=True)
class Unanswered:
    """What came of a request in an answer's place, for which ``reason``; the ``fault`` is of the
    page, of the host, of its name, or of the time, which was over.
    """

    outcome: Literal["unreachable", "disallowed"]
    reason: str
    fault: str

    @classmethod
    def of(cls, error: BaseException) -> Unanswered | None:
        """What *error* came to, which a transport raised; None where nothing was asked, or where
        it is a bug of ours.
        """
        if isinstance(error, asyncio.CancelledError):
            return cls("unreachable", "", "time")
        if not isinstance(error, NoPage) or isinstance(error, NotAsked):
            return None
        if error.outcome not in {"unreachable", "disallowed"}:
            return None
        kind = "host" if isinstance(error, Down) else "page"
        fault = "name" if isinstance(error, Unresolved) else kind
        return cls(error.outcome, error.reason, fault)

    @classmethod
    def read(cls, head: bytes) -> Unanswered | None:
        """What the block that begins with *head* says; None where it says nothing of the kind."""
        said = dict(_FIELD.findall(head.decode("utf-8", "replace")))
        outcome, fault = said.get("outcome"), said.get("fault")
        if outcome not in {"unreachable", "disallowed"} or fault not in {*_KINDS, "time"}:
            return None
        told = cast('Literal["unreachable", "disallowed"]', outcome)
        return cls(told, printable(said.get("reason", "")), fault)

    @property
    def was_sent(self) -> bool:
        """Whether the request may have gone over the wire."""
        return self.outcome != "disallowed" and self.fault != "name"

    def fields(self) -> bytes:
        """It as the block of a record."""
        said = {"outcome": self.outcome, "fault": self.fault, "reason": self.reason}
        return "".join(f"claimtrack-{name}: {one}\r\n" for name, one in said.items()).encode()

    def error(self, limits: Limits) -> NoPage:
        """It as a transport raises it."""
        if self.fault == "time":
            reason = f"no whole answer within {limits.total_seconds:g} s"
            return NoPage("unreachable", reason)
        return _KINDS[self.fault](self.outcome, self.reason)
