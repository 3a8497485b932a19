"""Statements in other languages than English: their figures, hedges and denials."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimtrack.measures import Measure, Reads
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
    ],
)
def test_what_is_no_statement_there_is_left(language: str, text: str) -> None:
    assert read_statements(text, (SHARE,), published="2025-08", language=language) == []


def test_an_unknown_language_is_read_for_figures_and_says_so() -> None:
    found = look(
        "Rusko kontrolovalo 20% Ukrajiny.", Spotter((SHARE,)), published=None, language="sk"
    )
    (one,) = found
    assert one.reading is not None
    assert "figures alone" in (one.reason or "")
