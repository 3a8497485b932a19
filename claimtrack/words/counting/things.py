"""Things: the words behind a number that say what it counts, or what it is a part of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.words.counting.units import ADJECTIVES_OF_PERSONS, is_person
from claimtrack.words.tokens import Piece, touches, word_set

# A noun phrase is read without a dictionary of nouns: it goes on until a word that cannot be in
# one. The list holds the closed classes whole, and the verbs that news puts behind a number.
STOP_WORDS = word_set(
    """
    a an the this that these those some any each every no and or but nor so yet if because
    although though while when where whereas as than then in on at by for with from to into onto
    upon over under above below between among within without through during before after since
    until till against across along around about near off out up down per via despite toward
    towards behind beyond of amid because except is are was were be been being am has have had
    having do does did will would shall should may might can could must cannot i you he she it we
    they him her them us me who whom whose which what how why not also only just even still
    already now again ago later earlier yet too very more most less fewer higher lower here there
    today yesterday tomorrow away last next nearly almost roughly said says say told tells tell
    reported reports claimed claims killed died fell rose grew gained lost took taken made came
    went remain remains remained live lives lived left according including compared following like
    came become became believed believe believes think thinks want wants wish wishes support
    supports supported oppose opposing opposed responded identified due therefore however produced
    goes go going gone lies lie lay got get gets sits sat stand stands stood fail fails
    agreed agree voted expected expect alone combined respectively daily weekly monthly yearly
    annually hourly hurt comes passes needs lacks lack runs flows turns uses sees
    continue continues continued stays stayed faces faced seem seems seemed appear
    appears appeared gives gave belongs belonged depends depended keeps kept means meant requires
    required suffers suffered makes takes shows showed becomes holds held begins began worth valued
    """
)
# A few of these stand in an "of" phrase all the same.
_OPENERS = word_set("the a an its their his her our all this that these those")
_MOST_WORDS_OF = 6
_MOST_WORDS_COUNTED = 3
_MOST_TOKENS_COUNTED = 7
_MOST_WORDS_TO_PERSONS = 4


class Thing(NamedTuple):
    """What is counted or divided: the tokens ``start`` to ``end``, and whether it is persons."""

    start: int
    end: int
    persons: bool = False


def whole_at(tokens: Sequence[Piece], at: int) -> Thing | None:
    """What stands behind the "of" at *at*: "Donetsk province", "the territory of Ukraine"; None
    where no thing does ("of 2025").
    """
    if tokens[at].lower != "of":
        return None
    return _noun_phrase(tokens, at + 1, nested=True)


def _noun_phrase(tokens: Sequence[Piece], start: int, *, nested: bool) -> Thing | None:
    end = start
    while tokens[end].lower in _OPENERS and end < start + 2:
        end += 1
    if end > start and tokens[end].lower in LATEST and tokens[end + 1].kind in {"number", "word"}:
        end += 1
    opened = end
    if tokens[end].kind == "number" and (end > start or _is_counting(tokens, end)):
        end += 1
    end = _words_end(tokens, end, start + _MOST_WORDS_OF)
    if end == opened:
        return None
    if is_possessive(tokens[end - 1]) and tokens[end].kind == "number":
        end = _words_end(tokens, end + 1, end + 1 + _MOST_WORDS_COUNTED)
    end = _joined_end(tokens, end)
    if nested and tokens[end].lower == "of":
        inner = _noun_phrase(tokens, end + 1, nested=False)
        if inner is not None:
            return Thing(start, inner.end, is_person(tokens[end - 1]))
    return Thing(start, end, is_person(tokens[end - 1]))


#: Which so many are meant of all: "eleven of its last 14 games", "the last ten".
LATEST = word_set("last past previous latest recent first final opening")


def _is_counting(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the figure at *at* counts what stands behind it: the "27 members" of "14 of 27
    members", and neither a year nor a measure.
    """
    return len(tokens[at].text) < 4 and tokens[at + 1].kind == "word" and _goes_on(tokens, at + 1)


def _words_end(tokens: Sequence[Piece], at: int, limit: int) -> int:
    if tokens[at].lower in _NOUNS_TOO:
        return at + 1
    start = at
    while at < limit and _goes_on(tokens, at):
        if at > start and (
            _is_verb(tokens, at) or is_behind_plural(tokens, at) or _is_plain_verb(tokens, at)
        ):
            return at
        at += 1
        if _ends_phrase(tokens[at - 1]):
            return at
    if at > start and is_possessive(tokens[at - 1]) and tokens[at].lower in _NOUNS_IN_S:
        return at + 1
    return at


# Verbs of the list above, which are nouns where a noun has to stand: "a sixth of claims".
_NOUNS_TOO = word_set("claims reports supports lives says")


# More of them, which are nouns behind whoever has them: "Kyiv's needs".
_NOUNS_IN_S = _NOUNS_TOO | word_set("needs runs flows turns uses faces shows wishes wants takes")


def _is_plain_verb(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the verb in the present stands at *at* that the noun before it has: the "require" of
    "jobs require Welsh", the "rots" of "the grain rots in port". A form that is a noun as well is
    the verb where an object or an adverb follows, and behind many of one kind ("staff work from").
    """
    word, after = tokens[at].lower, tokens[at + 1].lower
    if word in _ONLY_VERBS:
        return True
    if word not in _FORMS_OF_BOTH or tokens[at - 1].text == "-":
        return False
    if after in _OBJECTS_OR_ADVERBS:
        return True
    before = tokens[at - 1].lower
    return after in _PREPOSITIONS and (word in _SELDOM_NOUNS or before in _MANY_OF_ONE_KIND)


# Forms that are no noun, each with what it is told of one thing.
_ONLY_VERBS = word_set(
    """
    require allow allows arrive arrives become believes agree agrees belong carry carries come
    consist consists contain contains depend die dies disappear disappears eat eats enter enters
    evaporate evaporates exist exists expire expires fly flies follow follows get give go grow grows
    happen happens hear hears include includes keep know knows lack learn learns lose loses make
    melts own owns pays prefer prefers provide provides receive receives recover recovers rely
    relies remain rot rots send sends serve serves speak speaks spend spends survive survives teach
    teaches tend tends vanish vanishes wear wears write writes drown drowns flees flee goes
    """
)
# Forms that are the plural, or the singular, of a noun as well.
_VERBS_TOO = word_set(
    """
    work use want need back plan support drive play run show cost face miss trust favour favor watch
    vote walk report visit name doubt fear hope claim study end drink rent start stop travel works
    plans drives plays costs faces misses trusts favours watches votes walks visits floods funds
    ends drinks rents starts stops travels flood fund change changes move moves reach reaches buy
    buys feel feels fill fills find finds forms leak leaks melt meet meets offer pay read reads rust
    rusts sell sells spoil spoils take burn burns smoke smokes spill spills sink sinks rises
    """
)
# Some that are a noun too, but seldom behind another.
_SELDOM_NOUNS = word_set(
    "falls sails sinks burns sells rusts spoils rises moves reaches starts pays"
)
_FORMS_OF_BOTH = _VERBS_TOO | _SELDOM_NOUNS
_OBJECTS_OR_ADVERBS = word_set(
    """
    the a an this that these those it its them him her us me their his our my your each every
    up out off away home abroad together well badly only just more less too also again never always
    often mostly daily weekly part-time full-time remotely indoors outdoors here there
    """
)
_MANY_OF_ONE_KIND = word_set("staff population workforce public electorate police youth elderly")
_PREPOSITIONS = word_set(
    "from in at on for with to by as without under over into through across during after before"
)


def _is_verb(tokens: Sequence[Piece], at: int) -> bool:
    """Whether a verb stands behind the noun: "stayed", but not "occupied" of "Russia's newly
    occupied territories".
    """
    word, before = tokens[at].lower, tokens[at - 1]
    if not ((word.endswith("ed") and len(word) >= 5) or word in PASTS) or is_possessive(before):
        return False
    return "-" not in {before.text, tokens[at + 1].text} and not before.lower.endswith("ly")


#: Verbs that news puts behind a noun, in a past that does not tell by its ending.
PASTS = word_set(
    """
    hit led won cut met paid spent sank fled quit sold bought knew felt flew broke chose wrote sent
    caught brought sought struck slid shrank froze fought hid drove swam sang drank threw blew drew
    withdrew overtook ran shut burnt rang shook spoke swept understood won't withstood woke
    """
)


def is_behind_plural(tokens: Sequence[Piece], at: int) -> bool:
    """Whether a verb, or whatever is no noun, stands behind a plural: "hit" of "the missiles hit
    Kyiv", since a plural stands before no other noun but a few ("sales staff", "arms dealers").
    """
    before, token = tokens[at - 1], tokens[at]
    if before.text[-1:] != "s":
        return False
    is_short = before.text[:-1].isupper()  # "GPs plan", "MPs want"
    is_noun = before.text.islower() or is_short
    if not is_noun or not token.text.islower() or before.lower in _PLURALS:
        return False
    is_long = is_short or len(before.text) >= _SHORTEST_PLURAL
    if not is_plural(before) or not is_long or is_possessive(before):
        return False
    return before.lower not in _ATTRIBUTIVES and token.kind == "word" and not is_plural(token)


_SHORTEST_PLURAL = 4
_ATTRIBUTIVES = word_set(
    """
    sales arms sports goods savings earnings operations communications customs news politics
    economics mathematics physics athletics statistics overseas series species canvas headquarters
    means works weapons systems accounts logistics electronics aerospace human-rights rights
    materials resources narcotics drugs jobs admissions appeals honours games damages securities
    futures bonds futures markets assets claims crossroads downtown always perhaps gymnastics
    ceramics plastics textiles antiques trousers process wireless
    """
)


def _is_done_to(tokens: Sequence[Piece], at: int) -> bool:
    """Whether a verb stands behind a plural: the "launched" of "18 drones launched"."""
    word, before = tokens[at].lower, tokens[at - 1].lower
    return word.endswith("ed") and before.endswith("s") and not before.endswith(("ss", "'s", "’s"))


def _ends_phrase(token: Piece) -> bool:
    """Whether nothing of a noun phrase follows *token*: a plural of persons is its noun."""
    return is_person(token) and token.lower not in ADJECTIVES_OF_PERSONS


def is_plural(token: Piece) -> bool:
    """Whether *token* is a noun for several: "homes", "aircraft"."""
    word = token.lower
    return word in _PLURALS or (word.endswith("s") and not word.endswith(_SINGULAR))


_SINGULAR = ("ss", "us", "is")
# Plurals without an s.
_PLURALS = word_set(
    """
    people men women children mice geese teeth feet
    aircraft spacecraft craft sheep cattle fish deer staff swine livestock poultry offspring
    """
)


def is_possessive(token: Piece) -> bool:
    """Whether *token* says whose something is: "Ukraine's"."""
    return token.lower.endswith(("'s", "’s", "s'", "s’"))


def _joined_end(tokens: Sequence[Piece], end: int) -> int:
    """The place after the second of two names that are divided as one: "Donetsk and Luhansk",
    where the sentence does not go on from the second ("of Ukraine and Russia says").
    """
    if tokens[end].lower != "and" or not tokens[end - 1].text[:1].isupper():
        return end
    if not tokens[end + 1].text[:1].isupper():
        return end
    after = _words_end(tokens, end + 1, end + 1 + _MOST_WORDS_OF)
    last, behind = tokens[after - 1], tokens[after]
    whole = behind.kind in {"end", "sign"} and (last.text[:1].isupper() or last.lower.endswith("s"))
    return after if after > end + 1 and (whole or last.lower in _PLACES) else end


_PLACES = word_set("regions region oblasts oblast provinces province districts areas republics")


def _goes_on(tokens: Sequence[Piece], at: int) -> bool:
    token = tokens[at]
    if token.text == "-":
        joins = touches(tokens[at - 1], token) and touches(token, tokens[at + 1])
        return joins and tokens[at + 1].kind == "word"
    if token.kind != "word":
        return False
    if token.lower in STOP_WORDS and token.text != "US":
        return token.lower == "worth" and tokens[at - 1].lower in _HAVING_WORTH
    return not (token.lower.endswith("ly") and _is_adverb(tokens, at))


_HAVING_WORTH = word_set("its their his her our net")  # "a third of its worth"


def _is_adverb(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the word in "-ly" at *at* is an adverb, and not before a participle as "newly
    mobilised" has it.
    """
    after = tokens[at + 1]
    is_noun = tokens[at].lower in _NOUNS_IN_LY
    return not is_noun and after.text != "-" and not after.lower.endswith("ed")


_NOUNS_IN_LY = word_set(
    "italy sicily july family supply assembly rally reply ally fly anomaly monopoly belly jelly"
)


def counted_at(tokens: Sequence[Piece], at: int) -> Thing | None:
    """The noun that a number counts: "Russian troops" behind "70,000"; None where none follows."""
    if opens_with_verb(tokens, at):
        return None
    end = at
    for place in range(at, at + _MOST_WORDS_TO_PERSONS):
        if _are_persons(tokens, place, at):
            end = place + 1
            if tokens[place].lower not in ADJECTIVES_OF_PERSONS:
                return Thing(at, end, persons=True)
        elif not _goes_on(tokens, place) or (place > at and _is_predicate(tokens, place)):
            break
    if end > at and not _has_things(tokens, end):
        return Thing(at, end, persons=True)
    end = _counted_end(tokens, at)
    return None if end == at else Thing(at, end)


def _are_persons(tokens: Sequence[Piece], place: int, at: int) -> bool:
    """Whether the noun at *place* of what is counted from *at* on is of persons: "readers", but not
    "card readers"; no "members", but "family members".
    """
    word, before = tokens[place].lower, tokens[place - 1].lower if place > at else ""
    if word == "members":
        return before in _HAVING_MEMBERS
    return is_person(tokens[place]) and before not in _OF_THINGS.get(word, ())


_HAVING_MEMBERS = word_set(
    """
    family staff crew gang party union board team cabinet council band cast audience jury community
    faculty committee household parliament congress
    """
)
# Behind these they are devices, or states and firms.
_OF_THINGS = {
    "readers": word_set("card meter code barcode chip fingerprint book - tag plate smartcard"),
    "actors": word_set(
        "state economic regional global international external private political major autocratic"
    ),
}


def opens_with_verb(tokens: Sequence[Piece], at: int) -> bool:
    """Whether what so many did stands behind them: "1.2m visited the fair"."""
    word, after = tokens[at].lower, tokens[at + 1]
    if word in _DOING_PASTS:
        return True
    if not word.endswith("ed"):
        return False
    return after.lower in _OPENERS or (word in _COMING and _ends_or_goes_on(after))


# Pasts of what a crowd does, which say of no noun how it is ("300 cut flowers").
_DOING_PASTS = word_set(
    "saw knew flew wrote sang drove fought fled sought swam drank threw drew felt thought slept"
)
_COMING = word_set(
    "watched attended visited gathered marched turned cheered applauded packed responded"
    " participated applied enrolled arrived emigrated voted protested rallied queued flocked"
)


def _ends_or_goes_on(after: Piece) -> bool:
    """Whether no noun stands at *after*."""
    return after.kind in {"end", "sign"} or after.lower in STOP_WORDS or after.text[0].isupper()


def _is_predicate(tokens: Sequence[Piece], at: int) -> bool:
    """Whether what is said of the noun before *at* begins there."""
    return _is_done_to(tokens, at) or is_behind_plural(tokens, at)


def _has_things(tokens: Sequence[Piece], at: int) -> bool:
    """Whether things are counted at *at* that the persons before it have, or are for: "Ukrainian
    tanks", "staff posts".
    """
    if not _goes_on(tokens, at):
        return False
    is_one = tokens[at - 2].lower in _ONE  # "one soldier explains"
    return tokens[at - 1].text[:1].isupper() or (is_plural(tokens[at]) and not is_one)


_ONE = frozenset({"one", "1", "a"})


def _counted_end(tokens: Sequence[Piece], at: int) -> int:
    """The place after the noun at *at*; what hyphens join is one word of it."""
    end, words = at, 0
    if _is_noun_in_s(tokens, at):
        return at + 1
    while end < at + _MOST_TOKENS_COUNTED and _goes_on(tokens, end):
        if end > at and _is_predicate(tokens, end):
            break
        if tokens[end].text != "-" and (end == at or tokens[end - 1].text != "-"):
            words += 1
        if words > _MOST_WORDS_COUNTED:
            break
        end += 1
    return end - 1 if end > at and tokens[end - 1].text == "-" else end


def _is_noun_in_s(tokens: Sequence[Piece], at: int) -> bool:
    """Whether a word that is a verb of one thing is here the noun of several, behind their number:
    "87 runs", "112 more runs".
    """
    if tokens[at].lower not in _NOUNS_IN_S:
        return False
    figure = at - 2 if tokens[at - 1].lower in _FURTHER else at - 1
    if tokens[figure].kind != "number" or tokens[figure].text == "1":
        return False
    return tokens[figure - 1].lower not in _NAMING  # "the 787 uses less", "at 21 turns pro"


_NAMING = frozenset({"the", "at"})
_FURTHER = word_set("more further extra other")
POSSESSIVES = word_set("the its their his her our all")


def divided_at(tokens: Sequence[Piece], at: int) -> Thing | None:
    """The whole behind "half" or "nearly all" without an "of": "the population"."""
    opened = at + 1 if tokens[at].lower in POSSESSIVES else at
    thing = counted_at(tokens, opened)
    return None if thing is None else Thing(at, thing.end)
