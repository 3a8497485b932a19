"""Counted: words that count another kind of thing than a measure does are told, and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimtrack.judging.counted import counted_words, is_another
from claimtrack.measures import Measure, Reads

# (the words of a claim, the question of a measure, its scope)
ANOTHER = [
    ("dead", "How many people were arrested?", ""),
    ("deaths", "How many people were infected?", ""),
    ("killed", "How many people were evacuated?", ""),
    ("dead", "How many people were rescued?", ""),
    ("dead", "How many people are homeless?", ""),
    ("deaths", "How many cases of cholera were there?", ""),
    ("arrests", "How many people died?", ""),
    ("infected", "How many people died?", ""),
    ("homeless", "How many people were killed?", ""),
    ("injured", "How many people were detained?", ""),
    ("survivors", "How many people drowned?", ""),
    ("dead", "How many people were hit?", "people taken to hospital"),
    ("births", "How many deaths were there in the year?", ""),
    ("jobless", "How many people were hired?", ""),
    ("destroyed homes", "How many homes were damaged?", ""),
    ("exports", "How many tonnes were imported?", ""),
    ("women", "How many children were killed?", ""),
    ("girls", "How many women were killed?", ""),
    ("women", "How many men were killed?", ""),
    ("teachers", "How many nurses did the county hire?", ""),
    ("soldiers", "How many children were killed?", ""),
    ("planes", "How many ships were sunk?", ""),
    ("cars", "How many houses burned?", ""),
    ("tunnels", "How many bridges were built?", ""),
    ("adults", "What share of children is vaccinated?", ""),
    ("the seats", "What share of the votes did the Greens win?", ""),
    ("MPs", "What percentage of voters want a new election?", ""),
    ("adults", "What share of voters voted?", "registered voters"),
    ("votes", "What share of registered voters took part?", ""),
    ("workers", "Which proportion of companies pays the levy?", ""),
    ("households", "What share of voters owns a car?", ""),
    ("pupils", "What share of teachers is on strike?", ""),
    ("teachers", "What share of the students is on strike?", ""),
    ("the population", "What share of the workforce is foreign?", ""),
    ("workers", "What share of the population is foreign?", ""),
    ("barley", "How much wheat did Canada export?", ""),
    ("barley", "How many tonnes were sold?", "wheat"),
    ("energy", "What share of electricity comes from wind?", ""),
    ("coal", "What share of oil comes by ship?", ""),
]

NOT_ANOTHER = [
    ("dead", "How many people were killed?", ""),
    ("deaths", "How many people died?", ""),
    ("fatalities", "How many lives were lost?", ""),
    ("lives lost", "How many people died?", ""),
    ("fatalities", "What was the death toll?", ""),
    ("dead", "How many people drowned?", ""),
    ("murders", "How many people were killed?", ""),
    ("injured", "How many people were wounded?", ""),
    ("hurt", "How many injuries were there?", ""),
    ("detained", "How many people were arrested?", ""),
    ("arrests", "How many people were detained?", ""),
    ("prisoners", "How many people were jailed?", ""),
    ("detainees", "How many prisoners of war were taken?", ""),
    ("displaced", "How many people fled their homes?", ""),
    ("evacuated", "How many people fled?", ""),
    ("infections", "How many cases of measles were there?", ""),
    ("cases", "How many people fell ill?", ""),
    ("survivors", "How many people were saved?", ""),
    ("jobless", "How many people are out of work?", ""),
    ("victims", "How many people were killed?", ""),
    ("dead", "How many soldiers did the army lose?", ""),
    ("dead", "What did the storm cost in lives?", ""),
    ("evacuated", "How many wounded people were evacuated?", ""),
    ("arrests", "How many people were arrested after the murders?", ""),
    ("dead", "How many people died, the missing not counted?", ""),
    ("homeless", "How many people are homeless?", "those whose homes were destroyed"),
    ("dead", "How many people did it hit?", "killed, since the first arrests"),
    ("people", "How many people were arrested?", ""),
    ("residents", "How many people were evacuated?", ""),
    ("refugees", "How many people were killed?", ""),
    ("citizens", "What share of the population is vaccinated?", ""),
    ("children", "How many children of prisoners were killed?", ""),
    ("babies", "How many children were born?", ""),
    ("girls", "How many children were killed?", ""),
    ("women", "How many adults were killed?", ""),
    ("men", "How many people were attacked by women?", ""),
    ("adults", "What share of people lives with children?", ""),
    ("women", "What share of women has children?", ""),
    ("civilians", "How many children were killed?", ""),
    ("officers", "How many soldiers were killed?", ""),
    ("vessels", "How many ships were sunk?", ""),
    ("aircraft", "How many planes were lost?", ""),
    ("vehicles", "How many buses burned?", ""),
    ("homes", "How many houses burned?", ""),
    ("homes", "What share of households has water?", ""),
    ("buses", "How many school buses crashed?", ""),
    ("planes", "How many planes were lost on the ships?", ""),
    ("workers", "What share of people works for companies?", ""),
    ("voters", "What share of the vote did the Greens win?", ""),
    ("ballots", "What share of the votes was spoilt?", ""),
    ("lawmakers", "What share of the seats is held by women?", ""),
    ("the electorate", "What share of registered voters took part?", ""),
    ("the country", "What share of the country is forest?", ""),
    ("children", "What share of pupils passed?", ""),
    ("student teachers", "What share of teachers passed?", ""),
    ("employees", "What share of the workforce is foreign?", ""),
    ("adults", "What share of the adult population is vaccinated?", ""),
    ("residents", "What share of the population is vaccinated?", ""),
    ("grain", "How much wheat did Canada export?", ""),
    ("wheat", "How much grain did Canada export?", ""),
    ("corn", "How many tonnes of maize were sold?", ""),
    ("sunflower oil", "How many tonnes of oil were sold?", ""),
    ("wheat and barley", "How much barley did Canada export?", ""),
    ("power", "What share of electricity comes from wind?", ""),
    ("electricity", "What share of electricity comes from coal?", ""),
    ("homes", "What share of the houses is empty?", ""),
    ("", "How many people were arrested?", ""),
]


ELSEWHERE = [
    ("Spain", "What share of France is forest?", ""),
    ("the Luhansk region", "What share of the Donetsk region is held?", ""),
    ("Luhansk", "What share of Donetsk oblast does Russia hold?", ""),
    ("Russia", "What share of Ukraine does Russia hold?", ""),
    ("Ukraine", "What share of Donetsk oblast does Russia hold?", ""),
    ("Spanish adults", "What proportion of French adults is vaccinated?", ""),
    ("Americans", "What share of people in Canada owns a car?", ""),
    ("Polish exports", "What share of Hungary's exports goes by rail?", ""),
    ("the South Korean army", "What share of the North Korean army is abroad?", ""),
    ("Berlin's flats", "What share of Hamburg's flats is empty?", "flats to let"),
]

NOT_ELSEWHERE = [
    ("the Donetsk region", "What share of Donetsk oblast is held?", ""),
    ("Donetsk", "What share of the Donetsk region is held?", ""),
    ("Ukraine's Donetsk region", "What share of Donetsk is held?", ""),
    ("Ukrainian territory", "What share of Ukraine does Russia hold?", ""),
    ("Ukraine’s land", "What share of Ukraine does Russia hold?", ""),
    ("the country", "What share of Ukraine does Russia hold?", ""),
    ("Ukraine", "What share of the country does Russia hold?", ""),
    ("Kiev", "What share of Kyiv has no heating?", ""),
    ("Kyiv's land", "What share of Ukraine does Russia hold?", ""),
    ("Kyiv's grain", "What share of Ukraine's grain goes by sea?", ""),
    ("Lugansk province", "What share of Luhansk oblast is held?", ""),
    ("Americans", "What share of people in the US owns a car?", ""),
    ("American adults", "What share of adults in the United States owns a car?", ""),
    ("Britons", "What share of people in the United Kingdom owns a car?", ""),
    ("Dutch homes", "What share of homes in the Netherlands is empty?", ""),
    ("French adults", "What share of France's adults is vaccinated?", ""),
    ("NHS staff", "What share of National Health Service staff is foreign?", ""),
    ("Europe's gas", "What share of the EU's gas comes by ship?", ""),
    ("Sarn", "What share of Norda is forest?", "the valley of Sarn"),
    ("voters", "What share of Norda's voters voted?", ""),
    ("MPs", "What share of Norda's deputies voted?", ""),
    ("Saxony's voters", "What share of the votes did the Greens win in Saxony?", ""),
    ("Americans", "What share of people believes in God?", ""),
    ("Bundestag seats", "What share of the seats in Parliament is empty?", ""),
    ("June", "What share of Norda's visitors came in June?", ""),
]


OTHER_BEARERS = [
    ("people", "What share of households owns a car?", ""),
    ("households", "What share of people owns a car?", ""),
    ("the population", "What share of households has water?", ""),
    ("firms", "What share of people pays the levy?", ""),
    ("adults", "What share of them owns a car?", "households"),
]
SAME_BEARERS = [
    ("people", "What share of the population owns a car?", ""),
    ("adults", "What share of people owns a car?", ""),
    ("people", "What share of people in large households owns a car?", ""),
    ("homes", "What share of households has water?", ""),
    ("people in households", "What share of people has water?", ""),
    ("", "What share of households has water?", ""),
]

# Behind a word that makes another name of it, or a part of it.
OTHER_NAMES = [
    ("South Sudan", "What share of Sudan is desert?", ""),
    ("Sudan", "What share of South Sudan is desert?", ""),
    ("Equatorial Guinea", "What share of Guinea is forest?", ""),
    ("New Guinea", "What share of Guinea is forest?", ""),
    ("Papua", "What share of Papua New Guinea is forest?", ""),
    ("New Mexico", "What share of Mexico has power?", ""),
    ("West Virginia", "What share of Virginia is forest?", ""),
    ("East Timor", "What share of Timor is forest?", ""),
    ("Northern Ireland", "What share of Ireland is bog?", "Republic of Ireland"),
    ("Northern Irish farms", "What share of Irish farms grows hay?", ""),
    ("southern Mali", "What share of Mali is held?", "northern Mali"),
    ("northern Mali", "What share of Mali is held?", ""),
    ("the south of Mali", "What share of the north of Mali is held?", ""),
    ("western Congo", "What share of the east of Congo is held?", ""),
    ("northern Gaza", "What share of southern Gaza is rubble?", ""),
    ("Gaza", "What share of the north of Gaza is rubble?", ""),
    ("Gaza City", "What share of Gaza is rubble?", ""),
    ("south-eastern Norda", "What share of Norda is forest?", ""),
    ("western Ukraine", "What share of Ukraine is forest?", ""),
    ("English pupils", "What share of pupils in Wales passed?", ""),
    ("Scottish pupils", "What share of pupils in Wales passed?", ""),
    ("British pupils", "What share of pupils in Wales passed?", ""),
    ("Northern Irish pupils", "What share of pupils in Scotland passed?", ""),
    ("Saxon pupils", "What share of pupils in Bavaria passed?", ""),
    ("Basques", "What share of Catalans wants a vote?", ""),
    ("the Flemish", "What share of people in Wallonia speaks French?", ""),
]
ONE_NAME = [
    ("South Sudanese land", "What share of South Sudan is desert?", ""),
    ("the north of Mali", "What share of northern Mali is held?", ""),
    ("Northern Mali", "What share of the North of Mali is held?", ""),
    ("northern Mali", "What share of Mali is held?", "the north of Mali"),
    ("South-Eastern Norda", "What share of southeastern Norda is forest?", ""),
    ("South Korea", "What share of the Republic of Korea is forest?", ""),
    ("North Macedonia", "What share of Macedonia is forest?", ""),
    ("Greater London", "What share of London is park?", ""),
    ("Gaza", "What share of the Gaza Strip is rubble?", ""),
    ("New Mexico's homes", "What share of homes in New Mexico is empty?", ""),
    ("West Virginians", "What share of people in West Virginia owns a car?", ""),
    ("Northern Irish pupils", "What share of pupils in Northern Ireland passed?", ""),
    ("Welsh pupils", "What share of pupils in Wales passed?", ""),
    ("English pupils", "What share of England's pupils passed?", ""),
    ("Scots", "What share of people in Scotland owns a car?", ""),
    ("Catalans", "What share of people in Catalonia wants a vote?", ""),
    ("Flemish voters", "What share of voters in Flanders voted?", ""),
    ("Bavarian pupils", "What share of pupils in Bavaria passed?", ""),
    ("pupils", "What share of pupils in Wales passed?", ""),
    ("the north", "What share of northern Mali is held?", ""),
    ("the country", "What share of South Sudan is desert?", ""),
    ("New Guinea", "What share of Papua New Guinea is forest?", ""),
]

# (the words of a claim, the question of a measure, its unit)
ANOTHERS_AMOUNT = [
    ("Russian grain", "How much grain did Ukraine export?", "kg"),
    ("Spanish wheat", "How many tonnes of French wheat were sold?", "kg"),
    ("Argentine wine", "How many litres of Chilean wine were sold?", "l"),
    ("Peru's coast", "How long is the coast of Chile?", "km"),
    ("Cameroon's forest", "How large is the forest of Gabon?", "km2"),
    ("Turkey", "How large is the burned area in Greece?", "km2"),
    ("Italy's budget", "How much did Spain spend on defence?", "EUR"),
    ("Belgium's budget", "How much did the Dutch army cost?", "EUR"),
    ("Scottish salmon", "How many tonnes of Norwegian salmon were sold?", "kg"),
    ("South Sudan's oil", "How many tonnes of Sudan's oil were sold?", "kg"),
    ("northern Mali", "How large is the desert of Mali?", "km2"),
]
ITS_AMOUNT = [
    ("Ukrainian grain", "How much grain did Ukraine export?", "kg"),
    ("grain", "How much grain did Ukraine export?", "kg"),
    ("France's wheat", "How many tonnes of French wheat were sold?", "kg"),
    ("Ukrainian land", "How much land does Russia hold?", "km2"),
    ("Ukrainian land", "How much land is held by the Russian army?", "km2"),
    ("Ukraine", "How large is the Russian-held area?", "km2"),
    ("Russian assets", "How much did Britain freeze?", "GBP"),
    ("Russian oil", "How much oil did India buy?", "kg"),
    ("Ukrainian land", "How much land did Russia take from Ukraine?", "km2"),
    ("Spain's budget", "How much did Spain spend on defence?", "EUR"),
    ("Andalusian oil", "How many tonnes of Spanish oil were sold?", "kg"),
    ("English wool", "How many tonnes of British wool were sold?", "kg"),
    ("Norda's forest", "How large is the forest of Gabon?", "km2"),
    ("American weapons", "How much aid did the US send to Ukraine?", "USD"),
    ("Norwegian gas", "How much gas did Germany buy from Norway?", "m3"),
    ("German taxes", "How much does the museum cost?", "EUR"),
]


def asking(asks: str, scope: str, unit: str | None = None) -> Measure:
    return Measure("m/x", asks, "quantity", unit=unit, scope=scope or None)


@pytest.mark.parametrize(("words", "asks", "scope"), [*ELSEWHERE, *OTHER_NAMES])
def test_a_share_of_another_place_is_another(words: str, asks: str, scope: str) -> None:
    assert is_another(words, asking(asks, scope, "share"))


@pytest.mark.parametrize(("words", "asks", "scope"), [*NOT_ELSEWHERE, *ONE_NAME])
def test_a_share_of_the_same_place_or_of_none_is_not(words: str, asks: str, scope: str) -> None:
    assert not is_another(words, asking(asks, scope, "share"))


@pytest.mark.parametrize(
    ("words", "asks", "other"),
    [
        ("Ukrainian soldiers", "How many Russian soldiers were killed?", True),
        ("Russians", "How many Ukrainians were killed?", True),
        ("North Korean troops", "How many South Korean soldiers were sent?", True),
        ("Russian troops", "How many Russians were killed?", False),
        ("Moscow's troops", "How many Russian soldiers were killed?", False),
        ("soldiers", "How many Russian soldiers were killed?", False),
        ("Russian soldiers", "How many soldiers did Russia lose?", False),
        ("Ukrainian soldiers", "How many soldiers did Russia kill?", False),
        ("Wagner fighters", "How many Russian fighters were killed?", False),
        ("Valencia residents", "How many Spanish residents were evacuated?", False),
        ("Gaza residents", "How many Palestinians were killed?", False),
        ("Palestinian civilians", "How many people were killed in Gaza?", False),
        ("South Sudanese", "How many Sudanese fled?", True),
        ("English nurses", "How many Irish nurses left?", True),
        ("Scottish nurses", "How many French nurses left?", True),
        ("Catalan nurses", "How many Spanish nurses left?", False),
        ("British nurses", "How many Welsh nurses left?", False),
        ("nurses from eastern Norda", "How many Norda nurses left?", False),
    ],
)
def test_of_what_is_counted_only_another_country_is_another(
    words: str, asks: str, other: bool
) -> None:
    assert is_another(words, asking(asks, "", "persons")) is other


@pytest.mark.parametrize(("words", "asks", "unit"), ANOTHERS_AMOUNT)
def test_an_amount_of_another_country_is_another(words: str, asks: str, unit: str) -> None:
    assert is_another(words, asking(asks, "", unit))


@pytest.mark.parametrize(("words", "asks", "unit"), ITS_AMOUNT)
def test_an_amount_of_one_country_or_of_what_it_takes_is_not(
    words: str, asks: str, unit: str
) -> None:
    assert not is_another(words, asking(asks, "", unit))


def test_a_place_by_which_texts_speak_of_a_measure_is_its_own() -> None:
    donbas = asking("What share of the Donbas is held?", "", "share")
    reads = Reads(subject=("Donbas", "Donetsk and Luhansk"))

    assert is_another("Donetsk", donbas)
    assert not is_another("Donetsk", replace(donbas, reads=reads))


PEOPLES = """
Ukraine Ukrainian, Russia Russians, Germany German, Sweden Swedes, Japan Japanese, China Chinese,
Italy Italians, Türkiye Turkish, Hungary Hungarian, Lebanon Lebanese, Palestine Palestinians,
Israel Israelis, India Indians, Thailand Thai, Kazakhstan Kazakhs, Afghanistan Afghans,
Texas Texans, Paris Parisians, Canada Canadians, Yemen Yemenis, Romania Romanians, Serbia Serbs,
Crimea Crimean, Belgium Belgians, Portugal Portuguese, Gaza Gazans, Wales Welsh, Estonia Estonians,
Peru Peruvians
"""


@pytest.mark.parametrize(("words", "asks", "scope"), OTHER_BEARERS)
def test_a_share_of_persons_is_none_of_households_or_firms(
    words: str, asks: str, scope: str
) -> None:
    assert is_another(words, asking(asks, scope, "share"))


@pytest.mark.parametrize(("words", "asks", "scope"), SAME_BEARERS)
def test_a_share_of_the_same_bearers_is_not_another(words: str, asks: str, scope: str) -> None:
    assert not is_another(words, asking(asks, scope, "share"))


@pytest.mark.parametrize("pair", [one.split() for one in PEOPLES.split(",")])
def test_a_people_is_that_of_its_place(pair: tuple[str, str]) -> None:
    assert not is_another(pair[1], asking(f"What share of {pair[0]} is forest?", "", "share"))
    assert is_another(pair[1], asking("What share of Norda is forest?", "", "share"))


@pytest.mark.parametrize(("words", "asks", "scope"), ANOTHER)
def test_words_of_another_kind_count_something_else(words: str, asks: str, scope: str) -> None:
    assert is_another(words, asking(asks, scope))


@pytest.mark.parametrize(("words", "asks", "scope"), NOT_ANOTHER)
def test_other_words_for_the_same_or_wider_or_none_do_not(
    words: str, asks: str, scope: str
) -> None:
    assert not is_another(words, asking(asks, scope))


@pytest.mark.parametrize(
    ("asks", "counted"),
    [
        ("How many Russian soldiers were killed?", "Russian soldiers"),
        ("What share of the Donetsk region is held?", "the Donetsk region"),
        ("How many of the 27 members agreed?", "the 27 members"),
        ("What is the number of arrests?", "arrests"),
        ("What is Norway's share of the catch?", "the catch"),
        ("What does a barrel cost?", ""),
        ("How many?", ""),
        ("Of what?", ""),
        ("", ""),
    ],
)
def test_a_question_names_what_it_counts(asks: str, counted: str) -> None:
    assert counted_words(asks) == counted
