"""Lines: where each table, key and value of a TOML text stands."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

#: The way to a value: the keys of tables and the indexes of arrays, from the outside in.
Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[\s]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_SCALAR = re.compile(r"[^,\]}#\n]*")


@dataclass(frozen=True, slots=True)
class Span:
    """Where a key and its value stand: ``text[start:end]`` is both, ``text[value:end]`` the value.

    A table that is opened by a header or by dotted keys has no value of its own: all of it starts
    where it is first named. ``inline`` tells whether the key is written within braces or brackets.
    """

    start: int
    value: int
    end: int
    inline: bool = False

    @property
    def has_value(self) -> bool:
        """Whether the value is written out behind the key."""
        return self.end > self.start


@dataclass(frozen=True)
class Lines:
    """Where everything of a TOML text stands; the text must be one that `tomllib` reads.

    It is looked for when it is first asked: where a file is right throughout, nobody asks.
    """

    text: str

    @cached_property
    def spans(self) -> Mapping[Path, Span]:
        """Where each table, key and value stands."""
        found: dict[Path, Span] = {}
        for path, span in _Scanner(self.text).statements():
            found.setdefault(path, span)
        return found

    def line(self, path: Path) -> int:
        """The line of *path*, counted from 1; of the nearest table around it where it is absent."""
        while path and path not in self.spans:
            path = path[:-1]
        return self.line_at(self.spans[path].start) if path else 1

    def line_at(self, position: int) -> int:
        """The line of a position in the text, counted from 1."""
        return bisect_right(self._starts, position)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]


def lines_of(text: str) -> Lines:
    """The lines of a TOML text that `tomllib` has read without complaint."""
    return Lines(text)


def _opened(table: Path, start: int) -> Iterator[tuple[Path, Span]]:
    """The spans of a table that is named at *start*, and of those around it."""
    for depth in range(1, len(table) + 1):
        yield table[:depth], Span(start, start, start)


class _Scanner:
    """Walks a valid TOML text and gives the span of every table, key and element in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.elements: dict[Path, int] = {}

    def statements(self) -> Iterator[tuple[Path, Span]]:
        table: Path = ()
        while self.skip(_BLANK) < len(self.text):
            start = self.position
            if self.takes("[["):
                table = self.element_of(self.key())
                self.position = self.text.index("]]", self.position) + 2
                yield from _opened(table, start)
            elif self.takes("["):
                table = self.resolve(self.key())
                self.position = self.text.index("]", self.position) + 1
                yield from _opened(table, start)
            else:
                yield from self.assignment(table, inline=False)

    def assignment(self, table: Path, *, inline: bool) -> Iterator[tuple[Path, Span]]:
        start = self.position
        keys = self.key()
        self.position = self.text.index("=", self.position) + 1
        value = self.skip(_SPACE)
        yield from _opened(table + keys[:-1], start)
        yield from self.value(table + keys)
        yield table + keys, Span(start, value, self.position, inline)

    def value(self, path: Path) -> Iterator[tuple[Path, Span]]:
        """The spans inside the value at the position, which moves to its end."""
        if self.takes("["):
            yield from self.array(path)
        elif self.takes("{"):
            yield from self.inline_table(path)
        elif not self.matches(_STRING):
            start = self.position
            self.skip(_SCALAR)
            self.position = start + len(self.text[start : self.position].rstrip())

    def array(self, path: Path) -> Iterator[tuple[Path, Span]]:
        index = 0
        while self.skip(_BLANK) < len(self.text) and not self.takes("]"):
            start = self.position
            yield from self.value((*path, index))
            yield (*path, index), Span(start, start, self.position, inline=True)
            self.skip(_BLANK)
            self.takes(",")
            index += 1

    def inline_table(self, path: Path) -> Iterator[tuple[Path, Span]]:
        while self.skip(_BLANK) < len(self.text) and not self.takes("}"):
            yield from self.assignment(path, inline=True)
            self.skip(_BLANK)
            self.takes(",")

    def key(self) -> tuple[str, ...]:
        parts = []
        while True:
            self.skip(_SPACE)
            parts.append(self.simple_key())
            self.skip(_SPACE)
            if not self.takes("."):
                return tuple(parts)

    def simple_key(self) -> str:
        start = self.position
        if self.matches(_BARE_KEY):
            return self.text[start : self.position]
        self.skip(_STRING)
        quoted = self.text[start : self.position]
        return next(iter(tomllib.loads(f"{quoted} = 0"))) if "\\" in quoted else quoted[1:-1]

    def element_of(self, keys: tuple[str, ...]) -> Path:
        """The path of the new element that a ``[[header]]`` opens."""
        path = (*self.resolve(keys[:-1]), keys[-1])
        self.elements[path] = self.elements.get(path, -1) + 1
        return (*path, self.elements[path])

    def resolve(self, keys: tuple[str, ...]) -> Path:
        """The path that *keys* of a header mean: of an array of tables its last element."""
        path: Path = ()
        for key in keys:
            path = (*path, key)
            if path in self.elements:
                path = (*path, self.elements[path])
        return path

    def takes(self, mark: str) -> bool:
        if not self.text.startswith(mark, self.position):
            return False
        self.position += len(mark)
        return True

    def matches(self, pattern: re.Pattern[str]) -> bool:
        start = self.position
        return self.skip(pattern) > start

    def skip(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self.text, self.position)
        if found is not None:
            self.position = found.end()
        return self.position
