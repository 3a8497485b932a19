"""Statements in other languages than English: their figures, hedges and denials."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from claimtrack.measures import Measure, Reads
from claimtrack.values import CalendarDate, Interval
from claimtrack.words.statements import look, read_statements
from claimtrack.words.stating.figurewords import LANGUAGES
from claimtrack.words.stating.otherfigures import find_figures
from claimtrack.words.stating.spotting import Spotter

SHARE = Measure(
    "share", "What share?", "quantity", unit="share",
    reads=Reads(
        subject=("Ukrain*", "Україн*", "Украин*", "Ukrajin*"),
        of=("Fläche", "terület*", "pinta-ala*", "alue*", "lãnh thổ", "територі*", "территори*"),
        by=("Russland", "Oroszország", "Venäjä", "Nga", "Росія", "Россия", "Rusko"),
        says=("kontrollier*", "ellenőriz*", "hallitsee", "kiểm soát", "контрол*", "kontrolova*"),
    ),
)  # fmt: skip
SENTENCES = {
    "de": "Russland kontrolliert etwa 20 Prozent der Fläche der Ukraine.",
    "hu": "Oroszország 20% területet ellenőriz Ukrajina földjén.",
    "fi": "Venäjä hallitsee noin 20 prosenttia Ukrainan alueesta.",
    "vi": "Nga kiểm soát khoảng 20% lãnh thổ Ukraine.",
    "uk": "Росія контролює близько 20% території України.",
    "ru": "Россия контролирует около пятой части территории Украины.",
}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_figure_is_read_in_each_language(language: str) -> None:
    text = SENTENCES[language]
    (reading,) = read_statements(text, (SHARE,), published="2025-08", language=language)
    assert reading.measure == "share"
    assert find_figures(text, language)[0].amount == Decimal("0.2")


@pytest.mark.parametrize(
    ("language", "phrase", "amount", "hedge"),
    [
        ("de", "etwa 717.590", 717590, "about"),
        ("de", "knapp ein Drittel", None, "nearly"),
        ("vi", "khoảng 17,4%", "0.174", "about"),
        ("hu", "megközelítőleg 116 615,65 km²", "116615.65", "approximately"),
        ("fi", "yli 800 000", 800000, "more than"),
        ("uk", "260 тис.", 260000, None),
        ("ru", "более 1,5 млн", 1500000, "more than"),
        ("de", "1640", 1640, None),
        ("de", "mehr als eine Million", 1000000, "more than"),
        ("de", "zweieinhalb Millionen", 2500000, None),
        ("de", "gut 2,3 Prozent", "0.023", "just over"),
        ("de", "zwanzig Prozent", "0.2", None),
        ("hu", "közel egymillió", 1000000, "nearly"),
        ("hu", "két millió", 2000000, None),
        ("fi", "yli miljoona", 1000000, "more than"),
        ("fi", "kaksi miljoonaa", 2000000, None),
        ("fi", "noin tuhatta neliökilometriä", 1000, "about"),
        ("uk", "майже мільйон", 1000000, "nearly"),
        ("uk", "двадцять відсотків", "0.2", None),
        ("ru", "полтора миллиона", 1500000, None),
        ("vi", "hai mươi phần trăm", "0.2", None),
        ("vi", "khoảng 1/5", "0.2", "about"),
        ("fi", "noin 3/4", "0.75", "about"),
        ("fi", "arviolta kahtakymmentä prosenttia", "0.2", "about"),
        ("fi", "lähentelevät miljoonaa", 1000000, "nearly"),
        ("fi", "n. 20 %", "0.2", "about"),
        ("fi", "reilua 18:aa prosenttia", "0.18", "just over"),
        ("hu", "mintegy negyedmillió", 250000, "about"),
        ("de", "etwa eine Viertelmillion", 250000, "about"),
        ("ru", "около четверти миллиона", 250000, "about"),
        ("ru", "около одной пятой", "0.2", "about"),
        ("uk", "близько однієї п'ятої", "0.2", "about"),
    ],
)
def test_each_language_writes_figures_in_its_way(
    language: str, phrase: str, amount: object, hedge: str | None
) -> None:
    (found,) = find_figures(phrase, language)
    if amount is not None:
        assert found.amount == Decimal(str(amount))
    assert found.hedge in {hedge, "about"} if hedge == "approximately" else found.hedge == hedge
    assert (found.start, found.end) == (0, len(phrase))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Russland kontrolliert nicht 20 Prozent der Fläche der Ukraine."),
        ("de", "Russland würde 20 Prozent der Fläche der Ukraine kontrollieren."),
        ("de", "Russland kontrolliert in der Ukraine 20 Prozent der Getreideernte."),
        ("vi", "Nga sẽ kiểm soát 20% lãnh thổ Ukraine."),
        ("ru", "Россия хочет контролировать 20% территории Украины."),
        ("fi", "Venäjä hallitsee 20 prosenttia Ukrainan alueesta korvaamaan tappioitaan."),
        ("hu", "Oroszország toboroz, és 20% területet ellenőriz Ukrajina földjén."),
    ],
)
def test_what_is_no_statement_there_is_left(language: str, text: str) -> None:
    assert read_statements(text, (SHARE,), published="2025-08", language=language) == []


def test_a_day_in_digits_is_no_fraction() -> None:
    assert find_figures("ngày 1/5", "vi") == []
    assert [one.amount for one in find_figures("1/5/2025", "vi")] != [Decimal("0.2")]


def test_plural_scales_without_a_number_are_no_figure() -> None:
    assert find_figures("Millionen Menschen", "de") == []
    assert find_figures("сотни тысяч солдат", "ru") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hu", "Oroszország Ukrajina területének mintegy 20 százalékát ellenőrzi."),
        ("fi", "Ukrainan alueesta noin 20 prosenttia Venäjä hallitsee."),
        ("fi", "Ukrainan alueesta hallitsee Venäjä nyt noin 20 prosenttia."),
    ],
)
def test_what_a_share_is_of_may_stand_before_it(language: str, text: str) -> None:
    measure = replace(SHARE, reads=replace(SHARE.reads or Reads(), says=("ellenőrz*", "hallitsee")))
    (reading,) = read_statements(text, (measure,), published="2025-08", language=language)
    assert reading.value == Decimal("0.2")


def test_where_a_share_is_told_is_not_what_it_is_of() -> None:
    text = "Venäjä hallitsee alueella 20 prosenttia kaivoksista Ukrainassa."
    assert read_statements(text, (SHARE,), published="2025-08", language="fi") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Russland verliert täglich 1.000 Soldaten.", ["rate 1000"]),
        ("de", "Russland verliert im Monat 30.000 Soldaten.", ["rate 1000"]),
        (
            "fi",
            "Venäjä menettää heinäkuussa 31 000 sotilasta.",
            ["rate [1016.666666666666666666666667, 1050]"],
        ),
        ("de", "Russland verliert 1.000.000 Soldaten.", ["total 1000000"]),
        ("ru", "Россия теряет в день 1 000 солдат.", ["rate 1000"]),
        ("fi", "Venäjä menettää päivässä 1 000 sotilasta.", ["rate 1000"]),
    ],
)
def test_what_is_told_for_every_day_is_a_rate(
    language: str, text: str, expected: list[str]
) -> None:
    reads = Reads(
        subject=("Russland", "Россия", "Venäjä"), of=("Soldaten", "солдат*", "sotila*"),
        says=("verlier*", "теря*", "menettä*"), since=CalendarDate.parse("2022-02"),
    )  # fmt: skip
    known = (
        Measure("total", "How many?", "quantity", unit="persons", reads=reads),
        Measure("rate", "How many a day?", "quantity", unit="persons/d", reads=reads),
    )
    found = read_statements(text, known, published="2025-08", language=language)
    assert [f"{one.measure} {one.value}" for one in found] == expected


def test_an_unknown_language_is_read_for_figures_and_says_so() -> None:
    found = look(
        "Rusko kontrolovalo 20% Ukrajiny.", Spotter((SHARE,)), published=None, language="sk"
    )
    (one,) = found
    assert one.reading is not None
    assert "figures alone" in (one.reason or "")


def test_the_word_right_behind_a_figure_takes_its_case() -> None:
    measure = Measure(
        "losses", "How many?", "quantity", unit="persons",
        reads=Reads(subject=("venäjä*",), of=("sotila*",), says=("tappio*",)),
    )  # fmt: skip
    text = "Venäjän tappiot ovat nousseet yli miljoonaan sotilaaseen."
    (reading,) = read_statements(text, (measure,), published="2025-08", language="fi")
    assert reading.value == Interval(Decimal(1_000_000), None, "neither")


def test_a_thousand_in_the_genitive_needs_its_hedge() -> None:
    assert [one.amount for one in find_figures("около тысячи солдат", "ru")] == [1000]
    assert find_figures("тысячи солдат", "ru") == []


@pytest.mark.parametrize(
    ("language", "phrase", "lower", "upper"),
    [
        ("fi", "250 000–300 000", 250000, 300000),
        ("fi", "100 000 ja 140 000 sotilaan välillä", 100000, 140000),
        ("fi", "400–500", 400, 500),
        ("hu", "100 ezer és 140 ezer között", 100000, 140000),
        ("de", "zwischen 100.000 und 140.000", 100000, 140000),
        ("de", "20 bis 25 Prozent", "0.2", "0.25"),
        ("uk", "між 100 і 140 тис.", 100000, 140000),
        ("ru", "от 20 до 25 процентов", "0.2", "0.25"),
        ("vi", "từ 100.000 đến 140.000", 100000, 140000),
        ("fi", "lähes 20:tä prosenttia", "0.19", "0.2"),
        ("fi", "kolmea neljäsosaa", "0.7083333333333333333333333333", "0.775"),
        ("hu", "háromnegyedét", "0.7083333333333333333333333333", "0.775"),
        ("ru", "три четверти", "0.7083333333333333333333333333", "0.775"),
        ("uk", "дві третини", "0.6333333333333333333333333333", "0.7083333333333333333333333333"),
    ],
)
def test_a_range_a_fraction_and_a_case_are_read_in_each_language(
    language: str, phrase: str, lower: object, upper: object
) -> None:
    (found,) = find_figures(phrase, language)
    assert (found.lower, found.upper) == (Decimal(str(lower)), Decimal(str(upper)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hu", "október 24-én"),
        ("de", "der 16-jährige Fahrer"),
        ("fi", "vuosina 2022–2025"),
        ("fi", "24.2.2022 alkaen"),
        ("fi", "16. kesäkuuta"),
        ("de", "am 24. Februar"),
        ("hu", "2022. február 24."),
    ],
)
def test_a_day_and_an_age_are_no_figures(language: str, text: str) -> None:
    assert find_figures(text, language) == []


HELD = Measure(
    "held", "What share of Ukraine does Russia hold?", "quantity", unit="share",
    reads=Reads(
        subject=("Ukrain*", "ukrainala*", "Україн*", "україн*", "Украин*", "украин*", "Ukrajn*",
                 "ukrán*", "ukrainisch*"),
        of=("alue*", "terület*", "територі*", "территори*", "lãnh thổ", "Staatsgebiet*"),
        by=("Venäjä*", "orosz*", "Oroszország*", "Росі*", "росі*", "Росси*", "росси*", "Nga",
            "Russland*", "russisch*"),
        other=("Ukrain*", "Україн*", "Украин*"),
        says=("hallits*", "hallus*", "miehit*", "ellenőrz*", "megszáll*", "контрол*", "окупо*",
              "kiểm soát", "kontrollier*", "besetzt*", "hold"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("hu", "Ukrajna területének 20 százaléka orosz megszállás alatt áll.", ["0.2"]),
        ("hu", "Ukrajna gabonájának 20 százaléka az oroszok által megszállt földről jön.", []),
        ("fi", "20 prosenttia Ukrainan alueesta on Venäjän hallussa.", ["0.2"]),
        ("fi", "20 prosenttia Ukrainan sähköstä tuli voimalasta, joka on Venäjän hallussa.", []),
        ("fi", "20 prosenttia ukrainalaisista pelkää Venäjän miehitystä.", []),
        ("fi", "Venäjä hallitsi keväällä 2022 noin 27 prosenttia Ukrainasta.", []),
        ("de", "20 Prozent des ukrainischen Staatsgebiets sind von Russland besetzt.", ["0.2"]),
        ("de", "20 Prozent der ukrainischen Ernte kommen von Land, das Russland besetzt.", []),
        ("uk", "20% українців живуть під контролем Росії.", []),
        ("uk", "20% експорту України йде через порти під контролем Росії.", []),
        ("ru", "20% территории Украины под контролем России.", ["0.2"]),
        ("ru", "Доля земель Украины под контролем России выросла на 20%.", []),
        ("vi", "20% dân số Ukraine sống ở vùng Nga kiểm soát.", []),
    ],
)
def test_a_share_is_of_what_stands_beside_it(language: str, text: str, expected: list[str]) -> None:
    found = read_statements(text, (HELD,), published="2025-08", language=language)
    assert [str(one.value) for one in found] == expected


def test_a_figure_of_growth_is_no_level_in_any_language() -> None:
    area = Measure(
        "area", "How much does Russia hold?", "quantity", unit="km2",
        reads=Reads(
            subject=("terület*", "alue*", "Fläche*"), by=("orosz*", "Venäjä*", "Russland*"),
            says=("ellenőrz*", "hallits*", "kontrollier*", "hold"),
        ),
    )  # fmt: skip
    for language, text in (
        ("hu", "Az orosz ellenőrzés alatt álló terület 12,4 km²-rel nőtt."),
        ("fi", "Venäjän hallitsema alue kasvoi 12,4 neliökilometriä."),
        ("de", "Die von Russland kontrollierte Fläche wuchs um 12,4 Quadratkilometer."),
    ):
        assert read_statements(text, (area,), published="2025-08", language=language) == []


def test_a_count_is_that_of_whoever_is_named_before_it() -> None:
    losses = Measure(
        "losses", "How many?", "quantity", unit="persons",
        reads=Reads(
            subject=("Росі*", "росій*", "Russland*", "russisch*"), of=("військов*", "Soldaten"),
            other=("Україн*", "ukrainisch*"), says=("втрат*", "Verluste", "died"),
        ),
    )  # fmt: skip
    for language, text, expected in (
        ("uk", "Росія втратила в Україні 1 000 000 військових.", ["1000000"]),
        ("uk", "Україна втратила 400 000 військових, заявила Росія.", []),
        ("de", "Die ukrainischen Verluste betragen 400.000 Soldaten, sagt Russland.", []),
        ("de", "Die russische Armee zählt 400.000 Soldaten.", []),
        ("de", "Die ukrainischen und russischen Verluste betragen 900.000 Soldaten.", []),
        ("uk", "Втрати України та Росії – 900 000 військових.", []),
    ):
        found = read_statements(text, (losses,), published="2025-08", language=language)
        assert [str(one.value) for one in found] == expected, text


def test_what_the_other_still_has_tells_the_rest() -> None:
    region = Measure(
        "region", "What share of Donetsk does Russia hold?", "quantity", unit="share",
        reads=Reads(
            subject=("Donetskin",), of=("alue*",), by=("Venäjä*",), other=("Ukraina*",),
            says=("hallus*", "miehit*"),
        ),
    )  # fmt: skip
    text = "Donetskin alueesta 25 prosenttia on yhä Ukrainan hallussa."
    (reading,) = read_statements(text, (region,), published="2025-08", language="fi")
    assert (reading.value, reading.derived) == (Decimal("0.75"), True)
    cited = "Ukrainan mukaan Donetskin alueesta 25 prosenttia on miehitetty."
    assert read_statements(cited, (region,), published="2025-08", language="fi") == []


FOREST = Measure(
    "forest", "How much forest does Tarn own?", "quantity", unit="km2",
    reads=Reads(
        subject=("Wald*", "Forst*", "metsä*", "erdő*", "rừng", "лес*"),
        by=("Tarn*",),
        says=("besitz*", "gekauft", "omista*", "ostanut", "on", "vett*", "vásárol*", "mua",
              "купил*"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fi", "Tarnilla on melkein 300 neliökilometriä metsää.", 1),
        ("fi", "Tarn on ostanut 300 neliökilometriä metsää.", 1),
        ("fi", "Kunta on ostanut jo 300 neliökilometriä metsää Tarnilla.", 0),
        ("fi", "Kunta on ostanut Tarnissa 300 neliökilometriä metsää.", 0),
        ("hu", "A város 300 négyzetkilométer erdőt vett Tarnban.", 0),
        ("hu", "Tarn tavaly 300 négyzetkilométer erdőt vett.", 1),
        ("de", "Die Firma besitzt in Tarn 300 Quadratkilometer Wald.", 0),
        ("de", "Tarn besitzt 300 Quadratkilometer Wald.", 1),
        ("vi", "Công ty đã mua 300 km² rừng ở Tarn.", 0),
        ("ru", "Фирма купила в Tarn 300 км² леса.", 0),
    ],
)
def test_where_something_is_nobody_acts(language: str, text: str, expected: int) -> None:
    found = read_statements(text, (FOREST,), published="2025-08", language=language)
    assert [one.measure for one in found] == ["forest"] * expected
