"""Calendar words: what a language writes dates with, as data.

A language is one `CalendarWords`; the grammar (`writing`) knows none of its words. Several
words of a phrase are written as running text and kept as a tuple of lower-case tokens, so that a
hyphen stands apart, as the tokenizer splits it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from claimtrack.words.dating.feasts import DayOfMonth, DayRule, FromEaster, WeekdayOf
from claimtrack.words.dating.spans import Part, Precision
from claimtrack.words.tokens import Token, word_set

Relation = Literal[
    "on", "by", "until", "since", "not before", "before", "after", "from-to", "about", "as of"
]
Turn = Literal["last", "this", "next"]
Words = tuple[str, ...]
T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases of several words with what each means, found by their first words."""

    def __init__(self, listed: Mapping[Words, T]) -> None:
        self.by_first: dict[str, list[tuple[Words, T]]] = {}
        for words in sorted(listed, key=len, reverse=True):
            self.by_first.setdefault(words[0], []).append((words, listed[words]))

    def at(self, tokens: Sequence[Token], at: int) -> tuple[T, int] | None:
        """What the longest one that begins at *at* means, and the place after it."""
        for words, meaning in self.by_first.get(tokens[at].lower, ()):
            end = at + len(words)
            # Most phrases fail at their last word, and this is asked of every token.
            is_ended = tokens[end - 1].lower == words[-1]
            if is_ended and tuple(token.lower for token in tokens[at:end]) == words:
                return meaning, end
        return None

    def __contains__(self, word: str) -> bool:
        """Whether *word* is one of them, all by itself."""
        return any(words == (word,) for words, _ in self.by_first.get(word, ()))


@dataclass(frozen=True, slots=True, eq=False)
class CalendarWords:
    """The words of one language; all in lower case.

    ``months`` have each name before its shorter forms; ``doubtful_months`` are words besides
    ("may", "march"), ``given_names`` names of persons.
    ``units`` are the counted lengths of time with what one of them is: a fortnight is two weeks.
    ``days`` are whole phrases for a day, by its distance from the day of publication. A weekday is
    a name after ``before_weekday`` ("Black Friday") and before ``next_to_weekday``. ``stretches``
    open a length of time up to publication or after it ("the past year"), ``elsewhere`` one that
    hangs on another in the text, and so does what is ``within`` a length ``from_then``.
    A length may be told by the date it is ``ending`` (with an ``ending_on``) at ("the week ending
    on 12 September").
    ``happenings`` are named "of" their year whatever it is ("the battle of 1066"), ``amounts`` are
    "of" no year, nor is one what a verb of ``counting`` has ("scored 2024 points"). What is
    ``ruling`` is called by a person ("the May government"), unless it is only ``gathering`` there.
    ``festivals`` are a day of a month, ``feasts`` what a rule tells of each year, with one for each
    country that has another; behind ``other_calendars`` neither is meant, and behind ``their`` name
    of a people the feast is that people's all the same.
    ``one`` of a weekday is none that is known ("on a Friday"). ``ago`` counts back from
    publication, ``hence`` on; ``apart`` counts from a day that the text names. ``behind`` stand
    after what they bound ("from 2014 onwards", "June 2024 at the earliest"). ``future`` and
    ``past`` tell when a verb beside a date is, and so does the ``past_ending`` of any word but
    ``no_past``. ``scheduled`` verbs in the present tense speak of what is to come ("polls open on 3
    May"), but not behind ``not_verbs_after``, where they are nouns, nor after an ``infinitive``;
    that is to come after ``being`` and ``having`` ("are to meet"), and after what is ``resolving``
    ("agreed to meet", "a plan to meet"). ``infinitives`` are verbs that a headline puts behind it,
    ``scheduled`` ones besides. ``amid_verbs`` stand between a verb and the one it leans on; with
    ``have``, only what is ``surely`` to come is ("will have ended", never "would have ended").
    ``limits`` lie ahead as often as not, alone too, and an ``outlook`` ("June at the latest") does
    where no verb tells. What ``did`` not, or ``could`` not, is of what was. What has ``been``
    ``planned`` for a time may have come or not. What is ``putting_off`` ("adjourned") has the time
    behind a limit or a word of ``put_off_to`` ahead of it, unless it was ``once`` so; and what is
    or is ``remaining`` so up to a time or from it on has that ahead, unless it is ``compared`` ("is
    up from May"). A participle tells nothing behind a ``passive`` ("to be signed"). What is
    ``demanding`` a length of time speaks of what is to come, whatever its tense. Beside a date,
    what is ``idle`` changes nothing of it; ``denials`` and ``conditions`` turn the whole. Behind
    denials, and what is ``improbable`` as well, words that are ``deniable`` tell of no time before
    the date ("not open until May"), unless the verb is ``lasting``, the denial is of something
    else (``no_denial_before``: "no more than 40") or what is ``reporting`` opens another clause.
    """

    months: Mapping[str, int]
    doubtful_months: frozenset[str]
    given_names: frozenset[str]
    weekends: frozenset[str]
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    before_weekday: frozenset[str]
    next_to_weekday: frozenset[str]
    seasons: Mapping[str, str]
    units: Mapping[str, tuple[Precision, int]]
    days: Phrases[int]
    times_of_day: frozenset[str]
    turns: Mapping[str, Turn]
    stretches: Mapping[str, int]
    elsewhere: frozenset[str]
    parts: Phrases[Part]
    halves: Mapping[str, Part]
    so_far: Mapping[str, Literal["earlier", "later"]]
    relations: Phrases[Relation]
    behind: Phrases[Relation]
    betweens: frozenset[str]
    froms: frozenset[str]
    joints: frozenset[str]
    opened_joints: frozenset[str]
    ending: frozenset[str]
    ending_on: frozenset[str]
    ands: frozenset[str]
    lists: frozenset[str]
    within: frozenset[str]
    from_then: frozenset[str]
    ahead: frozenset[str]
    half_a: frozenset[Words]
    and_a_half: frozenset[Words]
    the: frozenset[str]
    weak_leads: frozenset[str]
    happenings: frozenset[str]
    amounts: frozenset[str]
    counting: frozenset[str]
    ruling: frozenset[str]
    gathering: frozenset[str]
    one: frozenset[str]
    that: frozenset[str]
    of: frozenset[str]
    ordinals: Mapping[str, int]
    ordinal_endings: frozenset[str]
    numbers: Mapping[str, int]
    decades: Mapping[str, int]
    centuries: frozenset[str]
    quarters: frozenset[str]
    short_quarters: Mapping[str, int]
    year: frozenset[str]
    year_ends: Phrases[Part]
    fiscal: frozenset[str]
    short_fiscal: str
    eras_before: frozenset[str]
    ago: frozenset[str]
    hence: Phrases[int]
    apart: frozenset[str]
    on_after: frozenset[str]
    more_than: Phrases[Relation]
    festivals: Phrases[tuple[int, int]]
    feasts: Phrases[tuple[DayRule, ...]]
    other_calendars: frozenset[str]
    their: frozenset[str]
    time: frozenset[str]
    next_but_one: Phrases[Literal[-1, 1]]
    week: frozenset[str]
    final: frozenset[str]
    future: frozenset[str]
    scheduled: frozenset[str]
    being: frozenset[str]
    not_verbs_after: frozenset[str]
    infinitive: frozenset[str]
    having: frozenset[str]
    have: frozenset[str]
    surely: frozenset[str]
    amid_verbs: frozenset[str]
    infinitives: frozenset[str]
    resolving: frozenset[str]
    passive: frozenset[str]
    since: frozenset[str]
    limits: frozenset[str]
    outlook: frozenset[str]
    putting_off: Phrases[bool]
    put_off_to: frozenset[str]
    once: frozenset[str]
    planned: frozenset[str]
    been: frozenset[str]
    did: frozenset[str]
    could: frozenset[str]
    remaining: frozenset[str]
    compared: frozenset[str]
    past: frozenset[str]
    past_ending: str
    no_past: frozenset[str]
    saying: frozenset[str]
    demanding: frozenset[str]
    idle: frozenset[str]
    denials: frozenset[str]
    conditions: frozenset[str]
    deniable: frozenset[str]
    improbable: frozenset[str]
    lasting: frozenset[str]
    no_denial_before: frozenset[str]
    reporting: frozenset[str]

    @property
    def month_forms(self) -> dict[str, tuple[str, ...]]:
        """The name of each month, in the order of the year, with its shorter forms."""
        by_number: dict[int, list[str]] = {}
        for form, number in self.months.items():
            by_number.setdefault(number, []).append(form)
        return {name: tuple(short) for _, (name, *short) in sorted(by_number.items())}


def _numbered(words: str, first: int = 1) -> dict[str, int]:
    """The words of a list, counted; those that a slash joins are the same."""
    return {
        one: number for number, group in enumerate(words.split(), first) for one in group.split("/")
    }


def _phrases(listed: Mapping[T, str]) -> Phrases[T]:
    return Phrases(
        {
            tuple(phrase.split()): meaning
            for meaning, phrases in listed.items()
            for phrase in phrases.split("|")
        }
    )


def _of_easter(orthodox: str = "") -> dict[tuple[DayRule, ...], str]:
    """The feasts that hang on Easter, each name behind the word *orthodox* where there is one."""
    return {
        (FromEaster(first, last, bool(orthodox)),): "|".join(
            f"{orthodox} {name}".strip() for name in names.split("|")
        )
        for (first, last), names in (
            ((-7, -7), "palm sunday"), ((-3, -3), "maundy thursday|holy thursday"),
            ((-2, -2), "good friday|holy friday"), ((-1, -1), "holy saturday"),
            ((0, 0), "easter sunday|easter day"), ((1, 1), "easter monday"),
            ((-2, 1), "easter|easter weekend"), ((39, 39), "ascension day"),
            ((49, 49), "pentecost|pentecost sunday|whit sunday"),
            ((50, 50), "whit monday|pentecost monday"),
        )
    }  # fmt: skip


_NOVEMBER_THANKSGIVING = WeekdayOf(11, 3, 4, 1942)
_OCTOBER_THANKSGIVING = WeekdayOf(10, 0, 2, 1957)
# By the laws of the countries: 5 U.S.C. 6103 and the acts before it; the proclamation of 1957 in
# Canada. "Labour Day" is the first of May, but not so in Canada, New Zealand and the states of
# Australia.
_FEASTS: dict[tuple[DayRule, ...], str] = {
    **_of_easter(), **_of_easter("orthodox"),
    (FromEaster(-47, -47),): "shrove tuesday", (FromEaster(-46, -46),): "ash wednesday",
    (DayOfMonth(1, 7), DayOfMonth(12, 25)): "orthodox christmas|orthodox christmas day",
    (DayOfMonth(1, 6), DayOfMonth(12, 24)): "orthodox christmas eve",
    (WeekdayOf(1, 0, 3, 1986),): "martin luther king day|martin luther king jr day"
    "|martin luther king jr . day|mlk day",
    (WeekdayOf(2, 0, 3, 1971),): "presidents day|presidents ' day|presidents ’ day",
    (WeekdayOf(5, 0, -1, 1971),): "memorial day",
    (WeekdayOf(5, 0, -1, 1971, -2),): "memorial day weekend",
    (WeekdayOf(9, 0, 1, 1894),): "labor day",
    (WeekdayOf(9, 0, 1, 1894, -2),): "labor day weekend",
    (WeekdayOf(3, 0, 1, 1894), WeekdayOf(3, 0, 2, 1894), DayOfMonth(5, 1),
     WeekdayOf(5, 0, 1, 1894), WeekdayOf(9, 0, 1, 1894), WeekdayOf(10, 0, 1, 1894),
     WeekdayOf(10, 0, 4, 1894)): "labour day",
    (_OCTOBER_THANKSGIVING, _NOVEMBER_THANKSGIVING): "thanksgiving|thanksgiving day",
    (_NOVEMBER_THANKSGIVING,): "us thanksgiving|american thanksgiving",
    (_OCTOBER_THANKSGIVING,): "canadian thanksgiving",
    (WeekdayOf(11, 6, 2, 1946),): "remembrance sunday",
    (DayOfMonth(2, 14),): "valentine's day|valentine’s day",
    (DayOfMonth(3, 17),): "st patrick's day|st patrick’s day|st . patrick's day"
    "|st . patrick’s day|saint patrick's day|saint patrick’s day",
    (DayOfMonth(4, 25),): "anzac day", (DayOfMonth(5, 1),): "may day",
    (DayOfMonth(7, 1),): "canada day", (DayOfMonth(7, 14),): "bastille day",
    (DayOfMonth(10, 31),): "halloween", (DayOfMonth(11, 11),): "armistice day|remembrance day",
}  # fmt: skip

_ORDINALS = _numbered(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """
)
_TWENTIES = {f"twenty-{word}": 20 + number for word, number in list(_ORDINALS.items())[:9]}

ENGLISH = CalendarWords(
    months=_numbered(
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
        "september/sept/sep october/oct november/nov december/dec"
    ),
    doubtful_months=word_set("may march mar jan sep dec"),
    given_names=word_set("april june august may jan"),
    weekends=word_set("weekend"),
    weekdays=_numbered("monday tuesday wednesday thursday friday saturday sunday", 0),
    short_weekdays=_numbered("mon tue/tues wed thu/thur/thurs fri sat sun", 0),
    before_weekday=word_set(
        """
        black good bloody super easter palm ash cyber maundy giving orange red holy sheffield shrove
        ruby man mr mrs ms miss dr sir
        """
    ),
    next_to_weekday=word_set(
        """
        times telegraph mirror mail post express herald independent observer people world review
        service school roast league night's market club
        """
    ),
    seasons={"spring": "spring", "summer": "summer", "springtime": "spring", "summertime": "summer",
             "autumn": "autumn", "fall": "autumn", "winter": "winter"},
    units={
        **dict.fromkeys(("day", "days"), ("day", 1)),
        **dict.fromkeys(("week", "weeks"), ("week", 1)),
        **dict.fromkeys(("fortnight", "fortnights"), ("week", 2)),
        **dict.fromkeys(("month", "months"), ("month", 1)),
        **dict.fromkeys(("quarter", "quarters"), ("quarter", 1)),
        **dict.fromkeys(("year", "years"), ("year", 1)),
        **dict.fromkeys(("decade", "decades"), ("decade", 1)),
        **dict.fromkeys(("century", "centuries"), ("century", 1)),
    },
    days=_phrases({
        -2: "the day before yesterday",
        -1: "yesterday|last night|yesterday morning|yesterday afternoon|yesterday evening",
        0: "today|tonight|this morning|this afternoon|this evening|overnight",
        1: "tomorrow|tomorrow morning|tomorrow afternoon|tomorrow evening|tomorrow night",
        2: "the day after tomorrow",
    }),
    times_of_day=word_set("morning afternoon evening night noon midday midnight"),
    turns={"last": "last", "past": "last", "this": "this", "current": "this", "next": "next",
           "coming": "next"},
    stretches={"last": -1, "past": -1, "next": 1, "coming": 1},
    elsewhere=word_set("following previous preceding same next"),
    parts=_phrases({
        "early": "early|early in|early on in",
        "mid": "mid|mid -|the middle of|middle of|midway through",
        "late": "late|late in",
        "start": "the start of|start of|the beginning of|beginning of|the outset of|the opening of",
        "turn": "the turn of|turn of",
        "end": "the end of|end of|the close of|close of|the very end of|the end -|end -",
        "first half": "the first half of|first half of",
        "second half": "the second half of|second half of|the latter half of|the last half of",
    }),
    halves={"h1": "first half", "h2": "second half"},
    so_far={"earlier": "earlier", "later": "later"},
    relations=_phrases({
        "on": "on|in|at|during|throughout|over|back in|way back in|dated|as early as|as late as"
        "|as recently as|only in|sometime in",
        "by": "by|no later than|not later than|at the latest by|on or before|by no later than"
        "|up to and including|at the latest in|at the latest on|at the latest|in or before",
        "until": "until|till|'til|til|up until|up till|up to|through|lasting until",
        "since": "since|ever since|from|starting|starting in|starting on|starting from|beginning"
        "|beginning in|beginning on|as from|effective|with effect from|dating from|dating back to",
        "not before": "no earlier than|not earlier than|not before|on or after|in or after"
        "|not until|not till|until at least|at least until|till at least|at the earliest in"
        "|at the earliest on|at the earliest|no sooner than|not sooner than",
        "before": "before|prior to|ahead of|earlier than|pre -|until before|in advance of"
        "|run - up to|run up to|lead - up to|lead up to|build - up to|build up to"
        "|the run - up to|the run up to|the lead - up to|the build - up to"
        "|in the run - up to|in the run up to|in the lead - up to|in the build - up to",
        "after": "after|not until after|following|later than|post -|beyond|past",
        "about": "around|about|circa|c .|ca .|roughly|approximately|in about|in around"
        "|in or around|in or about|on or about|on or around|in roughly|close to|near",
        "as of": "as of|as at",
    }),
    behind=_phrases({
        "since": "onward|onwards|forward",
        "not before": "at the earliest|at the very earliest|at the soonest|or later|or after",
        "by": "at the latest|at the very latest|or earlier|or before",
    }),
    betweens=word_set("between"),
    froms=word_set("from"),
    joints=word_set("to - – — ‑ ‐"),
    opened_joints=word_set("until till through"),
    ending=word_set("ending ended"),
    ending_on=word_set("in on"),
    ands=word_set("and"),
    lists=word_set("and or"),
    within=word_set("within"),
    from_then=word_set("of after from"),
    ahead=word_set("in"),
    half_a=frozenset({("half", "a"), ("half", "an")}),
    and_a_half=frozenset({("and", "a", "half")}),
    the=word_set("the"),
    weak_leads=word_set("of for the"),
    happenings=word_set(
        """
        battle class war crash revolution constitution act fire flood plague famine siege invasion
        earthquake treaty charter census revolt rising uprising massacre rebellion conquest peace
        storm drought election council truce frost
        """
    ),
    amounts=word_set(
        """
        total sum fleet population crowd number altitude height length depth width majority score
        average maximum minimum capacity price cost tally toll attendance circulation count
        membership workforce staff garrison
        """
    ),
    counting=word_set(
        """
        scored counted contains contain contained totalled totaled totals amassed tallied has had
        numbered comprises comprised gathered collected
        """
    ),
    ruling=word_set("government cabinet ministry administration premiership family household team"),
    gathering=word_set("meeting meetings reshuffle vote session sessions retreat"),
    one=word_set("a an"),
    that=word_set("that"),
    of=word_set("of in"),
    ordinals={**_ORDINALS, **_TWENTIES, "thirtieth": 30, "thirty-first": 31},
    ordinal_endings=word_set("st nd rd th"),
    numbers={
        "a": 1, "an": 1,
        **_numbered(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen twenty"
        ),
        "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90,
    },
    decades={
        "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
        "seventies": 70, "eighties": 80, "nineties": 90,
    },
    centuries=word_set("century centuries"),
    quarters=word_set("quarter"),
    short_quarters=_numbered("q1 q2 q3 q4"),
    year=word_set("year"),
    year_ends=_phrases({
        "end": "year's end|year’s end|year - end|year end|the year's end|the year’s end"
        "|the end of year|end of year|end - of - year",
    }),
    fiscal=word_set("fiscal financial"),
    short_fiscal="fy",
    eras_before=word_set("bc bce b.c b.c.e"),
    ago=word_set("ago"),
    hence=_phrases({1: "hence|from now|from today"}),
    apart=word_set("later earlier after before afterwards beforehand"),
    on_after=word_set("on"),
    more_than=_phrases({
        "before": "more than|over|well over|at least|some time over",
        "about": "about|around|roughly|approximately|nearly|almost|some|just over|just under"
        "|a little over|a little under|little more than|close to|less than|under",
    }),
    festivals=_phrases({
        (12, 24): "christmas eve", (12, 25): "christmas|christmas day", (12, 26): "boxing day",
        (12, 31): "new year's eve|new year’s eve", (1, 1): "new year's day|new year’s day",
    }),
    feasts=_phrases(_FEASTS),
    other_calendars=word_set(
        """
        chinese lunar jewish orthodox persian iranian tibetan korean vietnamese islamic hindu thai
        russian coptic armenian ethiopian old
        """
    ),
    their=word_set("us american"),
    time=word_set("time"),
    next_but_one=_phrases({-1: "before last", 1: "after next"}),
    week=word_set("week"),
    final=word_set("last final"),
    future=word_set(
        """
        must can cannot needs
        will shall would won't won’t going plans planned planning due scheduled expected expects set
        slated upcoming intends aims hopes promised promises pledged may might could should next
        deadline expires expire forthcoming
        """
    ),
    scheduled=word_set(
        """
        runs run opens open meets meet begins begin starts start ends end takes take
        votes vote visits visit arrives arrive returns return resumes resume convenes convene closes
        close lasts applies apply goes go faces face gathers gather hosts host kicks launches
        leaves leave elects elect
        """
    ),
    being=word_set("is are isn't aren't isn’t aren’t"),
    not_verbs_after=word_set(
        """
        the a an its his her their our this that first of in at by for no every each any last next
        final to who
        """
    ),
    infinitive=word_set("to"),
    having=word_set("has have"),
    have=word_set("have"),
    surely=word_set("will shall won't won’t"),
    amid_verbs=word_set("not also only then now never soon again still finally first be all both"),
    infinitives=word_set(
        """
        rule hold cut raise rise lift launch ban shut build send publish decide appear stand step
        resign retire rejoin join replace scrap axe sell buy list float rename reform release free
        hear try sign set pay charge hike slash review debate vote choose pick name play tour air
        screen debut move merge split get become receive make give show stage mark
        """
    ),
    resolving=word_set(
        """
        agreed decided voted vowed chose opted resolved plan plans decision bid deal move proposal
        proposals order law bill vote pledge pledges agreement promise promises ready unlikely
        likely expecting hoping preparing aiming wants want
        """
    ),
    passive=word_set("be being is are get gets not"),
    since=word_set("since"),
    limits=word_set("by until till"),
    outlook=word_set("latest earliest soonest"),
    putting_off=_phrases({
        True: "postponed|adjourned|deferred|delayed|rescheduled|rearranged|extended|prolonged"
        "|moved|set|slated|called|arranged|booked|listed|billed|fixed|pencilled in"
        "|put off|put back|pushed back|held over|held off|brought forward|moved back"
        "|suspended|banned|barred|remanded|jailed|grounded|sidelined|loaned|exempted",
    }),
    put_off_to=word_set("to for"),
    once=word_set("had originally initially previously first"),
    planned=word_set("scheduled planned due slated"),
    been=word_set("was were been be being is are"),
    did=word_set("did didn't didn’t couldn't couldn’t"),
    could=word_set("could"),
    remaining=word_set("remain remains stay stays"),
    compared=word_set("up down higher lower unchanged different away far more less fewer off"),
    past=word_set(
        """
        was were had did been said killed began started ended took made came held signed met fell
        rose attacked launched seized died struck hit told announced occurred happened became
        expired invaded captured drew fought spoke sent left gave got saw found lost won brought
        bought sold paid grew flew wrote shot fled sank shook broke chose drove went stood thought
        knew kept led fired threw caught sought taught ran spent swept blew fed laid lent rode stole
        wore tore swam sang rang froze slid crept sprang dug hung bled wept swore woke slept hid
        drank forgot understood stuck bound burst clung dealt dwelt bit ate beat bent bore bred
        cast flung ground heard knelt lit meant overcame overtook overthrew oversaw sewn shone
        shrank slew sped spun spat stung strode strove swung undertook upheld withdrew withheld
        withstood wound wrung
        """
    ),
    past_ending="ed",
    no_past=word_set(
        "need indeed speed exceed hundred proceed succeed breed bleed feed seed weed shed greed red"
        " bed embed"
    ),
    saying=word_set("said says told tells added asked wrote insisted replied"),
    demanding=word_set(
        """
        ordered demanded requested required urged directed instructed announced warned promised
        vowed pledged guaranteed forecast predicted projected estimated targeted sought offered
        called obliged agreed
        """
    ),
    idle=word_set(
        """
        on in at the of during within a an this that month year date day dated sometime exactly
        precisely already finally again then there itself for good also i.e namely
        """
    ),
    denials=word_set("not no never neither nor nobody none nothing hardly cannot without"),
    conditions=word_set("unless except if whether or either excluding but until before after"),
    deniable=word_set("until till 'til before earlier"),
    improbable=word_set("unlikely"),
    lasting=word_set(
        """
        last lasted lasting remain remained stay stayed continue continued hold held
        survive survived live lived wait waited extend extended serve served keep kept stand stood
        """
    ),
    no_denial_before=word_set("more less fewer later earlier longer only just least"),
    reporting=word_set("that whether if which who because since while when although though as but"),
)  # fmt: skip

#: The languages whose dates are read, by ISO 639-1 code.
LANGUAGES: dict[str, CalendarWords] = {"en": ENGLISH}
