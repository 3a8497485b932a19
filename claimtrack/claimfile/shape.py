"""The shape of a claim file: one Struct for each of its tables.

The checker reads these Structs field by field, and the JSON schema for editors is generated from
them, so the two cannot drift apart. A type's ``description`` is what a mistake says would be right.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from claimtrack.claims import ClaimType, Direction, StateFinding, TrendRule
from claimtrack.measures import Kind

#: ``$`` alone would let a closing newline through.
_END = r"$(?!\n)"


def _text(pattern: str, description: str) -> Meta:
    """That a text matches *pattern*. The pattern is kept beside msgspec's own: with one of those in
    use, ``msgspec.json.schema`` makes the process end in a segmentation fault, in one run of four
    (msgspec 0.19 to 0.22, seen 2026-11-22; like https://github.com/msgspec/msgspec/issues/717).
    """
    kept = {"pattern": pattern}
    return Meta(description=description, extra=kept, extra_json_schema=kept)


Text = Annotated[str, _text(r"\S", "text")]
Slug = Annotated[str, _text(rf"^[a-z0-9-]+{_END}", "lower-case letters, digits and hyphens")]
MeasureId = Annotated[
    str,
    _text(
        rf"^[a-z0-9-]+(/[a-z0-9-]+)*{_END}",
        "lower-case letters, digits and hyphens, in parts divided by /",
    ),
]
StateName = Annotated[
    str,
    _text(rf"^[a-z0-9_-]+{_END}", "lower-case letters, digits, hyphens and underscores"),
]
Language = Annotated[
    str,
    _text(rf"^[a-z]{{2,3}}(-[A-Za-z0-9]{{2,8}})*{_END}", 'a language tag such as "en" or "pt-BR"'),
]
Day = Annotated[
    str,
    _text(
        rf"^[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}})?)?{_END}",
        'a day, month or year: 2025-08-15, "2025-08" or "2025"',
    ),
]
Value = Annotated[Text | int | float, Meta(description="text, a number or a day")]
#: Where a TOML date may stand for the text of a day.
DAYS = (Day, Value)
Duration = Annotated[
    str,
    _text(
        rf"^[0-9]{{1,5}}(h|d|w){_END}",
        'a length of time: a whole number and h, d or w, as in "30d"',
    ),
]
Address = Annotated[
    str,
    _text(rf"^https?://[^\s]+{_END}", "an http or https address"),
]
Digest = Annotated[
    str,
    _text(rf"^sha256:[0-9a-f]{{64}}{_END}", '"sha256:" and 64 digits, as locate --write gives it'),
]
Runs = Annotated[
    str,
    _text(
        rf"^[0-9a-f]{{8}}(?: [0-9a-f]{{8}})*{_END}", "8 digits a run, as locate --write gives them"
    ),
]
Ordinal = Annotated[int, Meta(ge=1, description="a whole number from 1")]
Paragraph = Annotated[int, Meta(ge=0, description="a whole number from 0, which is the title")]
Ends = Annotated[
    list[float],
    Meta(min_length=2, max_length=2, description="two numbers, the lower first"),
]
Texts = Annotated[list[Text], Meta(description="a list of texts")]
Words = Annotated[Text | list[Text], Meta(description="text or a list of texts")]


class DocumentTable(Struct, frozen=True, forbid_unknown_fields=True):
    """The published text."""

    id: Slug
    title: Text
    published: Day
    language: Language = "en"
    author: Text | None = None
    url: Address | None = None


class AskTable(Struct, frozen=True):
    """A source that is asked for a measure; keys that are not named here are its own options."""

    source: Text
    name: Text | None = None
    publisher: Text | None = None
    kind: Literal["measurement", "report"] | None = None
    party: Text | None = None
    every: Duration | None = None
    standby: bool = False


class MeasureTable(Struct, frozen=True, forbid_unknown_fields=True):
    """A question about the world that claims rest on."""

    asks: Text
    kind: Kind
    unit: Text | None = None
    scope: Text | None = None
    stale_after: Duration | None = None
    settled: Day | None = None
    states: dict[StateName, Texts] | None = None
    called: dict[StateName, Text] | None = None
    what: Text | None = None
    where: Text | None = None
    speaker: Text | None = None
    occasion: Text | None = None
    also: list[MeasureId] = field(default_factory=list)
    ask: list[AskTable] = field(default_factory=list)


class AssertionTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is asserted of one measure, by a whole claim or by a part of one."""

    type: ClaimType | None = None
    said: Text | None = None
    means: Ends | None = None
    because: Text | None = None
    asserts: StateName | None = None
    at_least: Ordinal = 1
    finding: StateFinding | None = None
    wording: Text | None = None
    direction: Direction | None = None
    window: Duration | None = None
    rule: TrendRule | None = None


class PartTable(AssertionTable, frozen=True, kw_only=True):
    """One part of a claim, judged by itself."""

    measure: MeasureId


class PlaceTable(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a claim stands in the text: its paragraph, and its sentence or sentences."""

    paragraph: Paragraph
    sentence: Ordinal | None = None
    sentences: (
        Annotated[list[Ordinal], Meta(min_length=1, description="a list of whole numbers from 1")]
        | None
    ) = None


class CitationTable(Struct, frozen=True, forbid_unknown_fields=True):
    """Evidence that a person gives in the claim file."""

    value: Value
    measure: MeasureId | None = None
    part: StateName | None = None
    url: Address | None = None
    quote: Text | None = None
    as_of: Day | None = None
    by: Text | None = None


class ClaimTable(AssertionTable, frozen=True, kw_only=True):
    """One checkable statement of the document."""

    id: Slug
    statement: Text
    measure: MeasureId | None = None
    parts: dict[StateName, PartTable] | None = None
    as_of: Day | None = None
    until: Day | None = None
    near: Text | None = None
    place: PlaceTable | None = None
    digest: Digest | None = None
    runs: Runs | None = None
    note: Text | None = None
    was: list[Slug] = field(default_factory=list)
    cites: list[CitationTable] = field(default_factory=list)


class ReadsTable(Struct, frozen=True, forbid_unknown_fields=True):
    """The words a text may use for a measure's subject and relation."""

    subject: Words | None = None
    says: Words | None = None
    of: Words | None = None
    by: Words | None = None
    other: Words | None = None
    needs: Words | None = None
    never: Words | None = None
    since: Day | None = None


class FileTable(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole claim file."""

    document: DocumentTable
    measure: dict[MeasureId, MeasureTable] = field(default_factory=dict)
    claim: list[ClaimTable] = field(default_factory=list)
    reads: dict[MeasureId, ReadsTable] = field(default_factory=dict)
