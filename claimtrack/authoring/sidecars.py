"""Sidecars: the files that go beside a saved page, as `savedpages` reads them."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from claimtrack.measures import Measure, OptionTable, Reads, Subscription
from claimtrack.observations import Reading, Result
from claimtrack.pages import Page
from claimtrack.values import CalendarDate, Interval, decimal_text

_LONGEST_STEM = 60
#: What concerns whoever asked, and nobody who reads a page later.
_UNKEPT = frozenset({"set-cookie", "set-cookie2", "report-to", "nel", "alt-svc"})
_ENDINGS = {
    "text/html": ".html",
    "application/json": ".json",
    "application/geo+json": ".geojson",
    "text/csv": ".csv",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "text/plain": ".txt",
}


def file_name(page: Page, taken: Container[str]) -> str:
    """A name for *page* that is not *taken*: the end of its address, the day, an ending that says
    what it is.
    """
    path = PurePosixPath(unquote(urlsplit(page.url).path))
    stem = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:_LONGEST_STEM] or "page"
    start = f"{stem}-{page.fetched_at.date().isoformat()}"
    ending = _ENDINGS.get(page.media_type or "", path.suffix.lower())
    if not re.fullmatch(r"\.[a-z0-9]{1,10}", ending) or ending == ".toml":
        ending = ".txt"
    names = (f"{start}{number}{ending}" for number in ("", *(f"-{n}" for n in range(2, 100_000))))
    return next(name for name in names if name not in taken)


def save_page(
    folder: Path,
    name: str,
    page: Page,
    *,
    source: str,
    measures: tuple[str, ...],
    results: Iterable[Result],
    leads_to: Iterable[str],
) -> None:
    """Save *page* in *folder* as *name*, with what was read off it as what is to be expected."""
    (folder / name).write_bytes(page.content)
    told = sidecar(
        page, source=source, measures=measures, results=tuple(results), leads_to=tuple(leads_to)
    )
    (folder / f"{name}.toml").write_text(told, encoding="utf-8", newline="\n")


def sidecar(
    page: Page,
    *,
    source: str,
    measures: tuple[str, ...],
    results: tuple[Result, ...],
    leads_to: tuple[str, ...] = (),
) -> str:
    """The file beside a saved page, as TOML."""
    readings = [reading for result in results for reading in result.readings]
    refused = [result for result in results if not result.readings]
    lines = [
        f"url = {_toml(page.url)}",
        *([] if page.asked_url in {None, page.url} else [f"asked_url = {_toml(page.asked_url)}"]),
        f"fetched_at = {_toml(page.fetched_at)}",
        *([] if page.status is None else [f"status = {page.status}"]),
        *_array("headers", (_toml([*pair]) for pair in page.headers if pair[0] not in _UNKEPT)),
        f"source = {_toml(source)}",
        f"measures = {_toml([*measures])}",
        *_array("readings", map(_reading, readings)),
        *_array("refused", map(_refused, refused)),
        *_array("leads_to", map(_toml, leads_to)),
    ]
    return "\n".join([*lines, ""])


def _array(name: str, members: Iterable[str]) -> Iterator[str]:
    told = list(members)
    if told:
        yield f"{name} = ["
        yield from (f"  {one}," for one in told)
        yield "]"


def _refused(result: Result) -> str:
    return f"{{ measure = {_toml(result.measure)}, status = {_toml(result.status)} }}"


def _reading(reading: Reading) -> str:
    told: dict[str, object] = {"measure": reading.measure}
    if isinstance(reading.value, Interval):
        told["interval"] = str(reading.value)
    elif isinstance(reading.value, CalendarDate):
        told["day"] = str(reading.value)
    else:
        told["value"] = reading.value
    if reading.as_of is not None:
        is_day = reading.as_of.precision == "day"
        told["as_of"] = reading.as_of.first if is_day else str(reading.as_of)
    rest = ("error", "quote", "locator", "attribution", "scope", "published_at")
    told |= {name: getattr(reading, name) for name in rest if getattr(reading, name) is not None}
    told |= {name: True for name in ("derived", "withdrawn") if getattr(reading, name)}
    return "{ " + ", ".join(f"{name} = {_toml(value)}" for name, value in told.items()) + " }"


def measures_file(measures: Iterable[Measure], *, id: str, title: str, today: date) -> str:
    """A claim file of *measures* alone, with whom they are asked of."""
    head = f"[document]\nid = {_toml(id)}\ntitle = {_toml(title)}\npublished = {_toml(today)}\n"
    return "\n".join([head, *(_measure(measure) for measure in measures)])


def _measure(measure: Measure) -> str:
    names = ("asks", "kind", "unit", "scope", "what", "where", "speaker", "occasion")
    told = {name: getattr(measure, name) for name in names}
    if measure.stale_after is not None:
        told["stale_after"] = measure.stale_after
    if measure.settled is not None:
        is_day = measure.settled.precision == "day"
        told["settled"] = measure.settled.first if is_day else str(measure.settled)
    if measure.states:
        told["states"] = {state.name: list(state.words) for state in measure.states}
        told["called"] = {one.name: one.called for one in measure.states if one.called} or None
    told["ask"] = [_subscription(one) for one in measure.subscriptions]
    table = _table(f"measure.{_toml(measure.id)}", told)
    return table if measure.reads is None else table + "\n" + _reads(measure.id, measure.reads)


def _subscription(asked: Subscription) -> dict[str, object]:
    told: dict[str, object] = {"source": asked.source}
    if asked.name != asked.source:
        told["name"] = asked.name
    told |= {name: getattr(asked, name) for name in ("publisher", "kind", "party")}
    return told | {name: _plain(value) for name, value in asked.options}


def _plain(option: Any) -> object:
    if isinstance(option, OptionTable):
        return {key: _plain(value) for key, value in option}
    return [_plain(value) for value in option] if isinstance(option, tuple) else option


def _reads(id: str, reads: Reads) -> str:
    names = ("subject", "says", "of", "by", "other", "needs", "never")
    told: dict[str, object] = {name: list(getattr(reads, name)) or None for name in names}
    since = None if reads.since is None else str(reads.since)
    return _table(f"reads.{_toml(id)}", told | {"since": since})


def _table(name: str, told: dict[str, Any]) -> str:
    lines = (f"{key} = {_toml(value)}" for key, value in told.items() if value is not None)
    return "\n".join([f"[{name}]", *lines, ""])


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (datetime, date)):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, timedelta):
        return _toml(f"{value // timedelta(hours=1)}h")
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, dict):
        pairs = (f"{_toml(key)} = {_toml(one)}" for key, one in value.items() if one is not None)
        return "{ " + ", ".join(pairs) + " }"
    text = str(value)
    if ('"' in text or "\\" in text) and "'" not in text and text.isprintable():
        return f"'{text}'"
    # JSON's escapes are TOML's too; it leaves one character raw that TOML does not allow.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
