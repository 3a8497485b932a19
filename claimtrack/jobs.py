"""Jobs: the lines by which cron or systemd runs the update of one database."""

from __future__ import annotations

import hashlib
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from claimtrack.errors import BadValue


@dataclass(frozen=True, slots=True)
class Job:
    """The hourly run of one command, as a scheduler wants it written.

    ``crontab`` is one line; ``service`` and ``timer`` are the contents of two systemd units that
    are to be called ``name`` with those endings.
    """

    name: str
    crontab: str
    service: str
    timer: str


def job(
    program: Sequence[str], database: str, settings: Mapping[str, str] = MappingProxyType({})
) -> Job:
    """The job that runs *program* (the words that start claimtrack, with an absolute path) for
    *database* (an absolute path or a URL), once an hour: what is not due is not asked.

    *settings* are environment variables that it is to have: a scheduler knows none of a shell's.
    The minute hangs on the database, so that the jobs of many machines do not all start together.
    Raises `BadValue` for a path that no crontab can hold.
    """
    command = [*program, "--db", database, "update", "--due", "--quiet"]
    for word in (*command, *settings.values()):
        if not word.isprintable():
            raise BadValue(f"{word!r} holds a character that does not fit on a line of a crontab")
    digest = hashlib.sha256(database.encode(errors="surrogateescape")).digest()
    minute = int.from_bytes(digest[:4]) % 60
    name = f"claimtrack-{digest.hex()[:8]}"
    return Job(
        name,
        f"{minute} * * * * {_for_cron(command, settings)}",
        _service(command, database, settings),
        _timer(minute, database),
    )


def _for_cron(command: Sequence[str], settings: Mapping[str, str]) -> str:
    set_before = [f"{name}={shlex.quote(value)}" for name, value in sorted(settings.items())]
    # To cron a bare percent sign is the end of the command, within quotes too.
    return " ".join([*set_before, shlex.join(command)]).replace("%", r"\%")


def _service(command: Sequence[str], database: str, settings: Mapping[str, str]) -> str:
    environment = "".join(
        f"Environment={_quoted(f'{name}={value}')}\n" for name, value in sorted(settings.items())
    )
    return f"""\
[Unit]
Description=Update the claims in {_unspecified(database)}
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
{environment}ExecStart={_for_systemd(command)}
"""


def _timer(minute: int, database: str) -> str:
    return f"""\
[Unit]
Description=Update the claims in {_unspecified(database)} every hour

[Timer]
OnCalendar=*-*-* *:{minute:02}:00
Persistent=true

[Install]
WantedBy=timers.target
"""


def _for_systemd(command: Sequence[str]) -> str:
    program, *arguments = (_quoted(word) for word in command)
    # A dollar sign opens a variable in every word but the first, which names the program.
    return " ".join([program, *(word.replace("$", "$$") for word in arguments)])


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_unspecified(escaped)}"'


def _unspecified(text: str) -> str:
    """*text* without a specifier in it: to systemd a percent sign opens one."""
    return text.replace("%", "%%")
