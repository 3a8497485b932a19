"""Phrases to values: the hand-worked table, the laws, and what is no quantity."""

from __future__ import annotations

import decimal
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from phrases import CHANGES, LEVELS, NOT_QUANTITIES, RATES, VAGUE

from claimtrack.errors import NotAQuantity
from claimtrack.values import OTHER_UNIT, is_unit
from claimtrack.words import find_quantities, parse_quantity
from claimtrack.words.counting.forms import Form, Writing
from claimtrack.words.quantities import phrases_in
from claimtrack.words.tokens import word_set

ALL_INTERVALS = [
    *((*row, "level") for row in LEVELS),
    *((*row, "rate") for row in RATES),
    *((*row, "change") for row in CHANGES),
]


def end(written: str) -> Fraction | None:
    """An end as the table writes it: a number, a percentage, a fraction, or none for inf."""
    if written in {"inf", "-inf"}:
        return None
    points = written.endswith("%")
    above, _, below = written.rstrip("%").partition("/")
    value = Fraction(above) / Fraction(below or 1)
    return value / 100 if points else value


def is_end(found: Decimal | None, written: str) -> bool:
    expected = end(written)
    if found is None or expected is None:
        return found is None and expected is None
    return abs(Fraction(found) - expected) <= abs(expected) * Fraction(1, 10**24)


@pytest.mark.parametrize(("phrase", "interval", "unit", "kind"), ALL_INTERVALS)
def test_a_phrase_has_the_interval_worked_out_by_hand(
    phrase: str, interval: str, unit: str, kind: str
) -> None:
    lower, upper = interval[1:-1].split(", ")
    found = parse_quantity(phrase)
    assert is_end(found.lower, lower), found.interval
    assert is_end(found.upper, upper), found.interval
    assert found.interval.lower_closed == (interval[0] == "[" and lower != "-inf")
    assert found.interval.upper_closed == (interval[-1] == "]" and upper != "inf")
    assert (found.unit, found.kind, found.rule) == (unit, kind, "words-1")


@pytest.mark.parametrize("phrase", VAGUE)
def test_a_vague_phrase_says_so_and_has_no_interval(phrase: str) -> None:
    found = parse_quantity(phrase)
    assert found.kind == "vague"
    assert (found.amount, found.lower, found.upper) == (None, None, None)


@pytest.mark.parametrize("phrase", NOT_QUANTITIES)
def test_what_states_no_single_quantity_is_refused(phrase: str) -> None:
    with pytest.raises(NotAQuantity) as refused:
        parse_quantity(phrase)
    assert refused.value.text == phrase


def test_the_refusal_says_why() -> None:
    with pytest.raises(NotAQuantity, match="states no quantity"):
        parse_quantity("2042")
    with pytest.raises(NotAQuantity, match="more than one"):
        parse_quantity("20% and 30%")
    with pytest.raises(NotAQuantity, match="text around it"):
        parse_quantity("Russia controls 20%")


@pytest.mark.parametrize(
    ("phrase", "amount"),
    [
        ("about three-quarters", "0.75"),
        ("nearly three hours", "3"),
        ("over 20%", "0.2"),
        ("half a million", "500000"),
        ("between 18 and 20 percent", "0.19"),
        ("most", "0.5"),
        ("nearly all", "1"),
        ("down 43%", "-0.43"),
        ("doubled", "1"),
        ("three times as many", "2"),
        ("two weeks", "14"),
        ("30 minutes", "0.5"),
        ("a thousand million", "1000000000"),
        ("a hundred thousand million dollars", "100000000000"),
        ("two thousand million and five thousand", "2000005000"),
        ("twenty dozen", "240"),
        ("half a dozen", "6"),
        ("two and a half dozen", "30"),
        ("twelve hundred", "1200"),
        ("two hundred thousand", "200000"),
        ("five hundred thousand and two", "500002"),
        ("one hundred and twenty-five", "125"),
        ("three point one four million", "3140000"),
        ("two point five percent", "0.025"),
        ("two hours and a half", "2.5"),
        ("three kilometres and a third", "3.333333333333333333333333333"),
        ("five kilometres and a quarter", "5.25"),
        ("three-to-one", "3"),
        ("3-to-1", "3"),
        ("3 to-1", "3"),
        ("2/3rds", "0.6666666666666666666666666667"),
        ("3/4ths", "0.75"),
        ("1/3rd", "0.3333333333333333333333333333"),
        ("5 to 10,000", "7500"),
        ("20 to 1,000", "510"),
        ("five to six thousand", "5500"),
        ("three to four times more", "2.5"),
        ("$5-10m", "7500000"),
        ("$1.5 to 2m", "1750000"),
    ],
)
def test_the_amount_is_the_value_that_was_said(phrase: str, amount: str) -> None:
    assert parse_quantity(phrase).amount == Decimal(amount)


@pytest.mark.parametrize(
    ("phrase", "of"),
    [
        ("about three-quarters of Donetsk province", "Donetsk province"),
        ("20% of Ukraine's grain", "Ukraine's grain"),
        ("a fifth of the territory of Ukraine", "the territory of Ukraine"),
        ("nearly all of neighbouring Luhansk", "neighbouring Luhansk"),
        ("one in five Ukrainians", "Ukrainians"),
        ("half the population", "the population"),
        ("70,000 Russian troops", "Russian troops"),
        ("five permanent members", "permanent members"),
        ("most Ukrainians", "Ukrainians"),
        ("448 km2 of Ukraine", "Ukraine"),
        ("a three-hour meeting", "meeting"),
        ("only 1,100 square km", None),
        ("12 of Ukraine's 24 regions", "Ukraine's 24 regions"),
        ("5% of Russia's 2021 GDP", "Russia's 2021 GDP"),
        ("90% of Luhansk and Donetsk", "Luhansk and Donetsk"),
        ("70% of the Donetsk and Luhansk regions", "the Donetsk and Luhansk regions"),
        ("40 attacks per day", "attacks"),
        ("a sixth of claims", "claims"),
        ("half of the main armoured-vehicle plants", "the main armoured-vehicle plants"),
        ("20%", None),
        ("a fifth of newly mobilised men", "newly mobilised men"),
        ("a third of Ukraine's Donetsk region", "Ukraine's Donetsk region"),
        ("half of the families", "the families"),
        ("5 percent of the July supply", "the July supply"),
        ("a tenth of Italy", "Italy"),
        ("a nearly 30-year lease", "lease"),
        ("an almost 200-km front", "front"),
        ("exactly 100 ships", "ships"),
        ("312 of 650 seats", "650 seats"),
        ("some 20 people.", "people"),
    ],
)
def test_of_names_the_denominator_or_the_thing_counted(phrase: str, of: str | None) -> None:
    assert parse_quantity(phrase).of == of


@pytest.mark.parametrize(
    ("phrase", "hedge"),
    [
        ("About a fifth", "about"),
        ("slightly more  than a third", "slightly more than"),
        ("no fewer than 500 people", "no fewer than"),
        ("up to about 20%", "up to about"),
        ("20% or more", "or more"),
        ("1,000+ soldiers", "+"),
        ("~20%", "~"),
        ("between 5 and 6 million", "between"),
        ("20%", None),
    ],
)
def test_the_hedge_is_the_word_that_loosens_or_bounds(phrase: str, hedge: str | None) -> None:
    assert parse_quantity(phrase).hedge == hedge


def test_the_outer_of_two_hedges_bounds() -> None:
    assert str(parse_quantity("up to about 20%").interval) == "[0, 0.2]"
    assert str(parse_quantity("at least $3-4 billion").interval) == "[3000000000, inf)"


def found_in(text: str) -> list[tuple[str, str, str]]:
    return [(text[q.start : q.end], q.kind, q.unit) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It cost USD61bn, A$3m, R$ 4 billion, Rs 5 crore and Rs. 5,000, or €1,5 Mrd.",
            "USD61bn USD|A$3m AUD|R$ 4 billion BRL|Rs 5 crore INR|Rs. 5,000 INR|€1,5 Mrd EUR",
        ),
        (
            "They paid 61 billion U.S. dollars, 5m pounds and $500 million-plus.",
            "61 billion U.S. dollars USD|5m pounds GBP|$500 million-plus USD",
        ),
        (
            "It held 500 pounds of explosives, a 2,000-pound bomb, 500 million pounds of aid.",
            "500 pounds kg|2,000-pound kg|500 million pounds GBP",
        ),
        (
            "It costs $5-10m, €1.5–2m of aid, between £5m and 10m, or $5 to 10m a year.",
            "$5-10m USD|€1.5–2m EUR|between £5m and 10m GBP|$5 to 10m a year USD/yr",
        ),
        (
            "A wall of 5-10m, or for $5m-$10m.",
            "5-10m km|$5m-$10m USD",
        ),
        (
            "A shell weighing 96 pounds costs 900 pounds.",
            "96 pounds kg|900 pounds GBP",
        ),
        (
            "A 1,000-strong battalion met a 100,000-man army and a 12-nation bloc.",
            "1,000-strong persons|100,000-man persons|12-nation count",
        ),
        (
            "5m people, 3.5M people, 5m tonnes, a 5m wall.",
            "5m people persons|3.5M people persons|5m tonnes kg|5m km",
        ),
        (
            "Losses reached 500,000, with 1,000 losses in May.",
            "500,000 persons|1,000 losses persons",
        ),
        (
            "The death toll rose to 500; casualties averaged 1,200 a day.",
            "500 persons|1,200 a day persons/d",
        ),
        (
            "2,000 killed every week, 1,500 soldiers killed or wounded per day.",
            "2,000 killed every week persons/week|"
            "1,500 soldiers killed or wounded per day persons/d",
        ),
        (
            "40 attacks per day, 300 drones every night, 9 raids every single day.",
            "40 attacks per day count/d|300 drones every night count/d|"
            "9 raids every single day count/d",
        ),
        (
            "It earns $5 billion of aid a year and takes 448 sq km of land each month.",
            "$5 billion of aid a year USD/yr|448 sq km of land each month km2/month",
        ),
        (
            "By 2.5:1, or three to one, or 10-to-1, they outnumber them.",
            "2.5:1 ratio|three to one ratio|10-to-1 ratio",
        ),
        (
            "Between 20% and a quarter, or from a fifth to 30 percent.",
            "Between 20% and a quarter share|from a fifth to 30 percent share",
        ),
        (
            "It is 25 p.c., 2/3rds, one-in-five, 9 of 10, or four in ten.",
            "25 p.c. share|2/3rds share|one-in-five share|9 of 10 share|four in ten share",
        ),
        (
            "Output was cut in half, half as many came, three to four times more than then.",
            "cut in half share|half as many share|three to four times more share",
        ),
        (
            "It took minus 5 percent, negative 3 percent, a 3x increase.",
            "minus 5 percent share|negative 3 percent share|3x share",
        ),
        (
            "A total of 500 came, a record 728, 20-odd guests, just shy of 30.",
            "500 count|728 count|20-odd guests persons|just shy of 30 count",
        ),
        (
            "A couple of hundred, several hundred thousand, many thousands of dollars.",
            "A couple of hundred count|several hundred thousand count|"
            "many thousands of dollars USD",
        ),
        (
            "The EU's 27 members and NATO's 32 countries met two Ukrainian tank crews.",
            "27 count|32 count|two count",
        ),
        (
            "1,500 US voters were asked of two large-scale offensives.",
            "1,500 US voters persons|two count",
        ),
        (
            "Sales fell by 78 percent, from 7 million in 1990 to 1.4 million tons.",
            "fell by 78 percent share|7 million count|1.4 million tons kg",
        ),
        (
            "They would increase the highest number of boats by 40%.",
            "by 40% share",
        ),
        (
            "The plan cut spending by a quarter; shares gained 7.25 percent of late.",
            "by a quarter share|7.25 percent share",
        ),
        (
            "The flight was held up by 20 minutes at −20 degrees.",
            "20 minutes h|−20 degrees other",
        ),
        (
            "It is 5 thousand million or 3 hundred thousand.",
            "5 thousand million count|3 hundred thousand count",
        ),
        (
            "In ２０ percent of ٢٠٬٠٠٠ homes it was −5% on 1½ hectares.",
            "２０ percent share|٢٠٬٠٠٠ count|−5% share|1½ hectares km2",
        ),
        (
            "A 200-megawatt plant, 5 kilotons, 20°C, 40 million barrels a day.",
            "200-megawatt kW|5 kilotons other|20°C degC|40 million barrels a day count/d",
        ),
        (
            "It was 41.8C by day, 4ºC by night, and a stamp cost 45p.",
            "41.8C degC|4ºC degC|45p GBP",
        ),
        (
            "Of 14 of 27 members, 1.4 doctors per 1,000 people and 26 per 100,000.",
            "14 count|27 count|1.4 doctors per 1,000 ratio|26 per 100,000 share",
        ),
        (
            "It lasted a week or two, 2h 20m; he is 5 ft 11 in tall.",
            "a week or two d|2h 20m h|5 ft 11 in km",
        ),
        (
            "Twelve were killed, at least 40 are still missing; another 40 were hurt.",
            "Twelve persons|at least 40 persons|40 persons",
        ),
        (
            "Killed: 12. At least 12 drones were destroyed. 112 died.",
            "12 persons|At least 12 count|112 persons",
        ),
        (
            "A force 30,000 strong found three more bodies and three more soldiers.",
            "30,000 strong persons|three more count|three more soldiers persons",
        ),
        (
            "The chance is one in 14 million after the 0.25-point cut.",
            "one in 14 million share|0.25-point cut share",
        ),
        (
            "A 2.5-percentage-point rise; a room of 4m x 5m; a 2,000-year-old statue.",
            "2.5-percentage-point rise share|4m km|5m km|2,000-year yr",
        ),
        (
            "They gained 300 km; a couple hundred came; about 1945 soldiers; 1945 sailors.",
            "300 km km|a couple hundred count|about 1945 soldiers persons|1945 sailors persons",
        ),
        (
            "It cost three bn euros; more than 10 to 20 people; “−5%” or (−6%); two of ten.",
            "three bn euros EUR|more than 10 to 20 people persons|−5% share|−6% share"
            "|two of ten share",
        ),
        ("Five in 24 hours, one person of three.", "24 hours h|one person persons"),
        (
            "It is triple the limit, double its size; 3 m/s, 30 knots, 300 sq ft.",
            "triple the share|double its share|3 m/s km/h|30 knots km/h|300 sq ft km2",
        ),
        (
            "A full third of it, a good half of them.",
            "A full third share|a good half share",
        ),
    ],
)
def test_news_states_these_quantities(text: str, expected: str) -> None:
    assert [f"{phrase} {unit}" for phrase, _, unit in found_in(text)] == expected.split("|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The party holds one-fifth of the seats, and about three-quarters of those in town.",
            [("one-fifth", "level", "share"), ("about three-quarters", "level", "share")],
        ),
        ("The talks broke up after nearly three hours.", [("nearly three hours", "level", "h")]),
        ("An almost three-hour meeting.", [("almost three-hour", "level", "h")]),
        (
            "Output rose from 18% in May to 20% in June.",
            [("18%", "level", "share"), ("20%", "level", "share")],
        ),
        (
            "Prices rose from 18% to 20% of income.",
            [("18%", "level", "share"), ("20%", "level", "share")],
        ),
        (
            "Estimates range from 146,194 to 211,169.",
            [("from 146,194 to 211,169", "level", "count")],
        ),
        (
            "Unemployment fell by 0.4 percentage points.",
            [("fell by 0.4 percentage points", "change", "share")],
        ),
        ("Exports were down 43% on the year.", [("down 43%", "change", "share")]),
        ("They produced a third more than planned.", [("a third more", "change", "share")]),
        ("Losses more than doubled.", [("more than doubled", "change", "share")]),
        ("Rents are three times as high.", [("three times as high", "change", "share")]),
        (
            "Some 1,500 soldiers a day are lost.",
            [("Some 1,500 soldiers a day", "rate", "persons/d")],
        ),
        (
            "More than 200 people killed per day.",
            [("More than 200 people killed per day", "rate", "persons/d")],
        ),
        ("It cost $61bn a year ago.", [("$61bn", "level", "USD")]),
        ("It costs $61bn a year.", [("$61bn a year", "rate", "USD/yr")]),
        (
            "Dozens of people fled, thousands later.",
            [("Dozens of people", "vague", "persons"), ("thousands", "vague", "count")],
        ),
        ("It makes up 20% of exports.", [("20%", "level", "share")]),
        ("Most voters agree.", [("Most", "level", "share")]),
        ("The US is the most powerful and most feared.", []),
        ("The world's most powerful nation.", []),
        (
            "An area of 174,000 sq. km (67,000 square miles).",
            [("174,000 sq. km", "level", "km2"), ("67,000 square miles", "level", "km2")],
        ),
        ("Each of 20-30,000 troops.", [("20-30,000 troops", "level", "persons")]),
        ("They hand over a quarter of the land.", [("a quarter", "level", "share")]),
        ("Rows of 1,000 2,000", [("1,000", "level", "count"), ("2,000", "level", "count")]),
        ("Oil fell below $60 a barrel.", [("below $60 a barrel", "rate", "USD")]),
        (
            "It went from a quarter to a third.",
            [("a quarter", "level", "share"), ("a third", "level", "share")],
        ),
        (
            "In all, 12 of the 15 members voted.",
            [("12", "level", "count"), ("15", "level", "count")],
        ),
        ("A slim majority of voters agreed.", [("A slim majority", "level", "share")]),
        (
            "A 10-fold rise, or at least tenfold.",
            [
                ("10-fold", "change", "share"),
                ("at least tenfold", "change", "share"),
            ],
        ),
        ("At least 20% or more of it.", [("At least 20% or more", "level", "share")]),
        ("A 20 square-kilometre area.", [("20 square-kilometre", "level", "km2")]),
        ("Many people, but how many?", [("Many people", "vague", "persons")]),
        (
            "Between 1,000 and 1,500 soldiers a day.",
            [
                ("Between 1,000 and 1,500 soldiers a day", "rate", "persons/d"),
            ],
        ),
        (
            "Two and a half of an hour and a half.",
            [
                ("Two and a half", "level", "count"),
                ("an hour and a half", "level", "h"),
            ],
        ),
        ("The price is 1 234 567,89 euros.", [("1 234 567,89 euros", "level", "EUR")]),
        (
            "Exports fell sharply by 40%, and output rose slightly by 3 percent.",
            [
                ("fell sharply by 40%", "change", "share"),
                ("rose slightly by 3 percent", "change", "share"),
            ],
        ),
        (
            "They cut emissions in the whole bloc by a third, and raised pay by 5%.",
            [("by a third", "change", "share"), ("by 5%", "change", "share")],
        ),
        ("It was held up by 20 minutes.", [("20 minutes", "level", "h")]),
        ("Prices gained 5 percent.", [("gained 5 percent", "change", "share")]),
        ("Staff was cut by 200.", [("cut by 200", "change", "count")]),
        (
            "Twice as many came, four times as many left, and twice the area was held.",
            [
                ("Twice as many", "change", "share"),
                ("four times as many", "change", "share"),
                ("twice the", "change", "share"),
            ],
        ),
        (
            "Most soldiers stayed; most of the others left; his most loyal soldiers fled.",
            [("Most", "level", "share"), ("most", "level", "share")],
        ),
        ("Most business is done; most glass is green.", []),
        (
            "The most people came to Kyiv's most famous streets, to their most loved places.",
            [],
        ),
        (
            "Scores of soldiers fell; the scores were level.",
            [
                ("Scores of soldiers", "vague", "persons"),
            ],
        ),
        (
            "Several hundred thousand people came, and a couple of hundred left.",
            [
                ("Several hundred thousand people", "vague", "persons"),
                ("a couple of hundred", "vague", "count"),
            ],
        ),
        ("Circa 1200, since 1500, men aged 45.", []),
        (
            "How many people came? Too many people, said many people.",
            [("many people", "vague", "persons")],
        ),
        (
            "More than several dozen men, at least several hundred.",
            [
                ("More than several dozen men", "vague", "persons"),
                ("at least several hundred", "vague", "count"),
            ],
        ),
        (
            "Nearly three times as many, over twice the area.",
            [
                ("Nearly three times as many", "change", "share"),
                ("over twice the", "change", "share"),
            ],
        ),
        (
            "Half of an hour, a quarter of a mile, a half mile.",
            [
                ("Half of an hour", "level", "h"),
                ("a quarter of a mile", "level", "km"),
                ("a half mile", "level", "km"),
            ],
        ),
        (
            "Two in every five men, one of every five.",
            [
                ("Two in every five", "level", "share"),
                ("one of every five", "level", "share"),
            ],
        ),
        ("He has 007 and 012.", []),
        (
            "They hold 5 CHF, 61 billion USD and 5 EUR a day.",
            [
                ("5 CHF", "level", "CHF"),
                ("61 billion USD", "level", "USD"),
                ("5 EUR a day", "rate", "EUR/d"),
            ],
        ),
        (
            "5% annually, 3,000 men monthly, 20 shells an hour.",
            [
                ("5% annually", "rate", "share/yr"),
                ("3,000 men monthly", "rate", "persons/month"),
                ("20 shells an hour", "rate", "count/h"),
            ],
        ),
        (
            "1,000 a week earlier, and 20 shells a day ago.",
            [("1,000", "level", "count"), ("20", "level", "count")],
        ),
        (
            "Lines moved −5%, +3 people and -12,400.",
            [
                ("−5%", "change", "share"),
                ("+3 people", "change", "persons"),
                ("-12,400", "level", "count"),
            ],
        ),
        ("In March 5,000 people came.", [("5,000 people", "level", "persons")]),
        ("On 20 Sept. they left; on Sept. 20 they came, on the 20 of May.", []),
    ],
)
def test_a_sentence_states_these_quantities(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert found_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Fifth Army crossed in the third quarter of 2025.",
        "Under Article 5 of the treaty, signed in 1949.",
        "Flight MH17 was a Boeing 777.",
        "Resolution 2202 endorsed Minsk II.",
        "The lease runs until 2042.",
        "On 15 August 2025, and on August 15.",
        "At 10:30 a.m. on 24 February 2022.",
        "They met at 5 p.m. and left at 11pm.",
        "An F-16 and two-part T-72s.",
        "Arsenal won 3-1 after a first half without goals.",
        "Version 3.11.7 of the program is at https://example.org/2025/08/15/x1.html",
        "In the 1990s and 2000s.",
        "The 2014 annexation and the 2022 invasion.",
        "Between 2014 and 2022, from 2014 to 2022.",
        "Came a third time, from a third party, in a third country.",
        "One of them, one another, no one.",
        "The 5th Brigade and the twenty-third regiment.",
        "Call 192.168.0.1 or #12 or no. 10.",
        "He was aged 45. Smith, 45, said so.",
        "World War Two. Covid-19. G7. The attacks of 9/11 came 24/7.",
        "A quarter of 2025 passed.",
        "He set aside his previous threats.",
        "The second half of the year.",
        "Founded in 1200, it is 79 years old; a 79-year-old man lives there.",
        "Call +44 20 7946 0958.",
        "It ran from 1914 to 1918, in 1914-18 and in 2014-2022.",
        "He said as much, and as many did; the vast majority, mostly, all of them.",
        "They won 3 to 1, lost 2-1, and drew 3–3; John 3:16 and Mark 3:1 say so.",
        "Rome fell in 500 BC; he lives at 10 Downing Street and hears 50 Cent in 4K.",
        "Rounds of 7.62x39 and 5.56 x 45; Leopard 2 tanks, Shahed 136 drones, a Boeing 737.",
        "Ring 555-1234 or (555) 123-4567. On Day 1,000 of the war. Split fifty-fifty.",
        "Orwell wrote of nineteen eighty-four; twenty twenty-two was worse.",
        "In 3D, 5G and H1N1; B2B, WW2 and 16:9; 20/20 vision, 50/50 odds, 401(k) plans.",
        "The Five Eyes met on Three Mile Island after the Six-Day War.",
        "In chapter 4, on page 12, in Section 4.6, under Title 42 and Proposition 8.",
    ],
)
def test_a_sentence_without_a_quantity_states_none(text: str) -> None:
    assert found_in(text) == []


def test_a_found_phrase_parses_to_what_was_found() -> None:
    text = (
        "About 1 in 4 children, a third more than 70,000 Russian troops, nearly three hours and "
        "$5-6 billion a year; GDP grew by 4.3%, losses more than doubled, tens of thousands of "
        "people left within two and a half months, and prices were down 43% or twice as high as a "
        "fifth of 448 sq. km."
    )
    found = find_quantities(text)
    assert len(found) == 13
    for one in found:
        again = parse_quantity(text[one.start : one.end])
        same = (one.amount, one.lower, one.upper, one.closed, one.unit, one.kind, one.hedge)
        assert same == (
            again.amount, again.lower, again.upper, again.closed, again.unit, again.kind,
            again.hedge,
        )  # fmt: skip


@given(st.text(max_size=300))
def test_no_text_raises_and_offsets_lie_in_order_within_it(text: str) -> None:
    last = 0
    for found in find_quantities(text):
        assert last <= found.start < found.end <= len(text)
        assert is_unit(found.unit) or found.unit.partition("/")[0] == OTHER_UNIT
        last = found.end


WORDS = st.sampled_from(
    sorted(
        word_set(
            """
    one two three twelve twenty hundred thousand million billion half a an the third thirds
    quarter quarters fifth fifths of and - – to from between in out or more less than about nearly
    just over under at least up % percent percentage points point $ € $5 bn m km km2 hours hour
    day per each dozens several few tens most all doubled twice times as many rose fell by down
    increase 5 20 19.2 1,000 116 000 3/4 ½ 2025 August soldiers Ukraine people . , ( ) + − /
            """
        )
    )
)


@settings(max_examples=600)
@given(st.lists(WORDS, max_size=14), st.sampled_from([" ", "", "\u00a0"]))
def test_no_jumble_of_number_words_raises(words: list[str], gap: str) -> None:
    text = gap.join(words)
    for found in find_quantities(text):
        assert text[found.start : found.end]
        assert found.kind == "vague" or found.interval


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=8))
@example(["$5", "of", "a", "billion"])
def test_what_parses_is_found_at_the_same_place(words: list[str]) -> None:
    phrase = " ".join(words)
    try:
        parsed = parse_quantity(phrase)
    except NotAQuantity:
        return
    first, *others = find_quantities(phrase)
    assert first == parsed
    for other in others:  # a quantity of its own in what the first is of: "12 of 27 members"
        assert phrase[other.start : other.end] in (parsed.of or "")


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["km2", "hours", "people", "%", "$"]))
def test_a_plain_number_admits_itself(value: Decimal, unit: str) -> None:
    phrase = f"${value:,}" if unit == "$" else f"{value:,} {unit}"
    found = parse_quantity(phrase)
    assert found.amount is not None
    assert found.amount in found.interval


@given(st.integers(0, 10**12))
def test_a_number_reads_alike_in_every_habit_of_writing_it(value: int) -> None:
    english = f"{value:,}"
    spellings = [
        english.replace(",", "\u202f"),
        english.replace(",", "\u00a0"),
        english.replace(",", "’"),
        english.translate(str.maketrans("0123456789,", "٠١٢٣٤٥٦٧٨٩٬")),
    ]
    expected = parse_quantity(f"{english} km").interval
    for spelling in spellings:
        assert parse_quantity(f"{spelling} km").interval == expected


@given(st.integers(1, 10**7), st.sampled_from(["km2", "people", "hours", "%", "days", "euros"]))
@example(101, "%")
def test_a_looser_hedge_never_admits_less(value: int, unit: str) -> None:
    plain = parse_quantity(f"{value:,} {unit}").interval
    assert parse_quantity(f"about {value:,} {unit}").interval.covers(plain)
    assert plain.covers(parse_quantity(f"exactly {value:,} {unit}").interval)


@pytest.mark.parametrize(
    ("phrase", "admitted"),
    [
        ("about 101%", "[1, 1.02]"),
        ("90-110%", "[0.9, 1.1]"),
        ("up to 105%", "[0, 1.05]"),
        ("about 99%", "[0.98, 1]"),
        ("95-100%", "[0.95, 1]"),
    ],
)
def test_a_share_ends_at_the_whole_unless_more_is_said(phrase: str, admitted: str) -> None:
    assert str(parse_quantity(phrase).interval) == admitted


def test_a_callers_decimal_context_changes_no_interval() -> None:
    expected = parse_quantity("about 116,123 square miles")
    with decimal.localcontext(prec=3):
        assert parse_quantity("about 116,123 square miles") == expected


#: Sentences that a text may be made of: what each states hangs on nothing around it.
SENTENCES = (
    "Some 20% of the island was flooded.",
    "Nobody was told.",
    "The mayor resigned in May 2022.",
    "They lost 2,000 killed every week.",
    "Nearly all of the town stood empty.",
    "It cost $61bn and took three years.",
    "He named it after Article 5 of the treaty.",
    "One of them left; most stayed.",
    "About 40 attacks per day were counted.",
)
CONVERSIONS = (
    ("square mile", "km2", Decimal("1.609344") ** 2),
    ("hectare", "km2", Decimal("0.01")),
    ("acre", "km2", Decimal("0.0040468564224")),
    ("mile", "km", Decimal("1.609344")),
    ("metre", "km", Decimal("0.001")),
    ("nautical mile", "km", Decimal("1.852")),
    ("minute", "h", 1 / Decimal(60)),
    ("week", "d", Decimal(7)),
    ("month", "yr", 1 / Decimal(12)),
    ("decade", "yr", Decimal(10)),
    ("dollar", "USD", Decimal(1)),
)


@pytest.mark.parametrize(
    "text",
    [
        "She stayed at the Four Seasons in Doha.",
        "The Big Five met at Twelve Oaks.",
        "He starred in Two and a Half Men and heard Nine Inch Nails.",
        "Seven Sisters and the Three Gorges Dam are far away.",
        "He read Article Five and the populist Five Star paper.",
        "The meeting is at five o'clock, or at a quarter to nine.",
        "They spoke of one another, and over one another’s heads.",
        "Thanks a million, and a million thanks to all.",
    ],
)
def test_names_hours_and_turns_of_speech_count_nothing(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Twelve Ukrainian cities were hit.", "Twelve"),
        ("In Kyiv Three Russian soldiers died.", "Three Russian soldiers"),
        ("Russia Takes Two Kyiv suburbs", "Two"),
        ("Over Two Million Flee", "Over Two Million"),
        ("He saw two Airbus jets.", "two"),
    ],
)
def test_a_capital_alone_makes_no_name(text: str, phrase: str) -> None:
    assert [text[found.start : found.end] for found in find_quantities(text)] == [phrase]


class Watched(list[Form]):
    """Forms that count how often one of them is looked at."""

    looks = 0

    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        self.looks += len(found) if isinstance(at, slice) else 1
        return found


def looks(text: str) -> int:
    writing = Writing(text)
    writing.forms = watched = Watched(writing.forms)
    for _ in phrases_in(writing):
        pass
    return watched.looks


REPEATED = (
    "1", "1,", "1 ", "1.", "1 000 ", "$", "$1", "a ", "-", "1-", "of ", "of 1 ", "one-", "one ",
    "and a half ", "half a ", "up to ", "nearly ", "between 1 and ", "to 5 ", "5% of a ", "1/",
    "several hundred ", "a million ", "more than 5 of all the ", "cut a by 5 ", "killed and ",
    "1:", "US$", "losses of at ", "Donetsk and ", "Ukraine's 5 ", "x", "½", "1½", "km ", "5 p.m. ",
    "Day 5 ",
)  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED)
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    assert looks(piece * 800) <= 2.2 * looks(piece * 400) + 200


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5), st.sampled_from([" ", "", "-"]))
def test_no_pattern_of_words_costs_more_than_its_length(words: list[str], gap: str) -> None:
    piece = gap.join([*words, ""])
    assert looks(piece * 200) <= 2.2 * looks(piece * 100) + 400


ODD = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Mn", "Cf", "Nd", "No", "Zs", "Pd", "Sc"]),
        st.sampled_from("0123456789.,-–$€% akmoft½’'\u200f\u0301\ud800\u0660\uff11\u0130"),
    ),
    max_size=120,
)


@settings(max_examples=500)
@given(ODD, WORDS, ODD)
def test_surrogates_marks_and_mixed_scripts_raise_nothing(left: str, word: str, right: str) -> None:
    text = f"{left} {word}{right} people"
    for found in find_quantities(text):
        assert 0 <= found.start < found.end <= len(text)
        assert not text[found.start].isspace()
        assert not text[found.end - 1].isspace()


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=30), st.sampled_from([" ", "\n"]))
def test_a_text_states_what_its_sentences_state(chosen: list[str], gap: str) -> None:
    at, expected = 0, []
    for sentence in chosen:
        for one in find_quantities(sentence):
            expected.append(replace(one, start=one.start + at, end=one.end + at))
        at += len(sentence) + 1
    assert find_quantities(gap.join(chosen)) == expected


def test_a_wrapped_line_cuts_no_phrase_of_a_long_text() -> None:
    text = (
        "Nobody knew. " * 40
        + "They waited for four\nyears and paid over $900\nbillion.\n\nHours later."
    )
    assert [phrase for phrase, _, _ in found_in(text)] == ["four\nyears", "over $900\nbillion"]


@given(st.decimals(0, 10**6, places=3), st.sampled_from(CONVERSIONS))
def test_units_go_there_and_back(value: Decimal, conversion: tuple[str, str, Decimal]) -> None:
    written, base, factor = conversion
    there = parse_quantity(f"{value:,} {written}")
    assert there.unit == base
    assert there.amount is not None
    assert abs(there.amount / factor - value) <= Decimal("1E-18") * (value + 1)
    assert parse_quantity(f"{value:,} {written}s").interval == there.interval


def test_a_megabyte_of_one_pattern_is_read_to_its_end() -> None:
    for piece in REPEATED:
        find_quantities(piece * (60_000 // len(piece)))


def test_a_megabyte_of_digits_and_commas_is_read_to_its_end() -> None:
    for piece in ("1,", "1", ",1", "1 000 ", "1.", "1/", "-1", "one ", "one-", "and a half "):
        find_quantities(piece * (100_000 // len(piece)))
    find_quantities("1234567890,1234567890," * 50_000)
    text = "1,1" * 350_000 + " and 20% at last"
    assert found_in(text)[-1] == ("20%", "level", "share")


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("They spent 2 hours and 75 minutes there.", ["2 hours", "75 minutes"]),
        ("They ran from 5 km to 3 miles.", ["5 km", "3 miles"]),
        ("He beat one man in two days.", ["one man", "two days"]),
        ("It was 20% plus or minus three.", ["20%"]),
        ("Between two hours and 45 minutes passed.", ["two hours", "45 minutes"]),
    ],
)
def test_no_more_is_joined_than_belongs_together(text: str, phrases: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_quantities(text)] == phrases


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("18 drones launched from Kursk hit soldiers.", "drones"),
        ("Over half the seats changed hands.", "the seats"),
        ("12 rockets targeted civilians.", "rockets"),
        ("The star is 4.2 parsecs away.", "parsecs"),
    ],
)
def test_a_verb_behind_a_plural_is_no_part_of_what_is_counted(text: str, of: str) -> None:
    (found,) = find_quantities(text)
    assert (found.of, found.unit.startswith("persons")) == (of, False)


def test_a_range_that_something_moved_by_is_one_where_its_ends_are_close() -> None:
    assert found_in("The front moved 3 to 4 km.") == [("3 to 4 km", "level", "km")]
    moved = [("rose 3", "change", "count"), ("108", "level", "count")]
    assert found_in("It rose 3 to 108 points.") == moved


def test_a_change_is_the_level_of_a_ratio_and_a_bound_of_a_range_is_open() -> None:
    assert parse_quantity("fell 0.3%", unit="ratio").kind == "level"
    assert parse_quantity("fell 0.3 percentage points", unit="ratio").kind == "change"
    assert parse_quantity("more than 10 to 20 people").closed == "neither"


def test_a_verb_is_no_part_of_what_is_divided() -> None:
    for text in (
        "a fifth of Ukraine and Russia says so",
        "half of Ukraine agreed",
        "a fifth of Ukraine continues to burn",
        "20% of Ukraine gives him leverage",
    ):
        (found,) = find_quantities(text)
        assert found.of == "Ukraine"


@pytest.mark.parametrize(
    "text",
    [
        "The 79-year-old president spoke.",
        "79-year-old",
        "They filed a 10-K in March.",
        "He doubled down on it.",
        "Zero tolerance is the rule.",
        "One day we will know.",
        "The 100m final was fast.",
        "That is only half the battle.",
        "He put in his two cents.",
        "They are a dime a dozen.",
        "It made six figures.",
        "They drew up the top 10 list.",
        "Group of Seven ministers condemned it.",
        "It is a nine-to-five job.",
        "The 737 crashed at sea.",
        "Two heads are better than one, and the big three met in Studio 8H.",
        "It kills two birds with one stone in a one-man show about the seven-year itch.",
        "A double bed and the double doors; he will double down.",
        "The Class of 92 reunited.",
        "A .45 pistol was found.",
        "60 Minutes aired it.",
        "Nineteen Eighty-Four sold well.",
        "Call 0800 123 456 for help.",
        "Zip code 90210 is famous.",
        "The iPhone 5C and a 1080p screen were in Flat 12C.",
        "A good third man was found.",
        "The 7.62 x 39 round is old, and she is 104 years old.",
    ],
)
def test_a_turn_of_speech_states_nothing(text: str) -> None:
    assert find_quantities(text) == []


def test_a_proportion_may_name_its_noun_or_count_times() -> None:
    assert parse_quantity("nine times out of ten").amount == Decimal("0.9")
    assert parse_quantity("one in a hundred").amount == Decimal("0.01")
    assert [one.unit for one in find_quantities("He fell three times in five days.")] == [
        "count",
        "d",
    ]


# What bounds two figures, what follows a bound, and what names


@pytest.mark.parametrize(
    ("phrase", "interval"),
    [
        ("up to 18-20 percent", "[0, 0.2]"),
        ("under 18-20 percent", "[0, 0.2)"),
        ("at least 18-20 percent", "[0.18, 1]"),
        ("over 18-20 percent", "(0.18, 1]"),
        ("about 18-20 percent", "[0.18, 0.2]"),
        ("nearly 18-20 percent", "[0.18, 0.2]"),
        ("up to 18 to 20 tanks", "(-inf, 20]"),
        ("over 100%", "(1, inf)"),
        ("at least 100%", "[1, 1]"),
        ("up to 0%", "[0, 0]"),
        ("under 0%", "(-inf, 0)"),
        ("five people a day", "[4.75, 5.25]"),
        ("an average of about 20%", "[0.18, 0.22]"),
        ("about just over 20%", "(0.2, 0.21]"),
        ("over nearly 20%", "[0.19, 0.2)"),
        ("up to nearly 20%", "[0, 0.2]"),
    ],
)
def test_a_hedge_bounds_the_ends_that_it_may(phrase: str, interval: str) -> None:
    (found,) = find_quantities(phrase)
    assert str(found.interval) == interval


@pytest.mark.parametrize("closing", ["", ",", ".", ";", ":", "!", "?", ")", " –", " —"])
def test_at_least_behind_a_figure_bounds_it_where_a_clause_ends(closing: str) -> None:
    (found,) = find_quantities(f"It took 20% at least{closing}")
    assert found.hedge == "at least"


def test_at_least_behind_a_figure_may_bound_the_next() -> None:
    twenty, five = find_quantities("20 people at least five of whom left")
    assert (twenty.hedge, five.hedge) == (None, "at least")


@pytest.mark.parametrize(
    "text",
    [
        "On Aug. 15 the bridge fell.",
        "The Aug. 2014 flood is over.",
        "On the 15 of August the bridge fell.",
        "He lives at 10 Great Northern Road.",
        "He lives at 10 Downing Street.",
        "The match ended 3-1.",
        "The match ended 3–1 at home.",
        "The line 3½5 is no figure.",
    ],
)
def test_what_names_a_day_a_place_or_a_score_counts_nothing(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("In May 1,500 people came.", 1500),
        ("In May 2500 people came.", 2500),
        ("He has 10 Great Northern lines.", 10),
    ],
)
def test_a_figure_beside_a_month_or_a_capital_may_count(text: str, amount: int) -> None:
    assert [found.amount for found in find_quantities(text)] == [amount]


@pytest.mark.parametrize(
    ("text", "amount", "unit", "interval"),
    [
        ("They outnumber them two to one.", "2", "ratio", "[1.9, 2.1]"),
        ("They outnumber them 2 to 1.", "2", "ratio", "[1.9, 2.1]"),
        ("They outnumber them two to one million.", "500001", "count", "[2, 1000000]"),
        ("He weighs 200 pounds.", "90.718474", "kg", "[86.1825503, 95.2543977]"),
        ("It costs 200 pounds.", "200", "GBP", "[190, 210]"),
        ("He took 90 minutes to two hours.", "1.75", "h", "[1.5, 2]"),
        ("He took two hours and a half.", "2.5", "h", "[2.25, 2.75]"),
        ("3⁄4 of it fell.", "0.75", "share", None),
        ("Some two hundred and five men left.", "205", "persons", "[204, 206]"),
        ("Two hundred, and five men left.", "200", "count", "[190, 210]"),
        ("It may vary by plus or minus three percent.", "0.03", "share", "[0.025, 0.035]"),
        ("Minus three percent was told.", "-0.03", "share", "[-0.035, -0.025]"),
        ("He earns $15-an-hour.", "15", "USD/h", "[14.5, 15.5]"),
        ("He earns $15 an hour.", "15", "USD/h", "[14.5, 15.5]"),
        ("It is down 3 percent lower.", "-0.03", "share", "[-0.035, -0.025]"),
        ("Profits were 3 percent lower.", "-0.03", "share", "[-0.035, -0.025]"),
        ("It is 3 people fewer.", "3", "persons", "[3, 3]"),
        ("Prices are 5 points up.", "5", "count", "[5, 5]"),
    ],
)
def test_figures_that_are_told_together_are_one(
    text: str, amount: str, unit: str, interval: str | None
) -> None:
    found = find_quantities(text)[0]
    assert (found.amount, found.unit) == (Decimal(amount), unit)
    assert interval is None or str(found.interval) == interval


@pytest.mark.parametrize("hyphen", "-‐‑")
def test_a_number_is_one_across_any_hyphen(hyphen: str) -> None:
    assert parse_quantity(f"twenty{hyphen}five people").amount == 25


@pytest.mark.parametrize("slash", "/⁄")
def test_more_than_one_slash_makes_no_ratio(slash: str) -> None:
    assert find_quantities(f"It ran on the line 1{slash}2{slash}3 by night.") == []


@given(
    st.from_regex(r"\d{1,4}(\.\d{0,10})?%", fullmatch=True),
    st.sampled_from([None, "share", "ratio"]),
)
@example("0%", None)
@example("100%", "share")
@example("250.0%", "ratio")
@example("007%", None)
@example("1000.%", None)
def test_a_percentage_alone_is_read_as_it_is_among_words(text: str, unit: str | None) -> None:
    def read(phrase: str) -> Any:
        try:
            found = parse_quantity(phrase, unit=unit)
        except NotAQuantity:
            return None
        return replace(found, start=0, end=found.end - found.start)

    assert read(text) == read(f" {text}")  # a space before it, and the whole grammar is asked
    assert unit or [found for found in [read(text)] if found] == find_quantities(text)
