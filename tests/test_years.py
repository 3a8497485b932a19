"""Years: which figures are years, and where a year is written behind a month."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.words.dates import find_dates

PUBLISHED = date(2025, 8, 20)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("in 1999–2001 it", "1999-01-01..2001-12-31"),
        ("in 1999-00 it", "1999-01-01..2000-12-31"),
        ("in 1998-99 it", "1998-01-01..1999-12-31"),
        ("in 1998/99 it", "1998-01-01..1999-12-31"),
        ("in 1998/1999 it", "1998-01-01..1999-12-31"),
        ("in 1998/2000 it", ""),
        ("in 1998-1998 it", ""),
        ("in 1998-1997 it", ""),
        ("in 1998-99-2000 it", ""),
        ("in 1998 -99 it", "1998-01-01..1998-12-31"),
        ("in 999 it", ""),
        ("in 1000 it", "1000-01-01..1000-12-31"),
        ("in 2999 it", "2999-01-01..2999-12-31"),
        ("in 3000 it", ""),
        ("(1998) it", "1998-01-01..1998-12-31"),
        ("“1998” it", "1998-01-01..1998-12-31"),
        ("[1998] it", "1998-01-01..1998-12-31"),
        ("’1998’ it", "1998-01-01..1998-12-31"),
        ("—1998 it", "1998-01-01..1998-12-31"),
        ("x1998 it", ""),
        ("pre-1998 it", "..1997-12-31"),
        ("in 12 1998 it", ""),
        ("#1998 it", ""),
        ("in 2000 people it", "2000-01-01..2000-12-31"),
        ("in 2000 workers fled", "2000-01-01..2000-12-31"),
        ("in about 2000 villages it", ""),
        ("in 2010 villages it", "2010-01-01..2010-12-31"),
        ("in March 2010 people left", "2010-03-01..2010-03-31"),
        ("in March, 2010 it", "2010-03-01..2010-03-31"),
        ("in March of 2010 it", "2010-03-01..2010-03-31"),
        ("in March of last year it", "2024-03-01..2024-03-31"),
        ("in March this year it", "2025-03-01..2025-03-31"),
        ("in March of the year it", "2025-03-01..2025-03-31"),
        ("in March 2010% it", "2025-03-01..2025-03-31"),
        ("in the 1990s it", "1990-01-01..1999-12-31"),
        ("in the '90s it", "1990-01-01..1999-12-31"),
        ("in the 90s it", "1990-01-01..1999-12-31"),
        ("in the mid-1990s it", "1994-01-01..1996-12-31"),
        ("the 3000s were", ""),
        ("in the nineties it", "1990-01-01..1999-12-31"),
        ("the 19th century was", "1801-01-01..1900-12-31"),
        ("in 200 BC it", ""),
        ("in 2000 BC it", ""),
        ("two weeks' time it", ""),
        ("in two weeks' time it", "2025-09-01..2025-09-07"),
        ("in a week's time it", "2025-08-25..2025-08-31"),
        ("the week of 3 March 2025 it", "2025-03-03..2025-03-09"),
        ("the week of the 3rd it", ""),
    ],
)
def test_a_figure_is_a_year_by_what_stands_around_it(text: str, days: str) -> None:
    found = find_dates(text, published=PUBLISHED)
    assert [f"{one.earliest or ''}..{one.latest or ''}" for one in found] == [days] * bool(days)
