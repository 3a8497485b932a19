"""Places: where on a page something stands, by CSS selector, XPath, JSON path or text pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Any, Literal

from claimtrack import Page, PluginError, Unreadable

How = Literal["select", "xpath", "json", "pattern"]

#: Nobody means more places than this, and their words have to be told.
_MANY = 1000
#: A number of more digits than this, or of more noughts behind its point, is none of the world.
_DIGITS = 30
#: A pattern is the claim file's, the text a stranger's: together they may take for ever.
_SECONDS = 1.0


#: A selector by tags, classes and ids, whose last part names a tag with words in it.
_PLAIN = re.compile(
    r"(?:[\w.#-]+[\s>+~]+)*+(?!(?:script|style|template|noscript|input|meta|link)\b)"
    r"[a-z][a-z0-9]*(?:[.#][\w-]+)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in one place: its words, the number it is where a machine wrote it, and where."""

    text: str
    locator: str
    number: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A way to one place on a page; ``attribute`` is the element's that holds what is wanted."""

    how: How
    path: str
    attribute: str | None = None

    def __str__(self) -> str:
        named = f'{self.how} = "{self.path}"'
        return named if self.attribute is None else f'{named}, attribute = "{self.attribute}"'

    @property
    def is_of_words(self) -> bool:
        """Whether what stands there is words that a page shows, wherever it is: the text of
        elements named by a tag that is no code and no field, or of the page as a whole.
        """
        if self.how == "pattern":
            return True
        is_plain = _PLAIN.fullmatch(self.path.strip()) is not None
        return self.how == "select" and self.attribute is None and is_plain

    def problem(self) -> str | None:
        """Why there can be no such place on any page; None where there can."""
        if self.attribute is not None and self.how not in {"select", "xpath"}:
            return f"attribute goes with select and xpath, not with {self.how}"
        try:
            self._compile()
        except PluginError as error:
            return str(error)
        return None

    def _compile(self) -> None:
        if self.how == "json":
            _json_path(self.path)
        elif self.how == "pattern":
            _pattern(self.path)
        else:
            list(_elements(_BLANK, self))

    def on(self, page: Page) -> list[Found]:
        """What stands in every place of *page* that this is the way to. Raises `Unreadable`."""
        ways = {"json": _json_values, "pattern": _matches}
        found = list(islice(ways.get(self.how, _elements)(page, self), _MANY + 1))
        if len(found) > _MANY:
            raise Unreadable(f"{self} matches more than {_MANY:,} places")
        return found


def _elements(page: Page, place: Place) -> Iterator[Found]:
    found = page.select(place.path) if place.how == "select" else page.xpath(place.path)
    for element in found:
        if place.attribute is None:
            yield Found(_clean(element.text), element.path)
        elif place.attribute in element.attributes:
            said = element.attributes[place.attribute]
            yield Found(_clean(said), f"{element.path}/@{place.attribute}")


def _json_values(page: Page, place: Place) -> Iterator[Found]:
    from jsonpath import JSONPathError

    # A path compares with floats, so it looks at floats; what it finds is taken as it is written.
    root, exact = page.json(), page.json(exact=True)
    try:
        for match in _json_path(place.path).finditer(root):
            yield _json_value(_at(exact, match.parts), str(match.path))
    except (JSONPathError, RecursionError) as error:
        raise Unreadable(f"{place}: {type(error).__name__}: {error}".splitlines()[0]) from error


def _at(value: Any, parts: tuple[int | str, ...]) -> Any:
    for key in parts:
        value = value[key]
    return value


def _json_value(value: Any, locator: str) -> Found:
    if isinstance(value, (dict, list)):
        raise Unreadable(f"{locator} holds a {'table' if isinstance(value, dict) else 'list'}")
    if isinstance(value, bool):
        return Found("true" if value else "false", locator)
    if isinstance(value, int | float | Decimal):
        text = _number_text(value, locator)
        return Found(text, locator, Decimal(text))
    return Found(_clean("" if value is None else value), locator)


def _number_text(value: int | float | Decimal, locator: str) -> str:
    try:
        text = str(value)
    except ValueError as error:  # an integer too long to be spelt out
        raise Unreadable(f"{locator} holds too long a number") from error
    number = Decimal(text)
    if not number.is_finite():
        raise Unreadable(f"{locator} holds {text}, which is no number")
    if number and abs(number.adjusted()) > _DIGITS:
        raise Unreadable(f"{locator} holds too long a number: {text[:40]}")
    return text


def _matches(page: Page, place: Place) -> Iterator[Found]:
    pattern, text = _pattern(place.path), page.plain_text
    try:
        for match in pattern.finditer(text, timeout=_SECONDS):
            if match.end() == len(text) and not page.is_whole:
                raise Unreadable(f"{place}: the page breaks off in the middle of it")
            group = 1 if pattern.groups else 0
            yield Found(_clean(match[group] or ""), f"characters {match.start()} to {match.end()}")
    except TimeoutError:
        raise Unreadable(f"{place} takes more than {_SECONDS:g} seconds on this page") from None


def part(text: str, pattern: str) -> str | None:
    """The one part of *text* that *pattern* matches; None where there is none.
    Raises `Unreadable` where there are several.
    """
    compiled = _pattern(pattern)
    try:
        matches = list(islice(compiled.finditer(text, timeout=_SECONDS), 2))
    except TimeoutError:
        raise Unreadable(f'part = "{pattern}" takes more than {_SECONDS:g} seconds') from None
    if len(matches) > 1:
        raise Unreadable(f'part = "{pattern}" matches more than once in “{text}”')
    return _clean(matches[0][1 if compiled.groups else 0] or "") if matches else None


def part_problem(pattern: str) -> str | None:
    """Why *pattern* cannot be one; None where it can."""
    return Place("pattern", pattern).problem()


@lru_cache(maxsize=256)
def _pattern(given: str) -> Any:
    # The standard library's engine has no limit of time, and ``(x+x+)+y`` needs one.
    import regex

    try:
        compiled = regex.compile(given)
    except (regex.error, OverflowError, RecursionError) as error:
        raise PluginError(f"{given!r} is no regular expression: {error}") from error
    if compiled.groups > 1:
        raise PluginError(f"{given!r} has {compiled.groups} groups; one tells the value: (?:...)")
    return compiled


@lru_cache(maxsize=256)
def _json_path(given: str) -> Any:
    from jsonpath import JSONPathEnvironment, JSONPathError

    # Patterns inside a path are matched by an engine that has no limit of time.
    environment = JSONPathEnvironment()
    for name in ("match", "search"):
        environment.function_extensions.pop(name, None)
    if "=~" in given:
        raise PluginError(f"{given!r}: a JSON path here compares values, it matches no patterns")
    try:
        return environment.compile(given)
    except (JSONPathError, RecursionError) as error:
        reason = str(error).splitlines()[0]
        raise PluginError(f"{given!r} is no JSON path: {reason}") from error


def _clean(text: str) -> str:
    """*text* with white space normalised, and without the NUL that no record can hold."""
    return " ".join(text.replace("\0", "\ufffd").split())


def _blank() -> Page:
    from datetime import UTC, datetime

    return Page("about:blank", b"<p>blank</p>", datetime(1970, 1, 1, tzinfo=UTC))


_BLANK = _blank()
