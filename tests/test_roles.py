"""Roles and idioms: whether the words of a state stand to one another as its phrase has them."""

from __future__ import annotations

import pytest

from claimtrack.measures import Measure, Reads, State
from claimtrack.words.statements import look, read_statements
from claimtrack.words.stating.spotting import Spotter


def state(subject: tuple[str, ...], **words: tuple[str, ...]) -> Measure:
    named = tuple(State(name, phrases) for name, phrases in words.items())
    return Measure("m", "Which?", "state", states=named, reads=Reads(subject=subject))


FLEET = state(("fleet",), left=("fleet withdrew from Sarn", "fleet moved to Ilva"))
GAINS = state(("Varna", "Varnan"), gaining=("Varna captured territory", "Varna gains ground"))
TOLL = state(("Varna", "Varnan"), rise=("Varnan losses increase",))
DANKO = state(("Danko",), fell=("Danko ousted", "Danko fell"), rules=("Danko in power",))
MINE = state(("Dorn",), closed=("mine closed",), open=("mine open",))
TROOPS = state(
    ("chancellor",), ruled_out=("ruled out troops", "not send troops"), open=("open to troops",)
)


def told(sentence: str, measure: Measure) -> str | None:
    found = {one.value for one in read_statements(sentence, [measure], published="2026-03-10")}
    assert len(found) < 2
    return str(found.pop()) if found else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The attacks drove the fleet back to Ilva.", "left"),
        ("The raids forced the fleet to retreat to Ilva.", "left"),
        ("Their success in pushing the fleet back to Ilva surprised every navy.", "left"),
        ("Half of the fleet was moved out of Sarn.", "left"),
        ("It withdrew most of its fleet, such as tugs and frigates, from Sarn.", "left"),
        ("The fleet moved from Ilva to Sarn.", None),
        ("The fleet was pushed into Sarn.", None),
        ("A tug moved to Ilva while the fleet lay at anchor.", None),
    ],
)
def test_a_phrase_that_says_from_where_is_not_told_the_other_way_round(
    sentence: str, expected: str | None
) -> None:
    assert told(sentence, FLEET) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Varnan troops have captured more territory.", "gaining"),
        ("The capture of territory by Varna went on.", "gaining"),
        ("The swift capture of Varnan territory shocked its generals.", None),
        ("Ostia has captured territory from Varna.", None),
    ],
)
def test_who_acts_is_not_whose_thing_is_taken(sentence: str, expected: str | None) -> None:
    assert told(sentence, GAINS) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Varnan losses increased the most in May.", "rise"),
        ("Varna's losses have increased since May.", "rise"),
        ("Despite its losses, Varna has increased the number of its guns.", None),
        ("Varna made up for its losses by increasing its output of tanks.", None),
    ],
)
def test_what_grows_is_no_other_thing(sentence: str, expected: str | None) -> None:
    assert told(sentence, TOLL) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Officers of the former Danko government will be tried.", "fell"),
        ("Whoever governs post-Danko Ostia will need money.", "fell"),
        ("Nobody expects the former President Danko to return.", "fell"),
        ("Danko's fall could not have been foreseen.", "fell"),
        ("Few had predicted the fall of Danko.", "fell"),
        ("All of this led to Danko's eventual fall.", "fell"),
        ("Danko, a former teacher, spoke for an hour.", None),
        ("Danko's eventual fall is a matter of time.", None),
        ("Danko fell ill in May.", None),
        ("Danko fell behind in the polls.", None),
        ("Danko took steps to keep the guns from falling into the wrong hands.", None),
        ("Danko has survived a coup and two revolts, and is still in power.", "rules"),
    ],
)
def test_what_was_is_told_whatever_else_the_sentence_expects(
    sentence: str, expected: str | None
) -> None:
    assert told(sentence, DANKO) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Dorn mine was closed.", "closed"),
        ("Nothing has been the same in Dorn since its mine closed.", "closed"),
        ("The road to the Dorn mine was closed.", None),
        ("The school near the Dorn mine has been closed.", None),
    ],
)
def test_what_leads_to_a_thing_is_not_the_thing(sentence: str, expected: str | None) -> None:
    assert told(sentence, MINE) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The chancellor has ruled out troops.", "ruled_out"),
        ("The chancellor will not send troops.", "ruled_out"),
        ("The chancellor has not ruled out sending troops.", "open"),
        ("The chancellor refused to rule out troops.", "open"),
        ("The chancellor would not rule out troops.", "open"),
    ],
)
def test_a_denial_belongs_to_the_verb_behind_it(sentence: str, expected: str | None) -> None:
    assert told(sentence, TROOPS) == expected


def test_why_nothing_is_told_is_said() -> None:
    spotter = Spotter([MINE])
    (found,) = look("The road to the Dorn mine was closed.", spotter, published=None)
    assert found.reason == "it is of something else (“road to …”)"


ORLO = state(("Orlo",), gone=("Orlo resigned",), stays=("Orlo remains in office",))
BANK = state(("bank",), moved=("bank left Pell", "bank moved from Pell"), stays=("bank in Pell",))
MERGER = state(("Tarn", "Holt"), merged=("Tarn bought Holt",), off=("merger blocked",))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Orlo denied that he had resigned.", "stays"),
        ("Nobody could have foreseen that Orlo would resign, and yet Orlo resigned.", "gone"),
        ("The minister resigned after a quarrel with Orlo.", None),
        ("Orlo's predecessor resigned.", None),
        ("Orlo wrote about a judge who resigned.", None),
        ("A rival of Orlo resigned.", None),
    ],
)
def test_who_is_only_named_beside_it_did_not_do_it(sentence: str, expected: str | None) -> None:
    assert told(sentence, ORLO) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bank's departure from Pell cost the city 2,000 jobs.", "moved"),
        ("The bank has withdrawn most of its staff, traders and clerks alike, from Pell.", "moved"),
        ("The law forced the bank to leave Pell.", "moved"),
        ("The river bank at Pell was closed.", None),
        ("The bank moved from the river to the centre of Pell.", None),
        ("The bank is thinking of leaving Pell.", None),
        ("A clerk of the bank left Pell with two suitcases.", None),
    ],
)
def test_a_move_is_told_of_who_moves_and_from_where(sentence: str, expected: str | None) -> None:
    found = told(sentence, BANK)
    assert found == expected if expected else found != "moved"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Tarn's acquisition of Holt went through in May.", "merged"),
        ("The regulator blocked the merger of Tarn and Holt.", "off"),
        ("Tarn bought a factory from Holt.", None),
    ],
)
def test_the_noun_of_a_doing_tells_it_where_it_was_done(
    sentence: str, expected: str | None
) -> None:
    assert told(sentence, MERGER) == expected


KRAY = state(("Kray",), out=("Kray resigned", "Kray sacked"), stays=("Kray remains in office",))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kray, who had been expected to stay until the summer, resigned on Monday.", "out"),
        ("Kray was sacked on Monday.", "out"),
        ("Kray sacked three of her aides.", None),
        ("Kray's deputy resigned.", None),
        ("The resignation of Kray is out of the question.", None),
        ("The resignation of Kray has been delayed.", None),
    ],
)
def test_what_stands_by_the_way_and_who_is_the_object_count(
    sentence: str, expected: str | None
) -> None:
    assert told(sentence, KRAY) == expected
