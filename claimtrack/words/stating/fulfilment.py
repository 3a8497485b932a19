"""Fulfilment: whether the doing that words name was done, or is only called for, feared or planned.

"After the closure of the plant" tells that it was closed, "calls for the closure" and "voted to
close it" do not.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimtrack.words.stating.clauses import Clauses
from claimtrack.words.stating.unreal import is_negation
from claimtrack.words.tokens import word_set

#: Before the noun of a doing, these leave open whether it was done.
_UNFULFILLED = word_set(
    """
    call calls called calling ask asks asked asking appeal appeals appealed appealing plead pleads
    pleaded press pressing pressed push pushing pushed pressure lobby lobbying lobbied campaign
    campaigned campaigning fear fears feared fearing risk risks risked threat threats danger dangers
    prospect prospects possibility chance chances option options consider considers considered
    considering weigh weighs weighed weighing mull mulls mulled mulling discuss discussed discusses
    discussing discussion discussions debate debates debated debating negotiate negotiates
    negotiated negotiating negotiations talks oppose opposes opposed opposing opposition against
    prevent prevents prevented preventing avoid avoids avoided avoiding avert averted averting delay
    delays delayed delaying postpone postponed postponing block blocked blocking until pending await
    awaits awaiting awaited ahead before face faces faced facing warn warns warned warning warnings
    vote votes voted voting bid request requests requested requesting order orders ordered ordering
    favour favours favoured favor favors favored support supports supported supporting back backs
    backed backing condition conditions terms deadline eve announce announces announced announcing
    possible potential looming imminent impending eventual future upcoming forthcoming likely
    prospective speculation rumours rumors whether no any
    """
)
#: What these had an "eventual" outcome was done.
_CAUSING = word_set(
    "led leading contributed contributing conducive culminated culminating resulted resulting "
    "ended ending paved shaped hastened after since following caused brought until"
)
#: And "a retreat" that these brought was one; they stand so near.
_BRINGING = word_set(
    "led resulted resulting caused causing prompted forced forcing triggered ended culminated"
)
_BROUGHT = 3
#: What was done before is undone by these, on either side of its noun.
_UNDOING = word_set(
    """
    lift lifts lifted lifting drop drops dropped dropping scrap scraps scrapped scrapping end ends
    ended ending overturn overturns overturned overturning reverse reverses reversed reversing quash
    quashed revoke revokes revoked revoking repeal repealed repealing abandon abandoned abandoning
    suspend suspended suspending cancelled canceled cancel annul annulled rescind rescinded waived
    removed eased blocked vetoed barred rejected failed collapsed thwarted foiled averted delayed
    postponed
    """
)
_TO_COME = word_set(
    "will would could may might should must shall expected planned due scheduled likely set 'll ’ll"
)
_ABOUT = word_set("on about over against without instead")
_THINKING = word_set(
    "thinking thought dreaming dreamed dream talk talking speaking spoke idea prospect threat risk "
    "possibility hope hopes danger way chance point"
)
_INDEFINITE = word_set("a an any no another")
_DETERMINERS = word_set("the its their his her this that our my whose")
#: What is done behind these was done.
_BEHIND_DONE = word_set("after following since despite upon amid with by from from through")
#: No more words of a sentence before the noun of a doing are looked at, nor between it and these.
_FAR_BEFORE = 10
_ADJECTIVES = 2
#: An infinitive behind these tells of what was done: "was forced to resign", "managed to reopen".
_DONE_BEFORE_TO = word_set(
    """
    forced compelled obliged had manage manages managed managing continue continues continued
    continuing begin begins began start starts started come comes came go went gone allowed helped
    appear appears appeared seem seems seemed proved left led used believed thought said reported
    known understood alleged claims claimed claim remain remains returned able was were
    """
)
#: What somebody had this in doing was done.
_SUCCEEDING = word_set("success successes succeeded succeeds succeeding successful role")
#: Whom somebody had done this, to do something, has done it: "forced it to leave".
_CAUSED = word_set("forced compelled obliged prompted caused enabled")
_ORDINALS = word_set("first second third last latest only")
#: These may stand between the "to" of an infinitive and what it tells.
_AFTER_TO = word_set("be remain stay keep have been fully formally officially finally again")
_ORDINAL_BEFORE_TO = 4
#: What somebody did this from was not done; the verb stands so near before.
_KEEPING = word_set(
    "keep keeps kept keeping prevent prevents prevented preventing stop stops stopped stopping "
    "save saves saved saving protect protected deter deterred discourage discouraged"
)
_KEPT = 8


def unfulfilled(
    clauses: Clauses, at: int, nouns: Collection[str], own: Collection[int]
) -> str | None:
    """Why what the word at a place names was not done, as far as the sentence says; None where it
    was. *nouns* are the nouns of its doing, *own* the places of all the words that tell it.
    """
    word = clauses.words[at]
    reason = (
        _aimed_at(clauses, at, own)
        or _only_spoken_of(clauses, at, own)
        or _kept_from(clauses, at, own)
    )
    if reason is not None or word not in nouns:
        return reason
    start, end = clauses.segment(at, at + 1)
    if not _is_noun(clauses, at, start):
        is_verb = not word.endswith("ing") and _is_verb_too(word)
        is_verb = is_verb and clauses.words[at - 1] not in _INDEFINITE
        return None if is_verb else "no word tells it"
    first = max(start, at - _FAR_BEFORE)
    before = [clauses.words[one] for one in range(first, at) if one not in own]
    caused = not _CAUSING.isdisjoint(before)
    left = next(
        (
            one
            for one in reversed(before)
            if one in _UNFULFILLED and not (one == "eventual" and caused)
        ),
        None,
    )
    if left is not None:
        return f"not done, as far as it says (“{left}”)"
    undone = next((one for one in reversed(before) if one in _UNDOING), None)
    stop = next((one for one in range(at, end) if _ends_noun(clauses, one)), end)
    behind = [clauses.words_of_no_date[one] for one in range(at + 1, stop) if one not in own]
    undone = undone or next((one for one in behind if one in _UNDOING), None)
    if undone is not None:
        return f"undone (“{undone}”)"
    if " ".join(behind).find("out of the question") >= 0:
        return "undone (“out of the question”)"
    coming = next((one for one in behind if one in _TO_COME), None)
    return None if coming is None else f"not a fact yet (“{coming}”)"


def _ends_noun(clauses: Clauses, at: int) -> bool:
    """Whether what a noun is of ends at a place: not at the "and" of "merger of Tarn and Holt"."""
    if clauses.words[at] == ",":
        return True
    beside = clauses.tokens[at - 1 : at + 2 : 2]
    return clauses.words[at] == "and" and not all(one.text[:1].isupper() for one in beside)


def _aimed_at(clauses: Clauses, at: int, own: Collection[int]) -> str | None:
    """That the word at a place is the verb of an infinitive, which nothing tells to be so."""
    words, to = clauses.words, at - 1
    while to > 0 and (words[to] in _AFTER_TO or words[to].endswith("ly")):
        to -= 1
    if to < 1 or words[to] != "to" or to in own or is_negation(words[at]):
        return None  # who made "little to no progress" aims at none
    if to - 1 in own and not clauses.tokens[to - 1].text[:1].isupper():
        return None
    if words[at].endswith(("ing", "s")):
        return None
    if to == at - 1 and words[at].endswith("ed"):
        return None
    if clauses.tokens[at].text[:1].isupper() or clauses.tokens[at].kind != "word":
        return None
    before = words[max(to - _ORDINAL_BEFORE_TO, 0) : to]
    if not _CAUSED.isdisjoint(before) and "," not in before:
        return None
    if to > 2 and before[-1].isdigit() and words[to - 2] in {"-", "–"}:
        return None  # who "voted 5-4 to keep it" or "won 2-0 to take it" did so
    if before[-1] in _DONE_BEFORE_TO or any(
        one in _ORDINALS or one.endswith("th") for one in before
    ):
        return None
    return f"an aim (“{before[-1]} to …”)"


def _only_spoken_of(clauses: Clauses, at: int, own: Collection[int]) -> str | None:
    """That the doing at a place is what something is about: "talks on extending the lease"."""
    before = clauses.words[at - 1] if at else ""
    is_thought = before == "of" and clauses.words[at - 2] in _THINKING
    if clauses.words[at].endswith("ing") and is_thought:
        return f"not done, as far as it says (“{clauses.words[at - 2]} of”)"
    if clauses.words[at].endswith("ing") and before in _ABOUT and at - 1 not in own:
        return f"not done, as far as it says (“{before}”)"
    return None


def _kept_from(clauses: Clauses, at: int, own: Collection[int]) -> str | None:
    """That somebody kept another from the doing at a place: "to keep him from falling"."""
    kept = kept_from(clauses.words, at)
    if kept is None or kept[0] in own:
        return None
    return f"not done (“{clauses.words[kept[0]]} … from”)"


def kept_from(words: Sequence[str], at: int) -> tuple[int, ...] | None:
    """The places of the words that keep somebody from the doing at a place: "saved the bank from
    being closed"; None where nothing does.
    """
    first = at - (words[at - 1] == "being")
    if words[first - 1] != "from" or not words[first].endswith("ing"):
        return None
    near = range(max(at - _KEPT, 0), first - 1)
    keeping = next((one for one in near if words[one] in _KEEPING), None)
    return None if keeping is None else (keeping, *range(first - 1, at))


def _is_noun(clauses: Clauses, at: int, start: int) -> bool:
    """Whether the word at a place stands as a noun does: behind an article or whose it is, behind
    a preposition, or at the head of its clause.
    """
    words = clauses.words
    if words[at].endswith("ing"):
        return _is_gerund(clauses, at, start)
    for before in range(at - 1, max(at - 2 - _ADJECTIVES, start - 1), -1):
        if words[before] in _DETERMINERS or clauses.is_possessive(before):
            return True
        if words[before] in _INDEFINITE:
            return not _BRINGING.isdisjoint(words[max(before - _BROUGHT, start) : before])
        if words[before] in _BEHIND_DONE:
            return True
        if words[before] in {"of", "in", "on", "to", "for", "and", ","}:
            return False
    return at - start <= 1 and words[at + 1 : at + 2] == ("of",)


def _is_gerund(clauses: Clauses, at: int, start: int) -> bool:
    before = clauses.words[at - 1] if at > start else ""
    if before in _DETERMINERS or before in _BEHIND_DONE or before == ",":
        return True
    if before == "in" and not _SUCCEEDING.isdisjoint(clauses.words[max(at - _FAR_BEFORE, 0) : at]):
        return True
    return clauses.words[at + 1 : at + 2] == ("of",) and before not in {"is", "are", "was", "were"}


def _is_verb_too(word: str) -> bool:
    """Whether a noun of a doing is a form of the verb itself: "release", "collapse"."""
    return not word.endswith(("ion", "ure", "al", "ment", "th", "ry", "over", "er", "down", "off"))
