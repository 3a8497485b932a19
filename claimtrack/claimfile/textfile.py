"""A text file: its bytes and its text, or why it has none."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from claimtrack.errors import ClaimFileError, Mistake

#: Claim files and the texts they are about are written by hand; what is larger is another file,
#: named by accident.
MAX_BYTES = 4 * 1024 * 1024

_BOM = "\ufeff"


def read_text(path: str | PathLike[str]) -> str:
    """The text of the UTF-8 file at *path*, its line ends as they are and no byte order mark.
    Raises `ClaimFileError` where there is no such file, or it is no text, or larger than 4 MB.
    """
    return text_of(Path(path), read_bytes(Path(path)))


def read_bytes(path: Path) -> bytes:
    """The bytes of the file at *path*. Raises `ClaimFileError`."""
    try:
        if path.exists() and not path.is_file():
            raise _unreadable(path, "not a file but a folder or device")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise _unreadable(path, "there is no such file") from error
    except ClaimFileError:
        raise
    except (OSError, ValueError) as error:  # a ValueError for a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise _unreadable(path, f"cannot be read: {reason}") from error
    if len(content) > MAX_BYTES:
        size = MAX_BYTES // 1024 // 1024
        raise _unreadable(path, f"larger than {size} MB: no text that was written by hand")
    return content


def text_of(path: Path, content: bytes) -> str:
    """The *content* of the file at *path* as text, without a byte order mark.
    Raises `ClaimFileError`.
    """
    try:
        return content.decode().removeprefix(_BOM)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8: found the byte 0x{content[error.start]:02x}; save it as UTF-8"
        raise _unreadable(path, message, line) from error


def _unreadable(path: Path, message: str, line: int | None = None) -> ClaimFileError:
    return ClaimFileError((Mistake(str(path), line, "", message),))
