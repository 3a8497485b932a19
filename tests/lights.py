"""Lights: a folder with one saved page, what is expected of it, and the measure that it answers."""

from __future__ import annotations

from pathlib import Path

EXPECTED = """\
url = "https://lights.example/"
fetched_at = 2026-03-02T06:30:00Z
headers = [["content-type", "text/html; charset=utf-8"]]
source = "lights"
measures = ["lights/lit"]
readings = [{ measure = "lights/lit", value = 4100, as_of = 2026-03-01, quote = "4100" }]
"""
MEASURES = """\
[document]
id = "lights"
title = "Lights"
published = 2026-03-02
[measure."lights/lit"]
asks = "How many?"
kind = "quantity"
unit = "count"
ask = [{ source = "lights" }]
"""


def kept_in(folder: Path, page: str) -> Path:
    """*folder*, with *page* saved in it."""
    (folder / "today.html").write_text(page)
    (folder / "today.html.toml").write_text(EXPECTED)
    (folder / "measures.toml").write_text(MEASURES)
    return folder
