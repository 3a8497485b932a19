"""Names: the numbers that are a part of what something is called: "Five Eyes", "8 Mile".

A name has capitals where a sentence has none, and is one thing where a number counts several. In a
headline that has its capitals throughout neither can be told, and the number is left to count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimtrack.words.counting.hedges import hedge_before
from claimtrack.words.counting.labels import is_numbering
from claimtrack.words.counting.peoples import PEOPLES
from claimtrack.words.counting.phrases import Measured
from claimtrack.words.counting.things import counted_at, is_plural, is_possessive
from claimtrack.words.counting.units import is_person
from claimtrack.words.tokens import Piece, word_set


def is_name(tokens: Sequence[Piece], measured: Measured) -> bool:
    """Whether the number is a part of a name: "Five Eyes", "Fifty Shades", "617 Squadron"."""
    first = tokens[measured.start]
    if first.kind == "number":
        return _is_of_a_figure(tokens, measured)
    if first.kind != "word":
        return False
    if not first.text.istitle():
        return _is_numbering_word(tokens, measured)
    if measured.unit is not None or measured.number.form == "mixed":
        last = tokens[measured.end - 1]
        named = last.kind == "word" and last is not first and last.text.istitle()
        named = named and first.lower not in _OPENING_RANGES  # "Between 3C and 5C"
        return named and not _is_in_title_case(tokens, measured.start, measured.end)
    if measured.number.form != "integer":
        return False
    if tokens[measured.start - 1].kind == "word":
        return _is_capital_amid(tokens, measured) or _is_numbering_word(tokens, measured)
    end = _name_end(tokens, measured.end)
    return end > measured.end and _is_called_so(tokens, measured, end)


_OPENING_RANGES = frozenset({"between", "from"})


def _is_in_title_case(tokens: Sequence[Piece], start: int, end: int) -> bool:
    """Whether the sentence around *start* to *end* has its capitals throughout, as a headline has
    them: no word of any weight in lower case stands near.
    """
    return not any(
        _has_lower_case(tokens[place] for place in places)
        for places in (
            range(end, end + _WORDS_LOOKED_AT),
            range(start - 1, max(start - 1 - _WORDS_LOOKED_AT, -1), -1),
        )
    )


_WORDS_LOOKED_AT = 9
_STOPS = frozenset(".!?")
_SMALL_WORDS = word_set(
    "a an and as at but by for from if in into is nor of off on onto or out over per so than the to"
    " up via vs with after amid"
)


def _has_lower_case(pieces: Iterable[Piece]) -> bool:
    for piece in pieces:
        if piece.kind == "end" or piece.text in _STOPS:
            return False
        if piece.kind == "word" and piece.text.islower() and piece.lower not in _SMALL_WORDS:
            return True
    return False


def _name_end(tokens: Sequence[Piece], at: int) -> int:
    """The place after the words with a capital that go on from *at*, and the small ones between
    them: "Musketeers", "Leagues Under the Sea".
    """
    end = at
    for place in range(at, at + _LONGEST_NAME):
        token = tokens[place]
        if token.kind == "word" and token.text[0].isupper():
            end = place + 1
        elif end == at or token.lower not in _WITHIN_NAMES:
            break
    return end


_LONGEST_NAME = 6
_WITHIN_NAMES = word_set("a an and for in of on the to")


def _head(tokens: Sequence[Piece], start: int, end: int) -> Piece:
    """The noun of the name from *start* to *end*: the last word before a small one."""
    head = tokens[start]
    for place in range(start, end):
        if tokens[place].lower in _WITHIN_NAMES:
            break
        head = tokens[place]
    return head


def _is_called_so(tokens: Sequence[Piece], measured: Measured, end: int) -> bool:
    """Whether the capitals up to *end* go on from a number that opens a sentence as a name does:
    "Six Flags closed", "Seven Network bought it", but not "Two Texas towns" or "Three Poles".
    """
    head = _head(tokens, measured.end, end)
    if f"{tokens[measured.end - 1].lower} {tokens[measured.end].lower}" in _KNOWN:
        return True
    if _is_of_a_people(head) or _is_in_title_case(tokens, measured.start, end):
        return False
    if any(is_possessive(tokens[place]) for place in range(measured.end, end)):
        return False
    return _is_one_thing(tokens, head, end) or not _counts_on(tokens, end)


# Names that are told apart by nothing in "Six Nations champions": what they go on with is a plural.
_KNOWN = frozenset(
    [
        "one nation",
        "three lions",
        "three gorges",
        "three mile",
        "three rivers",
        "four seasons",
        "four corners",
        "four nations",
        "five eyes",
        "five guys",
        "five nations",
        "five star",
        "six flags",
        "six nations",
        "seven eleven",
        "seven seas",
        "seven sisters",
        "seven summits",
        "nine elms",
        "ten commandments",
        "twelve apostles",
        "101 dalmatians",
    ]
)


def _is_one_thing(tokens: Sequence[Piece], head: Piece, end: int) -> bool:
    """Whether a plural is spoken of as of one: "Twelve Monkeys was remade"."""
    return is_plural(head) and tokens[end].lower in _IS


_IS = word_set("is was has isn't wasn't hasn't")


def _is_of_a_people(token: Piece) -> bool:
    """Whether *token* is a word for persons that has its capital wherever it stands."""
    word = token.lower
    return word in PEOPLES or word in _WITH_CAPITALS or word.endswith(("ish", "ese"))


_WITH_CAPITALS = word_set(
    """
    dutch french swiss welsh british afghans americans
    marines members ministers senators deputies representatives commissioners judges justices
    """
)


def _counts_on(tokens: Sequence[Piece], at: int) -> bool:
    """Whether what is counted stands at *at*, behind words with a capital: "Texas towns"."""
    if _is_verb(tokens[at]):
        return False
    thing = counted_at(tokens, at)
    if thing is None:
        return False
    return thing.persons or any(map(is_plural, tokens[thing.start : thing.end]))


def _is_verb(token: Piece) -> bool:
    return token.lower.endswith("ed") or token.lower in _PASTS


# The irregular past forms that news tells what something did by.
_PASTS = word_set(
    """
    am are is was were has have had does did do will would can could may might must
    beat became began bet bid bled blew bore bought bound broke brought built burnt burst came
    caught chose clung cost crept cut dealt drew drove dug fed fell felt fled flew forbade forgot
    fought found froze gave got grew heard held hid hit hung hurt kept knew laid lay leapt led left
    lent let lit lost made meant met paid put quit ran rang read rode rose said sang sank sat saw
    sent set shook shone shot shut slept slid sold sought spent split spoke spread sprang stood
    stole struck stuck swam swept swore swung taught threw told took tore went won woke wore wrote
    """
)


def _is_capital_amid(tokens: Sequence[Piece], measured: Measured) -> bool:
    """Whether the number has a capital in the midst of a sentence, as names have it: "the Four
    Tops", "the Group of Seven met", "Article Five", "The Three Wise Men came".
    """
    before, after, number = tokens[measured.start - 1], tokens[measured.end], measured.number
    if _is_in_a_band(tokens, measured.start):
        return True
    is_called = after.text.istitle() and not _is_of_a_people(after)  # "The Three Brothers"
    if is_person(after) and not is_called and tokens[measured.end + 1].lower not in OBJECTS:
        return False
    if hedge_before(tokens, measured.start) is not None:
        return False
    if is_numbering(before):
        return True
    end = _name_end(tokens, measured.end)
    if end == measured.end or not before.text[0].isupper():
        return not number.scaled
    if _is_in_title_case(tokens, measured.start, end):
        return False
    return before.lower == "the" or not _counts_on(tokens, end)


#: Behind these "killed" tells what somebody did, and no number of persons.
OBJECTS = word_set("him her them me us it himself herself")


def _is_in_a_band(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the number at *at* says how many a band is of: "the Group of Seven"."""
    band = tokens[at - 2]
    if tokens[at - 1].lower != "of" or band.lower not in _BANDS:
        return False
    return tokens[at].text.istitle() or band.text[0].isupper()


_BANDS = word_set("group gang band council committee class club")


def _is_numbering_word(tokens: Sequence[Piece], measured: Measured) -> bool:
    """Whether a number in words tells which one is meant: "phase two", "on day three"."""
    before, further = tokens[measured.start - 1], tokens[measured.start - 2]
    if measured.unit is not None or measured.number.form != "integer" or measured.number.scaled:
        return False
    if before.lower in _TURNS:
        return further.lower in _AT_A_TURN or further.kind == "end" or further.text in _STOPS
    if before.lower in _ROUNDS:
        return further.lower not in _EACH and not _counts_on(tokens, measured.end)
    if before.lower not in _PARTS or further.lower in _EACH:
        return False
    return not is_person(tokens[measured.end])


_PARTS = word_set(
    """
    phase step stage category chapter round part level tier grade season episode volume scene
    article section lesson type number
    """
)
_ROUNDS = word_set("game match leg heat race test")
_EACH = word_set("each every any this that last first final next one per no")
_TURNS = word_set("day week month year")
_AT_A_TURN = word_set("on of by in from for until since during after before into")


def _is_of_a_figure(tokens: Sequence[Piece], measured: Measured) -> bool:
    """Whether a figure is a part of a name, or the calibre of a gun, or the year of a class."""
    if measured.unit is not None:
        return _is_title_of_a_time(tokens, measured)
    if _is_of_a_class(tokens, measured) or _is_calibre(tokens, measured):
        return True
    if measured.number.form != "integer" or measured.number.scaled or measured.high is not None:
        return False
    if _is_in_a_band(tokens, measured.start):
        return not _counts_on(tokens, measured.end)
    end = _name_end(tokens, measured.end)
    return end > measured.end and _is_called_by_figure(tokens, measured, end)


def _is_called_by_figure(tokens: Sequence[Piece], measured: Measured, end: int) -> bool:
    """Whether the capitals up to *end* go on from a figure as a name does: "617 Squadron flew",
    "12 Monkeys was remade", "12 Angry Men", but not "12 Ukrainian homes" or "14 Bradleys".
    """
    head, before = _head(tokens, measured.end, end), tokens[measured.start - 1]
    if f"{tokens[measured.start].text} {tokens[measured.end].lower}" in _KNOWN:
        return True
    if tokens[measured.start].text == "1" and head.text.istitle() and is_plural(head):
        return True  # "1 Rifles"
    if _is_of_a_people(head) or _is_in_title_case(tokens, measured.start, end):
        return False
    if hedge_before(tokens, measured.start) is not None:
        return False
    if head.text in _REGIMENTS and measured.end == measured.start + 1:
        return True
    if _is_one_thing(tokens, head, end):
        return True
    if is_person(head) and not head.text.isupper():
        after_capital = before.kind == "word" and before.text[0].isupper()
        return end > measured.end + 1 or after_capital
    if is_plural(head):
        return False
    opens = before.kind != "word" or before.lower in _BEFORE_NAMES or is_possessive(before)
    if head.text.isupper():
        return opens and tokens[end].lower in _IS
    closes = before.lower == "the" and tokens[end].kind in {"end", "sign"}
    return opens and (closes or _is_verb(tokens[end]))


# With a capital they are a regiment, whose number says which: "2 Rifles lost a man".
_REGIMENTS = frozenset(
    {"Rifles", "Fusiliers", "Lancers", "Hussars", "Dragoons", "Para", "Commando", "Squadron"}
)
_BEFORE_NAMES = word_set("the of at by from to with in near outside and")


def _is_title_of_a_time(tokens: Sequence[Piece], measured: Measured) -> bool:
    """Whether a figure and its unit are a title in a sentence: "60 Minutes aired it", "8 Mile"."""
    unit = tokens[measured.end - 1].text
    if measured.unit is None or len(unit) < _LONG_WORD or not unit.istitle():
        return False
    is_time = measured.unit.base in {"h", "d", "yr"} or unit in {"Mile", "Miles"}
    return is_time and not _is_in_title_case(tokens, measured.start, measured.end)


_LONG_WORD = 4


def _is_of_a_class(tokens: Sequence[Piece], measured: Measured) -> bool:
    """Whether a figure is the year of a class: "the Class of 92", "the class of '92"."""
    is_short = tokens[measured.start - 1].text in _APOSTROPHES
    at = measured.start - is_short
    band = tokens[at - 2]
    if tokens[at - 1].lower != "of" or band.lower != "class":
        return False
    return is_short or band.text[0].isupper()


_APOSTROPHES = frozenset("'’‘")


def _is_calibre(tokens: Sequence[Piece], measured: Measured) -> bool:
    """Whether a figure without a nought is a gun's or a batter's: "a .45 pistol"."""
    if measured.unit is not None or not tokens[measured.start].text.startswith("."):
        return False
    return not measured.number.scaled and counted_at(tokens, measured.end) is not None
