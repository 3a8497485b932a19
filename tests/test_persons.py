"""Persons: whether two ways to name a speaker name the same one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.words.quoting.persons import is_same_speaker, names_nobody

TRUMP = "Donald Trump"
HEAD = "Keir Starmer, prime minister of the United Kingdom"
LORD = "Henry John Temple, Viscount Palmerston"


@pytest.mark.parametrize(
    ("meant", "cited"),
    [
        (TRUMP, "Trump"),
        ("Minister for Trade", "minister for trade"),
        ("mayor for Ulm", "Mayor of Ulm"),
        (TRUMP, "President Trump"),
        (TRUMP, "Mr. Trump"),
        (TRUMP, "Donald J. Trump"),
        (TRUMP, "TRUMP"),
        ("Trump", "Donald Trump"),
        ("Reid", "Ada Reid"),
        ("Ada Reid", "Ms Reid"),
        ("Mrs Ada Reid", "Mrs Reid"),
        ("Donald Trump, US president", "the US president"),
        ("Donald Trump, US president", "the American president"),
        ("Donald Trump, the President", "THE PRESIDENT"),
        (HEAD, "Sir Keir Starmer"),
        (HEAD, "the British prime minister"),
        (LORD, "Lord Palmerston"),
        (LORD, "Palmerston"),
        ("Financial Times", "the FT"),
        ("Financial Times", "The Financial Times"),
        ("Volodymyr Zelensky", "Ukrainian president Volodymyr Zelenskyy"),
        ("Joe Biden", "President Joseph R. Biden"),
        ("J.D. Vance", "JD Vance"),
        ("Dmitry Peskov", "Kremlin spokesman Dmitry Peskov"),
        ("Ada Berg", "Hill and Berg"),
        ("Tom Hill", "Hill, Ada Berg and Ward"),
        ("Marco Rubio", "SECRETARY RUBIO"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Pavel Orlovsky", "Pavel Orlovskiy"),
        ("Pavel Orlov", "P. Orlov"),
        ("Anna Maria Orlov", "Anna Orlov"),
        ("Anna Maria Orlov", "Maria Orlov"),
        ("Anna Orlov", "Maria Anna Orlov"),
        ("Joe Biden", "former president Joe Biden"),
        ("Joe Biden", "president Biden"),
        ("Donald Trump, former president of the United States", "former US president"),
        ("Donald Trump Jr.", "Donald Trump, Jr."),
        ("Pavel Orlov", "Pavel Orlov's"),
        ("Pavel Osky", "Pavel Oskiy"),
        ("Donald Trump, president of the U.S.", "the president of the US"),
        ("Ada Reid, secretary for defence", "the defence secretary"),
        ("Ada Reid, minister for Norvia", "the minister for Norvia"),
        ("Bob Ray", "Berg's spokesman, Bob Ray"),
        ("Bob Ray", "Berg's spokesman Bob Ray"),
        ("United States", "US"),
        ("Mr Bob Ray, Jr.", "Mr Bob Ray Jr"),
        ("Bob Ray", "Robert Ray"),
        ("Lady Ada Reid", "Lady Reid"),
        ("Bob Ray, mayor of Kharkov", "the mayor of Kharkiv"),
        ("Bob Ray (mayor of Brest)", "the mayor of Brest"),
        ("Ann Ó Brian-Ray", "ann o brian-ray"),
    ],
)
def test_these_are_the_same(meant: str, cited: str) -> None:
    assert is_same_speaker(meant, cited) is True


@pytest.mark.parametrize(
    ("meant", "cited"),
    [
        (TRUMP, "Donald Trump Jr."),
        (TRUMP, "Donald Trump, Jr."),
        (TRUMP, "Melania Trump"),
        ("Mr Donald Trump", "Mrs. Trump"),
        (TRUMP, "Putin"),
        (TRUMP, "a spokesman for Trump"),
        (HEAD, "Starmer’s spokesman"),
        (HEAD, "the prime minister’s official spokesman"),
        ("Keir Starmer, prime minister", "Deputy Prime Minister"),
        ("Keir Starmer, prime minister", "THE DEPUTY PRIME MINISTER"),
        ("Vladimir Putin", "Volodymyr Zelensky"),
        ("Joe Biden", "Joe Biden Jr."),
        ("Pavel Orlov", "S. Orlov"),
        ("Pavel Orlov", "Pa Orlov"),
        ("Anna Maria Orlov", "Irina Orlov"),
        ("Mr Bob Ray, Jr.", "Ms Bob Ray Jr."),
        ("Bob Ray", "Bob Ray's spokesman"),
        ("Bob Ray", "an aide to Bob Ray, who left"),
        ("Bob Ray", "Bob Roy"),
        ("Bob Ray", "Rob Hill"),
        ("Bob Ray II", "Bob Ray III"),
        ("Anna Maria Orlov", "Irina Maria Orlov"),
    ],
)
def test_these_are_not(meant: str, cited: str) -> None:
    assert is_same_speaker(meant, cited) is False


@pytest.mark.parametrize(
    ("meant", "cited"),
    [
        (TRUMP, "Mrs. Trump"),
        ("Ada Reid", "Mrs Reid"),
        (TRUMP, "the US president"),
        (TRUMP, "THE PRESIDENT"),
        ("Donald Trump, US president", "the Russian president"),
        (TRUMP, "he"),
        (TRUMP, "officials"),
        (TRUMP, "a White House official"),
        (TRUMP, "Donald"),
        ("Ada Reid", "Lady Reid"),
        ("Bob Ray, mayor of Brest", "the mayor of Halvar"),
        ("Bob Ray, mayor of Brest", "the governor of Brest"),
        ("Bob Ray, mayor", "the mayor of Brest"),
        ("Bob Ray", "one Bob Ray"),
        (TRUMP, ""),
    ],
)
def test_of_these_it_cannot_be_told(meant: str, cited: str) -> None:
    assert is_same_speaker(meant, cited) is None


@pytest.mark.parametrize("text", ["", "123", "he", "officials", "a senior official", "орлов"])
def test_these_name_nobody(text: str) -> None:
    assert names_nobody(text)


@pytest.mark.parametrize("text", ["Orlov", "the president", "Орлов", "北京"])
def test_these_may_name_somebody(text: str) -> None:
    assert not names_nobody(text)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_names_can_be_compared(meant: str, cited: str) -> None:
    assert is_same_speaker(meant, cited) in {True, False, None}


@given(st.text(max_size=60))
def test_everybody_is_himself(name: str) -> None:
    assert is_same_speaker(name, name) is True


@pytest.mark.parametrize(
    ("cited", "same"),
    [
        ("Brest mayor", True),
        ("the Brest mayor", True),
        ("Brest Mayor", True),
        ("Brest’s mayor", True),
        ("the mayor of Brest", True),
        ("Brest mayor Bob Ray", True),
        ("Brest mayor Ann Lee", False),
        ("Ann Brest", False),
        ("Lyon mayor", None),
        ("Brest governor", None),
    ],
)
def test_a_place_before_an_office_is_whose_it_is(cited: str, same: bool | None) -> None:
    assert is_same_speaker("Bob Ray, mayor of Brest", cited) is same


def test_a_surname_that_is_a_title_is_a_name() -> None:
    assert is_same_speaker("Ann King", "Tom King") is False


@pytest.mark.parametrize(
    ("meant", "cited", "expected"),
    [
        ("Anna Lind", "Minister for Trade Anna Lind", True),
        ("Karl Berg", "Mayor of Ulm Karl Berg", True),
        ("Wes Holm", "Secretary of State for Health Wes Holm", True),
        ("Ida Falk", "Head of Policy at Norbank Ida Falk", True),
        ("Lena Brandt", "President of the Senate Lena Brandt", True),
        ("Karl Berg, mayor of Ulm", "Mayor of Ulm", True),
        ("Anna Lind", "Minister for Trade Karl Berg", False),
        ("Jan Ek", "President of the Senate Lena Brandt", False),
        ("Jan Ek", "Secretary of State Hill", False),
        ("Jan Ek", "Bank of Norvia", False),
        ("Ada Falk", "Head of Policy at Norbank Ida Falk", False),
        # Of two words behind an office nobody can tell whether they are a name.
        ("Anna Lind", "Minister for Trade Lind", None),
        ("Anna Lind", "Minister for Trade Karl Lind", None),
        ("Jan Ek", "Minister of Foreign Affairs", None),
        ("Karl Berg", "Mayor of Ulm", None),
    ],
)
def test_what_an_office_is_of_is_no_name_of_his(
    meant: str, cited: str, expected: bool | None
) -> None:
    assert is_same_speaker(meant, cited) is expected


@pytest.mark.parametrize(
    ("meant", "cited"),
    [
        ("Nora Haldane, chief executive of Norvik", "Norvik’s chief executive"),
        ("Nora Haldane, chief executive of Norvik", "the chief executive of Norvik"),
        ("Nora Haldane, chief executive of Norvik", "the Norvik chief executive"),
        ("Nora Haldane, chief executive of Norvik", "Norvik CEO"),
        ("Nora Haldane, chief executive of Norvik", "CEO of Norvik"),
        ("Nora Haldane, chief executive of Norvik", "Norvik's CEO Nora Haldane"),
        ("Nora Haldane, chairman of Norvik", "Norvik’s chairman"),
        ("Nora Haldane, head of Norvik", "Norvik’s head"),
        ("Tom Ray, coach of Rovers", "the Rovers coach"),
        ("Tom Ray, coach of Rovers", "Rovers’ coach"),
        ("Tom Ray, head coach of Rovers", "the Rovers coach Tom Ray"),
        ("Eva Holm, foreign minister of Norda", "Norda’s foreign minister"),
        ("Eva Holm, governor of the Central Bank", "the Central Bank’s governor"),
        ("Eva Holm, finance minister of Norda", "Norda's finance minister"),
        ("Eva Holm, police chief of Sarn", "the Sarn police chief"),
        ("Eva Holm, CEO of Norvik", "Norvik's chief executive"),
        ("Eva Holm, CEO of Norvik", "Norvik CEO"),
        ("Nora Haldane", "Ms Haldane"),
        ("Edith Head", "Head"),
        ("Edith Head", "Edith Head, the designer"),
        ("John Dean", "Mr Dean"),
        ("Jon Boss", "Boss"),
        ("Eva Holm, managing director of Sarn Ports", "the managing director of Sarn Ports"),
        ("John Haldane", "Mr Haldane"),
        ("Sasha Haldane", "Ms Haldane"),
        ("Sasha Haldane", "Mr Haldane"),
        ("Kim Reid", "Mr Reid"),
        ("Robin Reid", "Ms Reid"),
    ],
)
def test_an_office_is_the_same_by_any_of_its_names(meant: str, cited: str) -> None:
    assert is_same_speaker(meant, cited) is True


@pytest.mark.parametrize(
    ("meant", "cited"),
    [
        ("Nora Haldane, chief executive of Norvik", "the chief executive of Sarn"),
        ("Nora Haldane, chief executive of Norvik", "Sarn's chief executive"),
        ("Nora Haldane, chief executive of Norvik", "Norvik's chairman"),
        ("Nora Haldane, chief executive of Norvik", "Norvik's spokesman"),
        ("Nora Haldane, head of Norvik", "Norvik"),
        ("Angela Merkel", "Mr Merkel"),
        ("the Financial Times", "Times"),
        ("Nora Haldane", "Mr Haldane"),
        ("John Haldane", "Ms Haldane"),
        ("Tom Hale", "Mrs Hale"),
        ("Viktor Orlov", "Ms Orlov"),
        ("Nora Haldane, chief executive of Norvik", "Tom Ray, chief executive of Norvik"),
    ],
)
def test_another_office_name_or_sex_is_not_the_same(meant: str, cited: str) -> None:
    assert is_same_speaker(meant, cited) is not True
