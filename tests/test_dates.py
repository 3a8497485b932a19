"""Phrases of time to days: the hand-worked table, the laws, and what is no date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import overload

import pytest
from datephrases import (
    AGES,
    DAYS,
    ELSEWHERE,
    MONTHS,
    NOT_DATES,
    PUBLISHED,
    SEASONS,
    SENTENCES,
    YEARS,
)
from dayswritten import days_told
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import BadDay, NotADate
from claimtrack.values import CalendarDate
from claimtrack.words import find_quantities
from claimtrack.words.counting.labels import is_month
from claimtrack.words.dates import DatePhrase, find_dates, parse_date
from claimtrack.words.dating.calendarwords import ENGLISH
from claimtrack.words.dating.phrases import phrases
from claimtrack.words.tokens import Token, tokenize

TABLE = (*DAYS, *MONTHS, *SEASONS, *YEARS, *AGES)
FEBRUARY = CalendarDate.parse("2024-02")


def bounds(found: DatePhrase) -> str:
    return f"{found.earliest or ''}..{found.latest or ''}"


def written(text: str, published: date | CalendarDate | None = PUBLISHED) -> list[str]:
    """The dates of *text* as they are written."""
    return [text[each.start : each.end] for each in find_dates(text, published=published)]


@pytest.mark.parametrize(("phrase", "expected", "precision", "relation"), TABLE)
def test_a_phrase_has_the_days_worked_out_by_hand(
    phrase: str, expected: str, precision: str, relation: str
) -> None:
    found = parse_date(phrase, published=PUBLISHED)
    assert (bounds(found), found.precision, found.relation) == (expected, precision, relation)
    assert (found.start, found.end, found.needs) == (0, len(phrase), None)


@pytest.mark.parametrize(("phrase", "precision"), ELSEWHERE)
def test_what_hangs_on_another_day_of_the_text_says_so(phrase: str, precision: str) -> None:
    found = parse_date(phrase, published=PUBLISHED)
    assert (found.needs, found.precision, found.relative) == ("context", precision, True)
    assert (found.earliest, found.latest, found.named) == (None, None, None)


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_the_dates_of_a_sentence_are_found_where_they_stand(
    text: str, expected: tuple[str, ...]
) -> None:
    assert tuple(written(text)) == expected


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_no_date_is_none(text: str) -> None:
    assert written(text) == []
    with pytest.raises(NotADate, match="it names no date"):
        parse_date(text, published=PUBLISHED)


def test_two_dates_are_not_one() -> None:
    with pytest.raises(NotADate, match="more than one") as caught:
        parse_date("in 2014 and in 2022")
    assert caught.value.text == "in 2014 and in 2022"


def test_a_date_in_other_text_is_not_that_text() -> None:
    with pytest.raises(NotADate, match="text around it"):
        parse_date("the treaty of 1997 holds")


@pytest.mark.parametrize(
    ("phrase", "calendar"),
    [
        ("on 15 August 2025", "2025-08-15"),
        ("in August 2025", "2025-08"),
        ("until 2042", "2042"),
        ("by the end of 2026", "2026"),
        ("since last month", "2025-07"),
    ],
)
def test_one_day_month_or_year_is_a_calendar_date(phrase: str, calendar: str) -> None:
    assert parse_date(phrase, published=PUBLISHED).calendar == CalendarDate.parse(calendar)


@pytest.mark.parametrize(
    "phrase",
    ["spring 2022", "8/9/2025", "mid-August", "between 2014 and 2022", "the 1990s", "last week",
     "earlier this year", "three years on"],
)  # fmt: skip
def test_anything_else_is_none(phrase: str) -> None:
    assert parse_date(phrase, published=PUBLISHED).calendar is None


def test_an_ambiguous_date_shows_both_its_readings() -> None:
    found = parse_date("8/9/2025")
    assert [each.first for each in found.readings] == [date(2025, 8, 9), date(2025, 9, 8)]
    assert parse_date("8/15/2025").readings == ()


def test_a_winter_of_one_year_may_be_either() -> None:
    found = parse_date("winter 2022")
    assert [each.first for each in found.readings] == [date(2021, 12, 1), date(2022, 12, 1)]


def test_a_month_in_figures_may_be_a_span_of_years() -> None:
    assert parse_date("2025-08").readings == ()
    assert [each.precision for each in parse_date("2004-08").readings] == ["month", "year"]


@pytest.mark.parametrize("phrase", ["last Friday", "August 15", "three years ago", "this year"])
def test_without_the_day_of_publication_a_relative_date_says_what_it_needs(phrase: str) -> None:
    found = parse_date(phrase)
    assert (found.needs, found.relative) == ("publication", True)
    assert (found.earliest, found.latest, found.named) == (None, None, None)
    known = parse_date(phrase, published=PUBLISHED)
    assert (known.needs, known.relative) == (None, True)


def test_what_is_written_out_is_not_relative() -> None:
    assert not parse_date("on 15 August 2025", published=PUBLISHED).relative


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("yesterday", "2024-01-31..2024-02-28"),
        ("last Friday", "2024-01-26..2024-02-23"),
        ("last month", "2024-01-01..2024-01-31"),
        ("three years ago", "2021-01-01..2021-12-31"),
        ("since last month", "2024-01-01.."),
    ],
)
def test_a_publication_known_to_the_month_gives_wider_bounds(phrase: str, expected: str) -> None:
    found = parse_date(phrase, published=FEBRUARY)
    assert bounds(found) == expected
    assert len(found.readings) == (5 if phrase == "last Friday" else 0)


def test_days_that_a_whole_year_of_publication_leaves_apart_are_readings() -> None:
    """And all that lies between them is none."""
    found = parse_date("on 15 August", published="2025")
    assert [each.first.isoformat() for each in found.readings] == ["2024-08-15", "2025-08-15"]
    assert not parse_date("on 15 August 2025", published="2025").readings


@pytest.mark.parametrize("phrase", [row[0] for row in TABLE if "in September" not in row])
def test_wider_bounds_hold_those_of_every_day_of_the_month(phrase: str) -> None:
    wide = parse_date(phrase, published=CalendarDate.parse("2025-08"))
    for on in (date(2025, 8, 1), date(2025, 8, 15), date(2025, 8, 31)):
        narrow = parse_date(phrase, published=on)
        assert (wide.earliest or date.min) <= (narrow.earliest or date.min)
        assert (narrow.latest or date.max) <= (wide.latest or date.max)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will meet on Monday.", "2025-08-18..2025-08-18"),
        ("They met on Monday.", "2025-08-11..2025-08-11"),
        ("He said the talks are due in March.", "2026-03-01..2026-03-31"),
        ("In March 2022 troops held the town.", "2022-03-01..2022-03-31"),
        ("The talks took place in October.", "2024-10-01..2024-10-31"),
        ("The work is expected to end by October 5.", "..2025-10-05"),
        ("The town was taken on September 1.", "2024-09-01..2024-09-01"),
        ("They will vote in two weeks.", "2025-08-25..2025-08-31"),
        ("He said late Monday that a deal could come.", "2025-08-11..2025-08-11"),
        ("It began three and a half years ago.", "2022-02-01..2022-02-28"),
        ("The summit was planned for the end of June.", "2025-06-24..2025-06-30"),
        ("It ended. On Monday it rained. They will go.", "2025-08-11..2025-08-11"),
    ],
)
def test_the_verb_says_which_one_is_meant(text: str, expected: str) -> None:
    (found,) = find_dates(text, published=PUBLISHED)
    assert bounds(found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hearing was adjourned until Monday.", "..2025-08-18"),
        ("The trial was postponed until March.", "..2026-03-31"),
        ("The match has been put off until Saturday.", "..2025-08-16"),
        ("The court adjourned the case to 12 May.", "2026-05-12..2026-05-12"),
        ("He was remanded in custody until 12 October.", "..2025-10-12"),
        ("The meeting was set for Friday.", "2025-08-15..2025-08-15"),
        ("The launch was pushed back to November.", "2025-11-01..2025-11-30"),
        ("The vote was brought forward to 4 October.", "2025-10-04..2025-10-04"),
        ("The hearing, which had been adjourned until Monday, was closed.", "..2025-08-11"),
        ("It was originally scheduled for Monday.", "2025-08-11..2025-08-11"),
        ("The firm moved to Leeds in May.", "2025-05-01..2025-05-31"),
        ("The shares are suspended until Monday.", "..2025-08-18"),
        ("The road remains shut until Tuesday.", "..2025-08-19"),
        ("He is held until Monday.", "..2025-08-18"),
        ("The shop was closed until Monday.", "..2025-08-11"),
        ("He is a man who waited until Monday.", "..2025-08-11"),
        ("Entry is free from 1 March.", "2026-03-01.."),
        ("The letter is from 1 March.", "2025-03-01.."),
        ("Sales are down from March.", "2025-03-01.."),
    ],
)
def test_what_was_put_off_or_lasts_has_its_day_ahead(text: str, expected: str) -> None:
    (found,) = find_dates(text, published=PUBLISHED)
    assert bounds(found) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The festival was moved from 26 September to 3 October.",
            "2025-09-26..2025-09-26 | 2025-10-03..2025-10-03",
        ),
        (
            "The sale was brought forward from May 2026 to March 2026.",
            "2026-05-01..2026-05-31 | 2026-03-01..2026-03-31",
        ),
        ("The drought extended from 2010 to 2020.", "2010-01-01..2020-12-31"),
        (
            "They met on 3 and 10 May.",
            "2025-05-03..2025-05-03 | 2025-05-10..2025-05-10",
        ),
        (
            "The hearings are set for 3, 10, and 17 October.",
            "2025-10-03..2025-10-03 | 2025-10-10..2025-10-10 | 2025-10-17..2025-10-17",
        ),
        (
            "They met on the 3rd and 10th of May 2024.",
            "2024-05-03..2024-05-03 | 2024-05-10..2024-05-10",
        ),
        ("The ferry sank overnight on 3-4 June.", "2025-06-03..2025-06-04"),
        ("The ferry sank overnight.", "2025-09-17..2025-09-17"),
        ("It scored 3 and 10 May follow.", "2025-05-10..2025-05-10"),
        ("Trains did not run on 10 May.", "2025-05-10..2025-05-10"),
        ("Trains could not run on 10 May.", "2025-05-10..2025-05-10"),
        ("Trains will not run on 10 May.", "2026-05-10..2026-05-10"),
        ("The bus didn't arrive on 2 April.", "2025-04-02..2025-04-02"),
        ("The store did not close in October.", "2024-10-01..2024-10-31"),
        ("The match was scheduled for 22 September.", "2025-09-22..2025-09-22"),
        ("The match was scheduled for 8 September.", "2025-09-08..2025-09-08"),
    ],
)
def test_what_was_moved_listed_or_denied_has_its_own_days(text: str, told: str) -> None:
    assert days_told(text) == told


def test_a_year_is_shared_by_what_is_listed() -> None:
    first, second = find_dates("in June and July 2026")
    assert (bounds(first), bounds(second)) == ("2026-06-01..2026-06-30", "2026-07-01..2026-07-31")


def test_a_day_of_a_year_told_elsewhere_hangs_on_it() -> None:
    (found,) = find_dates("on May 20 of that year", published=PUBLISHED)
    assert (found.needs, found.precision) == ("context", "day")


def test_a_length_of_time_is_no_date_where_nothing_is_to_come() -> None:
    assert written("They took the town in two weeks.") == []


def test_the_weekday_of_publication_is_that_day() -> None:
    assert parse_date("on Friday", published=PUBLISHED).calendar == PUBLISHED
    assert parse_date("last Friday", published=PUBLISHED).calendar == PUBLISHED - timedelta(7)


def test_weeks_are_those_of_iso_8601() -> None:
    new_year = parse_date("this week", published=date(2021, 1, 1))
    assert bounds(new_year) == "2020-12-28..2021-01-03"


def test_a_leap_day_without_its_year_is_the_last_there_was() -> None:
    assert parse_date("February 29", published=date(2027, 8, 1)).calendar == date(2024, 2, 29)
    assert parse_date("February 29", published=date(1905, 8, 1)).calendar == date(1904, 2, 29)


def test_a_month_later_is_never_past_the_end_of_the_month() -> None:
    found = parse_date("over the past month", published=date(2025, 3, 31))
    assert bounds(found) == "2025-02-28..2025-03-31"


FORMS = (
    "{d} {month} {y}", "{month} {d}, {y}", "{mon}. {d}, {y}", "{d} {mon} {y}", "{month} {th}, {y}",
    "the {th} of {month} {y}", "{y}-{m:02}-{d:02}", "{d:02}.{m:02}.{y}", "{y}/{m:02}/{d:02}",
    "{weekday}, {month} {d}, {y}", "on {d} {month} {y}", "{weekday} {d} {month} {y}",
)  # fmt: skip
MONTH_NAMES = [name for name in ENGLISH.months if len(name) > 3 or name == "may"]
MONTH_NAMES.remove("sept")
WEEKDAYS = list(ENGLISH.weekdays)


def formatted(on: date, form: str) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(on.day if on.day in {1, 2, 3} else on.day % 10, "th")
    ending = "th" if 11 <= on.day <= 13 else ending
    name = MONTH_NAMES[on.month - 1].title()
    return form.format(
        d=on.day, m=on.month, y=on.year, month=name, mon=name[:3], th=f"{on.day}{ending}",
        weekday=WEEKDAYS[on.weekday()].title(),
    )  # fmt: skip


days = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))


@given(days, st.sampled_from(FORMS))
def test_a_day_in_any_form_is_that_day_again(on: date, form: str) -> None:
    found = parse_date(formatted(on, form))
    assert found.calendar == on
    assert (found.earliest, found.latest, found.relative) == (on, on, False)


@given(days, st.sampled_from(FORMS), st.sampled_from(["", "Troops left ", "“", "Kyiv, "]))
def test_the_offsets_are_those_of_the_phrase(on: date, form: str, before: str) -> None:
    phrase = formatted(on, form)
    assert written(f"{before}{phrase} and no more.") == [phrase]


PIECES = sorted(
    {word for row in (*TABLE, *ELSEWHERE, *SENTENCES) for word in str(row[0]).split()}
    | {"'", "-", ".", ",", "s", "th", "2014", "99", "0", "99999", "of", "the", "\u0663", "٢٠١٤"}
)
texts = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
)
publications = st.one_of(
    st.none(), st.dates(), st.builds(CalendarDate, st.dates(), st.sampled_from(["month", "year"]))
)


@given(texts, publications)
def test_any_text_is_read_without_an_error(
    text: str, published: date | CalendarDate | None
) -> None:
    end = 0
    for found in find_dates(text, published=published):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        if found.earliest is not None and found.latest is not None:
            assert found.earliest <= found.latest
        assert (found.named is None) == (found.needs is not None)
        assert found.needs is None or found.relative


class Counting(Sequence[Token]):
    """Tokens that count how often one of them is looked at."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.looks = 0

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Token]: ...
    def __getitem__(self, at: int | slice) -> Token | Sequence[Token]:
        self.looks += 1
        return self.tokens[at]


@pytest.mark.parametrize(
    "piece",
    ["the end of the ", "early ", "last ", "from 2014 to ", "between ", "15 ", "15-", "2014-",
     "the ", "August ", "by the ", "in 2014 until ", "more than three ", "will on Friday ", "'"],
)  # fmt: skip
def test_reading_takes_steps_in_proportion_to_the_text(piece: str) -> None:
    looks = []
    for length in (200, 400):
        tokens = Counting(tokenize(piece * length))
        list(phrases(tokens, ENGLISH))
        looks.append(tokens.looks)
    assert looks[1] <= 2.1 * looks[0] + 500


@pytest.mark.parametrize("piece", ["2014-", "1,", "9"])
def test_a_megabyte_is_read(piece: str) -> None:
    assert isinstance(find_dates(piece * (1_000_000 // len(piece)), published=PUBLISHED), list)


@pytest.mark.parametrize("name", ENGLISH.months)
def test_quantities_know_the_same_months(name: str) -> None:
    (token, *_) = tokenize(name.title())
    assert is_month(token)


def test_a_month_has_one_name_and_its_shorter_forms() -> None:
    forms = ENGLISH.month_forms
    assert [*forms][:2] == ["january", "february"]
    assert (len(forms), forms["may"], forms["september"]) == (12, (), ("sept", "sep"))


WRITTEN_OUT = [row[0] for row in TABLE if not parse_date(row[0], published=PUBLISHED).relative]


@pytest.mark.parametrize("phrase", WRITTEN_OUT)
def test_what_is_a_date_is_no_quantity(phrase: str) -> None:
    text = f"The town fell {phrase} and more."
    taken = {place for each in find_dates(text) for place in range(each.start, each.end)}
    counted = [q for q in find_quantities(text) if taken & set(range(q.start, q.end))]
    assert [text[q.start : q.end] for q in counted] == []


# -- what is to come ----------------------------------------------------------------------------

SPRING = "2026-03-18"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The work must be finished by June.", "..2026-06-30"),
        ("The bill is expected to be signed on Friday.", "2026-03-20..2026-03-20"),
        ("The truce runs until June.", "..2026-06-30"),
        ("Polls open on 3 May.", "2026-05-03..2026-05-03"),
        ("The vote is on Friday.", "2026-03-20..2026-03-20"),
        ("Ministers meet on Thursday.", "2026-03-19..2026-03-19"),
        ("Ministers are to meet on Thursday.", "2026-03-19..2026-03-19"),
        ("Talks begin on Monday.", "2026-03-23..2026-03-23"),
        ("Talks began on Monday.", "2026-03-16..2026-03-16"),
        ("Ministers met on Thursday.", "2026-03-12..2026-03-12"),
        ("The port was open on Friday.", "2026-03-13..2026-03-13"),
        ("It was finished by June.", "..2025-06-30"),
        ("Crowds watched the vote on Friday.", "2026-03-13..2026-03-13"),
        ("They have been in power since June.", "2025-06-01.."),
        ("They hold it as of March 3.", "2026-03-03..2026-03-03"),
        ("Half of it is theirs as of Friday.", "2026-03-13..2026-03-13"),
        ("Polls open on 3 March.", "2026-03-03..2026-03-03"),
        ("The lease runs until February.", "..2027-02-28"),
        ("It will grow between March and May.", "2026-03-01..2026-05-31"),
        ("It grew between March and May.", "2025-03-01..2025-05-31"),
    ],
)
def test_the_verb_beside_a_date_says_whether_it_was_or_is_to_come(text: str, expected: str) -> None:
    (found,) = find_dates(text, published=SPRING)
    assert (bounds(found), found.readings) == (expected, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elections in June", ["2025-06-01", "2026-06-01"]),
        ("The deal on Friday", ["2026-03-13", "2026-03-20"]),
        ("by June", ["2025-06-01", "2026-06-01"]),
    ],
)
def test_where_no_verb_tells_a_nearer_day_to_come_is_a_reading_too(
    text: str, expected: list[str]
) -> None:
    (found,) = find_dates(text, published=SPRING)
    assert [span.first.isoformat() for span in found.readings] == expected


@pytest.mark.parametrize("text", ["The price on Monday", "Friday", "Updated: Friday"])
def test_a_day_that_stands_alone_or_is_the_nearer_one_was(text: str) -> None:
    (found,) = find_dates(text, published=SPRING)
    assert found.readings == ()
    assert found.latest is not None
    assert found.latest < date(2026, 3, 18)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("until at least 2042", "2042-01-01.."),
        ("not until after 2042", "2043-01-01.."),
        ("the Monday before last", "2026-03-09..2026-03-09"),
        ("the Friday after next", "2026-03-27..2026-03-27"),
        ("the week before last", "2026-03-02..2026-03-08"),
        ("in the week of 3 March", "2026-03-02..2026-03-08"),
        ("between March and May", "2026-03-01..2026-05-31"),
        ("in two years' time", "2028-01-01..2028-12-31"),
        ("in a week’s time", "2026-03-23..2026-03-29"),
        ("this winter", "2025-12-01..2026-02-28"),
    ],
)
def test_times_told_by_those_around_them_are_found(text: str, expected: str) -> None:
    found = parse_date(text, published=SPRING)
    assert (bounds(found), text[found.start : found.end]) == (expected, text)


def test_publication_is_any_day_argument() -> None:
    expected = find_dates("on Friday", published=date(2026, 3, 18))
    assert find_dates("on Friday", published="2026-03-18") == expected
    assert find_dates("on Friday", published=datetime(2026, 3, 18, 9, tzinfo=UTC)) == expected
    with pytest.raises(BadDay):
        find_dates("on Friday", published="18 March")


# Years, and what is joined to them


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 1500 and 2000 tanks", []),
        ("between 2014 and 2022, it rained", ["between 2014 and 2022 from-to 2014..2022"]),
        ("from 1997 until 2017 it stood", ["from 1997 until 2017 from-to 1997..2017"]),
        ("it stood 1997 - 2017", ["1997 - 2017 from-to 1997..2017"]),
        ("it ran 2014/15", ["2014/15 from-to 2014..2015"]),
        ("it ran 1999-00", ["1999-00 from-to 1999..2000"]),
        ("the 2014-15 season", ["2014-15 from-to 2014..2015"]),
        ("it ran 2014/16", []),
        ("it ran 1998-00", []),
        ("it ran 2014-2012", []),
        ("the B2014-2015 line", []),
        ("the line 2014-2015-2016", []),
        ("the line 2014-15/16", []),
        ("the code 2014-123-12", []),
        ("the code 2014-12-123", []),
        ("the code 2014-13-12", []),
        ("in 2014 BC", []),
        ("the 2000 tanks", []),
        ("over 2000 tanks", []),
        ("2000 houses fell", []),
        ("1914 people came", []),
        ("the pre-2014 line", ["pre-2014 before ..2013"]),
        ("the post-2022 line", ["post-2022 after 2023.."]),
        ("it fell (2014)", ["2014 on 2014..2014"]),
        ("it fell “2014”", ["2014 on 2014..2014"]),
        ("it fell [2014]", ["2014 on 2014..2014"]),
        ("in about 2014", ["in about 2014 about 2013..2015"]),
        ("since 2014 on", ["since 2014 on since 2014.."]),
        ("since 2014 on paper", ["since 2014 since 2014.."]),
        ("from 2014 onwards", ["from 2014 onwards since 2014.."]),
        ("2014 onwards", ["2014 onwards since 2014.."]),
        ("more than three years ago", ["more than three years ago before ..2022"]),
        ("Monday to Friday", ["Monday to Friday from-to 2025..2025"]),
        ("from Monday to Friday", ["from Monday to Friday from-to 2025..2025"]),
        ("Monday to June", ["Monday on 2025..2025", "June on 2025..2025"]),
        ("they met in two weeks", []),
        ("they will meet in two weeks", ["in two weeks on 2025..2025"]),
        ("three years after the war", ["three years after on .."]),
    ],
)
def test_a_year_is_joined_to_what_belongs_to_it(text: str, expected: list[str]) -> None:
    def year(day: date | None) -> str:
        return "" if day is None else str(day.year)

    assert [
        f"{text[each.start : each.end]} {each.relation} {year(each.earliest)}..{year(each.latest)}"
        for each in find_dates(text, published=PUBLISHED)
    ] == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("in June of 2024", "2024-06-01"),
        ("in June, 2024", "2024-06-01"),
        ("in June of this year", "2025-06-01"),
        ("in June of the year", "2025-06-01"),
        ("in June of last year", "2024-06-01"),
        ("in June and July 2026", "2026-06-01"),
        ("from June to July 2026", "2026-06-01"),
        ("in the spring of 2026", "2026-03-01"),
        ("on 3 and 4 June 2026", "2026-06-03"),
        ("June, this year", "2025-06-01"),
        ("June 2024%", "2025-06-01"),
    ],
)
def test_a_month_takes_the_year_that_is_written_with_it(text: str, day: str) -> None:
    assert str(find_dates(text, published=PUBLISHED)[0].earliest) == day


@pytest.mark.parametrize("text", ["in June of the same year", "in summer of the following year"])
def test_a_month_of_a_year_told_elsewhere_needs_it(text: str) -> None:
    (found,) = find_dates(text, published=PUBLISHED)
    assert (text[found.start : found.end], found.needs) == (text, "context")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it will run from Friday to Monday", ["2025-08-15..2025-08-18"]),
        ("it will run from December to February", ["2025-12-01..2026-02-28"]),
        ("from December to February it rained", ["2024-12-01..2025-02-28"]),
        ("from June to 5 July it rained", ["2025-06-01..2025-07-05"]),
        ("from June 2026 to July", ["2026-06-01..2026-07-31"]),
        ("from 3 June to 5 July 2026", ["2026-06-03..2026-07-05"]),
        ("from June 3 to 5, 2026", ["2026-06-03..2026-06-05"]),
        ("from the 3rd to the 5th of June 2026", ["2026-06-03..2026-06-05"]),
        ("from 15 August to 15 August", ["2025-08-15..2025-08-15"]),
        ("from 2017 to 1997", []),
        ("in the first half of 2024", ["2024-01-01..2024-06-30"]),
        ("in the second half of 2024", ["2024-07-01..2024-12-31"]),
        ("in the first half of this year", ["2025-01-01..2025-06-30"]),
        ("in the first half of June 2024", ["2024-06-01..2024-06-15"]),
        ("in the second half of June 2024", ["2024-06-16..2024-06-30"]),
        ("in the first half of this week", ["2025-08-11..2025-08-13"]),
        ("in the second half of last week", ["2025-08-07..2025-08-10"]),
        ("in June 1,850 people came", ["2025-06-01..2025-06-30"]),
        ("in June 3 per cent came", ["2025-06-01..2025-06-30"]),
        ("in June 3 percent came", ["2025-06-01..2025-06-30"]),
        ("1850: it fell", ["1850-01-01..1850-12-31"]),
    ],
)
def test_a_range_goes_from_its_first_day_to_its_last(text: str, expected: list[str]) -> None:
    found = find_dates(text, published=PUBLISHED)
    assert [bounds(each) for each in found] == expected
    assert [each for one in found for each in one.readings] == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # What is scheduled is to come, whatever stands before it says so.
        ("The toll will start in November.", "2026-11-01..2026-11-30"),
        ("The toll will take effect in November.", "2026-11-01..2026-11-30"),
        ("The levy, which will start in October, is new.", "2026-10-01..2026-10-31"),
        ("The truce will not also begin on 5 November.", "2026-11-05..2026-11-05"),
        ("The grant will end in January.", "2027-01-01..2027-01-31"),
        ("The ferry would begin in November, she said.", "2026-11-01..2026-11-30"),
        ("The ferry starts in November.", "2026-11-01..2026-11-30"),
        ("The pier is to start in November.", "2026-11-01..2026-11-30"),
        ("The pier is due to open in October.", "2026-10-01..2026-10-31"),
        ("The pier is set to close in December.", "2026-12-01..2026-12-31"),
        ("The aid is going to end in January.", "2027-01-01..2027-01-31"),
        ("From November, pensions will rise.", "2026-11-01.."),
        ("The work will have ended by November.", "..2026-11-30"),
        # So is what a question, a headline or a plan speaks of.
        ("Will the toll start in February?", "2027-02-01..2027-02-28"),
        ("Will the court rule in November?", "2026-11-01..2026-11-30"),
        ("Toll to start in November", "2026-11-01..2026-11-30"),
        ("Court to rule in November, says clerk", "2026-11-01..2026-11-30"),
        ("The town backed a plan to start in November.", "2026-11-01..2026-11-30"),
        ("The club agreed to begin in November.", "2026-11-01..2026-11-30"),
        # What was to come once, or has come, is past.
        ("The pier was to start in November.", "2025-11-01..2025-11-30"),
        ("The pier was due to open in October.", "2025-10-01..2025-10-31"),
        ("The club was unlikely to start in November.", "2025-11-01..2025-11-30"),
        ("The club failed to start in November.", "2025-11-01..2025-11-30"),
        ("The ferry started in November.", "2025-11-01..2025-11-30"),
        ("It may have begun in November.", "2025-11-01..2025-11-30"),
        ("The work would have ended in November.", "2025-11-01..2025-11-30"),
        ("He flew to Rome to meet the pope in November.", "2025-11-01..2025-11-30"),
        ("Will Ames started in November.", "2025-11-01..2025-11-30"),
        # What is told as scheduled has hardly been.
        ("Polls open on 3 March.", "2026-03-03..2026-03-03"),
        ("Polls open on 3 January.", "2027-01-03..2027-01-03"),
    ],
)
def test_the_verb_before_a_scheduled_one_tells_when(sentence: str, expected: str) -> None:
    [found] = find_dates(sentence, published=SPRING)
    assert bounds(found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A figure that counts is no year, whatever year it looks like.
        ("She scored 2024 points.", []),
        ("He has 1850 goals to his name.", []),
        ("A fleet of 1850 ships sailed.", []),
        ("They reached a total of 2024.", []),
        ("An oak of 1000 years fell, a 1000 year old oak.", []),
        ("The 2024 points were lost.", ["2024-01-01..2024-12-31"]),
        ("The audit has 2023 data.", ["2023-01-01..2023-12-31"]),
        # What happened is named by its year.
        ("The battle of 1066 was short.", ["1066-01-01..1066-12-31"]),
        ("The siege of 1453 soldiers ended.", []),
        ("The class of 1968 met.", ["1968-01-01..1968-12-31"]),
        ("The summer of 1969 was hot.", ["1969-06-01..1969-08-31"]),
        # A person is no month, nor is a march.
        ("The May government fell.", []),
        ("Mr May, and Theresa May, said so.", []),
        ("The march of time, the march of the miners.", []),
        ("The May cabinet meeting was long.", ["2025-05-01..2025-05-31"]),
        # Any Friday is none that is known.
        ("The 1st of June 1939 was a Thursday.", ["1939-06-01..1939-06-01"]),
        ("He was born on a Friday in May 1950.", ["1950-05-01..1950-05-31"]),
        ("She spoke at a Friday news conference.", ["2026-03-13..2026-03-13"]),
        # Counted from what the text names, it is no time after publication.
        ("Within a month of the invasion, the town fell.", [".."]),
        ("He quit within two years after the vote.", [".."]),
        ("It must pay within 30 days.", ["2026-03-18..2026-04-17"]),
        ("It must pay within a year from now.", ["2026-03-18..2027-03-18"]),
        # What was done within a time began when the text tells.
        ("Within a month, the town fell.", [".."]),
        ("Within a month the town had fallen.", [".."]),
        ("Prices doubled within two years.", [".."]),
        ("Half of them were back within a week.", [".."]),
        ("Within a month, the town will fall.", ["2026-03-18..2026-04-18"]),
        ("He said the town would fall within a month.", ["2026-03-18..2026-04-18"]),
        ("The court ordered it to pay within 30 days.", ["2026-03-18..2026-04-17"]),
        ("They demanded his release within 30 days.", ["2026-03-18..2026-04-17"]),
        ("She said a deal is near. It closes within a week.", ["2026-03-18..2026-03-25"]),
        # Up to a time takes it in, before it none of it.
        ("It was sold before 2020.", ["..2019-12-31"]),
        ("It was sold before May 2025.", ["..2025-04-30"]),
        ("It has been shut since May 2025.", ["2025-05-01.."]),
        ("It stays shut until May 2027.", ["..2027-05-31"]),
    ],
)
def test_a_word_beside_tells_what_is_a_date(text: str, expected: list[str]) -> None:
    assert [bounds(each) for each in find_dates(text, published=SPRING)] == expected


def test_what_is_counted_from_the_text_needs_it() -> None:
    [found] = find_dates("Within a month of the invasion, the town fell.", published=SPRING)
    assert (found.needs, found.named, found.precision) == ("context", None, "month")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # A weekday that is counted in a month is a day of that month.
        ("the first Tuesday in November 2024", "2024-11-05..2024-11-05"),
        ("the last Sunday of March 2024", "2024-03-31..2024-03-31"),
        ("will fall on the second Sunday of May", "2024-05-12..2024-05-12"),
        ("the 1st Monday of June 2025", "2025-06-02..2025-06-02"),
        ("will meet on the last Friday of next month", "2024-04-26..2024-04-26"),
        ("the fifth Monday of February 2024", ""),
        # Of anything else it hangs on that.
        ("the last Sunday of the war", "?"),
        ("the second Sunday after the vote", "?"),
        ("It rained last Tuesday in Paris.", "2024-03-12..2024-03-12"),
        # The day of another week.
        ("it will meet on Friday week", "2024-03-22..2024-03-22"),
        ("met on Tuesday last week", "2024-03-05..2024-03-05"),
        ("will meet on Monday of next week", "2024-03-18..2024-03-18"),
        ("it opened a year ago today", "2023-03-13..2023-03-13"),
        ("it opened two weeks ago yesterday", "2024-02-27..2024-02-27"),
        # A day that no month has is no year either.
        ("32 May 2024", ""),
        ("May 32, 2024", ""),
        ("in the run-up to 2025", "..2024-12-31"),
        ("a lead-up to 2025", "..2024-12-31"),
        ("the turn of the century", "1991-01-01..2010-12-31"),
        ("the turn of the 20th century", "1891-01-01..1910-12-31"),
        ("the turn of the year", "2023-12-01..2024-01-31"),
        ("the summer of '98", "1998-06-01..1998-08-31"),
        ("in May ’24", "2024-05-01..2024-05-31"),
        # An edge in words before the date, or behind it.
        ("June 2024 at the earliest", "2024-06-01.."),
        ("in June 2024 at the latest", "..2024-06-30"),
        ("at the earliest in June 2024", "2024-06-01.."),
        ("not until June 2025", "2025-06-01.."),
        ("on or after 1 June 2024", "2024-06-01.."),
        ("June 2024 or later", "2024-06-01.."),
    ],
)
def test_days_are_counted_and_bounded_as_the_words_do(text: str, days: str) -> None:
    found = find_dates(text, published="2024-03-13")
    told = ["?" if one.needs else f"{one.earliest or ''}..{one.latest or ''}" for one in found]
    assert told == ([days] if days else [])


def test_of_two_months_that_share_their_year_both_are_found() -> None:
    found = find_dates("May and June 2024", published="2024-03-13")
    assert [str(one.calendar) for one in found] == ["2024-05", "2024-06"]


def test_an_edge_before_another_date_is_that_ones() -> None:
    found = find_dates("It stood until 2014 or before 2012.")
    assert [(one.relation, one.latest) for one in found] == [
        ("until", date(2014, 12, 31)),
        ("before", date(2011, 12, 31)),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Wednesday, September 10: shares fall.", "2025-09-10..2025-09-10"),
        ("August 29: The tribunal ruled.", "2025-08-29..2025-08-29"),
        ("On June 5: 'We won'", "2025-06-05..2025-06-05"),
        ("September 10 : shares fall.", "2025-09-10..2025-09-10"),
        ("The freeze will run from 1 October to 31 March 2026.", "2025-10-01..2026-03-31"),
        ("The session lasts from October to June 2026.", "2025-10-01..2026-06-30"),
        ("It runs from November to March 2026.", "2025-11-01..2026-03-31"),
        ("It ran from March to May 2022.", "2022-03-01..2022-05-31"),
        ("It rained from 28 December to 2 January 2024.", "2023-12-28..2024-01-02"),
        ("Between December and February 2020 it snowed.", "2019-12-01..2020-02-29"),
        ("The term ran from October 2023 until June 2024.", "2023-10-01..2024-06-30"),
        (
            "It fell in December and January 2024.",
            "2023-12-01..2023-12-31 | 2024-01-01..2024-01-31",
        ),
        (
            "Prices rose in December and November 2024.",
            "2024-12-01..2024-12-31 | 2024-11-01..2024-11-30",
        ),
        (
            "Prices rose in December 2024 and January.",
            "2024-12-01..2024-12-31 | 2025-01-01..2025-01-31",
        ),
        ("It was shut between Christmas and Easter 2024.", "2023-12-25..2024-04-01"),
        ("It was shut between Easter and Christmas 2024.", "2024-03-29..2024-12-25"),
        ("It ran from autumn to spring 2024.", "2023-09-01..2024-05-31"),
        ("It ran from spring to autumn 2024.", "2024-03-01..2024-11-30"),
        ("Sales fell from Q3 to Q1 2024.", "2023-07-01..2024-03-31"),
        (
            "Inflation slowed in July from June.",
            "2025-07-01..2025-07-31 | 2025-06-01..2025-06-30",
        ),
        (
            "Sales rose 3% in August 2025 from August 2024.",
            "2025-08-01..2025-08-31 | 2024-08-01..2024-08-31",
        ),
        ("From 2026, buyers will pay more.", "2026-01-01..-"),
        ("He retired in '98.", "1998-01-01..1998-12-31"),
        ("Two Sundays ago he preached.", "2025-09-07..2025-09-07"),
        ("They caught him in November.", "2024-11-01..2024-11-30"),
        ("He taught there in November.", "2024-11-01..2024-11-30"),
        ("Storms swept in in November.", "2024-11-01..2024-11-30"),
        ("PO Box 2020 is closed.", "none"),
        ("He watched Friday Night Lights.", "none"),
        ("Mr Friday and Ms Monday wed.", "none"),
    ],
)
def test_dates_are_read_as_sentences_write_them(text: str, told: str) -> None:
    assert days_told(text) == told
