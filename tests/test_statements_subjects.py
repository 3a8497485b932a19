"""Statements about other subjects, with tables as the docs describe them: prices, votes, a league,
an epidemic, a company. What is not stated matters as much as what is.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from claimtrack.claimfile import load_document
from claimtrack.measures import Measure
from claimtrack.observations import Reading
from claimtrack.words.statements import look, read_statements
from claimtrack.words.stating.spotting import Spotter

CLAIMS = """
[document]
id = "subjects"
title = "Other subjects"
published = "2026-03"

[measure.inflation]
asks = "How high is inflation in the UK, over a year?"
kind = "quantity"
unit = "ratio"
[reads.inflation]
subject = ["inflation", "consumer prices", "CPI"]
by = ["UK", "Britain", "British"]
says = ["inflation", "rise", "fall", "stand at", "slow", "be"]
never = ["food", "core", "services"]

[measure.jobless]
asks = "What share of the workforce is out of work in Ireland?"
kind = "quantity"
unit = "share"
[reads.jobless]
subject = ["unemployment", "jobless rate", "out of work"]
of = ["workforce"]
says = ["unemployment", "be", "rise", "fall", "stand at"]
needs = ["Ireland", "Irish"]

[measure.votes]
asks = "What share of the vote did the Greens win?"
kind = "quantity"
unit = "share"
[reads.votes]
subject = ["Greens"]
of = ["vote", "votes"]
says = ["win", "take", "receive"]

[measure.seats]
asks = "How many seats do the Greens hold?"
kind = "quantity"
unit = "count"
[reads.seats]
subject = ["Greens"]
of = ["seats"]
says = ["win", "hold", "have"]

[measure.turnout]
asks = "How high was turnout?"
kind = "quantity"
unit = "share"
[reads.turnout]
subject = ["turnout"]
of = ["voters"]
says = ["turnout", "be", "reach"]

[measure.points]
asks = "How many points do Rovers have?"
kind = "quantity"
unit = "count"
[reads.points]
subject = ["Rovers"]
of = ["points"]
says = ["have", "on", "move to", "finish with"]

[measure.deaths]
asks = "How many people have died of cholera in Zambia since October 2025?"
kind = "quantity"
unit = "persons"
[reads.deaths]
subject = ["cholera", "outbreak"]
of = ["people"]
says = ["die", "death toll", "kill", "deaths"]
since = 2025-10-01

[measure.revenue]
asks = "What is Norda's annual revenue?"
kind = "quantity"
unit = "EUR"
[reads.revenue]
subject = ["Norda"]
of = ["revenue", "sales"]
says = ["revenue", "sales"]

[measure.profit]
asks = "What is Norda's annual net profit?"
kind = "quantity"
unit = "EUR"
[reads.profit]
subject = ["Norda"]
of = ["profit"]
says = ["profit"]

[measure.warheads]
asks = "How many nuclear warheads does Russia have?"
kind = "quantity"
unit = "count"
[reads.warheads]
subject = ["Russia"]
of = ["warheads"]
says = ["have", "arsenal"]

[measure.aid]
asks = "How much military aid has the US given Ukraine?"
kind = "quantity"
unit = "USD"
[reads.aid]
subject = ["Ukraine"]
of = ["military"]
by = ["US", "United States", "Washington"]
says = ["give", "provide", "aid"]

[measure.power]
asks = "What share of Portugal's electricity is renewable?"
kind = "quantity"
unit = "share"
[reads.power]
subject = ["Portugal", "Portuguese"]
of = ["electricity"]
by = ["renewables", "wind and solar"]
says = ["supply", "make up", "cover"]

[measure.inhabitants]
asks = "How many people live in Lagos?"
kind = "quantity"
unit = "persons"
[reads.inhabitants]
subject = ["Lagos"]
of = ["people", "inhabitants"]
says = ["population", "have", "inhabitants"]

[measure.head]
asks = "Who runs Norda?"
kind = "state"
states = { holm = ["Holm chief executive/CEO"], ray = ["Ray CEO", "Ray head of Norda"] }
[reads.head]
subject = ["Norda"]

[measure.strike]
asks = "Is the dock strike on?"
kind = "state"
states = { on = ["dockers on strike", "strike continues"], over = ["strike ended/over"] }
[reads.strike]
subject = ["dockers"]
"""
PUBLISHED = "2026-03-20"


@pytest.fixture(scope="module")
def measures(tmp_path_factory: pytest.TempPathFactory) -> tuple[Measure, ...]:
    file = tmp_path_factory.mktemp("subjects") / "subjects.toml"
    file.write_text(CLAIMS)
    return load_document(file).measures


def _spelt(reading: Reading) -> str:
    value = reading.value
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a change over a year is a level of prices, and told in two ways
        ("UK consumer prices rose 3.1% in the year to February.", {"inflation 0.031"}),
        ("Inflation in Britain is 3.1%, half of its peak of 11%.", {"inflation 0.031"}),
        ("At 3.1%, UK inflation is above the Bank of England's 2% target.", {"inflation 0.031"}),
        ("Inflation in the eurozone was 1.9%, against 3.1% in Britain.", {"inflation 0.031"}),
        ('Ann Holm said: "Inflation in Britain is down to 3.1%."', {"inflation 0.031"}),
        ("Unemployment in Ireland stood at 4.7%.", {"jobless 0.047"}),
        # a verb that is left out
        ("The Liberals won 23.7% of the vote and the Greens 14.8%.", {"votes 0.148"}),
        ("The Liberals hold 71 seats, the Greens 31.", {"seats 31"}),
        ("The United States has 5,044 warheads and Russia 5,580.", {"warheads 5580"}),
        ("Wind and solar covered 45% of Portugal's electricity, gas 18%.", {"power 0.45"}),
        # a part and its whole
        ("The Greens hold 31 of the 200 seats.", {"seats 31"}),
        # a number without a noun
        ("The death toll from cholera in Zambia has risen to 312.", {"deaths 312"}),
        ("Some 9,400 people fell ill with cholera and 312 have died.", {"deaths 312"}),
        ("Cholera has killed 312 people and 9,400 have been infected.", {"deaths 312"}),
        # a phrase that leaves its subject to the next
        ("With an arsenal of 5,580 warheads, Russia is ahead of the United States with 5,044.",
         {"warheads 5580"}),
        # what stands right before a figure goes before what stands behind
        ("Norda made a profit of 310 million euros on sales of 4.2 billion euros.",
         {"profit 310000000", "revenue 4200000000"}),
        ("Norda, which bought Suda for €1.3 billion, had sales of €4.2 billion.",
         {"revenue 4200000000"}),
        ("Since the outbreak of cholera began in October, 312 people have died.", {"deaths 312"}),
        ("Rovers won 3-0 to move to 58 points.", {"points 58"}),
        ("Ukraine has received $66.9 billion in US military aid.", {"aid 66900000000"}),
        ("In 2025 Rovers rose, and had 58 points at the end of the year.", {"points 58"}),
        ("Rovers lost at City, who have 54 points. They have 58 points.", {"points 58"}),
        ("Norda has few rivals. It had sales of €4.2 billion.", {"revenue 4200000000"}),
        ("The US, told us by WHO, has given Ukraine $5 billion in aid.", {"aid 5000000000"}),
        ("The U.S. has given Ukraine $5 billion in aid.", {"aid 5000000000"}),
        ("The strike of the dockers has ended.", {"strike over"}),
    ],
)  # fmt: skip
def test_a_statement_is_read(measures: tuple[Measure, ...], text: str, expected: set[str]) -> None:
    found = read_statements(text, measures, published=PUBLISHED)
    assert {f"{one.measure} {_spelt(one)}" for one in found} == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        # a condition that opens the sentence
        ("If inflation in Britain rose to 4%, the bank would act.", "a condition"),
        ("If the strike continues, the dockers will lose.", "a condition"),
        # points are a change, and so is one over another time
        ("Unemployment in Ireland rose by 0.2 percentage points.", "a change"),
        ("UK consumer prices rose 0.4% on the month.", "over another time"),
        # whose it is
        ("Spain's unemployment rate is 10.4%, twice that of Ireland.", "said of Spain"),
        ("Unemployment in Spain is 10.4%, twice that of Ireland.", "Spain"),
        ("Norda's rival Suda reported revenue of €6 billion.", "said of Suda"),
        ("The sales of Norda's rival were €6 billion.", "nobody is named"),
        ("The Liberals and the Greens together have 102 seats.", "several together"),
        ("A coalition of Liberals and Greens holds 102 of 200 seats.", "nobody"),
        ("Nigeria, whose biggest city is Lagos, has a population of 230 million.", "nobody"),
        ("Cairo has 22 million inhabitants, and Lagos is growing.", "said of Cairo"),
        ("Germany has given Ukraine $20 billion in military aid.", "said of Germany"),
        ("The Liberals won 23.7% of the seats and the Greens 14.8%.", "something else"),
        ("The Greens lost, and the Liberals did well. They won 71 seats.", "said of They"),
        ("Rovers lost at City, who have 54 points.", "said of City"),
        ("Friends told us that they had given Ukraine $5 billion in aid.", "nobody"),
        ("The sales of Norda fell, with a loss of €20 million.", "it is a loss"),
        ("Norda had revenue, of which €1.9 billion came from Asia.", "a part of another"),
        ("Norda's revenue missed its mark by €100 million.", "a difference"),
        ("In a poll, 14% said inflation was their worry in Britain.", "how many say so"),
        # where it is
        ("In Norden, the Greens won 31% of the vote.", "it is of Norden"),
        ("The Greens won the most votes in Norden, with 31%.", "it is of Norden"),
        ("Norda's sales in Asia fell to €900 million.", "it is of Asia"),
        ("Turnout in the capital was 72%.", "it is of capital"),
        ("Turnout among the young was 72%.", "it is of young"),
        ("Unemployment in Ireland is down, and in Northern Ireland 2.3%.", "it is of Northern"),
        ("Cholera has spread to Malawi, where 45 people have died.", "it is of Malawi"),
        # what it is held against
        ("UK inflation remains above the 2% target.", "it is a target"),
        ("Rovers are on the way up, and City moved to within four points.", "a distance"),
        # rents are no prices in general
        ("Rents in the UK rose by 5.5%, well above inflation.", "not named in its clause"),
        # when
        ("Last season Rovers finished with 71 points.", "past time"),
        ("By 2100 Lagos could have 80 million inhabitants.", "a forecast"),
        # states
        ("Bob Ray, a former head of Norda, died on Sunday.", "no longer so"),
    ],
)
def test_what_is_no_statement_is_left(
    measures: tuple[Measure, ...], text: str, reason: str
) -> None:
    found = list(look(text, Spotter(measures), published=PUBLISHED))
    assert [one for one in found if one.reading is not None] == []
    assert any(reason in (one.reason or "") for one in found)


def test_a_place_that_the_question_names_is_its_own(measures: tuple[Measure, ...]) -> None:
    text = "Cholera in Zambia has killed 312 people, and cholera in Malawi 45."
    found = read_statements(text, measures, published=PUBLISHED)
    assert [str(one.value) for one in found] == ["312"]


HEALTH = """
[document]
id = "health"
title = "Health"
published = "2026-03"

[measure.sick]
asks = "How many people have caught typhus in Norland this year?"
kind = "quantity"
unit = "persons"
[reads.sick]
subject = ["typhus"]
of = ["cases", "people", "Norland"]
says = ["record", "have", "be"]
since = "2026-01-01"

[measure.dead]
asks = "How many people have died of typhus in Norland this year?"
kind = "quantity"
unit = "persons"
[reads.dead]
subject = ["typhus"]
of = ["people", "Norland"]
says = ["die", "kill"]
since = "2026-01-01"

[measure.jabbed]
asks = "What share of Norland's pupils are vaccinated against typhus?"
kind = "quantity"
unit = "share"
[reads.jabbed]
subject = ["typhus vaccine", "typhus"]
of = ["pupils", "Norland"]
says = ["vaccinate", "be"]
"""


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Typhus has killed nine people in Norland this year.", [("dead", Decimal(9))]),
        ("Eight people have died of typhus this year.", [("dead", Decimal(8))]),
        ("Typhus killed nine people in Norland last year.", []),
        ("Norland has recorded 730 cases of typhus this year.", [("sick", Decimal(730))]),
        ("Sudland has recorded 730 cases of typhus this year.", []),
        ("In nearby Sudland, 91% of pupils are vaccinated against typhus.", []),
        ("The typhus vaccine is 88% effective.", []),
    ],
)
def test_a_count_of_this_year_is_read_of_its_own_country(
    tmp_path: Path, sentence: str, told: list[tuple[str, Decimal]]
) -> None:
    (tmp_path / "health.toml").write_text(HEALTH)
    measures = load_document(tmp_path / "health.toml").measures
    found = read_statements(sentence, measures, published="2026-03-10")
    assert [(one.measure, one.value) for one in found] == told
    assert all(one.as_of_basis == "carried" for one in found)
