"""Changes: the words around a number that make it a rise or a fall instead of a level."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from claimtrack.words.counting.numbers import NUMBER_WORDS
from claimtrack.words.counting.rules import Number, fraction, integer
from claimtrack.words.tokens import Piece, word_set

Sign = int


class Change(NamedTuple):
    """A word of change found: +1 for a rise, -1 for a fall, and the tokens it fills."""

    sign: Sign
    start: int
    end: int
    by: bool = False


def _signed(rises: str, falls: str) -> dict[str, Sign]:
    return dict.fromkeys(rises.split(), 1) | dict.fromkeys(falls.split(), -1)


_VERBS = _signed(
    "rose rise rises rising risen increased increase increases increasing grew grow grows growing "
    "grown climbed climb climbs climbing jumped jump jumps jumping surged surge surges surging "
    "soared soar soars soaring up advanced advance advances advancing gained gain gains gaining "
    "expanded expand expands expanding swelled swell swells swelling swollen strengthened "
    "strengthen strengthens strengthening widened widen widens widening leapt leaped leap leaps "
    "leaping rebounded rebound rebounds rebounding rallied rally rallies rallying appreciated "
    "appreciate appreciates appreciating added recovered recover recovers recovering accelerated",
    "fell fall falls falling fallen decreased decrease decreases decreasing declined decline "
    "declines declining dropped drop drops dropping shrank shrink shrinks shrinking shrunk plunged "
    "plunge plunges plunging slumped slump slumps slumping tumbled tumble tumbles tumbling dipped "
    "dip dips dipping slipped slip slips slipping slid slide slides sliding sank sink sinks "
    "sinking sunk reduced contracted contracting down weakened weaken weakens "
    "weakening plummeted plummet plummets plummeting narrowed narrows narrowing lost lose "
    "loses losing shed slowed slows slowing collapsed collapse collapses crashed crash "
    "crashes eased ease eases easing depreciated depreciate depreciates retreated retreat retreats "
    "retreating dwindled dwindle dwindles dwindling",
)
# Of these verbs a share or a heat may stand right behind them, and any other figure behind a "by".
_BARE_IN_SHARES = _signed(
    "ballooned balloon balloons ballooning mushroomed mushroom mushrooms mushrooming rocketed "
    "rocket rockets rocketing skyrocketed skyrocket skyrockets skyrocketing spiked spike spikes "
    "spiking crept creep creeps creeping lengthened lengthen lengthens lengthening improved "
    "improve improves improving bounced bounce bounces bouncing snowballed "
    "snowball snowballs snowballing warmed warm warms warming exploded explode explodes "
    "exploding sprang sprung vaulted vaults vaulting popped pops popping",
    "cooled cool cools cooling softened soften softens softening receded recede recedes receding "
    "sagged sag sags sagging nosedived nosedive nosedives nosediving cratered craters cratering "
    "trimmed trim trims trimming shaved shave shaves shaving chopped chop chops chopping docked "
    "docks docking waned wane wanes waning faded fade fades fading wilted wilt wilts wilting "
    "subsided subside subsides subsiding moderated moderate moderates moderating tanked tanks "
    "tanking dived dive dives diving dove diminished diminish diminishes diminishing lessened "
    "lessen lessens lessening",
)
_VERBS |= _BARE_IN_SHARES
#: The words that a figure right behind them moves by.
MOVING_WORDS = frozenset(_VERBS)
#: What somebody does to something, by so much: "trimmed its fleet by", "was trimmed by".
_MOVING_OTHERS = _signed(
    "hiked hike hikes hiking upped upping lengthened lengthen lengthens lengthening improved "
    "improve improves improving extended extend extends extending inflated inflate inflates "
    "inflating broadened broaden broadens broadening",
    "trimmed trim trims trimming pared pare pares paring curbed curb curbs curbing dented dent "
    "dents denting eroded erode erodes eroding shortened shorten shortens shortening thinned thin "
    "thins thinning shaved shave shaves shaving chopped chop chops chopping docked docks docking "
    "curtailed curtail curtails curtailing depressed depress depresses depressing drained drain "
    "drains draining clipped clip clips clipping diminished diminish diminishes diminishing "
    "lessened lessen lessens lessening softened soften softens softening",
)
_VERBS_WITH_BY = (
    _VERBS
    | _MOVING_OTHERS
    | _signed(
        "raised raise raises raising boosted lifted higher larger bigger multiplied multiply "
        "multiplies multiplying",
        "cut cuts cutting lowered slashed slashing lower smaller shorter less narrow slow contract "
        "contracts",
    )
)
# They go either way, and up where none is told: "nudged its rate down by", "ticked by 0.1%".
_EITHER_WAY = _signed("edged inched nudged ticked edging inching nudging ticking", "")
# Behind these a bare figure is what was gained or thrown, not by how much something moved.
_ONLY_WITH_BY = word_set(
    "gained gain gains gaining advanced advance advances advancing expanded expand expands "
    "expanding reduced lost lose loses losing shed added recovered recover recovers recovering"
) | (
    frozenset(_BARE_IN_SHARES) - word_set("ballooned rocketed skyrocketed spiked snowballed sagged")
)
_NOUNS_BEFORE = _signed(
    "increase rise growth jump surge gain upturn",
    "decrease fall decline drop reduction cut slump contraction downturn",
)
_SHARES_BEFORE = _signed(
    "increases rises gains jumps surges", "decreases falls declines drops reductions cuts slumps"
)
_NOUNS_AFTER = _NOUNS_BEFORE | _signed("hike", "loss")
_COMPARATIVES = _signed(
    "more higher larger bigger greater faster longer above likelier heavier harder stronger wider "
    "deeper richer brighter hotter costlier dearer taller thicker",
    "less fewer lower smaller cheaper slower shorter below weaker lighter thinner poorer quieter",
)
# "Three times more" is read as "three times as many": news uses them alike.
_TIMES_MORE = word_set(
    "more higher larger bigger greater faster longer harder stronger wider deeper heavier richer "
    "older likelier brighter hotter costlier"
)
_TIMES_LESS = word_set("smaller lower less fewer cheaper slower shorter weaker lighter poorer")
_TIMES_AS = word_set(
    "many much high large big great long fast likely strong expensive heavy deep wide old rich "
    "dangerous powerful effective common productive often dense tall"
)
_TIMES_OF = word_set("the that what its their his her our those")
_FACTORS: dict[str, tuple[Number, Sign]] = {
    **dict.fromkeys(("doubled", "doubling"), (integer(Decimal(2)), 1)),
    **dict.fromkeys(("tripled", "trebled", "tripling", "trebling"), (integer(Decimal(3)), 1)),
    **dict.fromkeys(("quadrupled", "quadrupling"), (integer(Decimal(4)), 1)),
    **dict.fromkeys(("quintupled",), (integer(Decimal(5)), 1)),
    **{
        f"{word}fold": (integer(Decimal(n)), 1)
        for word, n in (
            ("two", 2),
            ("three", 3),
            ("four", 4),
            ("five", 5),
            ("six", 6),
            ("seven", 7),
            ("eight", 8),
            ("nine", 9),
            ("ten", 10),
            ("hundred", 100),
        )
    },
    **dict.fromkeys(("twice", "double"), (integer(Decimal(2)), 1)),
    **dict.fromkeys(("triple", "treble"), (integer(Decimal(3)), 1)),
    "quadruple": (integer(Decimal(4)), 1),
    **dict.fromkeys(("halved", "halving", "halve", "halves"), (fraction(1, 2), -1)),
    "doubles": (integer(Decimal(2)), 1),
    **dict.fromkeys(("triples", "trebles"), (integer(Decimal(3)), 1)),
    "quadruples": (integer(Decimal(4)), 1),
}
#: The words that are a number and its change in one.
FACTOR_WORDS = frozenset(_FACTORS)
#: Those of them that need what they are so many times of: "twice the limit".
COMPARING_WORDS = word_set("twice double triple treble quadruple")


def factor_at(token: Piece) -> tuple[Number, Sign] | None:
    """The factor that *token* says something grew by ("doubled" is 2, +1), or the part that it
    lost ("halved" is 1/2, -1).
    """
    return _FACTORS.get(token.lower)


#: The factors that are a noun as well, where no subject stands before them.
_FACTORS_OF_NOW = word_set("halves doubles triples trebles quadruples")
_MODALS = word_set(
    "will would could can may might must should shall did does do cannot not help helped helps let"
)
_MEANING = word_set(
    """
    plan plans planned planning aim aims aimed aiming want wants wanted promise promises promised
    vow vows vowed pledge pledges pledged expected hope hopes hoping hoped likely projected forecast
    due poised set need needs needed able agreed going seek seeks seeking sought try tries tried
    trying proposal proposals proposed decision decided about bid effort efforts target goal ready
    threaten threatens threatened intend intends ordered order is are was were
    """
)
_BEFORE_NOUNS = word_set(
    """
    a an the this that these those its his her their our two both three four five six first second
    other opposite equal into in of at and or with for to play plays played playing win wins won
    mixed singles men's women's boys' girls' hit hits
    """
)
_BEHIND_NOUNS = word_set(
    """
    match matches title titles final finals player players partner partners pair pairs team teams
    specialist specialists champion champions crown tournament event events ranking rankings draw
    game games tie semi quarter bronze silver gold
    """
)
_NOT_BEHIND_VERBS = word_set(
    "down up back check cross digits digit figures jump fault dip park book glaze bogey"
)
_OF_A_ROLE = word_set("a an the his her its")


def is_multiplying(tokens: Sequence[Piece], start: int, at: int) -> bool:
    """Whether the factor at *at*, whose phrase begins at *start*, says what is done or happens:
    "halves the risk", "will more than double", "plans to triple output"; not "won the doubles",
    "double digits", "doubles as a shelter".
    """
    word, before, after = tokens[at].lower, tokens[start - 1].lower, tokens[at + 1].lower
    if after in _NOT_BEHIND_VERBS or (after == "as" and _is_in_a_role(tokens, at)):
        return False
    if word in _FACTORS_OF_NOW:
        is_noun = before in _BEFORE_NOUNS or before.endswith(("'s", "’s"))
        return not is_noun and tokens[start - 1].kind == "word" and after not in _BEHIND_NOUNS
    if word not in COMPARING_WORDS:
        return True
    is_meant = before == "to" and tokens[start - 2].lower in _MEANING
    return word != "twice" and (before in _MODALS or is_meant)


def _is_in_a_role(tokens: Sequence[Piece], at: int) -> bool:
    word = tokens[at].lower
    if word in COMPARING_WORDS:
        return True
    roles = _OF_A_ROLE if word in _FACTORS_OF_NOW else {"a", "an"}
    return tokens[at + 2].lower in roles


def comparison_end(tokens: Sequence[Piece], at: int) -> int | None:
    """The place after the "as many", "more" or "the" that begins at *at*, behind "twice" or
    "three times"; None where nothing is compared ("he called three times").
    """
    word = tokens[at].lower
    if word == "as" and tokens[at + 1].lower in _TIMES_AS:
        return at + 2
    return at + 1 if word in _TIMES_MORE or word in _TIMES_OF else None


def lesser_end(tokens: Sequence[Piece], at: int) -> int | None:
    """The place after the "times smaller" at *at*, behind a number; None without it."""
    is_less = tokens[at].lower == "times" and tokens[at + 1].lower in _TIMES_LESS
    return at + 2 if is_less else None


def part_end(tokens: Sequence[Piece], at: int) -> int | None:
    """The place after the "as many" at *at*, behind a fraction: "half as many", "half again as
    many".
    """
    at += tokens[at].lower == "again"
    return comparison_end(tokens, at) if tokens[at].lower == "as" else None


def multiple_end(tokens: Sequence[Piece], at: int) -> int | None:
    """The place after "times as many" or "-fold" at *at*, behind a number; None without it."""
    word = tokens[at].lower
    if word == "times":
        return comparison_end(tokens, at + 1)
    if word == "x" and tokens[at + 1].lower in _NOUNS_AFTER:
        return at + 1
    if word == "x":
        return comparison_end(tokens, at + 1)
    if tokens[at].text in {"-", "‐", "‑"} and tokens[at + 1].lower == "fold":
        return at + 2
    return None


#: What stands right behind a number that something is compared by: `lesser_end`, `part_end` and
#: `multiple_end` are None behind any other.
MULTIPLYING = frozenset({"times", "x", "as", "again", "-", "‐", "‑"})


def change_before(tokens: Sequence[Piece], at: int, *, share: bool) -> Change | None:
    """The word of change whose number begins at *at*: "rose by", "down", "an increase of"."""
    before = tokens[at - 1].lower
    if before == "of":
        noun = tokens[at - 2].lower
        sign = _NOUNS_BEFORE.get(noun) or (_SHARES_BEFORE.get(noun) if share else None)
        return None if sign is None else Change(sign, at - 2, at, by=True)
    if before == "in" and tokens[at - 2].lower in _HALVED and tokens[at].lower == "half":
        return Change(-1, at - 2, at, by=True)
    if before == "by":
        return _change_by(tokens, at) or (_change_in_time(tokens, at) if share else None)
    if before == "up" and tokens[at - 2].lower in _GIVING:  # "gave up 4%", and no 40 prisoners
        return Change(-1, at - 2, at) if share else None
    sign = None if before in _ONLY_WITH_BY and not share else _VERBS.get(before)
    return None if sign is None else Change(sign, at - 1, at)


def is_particle(tokens: Sequence[Piece], at: int, *, share: bool) -> bool:
    """Whether the "up" or "down" at *at* belongs to what somebody did: "shot down", "gave up"; of
    a *share* only where nothing moves by that: "made up one in three sales", but "closed up 3%".
    """
    verbs = _MAKING if share else _WITH_PARTICLES
    return tokens[at].lower in {"up", "down"} and tokens[at - 1].lower in verbs


_GIVING = word_set("give gives gave given giving")
_MAKING = word_set(
    """
    make makes made making rack racks racked racking notch notched notching chalk chalked clock
    clocked clocking tot totted take takes took taken taking use uses used using eat eats ate eaten
    snap snaps snapped snapping buy buys bought buying soak soaks soaked gobble gobbled swallow
    swallowed
    """
)
_WITH_PARTICLES = word_set(
    """
    ate backed backing eat eats blew blow blows blown blowing bought buy buys buying break breaks
    breaking broke broken bring brings bringing brought build building builds built burn burned
    burning burns burnt call called calling calls chalked chased close closed closes closing cut
    cuts cutting dig digs dug gave give given gives giving gun gunned gunning haul hauled held hold
    holding holds hunt hunted hunting knock knocked knocking laid lay lined lit lock locked locking
    made make makes making marked mopped notched open opened opening opens paid pay pick picked
    picking picks piled pin pinned propped pull pulled pulling put puts putting racked round rounded
    rounding set sets setting shoot shooting shoots shot shut sign signed signing signs snap snapped
    strike strikes struck swallowed take taken takes taking tear tie tied ties took tore torn track
    tracked turn turned turning turns used washed write writes wrote
    """
)


def _change_by(tokens: Sequence[Piece], at: int) -> Change | None:
    """ "Fell sharply by", "cut emissions by": a verb, and what it moves between it and the "by"."""
    place = at - 2
    while place > at - 1 - _MOST_WEIGHED and _weighs(tokens[place]):
        place -= 1
    moving = tokens[place].lower
    sign = _VERBS_WITH_BY.get(moving) or _EITHER_WAY.get(moving)
    if sign is not None:
        return None if tokens[place - 1].lower in _HELD_UP else Change(sign, place, at, by=True)
    for further in range(at - 3, at - 3 - _MOST_WORDS_MOVED, -1):
        sign = _TRANSITIVES.get(tokens[further].lower)
        if sign is not None:
            return Change(sign, at - 1, at, by=True)
        if tokens[further].kind != "word":
            return None
    return None


def _change_in_time(tokens: Sequence[Piece], at: int) -> Change | None:
    """ "Rose in March by", "fell last year by": a verb, and when it was between it and the "by"."""
    for place in range(at - 3, max(at - 3 - _MOST_WORDS_MOVED, -1), -1):
        sign = _VERBS.get(tokens[place].lower)
        if sign is not None:
            told = tokens[place + 1].lower in _WHEN and tokens[place].lower not in {"up", "down"}
            return Change(sign, place, at, by=True) if told else None
        if tokens[place].kind not in {"word", "number"}:
            return None
    return None


_WHEN = word_set("in last this over during on between since across overnight within")


def change_told(tokens: Sequence[Piece], at: int) -> Change | None:
    """The noun that the "was" before *at* tells the size of: "the increase in rents was"."""
    if tokens[at - 1].lower not in _COMING_TO:
        return None
    for place in range(at - 3, max(at - 3 - _MOST_WORDS_MOVED, -1), -1):
        if tokens[place].kind != "word":
            return None
        sign = _NOUNS_BEFORE.get(tokens[place].lower)
        if sign is not None:
            told = tokens[place + 1].lower == "in"
            return Change(sign, at - 1, at, by=True) if told else None
    return None


_COMING_TO = word_set("was is were averaged totalled totaled reached")


# "Held up by 20 minutes" moves nothing.
_HELD_UP = word_set("held backed propped taken picked set made")
_MOST_WORDS_MOVED = 7
_TRANSITIVES = _MOVING_OTHERS | _signed(
    "raised raise raises raising boosted lifted increased increase increases increasing expanded",
    "cut cuts cutting lowered slashed slashing reduced reduce reduces reducing shrank decreased",
)
_HALVED = word_set("cut cuts cutting slashed slashing reduced")
_MOVES = (
    frozenset(_VERBS_WITH_BY)
    | frozenset(_EITHER_WAY)
    | word_set("went go goes going gone moved moves moving shifted swung changed turned")
)


def is_done_to(token: Piece) -> bool:
    """Whether *token* is what somebody does to something, so that persons behind a "by" may be who
    did it: "the pond was drained by 40 volunteers".
    """
    return token.lower in _MOVING_OTHERS


def moves_before(tokens: Sequence[Piece], at: int) -> bool:
    """Whether something is said to move right before *at*, so that "from A to B" has two ends
    and is no range.
    """
    return tokens[at - 1].lower in _MOVES or (
        tokens[at].lower == "from" and verb_before(tokens, at) is not None
    )


#: What is told in percent itself, so that a percentage beside it is a level.
TOLD_IN_PERCENT = word_set(
    """
    inflation rate rates unemployment joblessness turnout share shares yield yields margin margins
    approval support stake occupancy ratio tax cpi proportion percentage odds probability
    participation vacancy vacancies poverty savings growth
    """
)
#: What an amount that something moved by is made of, besides its number.
_OF_AN_AMOUNT = word_set(
    "% $ £ € percent percentage per cent point points basis million billion thousand bn m k by "
    "about around nearly almost some roughly just over under more less than a an pence cents euros "
    "pounds dollars degrees degree"
)
_MOST_OF_AMOUNT = 8


def _before_amount(tokens: Sequence[Piece], at: int) -> int | None:
    """The place before the amount that ends right before *at*; None where none does."""
    place, counted = at - 1, False
    while place > at - _MOST_OF_AMOUNT:
        token = tokens[place]
        is_number = token.kind == "number" or token.lower in NUMBER_WORDS
        if not (is_number or token.lower in _OF_AN_AMOUNT):
            break
        counted = counted or is_number
        place -= 1
    return place if counted else None


def verb_before(tokens: Sequence[Piece], at: int) -> int | None:
    """The place of the verb or the noun of movement that leads to the "from", "to" or "by" at *at*:
    right before it, before an adverb or a comma, or before what it moves ("cut the seats from").
    """
    place = at - 1
    while place > at - _MOST_WEIGHED and _weighs(tokens[place]):
        place -= 1
    if tokens[place].lower in _MOVES_AND_FACTORS:
        return place
    if tokens[at].lower != "from" or tokens[at - 1].lower in _RANGING:
        return None
    amount = _before_amount(tokens, at)
    if amount is not None and tokens[amount].lower in _MOVES_AND_FACTORS:
        return amount  # "rose four points from 57% to 61%"
    for further in range(at - 2, max(at - 2 - _MOST_WORDS_MOVED, -1), -1):
        word = tokens[further].lower
        if word in _TRANSITIVES or (word in _NOUNS_BEFORE and tokens[further + 1].lower == "in"):
            return further
        if tokens[further].kind != "word":
            return None
    return None


_MOVES_AND_FACTORS = _MOVES | (FACTOR_WORDS - COMPARING_WORDS)
# What stands between a verb and what it moved by or to: "fell again, by", "rose sharply from".
_MOST_WEIGHED = 4
_WEIGHING = word_set("again further more once still too even slightly steadily fast back")
# Behind them "from A to B" is a range, whatever moved before.
_RANGING = word_set("range ranges ranging ranged vary varies varying varied of anywhere anything")


def _weighs(token: Piece) -> bool:
    return token.text == "," or token.lower in _WEIGHING or token.lower.endswith("ly")


def sign_of_move(token: Piece) -> Sign:
    """Whether the verb or the noun *token* tells a rise (+1) or a fall (-1); 0 for neither."""
    word = token.lower
    if word in _FACTORS:
        return _FACTORS[word][1]
    return _VERBS_WITH_BY.get(word) or _TRANSITIVES.get(word) or _NOUNS_BEFORE.get(word) or 0


def change_after(tokens: Sequence[Piece], at: int, *, share: bool) -> Change | None:
    """The word of change that begins at *at*, behind its number: "more" (of a share), "drop"."""
    word = tokens[at].lower
    sign = _NOUNS_AFTER.get(word)
    if sign is None and share:
        sign = _COMPARATIVES.get(word)
        if sign is None and word in _PAID:  # "a 3% pay rise"
            sign, at = _NOUNS_AFTER.get(tokens[at + 1].lower), at + 1
    return None if sign is None else Change(sign, at, at + 1)


_PAID = word_set(
    """
    pay wage salary price tax tariff fare rent rate fee budget spending job staff output production
    sales profit revenue population productivity emissions benefit pension cost
    """
)
