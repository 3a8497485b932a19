"""The starter: a claim file that is right from the start, whatever the text is like."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import FrameType
from typing import Any, SupportsIndex

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack import read_statements
from claimtrack.claimfile import check_file, load_document, locate
from claimtrack.claimfile.layouts import Layout
from claimtrack.claimfile.proposals import proposals
from claimtrack.sources import load_sources
from claimtrack.starter import Starter, starter
from claimtrack.values import CalendarDate

TODAY = date(2026, 1, 2)
TEXT = """The war over the land

A fifth of the land is held. Some say "about 25%"; it cost $61bn.

Dozens of towns are lost.
"""


def mistakes(folder: Path, content: str) -> list[str]:
    path = folder / "claims.toml"
    path.write_text(content)
    return [str(one) for one in check_file(path, schemas=load_sources().options)]


def uncommented(made: Starter) -> str:
    """The file with all that it proposes, or its example."""
    head, start, rest = made.content.partition('# [measure."')
    assert start
    lines = (start + rest).splitlines()
    return head + "\n".join(line.removeprefix("#").removeprefix(" ") for line in lines)


def test_it_takes_the_title_and_lists_the_phrases() -> None:
    made = starter(TEXT, name="text", today=TODAY)
    assert (made.id, made.title) == ("the-war-over-the-land", "The war over the land")
    assert [(one.phrase, one.paragraph, one.sentence) for one in made.found] == [
        ("A fifth", 1, 1),
        ("about 25%", 1, 2),
        ("$61bn", 1, 2),
        ("Dozens", 2, 1),
    ]
    assert '#   1:2  "$61bn" in: Some say "about 25%"; it cost $61bn.' in made.content
    assert tomllib.loads(made.content)["document"]["published"] == TODAY


@pytest.mark.parametrize("text", [None, "", "No figure is here.", "Dozens went."])
def test_without_a_claim_to_propose_it_has_an_example(tmp_path: Path, text: str | None) -> None:
    made = starter(text, name="My notes", today=TODAY)
    assert mistakes(tmp_path, made.content) == []
    assert mistakes(tmp_path, uncommented(made)) == []
    (claim,) = load_document(tmp_path / "claims.toml").claims
    assert claim.id == "first-claim"


ESSAY = """The war over the land

A fifth of the land is held. Some say "about 25%"; it cost $61bn. A treaty leases the port
until 2042, and dozens of towns are lost.

The minister said: “We will not give up a single town. Not one.” “It is about a fifth of the land,”
said Anna Kovach, who has counted. It was about a fifth of the land, too, in March 2020.
"""


def test_what_it_proposes_passes_check_and_stands_where_it_says(tmp_path: Path) -> None:
    made = starter(ESSAY, name="My notes", today=TODAY)
    assert mistakes(tmp_path, made.content) == []
    assert mistakes(tmp_path, uncommented(made)) == []
    document = load_document(tmp_path / "claims.toml")
    assert {found.status for found in locate(document, ESSAY)} == {"here"}
    assert [(claim.type, claim.assertions[0].said or claim.assertions[0].wording) for claim in
            document.claims] == [
        ("quantity", "A fifth"),
        ("quantity", "about 25%"),
        ("quantity", "$61bn"),
        ("date", "until 2042"),
        ("quotation", "We will not give up a single town. Not one."),
        ("quotation", "It is about a fifth of the land"),
        ("quantity", "about a fifth"),
        ("quantity", "about a fifth"),
        ("date", "in March 2020"),
    ]  # fmt: skip
    assert document.measures[0].asks == "What share of the land is held?"
    speakers = [measure.speaker for measure in document.measures if measure.kind == "quotation"]
    assert "Anna Kovach" in speakers


HARBOUR = """The pier has been closed since the storm. Cargo traffic fell by 12% in 2024, while the
fleet shrank by 40 ships. About 93% of the quays were used in 2019; today it is 84%. The crane was
demolished on 4 May 2023. The ban is not in force. The ferry stopped two years ago, and it will be
shut down. “We will open the pier again,” said Maria Ek, the mayor.
"""


def test_changes_states_and_quotations_are_proposed_with_their_types(tmp_path: Path) -> None:
    made = starter(HARBOUR, name="notes", today=TODAY)
    assert mistakes(tmp_path, uncommented(made)) == []
    document = load_document(tmp_path / "claims.toml")
    assert {found.status for found in locate(document, HARBOUR)} == {"here"}
    told = [
        (
            claim.type,
            claim.assertions[0].said or claim.assertions[0].wording,
            document.measure(claim.measures[0]).unit,
            str(claim.as_of) if claim.as_of else "",
        )
        for claim in document.claims
    ]
    assert told == [
        ("state", "has been closed", None, ""),
        ("quantity", "fell by 12%", "ratio", "2024"),
        ("trend", "shrank by 40", "count", ""),
        ("quantity", "About 93%", "share", "2019"),
        ("quantity", "84%", "share", ""),
        ("state", "was demolished", None, "2023-05-04"),
        ("quotation", "We will open the pier again", None, ""),
    ]
    shrank = document.claims[2].assertions[0]
    assert shrank.direction == "down"
    closed = document.measure(document.claims[0].measures[0])
    assert closed.asks == "Is the pier closed or reopened?"
    assert [state.name for state in closed.states] == ["closed", "reopened"]
    assert document.claims[0].assertions[0].asserts == "closed"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Rents in Port Aven\n\nRents rose by 12%.", "Rents in Port Aven"),
        ("Rents rose by 12%. The cap holds.", "Rents rose by 12%"),
        (f"Rents {'rose ' * 30}by 12%.", f"Rents{' rose' * 17}"),
        ("…", "notes"),
        (
            "---\ntags:\n  - rents\ntitle: 'Rents in Port Aven'\n---\n\nRents rose by 12%.",
            "Rents in Port Aven",
        ),
        (
            '+++\ndraft = true\ntitle = "Rents in Port Aven"\n+++\nRents rose by 12%.',
            "Rents in Port Aven",
        ),
        ("Date: 1 May 2025\nHeadline: Rents rise\n\nRents rose by 12%.", "Rents rise"),
        ("Rents rise\nBy Ann Lee\n1 May 2025\n\nRents rose by 12%.", "Rents rise"),
        # What is no line about the text names no title of it.
        ("Rents rose by 12%.\nTitle: none of ours.", "Rents rose by 12%"),
        ("---\ndate: 2025\n---\nTitle: ours\n\nRents rose.", "--- date: 2025 --- Title: ours"),
        ("Title: …\n\nRents rose by 12%.", "Title: …"),
    ],
)
def test_the_title_is_that_of_the_text_else_its_first_sentence(text: str, title: str) -> None:
    assert starter(text, name="notes", today=TODAY).title == title


def test_a_title_and_an_id_can_be_given() -> None:
    made = starter("Rents rose.", name="n", today=TODAY, title="Rents, again", id="rents")
    assert (made.id, made.title) == ("rents", "Rents, again")
    assert starter("Rents rose.", name="n", today=TODAY, title="Rents, again").id == "rents-again"


def test_without_a_text_the_name_is_the_title() -> None:
    made = starter(None, name="Übersicht 2026", today=TODAY)
    assert (made.id, made.title, made.found) == ("ubersicht-2026", "Übersicht 2026", ())
    assert starter(None, name="день", today=TODAY).id == "document"
    assert starter(None, name="Ærø og Łódź", today=TODAY).id == "aero-og-lodz"


def test_a_long_text_is_cut_and_counted() -> None:
    made = starter("A title\n\n" + "It was 5 km and 7 km long. " * 600, name="t", today=TODAY)
    assert len(made.found) == 1200
    assert "#   and 700 more\n" in made.content


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200), st.text(max_size=20))
def test_any_text_gives_a_file_that_is_right(tmp_path: Path, text: str, name: str) -> None:
    said = f"{text}\n\nAbout 20%{text} is 3 km. “We {text} shall see,” said Ann Lee in 2024."
    made = starter(said, name=name or "x", today=TODAY)
    assert mistakes(tmp_path, made.content) == []
    assert mistakes(tmp_path, uncommented(made)) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("A treaty leases the port until 2042.", "Until when is it that a treaty leases the port?"),
        ("Ann Lee has led it since 2014.", "Since when is it that Ann Lee has led it?"),
        ("It rained, and the old pier collapsed on 4 May 2023.",
         "When is it that the old pier collapsed?"),
        ("In May 2019 the pier fell down.", "When is it that the pier fell down?"),
        ("It rained, and in 2020 it snowed.", "When is it that it snowed?"),
        ("The head of the port, Tom Lee, left on 3 May 2024.",
         "When is it that the head of the port, Tom Lee, left?"),
    ],
)  # fmt: skip
def test_a_date_asks_when_what_happens(tmp_path: Path, text: str, asked: str) -> None:
    made = starter(text, name="text", today=TODAY)
    assert f'# asks = "{asked}"' in made.content
    assert mistakes(tmp_path, uncommented(made)) == []


PACTS = """The pact was signed in May 2019 by both. Finland joined the league in April 2023, and
Norland has not yet ratified the treaty. In May 2020 the charter was signed. Ann Lee is the mayor of
Port Aven. She has served as Norland's foreign minister since 2014. Palmerston was Foreign Secretary
in 1848. The minister has resigned.
"""


def test_events_and_offices_are_proposed_with_their_types(tmp_path: Path) -> None:
    made = starter(PACTS, name="pacts", today=TODAY)
    assert mistakes(tmp_path, uncommented(made)) == []
    document = load_document(tmp_path / "claims.toml")
    assert {found.status for found in locate(document, PACTS)} == {"here"}
    told = [
        (
            claim.type,
            claim.assertions[0].said,
            claim.assertions[0].asserts,
            document.measure(claim.measures[0]).asks,
            str(claim.as_of or ""),
        )
        for claim in document.claims
    ]
    assert told == [
        ("event", "was signed in May 2019", "happened",
         "When, if at all, was the pact signed?", ""),
        ("event", "joined the league in April 2023", "happened",
         "When, if at all, did Finland join the league?", ""),
        ("event", "has not yet ratified", "not_yet",
         "When, if at all, did Norland ratify the treaty?", ""),
        ("event", "In May 2020", "happened", "When, if at all, was the charter signed?", ""),
        ("state", "is the mayor of Port Aven", "ann-lee", "Who is mayor of Port Aven?", ""),
        ("state", "has served as Norland's foreign minister", "name-the-holder",
         "Who is Norland's foreign minister?", ""),
        ("date", "since 2014", None,
         "Since when is it that she has served as Norland's foreign minister?", ""),
        ("state", "was Foreign Secretary", "palmerston", "Who was Foreign Secretary?", "1848"),
        ("state", "has resigned", "resigned", "Is the minister resigned or in office?", ""),
    ]  # fmt: skip
    mayor = document.measure("about/ann-lee-mayor-of-port-aven")
    assert [state.called for state in mayor.states] == ["Ann Lee", "somebody else"]
    said = "Ann Lee is no longer mayor of Port Aven. Mayor of Port Aven is Ann Lee."
    read = read_statements(said, [mayor], published=TODAY)
    assert [one.value for one in read] == ["somebody-else", "ann-lee"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The pact was signed in Paris and took effect in 2020.", ["was signed", "in 2020"]),
        ("The pact was signed, and in 2020 it rained.", ["was signed", "in 2020"]),
        ("The pact was signed before May 2019.", ["was signed", "before May 2019"]),
    ],
)  # fmt: skip
def test_the_day_of_another_clause_is_no_day_of_an_event(text: str, said: list[str]) -> None:
    made = starter(text, name="text", today=TODAY)
    assert [one.words for one in made.proposed] == said


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Some 700,000 people fled.", "How many people fled?"),
        ("It lost 300 tanks.", "It lost how many tanks?"),
        ("A fifth of the land is held.", "What share of the land is held?"),
        ("Three out of four guests came back.", "What share of guests came back?"),
        ("Attendance was 82 per cent, up from 76.", "Attendance was what percentage?"),
        ("It took two million litres of oil.", "It took how many litres of oil?"),
        ("It cost 5 billion dollars.", "It cost how much?"),
        ("The rent rose by 4% to $90 a month.", "The rent rose by how much to $90 a month?"),
        ("The rent rose by 4% to $90 a month.", "The rent rose by 4% to how much a month?"),
        (
            "The list grew, nearly a fifth more than then.",
            "The list grew, how much more than then?",
        ),
        ("Some 700,000 people.", "How many people are there?"),
        ("$90.", "How much is it?"),
    ],
)
def test_a_proposal_asks_in_the_words_of_its_sentence(text: str, asked: str) -> None:
    made = starter(text, name="text", today=date(2026, 3, 1))
    assert f'# asks = "{asked}"' in made.content


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It sold a fifth more than in 2023.", ["a fifth more"]),
        ("Crime is lower than at any time since 2011.", []),
        ("Its emissions have fallen by 40% since 2015.", ["fallen by 40%"]),
        ("The storm of May 2024 was bad.", []),
        ("It is so, according to a study published on 6 June 2025.", []),
        ("Two workers died at the port.", ["Two workers"]),
        ("Sales of $3 million for 2024 were told.", ["$3 million"]),
        ("The pier has been shut since 2022.", ["has been shut", "since 2022"]),
    ],
)
def test_a_day_that_is_none_of_what_is_told_is_no_claim(text: str, said: list[str]) -> None:
    made = starter(text, name="text", today=TODAY)
    assert [one.words for one in made.proposed] == said


def test_a_claim_is_called_after_its_sentence_and_states_it() -> None:
    made = starter(ESSAY, name="My notes", today=TODAY)
    assert '# id = "a-fifth-of-the-land-is-held"' in made.content
    told = "A treaty leases the port until 2042."
    assert f'# statement = "In words of your own: {told}"' in made.content


def test_no_more_words_are_held_than_may_be_and_no_unit_is_unknown(tmp_path: Path) -> None:
    said = " ".join(["We will build it again"] * 6)
    text = f'It took in ten cents. On that day in the old town the mayor said: "{said}," and left.'
    made = starter(text, name="text", today=TODAY)
    assert [one.kind for one in made.proposed] == ["quotation"]
    assert mistakes(tmp_path, uncommented(made)) == []


LODGE = """Our lodge had a good year.

Operating profit came to $412 million. Women hold a third of our management posts. The lodge
completed 96 cabins. About two-thirds of our income comes from rent. It was 14.
"""


def test_the_words_it_proposes_read_the_figure_off_another_text(tmp_path: Path) -> None:
    made = starter(LODGE, name="lodge", today=TODAY)
    assert mistakes(tmp_path, uncommented(made)) == []
    document = load_document(tmp_path / "claims.toml")
    later = (
        "By June the operating profit came to $500 million. Women hold a quarter of the management"
        " posts now, while men hold 40 boats. It completed 110 cabins. About half of income comes"
        " from rent."
    )
    read = read_statements(later, document.measures, published=TODAY)
    told = {one.measure.partition("/")[2]: one.value for one in read}
    assert told.pop("women-hold-a-third") is not None
    assert told == {
        "operating-profit-came-to-412-million": 500_000_000,
        "the-lodge-completed-96": 110,
        "about-two-thirds-of-our-income-comes-from": Decimal("0.5"),
    }


def test_words_that_find_another_figure_or_none_are_not_proposed() -> None:
    made = starter("Sales rose from $3 million to $4 million. It was 14.", name="x", today=TODAY)
    assert "[reads." not in made.content.partition('"$4 million"')[0]


class _Measured(str):
    """A text that counts the letters that are taken out of it."""

    taken = 0

    def __getitem__(self, place: SupportsIndex | slice[Any, Any, Any]) -> str:
        found = super().__getitem__(place)
        self.taken += len(found)
        return found


def _steps(work: Callable[[], object]) -> int:
    """How many steps of the interpreter *work* takes."""
    steps = 0

    def step(frame: FrameType, event: str, arg: object) -> Callable[..., Any]:
        nonlocal steps
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        steps += event == "opcode"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize(
    "sentence",
    [
        "A fifth of the land is held. ",
        "The pier has been closed since May 2019. ",
        "The pact was signed in May 2019 by both. ",
        "“We will open the pier again,” said Maria Ek, the mayor. ",
        "about 20% in May 2019 and ",  # which never ends
        "in May 2019 ",
        "Norland signed the pact in May 2019 then ",
        "Ann Lee is the mayor of Port Aven. ",
    ],
)
def test_a_paragraph_twice_as_long_is_twice_the_work(sentence: str) -> None:
    def work(times: int) -> int:
        text = f"A title\n\n{sentence * times}"
        return _steps(lambda: [*proposals(text, published=CalendarDate(TODAY))])

    work(1)  # what is worked out once is not the text's
    assert work(160) < 2.2 * work(80)


def test_what_is_taken_out_of_a_paragraph_grows_as_it_does() -> None:
    def taken(times: int) -> int:
        text = _Measured("in May 2019 it was 5 km and " * times)
        layout = Layout(text, 1)
        for found in re.finditer("May 2019|5 km", text):
            place = layout.place(*found.span())
            assert place is not None
            layout.digest(place)
            layout.near(*found.span())
            layout.word_before(found.start())
            layout.clause_before(found.start(), 20)
        return text.taken

    assert taken(160) < 2.2 * taken(80)
