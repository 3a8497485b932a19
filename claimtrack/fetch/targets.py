"""Targets: an address that may be asked, as it goes over the wire.

Nearly every address is plain: a scheme and a host, and behind them letters and digits that go over
the wire as they are written. Of such a one only what comes before the path has to be parsed, and
that is the same for all pages of a site; httpx takes a twentieth of a millisecond for each of them.
Of any other, nothing is said here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

Origin = tuple[str, str, int]

#: What stands behind the host: nothing that is written in another way, or that leads up (``/../``).
_PLAIN = re.compile(
    r"(?P<start>https?://[a-z0-9.:-]++)"
    r"(?P<target>(?P<path>(?:/(?!\.\.?(?:[/?]|\Z))[a-z0-9._~-]*+)++)(?:\?[a-z0-9._~=&/-]++)?+)\Z",
    re.ASCII | re.IGNORECASE,
)
#: There are bounds to what may be asked, and this is far within them.
_LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Site:
    """Where an address is asked: its ``origin`` and that as it is ``spelt``, for a robots.txt is of
    one scheme, host and port; its ``host`` by the one name that its turns are kept under; and what
    the server is told that it is (``netloc``).
    """

    origin: Origin
    spelt: str
    host: str
    netloc: bytes

    @property
    def name(self) -> str:
        """The host as it goes over the wire."""
        return self.origin[1]


class Target(NamedTuple):
    """What is asked of a ``site``: its ``path``, the address as it is spelt (``text``), and what
    goes over the wire (``raw``).
    """

    site: Site
    text: str
    path: str
    raw: bytes


class Plain(NamedTuple):
    """A plain address in parts: what comes before the path, the path, and that with the query."""

    start: str
    path: str
    target: str


def plain(text: str) -> Plain | None:
    """*text* in parts, where it is a plain address; None where it is not."""
    found = _PLAIN.match(text) if len(text) <= _LONGEST else None
    return None if found is None else Plain(found["start"], found["path"], found["target"])
