"""Governing: words that deny, doubt or restrict a passage from before it or behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.words.quoting.framing import WRONG, first_denial, is_supposed
from claimtrack.words.quoting.spoken import Spoken
from claimtrack.words.quoting.unsaying import is_fair, leaves_unsaid, says_all_the_same
from claimtrack.words.tokens import word_set

_CONJUNCTIONS = word_set("and but or nor yet while because so")
_REPORTING = word_set(
    "say says said saying claim claims claimed claiming think thinks thought believe believes "
    "believed suggest suggests suggested suggesting argue argues argued allege alleges alleged "
    "imagine pretend pretends told tell tells write writes wrote"
)
#: Verbs that tell what is said, where somebody only wishes that he could: "could announce that".
_TELLING = _REPORTING | word_set(
    "announce report promise assure declare state confirm swear repeat reply answer"
)
#: Who doubts or denies what follows says something else; who does not deny it says it.
_DOUBTING = word_set("doubt doubts doubted deny denies denied dispute disputes disputed")
_FIRST = word_set("i we me us my our let")
#: What they say is not the speaker's own, though he calls them his: "my opponents say".
_OPPOSED = word_set(
    "opponent opponents critic critics enemy enemies rival rivals adversary adversaries detractors "
    "accusers predecessor predecessors"
)
#: Behind a bare noun they go on about it, so that no clause begins there: "claims of success".
_OF_A_NOUN = word_set(
    "of in on at to for from by with about against over under between into and or but that who "
    "whom which whose i you he she we they it the a an every each"
)
#: To whom others say so: "They told us that".
_TOLD = word_set("us me him her them you people voters everyone everybody")
SUBJECTS = word_set(
    "i you he she we they it this that these those there the a an my our your his her their its "
    "nobody everybody somebody all some"
)
#: Behind "but only" they name a condition; a subject there begins a clause of its own.
_LIMITING = word_set("if when once after with for on in under by at as until through where while")
#: A condition that is none: "if I may", "if you ask me".
_POLITE = word_set("may might ask look think remember recall consider like will")


def denies(words: Sequence[Spoken]) -> int | None:
    """Where *words* deny what follows, or make it a condition or a question."""
    denial = first_denial(words)
    open_ = (at for at, word in enumerate(words) if word.key in {"if", "unless", "whether"})
    return min((at for at in (denial, next(open_, None)) if at is not None), default=None)


def doubts(words: Sequence[Spoken]) -> bool:
    return any(word.key in _DOUBTING for word in words)


def says_so(denying: Sequence[Spoken]) -> bool:
    """Whether who denies says so all the same: "no doubt that", "not ashamed to say"."""
    return doubts(denying[1:]) or says_all_the_same([word.key for word in denying])


def only_wishes(opening: Sequence[Spoken]) -> bool:
    """Whether the words *opening* a clause are a wish: "If only I could say"; "if only to" not."""
    keys = [word.key for word in opening[:3]]
    return keys[:2] == ["if", "only"] and keys[2:] not in (["to"], ["for"], ["because"])


def is_condition(clause: Sequence[Spoken]) -> bool:
    """Whether *clause* makes a condition of what follows; "if I may" and "even if" make none."""
    opening = 1 if clause and clause[0].key in _CONJUNCTIONS else 0
    keys = [word.key for word in clause[opening:]]
    if is_supposed(clause[opening:]):
        return True
    if keys[:1] not in (["if"], ["unless"]) or len(keys) < 2 or keys[1] == "anything":
        return False
    return not (keys[1] in {"i", "you"} and len(keys) > 2 and keys[2] in _POLITE)


def restricts(following: Sequence[Spoken]) -> bool:
    """Whether what follows narrows what was said: "…, but only with a loan"."""
    keys = [word.key for word in following]
    return (
        len(keys) == 3 and keys[:2] in (["but", "only"], ["and", "only"]) and keys[2] in _LIMITING
    )


def frames(governing: Sequence[Spoken], passage: Sequence[Spoken]) -> bool:
    """Whether the words before *passage* doubt it or call it wrong ("It is a lie that …"), give it
    as what another says ("They claim that …") or as what is only wished ("I wish I could say …").
    """
    keys = [word.key for word in governing]
    for at in range(len(keys) - 1, -1, -1):
        if keys[at] in _CONJUNCTIONS:
            return False
        behind = keys[at + 1 :]
        says = "that" in behind or any(key in _REPORTING for key in behind)
        if keys[at] in WRONG and says:
            return True
        if keys[at] in _DOUBTING:
            return _is_clause(governing[at + 1 :], passage)
        if keys[at] in _TELLING and leaves_unsaid(keys[:at]):
            return _is_clause(_told_by(governing, at), passage)
        if keys[at] in _REPORTING and at and not _is_own(keys[:at]):
            return not is_fair(keys[:at]) and _is_clause(_told_by(governing, at), passage)
    return False


def _told_by(governing: Sequence[Spoken], verb: int) -> Sequence[Spoken]:
    """What stands between a *verb* of saying and the passage, without whom it is told to."""
    behind = governing[verb + 1 :]
    return behind[1:] if behind and behind[0].key in _TOLD else behind


def _is_own(subject: Sequence[str]) -> bool:
    """Whether it is the speaker who says so: "I", "our plan", not "my opponents"."""
    own = [key for key in subject if key in _FIRST]
    if set(own) <= {"my", "our"} and any(key in _OPPOSED for key in subject):
        return False
    return bool(own)


def _is_clause(between: Sequence[Spoken], passage: Sequence[Spoken]) -> bool:
    """Whether a clause begins with the words *between* a verb of saying and the passage, or with
    the *passage*, and not the verb's mere object ("They claim victory").
    """
    opening, *others = (*between, passage[0])
    if opening.key == "that" and others:
        if len(passage) > 2:
            return True  # with so much behind it, it points at no noun
        opening = others[0]
    if opening.key in SUBJECTS or opening.kind in {"name", "title"}:
        return True
    first = passage[0].key
    is_plural = not between and first.endswith("s") and not first.endswith("ss")
    return is_plural and len(passage) > 2 and passage[1].key not in _OF_A_NOUN


def clauses_of(words: Sequence[Spoken]) -> Iterator[list[Spoken]]:
    """*words* clause by clause, where a sign or a conjunction parts them."""
    clause: list[Spoken] = []
    for word in words:
        if clause and (word.clause != clause[-1].clause or word.key in _CONJUNCTIONS):
            yield clause
            clause = []
        clause.append(word)
    if clause:
        yield clause


def turning(clause: Sequence[Spoken], kept: set[int], following: Spoken) -> Iterator[Spoken]:
    """The words of a *clause* left out that turn what is *kept*: a denial or a condition in a
    clause of which part is kept, a restriction, and a name whose verb is.
    """
    opening = next((word for word in clause if word.key not in _CONJUNCTIONS), clause[0])
    restricts = opening.key in {"unless", "except", "only", "if"} or (
        opening.key == "not" and clause[0].key == "but"
    )
    shares = clause[0].clause in kept
    if restricts and opening.key != "not":
        yield opening
    if shares or restricts:
        yield from (word for word in clause if word.kind == "negation")
    begins = clause[0] is opening or clause[0].key in _CONJUNCTIONS
    if begins and opening.kind == "name" and opening.clause == following.clause:
        yield opening


def shares(word: Spoken, other: Spoken) -> bool:
    return (word.sentence, word.clause) == (other.sentence, other.clause)
