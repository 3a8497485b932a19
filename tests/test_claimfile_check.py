"""The check of a claim file: what it finds, where it says it is, what it says would be right."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Annotated, Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.claimfile import check_file, claimless, doubts, load_document
from claimtrack.claimfile.lines import lines_of
from claimtrack.claimfile.said import said_problem
from claimtrack.claims import Assertion
from claimtrack.errors import ClaimFileError
from claimtrack.judging.meanings import Meaning, meaning
from claimtrack.measures import Measure

HEAD = """\
[document]
id = "harbour"
title = "The harbour"
published = "2024-05"

[measure."berths/open"]
asks = "What share of the berths is open?"
kind = "quantity"
unit = "share"

[measure."lease/state"]
asks = "Does the lease stand?"
kind = "state"
states = { in_force = ["stands"], lapsed = ["has lapsed"] }

[measure."crane/came"]
asks = "Has the crane come?"
kind = "event"
what = "the crane comes"

[measure."said/mayor"]
asks = "What did the mayor say?"
kind = "quotation"
speaker = "the mayor"

[measure."lease/end"]
asks = "When does the lease end?"
kind = "date"

"""
CLAIM = """\
[[claim]]
id = "berths"
measure = "berths/open"
statement = "Most berths are open."
said = "about three-quarters"
"""


class Series(msgspec.Struct, forbid_unknown_fields=True):
    """The options of a source made for these tests."""

    url: str
    day: str
    columns: list[str] = msgspec.field(default_factory=list)
    limit: Annotated[int, msgspec.Meta(ge=1)] = 1
    address: Annotated[str, msgspec.Meta(pattern="^[a-z]+$")] = "a"
    called: str = msgspec.field(name="as", default="")

    def __post_init__(self) -> None:
        if self.url == self.day:
            raise ValueError("url and day are the same")


SCHEMAS: dict[str, type[msgspec.Struct] | None] = {"series": Series, "plain": None}


class Check:
    """Checks texts as claim files and gives back "line: where: message" of every mistake."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "claims.toml"

    def __call__(self, text: str | bytes, **options: Any) -> list[str]:
        self.path.write_bytes(text if isinstance(text, bytes) else text.encode())
        mistakes = check_file(self.path, **options)
        assert all(mistake.file == str(self.path) for mistake in mistakes)
        return [str(mistake).removeprefix(f"{self.path}:") for mistake in mistakes]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    return Check(tmp_path)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_a_right_file_has_no_mistake(check: Check) -> None:
    assert check(HEAD + CLAIM) == []


def test_a_measure_that_no_claim_uses_is_no_mistake(check: Check) -> None:
    assert check(HEAD) == []


def test_every_mistake_is_told_at_once_in_order_of_line(check: Check) -> None:
    text = (
        HEAD.replace('"harbour"', '"The Harbour"').replace('"share"', '"shares"')
        + CLAIM.replace('"about three-quarters"', "2042").replace("berths/open", "berth/open")
        + CLAIM
    )
    found = check(text)
    parts = ('"The Harbour"', '"shares"', '"berth/open"', "2042")
    again = text[: text.rindex("\nid =")].count("\n") + 2
    lines = [*(line_of(text, part) for part in parts), again]
    assert [int(one.partition(": ")[0]) for one in found] == lines


def test_a_mistake_names_its_claim_its_field_and_the_remedy(check: Check, tmp_path: Path) -> None:
    text = HEAD + CLAIM.replace('"about three-quarters"', "2042").replace("berths", "lease", 1)
    check(text)
    (mistake,) = check_file(tmp_path / "claims.toml")
    assert mistake.line == line_of(text, "2042")
    assert (mistake.where, mistake.field) == ('claim "lease"', "said")
    assert mistake.message == "said must be text, not 2042"
    assert str(mistake) == (
        f'{tmp_path}/claims.toml:{mistake.line}: claim "lease": said must be text, not 2042'
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('id = "harbour"', 'id = "Harbour 1"', "document: id must be lower-case letters"),
        ('id = "harbour"', "", "document: id is missing"),
        ('title = "The harbour"', 'title = " "', "document: title must not be empty"),
        ('"2024-05"', "2024", "document: published must be a day, month or year"),
        ('"2024-05"', '"2024-13"', "document: published must be a day of the calendar"),
        ('"2024-05"', "2024-05-01T10:00:00Z", "not the moment 2024-05-01T10:00:00+00:00"),
        ('"2024-05"', '"2024-05"\nurl = "harbour.example"', "url must be an http or https"),
        ('"2024-05"', '"2024-05"\nlanguage = "English"', "language must be a language tag"),
        ('"2024-05"', '"2024-05"\nlangauge = "en"', 'did you mean "language"?'),
        ("[document]", "[documents]", 'unknown key "documents"; did you mean "document"?'),
        ("[document]", "[[document]]", "document is a table, not a list: write [document]"),
        ("[document]", "[document]\n[document.x]", 'unknown key "x"'),
        ('kind = "quantity"', 'kind = "quantitiy"', 'did you mean "quantity"?'),
        ('kind = "quantity"', "", 'measure "berths/open": kind is missing'),
        ('kind = "quantity"', 'kind = ["quantity"]', 'not ["quantity"]'),
        ('unit = "share"', 'unit = "percent"', "unit must be one of share, km2"),
        ('unit = "share"', 'unit = "mm"', 'not "mm", which is given in km'),
        (
            'unit = "share"',
            'unit = "share"\nreads = { says = ["open"] }',
            'unknown key "reads"; it is a table of its own: write [reads."berths/open"]',
        ),
        ('unit = "share"', "", "unit is missing; a measure of kind quantity needs it"),
        ('unit = "share"', 'unit = "share"\nspeaker = "x"', "speaker belongs to measures of kind"),
        ('unit = "share"', 'unit = "share"\nstale_after = "30 days"', 'as in "30d"'),
        ('unit = "share"', 'unit = "share"\nstale_after = "0d"', "longer than nothing"),
        ('unit = "share"', 'unit = "share"\nalso = ["berths/ope"]', 'no measure "berths/ope"'),
        ('unit = "share"', 'unit = "share"\nalso = ["berths/open"]', "which is this measure"),
        ('unit = "share"', 'unit = "share"\nalso = ["lease/end"]', "of kind date and no quantity"),
        ('kind = "date"', 'kind = "date"\nalso = []', "also belongs to measures of kind quantity"),
        ('"berths/open"]', '"Berths Open"]', "a name here must be lower-case letters"),
        ('what = "the crane comes"', "", "what is missing; a measure of kind event"),
        ('speaker = "the mayor"', "", "speaker is missing; a measure of kind quotation"),
        ('"the mayor"', '"a spokesman"', "must be a name or an office, with its capitals"),
        ('"the mayor"', '"keir starmer"', 'not "keir starmer"'),
        ('"the mayor"', '"…"', "must be a name or an office"),
        ('{ in_force = ["stands"], lapsed = ["has lapsed"] }', "{}", "states is empty"),
        (
            'lapsed = ["has lapsed"] }',
            'lapsed = ["gone"] }\ncalled = { laps = "over" }',
            '"laps" is none of the states; did you mean "lapsed"?',
        ),
        (
            'lapsed = ["has lapsed"] }',
            'lapsed = ["gone"] }\ncalled = { lapsed = "" }',
            "lapsed must",
        ),
        ('["stands"]', '"stands"', 'in_force must be a list of texts, not "stands"'),
        ('["has lapsed"]', '["Stands"]', '"Stands" tells lapsed and in_force alike'),
        ('id = "berths"', "", "claim 1: id is missing"),
        ('id = "berths"', 'id = "berths\\n"', "id must be lower-case letters"),
        ('"Most berths are open."', '""', "statement must not be empty"),
        ('measure = "berths/open"', "", "measure is missing; a claim names the measure"),
        ('measure = "berths/open"', 'measure = "berth/open"', 'did you mean "berths/open"?'),
        ('measure = "berths/open"', 'measure = "zzz"', 'there is "berths/open"'),
        ('said = "about', 'siad = "about', 'unknown key "siad"; did you mean "said"?'),
        (
            '"about three-quarters"',
            '"the bulk"',
            "“the bulk” names no amount: it states no quantity",
        ),
        ('"about three-quarters"', '"dozens"', "measure: the words name no amount that figures"),
        ('"about three-quarters"', '"a third more"', "the words say how much it changed"),
        ('"about three-quarters"', '"120 percent"', "the words give more than 100%, the measure a"),
        ('"about three-quarters"', '"three hours"', "the words give hours, the measure a share"),
        (
            '"about three-quarters"',
            '"116,000"',
            "a plain number, the measure a share; give the words",
        ),
        ('said = "about three-quarters"', "", "said is missing"),
        ('said = "about', 'means = [0.8, 0.7]\nsaid = "about', "the lower first: [0.7, 0.8]"),
        ('said = "about', 'means = [70, 80]\nsaid = "about', "lies within 0 and 1, not [70, 80]"),
        ('said = "about', 'means = [0.7]\nsaid = "about', "means must be two numbers"),
        ('said = "about', 'means = [0.7, inf]\nsaid = "about', "neither infinite nor nan"),
        ('said = "about', 'means = [nan, 1]\nsaid = "about', "neither infinite nor nan"),
        ('said = "about', 'because = "so"\nsaid = "about', "means is missing"),
        ('said = "about', 'wording = "x"\nsaid = "about', 'wording belongs to "quotation" claims'),
        ('said = "about', 'direction = "up"\nsaid = "about', 'add type = "trend"'),
        ('said = "about', 'type = "date"\nsaid = "about', "needs a measure of kind date"),
        ('said = "about', 'type = "trend"\nsaid = "about', "direction is missing"),
        ('said = "about', 'type = "trends"\nsaid = "about', 'did you mean "trend"?'),
        ('said = "about', 'at_least = 0\nsaid = "about', "at_least must be a whole number from 1"),
        ('said = "about', 'at_least = true\nsaid = "about', "whole number from 1, not true"),
        ('said = "about', 'as_of = "May 2024"\nsaid = "about', "as_of must be a day, month or"),
        ('said = "about', 'as_of = "2024-02-30"\nsaid = "about', "day of the calendar"),
        (
            'said = "about',
            'as_of = 2024-05-01\nuntil = 2024-04-30\nsaid = "about',
            "until 2024-04-30 is before as_of 2024-05-01",
        ),
        ('said = "about', 'place = { paragraph = 1 }\nsaid = "about', "exactly one of the two"),
        (
            'said = "about',
            'place = { paragraph = -1, sentence = 1 }\nsaid = "about',
            "paragraph must be a whole number from 0",
        ),
        (
            'said = "about',
            'place = { paragraph = 1, sentences = [2, 1] }\nsaid = "about',
            "sentences must ascend, not [2, 1]",
        ),
        ('said = "about', 'digest = "abc"\nsaid = "about', "digest must be"),
        ('said = "about', 'was = ["berths"]\nsaid = "about', "a claim of this file"),
        ('said = "about', 'cites = [{ url = "https://a" }]\nsaid = "about', "value is missing"),
        ('said = "about', 'cites = [{ value = nan }]\nsaid = "about', "nor nan"),
        ('said = "about', 'cites = 3\nsaid = "about', "cites must be a list of tables, not 3"),
        ('said = "about', 'parts = {}\nsaid = "about', "parts is empty"),
        (
            'said = "about',
            'parts = { a = { measure = "lease/end", said = "x" } }\nsaid = "about',
            "measure stands beside parts",
        ),
        (
            'unit = "share"',
            'unit = "share"\nsettled = 2024-05-02\nstale_after = "9d"',
            "what is settled does not grow stale",
        ),
        (
            'what = "the crane comes"',
            'what = "the crane comes"\nsettled = 2024',
            "settled must be",
        ),
        (
            'speaker = "the mayor"',
            'speaker = "the mayor"\nsettled = "2024"',
            "settled belongs to measures of kind quantity or state, not quotation",
        ),
        (
            'unit = "share"',
            'unit = "share"\nsettled = "2024-13"',
            "settled must be a day of the calendar",
        ),
        ("[[claim]]", "[claim]", "claim is a list of tables: write [[claim]], two brackets"),
        ("[[claim]]", '[reads."berth/open"]\nsays = "x"\n[[claim]]', 'no measure "berth/open"'),
        ("[[claim]]", '[reads."berths/open"]\nsays = 1\n[[claim]]', "says must be text or a list"),
        ("[[claim]]", '[reads."berths/open"]\nsay = "x"\n[[claim]]', 'did you mean "says"?'),
    ],
)
def test_a_mistake_says_what_is_wrong(check: Check, old: str, new: str, expected: str) -> None:
    text = HEAD + CLAIM
    assert old in text
    found = check(text.replace(old, new, 1))
    assert any(expected in one for one in found), found


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ('measure = "lease/state"', ["asserts is missing"]),
        ('measure = "lease/state"\nasserts = "inforce"', ['did you mean "in_force"?']),
        ('measure = "lease/state"\nasserts = "in_force"\nat_least = 2', []),
        ('measure = "lease/state"\nasserts = "in_force"\nmeans = [0, 1]', ["means belongs to"]),
        ('measure = "crane/came"', []),
        ('measure = "crane/came"\nasserts = "not_yet"', []),
        ('measure = "crane/came"\nasserts = "came"', ['"happened" or "not_yet"']),
        ('measure = "said/mayor"', ["wording is missing"]),
        ('measure = "said/mayor"\nwording = "a fine crane"', []),
        ('measure = "said/mayor"\nwording = "a"\nsaid = "b"', ["said belongs to"]),
        (f'measure = "said/mayor"\nwording = "{"so " * 30}"', []),
        (f'measure = "said/mayor"\nwording = "{"so " * 31}"', ["wording has 31 words"]),
        ('measure = "lease/end"', ["said is missing"]),
        ('measure = "lease/end"\nsaid = "2042"', []),
        ('measure = "berths/open"\nmeans = [0.1, 0.2]', []),
        ('measure = "berths/open"\nsaid = "dozens"\nmeans = [0.1, 0.2]', []),
        ('measure = "berths/open"\ntype = "trend"\ndirection = "up"\nwindow = "30d"', []),
        (
            'measure = "berths/open"\ntype = "trend"\ndirection = "upp"\nwindow = "0d"\nrule = "x"',
            ['did you mean "up"?', "window must be longer", "rule must be"],
        ),
        (
            'measure = "lease/end"\ntype = "trend"\ndirection = "up"\nwindow = "30d"',
            ["needs a measure of kind quantity"],
        ),
    ],
)
def test_each_type_needs_its_own_fields(check: Check, fields: str, expected: list[str]) -> None:
    found = check(f'{HEAD}[[claim]]\nid = "a"\nstatement = "s"\n{fields}\n')
    assert len(found) == len(expected), found
    assert all(any(part in one for one in found) for part in expected), found


def test_a_part_is_checked_as_a_claim_is(check: Check) -> None:
    found = check(
        HEAD
        + """
[[claim]]
id = "lease"
statement = "The lease stands until 2042."
cites = [{ value = "2042" }]

[claim.parts]
end = { measure = "lease/ends", said = "2042" }
state = { measure = "lease/state", assert = "in_force" }
"""
    )
    assert len(found) == 4
    assert (
        'claim "lease", cites 1: measure is missing; the claim rests on "lease/ends" and'
        in (found[0])
    )
    assert 'claim "lease", part "end": there is no measure "lease/ends"' in found[1]
    assert any('claim "lease", part "state": unknown key "assert"' in one for one in found)
    assert any('claim "lease", part "state": asserts is missing' in one for one in found)


def test_an_id_is_given_once_and_a_former_one_too(check: Check) -> None:
    other = CLAIM.replace('"berths"', '"b"') + 'was = ["old"]\n'
    found = check(HEAD + CLAIM + CLAIM + other + other.replace('"b"', '"c"'))
    assert len(found) == 2
    assert 'id "berths" is taken by claim 1' in found[0]
    assert 'was names "old", as "b" does' in found[1]


def asking(*asks: str) -> str:
    listed = "".join(f"  {ask},\n" for ask in asks)
    return HEAD.replace('unit = "share"\n', f'unit = "share"\nask = [\n{listed}]\n')


def test_sources_are_checked_against_their_own_options(check: Check) -> None:
    text = asking(
        '{ source = "series", url = "a.csv", day = "on", columns = ["a"], as = "b", every = "1d" }',
        '{ source = "serie", url = "a.csv" }',
        '{ source = "series", name = "two", ulr = "a.csv", day = 3, columns = "a" }',
        '{ source = "series", name = "three", url = "a", day = "b", limit = 0, address = "B" }',
        '{ source = "plain", evry = "1d" }',
        '{ source = "series", name = "four", url = "a", day = "a", called = "c" }',
        '{ source = "series", name = "five", url = "a", day = "a" }',
    )
    where = 'measure "berths/open", ask'
    start = line_of(text, '{ source = "series"')
    assert sorted(check(text, schemas=SCHEMAS)) == sorted(
        [
            f'{start + 1}: {where} 2: there is no source "serie"; did you mean "series"?',
            f'{start + 2}: {where} 3: unknown key "ulr"; did you mean "url"?',
            f"{start + 2}: {where} 3: day must be text, not 3",
            f'{start + 2}: {where} 3: columns must be a list, not "a"',
            f'{start + 2}: {where} 3: url is missing; source "series" needs it: text',
            f"{start + 3}: {where} 4: limit must be a whole number, not 0",
            f'{start + 3}: {where} 4: address must be text, not "B"',
            f'{start + 4}: {where} 5: unknown key "evry"; did you mean "every"?',
            f'{start + 5}: {where} 6: unknown key "called"; known are address, as, columns, day, '
            "every, kind, limit, name, party, publisher, source, standby, url",
            f'{start + 6}: {where} 7: source "series": url and day are the same',
        ]
    )


def test_where_nobody_knows_the_sources_only_the_common_keys_are_checked(check: Check) -> None:
    assert check(asking('{ source = "anything", url = 3, evry = "1d" }')) == []
    (found,) = check(asking('{ source = "anything", every = "daily" }'))
    assert "every must be a length of time" in found


def test_a_source_asked_twice_goes_by_two_names(check: Check) -> None:
    (found,) = check(asking('{ source = "a" }', '{ source = "b", name = "a" }'))
    assert 'name "a" is taken by ask 1' in found
    assert check(asking('{ source = "a" }', '{ source = "a", name = "b" }')) == []


def test_an_option_may_be_a_table_and_is_no_endless_number(check: Check) -> None:
    assert check(asking('{ source = "a", where = { side = "x" }, days = [[{ a = 1 }]] }')) == []
    (found,) = check(asking('{ source = "a", limits = { low = -inf } }'))
    assert "limits must be text, a finite number, true or false, a day, a list or a table" in found


def test_one_name_stands_for_one_publisher_and_one_source(check: Check) -> None:
    ask = '[[measure."{}".ask]]\nsource = "{}"\nname = "figures"\npublisher = "{}"\n'
    measure = '[measure."{}"]\nasks = "How?"\nkind = "quantity"\nunit = "share"\n'

    def two(source: str, publisher: str) -> str:
        one = measure.format("a") + ask.format("a", "plain", "ONS")
        return HEAD + one + measure.format("b") + ask.format("b", source, publisher)

    assert check(two("plain", "ONS")) == []
    (found,) = check(two("plain", "League"))
    assert 'the name "figures" stands for publisher "ONS" elsewhere and "League" here' in found
    (found,) = check(two("other", "ONS"))
    assert 'stands for source "plain" elsewhere and "other" here' in found


@pytest.mark.parametrize(
    ("value", "complaint"),
    [('"bananas"', "neither"), ("20", "no share"), ('"three hours"', "counted in share")],
)
def test_what_is_cited_answers_the_measure(check: Check, value: str, complaint: str) -> None:
    cites = "cites = [{{ value = {} }}]\n"
    assert check(HEAD + CLAIM + cites.format('"about 75%"')) == []
    (found,) = check(HEAD + CLAIM + cites.format(value))
    assert "value answers nothing: berths/open" in found
    assert complaint in found or "not a quantity" in found


LEASE = """\
[[claim]]
id = "lease"
statement = "The lease stands until 2042."
as_of = 2024-05-01
parts.end = { measure = "lease/end", said = "2042" }
parts.state = { measure = "lease/state", asserts = "in_force", finding = "wrong_instrument" }
"""


@pytest.mark.parametrize(
    ("cite", "complaint"),
    [
        ('{ part = "state", value = "in_force" }', None),
        ('{ part = "end", value = 2042-05-28 }', None),
        ('{ measure = "crane/came", value = "not_yet" }', None),
        ('{ measure = "crane/came", value = "not yet" }', None),
        ('{ measure = "crane/came", value = 2024-04-01 }', None),
        ('{ part = "state", value = "in force" }', None),
        ('{ measure = "said/mayor", value = "a fine crane" }', None),
        (
            '{ part = "stat", value = "in_force" }',
            'no part "stat"; its parts are "end" and',
        ),
        ('{ part = "end", measure = "lease/end", value = "2042" }', "part stands beside measure"),
        ('{ part = "end", value = "in_force" }', "value answers nothing: lease/end"),
        ('{ part = "state", value = "2042" }', "none of the states in_force, lapsed"),
        ('{ measure = "crane/came", value = "soon" }', "value answers nothing: crane/came"),
        ('{ measure = "crane/came", value = "soon" }', "or 'not_yet' where it has not happened"),
        ('{ value = "2042" }', "measure is missing"),
    ],
)
def test_what_is_cited_for_a_part_answers_the_measure_of_that_part(
    check: Check, cite: str, complaint: str | None
) -> None:
    found = check(HEAD + LEASE + f"cites = [{cite}]\n")
    assert len(found) == (complaint is not None)
    assert all(complaint in one and "cites 1" in one for one in found if complaint)


def test_a_claim_without_parts_has_no_part_to_cite_for(check: Check) -> None:
    (found,) = check(HEAD + CLAIM + 'cites = [{ part = "end", value = 0.7 }]\n')
    assert 'the claim has no part "end"; it has no parts' in found


@pytest.mark.parametrize(
    ("second", "contradicts"),
    [
        ('{ part = "state", value = "lapsed" }', True),
        ('{ part = "state", value = "lapsed", as_of = 2024-05-01 }', True),
        ('{ part = "state", value = "lapsed", as_of = 2024-05-02 }', False),
        ('{ part = "state", value = "lapsed", by = "A. Reader" }', False),
        ('{ part = "state", value = "in_force", url = "https://b.example" }', False),
    ],
)
def test_one_person_has_one_answer_for_a_day(check: Check, second: str, contradicts: bool) -> None:
    found = check(HEAD + LEASE + f'cites = [{{ part = "state", value = "in_force" }}, {second}]\n')
    assert len(found) == contradicts
    assert all('cites 2: value contradicts "in_force"' in one for one in found)


def test_one_page_may_quote_several_things_said_on_one_day(check: Check) -> None:
    one = '{{ measure = "said/mayor", value = "a fine {}", url = "https://{}.example" }}'
    here = ", ".join([one.format("crane", "a"), one.format("pier", "a")])
    apart = ", ".join([one.format("crane", "a"), one.format("pier", "b")])
    assert check(HEAD + LEASE + f"cites = [{here}]\n") == []
    assert len(check(HEAD + LEASE + f"cites = [{apart}]\n")) == 1


def test_a_cite_without_words_is_no_mistake_and_is_told(check: Check) -> None:
    cites = """\
cites = [
  { value = 0.75, as_of = 2024-05-01, url = "https://example.org/berths", quote = "75 per cent" },
  { value = 0.75, as_of = 2024-05-02, url = "https://example.org/berths" },
  { value = 0.75, as_of = 2024-05-03 },
]
"""
    text = HEAD + CLAIM + cites
    assert check(text) == []
    told = [str(one).removeprefix(f"{check.path}:") for one in doubts(check.path)]
    word = "without a page's own words this is the word of whoever cites, and nothing more"
    assert told == [
        f'{line_of(text, "{ value = 0.75, as_of = 2024-05-02")}: claim "berths", cites 2: '
        f"quote is missing: {word}",
        f'{line_of(text, "{ value = 0.75, as_of = 2024-05-03")}: claim "berths", cites 3: '
        f"url and quote are missing: {word}",
    ]
    check("this is no TOML")
    assert doubts(check.path) == ()


def test_a_measure_of_which_nobody_is_asked_is_no_mistake_and_is_told(check: Check) -> None:
    asked = 'unit = "share"\nask = [{ source = "plain" }]\n'
    cited = 'cites = [{ value = 0.75, url = "https://example.org/b", quote = "75 per cent" }]\n'
    parts = """
[[claim]]
id = "both"
statement = "The lease stands, and the berths are open."
parts.lease = { measure = "lease/state", asserts = "in_force" }
parts.berths = { measure = "berths/open", said = "about three-quarters" }
"""
    for text, unasked in (
        (HEAD + CLAIM, ["berths/open"]),
        (HEAD, []),
        (HEAD.replace('unit = "share"\n', asked) + CLAIM, []),
        (HEAD + CLAIM + cited, []),
        (HEAD.replace('unit = "share"\n', asked) + CLAIM + parts, ["lease/state"]),
    ):
        assert check(text) == []
        told = doubts(check.path)
        assert [one.where for one in told] == [f'measure "{name}"' for name in unasked]
        assert all("nobody is asked" in one.message for one in told)
        assert [one.line for one in told] == [
            line_of(text, f'[measure."{name}"]') for name in unasked
        ]


def test_a_statement_that_is_still_a_proposal_is_told(check: Check) -> None:
    text = (
        HEAD.replace('unit = "share"\n', 'unit = "share"\nask = [{ source = "plain" }]\n') + CLAIM
    )
    assert check(text) == []
    assert doubts(check.path) == ()
    proposed = text.replace("Most berths", "In words of your own: most berths")
    assert check(proposed) == []
    (told,) = doubts(check.path)
    assert (told.where, told.field) == ('claim "berths"', "statement")
    assert told.line == line_of(proposed, "statement = ")


def test_a_file_that_claims_nothing_is_no_mistake_and_is_told(check: Check) -> None:
    commented = "".join(f"# {line}\n" for line in CLAIM.splitlines())
    assert check(HEAD) == []
    assert claimless(check.path) == "no claim in it"
    check(HEAD + commented)
    assert claimless(check.path) == "no claim in it: 1 is commented out"
    check(HEAD + commented + "#\n" + commented)
    assert claimless(check.path) == "no claim in it: 2 are commented out"
    check(HEAD + commented + CLAIM)
    assert claimless(check.path) is None
    check("this is no TOML")
    assert claimless(check.path) is None


def test_only_a_state_says_what_another_one_is_called(check: Check) -> None:
    (found,) = check(HEAD + CLAIM + 'finding = "wrong_place"\n')
    assert 'finding belongs to "state" claims' in found
    (found,) = check(HEAD + LEASE.replace("wrong_instrument", "wrong"))
    assert "finding must be" in found


def test_the_same_checks_run_on_load(check: Check) -> None:
    text = asking('{ source = "serie" }')
    check(text)
    assert load_document(check.path).id == "harbour"
    with pytest.raises(ClaimFileError, match='did you mean "series"') as caught:
        load_document(check.path, schemas=SCHEMAS)
    assert caught.value.mistakes == check_file(check.path, schemas=SCHEMAS)


def test_a_line_that_is_no_toml_hides_no_other_mistake(check: Check) -> None:
    text = (HEAD + CLAIM).replace('"2024-05"', "2024-05").replace('"about', "about")
    text = text.replace('kind = "date"', 'kind = "dates"')
    found = check(text)
    assert len(found) == 3, found
    assert found[0].startswith("4: document: not TOML")
    assert 'a month is written as text: "2024-05"' in found[0]
    assert 'did you mean "date"?' in found[1]
    assert 'claim "berths": not TOML' in found[2]


def test_what_a_line_that_is_no_toml_would_have_given_is_not_missed(check: Check) -> None:
    claim = CLAIM.replace("said = ", "place.paragraph = 1\nplace.sentence = 1\nsaid = ")
    (found,) = check(HEAD + claim.replace('"about three-quarters"', "about three-quarters"))
    assert 'claim "berths": not TOML' in found


def test_a_list_of_measures_is_told_how_a_measure_is_written(check: Check) -> None:
    found = check(HEAD.partition("[measure")[0] + '[[measure]]\nid = "a"\n')
    assert found == ['6: measure is a table, not a list: write [measure."..."], one bracket']


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = [1,\ny = 2\nz = 3\n", "2: not TOML"),
        ("[a\n", "1: not TOML"),
        ('x = """abc\n', "2: not TOML"),
        ("[a]\n[a]\n", "2: not TOML"),
        ("[[a]]\nx = { b = 1,\n  c = 2 }\n", "braces stands on one line"),
        ("x = 1\nx = 2\n", "2: not TOML"),
        ("\x00\n", "1: not TOML"),
        ("x = " + "[" * 5000 + "]" * 5000, "nested deeper than"),
        ("x = " + "[" * 50 + "]" * 50, "nested deeper than"),
        (".".join("a" * 2000) + " = 1", "nested deeper than"),
        ("x = " + "9" * 5000, "not TOML"),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(check: Check, text: str, expected: str) -> None:
    found = check(text)
    assert any(expected in one for one in found), found


def test_bytes_that_are_not_utf8_are_told_with_their_line(check: Check) -> None:
    (found,) = check(b'[document]\ntitle = "caf\xe9"\n')
    assert found.startswith("2: not UTF-8: found the byte 0xe9")


def test_a_file_that_is_not_there_or_is_none_is_told(tmp_path: Path) -> None:
    for path, expected in (
        (tmp_path / "none.toml", "there is no such file"),
        (tmp_path, "not a file but a folder or device"),
        (Path("/dev/null"), "not a file but a folder or device"),
        (tmp_path / "a\x00b", "cannot be read"),
        (tmp_path / ("n" * 300), "cannot be read"),
    ):
        (found,) = check_file(path)
        assert expected in found.message
        with pytest.raises(ClaimFileError, match=expected):
            load_document(path)


def test_a_file_too_large_to_be_written_by_hand_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    (found,) = check_file(path)
    assert "larger than 4 MB" in found.message


def test_nothing_in_a_right_claim_file_is_left_without_a_line() -> None:
    text = HEAD + CLAIM
    lines = lines_of(text)
    for path in _leaves(tomllib.loads(text), ()):
        assert str(path[-1]) in text.split("\n")[lines.line(path) - 1]


def _leaves(given: Any, path: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
    if isinstance(given, dict):
        return [leaf for key, value in given.items() for leaf in _leaves(value, (*path, key))]
    return [path]


def test_checking_again_and_again_ends_as_it_should(check: Check) -> None:
    check(HEAD.replace('"share"', '"shares"') + CLAIM.replace("said", "siad"))
    code = (
        "import sys; from claimtrack.claimfile import check_file\n"
        "for _ in range(50): assert check_file(sys.argv[1])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(check.path)], check=False)
    assert done.returncode == 0


# Properties: no text whatever makes the check raise, and what it lets through can be loaded.

SNIPPETS = [
    *(HEAD + CLAIM).splitlines(keepends=True),
    "[", "]", "{", "}", "=", ",", ".", '"', "'", '"""', "#", "\\", "\n", "\r\n", " ", "1", "-",
    "2024-05-01", "07:32:00", "1979-05-27 07:32:00Z", "inf", "nan", "true", "0x1F", "1e9", "é",
    "\\u00e9", "\x00", "\ud7ff", "id", "claim", "[[claim]]\n", "parts", "place", "ask", "means",
    "said = ", "[measure.x]\n", "[[measure.x.ask]]\n", "source = 'a'\n", "a.b.c = 1\n",
    "cites = [{value=1}]\n", 'asserts = "in_force"\n', "[claim.parts.a]\n", "{ a = [ { } ] }",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(SNIPPETS), max_size=60).map("".join) | st.text(max_size=200))
def test_no_text_whatever_makes_the_check_raise(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    mistakes = check_file(path, schemas=SCHEMAS)
    assert all(str(mistake).startswith(str(path)) for mistake in mistakes)
    if not mistakes:
        assert load_document(path, schemas=SCHEMAS).id


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_whatever_make_the_check_raise(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.toml"
    path.write_bytes(content)
    assert check_file(path)


VALUES = st.recursive(
    st.none().map(lambda _: '""')
    | st.integers(-3, 3).map(str)
    | st.sampled_from(
        ["0.5", "inf", "nan", "true", "2024-05-01", "2024-05-01T00:00:00Z", "07:00:00", '"x"']
    )
    | st.sampled_from(['"quantity"', '"trend"', '"up"', '"30d"', '"share"', '"berths/open"']),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda them: f"[{', '.join(them)}]")
        | st.dictionaries(st.sampled_from("abc"), inner, max_size=2).map(
            lambda them: "{" + ", ".join(f"{key} = {value}" for key, value in them.items()) + "}"
        )
    ),
    max_leaves=4,
)
KEYS = {
    "document": ["id", "title", "published", "language", "author", "url", "x"],
    "measure.m": ["asks", "kind", "unit", "scope", "stale_after", "states", "what", "ask", "x"],
    "[claim]": [
        "id", "type", "measure", "statement", "said", "asserts", "at_least", "as_of", "until",
        "means", "because", "direction", "window", "rule", "wording", "parts", "near", "place",
        "digest", "note", "was", "cites", "x",
    ],
    "reads.m": ["subject", "says", "of", "by", "other", "needs", "never", "since", "x"],
}  # fmt: skip
TABLES = st.sampled_from(sorted(KEYS)).flatmap(
    lambda name: st.dictionaries(st.sampled_from(KEYS[name]), VALUES, max_size=8).map(
        lambda them: f"[{name}]\n" + "".join(f"{key} = {value}\n" for key, value in them.items())
    )
)


@settings(max_examples=400, deadline=None)
@given(st.lists(TABLES, max_size=5))
def test_no_value_in_any_field_makes_the_check_raise(
    tmp_path_factory: pytest.TempPathFactory, tables: list[str]
) -> None:
    path = tmp_path_factory.getbasetemp() / "fields.toml"
    path.write_text(HEAD + CLAIM + "".join(tables))
    mistakes = check_file(path, schemas=SCHEMAS)
    assert all(mistake.message for mistake in mistakes)
    if not mistakes:
        load_document(path, schemas=SCHEMAS)


PHRASES = (
    "half", "about 20%", "116,000", "twelve people", "three hours", "1,000 soldiers a day",
    "40 a day", "5 million euros", "dozens", "a third more", "the bulk", "90 km2", "two  years",
)  # fmt: skip
UNITS = ("share", "count", "persons", "persons/d", "count/d", "km2", "h", "yr", "EUR", "EUR/month")


@pytest.mark.parametrize("phrase", PHRASES)
def test_what_passes_the_check_can_be_judged_and_nothing_else(phrase: str) -> None:
    said = Assertion("quantity", "m", said=phrase)
    for unit in UNITS:
        measure = Measure("m", "How much?", "quantity", unit=unit)
        passes = said_problem(phrase, measure) is None
        assert passes == isinstance(meaning(said, measure), Meaning), unit


def test_some_words_pass_and_some_do_not() -> None:
    share = Measure("m", "How much?", "quantity", unit="share")
    assert [said_problem(phrase, share) is None for phrase in PHRASES[:3]] == [True, True, False]


def test_words_that_are_too_long_are_one_mistake(check: Check) -> None:
    said = 'said = "' + "so many more " * 30 + '"'
    (mistake,) = check(HEAD + CLAIM.replace('said = "about three-quarters"', said))
    assert "said has 90 words" in mistake


@pytest.mark.parametrize(
    ("measure", "words", "expected"),
    [
        ("lease/end", 'said = "one day"', "“one day” names no date; name one, or a month"),
        ("lease/end", 'said = "2017 or 2042"', "names more than one date"),
        ("lease/end", 'said = "three years on"', "the words alone do not say"),
        ("said/mayor", 'wording = " … "', 'no word that can have been said: "…"'),
    ],
)
def test_a_claim_that_can_never_be_judged_is_told(
    tmp_path: Path, measure: str, words: str, expected: str
) -> None:
    claim = f'[[claim]]\nid = "a"\nmeasure = "{measure}"\nstatement = "So it is."\n{words}\n'
    (tmp_path / "x.toml").write_text(HEAD + claim, encoding="utf-8")
    (found,) = check_file(tmp_path / "x.toml")
    assert expected in found.message
    assert found.field == words.partition(" ")[0]
    assert found.line == HEAD.count("\n") + 5


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        ("lease/end", 'said = "last Friday"'),
        ("lease/end", 'said = "2004-08"'),
        ("lease/end", 'said = "by the end of 2026"'),
        ("said/mayor", 'wording = "不"'),
        ("crane/came", 'asserts = "happened"'),
    ],
)
def test_a_claim_that_can_be_judged_is_let_through(
    tmp_path: Path, measure: str, words: str
) -> None:
    claim = f'[[claim]]\nid = "a"\nmeasure = "{measure}"\nstatement = "So it is."\n{words}\n'
    (tmp_path / "x.toml").write_text(HEAD + claim, encoding="utf-8")
    assert check_file(tmp_path / "x.toml") == ()


def test_a_source_that_is_like_no_other_may_not_be_installed(check: Check) -> None:
    (told,) = check(asking('{ source = "gauges" }'), schemas=SCHEMAS)
    assert 'there is no source "gauges", or its plugin is not installed; there is "' in told
