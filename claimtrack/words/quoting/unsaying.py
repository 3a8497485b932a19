"""Unsaying: turns by which a speaker tells words without saying them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WE = r"(?:i|we|you|he|she|they|somebody|someone|anybody|anyone)"
_ASIDE = r"(?: (?:only|just|even|ever|now|today|honestly|truly|truthfully|really|simply))?"
#: Each leads up to a verb of saying, which is not in it: "I wish I could" say.
_UNSAYING = re.compile(
    "|".join(
        (
            # a wish: "I wish I could", "I wish I could stand here and", "would that we could"
            rf"\bwish(?:es|ed)?(?: that)? {_WE} (?:could(?: have)?|might|had|w(?:as|ere) able to)"
            rf"{_ASIDE}(?:(?: \w+){{1,4}} and)?$",
            rf"^would that {_WE} could{_ASIDE}$",
            # what somebody would love to, or hoped to be able to
            r"(?:\bwould|'d)(?: \w+ly| so| dearly| have)*"
            r" (?:love|loved|give (?:any|every|a lot|much)\w*)(?: for \w+)? to(?: be able to)?$",
            r"(?:\bwould|'d)(?: \w+ly)? have (?:liked|preferred|wanted) to$",
            r"(?:^| )(?:would|'d|want|wants|wanted|hope|hopes|hoped|wish|wished|dream|longed)\b.*"
            r" be able to$",
            # what others make him say
            r"(?:^| )(?:am|'m|is|are|'re|was|were|been|being|be|got) (?:\w+ly )?(?:asked|told|"
            r"forced|tempted|supposed|expected|paid|ordered|urged|made|begged|pressed|pressured|coached|"
            r"instructed|required) to$",
            r"\b(?:want|wants|wanted|ask|asks|asked|expect|expects|expected|beg|begs|begged|tell|"
            r"tells|told|force|forces|forced|order|orders|ordered|press|pressed|urge|urges|urged|"
            r"like|love) (?:me|us) to$",
            r"(?:^| )(?:would|'d|will|to) (?:have|make) (?:me|us)$",
            r"\bfar be it from (?:me|us) to$",
            r"\bbe lying to$",
            # what he said once
            r"\bused to$",
        )
    )
)
#: Who is not ashamed to say so says so.
_ALL_THE_SAME = re.compile(
    r"^(?:not|never|no|nothing)(?: \w+)? (?:ashamed|afraid|scared|frightened|embarrassed|shy|mind|"
    r"hesitate|hesitated|tire|tired|shame|exaggeration|harm)"
    r"(?: (?:to|of|in|about|from))? (?:say|saying|tell|telling|repeat|repeating|admit|admitting)\b"
)
_FAIR = re.compile(
    r"\bit (?:is|'s|was|would be|seems)(?: \w+ly| only| just| quite)?"
    r" (?:fair|safe|right|true|accurate|correct|honest|important|good|worth)(?: to)?$"
)


def leaves_unsaid(before: Sequence[str]) -> bool:
    """Whether somebody does not say what he is told to, by the words *before* the verb of saying,
    in small letters: "I wish I could", "they want me to".
    """
    return _UNSAYING.search(_joined(before)) is not None


def says_all_the_same(denying: Sequence[str]) -> bool:
    """Whether the words *denying*, from the denial on, say what follows: "not ashamed to say"."""
    return _ALL_THE_SAME.search(_joined(denying)) is not None


def is_fair(before: Sequence[str]) -> bool:
    """Whether the words *before* a verb of saying are the speaker's own: "it is fair to"."""
    return _FAIR.search(_joined(before)) is not None


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace("’", "'")
