"""Texts read by plugins: what those with ``claimtrack_read_text`` find in one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimtrack.errors import PluginError
from claimtrack.measures import Measure
from claimtrack.observations import Reading
from claimtrack.patience import PATIENCE, patience_of
from claimtrack.sources.plugins import LOADING, SetAside, load_plugins
from claimtrack.values import CalendarDate

_HOOK = "claimtrack_read_text"
#: More readings than this off one text is a broken reader: an article has a few hundred sentences.
MAX_READINGS = 10_000


@dataclass(frozen=True, slots=True)
class TextRead:
    """What plugins read off a text, and those of them that were set aside."""

    readings: tuple[Reading, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


def reads_texts(plugins: Iterable[object] | None = None) -> bool:
    """Whether one of *plugins* (None: every installed one) has ``claimtrack_read_text``."""
    return any(load_plugins(plugins, patience=patience_of(LOADING)).with_hook(_HOOK))


def read_text(
    text: str,
    measures: tuple[Measure, ...],
    *,
    published: CalendarDate | None,
    language: str,
    plugins: Iterable[object] | None = None,
    patience: float | None = None,
) -> TextRead:
    """What *plugins* (None: every installed one) read off *text* by ``claimtrack_read_text``.

    One that raises, does not come back within *patience* seconds (None: the usual), or quotes what
    does not stand in the text, is set aside with all it read.
    """
    found: list[Reading] = []
    loaded = load_plugins(plugins, patience=patience_of(LOADING) if patience is None else patience)
    aside = list(loaded.set_aside)
    known = {measure.id for measure in measures}
    for plugin in loaded.with_hook(_HOOK):
        try:
            read = plugin.gather(
                _HOOK,
                MAX_READINGS,
                patience_of(PATIENCE) if patience is None else patience,
                text=text,
                measures=measures,
                published=published,
                language=language,
            )
            _check_readings(read, text, known)
            found += read
        except (Exception, SystemExit) as error:  # a plugin may raise whatever it likes
            aside.append(SetAside.by(plugin.name, error))
    return TextRead(tuple(found), tuple(aside))


def _check_readings(read: Iterable[object], text: str, known: set[str]) -> None:
    for reading in read:
        if not isinstance(reading, Reading):
            raise PluginError(f"{_HOOK} gave a {type(reading).__name__}, no Reading")
        if reading.measure not in known:
            raise PluginError(f"it read {reading.measure!r}, which was not asked for")
        if not reading.quote or reading.quote not in text:
            raise PluginError(f"it quotes what does not stand in the text: {reading.quote[:80]!r}")
