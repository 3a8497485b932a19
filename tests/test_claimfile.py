"""The claim file, loaded: TOML in, a Document out."""

from __future__ import annotations

import os
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from claimtrack.claimfile import check_file, load_document
from claimtrack.claims import Assertion, Citation, Document, Part, Place
from claimtrack.errors import ClaimFileError
from claimtrack.measures import Reads, State, Subscription
from claimtrack.values import CalendarDate

HARBOUR = """\
[document]
id = "harbour-report"
title = "The harbour, a year on"
published = "2024-05"
author = "A. Writer"

[measure."berths/open"]
asks = "What share of the berths is open?"
kind = "quantity"
unit = "share"
scope = "the inner harbour"
stale_after = "30d"

[[measure."berths/open".ask]]
source = "series"
url = "berths.csv"
day = "on"
columns = ["open", "shut"]
every = "6h"

[[measure."berths/open".ask]]
source = "series"
name = "port authority"
publisher = "The Port"
kind = "measurement"
party = "port"
url = "port.csv"
limits = [[0.1, 0.9], [1, 2]]
since = 2024-01-01

[measure."lease/end"]
asks = "When does the lease end?"
kind = "date"

[measure."lease/state"]
asks = "Does the lease stand?"
kind = "state"
states = { in_force = ["is in force", "stands"], lapsed = [] }

[measure."crane/arrived"]
asks = "Has the crane come?"
kind = "event"
what = "the new crane arrives"
where = "the inner harbour"

[measure."said/mayor"]
asks = "What did the mayor say at the opening?"
kind = "quotation"
speaker = "the mayor"
occasion = "the opening"

[[claim]]
id = "berths"
measure = "berths/open"
statement = "Most of the berths are open."
said = "about three-quarters"
means = [0.70, 0.80]
because = "the writer said so"
as_of = 2024-05-17
until = "2024"
near = "of the berths"
place = { paragraph = 2, sentence = 1 }
note = "Counted without the ferry pier."
was = ["berths-open"]
cites = [{ url = "https://port.example/a", quote = "74 of 100", value = 0.74, as_of = "2024-05" },
         { value = "three-quarters", by = "A. Reader" }]

[[claim]]
id = "fuller"
type = "trend"
measure = "berths/open"
statement = "The harbour fills up."
direction = "up"
window = "2w"

[[claim]]
id = "lease"
statement = "The lease stands until 2042."
place = { paragraph = 3, sentences = [1, 2] }

[claim.parts]
end = { measure = "lease/end", said = "2042" }
state = { measure = "lease/state", asserts = "in_force", at_least = 2 }

[[claim]]
id = "crane"
measure = "crane/arrived"
statement = "The crane is there."

[[claim]]
id = "mayor"
measure = "said/mayor"
statement = "The mayor praised the crane."
wording = "a fine crane"
"""


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "harbour.toml"
    path.write_text(HARBOUR)
    return load_document(path)


def test_a_measure_may_be_settled(tmp_path: Path) -> None:
    path = tmp_path / "claims.toml"
    for given, day in [("2024-05-02", "2024-05-02"), ('"2024-05"', "2024-05"), ('"2024"', "2024")]:
        path.write_text(
            '[document]\nid = "a"\ntitle = "A"\npublished = "2024-05"\n[measure."b/c"]\n'
            f'asks = "B?"\nkind = "quantity"\nunit = "h"\nsettled = {given}\n'
        )
        assert str(load_document(path).measure("b/c").settled) == day


def test_the_document_says_what_was_published_and_when(document: Document, tmp_path: Path) -> None:
    assert (document.id, document.title) == ("harbour-report", "The harbour, a year on")
    assert document.published == CalendarDate(date(2024, 5, 1), "month")
    assert (document.language, document.author, document.url) == ("en", "A. Writer", None)
    assert document.base == str(tmp_path)


def test_claims_and_measures_keep_the_order_of_the_file(document: Document) -> None:
    assert [claim.id for claim in document.claims] == [
        "berths",
        "fuller",
        "lease",
        "crane",
        "mayor",
    ]
    assert document.measures[0].id == "berths/open"
    assert document.claims[0].name == "harbour-report/berths"


def test_a_claim_takes_its_type_from_its_measure(document: Document) -> None:
    types = {claim.id: claim.type for claim in document.claims}
    assert types == {
        "berths": "quantity",
        "fuller": "trend",
        "lease": "date",
        "crane": "event",
        "mayor": "quotation",
    }


def test_means_is_kept_to_the_digit(document: Document) -> None:
    berths = document.claim("berths").assertion
    assert berths is not None
    assert berths.means == (Decimal("0.7"), Decimal("0.8"))
    assert (berths.said, berths.because) == ("about three-quarters", "the writer said so")


def test_days_may_be_dates_or_text(document: Document) -> None:
    berths = document.claim("berths")
    assert berths.as_of == date(2024, 5, 17)
    assert berths.until == CalendarDate(date(2024, 1, 1), "year")


def test_a_place_has_a_sentence_or_several(document: Document) -> None:
    assert document.claim("berths").place == Place(2, (1,))
    assert document.claim("lease").place == Place(3, (1, 2))
    assert document.claim("crane").place is None


def test_citations_are_about_the_claims_measure(document: Document) -> None:
    assert document.claim("berths").cites == (
        Citation(
            measure="berths/open",
            value="0.74",
            url="https://port.example/a",
            quote="74 of 100",
            as_of=CalendarDate(date(2024, 5, 1), "month"),
        ),
        Citation(measure="berths/open", value="three-quarters", by="A. Reader"),
    )


def test_a_trend_goes_by_the_rule_net_where_none_is_named(document: Document) -> None:
    fuller = document.claim("fuller").assertion
    assert fuller == Assertion(
        type="trend",
        measure="berths/open",
        direction="up",
        window=timedelta(days=14),
        rule="net",
    )


def test_parts_are_assertions_of_their_own(document: Document) -> None:
    lease = document.claim("lease")
    assert lease.assertion is None
    assert lease.parts == (
        Part("end", Assertion(type="date", measure="lease/end", said="2042")),
        Part(
            "state",
            Assertion(type="state", measure="lease/state", asserts="in_force", at_least=2),
        ),
    )


def test_a_measure_names_those_that_ask_the_same_with_another_denominator(
    tmp_path: Path,
) -> None:
    asked = 'asks = "What share is open?"\nkind = "quantity"\nunit = "share"\n'
    claim = '[[claim]]\nid = "half"\nmeasure = "open/all"\nstatement = "."\nsaid = "half"\n'
    text = (
        '[document]\nid = "x"\ntitle = "X"\npublished = "2024"\n'
        f'[measure."open/all"]\n{asked}also = ["open/inner"]\n'
        f'[measure."open/inner"]\n{asked}{claim}'
    )
    (tmp_path / "x.toml").write_text(text, encoding="utf-8")

    document = load_document(tmp_path / "x.toml")

    assert document.measure("open/all").also == ("open/inner",)
    assert document.measure("open/inner").also == ()
    assert list(document.measures_of(document.claim("half"))) == ["open/all", "open/inner"]


def test_measures_carry_what_their_kind_needs(document: Document) -> None:
    assert document.measure("berths/open").unit == "share"
    assert document.measure("berths/open").stale_after == timedelta(days=30)
    assert document.measure("lease/state").states == (
        State("in_force", ("is in force", "stands")),
        State("lapsed"),
    )
    assert document.measure("crane/arrived").what == "the new crane arrives"
    assert document.measure("said/mayor").speaker == "the mayor"


def test_a_source_is_asked_under_its_own_name_or_the_given_one(
    document: Document, tmp_path: Path
) -> None:
    own, given = document.measure("berths/open").subscriptions
    assert own == Subscription(
        source="series",
        name="series",
        every=timedelta(hours=6),
        options=(("columns", ("open", "shut")), ("day", "on"), ("url", "berths.csv")),
        base=str(tmp_path),
    )
    assert given == Subscription(
        source="series",
        name="port authority",
        publisher="The Port",
        kind="measurement",
        party="port",
        options=(
            ("limits", ((0.1, 0.9), (1, 2))),
            ("since", date(2024, 1, 1)),
            ("url", "port.csv"),
        ),
        base=str(tmp_path),
    )


def test_a_relative_path_gives_an_absolute_base(tmp_path: Path) -> None:
    (tmp_path / "harbour.toml").write_text(HARBOUR)
    base = load_document(os.path.relpath(tmp_path / "harbour.toml")).base
    assert base is not None
    assert Path(base).is_absolute()
    assert Path(base).samefile(tmp_path)


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    path = tmp_path / "harbour.toml"
    path.write_bytes(b"\xef\xbb\xbf" + HARBOUR.replace("\n", "\r\n").encode())
    assert len(load_document(path).claims) == 5


def test_a_file_with_mistakes_is_not_loaded_and_says_them_all(tmp_path: Path) -> None:
    path = tmp_path / "harbour.toml"
    path.write_text(HARBOUR.replace('"a fine crane"', "3").replace('unit = "share"', ""))
    with pytest.raises(ClaimFileError) as caught:
        load_document(path)
    assert caught.value.mistakes == check_file(path)
    assert len(caught.value.mistakes) == 2


READS = """\
[reads."berths/open"]
subject = "berths"
says = ["open", "in use"]
of = "quay"
by = "the port"
other = "the navy"
needs = "harbour"
never = ["outer harbour"]
since = 2024-01
"""


def test_the_words_of_a_measure_come_with_it(tmp_path: Path) -> None:
    path = tmp_path / "harbour.toml"
    path.write_text(HARBOUR + READS.replace("2024-01", '"2024-01"'))
    berths, lease, *_ = load_document(path).measures
    assert berths.reads == Reads(
        subject=("berths",),
        says=("open", "in use"),
        of=("quay",),
        by=("the port",),
        other=("the navy",),
        needs=("harbour",),
        never=("outer harbour",),
        since=CalendarDate.parse("2024-01"),
    )
    assert lease.reads is None
