"""Alignment: whether words are those that were said, and by whom."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wordings import ALTERED, ELIDED, NOT_FOUND, VERBATIM

from claimtrack.words.quotations import (
    Quotation,
    find_quotations,
    match_wording,
    without_narration,
)

EVERY = [(kind, said, claimed) for kind, pairs in ALTERED.items() for said, claimed in pairs]
ORLOV = "Pavel Orlov, president of Norvia"


@pytest.mark.parametrize(("said", "claimed"), VERBATIM)
def test_how_speech_is_spelt_is_no_difference(said: str, claimed: str) -> None:
    match = match_wording(claimed, said)
    assert (match.wording, match.differences) == ("verbatim", ())
    assert match.score == pytest.approx(1)


@pytest.mark.parametrize(("said", "claimed"), ELIDED)
def test_what_is_left_out_openly_is_an_elision(said: str, claimed: str) -> None:
    match = match_wording(claimed, said)
    assert (match.wording, match.differences, match.left_out) == ("elided", (), ())


@pytest.mark.parametrize(("kind", "said", "claimed"), EVERY)
def test_a_changed_word_is_an_alteration_however_alike_the_rest(
    kind: str, said: str, claimed: str
) -> None:
    match = match_wording(claimed, said)
    assert match.wording == "altered"
    assert match.differences[0].kind == kind


@pytest.mark.parametrize(("said", "claimed"), NOT_FOUND)
def test_what_is_not_there_is_not_found(said: str, claimed: str) -> None:
    assert match_wording(claimed, said).wording == "not_found"


def test_the_table_holds_what_it_should() -> None:
    assert len(VERBATIM) + len(ELIDED) + len(EVERY) + len(NOT_FOUND) >= 80


# Where it is


@pytest.mark.parametrize(("kind", "said", "claimed"), EVERY)
def test_differing_words_are_placed_on_both_sides(kind: str, said: str, claimed: str) -> None:
    for each in match_wording(claimed, said).differences:
        assert claimed[each.claimed_start : each.claimed_end] == each.claimed
        assert said[each.said_start : each.said_end] == each.said
        assert each.claimed or each.said


HALVAR = "We will rebuild the bridge at Halvar by June, and we will not ask the union for a loan."


@pytest.mark.parametrize(
    ("claimed", "differences", "passage"),
    [
        ("They will rebuild the bridge", ["word They 0 | We 0"], "We will rebuild the bridge"),
        ("we will rebuild the old bridge", ["added old 20 |  19"], "We will rebuild the bridge"),
        (
            "we will rebuild the bridge by July",
            ["name  26 | at Halvar 27", "name July 30 | June 40"],
            "We will rebuild the bridge at Halvar by June",
        ),
        (
            "by June, and we will ask the union",
            ["negation  20 | not 58"],
            "by June, and we will not ask the union",
        ),
        (
            "we will not ask the union for a grant",
            ["word grant 32 | loan 82"],
            "we will not ask the union for a loan",
        ),
        (
            "we will not ask Norvia for a loan",
            ["name Norvia 16 | the union 66"],
            "we will not ask the union for a loan",
        ),
        (
            "We will rebuild two bridges at Halvar by June",
            ["number two bridges 16 | the bridge 16"],
            "We will rebuild the bridge at Halvar by June",
        ),
        (
            "We will surely rebuild the bridge at Brest by June, and we will not ask the union",
            ["added surely 8 |  7", "name Brest 37 | Halvar 30"],
            "We will rebuild the bridge at Halvar by June, and we will not ask the union",
        ),
    ],
)
def test_each_difference_is_told_with_its_kind_and_its_places(
    claimed: str, differences: list[str], passage: str
) -> None:
    match = match_wording(claimed, HALVAR)

    assert [
        f"{one.kind} {one.claimed} {one.claimed_start} | {one.said} {one.said_start}"
        for one in match.differences
    ] == differences
    assert HALVAR[match.start : match.end] == passage


@pytest.mark.parametrize(
    ("said", "claimed", "difference"),
    [
        ("They lost 20 per cent of it.", "They lost 20 ships of it", "word ships | per cent"),
        ("They lost 20 per cent of it.", "They lost 30% of it", "number 30 | 20"),
        ("They lost 20% of it.", "They lost 30 per cent of it", "number 30 | 20"),
        ("We have thirty-five of them.", "We haven't thirty-five of them", "negation haven't | "),
        ("It cost us $20 in all.", "It cost us 20 pounds in all", "word pounds | $"),
        ("We took the A.B. line north.", "We took the A.C. line north", "name A.C | A.B"),
        ("Always give it up in time.", "[N]ever give it up in time", "negation [N]ever | Always"),
        ("It cost 5m in all to us.", "It cost 6m in all to us", "number 6m | 5m"),
        ("It is 5 m in all to us.", "It is 5 miles in all to us", "word miles | m"),
    ],
)
def test_what_is_one_spoken_word_differs_as_a_whole(
    said: str, claimed: str, difference: str
) -> None:
    (one,) = match_wording(claimed, said).differences

    assert f"{one.kind} {one.claimed} | {one.said}" == difference


SHORT = ["Mr", "Mrs", "Ms", "Dr", "Gen", "St", "Sen", "Prof", "J", "U.S"]


@pytest.mark.parametrize("short", SHORT)
def test_the_stop_of_a_short_form_ends_no_sentence(short: str) -> None:
    (difference,) = match_wording(f"We met {short}. Hall", f"We met {short}. Hill").differences

    assert difference.kind == "name"


@pytest.mark.parametrize(
    ("said", "kind", "left_out"),
    [
        ("We will go, if they pay.", "condition", "if they pay"),
        ("We will go except on Friday.", "condition", "except on Friday"),
        ("We will go only if they pay.", "condition", "only if they pay"),
        ("We will go unless they pay.", "condition", "unless they pay"),
        ("We will go if they pay.", "condition", "if they pay"),
    ],
)
def test_what_restricts_the_words_is_told_with_its_kind(
    said: str, kind: str, left_out: str
) -> None:
    match = match_wording("we will go", said)

    assert match.wording == "verbatim"
    assert [(one.kind, one.said) for one in match.left_out] == [(kind, left_out)]


def test_the_passage_is_placed_in_the_text() -> None:
    text = "It was late. Orlov said: “We will rebuild the bridge.” It rained."
    match = match_wording("we will rebuild the bridge", text, speaker="Orlov")
    assert text[match.start : match.end] == "We will rebuild the bridge"
    assert match.quotation is not None
    assert match.cited == "Orlov"


def test_a_quotation_is_matched_by_the_offsets_of_its_own_words() -> None:
    (quotation,) = find_quotations("It was late. Orlov said: “We will rebuild the old bridge.”")
    match = match_wording("rebuild the new bridge", quotation, speaker=ORLOV)
    assert match.attribution == "right"
    assert match.quotation is quotation
    (difference,) = match.differences
    assert quotation.text[difference.said_start : difference.said_end] == "old"


def test_in_a_long_text_words_that_are_merely_alike_are_not_taken_for_misquoted() -> None:
    speech = "Thank you all for coming here on such a day. " * 9 + "We will rebuild the harbour."
    assert match_wording("We will rebuild America", speech).wording == "not_found"


# What turns on the words around it


@pytest.mark.parametrize(
    ("said", "claimed", "kind", "missing"),
    [
        ("It will not be in the form of a league.", "in the form of a league", "negation",
         "It will not be"),
        ("We will leave the union if they do not pay.", "We will leave the union", "condition",
         "if they do not pay"),
        ("If they pay us we will stay.", "we will stay", "condition", "If they pay us"),
        ("It is not R & D money that pays.", "money that pays", "negation", "It is not R & D"),
    ],
)  # fmt: skip
def test_a_denial_or_condition_around_the_words_is_told(
    said: str, claimed: str, kind: str, missing: str
) -> None:
    match = match_wording(claimed, said)
    assert match.wording == "verbatim"
    assert [(each.kind, each.said) for each in match.left_out] == [(kind, missing)]


@pytest.mark.parametrize(
    ("said", "claimed"),
    [
        ("We do not want war. We want the bridge rebuilt.", "We want the bridge rebuilt"),
        ("It is not late, we can win it.", "we can win it"),
        ("We will win. If not, we will try again.", "We will win"),
    ],
)
def test_a_denial_in_another_clause_turns_nothing(said: str, claimed: str) -> None:
    match = match_wording(claimed, said)
    assert (match.wording, match.left_out) == ("verbatim", ())


def test_an_ellipsis_over_a_denial_is_an_alteration_and_said_to_be_one() -> None:
    match = match_wording("We will … leave", "We will not, as some have said, leave it.")
    assert match.wording == "altered"
    assert [each.said for each in match.left_out] == ["not, as some have said"]


def test_what_the_text_itself_leaves_out_is_not_known_to_be_a_denial() -> None:
    assert match_wording("We will not leave it", "We will … leave it.").wording == "not_found"


# Who said it


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        ("“We will stay in the union,” Orlov said.", "right"),
        ("“We will stay in the union,” said President Orlov.", "right"),
        ("“We will stay in the union,” said the president of Norvia.", "right"),
        ("“We will stay in the union,” said Lena Brandt.", "other"),
        ("“We will stay in the union,” said Irina Orlov.", "other"),
        ("“We will stay in the union,” Orlov’s spokesman said.", "other"),
        ("“We will stay in the union,” a senior official said.", "unknown"),
        ("“We will stay in the union.”", "unknown"),
        ("MS. BRANDT:  Welcome.\n\nMR. ORLOV:  We will stay in the union.", "right"),
        ("MR. ORLOV:  Welcome.\n\nMS. BRANDT:  We will stay in the union.", "other"),
        ("Brandt said: “No.” “We will,” Orlov said, “stay in the union.”", "right"),
        ("“We will stay in the union,” said Brandt. “We will stay in the union,” said Orlov.",
         "right"),
    ],
)  # fmt: skip
def test_the_speaker_is_told_from_another(text: str, attribution: str) -> None:
    match = match_wording("We will stay in the union", text, speaker=ORLOV)
    assert (match.wording, match.attribution) == ("verbatim", attribution)


def test_without_a_speaker_nobody_is_right_or_other() -> None:
    assert match_wording("We stay here", "“We stay here,” Orlov said.").attribution == "unknown"


# Laws


WORDS = st.text(alphabet="abWN not 0123.,…[]()“”‘’\"'—%$\n", max_size=60)


@given(WORDS, WORDS)
@settings(max_examples=300)
def test_any_two_texts_can_be_compared(wording: str, text: str) -> None:
    match = match_wording(wording, text, speaker="N. W.")
    for each in (*match.differences, *match.left_out):
        assert wording[each.claimed_start : each.claimed_end] == each.claimed
        assert text[each.said_start : each.said_end] == each.said


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_characters_are_too_strange(wording: str, text: str) -> None:
    whole = Quotation(text, 0, len(text))
    assert 0 <= match_wording(wording, whole).score <= 1.000001


SENTENCES = [said for said, _ in VERBATIM[:20]]


@pytest.mark.parametrize("said", SENTENCES)
def test_words_are_verbatim_to_themselves(said: str) -> None:
    assert match_wording(said, said).wording == "verbatim"


@pytest.mark.parametrize("said", SENTENCES)
def test_what_stands_around_the_words_does_not_make_them_other_words(said: str) -> None:
    around = f"It rained all day in the north. {said} Nobody came."
    assert match_wording(said, around).wording == "verbatim"


@pytest.mark.parametrize("mark", ['"', "“", "'", "‘", "«", "([", "…", "19,", "it said “a” "])
def test_a_text_of_nothing_but_marks_is_read_through(mark: str) -> None:
    assert match_wording("We will rebuild the bridge", mark * 5000).wording == "not_found"


@pytest.mark.parametrize(
    ("claimed", "said", "wording"),
    [
        ("[5] soldiers died there", "7 soldiers died there", "altered"),
        ("We met [Putin] on Friday", "We met Zelensky on Friday", "altered"),
        ("We met [President Putin] on Friday", "We met Putin on Friday", "elided"),
        ("We met Putin in Alaska", "We met … in Alaska", "not_found"),
        ("We tried … we failed", "We tried, but we failed", "elided"),
        ("they want a ceasefire now", "they want a cease fire now", "verbatim"),
        ("the house is big", "the garden is big and the house is big", "verbatim"),
    ],
)
def test_brackets_and_gaps_hide_no_other_name_or_number(
    claimed: str, said: str, wording: str
) -> None:
    assert match_wording(claimed, said).wording == wording


@pytest.mark.parametrize("condition", ["unless", "if"])
def test_a_condition_before_the_words_is_told(condition: str) -> None:
    (missing,) = match_wording("we will fight on", f"{condition} we will fight on").left_out
    assert (missing.kind, missing.said) == ("condition", condition)


@pytest.mark.parametrize(
    ("claimed", "said"),
    [
        # Another subject than the verb's is kept.
        ("I … will resign", "I hope that he will resign."),
        ("We … lost the war", "We know that they lost the war."),
        ("We … broke the law", "We believe the ministry broke the law."),
        ("I … can win", "I think we can win."),
        # What denies is left out.
        ("The test was … reliable", "The test was anything but reliable."),
        ("The bridge is … finished", "The bridge is far from finished."),
        ("The test was … reliable", "The test was, in nobody’s view, reliable."),
        ("We … repay the loan", "We failed to repay the loan."),
        # A bracket gives a number, a denial, or another word for the one that was said.
        ("We sold 20 [thousand] shirts", "We sold 20 shirts."),
        ("We sold [20] shirts in May", "We sold shirts in May."),
        ("We sold [guns] in May", "We sold shirts in May."),
        ("We [never] sold shirts in May", "We sold shirts in May."),
    ],
)
def test_an_ellipsis_or_a_bracket_that_makes_it_another_thing_alters_it(
    claimed: str, said: str
) -> None:
    assert match_wording(claimed, said).wording == "altered"


@pytest.mark.parametrize(
    ("claimed", "said"),
    [
        ("We will … rebuild the port", "We will, with the help of the state, rebuild the port."),
        ("I … am proud of this team", "I said it before and I am proud of this team."),
        ("The plan … will work", "The plan is good and it will work."),
        ("He … will play on Sunday", "He hopes that he will play on Sunday."),
        ("The test was … a triumph", "The test was, in no small part, a triumph."),
        ("[Ward] will play on Sunday", "He will play on Sunday."),
        ("He [would] play on Sunday", "He will play on Sunday."),
        ("We [went] home early", "We go home early."),
        ("We sold [the] shirts in May", "We sold shirts in May."),
        ("We sold shirts in [2024]", "We sold shirts in that year."),
        ("It [the port] is safe for ships", "It is safe for ships."),
    ],
)
def test_an_ellipsis_or_a_bracket_may_shorten_and_explain(claimed: str, said: str) -> None:
    match = match_wording(claimed, said)
    assert (match.wording, match.left_out) == ("elided", ())


@pytest.mark.parametrize(
    "said",
    [
        "That the bank is broke is a myth.",
        "The idea that the bank is broke is laughable.",
        "The bank is broke — not!",
        "The bank is broke, said nobody ever.",
        "The bank is broke? Rubbish.",
        "Imagine that the bank is broke.",
        "You ask whether the bank is broke.",
        "They told us that the bank is broke. They lied.",
        "It is written that the bank is broke. It is not.",
    ],
)
def test_a_frame_around_the_words_is_told(said: str) -> None:
    match = match_wording("the bank is broke", said)
    assert (match.wording, {one.kind for one in match.left_out}) == ("verbatim", {"frame"})


@pytest.mark.parametrize(
    "behind",
    ["It is not coming back.", "This is a shame.", "Nobody helped it.", "It was my mistake."],
)
def test_a_next_sentence_that_goes_on_is_no_frame(behind: str) -> None:
    assert match_wording("The bank is broke", f"The bank is broke. {behind}").left_out == ()


def test_a_condition_without_if_is_one() -> None:
    match = match_wording("we would have left", "Had we known the score, we would have left.")
    assert [one.kind for one in match.left_out] == ["condition"]


def test_words_put_in_between_make_no_word_an_added_one() -> None:
    match = match_wording(
        "the bank is safe and sound", "The bank is safe, if used with care, and sound."
    )
    assert [(one.claimed, one.said) for one in match.differences] == [("", "if used with care")]


TALK = "WARD: We lost the game.\n\nQ: Why did you lose it?\n\nWARD: They were better."


@pytest.mark.parametrize(
    ("claimed", "attribution"),
    [("They were better", "right"), ("Why did you lose it", "other")],
)
def test_a_question_of_a_transcript_is_no_turn_of_who_answers(
    claimed: str, attribution: str
) -> None:
    assert match_wording(claimed, TALK, speaker="Tom Ward").attribution == attribution


def test_the_speaker_is_looked_for_in_the_language_of_the_text() -> None:
    text = "„Wir gehen“, sagte Berg."
    match = match_wording("wir gehen", text, speaker="Berg", language="de")
    assert (match.attribution, match.cited) == ("right", "Berg")


SEVERAL = "“We go,” Berg said. It rained. “And they stay,” Berg said. “We go,” Hill said."


@pytest.mark.parametrize(
    ("claimed", "speaker", "cited", "start"),
    [
        ("we go", "Hill", "Hill", 60),
        ("we go", "Berg", "Berg", 1),
        ("we go", None, "Berg", 1),
        ("they stay", "Hill", "Berg", 36),
        ("we go and they stay", "Hill", "Berg", 1),
    ],
)
def test_of_equal_passages_that_of_the_speaker_is_told(
    claimed: str, speaker: str | None, cited: str, start: int
) -> None:
    match = match_wording(claimed, SEVERAL, speaker=speaker)
    assert (match.wording, match.cited, match.start) == ("verbatim", cited, start)
    assert match.quotation is not None


def test_of_equal_passages_that_in_quotation_marks_is_told() -> None:
    match = match_wording("we go", "We go. “We go.”")
    assert (match.start, match.quotation is not None) == (8, True)


def test_what_is_quoted_in_somebodys_turn_stands_with_it() -> None:
    said = "MR. BERG: I told them “we go” and left."
    assert without_narration(said, "we go") == said


# What stands around the words, and between them


@pytest.mark.parametrize(
    ("said", "claimed", "differences", "left_out"),
    [
        ("I do not think they will win.", "they will win",
         ["negation  | I do not think"], ["negation I do not think"]),
        ("I do not believe Hill will win.", "Hill will win",
         ["negation  | I do not believe"], ["negation I do not believe"]),
        ("I do not believe in a very good plan.", "very good plan",
         [], ["negation I do not believe in a"]),
        ("They claim that the bridge will fall.", "the bridge will fall",
         [], ["frame They claim that"]),
        ("They claim the bridge will fall.", "the bridge will fall", [], ["frame They claim"]),
        ("They claim that Halvar will fall.", "Halvar will fall", [], ["frame They claim that"]),
        ("They claim that bridges will fall.", "bridges will fall",
         [], ["frame They claim that"]),
        ("They claim bridges fall in every storm.", "bridges fall in every storm",
         [], ["frame They claim"]),
        ("They claim bridges of this town.", "bridges of this town", [], []),
        ("They claim success in every town.", "success in every town", [], []),
        ("My opponents say that the bridge will fall.", "the bridge will fall",
         [], ["frame My opponents say that"]),
        ("My opponents and I say that the bridge will fall.", "the bridge will fall", [], []),
        ("Our plan says that the bridge will fall.", "the bridge will fall", [], []),
        ("I doubt that the bridge will fall.", "the bridge will fall",
         [], ["frame I doubt that"]),
        ("There is no doubt that the bridge will fall.", "the bridge will fall", [], []),
        ("I do not doubt that the bridge will fall.", "the bridge will fall", [], []),
        ("Unless they pay, the bridge will fall.", "the bridge will fall",
         [], ["condition Unless they pay"]),
        ("But if they do not pay, then the bridge will fall.", "the bridge will fall",
         [], ["condition But if they do not pay"]),
        ("Even if they pay, the bridge will fall.", "the bridge will fall", [], []),
        ("If you ask me, the bridge will fall.", "the bridge will fall", [], []),
        ("We lose if they pay, and the bridge will fall.", "the bridge will fall", [], []),
        ("I am here if they pay. The bridge will fall.", "the bridge will fall", [], []),
        ("We will rebuild the bridge, but only with a loan.", "we will rebuild the bridge",
         [], ["condition but only with a loan"]),
        ("We will rebuild the bridge, but only they can pay.", "we will rebuild the bridge",
         [], []),
        ("I say that the bridge will fall.", "the bridge will fall", [], []),
        ("It is a lie that the bridge will fall.", "the bridge will fall",
         [], ["frame It is a lie that"]),
        ("It is wrong to say the bridge will fall.", "the bridge will fall",
         [], ["frame It is wrong to say"]),
        ("They were wrong and the bridge will fall.", "the bridge will fall", [], []),
        ("We will but not today go.", "we will … go",
         ["negation  | but not today"], ["negation but not today"]),
        ("We will, only if they pay, go.", "we will … go",
         ["condition  | only if they pay"], ["condition only if they pay"]),
        ("We will stay, but if they pay, go.", "we will … go",
         ["condition  | stay, but if they pay"], ["condition stay, but if they pay"]),
        ("We win and Berg can stay.", "we win … can stay",
         ["name  | and Berg"], ["name and Berg"]),
        ("We go only by night and only if they all pay.", "we go",
         [], ["condition only by night and only if"]),
        ("We saw his ships there.", "We [never] saw his ships there", ["negation never | "], []),
        ("We saw three old ships.", "We saw [three] ships", ["omitted  | old"], []),
    ],
)  # fmt: skip
def test_what_turns_the_words_is_told_with_its_kind(
    said: str, claimed: str, differences: list[str], left_out: list[str]
) -> None:
    match = match_wording(claimed, said)

    told = [f"{one.kind} {one.claimed} | {one.said}" for one in match.differences]
    assert told == differences
    assert [f"{one.kind} {one.said}" for one in match.left_out] == left_out


@pytest.mark.parametrize(
    ("said", "passage"),
    [
        ("We saw the ship. The bridge is ours.", "The bridge is ours"),
        ("We saw the ship, the mill, the bridge is ours now.", "the bridge is ours now"),
        ("We like what it is. It rained and it is.", "We like what it is"),
        ("We like the old bridge. It rained on the bridge.", "We like the old bridge"),
        ("In the south, in the north of it we go.", "in the north of it we go"),
        ("We will, we will win the war.", "we will win the war"),
    ],
)
def test_no_word_of_another_sentence_is_taken_for_its_own(said: str, passage: str) -> None:
    match = match_wording(passage.casefold(), said)

    assert said[match.start : match.end] == passage
    assert match.wording == "verbatim"


@pytest.mark.parametrize(
    ("said", "claimed", "wording", "differences", "left_out"),
    [
        ("If anything, we will fight on.", "we will fight on", "verbatim", "", ""),
        ("If I may, we will fight on.", "we will fight on", "verbatim", "", ""),
        ("If you ask me, we will fight on.", "we will fight on", "verbatim", "", ""),
        ("If you pay, we will fight on.",
         "we will fight on",
         "verbatim",
         "",
         "condition |If you pay"),
        ("And if they pay, we will fight on.",
         "we will fight on",
         "verbatim",
         "",
         "condition |And if they pay"),
        ("Unless they pay, then we will fight on.",
         "we will fight on",
         "verbatim",
         "",
         "condition |Unless they pay"),
        ("If they pay we will fight on.",
         "we will fight on",
         "verbatim",
         "",
         "condition |If they pay"),
        ("If they pay. We will fight on.", "we will fight on", "verbatim", "", ""),
        ("Even if they pay, we will fight on.", "we will fight on", "verbatim", "", ""),
        ("We will fight on, if they pay us.",
         "we will fight on",
         "verbatim",
         "",
         "condition |if they pay us"),
        ("We will fight on. If they pay, we stop.", "we will fight on", "verbatim", "", ""),
        ("We will fight on, but only if they pay.",
         "we will fight on",
         "verbatim",
         "",
         "condition |but only if they pay"),
        ("We will fight on, and only in May.",
         "we will fight on",
         "verbatim",
         "",
         "condition |and only in May"),
        ("We will fight on, but only they know.", "we will fight on", "verbatim", "", ""),
        ("We go, we do not wait, and we win the war.", "We go … we win the war", "elided", "", ""),
        ("We go north, unless it rains, and we win the war.",
         "We go north … we win the war",
         "altered",
         "condition |unless it rains, and",
         "condition |unless it rains, and"),
        ("We go north and not, as they say, south of the river.",
         "We go north … south of the river",
         "altered",
         "negation |and not, as they say",
         "negation |and not, as they say"),
        ("We go north; Hill goes south and wins the war there.",
         "We go north … wins the war there",
         "altered",
         "name |Hill goes south and",
         "name |Hill goes south and"),
        ("We go north, but not today, and win the war.",
         "We go north … win the war",
         "altered",
         "negation |but not today, and",
         "negation |but not today, and"),
        ("We shall, I am glad to say, fight on.", "We shall … fight on", "elided", "", ""),
        ("Nobody thinks we will fight on.",
         "we will fight on",
         "altered",
         "negation |Nobody thinks",
         "negation |Nobody thinks"),
        ("I do not say that we will fight on.",
         "we will fight on",
         "altered",
         "negation |I do not say that",
         "negation |I do not say that"),
        ("There is no doubt that we will fight on.", "we will fight on", "verbatim", "", ""),
        ("I never doubted we will fight on.", "we will fight on", "verbatim", "", ""),
        ("I doubt we will fight on.", "we will fight on", "verbatim", "", "frame |I doubt"),
        ("They say we will fight on.", "we will fight on", "verbatim", "", "frame |They say"),
        ("I say we will fight on.", "we will fight on", "verbatim", "", ""),
        ("My critics say we will fight on.",
         "we will fight on",
         "verbatim",
         "",
         "frame |My critics say"),
        ("Our opponents claim we will fight on.",
         "we will fight on",
         "verbatim",
         "",
         "frame |Our opponents claim"),
        ("My plan says we will fight on.", "we will fight on", "verbatim", "", ""),
        ("Our plan says we will fight on.", "we will fight on", "verbatim", "", ""),
        ("It is false to say we will fight on.",
         "we will fight on",
         "verbatim",
         "",
         "frame |It is false to say"),
        ("They say so, but we will fight on.", "we will fight on", "verbatim", "", ""),
        ("They claim victory in the north.", "victory in the north", "verbatim", "", ""),
        ("They claim ships were lost there.",
         "ships were lost there",
         "verbatim",
         "",
         "frame |They claim"),
        ("They claim losses of some ships.", "losses of some ships", "verbatim", "", ""),
        ("Whether we will fight on is open.",
         "we will fight on",
         "verbatim",
         "",
         "frame |Whether"),
        ("We will fight on the beaches.",
         "we will fight on the [sandy] beaches",
         "elided",
         "",
         ""),
        ("We will fight on the [sandy] beaches.",
         "we will fight on the beaches",
         "elided",
         "",
         ""),
        ("We will fight on [not] the beaches.",
         "we will fight on the beaches",
         "altered",
         "negation |not",
         ""),
        ("He will fight in May.", "[Hill] will fight in May", "elided", "", ""),
        ("It costs 20 dollars there.",
         "It costs [30] dollars there",
         "altered",
         "number 30|20",
         ""),
        ("President Hill will fight in May.", "Hill will fight in May", "verbatim", "", ""),
        ("Hill will fight in May.", "President Hill will fight in May", "elided", "", ""),
        ("We will fight in May.", "We (and they) will fight in May", "verbatim", "", ""),
        ("We will … in May.", "We will fight in May", "elided", "", ""),
        ("We will … in May.", "We will not fight in May", "not_found", "", ""),
        ("We will … in May.", "We will fight Hill in May", "not_found", "", ""),
        ("We fight … they in May.", "We fight him in May", "altered", "word him|they", ""),
        ("We will fight.", "We will go", "not_found", "", ""),
        ("fight on", "fight on", "verbatim", "", ""),
        ("fight on", "fight off", "not_found", "", ""),
        ("We fight on and on.", "fight off", "not_found", "", ""),
        ("The war is long. The end is near, and the peace is far.",
         "The end is near, and the peace is far",
         "verbatim",
         "",
         ""),
        ("It is the the man.", "the man", "verbatim", "", ""),
    ],
)  # fmt: skip
def test_a_wording_is_held_against_what_stands_around_it(
    said: str, claimed: str, wording: str, differences: str, left_out: str
) -> None:
    match = match_wording(claimed, said)
    assert match.wording == wording
    assert "; ".join(f"{it.kind} {it.claimed}|{it.said}" for it in match.differences) == differences
    assert "; ".join(f"{it.kind} {it.claimed}|{it.said}" for it in match.left_out) == left_out


@pytest.mark.parametrize(
    ("claimed", "wording"),
    [
        ("The ferry is our pride", "verbatim"),
        ("The ferry was our pride", "altered"),
        ("The ferry is not our pride", "altered"),
        ("The ferry is our shame", "altered"),
        ("The tunnel is our pride", "altered"),
        ("The tunnel is our shame", "not_found"),
    ],
)
def test_of_few_words_in_a_long_text_the_telling_ones_have_to_be_there(
    claimed: str, wording: str
) -> None:
    speech = "We sail at nine from every port of this coast. " * 8
    assert (
        match_wording(claimed, f"“{speech} The ferry is our pride,” she said.").wording == wording
    )


SPOKEN_LONG = (
    "We sail at nine from every port of this coast. "
    * 8
    + "The ferry is our pride. Poland was our friend. We will rebuild the harbour by spring. "
    "The bridge will never be sold. Nobody must pay for water. He called it a gift to the nation."
)


@pytest.mark.parametrize(
    ("claimed", "changed", "said"),
    [
        ("The ferry is our shame", "shame", "pride"),
        ("The tunnel is our pride", "tunnel", "ferry"),
        ("Hungary was our friend", "Hungary", "Poland"),
        ("Poland was our enemy", "enemy", "friend"),
        ("Poland is our friend", "is", "was"),
        ("The bridge will soon be sold", "soon", "never"),
        ("The bridge will never be closed", "closed", "sold"),
        ("The road will never be sold", "road", "bridge"),
        ("Nobody must pay for bread", "bread", "water"),
        ("Nobody should pay for water", "should", "must"),
        ("a gift to the enemy", "enemy", "nation"),
        ("We will rebuild the harbour by autumn", "autumn", "spring"),
        ("He called it a gift to the very nation", "very", ""),
    ],
)
def test_one_word_changed_in_its_place_is_altered_and_told(
    claimed: str, changed: str, said: str
) -> None:
    match = match_wording(claimed, SPOKEN_LONG)
    assert match.wording == "altered"
    assert [(one.claimed, one.said) for one in match.differences] == [(changed, said)]


@pytest.mark.parametrize(
    "claimed",
    [
        # Two words changed, or one for several.
        "Poland is our enemy", "Hungary was our enemy", "The ferry was their shame",
        "We will rebuild America", "a gift for the poor",
        # The clause goes on where the wording ends, or begins before it.
        "The bridge will never last", "Nobody must know", "He called it off", "for the nation",
        "The bridge will never be", "by spring we sail", "Poland will never pay",
        # Nothing that tells something agrees.
        "This is our chance", "We will sail", "the water is clean", "The bridge is safe",
    ],
)  # fmt: skip
def test_words_that_stand_in_no_such_place_are_not_found(claimed: str) -> None:
    match = match_wording(claimed, SPOKEN_LONG)
    if claimed == "The bridge will never be":
        assert match.wording == "verbatim"  # a part of what was said, as it was said
    else:
        assert match.wording == "not_found"


@pytest.mark.parametrize("count", range(3, 12))
def test_the_rule_is_one_for_any_number_of_words(count: int) -> None:
    words = [
        "harbour",
        "bridge",
        "ferry",
        "tunnel",
        "road",
        "mill",
        "school",
        "market",
        "tower",
        "garden",
        "library",
    ]
    told = f"{'We sail at nine from every port. ' * 20}{' '.join(words[:count])}. It rained."
    claimed = " ".join(["airport", *words[1:count]])
    assert match_wording(claimed, told).wording == "altered"
    assert match_wording(" ".join([*words[: count - 1], "airport"]), told).wording == "altered"
