"""Doubts: what looks like a quantity and is none: a year, a day, a label, an ordinal, a score."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.words.counting.changes import MOVING_WORDS
from claimtrack.words.counting.countedbefore import is_grouped, is_of_a_stage
from claimtrack.words.counting.hedges import HEDGE_ENDS, HEDGE_STARTS, hedge_before
from claimtrack.words.counting.labels import (
    is_after_date_word,
    is_label,
    is_month,
    is_time_of_day,
    is_year,
)
from claimtrack.words.counting.measured import JOINTS
from claimtrack.words.counting.moves import (
    LEADING_TO_LEVELS,
    is_level_like_a_year,
    verb_of_level,
)
from claimtrack.words.counting.names import OBJECTS, is_name
from claimtrack.words.counting.numbers import CONTINUING, NUMBER_WORDS, is_only_one
from claimtrack.words.counting.phrases import IGNORED_BEFORE, Measured, Phrase, is_whole
from claimtrack.words.counting.signs import sign_before
from claimtrack.words.counting.things import (
    POSSESSIVES,
    STOP_WORDS,
    Thing,
    counted_at,
    is_plural,
    is_possessive,
)
from claimtrack.words.counting.tolls import LEADING_TO_TOLLS, is_before_suffering
from claimtrack.words.counting.units import (
    ADJECTIVES_OF_PERSONS,
    COUNT,
    PERCENT,
    PERSONS,
    RATIO,
    is_person,
    unit_at,
)
from claimtrack.words.tokens import Piece, touches, word_set


def is_surely_bare(tokens: Sequence[Piece], at: int) -> bool:
    """Whether a small figure or a year at *at* stands between words that go on with no quantity
    ("[24]", "(2018)", "the 2014 revolution"): told before it is read, because a good part of the
    figures of news do.
    """
    before, behind = tokens[at - 1], tokens[at + 1]
    if before.lower in _LEADING or (before.kind == "sign" and before.text not in _PAUSES_BEFORE):
        return False
    if behind.text in _PAUSES or behind.lower in _IDLE_BEHIND:
        is_short = len(tokens[at].text) < 4 or is_year(tokens, at)
        if behind.lower == "on" and tokens[at + 3].lower == "richter":
            return False
        return is_short and not (_may_be_alone(tokens, at) or is_before_suffering(tokens, at + 1))
    return behind.kind == "word" and is_year(tokens, at) and _is_year_of(tokens, at)


def _may_be_alone(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the figure at *at* may be all that is said, and be a quantity for that."""
    is_last = "end" in {tokens[at + 1].kind, tokens[at + 2].kind}
    before = tokens[at - 1]
    return is_last and (before.kind == "end" or before.lower in IGNORED_BEFORE)


def _is_year_of(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the year at *at* dates the word behind it: it neither counts persons nor goes on."""
    behind = at + 1
    if tokens[behind].lower in _CONTINUING or touches(tokens[at], tokens[behind]):
        return False
    thing = counted_at(tokens, behind)
    return thing is not None and not thing.persons and unit_at(tokens, behind) is None


_PAUSES = frozenset(',.;)?!”"’]')
_PAUSES_BEFORE = frozenset(',.;([“"‘')
_IDLE_BEHIND = word_set(
    """
    the this that these those but so if because although though while when where then on by for with
    from into during before after since until is are was were has have had will would which who he
    she it they we i you
    """
)
# What stands behind a figure, or before it, and belongs to its quantity or says what it counts.
_CONTINUING = CONTINUING | JOINTS | HEDGE_STARTS | word_set("times x strong")
_LEADING = (
    HEDGE_ENDS
    | MOVING_WORDS
    | LEADING_TO_TOLLS
    | word_set("a an of by from record minus negative number magnitude")
)


def states(tokens: Sequence[Piece], phrase: Phrase, floor: int) -> bool:
    """Whether what was read states a quantity, and does not name, date or score something."""
    measured = phrase.measured
    if measured is None:
        return True
    figure = _first_number(tokens, measured)
    if phrase.start < floor or (
        tokens[figure].kind == "number" and _is_label(tokens, figure, phrase)
    ):
        return False
    if _is_numbered(tokens, measured, phrase):
        return False
    if _is_excepted(tokens, phrase):
        return False
    if is_name(tokens, measured) or _is_turn_of_speech(tokens, measured):
        return False
    if _is_of_an_age(tokens, phrase):
        return False
    if measured.high is not None:
        return _states_range(tokens, phrase, measured)
    if _is_one_so_numbered(tokens, phrase, measured):
        return False
    if is_whole(tokens, phrase):
        return not (_is_bare_year(tokens, phrase, figure) or _is_age(tokens, phrase, measured))
    if measured.article:
        hedged = phrase.hedge is not None and not _is_scarce(phrase)  # "hardly a day passes"
        return hedged or measured.number.form == "mixed" or phrase.kind == "change"
    if measured.number.form == "fraction":
        return _states_fraction(tokens, phrase, measured)
    if phrase.unit == RATIO:
        return not _is_score(tokens, measured)
    if phrase.unit.grain == "whole":
        if _is_of_age(tokens, phrase, measured):
            return False
        return _states_count(tokens, phrase, measured, figure)
    return not (
        _is_age(tokens, phrase, measured)
        or _is_coordinate(tokens, measured)
        or _is_some_day(tokens, measured)
        or tokens[measured.end].lower in _RACES
    )


def _is_coordinate(tokens: Sequence[Piece], measured: Measured) -> bool:
    """Whether the degrees tell a place: "52.52° N"."""
    end = measured.end
    return tokens[end - 1].text == "°" and tokens[end].text in _BEARINGS


_BEARINGS = frozenset({"N", "S", "E", "W"})


def _is_excepted(tokens: Sequence[Piece], phrase: Phrase) -> bool:
    """Whether the number is of what is left out: "all but two of them"."""
    return tokens[phrase.start - 1].lower == "but" and tokens[phrase.start - 2].lower == "all"


def _is_of_an_age(tokens: Sequence[Piece], phrase: Phrase) -> bool:
    """Whether what was read tells an age: "aged between 18 and 60", "the 16-24 age group"."""
    before, after = tokens[phrase.start - 1].lower, tokens[phrase.end].lower
    return before in {"aged", "age", "ages"} or (after == "age" and phrase.unit == COUNT)


def _is_of_age(tokens: Sequence[Piece], phrase: Phrase, measured: Measured) -> bool:
    """Whether a bare figure behind persons and a bound is how old they are: "people over 60"."""
    hedge, end = phrase.hedge, measured.end
    if hedge is None or hedge.words not in _AGED or phrase.thing is not None:
        return False
    return (
        (is_person(tokens[phrase.start - 1]) or tokens[phrase.start - 1].lower in _ANYONE)
        and measured.number.value <= _OLDEST
        and (end == measured.start + 1 and tokens[end].text != "%")
    )


_ANYONE = word_set("those anyone anybody everyone everybody someone")
_AGED = word_set("over under above below")


# "The 100 m final", "the 400 metres champion".
_RACES = word_set(
    "final finals hurdles sprint sprinter relay freestyle butterfly backstroke breaststroke medley"
    " champion title dash heats"
)


def _is_some_day(tokens: Sequence[Piece], measured: Measured) -> bool:
    """Whether "one day" is no length of time but some day: "one day we will"."""
    if (tokens[measured.start].lower, tokens[measured.end - 1].lower) != ("one", "day"):
        return False
    return tokens[measured.end].lower in _WHO_WILL


_WHO_WILL = word_set("i you we he she it they when")


def _is_turn_of_speech(tokens: Sequence[Piece], measured: Measured) -> bool:
    """Whether a number in words tells the hour, or no number: "five o'clock", "one another"."""
    first, before, after = tokens[measured.start], tokens[measured.start - 1], tokens[measured.end]
    if _is_attribute_of_speech(measured, after):
        return True
    if first.kind != "word":
        return False
    around = tokens[max(measured.start - 2, 0) : measured.end + 2]
    if _IDIOMS.search(" ".join([token.lower for token in around])):
        return True
    if measured.unit is not None:
        return False
    if first.lower == "one" and after.lower.startswith("another"):
        return True
    if first.lower == "zero" and after.lower in _NOTHING_OF:
        return True
    if after.lower == "past":  # "ten past three"
        return _is_hour(tokens[measured.end + 1])
    return "thanks" in {before.lower, after.lower} or is_time_of_day(tokens, measured.end)


def _is_attribute_of_speech(measured: Measured, after: Piece) -> bool:
    """Whether a price or a percentage stands in a turn of speech: "the $64,000 question", "100 per
    cent sure".
    """
    unit, number = measured.unit, measured.number
    if unit is None:
        return False
    if unit.is_money:
        return after.lower == "question"
    return unit == PERCENT and number.value == _HUNDRED and after.lower in _SURE


_SURE = word_set("sure certain convinced confident committed behind")
_HUNDRED = 100


def _is_hour(token: Piece) -> bool:
    return token.lower in _HOURS or token.kind == "number"


_HOURS = NUMBER_WORDS | {"noon", "midnight"}
_IDIOMS = re.compile(
    r"\b(?:half the (?:battle|story|fun)|dime a dozen|(?:my|his|her|their|your) two cents"
    r"|(?:five|six|seven|eight) figures|one of these days|whole nine yards"
    r"|a thousand (?:words|cuts)|a million miles away|second to none|forty winks"
    r"|one for the (?:ages|books)|one step (?:closer|further|ahead)|of one mind"
    r"|two wrongs|the two of (?:them|us|you)|a hundred per ?cent (?:sure|certain)"
    r"|two heads are|two birds with|birds with one stone|seven - year itch"
    r"|one - (?:man|woman|person) (?:show|band|army|wrecking)|saves nine"
    r"|(?:in|of) two minds|no two ways|two thumbs (?:up|down)|clever by half"
    r"|two and two together|two and two|six of one|half a dozen of the other"
    r"|three cheers|three strikes|six feet under|eight ball|nine lives"
    r"|a thousand (?:apologies|times no)|(?:my|his|her|their|your) ten cents"
    r"|(?:twenty|fifty) - (?:twenty|fifty)|(?:the|all) four corners"
    r"|on all fours|two left feet|a hundred and one (?:things|uses|ways))\b"
)
_NOTHING_OF = word_set("tolerance hour gravity sum waste trust")


def _first_number(tokens: Sequence[Piece], measured: Measured) -> int:
    if tokens[measured.start].kind == "number":  # as it mostly is
        return measured.start
    for place in range(measured.start + 1, measured.start + 4):
        if tokens[place].kind == "number":
            return place
    return measured.start


def _is_label(tokens: Sequence[Piece], figure: int, phrase: Phrase) -> bool:
    measured = phrase.measured
    if measured is None or (phrase.kind == "change" and sign_before(tokens, figure) is not None):
        return False
    last = measured.end - 1
    slashed = phrase.kind == "rate" and tokens[measured.end].text == "/"  # "$82/barrel"
    return is_label(tokens, figure, last, joined=slashed)


def _states_range(tokens: Sequence[Piece], phrase: Phrase, measured: Measured) -> bool:
    """A range needs something that is measured or counted: "3-5" is a score, "2014-2022" a span
    of years.
    """
    assert measured.high is not None
    if measured.unit is not None:
        return not _is_age(tokens, phrase, measured)
    if measured.number.form == "fraction":  # "a quarter to nine" is a time of day
        return measured.number.scaled or measured.high.value <= 1
    if _is_of_years(tokens, measured, phrase):
        return False
    if measured.joint == "-" and _is_a_shop(tokens, measured):
        return False
    if measured.joint in {"and", "from"} or phrase.hedge is not None:
        return True
    if measured.joint == "or" and _is_guess(tokens, measured, phrase):
        return True
    if phrase.thing is not None and measured.joint != "or":
        return not (measured.joint == "-" and tokens[measured.start - 1].kind == "number")
    if phrase.unit == PERSONS or measured.high.scaled or _is_total(tokens, measured.start):
        return True
    return measured.high.value >= 1000 and not _is_telephone(tokens, measured)


def _is_of_years(tokens: Sequence[Piece], measured: Measured, phrase: Phrase) -> bool:
    """Whether the range may be one of years: an end is written as one, unless the other is not and
    what is counted stands right behind ("between 1500 and 2000 people"), or there is nothing else.
    """
    ends = measured.end - 1, _first_number(tokens, measured)
    years = [is_year(tokens, at) for at in ends]
    if not any(years):
        return False
    thing = phrase.thing
    counts = thing is not None and thing.start == measured.end and _is_of_several(tokens, thing)
    if all(years):
        return not (counts and _are_round_for_persons(measured, thing))
    if is_after_date_word(tokens, measured.start):  # "in 2024 to 70,000 units"
        return True
    return not (counts or is_whole(tokens, phrase))


def _are_round_for_persons(measured: Measured, thing: Thing | None) -> bool:
    """Whether two numbers that may be years count persons all the same: "between 1600 and 2000
    people", but not "between 1990 and 2020 people moved".
    """
    ends = measured.number, measured.high
    is_round = all(end is not None and end.step >= _HUNDRED for end in ends)
    return is_round and thing is not None and thing.persons


def _is_of_several(tokens: Sequence[Piece], thing: Thing) -> bool:
    return thing.persons or is_plural(tokens[thing.end - 1])


def _is_guess(tokens: Sequence[Piece], measured: Measured, phrase: Phrase) -> bool:
    """Whether "one or two tanks" tells about how many there are: of several things, and of two
    numbers close together.
    """
    thing, high = phrase.thing, measured.high
    if thing is None or high is None or not _is_of_several(tokens, thing):
        return False
    return high.value <= 2 * measured.number.value


def _is_a_shop(tokens: Sequence[Piece], measured: Measured) -> bool:
    """Whether a hyphen joins a figure and a word, as in the name of a shop: "7-Eleven"."""
    return tokens[measured.start].kind == "number" and tokens[measured.end - 1].text.istitle()


def _is_telephone(tokens: Sequence[Piece], measured: Measured) -> bool:
    """Whether "555-1234" is a number to call: three digits and four, without a separator."""
    first, last = tokens[measured.start].text, tokens[measured.end - 1].text
    return measured.joint == "-" and (len(first), len(last)) == (3, 4) and last.isdigit()


def _is_bare_year(tokens: Sequence[Piece], phrase: Phrase, figure: int) -> bool:
    return (
        is_year(tokens, figure)
        and phrase.unit == COUNT
        and phrase.measured is not None
        and (phrase.measured.end == figure + 1)
    )


def _states_fraction(tokens: Sequence[Piece], phrase: Phrase, measured: Measured) -> bool:
    """ "A third" in a sentence may be an ordinal, "half" the half of a match."""
    first, before = tokens[measured.start].lower, tokens[measured.start - 1].lower
    if measured.number.scaled or measured.unit is not None:
        return True
    if tokens[measured.end].lower == "of" and is_year(tokens, measured.end + 1):
        return False
    if _is_scarce(phrase):
        return not _is_ordinal(tokens, measured)
    if phrase.hedge is not None or phrase.kind != "level" or tokens[measured.end].lower == "of":
        return before not in _SIDES or phrase.hedge is not None
    if first == "half":
        opened = tokens[measured.end].lower in POSSESSIVES
        return before not in _SIDES and (opened or before == "by")
    if first not in {"a", "an"} or before == "by":
        return True
    return before in {"from", "to"} and counted_at(tokens, measured.end) is None


def _is_scarce(phrase: Phrase) -> bool:
    """Whether a "barely" stands before it: of many a verb, and of the number only where that is
    plain.
    """
    return phrase.hedge is not None and phrase.hedge.bound == "barely"


def _is_ordinal(tokens: Sequence[Piece], measured: Measured) -> bool:
    """Whether a noun behind "a third" or "half" makes it an ordinal, or a time: "a third time",
    "half past six", "half an eye".
    """
    after = tokens[measured.end].lower
    return after in _AFTER_ORDINALS or after.endswith("-time")


_AFTER_ORDINALS = word_set("past time way attempt try party term chance hour quarter half")


def _is_score(tokens: Sequence[Piece], measured: Measured) -> bool:
    """Whether the ratio is how a game, a vote or a verse goes: "won 3 to 1", "John 3:1"."""
    start = measured.start
    if any(token.lower in _SCORING for token in tokens[max(start - 3, 0) : start]):
        return True
    return tokens[start + 1].text == ":" and _is_capital_name(tokens, start)


_SCORING = word_set(
    """
    won win wins winning lost lose loses beat beats beaten defeated defeat victory drew led lead
    leads leading trailed score scored scoreline
    """
)
_SIDES = word_set(
    """
    first second last latter other top bottom southern northern eastern western upper lower this
    the third fourth final opening better
    """
)


def _states_count(tokens: Sequence[Piece], phrase: Phrase, measured: Measured, figure: int) -> bool:
    """A bare figure in a sentence counts something only where a noun, a scale, a separator or a
    hedge says so.
    """
    number, first = measured.number, tokens[measured.start]
    before = tokens[measured.start - 1]
    if measured.unit == COUNT:  # "a 40-seat plane"
        return True
    if phrase.unit == PERSONS and tokens[phrase.end].lower in OBJECTS:  # "Team 6 killed him"
        return False
    if first.kind == "number" and not number.scaled:
        if _is_capital_name(tokens, measured.start) and (
            phrase.unit == COUNT or _is_doing_to_persons(tokens, phrase)
        ):
            return "," in first.text
        if is_year(tokens, figure):
            if is_level_like_a_year(tokens, figure):
                return True
            hedged = phrase.hedge is not None and phrase.thing is not None
            counted = hedged or (phrase.unit == PERSONS and not _ends_in_adjective(tokens, phrase))
            return counted and not is_after_date_word(tokens, measured.start)
        if _is_in_a_row(tokens, measured, figure, phrase):
            return False
    if first.lower == "one" and _is_beside_one(phrase, measured):
        return False
    if before.lower == "of" and is_of_a_stage(tokens, measured.start):
        return False
    hedged = phrase.hedge is not None and not (phrase.thing is None and _is_scarce(phrase))
    if hedged or number.scaled or phrase.period or phrase.kind == "change":  # "was barely 18"
        return True
    if number.value >= 1000 or _is_total(tokens, measured.start):
        return True
    if phrase.unit == PERSONS and phrase.thing is None:  # "a death toll of 500"
        return True
    if phrase.thing is None and (
        is_grouped(tokens, phrase.start) or _is_reached(tokens, measured.start)
    ):
        return True
    if tokens[phrase.start - 1].lower in LEADING_TO_LEVELS:
        verb = verb_of_level(tokens, phrase.start, measured.start)
        if verb is not None:
            return True
    if number.form == "decimal" and phrase.thing is None:
        return before.lower == "of"
    if first.lower == "one" and phrase.unit != PERSONS:
        return is_only_one(tokens, measured.start) and _is_of_a_number(tokens, measured.end)
    if before.lower in {"top", "big"}:  # the first of a list, and no number of anything
        return False
    return phrase.thing is not None and before.lower not in {"aged", "age"}


def _is_beside_one(phrase: Phrase, measured: Measured) -> bool:
    """Whether what stands before "one" says where it is, or what it is about: "under one salt
    flat", "a row over one word", "close to one village".
    """
    if phrase.hedge is None or phrase.period is not None or measured.number.scaled:
        return False
    return measured.number.value == 1 and phrase.hedge.words in _BESIDE


_BESIDE = frozenset({"under", "over", "above", "below", "beyond", "around", "about", "close to"})


def _is_doing_to_persons(tokens: Sequence[Piece], phrase: Phrase) -> bool:
    """Whether what a number was read to count is what its name does to persons: "Revolution 9
    divides fans".
    """
    thing = phrase.thing
    if thing is None or thing.end != thing.start + 2:
        return False
    verb = tokens[thing.start]
    return verb.text.islower() and is_plural(verb) and not is_person(verb)


def _is_of_a_number(tokens: Sequence[Piece], at: int) -> bool:
    """Whether what stands at *at* is the number that some are of: "of the 12 jurors"."""
    if tokens[at].lower != "of" or tokens[at + 1].lower not in POSSESSIVES:
        return False
    total = tokens[at + 2]
    return total.kind == "number" or total.lower in NUMBER_WORDS


def _is_one_so_numbered(tokens: Sequence[Piece], phrase: Phrase, measured: Measured) -> bool:
    """Whether what the figure stands before is one thing, or what one thing did: "a 529 plan", "the
    last 16 draw", "the 737 crashed".
    """
    if tokens[measured.start - 1].lower not in _BEFORE_ONE or phrase.unit is not COUNT:
        return False
    if measured.unit is not None:  # "a 40-seat plane"
        return False
    thing = phrase.thing
    figure = tokens[measured.start]
    if figure.kind != "number" or measured.number.scaled:
        return False
    if "," in figure.text and tokens[measured.end].lower not in _RACES:  # "the 300,000 target"
        return False
    if thing is None or phrase.hedge is not None:
        return False
    if thing.start != measured.end or phrase.kind != "level":
        return False
    return not any(map(is_plural, tokens[thing.start : thing.end]))


_BEFORE_ONE = frozenset({"the", "a", "an", "last"})


def _is_reached(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the number at *at* is what a measure came to: "stood at 48.7", "rose to 61"."""
    verb = tokens[at - 2].lower
    match tokens[at - 1].lower:
        case "at":
            return verb in _STANDING
        case "to":
            return verb in MOVING_WORDS
        case _:
            return False


_STANDING = word_set("stood stands stand standing remained remains settled held steady unchanged")


def _is_numbered(tokens: Sequence[Piece], measured: Measured, phrase: Phrase) -> bool:
    """Whether the figure names which one is meant: "Year 6 pupils", "point 7 of the plan", "force
    10 winds", "the 42 bus".
    """
    start, end = measured.start, measured.end
    before, behind = tokens[start - 1], tokens[end].lower
    if before.lower not in _BEFORE_NUMBERED or measured.number.scaled or end != start + 1:
        return False
    if tokens[start].kind != "number":
        return False
    match before.lower:
        case "year":
            return before.text == "Year"
        case "point":
            return behind in {"of", "in"}
        case "force":
            return behind in _WINDS
        case _:
            return behind in _LINES and phrase.hedge is None


_BEFORE_NUMBERED = frozenset({"year", "point", "force", "the"})
_WINDS = word_set("wind winds gale gales storm storms hurricane hurricanes breeze")
_LINES = word_set("bus tram train ferry metro flight")


def _is_total(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the words before the figure say that it is a sum: "a total of", "a record"."""
    before, further = tokens[at - 1].lower, tokens[at - 2].lower
    if before == "number":  # "they number 300"; which one it is, was a label
        return True
    return (before == "of" and further in _TOTALS) or (before == "record" and further == "a")


_TOTALS = word_set("total tally sum maximum minimum average toll losses number")


def _is_in_a_row(tokens: Sequence[Piece], measured: Measured, figure: int, phrase: Phrase) -> bool:
    """Whether a bare figure is a part of a telephone number or the year of "founded in 1200"."""
    token, before = tokens[figure], tokens[figure - 1]
    follows_digits = before.kind == "number" and token.text.replace(" ", "").isdigit()
    follows_digits = follows_digits and not _is_behind_year(tokens, figure, phrase)
    if follows_digits or (before.text == "+" and phrase.thing is None):
        return True
    if measured.end == figure + 1 and _is_bill(tokens, figure, phrase):
        return True
    if phrase.thing is not None or measured.end != figure + 1:
        return False
    if len(token.text) == _DIGITS_OF_A_YEAR and token.text.isdigit():
        hedge = "" if phrase.hedge is None else phrase.hedge.words
        if before.lower in {"in", "since", "until", "circa"} or hedge in {"circa", "c .", "ca ."}:
            return True
    return _is_called(tokens, figure)


_DIGITS_OF_A_YEAR = 4


def _is_behind_year(tokens: Sequence[Piece], figure: int, phrase: Phrase) -> bool:
    """Whether the figure counts several things right behind a year: "in 2024 300 homes burned"."""
    year, thing = figure - 1, phrase.thing
    if not is_year(tokens, year) or not is_after_date_word(tokens, year):
        return False
    return thing is not None and _is_of_several(tokens, thing)


def _is_bill(tokens: Sequence[Piece], at: int, phrase: Phrase) -> bool:
    """Whether the figure at *at* numbers a bill that did something: "H.R. 4366 passed"."""
    thing = phrase.thing
    if thing is None or thing.persons or is_plural(tokens[thing.end - 1]):
        return False
    if [tokens[at - 1].text, tokens[at - 3].text] != [".", "."] or phrase.hedge is not None:
        return False
    initials = tokens[at - 4].text + tokens[at - 2].text
    after_article = tokens[at - 5].lower == "the"  # "in the U.S. 50 fell ill"
    return len(initials) == len("HR") and initials.isupper() and not after_article


def _is_called(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the bare figure at *at* is one to call, or numbers a bill: "(020) 7946", "text HELP
    to 80888", "H.R. 4521".
    """
    before, further = tokens[at - 1], tokens[at - 2]
    if not tokens[at].text.replace(" ", "").isdigit():
        return False
    if before.lower == "on" and " " in tokens[at].text and _is_reached_on(tokens, at):
        return True
    if " " in tokens[at].text:
        return any(token.lower in _CALLING for token in tokens[max(at - 4, 0) : at])
    if before.text == ")" and further.kind == "number":
        return True
    if before.text == "." and further.kind == "word" and further.text.isupper():
        return len(further.text) == 1
    return any(token.lower in _CALLING for token in tokens[max(at - 4, 0) : at])


_CALLING = word_set("text sms dial ring phone telephone")


def _is_reached_on(tokens: Sequence[Piece], at: int) -> bool:
    """Whether somebody is called on the figure at *at*: "Samaritans on 116 123", where nothing is
    done on so many ("spent on 116 123").
    """
    behind = tokens[at + 1]
    closes = behind.kind in {"end", "sign"} or behind.lower in _CLOSING
    return closes and not tokens[at - 2].lower.endswith(("ed", "ent"))


_CLOSING = word_set("or and for if to at free from any in")


def _ends_in_adjective(tokens: Sequence[Piece], phrase: Phrase) -> bool:
    thing = phrase.thing
    return thing is not None and tokens[thing.end - 1].lower in ADJECTIVES_OF_PERSONS


def _is_capital_name(tokens: Sequence[Piece], at: int) -> bool:
    """Whether a word with a capital stands before the figure at *at*, as in "Leopard 2", and is not
    one that may open a sentence.
    """
    before = tokens[at - 1]
    return (
        before.kind == "word"
        and not before.text.islower()
        and before.lower not in STOP_WORDS
        and before.lower not in _OPENING
        and not before.lower.endswith("ly")
        and not is_possessive(before)
        and not is_month(before)
        and hedge_before(tokens, at) is None
    )


# Words that are no name where they have a capital, and stand before a figure.
_OPENING = word_set(
    """
    all another both other its his her their our my your certain further first such including
    altogether overall nationwide worldwide elsewhere meanwhile instead thus hence inside within
    police officials authorities
    monday tuesday wednesday thursday friday saturday sunday
    """
)


def _is_age(tokens: Sequence[Piece], phrase: Phrase, measured: Measured) -> bool:
    """Whether "old" follows: the age of somebody, as in "79-year-old" and "79 years old". No one is
    as old as a fossil.
    """
    end = phrase.end
    after = end + 1 if tokens[end].text == "-" else end
    return tokens[after].lower in _OLD and measured.number.value <= _OLDEST


_OLD = word_set("old olds old's old’s")
# Jeanne Calment, who died in 1997, lived for 122 years.
_OLDEST = 122
