"""Phrases: how a mistake says what was found and what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec

from claimtrack.names import listed, nearest

#: As much of a found value as a message shows.
_SHOWN = 48
#: As many names as a message lists in full.
_LISTED = 12

_PLAIN = {
    str: "text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    date: "a day such as 2025-08-15",
    datetime: "a moment such as 2025-08-15T12:00:00Z",
    time: "a time of day",
}


def shown(found: object) -> str:
    """*found* as a message shows it: as TOML writes it, long values cut short."""
    if isinstance(found, str):
        return f'"{cut(found)}"'
    if isinstance(found, bool):
        return str(found).lower()
    if isinstance(found, datetime):
        return f"the moment {found.isoformat()}"
    if isinstance(found, (date, time)):
        return found.isoformat()
    if isinstance(found, (dict, list)):
        return _container(found)
    return cut(str(found) if isinstance(found, float) else _digits(found))


def cut(text: str) -> str:
    """*text* on one line, with three dots for what is too long to show."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 3]}..."


def _container(found: dict[str, Any] | list[Any]) -> str:
    if isinstance(found, dict):
        return "a table"
    simple = [one for one in found if not isinstance(one, (dict, list))]
    if len(found) <= 4 and len(simple) == len(found):
        return f"[{', '.join(shown(one) for one in found)}]"
    return f"a list of {len(found)}"


def _digits(found: object) -> str:
    # Python refuses to print whole numbers of more than 4300 digits.
    if isinstance(found, int) and found.bit_length() > 256:
        return "a number of more than 70 digits"
    return str(found)


def quoted(names: Iterable[str], last: str = "or") -> str:
    """*names* in quotes as words: ``"up" or "down"``."""
    return listed((f'"{name}"' for name in names), last)


def meant(found: str, names: Iterable[str]) -> str:
    """A closing ``; did you mean "..."?`` with the name most like *found*, empty where none is."""
    return "".join(f'; did you mean "{name}"?' for name in nearest(found, names)[:1])


def choice(found: str, names: Sequence[str]) -> str:
    """What follows "there is no ...": the nearest name, or else the names there are."""
    guess = meant(found, names)
    if guess or not names:
        return guess
    return f"; there is {quoted(names[:_LISTED], 'and')}" + (
        f" ({len(names)} in all)" if len(names) > _LISTED else ""
    )


def words(hint: Any) -> str:
    """What a value of type *hint* is, in words: ``text``, ``"up" or "down"``, ``a list``."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        described = [meta.description for meta in arguments[1:] if isinstance(meta, msgspec.Meta)]
        return next(filter(None, described), None) or words(arguments[0])
    if origin is Literal:
        return quoted(str(one) for one in arguments)
    if origin in (Union, UnionType):
        return " or ".join(dict.fromkeys(words(one) for one in arguments if one is not NoneType))
    if origin in (list, tuple, set, frozenset):
        return "a list"
    if origin is dict and arguments[-1] is str:
        return "a table of texts"
    if origin is dict or hint is dict or _is_struct(hint):
        return "a table"
    return _PLAIN.get(hint, getattr(hint, "__name__", str(hint)))


def choices(hint: Any) -> tuple[str, ...]:
    """The texts that a value of type *hint* can be, where they are few enough to be named."""
    if get_origin(hint) is Literal:
        return tuple(str(one) for one in get_args(hint))
    return tuple(name for one in get_args(hint) for name in choices(one))


def _is_struct(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, msgspec.Struct)


def misfit(name: str, hint: Any, found: object) -> str:
    """What a message says of a field that holds *found* instead of a *hint*."""
    if isinstance(found, str) and not found.strip():
        return f"{name} must not be empty; it is {words(hint)}"
    guess = meant(found, choices(hint)) if isinstance(found, str) and choices(hint) else ""
    return f"{name} must be {words(hint)}, not {shown(found)}{guess}"


def unknown(name: str, names: Iterable[str]) -> str:
    """What a message says of a key that is not one of *names*."""
    known = sorted(names)
    guess = meant(name, known) or f"; known are {', '.join(known)}"
    return f'unknown key "{cut(name)}"{guess}'
