"""What the tests of several modules share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import claimtrack


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment for a subprocess that is to see the claimtrack under test, installed or not,
    and none of the settings of whoever runs the tests.
    """
    home = Path(claimtrack.__file__).parent.parent
    kept = {name: given for name, given in os.environ.items() if not name.startswith("CLAIMTRACK_")}
    return {**kept, "PYTHONPATH": os.pathsep.join([str(home), str(home / "plugins")]), "TZ": "UTC"}
