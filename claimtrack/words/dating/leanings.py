"""Leanings: whether the verb beside a date tells of what was, or of what is to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimtrack.words.dating.calendarwords import CalendarWords
from claimtrack.words.dating.moments import Lean
from claimtrack.words.tokens import Token

#: How many tokens on either side a verb may stand, within the sentence.
_REACH = 12
_STOPS = frozenset(".;!?")
#: A verb stands no further from the one that it leans on.
_AUXILIARIES = 5


def lean_at(tokens: Sequence[Token], start: int, end: int, words: CalendarWords) -> Lean:
    """What the nearest verb before the tokens *start* to *end* says of when, else the nearest one
    behind: "he said late Monday that it could come" is told of a Monday past. "Since" a time is
    told of one past whatever the verb.
    """
    if any(token.lower in words.since for token in tokens[start:end]):
        return "past"
    is_led = tokens[start].lower in words.relations
    if is_led and tokens[start - 1].lower in words.being:
        # "The vote is on Friday", "the letter is from 1 August".
        return "past" if tokens[start].lower in words.froms else "scheduled"
    if _is_put_off(tokens, start, words):
        return "future"
    if was_put_off_from(tokens, start - 1, words) or _was_planned_for(tokens, start, words):
        return "either"
    if _lasts(tokens, start, end, words):  # "from 1 August" may have begun
        return "future" if tokens[start].lower in words.limits else "scheduled"
    before = range(start - 1, max(start - 1 - _REACH, -1), -1)
    behind = range(end, end + _REACH)
    told = _nearest(tokens, before, words) or _nearest(tokens, behind, words)
    if told == "scheduled" and tokens[start].lower in words.limits:  # "it runs until February"
        return "future"
    if told is None and any(token.lower in words.outlook for token in tokens[start:end]):
        return "future"
    if told is None and (_in_sentence(tokens, start, end) or tokens[start].lower in words.limits):
        return "either"
    return told


def _is_put_off(tokens: Sequence[Token], start: int, words: CalendarWords) -> bool:
    """Whether the time at *start* is one that something was put off to: "adjourned the case until
    Monday", but not "had been adjourned until Monday", which has met by now.
    """
    led = start if tokens[start].lower in words.limits else start - 1
    if tokens[led].lower not in words.limits | words.put_off_to:
        return False
    for place in range(led - 1, max(led - 1 - _AUXILIARIES, -1), -1):
        if tokens[place].kind not in {"word", "number"}:
            return False
        if words.putting_off.at(tokens, place) is not None:
            had = (token.lower for token in tokens[max(place - 2, 0) : place])
            return words.once.isdisjoint(had)
    return False


def was_put_off_from(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether a "from" at *at* has the day that something was moved away from, and what follows is
    another and no end: "was moved from 26 June to 3 July".
    """
    if tokens[at].lower not in words.froms:
        return False
    for place in range(at - 1, max(at - 1 - _MOST_WORDS_PUT_OFF, 0), -1):
        found = words.putting_off.at(tokens, place)
        if found is not None:
            return found[1] == at and tokens[place - 1].lower in words.been
    return False


_MOST_WORDS_PUT_OFF = 2


def _was_planned_for(tokens: Sequence[Token], start: int, words: CalendarWords) -> bool:
    """Whether the time at *start* is one that something "was scheduled for", come or not."""
    is_led = tokens[start - 1].lower in words.put_off_to and start > 2
    return (
        is_led
        and tokens[start - 2].lower in words.planned
        and tokens[start - 3].lower in words.been
    )


def _lasts(tokens: Sequence[Token], start: int, end: int, words: CalendarWords) -> bool:
    """Whether what is now is so up to the time at *start*, or from it on: "is shut until Tuesday",
    "remains suspended until March", "is free from 1 August", but not "is down from 1 August".
    """
    led, before = tokens[start].lower, tokens[start - 1].lower
    ends = any(token.lower in words.joints for token in tokens[start:end])  # "from … to …"
    begins = led in words.froms and not ends and before not in words.compared | words.being
    if not (begins or led in words.limits):
        return False
    for place in range(start - 1, max(start - 1 - _AUXILIARIES, -1), -1):
        token = tokens[place]
        if token.lower in words.being | words.remaining:
            return tokens[place - 1].lower not in words.not_verbs_after
        is_past = token.lower in words.past or _is_weak_past(token, words)
        is_told = is_past and _auxiliary(tokens, place, words) not in words.being | words.remaining
        if token.kind != "word" or is_told or token.lower in words.having:
            return False
    return False


def is_verb(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether the word at *at* is a verb, by itself or by the one that it leans on."""
    if tokens[at].kind != "word":
        return False
    if _lean(tokens, at, words) is not None or tokens[at].lower in words.being:
        return True
    leans_on = words.future | words.infinitive | words.being | words.passive
    return tokens[at].text.islower() and _auxiliary(tokens, at, words) in leans_on


def is_denial(token: Token, words: CalendarWords) -> bool:
    """Whether *token* denies: "not", "never", "won't"."""
    return token.lower in words.denials or token.lower.endswith(("n't", "n’t"))


def lean_of(tokens: Sequence[Token], words: CalendarWords) -> Lean:
    """What the verbs of a whole sentence say of when: what is to come where any does, for who says
    today that it will be says so in the past.
    """
    told = {_nearest(tokens, (at,), words) for at in range(len(tokens))}
    leans: tuple[Lean, ...] = ("future", "scheduled", "past")
    return next((lean for lean in leans if lean in told), None)


def is_told(tokens: Sequence[Token], start: int, end: int, words: CalendarWords) -> bool:
    """Whether the verb nearest to the tokens *start* to *end* tells what was done in that time
    ("within a month the town fell"), and not what somebody said or demanded that it hold for.
    """
    before = range(start - 1, max(start - 1 - _REACH, -1), -1)
    told = _tells(tokens, before, words)
    return bool(_tells(tokens, range(end, end + _REACH), words) if told is None else told)


def _tells(tokens: Sequence[Token], places: Iterable[int], words: CalendarWords) -> bool | None:
    for place in places:
        token = tokens[place]
        if token.text in _STOPS or token.kind == "end":
            return None
        if token.lower in words.infinitive and tokens[place + 1].kind == "word":
            return False
        lean = _lean(tokens, place, words)
        if lean is not None:
            was_said = token.lower in words.saying or token.lower in words.demanding
            return lean == "past" and not was_said
    return None


def _in_sentence(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether there is a word beside the tokens *start* to *end*: a date in a byline or in the cell
    of a table stands alone, and is of what was.
    """
    around = (*tokens[max(start - 1, 0) : start], tokens[end])
    return any(token.kind == "word" for token in around)


def _nearest(tokens: Sequence[Token], places: Iterable[int], words: CalendarWords) -> Lean:
    """What the first verb on the way through *places* tells; a headline's infinitive ("Ban to start
    in May") where none does.
    """
    untold: Lean = None
    for place in places:
        token = tokens[place]
        lean = _lean(tokens, place, words)
        if lean in {"future", "scheduled"} and tokens[place - 1].lower in words.past | words.once:
            return "past"  # what "was planned" once
        if lean in {"future", "scheduled"} and _was_not(tokens, place, words):
            return "past"
        if lean == "scheduled" and _is_asked(tokens, place, words):
            return "future"
        if lean is not None:
            return lean
        if token.text in _STOPS or token.kind == "end":
            break
        untold = "future" if _is_infinitive(tokens, place, words) else untold
    return untold


def _was_not(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether the verb at *at* is of what was, behind a denial: "did not open", "couldn't run"."""
    auxiliary = _auxiliary(tokens, at, words)
    is_denied = is_denial(tokens[at - 1], words)
    return auxiliary in words.did or (is_denied and auxiliary in words.could)


def _lean(tokens: Sequence[Token], at: int, words: CalendarWords) -> Lean:
    token, before = tokens[at], tokens[at - 1].lower
    if token.lower in words.future:
        if token.text in {"May", "Will"} and not _asks(tokens, at):
            return None
        is_over = tokens[at + 1].lower in words.have and token.lower not in words.surely
        return "past" if is_over else "future"
    if token.lower in words.infinitive and _is_resolved(tokens, at, words):
        return "future"
    if token.lower in words.scheduled and before not in words.not_verbs_after:
        return "future" if _auxiliary(tokens, at, words) in words.future else "scheduled"
    is_past = token.lower in words.past or _is_weak_past(token, words)
    if not is_past or before in words.passive:
        return None
    is_perfect = before in words.have and _auxiliary(tokens, at, words) in words.surely
    return "future" if is_perfect else "past"


def _auxiliary(tokens: Sequence[Token], at: int, words: CalendarWords) -> str:
    """The word that the verb at *at* leans on: the "will" of "will not also have begun"."""
    place = at - 1
    while place > at - _AUXILIARIES and (
        tokens[place].lower in words.amid_verbs | words.have or tokens[place].lower.endswith("ly")
    ):
        place -= 1
    # "In May start the rains" has a month there.
    return "" if tokens[place].text in {"May", "Will"} else tokens[place].lower


def _is_resolved(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether the infinitive at *at* is to come: "are to meet", "agreed to", "a plan to"."""
    before = tokens[at - 1].lower
    if before in words.being | words.having:
        return True
    was_once = tokens[at - 2].lower in words.past
    return before in words.resolving and not was_once and _is_infinitive(tokens, at, words)


def _is_infinitive(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    is_verb = (
        tokens[at + 1 : at + 2] and tokens[at + 1].lower in words.scheduled | words.infinitives
    )
    return tokens[at].lower in words.infinitive and bool(is_verb)


def _is_asked(tokens: Sequence[Token], at: int, words: CalendarWords) -> bool:
    """Whether a question about what is to come has the verb at *at*: "Will the ban start"."""
    for place in range(at - 1, max(at - _REACH, -1), -1):
        if tokens[place].text in _STOPS or tokens[place].kind == "end":
            return False
        if tokens[place].lower in words.future and _asks(tokens, place):
            return True
    return False


def _asks(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at *at* opens a question, as "Will" does where it is nobody's name."""
    opens = (
        at == 0 or tokens[at - 1].text in _STOPS or tokens[at - 1].kind not in {"word", "number"}
    )
    return opens and tokens[at].text.istitle() and tokens[at + 1].text.islower()


def _is_weak_past(token: Token, words: CalendarWords) -> bool:
    """Whether the ending of *token* makes it a verb of the past, as that of most verbs does."""
    if len(token.lower) <= _SHORTEST_PAST or not token.lower.endswith(words.past_ending):
        return False
    return token.text.islower() and token.lower not in words.no_past


_SHORTEST_PAST = 4
