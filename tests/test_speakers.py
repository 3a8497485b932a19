"""Speakers: who a sentence says has said what it quotes, and how that is known."""

from __future__ import annotations

import pytest

from claimtrack.words.quotations import Quotation, find_quotations


def told(one: Quotation) -> str:
    if one.unsaid:
        return "unsaid"
    return f"{one.speaker} ({one.how})" if one.speaker else "?"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“We go,” Berg said.", "Berg (after)"),
        ("“We go,” said Berg.", "Berg (after)"),
        ("“We go,” he said.", "?"),
        ("Berg came late. “We go,” he said.", "Berg (pronoun)"),
        ("Mayor Berg came late. “We go,” the mayor said.", "Mayor Berg (pronoun)"),
        ("“We go,” said the mayor of Brest, Ann Holm.", "Ann Holm (after)"),
        ("“We go,” said Ann Holm, mayor of Brest.", "Ann Holm (after)"),
        ("“We go,” said the mayor.", "the mayor (after)"),
        ("“We go,” said Mayor Holm, who left.", "Mayor Holm (after)"),
        ("“We go,” Ann Holm, the mayor, told reporters.", "Ann Holm (after)"),
        ("“We go,” officials said.", "officials (after)"),
        ("“We go,” a German source said.", "a German source (after)"),
        ("Berg, accused of killing Hill, said “we go”.", "Berg (before)"),
        ("The Mayor of the North Ann Hill said “we go”.", "Mayor of the North Ann Hill (before)"),
        # A noun may end as an adverb does, and so may a word before it.
        ("“We go,” the family said in a statement.", "the family (after)"),
        ("“We go,” said his family.", "his family (after)"),
        ("“We go,” the Berg family said.", "the Berg family (after)"),
        ("“We go,” a close ally said.", "a close ally (after)"),
        ("“We go,” said an ally of Berg.", "an ally of Berg (after)"),
        ("The weekly called it “a farce”.", "The weekly (before)"),
        ("“We go,” said an elderly woman.", "an elderly woman (after)"),
        ("“We go,” said the newly elected mayor.", "the newly elected mayor (after)"),
        ("“We go,” said the mayor recently.", "the mayor (after)"),
        ("“We go,” Berg angrily said.", "Berg (after)"),
        ("“We go,” said one earlier.", "one (after)"),
        ("He himself said “we go”.", "?"),
        ("“We go,” boss said.", "?"),
        ("“We go,” class said.", "?"),
        ("“We go,” 2026 said.", "?"),
        ("“We go,” they all said.", "?"),
        ("Berg said “we go” and “we stay”.", "Berg (before); Berg (before)"),
        ("Berg said, “We go,” and Hill said, “We stay.”", "Berg (before); Hill (before)"),
        ("Berg did not say “we go”.", "unsaid"),
        ("Berg never said “we go”.", "unsaid"),
        ("“We go,” Berg never said.", "unsaid"),
        ("Berg denied saying “we go”.", "unsaid"),
        ("“We go,” Berg denied saying.", "unsaid"),
        ("Did Berg say “we go”?", "unsaid"),
        ("If Berg said “we go”, we stay.", "unsaid"),
        ("According to Berg, “we go”.", "Berg (according to)"),
        ("“We go”, according to Berg.", "Berg (according to)"),
        ("“We go”, according to the mayor of Brest.", "the mayor of Brest (according to)"),
        ("In the words of Ann Holm, “we go”.", "Ann Holm (according to)"),
        ("As told by Ann Holm, it was “a mess”.", "Ann Holm (according to)"),
        ("“We go,” Berg said, quoting Hill.", "Hill (after)"),
        ("“We go,” Berg said, quoting from a letter by Hill.", "?"),
        ("“We go,” Berg recalled Hill telling him.", "Hill (after)"),
        ("“We go,” Berg claimed that Hill had said.", "Hill (after)"),
        ("“We go,” Berg claimed Hill said.", "Hill (after)"),
        ("Berg quoted Hill as saying “we go”.", "Hill (before)"),
        ("Berg was quoted as saying “we go”.", "Berg (before)"),
        ("“We go,” Berg was quoted as saying.", "Berg (after)"),
        ("“We go,” it was reported by Hill.", "Hill (after)"),
        ("“We go,” was how Berg put it.", "Berg (after)"),
        ("Berg’s answer: “We go.”", "Berg (before)"),
        ("Berg: “We go.”", "Berg (before)"),
        ("A long and winding answer that took all of the day came from Berg: “We go.”", "?"),
        ("Berg repeated Hill’s words: “We go.”", "Hill (before)"),
        ("Hill’s “we go” was heard.", "Hill (before)"),
        ("Berg mocked Hill’s “we go”.", "Hill (before)"),
        ("Berg met Hill and said: “We go.”", "Berg (before)"),
        ("Berg met Hill, adding: “We go.”", "Berg (before)"),
        ("Berg told the Courier, adding: “We go.”", "Berg (before)"),
        ("Berg, whom Hill told so, said “we go”.", "Berg (before)"),
        ("Berg, who was asked by Hill, said “we go”.", "Berg (before)"),
        ("“We go,” Berg, who was asked by Hill, said.", "Berg (after)"),
        ("Berg, who said “we go”, left.", "Berg (before)"),
        ("Hill, about whom Berg said “we go”, left.", "Berg (before)"),
        ("Berg received a letter saying “we go”.", "?"),
        ("Hill read a note from Berg saying “we go”.", "?"),
        ("Berg was told by Hill “we go”.", "Hill (before)"),
        ("Berg was told “we go”.", "?"),
        ("A device called “X Y Z” fell.", "?"),
        ("Berg called it “X Y Z”.", "Berg (before)"),
        ("In Brest, Berg said “we go”.", "Berg (before)"),
        ("Certainly, “we go” was said.", "?"),
        ("Kelly also said “we go”.", "Kelly (before)"),
        ("Ludwig van Beethoven said “we go”.", "Ludwig van Beethoven (before)"),
        ("Berg says so. Hill’s reply: “We go.”", "Hill (before)"),
        ("Berg then left. “We go.”", "Berg (sentence before)"),
        ("Berg spoke. “We go,” she said. “We stay.”", "Berg (pronoun); Berg (sentence before)"),
        ("He said “we go”.", "?"),
        ("I said “we go”.", "?"),
        ("“We go,” I told Berg.", "?"),
        ("“We go,” Berg told me.", "Berg (after)"),
        ("And I said, “We go.”", "?"),
        ("The mayor (Berg) said “we go”.", "Berg (before)"),
        ("His statement, “we go”, was heard.", "?"),
        ("Berg states: “we go”.", "Berg (before)"),
        ("The states “go west”.", "?"),
        ("Berg thinks “we go”.", "Berg (before)"),
        ("Berg said on Friday in Brest after a long day of talks “we go”.", "Berg (before)"),
        ("“I said ‘we go’,” Berg said.", "Berg (after); Berg (turn)"),
        ("“I said ‘we go’ and Hill said ‘we stay’,” Berg said.",
         "Berg (after); Berg (turn); Hill (before)"),
        ("“He said ‘we go’,” Berg said of Hill.", "Berg (after); ?"),
        ("“‘We go,’ he said,” Berg said.", "Berg (after); ?"),
        ("“Hill came. ‘We go,’ he said,” Berg told us.", "Berg (after); Hill (pronoun)"),
        ("“I came. ‘We go,’ I said,” Berg told us.", "Berg (after); Berg (turn)"),
        ("Berg’s book “Long Road Home” came.", ""),
        ("Berg wrote the book “It Is Late and We Go”.", ""),
        ("Berg wrote a book called “we go”.", "Berg (before)"),
        ("Berg spoke of the film, “The Long Road”, and left.", ""),
        ("Berg said of the film: “The Long Road is long.”", "Berg (before)"),
        ("Berg spoke of it:\n\n“We go.”", "Berg (sentence before)"),
        ("Berg spoke of it.\n\n“We go.”", "?"),
        ("Berg said so.\n\n“We go.”", "Berg (sentence before)"),
        ("Berg said so.\n\nIt rained.\n\n“We go.”", "?"),
        ("“We go,” Berg said.\n\n“We stay.”", "Berg (after); Berg (sentence before)"),
        ("“We go,” Berg said.\n\nIt rained. “We stay.”", "Berg (after); ?"),
        ("Berg came. “We go.”", "Berg (sentence before)"),
        ("Berg came. It rained. “We go.”", "?"),
        ("“We go,” said Berg. “We stay,” said Hill. “We win.”",
         "Berg (after); Hill (after); Hill (sentence before)"),
        ("The harbour:\n\n“We go.”", "?"),
        ("Berg said so:\n\n> We go\n> north", "Berg (sentence before)"),
    ],
)  # fmt: skip
def test_a_quotation_is_of_whom_its_sentence_names(text: str, speakers: str) -> None:
    found = find_quotations(text)
    assert "; ".join(map(told, found)) == speakers
    for one in found:
        if one.speaker is not None:
            assert one.speaker_start is not None
            assert text[one.speaker_start : one.speaker_end] == one.speaker


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # A verb that stands once is that of both.
        ("Berg said “the mill is ours” and Hill “the mill is not”.", ["Berg", "Hill"]),
        ("Berg said: “We go”, but Hill: “We stay here”.", ["Berg", "Hill"]),
        ("Berg said “the mill is ours” and “the land is too”.", ["Berg", "Berg"]),
        ("Berg called Hill “a liar” and Reid “a friend of his”.", ["Berg", "Berg"]),
        # All that somebody would say is what he said.
        ("“No comment” was all that Dr Holm would say.", ["Dr Holm"]),
        ("“We did our best” is what Ann Holm said.", ["Ann Holm"]),
        ("“We did our best” was all very well.", [None]),
        ("“We did our best” was all she never said.", [None]),
        # Whose words they were is told behind them.
        ("“Rents must fall.” That was the message of Ann Holm on Monday.", ["Ann Holm"]),
        ("“Rents must fall.” Those are the words of the captain.", ["the captain"]),
        ("“Rents must fall.” That was the fault of Ann Holm.", [None]),
        ("“Rents must fall.” That was the message of her.", [None]),
        # Who quotes a relative is named all the same.
        ("Quoting her father, Ann Holm said: “Never sell land.”", ["Ann Holm"]),
        ("Quoting Tom Reid, Ann Holm said: “Never sell land.”", ["Tom Reid"]),
    ],
)
def test_who_has_words_without_a_verb_of_his_own(text: str, speakers: list[str | None]) -> None:
    assert [one.speaker for one in find_quotations(text)] == speakers


@pytest.mark.parametrize("language", ["en", "fr", "de"])
@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« La mer monte », a déclaré Luc Morel.", "Luc Morel"),
        ("„Das ist falsch“, sagte Karin Wolf.", "Karin Wolf"),
        ("«El mar sube», dijo Ana Ruiz.", "Ana Ruiz"),
        ("„Das ist falsch“, so Karin Wolf.", None),
        ("« La mer », Luc Morel.", None),
        ("« La mer monte », a déclaré", None),
    ],
)
def test_a_verb_of_another_language_tells_who_said_it(
    text: str, speaker: str | None, language: str
) -> None:
    if "so Karin" in text and language == "de":
        speaker = "Karin Wolf"  # "so" tells it in German alone
    assert [one.speaker for one in find_quotations(text, language=language)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Marsh’s manager, Ann Poe, was in tears: “We let everyone down.”", ["Ann Poe"]),
        ("Haldane’s office had a different view: “She never promised that.”", [None]),
        ("Priddy’s lawyer, Tom Hale, was adamant: “He is innocent.”", ["Tom Hale"]),
        ("Microsoft's president, Brad Smith, was less diplomatic: “It is a mess.”", ["Brad Smith"]),
        ("Norvik’s lawyers were scathing: “This is theft.”", [None]),
        (
            "“This is fraud”, argued Dana Whitlock; Rhys Owen retorted that it was “bad luck”.",
            ["Dana Whitlock", "Rhys Owen"],
        ),
        (
            "“This is fraud”, argued Dana Whitlock, while Rhys Owen countered that it was “luck”.",
            ["Dana Whitlock", "Rhys Owen"],
        ),
        (
            "“It is lost,” Brill said, prompting Judge Ana Ruiz to remark: “It is not.”",
            ["Brill", "Judge Ana Ruiz"],
        ),
        ("“It is lost,” Brill said, to which Ruiz replied: “It is not.”", ["Brill", "Ruiz"]),
        ("“We are winning,” Orlov told the crowd, which answered “We are not”.", ["Orlov", None]),
        (
            "“We hold it,” said General Orlov, a claim that his own officers called “fantasy”.",
            ["General Orlov", "his own officers"],
        ),
        ("Behind him, an engineer muttered: “It will not hold.”", ["an engineer"]),
        ("Outside, a woman shouted: “Let us in!”", ["a woman"]),
        ("Downstairs, a nurse said: “We are full.”", ["a nurse"]),
        ("Afterwards Ruiz said: “We are done.”", ["Ruiz"]),
        ("Later, Ana Ruiz said: “We are done.”", ["Ana Ruiz"]),
        (
            "The report by Dr Sara Nyland and Dr Ulf Berg concludes: “The dam is safe.”",
            ["Dr Sara Nyland and Dr Ulf Berg"],
        ),
        ("The statement by Eva Holm and Tom Ray says: “We regret it.”", ["Eva Holm and Tom Ray"]),
        (
            "It was, in the words of the defence secretary, Alan Priddy, “a very bad day”.",
            ["Alan Priddy"],
        ),
        ("As Alan Priddy put it, it was “a very bad day”.", ["Alan Priddy"]),
        ("“A very bad day” is how Alan Priddy put it.", ["Alan Priddy"]),
        ("“Not on my watch,” retorted Ana Ruiz.", ["Ana Ruiz"]),
        ("“Not on my watch,” Ana Ruiz shot back.", ["Ana Ruiz"]),
        ("The tribunal found that the firm had “acted in bad faith”.", ["The tribunal"]),
        ("The judge ruled that the firm had “acted in bad faith”.", ["The judge"]),
        ("The judge, Ana Ruiz, was not amused: “Sit down.”", ["Ana Ruiz"]),
        ("“Sit down,” said Ana Ruiz, the judge.", ["Ana Ruiz"]),
        ("Anna Lind left early. It rained. “We are done,” he said.", [None]),
        ("Tom Ray was in tears: “We let everyone down.”", ["Tom Ray"]),
        ("The mayor was blunt: “No.”", ["The mayor"]),
        ("Marsh’s view was clear: “We let everyone down.”", ["Marsh"]),
        ("Marsh’s message was clear: “We let everyone down.”", ["Marsh"]),
        ("“It is lost,” said Brill, who called it “a sad day”.", ["Brill", "Brill"]),
        ("“It is lost,” said Brill; he called it “a sad day”.", ["Brill", "Brill"]),
        ("“It is lost,” Brill said, adding that it was “a sad day”.", ["Brill", "Brill"]),
        ("“It is lost,” Brill told Ruiz, calling it “a sad day”.", ["Brill", "Brill"]),
    ],
)
def test_each_quotation_of_a_sentence_is_its_own_speakers(
    text: str, speakers: list[str | None]
) -> None:
    assert [found.speaker for found in find_quotations(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # what somebody takes in is another's
        ("Ann Hill rejected a call by Ida Berg: “We need more trams.”", "Ida Berg"),
        ("Ann Hill rejected a call for order by Ida Berg: “We need more trams.”", "Ida Berg"),
        ("Ann Hill rejected Ida Berg’s call: “We need more trams.”", "Ida Berg"),
        ("Ann Hill read a letter from Ida Berg: “We need more trams.”", "Ida Berg"),
        ("Ann Hill held up a letter from Ida Berg: “We need more trams.”", "Ida Berg"),
        ("Ann Hill ignored a plea from the Holm Trust: “We need more trams.”", "Holm Trust"),
        ("Ann Hill was sent a message from Ida Berg: “We need more trams.”", "Ida Berg"),
        ("Ann Hill heard a shout: “We need more trams.”", None),
        ("Ann Hill heard cries: “We need more trams.”", None),
        ("Ann Hill received a message: “We need more trams.”", None),
        ("Ann Hill dismissed the claim: “We need more trams.”", None),
        ("Ann Hill read the slogan: “We need more trams.”", None),
        ("Ann Hill ignored a plea from her brother: “We need more trams.”", None),
        ("Ann Hill got a letter from the Ida Berg foundation: “We need more trams.”", None),
        # what he does or has himself is his
        ("Ann Hill was blunt: “We need more trams.”", "Ann Hill"),
        ("Ann Hill was blunt about a call by Ida Berg: “No way at all.”", "Ann Hill"),
        ("Ann Hill had one answer: “We need more trams.”", "Ann Hill"),
        ("Ann Hill left a note: “We need more trams.”", "Ann Hill"),
        ("Ann Hill held up a sign: “We need more trams.”", "Ann Hill"),
        ("Ann Hill made a plea: “We need more trams.”", "Ann Hill"),
        ("Ann Hill issued a demand: “We need more trams.”", "Ann Hill"),
        ("Ann Hill sent a message from prison: “I am well and free.”", "Ann Hill"),
        ("Ann Hill sent a message from Ulm: “I am well and free.”", "Ann Hill"),
        ("Ann Hill got straight to the point: “We need more trams.”", "Ann Hill"),
        ("Ann Hill rejected the charges: “I did nothing at all.”", "Ann Hill"),
        ("Ann Hill welcomed the appeal: “It is right for all of us.”", "Ann Hill"),
        ("Ann Hill answered a call by Ida Berg: “No way at all.”", "Ann Hill"),
        ("Hill’s message was clear: “We need more trams.”", "Hill"),
    ],
)
def test_a_colon_behind_anothers_words_is_not_the_subjects(text: str, speaker: str | None) -> None:
    assert [found.speaker for found in find_quotations(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("For Anna Hill, the ruling is “a disgrace to us all”.", "Anna Hill"),
        ("For Dr Hill, the ruling was “a disgrace to us all”.", "Dr Hill"),
        ("For Musa Obi, who runs a mill, “it is the end of the road”.", "Musa Obi"),
        ("For Anna Hill, the ruling is not “a disgrace to us all”.", None),
        ("For Anna Hill, the best film is “a long way from home”.", None),
        ("For Anna Hill’s team, the ruling is “a disgrace to us all”.", None),
        ("For Norland, it was “a disaster for all of us”.", None),
        ("For Real Norville, the defeat was “a disaster for all of us”.", None),
        ("For Anna Hill, the ruling is “a disgrace to us all”, said Ida Berg.", "Ida Berg"),
        ("“The fleet is ready and willing.” - Admiral Berg.", "Admiral Berg"),
        ("“The fleet is ready and willing.” – Ida Berg.", "Ida Berg"),
        ("“The fleet is ready and willing.” – the crowd went wild.", None),
        (
            "In May, the report by the Ship Safety Board concluded that “it sank”.",
            "Ship Safety Board",
        ),
        (
            "Yesterday the report by the Ship Safety Board found that “it sank”.",
            "Ship Safety Board",
        ),
        ("But the report by the Ship Safety Board concluded that “it sank”.", "Ship Safety Board"),
        ("Ann Hill, quoting her father, said: “We need more trams.”", None),
        ("Ann Hill, quoting Karl Hill, said: “We need more trams.”", "Karl Hill"),
        ("Ann Hill, quoting the mayor, said: “We need more trams.”", "the mayor"),
    ],
)
def test_whose_word_it_is_may_be_told_apart(text: str, speaker: str | None) -> None:
    assert [found.speaker for found in find_quotations(text)] == [speaker]
