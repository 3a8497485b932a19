"""States told by sentences, and the stance of what was read towards a claim."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from claimtrack.claims import Assertion
from claimtrack.judging.stances import stance
from claimtrack.measures import Measure, Reads, State
from claimtrack.observations import Reading
from claimtrack.values import Interval
from claimtrack.words.statements import look, read_statements
from claimtrack.words.stating.spotting import Spotter

TALKS = Measure(
    "talks", "What came of the talks?", "state",
    states=(
        State("no_deal", ("ended without a deal", "no agreement")),
        State("deal", ("reached a deal", "signed an agreement")),
    ),
    reads=Reads(never=("Geneva",)),
)  # fmt: skip
BRIDGE = Measure(
    "bridge", "Does the bridge stand?", "state",
    states=(State("stands", ("stands",)), State("gone", ("collapsed",))),
    reads=Reads(subject=("bridge",)),
)  # fmt: skip


def told(text: str, *measures: Measure) -> list[object]:
    found = read_statements(text, measures or (TALKS,), published="2025-08-15")
    return [one.value for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks ended without a deal.", ["no_deal"]),
        ("They left late at night, and no agreement was announced.", ["no_deal"]),
        ("Without any such deal the talks have now ended.", ["no_deal"]),
        ("After ten hours the two sides struck an accord.", ["deal"]),
        ("The two sides have not reached a deal.", ["no_deal"]),
        ("They have never signed an agreement.", ["no_deal"]),
        ("Have they reached a deal?", []),
        ("They could reach a deal.", []),
        ("They want to sign an agreement.", []),
        ("In Geneva they signed an agreement.", []),
        ("They failed to reach a deal.", ["no_deal"]),
        ("They walk out if they have reached a deal.", []),
        ("No agreement could be made there.", []),
        ("The weather was fine.", []),
    ],
)
def test_a_sentence_tells_a_state_or_none(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_sign_of_a_deal_is_none_signed() -> None:
    deal = Measure("deal", "Is there one?", "state", states=(State("yes", ("reached a deal",)),))
    assert told("There are signs of a deal at last.", deal) == []
    assert told("They signed the deal at last.", deal) == ["yes"]


def test_forces_are_no_form_of_forcing() -> None:
    front = Measure(
        "front", "Who holds it?", "state",
        states=(State("left", ("expelled from Kursk",)), State("held", ("hold in Kursk",))),
    )  # fmt: skip
    assert told("Kyiv's forces stood in Kursk.", front) == []
    assert told("Kyiv's troops were forced out of Kursk.", front) == ["left"]


def test_a_slash_lists_what_may_stand_and_nothing_else_may() -> None:
    ferry = Measure(
        "ferry", "Does it sail?", "state",
        states=(State("sails", ("ferry/boat sails/leaves pier/quay",)),),
    )  # fmt: skip
    assert told("The boat left the old pier at noon.", ferry) == ["sails"]
    assert told("The boat abandoned the old pier at noon.", ferry) == []
    assert told("The ships left the old pier at noon.", ferry) == []


def test_a_beginning_may_stand_in_a_list() -> None:
    ferry = Measure("ferry", "?", "state", states=(State("sails", ("паром*/ferry sail/плив*",)),))
    assert told("Пароми пливуть.", ferry) == ["sails"]
    assert told("The ferry is sailing.", ferry) == ["sails"]


def test_of_two_states_the_one_told_more_closely_stands() -> None:
    door = Measure(
        "door", "Is it open?", "state",
        states=(State("open", ("door open",)), State("shut", ("door shut",))),
    )  # fmt: skip
    assert told("The door stood open for years and then was shut.", door) == ["open"]


def test_what_fails_to_happen_is_not_told() -> None:
    (left,) = look("The bridge failed to stand.", Spotter((BRIDGE,)), published=None)
    assert left.reason == "not done (“failed”)"


def test_what_was_waited_for_is_no_forecast() -> None:
    assert told("At the long anticipated talks they reached a deal.") == ["deal"]


def test_a_dot_within_a_date_is_passed_over() -> None:
    talks = Measure(
        "talks", "Were they on 15 August?", "state", states=(State("so", ("talks began",)),),
        reads=Reads(needs=("Aug 15",)),
    )  # fmt: skip
    assert told("The talks began on Aug. 15.", talks) == ["so"]


def test_the_subject_may_stand_in_the_sentence_before() -> None:
    assert told("The bridge is old. It still stands.", BRIDGE) == ["stands"]
    assert told("The house is old. It still stands.", BRIDGE) == []


def test_words_of_two_states_alike_tell_none() -> None:
    (left,) = look("The bridge stands, the bridge collapsed.", Spotter((BRIDGE,)), published=None)
    assert left.reading is None
    assert left.reason == "it tells of two states alike"


def test_a_state_keeps_its_words_and_its_day() -> None:
    text = "On 2 June 2025 the talks ended without a deal."
    (reading,) = read_statements(text, (TALKS,), published="2025-08-15")
    assert (str(reading.as_of), reading.as_of_basis, reading.quote) == (
        "2025-06-02",
        "stated",
        text,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Had the two sides reached a deal, the day would have been longer.",
        "The day would have been longer had the two sides reached a deal.",
        "Had they stayed, the talks would have ended without a deal.",
        "The host denied that the talks ended without a deal.",
        "The palace rejected reports that the talks ended without a deal.",
        "It is a myth that the talks ended without a deal.",
        "It is not true that there was no agreement.",
        "Nobody believes that the talks ended without a deal.",
        "The claim that the talks ended without a deal is false.",
        "Contrary to the belief that they signed an agreement, they sang.",
    ],
)
def test_what_is_imagined_or_denied_whole_is_not_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The host said that the talks ended without a deal.",
        "There is no doubt that the talks ended without a deal.",
        "The talks had ended without a deal.",
        "The talks ended without a deal, and the host denied it was late.",
    ],
)
def test_what_is_only_reported_or_denied_beside_it_is_told(text: str) -> None:
    assert told(text) == ["no_deal"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1848 the bridge stood there, as it stands.", ["1848"]),
        ("Until 2014 the bridge stands there.", ["2013"]),
        ("Before 3 March 2021 there stands the bridge.", ["2021-03-02"]),
        ("From 1830 to 1834 the bridge stands there.", []),
        ("The bridge stands there from 1830 to 1834, 1835 to 1841 and 1846 to 1851.", []),
        ("In the 1840s the bridge stands there.", []),
        ("The bridge still stands, as it did from 1830 to 1834.", ["2025-08-15"]),
        ("The bridge stands there.", ["2025-08-15"]),
        ("On August 10 and August 12 the bridge stands.", ["2025-08-15"]),
    ],
)
def test_a_stated_past_is_the_day_or_the_sentence_is_left(text: str, expected: list[str]) -> None:
    found = read_statements(text, (BRIDGE,), published="2025-08-15")
    assert [str(one.as_of) for one in found] == expected


def test_an_event_that_is_imagined_or_denied_whole_is_not_told() -> None:
    opening = Measure(
        "opening", "When was it opened?", "event",
        reads=Reads(subject=("bridge",), says=("was opened",)),
    )  # fmt: skip
    for text, expected in (
        ("The bridge was opened in 1855.", ["1855"]),
        ("It is a myth that the bridge was opened in 1855.", []),
        ("He denied that the bridge was opened in 1855.", []),
        ("The story that the bridge was opened in 1855 is untrue.", []),
        ("Historians doubt that the bridge was opened in 1855.", []),
        ("Doubt that the bridge was opened in 1855 is widespread.", []),
        ("No doubt that the bridge was opened in 1855.", ["1855"]),
        ("There is hardly a town that the bridge was opened for in 1855.", []),
        ("Without doubt, the bridge was opened in 1855.", ["1855"]),
        ("Without a doubt the bridge was opened in 1855.", ["1855"]),
    ):
        found = read_statements(text, (opening,), published="2025-08-15")
        assert [str(one.value) for one in found] == expected, text


LEASE = Measure(
    "lease", "Does the lease of the port run on?", "state",
    states=(
        State("in_force", ("lease in force", "ratified lease", "lease extended")),
        State("not_in_force", ("lease terminated/lapsed",)),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lease remains in force.", ["in_force"]),
        ("The lease was terminated.", ["not_in_force"]),
        ("The lease is no longer in force.", ["not_in_force"]),
        ("Parliament has never ratified the lease.", ["not_in_force"]),
        ("Parliament hasn't ratified the lease.", ["not_in_force"]),
        ("Parliament has yet to ratify the lease.", ["not_in_force"]),
        ("It is not true that parliament ratified the lease.", []),
        ("Parliament has not said whether it ratified the lease.", []),
        ("Parliament may never have ratified the lease.", []),
        ("The lease has not been terminated.", ["in_force"]),
        ("The lease may have lapsed, but the ships are still there.", ["not_in_force"]),
        ("The lease may have lapsed.", []),
    ],
)
def test_a_plain_denial_tells_the_state_that_is_named_as_its_opposite(
    text: str, expected: list[str]
) -> None:
    assert told(text, LEASE) == expected


MEETING = Measure(
    "meeting", "Is it held in Oslo?", "state",
    states=(State("held", ("leaders meet Oslo", "meeting/summit Oslo")),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The leaders are due to meet in Oslo.", []),
        ("The leaders are set to meet in Oslo.", []),
        ("The meeting planned for Oslo draws crowds.", []),
        ("The leaders will meet in Oslo.", []),
        ("He said that the leaders would meet in Oslo on Friday.", []),
        ("The leaders shall meet in Oslo by 2027.", []),
        ("The Oslo meeting, set for Friday, has been postponed.", []),
        ("The summit in Oslo was called off.", []),
        ("The leaders plan to meet in Oslo.", []),
        ("Without a word to the press, the leaders met in Oslo.", ["held"]),
        ("Without a word the leaders met nobody.", []),
        ("The storm could not prevent the meeting in Oslo.", ["held"]),
        ("The storm did not stop the summit in Oslo.", ["held"]),
        ("The two did not attend the summit in Oslo.", []),
    ],
)
def test_what_is_to_come_or_called_off_is_not_so(text: str, expected: list[str]) -> None:
    assert told(text, MEETING) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The leaders will meet in Oslo.", ["agreed"]),
        ("The leaders are due to meet in Oslo.", ["agreed"]),
        ("The leaders met in Oslo.", ["held"]),
        ("The leaders will not meet in Oslo.", []),
    ],
)
def test_what_is_to_come_is_a_state_where_the_claim_file_has_its_words(
    text: str, expected: list[str]
) -> None:
    agreed = State("agreed", ("leaders will/due meet Oslo",))
    assert told(text, replace(MEETING, states=(*MEETING.states, agreed))) == expected


def test_that_something_will_not_be_so_is_told() -> None:
    deal = Measure("deal", "?", "state", states=(State("none", ("no deal",)),))
    assert told("There will be no deal.", deal) == ["none"]
    assert told("The two sides will reach a deal.", deal) == []


def test_a_list_with_a_small_word_still_has_to_stand() -> None:
    push = Measure("push", "?", "state", states=(State("on", ("troops pushed into/forward",)),))
    assert told("The troops were pushed back.", push) == []
    assert told("The troops pushed into the town.", push) == ["on"]


def test_a_date_among_the_words_of_a_state_is_not_when_it_was_so() -> None:
    lease = Measure("lease", "?", "state", states=(State("2017", ("lease expire 2017",)),))
    text = "Under the treaty of 1997 the lease was to expire in 2017."
    (reading,) = read_statements(text, (lease,), published="2025-08-15")
    assert (reading.value, str(reading.as_of)) == ("2017", "1997")


SHARE = Measure("share", "What share?", "quantity", unit="share")
A_FIFTH = Assertion("quantity", "share", said="one-fifth")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("0.2"), "supports"),
        (Decimal("0.5"), "contradicts"),
        (Interval(Decimal("0.15"), Decimal("0.25")), "mentions"),
        ("a part", "mentions"),
    ],
)
def test_a_figure_supports_contradicts_or_mentions(
    value: Decimal | Interval, expected: str
) -> None:
    assert stance(Reading("share", value, quote="x"), A_FIFTH, SHARE) == expected


def test_a_state_supports_the_claim_of_it_alone() -> None:
    claim = Assertion("state", "talks", asserts="no_deal")
    assert stance(Reading("talks", "no_deal", quote="x"), claim, TALKS) == "supports"
    assert stance(Reading("talks", "deal", quote="x"), claim, TALKS) == "contradicts"
    assert stance(Reading("bridge", "gone", quote="x"), claim, TALKS) == "unrelated"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("On Monday the Sudlandic central bank raised its key rate.", []),
        ("On Monday the Norlandic central bank raised its key rate.", ["raised"]),
        ("On Monday the central bank raised its key rate.", ["raised"]),
    ],
)
def test_whose_the_subject_is_has_to_be_who_is_asked_about(sentence: str, told: list[str]) -> None:
    measure = Measure(
        "rate",
        "Did Norland's central bank raise its key rate?",
        "state",
        states=(State("raised", ("raised rate",)),),
        reads=Reads(subject=("central bank",)),
    )
    found = read_statements(sentence, (measure,), published="2026-03-10")
    assert [one.value for one in found] == told
