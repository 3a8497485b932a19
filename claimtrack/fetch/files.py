"""Files: what a claim file names by a path, read by the same door as the network.

Only a claim file can name a path; a page, a redirect or a reader's wish never reaches here.
"""

from __future__ import annotations

import hashlib
import os
import stat
from datetime import datetime
from email.utils import formatdate
from pathlib import Path

from claimtrack.fetch.limits import USUAL, Limits
from claimtrack.fetch.outcomes import Headers, NoPage
from claimtrack.pages import Answer, Page, Request

_TYPES = {
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".htm": "text/html",
    ".html": "text/html",
    ".json": "application/json",
    ".tsv": "text/tab-separated-values",
    ".txt": "text/plain",
    ".xml": "application/xml",
}
#: A pipe or a terminal must not hold us up before we have seen that it is one.
_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_file(request: Request, *, at: datetime, limits: Limits = USUAL) -> Answer:
    """What the file says that *request* names, relative to its ``base``.

    A file that is not there is ``gone``; one that is no file, or too big, or is being written, is
    ``unreachable``; one whose digest is the validators' snapshot is ``not_modified``.
    """
    path = Path(os.path.abspath(Path(request.base or "") / request.url))  # noqa: PTH100  (a symlink stays one)
    try:
        content, written_at = _content(path, request.url, limits.body_bytes)
    except NoPage as fault:
        return Answer(request, at, fault.outcome, reason=fault.reason, requests=0)
    headers = _headers(path, written_at)
    if _is_known(content, request):
        return Answer(request, at, "not_modified", headers=headers, requests=0)
    page = Page(path.as_uri(), content, at, headers=headers, asked_url=request.url)
    return Answer(request, at, "fetched", page, headers=headers, requests=0)


def _content(path: Path, named: str, cap: int) -> tuple[bytes, float]:
    """The file's bytes, and when it was written (in seconds, as the system has it)."""
    try:
        opened = os.open(path, os.O_RDONLY | _WITHOUT_WAITING)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoPage("gone", f"there is no file {named}") from error
    except (OSError, ValueError) as error:
        raise NoPage("unreachable", f"cannot open {named}: {_said(error)}") from error
    try:
        content, written_at = _read(opened, named, cap)
    except OSError as error:
        raise NoPage("unreachable", f"cannot read {named}: {_said(error)}") from error
    finally:
        os.close(opened)
    if not content.strip():
        raise NoPage("blocked", f"an empty shell: {named} has no content")
    return content, written_at


def _read(opened: int, named: str, cap: int) -> tuple[bytes, float]:
    before = os.fstat(opened)
    _demand_a_file(before, named)
    with os.fdopen(opened, "rb", closefd=False) as file:
        content = file.read(cap + 1)
    after = os.fstat(opened)
    if len(content) > cap:
        raise NoPage("unreachable", f"{named} is over the cap of {cap} bytes")
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise NoPage("unreachable", f"{named} was being written while it was read")
    return content, after.st_mtime


def _demand_a_file(status: os.stat_result, named: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise NoPage("unreachable", f"{named} is a folder, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise NoPage("unreachable", f"{named} is a device or a pipe, not a file")


def _is_known(content: bytes, request: Request) -> bool:
    known = request.validators
    return known is not None and hashlib.sha256(content).hexdigest() == known.snapshot


def _headers(path: Path, written_at: float) -> Headers:
    """What a web server would say of the file."""
    given = (
        ("content-type", _TYPES.get(path.suffix.lower())),
        ("last-modified", _http_date(written_at)),
    )
    return tuple((name, value) for name, value in given if value)


def _http_date(seconds: float) -> str | None:
    try:
        return formatdate(seconds, usegmt=True)
    except (ValueError, OverflowError, OSError):  # a clock that was wrong by millennia
        return None


def _said(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
