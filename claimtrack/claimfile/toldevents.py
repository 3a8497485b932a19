"""Told events: what a text says to have happened, as being signed, ratified or founded does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimtrack.claimfile.toldoffices import OFFICE

#: What is done to a treaty, a law, a land or a body: as it is told, and as it is asked for.
_DONE = {
    "signed": "sign", "ratified": "ratify", "concluded": "conclude", "adopted": "adopt",
    "enacted": "enact", "repealed": "repeal", "initialled": "initial", "denounced": "denounce",
    "vetoed": "veto", "published": "publish", "founded": "found", "established": "establish",
    "launched": "launch", "inaugurated": "inaugurate", "joined": "join", "invaded": "invade",
    "annexed": "annex", "recognised": "recognise", "recognized": "recognize",
    "assassinated": "assassinate",
}  # fmt: skip
#: What something does by itself.
_BY_ITSELF = {
    "entered into force": "enter into force",
    "came into force": "come into force",
    "took effect": "take effect",
    "took office": "take office",
    "resigned": "resign",
    "died": "die",
}
#: How an office is come by.
_MADE = "elected|re-elected|appointed|named|sworn in as|appointed as|chosen as|confirmed as"
_WORD = r"\w++(?:[’'.-]\w++)*+[’']?"
_SUBJECT = rf"(?<!\w)(?<!\w[’'.-])(?P<subject>(?:{_WORD} ){{1,10}}?)"
_OBJECT = (
    rf"(?P<object>(?:the|an?|its|their|his|her|this|that|both|[A-Z]\w*+) ?(?:{_WORD} ?){{0,12}})"
)
_ANY_NOT = r"(?: not yet| not| never)?"
_NOT = r"(?: (?P<not>not yet|not|never))?"
_BETWEEN = r"(?:(?:since|then|also|later|finally|formally|officially|jointly|already|first) )?"
_WAS = rf"(?P<verb>(?:was|were|(?:has|have|had)(?={_ANY_NOT} been)){_NOT}(?: been)? {_BETWEEN}"
_HAS = rf"(?P<verb>(?:(?:has|have|had){_NOT} )?{_BETWEEN}"
_FORMS = (
    re.compile(rf"{_SUBJECT}{_WAS}(?P<done>{'|'.join(_DONE)}))\b"),
    re.compile(rf"{_SUBJECT}{_WAS}(?P<made>{_MADE}) (?:the )?(?P<office>{OFFICE}))"),
    re.compile(rf"{_SUBJECT}{_HAS}(?P<did>{'|'.join(_DONE)})) {_OBJECT}"),
    # "Has resigned" tells a state that lasts, which is asked for as one.
    re.compile(rf"{_SUBJECT}(?P<verb>{_BETWEEN}(?P<alone>{'|'.join(_BY_ITSELF)}))\b"),
    re.compile(rf"{_SUBJECT}{_HAS}bec[ao]me (?:the )?(?P<office>{OFFICE}))"),
)
#: The words that part a subject from what stands before it.
_JOINED = re.compile(
    r"(?:.*\s)?\b(?:and then|but|while|that|which|who|because|as|when|where|said|says) "
    r"|.*\s(?:after|before) |.*\b(?:is|are|was|were|has|have|had) .*\band |^(?:and|but|so|yet) ",
    re.IGNORECASE,
)
_IN_DOUBT = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|[Nn]obody|[Nn]one|[Nn]o|[Nn]either|never|not|to|be|being|will"
    r"|would|could|may)\b"
)
_TELLS = re.compile(r"\b(?:is|are|was|were|has|have|had)\b")
#: What a subject is not: something before it, as "After the war the pact" has.
_LEADS = re.compile(
    r"(?:in|on|at|by|for|from|with|during|under|of|since|until|after|before)\b", re.IGNORECASE
)
_OPENS = re.compile(
    r"\b(?:the|an?|its|their|his|her|this|these|both|he|she|they|we|it)\b",
    re.IGNORECASE,
)
#: An object ends before the words of another clause, or of when and where it was.
_CLOSES = re.compile(
    r"(?:^|\s)(?:and then|but|while|which|who|that|because|when|where|after|before|during|in|on|at"
    r"|by|since|until|to|as|had|has|have|was|were|is|are)\b.*"
)


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """That something happened, or that it has not (``happened``): ``asks`` is the question when it
    did, ``what`` what it is; the words that tell it stand from ``start`` to ``end``.
    """

    asks: str
    what: str
    happened: bool
    start: int
    end: int


def told_events(text: str, days: Sequence[tuple[int, int]] = ()) -> Iterator[ToldEvent]:
    """The events that *text* tells plainly, in order. *days* is where its times stand: a time that
    a sentence opens with is no part of who did it, nor one behind it of what was done.
    """
    starts, ends = {start for start, _ in days}, {end for _, end in days}
    told = [
        each
        for form in _FORMS
        for found in form.finditer(text)
        if (each := _told(found, starts, ends)) is not None
    ]
    reached = 0
    for each in sorted(told, key=lambda one: (one.start, -one.end)):
        if each.start >= reached:
            reached = each.end
            yield each


def _told(found: re.Match[str], starts: set[int], ends: set[int]) -> ToldEvent | None:
    subject = _subject(found, ends)
    if subject is None:
        return None
    groups = found.groupdict()
    done = groups.get("done") or groups.get("made")
    happened = groups.get("not") is None
    where = found.start("verb"), found.end("verb")
    rest = " ".join(filter(None, [groups.get("office"), _object(found, starts)]))
    if done is not None:
        be = "were" if re.search(r"\b(?:were|have)\b", found["verb"]) else "was"
        told = f"{done} {rest}".rstrip()
        asks, what = f"{be} {subject} {told}", f"{subject} {be} {told}"
    else:
        did = groups.get("did") or groups.get("alone") or "became"
        base = _DONE.get(did) or _BY_ITSELF.get(did, "become")
        asks, what = f"did {subject} {base} {rest}".rstrip(), f"{subject} {did} {rest}".rstrip()
    return ToldEvent(f"When, if at all, {asks}?", what, happened, *where)


def _subject(found: re.Match[str], ends: set[int]) -> str | None:
    """Who or what it is told of; None where that is nothing, or in doubt."""
    start, words = found.start("subject"), found["subject"]
    if _IN_DOUBT.search(words):
        return None
    cut = max((at - start for at in range(start, found.end("subject")) if at in ends), default=0)
    told = _JOINED.sub("", words[cut:].lstrip(" ,")).strip()
    if _LEADS.match(told):
        opens = [each.start() for each in _OPENS.finditer(told)]
        told = told[opens[-1] :] if len(opens) > 1 else ""
    is_one = any(sign.isalpha() for sign in told) and not _TELLS.search(told)
    return _inside(told) if is_one else None


def _object(found: re.Match[str], starts: set[int]) -> str:
    """What it was done to, up to the words of another clause or of a time; empty for nothing."""
    if not found.groupdict().get("object"):
        return ""
    start, end = found.span("object")
    until = next((at for at in range(start, end) if at in starts), end)
    return _CLOSES.sub("", found.string[start:until]).strip()


def _inside(words: str) -> str:
    """*words* as they stand inside a sentence; a name keeps its capital."""
    opens = _OPENS.match(words)
    return words[0].lower() + words[1:] if opens else words
