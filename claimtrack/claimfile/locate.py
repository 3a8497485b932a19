"""Locating: whether a text still says a document's claims, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from claimtrack.claims import Claim, Document, Place
from claimtrack.words.runs import runs, without_quotations
from claimtrack.words.sameness import digest, normal
from claimtrack.words.sentences import paragraphs, sentences

LocatedStatus = Literal["here", "moved", "changed", "missing", "unplaced", "ambiguous"]

#: As many places as a message lists.
_LISTED = 5


@dataclass(frozen=True, slots=True)
class Located:
    """Whether a text says a claim where the claim file has it.

    ``here``: at its place, in the same words. ``moved``: in the same words elsewhere. ``changed``:
    its place, or the words near it, now read otherwise. ``missing``: nowhere. ``unplaced``: the
    claim file has no place yet. ``ambiguous``: its words near are in several sentences, listed in
    ``candidates``. ``place`` and ``digest`` are what was found, None where nothing was, ``runs``
    the digests of the long runs of the text's own words there.
    """

    claim: str
    status: LocatedStatus
    place: Place | None = None
    digest: str | None = None
    detail: str = ""
    candidates: tuple[Place, ...] = ()
    runs: tuple[str, ...] = ()


def locate(document: Document, text: str) -> tuple[Located, ...]:
    """Where *text* says each claim of *document*, in the order of its claims."""
    laid_out = _Layout(text, document.title)
    found = (_located(claim, laid_out) for claim in document.claims)
    return tuple(
        one if one.place is None else replace(one, runs=laid_out.runs(one.place)) for one in found
    )


def place_words(place: Place) -> str:
    """*place* in words: ``the title``, ``paragraph 4, sentence 5``."""
    ordinals = ", ".join(map(str, place.sentences))
    several = "sentences" if len(place.sentences) > 1 else "sentence"
    paragraph = "title" if place.paragraph == 0 else f"paragraph {place.paragraph}"
    return f"{paragraph}, {several} {ordinals}"


class _Layout:
    """A text's paragraphs, each as its sentences; number 0 is the title."""

    def __init__(self, text: str, title: str) -> None:
        parts = paragraphs(text, title=title)
        self.paragraphs = tuple(
            tuple(normal(sentence) for sentence in sentences(paragraph))
            for paragraph in (parts.title or "", *parts.paragraphs)
        )

    def digest(self, place: Place) -> str | None:
        """The digest of what stands at *place*; None where there is no such place."""
        said = self._said(place)
        return None if said is None else digest(said)

    def runs(self, place: Place) -> tuple[str, ...]:
        """The digests of the long runs of words at *place*, without those of whom it quotes: a
        quotation may go on over several sentences.
        """
        there = self.paragraphs[place.paragraph]
        own = without_quotations(" ".join(there))
        said, start = [], 0
        for ordinal, sentence in enumerate(there, 1):
            if ordinal in place.sentences:
                said.append(own[start : start + len(sentence)])
            start += len(sentence) + 1
        return runs(" ".join(said))

    def _said(self, place: Place) -> str | None:
        if place.paragraph >= len(self.paragraphs):
            return None
        there = self.paragraphs[place.paragraph]
        if place.sentences[-1] > len(there):
            return None
        return " ".join(there[ordinal - 1] for ordinal in place.sentences)

    def with_digest(self, wanted: str, like: Place) -> list[Place]:
        """The places of as many sentences as *like* has that have that digest, nearest first."""
        offsets = [ordinal - like.sentences[0] for ordinal in like.sentences]
        found = []
        for number, there in enumerate(self.paragraphs):
            for first in range(1, len(there) - offsets[-1] + 1):
                place = Place(number, tuple(first + offset for offset in offsets))
                if self.digest(place) == wanted:
                    found.append(place)
        return sorted(found, key=lambda place: abs(place.paragraph - like.paragraph))

    def with_words(self, near: str) -> list[Place]:
        """The places whose sentences hold the words *near*, as written or else in any case."""
        words = re.escape(normal(near))
        pattern = rf"(?<!\w){words}(?!\w)"
        for flags in (re.NOFLAG, re.IGNORECASE):
            found = list(dict.fromkeys(self._matches(re.compile(pattern, flags))))
            if found:
                return found
        return []

    def _matches(self, pattern: re.Pattern[str]) -> Iterator[Place]:
        for number, there in enumerate(self.paragraphs):
            starts = [0]
            for sentence in there:
                starts.append(starts[-1] + len(sentence) + 1)
            for found in pattern.finditer(" ".join(there)):
                yield Place(
                    number,
                    tuple(
                        ordinal
                        for ordinal in range(1, len(there) + 1)
                        if starts[ordinal - 1] < found.end() and found.start() < starts[ordinal] - 1
                    ),
                )


def _located(claim: Claim, layout: _Layout) -> Located:
    near = layout.with_words(claim.near) if claim.near is not None else []
    if claim.digest is not None:
        return _by_digest(claim, claim.digest, layout, near)
    if claim.near is not None:
        return _by_words(claim, layout, near)
    return Located(
        claim.id,
        "unplaced",
        detail="the claim has no digest and no words near: there is nothing to look for",
    )


def _by_digest(claim: Claim, wanted: str, layout: _Layout, near: list[Place]) -> Located:
    if claim.place is not None and layout.digest(claim.place) == wanted:
        return Located(claim.id, "here", claim.place, wanted, _astray(claim, near))
    same = layout.with_digest(wanted, claim.place or Place(0, (1,)))
    if claim.place is None and same:
        detail = f"found in {place_words(same[0])}"
        return Located(claim.id, "unplaced", same[0], wanted, detail)
    if claim.place is not None and same:
        detail = f"now in {place_words(same[0])}, not in {place_words(claim.place)}"
        return Located(claim.id, "moved", same[0], wanted, detail, tuple(same[1:]))
    return _reworded(claim, layout, near)


def _astray(claim: Claim, near: list[Place]) -> str:
    """What to say when the words near a claim have been set to others than its place holds."""
    if not near or any(_within(place, claim.place) for place in near):
        return ""
    return f"the words near it are in {_places(near)}: remove place and digest to follow them"


def _reworded(claim: Claim, layout: _Layout, near: list[Place]) -> Located:
    """A claim whose sentence is nowhere word for word."""
    if len(near) == 1:
        detail = f"the words near it are in {place_words(near[0])}, which reads otherwise"
        return Located(claim.id, "changed", near[0], layout.digest(near[0]), detail)
    there = None if claim.place is None else layout.digest(claim.place)
    if claim.place is not None and there is not None:
        lost = "" if claim.near is None or near else ", and the words near it are nowhere"
        detail = f"{place_words(claim.place)} reads otherwise{lost}"
        return Located(claim.id, "changed", claim.place, there, detail, tuple(near))
    gone = "" if claim.place is None else f"; there is no {place_words(claim.place)}"
    return Located(
        claim.id, "missing", detail=f"its sentence is nowhere{gone}", candidates=tuple(near)
    )


def _by_words(claim: Claim, layout: _Layout, near: list[Place]) -> Located:
    held = [place for place in near if _within(place, claim.place)]
    if claim.place is not None and held and layout.digest(claim.place) is not None:
        return Located(claim.id, "here", claim.place, layout.digest(claim.place), "no digest yet")
    if not near:
        return Located(claim.id, "missing", detail=f'the words "{claim.near}" are nowhere')
    if len(near) > 1:
        detail = f'the words "{claim.near}" are in {_places(near)}: give more of them'
        return Located(claim.id, "ambiguous", detail=detail, candidates=tuple(near))
    (found,) = near
    if claim.place is None:
        detail = f"found in {place_words(found)}"
        return Located(claim.id, "unplaced", found, layout.digest(found), detail)
    detail = f"now in {place_words(found)}, not in {place_words(claim.place)}"
    return Located(claim.id, "moved", found, layout.digest(found), detail)


def _within(place: Place, whole: Place | None) -> bool:
    return (
        whole is not None
        and place.paragraph == whole.paragraph
        and set(place.sentences) <= set(whole.sentences)
    )


def _places(places: list[Place]) -> str:
    named = [place_words(place) for place in places[:_LISTED]]
    more = len(places) - len(named)
    return "; ".join(named) + (f" and {more} more" if more else "")
