"""Denials: whether a sentence tells that something was not said, or vouches for it itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from claimtrack.words.quoting.speech import SpeechWords
from claimtrack.words.tokens import word_set

#: Why a verb of saying does not tell that somebody said it: ``unsaid``, since it is denied, asked
#: or supposed; ``hearsay``, since the text passes on what others say of him.
Doubt = Literal["unsaid", "hearsay"]

#: Words of one clause, up to the verb of saying.
_ON = r"(?:\ (?!(?:and|but)\b)[^\s,;:]+){0,9}"
_NOT = r"(?:not|never|hardly|nowhere|no\ longer|neither|nor|\w+n['’]t)"
#: Adverbs and forms of "have" and "be" between the denial and its verb; "not only said" is none.
_BETWEEN = r"(?:\ (?:ever|even|once|yet|actually|really|be|been|being|have|has|had|(?!only)\w+ly))*"
_UNSAID = re.compile(
    rf"""
      \b{_NOT}{_BETWEEN}$
    | \bneither{_ON}$
    | \b(?:never|nor)\ (?:did|does|do|has|have|had|will|would)\b{_ON}$
    | \b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|refus(?:e|es|ed|ing)
        |declin(?:e|es|ed|ing)|stop(?:s|ped)?\ short\ of|instead\ of|rather\ than|without
        |untrue|false|falsely|wrongly|incorrectly|(?:not|never)\ true|a\ lie|a\ myth)
      (?:(?:\ (?:that|having|ever|to|he|she|they|claim|claims|claimed|reports?|reported))
        {_ON})?$
    | \b(?:if|unless|whether){_ON}$
    | \b(?:may|might|could|should|must|would\ have|never\ to\ have){_BETWEEN}$
    | \b(?:was|were)\ to\ have{_BETWEEN}$
    | \b(?:nobody|no\ one){_BETWEEN}$
    | \b(?:nobody|no\ one)\ (?:ever\ )?(?:heard|saw|recalls?|recalled|remembers?|remembered){_ON}$
    | \bit\ (?:is|was)(?:\ not|n['’]t){_ON}\ who$
    | \b(?:accus|suspect)(?:es|ed|e|s|ing){_ON}\ of(?:\ (?:having|ever))*$
    | ^(?:had|were|should)\ (?!\w+ly\b|(?:also|just|not|never|been|once)\b)[^\s,;:]+{_ON}$
    """,
    re.VERBOSE,
)
_HEARD = r"(?:said|thought|believed|alleged|reported|rumou?red|understood|supposed|claimed)"
#: The text tells what others tell, and vouches for nothing.
_HEARSAY = re.compile(
    rf"""
      \b(?:{_HEARD}|appears?|appeared|seems?|seemed)\ to\ have{_BETWEEN}$
    | \b(?:allegedly|supposedly|purportedly|reportedly|apparently){_BETWEEN}$
    | \b(?:rumou?rs?|allegations?|unconfirmed\ reports|reports\ emerged)\ that{_ON}$
    | \bit\ (?:is|was|has\ been|had\ been)(?:\ \w+ly)?\ {_HEARD}(?:,|(?:\ that)?{_ON})$
    """,
    re.VERBOSE,
)
#: What somebody is to say he has not said yet.
_UPCOMING = re.compile(
    rf"\b(?:will|(?:expected|due|set|about|going|likely|meant|supposed)\ to){_BETWEEN}$", re.VERBOSE
)
#: "Would say" is a thought or a habit; "would later say" was said, and so was "all he would say".
_WOULD = re.compile(r"\bwould(?:\ (?:surely|probably|certainly|likely|never|be))*$")
_ALL_THAT = re.compile(r"\b(?:all|as\ (?:much|far)\ as)(?:\ [^\s,;:]+){1,6}$")
#: A denial in another language stands no further before its verb, in words.
_NEAR = 5
_COMMAS = frozenset(",;:")
_NO_MORE = word_set("only no nothing just little")
TO_SAY = word_set(
    "say tell ask add warn call announce declare insist argue claim urge promise pledge vow write "
    "describe accuse"
)
_DENYING = frozenset(("deny", "denies", "denied", "denying"))
_ASKING = re.compile(r"(?:^|, )(?:did|does|do|has|have|had|will|would|could|can|is|was)\b[^,;:]*$")


def doubt_of(before: Sequence[str], verb: str, behind: str = "", *, asks: bool) -> Doubt | None:
    """Why *verb*, behind the words *before* of its sentence and before the word *behind*, does not
    tell what was said, all in lower case; what is asked, where the sentence *asks*. None where it
    tells it.
    """
    if verb in _DENYING:
        return "unsaid"
    words = " ".join(before).replace(" ,", ",")
    if verb in TO_SAY and (_UPCOMING.search(words) or _would_say(words, behind)):
        return "unsaid"
    if _UNSAID.search(words) is not None or (asks and _ASKING.search(words) is not None):
        return "unsaid"
    return "hearsay" if _HEARSAY.search(words) is not None else None


def doubt_by_words(before: Sequence[str], verb: str, words: SpeechWords) -> Doubt | None:
    """The same for another language than English, by its *words* alone: what denies or passes on
    stands among those *before* the verb in its clause, and who denies it before a comma too.
    """
    comma = max((at for at, word in enumerate(before) if word in _COMMAS), default=-1)
    clause = before[comma + 1 :][-_NEAR:]
    if not words.denying.isdisjoint([*before[-2 * _NEAR :], verb]):
        return "unsaid"
    for word, following in pairwise([*clause, ""]):
        elided = word.replace("’", "'").partition("'")[0]
        if (word in words.negations or elided in words.negations) and (
            following not in words.not_only
        ):
            return "unsaid"
    return None if words.hearing.isdisjoint(clause) else "hearsay"


def _would_say(words: str, behind: str) -> bool:
    is_all = behind in _NO_MORE or _ALL_THAT.search(words) is not None
    return _WOULD.search(words) is not None and not is_all
