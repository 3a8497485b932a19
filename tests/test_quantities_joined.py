"""Quantities of more than one number or word: two units, two sides, a hyphen, money with its
country, so many of the last so many.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from claimtrack.values import Interval, Quantity
from claimtrack.words import find_quantities


def only(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


def near(number: Decimal | None, exact: Fraction) -> bool:
    return number is not None and abs(Fraction(number) - exact) < Fraction(1, 10**20)


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("They have won seven of the last eight.", "13/16", "15/16"),  # half an eighth
        ("They have won 11 of the last 14.", "21/28", "23/28"),
        ("Eight of the last ten were lost.", "3/4", "17/20"),
        ("Three in every hundred fail.", "1/40", "7/200"),  # half a hundredth
        ("She has won two of her past nine.", "3/18", "5/18"),
    ],
)
def test_so_many_of_the_last_so_many_are_a_share(text: str, lower: str, upper: str) -> None:
    found = only(text)
    assert (found.kind, found.unit) == ("level", "share")
    assert near(found.lower, Fraction(lower))
    assert near(found.upper, Fraction(upper))


def test_so_many_of_the_last_that_have_a_noun_are_a_share_of_it() -> None:
    found = only("They won eleven of their last 14 games.")
    assert (found.unit, found.of) == ("share", "games")
    assert near(found.amount, Fraction(11, 14))


def test_one_of_the_last_so_many_is_that_one() -> None:
    found = only("One of the last three survivors died.")
    assert (found.amount, found.of) == (Decimal(3), "survivors")


@pytest.mark.parametrize(
    ("text", "lower", "upper", "of"),
    [
        ("They flew in a 40-seat plane.", 38, 42, "seat"),
        ("It is a 12-team league.", 12, 12, "team"),
        ("The twelve-team league starts.", 12, 12, "team"),
        ("A 2000-seat hall burned.", 1900, 2100, "seat"),
        ("A two-seat fighter crashed.", 2, 2, "seat"),
        ("A 4-door car was stolen.", 4, 4, "door"),
        ("A one-bedroom flat is let.", 1, 1, "bedroom"),
    ],
)
def test_what_a_whole_is_made_of_is_counted(text: str, lower: int, upper: int, of: str) -> None:
    found = only(text)
    assert (found.kind, found.unit, found.of) == ("level", "count", of)
    assert found.interval == Interval(Decimal(lower), Decimal(upper))


def test_half_a_page_is_the_width_of_so_many_pages() -> None:
    found = only("A 117-page report came out.")
    assert (found.lower, found.upper) == (Decimal("116.5"), Decimal("117.5"))


@pytest.mark.parametrize(
    "text",
    [
        "A two-part epoxy is stronger.",
        "A two-state solution is dead.",
        "A 5-star hotel closed.",
        "A one-page site is up.",
    ],
)
def test_a_kind_of_thing_counts_nothing(text: str) -> None:
    assert find_quantities(text) == []


POUND = Fraction("0.45359237")


@pytest.mark.parametrize(
    ("text", "lower", "upper", "unit"),
    [
        # 175 pounds, to half of one.
        ("He weighed 12 stone 7 pounds.", POUND * 349 / 2, POUND * 351 / 2, "kg"),
        ("He weighed 12st 7lb.", POUND * 349 / 2, POUND * 351 / 2, "kg"),
        # 99 ounces, to half of one.
        ("It weighed 6lb 3oz.", POUND / 16 * 197 / 2, POUND / 16 * 199 / 2, "kg"),
        # 7,269 seconds, to half of one.
        ("She took 2 hours, 1 minute and 9 seconds.",
         Fraction(14537, 7200), Fraction(14539, 7200), "h"),
        ("The share is 20±1%.", Fraction(19, 100), Fraction(21, 100), "share"),
        ("The share is 20% ± 1.5%.", Fraction(37, 200), Fraction(43, 200), "share"),
        ("Quarter of an hour later he left.", Fraction(9, 40), Fraction(7, 24), "h"),
        ("The rate is 2.1 children per woman.", Fraction(41, 20), Fraction(43, 20), "ratio"),
    ],
)  # fmt: skip
def test_what_is_told_in_parts_is_one_quantity(
    text: str, lower: Fraction, upper: Fraction, unit: str
) -> None:
    found = only(text)
    assert (found.kind, found.unit) == ("level", unit)
    assert near(found.lower, lower)
    assert near(found.upper, upper)


def test_who_leaves_out_two_of_twenty_knows_all_of_them() -> None:
    rest, _ = find_quantities("All but two of the 20 clubs agreed.")
    assert rest.interval == Interval(Decimal(18), Decimal(18))


@pytest.mark.parametrize(
    ("text", "amounts", "unit"),
    [
        ("The panel is 3.79 by 4.54 metres.", ["0.00379", "0.00454"], "km"),
        ("It passed by 52%-48%.", ["0.52", "0.48"], "share"),
        ("Voters backed it by 52 to 48 percent.", ["0.52", "0.48"], "share"),
    ],
)
def test_two_that_stand_beside_each_other_have_one_unit(
    text: str, amounts: list[str], unit: str
) -> None:
    found = find_quantities(text)
    assert [one.amount for one in found] == list(map(Decimal, amounts))
    assert {one.unit for one in found} == {unit}


@pytest.mark.parametrize(
    ("text", "unit", "of"),
    [
        ("The club paid 300 million francs.", "other", "francs"),
        ("It cost 40 million pesos.", "other", "pesos"),
        ("It cost 30 million Mexican pesos.", "MXN", None),
        ("It paid 5 million Congolese francs.", "CDF", None),
        ("Fines of 1.5 billion Iraqi dinars.", "IQD", None),
        ("The firm lost 8 trillion won.", "KRW", None),
        ("It paid 20 million South Korean won.", "KRW", None),
        ("He spent 25 million rupiah.", "IDR", None),
        ("About 1.2 million won a prize.", "count", "won"),
    ],
)
def test_money_is_of_a_country_only_where_its_name_or_a_word_says_so(
    text: str, unit: str, of: str | None
) -> None:
    found = only(text)
    assert (found.unit, found.of) == (unit, of)


@pytest.mark.parametrize(
    "text",
    [
        "It began in the Thirty Years' War.",
        "Israel's Six-Day War ended.",
        "The Seven Years’ War cost it dear.",
        "He starred in Twelve Angry Men.",
        "She ranks as one of the best in the country.",
    ],
)
def test_a_war_and_a_film_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "He joined for £55m plus add-ons.",
        "They paid £40m plus bonuses.",
        "It costs £400 plus VAT.",
        "It is $20 plus tax.",
        "He got three years plus a fine.",
        "It sold for €12m plus another €3m.",
        "She lent £9,000 plus interest.",
        "The rent is £950 plus bills.",
        "It paid $5bn plus $2bn.",
    ],
)
def test_what_comes_on_top_of_a_figure_is_no_bound(text: str) -> None:
    first = find_quantities(text)[0]
    assert first.hedge is None
    assert first.upper is not None


@pytest.mark.parametrize(
    "text",
    [
        "It drew 500 plus people.",
        "They sang for 70,000 plus fans.",
        "It was a £55m-plus deal.",
        "It cost £2m plus.",
        "They earn £100,000 plus, he said.",
        "It went to 40 plus countries.",
    ],
)
def test_a_plus_behind_a_figure_is_its_lower_bound(text: str) -> None:
    found = find_quantities(text)[0]
    assert found.closed == "left"
    assert found.upper is None


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("It fell by up to 5%.", "-0.05", "0"),
        ("It rose by less than 2 percent.", "0", "0.02"),
        ("It was up to 30% less.", "-0.3", "0"),
        ("It rose by no more than 3%.", "0", "0.03"),
    ],
)
def test_a_bound_of_a_change_does_not_turn_it(text: str, lower: str, upper: str) -> None:
    found = only(text)
    assert found.kind == "change"
    assert (found.lower, found.upper) == (Decimal(lower), Decimal(upper))


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("It cost between 9 and 5 billion euros.", 5 * 10**9, 9 * 10**9),
        ("It cost between 5 and 9 billion euros.", 5 * 10**9, 9 * 10**9),
        ("They are from 3 to 1 million.", 10**6, 3 * 10**6),
    ],
)
def test_a_range_told_downwards_has_one_scale(text: str, lower: int, upper: int) -> None:
    found = only(text)
    assert (found.lower, found.upper) == (lower, upper)


@pytest.mark.parametrize(
    ("text", "was"),
    [
        ("It was cut from 90 to 55 million.", 90 * 10**6),
        ("Sales went from 2 to 3 million.", 2 * 10**6),
        ("It rose from 70 to 1 million.", 70),
        ("It went from 100 to 3 million.", 100),
    ],
)
def test_what_it_was_has_the_scale_of_what_it_is_where_they_are_near(text: str, was: int) -> None:
    assert find_quantities(text)[0].amount == was


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("1.100 soldiers", "1,100 soldiers"),
        ("1.101 soldiers", "1,101 soldiers"),
        ("a 5K run", "5 kilometres"),
    ],
)
def test_a_text_reads_the_same_whatever_was_read_before_it(before: str, text: str) -> None:
    # The sums of numbers are kept, and 1100.000 is equal to 1100.
    shown = {str(find_quantities(each)[0].amount) for each in (before, text)}
    assert not any("." in each for each in shown)
