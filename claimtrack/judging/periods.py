"""Periods: a month or a year judged as a whole, as a text dated to one asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from claimtrack.judging.cases import Case, Ruling
from claimtrack.judging.combining import least_certain
from claimtrack.judging.figures import stretch_words
from claimtrack.judging.labelchanges import Stretch, stretches
from claimtrack.judging.labels import FIRM, LABEL_CLAUSES, UNTOLD, Label
from claimtrack.judging.verdicts import JudgedReading, Verdict
from claimtrack.names import counted


def verdict_over(case: Case, first: date, last: date) -> Verdict:
    """The verdict of *case* over all days from *first* to *last*.

    Where every day that could be judged has one label, the period has it, and the verdict is that
    of its last such day; so it is where what decides then is dated to the period itself. Where the
    label changes within, the evidence lies across the edge: the label is ``borderline``
    (``conflicting`` where some day is), ``share`` is the part of the judged days that held, the
    readings give each run of days, and the reason says so.
    """
    runs = _runs(case, first, last)
    judged = [run for run in runs if run.ruling.label not in UNTOLD]
    if not judged:
        return replace(case.verdict(last), at=last)
    verdict = replace(case.verdict(judged[-1].last), at=last, judged_on=judged[-1].last)
    labels = {run.ruling.label for run in judged}
    if len(labels) > 1 and _is_of_all_days(verdict, first, last):
        return verdict  # what was carried into the period from before it is no figure of it
    if len(labels) == 1:
        return _with_gaps_told(verdict, judged, first, last)
    return _mixed(verdict, judged, least_certain(labels), first, last)


def _runs(case: Case, first: date, last: date) -> list[Stretch]:
    """The runs of days with one label, cut to the period."""
    runs: list[Stretch] = []
    for stretch in stretches(case, last, first):
        label = stretch.ruling.label
        if runs and runs[-1].ruling.label == label:
            runs[-1] = replace(runs[-1], last=stretch.last)
        else:
            runs.append(Stretch(stretch.first, stretch.last, Ruling(label)))
    return runs


def _days(runs: list[Stretch]) -> int:
    return sum((run.last - run.first).days + 1 for run in runs)


def _with_gaps_told(verdict: Verdict, judged: list[Stretch], first: date, last: date) -> Verdict:
    whole = (last - first).days + 1
    if _days(judged) == whole or _is_of_all_days(verdict, first, last):
        return verdict
    told = f"It could be judged on {_days(judged)} of the {counted(whole, 'day')}"
    return replace(verdict, reason=f"{verdict.reason} {told} of {stretch_words(first, last)}.")


def _is_of_all_days(verdict: Verdict, first: date, last: date) -> bool:
    """Whether what decides is dated to the whole period: used from its end, it is of all of it."""
    return bool(verdict.because) and all(
        seen.as_of.first <= first and seen.as_of.last == last for seen in verdict.because
    )


def _mixed(
    verdict: Verdict, judged: list[Stretch], label: Label, first: date, last: date
) -> Verdict:
    held = _days([run for run in judged if run.ruling.label == "supported"])
    told = "; ".join(
        f"{stretch_words(run.first, run.last)}: {LABEL_CLAUSES[run.ruling.label]}" for run in judged
    )
    reason = (
        f"The answer changed within {stretch_words(first, last)}: the claim held on {held} of the "
        f"{counted(_days(judged), 'day')} that could be judged ({told}). At the end: "
        f"{verdict.reason}"
    )
    runs = tuple(
        JudgedReading(f"days {stretch_words(run.first, run.last)}", run.ruling.label, kind="days")
        for run in judged
    )
    return replace(
        verdict,
        label="borderline" if label in FIRM else label,
        reason=reason,
        share=held / _days(judged),
        readings=runs,
    )
