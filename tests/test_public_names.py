"""The public names: what ``claimtrack.__all__`` says, what is documented, what is really there."""

from __future__ import annotations

import inspect
import re
from inspect import isclass
from pathlib import Path

import pytest

import claimtrack

API = Path(__file__).parent.parent / "docs" / "api.md"
DOCUMENTED = re.findall(r"^\.\. [\w:]+:: claimtrack\.(\w+)$", API.read_text("utf-8"), re.MULTILINE)

#: Names that scripts and plugins rely on: taking one away breaks them.
RELIED_ON = {
    "Ask", "Attempt", "Claim", "ClaimtrackError", "Description", "Document", "Follow", "History",
    "Measure", "NotAQuantity", "Observation", "Page", "Quantity", "Reading", "Source", "Standing",
    "Tracker", "Transition", "UpdateReport", "Verdict", "find_dates", "find_quantities",
    "find_quotations", "hookimpl", "judge", "load_document", "open", "parse_quantity", "wording",
}  # fmt: skip

#: What a tracker, a history and a page can do.
METHODS = {
    "Tracker": {
        "add", "claims", "history", "observe", "review", "standing", "standings", "transitions",
        "update", "verdict", "__enter__", "__exit__",
    },
    "History": {"latest", "source", "spells", "to_arrow", "to_pandas"},
    "Page": {"json", "text"},
    "Source": {"asks", "read"},
    "Verdict": {"explain"},
}  # fmt: skip


def test_what_is_public_is_documented_and_nothing_else() -> None:
    assert sorted(DOCUMENTED) == sorted(claimtrack.__all__)
    assert len(DOCUMENTED) == len(set(DOCUMENTED))


def test_the_names_people_rely_on_are_public() -> None:
    assert set(claimtrack.__all__) >= RELIED_ON


@pytest.mark.parametrize("name", claimtrack.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    doc = inspect.getdoc(getattr(claimtrack, name))
    assert doc
    # What dataclasses write by themselves is the signature, not a sentence.
    assert not doc.startswith(f"{name}(")


def test_every_public_method_says_what_it_gives() -> None:
    classes = [thing for thing in map(claimtrack.__getattr__, claimtrack.__all__) if isclass(thing)]
    assert len(classes) > len(METHODS)
    silent = [
        f"{thing.__name__}.{attribute}"
        for thing in classes
        for attribute, value in vars(thing).items()
        if not attribute.startswith("_")
        and (inspect.isfunction(value) or isinstance(value, property))
        and not inspect.getdoc(value)
    ]
    assert silent == []


@pytest.mark.parametrize("name", METHODS)
def test_the_methods_people_rely_on_are_there(name: str) -> None:
    thing = getattr(claimtrack, name)
    fields = set(getattr(thing, "__dataclass_fields__", {}))
    assert METHODS[name] - fields - set(dir(thing)) == set()


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Trakcer'"):
        claimtrack.Trakcer  # noqa: B018


def test_dir_lists_the_public_names() -> None:
    assert set(dir(claimtrack)) >= set(claimtrack.__all__)
