"""Unreal: which clauses state no fact, and why, word for word."""

from __future__ import annotations

import pytest

from claimtrack.words.stating.clauses import Clauses
from claimtrack.words.stating.unreal import denied_behind, denied_whole, imagined, unreal_words


def words_of(sentence: str) -> tuple[str, ...]:
    return Clauses(sentence, 0, len(sentence)).words


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        # a condition turned round, at the head of the sentence or behind what would have been
        ("Had the boards met, they were rich.", "a condition (“had …”)"),
        ("Were the boards to have met, they are rich.", "a condition (“were …”)"),
        ("Should the boards have met, call us.", "a condition (“should …”)"),
        ("They would be rich, had the boards met.", "a condition (“had …”)"),
        ("They could be rich, were the boards met.", "a condition (“were …”)"),
        ("They might be rich; had the boards met.", "a condition (“had …”)"),
        ("They would have been rich had the boards met.", "a condition (“had …”)"),
        ("They would have won had the boards met.", "a condition (“had …”)"),
        # where nothing is imagined, none
        ("The boards had met.", None),
        ("They were rich, had the boards met.", None),
        ("They would pay what had the boards met.", None),
        ("The boards were those that met.", None),
        # what would have come of it
        ("The boards would have once met.", None),
        ("The boards would have met.", "only imagined (“would have …”)"),
        ("The boards could have gained if they met.", "only imagined (“could have …”)"),
        ("The boards might not have gained if they met.", "only imagined (“might have …”)"),
        ("The boards would have been rich were they met.", "only imagined (“would have …”)"),
        ("The boards would have to have met.", None),
        ("The boards would be rich if they met.", None),
        ("The boards will have met.", None),
        # beyond a comma it is another clause's
        ("The boards would have gained, they met.", None),
        ("The boards would have gained; they met.", None),
        ("Had it rained, the boards met.", None),
    ],
)
def test_what_is_only_imagined_is_known_by_its_verb(sentence: str, reason: str | None) -> None:
    words = words_of(sentence)
    assert imagined(words, words.index("met")) == reason


def test_words_that_were_taken_out_before_a_verb_leave_it_at_the_head() -> None:
    assert imagined(("", "had", "they", "met"), 3) == "a condition (“had …”)"
    assert imagined(("it", "had", "they", "met"), 3) is None
    for verb in ("been", "run", "gained", "done", "put"):
        assert imagined(("they", "would", "have", verb), 3) == "only imagined (“would have …”)"
    assert imagined(("they", "would", "have", "ships"), 3) is None
    assert imagined(("they", "met", "as", "would", "have"), 4) is None


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Nobody believes that boards met.", "denied (“nobody”)"),
        ("It is a myth that boards met.", "denied (“myth”)"),
        ("The mayor denied that boards met.", "denied (“denied”)"),
        ("The mayor doubts that boards met.", "denied (“doubts”)"),
        ("There is no doubt that boards met.", None),
        ("There is not only talk that boards met.", None),
        ("The mayor said that boards met.", None),
        # what is said may be called false at the end
        ("The claim that boards met is false.", "called “false”"),
        ("The rather old story that boards met is a hoax.", "called “hoax”"),
        ("The claim by many of them that boards met is false.", None),
        ("The claim that boards met is true.", None),
        ("The fact that boards met is no hoax.", None),
    ],
)
def test_a_clause_is_denied_whole_by_what_governs_it(sentence: str, reason: str | None) -> None:
    words = words_of(sentence)
    assert denied_whole(words, 0, words.index("boards"), words.index("met") + 1) == reason


def test_a_sentence_that_nothing_governs_is_not_denied_whole() -> None:
    assert denied_whole(words_of("Boards met on the claim that is false."), 0, 0, 2) is None
    words = words_of("The claim was old. Ann said that boards met is false.")
    assert denied_whole(words, 5, 8, 10) is None


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The boards met.", None),
        ("The boards never met.", "denied (“never”)"),
        ("The boards did not meet.", "denied (“not”)"),
        ("Not only the boards met.", None),
        ("Not just the boards met.", None),
        ("No fewer than ten boards met.", None),
        ("No more than ten boards met.", None),
        ("No less than ten boards met.", None),
        ("No boards met.", "denied (“no”)"),
        ("The boards met, but not", "denied (“not”)"),
        # a doubt that is none
        ("No doubt the boards met.", None),
        ("There is little doubt the boards met.", None),
        ("Without any doubt the boards met.", None),
        ("Beyond all doubt the boards met.", None),
        ("Beyond any reasonable doubt the boards met.", None),
        ("I doubt the boards met.", "denied (“doubt”)"),
        ("Doubt the boards met.", "denied (“doubt”)"),
        ("Without the boards they met.", "denied (“without”)"),
        ("Without a word the boards met in doubt.", "denied (“without”)"),
        # conditions
        ("If the boards met.", "a condition (“if”)"),
        ("Whether the boards met.", "a condition (“whether”)"),
        ("If they were to meet.", "a condition (“if”)"),
        ("The boards were to meet.", "a condition (“were”)"),
        # to come
        ("The boards will meet.", "not a fact yet (“will”)"),
        ("The boards must meet.", "not a fact yet (“must”)"),
        ("The boards would put ships on sale.", "not a fact yet (“would”)"),
        ("The boards would put the loss at six ships.", None),
        ("This would put what all the boards of Norda lost at sea at six.", None),
        ("This would sell the loss at six ships.", "not a fact yet (“would”)"),
        # possible
        ("The boards could meet.", "only possible (“could”)"),
        ("The boards may meet.", "only possible (“may”)"),
        ("The boards can meet.", "only possible (“can”)"),
        ("The loss could be six ships.", None),
        ("The loss may well reach six.", None),
        ("The boards may have met, but they lost.", None),
        ("The boards might have met, but they lost.", None),
        ("The boards could know it, but they lost.", "only possible (“could”)"),
        ("The boards may know it, but they lost.", "only possible (“may”)"),
        # aims and forecasts
        ("The boards want a sale.", "an aim or a demand (“want”)"),
        ("The boards are expected back.", "a forecast (“expected”)"),
        ("The boards are likely to meet.", "a forecast (“likely”)"),
        ("The boards are likely to have met.", None),
        ("The boards are set to meet.", "a forecast (“set”)"),
        ("The boards are due to meet.", "a forecast (“due”)"),
        ("The sale is on track.", "a forecast (“on”)"),
        ("The boards set the date.", None),
        ("The boards are anticipated.", "a forecast (“anticipated”)"),
        ("Much anticipated boards met.", None),
        ("Long-anticipated boards met.", None),
        ("The long and often anticipated sale.", "a forecast (“anticipated”)"),
    ],
)
def test_a_clause_that_is_no_fact_says_why(sentence: str, reason: str | None) -> None:
    words = words_of(sentence)
    assert unreal_words(words, 0, len(words), None) == reason


def test_only_the_words_of_the_clause_count() -> None:
    words = words_of("If it rains, the boards met, they never said.")
    assert unreal_words(words, 4, 7, None) is None
    assert unreal_words(words, 4, 10, None) == "denied (“never”)"


def test_what_could_be_hedges_a_figure_and_nothing_else() -> None:
    words = words_of("The boards could be in Oslo.")
    assert unreal_words(words, 0, 6, None) is None
    assert unreal_words(words, 0, 6, None, is_figure=False) == "only possible (“could”)"
    words = words_of("The boards may have met.")
    assert unreal_words(words, 0, 5, None, is_figure=False) == "only possible (“may”)"


@pytest.mark.parametrize(
    ("sentence", "relation", "reason"),
    [
        ("Norda came back to hold the town.", "hold", "an aim (“to …”)"),
        ("Norda continues to hold the town.", "hold", None),
        ("Norda is believed to hold the town.", "hold", None),
        ("Norda won 3-0 to hold the town.", "hold", None),
        ("Norda holds the town.", "holds", None),
        ("Hold the town.", "hold", None),
        ("To hold the town is hard.", "hold", "an aim (“to …”)"),
        ("Norda looks back to holding it.", "holding", None),
        ("Norda looks to seized land.", "seized", None),
        ("Norda looks to holds of ships.", "holds", None),
    ],
)
def test_an_infinitive_is_an_aim_but_behind_what_is_so(
    sentence: str, relation: str, reason: str | None
) -> None:
    words = words_of(sentence)
    at = words.index(relation)
    assert unreal_words(words, 0, len(words), (at, at + 1)) == reason


def test_what_stands_before_the_clause_governs_no_infinitive() -> None:
    words = words_of("Norda continues to hold the town.")
    assert unreal_words(words, 1, 6, (3, 4)) is None
    assert unreal_words(words, 2, 6, (3, 4)) == "an aim (“to …”)"


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Norda holds it is wrong.", "denied (“wrong”)"),
        ("Norda holds it was quite false.", "denied (“false”)"),
        ("Norda holds it are all lie.", "denied (“lie”)"),
        ("Norda holds it were simply all untrue.", "denied (“untrue”)"),
        ("Norda holds it is not wrong.", None),
        ("Norda holds it is by no means wrong.", None),
        ("Norda holds it is simply not wrong.", None),
        ("Norda holds it is what most people call wrong.", None),
        ("Norda holds it is large, and that is wrong.", None),
        ("Norda holds it, which analysts dispute.", "denied (“dispute”)"),
        ("Norda holds it, which is wrong.", "denied (“wrong”)"),
        ("Norda holds it, which is large.", None),
        ("Norda holds it, which is large and wrong.", "denied (“wrong”)"),
        ("Norda holds it, which most people there dispute.", "denied (“dispute”)"),
        ("Norda holds it, which most of the people dispute.", None),
        ("Norda holds it is in fact wrong.", "denied (“wrong”)"),
        ("Norda holds it is in point of fact wrong.", None),
        ("Norda holds which analysts dispute.", None),
        ("Norda holds it, what is wrong.", None),
        ("Norda holds it; that is wrong.", None),
        ("Norda holds it and that is wrong.", None),
        ("Norda holds it but that is wrong.", None),
        ("Norda holds it while that is wrong.", None),
        ("Norda holds it.", None),
    ],
)
def test_what_is_said_to_be_wrong_behind_it_is_denied(sentence: str, reason: str | None) -> None:
    assert denied_behind(words_of(sentence), 1) == reason
