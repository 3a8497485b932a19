"""Read words: those by which a text may tell what a proposal asks for, tried on its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.claimfile.proposals import Proposal
from claimtrack.claimfile.titles import printable
from claimtrack.measures import Measure, Reads
from claimtrack.words import find_quantities
from claimtrack.words.statements import read_statements

_AUXILIARY = r"is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|does|do|did"
#: What a subject ends before: a verb that carries figures, or what ends like one.
_VERB = re.compile(
    rf"\b(?:{_AUXILIARY}|came|comes|stood|stands|rose|rises|fell|falls|grew|grows|hold|holds|held"
    r"|cost|costs|covers?|makes?|made|takes?|took|gets?|got|gives?|gave|pays?|paid|sold|sells?"
    r"|lost|loses?|won|wins?|shows?|shown|puts?|said|says|told|saw|sees?|met|meets|ran|runs?|built"
    r"|builds?|feeds?|supplies|employs?|owns?|spent|spends?|needs?|uses?|lives?|works?|sits?|sat"
    r"|brought|bought|went|goes|became|becomes?|kept|keeps?|remains?|reach(?:es)?|counts?|proposes?"
    r"|expects?|[a-z]{2,}ed)\b"
)
_TELLS_NOTHING = re.compile(rf"(?:{_AUXILIARY}|been|being|made|took|got)$", re.IGNORECASE)
#: What stands at the rim of a group of words and is none of it.
_RIM = (
    r"(?:the|an?|its|their|our|his|her|this|that|these|those|some|of|in|on|at|by|for|from|to|with"
    r"|as|and|or|but|now|still|only|just|also|already|then|today|than|up|down|about|there|it|we"
    r"|they|he|she|i|you|who|which|what|how|all|been|so|not|has|have|had|is|are|was|were)"
)
_OPENS = re.compile(rf"^(?:{_RIM}\b[,;:]?\s*)+(?=\W*\w|$)", re.IGNORECASE)
_ENDS = re.compile(rf"(?:(?:^|\s+){_RIM})+$", re.IGNORECASE)
_MARKS = re.compile(r"[.,;:!?()“”\"–—]")
_PLACE = re.compile(r"chars (\d+)-(\d+)")
#: More words than this are found in no other text.
_MOST_WORDS = 5


def read_words(proposal: Proposal) -> Reads | None:
    """The words by which the amount of *proposal* is found in its own sentence, and no other amount
    of it; None where none of those that the sentence offers do it.
    """
    sentence = f"{proposal.before.strip()} {proposal.words} {proposal.after.strip(' .')}".strip()
    start = len(proposal.before.strip()) + 1 if proposal.before.strip() else 0
    where = range(start, start + len(proposal.words))
    offered = [*_offered(proposal)] if proposal.kind == "quantity" else []
    return next((one for one in offered if _finds(one, proposal, f"{sentence}.", where)), None)


def _finds(reads: Reads, proposal: Proposal, sentence: str, where: range) -> bool:
    measure = Measure("of/a-text", "How much?", "quantity", unit=proposal.unit, reads=reads)
    read = read_statements(sentence, [measure], published=None)
    places = [_PLACE.search(one.locator or "") for one in read]
    return bool(places) and all(
        place is not None and int(place[1]) < where.stop and where.start < int(place[2])
        for place in places
    )


def _offered(proposal: Proposal) -> Iterator[Reads]:
    """The words that the sentence offers, the most telling first: two groups of them, or a name of
    more than one word. One common word would find the figures of other things.
    """
    before, after = printable(proposal.before), printable(proposal.after)
    of = _group(proposal.of or "")
    of = "" if of == "times" else of
    told = _last_clause(before)
    subject, says = _told_before(told)
    behind = _group(_after_of(_first_clause(after), proposal.of or ""))
    for relation in (says, behind):
        if subject and relation and of:
            yield Reads(subject=(subject,), says=(relation,), of=(of,))
        if subject and relation:
            yield Reads(subject=(subject,), says=(relation,))
        if relation and of:
            yield Reads(says=(relation,), of=(of,))
    if subject and of:
        yield Reads(subject=(subject,), of=(of,))
    if len(subject.split()) > 1:
        yield Reads(subject=(subject,))


def _told_before(before: str) -> tuple[str, str]:
    """The subject and what is said of it, in the words that lead up to a figure."""
    verb = next((one for one in _VERB.finditer(before) if _group(before[: one.start()])), None)
    verb = verb or _VERB.search(before)
    if verb is None:
        return _group(before), ""
    rest = _group(before[verb.end() :])
    is_empty = _TELLS_NOTHING.match(verb[0]) is not None
    return _group(before[: verb.start()]), rest or ("" if is_empty else verb[0])


def _last_clause(words: str) -> str:
    return re.split(r"[,;:]\s", words)[-1]


def _first_clause(words: str) -> str:
    return _MARKS.split(words, maxsplit=1)[0]


def _after_of(words: str, of: str) -> str:
    told = words.strip().removeprefix("of ").strip()
    return told.removeprefix(of) if of else told


def _group(words: str) -> str:
    """*words* without those at their rim; empty where they are many, or hold a figure."""
    told = _ENDS.sub("", _OPENS.sub("", _MARKS.sub(" ", words).strip())).strip()
    is_whole = len(told.split()) <= _MOST_WORDS and not any(sign.isdigit() for sign in told)
    is_whole = is_whole and not find_quantities(told)
    return " ".join(told.split()) if is_whole else ""
