"""The families of sources: their saved pages are read as expected, and nothing is invented of them
on a bad day.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimtrack.replay import Replay


@pytest.mark.parametrize("family", ["factcheck", "isw", "official", "wikidata", "wikipedia"])
def test_the_saved_pages_of_a_family_are_read_as_expected(
    claimtrack_replay: Callable[..., Replay], family: str
) -> None:
    found = claimtrack_replay(f"pages/{family}")
    assert found.readings > 0
    assert found.ordeals > 30
