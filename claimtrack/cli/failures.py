"""Failures: what an update could not get, a line each for whoever reads the job's mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.observations import Attempt, Result

#: Who reads mail reads no more of one address; the record has it all.
_LONGEST_LINE = 2000
#: So many addresses are told one by one.
_FEW = 3
#: More names than these are only counted, where one line tells of many.
_FEW_NAMES = 5


def failures(attempts: Iterable[Attempt]) -> Iterator[str]:
    """A line for each address that brought nothing, or not all that it was asked for: the sources
    that had the same of it, the address, what came of it and why. Where one source had the same
    of more than three addresses, as of a host that does not answer, they share a line; so does all
    that was not asked for one reason.
    """
    from claimtrack.pages import one_line

    sources: dict[tuple[str, str], list[str]] = {}
    not_asked: dict[str, list[Attempt]] = {}
    for attempt in attempts:
        told = _told(attempt)
        if not attempt.asked:
            not_asked.setdefault(told or attempt.outcome, []).append(attempt)
        elif told is not None:
            sources.setdefault((attempt.url, told), []).append(attempt.source)
    told_alike: dict[tuple[str, str], list[str]] = {}
    for (url, told), names in sources.items():
        reason = told.replace(f"{url}: ", "")  # a reader's own words may name the page again
        told_alike.setdefault((", ".join(dict.fromkeys(names)), reason), []).append(url)
    for (who, reason), urls in told_alike.items():
        several = [f"{urls[0]} and {len(urls) - 1} more addresses"]
        for where in urls if len(urls) <= _FEW else several:
            yield one_line(f"{who}: {where}: {reason}", longest=_LONGEST_LINE)
    for told, left in not_asked.items():
        yield one_line(f"{_names(left)}: {_urls(left)}: {told}", longest=_LONGEST_LINE)


def _names(left: Iterable[Attempt]) -> str:
    names = list(dict.fromkeys(attempt.source for attempt in left))
    return ", ".join(names) if len(names) <= _FEW_NAMES else f"{len(names)} sources"


def _urls(left: Iterable[Attempt]) -> str:
    urls = list(dict.fromkeys(attempt.url for attempt in left))
    return urls[0] if len(urls) == 1 else f"{len(urls)} addresses"


def _told(attempt: Attempt) -> str | None:
    """What *attempt* came to, the result first; None where nothing failed.

    Where a page came, that it came is no news.
    """
    from claimtrack.observations import FAILED_RESULTS, OUTCOMES_WITH_PAGE

    failed = [result for result in attempt.results if result.status in FAILED_RESULTS]
    if not attempt.failed:
        return "; ".join(f"{one.measure}: {_result(one)}" for one in failed) or None
    if attempt.outcome in OUTCOMES_WITH_PAGE:
        return "; ".join(dict.fromkeys(map(_result, failed)))
    reasons = [attempt.reason, *(result.reason for result in failed)]
    return ": ".join([attempt.outcome, *_joined(reasons)])


def _result(result: Result) -> str:
    return f"{result.status}: {result.reason}" if result.reason else result.status


def _joined(reasons: Iterable[str | None]) -> list[str]:
    given = dict.fromkeys(reason for reason in reasons if reason)
    return ["; ".join(given)] if given else []
