"""Kin words: the everyday words of news that say the same, by which a state's phrase is told in
other words: "reached a deal" in "struck an accord". Data.
"""

from __future__ import annotations

from claimtrack.words.stating.wordforms import forms
from claimtrack.words.tokens import word_set

#: Each line is one ring: a word of a phrase fits any word of its rings, in any form.
_RINGS = """
deal agreement accord pact
ceasefire truce armistice
summit meeting talks negotiation encounter
reach strike struck clinch conclude secure sign forge
overthrow topple oust depose unseat remove
fall collapse downfall demise overthrow ouster crumble
flee escape
withdraw retreat leave evacuate abandon pull quit vacate withdrawal depart departure exit
relocate move redeploy transfer shift
push drive force expel eject oust dislodge
control hold occupy
regain retake recapture reclaim liberate recover
rise increase grow climb mount surge soar jump escalate accelerate
decline drop decrease shrink lessen
casualties losses
advance gain progress inroad
reject exclude dismiss
join entry membership accession admission admit
demand insist want require
cede surrender hand concede relinquish give
majority most mostly predominantly largely predominant
regime government rule dictatorship
troops forces soldiers army fighters
territory land ground
exchange return swap trade
region oblast province
fleet warships ships vessels navy
extend prolong renew extension
stall halt stop
remain stay still
buy bought acquire purchase takeover acquisition
breakthrough results
""".strip().splitlines()


#: Forms that news has as nouns of another meaning: a "sign" of a deal is none signed, and "forces"
#: expel nobody.
_OTHER_NOUNS = {
    "force": word_set("forces"), "strike": word_set("strike strikes"),
    "sign": word_set("sign signs"), "hand": word_set("hand hands"),
    "accord": word_set("according accorded"),
    "mount": word_set("mount mounts"), "move": word_set("moves"), "fall": word_set("falls"),
}  # fmt: skip


def verb_forms(words: frozenset[str]) -> frozenset[str]:
    """*words*, all forms of some verbs, without those that news has as other nouns."""
    return words.difference(*(_OTHER_NOUNS[one] for one in words & _OTHER_NOUNS.keys()))


def _by_form() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, ring in enumerate(_RINGS):
        for word in ring.split():
            for form in forms(word) - _OTHER_NOUNS.get(word, frozenset()):
                found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


_RINGS_OF = _by_form()
_NONE: frozenset[int] = frozenset()


_WORDS_OF = {
    number: frozenset(form for form, numbers in _RINGS_OF.items() if number in numbers)
    for number in range(len(_RINGS))
}


def kin_of(word: str) -> frozenset[str]:
    """*word* and every word that says the same, in all forms."""
    return frozenset({word}).union(*(_WORDS_OF[one] for one in _RINGS_OF.get(word, _NONE)))
