"""What is let in: attempts cleaned of what no database holds, names and moments checked.

Evidence comes from strangers: a NUL or half a surrogate pair on some page must not cost a batch,
so in words from outside they become U+FFFD, and the snapshot keeps the bytes as they were. Names
are ours, and a name that no database holds is refused.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from itertools import chain
from operator import attrgetter, is_
from typing import Any

import msgspec

from claimtrack.errors import BadDay, BadValue
from claimtrack.observations import Attempt, Reading, Result, Snapshot, StoredSnapshot, fact_id
from claimtrack.values import Interval, decimal

#: The longest name that every index of either database takes.
MAX_NAME = 200

_UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")
#: The texts of a reading; its value may be one, too.
_texts = attrgetter("value", "quote", "locator", "attribution", "scope")
_JSON = msgspec.json.Encoder(enc_hook=str)
_SHA256 = re.compile(r"[0-9a-f]{64}\Z", re.ASCII)


def name(kind: str, given: str) -> str:
    """*given*, which both databases can hold as the name of a *kind*. Raises `BadValue`."""
    if not isinstance(given, str) or not given:
        raise BadValue(f"a {kind} has a name, not {given!r}")
    if _UNHOLDABLE.search(given):
        raise BadValue(f"{kind} {given!r}: a name holds neither NUL nor half a surrogate pair")
    if len(given) > MAX_NAME:
        raise BadValue(f"{kind} {given[:40]!r}...: a name has at most {MAX_NAME} characters")
    return given


def stated(kind: str, given: str) -> str:
    """*given*, the words of a person, which both databases can hold. Raises `BadValue`."""
    if _UNHOLDABLE.search(given):
        raise BadValue(f"{kind} {given[:80]!r}: words hold neither NUL nor half a surrogate pair")
    return given


def words(given: str) -> str:
    """*given*, the words of a stranger, with U+FFFD for what neither database can hold."""
    return _UNHOLDABLE.sub("\ufffd", given)


def clean(attempt: Attempt) -> Attempt:
    """*attempt* as it is put on record: names and moments checked, words cleaned, moments in UTC,
    ``changed`` and ``unchanged`` back to ``read``. Raises `BadValue` or `BadDay`.
    """
    where = f"{attempt.source}, {attempt.url[:200]}"
    if attempt.snapshot is not None and not _SHA256.match(attempt.snapshot):
        raise BadValue(f"{where}: a snapshot is named by its sha256, not {attempt.snapshot!r}")
    # One look for all of them: nearly every attempt holds nothing that has to be cleaned.
    texts = [attempt.url, attempt.reason or "", *chain.from_iterable(attempt.headers)]
    is_clean = _UNHOLDABLE.search("".join(texts)) is None
    name("source", attempt.source)
    results = tuple([_result(result, where) for result in attempt.results])
    if attempt.snapshot is None and any(result.readings for result in results):
        raise BadValue(f"{where}: readings without a snapshot that shows them")
    at = _moment(attempt.at, where)
    if is_clean and at is attempt.at and all(map(is_, results, attempt.results)):
        return attempt
    return replace(
        attempt,
        url=words(attempt.url),
        at=at,
        reason=_words_or_none(attempt.reason),
        headers=tuple((words(key), words(value)) for key, value in attempt.headers),
        results=results,
    )


def snapshot(given: Snapshot | StoredSnapshot) -> StoredSnapshot:
    """*given* as it is put on record, its digest that of its bytes. Raises `BadValue`."""
    stored = given.stored() if isinstance(given, Snapshot) else given
    media_type = _words_or_none(stored.media_type)
    return stored if media_type == stored.media_type else replace(stored, media_type=media_type)


@dataclass(frozen=True, slots=True)
class Taken:
    """A clean attempt with its digests.

    ``turn`` is its place in time and its identity at once: the moment to the microsecond, then the
    sha256 of all that it says, so that turns sort as their attempts happened. ``digests`` holds,
    for each result, the fact and the evidence of each of its readings; ``address`` stands for its
    source and address.
    """

    attempt: Attempt
    turn: str
    digests: tuple[tuple[tuple[str, bytes], ...], ...]
    address: str


def take(given: Attempt) -> Taken:
    """*given* as it is put on record. Raises `BadValue` or `BadDay`."""
    attempt = clean(given)
    digests = tuple(
        tuple(_digests(attempt.source, reading) for reading in result.readings)
        for result in attempt.results
    )
    content = [
        attempt.source,
        attempt.url,
        attempt.outcome,
        attempt.status,
        attempt.reason,
        attempt.snapshot,
        attempt.headers,
        attempt.bytes,
        repr(attempt.seconds),
        [
            [
                result.measure,
                result.status,
                result.extractor,
                result.reason,
                sorted(evidence.hex() for _, evidence in readings),
            ]
            for result, readings in zip(attempt.results, digests, strict=True)
        ],
    ]
    if not attempt.asked:  # one that was is told as it always has been
        content.append(False)
    turn = stamp(attempt.at) + _digest(content).hex()
    return Taken(attempt, turn, digests, address(attempt.source, attempt.url))


@lru_cache(maxsize=1_000)  # a page that shows hundreds of facts shows them all in one turn
def moment_of(turn: str) -> datetime:
    """The moment at which the attempt of that *turn* asked."""
    return datetime.fromisoformat(turn[:26]).replace(tzinfo=UTC)


def _digests(source: str, reading: Reading) -> tuple[str, bytes]:
    fact = fact_id(source, reading)
    return fact, evidence(fact, reading)


def evidence(fact: str, reading: Reading) -> bytes:
    """The digest of how *fact* was shown in *reading*: what it says, and in which words."""
    published = None if reading.published_at is None else stamp(reading.published_at)
    content = [
        fact, reading.as_of_basis, reading.quote, reading.locator, published, reading.derived,
    ]  # fmt: skip
    return _digest(content)


def address(source: str, url: str) -> str:
    """The digest that stands for *url* as *source* asks it: an index takes no long address."""
    return _digest([source, url]).hex()


def _result(result: Result, where: str) -> Result:
    was_read = result.status in {"read", "changed", "unchanged"}
    name("measure", result.measure)
    name("extractor", result.extractor)
    # What a source may not say, or could not, is no fact.
    readings = tuple(_readings(result, where)) if was_read else ()
    reason = _words_or_none(result.reason)
    is_clean = result.status == "read" and reason == result.reason
    if is_clean and all(map(is_, readings, result.readings)):
        return result
    status = "read" if was_read else result.status
    return Result(result.measure, status, result.extractor, readings, reason)


def _readings(result: Result, where: str) -> Iterator[Reading]:
    for reading in result.readings:
        if reading.measure != result.measure:
            raise BadValue(
                f"{where}: a reading of {reading.measure!r} in the result for {result.measure!r}"
            )
        yield _reading(reading, where)


def _reading(reading: Reading, where: str) -> Reading:
    if isinstance(reading.value, Interval):
        for end in (reading.value.lower, reading.value.upper):
            if end is not None:
                decimal(end)
    # Most need nothing, and a page may hold thousands.
    return reading if _is_clean(reading) else _cleaned(reading, where)


def _is_clean(reading: Reading) -> bool:
    published = reading.published_at
    if published is not None and published.tzinfo is not UTC:
        return False
    texts = "".join([text for text in _texts(reading) if isinstance(text, str)])
    return _UNHOLDABLE.search(texts) is None


def _cleaned(reading: Reading, where: str) -> Reading:
    published = reading.published_at
    return replace(
        reading,
        value=words(reading.value) if isinstance(reading.value, str) else reading.value,
        quote=words(reading.quote),
        locator=_words_or_none(reading.locator),
        attribution=_words_or_none(reading.attribution),
        scope=_words_or_none(reading.scope),
        published_at=None if published is None else _moment(published, where),
    )


def _words_or_none(given: str | None) -> str | None:
    return None if given is None else words(given)


def _moment(given: datetime, where: str) -> datetime:
    if given.tzinfo is UTC:
        return given
    if given.tzinfo is None:
        raise BadDay(f"{where}: a moment has a time zone; {given.isoformat()} has none")
    return given.astimezone(UTC)


def stamp(moment: datetime) -> str:
    """*moment* as turns begin with it."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")


def _digest(content: Iterable[Any]) -> bytes:
    return hashlib.sha256(_JSON.encode(content)).digest()
