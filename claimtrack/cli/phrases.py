"""A phrase and a value from the shell: does it fit? No database."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

import click

from claimtrack.cli.options import print_json, with_json
from claimtrack.cli.saying import say

if TYPE_CHECKING:
    from claimtrack.judging.trials import Trial


@click.command("try", context_settings={"ignore_unknown_options": True})
@click.argument("phrase")
@click.argument("value")
@with_json
def try_phrase(phrase: str, value: str, as_json: bool) -> None:
    """Say whether PHRASE is right where the truth is VALUE.

    VALUE is a number in base units (a share is 0 to 1), two as a range ("0.18-0.21"), or a phrase
    of its own ("74.5%", "18 to 21%"). A range that lies across the edge is borderline.

    A percentage above 100 and one by how much something changed ("doubled") are ratios: 1.2 for
    120%, -0.4 for "down 40%".
    """
    from claimtrack.export import number_line
    from claimtrack.judging.figures import edge_figure, figure, interval_words
    from claimtrack.judging.trials import trial

    tried = trial(phrase, value)
    if as_json:
        print_json(tried)
        return
    edges = (tried.interval.lower, tried.interval.upper)

    def printed(amount: Decimal) -> str:
        words = edge_figure if amount in edges else figure
        return words(amount, tried.printed, beside=(*edges, tried.value))

    admitted = interval_words(tried.interval, tried.printed, beside=[tried.value])
    read_as = "a change of " if tried.is_change else ""
    say(f"“{phrase}” is {read_as}{admitted} ({tried.rule}).\n")
    say(number_line(tried.interval, tried.value, label=printed))
    say()
    say(f"{_ruling(tried, _truth(tried, value, printed))}.")
    say(f"Right for {printed(tried.value)}: “{tried.wording}”.")


def _truth(tried: Trial, given: str, printed: Callable[[Decimal], str]) -> str:
    """What was given as the truth: in its own words where it is words, else in its unit."""
    from claimtrack.judging.figures import interval_words

    if tried.evidence.lower == tried.evidence.upper:
        return printed(tried.value)
    admitted = interval_words(tried.evidence, tried.printed)
    if not _is_worded(given):
        return admitted
    return f"{given.strip()} ({admitted})" if tried.label == "borderline" else given.strip()


def _is_worded(given: str) -> bool:
    return any(not sign.isdigit() and sign not in " .+-–" for sign in given)


def _ruling(tried: Trial, truth: str) -> str:
    """What became of it, in one sentence without its full stop."""
    from claimtrack.judging.figures import difference

    if tried.label == "borderline":
        inside = "a part" if tried.share is None else f"{tried.share:.0%}"
        return f"Borderline: {truth} lies across the edge; {inside} of it fits"
    fits, does = ("fit", "do") if _are_several(tried, truth) else ("fits", "does")
    told = f"Yes: {truth} {fits}" if tried.fits else f"No: {truth} {does} not fit"
    if tried.fits:
        told += f", with a fit of {abs(tried.fit):.2f}"
    if tried.distance == 0 and not tried.fits:
        return f"{told}: the edge itself is not admitted"
    if tried.distance is not None:
        side = "from the edge" if tried.fits else "outside"
        told += f", {difference(abs(tried.distance), tried.printed)} {side}"
    return told


def _are_several(tried: Trial, truth: str) -> bool:
    """Whether a sentence speaks of *truth* as of several: "560,000 people", but not "3 hours"."""
    counted = tried.unit.partition("/")[0] in {"count", "persons"}
    last = truth.split(" (")[0].split(" a ")[0].split()[-1:]
    return (
        counted
        and tried.value != 1
        and any(word in _SEVERAL or word.endswith("s") for word in last)
    )


_SEVERAL = frozenset({"people", "men", "women", "children", "police", "staff"})
