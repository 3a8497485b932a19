"""The Security Council: who sits in it, permanently or for a term, off the page of its members."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from claimtrack import Page, Unreadable

Seat = Literal["permanent", "elected", "none"]

_PERMANENT = re.compile(
    r"(?:five|5) permanent members:?\s*(?P<five>[^:;.]{20,300}?),? and (?:ten|10) non-permanent",
    re.IGNORECASE,
)
#: A member for a term stands with the year in which it ends.
_ELECTED = re.compile(r"(?P<name>[^\W\d_](?:[^\W\d_]|[ .,’'()-]){1,60}?)\s*\((?P<end>20\d\d)\)")
_FIVE, _TEN = 5, 10


@dataclass(frozen=True, slots=True)
class Council:
    """The members as the page names them, and the words that name the permanent ones."""

    permanent: tuple[str, ...]
    elected: tuple[str, ...]
    quote: str

    def seat_of(self, member: str) -> Seat:
        """Which seat *member* has; the two lists are whole, so that who is in neither has none.
        Raises `Unreadable` for a name that lies within a member's, or has one within it: "Russia"
        is no state without a seat, but not what the page writes.
        """
        asked = _plain(member)
        if asked in map(_plain, self.permanent):
            return "permanent"
        if asked in map(_plain, self.elected):
            return "elected"
        near = [one for one in (*self.permanent, *self.elected) if _is_near(asked, _plain(one))]
        if near:
            raise Unreadable(f"the page names {', '.join(near)}, not {member}: write it as there")
        return "none"


def _plain(name: str) -> str:
    return re.sub(r"^the ", "", " ".join(name.casefold().split()))


def _is_near(asked: str, named: str) -> bool:
    return asked in named or named in asked


def council(page: Page) -> Council:
    """The council on *page*. Raises `Unreadable` where it does not name five members and ten."""
    text = " ".join(page.plain_text.split())
    found = list(_PERMANENT.finditer(text))
    if len({one["five"] for one in found}) != 1:
        raise Unreadable(f"the permanent members are named {len(found)} times, not once")
    five = tuple(
        re.sub(r"^(?:and )?(?:the )?", "", name.strip())
        for name in re.split(r",(?: and)? | and ", found[0]["five"])
    )
    ten = tuple(dict.fromkeys(one["name"].strip() for one in _ELECTED.finditer(text)))
    if (len(five), len(ten)) != (_FIVE, _TEN):
        raise Unreadable(
            f"expected 5 permanent members and 10 others, found {len(five)}, {len(ten)}"
        )
    return Council(five, ten, found[0][0])
