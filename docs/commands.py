"""Writes ``commands.md`` from the commands themselves: ``python docs/commands.py``.

A test compares the page with what this would write.
"""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

PAGE = Path(__file__).with_name("commands.md")

HEAD = """\
# The commands

`claimtrack COMMAND --help` says the same in a terminal; `python -m claimtrack` is the same program.
The database is the one that `--db` names, else the one that `CLAIMTRACK_DB` does.
Without either it is `claimtrack.db` in the current folder.
`add` and `update` create it; nothing else does.

A DAY is `2025-08-15`, `2025-08` or `2025`, or a moment with its zone, `2025-08-15T09:00+02:00`.
What was known by then is known by the end of that day, or by that very moment.
Anywhere else a moment stands for its day in UTC.

A command whose reader leaves, as `head` does, ends without a word, with exit code 141.
"""


def page() -> str:
    """The whole page, in Markdown."""
    from claimtrack.cli import claimtrack

    sections = [section(path, command) for path, command in commands("claimtrack", claimtrack)]
    return "\n".join([HEAD, *sections])


def commands(path: str, group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """Every command below *group* with the words that call it, in the order of the help."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(f"{path} {name}", command)
        else:
            yield f"{path} {name}", command


def section(path: str, command: click.Command) -> str:
    """What is to know of one command."""
    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    options = [one for one in command.params if isinstance(one, click.Option)]
    lines = [f"## {' '.join([path, *map(placeholder, arguments)])}", "", help_of(command), ""]
    for argument in arguments:
        if isinstance(argument.type, click.Choice):
            lines += [f"{placeholder(argument)} is one of {', '.join(argument.type.choices)}.", ""]
    if options:
        lines += ["| option | what it does |", "|---|---|", *map(row, options), ""]
    return "\n".join(lines)


def help_of(command: click.Command) -> str:
    # From Python 3.13 on a docstring comes without its indentation, before that with it.
    return cleandoc((command.help or "").replace("\b\n", ""))


def placeholder(argument: click.Argument) -> str:
    if argument.metavar is not None:
        return argument.metavar
    name = (argument.name or "").upper()
    if argument.nargs != 1:
        name += "..."
    return name if argument.required else f"[{name}]"


def row(option: click.Option) -> str:
    value = "" if option.is_flag else f" {option.metavar or option.type.name.upper()}"
    help_text = (option.help or "").replace("|", "\\|")
    return f"| `{', '.join(option.opts)}{value}` | {help_text} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
