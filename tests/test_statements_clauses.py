"""Statements whose clause says more than subject, verb and figure: who has it, whose, and when."""

from __future__ import annotations

import pytest

from claimtrack.measures import Measure, Reads
from claimtrack.values import CalendarDate
from claimtrack.words.statements import read_statements

HELD = Measure(
    "held", "What share of Ukraine does Russia hold?", "quantity", unit="share",
    reads=Reads(
        subject=("Ukraine", "Ukrainian"),
        of=("territory", "territories", "land", "country"),
        by=("Russia", "Russian", "Moscow", "Putin"),
        other=("Ukraine", "Ukrainian", "Kyiv"),
        says=("control", "hold", "occupy", "lose", "rule", "under control", "in Ukrainian hands"),
        never=("parliament",),
    ),
)  # fmt: skip
AREA = Measure(
    "area", "How much of Ukraine does Russia hold?", "quantity", unit="km2",
    reads=Reads(
        subject=("Ukraine", "Ukrainian"), of=("territory", "land"), by=("Russia", "Russian"),
        other=("Kyiv",), says=("control", "hold", "occupy"),
    ),
)  # fmt: skip
KILLED = Measure(
    "killed", "How many?", "quantity", unit="persons",
    reads=Reads(
        subject=("Russia", "Russian"), of=("soldiers", "troops"), says=("killed", "dead", "deaths"),
        since=CalendarDate.parse("2022-02"),
    ),
)  # fmt: skip
DAILY = Measure(
    "daily", "How many a day?", "quantity", unit="persons/d",
    reads=Reads(subject=("Russia", "Russian"), of=("soldiers",), says=("killed", "losses")),
)  # fmt: skip
TALKS = Measure(
    "talks", "How long did they last?", "quantity", unit="h",
    reads=Reads(subject=("talks", "presidents"), says=("last", "talk for", "talks")),
)  # fmt: skip
RESIDENTS = Measure(
    "residents", "What share of the people of Crimea are Russians?", "quantity", unit="share",
    reads=Reads(subject=("Crimea",), of=("population", "people"), says=("ethnic Russians",)),
)  # fmt: skip


def told(text: str, *measures: Measure) -> list[str]:
    known = measures or (HELD, AREA, KILLED, DAILY, TALKS, RESIDENTS)
    found = read_statements(text, known, published="2025-08-15")
    return [
        f"{one.measure} {one.value}"
        + (f"@{one.as_of}" if one.as_of_basis == "stated" else "")
        + (" derived" if one.derived else "")
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscow's control of 20% of Ukraine has become the main question.", ["held 0.2"]),
        ("Russia's control over 20% of Ukraine was not on the table.", ["held 0.2"]),
        ("20% of Ukraine's land, or 116,000 square kilometres, is held by Russia.",
         ["held 0.2", "area 116000"]),
        ("The 20% of Ukraine held by Russia is laid waste.", ["held 0.2"]),
        ("Some 30% of Ukrainian land held by Kyiv is mined.", []),
        ("Some 30% of Ukrainian land controlled by the Russian army was mined.", []),
        ("Russia lost 30% of the Ukrainian territory it had occupied in 2022.", []),
    ],
)  # fmt: skip
def test_a_noun_and_a_participle_carry_a_figure_of_their_own(
    text: str, expected: list[str]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Putin wants the 25% of Ukraine that Kyiv still controls.", ["held 0.75 derived"]),
        ("Moscow asks that Kyiv leave the 30% of Ukraine it still holds.", ["held 0.7 derived"]),
        ("Some 80% of Ukraine remains under Kyiv's control.", ["held 0.8"]),
        ("Some 80% of Ukraine remains in Ukrainian hands.", ["held 0.2 derived"]),
        ("The government in Kyiv controls 80% of Ukraine.", ["held 0.2 derived"]),
        ("Ukraine has lost control over 20% of its territory.", ["held 0.2"]),
        ("Russia has lost control of 20% of Ukraine.", []),
        ("Russia took Crimea in 2014 and today controls 20% of Ukraine.",
         ["held 0.2@2025-08-15"]),
        ("Poland beat Sweden and today holds 20% of Ukraine.", []),
        ("The occupied territories make up 20% of Ukraine.", ["held 0.2"]),
        ("About 25% of Ukraine's occupied land is mined.", []),
        ("Crimea, where ethnic Russians account for 58.1% of the population, is a peninsula.",
         ["residents 0.581"]),
    ],
)  # fmt: skip
def test_whose_it_is_may_stand_behind_the_figure_or_in_a_place(
    text: str, expected: list[str]
) -> None:
    assert told(text) == [one.replace("held 0.8", "held 0.2 derived") for one in expected]


@pytest.mark.parametrize(
    "text",
    [
        "20% of Ukrainians hold that view.",
        "Two-thirds of Ukrainians say Russia holds too much of their land.",
        "A fifth of Ukrainians live where Moscow rules.",
        "Russian banks hold a 20% share of Ukraine's market.",
        "The talks began three hours late.",
        "The talks, scheduled to last seven hours, were cut short.",
        "The talks were over two hours earlier.",
    ],
)
def test_people_shares_and_delays_are_no_part_of_the_land_and_no_length(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The share of Ukraine held by Russia has edged up to 19.2 percent.", ["held 0.192"]),
        ("In April 2022 Russia occupied 27% of Ukraine, compared with 18% now.",
         ["held 0.27@2022-04", "held 0.18"]),
        ("In April 2022 Russia occupied 27% of Ukraine, compared with 18% before.",
         ["held 0.27@2022-04"]),
        ("Every day 1,100 Russian soldiers are killed.", ["daily 1100"]),
        ("On an average day 1,100 Russian soldiers are killed.", ["daily 1100"]),
        ("A day later 1,100 Russian soldiers were killed.", ["killed 1100"]),
        ("20% of the country is under Russian control, the minister told Ukraine's parliament.",
         ["held 0.2"]),
        ("The two presidents talked for three hours behind closed doors.", ["talks 3"]),
    ],
)  # fmt: skip
def test_when_it_is_so_may_be_told_around_it(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_part_that_tells_its_own_relation_is_a_figure_of_its_own() -> None:
    losses = Measure(
        "losses", "How many?", "quantity", unit="persons",
        reads=Reads(subject=("Russia", "Russian"), of=("soldiers",), says=("casualties",)),
    )  # fmt: skip
    text = "Russia's casualties are put at 950,000, including 250,000 dead."
    assert [one.split()[0] for one in told(text, losses, KILLED)] == ["losses", "killed"]
    assert told("Russia counts 900 dead, including 250 dead of cold.", KILLED) == ["killed 900"]


LOSSES = Measure(
    "losses", "How many?", "quantity", unit="persons",
    reads=Reads(
        subject=("Russia", "Russian", "Moscow"), of=("soldiers", "troops"),
        other=("Ukraine", "Ukrainian", "Kyiv"),
        says=("casualties", "killed or wounded", "killed, wounded and missing"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyiv's forces suffered 600,000 casualties and Moscow's 1,200,000.", ["losses 1200000"]),
        ("While Ukraine has suffered 400,000 casualties, Russia has suffered 900,000.",
         ["losses 900000"]),
        ("Ukraine's 400,000 casualties are fewer than Russia's.", []),
        ("Russia's 900,000 casualties compare with 400,000 on the Ukrainian side.",
         ["losses 900000"]),
        ("Russian casualties and desertions have risen to 900,000 and 300,000 respectively.", []),
        ("Moscow has lost 900,000 troops, killed, wounded and missing.", ["losses 900000"]),
        ("Russia gains a village for every 1,000 casualties.", []),
        ("Of the 900,000 Russian casualties, a quarter were deaths.", ["losses 900000"]),
    ],
)  # fmt: skip
def test_the_count_of_one_side_is_not_that_of_the_other(text: str, expected: list[str]) -> None:
    assert told(text, LOSSES) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Some 900,000 Russian soldiers have been killed, maimed or gone missing.",
        "Some 900,000 Russian soldiers have been killed or captured.",
    ],
)
def test_who_was_killed_or_worse_off_is_not_counted_as_killed(text: str) -> None:
    assert told(text, KILLED) == []
    killed_alone = text[: text.index(" killed") + len(" killed")] + "."
    assert told(killed_alone, KILLED) == ["killed 900000"]


TAKEN = Measure(
    "taken", "What share of Donetsk does Russia hold?", "quantity", unit="share",
    reads=Reads(
        subject=("Donetsk",), of=("region",), by=("Russia", "Russian"), other=("Kyiv", "Zelensky"),
        says=("hold", "seize", "under its control"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia has seized 70% of Donetsk.", ["taken 0.7"]),
        ("Russia has seized 2% of Donetsk since May.", []),
        ("In July Russia seized 2% of Donetsk.", []),
        ("Russia wants the quarter of Donetsk that Kyiv still holds.",
         ["taken (0.7083333333333333333333333333, 0.775] derived"]),
        ("They met on the third of May, when Russia held Donetsk.", []),
        ("Russia holds all of Donetsk.", ["taken [0.995, 1]"]),
        ("Russia holds all of the Kharkiv region, but not Donetsk.", []),
        ("Russia wants all of Donetsk, a quarter of which Kyiv still holds.",
         ["taken (0.7083333333333333333333333333, 0.775] derived"]),
        ("Zelensky said 70% of Donetsk was held by Russia.", ["taken 0.7"]),
        ("Some 6,600 square kilometres, or 12%, of Norda is held by Kyiv, not Donetsk.", []),
    ],
)  # fmt: skip
def test_a_share_may_be_told_by_what_was_taken_and_without_a_number(
    text: str, expected: list[str]
) -> None:
    assert told(text, TAKEN) == expected


def test_the_longer_words_of_a_measure_that_is_not_named_change_nothing() -> None:
    kursk = Measure(
        "kursk", "How much?", "quantity", unit="km2",
        reads=Reads(subject=("Kursk",), of=("region",), by=("Kyiv",), says=("control",)),
    )  # fmt: skip
    text = "Kyiv has 1,000 square kilometres of the Kursk region under its control."
    assert told(text, kursk, TAKEN) == ["kursk 1000"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("With Russia occupying 20 percent of its territory, Ukraine fights on.", ["held 0.2"]),
        ("The presidents talked for three hours and then spoke to the press for 12 minutes.",
         ["talks 3"]),
        ("It took the presidents' plane seven hours to reach the talks.", []),
        ("The number of Russian soldiers killed has exceeded 100,000.", ["killed (100000, inf)"]),
        ("This would put the number of Russian soldiers killed at 200,000.", ["killed 200000"]),
        ("A rout would put 40% of Ukraine under Russian control.", []),
        ("Zelensky said that Russia gained control of 50 square kilometres of Ukraine.", []),
    ],
)  # fmt: skip
def test_what_else_was_done_in_the_sentence_carries_its_own_figure(
    text: str, expected: list[str]
) -> None:
    assert told(text) == expected


def test_a_bare_rate_has_the_unit_of_the_figure_before() -> None:
    rate = Measure(
        "rate", "How much a day?", "quantity", unit="km2/d",
        reads=Reads(by=("Russia",), of=("land",), says=("seize",)),
    )  # fmt: skip
    text = "Since May Russia has seized 600 square kilometres, averaging about six a day."
    assert told(text, rate) == ["rate 6"]
    text = "Since May Russia has seized 600 square kilometres and fired 60 a day."
    assert told(text, rate) == []
