"""How news words a figure: what a phrase around it makes of it, and what it must not be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.values import Interval, Quantity
from claimtrack.words import find_quantities, parse_quantity


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Phrase, amount, unit and kind of each quantity of *text*."""
    return [
        (text[one.start : one.end], _plain(one.amount), one.unit, one.kind)
        for one in find_quantities(text)
    ]


def _plain(amount: Decimal | None) -> str:
    return "" if amount is None else format(amount.normalize(), "f")


def only(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "phrase", "amount", "kind"),
    [
        ("Only half of one per cent of voters agreed.", "half of one per cent", "0.005", "level"),
        ("Only half of 1% of voters agreed.", "half of 1%", "0.005", "level"),
        ("a quarter of a percentage point", "a quarter of a percentage point", "0.0025", "change"),
        (
            "0.25 of a percentage point more",
            "0.25 of a percentage point more",
            "0.0025",
            "change",
        ),
        ("3-1/2 percent of it", "3-1/2 percent", "0.035", "level"),
        ("40pc of voters", "40pc", "0.4", "level"),
    ],
)
def test_a_part_of_a_percentage_is_one_share(
    text: str, phrase: str, amount: str, kind: str
) -> None:
    assert told(text) == [(phrase, amount, "share", kind)]


@pytest.mark.parametrize(
    ("text", "amount"),
    [("It costs 50 €.", "50"), ("It costs 1.200 €.", "1200"), ("1.200.000,50 €", "1200000.5")],
)
def test_a_sign_of_euros_may_stand_behind(text: str, amount: str) -> None:
    assert [one[1:] for one in told(text)] == [(amount, "EUR", "level")]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Petrol is at 1.859 € a litre.", "1.859"),
        ("Power costs 1.234 € per kWh.", "1.234"),
        ("Fuel costs 1.859 € / litre.", "1.859"),
        ("Power costs 1.234 € a kilowatt-hour.", "1.234"),
        ("Copper is at 1.859 € a tonne.", "1859"),
        ("He pays 1.859 € a month.", "1859"),
    ],
)
def test_fuel_and_power_are_priced_by_the_thousandth(text: str, amount: str) -> None:
    assert only(text).amount == Decimal(amount)


def test_a_sign_before_a_number_is_of_that_number() -> None:
    assert told("In 2020 €50m was spent.") == [("€50m", "50000000", "EUR", "level")]


@pytest.mark.parametrize("little", ["a touch", "a whisker", "a fraction", "marginally"])
def test_what_is_scarcely_passed_is_just_over_and_just_under(little: str) -> None:
    over, under = only(f"It holds {little} over 40% of it"), only(f"{little} under 40% of it")
    assert (over.lower, over.upper, over.closed) == (Decimal("0.4"), Decimal("0.41"), "right")
    assert (under.lower, under.upper, under.closed) == (Decimal("0.39"), Decimal("0.4"), "left")
    assert over.hedge == f"{little} over"


@pytest.mark.parametrize(
    ("text", "lower", "upper", "hedge"),
    [
        ("He holds 40% at least.", "0.4", "1", "at least"),
        ("It lies beyond 40% of it", "0.4", "1", "beyond"),
        ("of the order of 40%", "0.38", "0.42", "of the order of"),
        ("40%, give or take, of voters", "0.38", "0.42", "give or take"),
        ("c. 40% of voters", "0.38", "0.42", "c."),
        ("approx. 40% of voters", "0.38", "0.42", "approx."),
    ],
)
def test_a_hedge_is_told_in_the_words_that_stand_there(
    text: str, lower: str, upper: str, hedge: str
) -> None:
    found = only(text)
    assert (found.lower, found.upper, found.hedge) == (Decimal(lower), Decimal(upper), hedge)


def test_a_mean_is_as_wide_as_its_figure() -> None:
    found = only("an average of 5.2 goals")
    assert (found.lower, found.upper) == (Decimal("5.15"), Decimal("5.25"))


def test_a_dozen_and_a_half_are_eighteen() -> None:
    assert told("a dozen and a half")[0][1] == "18"


def test_exactly_a_dozen_are_twelve() -> None:
    found = parse_quantity("exactly a dozen")
    assert (found.lower, found.upper) == (12, 12)


@pytest.mark.parametrize(
    ("phrase", "lower", "upper"),
    [
        ("barely 300 people", "292.5", "307.5"),
        ("barely six people", "6", "6"),
        ("hardly 8%", "0.0775", "0.0825"),
        ("barely over 300 people", "300", "315"),
    ],
)
def test_barely_so_many_is_half_as_wide(phrase: str, lower: str, upper: str) -> None:
    found = parse_quantity(phrase)
    assert (found.lower, found.upper) == (Decimal(lower), Decimal(upper))
    assert found.hedge is not None
    assert phrase.startswith(found.hedge)


@pytest.mark.parametrize(
    "verb", ["lost", "shed", "slowed", "collapsed", "crashed", "eased", "depreciated"]
)
def test_what_fell_by_a_percentage_is_a_change(verb: str) -> None:
    assert told(f"Exports {verb} 4.2%.") == [(f"{verb} 4.2%", "-0.042", "share", "change")]


@pytest.mark.parametrize("verb", ["leapt", "rebounded", "added"])
def test_what_rose_by_a_percentage_is_a_change(verb: str) -> None:
    assert told(f"Exports {verb} 4.2%.") == [(f"{verb} 4.2%", "0.042", "share", "change")]


def test_more_of_something_is_a_change_as_fewer_is() -> None:
    assert told("The party won 12 more seats.") == [("12 more", "12", "count", "change")]
    assert told("The party won 12 fewer seats.") == [("12 fewer", "-12", "count", "change")]
    assert told("They lost 12 soldiers.") == [("12 soldiers", "12", "persons", "level")]


def test_all_but_a_share_is_the_rest() -> None:
    found = only("All but 5% of voters agreed.")
    assert (found.amount, found.lower, found.upper, found.of) == (
        Decimal("0.95"), Decimal("0.94"), Decimal("0.96"), "voters",
    )  # fmt: skip
    assert told("All but 12 of them agreed.") == []


@pytest.mark.parametrize(
    ("text", "phrase", "amount", "unit", "of"),
    [
        ("Petrol costs $3.50 a gallon.", "$3.50 a gallon", "3.5", "USD", "gallon"),
        ("It costs $100 a head.", "$100 a head", "100", "USD", "head"),
        ("Schools got £7,460 per pupil.", "£7,460 per pupil", "7460", "GBP", "pupil"),
        ("The clinic gets £90 per outpatient.", "£90 per outpatient", "90", "GBP", "outpatient"),
        ("Power was at €85 per megawatt-hour.", "€85 per megawatt-hour", "85", "EUR",
         "megawatt-hour"),
        ("Gas fell to €31/MWh.", "€31/MWh", "31", "EUR", "MWh"),
        ("Flats cost £9,500 per square metre.", "£9,500 per square metre", "9500", "GBP",
         "square metre"),
        ("Saffron is at £3 per 100g.", "£3 per 100g", "3", "GBP", "100g"),
        ("An $80-a-barrel price is likely.", "$80-a-barrel", "80", "USD", "barrel"),
        ("Stalls pay €12 per square metre a month.", "€12 per square metre a month", "12",
         "EUR/month", "square metre"),
        ("It costs £95 per person per night.", "£95 per person per night", "95", "GBP/d",
         "person"),
        ("There are 100 people per square kilometre.", "100 people per square kilometre", "100",
         "persons", "people per square kilometre"),
        ("There are 1,500 people per doctor.", "1,500 people per doctor", "1500", "persons",
         "people per doctor"),
        ("They score 2.1 goals per game.", "2.1 goals per game", "2.1", "count", "goals per game"),
        ("It emits 120 grams of CO2 per kilometre.", "120 grams of CO2 per kilometre",
         "0.12", "kg", "kilometre"),
        ("It drinks 7.5 litres per 100 km.", "7.5 litres per 100 km", "7.5", "l", "100 km"),
    ],
)  # fmt: skip
def test_so_much_for_each_is_a_rate_of_what_it_is_for(
    text: str, phrase: str, amount: str, unit: str, of: str
) -> None:
    found = only(text)
    assert (found.kind, text[found.start : found.end]) == ("rate", phrase)
    assert (found.amount, found.unit, found.of) == (Decimal(amount), unit, of)


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("It sold for $3m a year ago.", "level", "USD"),
        ("It paid $3m a year.", "rate", "USD/yr"),
        ("He gave £40 a second time.", "level", "GBP"),
        ("It cost £3m per se.", "level", "GBP"),
        ("Brent rose by $2 a barrel.", "change", "USD"),
        ("It spent £300m on pupils.", "level", "GBP"),
    ],
)
def test_what_is_not_for_each_stays_what_it_is(text: str, kind: str, unit: str) -> None:
    found = only(text)
    assert (found.kind, found.unit) == (kind, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Year 6 pupils took part.",
        "It is given to people over 60.",
        "All two-year-olds are vaccinated.",
        "That is point 7 of the plan.",
        "He took the 42 bus home.",
    ],
)
def test_a_number_that_tells_which_or_how_old_counts_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "phrase", "amount"),
    [
        ("A two-to-three week delay is likely.", "two-to-three week", "17.5"),
        ("A two- to three-week delay is likely.", "two- to three-week", "17.5"),
        ("A 2-to-3-week delay is likely.", "2-to-3-week", "17.5"),
    ],
)
def test_a_range_may_be_written_in_steps(text: str, phrase: str, amount: str) -> None:
    assert told(text) == [(phrase, amount, "d", "level")]


def test_a_range_may_end_at_a_mixed_number() -> None:
    assert told("It took two to two and a half years.") == [
        ("two to two and a half years", "2.25", "yr", "level")
    ]
    assert told("Rates are 5¼ to 5½ percent.") == [
        ("5¼ to 5½ percent", "0.05375", "share", "level")
    ]


def test_what_moves_by_an_amount_to_a_level_tells_two() -> None:
    assert [one[:2] for one in told("Staff rose by 1,400 to 9,800.")] == [
        ("rose by 1,400", "1400"),
        ("9,800", "9800"),
    ]
    assert [one[:2] for one in told("Output fell by 2 to 3 percent.")] == [
        ("fell by 2 to 3 percent", "-0.025")
    ]


@pytest.mark.parametrize("hedge", ["or so", "or more", "or fewer", "or less", "or thereabouts"])
def test_a_hedge_may_stand_behind_what_is_counted(hedge: str) -> None:
    found = only(f"60 wells {hedge} leaked.")
    assert (found.hedge, found.of) == (hedge, "wells")
    assert told(f"60 wells {hedge} than before leaked.")[0][0] == "60"


def test_growth_of_less_than_nothing_is_a_fall() -> None:
    assert told("Growth of minus 0.4% was seen.")[0][1:] == ("-0.004", "share", "change")
    assert told("A fall of 0.4% was seen.")[0][1:] == ("-0.004", "share", "change")


def test_who_loses_a_part_of_what_is_theirs_tells_which_part() -> None:
    for text in ("It lost half its men.", "It lost half of its men."):
        assert told(text) == [("half", "0.5", "share", "level")]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("A 3% pay rise was offered.", "0.03"),
        ("A 3% tax cut was offered.", "-0.03"),
        ("The economy will expand by 3%.", "0.03"),
        ("Support will narrow by 3%.", "-0.03"),
    ],
)
def test_a_rise_is_told_by_what_rises_or_in_any_tense(text: str, amount: str) -> None:
    assert told(text)[0][1:] == (amount, "share", "change")


def test_an_adjective_moves_nothing() -> None:
    assert told("A narrow 51% voted for it.")[0][1:] == ("0.51", "share", "level")


def test_a_measure_comes_to_a_decimal_where_it_stands_or_moves_to_it() -> None:
    assert told("The index stood at 48.7.") == [("48.7", "48.7", "count", "level")]
    assert told("The index rose to 48.7.") == [("48.7", "48.7", "count", "level")]
    assert told("They met at 10.30.") == []


def test_nine_times_out_of_ten_is_a_share_whatever_follows() -> None:
    assert told("Nine times out of ten it fails.")[0][:2] == ("Nine times out of ten", "0.9")
    assert told("3/11 of the fleet sank.")[0][0] == "3/11"
    assert told("The 3/11 attacks shook it.") == []


def test_figures_of_full_width_have_their_own_stop() -> None:
    assert told("１２．５％ of them") == [("１２．５％", "0.125", "share", "level")]
    assert told("１，２００ ships") == [("１，２００", "1200", "count", "level")]


@pytest.mark.parametrize(
    "opening",
    ["Another", "All", "Its", "His", "On Monday", "Altogether", "Reportedly", "Police say"],
)
def test_a_word_that_opens_a_sentence_names_nothing(opening: str) -> None:
    assert told(f"{opening} 14 homes burned.") == [("14", "14", "count", "level")]
    assert told("Leopard 14 homes burned.") == []


@pytest.mark.parametrize("people", ["Poles", "Germans", "Texans", "Houthis", "Democrats", "MEPs"])
def test_a_people_is_of_persons_and_no_name(people: str) -> None:
    assert told(f"Seven {people} were held.") == [(f"Seven {people}", "7", "persons", "level")]
    assert told(f"They held 7 {people} there.") == [(f"7 {people}", "7", "persons", "level")]


def test_poles_and_turks_are_a_people_with_their_capital_alone() -> None:
    assert told("They felled 7 finns there.")[0][2] == "count"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve Angry Men was restored.", []),
        ("12 Angry Men won the prize.", []),
        ("Twelve angry men marched.", ["Twelve angry men"]),
        ("Twelve Angry Men Convicted", ["Twelve Angry Men"]),
        ("Two Texas towns were cut off.", ["Two"]),
        ("Nine Red Cross workers were freed.", ["Nine Red Cross workers"]),
        ("Three Dog Night toured the country.", []),
        ("Seven Network bought the rights.", []),
        ("The Three Wise Men came.", []),
        ("The Five Star Movement left the coalition.", []),
        ("Four Ships Sink off Yemen", ["Four"]),
        ("617 Squadron flew again.", []),
        ("42 Ukrainian homes burned.", ["42"]),
        ("They bought 96 Apache helicopters.", ["96"]),
        ("It sent 14 Bradleys.", ["14"]),
        ("The 39 Steps was filmed there.", []),
        ("28 Days Later was filmed there.", []),
        ("8 Mile was filmed there.", []),
        ("28 Days Later", ["28 Days"]),
        ("The Group of 77 agreed.", []),
        ("A group of 77 homes burned.", ["77"]),
        ("A category four storm came.", []),
        ("It was day two of the trial.", ["two"]),
        ("On day two of the trial he left.", []),
        ("In phase two it failed.", []),
        ("In each phase two homes burned.", ["two"]),
        ("SEAL Team 6 killed him.", []),
        ("Sector 7 was evacuated.", []),
        ("A 529 plan failed the saver.", []),
        ("The last 16 draw was made.", []),
        ("The last 16 homes burned.", ["16"]),
        ("The 3M plant leaks.", []),
        ("7-Eleven left the town.", []),
        ("The 5+1 talks failed.", []),
        ("Twenty One Pilots left the stage.", []),
        ("He was a top-four finisher.", []),
        ("At ten past three it fell.", []),
    ],
)
def test_a_name_is_told_by_its_capitals_and_by_what_follows(text: str, expected: list[str]) -> None:
    assert [phrase for phrase, *_ in told(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The PIN is 4821.",
        "Call (020) 7946 0018 at once.",
        "Text HELP to 70070.",
        "H.R. 4521 was passed.",
        "It was built c. 1200.",
        "1 Corinthians 13 was read.",
    ],
)
def test_codes_and_numbers_to_call_count_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A 747 crashed.",
        "The 737 landed.",
        "The 911 operator hung up at once.",
        "The 101 freeway was closed.",
        "The 9.15 departed.",
        "It is given to those over 75.",
        "Men aged between 18 and 60 may not leave.",
        "The 16-24 age group stayed at home.",
        "18-34 year olds stayed at home.",
        "The $64,000 question remains.",
        "We are 100% sure of it.",
        "A size 12 dress was sold.",
    ],
)
def test_what_one_thing_is_numbered_by_and_how_old_somebody_is_count_nothing(text: str) -> None:
    assert told(text) == []


def test_several_things_are_counted_behind_an_article() -> None:
    assert told("The 14 homes burned.")[0][1] == "14"
    assert told("The 14 aircraft burned.")[0][1] == "14"
    assert told("The 14 viruses were found.")[0][1] == "14"
    assert told("It is the 12% question.")[0][1] == "0.12"


@pytest.mark.parametrize(
    "done", ["shot down", "tied down", "turned down", "burned down", "gave up", "set up", "took up"]
)
def test_what_somebody_did_down_or_up_moved_nothing(done: str) -> None:
    assert told(f"They {done} 14 drones.") == [("14", "14", "count", "level")]
    assert told(f"They {done} 40 square km.")[0][1:] == ("40", "km2", "level")
    assert told("The index was down 300 points.")[0][1:] == ("-300", "count", "change")
    assert told("The index closed up 300 points.")[0][1:] == ("300", "count", "change")
    assert told("The share was turned down 4%.")[0][1:] == ("-0.04", "share", "change")


@pytest.mark.parametrize(
    ("text", "phrase", "amount", "unit"),
    [
        ("Two more years of it passed.", "Two more years", "2", "yr"),
        ("After three straight days it broke.", "three straight days", "3", "d"),
        (
            "For ten consecutive months it fell.",
            "ten consecutive months",
            "0.8333333333333333",
            "yr",
        ),
        ("It took 24 solid hours.", "24 solid hours", "24", "h"),
    ],
)
def test_a_time_may_be_told_with_how_it_passed(
    text: str, phrase: str, amount: str, unit: str
) -> None:
    ((words, value, base, kind),) = told(text)
    assert (words, value[: len(amount)], base, kind) == (phrase, amount, unit, "level")
    assert told("It took two more tests.") == [("two more", "2", "count", "change")]


def test_two_percentages_may_have_one_sign() -> None:
    assert [one[1:3] for one in told("They fell by 22 and 29 percent, respectively.")] == [
        ("-0.22", "share"),
        ("0.29", "share"),
    ]
    assert [one[1:3] for one in told("Between 22 and 29 percent fell.")] == [("0.255", "share")]
    assert [one[1] for one in told("In 2014 and 29 percent of cases it fell.")] == ["0.29"]
    assert [one[1:3] for one in told("Some 22 homes and 29 percent of barns burned.")] == [
        ("22", "count"),
        ("0.29", "share"),
    ]


@pytest.mark.parametrize(
    ("text", "phrase", "amount"),
    [
        ("It is four times smaller than that.", "four times smaller", "-0.75"),
        ("It is about 4 times cheaper.", "about 4 times cheaper", "-0.75"),
        ("It is ten times harder to get.", "ten times harder", "9"),
        ("It is ten times as likely to fail.", "ten times as likely", "9"),
    ],
)
def test_what_is_so_many_times_less_is_one_part_of_so_many(
    text: str, phrase: str, amount: str
) -> None:
    assert told(text) == [(phrase, amount, "share", "change")]


def test_so_many_times_less_is_bounded_as_the_number_is() -> None:
    found = only("It is more than four times smaller.")
    assert (found.upper, found.closed) == (Decimal("-0.75"), "neither")
    assert [one[2] for one in told("It is one times smaller, zero times smaller.")] == ["count"]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Prices stood at a level 20% higher.", "20% higher"),
        ("They dug a line 40 km long.", "40 km"),
        ("They came in a group 300 strong.", "300 strong"),
    ],
)
def test_a_label_names_no_figure_that_has_a_unit(text: str, phrase: str) -> None:
    assert [words for words, *_ in told(text)] == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "Tiers 3 and 4 goods were named.",
        "Regarding item # 22222, nothing was said.",
        "He lives at 2134 Caldwell Place.",
        "In game four of the final they lost.",
        "It is my number two concern.",
        "Ring +49 (0)40 890 for help.",
    ],
)
def test_more_figures_that_number_count_nothing(text: str) -> None:
    assert told(text) == []


def test_what_moves_by_so_many_times_moves_by_a_factor() -> None:
    assert told("It rose by ten times.") == [("rose by ten times", "9", "share", "change")]
    assert told("It fell by about four times.")[0][1] == "-0.75"
    assert told("It rose by 10 and fell by 4.")[0][1] == "10"
    assert told("It was done by ten times three.")[0][2] == "count"


def test_a_time_from_which_is_counted_moves_nothing() -> None:
    assert told("Prices rose two years ago.") == [("two years", "2", "yr", "level")]
    assert told("It grew three days later.") == [("three days", "3", "d", "level")]
    assert told("It rose by two days.")[0][3] == "change"


def test_what_is_most_somebodys_and_whose_age_is_told_are_no_quantities() -> None:
    assert told("I kept my most precious papers.") == []
    assert told("The 19-year-old’s death was confirmed.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six Nations champions won again.", []),
        ("Five Eyes members met in Ottawa.", []),
        ("Six United Nations staff were killed.", ["Six United Nations staff"]),
        ("Six Los Angeles schools were shut.", ["Six"]),
    ],
)
def test_a_known_name_counts_nothing_whatever_follows(text: str, expected: list[str]) -> None:
    assert [phrase for phrase, *_ in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The death toll from the flood stands at 174.", "persons"),
        ("Casualties in the battle reached 174.", "persons"),
        ("Deaths from the heat rose to 174.", "persons"),
        ("The number of wolves in the wild fell to 174.", "count"),
        ("The count stood at 174.", "count"),
    ],
)
def test_a_number_that_something_came_to_is_a_level(text: str, unit: str) -> None:
    assert told(text) == [("174", "174", unit, "level")]


def test_no_toll_is_told_across_a_pause_or_of_another_noun() -> None:
    assert told("The toll is high, the index stood at 174.")[0][2] == "count"
    assert told("Deaths that the index tells at 174.") == []
    assert told("It went to 174.") == []


@pytest.mark.parametrize(
    ("text", "phrase", "unit"),
    [
        ("The port spends £3bn a year on dredging.", "£3bn a year", "GBP/yr"),
        ("The port spends £3bn each year on dredging.", "£3bn each year", "GBP/yr"),
        ("The port spends £3bn per year on dredging.", "£3bn per year", "GBP/yr"),
        ("A pilot earns £37,430 a year before tax.", "£37,430 a year", "GBP/yr"),
        ("They keep €900 a month after housing costs.", "€900 a month", "EUR/month"),
        ("They play 3 hours a day on phones.", "3 hours a day", "h/d"),
        ("It saw 3 deaths per year on ferries.", "3 deaths per year", "persons/yr"),
        ("It lands 1,000 boxes per week on average.", "1,000 boxes per week", "count/week"),
        ("It lost 500 soldiers per day before the truce.", "500 soldiers per day", "persons/d"),
    ],
)
def test_what_a_rate_is_spent_on_leaves_it_a_rate(text: str, phrase: str, unit: str) -> None:
    (found,) = told(text)
    assert (found[0], found[2], found[3]) == (phrase, unit, "rate")


@pytest.mark.parametrize(
    "text",
    [
        "It had 40 tanks a year on.",
        "It had 40 tanks a year on, and no fuel.",
        "It had 40 tanks a year on from the truce.",
        "It had 40 tanks a year before.",
        "It had 40 tanks a year after the truce.",
        "It had 40 tanks a year earlier.",
    ],
)
def test_a_year_on_tells_when(text: str) -> None:
    assert told(text) == [("40", "40", "count", "level")]


@pytest.mark.parametrize("scarcely", ["Barely", "Scarcely", "Hardly"])
@pytest.mark.parametrize(
    ("share", "amount"), [("a quarter", "0.25"), ("a fifth", "0.2"), ("half", "0.5")]
)
def test_scarcely_a_share_is_just_at_it(scarcely: str, share: str, amount: str) -> None:
    found, plain = only(f"{scarcely} {share} agreed."), parse_quantity(share)
    assert (found.unit, found.amount, found.hedge) == ("share", Decimal(amount), scarcely.lower())
    assert found.interval == Interval(
        (plain.lower + plain.amount) / 2, (plain.amount + plain.upper) / 2
    )


@pytest.mark.parametrize(
    "text",
    [
        "Hardly a third party objects.",
        "Barely a third time did it fail.",
        "It was barely half past six.",
        "Barely a quarter hour later it burned.",
        "Hardly a day passes.",
        "She was barely 18 when she left.",
    ],
)
def test_scarcely_makes_no_share_of_an_ordinal_or_a_time(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Storm force 10 winds tore at the pier.",
        "Gale force 8 gales blew.",
        "The Class of '92 came back.",
        "The class of ’92 came back.",
        "H.R. 4366 passed.",
        "A.B. 1215 became law.",
        "The wreck lies at 52.5200° N, 13.4050° E.",
        "The wreck lies at 52.52°N.",
    ],
)
def test_winds_classes_bills_and_places_are_numbered(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("It may force 10 people to leave.", "10 people"),
        ("He joined a force of 10 men.", "10 men"),
        ("He has a class of 92 pupils.", "92 pupils"),
        ("In the U.S. 43 homes burned.", "43"),
        ("It was 40° in the port.", "40°"),
        ("In the U.K. 1,215 fell ill.", "1,215"),
    ],
)
def test_what_stands_so_and_counts_is_read(text: str, phrase: str) -> None:
    assert [one[0] for one in told(text)] == [phrase]


@pytest.mark.parametrize(
    ("text", "phrase", "amount"),
    [
        ("Turnout slipped two points to 38%.", "slipped two points", "-0.02"),
        ("Turnout fell by 0.3 points, to about 38 per cent.", "fell by 0.3 points", "-0.003"),
        ("Turnout rose two points from 36%.", "rose two points", "0.02"),
        ("The Reds are nine points ahead of the Blues on 20%.", "nine points", "0.09"),
        ("They are at 30%, eight points lower.", "eight points lower", "-0.08"),
        ("They are eight points lower, at 30%.", "eight points lower", "-0.08"),
        ("They are on 29%, up two points.", "up two points", "0.02"),
        ("Turnout: 38% (−3 pts)", "−3 pts", "-0.03"),
        ("Turnout is at 38 per cent, down 3 pts.", "down 3 pts", "-0.03"),
    ],
)
def test_points_beside_a_percentage_are_its_own(text: str, phrase: str, amount: str) -> None:
    points = [one for one in told(text) if one[3] == "change"]
    assert points == [(phrase, amount, "share", "change")]
    assert len(told(text)) == 2


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("The index fell 300 points to 21,000.", "-300"),
        ("The index fell 30 points, or 0.4%, to 7,500.", "-30"),
        ("The index rose 1.2%, up 52 points.", "52"),
        ("They won by 20 points, shooting 45% from the field.", "20"),
        ("She scored 20 points on 45% shooting.", "20"),
        ("She scored 20 points from 45% of her shots.", "20"),
        ("They are nine points ahead of the Reds.", "9"),
        ("They are nine points ahead with 20% of the season left.", "9"),
    ],
)
def test_points_of_a_game_or_an_index_stay_a_count(text: str, amount: str) -> None:
    counted = [one for one in told(text) if one[2] == "count"]
    assert counted[0][1] == amount


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The workforce shrank by almost 40% to 3m people.",
            [("shrank by almost 40%", "-0.4"), ("3m people", "3000000")],
        ),
        (
            "Orders rose by nearly 10% to 3.1 million.",
            [("rose by nearly 10%", "0.1"), ("3.1 million", "3100000")],
        ),
        (
            "Orders rose more than 10% to 41,000 cars.",
            [("rose more than 10%", "0.1"), ("41,000", "41000")],
        ),
        (
            "Orders fell at least 5% to 41,000 cars.",
            [("fell at least 5%", "-0.05"), ("41,000", "41000")],
        ),
        (
            "Deaths rose by more than 20% to 1,200 last year.",
            [("rose by more than 20%", "0.2"), ("1,200", "1200")],
        ),
        (
            "It shrank by less than 10% to 3,000.",
            [("shrank by less than 10%", "-0.1"), ("3,000", "3000")],
        ),
        (
            "Arrivals have fallen by more than two-thirds to 204,000.",
            [("fallen by more than two-thirds", "-0.666667"), ("204,000", "204000")],
        ),
        (
            "It fell by almost half to 3,000.",
            [("fell by almost half", "-0.5"), ("3,000", "3000")],
        ),
        (
            "It fell by more than half to one million.",
            [("fell by more than half", "-0.5"), ("one million", "1000000")],
        ),
        (
            "Sales are up by more than a third to 204 cars.",
            [("up by more than a third", "0.333333"), ("204", "204")],
        ),
        (
            "The rate rose by more than 2% to 12%.",
            [("rose by more than 2%", "0.02"), ("12%", "0.12")],
        ),
        ("20% to 30 people", [("20%", "0.2"), ("30 people", "30")]),
        ("from 5% to 3,000 people", [("5%", "0.05"), ("3,000 people", "3000")]),
    ],
)
def test_a_hedged_change_and_what_it_led_to_are_two(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = [
        (text[one.start : one.end], _plain(one.amount and round(one.amount, 6)))
        for one in find_quantities(text)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("It rose by 10 to 20%.", "0.1", "0.2"),
        ("It rose by almost 10% to 20%.", "0.1", "0.2"),
        ("It rose by almost 5 to 10 percent.", "0.05", "0.1"),
        ("Prices rose about 10% to 15%.", "0.1", "0.15"),
        ("It grew an average of 2% to 3% a year.", "0.02", "0.03"),
        ("From 70% to 80 last year", "0.7", "0.8"),
        ("between 5% and 10 this year", "0.05", "0.1"),
        ("50% to 300 of what it was", "0.5", "3"),
        ("20% to a quarter of voters", "0.2", "0.25"),
        ("It rose by a quarter to a half.", "0.25", "0.5"),
    ],
)
def test_two_ends_of_one_kind_are_a_range(text: str, lower: str, upper: str) -> None:
    found = only(text)
    assert (found.lower, found.upper) == (Decimal(lower), Decimal(upper))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices rose from 70 to 80 per cent.", [("70", "0.7"), ("80 per cent", "0.8")]),
        ("It is rising from two to five percent.", [("two", "0.02"), ("five percent", "0.05")]),
        (
            "It fell from about 1.2 to just over 0.9 percent.",
            [("about 1.2", "0.012"), ("just over 0.9 percent", "0.009")],
        ),
        ("Debt fell from 120 to 80 percent.", [("120", "1.2"), ("80 percent", "0.8")]),
        ("It rose from 3 to 5 million.", [("3", "3000000"), ("5 million", "5000000")]),
        (
            "It fell from nearly 5 to 3.2 million.",
            [("nearly 5", "5000000"), ("3.2 million", "3200000")],
        ),
        ("It rose from $3 to $5 million.", [("$3", "3000000"), ("$5 million", "5000000")]),
        # What the level now hands nothing on to: another kind, a year, too large a number.
        ("It rose from $900 to $1.2 million.", [("$900", "900"), ("$1.2 million", "1200000")]),
        ("It fell from 1,200 to 70 percent.", [("1,200", "1200"), ("70 percent", "0.7")]),
        ("It rose from 2010 to 20 percent.", [("20 percent", "0.2")]),
        (
            "It rose from 5 people to 20 percent.",
            [("5 people", "5"), ("20 percent", "0.2")],
        ),
    ],
)
def test_what_moves_from_one_level_to_another_has_two(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(phrase, amount) for phrase, amount, *_ in told(text)] == expected
    assert all(kind == "level" for *_, kind in told(text))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("They made up one in three sales.", "one in three"),
        ("Women made up 20% in 2020.", "20%"),
        ("The balloon came down 10 km away.", "10 km"),
        ("He ended up 20 km north-east of the town.", "20 km"),
        ("Traffic backed up 10 km.", "10 km"),
        ("It fell 10 km off the coast.", "10 km"),
    ],
)
def test_what_is_made_up_or_lies_somewhere_has_not_moved(text: str, phrase: str) -> None:
    assert [(one[0], one[3]) for one in told(text)] == [(phrase, "level")]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Shares ended up 3%.", "up 3%"),
        ("Prices are back up $5.", "up $5"),
        ("Shares ended up $5 on the day.", "up $5"),
        ("The water dropped by 3 metres off the coast.", "dropped by 3 metres"),
        ("The river rose 3 metres.", "rose 3 metres"),
    ],
)
def test_what_ends_higher_or_lower_has_moved(text: str, phrase: str) -> None:
    assert [(one[0], one[3]) for one in told(text)] == [(phrase, "change")]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Between 1600 and 2000 people came.", ["Between 1600 and 2000 people"]),
        ("Between 1990 and 2020 people left.", []),
        ("Between 1800 and 1900 farms vanished.", []),
    ],
)
def test_two_round_numbers_of_persons_are_no_years(text: str, phrases: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_quantities(text)] == phrases


@pytest.mark.parametrize(
    ("text", "phrase", "least"),
    [
        ("Prices range from £20.", "from £20", "20"),
        ("Tickets, from £12, are on sale.", "from £12", "12"),
        ("Tickets (from £12) are on sale.", "from £12", "12"),
        ("A week in Crete from £599pp.", "from £599", "599"),
        ("Crete from £599 per person, flights included.", "from £599 per person", "599"),
        ("A bed in Leeds from £29 a night.", "from £29 a night", "29"),
        ("Fares are as low as £9.", "as low as £9", "9"),
    ],
)
def test_what_is_sold_from_a_price_costs_it_at_least(text: str, phrase: str, least: str) -> None:
    found = [one for one in find_quantities(text) if one.unit.startswith("GBP")]
    assert [text[one.start : one.end] for one in found] == [phrase]
    assert (str(found[0].lower), found[0].upper, found[0].closed) == (least, None, "left")


@pytest.mark.parametrize(
    "text",
    [
        "Rents rose from £900 a night.",
        "The fare went from £3 per person to £4.",
        "Prices range from £20 for a child to £60.",
        "He made £20 from £100 that he had.",
        "He is up from £11 a night.",
    ],
)
def test_what_something_came_from_bounds_nothing(text: str) -> None:
    found = [one for one in find_quantities(text) if one.unit.startswith("GBP")]
    assert found[0].upper is not None


@pytest.mark.parametrize(
    ("text", "phrase", "kind", "amount", "unit", "of"),
    [
        ("It closed 318 points lower.", "318 points lower", "change", "-318", "count", "points"),
        ("A pint is 30p dearer.", "30p dearer", "change", "0.3", "GBP", None),
        ("It settled $1.20 lower.", "$1.20 lower", "change", "-1.20", "USD", None),
        ("The 50-basis-point cut came.", "50-basis-point cut", "change", "-0.005", "share", None),
        ("Pay goes up to £12.71.", "£12.71", "level", "12.71", "GBP", None),
        ("Man charged over £2m heist", "£2m", "level", "2000000", "GBP", None),
        ("It is 4.2 light-years off.", "4.2 light-years", "level", "39735067984839.36", "km", None),
        ("A fifth of GPs plan to quit.", "A fifth", "level", "0.2", "share", "GPs"),
        ("Nine hurt in Pune blast", "Nine", "level", "9", "persons", None),
        ("One in six drivers speeds.", "One in six", "level", None, "share", "drivers"),
        ("A million-pound reward is on.", "A million-pound", "level", "1E+6", "GBP", "reward"),
        ("A 500-pound bomb fell.", "500-pound", "level", "226.796185", "kg", "bomb"),
        ("Rs 1.5 lakh crore is owed.", "Rs 1.5 lakh crore", "level", "1.5E+12", "INR", None),
        ("Sales rose past $2bn.", "rose past $2bn", "level", "2E+9", "USD", None),
        ("The toll climbed past 1,600.", "climbed past 1,600", "level", "1600", "persons", None),
        ("It is repaid over 25 years.", "25 years", "level", "25", "yr", None),
    ],
)
def test_what_the_desks_write_is_told_as_it_is_meant(
    text: str, phrase: str, kind: str, amount: str | None, unit: str, of: str | None
) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.kind, found.unit) == (phrase, kind, unit)
    assert found.of == of
    assert amount is None or found.amount == Decimal(amount)


def test_a_round_under_par_bounds_nothing() -> None:
    assert find_quantities("He shot a seven-under 65.") == []
