"""Denials: whether a sentence tells that something was not said, or only might have been."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.words.tokens import word_set

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
    | \b(?:said|thought|believed|alleged|reported|rumou?red|understood|supposed|claimed
        |appears?|appeared|seems?|seemed)\ to\ have{_BETWEEN}$
    | \b(?:allegedly|supposedly|purportedly){_BETWEEN}$
    | \b(?:rumou?rs?|allegations?)\ that{_ON}$
    | \b(?:nobody|no\ one){_BETWEEN}$
    | \b(?:nobody|no\ one)\ (?:ever\ )?(?:heard|saw|recalls?|recalled|remembers?|remembered){_ON}$
    | \bit\ (?:is|was)(?:\ not|n['’]t){_ON}\ who$
    | \b(?:accus|suspect)(?:es|ed|e|s|ing){_ON}\ of(?:\ (?:having|ever))*$
    | ^(?:had|were|should)\ (?!\w+ly\b|(?:also|just|not|never|been|once)\b)[^\s,;:]+{_ON}$
    """,
    re.VERBOSE,
)
#: What somebody is to say he has not said yet.
_UPCOMING = re.compile(
    rf"\b(?:will|(?:expected|due|set|about|going|likely|meant|supposed)\ to){_BETWEEN}$", re.VERBOSE
)
TO_SAY = word_set(
    "say tell ask add warn call announce declare insist argue claim urge promise pledge vow write "
    "describe accuse"
)
_DENYING = frozenset(("deny", "denies", "denied", "denying"))
_ASKING = re.compile(r"(?:^|, )(?:did|does|do|has|have|had|will|would|could|can|is|was)\b[^,;:]*$")


def is_unsaid(before: Sequence[str], verb: str, *, asks: bool) -> bool:
    """Whether *verb*, behind the words *before* of its sentence, tells of what was not said, all in
    lower case: denied, refused, a condition or a possibility; or what is asked, where the sentence
    *asks*.
    """
    if verb in _DENYING:
        return True
    words = " ".join(before).replace(" ,", ",")
    if verb in TO_SAY and _UPCOMING.search(words) is not None:
        return True
    return _UNSAID.search(words) is not None or (asks and _ASKING.search(words) is not None)
