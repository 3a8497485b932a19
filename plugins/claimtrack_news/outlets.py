"""Outlets: who can be asked by name, and what is known of each."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import msgspec


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One outlet of the catalogue: ``language`` and ``country`` by their two letters, ``party`` the
    side that it belongs to, ``signs`` the names by which an agency signs.
    """

    publisher: str
    language: str
    country: str
    feeds: tuple[str, ...]
    party: str | None = None
    signs: tuple[str, ...] = ()


@cache
def outlets() -> dict[str, Outlet]:
    """The outlets of the catalogue by name."""
    text = files("claimtrack_news").joinpath("outlets.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Outlet])


def agency(authors: Iterable[str]) -> str | None:
    """The agency whose story it is that *authors* sign, by its full name; None where no agency is
    among them. Several outlets that carry one story say one thing.
    """
    for author in authors:
        for outlet in outlets().values():
            if any(_stands_in(sign, author) for sign in outlet.signs):
                return outlet.signs[0]
    return None


def _stands_in(sign: str, author: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(sign)}(?!\w)", author) is not None
