"""True times: on which day a figure is true, and which period it counts."""

from __future__ import annotations

import pytest

from claimtrack.values import CalendarDate
from claimtrack.words.dates import find_dates
from claimtrack.words.stating.clauses import Clauses
from claimtrack.words.stating.relations import relation_of
from claimtrack.words.stating.spotting import stands
from claimtrack.words.stating.subjects import Left
from claimtrack.words.stating.truetimes import TrueTime, counts_from, true_time
from claimtrack.words.stating.wordforms import slots

FORMER = "it is a former level, of a time that is not named"
PAST = "it is of a past time that is not named"
FORECAST = "it is a forecast"


def time_told(
    sentence: str, which: int = 0, says: str = "hold", published: str | None = "2025-08-15"
) -> str:
    """When a figure of *sentence* is true that the words *says* carry: the day where it is stated,
    since when and over how many days it counts; or why there is none.
    """
    day = None if published is None else CalendarDate.parse(published)
    clauses = Clauses(sentence, 0, len(sentence), day)
    own = stands([slots(says)], clauses.words, clauses.signs)
    figure = clauses.figures[which]
    try:
        time = true_time(clauses, figure, relation_of(clauses, figure, own, own), day)
    except Left as left:
        return str(left)
    assert time.basis == "stated" or time.as_of == day
    told = [str(time.as_of) if time.basis == "stated" else time.basis]
    if time.since is not None:
        told.append(f"since {time.since.earliest}")
    if time.days is not None:
        told.append(f"in {time.days}")
    return " ".join(told)


@pytest.mark.parametrize(
    ("sentence", "which", "expected"),
    [
        # the text's own day, where none is told
        ("Norda holds 400 ships.", 0, "carried"),
        ("Norda holds 400 ships in hand.", 0, "carried"),
        # of the last day, whatever day is told
        ("Over the past 24 hours Norda held 400 ships.", 0, "carried in 1"),
        ("Yesterday Norda held 400 ships.", 0, "carried in 1"),
        ("Norda held 400 ships overnight.", 0, "carried in 1"),
        ("For the last day Norda held 400 ships in May.", 0, "carried in 1"),
        # now, and before
        ("In 2022 Norda held 27% of it, compared with 18% now.", 1, "carried"),
        ("In 2022 Norda held 27% of it, compared with 18% before.", 1, FORMER),
        ("Norda holds 18% of it, down from 27%.", 1, FORMER),
        ("Norda holds 18% of it, up from 27%.", 1, FORMER),
        ("Norda holds 18% of it, compared with 27%.", 1, FORMER),
        ("Norda holds 18% of it, compared to 27%.", 1, FORMER),
        ("Norda holds 18% of it, compared to 27% in 2022.", 1, "2022 in 365"),
        ("Norda holds 18% of it, down from 27% in 2022.", 1, "2022 in 365"),
        ("Norda holds 18% of it, half of its peak of 36%.", 2, FORMER),
        ("Norda holds 18% of it, half of its area of 36%.", 2, "carried"),
        ("Norda holds 18% of it, half of the peak of 36%.", 2, "carried"),
        ("Norda holds 18% of it, near a previous low of 6%.", 1, FORMER),
        ("Norda holds 18% of it, near a former record of 6%.", 1, FORMER),
        ("In May Norda's hold fell from 27%.", 0, FORMER),
        ("In May Norda's hold fell to 27%.", 0, "2025-05 in 31"),
        ("In 2022 Norda held from 18% of it.", 0, FORMER),
        # what is over
        ("Norda held 27% of it.", 0, PAST),
        ("Norda had held 27% of it.", 0, PAST),
        ("Norda has held 27% of it.", 0, "carried"),
        ("Norda have held 27% of it.", 0, "carried"),
        ("Some 400 ships were held by Norda.", 0, "carried"),
        ("The mayor said Norda held 27% of it.", 0, "carried"),
        ("Norda held 27% of it, the mayor said.", 0, PAST),
        ("The land held by Norda has grown to 27%.", 0, "carried"),
        ("Norda-held land amounts to 27%.", 0, "carried"),
        ("The held land amounts to 27%.", 0, "carried"),
        ("Last season Norda holds 400 ships.", 0, PAST),
        ("At the previous election Norda holds 400 seats.", 0, PAST),
        ("Norda holds 400 ships after last season.", 0, "carried"),
        # the date behind the figure, or behind its relation
        ("Norda held 400 ships on 3 May.", 0, "2025-05-03"),
        ("Norda held 400 ships in May.", 0, "2025-05 in 31"),
        ("Norda held 400 ships in 2024.", 0, "2024 in 366"),
        ("Norda holds 400 ships in August.", 0, "2025-08-15 in 31"),
        ("Norda holds 400 ships in spring 2024.", 0, "2024-05 in 92"),
        ("Norda holds 400 ships as of May 2025.", 0, "2025-05"),
        ("Norda holds 400 ships before Saturday.", 0, "2025-08-08"),
        (
            "Norda holds 400 ships between 3 May 2025 and 5 May 2025.",
            0,
            "2025-05-05 since 2025-05-03 in 3",
        ),
        ("From May to July 2025 Norda held 400 ships.", 0, "2025-07 since 2025-05-01 in 92"),
        ("Norda holds 400 ships in September 2026.", 0, FORECAST),
        ("Norda holds 400 ships on 16 August.", 0, FORECAST),
        ("By 2030 Norda holds 400 ships.", 0, FORECAST),
        ("By next year Norda holds 400 ships.", 0, FORECAST),
        ("Between May 2022 and May 2026 Norda holds 400 ships.", 0, FORECAST),
        ("Three years on Norda holds 400 ships.", 0, "carried"),
        # not where another clause or another figure stands between
        ("Norda holds 400 ships; in May it rained.", 0, "carried"),
        ("Norda holds 400 ships but sank in May.", 0, "carried"),
        ("Norda holds 400 ships while in May it rained.", 0, "carried"),
        ("Norda holds 400 ships whereas in May it rained.", 0, "carried"),
        ("Norda holds 400 ships — in May it rained.", 0, "carried"),
        ("Norda holds 400 ships, down in May.", 0, "carried"),
        ("Norda holds 400 ships, up in May.", 0, "carried"),
        ("Norda holds 400 ships, after in May it rained.", 0, "carried"),
        ("Norda holds 400 ships, more than in May.", 0, "carried"),
        ("Norda holds 400 ships (of 900) in May.", 0, "2025-05 in 31"),
        ("Norda holds 400 ships (or so) in May.", 0, "2025-05 in 31"),
        ("Norda holds 400 ships (of 900), and 30 boats, in May.", 0, "carried"),
        ("Norda holds 400 ships, 30 boats (all new) in May.", 0, "carried"),
        ("Norda holds 400 ships (of 900) or 5 boats in May.", 0, "carried"),
        ("Norda holds 400 ships and 30 boats in May.", 1, "2025-05 in 31"),
        ("Norda holds 400 ships, including the Ann, which sank in 2014.", 0, "carried"),
        ("Norda holds 400 ships, including the Ann, sunk in 2014.", 0, "carried"),
        ("Norda holds 400 ships where it lost them in May.", 0, "carried"),
        ("Norda holds 400 ships of those who came in May.", 0, "carried"),
        ("Some 400 ships which Norda holds in May 2022.", 0, "2022-05 in 31"),
        # nor too far
        ("Norda holds 400 ships, with all of the old coal in May.", 0, "2025-05 in 31"),
        ("Norda holds 400 ships, with all of the very old coal in May.", 0, "2025-05 in 31"),
        ("Norda holds 400 ships, with all of the very very old coal in May.", 0, "2025-05 in 31"),
        ("Norda holds 400 ships, with all of the very very very old coal in May.", 0, "carried"),
        # else the date before it in its clause, or at the head
        ("On 3 May Norda held 400 ships.", 0, "2025-05-03"),
        ("It rained in May, and Norda holds 400 ships.", 0, "2025-05 in 31"),
        ("While it rained in May 2022, Norda holds 400 ships.", 0, "2022-05 in 31"),
        ("The firm fell in May 2022, while Norda holds 400 ships.", 0, "carried"),
        ("In 2024, when Norda held 400 ships, it rained.", 0, "2024"),
        ("Norda has been silent since May 2022, when it held 400 ships.", 0, "2022-05"),
        ("Norda has been silent since May 2022 when it held 400 ships.", 0, "2022-05"),
        ("The old firm of Suda said on 3 May that Norda held 400 ships.", 0, "2025-05-03"),
        ("The old firm of Suda dreamt on 3 May that Norda holds 400 ships.", 0, "carried"),
        ("The old firm of Suda said on 3 May while Norda holds 400 ships.", 0, "carried"),
        ("On 3 May Norda lost 4 ships and now holds 400 ships.", 1, "carried"),
        ("Norda holds 27% of it in 2022 and 18% of Suda.", 1, "carried"),
        ("Norda holds 27 towns in 2022 and 18% of Suda.", 1, "2022 in 365"),
        ("Norda held 27% in 2022, 18% of Suda.", 1, "2022 in 365"),
        # since when
        ("Since 2022 Norda has held 400 ships.", 0, "carried since 2022-01-01"),
        ("Norda has held 400 ships since 2022.", 0, "carried since 2022-01-01"),
        (
            "Since it began its war in February 2022 Norda has held 400 ships.",
            0,
            "carried since 2022-02-01",
        ),
        ("Since its start, in 2022 Norda has held 400 ships.", 0, "2022 in 365"),
        # the year that was named before
        ("In 2024 Norda grew, and held 400 ships by the end of the year.", 0, "2024 in 366"),
        ("In 2024 Norda grew, and held 400 ships at the end of the year.", 0, "2024 in 366"),
        (
            "In 2023 Norda fell, in 2024 it grew, and holds 400 ships by the end of the year.",
            0,
            "2024 in 366",
        ),
        ("In 2024 Norda grew, and held 400 ships in 2026.", 0, FORECAST),
    ],
)
def test_a_figure_is_true_at_a_time(sentence: str, which: int, expected: str) -> None:
    assert time_told(sentence, which) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norda holds 400 ships.", "seen"),
        ("In 2022 Norda held 27% of it, compared with 18% now.", "2022 in 365"),
        (
            "Norda holds 400 ships overnight.",
            "its time hangs on the day of the page, which has none",
        ),
        ("On 3 May Norda held 400 ships.", "its time hangs on the day of the page, which has none"),
        ("On 3 May 2025 Norda held 400 ships.", "2025-05-03"),
        ("In May 2030 Norda held 400 ships.", "2030-05 in 31"),
        ("Norda holds 400 ships by the end of 2030.", "2030"),
        ("Since 2022 Norda has held 400 ships.", "seen since 2022-01-01"),
    ],
)
def test_a_text_without_a_day_has_those_that_it_states(sentence: str, expected: str) -> None:
    assert time_told(sentence, published=None) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norda sold the land it had lost for 400 ships.", PAST),
        ("Norda had lost 400 ships.", PAST),
        ("Norda said that it had lost 400 ships.", "carried"),
        ("According to Suda it had lost 400 ships.", "carried"),
        ("Norda had lost of 400 ships.", "carried"),
        ("Norda has lost 400 ships.", "carried"),
    ],
)
def test_what_had_been_is_over_unless_somebody_says_so(sentence: str, expected: str) -> None:
    assert time_told(sentence, says="lost") == expected


@pytest.mark.parametrize(
    ("verb", "is_state"),
    [
        ("controlled", True), ("occupied", True), ("had", True), ("owned", True),
        ("possessed", True), ("ruled", True), ("administered", True), ("sank", False),
        ("seized", False),
    ],
)  # fmt: skip
def test_only_a_state_that_was_is_over(verb: str, is_state: bool) -> None:
    expected = PAST if is_state else "carried"
    assert time_told(f"Norda {verb} 400 ships.", says=verb) == expected
    for helper in ("have", "has", "is", "are", "been", "be", "was", "were"):
        assert time_told(f"Norda {helper} now {verb} 400 ships.", says=verb) == "carried", helper


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Every day Norda loses 400 ships.", "carried in 1"),
        ("On an average day Norda loses 400 ships.", "carried in 1"),
        ("In each week Norda loses 400 ships.", "carried in 7"),
        ("In a typical month Norda loses 400 ships.", "carried in 30"),
        ("In an ordinary year Norda loses 400 ships.", "carried in 365"),
        ("Each time Norda loses 400 ships.", "carried"),
        ("It rained every day, while Norda loses 400 ships.", "carried"),
        ("Out there on the sea every day Norda loses 400 ships.", "carried"),
        ("Each week some 400 ships are lost.", "carried"),
        # before the relation
        ("Norda's daily losses are 400 ships.", "carried in 1"),
        ("Norda's weekly ship losses are 400 ships.", "carried in 7"),
        ("Norda's monthly old ship losses are 400 ships.", "carried in 30"),
        ("Norda's annual very old ship losses are 400 ships.", "carried"),
        ("Norda's yearly losses are 400 ships.", "carried in 365"),
        ("It rained daily while losses are 400 ships.", "carried"),
        # behind it
        ("Some 400 ships are lost every day.", "carried in 1"),
        ("Some 400 ships are lost a week.", "carried in 7"),
        ("Some 400 ships are lost per month.", "carried in 30"),
        ("Some 400 ships are lost each year.", "carried in 365"),
        ("Some 400 ships are lost daily.", "carried in 1"),
        ("Some 400 ships are lost out there each year.", "carried in 365"),
        ("Some 400 ships are lost out there again each year.", "carried"),
        ("Some 400 ships are lost out there, then each year.", "carried"),
        ("Some 400 ships are lost a while.", "carried"),
        ("In May some 400 ships are lost a day.", "2025-05 in 1"),
        ("Since May some 400 ships are lost a day.", "carried in 1"),
        ("The 400 ships lost are lost", "carried"),
    ],
)
def test_a_figure_is_told_for_a_period_by_the_words_of_its_relation(
    sentence: str, expected: str
) -> None:
    says = next(word for word in ("loses", "losses", "lost") if word in sentence)
    assert time_told(sentence, says=says) == expected


@pytest.mark.parametrize(
    ("phrase", "days", "expected"),
    [
        (None, None, None),
        (None, 366, False),
        (None, 367, None),
        ("since February 2022", None, True),
        ("since 2022", None, True),
        ("since 2021", None, False),
        ("since 24 March 2022", None, True),
        ("since 2 March 2022", None, True),
        ("since 24 January 2022", None, True),
        ("since 31 December 2021", None, False),
        ("from May 2020 to July 2020", None, False),
        ("from February 2022 to July 2025", None, True),
        ("until 2022", None, True),
        ("three years on", None, False),
    ],
)
def test_a_count_begins_with_its_day_or_near_it(
    phrase: str | None, days: int | None, expected: bool | None
) -> None:
    since = None if phrase is None else find_dates(phrase, published="2025-08-15")[0]
    time = TrueTime(None, "seen", since=since, days=days)
    assert counts_from(time, CalendarDate.parse("2022-02-24")) is expected
