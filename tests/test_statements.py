"""Statements: what a text says of measures, and what it only seems to say."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal

import pytest

from claimtrack.measures import Measure, Reads
from claimtrack.observations import Reading
from claimtrack.values import CalendarDate, Interval
from claimtrack.words.statements import look, mentioned, read_statements
from claimtrack.words.stating.spotting import Spotter

PUBLISHED = "2025-08-15"


def held(id: str, subject: tuple[str, ...], *of: str) -> Measure:
    reads = Reads(
        subject=subject,
        of=("territory", "land", "region", *of),
        by=("Russia", "Russian", "Moscow"),
        other=("Ukraine", "Ukrainian", "Kyiv"),
        says=("control", "hold", "occupy", "lose", "under occupation", "in Russian hands"),
    )
    return Measure(id, "What share?", "quantity", unit="share", reads=reads)


LAND = (
    held("ukraine", ("Ukraine", "Ukrainian"), "country"),
    held("donetsk", ("Donetsk",)),
    held("luhansk", ("Luhansk",)),
)
SOLDIERS = ("soldiers", "troops", "people", "men", "combat")
LOSSES = Measure(
    "losses", "How many?", "quantity", unit="persons",
    reads=Reads(
        subject=("Russia", "Russian"), of=SOLDIERS, other=("Ukraine", "Ukrainian"),
        says=("casualties", "killed or wounded", "losses"), since=CalendarDate.parse("2022-02"),
    ),
)  # fmt: skip
KILLED = Measure(
    "killed", "How many?", "quantity", unit="persons",
    reads=Reads(
        subject=("Russia", "Russian"), of=SOLDIERS, other=("Ukraine", "Ukrainian"),
        says=("killed", "dead", "deaths", "fatalities", "die"), since=CalendarDate.parse("2022-02"),
    ),
)  # fmt: skip
DAILY = Measure(
    "daily", "How many a day?", "quantity", unit="persons/d",
    reads=Reads(
        subject=("Russia", "Russian"), of=SOLDIERS, says=("casualties", "killed or wounded")
    ),
)  # fmt: skip
WAR = (*LAND, LOSSES, KILLED, DAILY)
PRICES = Measure(
    "inflation", "How high?", "quantity", unit="ratio",
    reads=Reads(
        subject=("inflation", "consumer prices"), by=("UK", "Britain", "British"),
        says=("be", "rise", "fall", "stand at", "slow", "hit", "inflation"), never=("food", "core"),
    ),
)  # fmt: skip
VOTES = Measure(
    "votes", "What share?", "quantity", unit="share",
    reads=Reads(subject=("Labour",), of=("vote", "national"), says=("win", "take", "secure")),
)  # fmt: skip
SEATS = Measure(
    "seats", "How many?", "quantity", unit="count",
    reads=Reads(subject=("Labour",), of=("seats",), says=("win", "take", "secure", "have")),
)  # fmt: skip
POINTS = Measure(
    "points", "How many?", "quantity", unit="count",
    reads=Reads(subject=("Arsenal",), of=("points",), says=("have", "move to", "on")),
)  # fmt: skip
OTHERS = (PRICES, VOTES, SEATS, POINTS)


def told(text: str, *measures: Measure) -> list[str]:
    """What is read off *text*: measure, value, day, and whether it is derived."""
    found = read_statements(text, measures or WAR, published=PUBLISHED)
    return [f"{one.measure} {_value(one)}{' derived' if one.derived else ''}" for one in found]


def _value(reading: Reading) -> str:
    day = f"@{reading.as_of}" if reading.as_of_basis == "stated" else ""
    return f"{reading.value}{day}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia controls 20% of Ukraine.", ["ukraine 0.2"]),
        ("Russia controls 70% of Donetsk and 99% of neighbouring Luhansk.",
         ["donetsk 0.7", "luhansk 0.99"]),
        ("Ukraine still holds 25% of Donetsk.", ["donetsk 0.75 derived"]),
        ("Moscow aims at Donetsk, where Ukraine still holds 25 percent of the region.",
         ["donetsk 0.75 derived"]),
        ("Ukraine is large. Russia holds 20 per cent of the country.", ["ukraine 0.2"]),
        ("Some 18% of Ukrainian land is in Russian hands.", ["ukraine 0.18"]),
        ("In March 2022 Russia controlled 27% of Ukraine.", ["ukraine 0.27@2022-03"]),
        ("According to the ISW, Russia occupies 19% of Ukraine as of August 12.",
         ["ukraine 0.19@2025-08-12"]),
        ("Russia has suffered 600,000 casualties.", ["losses 600000"]),
        ("At least 95,000 Russian soldiers have been killed.", ["killed [95000, inf)"]),
        ("Over 900,000 Russian troops were killed or wounded.", ["losses (900000, inf)"]),
        ("Russia is suffering 1,500 casualties a day.", ["daily 1500"]),
        ("There were 120,000 Russian fatalities between February 2022 and May 2025.",
         ["killed 120000@2025-05"]),
        ("Russian deaths have passed 10,000 by now.", ["killed (10000, inf)"]),
        ("Ukraine has lost 20% of its territory.", ["ukraine 0.2"]),
        ("The 20 per cent of Ukraine that Russia holds is laid waste.", ["ukraine 0.2"]),
        ("Ukraine, 20% of which is occupied by Russia, fights on.", ["ukraine 0.2"]),
        ("Over 1,000 Russian soldiers are killed or wounded every day.", ["daily (1000, inf)"]),
        ("The number of Russian soldiers killed has passed 100,000.", ["killed (100000, inf)"]),
        ("18% of Ukraine, including all of Crimea, is in Russian hands.", ["ukraine 0.18"]),
        ("Some 88% of Donetsk – far more than last year – is occupied by Russia.",
         ["donetsk 0.88"]),
        ("The average daily Russian casualties in July stood at 1,140.", ["daily 1140@2025-07"]),
        ("Russia now holds 20% of Ukraine, an additional 1% of it since May.", ["ukraine 0.2"]),
        ("Russia has been silent since September 2022, when it said 5,937 soldiers were killed.",
         ["killed 5937@2022-09"]),
        ("NATO estimated on March 23 that 7,000 Russian soldiers had been killed.",
         ["killed 7000@2025-03-23"]),
        ("As of January, Russia had suffered 790,000 casualties.", ["losses 790000@2025-01"]),
        ("Between May and July Russia held 20% of Ukraine.", ["ukraine 0.2@2025-07"]),
        ("They want an end, given that Russia has suffered 500,000 casualties.", ["losses 500000"]),
        ("Despite having suffered 600,000 casualties, Russia goes on.", ["losses 600000"]),
        ("Russia holds 18.5% of Ukraine, including Crimea, which it annexed in 2014.",
         ["ukraine 0.185"]),
        ("Russia holds 18.5% of Ukraine, including Crimea, annexed in 2014.", ["ukraine 0.185"]),
        ("The war has left 20% of Ukraine in Russian hands.", ["ukraine 0.2"]),
        ("Russian-occupied land amounts to 20% of Ukraine.", ["ukraine 0.2"]),
        ("Three-quarters of Donetsk, and 99% of Luhansk, are in Russian hands.",
         ["donetsk (0.7083333333333333333333333333, 0.775]", "luhansk 0.99"]),
        ("70% of Donetsk and 99% of Luhansk are in Russian hands.",
         ["donetsk 0.7", "luhansk 0.99"]),
        ("Russia has lost over a million troops, killed or wounded, since February 2022.",
         ["losses (1000000, inf)"]),
        ("The number of Russian soldiers killed may be as high as 200,000.",
         ["killed (-inf, 200000]"]),
        ("Russia holds 60 percent of Donetsk region's two million people.", ["donetsk 0.6"]),
    ],
)  # fmt: skip
def test_a_statement_is_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Russia controls 20% of Ukraine's grain.", "something else (“grain”)"),
        ("Moscow controls 20% of Syrian territory.", "something else (“Syrian”)"),
        ("Russia holds 20% of Georgia.", "something else (“Georgia”)"),
        ("Russia holds 70% of the Donetsk, Kherson and Luhansk regions.", "several together"),
        ("Russia has lost 20% of Donetsk.", "lost themselves"),
        ("Russia does not control 20% of Ukraine.", "denied"),
        ("Zelensky denied that Russia controls 20% of Ukraine.", "denied"),
        ("Does Russia control 20% of Ukraine?", "asked"),
        ("Russia wants to hold 30% of Ukraine.", "aim"),
        ("If the deal holds, Russia would control 22% of Ukraine.", "not a fact yet"),
        ("Russia could control 22% of Ukraine next year.", "only possible"),
        ("Analysts expect Russia to control 22% of Ukraine.", "forecast"),
        ("Russia controlled 27% of Ukraine.", "past time"),
        ("Russia controls less of Ukraine, down from 27%.", "former level"),
        ("Russian and Ukrainian casualties reached 2 million.", "other side"),
        ("Ukraine has suffered 400,000 casualties.", "other side"),
        ("Russia suffered 415,000 casualties in 2024 alone.", "another period"),
        ("At least 3,000 North Korean soldiers have been killed.", "something else"),
        ("Russian shelling has killed 21 people.", "what somebody has killed"),
        ("Around 14,000 people have been killed there.", "nobody is named"),
        ("Russia has occupied an additional 12% of Ukraine.", "came on top"),
        ("Ukraine's army has retaken half of the territory it lost to Russia.", "no word of the"),
        ("Weekly Russian casualties reached 9,000.", "another period"),
        ("Russia has given up half of the 20% of Ukraine it had occupied.", "past time"),
    ],
)
def test_what_is_no_statement_is_left_with_its_reason(text: str, reason: str) -> None:
    text += " Russia and Ukraine are at war."  # so that the cheap look does not pass it over
    found = list(look(text, Spotter(WAR), published=PUBLISHED))
    wrong = [one for one in found if one.reading is not None and one.measure != "daily"]
    assert wrong == []
    assert any(reason in (one.reason or "") for one in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UK inflation rose to 3.8% in July from 3.6% in June.",
         ["inflation 0.038@2025-07", "inflation 0.036@2025-06"]),
        ("Eurozone inflation was 2.0%, while UK inflation stood at 3.8%.", ["inflation 0.038"]),
        ("British consumer prices rose 3.8% in July.", ["inflation 0.038@2025-07"]),
        ("UK food inflation rose to 5.1%.", []),
        ("The Bank of England expects UK inflation to hit 4%.", []),
        ("Labour won 33.7% of the vote and 412 seats, while the Conservatives took 23.7%.",
         ["votes 0.337", "seats 412"]),
        ("The Conservatives won 121 seats.", []),
        ("Labour is predicted to win 420 seats.", []),
        ("Arsenal have 68 points from 30 games.", ["points 68"]),
        ("Liverpool are on 73 points.", []),
    ],
)  # fmt: skip
def test_another_subject_is_read_by_the_same_grammar(text: str, expected: list[str]) -> None:
    assert told(text, *OTHERS) == expected


def test_a_reading_quotes_its_sentence_with_the_place_of_its_words() -> None:
    text = "It rained. Moscow, the BBC says, holds about 20% of Ukraine. It stopped."
    (reading,) = read_statements(text, LAND, published=PUBLISHED)
    start, end = map(int, (reading.locator or "").removeprefix("chars ").split("-"))
    assert reading.quote == "Moscow, the BBC says, holds about 20% of Ukraine."
    assert text[start:end] == "about 20%"


def test_a_figure_without_a_day_has_that_of_the_text() -> None:
    (reading,) = read_statements("Russia holds 20% of Ukraine.", LAND, published=PUBLISHED)
    assert (reading.as_of, reading.as_of_basis) == (CalendarDate.parse(PUBLISHED), "carried")
    (undated,) = read_statements("Russia holds 20% of Ukraine.", LAND, published=None)
    assert (undated.as_of, undated.as_of_basis) == (None, "seen")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to the ISW, Russia occupies 19% of Ukraine.", "ISW"),
        ("Russia occupies 19% of Ukraine, according to the ISW.", "ISW"),
        ("The Pentagon said that Russia occupies 19% of Ukraine.", "The Pentagon"),
        ("Russia occupies 19% of Ukraine.", None),
    ],
)
def test_who_is_cited_is_told(text: str, name: str | None) -> None:
    (reading,) = read_statements(text, LAND, published=PUBLISHED)
    assert reading.attribution == name


def test_a_name_that_a_measure_needs_is_nobody_elses() -> None:
    talks = Measure(
        "talks", "How long?", "quantity", unit="h",
        reads=Reads(subject=("talks", "meeting"), says=("last", "met for"), needs=("Anchorage",)),
    )  # fmt: skip
    text = "It was a long meeting: in Anchorage they met for three hours. They met for an hour."
    (reading,) = read_statements(text, (talks,), published=PUBLISHED)
    assert reading.value == Decimal(3)


def test_the_end_of_a_compound_is_no_relation() -> None:
    gain = Measure(
        "gain", "What share?", "quantity", unit="share",
        reads=Reads(subject=("Ukraine",), says=("take",)),
    )  # fmt: skip
    assert told("Ukraine saw 25 percent encourage taking.", gain) == ["gain 0.25"]
    assert told("Ukraine saw 25 percent encourage risk-taking.", gain) == []


def test_a_length_of_time_that_says_when_is_no_length() -> None:
    talks = Measure(
        "talks", "How long?", "quantity", unit="h",
        reads=Reads(subject=("talks", "meeting"), says=("meeting", "last")),
    )  # fmt: skip
    assert told("They asked for a meeting within the next 48 hours.", talks) == []
    assert told("The talks last three hours.", talks) == ["talks 3"]


def test_whoever_acts_is_not_what_the_figure_is_of() -> None:
    reads = Reads(
        subject=("Kursk",), of=("region",), by=("Ukraine", "Ukrainian"), says=("control",)
    )
    kursk = Measure("kursk", "How much?", "quantity", unit="km2", reads=reads)
    ukraine = replace(held("ukraine", ("Ukraine", "Ukrainian")), unit="km2")
    text = "Ukraine's army claims to control 1,250 sq km and 92 villages in the Kursk region."
    assert told(text, kursk, ukraine) == ["kursk 1250"]


def test_two_units_of_one_figure_are_one() -> None:
    area = Measure(
        "area", "How much?", "quantity", unit="km2",
        reads=Reads(of=("Kursk",), by=("Russia", "Russian"), says=("retake", "reclaim")),
    )  # fmt: skip
    text = "The Russian army has reclaimed 1,100 square km (425 square miles) of Kursk."
    (reading,) = read_statements(text, (area,), published=PUBLISHED)
    assert reading.value == Decimal(1100)


def test_a_bound_is_an_interval_and_its_rest_is_turned() -> None:
    text = "Ukraine still holds less than 25% of Donetsk."
    (reading,) = read_statements(text, LAND, published=PUBLISHED)
    assert reading.value == Interval(Decimal("0.75"), Decimal(1), "right")
    assert reading.derived


def test_without_words_a_measure_is_not_read() -> None:
    silent = Measure("silent", "What share?", "quantity", unit="share")
    assert read_statements("Russia holds 20% of Ukraine.", (silent,), published=PUBLISHED) == []
    assert Spotter((silent,)).known == ()


def test_a_text_that_names_no_measure_is_not_looked_at() -> None:
    assert Spotter(WAR).spotted("The weather was fine, and 20% of us went out.") == ()


def test_a_name_may_stand_in_the_plural() -> None:
    text = "With a fifth of the country under occupation, millions of Ukrainians have fled."
    (found,) = read_statements(text, LAND, published=PUBLISHED)
    assert found.measure == "ukraine"


def test_a_word_that_rules_out_does_not_where_it_is_only_included() -> None:
    region = replace(LAND[0], reads=replace(LAND[0].reads or Reads(), never=("oblast",)))
    text = "Russia controls 20% of Ukraine, including most of the Kherson oblast."
    assert [one.measure for one in read_statements(text, (region,), published=PUBLISHED)] == [
        "ukraine"
    ]
    text = "Russia controls 20% of the oblast of Ukraine."
    assert read_statements(text, (region,), published=PUBLISHED) == []


def test_the_cheap_look_names_the_measures_of_which_a_text_has_a_word() -> None:
    text = (
        "Menu Weather Sport Why Luhansk? Nearly all of Donetsk is under occupation, officials say"
    )
    assert [one.id for one in mentioned(text, (*OTHERS, *LAND))] == ["donetsk", "luhansk"]
    assert mentioned("The weather was fine.", LAND) == ()


@pytest.mark.parametrize("text", ["Russia holds 20% of Ukraine.", "Inflation in the UK is 3.2%."])
def test_what_is_read_of_a_text_is_mentioned_in_it(text: str) -> None:
    read = {one.measure for one in read_statements(text, (*WAR, *OTHERS), published=PUBLISHED)}
    assert read
    assert read <= {one.id for one in mentioned(text, [*WAR, *OTHERS])}


class Interrupted(Measure):
    """A measure, while which is held against its like another thread asks for another."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Interrupted):
            return False
        with ThreadPoolExecutor(1) as pool:
            pool.submit(mentioned, "Inflation in Britain is 3.1%.", [PRICES]).result()
        return self.id == other.id

    __hash__ = Measure.__hash__


def test_who_asks_for_other_measures_meanwhile_changes_nothing() -> None:
    reads = Reads(subject=("Ukraine",), says=("hold",))
    one, like_it = (
        Interrupted("ukraine", "What share?", "quantity", unit="share", reads=reads)
        for _ in range(2)
    )
    text = "Russia holds a fifth of Ukraine."
    assert mentioned(text, [one]) == (one,)
    assert [measure.id for measure in mentioned(text, [like_it])] == ["ukraine"]


SPENT = Measure(
    "schools/spending", "How much does England spend on its schools?", "quantity", unit="GBP",
    reads=Reads(subject=("schools",), says=("spending", "spend")),
)  # fmt: skip
SPENT_ON_EACH = Measure(
    "schools/each", "How much does England spend on a pupil?", "quantity", unit="GBP",
    reads=Reads(subject=("schools",), says=("spending", "spend")),
)  # fmt: skip
OIL = Measure(
    "oil", "What does Brent crude cost?", "quantity", unit="USD",
    reads=Reads(subject=("Brent",), says=("price", "cost")),
)  # fmt: skip
TOWN = Measure(
    "town", "How many live in Ashby?", "quantity", unit="persons",
    reads=Reads(subject=("Ashby",), of=("people",), says=("has", "population")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "measure", "told"),
    [
        ("Schools spend £7,460 per pupil.", SPENT, []),
        ("Schools spend £7,460 per pupil.", SPENT_ON_EACH, ["7460"]),
        ("Schools spend £60bn.", SPENT, ["60000000000"]),
        ("Brent costs $82 a barrel.", OIL, ["82"]),
        ("The price of Brent is $82/barrel.", OIL, ["82"]),
        ("Ashby has 900 people per square kilometre.", TOWN, []),
        ("Ashby has 90,000 people.", TOWN, ["90000"]),
        ("Ashby has 40 kg of bees.", TOWN, []),
    ],
)
def test_so_much_for_each_answers_only_who_asks_for_it(
    text: str, measure: Measure, told: list[str]
) -> None:
    found = read_statements(text, [measure], published=PUBLISHED)
    assert [str(int(middle_of(one.value))) for one in found] == told


def middle_of(value: object) -> Decimal:
    if isinstance(value, Interval):
        assert value.lower is not None
        assert value.upper is not None
        return (value.lower + value.upper) / 2
    assert isinstance(value, Decimal)
    return value
