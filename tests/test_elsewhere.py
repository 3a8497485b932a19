"""Elsewhere: what a figure of a German, Finnish or Hungarian sentence says, and why it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimtrack.measures import Measure, Reads
from claimtrack.values import CalendarDate
from claimtrack.words.stating.clauses import Clauses
from claimtrack.words.stating.elsewhere import figure_elsewhere
from claimtrack.words.stating.spotting import MeasureWords
from claimtrack.words.stating.subjects import Left

CALENDAR = CalendarDate.parse("2025-08-15")
LOSSES = Measure(
    "losses", "How many soldiers has Nordland lost?", "quantity", unit="persons",
    reads=Reads(
        subject=("Nordland*", "nordisch*"), of=("Soldaten",),
        other=("Südland*", "südisch*"), says=("Verluste*", "verlor*"), never=("Manöver",),
    ),
)  # fmt: skip
SHARE = Measure(
    "share", "What share of the valley does Nordland hold?", "quantity", unit="share",
    reads=Reads(
        subject=("Tal*", "talisch*"), of=("Fläche", "Landes"), by=("Nordland*",),
        other=("Südland*",), says=("kontrollier*", "hold"),
    ),
)  # fmt: skip
AREA = replace(SHARE, id="area", unit="km2")
DAILY = replace(LOSSES, id="daily", unit="persons/d")
VALLEY = replace(
    SHARE,
    reads=Reads(
        subject=("Laaks*", "laaksola*", "Völgy*", "völgy*"), of=("alue*", "terület*"),
        by=("Pohjola*", "Észak*"), other=("Etelä*",),
        says=("hallits*", "hallus*", "ellenőr*", "hold"),
    ),
)  # fmt: skip


def told(sentence: str, measure: Measure, language: str = "de", which: int = 0) -> str:
    clauses = Clauses(sentence, 0, len(sentence), CALENDAR, language)
    try:
        one = figure_elsewhere(clauses, MeasureWords(measure), clauses.figures[which])
    except Left as left:
        return str(left)
    period = "" if one.time.days is None else f" in {one.time.days}"
    return f"{one.amount.normalize():f}{period}{' derived' if one.derived else ''}"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nordland verlor 4.000 Soldaten.", "4000"),
        ("Nordland verlor 4.000 der Soldaten.", "4000"),
        ("Die Verluste Nordlands: 4.000.", "4000"),
        ("Nordland verlor 4 Mio. Soldaten.", "4000000"),
        ("Nordland verlor 4.000 Schiffe im Sturm.", "it is of something else (“schiffe im sturm”)"),
        ("Nordland verlor 4.000, sagt man, im Sturm.", "4000"),
        # all that it needs, and nothing that rules it out
        ("Man verlor 4.000 Soldaten.", "the sentence does not name all that the measure needs"),
        ("Nordland zählt 4.000 Soldaten.", "the sentence does not name all that the measure needs"),
        ("Im Manöver verlor Nordland 4.000 Soldaten.", "“manöver” rules it out"),
        # not told as a fact
        ("Verlor Nordland 4.000 Soldaten?", "it is asked, not said"),
        ("Nordland verlor nicht 4.000 Soldaten.", "not told as a fact (“nicht”)"),
        ("Nordland verlor 4.000 Soldaten, wenn nicht mehr.", "not told as a fact (“nicht”)"),
        # whose it is
        ("Südland verlor 4.000 Soldaten, sagt Nordland.", "it is the other side's"),
        ("Nordland verlor gegen Südland 4.000 Soldaten.", "4000"),
        ("Nordland verlor, sagt Südland, 4.000 Soldaten.", "it is the other side's"),
        ("Südland nennt Verluste von 4.000 nordischen Soldaten.", "4000"),
        ("Südland nennt Verluste von 4.000 Soldaten Nordlands.", "4000"),
        ("Verluste von 4.000 Soldaten Südlands, sagt Nordland.", "it is the other side's"),
        ("Verluste von 4.000 Soldaten, sagt Nordland.", "4000"),
        ("Südland und Nordland verloren 4.000 Soldaten.", "it is of several together"),
        ("Nordland und Südland verloren 4.000 Soldaten.", "it is the other side's"),
        ("Hier und Nordland verlor 4.000 Soldaten.", "4000"),
        ("Und Nordland verlor 4.000 Soldaten.", "4000"),
        # the period is told with it
        ("Nordland verlor täglich 4.000 Soldaten.", "4000 in 1"),
        ("Nordland verlor in den letzten 24 Stunden 4.000 Soldaten.", "4000 in 1"),
        ("Nordland verlor pro Woche 4.000 Soldaten.", "4000 in 7"),
        ("Nordland verlor im Januar 4.000 Soldaten.", "4000 in 30"),
        ("Nordland verlor pro Jahr 4.000 Soldaten.", "4000 in 365"),
    ],
)  # fmt: skip
def test_a_count_is_of_whom_the_sentence_names(sentence: str, expected: str) -> None:
    which = 1 if "24 Stunden" in sentence else 0
    assert told(sentence, LOSSES, which=which) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nordland verlor 4.000 Soldaten.", "4000"),
        ("Nordland verlor im Januar 4.000 Soldaten.", "it counts another period"),
    ],
)
def test_what_is_counted_from_a_day_is_no_months_count(sentence: str, expected: str) -> None:
    reads = replace(LOSSES.reads or Reads(), since=CalendarDate.parse("2022-02"))
    assert told(sentence, replace(LOSSES, reads=reads)) == expected
    assert told(sentence.replace("verlor", "verlor täglich"), replace(DAILY, reads=reads)) == (
        "4000 in 1"
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nordland kontrolliert 20 Prozent des Tals.", "0.2"),
        ("Nordland kontrolliert 20 Prozent der Fläche des Tals.", "0.2"),
        ("Nordland kontrolliert 20 Prozent der talischen Fläche.", "0.2"),
        ("Nordland kontrolliert 20 Prozent der Talischen Ebene.", "0.2"),
        ("Nordland kontrolliert 20 Prozent der talischen Ernte.",
         "it is of something else (“talischen ernte”)"),
        ("Nordland kontrolliert 20 Prozent der Ernte des Tals.",
         "it is of something else (“ernte tals”)"),
        ("Nordland kontrolliert im Tal 20 Prozent.", "it is of nothing named"),
        # what the other has is the rest, where nobody of the measure's own is named
        ("Südland kontrolliert 20 Prozent des Tals.", "0.8 derived"),
        ("20 Prozent des Tals kontrolliert Südland.", "0.8 derived"),
        ("20 Prozent des Tals kontrolliert jetzt Südland.",
         "the sentence does not name all that the measure needs"),
        ("Südland sagt, Nordland kontrolliert 20 Prozent des Tals.", "0.2"),
        ("Man kontrolliert 20 Prozent des Tals.",
         "the sentence does not name all that the measure needs"),
    ],
)  # fmt: skip
def test_a_share_is_of_what_stands_behind_it(sentence: str, expected: str) -> None:
    assert told(sentence, SHARE) == expected


def test_where_the_other_is_the_whole_nothing_is_its_rest() -> None:
    own = replace(SHARE, reads=replace(SHARE.reads or Reads(), other=("Tal*", "talisch*")))
    expected = "the sentence does not name all that the measure needs"
    assert told("Das Tal kontrolliert 20 Prozent des Tals.", own) == expected
    nobody = replace(SHARE, reads=replace(SHARE.reads or Reads(), by=()))
    assert told("Südland kontrolliert 20 Prozent des Tals.", nobody) == "0.2"
    assert told("Südland kontrolliert 20 km² des Tals.", AREA) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nordland kontrolliert 400 km² des Tals.", "400"),
        ("Nordland kontrolliert 400 km² Ackerland im Tal.", "400"),
        ("Das von Nordland kontrollierte Tal wuchs um 400 km².", "it is a change, no level"),
        ("Nordland kontrolliert um das Tal 400 km².", "400"),
        # a year gone by
        ("Nordland kontrollierte 2022 im Tal 400 km².", "it names a year gone by"),
        ("Nordland kontrollierte 2025 im Tal 400 km².", "400"),
        ("Nordland kontrollierte 1822 im Tal 400 km².", "400"),
    ],
)
def test_a_level_is_no_change_and_of_no_year_gone_by(sentence: str, expected: str) -> None:
    assert told(sentence, AREA) == expected


def test_without_a_day_of_the_text_no_year_is_gone_by() -> None:
    sentence = "Nordland kontrollierte 2022 im Tal 400 km²."
    clauses = Clauses(sentence, 0, len(sentence), None, "de")
    one = figure_elsewhere(clauses, MeasureWords(AREA), clauses.figures[0])
    assert (one.time.as_of, one.time.basis) == (None, "seen")
    dated = Clauses(sentence.replace("2022", "2025"), 0, len(sentence), CALENDAR, "de")
    time = figure_elsewhere(dated, MeasureWords(AREA), dated.figures[0]).time
    assert (time.as_of, time.basis) == (CALENDAR, "carried")


def test_what_is_taken_may_be_told_by_a_change() -> None:
    taken = replace(AREA, reads=replace(AREA.reads or Reads(), says=("erober*", "wuchs")))
    assert told("Das von Nordland eroberte Tal wuchs um 400 km².", taken) == "400"


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("fi", "Pohjola hallitsee 20 prosenttia Laakson alueesta.", "0.2"),
        ("fi", "Pohjola hallitsee 20 prosenttia koko Laaksosta.", "0.2"),
        ("fi", "Pohjola hallitsee 20 prosenttia aivan koko suuresta Laaksosta.",
         "it is of something else (“aivan koko suuresta laaksosta”)"),
        ("fi", "Pohjola hallitsee Laaksossa 20 prosenttia sadosta.",
         "it is of something else (“sadosta”)"),
        ("fi", "Pohjola hallitsee 20 prosenttia laaksolaisesta sadosta.",
         "it is of something else (“laaksolaisesta sadosta”)"),
        ("fi", "Pohjola hallitsee 20 prosenttia laaksolaisesta alueesta.", "0.2"),
        # what it is of may stand right before it
        ("fi", "Laaksosta 20 prosenttia hallitsee Pohjola.", "0.2"),
        ("fi", "Laaksossa 20 prosenttia hallitsee Pohjola.",
         "it is of something else (“hallitsee pohjola”)"),
        ("fi", "Pohjola hallitsee laaksolaisista 20 prosenttia.", "it is of nothing named"),
        ("hu", "Észak a Völgy területének 20 százalékát ellenőrzi.", "0.2"),
        ("hu", "Észak a Völgy termésének 20 százalékát ellenőrzi.",
         "it is of something else (“ellenőrzi”)"),
        ("hu", "Észak ellenőrzése a Völgy területének 20%-val nőtt.", "it is a change, no level"),
        ("hu", "Észak ellenőrizte Völgy területének 20%-val együtt.", "it is a change, no level"),
        ("fi", "Pohjola hallitsee Laakson alueesta 20 prosenttia ja kasvoi.",
         "it is a change, no level"),
    ],
)  # fmt: skip
def test_a_case_tells_what_a_share_is_of(language: str, sentence: str, expected: str) -> None:
    assert told(sentence, VALLEY, language) == expected


def test_the_word_before_a_count_is_what_it_is_of_where_none_follows() -> None:
    losses = replace(
        LOSSES, reads=Reads(subject=("Pohjola*",), of=("sotila*",), says=("menetti", "tappio*"))
    )
    assert told("Pohjola menetti sotilaita 4 000.", losses, "fi") == "4000"
    assert told("Pohjola menetti sotilaita 4 000 päivän aikana.", losses, "fi") == (
        "it is of something else (“päivän aikana”)"
    )
    other = replace(losses, reads=replace(losses.reads or Reads(), other=("Etelä*",)))
    assert told("Pohjola menetti Etelässä 4 000 sotilasta.", other, "fi") == "4000"
    assert told("Pohjola menetti, Etelä sanoo, 4 000 sotilasta.", other, "fi") == (
        "it is the other side's"
    )
