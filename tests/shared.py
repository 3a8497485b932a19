"""Shared: the recorded material that lies beside the project and is no part of it, for its texts
are their publishers'. Whoever has not got it is told by each test that wants it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"


def needs(path: Path) -> pytest.MarkDecorator:
    """What skips a test where *path*, in `SHARED`, is not there, and says which it is."""
    name = path.relative_to(SHARED).as_posix()
    reason = f"needs ../shared/{name}, which is no part of the project"
    return pytest.mark.skipif(not path.exists(), reason=reason)
