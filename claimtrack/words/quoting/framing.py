"""Framing: words around a passage, or left out of it, by which the speaker says something else."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.quoting.spoken import Spoken
from claimtrack.words.tokens import word_set

#: What is called so, or is another's to say, is not what the speaker says.
WRONG = word_set(
    "wrong false untrue incorrect misleading lie lies myth nonsense absurd ridiculous mistake "
    "mistaken rumour rumours rumor rumors allegation allegations falsely wrongly premature "
    "laughable ludicrous rubbish fantasy fiction invention bogus preposterous"
)
#: They deny together: "anything but safe", "far from safe".
_DENYING_PAIRS = frozenset(
    [("anything", "but"), ("far", "from"), ("short", "of"), ("ceased", "to"), ("too", "late")]
)
#: Who does so "to" do something does it not.
_FAILING = word_set(
    "fail fails failed failing decline declines declined declining forgot forgotten neglect "
    "neglected unable unwilling unlikely reluctant hesitate hesitates hesitated"
)
#: Set off by commas they deny what they interrupt: ", in nobody's view,"; "in no small part" and
#: "in no time" do not.
_SETTING_OFF = word_set("in by to at under on")
_NO_DENIAL = word_set("small time doubt uncertain little mean")
#: What they open is supposed: "Imagine that", "Had we known".
_SUPPOSING = word_set("imagine suppose supposing pretend assume assuming picture")
_INVERTING = word_set("had were should")
_SUBJECTS = word_set("i you he she we they it this that there nobody anybody somebody everybody")
_BE = word_set("is are was were be 's sounds seems remains")
_POINTING = word_set("that this it which")
_LIARS, _LYING = word_set("they he she you"), word_set("lied lie lies")
_OWN = word_set("my our your his her their")
_ANSWERS = word_set("no not never hardly")
_ALONE = word_set("so true right the case at all")
#: A sentence that takes back the one before it has no more words.
_SHORT = 5
#: Verbs whose object is another's doing: "I hope that he will resign".
_MINDING = word_set(
    "think thinks thought believe believes believed know knows knew known hope hopes hoped fear "
    "fears feared say says said claim claims claimed suppose supposed wish wishes wished see saw "
    "seen hear heard hears expect expects expected understand understood regret regrets regretted "
    "suspect suspects suspected feel feels felt accept accepts accepted agree agrees agreed "
    "suggest suggests suggested insist insists insisted remember remembers bet doubt doubts "
    "doubted tell told want wants wanted"
)
_PRONOUNS = word_set("i you he she we they nobody somebody everybody everyone")
_SPEAKERS, _OTHERS = word_set("i we you"), word_set("he she they")
_DETERMINERS = word_set("the a an my our your his her their its this these those some all no")


def first_denial(words: Sequence[Spoken]) -> int | None:
    """Where *words* deny what follows: "not", "anything but", "failed to"; None where nowhere."""
    for at, word in enumerate(words):
        following = words[at + 1].key if at + 1 < len(words) else ""
        if word.kind == "negation" or (word.key, following) in _DENYING_PAIRS:
            return at
        if word.key in _FAILING and following == "to":
            return at
    return None


def denies_aside(aside: Sequence[Spoken], kept: Spoken) -> bool:
    """Whether *aside*, set off within the sentence of *kept*, denies it: "in nobody's view"."""
    keys = {word.key for word in aside}
    return (
        aside[0].sentence == kept.sentence
        and len({word.clause for word in aside}) == 1
        and aside[0].key in _SETTING_OFF
        and any(word.kind == "negation" for word in aside)
        and _NO_DENIAL.isdisjoint(keys)
    )


def changes_subject(kept: Sequence[Spoken], dropped: Sequence[Spoken]) -> bool:
    """Whether what follows *dropped* is another's doing than of whom *kept* ends in: of "I hope
    that he will resign" is left "I … will resign".
    """
    subject, last = kept[-1], dropped[-1]
    if last.key in _PRONOUNS and last.key != subject.key:
        is_told = subject.key in _PRONOUNS
        if is_told and (subject.key in _SPEAKERS or last.key in _SPEAKERS):
            return True
    if dropped[0].key not in _MINDING or len(dropped) < 2:
        return False
    theirs = dropped[2:] if dropped[1].key == "that" else dropped[1:]
    if not theirs or theirs[0].key == subject.key:
        return False
    is_listed = any(word.key in {"and", "or", "but"} for word in dropped)
    is_noun = theirs[0].key in _DETERMINERS and len(theirs) > 1 and not is_listed
    if theirs[0].key in _SPEAKERS | _OTHERS:
        return True
    return (is_noun or theirs[0].kind in {"name", "title"}) and len(theirs) <= _SHORT


def supposes(before: Sequence[Spoken]) -> bool:
    """Whether the words *before* a passage, those of its sentence, make it a mere thought: "Imagine
    that", "Had we proof that".
    """
    if len(before) < 2:
        return bool(before) and before[0].key in _SUPPOSING
    first, second = before[0].key, before[1]
    if first in _SUPPOSING:
        return second.key == "that" or len(before) == 2
    return first in _INVERTING and second.key in _SUBJECTS


def is_supposed(clause: Sequence[Spoken]) -> bool:
    """Whether a whole *clause* is a condition without "if": "Had we known"."""
    return len(clause) > 2 and clause[0].key in _INVERTING and clause[1].key in _SUBJECTS - {"that"}


def called_wrong(passage: Sequence[Spoken], behind: Sequence[Spoken]) -> bool:
    """Whether the words *behind* a *passage*, in its sentence, take it back: "is laughable",
    "- not!", "said nobody ever".
    """
    keys = [word.key for word in behind[:_SHORT]]
    if not keys:
        return False
    if keys[0] in _ANSWERS and len(behind) == 1 and behind[0].clause != passage[-1].clause:
        return True
    if keys[0] in {"said", "says"} and len(behind) > 1 and behind[1].kind == "negation":
        return True
    is_clause = any(word.key in _BE for word in passage) or passage[0].key == "that"
    return is_clause and keys[0] in _BE and not WRONG.isdisjoint(keys[1:])


def takes_back(following: Sequence[Spoken], *, asked: bool) -> bool:
    """Whether the sentence *following* a passage takes it back: "It is not.", "They lied.",
    "That is nonsense."; what was *asked* also by a bare "Nonsense" or "No".
    """
    keys = [word.key for word in following]
    if not keys or len(keys) > _SHORT:
        return False
    if keys[0] in WRONG or (asked and keys[0] in _ANSWERS):
        return len(keys) <= 2
    if keys[0] in _LIARS and len(keys) == 2 and keys[1] in _LYING:
        return True
    if keys[0] not in _POINTING or len(keys) < 2 or keys[1] not in _BE:
        return False
    rest = keys[2:]
    if rest and rest[0] in _OWN:
        return False  # "It was my mistake" takes nothing back
    is_denied = bool(rest) and rest[0] == "not" and _ALONE.issuperset(rest[1:])
    return is_denied or not WRONG.isdisjoint(rest)
