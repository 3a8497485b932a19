"""Names in a sentence."""

from __future__ import annotations

import pytest

from claimtrack.names import counted, kind_of, listed, nearest, with_article

KNOWN = ("lease-2042", "three-quarters-of-donetsk", "one-fifth-of-ukraine")


def test_a_slip_of_the_finger_finds_what_was_meant() -> None:
    assert nearest("lease-2024", KNOWN) == ("lease-2042",)


def test_the_nearest_comes_first() -> None:
    assert nearest("tide", ("tides", "tide-low", "tid"))[0] == "tides"


def test_a_short_name_wins_over_long_ones_that_contain_it() -> None:
    known = (
        "western-battle-tanks-delivered",
        "battle-tank",
        "tanks",
        "tankers-of-the-shadow-fleet",
    )
    assert nearest("tank", known)[0] == "tanks"
    assert nearest("tank", known)[1:] == ("battle-tank", "tankers-of-the-shadow-fleet")


def test_a_piece_of_a_long_name_finds_it() -> None:
    assert nearest("donetsk", KNOWN) == ("three-quarters-of-donetsk",)
    assert nearest("quarters-of-donesk", KNOWN) == ("three-quarters-of-donetsk",)


def test_a_piece_of_a_few_letters_finds_nothing() -> None:
    assert nearest("of", KNOWN) == ()
    assert nearest("claimant", ("aim",)) == ()


def test_what_follows_the_document_is_enough() -> None:
    known = ("alaska-summit/lease-2042", "alaska-summit/casualties-rise", "port/berths")
    assert nearest("lease-2024", known) == ("alaska-summit/lease-2042",)
    assert nearest("alaska-sumit/lease-2042", known)[0] == "alaska-summit/lease-2042"


def test_capitals_make_no_difference() -> None:
    assert nearest("LEASE-2042", KNOWN) == ("lease-2042",)
    assert nearest("eur", ("USD", "EUR"))[0] == "EUR"


def test_a_name_is_suggested_once() -> None:
    assert nearest("lease", ("lease", "lease", "port/lease")) == ("lease", "port/lease")


def test_what_resembles_nothing_finds_nothing() -> None:
    assert nearest("xyz", KNOWN) == ()
    assert nearest("", KNOWN) == ()
    assert nearest("xyz", ()) == ()


def test_there_are_three_at_most() -> None:
    assert len(nearest("claim", [f"claim{number}" for number in range(9)])) == 3


@pytest.mark.parametrize(
    ("names", "told"), [("", ""), ("a", "a"), ("ab", "a and b"), ("abc", "a, b and c")]
)
def test_names_are_listed_as_in_a_sentence(names: str, told: str) -> None:
    assert listed(names) == told


def test_the_last_of_a_list_may_be_an_alternative() -> None:
    assert listed(iter(["up", "down"]), "or") == "up or down"


def test_a_noun_is_counted_in_its_right_form() -> None:
    assert [counted(number, "day") for number in (0, 1, 1026)] == ["0 days", "1 day", "1,026 days"]
    assert counted(2, "loss", "losses") == "2 losses"


@pytest.mark.parametrize(
    "told",
    ["an object", "an int", "a list", "an event", "a unit", "a user", "an Ask", "a Reading",
     "an unnamed one", "a European"],
)  # fmt: skip
def test_a_noun_has_the_article_of_its_first_sound(told: str) -> None:
    assert with_article(told.partition(" ")[2]) == told


def test_what_something_is_is_told_by_its_type_and_nothing_as_none() -> None:
    assert [kind_of(one) for one in (object(), 4, "x", None)] == [
        "an object", "an int", "a str", "None",
    ]  # fmt: skip
