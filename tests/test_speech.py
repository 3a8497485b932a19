"""Speech: each language has its own verbs of saying, its denials and its hearsay."""

from __future__ import annotations

import pytest

from claimtrack.words.quotations import Quotation, find_quotations
from claimtrack.words.quoting.speech import speech_words


def told(one: Quotation) -> str | None:
    return "hearsay" if one.hearsay else "unsaid" if one.unsaid else one.speaker


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "„Wir gehen“, sagte Karin Wolf am Montag.", ["Karin Wolf"]),
        ("de", "„Wir gehen“, erklärte der Minister Jan Ek.", ["Minister Jan Ek"]),
        ("de", "Karin Wolf sagte: „Wir gehen nicht.“", ["Karin Wolf"]),
        ("de", "„Wir gehen“, betonte Wolf, „und zwar bald.“", ["Wolf", "Wolf"]),
        ("de", "Laut Karin Wolf sei die Lage „sehr ernst“.", ["Karin Wolf"]),
        ("de", "»Wir gehen«, so Wolf.", ["Wolf"]),
        ("de", "„Wir gehen“, heißt es in einer Mitteilung der Norbank.", [None]),
        ("de", "Wolf bestritt, gesagt zu haben: „Wir gehen.“", ["unsaid"]),
        ("de", "Wolf soll gesagt haben: „Wir gehen.“", ["hearsay"]),
        ("de", "Wolf hat nie gesagt: „Wir gehen alle.“", ["unsaid"]),
        ("fr", "« Nous partons », a déclaré Luc Morel lundi.", ["Luc Morel"]),
        ("fr", "« Nous partons », a-t-il dit.", [None]),
        ("fr", "Luc Morel a déclaré : « Nous partons. »", ["Luc Morel"]),
        ("fr", "Selon Luc Morel, la digue est « hors d’usage ».", ["Luc Morel"]),
        ("fr", "« Nous partons », a expliqué la ministre Ana Petit.", ["Ana Petit"]),
        (
            "fr",
            "« Nous partons », a assuré Luc Morel, « et sans regret ».",
            ["Luc Morel", "Luc Morel"],
        ),
        ("fr", "Luc Morel aurait déclaré : « Nous partons. »", ["hearsay"]),
        ("fr", "Luc Morel n’a jamais dit : « Nous partons. »", ["unsaid"]),
        ("fr", "Luc Morel nie avoir dit « nous partons ».", ["unsaid"]),
        ("uk", "«Ми йдемо», — сказав Петро Гай.", ["Петро Гай"]),
        ("uk", "«Ми йдемо», – заявила міністерка Олена Біла.", ["Олена Біла"]),
        ("uk", "Петро Гай сказав: «Ми йдемо».", ["Петро Гай"]),
        ("uk", "За словами Петра Гая, гребля «зруйнована вщент».", ["Петра Гая"]),
        ("uk", "Петро Гай не казав: «Ми йдемо».", ["unsaid"]),
        ("uk", "Петро Гай нібито сказав: «Ми йдемо».", ["hearsay"]),
        ("uk", "„Ми йдемо“, — розповів Петро Гай.", ["Петро Гай"]),
        ("ru", "«Мы уходим», — сказал Пётр Орлов.", ["Пётр Орлов"]),
        ("ru", "«Мы уходим», — заявила министр Анна Белова.", ["Анна Белова"]),
        ("ru", "Пётр Орлов заявил: «Мы уходим».", ["Пётр Орлов"]),
        ("ru", "По словам Петра Орлова, плотина «полностью разрушена».", ["Петра Орлова"]),
        ("ru", "Пётр Орлов не говорил: «Мы уходим».", ["unsaid"]),
        ("ru", "Пётр Орлов якобы сказал: «Мы уходим».", ["hearsay"]),
        ("ru", "«Мы уходим», — рассказал Орлов журналистам.", ["Орлов"]),
        ("hu", "„Elmegyünk” – mondta Kiss Anna.", ["Kiss Anna"]),
        ("hu", "„Elmegyünk” – jelentette ki Kiss Anna hétfőn.", ["Kiss Anna"]),
        ("hu", "Kiss Anna azt mondta: „Elmegyünk innen.”", ["Kiss Anna"]),
        ("hu", "Kiss Anna szerint a gát „teljesen tönkrement”.", ["Kiss Anna"]),
        ("hu", "„Elmegyünk” – közölte Nagy Pál miniszter.", ["Nagy Pál"]),
        ("hu", "„Elmegyünk” – fogalmazott a polgármester.", ["a polgármester"]),
        ("hu", "Kiss Anna nem mondta azt, hogy „elmegyünk innen”.", ["unsaid"]),
        ("hu", "Kiss Anna állítólag azt mondta: „Elmegyünk innen.”", ["hearsay"]),
        ("hu", "»Elmegyünk« – írta Nagy Pál.", ["Nagy Pál"]),
        ("fi", "”Me lähdemme”, sanoi Anna Laine maanantaina.", ["Anna Laine"]),
        ("fi", "”Me lähdemme”, Anna Laine sanoi.", ["Anna Laine"]),
        ("fi", "”Me lähdemme”, kertoo ministeri Pekka Salo.", ["Pekka Salo"]),
        ("fi", "Anna Laineen mukaan pato on ”täysin rikki”.", ["Anna Laineen"]),
        ("fi", "Anna Laine totesi: ”Me lähdemme.”", ["Anna Laine"]),
        ("fi", "Anna Laine ei sanonut: ”Me lähdemme.”", ["unsaid"]),
        ("fi", "Anna Laineen väitetään sanoneen: ”Me lähdemme.”", ["hearsay"]),
        ("fi", "»Me lähdemme», totesi Salo.", ["Salo"]),
        (
            "de",
            "„Das Dorf bleibt“, versicherte Bürgermeisterin Eva Lenz den Bewohnern.",
            ["Bürgermeisterin Eva Lenz"],
        ),
        ("de", "Eva Lenz bezeichnete den Plan als „völlig verfehlt“.", ["Eva Lenz"]),
        ("de", "„Das Dorf bleibt“, soll Lenz intern gesagt haben.", ["hearsay"]),
        ("de", "Nach Angaben von Eva Lenz ist die Brücke „nicht mehr sicher“.", ["Eva Lenz"]),
        ("de", "„Das Dorf bleibt“, sagte sie.", [None]),
        ("de", "Lenz hat nicht gesagt, dass „alles gut“ sei.", ["unsaid"]),
        ("de", "Lenz sagte nicht: „Wir gehen.“", ["unsaid"]),
        ("de", "Lenz sagte nie, dass „alles gut“ sei.", ["unsaid"]),
        ("de", "Lenz sagte nicht „wir gehen“.", ["unsaid"]),
        ("de", "Lenz sagte nicht nur „wir gehen“.", ["Lenz"]),
        ("de", "„Wir gehen“, sagte Lenz nicht ohne Stolz.", ["Lenz"]),
        ("fr", "Lenz n’a dit que « nous partons ».", ["unsaid"]),
        ("de", "„Das“, so Lenz, „war ein Fehler.“", ["Lenz", "Lenz"]),
        ("fr", "« Le village restera », assure la maire Eva Lenz.", ["Eva Lenz"]),
        ("fr", "« Le village restera », n’a jamais promis Eva Lenz.", ["unsaid"]),
        ("fr", "D’après Eva Lenz, le pont n’est « plus sûr ».", ["Eva Lenz"]),
        ("fr", "Pour Eva Lenz, « le village restera ».", ["Eva Lenz"]),
        ("fr", "« Le village restera », aurait dit la maire.", ["hearsay"]),
        ("fr", "La maire a promis : « Le village restera. »", ["La maire"]),
        ("uk", "«Село залишиться», — запевнила мешканців Олена Біла.", ["Олена Біла"]),
        ("uk", "«Село залишиться», — нібито сказала Біла.", ["hearsay"]),
        ("uk", "Біла заперечила, що казала: «Село залишиться».", ["unsaid"]),
        ("uk", "«Ми підемо», — наголосив він.", [None]),
        ("uk", "Як розповіла Олена Біла, міст «ледве стоїть».", ["Олена Біла"]),
        ("uk", "Згідно з Оленою Білою, міст «ледве стоїть».", ["Оленою Білою"]),
        ("ru", "«Село останется», — пообещала глава района Анна Белова.", ["Анна Белова"]),
        ("ru", "Белова опровергла, что говорила: «Село останется».", ["unsaid"]),
        ("ru", "«Мы уйдём», — якобы заявил Орлов.", ["hearsay"]),
        ("ru", "Как рассказала Анна Белова, мост «еле стоит».", ["Анна Белова"]),
        ("hu", "„A falu marad” – ígérte Kovács Éva polgármester.", ["Kovács Éva"]),
        ("hu", "Kovács Éva hangsúlyozta: „A falu marad.”", ["Kovács Éva"]),
        ("hu", "„A falu marad” – tette hozzá Kovács Éva.", ["Kovács Éva"]),
        ("hu", "A polgármester szerint a híd „alig áll”.", ["A polgármester"]),
        ("hu", "Kovács Éva tagadta, hogy azt mondta volna: „A falu marad.”", ["unsaid"]),
        ("hu", "„A falu marad” – állítólag ezt mondta Kovács.", ["hearsay"]),
        ("fi", "”Kylä jää”, lupasi kaupunginjohtaja Eeva Laine.", ["Eeva Laine"]),
        ("fi", "”Kylä jää”, Laine sanoo Ylelle.", ["Laine"]),
        ("fi", "Laine kiisti sanoneensa: ”Kylä jää.”", ["unsaid"]),
        ("fi", "Pormestarin mukaan silta ”tuskin kestää”.", ["Pormestarin"]),
        ("fi", "”Kylä jää”, Laineen kerrotaan sanoneen.", ["hearsay"]),
    ],
)
def test_a_text_is_read_by_the_words_of_its_language(
    language: str, text: str, expected: list[str | None]
) -> None:
    assert [told(one) for one in find_quotations(text, language=language)] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Wir gehen“, sagte Wolf der Zeitung.", "Wolf"),
        ("„Wir gehen“, sagt Karin Wolf im Gespräch mit der Norddeutschen.", "Karin Wolf"),
        ("«Nos vamos», dijo Ana Ruiz en su carta.", "Ana Ruiz"),
        ("„Elmegyünk” – mondta Kiss Anna a téren.", "Kiss Anna"),
        ("“We go,” said Ursula von der Leyen.", "Ursula von der Leyen"),
    ],
)
def test_a_foreign_verb_has_its_speaker_right_behind_it(text: str, speaker: str) -> None:
    assert [one.speaker for one in find_quotations(text)] == [speaker]


def test_a_verb_in_the_past_is_of_women_and_of_many_too() -> None:
    assert {"заявила", "высказались"} <= speech_words("ru").verbs
    assert {"заявила", "висловились"} <= speech_words("uk").verbs
