"""Saying: the one way in which commands print, so that no page, feed or plugin has a terminal obey
what it wrote.
"""

from __future__ import annotations

import click

from claimtrack.terminal import harmless


def say(text: object = "", *, err: bool = False, bold: bool = False) -> None:
    """Print *text* and end the line; on the standard error where ``err``."""
    told = harmless(str(text))
    click.echo(click.style(told, bold=True) if bold else told, err=err)
