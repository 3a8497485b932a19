"""Changes: what moves, by how much and which way."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from claimtrack.measures import Measure, Reads
from claimtrack.words import find_quantities, read_statements
from claimtrack.words.tokens import word_set

RISES = word_set(
    """
    rose increased grew climbed jumped surged soared advanced gained expanded swelled strengthened
    widened leapt rebounded rallied appreciated added recovered
    """
)
FALLS = word_set(
    """
    fell decreased declined dropped shrank plunged slumped tumbled dipped slipped slid sank
    contracted weakened plummeted narrowed lost shed slowed collapsed crashed eased depreciated
    retreated dwindled
    """
)
SIGNS = {**dict.fromkeys(RISES, 1), **dict.fromkeys(FALLS, -1), "is up": 1, "was down": -1}
FORMS = {
    "12%": "0.12", "by 12%": "0.12", "more than 3%": "0.03", "by about 0.8 per cent": "0.008",
    "by 2 percentage points": "0.02", "almost half": "0.5", "just 4%": "0.04",
}  # fmt: skip
ENDINGS = (
    "", " after the warning", " after ministers agreed", " before closing", " later in the day",
    " earlier in the year", " before and after the vote", " after a strike", " later",
)  # fmt: skip


def moved(text: str) -> tuple[str, Decimal | None]:
    found = find_quantities(text)[0]
    return found.kind, found.amount


@pytest.mark.parametrize(("verb", "form"), list(product(sorted(SIGNS), FORMS)))
def test_a_change_stays_one_whatever_is_told_behind_it(verb: str, form: str) -> None:
    expected = "change", SIGNS[verb] * Decimal(FORMS[form])
    texts = [f"Orders {verb} {form}{ending}." for ending in ENDINGS]
    assert {text: moved(text) for text in texts} == dict.fromkeys(texts, expected)


@pytest.mark.parametrize("start", ["It's", "It’s", "That's", "The index is"])
def test_up_and_down_are_changes_behind_a_shortened_verb_too(start: str) -> None:
    assert moved(f"{start} 5% up on last year.") == ("change", Decimal("0.05"))
    assert moved(f"{start} 2% down against May.") == ("change", Decimal("-0.02"))


TIMES = ("two years", "40 minutes", "three days", "18 months", "10 weeks")


@pytest.mark.parametrize(
    ("verb", "time"), list(product(("rose", "fell", "slipped", "grew"), TIMES))
)
def test_a_time_before_or_after_something_is_not_by_how_much_it_moved(verb: str, time: str) -> None:
    for ending in ("ago", "after the vote", "later", "before closing", "earlier"):
        assert _kinds(f"Prices {verb} {time} {ending}.") == ["level"]
        # With "by" it is, and so it is of a time that itself grew.
        assert _kinds(f"Life expectancy {verb} by {time} {ending} the vote.") == ["change"]


MOVED_BY = {
    1: """
    ballooned mushroomed rocketed skyrocketed spiked edged ticked crept inched nudged hiked upped
    lengthened improved bounced snowballed warmed exploded extended inflated broadened vaulted
    popped multiplied
    """,
    -1: """
    cooled softened receded sagged nosedived cratered trimmed pared curbed dented eroded shortened
    thinned shaved chopped docked curtailed depressed waned faded wilted subsided moderated tanked
    dived drained clipped diminished lessened
    """,
}


@pytest.mark.parametrize(
    ("sign", "verb"),
    [(sign, verb) for sign in MOVED_BY for verb in sorted(word_set(MOVED_BY[sign]))],
)
def test_what_moves_by_a_share_moves_the_way_its_verb_says(sign: int, verb: str) -> None:
    assert moved(f"Rents {verb} by 6% in May.") == ("change", sign * Decimal("0.06"))
    assert moved(f"Rents {verb} sharply by about 6%.") == ("change", sign * Decimal("0.06"))
    assert moved(f"They {verb} to 6%.")[0] == "level"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("The council hiked parking fees by 12%.", "0.12"),
        ("The airline trimmed its winter schedule by 4%.", "-0.04"),
        ("It plans to curtail night flights by a fifth.", "-0.2"),
        ("The bank nudged its rate up by 0.25 percentage points.", "0.0025"),
        ("Spending edged 0.2% lower.", "-0.002"),
        ("Output edged down by 0.1%.", "-0.001"),
        ("The yield ticked lower by 0.3%.", "-0.003"),
        ("Premiums shot up 18%.", "0.18"),
        ("Shares in the brewer popped 11%.", "0.11"),
        ("Copper dived 5% in London.", "-0.05"),
        ("The lake has warmed by about 1.3C.", "1.3"),
        ("The lake cooled 3 degrees Celsius.", "-3"),
        ("The broker gave up 4% in late trading.", "-0.04"),
        ("The number of claims multiplied by four.", "3"),
        ("The verdict wiped 9% off the price.", "-0.09"),
        ("The verdict wiped $4bn off the price.", "-4000000000"),
        ("Some £3bn was wiped off its value.", "-3000000000"),
        ("A tenth has been knocked off the price.", "-0.1"),
        ("She lost 15% of her body weight.", "-0.15"),
        ("The reservoir lost half its volume.", "-0.5"),
        ("The bank has shed a fifth of its value.", "-0.2"),
    ],
)
def test_what_is_done_to_something_moves_it(text: str, amount: str) -> None:
    assert moved(text) == ("change", Decimal(amount))


@pytest.mark.parametrize(
    "text",
    [
        "The hosts racked up 30 points in a half.",
        "The army gave up 4% of the valley.",
        "They gave up 40 prisoners.",
        "She popped 3 pills.",
        "The ship docked 40 minutes late.",
        "They hiked 20 miles before noon.",
        "The pond was drained by 40 volunteers.",
        "Trust was eroded by 20 years of neglect.",
        "The town was weakened by 12 months of rain.",
        "She improved the record by two seconds.",
        "He dived 40 metres to the wreck.",
        "A shell exploded 300 metres from the school.",
        "Let it cool 40 minutes.",
        "The boss took 3 players off at the break.",
        "They cut 40 trees off the slope.",
        "All coats are 20% off.",
        "He took 3 weeks off.",
        "The army lost 15% of its tanks.",
        "Norland lost a fifth of its land.",
        "The state lost 20% of its territory.",
    ],
)
def test_what_somebody_does_to_so_many_is_no_change_of_a_number(text: str) -> None:
    assert _kinds(text) == ["level"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("The vaccine halves the risk of stroke.", "-0.5"),
        ("A second dose more than halves the danger.", "-0.5"),
        ("The fee will halve next spring.", "-0.5"),
        ("The state vowed to halve its emissions.", "-0.5"),
        ("The bill doubles the tax on fuel.", "1"),
        ("The price doubles if you pay late.", "1"),
        ("The firm plans to double output.", "1"),
        ("Capacity will more than double by June.", "1"),
        ("Traffic doubled as the bridge closed.", "1"),
        ("The merger triples its size.", "2"),
        ("The cost trebles every decade.", "2"),
        ("The law quadruples fines for littering.", "3"),
        ("The reform would quadruple spending.", "3"),
    ],
)
def test_a_factor_is_told_by_a_verb_in_any_form(text: str, amount: str) -> None:
    assert moved(text) == ("change", Decimal(amount))


@pytest.mark.parametrize(
    "text",
    [
        "She won the doubles final.",
        "They met in the women's doubles.",
        "Mixed doubles matches begin today.",
        "Cut the lemon into halves.",
        "Both halves were goalless.",
        "The library doubles as a shelter.",
        "The hall doubled as a clinic.",
        "He will double as coach.",
        "The minister doubles down on his claim.",
        "He doubled up in pain.",
        "Growth reached double digits.",
        "It went from single to double figures.",
        "According to double Olympic champion Orla Finn, it rained.",
        "He ordered a double espresso.",
        "They will triple jump tomorrow.",
    ],
)
def test_a_pair_a_half_and_a_second_use_multiply_nothing(text: str) -> None:
    assert _kinds(text) == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Sales rose 2% to 3%.", "0.025"),
        ("Output rose a modest 0.2%.", "0.002"),
        ("Bookings plunged a whopping 20%.", "-0.2"),
        ("Prices climbed an annual 5% in May.", "0.05"),
        ("Orders were up a seasonally adjusted 0.6%.", "0.006"),
        ("Payrolls fell by a record 3%.", "-0.03"),
        ("Rents rose in March by 5%.", "0.05"),
        ("Rents fell last year by about 5%.", "-0.05"),
        ("Sales were 5% up.", "0.05"),
        ("Sales were 5% down on last year.", "-0.05"),
        ("The bourse closed 30 points up.", "30"),
        ("The index posted gains of 5%.", "0.05"),
        ("Falls of up to 5% were reported.", "-0.05"),
        ("The increase in rents was 5%.", "0.05"),
        ("The drop in visitor numbers was about 12% last year.", "-0.12"),
    ],
)
def test_words_may_stand_between_a_change_and_its_figure(text: str, amount: str) -> None:
    assert moved(text) == ("change", Decimal(amount))


@pytest.mark.parametrize(
    "text",
    [
        "They put 20% down on a house.",
        "He paid 10% down.",
        "The delay is 80% down to weather.",
        "The increase in rents was 40% due to fuel.",
        "The firm added a new 5% tax.",
        "The bank bought an additional 2% stake.",
    ],
)
def test_a_figure_near_a_word_of_change_may_be_of_another_thing(text: str) -> None:
    assert _kinds(text) == ["level"]


def test_a_percentage_moves_to_another_and_sales_by_two() -> None:
    assert _kinds("Inflation rose 2% to 3%.") == ["change", "level"]
    assert _kinds("Sales rose 3% to 12%.") == ["change", "level"]


def _kinds(text: str) -> list[str]:
    return [found.kind for found in find_quantities(text)]


GROWTH = Measure(
    "growth", "By how much?", "quantity", unit="ratio",
    reads=Reads(subject=("GDP", "economy"), says=("rise", "fall", "grow", "shrink", "contract")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("GDP fell 0.3% after the strike.", "-0.003"),
        ("GDP rose 0.3% after the strike.", "0.003"),
        ("The economy shrank by 1.2% before the vote.", "-0.012"),
        ("The economy grew by 1.2% before the vote.", "0.012"),
    ],
)
def test_a_statement_keeps_the_sign_of_a_fall(text: str, value: str) -> None:
    (reading,) = read_statements(text, [GROWTH], published="2025-08-15")
    assert reading.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Turnout rose four points from 57% to 61%.", [("0.57", "share"), ("0.61", "share")]),
        ("Profits rose 12% from £40m to £45m.", [("40000000", "GBP"), ("45000000", "GBP")]),
        ("Sales fell 5% from 400 to 380.", [("400", "count"), ("380", "count")]),
        ("Rents rose £50 from £900 to £950.", [("900", "GBP"), ("950", "GBP")]),
    ],
)
def test_a_change_before_both_levels_makes_no_range_of_them(
    text: str, levels: list[tuple[str, str]]
) -> None:
    change, *found = find_quantities(text)
    assert change.kind == "change"
    assert [(each.amount, each.unit) for each in found] == [
        (Decimal(amount), unit) for amount, unit in levels
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Turnout was 61.3%, down four points from the last election.",
        "Her rating is at 44%, down four points from January.",
    ],
)
def test_points_beside_their_percentage_are_its_own_before_a_from(text: str) -> None:
    assert (find_quantities(text)[1].amount, find_quantities(text)[1].unit) == (
        Decimal("-0.04"),
        "share",
    )
