"""The assessments of the Institute for the Study of War, on a page of ours and a recorded one."""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from asking import asking, readings, refusal, shown
from claimtrack_isw import Options, StudyOfWar
from claimtrack_isw.assessments import assessment
from shared import SHARED, needs

from claimtrack import Measure, Page, PluginError, Unreadable
from claimtrack.sources import load_sources

ROOT = Path(__file__).parent.parent
SAVED = (ROOT / "tests" / "pages" / "isw" / "assessment.html").read_text(encoding="utf-8")
RECORDINGS = SHARED / "evidence" / "articles" / "scraped_pages"
URL = (
    "https://understandingwar.org/research/russia-ukraine/"
    "russian-offensive-campaign-assessment-march-4-2021/"
)
SERIES = "Russian Offensive Campaign Assessment"
HELD = {
    "subject": ("Donetsk",),
    "of": ("Oblast",),
    "by": ("Russian",),
    "says": ("hold", "capture"),
}
LOST = {
    "subject": ("Russian",),
    "of": ("forces",),
    "says": ("casualties",),
}
recorded = needs(RECORDINGS)


def held(**options: Any) -> Measure:
    return asking("isw", "quantity", "share", reads=HELD, **{"first": date(2021, 3, 1), **options})


def lost() -> Measure:
    return asking("isw", "quantity", "persons", reads=LOST, id="lost", first=date(2021, 3, 1))


def page(content: str = SAVED) -> Page:
    return shown(content, URL)


def test_the_text_is_read_for_the_day_of_the_assessment() -> None:
    """What stands in the toplines and again in the takeaways is one reading; the figure of an
    unconfirmed claim, that of an objective and that of another day's assessment are none.
    """
    (found,) = readings(StudyOfWar(), page(), held())
    assert (found.value, found.error) == (Decimal("0.73"), Decimal("0.01"))
    assert (str(found.as_of), found.as_of_basis) == ("2021-03-03", "stated")
    assert found.quote == "Russian forces hold about 73 percent of Donetsk Oblast as of March 3."
    assert found.published_at == datetime(2021, 3, 5, 5, tzinfo=UTC)  # the page shows a day
    assert found.attribution is None


def test_who_is_cited_is_told() -> None:
    (found,) = readings(StudyOfWar(), page(), lost())
    assert (found.value, found.attribution) == (1_900_000, "The Ukrainian General Staff")
    assert str(found.as_of) == "2021-03-04"


def test_the_takeaways_can_be_read_alone() -> None:
    measure = asking(
        "isw", "quantity", "persons", reads=LOST, first=date(2021, 3, 1), part="takeaways"
    )
    assert refusal(StudyOfWar(), page(), measure)[0] == "silent"
    (found,) = readings(StudyOfWar(), page(), held(part="takeaways"))
    assert found.value == Decimal("0.73")


def test_the_numbers_of_notes_are_no_words() -> None:
    found = assessment(page(), SERIES)
    assert str(found.day) == "2021-03-04"
    assert "[" not in found.text
    assert found.takeaways.splitlines() == [
        "Russian forces hold about 73 percent of Donetsk Oblast as of March 3.",
        "The fighting along the rivers went on without a change of the line.",
    ]


def test_a_measure_without_words_is_told_so() -> None:
    measure = asking("isw", "quantity", "share", first=date(2021, 3, 1))
    status, reason = refusal(StudyOfWar(), page(), measure)
    assert (status, 'give [reads."m"]' in reason) == ("unreadable", True)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("<h1>Iran Update, March 4, 2021</h1><p>Words of it.</p>", "Iran Update"),
        ("<h1>Page not found</h1>", "no"),
        (f"<h1>{SERIES}</h1><p>No day.</p>", "no Russian Offensive"),
        (f"<h1>{SERIES}, March 4, 2021</h1><h1>{SERIES}, March 5, 2021</h1><p>A.</p>", "2 days"),
        (f"<h1>{SERIES}, March 4, 2021</h1>", "above no text"),
        (f"<h1>{SERIES}, March 4, 2021</h1><h2>Toplines</h2><h2>Endnotes</h2>", "above no text"),
        ("", ""),
    ],
)
def test_a_page_that_is_no_assessment_is_refused(content: str, complaint: str) -> None:
    whole = f"<html lang=en><body>{content}</body></html>" if content else "<html></html>"
    with pytest.raises(Unreadable) as caught:
        list(StudyOfWar().read(page(whole), (held(),)))
    assert complaint in str(caught.value)


def test_a_challenge_in_its_place_is_refused() -> None:
    wall = ROOT / "tests" / "pages" / "walls" / "challenge" / "moment.html"
    with pytest.raises(Unreadable, match="a wall: challenge"):
        list(StudyOfWar().read(page(wall.read_text(encoding="utf-8")), (held(),)))


@pytest.mark.parametrize("length", range(0, SAVED.index("</html>"), 97))
def test_a_page_that_is_cut_is_refused(length: int) -> None:
    with pytest.raises(Unreadable):
        list(StudyOfWar().read(page(SAVED[:length]), (held(),)))


def test_each_day_has_an_address_and_is_asked_once() -> None:
    asks = list(StudyOfWar().asks((held(), lost()), since=date(2021, 3, 3)))
    assert [ask.url for ask in asks[3:4]] == [URL]
    assert {ask.measures for ask in asks} == {(held(), lost())}
    assert all(ask.once and ask.at_most == 20 for ask in asks)
    third, fourth = asks[1], asks[3]
    assert (third.not_before, third.grace) == (date(2021, 3, 3), timedelta.max)
    assert (fourth.not_before, fourth.grace) == (date(2021, 3, 5), timedelta(days=3))


def test_a_day_that_is_named_twice_is_asked_for_once() -> None:
    day = date(2021, 3, 4)
    measure = held(first=date(2021, 3, 1), on=(day, day))
    asks = list(StudyOfWar().asks((measure,), since=date(2021, 3, 3)))
    assert [ask.measures for ask in asks if ask.url == URL] == [(measure,)]


def test_single_days_can_be_asked_for_elsewhere() -> None:
    measure = asking(
        "isw",
        "quantity",
        "share",
        on=(date(2025, 8, 15),),
        url="https://mirror.example/{series}/{day}",
        series="Occupation Update",
    )
    (ask,) = StudyOfWar().asks((measure,))
    assert ask.url == "https://mirror.example/occupation-update/august-15-2025"


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({}, "first says from which day"),
        ({"first": date(2021, 3, 1), "part": "some"}, "not 'some'"),
        ({"first": date(2021, 3, 1), "url": "https://mirror.example/"}, "a place for {day}"),
        ({"first": "soon"}, "first"),
    ],
)
def test_options_that_can_name_nothing_are_refused(options: dict[str, Any], complaint: str) -> None:
    with pytest.raises(PluginError) as caught:
        StudyOfWar().options(asking("isw", "state", **options))
    assert complaint in str(caught.value)


def test_it_comes_in_by_the_door_for_plugins() -> None:
    found = load_sources()["isw"]
    assert (found.Options, found.gives_several) == (Options, True)
    assert found.describes.publisher == "Institute for the Study of War"


def test_explaining_tells_the_day_and_how_much_there_is() -> None:
    assert list(StudyOfWar().explain(page(), held()))[:2] == [
        "“Russian Offensive Campaign Assessment, March 4, 2021”, of 2021-03-04",
        "2 key takeaways",
    ]


# On a recorded assessment: its words as they were recorded, its blocks put back around them.


def recording(name: str) -> Page:
    raw = (RECORDINGS / name).read_text(encoding="utf-8").partition("## Links")[0]
    structure, _, body = raw.partition("## Page Structure")[2].partition("## Content")
    levels = {
        found[2].strip(): len(found[1])
        for found in re.finditer(r"^\s*- (#+) (.+)$", structure, re.MULTILINE)
    }
    blocks = [line.strip() for line in body.splitlines() if line.strip()]
    marked = "".join(
        f"<h{level}>{html.escape(line)}</h{level}>"
        if (level := levels.get(line) or (1 if line.startswith(f"{SERIES}, February 26") else 0))
        else f"<p>{html.escape(line)}</p>"
        for line in blocks[1:]
    )
    return shown(f"<html lang=en><title>{blocks[0]}</title><body>{marked}</body></html>", URL)


@recorded
@pytest.mark.parametrize(("publisher", "takeaways"), [("understandingwar", 9), ("critical", 10)])
def test_a_recorded_assessment_is_read(publisher: str, takeaways: int) -> None:
    (path,) = RECORDINGS.glob(f"*{publisher}*assessment-february-26-2026.md")
    found = assessment(recording(path.name), SERIES)
    assert str(found.day) == "2026-02-26"
    assert len(found.takeaways.splitlines()) == takeaways
    assert len(found.text) > 10_000
    assert not re.search(r"(?m)^(?:Donate|Unconfirmed claims:)", found.text)


@recorded
def test_a_recorded_assessment_answers_who_is_president() -> None:
    (path,) = RECORDINGS.glob("understandingwar*assessment-february-26-2026.md")
    words = {"putin": ("Russian President Vladimir Putin",), "other": ("former president Putin",)}
    measure = asking("isw", "state", state_words=words, first=date(2026, 2, 26))
    (found,) = readings(StudyOfWar(), recording(path.name), measure)
    assert (found.value, str(found.as_of)) == ("putin", "2026-02-26")
