"""The title that a text gives itself: in a line about it, its heading or its first words."""

from __future__ import annotations

import re

from claimtrack.words.sentences import paragraphs, sentences

#: As long as a title that is taken from a sentence may be.
_LONGEST = 90
#: What notes and drafts open with: "Title: ..." among lines of that kind, between fences or not.
_FENCE = re.compile(r"(?:---|\+\+\+)\s*")
_LINE = re.compile(r"\s*(?P<name>[A-Za-z][\w -]{0,30}?)\s*[:=]\s*(?P<told>.*?)\s*")
_NAMES = {"title", "headline"}
#: So many lines about the text may stand above it.
_MOST_LINES = 40
#: A line below a heading that tells who wrote it; it would be read as more of the heading.
_BYLINE = re.compile(r"(?:By|BY) [A-Z]")


def title_of(text: str) -> str | None:
    """The title of *text* on one line; None where it has no word."""
    return _declared(text) or _heading(text) or _opening(text)


def printable(text: str) -> str:
    """*text* on one line, as TOML allows it in a comment and in a string."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(shown.split())


def _declared(text: str) -> str | None:
    """The title that a line above the text names as such."""
    fenced = False
    for line in text.lstrip().splitlines()[:_MOST_LINES]:
        if _FENCE.fullmatch(line):
            if fenced:
                break
            fenced = True
            continue
        told = _LINE.fullmatch(line)
        if told is not None and told["name"].lower() in _NAMES:
            return _worded(told["told"].strip("\"'"))
        if told is None and not (fenced and line[:1] in {"", " ", "#", "-"}):
            break
    return None


def _heading(text: str) -> str | None:
    """The heading that the text opens with, without the line that tells who wrote it."""
    title = paragraphs(text).title
    if title is None:
        return None
    first, _, below = text.lstrip().partition("\n")
    return _worded((first if _BYLINE.match(below) else title).lstrip("# "))


def _opening(text: str) -> str | None:
    """The first sentence of a text without a title, in as many words as a title has room for."""
    body = paragraphs(text).paragraphs
    first = next((one for paragraph in body for one in sentences(paragraph)), "")
    words = printable(first).rstrip(".").split()
    while len(" ".join(words)) > _LONGEST and len(words) > 1:
        words.pop()
    return _worded(" ".join(words)[:_LONGEST].rstrip(" ,;:"))


def _worded(told: str) -> str | None:
    shown = printable(told)
    return shown if any(sign.isalnum() for sign in shown) else None
