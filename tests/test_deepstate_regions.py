"""Ukraine and its oblasts, by code and by name."""

from __future__ import annotations

import pytest
from claimtrack_deepstate.areas import boundary
from claimtrack_deepstate.regions import OBLASTS, UKRAINE, region_named
from shapely import Point

#: A place amid each oblast whose code is easily mistaken: the capital, as longitude and latitude.
CAPITALS = {
    "UA-05": (28.47, 49.23), "UA-07": (25.32, 50.75), "UA-09": (39.30, 48.57),
    "UA-12": (35.04, 48.46), "UA-14": (37.80, 48.00), "UA-18": (28.66, 50.26),
    "UA-21": (22.30, 48.62), "UA-23": (35.14, 47.84), "UA-26": (24.71, 48.92),
    "UA-30": (30.52, 50.45), "UA-32": (30.12, 49.80), "UA-35": (32.26, 48.51),
    "UA-40": (33.55, 44.60), "UA-43": (34.10, 44.95), "UA-46": (24.03, 49.84),
    "UA-48": (32.00, 46.97), "UA-51": (30.72, 46.48), "UA-53": (34.55, 49.59),
    "UA-56": (26.25, 50.62), "UA-59": (34.80, 50.91), "UA-61": (25.59, 49.55),
    "UA-63": (36.25, 49.99), "UA-65": (32.65, 46.66), "UA-68": (26.99, 49.42),
    "UA-71": (32.06, 49.43), "UA-74": (31.29, 51.49), "UA-77": (25.94, 48.29),
}  # fmt: skip


@pytest.mark.parametrize("code", CAPITALS)
def test_a_code_names_the_oblast_around_its_capital(code: str) -> None:
    place = Point(*CAPITALS[code])
    around = [
        region.code
        for region in OBLASTS.values()
        if (outline := boundary(region)) is not None and outline.contains(place)
    ]
    assert around == [code]


def test_every_oblast_has_a_capital_here() -> None:
    assert set(CAPITALS) == set(OBLASTS)
    assert len(OBLASTS) == 27


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("UA-14", "UA-14"), ("ua-14", "UA-14"), ("Donetsk", "UA-14"), ("donetsk oblast", "UA-14"),
        ("Donets'k", "UA-14"), ("Luhans’k", "UA-09"), ("Donetsk Region", "UA-14"),
        ("Zaporizhia", "UA-23"), ("Ivano-Frankivsk", "UA-26"), ("Kyiv oblast", "UA-32"),
        ("Kyiv city", "UA-30"), ("Odessa", "UA-51"), ("Crimea", "UA-43"),
    ],
)  # fmt: skip
def test_an_oblast_is_known_by_code_and_by_name(name: str, code: str) -> None:
    assert region_named(name) is OBLASTS[code]


@pytest.mark.parametrize("name", ["UA", "ua", "Ukraine"])
def test_ukraine_is_a_region_of_its_official_area(name: str) -> None:
    assert region_named(name) is UKRAINE
    assert UKRAINE.km2 == 603_628


@pytest.mark.parametrize("name", ["", "Kyiv", "Moscow", "UA-", "RU-MOW", "oblast"])
def test_anything_else_is_no_region(name: str) -> None:
    with pytest.raises(ValueError, match="region"):
        region_named(name)
