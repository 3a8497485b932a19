"""Paradigms: a verb in all its forms, and the nouns of its doing: "closure" of "closed"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from claimtrack.words.stating.wordforms import forms
from claimtrack.words.tokens import word_set

#: The forms of verbs that no ending gives; those that `wordforms` has are not repeated.
_STRONG = """
blow blows blew blown blowing
bring brings brought bringing
cling clings clung clinging
creep creeps crept creeping
hear hears heard hearing
hit hits hitting
know knows knew known knowing
shake shakes shook shaken shaking
slide slides slid sliding
spread spreads spreading
stick sticks stuck sticking
write writes wrote written writing
catch catches caught catching
split splits splitting
burst bursts bursting
choose chooses chose chosen choosing
cut cuts cutting
find finds found finding
forbid forbids forbade forbidden forbidding
free frees freed freeing
freeze freezes froze frozen freezing
quit quits quitting
seek seeks sought seeking
shut shuts shutting
strike strikes struck striking
swear swears swore sworn swearing
sweep sweeps swept sweeping
tear tears tore torn tearing
undo undoes undid undone undoing
uphold upholds upheld upholding
"""
#: Each line is a verb and the nouns of its doing.
_NOUNS = """
ban ban
abandon abandonment
accede accession
admit admission
enter entry
abolish abolition
acquire acquisition takeover
acquit acquittal
adopt adoption
annex annexation
annul annulment
appoint appointment
approve approval
arrest arrest
assassinate assassination
break breakdown
cancel cancellation cancelation
capture capture
cede cession
close closure
collapse collapse
complete completion
conclude conclusion
convict conviction
defeat defeat
demolish demolition
depart departure
depose deposition
destroy destruction
detain detention
die death
dismiss dismissal
dissolve dissolution
elect election
evacuate evacuation
evict eviction
expel expulsion
expire expiry expiration
extend extension
end end
fail failure
fall fall downfall
halt halt
impose imposition
imprison imprisonment
invade invasion
jail jailing
kill killing
lapse lapse
liberate liberation
merge merger
murder murder
occupy occupation
oust ouster
overthrow overthrow
ratify ratification
recapture recapture
recognise recognition
recognize recognition
reject rejection
release release
relocate relocation
remove removal
renew renewal
repeal repeal
reelect reelection
resign resignation
restart restart
restore restoration
resume resumption
retire retirement
retreat retreat
return return
revoke revocation
seize seizure
shut shutdown shutoff
start start
stop stoppage
suspend suspension
terminate termination
topple toppling
transfer transfer
withdraw withdrawal
"""
_BY_STRONG_FORM = {
    form: word_set(line) for line in _STRONG.strip().splitlines() for form in line.split()
}
_NOUNS_OF = {line.split()[0]: frozenset(line.split()[1:]) for line in _NOUNS.strip().splitlines()}
#: Every noun of a doing that is no form of a verb besides: "accession", and not "release".
NOUNS_OF_DOING = frozenset(
    noun
    for nouns in _NOUNS_OF.values()
    for noun in nouns
    if noun.endswith(("ion", "ure", "al", "ment", "th", "ry", "over", "er"))
)
#: Verbs that a claim file may have as "retains": other words in "-s" are plurals more often.
_VERBS = _NOUNS_OF.keys() | word_set(
    "retain own govern support oppose demand recognize allow accept maintain produce export import "
    "ban operate require remain lead favour favor refuse"
)
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=8192)
def paradigm(word: str) -> frozenset[str]:
    """Every form of the verb that *word*, in small letters, is a form of, whichever it is."""
    return frozenset().union({word}, *(_of_base(base) for base in _bases(word)))


@lru_cache(maxsize=8192)
def doings(word: str) -> frozenset[str]:
    """The nouns that tell of the doing of the verb that *word* is a form of."""
    return frozenset().union(*(_NOUNS_OF[form] for form in paradigm(word) if form in _NOUNS_OF))


def _of_base(base: str) -> frozenset[str]:
    return _BY_STRONG_FORM.get(base) or forms(base)


def _bases(word: str) -> Iterator[str]:
    """What *word* may be a form of; some are no words, which no text has."""
    yield word
    if word in _BY_STRONG_FORM:
        return
    if word[:-1] in _VERBS and word.endswith("s"):
        yield word[:-1]
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        yield from (stem, f"{stem}e")
        if stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
            yield stem[:-1]
        if ending == "ed" and stem.endswith("i"):
            yield f"{stem[:-1]}y"
