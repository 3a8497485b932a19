"""News by desk, and the turns of phrase that a stranger tried."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

import pytest
from newsdesk import DESKS
from newsphrases import NOTHING, STATED

sys.path.append(str(Path(__file__).parent.parent))  # the benchmarks are in the tree, in no wheel

from benchmarks.phrases import development, held_out
from benchmarks.phrases.calculator import span
from benchmarks.phrases.notation import expected, rows
from benchmarks.phrases.scoring import has_the_whole, is_right
from claimtrack.words import find_quantities, parse_quantity
from claimtrack.words.dates import find_dates

ROWS = [row for given in DESKS.values() for row in given]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_desk_states_what_was_worked_out_by_hand(row: tuple[str, ...]) -> None:
    text, *lines = row
    found, told = find_quantities(text), [expected(line) for line in lines]
    assert is_right(found, told)
    wholes = [pair for pair in zip(found, told, strict=True) if pair[1].whole is not None]
    assert all(has_the_whole(*pair) for pair in wholes)


def test_an_independent_sum_finds_every_interval_of_the_desks() -> None:
    told = [(text, expected(line)) for text, *lines in ROWS for line in lines]
    assert [
        f"{text}: {span(it)}"
        for text, it in told
        if it.kind != "vague" and span(it) != (it.lower, it.upper, it.lower_closed, it.upper_closed)
    ] == []


def test_no_row_of_a_desk_stands_anywhere_else() -> None:
    texts = [row[0] for row in ROWS]
    table = {text for half in (development.HALF, held_out.HALF) for _, text, _ in rows(half)}
    others = {*(text for given in NOTHING.values() for text in given), *(row[0] for row in STATED)}
    assert len(texts) == len(set(texts))
    assert (table | others).isdisjoint(texts)


def told(text: str) -> str:
    """The quantities of *text* in short: its words, the interval, the unit, what it is of."""
    found = find_quantities(text)
    return " | ".join(
        f"{text[one.start : one.end]}: {one.interval} {one.unit}"
        + (f" of {one.of}" if one.of else "")
        for one in found
    )


@pytest.mark.parametrize(
    ("text", "amount", "of"),
    [
        ("Two of three voters agreed.", "2/3", "voters"),
        ("Seven of ten schools closed.", "7/10", "schools"),
        ("9 of 10 farms flooded.", "9/10", "farms"),
        ("Four of five was the usual share.", "4/5", None),
        ("Eight of the ten were saved.", "8/10", None),
        ("At least three of four shops shut.", "3/4", "shops"),
        ("Sixty of a hundred is a pass.", "60/100", None),
        ("Some 40 of 100 trees died.", "40/100", "trees"),
    ],
)
def test_so_many_of_few_are_a_share(text: str, amount: str, of: str | None) -> None:
    a, b = map(int, amount.split("/"))
    (one,) = find_quantities(text)
    assert (one.unit, one.of) == ("share", of)
    assert one.amount is not None
    assert abs(one.amount * b - a) < Decimal("1e-20")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Four of the five men were freed.", 4),
        ("Three of the eight judges dissented.", 3),
        ("One of five finalists fell.", None),
        ("Twelve of 27 states signed.", 12),
        ("Five of the wolves died.", 5),
        ("Six of the nine planets have rings.", 6),
        ("Two of the nine died.", 2),
    ],
)
def test_so_many_of_those_that_are_named_are_counted(text: str, amount: int | None) -> None:
    found = find_quantities(text)
    assert all(one.unit in {"count", "persons"} for one in found)
    assert amount is None or found[0].amount == amount


@pytest.mark.parametrize(
    ("phrase", "interval", "unit"),
    [
        ("not even a third", "[0, 0.3333333333333333333333333333)", "share"),
        ("not even 40 people", "(-inf, 40)", "persons"),
        ("very nearly half", "[0.45, 0.5)", "share"),
        ("very nearly 3,000 homes", "[2850, 3000)", "count"),
        ("getting on for $2bn", "[1900000000, 2000000000)", "USD"),
        ("upwards of 70%", "(0.7, 1]", "share"),
        ("the best part of 40%", "[0.39, 0.4)", "share"),
        ("the better part of a decade", "[5, 10)", "yr"),
        ("north of 200 homes", "(200, inf)", "count"),
        ("well north of £3m", "(3000000, inf)", "GBP"),
        ("a shade under 20 tonnes", "[19000, 20000)", "kg"),
        ("close on 500 people", "[475, 500)", "persons"),
        ("well over half", "(0.5, 1]", "share"),
        ("well under a quarter", "[0, 0.25)", "share"),
        ("comfortably over 30%", "(0.3, 1]", "share"),
        ("no less than a fifth", "[0.2, 1]", "share"),
        ("no fewer than 15 towns", "[15, inf)", "count"),
        ("from 40%", "[0.4, 1]", "share"),
        ("from £40", "[40, inf)", "GBP"),
        ("prices from £40 a head", None, None),
    ],
)
def test_a_hedge_bounds_as_the_rule_has_it(
    phrase: str, interval: str | None, unit: str | None
) -> None:
    if interval is None:
        (found,) = find_quantities(phrase)
        assert (str(found.interval), found.hedge) == ("[40, inf)", "from")
        return
    found = parse_quantity(phrase)
    assert (str(found.interval), found.unit) == (interval, unit)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Sales are up from £40m.", "£40m: [38000000, 42000000] GBP"),
        ("The share fell from 40%.", "40%: [0.39, 0.41] share"),
        ("Fares from £40 to £60 are offered.", "from £40 to £60: [40, 60] GBP"),
        ("They raised it from 40 donors.", "40: [38, 42] count of donors"),
        ("He died not even knowing 12 names.", "12: [12, 12] count of names"),
        ("The best part was 40 minutes long.",
         "40 minutes: [0.6333333333333333333333333333, 0.7] h"),
        ("He walked north of the 12 farms.", "12: [12, 12] count of farms"),
        ("It cost $4m over two decades.",
         "$4m: [3800000, 4200000] USD | two decades: [15, 25] yr"),
        ("It ran for over two decades.", "over two decades: (20, inf) yr"),
        ("It has been going on for three years.", "three years: [2.5, 3.5] yr"),
        ("The lessons from one may help.", ""),
        ("It rose another 20%.", "rose another 20%: [0.19, 0.21] share"),
        ("A surge of another 13 thefts came.", "13: [12.5, 13.5] count of thefts"),
    ],
)  # fmt: skip
def test_what_looks_like_a_hedge_bounds_nothing(text: str, reading: str) -> None:
    assert told(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("They number 300 to 400.", "300 to 400: [300, 400] count"),
        ("Wolves number 1,200.", "1,200: [1150, 1250] count"),
        ("It takes an hour and 40 minutes.",
         "an hour and 40 minutes: [1.583333333333333333333333333, 1.75] h"),
        ("It lasted a year and two months.",
         "a year and two months: [1.125, 1.208333333333333333333333333] yr"),
        ("Three or four ships sank.", "Three or four: [3, 4] count of ships"),
        ("Some 20 or 30 homes burned.", "Some 20 or 30: [20, 30] count of homes"),
        ("Three or four dozen homes burned.", "Three or four dozen: [36, 48] count of homes"),
        ("It will be 7 to 9 per cent.", "7 to 9 per cent: [0.07, 0.09] share"),
        ("They need 3-4m tonnes.", "3-4m tonnes: [3000000000, 4000000000] kg"),
        ("Between 1500 and 1900 homes burned.",
         "Between 1500 and 1900: [1500, 1900] count of homes"),
        ("It grew from 400 units in 2019 to 7,000 units.",
         "400: [380, 420] count of units | 7,000: [6650, 7350] count of units"),
        ("From 1200 to 1700 men fell.", "From 1200 to 1700 men: [1200, 1700] persons of men"),
    ],
)  # fmt: skip
def test_a_range_keeps_both_of_its_ends(text: str, reading: str) -> None:
    assert told(text) == reading


@pytest.mark.parametrize(
    "text",
    [
        "It runs from 3 to 5 February.",
        "It is open between 4 and 9 May.",
        "He ruled between 1950 and 2000.",
        "Order number 300 to 400 was lost.",
        "See page 3 or 4.",
        "He left at 3 or 4 o'clock.",
        "Between 2010 and 2020 people left the city.",
        "It was the safest and most vital of communities.",
    ],
)
def test_what_only_looks_like_a_range_is_none(text: str) -> None:
    assert told(text) == ""


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Ten of the rockets struck the port.", "Ten: [10, 10] count of the rockets"),
        ("A third of the reefs bleach each year.",
         "A third: [0.2916666666666666666666666667, 0.3666666666666666666666666667] share"
         " of the reefs"),
        ("Two of the firms fled the city.", "Two: [2, 2] count of the firms"),
        ("Half of the ice sheet melted.", "Half: [0.45, 0.55] share of the ice sheet"),
        ("Six of the arms dealers talked.", "Six: [6, 6] count of the arms dealers"),
        ("Eight of the sales staff left.", "Eight: [8, 8] count of the sales staff"),
        ("Nine of the United States senators met.",
         "Nine: [9, 9] count of the United States senators"),
        ("In March 900 homes flooded.", "900: [855, 945] count of homes"),
        ("In August 1400 people fled.", "1400 people: [1350, 1450] persons of people"),
        ("On June 3 million people marched.",
         "3 million people: [2850000, 3150000] persons of people"),
        ("In 2022 400 schools closed.", "400: [380, 420] count of schools"),
        ("Since 2019 120 shops have shut.", "120: [115, 125] count of shops"),
        ("In June 2000 people left.", ""),
        ("On June 5 people voted.", ""),
        ("On 5 June people voted.", ""),
    ],
)  # fmt: skip
def test_a_whole_ends_before_its_verb_and_a_date_before_a_count(text: str, reading: str) -> None:
    assert told(text) == reading


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("In June 1200 people left.", ["In June"]),
        ("On May 5 million people voted.", ["On May"]),
        ("In 2024 300 homes burned.", ["In 2024"]),
        ("In June 2000 it began.", ["In June 2000"]),
        ("On May 5, people voted.", ["On May 5"]),
        ("It runs from 3 to 5 February.", ["from 3 to 5 February"]),
        ("In May 1945 people danced.", ["In May 1945"]),
        ("In March 900 homes flooded.", ["In March"]),
    ],
)
def test_a_count_behind_a_month_is_no_part_of_the_date(text: str, dates: list[str]) -> None:
    found = find_dates(text, published="2025-08-15")
    assert [text[one.start : one.end] for one in found] == dates
