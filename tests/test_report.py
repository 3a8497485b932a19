"""The report: a page for people, safe whatever anybody wrote."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from chromium import in_chromium, needs_chromium
from hypothesis import given
from hypothesis import strategies as st
from server import serving

import claimtrack
from claimtrack.accounts import Account
from claimtrack.export import citations, report
from claimtrack.export.elements import element, is_web, link, written

DAY = date(2026, 3, 1)
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)

CLAIMS = """
[document]
id = "harbour"
title = "{title}"
published = 2025-06-01
author = "A. Writer"
url = "https://paper.example/harbour"

[measure."silted"]
asks = "What share of the harbour is silted up?"
kind = "quantity"
unit = "share"
stale_after = "400d"
ask = [
  {{ source = "series", name = "survey", publisher = "The Survey", party = "the port", {columns} }},
]

[measure."dredging"]
asks = "Is the harbour dredged?"
kind = "state"
states = {{ under_way = ["dredging goes on"], stopped = ["dredging has stopped"] }}
called = {{ under_way = "the dredging goes on", stopped = "the dredging has stopped" }}

[[claim]]
id = "a-fifth"
measure = "silted"
statement = "A fifth of the harbour is silted up."
said = "a fifth"

[[claim]]
id = "dredged"
measure = "dredging"
statement = "The harbour is being dredged."
asserts = "under_way"
"""
COLUMNS = 'url = "survey.csv", day = "day", value = "share"'
SURVEY = "day,share\n2025-05-01,0.19\n2025-06-01,0.20\n2025-09-01,0.21\n2026-02-01,0.27\n"


def accounts(folder: Path, *, title: str = "The harbour", note: str = "") -> tuple[Account, ...]:
    (folder / "survey.csv").write_text(SURVEY)
    claims = folder / "claims.toml"
    claims.write_text(CLAIMS.format(title=title, columns=COLUMNS), encoding="utf-8")
    with claimtrack.open(folder / "t.db", clock=lambda: NOW) as tracker:
        tracker.add(claims)
        tracker.update()
        quote = note or "dredging goes on"
        for value, day in (("under_way", "2025-06-01"), ("stopped", "2026-01-10")):
            tracker.observe(
                "dredging", value, as_of=day, by="The Pilot", quote=quote,
                url="https://pilots.example/log",
            )  # fmt: skip
        tracker.review("a-fifth", "confirmed", by="The Editor", reason="Looked at the map.")
        return tracker.accounts(at=DAY)


def page(folder: Path) -> str:
    return report(accounts(folder), at=DAY, made_at=NOW)


def words(html: str) -> str:
    """What a reader sees of *html*."""
    return claimtrack.visible_text(html)


def test_each_claim_is_told_in_sentences_with_days_and_sources(tmp_path: Path) -> None:
    seen = words(page(tmp_path))

    assert "What became of its 2 claims by 1 March 2026." in seen
    between = "between 2 September 2025 and 1 February 2026"
    assert f"since a day {between} the evidence found says otherwise (27%" in seen
    assert "When it was written: held, 1 June 2025" in seen
    assert f"({between}): evidence said otherwise, because of what The Survey gave" in seen
    assert "10 January 2026): evidence said otherwise, because of what The Pilot gave" in seen


def test_the_heading_is_the_claim_and_what_became_of_it_follows(tmp_path: Path) -> None:
    seen = words(page(tmp_path))
    claim = "A fifth of the harbour is silted up."

    assert seen.count(claim) == 3  # among those to look at first, as a heading, in the correction
    assert f"{claim} no longer right; confirmed by The Editor On 1 June 2025 the claim" in seen


def test_a_sentence_that_begins_with_a_state_has_its_capital(tmp_path: Path) -> None:
    seen = words(page(tmp_path))
    assert "The dredging goes on on 1 June 2025 (The Pilot), as the claim has it." in seen
    assert "The dredging has stopped on 10 January 2026 (The Pilot);" in seen


def test_evidence_is_quoted_with_address_digest_and_party(tmp_path: Path) -> None:
    found = accounts(tmp_path)
    seen = words(report(found, at=DAY, made_at=NOW))

    assert "The Survey (a party: the port), 1 February 2026: 27%" in seen
    assert "“day: 2026-02-01, share: 0.27”" in seen
    assert f"sha256:{found[0].evidence[0].snapshot}" in seen
    assert "https://pilots.example/log" in seen


def test_it_tells_the_words_that_would_be_right_and_who_reviewed_it(tmp_path: Path) -> None:
    seen = words(page(tmp_path))

    assert "Right today “about a quarter”" in seen
    turn = "It would hold at less than 22.5%, but not below 18.33%."
    assert f"outside the nearest edge. {turn}" in seen
    assert "The Editor, 1 March 2026: confirmed. Looked at the map." in seen
    assert "In place of “a fifth”, “about a quarter” would be right." in seen


def test_a_claim_of_amounts_has_a_line_and_its_band_a_state_has_lanes(tmp_path: Path) -> None:
    html = page(tmp_path)

    assert html.count("<svg") == 2
    assert re.search(r'd="M[^"]+" class="series s0"', html)
    assert html.count('class="band"') == 2
    assert html.count('class="mark"') == 4


def test_nothing_is_drawn_of_the_days_after_its_own(tmp_path: Path) -> None:
    accounts(tmp_path)
    with claimtrack.open(tmp_path / "t.db", readonly=True) as tracker:
        then = tracker.accounts(at="2025-09-10")
    html = report(then, at=date(2025, 9, 10), made_at=NOW)
    charts = "".join(re.findall("<svg.*?</svg>", html, re.DOTALL))

    # Of the state one day is left, which makes no lane.
    assert html.count("<svg") == 1
    assert "2025-09-01" in charts
    assert "2026" not in charts
    assert "27%" not in charts


def test_what_turned_is_named_first(tmp_path: Path) -> None:
    seen = words(page(tmp_path))
    first, second = seen.index("What to look at first"), seen.index("Claim by claim")

    since = "Since a day between 2 September 2025 and 1 February 2026."
    assert f"A fifth of the harbour is silted up. {since}" in seen[first:second]


def test_marks_within_a_quote_are_single(tmp_path: Path) -> None:
    found = accounts(tmp_path, note="The pilot said “dredging goes on”.")
    seen = words(report(found, at=DAY, made_at=NOW))

    assert "“The pilot said ‘dredging goes on’.”" in seen
    assert "“The pilot said ‘dredging goes on’.”" in citations(found[1])[0]


def test_quotes_are_cut_to_thirty_words(tmp_path: Path) -> None:
    long = " ".join(f"word{number}" for number in range(60))
    html = report(accounts(tmp_path, note=long), at=DAY, made_at=NOW)

    assert "word29" in html
    assert "word30" not in html


SPEECH = """
[document]
id = "speech"
title = "The speech"
published = 2025-06-01

[measure."promise"]
asks = "What did the mayor say of the bridge?"
kind = "quotation"
speaker = "Ada Berg, mayor"

[[claim]]
id = "promised"
measure = "promise"
statement = "The mayor promised a bridge."
wording = "we shall build the bridge anew"
"""


@pytest.mark.parametrize("told_apart", [" ", "-"])
def test_of_words_that_were_said_as_many_are_shown_as_of_a_quote(
    tmp_path: Path, told_apart: str
) -> None:
    beside = [told_apart.join(f"{side}{at}" for at in range(300)) for side in ("before", "after")]
    claims = tmp_path / "claims.toml"
    claims.write_text(SPEECH, encoding="utf-8")
    with claimtrack.open(tmp_path / "t.db", clock=lambda: NOW) as tracker:
        tracker.add(claims)
        said = f"{beside[0]} we shall build the bridge anew {beside[1]}"
        tracker.observe("promise", said, as_of="2025-05-01", by="The Clerk", quote="")
        seen = words(report(tracker.accounts(at=DAY), at=DAY, made_at=NOW))

    assert "“we shall build the bridge anew”" in seen
    assert "before29" in seen
    assert "before150" not in seen
    assert "after0" not in seen


def test_a_persons_word_is_told_as_one_and_no_page_as_read(tmp_path: Path) -> None:
    found = accounts(tmp_path)
    seen = words(report(found, at=DAY, made_at=NOW))
    spoken = found[1].evidence[0]

    assert "a person's word; the page was not read" in seen
    assert spoken.snapshot is None
    assert spoken.cited_by == "The Pilot"
    assert "https://pilots.example/log, 10 January 2026: “" in seen
    assert "”; looked up by The Pilot." in seen


def test_a_record_that_goes_to_and_fro_tells_its_newest_changes(tmp_path: Path) -> None:
    (tmp_path / "survey.csv").write_text(SURVEY)
    claims = tmp_path / "claims.toml"
    claims.write_text(CLAIMS.format(title="t", columns=COLUMNS), encoding="utf-8")
    with claimtrack.open(tmp_path / "t.db", clock=lambda: NOW) as tracker:
        tracker.add(claims)
        for number in range(28):
            state = "stopped" if number % 2 else "under_way"
            tracker.observe("dredging", state, as_of=f"2025-06-{number + 1:02}", by="The Pilot")
        html = report(tracker.accounts(at=DAY), at=DAY, made_at=NOW)

    assert "changes before these" in words(html)
    assert html.count("<li><bdi>") == 12


def test_what_a_person_has_decided_needs_no_more_looking_at(tmp_path: Path) -> None:
    accounts(tmp_path)
    with claimtrack.open(tmp_path / "t.db", clock=lambda: NOW) as tracker:
        tracker.review("a-fifth", "overridden", by="The Editor", reason="It is the old basin.")
        seen = words(report(tracker.accounts(at=DAY), at=DAY, made_at=NOW))
    first, second = seen.index("What to look at first"), seen.index("Claim by claim")

    assert "A fifth of the harbour" not in seen[first:second]
    assert "no longer right; overridden by The Editor" in seen


def test_nothing_on_record_makes_an_empty_page() -> None:
    assert "<title>No claims: what is still right</title>" in report([], at=DAY, made_at=NOW)


# Hostile words

HOSTILE = [
    "<script>document.title='owned'</script>",
    "<img src=x onerror=alert(1)>",
    "</title></style></svg><iframe src=https://evil.example>",
    "\u202edetrevni",
    "a\x00b\ud800c",
    "javascript:alert(1)",
    "' onmouseover='alert(1)",
]


class Names(HTMLParser):
    """Every tag and attribute of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_written_is_shown_as_text(text: str, tmp_path: Path) -> None:
    names = Names()
    names.feed(written(element("p", text, link(text), title=text)))

    assert names.tags <= {"p", "bdi", "a"}
    assert names.attributes <= {"title", "class", "href", "rel"}


@given(st.text())
def test_no_text_becomes_markup(text: str) -> None:
    made = written(element("p", text, element("b", text), text, title=text))
    names = Names()
    names.feed(made)

    assert names.tags == {"p", "b"}
    made.encode()  # what no file can hold would raise


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://u:p@a.example/",
     "https:///x", "//a.example/", "https://a.example\\@b.example/", "https://a.example/\n", ""],
)  # fmt: skip
def test_only_an_address_of_the_web_becomes_a_link(address: str) -> None:
    assert not is_web(address)
    assert is_web("https://a.example/x?y=1#z")


@needs_chromium
def test_in_a_browser_nothing_runs_and_no_request_leaves(tmp_path: Path) -> None:
    with serving() as server:
        attack = (
            f"<script>fetch('{server.url}/script')</script><img src='{server.url}/image'>"
            f"<link rel=stylesheet href='{server.url}/style'>"
        )
        evil = tmp_path / "evil.html"
        evil.write_text(f"<!DOCTYPE html><body>{attack}<p id=now></p>")
        in_chromium(evil, tmp_path / "profile")
        assert {"/script", "/image", "/style"} <= set(server.paths)  # so it would be noticed

        server.asked.clear()
        title = attack.replace('"', "'")
        made = tmp_path / "report.html"
        made.write_text(
            report(accounts(tmp_path, title=title, note=attack), at=DAY, made_at=NOW),
            encoding="utf-8",
        )
        shown = in_chromium(made, tmp_path / "profile")

        assert server.asked == []
        assert "&lt;script&gt;fetch(" in shown
        assert "<script" not in shown
