"""Pronouns: whether "he", "she" or "they" may be whom the sentence before is about."""

from __future__ import annotations

import re

from claimtrack.words.quoting.givennames import sex_of
from claimtrack.words.quoting.persons import TITLES
from claimtrack.words.tokens import word_set

_WORD = re.compile(r"[^\W\d_][\w’'.\-]*")
_ENGLISH = word_set("he him she her they it")
_OF_MEN, _OF_WOMEN = word_set("he him"), word_set("she her")
_WOMEN = word_set(
    "mrs ms miss dame lady queen princess countess duchess baroness frau madame chairwoman "
    "congresswoman spokeswoman woman mother daughter sister wife aunt grandmother widow girl "
    "actress businesswoman policewoman"
)
_MEN = word_set(
    "mr sir lord king prince viscount baron earl duke count herr monsieur chairman congressman "
    "spokesman man father son brother husband uncle grandfather boy businessman policeman "
    "fisherman fireman pope"
)
# A name or a role with one of these is of an institution, a place, a storm or a work.
_NOT_PERSONS = word_set(
    """
    house commission council bank university party ministry union kingdom states nations agency
    group company club united city town county news times post journal radio tv foundation
    institute association federation league committee parliament congress senate army navy force
    forces office street road river lake mount hurricane storm typhoon cyclone operation project
    act bill cup games airport station school college hospital church museum theatre park island
    islands valley sea ocean bay coast court department service authority board trust society
    team crowd family firm firms report statement study poll paper newspaper magazine website
    channel network airline police government administration cabinet opposition coalition ltd inc
    plc corp limited holdings motors airlines airways systems technologies industries energy
    north south east west northern southern eastern western new saudi sri los san hong arabia
    lanka kong korea york angeles francisco zealand delhi africa america arabia downing
    kremlin whitehall westminster washington pentagon vatican brussels moscow london paris berlin
    beijing kyiv kiev tokyo rome madrid vienna warsaw prague budapest athens ankara tehran cairo
    jerusalem gaza delhi dublin edinburgh cardiff belfast canberra ottawa oslo stockholm helsinki
    copenhagen amsterdam lisbon geneva zurich nairobi lagos
    russia ukraine britain england scotland wales ireland france germany italy spain portugal
    poland hungary austria switzerland belgium netherlands denmark norway sweden finland estonia
    latvia lithuania belarus moldova romania bulgaria greece turkey türkiye serbia croatia albania
    kosovo israel iran iraq syria lebanon egypt libya sudan ethiopia kenya nigeria ghana india
    pakistan bangladesh afghanistan china japan taiwan vietnam thailand indonesia malaysia
    philippines australia canada mexico brazil argentina chile colombia venezuela cuba europe asia
    nato google microsoft apple amazon facebook meta tesla boeing airbus toyota samsung intel nvidia
    twitter netflix gazprom rosatom bbc cnn reuters
    """
)


def may_stand_for(pronoun: str, named: str, before: str) -> bool:
    """Whether *pronoun* may be whom the text calls *named*, with *before* right before it there.

    What cannot be a person is no "he", a Mrs none either, one person no "they". Pronouns of other
    languages may be anybody.
    """
    if pronoun not in _ENGLISH:
        return True
    words = [word.lower() for word in _WORD.findall(named)]
    if not words or words[-1].endswith(("'s", "’s", "s'", "s’")):
        return False
    person = _is_person(words, named, before)
    if pronoun == "it":
        return not person
    if pronoun == "they":
        return not person or named[:1].islower()
    # "Her husband, Peter Berg": what he is called may stand before the name.
    called = {*words, *(word.lower() for word in _WORD.findall(before)[-1:])}
    is_woman, is_man = not _WOMEN.isdisjoint(called), not _MEN.isdisjoint(called)
    if is_woman == is_man and named[:1].isupper():
        borne = next((sex for word in words if (sex := sex_of(word))), "")
        is_woman, is_man = borne == "woman", borne == "man"
    if is_woman != is_man and (is_woman if pronoun in _OF_MEN else is_man):
        return False
    return person


def _is_person(words: list[str], named: str, before: str) -> bool:
    if not _NOT_PERSONS.isdisjoint(words) and _OF_PERSONS.isdisjoint(words):
        return False
    if words[-1] in _NOT_PERSONS:
        return False
    is_name = named[:1].isupper() and words[0] not in _ARTICLES
    if not is_name:
        return not words[-1].endswith("s") or words[-1].endswith(("ss", "us"))
    is_led = bool(before.split()) and before.split()[-1].lower() == "the"
    if is_led and TITLES.isdisjoint(words):
        return False  # the Guardian, the Senate
    is_short = len(words) == 1
    return not (is_short and (named.isupper() or words[0] in _SEVERAL))


_ARTICLES = word_set("a an the one another")
#: "Office of Works" has none.
_OF_PERSONS = TITLES - {"of", "for"}


# Words with a capital that open a sentence, and are of more than one.
_SEVERAL = word_set(
    """
    critics officials experts analysts economists scientists doctors researchers residents
    neighbours neighbors witnesses prosecutors police lawyers ministers senators lawmakers rebels
    protesters campaigners activists unions teachers workers farmers students voters republicans
    democrats conservatives tories ukrainians russians americans
    """
)


_TO_ANOTHER = re.compile(r"\s+\w+\s+(?:him|her)\b(?!\s+[a-z])")


def is_said_to_another(behind: str) -> bool:
    """Whether *behind* a pronoun its verb has another for whom it is said: "he told her"."""
    return _TO_ANOTHER.match(behind) is not None


def is_another_person(name: str) -> bool:
    """Whether *name* may be a second person's, whom a pronoun could as well stand for: a name of
    two words and more, or one with a title.
    """
    words = [word.lower() for word in _WORD.findall(name)]
    if not _NOT_PERSONS.isdisjoint(words) or name.isupper():
        return False
    return len(words) > 1 and words[0] not in _ARTICLES
