"""Where the tables, keys and values of a TOML text stand."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claimfile.lines import Path, lines_of

TEXT = '''\
# a comment with [brackets] = "and quotes"
top = 1

[plain]   # trailing
"quoted key" = "a # no comment"
'literal.key' = 'C:\\no\\escape'
"esc\\u0061ped" = 2
dotted . inner = 3
dotted.other = [ 1, # one
  "two, ]",
  [3, { deep = "}" }],
]
text = """
[not] = a table
"quoted" and \\""" escaped
""""
literal = \'\'\'
x = '[no]'\'\'\'
last = 1979-05-27 07:32:00Z

[[list]]
a = { b = { c = [ "x" ] }, d = 1 } # [[list]]

[[list]]
a = 2
[list.sub."q.r"]
b = 3
[[list.inner]]
c = 4
[[list.inner]]
c = 5
'''


@pytest.mark.parametrize(
    ("path", "line", "value"),
    [
        (("top",), 2, "1"),
        (("plain", "quoted key"), 5, '"a # no comment"'),
        (("plain", "literal.key"), 6, "'C:\\no\\escape'"),
        (("plain", "escaped"), 7, "2"),
        (("plain", "dotted", "inner"), 8, "3"),
        (("plain", "dotted", "other", 1), 10, '"two, ]"'),
        (("plain", "dotted", "other", 2, 1, "deep"), 11, '"}"'),
        (("plain", "last"), 19, "1979-05-27 07:32:00Z"),
        (("list", 0, "a", "b", "c", 0), 22, '"x"'),
        (("list", 0, "a", "d"), 22, "1"),
        (("list", 1, "a"), 25, "2"),
        (("list", 1, "sub", "q.r", "b"), 27, "3"),
        (("list", 1, "inner", 1, "c"), 31, "5"),
    ],
)
def test_each_value_has_its_line_and_its_words(path: Path, line: int, value: str) -> None:
    lines = lines_of(TEXT)
    span = lines.spans[path]
    assert (lines.line(path), TEXT[span.value : span.end]) == (line, value)


def test_a_table_stands_at_its_header() -> None:
    lines = lines_of(TEXT)
    assert lines.line(("plain",)) == 4
    assert lines.line(("list", 1)) == 24
    assert lines.line(("list", 1, "sub")) == 26
    assert not lines.spans["list", 1].has_value


def test_what_is_absent_stands_where_it_would_be() -> None:
    lines = lines_of(TEXT)
    assert lines.line(("list", 1, "a", "nothing")) == 25
    assert lines.line(("plain", "nothing")) == 4
    assert lines.line(("nothing",)) == 1


def test_keys_within_braces_are_inline() -> None:
    lines = lines_of(TEXT)
    assert lines.spans["list", 0, "a", "d"].inline
    assert not lines.spans["list", 0, "a"].inline


KEYS = st.text(alphabet="ab.\"'\\#=[]é \n", max_size=4)
TEXTS = st.text(alphabet="ab\"'\\#=[]{},é\n\t", max_size=8)
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
SCALARS = TEXTS | NUMBERS | st.booleans() | st.dates()
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


def flat(value: Any) -> str:
    """*value* as TOML on one line."""
    if isinstance(value, list):
        return f"[ {', '.join(map(flat, value))} ]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{quoted(k)} = {flat(v)}" for k, v in value.items()) + " }"
    if isinstance(value, str):
        return quoted(value)
    return json.dumps(value) if isinstance(value, (bool, int, float)) else str(value)


def quoted(text: str) -> str:
    if "'" not in text and "\n" not in text and text.isprintable():
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)


def leaves(value: Any, path: Path) -> list[tuple[Path, Any]]:
    if isinstance(value, dict):
        return [leaf for k, v in value.items() for leaf in leaves(v, (*path, k))]
    if isinstance(value, list):
        return [leaf for i, v in enumerate(value) for leaf in leaves(v, (*path, i))]
    return [(path, value)]


@given(st.lists(st.tuples(KEYS, st.dictionaries(KEYS, VALUES, max_size=4)), max_size=4))
def test_every_value_of_every_text_is_found(tables: list[tuple[str, dict[str, Any]]]) -> None:
    text = ""
    for name, table in tables:
        text += f"[[t.{quoted(name)}]] # [x]\n"
        text += "".join(f"{quoted(key)} = {flat(value)}\n" for key, value in table.items())
    lines = lines_of(text)
    found = leaves(tomllib.loads(text), ())
    for path, value in found:
        span = lines.spans[path]
        assert tomllib.loads(f"x = {text[span.value : span.end]}")["x"] == value
        assert lines.line(path) == text.count("\n", 0, span.start) + 1


@given(st.lists(VALUES, max_size=4))
def test_lists_over_several_lines_are_found_too(values: list[Any]) -> None:
    text = "x = [" + "".join(f"\n  {flat(value)}, # ]\n" for value in values) + "\n]\ny = 1\n"
    lines = lines_of(text)
    for path, value in leaves(tomllib.loads(text), ()):
        span = lines.spans[path]
        assert tomllib.loads(f"x = {text[span.value : span.end]}")["x"] == value
