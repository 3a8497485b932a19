"""Recordings: today's pages of a source, kept as saved pages for its test."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from claimtrack.authoring.savedpages import MEASURES
from claimtrack.authoring.sidecars import file_name, measures_file, save_page
from claimtrack.errors import BadValue
from claimtrack.measures import Measure
from claimtrack.soundings import Sounding


@dataclass(frozen=True, slots=True)
class Recording:
    """One address that was asked: the file that its page was saved in, None where none came."""

    sounding: Sounding
    file: Path | None = None


def record(
    found: Iterable[Sounding],
    folder: Path,
    measures: tuple[Measure, ...],
    *,
    source: str,
    at: datetime,
) -> Iterator[Recording]:
    """Each sounding of *found*, its page saved in *folder* with what is read off it today. The
    *measures* are written beside the pages, where no file of measures is there. Raises `BadValue`
    where a folder or a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken = {path.name for path in folder.iterdir()}
        if MEASURES not in taken:
            title = f"What the saved pages of {source} are read for"
            told = measures_file(measures, id=f"{source}-pages", title=title, today=at.date())
            (folder / MEASURES).write_text(told, encoding="utf-8", newline="\n")
        for sounding in found:
            yield _saved(sounding, folder, taken)
    except OSError as error:
        raise BadValue(f"{folder}: {error.strerror}") from error


def _saved(sounding: Sounding, folder: Path, taken: set[str]) -> Recording:
    if sounding.page is None:
        return Recording(sounding)
    name = file_name(sounding.page, taken)
    taken.add(name)
    save_page(
        folder,
        name,
        sounding.page,
        source=sounding.source,
        measures=sounding.measures,
        results=sounding.attempt.results,
        leads_to=sounding.leads_to,
    )
    return Recording(sounding, folder / name)
