"""A start from the shell: a claim file to fill in, and the lines that run its updates."""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.options import database, print_json, with_db, with_json
from claimtrack.cli.saying import say

if TYPE_CHECKING:
    from claimtrack.jobs import Job

#: What a shell may set and a job has to be told.
_SETTINGS = (
    "CLAIMTRACK_ALLOW_PRIVATE",
    "CLAIMTRACK_APART",
    "CLAIMTRACK_CONTACT",
    "CLAIMTRACK_MEMORY",
    "CLAIMTRACK_PATIENCE",
)


#: What an id is made of.
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: What is written like the path of a file, with spaces in it: no sentence ends so.
_PATH = re.compile(
    r"[^\n]*[\\/][^\n]*\.[A-Za-z]\w{0,4}|[^\n]*\.(?:txt|md|rst|html?|docx?|odt|pdf|rtf|toml)",
    re.IGNORECASE,
)


@click.command()
@click.argument("text", required=False)
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    default="claims.toml",
    show_default=True,
    help="The claim file to write; one that exists is left alone.",
)
@click.option("--title", help="The title of the text; else its heading, or its first sentence.")
@click.option("--id", "id", help="The id of the text; else it is made of the title.")
@with_db
@with_json
def new(
    text: str | None,
    output: Path,
    title: str | None,
    id: str | None,
    db: str | None,
    as_json: bool,
) -> None:
    """Write a starter claim file, and print the lines that run its updates every hour.

    With TEXT, a plain text, the file takes its title from it and proposes what it may claim. TEXT
    is a file, `-` for the standard input, or the text itself, of more than one word.
    """
    if id is not None and not _ID.fullmatch(id):
        raise click.UsageError(f"--id has lower-case letters, digits and hyphens, not {id[:80]!r}")
    from claimtrack.jobs import job
    from claimtrack.starter import starter

    words, name = (None, output.stem) if text is None else _given(text, output)
    made = starter(words, name=name, today=datetime.now(UTC).date(), title=title, id=id)
    scheduled = job(_program(), _absolute(database(db)), _carried())
    _write(output, made.content)
    if as_json:
        written = str(output.absolute())
        print_json({"file": written, "document": made, "job": scheduled, "left_out": _left_out()})
        return
    say(f"{output}: written; fill it in, then\n\n    claimtrack check {output}")
    say(f"    claimtrack add {output}\n")
    _tell(scheduled)


def _given(text: str, output: Path) -> tuple[str, str]:
    """The text that is meant by *text*, and what it is called where it has no title."""
    from claimtrack.claimfile import read_text

    if text == "-":
        return _sentence(_from_input()), output.stem
    if _is_there(text):
        return read_text(text), Path(text).stem
    if len(text.split()) > 1 and not _PATH.fullmatch(text.strip()):
        return _sentence(text), output.stem
    raise click.UsageError(
        f"{text[:80]!r}: there is no such file, and a text that is given in words has more than"
        " one, and no file's name"
    )


def _from_input() -> str:
    from claimtrack.claimfile.textfile import MAX_BYTES, text_of

    content = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise click.UsageError(f"the standard input has more than {MAX_BYTES:,} bytes")
    return text_of(Path("standard input"), content)


def _sentence(text: str) -> str:
    """*text*, which is a sentence where it is one line without an end: in a file that is a title,
    and nothing is claimed by it.
    """
    told = text.strip()
    is_open = "\n" not in told and told[-1:].isalnum()
    return f"{told}." if is_open else text


def _is_there(text: str) -> bool:
    try:
        return text != "" and Path(text).exists()
    except (OSError, ValueError):  # too long for a name, or with a sign that none may have
        return False


def _write(output: Path, content: str) -> None:
    try:
        with output.open("x", encoding="utf-8", newline="\n") as file:
            file.write(content)
    except FileExistsError as error:
        raise click.UsageError(f"{output} is there already: name another by --output") from error
    except OSError as error:
        raise click.UsageError(f"{output}: {error.strerror}") from error


def _tell(scheduled: Job) -> None:
    say(f"For cron, a line for `crontab -e`:\n\n{scheduled.crontab}\n")
    for name in _left_out():
        say(f"{name} is set here and not there, for it may be a secret: set it for the job")
    folder = "~/.config/systemd/user"
    say(f"Or for systemd, {folder}/{scheduled.name}.service:\n\n{scheduled.service}")
    say(f"{folder}/{scheduled.name}.timer:\n\n{scheduled.timer}")
    say(
        f"and then `systemctl --user enable --now {scheduled.name}.timer`, and `loginctl"
        " enable-linger` so that it runs while nobody is logged in"
    )


def _carried() -> dict[str, str]:
    """The settings of claimtrack that hold here, the database apart: a job names that itself."""
    return {name: os.environ[name] for name in _SETTINGS if os.environ.get(name)}


def _left_out() -> list[str]:
    """The other variables here that are named like claimtrack's: what sources were told to use."""
    ours = {*_SETTINGS, "CLAIMTRACK_DB"}
    return sorted({name for name in os.environ if name.startswith("CLAIMTRACK_")} - ours)


def _program() -> tuple[str, ...]:
    """The words that start this claimtrack from anywhere."""
    script = Path(sys.executable).with_name("claimtrack")
    return (str(script),) if script.is_file() else (sys.executable, "-m", "claimtrack")


def _absolute(db: str) -> str:
    """*db* as it is found from any folder: an absolute path, or a URL."""
    if "://" not in db:
        return str(Path(db).absolute())
    start = "sqlite:///"
    return f"{start}{Path(db.removeprefix(start)).absolute()}" if db.startswith(start) else db
