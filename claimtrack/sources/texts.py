"""Texts read by plugins: what those with ``claimtrack_read_text`` find in one."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.errors import PluginError
from claimtrack.measures import Measure
from claimtrack.names import kind_of
from claimtrack.observations import Reading
from claimtrack.patience import PATIENCE, patience_of
from claimtrack.sources.plugins import LOADING, SetAside, load_plugins
from claimtrack.values import CalendarDate

_HOOK = "claimtrack_read_text"
#: More readings than this off one text is a broken reader: an article has a few hundred sentences.
MAX_READINGS = 10_000


class TextReaders:
    """The *plugins* (None: every installed one) that read texts, loaded once for a run.

    One that raises, does not come back within *patience* seconds (None: the usual), or quotes what
    does not stand in the text, is set aside with all it read there, and reads no further text.
    """

    def __init__(
        self, plugins: Iterable[object] | None = None, *, patience: float | None = None
    ) -> None:
        loading = patience_of(LOADING) if patience is None else patience
        loaded = load_plugins(plugins, patience=loading)
        self._readers = list(loaded.with_hook(_HOOK))
        self._patience = patience_of(PATIENCE) if patience is None else patience
        self._aside = list(loaded.set_aside)

    def __bool__(self) -> bool:
        return bool(self._readers)

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """Those that could not be loaded or failed so far, and why."""
        return tuple(self._aside)

    def read(
        self,
        text: str,
        measures: tuple[Measure, ...],
        *,
        published: CalendarDate | None,
        language: str,
    ) -> tuple[Reading, ...]:
        """What they read of *measures* off *text*."""
        found: list[Reading] = []
        known = {measure.id for measure in measures}
        for plugin in tuple(self._readers):
            try:
                read = plugin.gather(
                    _HOOK,
                    MAX_READINGS,
                    self._patience,
                    text=text,
                    measures=measures,
                    published=published,
                    language=language,
                )
                _check_readings(read, text, known)
                found += read
            except (Exception, SystemExit) as error:  # a plugin may raise whatever it likes
                self._aside.append(SetAside.by(plugin.name, error))
                self._readers.remove(plugin)
        return tuple(found)


def _check_readings(read: Iterable[object], text: str, known: set[str]) -> None:
    for reading in read:
        if not isinstance(reading, Reading):
            raise PluginError(f"{_HOOK} gave {kind_of(reading)}, no Reading")
        if reading.measure not in known:
            raise PluginError(f"it read {reading.measure!r}, which was not asked for")
        if not reading.quote or reading.quote not in text:
            raise PluginError(f"it quotes what does not stand in the text: {reading.quote[:80]!r}")
