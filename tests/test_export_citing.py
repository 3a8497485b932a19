"""Lines to paste under a text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import claimtrack
from claimtrack.accounts import Account
from claimtrack.export import citations, correction
from claimtrack.export.citing import cited

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
CLAIMS = """
[document]
id = "text"
title = "A text"
published = 2025-06-01

[measure."held"]
asks = "What share is held?"
kind = "quantity"
unit = "share"
stale_after = "400d"
[[measure."held".ask]]
source = "series"
name = "map"
publisher = "The Map"
url = "held.csv"
day = "day"
value = "share"

[[claim]]
id = "a-fifth"
measure = "held"
statement = "A fifth is held."
said = "a fifth"
"""


def account(folder: Path, *values: tuple[str, str]) -> Account:
    rows = "".join(f"{day},{value}\n" for day, value in values)
    (folder / "held.csv").write_text(f"day,share\n{rows}")
    (folder / "claims.toml").write_text(CLAIMS)
    with claimtrack.open(folder / "t.db", clock=lambda: NOW) as tracker:
        tracker.add(folder / "claims.toml")
        tracker.update()
        return tracker.account("a-fifth")


def test_a_claim_that_fell_is_corrected_in_one_line(tmp_path: Path) -> None:
    found = account(tmp_path, ("2025-06-01", "0.2"), ("2026-02-01", "0.3"))

    assert correction(found) == (
        "Update, 1 March 2026: This text says: A fifth is held. That was so when it was written"
        " (20% on 1 June 2025, The Map); since a day between 2 June 2025 and"
        " 1 February 2026 the evidence found says otherwise"
        " (30% on 1 February 2026, The Map). In place of “a fifth”, “30%” would be right."
    )


def test_a_claim_that_never_held_is_a_correction(tmp_path: Path) -> None:
    found = account(tmp_path, ("2025-06-01", "0.4"), ("2026-02-01", "0.41"))
    line = correction(found)

    assert line is not None
    assert line.startswith(
        "Correction, 1 March 2026: This text says: A fifth is held. The evidence"
    )


def test_what_could_not_be_told_when_it_was_written_is_brought_up_to_date(tmp_path: Path) -> None:
    found = account(tmp_path, ("2025-07-01", "0.2"), ("2025-07-02", "0.3"), ("2026-02-01", "0.3"))

    assert correction(found) == (
        "Update, 1 March 2026: This text says: A fifth is held. Whether that was so when it was"
        " written could not be told; since 2 July 2025 the evidence found says otherwise"
        " (30% on 1 February 2026, The Map). In place of “a fifth”, “30%” would be right."
    )


def test_what_holds_now_or_cannot_be_told_needs_no_correction(tmp_path: Path) -> None:
    assert correction(account(tmp_path, ("2025-07-01", "0.3"), ("2026-02-01", "0.2"))) is None
    (tmp_path / "silent").mkdir()
    assert correction(account(tmp_path / "silent")) is None


def observed(folder: Path, *given: tuple[str, str, str]) -> Account:
    (folder / "claims.toml").write_text(
        CLAIMS.replace('source = "series"', 'standby = true\nsource = "series"')
    )
    with claimtrack.open(folder / "t.db", clock=lambda: NOW) as tracker:
        tracker.add(folder / "claims.toml")
        for by, day, value in given:
            tracker.observe("held", value, as_of=day, by=by, url=f"https://{by.lower()}.example/")
        return tracker.account("a-fifth")


def test_where_sources_do_not_agree_both_are_cited_and_it_is_said(tmp_path: Path) -> None:
    found = observed(
        tmp_path,
        ("Berg", "2026-01-01", "0.3"),
        ("Berg", "2026-02-01", "0.2"),
        ("Holm", "2026-02-02", "0.4"),
    )

    assert citations(found) == (
        "https://berg.example/, 1 February 2026: “0.2”; looked up by Berg."
        " Berg and Holm do not agree.",
        "https://holm.example/, 2 February 2026: “0.4”; looked up by Holm."
        " Berg and Holm do not agree.",
    )


def test_of_sources_that_agree_the_newest_is_cited(tmp_path: Path) -> None:
    found = observed(tmp_path, ("Berg", "2026-02-01", "0.2"), ("Holm", "2026-02-02", "0.21"))

    assert citations(found) == (
        "https://holm.example/, 2 February 2026: “0.21”; looked up by Holm.",
    )


PARTS = """
[document]
id = "quay"
title = "The quay"
published = 2025-06-01

[measure."quay/owner"]
asks = "Who owns the quay?"
kind = "state"
states = { town = ["the town owns the quay"], port = ["the port owns the quay"] }
called = { town = "the town", port = "the port" }

[measure."quay/open"]
asks = "Is the quay open?"
kind = "state"
states = { open = ["the quay is open"], closed = ["the quay is closed"] }

[[claim]]
id = "town-quay"
statement = "The town keeps its quay open."
as_of = 2025-06-01
parts.owner = { measure = "quay/owner", asserts = "town" }
parts.open = { measure = "quay/open", asserts = "open" }
"""


def test_of_a_claim_in_parts_the_correction_names_what_is_otherwise_and_what_holds(
    tmp_path: Path,
) -> None:
    (tmp_path / "quay.toml").write_text(PARTS)
    with claimtrack.open(tmp_path / "q.db", clock=lambda: NOW) as tracker:
        tracker.add(tmp_path / "quay.toml")
        deed = "https://deeds.example/quay"
        tracker.observe("quay/owner", "port", as_of="2025-06-01", by="The Clerk", url=deed)
        tracker.observe("quay/open", "open", as_of="2025-06-01", by="The Clerk")
        found = tracker.account("town-quay")

    assert correction(found) == (
        "Correction, 1 March 2026: This text says: The town keeps its quay open."
        " The evidence found says otherwise (owner: the port on 1 June 2025, The Clerk)."
        " This much of it holds: open."
    )
    assert citations(found) == (
        "https://deeds.example/quay, 1 June 2025: “port”; looked up by The Clerk.",
        "The Clerk, 1 June 2025: “open”; by their own word.",
    )


def test_a_claim_that_came_true_says_since_when(tmp_path: Path) -> None:
    line = correction(account(tmp_path, ("2025-06-01", "0.4"), ("2026-02-01", "0.2")))

    assert line is not None
    assert (
        "; since a day between 2 June 2025 and 1 February 2026 it has been so"
        " (20% on 1 February 2026, The Map)." in line
    )
    assert "would be right" not in line


TIMELESS = """
[document]
id = "text"
title = "A text"
published = 2025-06-01

[measure."opening"]
asks = "When did the bridge open?"
kind = "date"

[measure."said/mayor"]
asks = "What did the mayor say of the bridge?"
kind = "quotation"
speaker = "Ida Holm"

[measure."growth"]
asks = "By how much did the economy grow in the year?"
kind = "quantity"
unit = "ratio"
stale_after = "104w"

[[claim]]
id = "shrank"
measure = "growth"
statement = "The economy shrank by 0.3%."
said = "shrank by 0.3%"

[measure."charter"]
asks = "When does the charter end?"
kind = "date"

[[claim]]
id = "charter"
measure = "charter"
statement = "The charter runs until the end of 2028."
said = "until the end of 2028"

[[claim]]
id = "opened"
measure = "opening"
statement = "The bridge opened in May."
said = "in May 2024"

[[claim]]
id = "mayor"
measure = "said/mayor"
statement = "Holm promised a bridge of stone."
wording = "we will build a bridge of stone"
"""


def timeless(folder: Path, claim: str, measure: str, value: str, quote: str) -> str | None:
    (folder / "claims.toml").write_text(TIMELESS)
    with claimtrack.open(folder / "t.db", clock=lambda: NOW) as tracker:
        tracker.add(folder / "claims.toml")
        tracker.observe(measure, value, as_of="2024-07-01", by="Ann", quote=quote)
        return correction(tracker.account(claim))


def test_what_was_wrong_from_the_start_is_a_correction_also_of_a_day(tmp_path: Path) -> None:
    line = timeless(tmp_path, "opened", "opening", "2024-07-01", "It was opened on 1 July.")

    assert line is not None
    assert line.startswith("Correction, 1 March 2026: This text says: The bridge opened in May.")
    assert line.endswith("In place of “in May 2024”, “on 1 July 2024” would be right.")


def test_a_day_stands_behind_the_word_that_the_claim_has_before_it(tmp_path: Path) -> None:
    line = timeless(tmp_path, "charter", "charter", "2031-12-31", "It ends with the year 2031.")

    assert line is not None
    assert "In place of “until the end of 2028”, “until 31 December 2031” would be right." in line


def test_a_misquotation_is_corrected_by_the_words_on_record(tmp_path: Path) -> None:
    words = "We will build a bridge of wood, and soon."
    line = timeless(tmp_path, "mayor", "said/mayor", words, f"“{words}” Ida Holm said.")

    assert line is not None
    assert line.startswith("Correction, 1 March 2026: ")
    assert "In place of “we will build a bridge of stone”, “We will build a bridge of wood" in line
    assert line.endswith(" is on record.")


def test_words_of_another_are_corrected_by_whose_they_are(tmp_path: Path) -> None:
    words = "We will build a bridge of stone."
    line = timeless(
        tmp_path, "mayor", "said/mayor", words, f"“{words}” her deputy, Tom Hill, said."
    )

    assert line is not None
    assert line.endswith(
        "The evidence found says otherwise (Tom Hill: “We will build a bridge of stone”, Ann). "
        "The words are cited as those of Tom Hill."
    )


def test_a_change_is_corrected_by_words_of_change(tmp_path: Path) -> None:
    line = timeless(tmp_path, "shrank", "growth", "0.001", "It grew by a tenth of a percent.")

    assert line is not None
    assert line.endswith("In place of “shrank by 0.3%”, “grew by 0.1%” would be right.")


@pytest.mark.parametrize("values", [[("2025-06-01", "0.2"), ("2026-02-01", "0.2")], []])
def test_what_still_holds_or_cannot_be_told_is_not_corrected(
    values: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert correction(account(tmp_path, *values)) is None


def test_a_citation_names_who_which_day_which_words_where_and_the_bytes(tmp_path: Path) -> None:
    found = account(tmp_path, ("2025-06-01", "0.2"), ("2026-02-01", "0.3"))
    snapshot = found.evidence[0].snapshot

    assert citations(found) == (
        "The Map, 1 February 2026: “day: 2026-02-01, share: 0.3”. held.csv, seen 1 March 2026,"
        f" sha256:{snapshot}.",
    )


def test_a_quote_that_ends_a_sentence_ends_the_citation(tmp_path: Path) -> None:
    found = account(tmp_path, ("2026-02-01", "0.3"))
    ended = replace(found.evidence[0], quote="It fell.")

    assert cited(ended, found).startswith("The Map, 1 February 2026: “It fell.” held.csv, seen")


def test_who_does_not_agree_begins_a_sentence(tmp_path: Path) -> None:
    found = observed(tmp_path, ("ann", "2026-02-01", "0.2"), ("berg", "2026-02-02", "0.4"))

    assert all(line.endswith(". Ann and berg do not agree.") for line in citations(found))


def test_without_evidence_there_is_nothing_to_cite(tmp_path: Path) -> None:
    assert citations(account(tmp_path)) == ()
