"""The places in a claim file: filled in from a text, with every comment left where it is."""

from __future__ import annotations

import os
import re
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path as FilePath
from typing import Any

from claimtrack.claimfile.document import load_document
from claimtrack.claimfile.lines import Lines, Path, lines_of
from claimtrack.claimfile.locate import Located, locate
from claimtrack.claimfile.textfile import read_bytes, text_of
from claimtrack.claims import Place

#: What may be written: anything else is for a person to look at first.
_WRITTEN = frozenset({"here", "moved", "unplaced"})


@dataclass(frozen=True, slots=True)
class _Edit:
    """``text[start:end]`` gives way to ``new``."""

    start: int
    end: int
    new: str


def write_places(path: str | PathLike[str], text: str) -> tuple[Located, ...]:
    """Where *text* says each claim of the claim file at *path*, having filled in ``place``,
    ``digest`` and ``runs`` of those that it says.

    Nothing else of the file changes, and nothing of a claim that is changed, missing or ambiguous:
    a person removes ``digest`` to accept a changed sentence. The file is replaced as a whole or not
    at all. Raises `ClaimFileError` where it has mistakes, `OSError` where it cannot be written.
    """
    file = FilePath(path)
    located = locate(load_document(file), text)
    content = read_bytes(file)
    before = text_of(file, content)
    after = _edited(before, located)
    if after != before:
        _verify(before, after, located)
        mark = content[: len(content) - len(before.encode())]
        _replace(file.resolve(), mark + after.encode())
    return located


def _edited(text: str, located: tuple[Located, ...]) -> str:
    lines = lines_of(text)
    edits = [
        edit
        for index, found in enumerate(located)
        if found.status in _WRITTEN and found.place is not None and found.digest is not None
        for edit in _edits(lines, ("claim", index), found.place, _told(found))
    ]
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def _told(found: Located) -> dict[str, str]:
    """What is written as a text, by its key."""
    told = {"digest": found.digest or ""}
    return told | ({"runs": " ".join(found.runs)} if found.runs else {})


def _edits(lines: Lines, claim: Path, place: Place, told: dict[str, str]) -> Iterator[_Edit]:
    absent = []
    if (*claim, "place") in lines.spans:
        yield from _place_edits(lines, (*claim, "place"), place)
    else:
        absent.append(f"place = {_inline(place)}")
    for key, text in told.items():
        if (*claim, key) in lines.spans:
            span = lines.spans[*claim, key]
            yield _Edit(span.value, span.end, f'"{text}"')
        else:
            absent.append(f'{key} = "{text}"')
    if absent:
        yield _insertion(lines, claim, absent)


def _inline(place: Place) -> str:
    return f"{{ paragraph = {place.paragraph}, {_sentences(place)} }}"


def _sentences(place: Place) -> str:
    if len(place.sentences) == 1:
        return f"sentence = {place.sentences[0]}"
    return f"sentences = [{', '.join(map(str, place.sentences))}]"


def _place_edits(lines: Lines, path: Path, place: Place) -> Iterator[_Edit]:
    """The edits of a place that is there: within braces, in a table of its own or dotted."""
    whole = lines.spans[path]
    if whole.has_value:
        yield _Edit(whole.value, whole.end, _inline(place))
        return
    paragraph = lines.spans[*path, "paragraph"]
    yield _Edit(paragraph.value, paragraph.end, str(place.paragraph))
    old = "sentence" if (*path, "sentence") in lines.spans else "sentences"
    span = lines.spans[*path, old]
    key, _, value = _sentences(place).partition(" = ")
    before = lines.text[span.start : span.value]
    renamed = re.sub(rf"{old}(?=[\"']?\s*=\s*$)", key, before)
    yield _Edit(span.start, span.end, renamed + value)


def _insertion(lines: Lines, claim: Path, absent: list[str]) -> _Edit:
    """The edit that puts new keys behind the one they come from."""
    anchors = [(*claim, name) for name in ("digest", "near", "place", "id")]
    span = next(
        lines.spans[path] for path in anchors if path in lines.spans and lines.spans[path].has_value
    )
    if span.inline:
        return _Edit(span.end, span.end, "".join(f", {one}" for one in absent))
    text = lines.text
    start = text.rfind("\n", 0, span.start) + 1
    indent = text[start : span.start]
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    crlf = text[end - 1 : end] == "\r"
    at = end - 1 if crlf else end
    return _Edit(at, at, "".join(("\r\n" if crlf else "\n") + indent + one for one in absent))


def _verify(before: str, after: str, located: tuple[Located, ...]) -> None:
    """Raises where the edits would change anything but places, digests and runs: a bug of ours."""
    old, new = tomllib.loads(before), tomllib.loads(after)
    if _without_places(old) != _without_places(new):
        raise RuntimeError("writing the places would have changed more of the claim file")
    for found, claim in zip(located, new["claim"], strict=True):
        is_found = found.status in _WRITTEN and found.digest is not None
        if is_found and claim.get("digest") != found.digest:
            raise RuntimeError(f'claim "{found.claim}": its digest would not have been written')


def _without_places(given: Mapping[str, Any]) -> dict[str, Any]:
    claims = [
        {name: value for name, value in claim.items() if name not in {"place", "digest", "runs"}}
        for claim in given.get("claim", [])
    ]
    return {**given, "claim": claims}


def _replace(path: FilePath, content: bytes) -> None:
    """Puts *content* in the file's place at once, under the same permissions."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = FilePath(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode & 0o7777)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
