"""The starter: a claim file to begin with, in which what a text may claim is to be filled in."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from claimtrack.claimfile.check import PROPOSED
from claimtrack.claimfile.proposals import Proposal, proposals
from claimtrack.claimfile.questions import question
from claimtrack.claimfile.readwords import read_words
from claimtrack.claimfile.titles import printable, title_of
from claimtrack.claimfile.toldoffices import ToldOffice
from claimtrack.claimfile.toldstates import ToldState
from claimtrack.values import CalendarDate
from claimtrack.words import find_quantities
from claimtrack.words.sentences import paragraphs, sentences

#: What stands on one line beside a phrase; a comment is to be taken in at a glance.
_WIDEST = 100
_LONGEST_ID = 60
#: So many of the words around a figure or a day go into the id of its claim.
_NAMING = 5
#: A text with more phrases than this is no article; the rest is counted.
_MOST = 500
#: Over what length of time a change is proposed to be looked at; the text seldom says.
_WINDOW = "365d"
#: What a sentence may open with that has its capital from there alone.
_ARTICLES = re.compile(
    r"^(?:The|A|An|Its?|Their|His|Her|Our|They|He|She|We|This|That|These|No|Nobody|There)\b"
)


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
    """A claim file to begin with: its text, the document's id, the phrases of quantity in it, and
    what it may claim.
    """

    id: str
    title: str
    content: str
    found: tuple[Found, ...] = ()
    proposed: tuple[Proposal, ...] = ()


def starter(
    text: str | None, *, name: str, today: date, title: str | None = None, id: str | None = None
) -> Starter:
    """The starter for the document in *text*; an empty one where there is none.

    The document's *title* is that of the text (named in a line above it, else its heading, else
    its first sentence), else *name*; its *id* is made of the title; *today* stands in for the day
    on which it was published.
    """
    own, found = (None, ()) if text is None else (title_of(text), _phrases_in(text))
    told = printable(title or "") or own or printable(name) or "Untitled"
    id = id or _id(told)
    proposed = () if text is None else _proposed(text, today)
    content = _content(id, told, today, found, proposed, has_text=text is not None)
    return Starter(id, told, content, found, proposed)


def _proposed(text: str, today: date) -> tuple[Proposal, ...]:
    return tuple(islice(proposals(text, published=CalendarDate(today)), _MOST))


def _phrases_in(text: str) -> tuple[Found, ...]:
    return tuple(
        Found(sentence[one.start : one.end], one.kind, one.unit, number, position, sentence)
        for number, paragraph in enumerate(paragraphs(text).paragraphs, 1)
        for position, sentence in enumerate(sentences(paragraph), 1)
        for one in find_quantities(sentence)
    )


#: Letters that are no other letter with a mark.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)


def _id(title: str) -> str:
    spelt = title.casefold().translate(_PLAIN)
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    id = ""
    for word in words:
        if id and len(id) + len(word) >= _LONGEST_ID:
            break
        id = f"{id}-{word}" if id else word[:_LONGEST_ID]
    return id or "document"


def _content(
    id: str,
    title: str,
    today: date,
    found: tuple[Found, ...],
    proposed: tuple[Proposal, ...],
    *,
    has_text: bool,
) -> str:
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
    body = _proposals(proposed) if proposed else _EXAMPLE
    return "".join([head, _phrases(found) if has_text else "", body])


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
    phrase = printable(one.phrase)
    before, _, after = printable(one.words).partition(phrase)
    room = max(0, _WIDEST - 2 * len(phrase)) // 2
    start = before if len(before) <= room else f"…{before[len(before) - room :]}"
    end = after if len(after) <= room else f"{after[:room]}…"
    return f'"{phrase}" in: {start}{phrase}{end}'


_EXAMPLE = """
# An example: take away the "# " to use it. The measure is the question to the world, and `ask`
# whom to put it to (`claimtrack sources` lists them); the claim is what the text answers.
#
# [measure."what/where"]
# asks = "What share of it is there?"
# kind = "quantity"
# unit = "share"
# ask = [{ source = "series", url = "figures.csv", day = "date", value = "share", every = "1d" }]
#
# [[claim]]
# id = "first-claim"
# measure = "what/where"
# statement = "The claim in words of your own."
# said = "about a quarter"
"""
_PROPOSALS = """
# What the text may claim, in its order: take away the "# " of what you want to track, and say in
# words of your own what is asked (`asks`) and what is claimed (`statement`). The measure is the
# question to the world; `ask = [{ source = "..." }]` names whom to put it to, and `claimtrack
# sources` lists them.
"""


def _proposals(proposed: Sequence[Proposal]) -> str:
    lines = [_PROPOSALS.rstrip("\n")]
    ids: set[str] = set()
    for proposal in proposed:
        id = _unused(_id(_named(proposal)), ids)
        lines += ["#", *(f"# {line}".rstrip() for line in _blocks(proposal, id))]
    return "\n".join([*lines, ""])


def _named(proposal: Proposal) -> str:
    """What its claim is called after."""
    if proposal.event is not None:
        return printable(proposal.event.what)
    if proposal.office is not None:
        return printable(f"{proposal.office.holder or ''} {proposal.office.office}")
    if proposal.state is not None:
        return printable(f"{proposal.state.subject} {proposal.state.phrase}")
    leads = (proposal.happens or proposal.before).split()[-_NAMING:]
    behind = [] if leads else proposal.after.split()[:_NAMING]
    return printable(" ".join([*leads, proposal.words, *behind]))


def _unused(id: str, ids: set[str]) -> str:
    """*id*, or with a number behind it where it is taken; taken from now on."""
    numbers = (f"{id}-{number}" for number in range(2, len(ids) + 3))
    found = id if id not in ids else next(one for one in numbers if one not in ids)
    ids.add(found)
    return found


def _blocks(proposal: Proposal, id: str) -> Iterator[str]:
    """The measure and the claim of *proposal*, line by line."""
    words, near = printable(proposal.words), printable(proposal.near)
    yield f"[measure.{_string(f'about/{id}')}]"
    yield from _asked(proposal)
    yield ""
    yield from _read_by(proposal, id)
    yield "[[claim]]"
    yield f"id = {_string(id)}"
    if proposal.kind == "trend":
        yield 'type = "trend"'
    yield f"measure = {_string(f'about/{id}')}"
    yield f"statement = {_string(f'{PROPOSED} {_stated(proposal)}.')}"
    if proposal.kind == "quotation":
        yield f"wording = {_string(words.rstrip(','))}"  # the comma is the reporter's
    else:
        yield f"said = {_string(words)}"
    yield from _asserted(proposal)
    if proposal.as_of is not None:
        day = str(proposal.as_of)
        yield f"as_of = {day if proposal.as_of.precision == 'day' else _string(day)}"
    yield f"near = {_string(near)}"
    yield f"place = {{ paragraph = {proposal.place.paragraph}, {_sentences(proposal)} }}"
    yield f"digest = {_string(proposal.digest)}"


def _read_by(proposal: Proposal, id: str) -> Iterator[str]:
    """The words by which an article may tell the amount, where the sentence itself tells it so."""
    reads = read_words(proposal)
    if reads is None:
        return
    yield f"[reads.{_string(f'about/{id}')}]  # by which words an article tells it; add others"
    for key, words in (("subject", reads.subject), ("says", reads.says), ("of", reads.of)):
        if words:
            yield f"{key} = [{', '.join(map(_string, words))}]"
    yield ""


def _stated(proposal: Proposal) -> str:
    """What is claimed in the words of the text, as far as they are to be put in others."""
    told = proposal.state
    if told is not None:
        return printable(f"{told.subject} {told.verb} {told.phrase}")
    if proposal.office is not None:
        return _holding(proposal.office)
    if proposal.event is not None:
        what = printable(proposal.event.what)
        return what if proposal.event.happened else f"it has not happened that {what}"
    if proposal.kind == "quotation":
        return printable(proposal.words).rstrip(",.;: ")
    parts = [proposal.before, proposal.words, proposal.after]
    if proposal.happens is not None:
        is_behind = proposal.near.startswith(proposal.words)  # "In May 2019 the pier fell down"
        day, happens = proposal.words, proposal.happens
        parts = [day, happens] if is_behind else [happens, day]
    return printable(" ".join(part for part in parts if part)).rstrip(",.;: ")


def _asserted(proposal: Proposal) -> Iterator[str]:
    """What is asserted besides the words."""
    if proposal.kind == "trend":
        yield f'direction = "{proposal.direction}"'
        yield f'window = "{_WINDOW}"  # put in over what time'
    elif proposal.state is not None:
        yield f"asserts = {_string(_id(proposal.state.phrase))}"
    elif proposal.office is not None:
        yield f"asserts = {_string(_id(_holder(proposal.office)))}"
    elif proposal.event is not None:
        yield f'asserts = "{"happened" if proposal.event.happened else "not_yet"}"'


def _asked(proposal: Proposal) -> Iterable[str]:
    """The question of the measure, as far as the words tell it."""
    if proposal.state is not None:
        return _state_asked(proposal.state)
    if proposal.office is not None:
        return _office_asked(proposal.office)
    if proposal.event is not None:
        return [
            f"asks = {_string(printable(proposal.event.asks))}",
            'kind = "event"',
            f"what = {_string(printable(proposal.event.what))}",
        ]
    if proposal.kind == "date":
        return [f"asks = {_string(_when(proposal))}", 'kind = "date"']
    if proposal.kind == "quotation":
        speaker = printable(proposal.speaker or "") or "Name The Speaker"
        return [
            f"asks = {_string(f'What did {speaker} say of it?')}",
            'kind = "quotation"',
            f"speaker = {_string(speaker)}",
        ]
    return [
        f"asks = {_string(question(proposal))}",
        'kind = "quantity"',
        f"unit = {_string(proposal.unit or '')}",
    ]


def _when(proposal: Proposal) -> str:
    """What is asked of a date: when it is that the clause before it says, as far as one does."""
    if proposal.happens is None:
        return "When is it?"
    relation = proposal.words.partition(" ")[0].lower()
    asked = {"until": "Until when", "till": "Until when", "since": "Since when", "by": "By when"}
    return f"{asked.get(relation, 'When')} is it that {_inside(printable(proposal.happens))}?"


def _inside(words: str) -> str:
    """*words* as they stand inside a sentence; a name keeps its capital."""
    return _ARTICLES.sub(lambda one: one[0].lower(), words)


def _state_asked(told: ToldState) -> list[str]:
    """The question after a state, with the state that is told and one that is its contrary."""
    subject = printable(told.subject)
    opened = _inside(subject)
    rival = told.rival or f"not {told.phrase}"
    own = f"{subject} {told.verb} {told.phrase}"
    other = f"{subject} {'has' if rival.endswith('ed') else 'is'} {rival}"
    return [
        f"asks = {_string(f'Is {opened} {told.phrase} or {rival}?')}",
        'kind = "state"',
        f"states = {{ {_id(told.phrase)} = [{_string(own)}], {_id(rival)} = [{_string(other)}] }}",
    ]


def _office_asked(told: ToldOffice) -> list[str]:
    """The question who holds an office, with the one who is told to and somebody else."""
    holder, office = _holder(told), printable(told.office)
    other = f"{holder} {'was not' if told.past else 'is no longer'} {office}"
    own = _string(_holding(told))
    return [
        f"asks = {_string(f'Who {_IS[told.past]} {office}?')}",
        'kind = "state"',
        f"states = {{ {_id(holder)} = [{own}], somebody-else = [{_string(other)}] }}",
        f'called = {{ {_id(holder)} = {_string(holder)}, somebody-else = "somebody else" }}',
    ]


#: What holds, and what held.
_IS = ("is", "was")


def _holder(told: ToldOffice) -> str:
    return printable(told.holder or "") or "Name The Holder"


def _holding(told: ToldOffice) -> str:
    """Who holds or held which office, in the fewest words."""
    return f"{_holder(told)} {_IS[told.past]} {printable(told.office)}"


def _sentences(proposal: Proposal) -> str:
    ordinals = proposal.place.sentences
    if len(ordinals) == 1:
        return f"sentence = {ordinals[0]}"
    return f"sentences = {list(ordinals)}"


def _string(text: str) -> str:
    """*text* as a TOML string; JSON's escapes are TOML's too."""
    return json.dumps(text, ensure_ascii=False)
