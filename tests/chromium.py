"""A page in a real browser, where the machine has one."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

#: By the names that systems give it.
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))),
    None,
)
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="needs Chromium or Chrome, to open the page in it"
)


def in_chromium(file: Path, profile: Path) -> str:
    """The page *file* as a browser has it after it ran what it runs."""
    return subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu",
            f"--user-data-dir={profile}", "--virtual-time-budget=3000", "--dump-dom",
            file.as_uri(),
        ],
        capture_output=True, check=True, text=True, timeout=120,
    ).stdout  # fmt: skip
