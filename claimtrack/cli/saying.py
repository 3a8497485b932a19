"""Saying: the one way in which commands print, so that no page, feed or plugin has a terminal obey
what it wrote.
"""

from __future__ import annotations

import re

import click

from claimtrack.terminal import harmless

#: Bold, red, green, yellow, and plain again: with these, whoever gets them in can hide nothing.
_PAINT = re.compile(r"(\x1b\[(?:0|1|3[1-3])m)")


def say(text: object = "", *, err: bool = False, bold: bool = False, painted: bool = False) -> None:
    """Print *text* and end the line; on the standard error where ``err``. What is ``painted`` keeps
    the few colours that a drawing has.
    """
    parts = _PAINT.split(str(text)) if painted else [str(text)]
    told = "".join(part if place % 2 else harmless(part) for place, part in enumerate(parts))
    click.echo(click.style(told, bold=True) if bold else told, err=err)
