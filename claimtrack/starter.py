"""The starter: a claim file to begin with, and the phrases of a text that a claim could rest on."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from claimtrack.words import find_quantities
from claimtrack.words.sentences import paragraphs, sentences

#: What stands on one line beside a phrase; a comment is to be taken in at a glance.
_WIDEST = 100
_LONGEST_ID = 60
#: A text with more phrases than this is no article; the rest is counted.
_MOST = 500


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase of quantity in a text: its kind and unit as in `claimtrack.Quantity`, in which
    paragraph and sentence it stands (from 1), and the words of the sentence.
    """

    phrase: str
    kind: str
    unit: str
    paragraph: int
    sentence: int
    words: str


@dataclass(frozen=True, slots=True)
class Starter:
    """A claim file to begin with: its text, the document's id, and what was found to claim."""

    id: str
    title: str
    content: str
    found: tuple[Found, ...] = ()


def starter(text: str | None, *, name: str, today: date) -> Starter:
    """The starter for the document in *text*; an empty one where there is none.

    *name* names the document where the text shows no title; *today* stands in for the day on which
    it was published.
    """
    title, found = (None, ()) if text is None else _read(text)
    told = title or _printable(name) or "Untitled"
    id = _id(told)
    return Starter(id, told, _content(id, told, today, found, text is not None), found)


def _read(text: str) -> tuple[str | None, tuple[Found, ...]]:
    parts = paragraphs(text)
    found = tuple(
        Found(sentence[one.start : one.end], one.kind, one.unit, number, position, sentence)
        for number, paragraph in enumerate(parts.paragraphs, 1)
        for position, sentence in enumerate(sentences(paragraph), 1)
        for one in find_quantities(sentence)
    )
    title = None if parts.title is None else _printable(parts.title.lstrip("# "))
    return title or None, found


def _id(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    id = ""
    for word in words:
        if id and len(id) + len(word) >= _LONGEST_ID:
            break
        id = f"{id}-{word}" if id else word[:_LONGEST_ID]
    return id or "document"


def _printable(text: str) -> str:
    """*text* on one line, as TOML allows it in a comment and in a string."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(shown.split())


def _content(id: str, title: str, today: date, found: tuple[Found, ...], has_text: bool) -> str:
    head = f"""\
# A claim file: what one text claims, and whom to ask whether it is so.
# `claimtrack check` tells what is wrong with it; `claimtrack check --schema` helps an editor.

[document]
id = {_string(id)}
title = {_string(title)}
published = {today.isoformat()}  # put in when it was: a day, "2025-08" or "2025"
# author = ""
# url = ""
"""
    return "".join([head, _phrases(found) if has_text else "", _skeleton(found)])


def _phrases(found: tuple[Found, ...]) -> str:
    if not found:
        return "\n# No phrase of quantity was found in the text.\n"
    lines = ["", "# The phrases of quantity in the text, by paragraph:sentence."]
    lines += [f"#   {one.paragraph}:{one.sentence}  {_beside(one)}" for one in found[:_MOST]]
    if len(found) > _MOST:
        lines.append(f"#   and {len(found) - _MOST} more")
    return "\n".join([*lines, ""])


def _beside(one: Found) -> str:
    """The phrase, and the sentence around it as far as there is room."""
    phrase = _printable(one.phrase)
    before, _, after = _printable(one.words).partition(phrase)
    room = max(0, _WIDEST - 2 * len(phrase)) // 2
    start = before if len(before) <= room else f"…{before[len(before) - room :]}"
    end = after if len(after) <= room else f"{after[:room]}…"
    return f'"{phrase}" in: {start}{phrase}{end}'


def _skeleton(found: tuple[Found, ...]) -> str:
    # The example's measure is a share; another phrase would not fit it.
    first = next((one for one in found if (one.kind, one.unit) == ("level", "share")), None)
    said = "about a quarter" if first is None else _printable(first.phrase)
    place = (
        ""
        if first is None
        else f"# place = {{ paragraph = {first.paragraph}, sentence = {first.sentence} }}\n"
    )
    return f"""
# An example: take away the "# " to use it. The measure is the question to the world, and `ask`
# whom to put it to (`claimtrack sources` lists them); the claim is what the text answers.
#
# [measure."what/where"]
# asks = "What share of it is there?"
# kind = "quantity"
# unit = "share"
# ask = [{{ source = "series", url = "figures.csv", day = "date", value = "share", every = "1d" }}]
#
# [[claim]]
# id = "first-claim"
# measure = "what/where"
# statement = "The claim in words of your own."
# said = {_string(said)}
{place}"""


def _string(text: str) -> str:
    """*text* as a TOML string; JSON's escapes are TOML's too."""
    return json.dumps(text, ensure_ascii=False)
