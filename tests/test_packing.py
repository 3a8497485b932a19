"""Packing: objects in few bytes, and the same again."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field

import pytest

from claimtrack.packing import Packing


@dataclass(frozen=True)
class Lamp:
    name: str
    lit: tuple[int, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)


class PageText(str):
    """Text as a parser gives it, which holds on to its page."""

    page = "a whole page"


PACKING = Packing(Lamp)
LAMP = Lamp("Skarv", (1848, 1902), {"height": "31 metres"})


def test_what_is_packed_comes_back_equal_and_new() -> None:
    given = [LAMP, None, {"lamps": (LAMP, LAMP)}]
    again = PACKING.unpacked(PACKING.packed(given))
    assert again == given
    assert again[0] is not LAMP
    assert again[2]["lamps"][0] is again[0]


def test_a_parsers_kind_of_text_comes_back_as_text_alone() -> None:
    [again] = PACKING.unpacked(PACKING.packed([PageText("lit")]))
    assert (again, type(again)) == ("lit", str)


def test_what_is_like_another_takes_less_room_and_needs_it_again() -> None:
    many = [Lamp(f"Lamp {number}", (number,), {"height": "31 metres"}) for number in range(20)]
    like = PACKING.spelt(many)
    packed = PACKING.packed(many, like=like)
    assert len(packed) < len(PACKING.packed(many)) / 2
    assert PACKING.unpacked(packed, like=like) == many


def test_what_cannot_be_packed_is_raised() -> None:
    with socket.socket() as held, pytest.raises(TypeError, match="socket"):
        PACKING.packed(Lamp("x", notes=held))  # type: ignore[arg-type]
