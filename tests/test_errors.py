"""The error tree: what each error is, and what it tells."""

from __future__ import annotations

import pytest

from claimtrack import errors
from claimtrack.errors import (
    ClaimFileError,
    ClaimtrackError,
    Mistake,
    NotADate,
    NotAQuantity,
    UnknownName,
)

BUILTINS = {
    "BadDay": ValueError,
    "BadValue": ValueError,
    "ClaimFileError": ValueError,
    "DatabaseMissing": FileNotFoundError,
    "NotADate": ValueError,
    "NotAQuantity": ValueError,
    "ReadOnly": PermissionError,
    "UnknownName": LookupError,
    "Unreadable": ValueError,
}


def tree() -> list[type[Exception]]:
    found = (thing for thing in vars(errors).values() if isinstance(thing, type))
    return [thing for thing in found if issubclass(thing, Exception)]


def test_every_error_is_a_claimtrack_error() -> None:
    assert len(tree()) > len(BUILTINS)
    assert all(issubclass(error, ClaimtrackError) for error in tree())


def test_the_tree_that_is_drawn_names_every_error() -> None:
    drawn = errors.__doc__ or ""
    assert [error.__name__ for error in tree() if error.__name__ not in drawn] == []


@pytest.mark.parametrize("name", BUILTINS)
def test_an_error_is_the_builtin_that_a_caller_would_expect(name: str) -> None:
    assert issubclass(getattr(errors, name), BUILTINS[name])


def test_a_phrase_that_is_no_quantity_is_carried_along() -> None:
    error = NotAQuantity("a lot", "no number")
    assert (error.text, error.why) == ("a lot", "no number")
    assert str(error) == "'a lot' is not a quantity: no number"


def test_a_phrase_that_is_no_date_is_carried_along() -> None:
    error = NotADate("78 percent", "it names no date")
    assert (error.text, error.why) == ("78 percent", "it names no date")
    assert str(error) == "'78 percent' is not a date: it names no date"


def test_a_mistake_says_where_and_what() -> None:
    mistake = Mistake("claims.toml", 12, 'claim "lease"', "said must be text, not 2042")
    assert str(mistake) == 'claims.toml:12: claim "lease": said must be text, not 2042'


def test_a_mistake_of_the_whole_file_has_no_line() -> None:
    assert str(Mistake("claims.toml", None, "", "not TOML")) == "claims.toml: not TOML"


def test_a_claim_file_error_tells_every_mistake() -> None:
    mistakes = (Mistake("a.toml", 1, "", "one"), Mistake("a.toml", 2, "", "two"))
    error = ClaimFileError(mistakes)
    assert error.mistakes == mistakes
    assert str(error) == "a.toml:1: one\na.toml:2: two"


def test_an_unknown_name_says_what_was_perhaps_meant() -> None:
    error = UnknownName("claim", "leese", ("lease", "release"))
    assert str(error) == "no claim named 'leese'; did you mean lease or release?"
    assert (error.kind, error.name, error.candidates) == ("claim", "leese", ("lease", "release"))


def test_an_unknown_name_that_resembles_nothing_suggests_nothing() -> None:
    assert str(UnknownName("claim", "x")) == "no claim named 'x'"
