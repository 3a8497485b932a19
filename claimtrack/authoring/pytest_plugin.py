"""The pytest plugin: a fixture for whoever writes a source. It comes with claimtrack.

pytest imports this module in every run where claimtrack is installed, so it imports almost nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from claimtrack.authoring.replay import Replay


class Replayer(Protocol):
    """What the fixture `claimtrack_replay` gives."""

    def __call__(
        self,
        folder: str | Path,
        *,
        plugins: Iterable[object] | None = None,
        without: Mapping[str, str] | None = None,
    ) -> Replay: ...


@pytest.fixture
def claimtrack_replay(request: pytest.FixtureRequest) -> Replayer:
    """Reads the pages saved in a folder, relative to the test's file, by *plugins* (None: every
    installed one) with sockets forbidden, and fails where one is not read as its file expects,
    where a reading is invented when the page comes empty, walled, truncated, reordered, enormous
    or in another charset, where a value or a day does not follow when the page is altered, or
    where one is made up when it has gone from the page. *without* names ordeals to leave out, each
    with the reason.
    """
    home = request.path.parent

    def replayed(
        folder: str | Path,
        *,
        plugins: Iterable[object] | None = None,
        without: Mapping[str, str] | None = None,
    ) -> Replay:
        __tracebackhide__ = True
        from claimtrack.authoring.replay import replay
        from claimtrack.sources import load_sources

        found = replay(home / folder, load_sources(plugins, apart=False), without=without or {})
        if found.problems:
            pytest.fail("\n".join(found.problems), pytrace=False)
        return found

    return replayed
