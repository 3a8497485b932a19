"""Writer names: whom a byline names."""

from __future__ import annotations

import pytest

from claimtrack.words.articles.writernames import names_in


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ann Holm", ["Ann Holm"]),
        ("Ann Holm in Oslo, Bob Ray in Rome and Cid Yu", ["Ann Holm", "Bob Ray", "Cid Yu"]),
        ("By ANN HOLM, BOB RAY and CID YU", ["ANN HOLM", "BOB RAY", "CID YU"]),
        ("Ann Holm, Professor of Law, Oslo", ["Ann Holm"]),
        ("Ann Holm, Coast Courier", ["Ann Holm"]),
        ("Ann Holm/Reuters", ["Ann Holm", "Reuters"]),
        ("Ann Holm, avec AFP", ["Ann Holm", "AFP"]),
        ("By Ann Holm The Coast Courier", ["Ann Holm"]),
        ("By Ann Holm BBC News, Washington", ["Ann Holm"]),
        ("By Ann Holm Special to the Courier", ["Ann Holm"]),
        ("Ann Holm Political Editor @annholm", ["Ann Holm"]),
        ("Ann Holm III", ["Ann Holm III"]),
        ("Words by Ann Holm. Photographs by Bob Ray", ["Ann Holm"]),
        ("Text Ann Holm Fotos Bob Ray", ["Ann Holm"]),
        ("Translated by Bob Ray", []),
        ("Medically reviewed by Bob Ray — Written by Ann Holm", ["Ann Holm"]),
        ("Posted on May 3, 2020 by Ann Holm", ["Ann Holm"]),
        ("Par Ann Holm, publié le 3 mai 2020 à 10h12", ["Ann Holm"]),
        ("Aus Kiew berichtet Ann Holm", ["Ann Holm"]),
        ("A cura di Ann Holm", ["Ann Holm"]),
        ("Napisał Ann Holm", ["Ann Holm"]),
        ("Yazan: Ayşe Deniz", ["Ayşe Deniz"]),
        ("Автор: Анна Холм, корреспондент", ["Анна Холм"]),
        ("Συντάκτης: Άννα Χολμ", ["Άννα Χολμ"]),
        ("بقلم: سارة حسن", ["سارة حسن"]),
        ("本报记者 李海", ["李海"]),
        ("作者：李海 责任编辑：王波", ["李海"]),
        ("ann@coastcourier.example (Ann Holm)", ["Ann Holm"]),
        ("By Ann Holm and Bob Ray", ["Ann Holm", "Bob Ray"]),
        ("By ANN HOLM, Staff Writer", ["ANN HOLM"]),
        ("ByAnn Holm", ["Ann Holm"]),
        ("Von Ann Holm und Bob Ray", ["Ann Holm", "Bob Ray"]),
        ("Par Ann Holm avec Bob Ray", ["Ann Holm", "Bob Ray"]),
        ("Text & Fotos: Ann Holm", ["Ann Holm"]),
        ("Datum: 02.03.2026 Autorin: Ann Holm Quelle: Courier", ["Ann Holm"]),
        ("Ann Holm | 2 March 2026", ["Ann Holm"]),
        ("Ann Holm - 2 March 2026, 10:15", ["Ann Holm"]),
        ("By Ann Holm | ann@coastcourier.example", ["Ann Holm"]),
        ("Written by Ann Holm in Harbour on 2 March", ["Ann Holm"]),
        ("Ann Holm, Bob Ray Jr., and Cid Yu", ["Ann Holm", "Bob Ray Jr.", "Cid Yu"]),
        ("Bob Ray, Jr.", ["Bob Ray Jr."]),
        ("著者：後藤大地", ["後藤大地"]),
        ("More stories by Ann Holm", ["Ann Holm"]),
        ("Eine Kolumne von Ann Holm", ["Ann Holm"]),
        ("Opinion by Ann Holm", ["Ann Holm"]),
        ("Text und Fotos: Ann Holm", ["Ann Holm"]),
        ("作者：李小雨", ["李小雨"]),
        ("By ANN HOLM ann@coastcourier.example", ["ANN HOLM"]),
        ("Ann Holm Staff Writer", ["Ann Holm"]),
        ("Ann Holm, Senior Fellow", ["Ann Holm"]),
        ("Sean O&#8217;Hara", ["Sean O’Hara"]),
        ("By Jane Holm and June March", ["Jane Holm", "June March"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Por Ana Díaz y Luis Rey", ["Ana Díaz", "Luis Rey"]),
        ("Von Ann Holm, NDR", ["Ann Holm"]),
        ("Von Ann Holm, AFP", ["Ann Holm", "AFP"]),
        ("NDR", ["NDR"]),
        ("김서연 기자", ["김서연"]),
        ("Datum: 02.03.2026", []),
        ("Monday March 2", []),
        ("June", []),
        ("Monday", []),
        ("By Ann HolmAnn Holm", ["Ann Holm"]),
        ("By Ann Holm with Bob Ray", ["Ann Holm", "Bob Ray"]),
        ("Last updated: January 7", []),
        ("Von links: Ann Holm", []),
        ("By Agencies", ["Agencies"]),
        ("by Ann Holm December 23, 2016 at 7:18am", ["Ann Holm"]),
        ("By Ann Holm2026-03-02 13:52", ["Ann Holm"]),
        ("Piše: A. Holmić prije 26 minuta", ["A. Holmić"]),
        ("Von Ann Holm vor 3 Stunden", ["Ann Holm"]),
        ("Ann Holm and Bob Ray HARBOUR NEWS", ["Ann Holm", "Bob Ray"]),
        ("ANN HOLM", ["ANN HOLM"]),
        ("Ann HOLM", ["Ann HOLM"]),
        ("By Ann Holm, CNN Business", ["Ann Holm"]),
        ("CNN Business", ["CNN Business"]),
        ("Ann Holm, em Porto Novo", ["Ann Holm"]),
        ("von der Heide", ["der Heide"]),
        ("van der Heide", ["van der Heide"]),
        ("ann holm", ["ann holm"]),
        ("항구신문=김서연 기자", ["김서연"]),
        ("Harbour and Roads Weekly Editorial Staff", ["Harbour", "Roads Weekly Editorial Staff"]),
        ("Harbour Weekly Editorial Staff", ["Harbour Weekly Editorial Staff"]),
        ("/opinion/author/1174", []),
        ("ann.holm", []),
        ("Redaktion", ["Redaktion"]),
        ("Ludwig van Byrne", ["Ludwig van Byrne"]),
        ("* Ann Holm ;", ["Ann Holm"]),
        ("– Ann Holm –", ["Ann Holm"]),
        ("https://coastcourier.example/ann", []),
        ("ann@coastcourier.example", []),
        ("Follow us", []),
        ("Staff Writer", []),
        ("( Image: Getty Images", []),
        ("2 March 2026", []),
        ("", []),
    ],
)
def test_the_names_in_a_byline(written: str, names: list[str]) -> None:
    assert names_in(written) == names


def test_a_name_for_readers_and_for_machines_is_one() -> None:
    assert names_in("Ann Holm Ann Holm") == ["Ann Holm"]
    assert names_in("Ann Ann") == ["Ann Ann"]


@pytest.mark.parametrize("name", ["A", "A " * 7 + "Holm", "Ann" + "holm" * 15])
def test_what_is_too_short_or_too_long_is_no_name(name: str) -> None:
    assert names_in(name) == []
