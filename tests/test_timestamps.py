"""Timestamps: moments and days as pages write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import BadValue
from claimtrack.values import CalendarDate
from claimtrack.words.articles.timestamps import FIRST_YEAR, LAST_YEAR, day_of, days_in, time_of
from claimtrack.words.dating.monthnames import LANGUAGES, month_of, names_in


def zone(hours: float) -> timezone:
    return timezone(timedelta(hours=hours))


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2010-02-22T11:53:04+00:00", datetime(2010, 2, 22, 11, 53, 4, tzinfo=UTC)),
        ("2021-02-01T10:00:00.000Z", datetime(2021, 2, 1, 10, tzinfo=UTC)),
        ("2020-10-27T17:52-07:00", datetime(2020, 10, 27, 17, 52, tzinfo=zone(-7))),
        ("2020-03-04 10:00:00 -0500", datetime(2020, 3, 4, 10, tzinfo=zone(-5))),
        ("2020-03-04T10:00:00+05:30", datetime(2020, 3, 4, 10, tzinfo=zone(5.5))),
        ("Mon, 22 Feb 2010 11:53:04 +0000", datetime(2010, 2, 22, 11, 53, 4, tzinfo=UTC)),
        ("Sun Nov 23 16:00:00 EDT 2014", datetime(2014, 11, 23, 16, tzinfo=zone(-4))),
        ("1676551869", datetime(2023, 2, 16, 12, 51, 9, tzinfo=UTC)),
        ("1676551869000", datetime(2023, 2, 16, 12, 51, 9, tzinfo=UTC)),
        ("20200304T101500Z", datetime(2020, 3, 4, 10, 15, tzinfo=UTC)),
    ],
)
def test_a_moment_with_a_zone_keeps_it(written: str, moment: datetime) -> None:
    found = time_of(written)
    assert isinstance(found, datetime)
    assert (found, found.utcoffset()) == (moment, moment.utcoffset())


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2020-03-04T10:15:30+01:00", "2020-03-04T10:15:30+01:00"),
        ("2020-03-04T10:15:30.75-01:30", "2020-03-04T10:15:30-01:30"),
        ("2020-03-04T10:15-0045", "2020-03-04T10:15:00-00:45"),
        ("2020-03-04T10:15+02", "2020-03-04T10:15:00+02:00"),
        ("2020-03-04T10:15+23:59", "2020-03-04T10:15:00+23:59"),
        ("2020-03-04T00:00:00+00:00", "2020-03-04T00:00:00+00:00"),
        ("2020-03-04, 10:15 (CET) by post", "2020-03-04T10:15:00+01:00"),
        ("2020-03-04 10:15 PST", "2020-03-04T10:15:00-08:00"),
        ("2020-3-4 9:05 GMT", "2020-03-04T09:05:00+00:00"),
        ("20200304101530Z", "2020-03-04T10:15:30+00:00"),
        ("20200304T10:15:30Z", "2020-03-04T10:15:30+00:00"),
        ("Wed, 04 Mar 2020 10:15:30 GMT", "2020-03-04T10:15:30+00:00"),
        ("Wednesday, 4-March-2020 10:15 +0130", "2020-03-04T10:15:00+01:30"),
        ("Wed Mar 4 10:15:30 CET 2020", "2020-03-04T10:15:30+01:00"),
        ("Wed Mar 04 10:15:30 UTC 2020", "2020-03-04T10:15:30+00:00"),
        ("1583316930", "2020-03-04T10:15:30+00:00"),
        ("1000000000", "2001-09-09T01:46:40+00:00"),
        ("4102444799", "2099-12-31T23:59:59+00:00"),
        # no zone, no time, or one that means several: the day
        ("Wed, 04 Mar 2020 10:15:30", "2020-03-04"),
        ("Wed Mar 4 10:15:30 2020", "2020-03-04"),
        ("Wed Mar 4 10:15:30 CST 2020", "2020-03-04"),
        ("20200304101530", "2020-03-04"),
        ("2020-03-04T10:15+24:00", "2020-03-04"),
        ("2020-03-04T10:15-24:00", "2020-03-04"),
        ("2020-03-04T24:00:00Z", "2020-03-04"),
        ("2020-03-04T10:60Z", "2020-03-04"),
        ("2020-03-04T10:15:60Z", "2020-03-04"),
        ("1994-01-01", "1994-01-01"),
        ("2099-12-31", "2099-12-31"),
        # neither
        ("1993-12-31", "None"),
        ("2100-01-01", "None"),
        ("4102444800", "None"),
        ("0000000001", "None"),
        ("2020-02-30T10:15Z", "None"),
        ("Wed, 04 Xyz 2020 10:15:30 GMT", "None"),
        ("Wed Xyz 4 10:15:30 GMT 2020", "None"),
        ("Wed, 31 Feb 2020 10:15:30 GMT", "None"),
        ("1 January 1993", "None"),
    ],
)  # fmt: skip
def test_every_part_of_a_moment_is_read(written: str, moment: str) -> None:
    found = time_of(written)
    assert (found.isoformat() if isinstance(found, datetime) else str(found)) == moment


@pytest.mark.parametrize(
    ("written", "language", "day"),
    [
        ("12/03/2020", "en", date(2020, 12, 3)),
        ("12/03/2020", "de", date(2020, 3, 12)),
        ("13/03/2020", "en", date(2020, 3, 13)),
        ("03/12/2020", "fr", date(2020, 12, 3)),
        ("12/13/2020", "fr", date(2020, 12, 13)),
        ("12/12/20", "EN-us", date(2020, 12, 12)),
        ("03/04/20", "EN-us", date(2020, 3, 4)),
        ("03.04.2020", "en-US", date(2020, 4, 3)),
        ("03-04-2020", "en-US", date(2020, 4, 3)),
        ("13/13/2020", "en", None),
        ("4 listopada 2020", "hr", date(2020, 10, 4)),
        ("listopada 4, 2020", "pl-PL", date(2020, 11, 4)),
        ("2020 listopada 4", "pl", date(2020, 11, 4)),
        ("4 listopada 2020", None, None),
        ("4 Harbour 2020", None, None),
        ("4 March 20203:33 PM", None, date(2020, 3, 4)),
        ("March 4, 202011:05", None, date(2020, 3, 4)),
        ("4 March 20203", None, None),
        ("Ann Holm2020-03-04", None, date(2020, 3, 4)),
    ],
)
def test_a_day_is_read_as_its_language_writes_it(
    written: str, language: str | None, day: date | None
) -> None:
    assert [found.first for found in days_in(f"On {written}.", language)] == [day] * bool(day)
    assert time_of(written, language) == (day and CalendarDate(day))


@pytest.mark.parametrize(
    ("written", "day"),
    [("2020-03-04T23:30-08:00", date(2020, 3, 4)), ("4 March 2020", date(2020, 3, 4))],
)
def test_a_moments_day_is_that_of_its_own_zone(written: str, day: date) -> None:
    found = time_of(written)
    assert found is not None
    assert day_of(found) == day
    assert type(day_of(found)) is date


@pytest.mark.parametrize(
    "written",
    [
        "2020-03-04", "2020-03-04T10:00:00", "2020-03-04 10:00", "20200304", "2020/03/04",
        "2020.03.04", "4. März 2020", "4 mars 2020", "4 de marzo de 2020", "4 marzo 2020",
        "4. maaliskuuta 2020", "2020. március 4.", "4 marca 2020", "4 марта 2020 г.",
        "4 березня 2020", "2020年3月4日", "2020년 3월 4일", "March 4th, 2020", "Mar. 4, 2020",
        "4 Mar 2020", "Published on March 4, 2020 at 10:15 am", "Stand: 04.03.2020, 10:15 Uhr",
        "04 | 03 | 2020", "Datum:4. März 2020", "4.3.20", "2020-03-04T10:00:00 ABC",
        "2020-03-04T25:99:00+01:00", "ngày 4 tháng 3 năm 2020", "4 مارس/آذار 2020",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    assert time_of(written) == CalendarDate(date(2020, 3, 4))


@pytest.mark.parametrize(
    ("language", "month"), [("en", 3), ("en-US", 3), ("en-GB", 4), ("fr", 4), (None, 4)]
)
def test_the_language_tells_whether_the_month_comes_first(language: str | None, month: int) -> None:
    assert time_of("03/04/2020", language) == CalendarDate(date(2020, month, 7 - month))


def test_a_figure_over_twelve_is_the_day_in_every_language() -> None:
    assert time_of("31/03/2020", "en-US") == time_of("03/31/2020", "fr-FR")
    assert time_of("31/03/2020", "en-US") == CalendarDate(date(2020, 3, 31))


@pytest.mark.parametrize(
    "written",
    [
        "", "yesterday", "0001-01-01T00:00:00Z", "0", "1970-01-01", "2020-13-40", "31.02.2020",
        "10.2.3.4", "call 020 7946 0991", "32 March 2020", "May 2020", "9999-12-31", "v1.2.2020.4",
    ],
)  # fmt: skip
def test_what_is_no_day_is_none(written: str) -> None:
    assert time_of(written) is None


def test_every_day_in_a_text_is_found_in_its_order() -> None:
    text = "Updated 5 March 2020; first published on 2020-03-04, after the vote of 3.3.2020."
    assert [found.first.day for found in days_in(text)] == [5, 4, 3]


@given(st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR - 1, 12, 31)), st.sampled_from([*LANGUAGES]))
def test_a_day_written_with_the_month_of_any_language_is_that_day(day: date, tag: str) -> None:
    name = LANGUAGES[tag].split()[day.month - 1].split("/")[0]
    found = time_of(f"{day.day}. {name} {day.year}", tag)
    assert found is not None
    assert day_of(found) == day


@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    time_of(text)


def test_a_month_that_languages_call_differently_is_left_out_without_its_language() -> None:
    assert month_of("listopada") is None
    assert month_of("listopada", "hr") == 10
    assert month_of("listopada", "pl-PL") == 11
    assert len({len(months.split()) for months in LANGUAGES.values()}) == 1


@pytest.mark.parametrize(
    ("word", "language", "month"),
    [
        ("März", "de", 3),
        ("MARZ", "de-AT", 3),
        ("sept.", None, 9),
        ("Septemb", None, 9),
        ("janv.", "fr", 1),
        ("dez", None, 12),
        ("марта", "ru", 3),
        ("srpna", None, 8),
        ("jui", None, None),
        ("ja", "en", None),
        ("maybe", None, None),
        ("", None, None),
    ],
)
def test_a_month_is_told_by_three_letters_where_all_languages_agree(
    word: str, language: str | None, month: int | None
) -> None:
    assert month_of(word, language) == month


@pytest.mark.parametrize("language", ["pt", "pt-BR", "PT-br"])
def test_the_months_of_a_language_are_those_of_its_lands(language: str) -> None:
    assert names_in(language)["marco"] == 3


def test_a_language_whose_months_are_not_known_is_refused_with_those_that_are() -> None:
    with pytest.raises(BadValue, match=r"language 'tlh' is none .* known: .*en, .*pt"):
        names_in("tlh")
