"""Units: what the words and signs after (or before) a number measure in.

Lengths and areas by the international yard and pound agreement of 1959 (a mile is 1.609344 km);
currencies by ISO 4217; months, decades and centuries are held in years, minutes in hours; those of
mass, heat and the like stand in `sciences`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimtrack.words.counting.peoples import PEOPLES
from claimtrack.words.counting.persons import PERSONS_CALLED
from claimtrack.words.counting.rules import times
from claimtrack.words.counting.sciences import (
    ADJECTIVES_TOO,
    GLUED_SYMBOLS,
    OTHER,
    OUNCE,
    POUNDS_OF_WEIGHT,
    SPELLINGS,
    STONE,
    SYMBOLS,
)
from claimtrack.words.counting.unit import Unit
from claimtrack.words.tokens import Piece, touches, word_set

SHARE = Unit("share")
PERCENT = Unit("share", per=Decimal(100), grain="percent")
RATIO = Unit("ratio")
COUNT = Unit("count", grain="whole")
PERSONS = Unit("persons", grain="whole")
#: Things that come in parts: a number of them is counted, yet never exact.
MEASURED_COUNT = Unit("count")

HOUR = Unit("h", grain="hour")
_MILE = Decimal("1.609344")
_ACRE = Decimal("0.0040468564224")
KILOMETRE, METRE = Unit("km"), Unit("km", per=Decimal(1000))
FOOT, INCH = Unit("km", Decimal("0.0003048")), Unit("km", Decimal("0.0000254"))
MINUTE, SECOND = Unit("h", per=Decimal(60)), Unit("h", per=Decimal(3600))
_DAY, _WEEK = Unit("d", grain="span"), Unit("d", Decimal(7), grain="span")
_MONTH, _YEAR = Unit("yr", per=Decimal(12), grain="span"), Unit("yr", grain="span")
# What light covers in a Julian year.
_LIGHT_YEAR = Decimal("9460730472580.8")
_KILOMETRES_AN_HOUR = Unit("km", period="h")
_MILES_AN_HOUR = Unit("km", _MILE, period="h")
_SQUARE_KILOMETRE = Unit("km2")
_SQUARE_MILE = Unit("km2", times(_MILE, _MILE))
_SQUARE_METRE = Unit("km2", per=Decimal(1_000_000))
_SQUARE_FOOT = Unit("km2", Decimal("0.00000009290304"))
#: A percentage point, which a bare "quarter point" is too.
POINT = PERCENT._replace(change=True)
#: Money, or a weight: what follows tells.
POUNDS = Unit("GBP")
PENCE = Unit("GBP", per=Decimal(100))
WON = Unit("KRW")

_OF_COUNTRIES: tuple[tuple[Unit, str], ...] = (
    (Unit("CDF"), "congolese francs|congolese franc"),
    (Unit("RWF"), "rwandan francs|rwandan franc"),
    (Unit("BIF"), "burundian francs|burundian franc"),
    (Unit("XPF"), "cfp francs"),
    (Unit("MXN"), "mexican pesos|mexican peso"),
    (Unit("ARS"), "argentine pesos|argentine peso|argentinian pesos"),
    (Unit("CLP"), "chilean pesos|chilean peso"),
    (Unit("COP"), "colombian pesos|colombian peso"),
    (Unit("UYU"), "uruguayan pesos"),
    (Unit("PHP"), "philippine pesos|philippine peso|filipino pesos"),
    (Unit("IQD"), "iraqi dinars|iraqi dinar"),
    (Unit("KWD"), "kuwaiti dinars|kuwaiti dinar"),
    (Unit("JOD"), "jordanian dinars|jordanian dinar"),
    (Unit("RSD"), "serbian dinars|serbian dinar"),
    (Unit("DZD"), "algerian dinars|algerian dinar"),
    (Unit("TND"), "tunisian dinars|tunisian dinar"),
    (Unit("SAR"), "saudi riyals|saudi riyal"),
    (Unit("QAR"), "qatari riyals|qatari riyal"),
    (Unit("IRR"), "iranian rials|iranian rial"),
    (Unit("OMR"), "omani rials|omani riyals"),
    (Unit("YER"), "yemeni rials|yemeni riyals"),
    (Unit("AED"), "emirati dirhams|uae dirhams"),
    (Unit("MAD"), "moroccan dirhams|moroccan dirham"),
    (Unit("EGP"), "egyptian pounds|egyptian pound"),
    (Unit("LBP"), "lebanese pounds|lebanese pound"),
    (Unit("SYP"), "syrian pounds|syrian pound"),
    (Unit("SDG"), "sudanese pounds|sudanese pound"),
    (Unit("PKR"), "pakistani rupees|pakistani rupee"),
    (Unit("LKR"), "sri lankan rupees|sri lankan rupee"),
    (Unit("NPR"), "nepalese rupees|nepali rupees"),
    (Unit("INR"), "indian rupees|indian rupee"),
    (Unit("TRY"), "turkish lira|turkish liras"),
    (Unit("CZK"), "czech koruna|czech crowns|czech korunas"),
    (Unit("DKK"), "danish kroner|danish krone|danish crowns"),
    (Unit("NOK"), "norwegian kroner|norwegian krone|norwegian crowns"),
    (Unit("SEK"), "swedish kronor|swedish krona|swedish crowns"),
    (Unit("ISK"), "icelandic kronur|icelandic krona"),
    (Unit("NZD"), "new zealand dollars"),
    (Unit("SGD"), "singapore dollars"),
    (Unit("TWD"), "taiwan dollars|taiwanese dollars"),
)

_SPELLINGS: tuple[tuple[Unit, str], ...] = (
    (PERCENT, "%|٪|％|percent|pc|per cent|per - cent|pct|p . c .|per hundred"),
    (
        POINT,
        "percentage points|percentage point|percentage - point|percentage - points"
        "|percent points|percent point|per cent points|pp|ppt|ppts|% points|%-points|p . p .",
    ),
    (Unit("share", per=Decimal(10_000), change=True), "basis points|basis point|bps|basis - point"),
    (Unit("share", per=Decimal(1000)), "‰|per mille|permille|per thousand|per 1,000|per 1000"),
    (Unit("share", per=Decimal(10_000)), "per 10,000|per 10000"),
    (Unit("share", per=Decimal(100_000)), "per 100,000|per 100000"),
    (
        Unit("share", per=Decimal(1_000_000)),
        "per million|per 1,000,000|per 1000000|per 1 million|per 1m",
    ),
    (
        _SQUARE_KILOMETRE,
        "km2|km²|km 2|km ^ 2|sq km|sq . km|sqkm|square km|square kms|square kilometres"
        "|square kilometre|square kilometers|square kilometer|kilometres squared"
        "|square - kilometre|square - kilometer"
        "|kilometers squared|sq kilometres|sq kilometers|sq kms",
    ),
    (
        _SQUARE_MILE,
        "square miles|square mile|sq mi|sq . mi|sq miles|sq mile|sq . miles|mi2|mi²|square - mile"
        "|square - miles",
    ),
    (
        _SQUARE_METRE,
        "square metres|square metre|square meters|square meter|sq m|sq . m|sqm|m2|m²|square - metre"
        "|square - meter",
    ),
    (_SQUARE_FOOT, "square feet|square foot|sq ft|sq . ft|sqft|sq feet|ft2|ft²|square - foot"),
    (Unit("km2", per=Decimal(100)), "hectares|hectare|ha"),
    (Unit("km2", _ACRE), "acres|acre"),
    (KILOMETRE, "km|kms|kilometres|kilometre|kilometers|kilometer"),
    (METRE, "metres|metre|meters|meter|m"),
    (Unit("km", per=Decimal(100_000)), "centimetres|centimetre|centimeters|centimeter|cm"),
    (Unit("km", per=Decimal(1_000_000)), "millimetres|millimetre|millimeters|millimeter|mm"),
    (
        Unit("km", per=Decimal(1_000_000_000)),
        "micrometres|micrometre|micrometers|micrometer|microns|micron|µm|μm",
    ),
    (Unit("km", per=Decimal(10**12)), "nanometres|nanometre|nanometers|nanometer"),
    (Unit("km", _MILE), "miles|mile|mi"),
    (Unit("km", Decimal("1.852")), "nautical miles|nautical mile"),
    (Unit("km", _LIGHT_YEAR), "light years|light year|light - years|light - year"),
    (FOOT, "feet|foot|ft"),
    (INCH, "inches|inch"),
    (Unit("km", Decimal("0.0009144")), "yards|yard|yds"),
    (
        _KILOMETRES_AN_HOUR,
        "km / h|kph|kmh|kilometres per hour|kilometers per hour|km per hour"
        "|kilometres an hour|kilometers an hour|km an hour",
    ),
    (_MILES_AN_HOUR, "mph|miles per hour|miles an hour"),
    (Unit("km", Decimal("1.852"), period="h"), "knots|knot"),
    (
        Unit("km", Decimal("3.6"), period="h"),
        "m / s|metres per second|meters per second|metres a second|meters a second",
    ),
    (Unit("km", Decimal(3600), period="h"), "km / s|km per second|kilometres per second"),
    (HOUR, "hours|hour|hrs|hr|h"),
    (MINUTE, "minutes|minute|mins|min"),
    (SECOND, "seconds|second|secs|sec"),
    (_DAY, "days|day"),
    (_WEEK, "weeks|week|wks"),
    (Unit("d", Decimal(14), grain="span"), "fortnights|fortnight"),
    (_MONTH, "months|month|mths"),
    (_YEAR, "years|year|yrs|yr"),
    (Unit("yr", Decimal(10), grain="span"), "decades|decade"),
    (Unit("yr", Decimal(100)), "centuries|century"),
    (Unit("count", period="d"), "bpd|b / d"),
    (MEASURED_COUNT, "barrels|barrel|bushels|bushel"),
    (PENCE, "pence"),
    (Unit("RUB", per=Decimal(100)), "kopecks"),
    (Unit("USD"), "dollars|dollar|us dollars|us dollar|u . s . dollars|bucks"),
    (Unit("CAD"), "canadian dollars"),
    (Unit("AUD"), "australian dollars"),
    (Unit("HKD"), "hong kong dollars"),
    (Unit("EUR"), "euros|euro|€"),
    (POUNDS, "pounds|pounds sterling|british pounds|sterling"),
    (Unit("RUB"), "₽|roubles|rouble|rubles|ruble"),
    (Unit("UAH"), "₴|hryvnia|hryvnias|hryvnya|hryvnyas"),
    (Unit("CNY"), "yuan|renminbi"),
    (Unit("JPY"), "yen"),
    (Unit("CHF"), "swiss francs|swiss franc"),
    (Unit("INR"), "rupees|rupee"),
    (Unit("PLN"), "zloty|zlotys|zlotych"),
    (Unit("TRY"), "lira|liras"),
    (Unit("ILS"), "shekels|shekel"),
    (Unit("SEK"), "kronor"),
    (Unit("ZAR"), "rand"),
    (Unit("THB"), "baht"),
    (Unit("IDR"), "rupiah|rupiahs"),
    (Unit("MYR"), "ringgit"),
    (Unit("BDT"), "taka"),
    (Unit("HUF"), "forints|forint"),
    (Unit("KZT"), "tenge"),
    (Unit("VND"), "vietnamese dong|dong"),
    (Unit("NGN"), "naira"),
    (Unit("GHS"), "cedis|cedi"),
    (Unit("ETB"), "birr"),
    (Unit("BRL"), "reais|brazilian reals|brazilian real"),
    (WON, "korean won|south korean won"),
    (Unit("KPW"), "north korean won"),
    *_OF_COUNTRIES,
    # Several countries have them, and none is named.
    (
        OTHER,
        "francs|franc|pesos|peso|dinars|dinar|riyals|rials|dirhams|cfa francs|cfa franc"
        "|kroner|krone|kr",
    ),
)

#: How many of a smaller unit make a larger one, where the two are told together: "two hours and 45
#: minutes".
SMALLER = {
    (HOUR, MINUTE): 60, (MINUTE, SECOND): 60, (_WEEK, _DAY): 7, (_YEAR, _MONTH): 12,
    (FOOT, INCH): 12, (STONE, POUNDS_OF_WEIGHT): 14, (POUNDS_OF_WEIGHT, OUNCE): 16,
}  # fmt: skip
_SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₴": "UAH", "₽": "RUB", "₹": "INR",
    "₺": "TRY", "₪": "ILS", "₩": "KRW", "＄": "USD", "￡": "GBP", "￥": "JPY",
}  # fmt: skip
#: What stands before a dollar sign and says whose dollar (or peso, or real) it is.
_DOLLARS = {"us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "cdn": "CAD",
            "nz": "NZD", "hk": "HKD", "s": "SGD", "r": "BRL", "nt": "TWD", "mx": "MXN"}  # fmt: skip
#: Rupees; whose is not said, and India has the most.
_RUPEES = "Rs"
# ISO 4217 without the codes that are English words in capitals (ALL, TOP, CUP, TRY apart from the
# lira that news has, MAD, SOS, COP, PEN, BOB, GEL, MOP, RON, BAM, LAK, ANG, ERN).
_CODES = word_set(
    """
    AED AFN AMD AOA ARS AUD AWG AZN BBD BDT BGN BHD BIF BMD BND BRL BSD BTN BWP BYN BZD CAD CDF CHF
    CLP CNY CRC CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD FKP GBP GHS GIP GMD GNF GTQ GYD HKD HNL HTG
    HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LBP LKR LRD LSL LYD
    MDL MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PGK PHP PKR PLN
    PYG QAR RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SRD SSP STN SVC SYP SZL THB TJS TMT TND TRY TTD
    TWD TZS UAH UGX USD UYU UZS VND VUV WST XAF XCD XOF XPF YER ZAR ZMW
    """
)

_CALLED_PERSONS = PERSONS_CALLED | PEOPLES
#: Which of these also stand before another noun ("Russian troops", "chinese cars"): alone they
#: are persons only where no other word of persons follows.
ADJECTIVES_OF_PERSONS = word_set(
    """
    ukrainian russian american chinese civilian soldier child police man woman person staff
    """
)

PERIODS = {
    "hour": "h", "hr": "h", "h": "h", "day": "d", "night": "d", "week": "week", "month": "month",
    "year": "yr", "yr": "yr", "annum": "yr",
}  # fmt: skip
PERIOD_ADVERBS = {
    "hourly": "h", "daily": "d", "weekly": "week", "monthly": "month", "yearly": "yr",
    "annually": "yr",
}  # fmt: skip


def _table() -> dict[str, dict[tuple[str, ...], Unit]]:
    table: dict[str, dict[tuple[str, ...], Unit]] = {}
    for unit, spelling in _spelled():
        words = tuple(spelling.split())
        table.setdefault(words[0], {})[words] = unit
    return table


def _spelled() -> Iterator[tuple[Unit, str]]:
    for unit, spellings in (*_SPELLINGS, *SPELLINGS):
        for spelling in spellings.split("|"):
            yield unit, spelling


_UNITS = _table()
# How many words the spellings have that begin with a word, the longest first.
_LENGTHS = {
    first: sorted({len(words) for words in spellings}, reverse=True)
    for first, spellings in _UNITS.items()
}


def unit_at(tokens: Sequence[Piece], at: int) -> tuple[Unit, int] | None:
    """The unit whose words begin at *at* and the place after them; the longest one wins."""
    first = tokens[at]
    if (first.text in _SIGNS and _is_price(tokens, at)) or first.text in _NO_UNITS:
        return None  # the sign of the price behind it
    if first.text in _SYMBOLS:
        symbol = SYMBOLS.get(first.text) or _glued_at(tokens, at)
        if symbol is not None:
            return None if _is_adjective(tokens, at, symbol) else (symbol, at + 1)
    spellings = _UNITS.get(first.lower)
    if spellings is None:
        code = first.text
        return (Unit(code), at + 1) if code in _CODES else None
    lengths = _LENGTHS[first.lower]
    words = tuple([token.lower for token in tokens[at : at + lengths[0]]])
    if first.lower == "per" and tokens[at + 1].kind == "number":
        words = (words[0], words[1].translate(_COMMAS), *words[2:])
    for length in lengths:
        unit = spellings.get(words[:length])
        if unit is not None:
            is_word = first.lower in _WORDS_TOO and _is_adjective(tokens, at, unit)
            return None if is_word else (unit, at + length)
    return None


#: In lower case, what `unit_at` finds a unit with.
UNIT_OPENERS = frozenset(_UNITS) | {
    symbol.lower() for symbol in (*SYMBOLS, *GLUED_SYMBOLS, *_CODES)
}
# "Per 100 000" and "per 100.000" are as "per 100,000".
_COMMAS = str.maketrans(dict.fromkeys(" \u00a0\u2009\u202f.'’", ","))
# A constable, and millions.
_NO_UNITS = frozenset({"PC", "M"})
_SYMBOLS = frozenset(SYMBOLS) | frozenset(GLUED_SYMBOLS)
_WORDS_TOO = word_set("bar stone")


def _glued_at(tokens: Sequence[Piece], at: int) -> Unit | None:
    """The unit that the letter at *at* says of the figure that it is glued to: "60W", "-12C", but
    not "iPhone 5C" or "Flat 12C".
    """
    unit = GLUED_SYMBOLS.get(tokens[at].text)
    figure = tokens[at - 1]
    if unit is None or figure.kind != "number":
        return None
    if not (touches(figure, tokens[at]) or _closes(tokens[at + 1])):
        return None
    if unit in _OF_HEAT and _is_of_a_school(tokens, at):
        return None
    return unit if tokens[at].text.islower() or not may_name(tokens[at - 2]) else None


def _closes(after: Piece) -> bool:
    """Whether what is measured ends before *after*, so that a letter apart from its figure is a
    unit: "2 l of water", "5 g." and "fell to 5 F in May", but not "5 F grades" or "9 C Street".
    """
    return after.kind == "end" or after.text in _PAUSES or after.lower in _BEHIND_LETTERS


_PAUSES = frozenset('.,;:?!)”’"—–')
_BEHIND_LETTERS = word_set(
    "of in on at by or for from with per below above was is are were than overnight"
)
_OF_HEAT = frozenset({GLUED_SYMBOLS["C"], GLUED_SYMBOLS["F"]})


def _is_of_a_school(tokens: Sequence[Piece], at: int) -> bool:
    """Whether a figure and its letter call a seat or a class: "seat 14C", "a 9C pupil"."""
    return tokens[at - 2].lower in _LETTERED or tokens[at + 1].lower in _LETTERED


_LETTERED = word_set(
    """
    seat seats row class classes classroom form pupil pupils student students schoolgirl schoolboy
    flat apartment gate room platform section
    """
)


def may_name(before: Piece) -> bool:
    """Whether the word before a figure and its letter makes a name of them: "iPhone 5C"."""
    return before.kind == "word" and not before.text.islower() and before.lower not in _WEAK


# Words with a capital that open a sentence and name nothing.
_WEAK = word_set(
    """
    minus about around some nearly almost over under up at the a an of in to from between below
    above by with within until since after before on for just only roughly approximately exactly
    """
)


def _is_adjective(tokens: Sequence[Piece], at: int, unit: Unit) -> bool:
    """Whether the word at *at* says of what kind the noun behind it is: "12 stone steps"."""
    if unit not in ADJECTIVES_TOO or touches(tokens[at - 1], tokens[at]):
        return False
    after = tokens[at + 1]
    return after.kind == "word" and (
        is_person(after) or after.lower in _STAFF or _is_several(after)
    )


_STAFF = word_set("staff stool counter exam wall floor house age")


def _is_several(token: Piece) -> bool:
    word = token.lower
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def currency_at(tokens: Sequence[Piece], at: int) -> tuple[Unit, int] | None:
    """The currency that stands at *at*, before its number, and the place after it: "$", "US$",
    "EUR".
    """
    token = tokens[at]
    if token.lower not in CURRENCY_OPENERS:  # as most are, and this is asked of every number
        return None
    if token.text in _SIGNS:
        return Unit(_SIGNS[token.text]), at + 1
    if token.text in _CODES:
        return Unit(token.text), at + 1
    after = tokens[at + 1]
    if token.lower in _DOLLARS and after.text == "$" and touches(token, after):
        return Unit(_DOLLARS[token.lower]), at + 2
    if token.text == _RUPEES:
        return Unit("INR"), at + 2 if after.text == "." else at + 1
    return None


def _is_price(tokens: Sequence[Piece], at: int) -> bool:
    """Whether the currency sign at *at* stands before a number of its own."""
    return tokens[at + 1].kind == "number" and touches(tokens[at], tokens[at + 1])


#: The signs and the words, in lower case, that a currency may begin with.
CURRENCY_OPENERS = (
    frozenset(code.lower() for code in _CODES) | frozenset(_DOLLARS) | {_RUPEES.lower(), *_SIGNS}
)


def is_currency_sign(token: Piece) -> bool:
    """Whether a currency may begin with *token*."""
    text = token.text
    return text in _SIGNS or text in _CODES or token.lower in _DOLLARS or text == _RUPEES


def is_person(token: Piece) -> bool:
    """Whether *token* is a word for persons."""
    word = token.lower
    return word in _CALLED_PERSONS and (word in PERSONS_CALLED or token.text[0].isupper())


def called(unit: Unit) -> tuple[str, str] | None:
    """What one and many of *unit* are called; None for what is printed as its base unit is."""
    is_base = unit.factor == unit.per and unit.nought == 0
    return None if is_base or unit == PERCENT else _CALLED.get(unit._replace(grain="measured"))


#: Those that print by a symbol, or have a plural of their own.
_SYMBOLS_OF = {
    "megawatts": "MW", "gigawatts": "GW", "terawatts": "TW", "megawatt hours": "MWh",
    "gigawatt hours": "GWh", "terawatt hours": "TWh", "degrees fahrenheit": "°F", "lbs": "pounds",
}  # fmt: skip
_ONE_OF = {"pounds": "pound", "feet": "foot", "inches": "inch", "centuries": "century",
           "square feet": "square foot", "cubic feet": "cubic foot"}  # fmt: skip


#: Nobody tells a part of them, as another amount may be.
_NEVER_IN_PARTS = {"decades", "centuries", "fortnights"}


def _called() -> dict[Unit, tuple[str, str]]:
    found: dict[Unit, tuple[str, str]] = {}
    for unit, spellings in (*_SPELLINGS, *SPELLINGS):
        names = [name for name in spellings.split("|") if "/" not in name]
        many = _SYMBOLS_OF.get(names[0], names[0])
        shorter = many.removesuffix("s")
        one = _ONE_OF.get(many) or (shorter if shorter in names else many)
        if many not in _NEVER_IN_PARTS:
            found.setdefault(unit._replace(grain="measured"), (one, many))
    return found


_CALLED = _called()
