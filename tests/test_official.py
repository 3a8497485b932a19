"""The papers of offices: the White House and the United Nations, on our pages and real ones."""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from asking import asking, readings, refusal, shown
from claimtrack_official import Documents, SecurityCouncil, UnitedNations, WhiteHouse
from claimtrack_official.documents import document
from shared import SHARED, needs

from claimtrack import Follow, Measure, Page, PluginError, Refusal, Unreadable
from claimtrack.sources import load_sources

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "tests" / "pages" / "official"
RECORDINGS = SHARED / "evidence" / "articles" / "white_house"
REMARKS = (
    "https://www.whitehouse.gov/remarks/2021/03/remarks-by-president-hollis-on-the-westmark-talks/"
)
MEETING = "https://press.un.org/en/2021/sc90001.doc.htm"
LISTING = "https://www.whitehouse.gov/remarks/"
MEMBERS = "https://main.un.org/securitycouncil/en/content/current-members"
COAST = {"subject": ("coast",), "by": ("league",), "says": ("holds",)}
recorded = needs(RECORDINGS)


def saved(name: str, url: str) -> Page:
    return shown((PAGES / name).read_bytes(), url)


def held(source: str, **options: Any) -> Measure:
    return asking(source, "quantity", "share", reads=COAST, **options)


def said_by(speaker: str, source: str = "white-house", **options: Any) -> Measure:
    return asking(source, "quotation", speaker=speaker, **options)


# Documents


def test_what_a_speaker_states_is_his_and_a_question_states_nothing() -> None:
    (found,) = readings(WhiteHouse(), saved("remarks.html", REMARKS), held("white-house"))
    assert (found.value, found.attribution) == (Decimal("0.4"), "Prime Minister Arden")
    assert (str(found.as_of), found.as_of_basis) == ("2021-03-04", "carried")
    assert found.locator is not None
    assert found.locator.startswith("paragraph 6, chars ")
    assert str(found.published_at) == "2021-03-05 18:10:00-05:00"


def test_what_could_not_be_made_out_stays_in_a_paragraph() -> None:
    """Without it two halves would stand beside each other as one sentence."""
    page = (PAGES / "remarks.html").read_text("utf-8")
    page = page.replace("I have told everybody so.", "I have told (inaudible) so.  (Laughter.)")
    page = page.replace("You would have to ask the league about that.", "(Crosstalk.)")
    found = readings(
        WhiteHouse(), shown(page.encode(), REMARKS), said_by("Ada Hollis, the president")
    )
    assert [str(one.value)[:67] for one in found[1:]] == [
        "There will be no base of ours in Westmark, and I have told (inaudib"
    ]
    assert "Laughter" not in str(found[1].value)


def test_a_speakers_turns_are_his_words_paragraph_by_paragraph() -> None:
    """He is called by his office alone; the title of the document has his name."""
    found = readings(
        WhiteHouse(), saved("remarks.html", REMARKS), said_by("Ada Hollis, the president")
    )
    assert [str(one.value).split()[:4] for one in found] == [
        ["Thank", "you", "all.", "We"],
        ["There", "will", "be", "no"],
        ["You", "would", "have", "to"],
    ]
    assert {one.attribution for one in found} == {"President Hollis"}
    assert str(found[0].as_of) == "2021-03-04"


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("PIA HOLLIS", "Pia Hollis"),
        ("MRS. HOLLIS", "Mrs. Hollis"),
        ("THE VICE PRESIDENT", "Vice President"),
        ("THE DEPUTY PRESIDENT", "The Deputy President"),
    ],
)
def test_who_may_be_another_of_the_name_or_the_office_is_not_taken_for_the_speaker(
    label: str, speaker: str
) -> None:
    content = (PAGES / "remarks.html").read_text(encoding="utf-8").replace("MS. LOWE", label)
    page = shown(content, REMARKS)
    assert speaker in {turn.speaker for turn in document(page).turns}
    found = readings(WhiteHouse(), page, said_by("Ada Hollis, the president"))
    assert {one.attribution for one in found} == {"President Hollis"}


def test_of_his_words_those_about_a_matter_can_be_kept() -> None:
    measure = said_by("Ada Hollis", about=("base of ours",))
    (found,) = readings(WhiteHouse(), saved("remarks.html", REMARKS), measure)
    assert str(found.value).startswith("There will be no base of ours in Westmark")
    assert found.locator == "paragraph 5"


def test_a_document_of_another_day_is_silent() -> None:
    measure = said_by("Ada Hollis", on=date(2021, 3, 5))
    status, reason = refusal(WhiteHouse(), saved("remarks.html", REMARKS), measure)
    assert (status, "of 2021-03-04, not of 2021-03-05" in reason) == ("silent", True)


def test_a_record_of_a_meeting_gives_each_states_word_as_its_speakers() -> None:
    found = readings(UnitedNations(), saved("meeting.html", MEETING), held("un-press"))
    assert (found[0].value, found[0].attribution) == (Decimal("0.4"), "Joan Arden (Westmark)")
    assert all(str(one.as_of) == "2021-03-05" for one in found)


def test_in_a_record_of_a_meeting_only_what_stands_in_marks_is_word_for_word() -> None:
    measure = said_by("Joan Arden", source="un-press")
    (found,) = readings(UnitedNations(), saved("meeting.html", MEETING), measure)
    assert found.value == "We will not sign away a mile of it,"


def test_a_measure_without_words_is_told_so_and_one_not_spoken_of_is_silent() -> None:
    page = saved("remarks.html", REMARKS)
    bare = asking("white-house", "quantity", "share")
    assert "give [reads" in refusal(WhiteHouse(), page, bare)[1]
    assert refusal(WhiteHouse(), page, said_by("Somebody Else"))[0] == "silent"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("<html lang=en><h1>Remarks</h1><p>No day in it at all.</p></html>", "tells no day"),
        ("", "the page is empty"),
        ((ROOT / "tests/pages/walls/challenge/moment.html").read_text(), "a wall: challenge"),
    ],
)
def test_what_is_no_document_is_refused(content: str, complaint: str) -> None:
    with pytest.raises(Unreadable, match=complaint):
        list(WhiteHouse().read(shown(content, REMARKS), (held("white-house"),)))


@pytest.mark.parametrize("part", range(0, 100, 4))
def test_a_document_that_is_cut_is_refused(part: int) -> None:
    whole = (PAGES / "remarks.html").read_bytes()
    cut = shown(whole[: whole.index(b"</html>") * part // 100], REMARKS)
    with pytest.raises(Unreadable):
        list(WhiteHouse().read(cut, (held("white-house"),)))


# Documents at any address

DEBATE = """
<html lang="en"><head><title>THE COAST (Hansard, 1 March 1848)</title></head><body>
<h1>THE COAST</h1><div>HC Deb 01 March 1848 vol 97 cc66-123</div>
<p>§ MR. VALE said, that he had asked for papers on the coast, and that none had been laid.</p>
<p>§ LORD ARDEN said, I hold that the coast is nobody's for ever, and do not fear to say it.</p>
<p>We have looked after the harbour, and we shall go on to look after it as before.</p>
</body></html>
"""


def test_an_old_debate_is_read_by_its_speakers() -> None:
    measure = said_by("John Arden", source="document", documents=("https://debates.example/1",))
    page = shown(DEBATE, "https://debates.example/1")
    found = readings(Documents(), page, measure)
    assert [str(one.value).split(",")[0] for one in found] == [
        "I hold that the coast is nobody's for ever",
        "We have looked after the harbour",
    ]
    assert {(one.attribution, str(one.as_of)) for one in found} == {("Lord Arden", "1848-03-01")}


@pytest.mark.parametrize(
    "options", [{}, {"documents": ("https://a.example/",), "words": ("coast",)}]
)
def test_documents_are_named_by_their_addresses(options: dict[str, Any]) -> None:
    with pytest.raises(PluginError, match="documents names addresses"):
        Documents().options(said_by("Joan Arden", source="document", **options))


# Listings


def led(*measures: Measure) -> list[tuple[str, tuple[Measure, ...], bool]]:
    said = WhiteHouse().read(saved("listing.html", LISTING), measures)
    follows = [one for one in said if isinstance(one, Follow)]
    return [(one.ask.url, one.ask.measures, one.ask.once) for one in follows]


def test_a_listing_leads_to_the_documents_that_name_the_words() -> None:
    asked = held("white-house", words=("Westmark",))
    assert led(asked) == [
        (REMARKS, (asked,), True),
        ("https://www.whitehouse.gov/articles/2021/03/what-was-said-of-westmark/", (asked,), True),
    ]


def test_without_words_every_document_is_followed_and_no_other_link() -> None:
    asked = said_by("Ada Hollis")
    assert [url.rpartition("/2021/03/")[2] for url, _, _ in led(asked)] == [
        "remarks-by-president-hollis-on-the-westmark-talks/",
        "remarks-by-president-hollis-at-a-dinner/",
        "what-was-said-of-westmark/",
    ]


def test_a_listing_says_nothing_itself_and_one_without_documents_is_refused() -> None:
    said = list(WhiteHouse().read(saved("listing.html", LISTING), (said_by("Ada Hollis"),)))
    assert [one.status for one in said if isinstance(one, Refusal)] == ["silent"]
    with pytest.raises(Unreadable, match="names no document"):
        list(WhiteHouse().read(shown("<a href='/x'>x</a>", LISTING), (said_by("Ada Hollis"),)))


def test_documents_that_are_named_are_asked_once_and_no_listing() -> None:
    named = said_by("Ada Hollis", documents=(REMARKS,))
    listed = said_by("Ada Hollis", id="other")
    asks = {ask.url: ask for ask in WhiteHouse().asks((named, listed))}
    assert (asks[REMARKS].once, asks[REMARKS].measures) == (True, (named,))
    assert (asks[LISTING].once, asks[LISTING].measures) == (False, (listed,))
    assert len(asks) == 4


def test_explaining_a_document_names_who_speaks() -> None:
    lines = list(WhiteHouse().explain(saved("remarks.html", REMARKS), held("white-house")))
    assert lines[0] == "“Remarks by President Hollis on the Westmark Talks”, of 2021-03-04"
    assert "Ms. Lowe, President Hollis, Prime Minister Arden speaks" in lines[1]


# The Security Council


@pytest.mark.parametrize(
    ("member", "state"),
    [
        ("Russian Federation", "sits"),
        ("United Kingdom", "sits"),
        ("Republic of Hven", "for_a_term"),
        ("Westmark", "out"),
    ],
)
def test_a_members_seat_is_told_off_the_two_lists(member: str, state: str) -> None:
    words = {"permanent": "sits", "elected": "for_a_term", "none": "out"}
    measure = asking("un-council", "state", member=member, **words)
    (found,) = readings(SecurityCouncil(), saved("council.html", MEMBERS), measure)
    assert (found.value, found.as_of_basis) == (state, "seen")
    assert found.quote.startswith("Five permanent members: China, France, Russian Federation")


@pytest.mark.parametrize("member", ["the United Kingdom", "russian federation"])
def test_a_members_name_is_known_by_its_words(member: str) -> None:
    measure = asking("un-council", "state", member=member, permanent="sits", none="out")
    (found,) = readings(SecurityCouncil(), saved("council.html", MEMBERS), measure)
    assert found.value == "sits"


@pytest.mark.parametrize("member", ["Russia", "United States of America", "Hven"])
def test_a_member_under_another_name_is_not_said_to_have_no_seat(member: str) -> None:
    words = {"permanent": "sits", "elected": "for_a_term", "none": "out"}
    measure = asking("un-council", "state", member=member, **words)
    status, reason = refusal(SecurityCouncil(), saved("council.html", MEMBERS), measure)
    assert (status, "write it as there" in reason) == ("unreadable", True)


def test_a_seat_by_which_no_state_is_told_is_refused() -> None:
    measure = asking("un-council", "state", member="Elba", permanent="sits")
    status, reason = refusal(SecurityCouncil(), saved("council.html", MEMBERS), measure)
    assert (status, reason) == (
        "unreadable",
        "Elba has the seat “elected”, by which no state is told",
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<li>Aland (2031)</li>", ""),
        (', <a href="#f">France</a>', ""),
        ("Five permanent members:", "Permanent:"),
        (
            "<h3>Others</h3>",
            "Five permanent members: Asia, Borneo, Crete, Gozo, and Fyn, and ten non-permanent",
        ),
    ],
)
def test_a_council_that_is_not_whole_is_refused(old: str, new: str) -> None:
    content = (PAGES / "council.html").read_text(encoding="utf-8")
    assert old in content
    page = shown(content.replace(old, new), MEMBERS)
    with pytest.raises(Unreadable):
        list(SecurityCouncil().read(page, (asking("un-council", "state", member="Elba"),)))


def test_a_seat_is_a_state_and_nothing_else() -> None:
    measure = asking("un-council", "date", member="Elba")
    with pytest.raises(PluginError, match="a seat is a state"):
        list(SecurityCouncil().read(saved("council.html", MEMBERS), (measure,)))


def test_they_come_in_by_the_door_for_plugins() -> None:
    found = load_sources()
    assert found["white-house"].describes.party == "United States"
    assert found["un-press"].describes.party is None
    assert found["un-council"].describes.publisher == "United Nations"


# On recorded papers of the White House: their words, put back into paragraphs of a page.


def recording(name: str) -> Page:
    raw = (RECORDINGS / name).read_text(encoding="utf-8")
    head, _, body = raw[4:].partition("\n---\n")
    told = {
        key: " ".join(value.split()).strip("'\"")
        for key, value in re.findall(r"^(\w+): (.*(?:\n  .*)*)", head, re.MULTILINE)
    }
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", body)]
    title = html.escape(told["title"])
    at = told["published_time"].replace(" ", "T")
    marked = "".join(f"<p>{html.escape(block)}</p>" for block in blocks if block)
    return shown(
        f'<html lang="en"><head><title>{title}</title><meta property="og:type" content="article">'
        f'<meta property="article:published_time" content="{at}"></head>'
        f"<body><h1>{title}</h1>{marked}</body></html>",
        told["source_url"],
    )


@recorded
@pytest.mark.parametrize(
    ("name", "day", "speaker"),
    [
        ("2025-01-23-remarks-by-president-trump-at-the-world-economic-forum.md", "2025-01-23",
         "President Trump"),
        ("2025-02-18-1458.md", "2025-02-18", "President Trump"),
        ("2025-02-26-remarks-by-president-trump-before-cabinet-meeting.md", "2025-02-26",
         "Secretary Hegseth"),
        ("2025-03-06-remarks-by-president-trump-in-joint-address-to-congress.md", "2025-03-04",
         "President Trump"),
        ("2025-08-06-fact-sheet-president-donald-j-trump-addresses-threats-to-the-united-states-by"
         "-the-government-of-the-russian-federation.md", "2025-08-06", None),
    ],
)  # fmt: skip
def test_a_recorded_paper_has_its_day_and_who_speaks(
    name: str, day: str, speaker: str | None
) -> None:
    found = document(recording(name))
    assert str(found.day) == day
    assert speaker in {turn.speaker for turn in found.turns}
    assert found.published_at > datetime(2025, 1, 1, tzinfo=UTC)


@recorded
def test_a_recorded_press_conference_has_the_presidents_own_words() -> None:
    (path,) = RECORDINGS.glob("2025-02-13-*.md")
    page = recording(path.name)
    his = readings(WhiteHouse(), page, said_by("Donald Trump", about=("NATO",)))
    assert len(his) == 4
    assert all("NATO" in str(one.value) for one in his)
    asked = {turn.text for turn in document(page).turns if turn.asked}
    assert len(asked) > 20
    assert asked.isdisjoint(
        {str(one.value) for one in readings(WhiteHouse(), page, said_by("Donald Trump"))}
    )
