"""The JSON schema of claim files, held against a validator of its own and against the checker."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from claimtrack.claimfile import check_file, json_schema

GOOD = """\
[document]
id = "harbour"
title = "The harbour"
published = 2024-05-17

[measure."berths/open"]
asks = "What share of the berths is open?"
kind = "quantity"
unit = "share"
stale_after = "30d"
ask = [ { source = "series", url = "berths.csv", columns = ["open"], every = "6h" } ]

[measure."lease/state"]
asks = "Does the lease stand?"
kind = "state"
states = { in_force = ["stands"], lapsed = [] }

[[claim]]
id = "berths"
measure = "berths/open"
statement = "Most berths are open."
said = "about three-quarters"
means = [0.7, 1]
as_of = "2024-05"
near = "of the berths"
place = { paragraph = 2, sentences = [1, 2] }
was = ["berths-open"]
cites = [ { value = 0.74, as_of = 2024-05-17 }, { value = "three in four" } ]

[[claim]]
id = "lease"
statement = "The lease stands."
parts = { state = { measure = "lease/state", asserts = "in_force" } }

[reads."berths/open"]
subject = "berths"
says = ["open", "free"]
"""

#: Changes that make the file wrong in its shape.
BAD = [
    ('id = "harbour"', 'id = "Harbour"'),
    ('id = "harbour"', 'id = "harbour\\n"'),
    ('id = "harbour"', ""),
    ('title = "The harbour"', 'title = ""'),
    ('title = "The harbour"', "title = 3"),
    ("2024-05-17\n\n", '"May 2024"\n\n'),
    ("2024-05-17\n\n", "2024\n\n"),
    ('asks = "What', 'ask_s = "What'),
    ('kind = "quantity"', 'kind = "amount"'),
    ('"30d"', '"a month"'),
    ('"30d"', "30"),
    ('every = "6h"', 'every = "often"'),
    ("ask = [ {", 'ask = [ { kind = "person",'),
    ('["stands"]', '"stands"'),
    ("in_force = [", '"In Force" = ['),
    ('"berths/open"]\nasks', '"berths//open"]\nasks'),
    ('said = "about three-quarters"', "said = 2042"),
    ('said = "about three-quarters"', 'siad = "x"'),
    ("means = [0.7, 1]", "means = [0.7]"),
    ("means = [0.7, 1]", 'means = ["a", "b"]'),
    ('"2024-05"\n', '"2024-5"\n'),
    ("paragraph = 2", "paragraph = -1"),
    ("[1, 2] }", "[] }"),
    ("[1, 2] }", "[0] }"),
    ('was = ["berths-open"]', 'was = "berths-open"'),
    ("{ value = 0.74,", "{"),
    ("value = 0.74", "value = true"),
    ('asserts = "in_force"', "asserts = 1"),
    ('measure = "lease/state", ', ""),
    ('subject = "berths"', "subject = 1"),
    ('subject = "berths"', 'subjects = "berths"'),
    ("[reads.", "[read."),
]


def as_an_editor_sees_it(text: str) -> Any:
    """TOML as editors hand it to a schema: dates are texts."""
    return json.loads(json.dumps(tomllib.loads(text), default=date.isoformat))


def is_valid(text: str) -> bool:
    validator = jsonschema.Draft202012Validator(json_schema())
    return bool(validator.is_valid(as_an_editor_sees_it(text)))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    json.dumps(json_schema())


def test_a_right_file_is_valid_and_checks(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD)
    assert is_valid(GOOD)
    assert check_file(tmp_path / "a.toml") == ()


@pytest.mark.parametrize(("old", "new"), BAD)
def test_what_the_schema_refuses_the_checker_refuses(tmp_path: Path, old: str, new: str) -> None:
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    (tmp_path / "a.toml").write_text(text)
    assert not is_valid(text)
    assert check_file(tmp_path / "a.toml")


def test_nothing_may_be_null() -> None:
    assert "null" not in json.dumps(json_schema())


def test_a_process_that_made_the_schema_ends_well() -> None:
    made = "from claimtrack.claimfile import json_schema; json_schema()"
    ends = [subprocess.run([sys.executable, "-c", made], check=False).returncode for _ in range(8)]
    assert ends == [0] * 8
