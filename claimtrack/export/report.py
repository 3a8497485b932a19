"""The report: a page for people, in one file that asks nothing of any network and runs nothing.

It says in plain sentences what became of each claim, draws what was seen, and shows who says so,
in which words and where. Of a page it quotes thirty words at most and names the digest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Literal

from claimtrack.accounts import Account, Aspect, shown
from claimtrack.claims import Document
from claimtrack.export.citing import citations, correction
from claimtrack.export.elements import Element, Part, element, link, strange, written
from claimtrack.export.svgchart import COLOURS, Mark, Point, lane_chart, line_chart
from claimtrack.judging.figures import calendar_words, day_words, figure, interval_words
from claimtrack.judging.labels import Label, Status
from claimtrack.judging.sentences import edge_words, firmness_words, flip_words
from claimtrack.judging.turns import when_words
from claimtrack.judging.verdicts import Review, Standing, Transition, Verdict
from claimtrack.names import counted
from claimtrack.observations import Observation, in_brief
from claimtrack.values import middle
from claimtrack.words.quoting.quotemarks import in_marks

Tone = Literal["good", "bad", "open"]

#: What each status is called, and how it is coloured.
_STATUSES: dict[Status, tuple[str, Tone]] = {
    "outdated": ("no longer right", "bad"),
    "never_held": ("right neither then nor now", "bad"),
    "came_true": ("has come true", "good"),
    "current": ("still right", "good"),
    "timeless": ("settled", "good"),
    "ended": ("its time is over", "open"),
    "unknown": ("cannot be told", "open"),
}
_LABELS: dict[Label, str] = {
    "supported": "held",
    "refuted": "evidence said otherwise",
    "conflicting": "sources disagreed",
    "not_enough_evidence": "could not be told",
    "borderline": "borderline",
    "pending": "not yet due",
    "not_checkable": "not checkable",
}
#: The statuses that somebody has to do something about.
_TURNED: tuple[Status, ...] = ("outdated", "never_held", "came_true")
#: So many pieces of evidence are shown with a claim; the record has them all.
_MOST_SHOWN = 8
#: So many changes, the newest ones, are told and drawn.
_MOST_CHANGES = 12
#: More lanes than this are no picture.
_MOST_LANES = 8
#: Nothing is fetched, nothing runs, nothing is sent, whatever the page may come to hold.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def report(accounts: Sequence[Account], *, at: date, made_at: datetime) -> str:
    """The page on *accounts* as of the day *at*, as HTML; *made_at* is the moment that it names."""
    documents = list(dict.fromkeys(account.document.id for account in accounts))
    by_document = {
        id: [account for account in accounts if account.document.id == id] for id in documents
    }
    titles = [own[0].document.title for own in by_document.values()]
    body = element(
        "body",
        *(part for own in by_document.values() for part in _of_document(own, at)),
        _foot(made_at),
    )
    return written(element("html", _head(" · ".join(titles) or "No claims"), body, lang="en"))


def _head(title: str) -> Element:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"{title}: what is still right"),
        element("style", _style()),
    )


@cache
def _style() -> str:
    return files("claimtrack.export").joinpath("report.css").read_text("utf-8")


def _of_document(accounts: Sequence[Account], at: date) -> Iterator[Element]:
    document = accounts[0].document
    yield element("h1", strange(document.title))
    yield element("p", *_byline(document), class_="soft")
    yield element("p", f"What became of its {counted(len(accounts), 'claim')} by {day_words(at)}.")
    yield _counts(accounts)
    turned = [one for one in accounts if _is_turned(one.standing)]
    if turned:
        yield element("h2", "What to look at first")
        yield element("ul", *(_pointer(account) for account in turned))
    yield element("h2", "Claim by claim")
    yield from (_claim(account, at) for account in accounts)


def _is_turned(standing: Standing) -> bool:
    """Whether somebody has to do something about it, unless a person has decided."""
    decided = standing.review is not None and standing.review.status in {"overridden", "annulled"}
    told = standing.status in _TURNED or standing.now.label == "refuted"
    return told and standing.status != "ended" and not decided


def _byline(document: Document) -> Iterator[Part]:
    if document.author:
        yield from (strange(document.author), ", ")
    yield f"published {calendar_words(document.published)}"
    if document.url:
        yield from (", ", link(document.url))


def _counts(accounts: Iterable[Account]) -> Element:
    found = Counter(_called(account.standing) for account in accounts)
    order = [*_STATUSES.values()]
    chips = (
        element("li", element("span", f"{found[called]} {called[0]}", class_=f"status {called[1]}"))
        for called in sorted(found, key=lambda each: order.index(each) if each in order else -1)
    )
    return element("ul", *chips, class_="counts")


def _pointer(account: Account) -> Element:
    words = element("a", account.claim.statement, href=f"#{_anchor(account)}")
    since = account.since
    return element(
        "li",
        _status(account),
        element("bdi", words),
        f" {_opened(since).rstrip(',')}." if since else None,
    )


def _anchor(account: Account) -> str:
    return account.claim.name


def _status(account: Account) -> Element:
    standing = account.standing
    name, tone = _called(standing)
    if standing.review is not None and standing.review.status != "open":
        name = f"{name}; {standing.review.status} by {standing.review.by}"
    return element("span", strange(name), class_=f"status {tone}")


def _called(standing: Standing) -> tuple[str, Tone]:
    if standing.status == "unknown" and standing.now.label == "refuted":
        return "evidence now says otherwise", "bad"
    if standing.status == "timeless" and standing.now.label == "refuted":
        return "evidence says otherwise", "bad"
    return _STATUSES[standing.status]


def _claim(account: Account, at: date) -> Element:
    standing = account.standing
    return element(
        "article",
        element("h3", strange(account.claim.statement)),
        element("p", _status(account), strange(_became(account))),
        *_charts(account, at),
        *_verdicts(standing),
        *_outlook(account),
        *_changes(account),
        *_evidence(account),
        *_pasted(account),
        *_reviews(account.reviews),
        _noted(account),
        element("p", account.claim.name, class_="soft"),
        id=_anchor(account),
        class_="claim",
    )


def _became(account: Account) -> str:
    """What became of it, without the claim: that is the heading above it."""
    head = f"{account.claim.statement.strip().rstrip('.')}: "
    return _opened(account.told.removeprefix(head))


def _opened(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _verdicts(standing: Standing) -> Iterator[Element]:
    """The verdict when it was written and the one of now; one where they say the same."""
    then, now = standing.then, standing.now
    when = _opened(standing.written)
    if (then.label, list(_told_by(then))) == (now.label, list(_told_by(now))):
        days = f"{day_words(then.at)} and {day_words(now.at)}" if then.at != now.at else None
        yield from _verdict(f"{when}, and now", now, days)
        return
    yield from _verdict(when, then)
    yield from _verdict("Now", now)


def _told_by(verdict: Verdict) -> Iterator[str]:
    yield from _sentences(verdict)
    for part in verdict.parts.values():
        yield from (part.label, *_sentences(part))


def _verdict(heading: str, verdict: Verdict, days: str | None = None) -> Iterator[Element]:
    told = f"{heading}: {_LABELS[verdict.label]}, {days or day_words(verdict.at)}"
    yield element("h4", told)
    yield from (element("p", strange(line)) for line in _sentences(verdict))
    for name, part in verdict.parts.items():
        told = f"{name.replace('_', ' ')}: {_LABELS[part.label]}. {' '.join(_sentences(part))}"
        yield element("p", strange(_opened(told)))


def _sentences(verdict: Verdict) -> list[str]:
    """Why it is so, and what else should be known; what a part tells is left to it."""
    told = {finding.detail for part in verdict.parts.values() for finding in part.findings}
    own = (finding.detail for finding in verdict.findings if finding.detail not in told)
    # A state is called "the town", and a sentence may begin with it.
    return [_opened(words) for words in (verdict.reason, *own)]


def _outlook(account: Account) -> Iterator[Element]:
    """What would flip it, and the words that would be right."""
    now = account.standing.now
    sayings = (firmness_words(now), edge_words(now), flip_words(now))
    told = [words for words in sayings if words]
    if told:
        yield element("h4", "What would change this")
        yield element("p", " ".join(told))
    if account.wording:
        yield element("h4", "Right today")
        yield element("p", f"“{account.wording}”")


def _changes(account: Account) -> Iterator[Element]:
    transitions = account.transitions
    if not transitions:
        return
    yield element("h4", "When it changed")
    earlier = len(transitions) - _MOST_CHANGES
    if earlier > 0:
        yield element("p", f"{counted(earlier, 'change')} before these", class_="soft")
    shown = range(max(0, earlier), len(transitions))
    told = (element("li", strange(_change(transitions[: one + 1], account))) for one in shown)
    yield element("ul", *told)


def _change(changes: Sequence[Transition], account: Account) -> str:
    """The last of *changes*, as closely as it is known by those before it."""
    last = changes[-1]
    was_told = last.after == "not_enough_evidence"
    became = "could no longer be told" if was_told else _LABELS[last.after]
    return f"{when_words(changes)}: {became}, because of {account.because_of(last)}"


def _evidence(account: Account) -> Iterator[Element]:
    evidence = account.evidence
    if not evidence:
        return
    yield element("h4", "Who says so")
    yield from (_quoted(seen, account) for seen in evidence[:_MOST_SHOWN])
    if len(evidence) > _MOST_SHOWN:
        yield element("p", f"and {len(evidence) - _MOST_SHOWN} more on record", class_="soft")


def _quoted(seen: Observation, account: Account) -> Element:
    measure = account.document.measure(seen.measure) if _is_own(seen, account) else None
    value = shown(seen.value, measure) if measure else in_brief(str(seen.value))
    told = f"{_publisher(seen, account)}, {calendar_words(seen.as_of)}: {value}"
    return element(
        "div",
        element("div", strange(told)),
        element("div", strange(in_marks(seen.short_quote))) if seen.short_quote else None,
        element("div", link(seen.url)) if seen.url and seen.url != seen.source else None,
        _digest(seen, account),
        class_="quote",
    )


def _digest(seen: Observation, account: Account) -> Element | None:
    """What names the bytes that were read; of a person's word, that no page was."""
    if account.is_word_of_a_person(seen):
        return element("span", "a person's word; the page was not read", class_="soft")
    return element("span", f"sha256:{seen.snapshot}", class_="digest") if seen.snapshot else None


def _is_own(seen: Observation, account: Account) -> bool:
    return any(measure.id == seen.measure for measure in account.document.measures)


def _publisher(seen: Observation, account: Account) -> str:
    described = account.descriptions.get(seen.source)
    party = f" (a party: {described.party})" if described and described.party else ""
    cited_by = f"{seen.attribution}, in " if seen.attribution else ""
    return f"{cited_by}{account.publisher_of(seen)}{party}"


def _pasted(account: Account) -> Iterator[Element]:
    """The lines to paste, where something is to be mended."""
    line = correction(account)
    if line is None:
        return
    yield element("h4", "To correct the text")
    yield element("p", strange(line), class_="paste")
    yield from (element("p", strange(one), class_="paste soft") for one in citations(account))


def _reviews(reviews: Sequence[Review]) -> Iterator[Element]:
    if not reviews:
        return
    yield element("h4", "Who reviewed it")
    told = (
        f"{review.by}, {day_words(review.recorded_at.date())}: {review.status}. {review.reason}"
        for review in reviews
    )
    yield element("ul", *(element("li", strange(one)) for one in told))


def _noted(account: Account) -> Element | None:
    note = account.claim.note
    return None if not note else element("p", strange(f"Note: {note}"), class_="soft")


def _foot(made_at: datetime) -> Element:
    return element(
        "footer",
        element("h2", "How to read this"),
        element(
            "p",
            "Each answer is a proposal with its evidence, worked out by named rules from what "
            "sources said; a person may have confirmed or overridden it, and then it says so. "
            "A shaded band is what the claim's words admit; a dashed line is a day on which the "
            "answer changed. A digest names the very bytes that were read; the page itself is kept "
            "by whoever made this report.",
        ),
        element("p", f"Made by claimtrack on {made_at.isoformat(timespec='minutes')}."),
        class_="soft",
    )


# -- the charts ---------------------------------------------------------------------------------


def _charts(account: Account, at: date) -> Iterator[Element]:
    marks = [Mark(one.on, _LABELS[one.after]) for one in account.transitions[-_MOST_CHANGES:]]
    for aspect in account.aspects:
        # What a month or a year says holds from its end on.
        seen = [one for one in aspect.history if one.stands and one.holds_from <= at]
        chart = _line_chart(aspect, seen, account, marks) or _lane_chart(aspect, seen, marks)
        if chart is not None:
            yield chart


def _line_chart(
    aspect: Aspect, observations: Sequence[Observation], account: Account, marks: Sequence[Mark]
) -> Element | None:
    """The chart of what was measured; None where nothing was, or on a single day."""
    measure = aspect.measure
    lines: dict[str, list[Point]] = {}
    for seen in observations:
        amount = middle(seen.value)
        if amount is not None:
            lines.setdefault(seen.source, []).append((seen.holds_from, amount))
    if len({day for line in lines.values() for day, _ in line}) < 2:
        return None
    lines = {name: sorted(line) for name, line in lines.items()}
    band = aspect.now.interval or aspect.then.interval
    drawing = line_chart(
        lines,
        band,
        label=lambda amount: figure(amount, measure.unit),
        title=f"{measure.asks} What each source gave, day by day.",
        marks=_within(marks, [day for line in lines.values() for day, _ in line]),
    )
    said = aspect.assertion.said
    words = "" if band is None else interval_words(band, measure.unit)
    legend = None if band is None else f"“{said}”: {words}" if said else words
    return _figure(drawing, aspect, _names(lines, account), legend)


def _lane_chart(
    aspect: Aspect, observations: Sequence[Observation], marks: Sequence[Mark]
) -> Element | None:
    """The chart of what was told; None where too little was told for one, or too much."""
    lanes: dict[str, list[date]] = {}
    for seen in observations:
        lanes.setdefault(_told(seen, aspect), []).append(seen.holds_from)
    days = [day for told in lanes.values() for day in told]
    if len(set(days)) < 2 or len(lanes) > _MOST_LANES:
        return None
    asserted = aspect.assertion.asserts
    held = aspect.measure.called(asserted) if asserted else None
    drawing = lane_chart(
        {name: sorted(told) for name, told in lanes.items()},
        held,
        title=f"{aspect.measure.asks} What was told, day by day.",
        marks=_within(marks, days),
    )
    return _figure(drawing, aspect, [], held)


def _told(seen: Observation, aspect: Aspect) -> str:
    value = shown(seen.value, aspect.measure)
    return value if len(value) <= 60 else f"{value[:60]}…"


def _within(marks: Iterable[Mark], days: Sequence[date]) -> list[Mark]:
    """The marks that lie within the days drawn: silence after them would press the record flat."""
    first, last = min(days), max(days)
    return [mark for mark in marks if first <= mark.day <= last]


def _names(lines: Iterable[str], account: Account) -> list[str]:
    known = account.descriptions
    return [known[name].publisher if name in known else name for name in lines]


def _figure(
    drawing: Element, aspect: Aspect, names: Sequence[str], admitted: str | None
) -> Element:
    keys: list[Part] = []
    for number, name in enumerate(names):
        key = element("span", class_=f"key s{number % COLOURS}")
        keys += [key, strange(name)]
    if admitted is not None:
        keys += [element("span", class_="key band"), strange(admitted)]
    asked = f"{aspect.name.replace('_', ' ')}: {aspect.measure.asks}" if aspect.name else None
    return element(
        "figure",
        drawing,
        element("figcaption", strange(asked or aspect.measure.asks), *keys),
    )
