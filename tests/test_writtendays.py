"""Written days: what the words of one place say of a day, whatever the language and the format."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import BadValue, CalendarDate, Unreadable, day_format_problem, read_day
from claimtrack.words.dating.monthnames import LANGUAGES


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Stand: 10. Oktober 2026", "2026-10-10"),
        ("10. October 2026", "2026-10-10"),
        ("5 mai 2026", "2026-05-05"),
        ("le 3 août 2026", "2026-08-03"),
        ("le 1er mai 2026", "2026-05-01"),
        ("29 листопада 2026", "2026-11-29"),
        ("29 de noviembre de 2025", "2025-11-29"),
        ("2026. november 29.", "2026-11-29"),
        ("2026年11月29日", "2026-11-29"),
        ("2026年11月", "2026-11"),
        ("Oktober 2026", "2026-10"),
        ("Stand: 5.3.2025, 12:00 Uhr", "2025-03-05"),
        ("as of Nov. 22, 2025", "2025-11-22"),
        ("Updated 24 July 2026 at 10:30", "2026-07-24"),
        ("10:30 on 24 July 2026", "2026-07-24"),
        ("Table 3: 24 July 2026", "2026-07-24"),
        ("2026-08 (provisional)", "2026-08"),
        ("November 2025", "2025-11"),
        ("Stand: 2025", "2025"),
        ("(2025)", "2025"),
        ("in 2025", "2025"),
    ],
)
def test_a_day_is_read_as_closely_as_it_is_written(said: str, day: str) -> None:
    assert read_day(said) == CalendarDate.parse(day)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("week 40, 2026", "40"),
        ("Week 40 of 2026", "40"),
        ("2026-W48", "W48"),
        ("FY2026", "FY2026"),
        ("fiscal 2026", "fiscal"),
        ("10 Smarch 2026", "10"),
        ("Smarch 2026", "Smarch"),
        ("Smarch, 2026", "Smarch"),
        ("31 листопада 2026", "листопада"),
        ("29 listopada 2026", "29"),
        ("24, 25 July 2026", "24"),
        ("du 3 au 5 mai 2026", "3"),
        ("3. – 5. Oktober 2026", "3"),
        ("Oktober bis Dezember 2026", "Oktober"),
        ("May 2026, 14", "14"),
    ],
)
def test_what_may_belong_to_the_date_is_not_cut_off(said: str, left: str) -> None:
    with pytest.raises(Unreadable, match=f"“{left}” beside it may be a part.*a format can say how"):
        read_day(said)


SAYS = "a format can say how it is written"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("", f"“” names no date, not one; {SAYS}"),
        ("soon", f"“soon” names no date, not one; {SAYS}"),
        ("in 2025 and in 2026", f"“in 2025 and in 2026” names 2 dates, not one; {SAYS}"),
        ("05/06/2026", "“05/06/2026” may be two dates; a format can say which (%d/%m/%Y)"),
        ("since 2025", "“since 2025” names no day, month or year of its own"),
        ("spring 2025", "“spring 2025” names no day, month or year of its own"),
        ("week 40, 2026",
         f"“week 40, 2026” would be 2026, but “40” beside it may be a part of the date; {SAYS}"),
    ],
)  # fmt: skip
def test_what_names_no_one_day_is_refused_with_what_it_names(said: str, told: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_day(said)
    assert str(refused.value) == told


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("10:30 in 2026", "2026"), ("2026, 10:30", "2026"), ("2026: 14 boats", None),
        ("May 2026; 14 boats", None), ("24 July 2026, 14 boats", "2026-07-24"),
        ("boats of 2026", None), ("boats, 2026", None), ("boats: 2026", "2026"),
        ("2026 boats", None), ("2026 | boats", "2026"), ("14: May 2026", None),
        ("14: 24 July 2026", "2026-07-24"), ("14 - 24 July 2026", None),
    ],
)  # fmt: skip
def test_what_stands_beside_a_date_is_a_part_of_it_or_none(said: str, day: str | None) -> None:
    if day is None:
        with pytest.raises(Unreadable):
            read_day(said)
    else:
        assert read_day(said) == CalendarDate.parse(day)


def test_a_format_takes_the_months_of_the_language_that_is_told() -> None:
    assert read_day("29 listopada 2026", "%d %B %Y", language="pl") == date(2026, 11, 29)
    assert read_day("29 listopada 2026", "%d %B %Y", language="hr") == date(2026, 10, 29)
    with pytest.raises(Unreadable, match="“29 listopada 2026” is not written as '%d %B %Y'"):
        read_day("29 listopada 2026", "%d %B %Y")
    with pytest.raises(Unreadable, match="is not written as '%d %m %Y'"):
        read_day("29 Oktober 2026", "%d %m %Y")


def test_a_format_that_cannot_be_used_says_what_a_day_is() -> None:
    assert day_format_problem("%A %Y") == (
        "format '%A %Y': “Friday 1999” and “Sunday 1999” are both read by it as 1999-01-01:"
        " strptime makes nothing of the rest; a day is %d with %m or %B, a week %G-W%V"
    )
    assert day_format_problem("%Y %d") == (
        "format '%Y %d': 1999-02-07 is written “1999 07” by it and read back as 1999-01-07;"
        " a day is %d with %m or %B, a month %m or %B, a week %G-W%V"
    )
    assert day_format_problem("%d%%") == "format '%d%%' says nothing of the year (%Y)"


@given(
    st.dates(date(2000, 1, 1), date(2060, 12, 31)),
    st.sampled_from(["de", "fr", "es", "pt", "it", "nl", "sv", "pl", "cs", "uk", "ru", "tr", "ro"]),
    st.sampled_from(
        ["{d} {m} {y}", "{d}. {m} {y}", "Stand: {d} {m} {y}, 10:00", "{d} de {m} de {y}"]
    ),
)
def test_a_month_of_any_language_gives_the_day_or_a_refusal(
    day: date, language: str, form: str
) -> None:
    month = LANGUAGES[language].split()[day.month - 1].partition("/")[0]
    said = form.format(d=day.day, m=month, y=day.year)
    assert read_day(said, language=language) == day
    with suppress(Unreadable):
        assert read_day(said) == day


def test_a_language_tells_which_month_a_name_is_that_two_have() -> None:
    assert read_day("29 listopada 2026", language="pl") == date(2026, 11, 29)
    assert read_day("29 listopada 2026", language="hr") == date(2026, 10, 29)
    with pytest.raises(BadValue, match="'xx' is none whose months are known: en, de"):
        read_day("2026", language="xx")


@pytest.mark.parametrize(
    ("format", "said", "day"),
    [
        ("%d.%m.%Y", "24.07.2026", "2026-07-24"),
        ("Stand: %d. %B %Y", "Stand: 10. Oktober 2026", "2026-10-10"),
        ("%d %b %Y", "5 févr. 2026", None),
        ("%d %b. %Y", "5 févr. 2026", "2026-02-05"),
        ("%b %Y", "Jun 2025", "2025-06"),
        ("%Y-%j", "2026-032", "2026-02-01"),
        ("%G-W%V", "2026-W48", "2026-11-29"),
        ("Week %V of %G", "Week 1 of 2027", "2027-01-10"),
        ("%G-W%V-%u", "2026-W48-1", "2026-11-23"),
        ("FY%Y", "FY2025", "2025"),
    ],
)
def test_a_format_says_how_a_day_is_written(format: str, said: str, day: str | None) -> None:
    assert day_format_problem(format) is None
    if day is None:
        with pytest.raises(Unreadable, match="is not written as"):
            read_day(said, format)
    else:
        assert read_day(said, format) == CalendarDate.parse(day)


@pytest.mark.parametrize(
    ("format", "complaint"),
    [
        ("Week %W %Y", "are both read by it as 1999-01-01"),
        ("%W %Y", "are both read by it as 1999-01-01"),
        ("%U/%Y", "a week %G-W%V"),
        ("%A %Y", "“Friday 1999” and “Sunday 1999” are both read"),
        ("%A %B %Y", "are both read"),
        ("%Y %d", "is written “1999 07” by it and read back as 1999-01-07"),
        ("%V %Y", "must be used with the ISO year"),
        ("%G", "must be used with the ISO week"),
        ("%j", "nothing of the year"),
        ("%d %B", "nothing of the year"),
        ("day", "nothing of the year"),
        ("%Y %Q", "bad directive"),
        ("%Y %", "stray %"),
    ],
)
def test_a_format_that_loses_what_is_written_cannot_be_used(format: str, complaint: str) -> None:
    assert complaint in (day_format_problem(format) or "")


@given(
    st.dates(date(1970, 1, 1), date(2068, 12, 31)),
    st.lists(st.sampled_from([f"%{sign}" for sign in "aAwudbBmyYjUWGVcx"]), min_size=1, max_size=4),
)
def test_a_format_that_can_be_used_reads_back_what_it_wrote(day: date, pieces: list[str]) -> None:
    format = "/".join(pieces)
    if day_format_problem(format) is None:
        found = read_day(day.strftime(format), format)
        assert found.first - timedelta(days=6) <= day <= found.last
