"""The day in an address and in a name."""

from __future__ import annotations

from datetime import date

import pytest
from claimtrack_deepstate.days import DayPlace, day_in
from hypothesis import given
from hypothesis import strategies as st

TEMPLATES = [
    "https://maps.example/map_{day:%Y%m%d}.geojson",
    "https://maps.example/{day}.geojson",
    "https://maps.example/{day:%d.%m.%Y}/map.geojson",
    "https://maps.example/{day:%Y/%m}/{day:%Y%m%d}.geojson",
    "https://maps.example/map.geojson?on={day:%m-%d-%Y}&all=1",
]
#: The fourth has a place that names no day of its own.
WHOLE = [template for template in TEMPLATES if "{day:%Y/%m}" not in template]


@given(st.sampled_from(WHOLE), st.dates(date(1000, 1, 1)))
def test_an_address_gives_back_the_day_it_was_filled_with(template: str, day: date) -> None:
    place = DayPlace(template)
    assert place.is_given
    assert place.day_of(place.filled(day)) == day


def test_every_place_names_a_whole_day() -> None:
    with pytest.raises(ValueError, match="once each"):
        DayPlace(TEMPLATES[3])


def test_an_address_with_two_places_must_agree_with_itself() -> None:
    place = DayPlace("https://maps.example/{day}/{day:%Y%m%d}")
    assert place.day_of("https://maps.example/2031-02-05/20310205") == date(2031, 2, 5)
    # Another address: all that counts is the last part of its path.
    assert place.day_of("https://maps.example/2031-02-05/20310206") == date(2031, 2, 6)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://mirror.example/x/map_20310205.geojson", date(2031, 2, 5)),
        ("https://mirror.example/x/map%202031-02-05.geojson", date(2031, 2, 5)),
        ("maps/2031_02_05.geojson", date(2031, 2, 5)),
        ("https://mirror.example/20310205/latest.geojson", None),
        ("https://mirror.example/latest.geojson?day=20310205", None),
        ("https://mirror.example/map_20310230.geojson", None),
        ("https://mirror.example/map_20310205_20310206.geojson", None),
        ("https://mirror.example/1928100600.geojson", None),
        ("https://mirror.example/203102051.geojson", None),
    ],
)
def test_the_day_of_another_address_is_the_one_in_its_name(url: str, day: date | None) -> None:
    assert DayPlace("https://maps.example/latest.geojson").day_of(url) == day
    assert DayPlace(TEMPLATES[0]).day_of(url) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("deepstatemap_data_20310205", date(2031, 2, 5)),
        ("2031-02-05", date(2031, 2, 5)),
        ("from 20310205 to 20310205", date(2031, 2, 5)),
        ("from 20310205 to 20310206", None),
        ("latest", None),
        ("", None),
        (None, None),
    ],
)
def test_a_name_states_a_day_only_where_it_states_one(name: str | None, day: date | None) -> None:
    assert day_in(name) == day
