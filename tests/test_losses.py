"""The losses source: one side's daily count of the other's losses, its hedges and corrections."""

from __future__ import annotations

import json
import typing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from claimtrack_losses import Category, Losses
from shared import SHARED, needs

import claimtrack
from claimtrack import (
    CalendarDate,
    ClaimFileError,
    Interval,
    Measure,
    Page,
    PluginError,
    Reading,
    Unreadable,
)
from claimtrack.measures import Subscription
from claimtrack.sources import load_sources

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "tests" / "pages" / "losses"
RECORDINGS = SHARED / "evidence" / "losses" / "petroivaniuk"
recorded = needs(RECORDINGS)

PEOPLE = {"personnel", "POW"}
AT = datetime(2031, 2, 6, 8, tzinfo=UTC)


def measure(of: str, unit: str | None = None, **options: Any) -> Measure:
    """The measure of *of*, in the unit that its figures have unless another is given."""
    counted = "persons" if of in PEOPLE else "count"
    natural = f"{counted}/d" if options.get("per") == "day" else counted
    given = tuple(sorted({"of": of, **options}.items()))
    subscription = Subscription("losses", "losses", options=given)
    return Measure(of, "How many?", "quantity", unit=unit or natural, subscriptions=(subscription,))


def page(content: bytes | str) -> Page:
    raw = content.encode() if isinstance(content, str) else content
    return Page("https://losses.example/a.json", raw, AT, 200)


def of_rows(*rows: dict[str, Any]) -> Page:
    """A file of these rows, each with the number of its day where it gives none."""
    numbered = [
        {"day": (date.fromisoformat(row["date"]) - date(2022, 2, 23)).days, **row} for row in rows
    ]
    return page(json.dumps(numbered))


def read(given: Page, *measures: Measure) -> list[Reading]:
    return list(Losses().read(given, measures))


def figures(readings: list[Reading]) -> list[list[str | None]]:
    return [
        [str(one.as_of), str(one.value), None if one.error is None else str(one.error)]
        for one in readings
    ]


def test_a_figure_quotes_its_row_and_the_word_beside_it() -> None:
    first, _, third, *_ = read(page((PAGES / "personnel.json").read_bytes()), measure("personnel"))
    assert first.quote == '"date": "2031-01-30", "personnel": 2800, "personnel*": "about"'
    assert first.locator == "personnel where date = 2031-01-30"
    assert (first.as_of_basis, first.derived) == ("stated", False)
    assert third.value == Interval(Decimal(5000), None, "neither")


def test_a_day_whose_day_before_is_not_known_has_no_rate() -> None:
    """2031-02-01 is only "more than 5,000", and 2031-02-03 is missing."""
    rates = read(page((PAGES / "personnel.json").read_bytes()), measure("personnel", per="day"))
    assert [str(one.as_of) for one in rates] == ["2031-01-31", "2031-02-05"]
    assert all(one.derived for one in rates)
    assert rates[1].quote == (
        '"date": "2031-02-04", "personnel": 5730, "personnel*": "about"; '
        '"date": "2031-02-05", "personnel": 6150, "personnel*": "about"'
    )


def about(numbers: list[int], start: date = date(2031, 1, 1)) -> Page:
    """A file of these totals, day by day, each "about"."""
    days = (start + timedelta(days=number) for number in range(len(numbers)))
    return of_rows(
        *(
            {"date": str(day), "personnel": number, "personnel*": "about"}
            for day, number in zip(days, numbers, strict=True)
        )
    )


@pytest.mark.parametrize("at", [0, 1, 30, 59])
def test_a_total_that_happens_to_end_in_noughts_is_no_rounder_than_the_others(at: int) -> None:
    numbers = [1_220_000 + (number - at) * 1_010 for number in range(60)]
    totals = read(about(numbers), measure("personnel"))
    assert totals[at].value == 1_220_000
    assert {one.error for one in totals} == {Decimal(10)}
    rates = read(about(numbers), measure("personnel", per="day"))
    assert {one.error for one in rates} == {Decimal(20)}


def test_totals_that_are_all_round_are_round() -> None:
    """So were those of the first months: 21,200, 21,600, 21,800."""
    totals = read(about([10_000 + 300 * number for number in range(40)]), measure("personnel"))
    assert {one.error for one in totals} == {Decimal(100)}


def test_a_totals_error_stays_when_later_days_come() -> None:
    numbers = [1_210_000 + 1_010 * number for number in range(30)] + [1_250_000]
    before = read(about(numbers), measure("personnel"))
    after = read(about([*numbers, 1_251_000, 1_252_000]), measure("personnel"))
    assert after[: len(before)] == before


def test_one_file_is_asked_once_for_all_that_it_answers() -> None:
    tank, ship = measure("tank"), measure("naval ship", per="day")
    men, corrected = measure("personnel"), measure("personnel", corrections=True)
    mine = measure("tank", url="mine.json")
    asks = list(Losses().asks((tank, ship, men, corrected, mine)))
    assert [(ask.url.rpartition("/")[2], ask.measures) for ask in asks] == [
        ("russia_losses_equipment.json", (tank, ship)),
        ("russia_losses_personnel.json", (men,)),
        ("russia_losses_equipment_correction.json", (corrected,)),
        ("mine.json", (mine,)),
    ]
    assert asks[0].url.startswith("https://")


def test_it_says_whose_count_it_is() -> None:
    described = Losses.describes
    assert (described.party, described.kind) == ("Ukraine", "measurement")
    assert "MIT" in (described.licence or "")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{", "not JSON"),
        ('{"date": "2031-01-30"}', "expected a list of objects"),
        ("[3]", "expected a list of objects"),
        ("[]", "no row has a figure for 'tank'"),
        ('[{"day": 3263, "tank": 1}]', "row 1: date is None"),
        ('[{"date": "2031-02", "day": 3263, "tank": 1}]', "not a day"),
        ('[{"date": "2031-01-30", "tank": 1}]', "that date is day 3263"),
        ('[{"date": "2031-01-30", "day": 3264, "tank": 1}]', "that date is day 3263"),
    ],
)
def test_a_file_of_another_shape_is_refused(content: str, complaint: str) -> None:
    with pytest.raises(Unreadable, match=complaint):
        read(page(content), measure("tank"))


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ({"tank": "1,250"}, "not a whole number"),
        ({"tank": 12.5}, "not a whole number"),
        ({"tank": True}, "not a whole number"),
        ({"tank": -1}, "not below zero"),
        ({"tank": 40, "tank*": "nearly"}, "qualified by 'nearly'; known are about, more"),
        ({"tank": 40, "tank*": ["about"]}, "qualified by"),
        ({"tanks": 40}, "no row has a figure for 'tank'; the rows have date, day, tanks"),
        ({"tank": None}, "no row has a figure"),
    ],
)
def test_a_figure_it_does_not_understand_is_refused(row: dict[str, Any], complaint: str) -> None:
    with pytest.raises(Unreadable, match=complaint):
        read(of_rows({"date": "2031-01-30", **row}), measure("tank"))


def test_a_file_without_rows_says_so() -> None:
    with pytest.raises(Unreadable, match="no row has a figure for 'tank'; there are no rows"):
        read(of_rows(), measure("tank"))


def test_two_figures_for_one_day_are_refused() -> None:
    given = of_rows({"date": "2031-01-30", "tank": 40}, {"date": "2031-01-30", "tank": 41})
    with pytest.raises(Unreadable, match="2031-01-30: two figures"):
        read(given, measure("tank"))


def test_the_same_figure_twice_for_a_day_is_one_reading() -> None:
    given = of_rows({"date": "2031-01-30", "tank": 40}, {"date": "2031-01-30", "tank": 40})
    assert len(read(given, measure("tank"))) == 1


def test_rows_may_stand_in_any_order() -> None:
    given = of_rows({"date": "2031-01-31", "tank": 41}, {"date": "2031-01-30", "tank": 40})
    assert figures(read(given, measure("tank", per="day"))) == [["2031-01-31", "1", None]]


@pytest.mark.parametrize(
    ("before", "after"),
    [(1_456_610, 145_661), (1_456_610, 14_566_100), (100, 94), (1_000, 2_001)],
)
def test_a_total_that_falls_or_rises_as_no_revision_does_is_refused(
    before: int, after: int
) -> None:
    given = of_rows({"date": "2031-01-30", "tank": before}, {"date": "2031-01-31", "tank": after})
    with pytest.raises(Unreadable, match=f"tank is {after} after {before} on 2031-01-30"):
        read(given, measure("tank"))
    with pytest.raises(Unreadable):
        read(given, measure("tank", per="day"))


@pytest.mark.parametrize(
    ("before", "after"),
    [(3_700, 3_617), (100, 95), (2, 1), (60, 290), (1_000, 2_000)],
)
def test_a_revision_of_a_total_is_read_as_the_total_that_it_states(before: int, after: int) -> None:
    given = of_rows({"date": "2031-01-30", "tank": before}, {"date": "2031-01-31", "tank": after})
    assert [one.value for one in read(given, measure("tank"))] == [before, after]


def test_a_total_may_more_than_double_over_missing_days() -> None:
    given = of_rows({"date": "2031-01-30", "tank": 1_000}, {"date": "2031-06-30", "tank": 4_000})
    assert len(read(given, measure("tank"))) == 2


@pytest.mark.parametrize(
    ("of", "unit", "options"),
    [
        ("tank", "persons", {}),
        ("personnel", "count", {}),
        ("personnel", "persons", {"per": "day"}),
        ("personnel", "persons/d", {"corrections": True}),
    ],
)
def test_a_measure_in_another_unit_is_refused(of: str, unit: str, options: dict[str, Any]) -> None:
    asked = measure(of, unit, **options)
    with pytest.raises(PluginError, match=f"{of} is counted in"):
        list(Losses().asks((asked,)))
    with pytest.raises(PluginError, match=f"not in {unit}"):
        read(page((PAGES / "personnel.json").read_bytes()), asked)


def test_it_comes_in_by_the_same_door_as_any_plugin() -> None:
    assert isinstance(load_sources()["losses"], Losses)


# Through a claim file and a tracker

CLAIMS = """
[document]
id = "report"
title = "A report"
published = 2031-02-05

[measure."losses/personnel"]
asks = "How many soldiers were lost?"
kind = "quantity"
unit = "persons"
stale_after = "30d"
ask = [{ source = "losses", of = "personnel", url = "personnel.json", every = "1d" }]

[[claim]]
id = "six-thousand"
measure = "losses/personnel"
statement = "More than 6,000 soldiers were lost."
said = "more than 6,000"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "personnel.json").write_bytes((PAGES / "personnel.json").read_bytes())
    path = tmp_path / "report.toml"
    path.write_text(CLAIMS)
    return path


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ('of = "helicopters"', 'did you mean "helicopter"'),
        ('of = "personell"', 'did you mean "personnel"'),
        ('of = "personnel", per = "week"', 'per must be "day"'),
        ('of = "personnel", per = "day", corrections = true', "leave out per"),
        ('off = "personnel"', 'did you mean "of"'),
    ],
)
def test_a_claim_file_is_told_what_would_be_right(file: Path, written: str, complaint: str) -> None:
    file.write_text(CLAIMS.replace('of = "personnel"', written))
    with pytest.raises(ClaimFileError, match=complaint):
        claimtrack.load_document(file)


def test_a_figure_that_changes_is_a_correction_and_what_was_known_stays(file: Path) -> None:
    now = [AT]
    figures = file.parent / "personnel.json"
    with claimtrack.open(file.parent / "claims.db", clock=lambda: now[0]) as tracker:
        tracker.add(file)
        assert not tracker.update().failed
        assert tracker.verdict("six-thousand").label == "supported"

        now.append(now.pop() + timedelta(days=1))
        figures.write_text(figures.read_text().replace("6150", "5950"))
        tracker.update()
        of_the_day = tracker.history("six-thousand", since="2031-02-05")
        assert [(str(seen.value), seen.superseded) for seen in of_the_day] == [
            ("6150", True),
            ("5950", False),
        ]
        assert tracker.verdict("six-thousand").label == "refuted"

        then = tracker.verdict("six-thousand", as_known=AT)
        assert then.label == "supported"
        assert [str(seen.value) for seen in then.because] == ["6150"]
        (known,) = tracker.history("six-thousand", since="2031-02-05", as_known=AT)
        assert (str(known.value), known.superseded) == ("6150", False)


def test_one_sides_count_alone_is_said_to_be_that(file: Path) -> None:
    with claimtrack.open(file.parent / "claims.db", clock=lambda: AT) as tracker:
        tracker.add(file)
        tracker.update()
        verdict = tracker.verdict("six-thousand")
        assert [finding.name for finding in verdict.findings] == ["single_party"]
        assert verdict.because[0].as_of == CalendarDate.parse("2031-02-05")


# On the recorded files


def recording(name: str) -> Page:
    return page((RECORDINGS / f"russia_losses_{name}.json").read_bytes())


#: Each category, the readings that it has in the files of 2026-08-08, its first and its last day.
WHOLE = {
    "personnel": (1626, "2022-02-25", "2026-08-08"),
    "POW": (62, "2022-02-25", "2022-04-27"),
    "APC": (1626, "2022-02-25", "2026-08-08"),
    "MRL": (1626, "2022-02-25", "2026-08-08"),
    "aircraft": (1626, "2022-02-25", "2026-08-08"),
    "anti-aircraft warfare": (1626, "2022-02-25", "2026-08-08"),
    "cruise missiles": (1561, "2022-05-01", "2026-08-08"),
    "drone": (1626, "2022-02-25", "2026-08-08"),
    "field artillery": (1626, "2022-02-25", "2026-08-08"),
    "fuel tank": (65, "2022-02-25", "2022-04-30"),
    "ground robotic systems": (98, "2026-05-03", "2026-08-08"),
    "helicopter": (1626, "2022-02-25", "2026-08-08"),
    "military auto": (65, "2022-02-25", "2022-04-30"),
    "mobile SRBM system": (36, "2022-03-26", "2022-04-30"),
    "naval ship": (1626, "2022-02-25", "2026-08-08"),
    "special equipment": (1607, "2022-03-16", "2026-08-08"),
    "submarines": (1060, "2023-09-14", "2026-08-08"),
    "tank": (1626, "2022-02-25", "2026-08-08"),
    "vehicles and fuel tanks": (1561, "2022-05-01", "2026-08-08"),
}


@recorded
def test_the_recorded_files_are_read_whole() -> None:
    found = {}
    for of in WHOLE:
        readings = read(recording("personnel" if of in PEOPLE else "equipment"), measure(of))
        found[of] = (len(readings), str(readings[0].as_of), str(readings[-1].as_of))
    assert found == WHOLE
    assert set(typing.get_args(Category)) == set(WHOLE)


@recorded
def test_every_recorded_figure_is_the_files_own() -> None:
    for name in ("personnel", "equipment"):
        rows = json.loads((RECORDINGS / f"russia_losses_{name}.json").read_text())
        for of in (of for of in WHOLE if (of in PEOPLE) == (name == "personnel")):
            stated = {row["date"]: row[of] for row in rows if of in row}
            seen = {
                str(one.as_of): one.value.lower if isinstance(one.value, Interval) else one.value
                for one in read(recording(name), measure(of))
            }
            assert seen == stated


@recorded
def test_the_recorded_corrections_are_read_whole() -> None:
    corrections = read(recording("equipment_correction"), measure("tank", corrections=True))
    assert len(corrections) == 28
    assert [row[:2] for row in figures(corrections) if row[1] != "0"] == [
        ["2023-05-27", "-5"],
        ["2023-10-03", "5"],
        ["2025-05-04", "2"],
    ]
    (first, _) = (
        one
        for one in read(recording("equipment_correction"), measure("personnel", corrections=True))
        if one.value
    )
    assert (str(first.as_of), first.value) == ("2025-02-28", Decimal(1650))


@recorded
def test_recorded_losses_a_day_have_the_means_that_are_known_of_them() -> None:
    """1,019 a day in the 30 days to 2025-08-15 against 1,080 in the 30 before; 1,294 in the 365
    against 932.
    """
    rates = {
        one.as_of: one.value
        for one in read(recording("personnel"), measure("personnel", per="day"))
        if isinstance(one.value, Decimal)
    }

    def mean(last: date, days: int) -> int:
        window = [rates[CalendarDate(last - timedelta(days=back))] for back in range(days)]
        return round(sum(window) / days)

    day = date(2025, 8, 15)
    assert (mean(day, 30), mean(day - timedelta(days=30), 30)) == (1019, 1080)
    assert (mean(day, 365), mean(day - timedelta(days=365), 365)) == (1294, 932)


def explained(name: str, asked: Measure) -> list[str]:
    return list(Losses().explain(page((PAGES / name).read_bytes()), asked))


def test_it_explains_a_total_with_the_word_beside_it() -> None:
    assert explained("personnel.json", measure("personnel")) == [
        "a list of 6 rows, each with its date",
        "“personnel” has a figure on 6 days, 2031-01-30 to 2031-02-05",
        "the number of each day is that of its date, and no total leaps as none ever did",
        'the last says “"date": "2031-02-05", "personnel": 6150, "personnel*": "about"”',
        "“about” gives it its width, by the last place of such figures",
        "that is 6150 for 2031-02-05; ± 10",
        "it is one side's count of the other's losses: Ukraine's",
    ]


def test_it_explains_changes_and_corrections() -> None:
    assert "per day: 3 changes from one day to the next" in explained(
        "equipment.json", measure("tank", per="day")
    )
    corrections = explained("corrections.json", measure("tank", corrections=True))
    assert "that is 0 for 2031-02-05; its error is not stated" in corrections
    assert not any("leaps" in line for line in corrections)  # corrections are not held to that


def test_what_makes_no_reading_is_explained_too() -> None:
    alone = of_rows({"date": "2031-01-30", "tank": 5})
    told = list(Losses().explain(alone, measure("tank", per="day")))
    assert "“tank” has a figure on one day, 2031-01-30" in told
    assert any("makes no reading" in line for line in told)


@recorded
def test_no_recorded_total_is_rounder_than_its_neighbours() -> None:
    by_day = {str(one.as_of): one for one in read(recording("personnel"), measure("personnel"))}
    assert (by_day["2026-01-12"].value, by_day["2026-01-12"].error) == (1_220_000, 10)
    assert {one.error for day, one in by_day.items() if day > "2023"} == {1, 10}
    rates = read(recording("personnel"), measure("personnel", per="day"))
    wide = [one for one in rates if str(one.as_of) > "2023" and (one.error or 0) > 20]
    assert not wide
