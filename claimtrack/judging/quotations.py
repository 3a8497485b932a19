"""Quotations: whether the words that a claim puts into somebody's mouth were said by him.

What was said is said: the answer is the same on every day, and the day that evidence is dated to
decides nothing. A wording that the pages read do not have was not looked for everywhere, so that
its absence is no evidence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from claimtrack.claims import Assertion
from claimtrack.judging.asked import asked_words
from claimtrack.judging.cases import Case, Ruling, unique
from claimtrack.judging.combining import Opinion, Weighed, findings_of, weigh
from claimtrack.judging.figures import dated_words
from claimtrack.judging.labels import Label
from claimtrack.judging.records import describe
from claimtrack.judging.verdicts import Finding, Verdict
from claimtrack.measures import Measure
from claimtrack.names import listed
from claimtrack.observations import (
    Description,
    History,
    Observation,
    in_brief,
    person_source,
)
from claimtrack.words.languages import NAMES, language_of
from claimtrack.words.quotations import (
    Difference,
    Quotation,
    WordingMatch,
    match_wording,
    without_narration,
)
from claimtrack.words.quoting.persons import is_same_speaker
from claimtrack.words.quoting.quotemarks import in_marks

#: The first that fits is what a source says.
_ORDER: tuple[Label, ...] = ("supported", "borderline", "refuted", "not_enough_evidence")


def quotation_case(claim: str, assertion: Assertion, measure: Measure, history: History) -> Case:
    """The wording that *assertion* gives, and what each source has of the speaker's words."""
    wording = assertion.wording or ""
    answers = [seen for seen in history if not seen.withdrawn and isinstance(seen.value, str)]
    language = language_of(wording)
    document = claim.partition("/")[0]
    tellings = [_telling(document, wording, language, measure, seen, history) for seen in answers]
    speaker = measure.speaker or ""
    return QuotationCase(claim, wording, speaker, tuple(tellings), asked_words(measure, history))


@dataclass(frozen=True, slots=True)
class Telling:
    """What one observation makes of the wording.

    ``cited`` is who the source says has said it, None where that is the speaker himself;
    ``language`` the one that the source gives the words in, where it is another; ``unsaid`` that
    it tells them as denied, asked or supposed, or passes them on as hearsay. ``said`` is what it
    has of the speaker's words.
    """

    opinion: Opinion
    match: WordingMatch
    said: str
    cited: str | None = None
    language: str | None = None
    unsaid: Literal["hearsay", "unsaid"] | None = None

    @property
    def seen(self) -> Observation:
        """The observation."""
        return self.opinion.observation

    @property
    def label(self) -> Label:
        """What it says of the claim."""
        return self.opinion.label

    @property
    def is_turned(self) -> bool:
        """Whether the wording leaves out what turns its meaning."""
        return bool(self.match.left_out)


def _telling(
    document: str,
    wording: str,
    language: str | None,
    measure: Measure,
    seen: Observation,
    history: History,
) -> Telling:
    speaker = measure.speaker or ""
    said = without_narration(str(seen.value), wording, speaker=speaker)
    match = match_wording(wording, Quotation(said, 0, len(said)), language=language or "en")
    page = match_wording(wording, seen.quote, speaker=speaker or None)
    is_there = page.wording in {"verbatim", "elided"}
    unsaid = _unsaid_in(page.quotation) if is_there else None
    cited = _somebody_else(speaker, seen, page if is_there else None)
    theirs = language_of(said)
    is_other = None not in {language, theirs} and language != theirs
    label = _label(match, is_theirs=cited is not None, is_translated=is_other)
    if unsaid is not None:
        label = "not_enough_evidence"
    opinion = Opinion(
        source=seen.source,
        describes=_described(document, seen.source, history),
        label=label,
        observation=seen,
        fit=match.score,
    )
    return Telling(opinion, match, said, cited, theirs if is_other else None, unsaid)


def _unsaid_in(quotation: Quotation | None) -> Literal["hearsay", "unsaid"] | None:
    if quotation is None or not quotation.unsaid:
        return None
    return "hearsay" if quotation.hearsay else "unsaid"


def _described(document: str, source: str, history: History) -> Description:
    """Who stands behind *source*; what the claim file itself cites is the document's, whose id is
    no name to begin a sentence with.
    """
    known = describe(source, history)
    is_own = source == person_source(document)
    return replace(known, publisher=f"the document {document}") if is_own else known


def _somebody_else(speaker: str, seen: Observation, page: WordingMatch | None) -> str | None:
    """Whom the source cites in the speaker's place: as it says itself, else in its own words, in
    which *page* is the wording.
    """
    if seen.attribution is not None:
        same = is_same_speaker(speaker, seen.attribution)
        return seen.attribution if same is False else None
    return page.cited if page is not None and page.attribution == "other" else None


def _label(match: WordingMatch, *, is_theirs: bool, is_translated: bool) -> Label:
    if match.wording == "not_found":
        return "not_enough_evidence"
    if match.wording == "altered":
        # In another language, or of another speaker, like words are no misquotation.
        return "not_enough_evidence" if is_theirs or is_translated else "refuted"
    if is_theirs:
        return "refuted"
    denied = any(missing.kind in {"negation", "frame"} for missing in match.left_out)
    return "borderline" if denied else "supported"


@dataclass(frozen=True, slots=True)
class QuotationCase(Case):
    """Words that are claimed to be a speaker's, with all that sources have of his words."""

    claim: str
    wording: str
    speaker: str
    tellings: tuple[Telling, ...]
    asked: str = ""
    decided_by = "quotations-1"

    def ruling(self, day: date) -> Ruling:
        weighed = self._weighed()
        if weighed is None:
            return Ruling("not_enough_evidence")
        return Ruling(weighed.label, tuple(opinion.observation for opinion in weighed.deciding))

    def turning_days(self) -> set[date]:
        return set()

    def is_settled(self, day: date) -> bool:
        return self._weighed() is not None

    def verdict(self, day: date) -> Verdict:
        weighed = self._weighed()
        return self._silent(day) if weighed is None else self._decided(day, weighed)

    def _weighed(self) -> Weighed | None:
        opinions = [each.opinion for each in self._best().values() if _decides(each)]
        return weigh(opinions) if opinions else None

    def _best(self) -> dict[str, Telling]:
        """What each source says at best: that he said other things as well proves nothing, and
        what a source has replaced counts only where nothing else of it does.
        """
        best: dict[str, Telling] = {}
        for each in sorted(self.tellings, key=_precedence):
            best.setdefault(each.opinion.source, each)
        return best

    def _decided(self, day: date, weighed: Weighed) -> Verdict:
        by_source = self._best()
        deciding = [by_source[opinion.source] for opinion in weighed.deciding]
        return Verdict(
            claim=self.claim,
            label=weighed.label,
            at=day,
            rule=self.decided_by,
            reason=self._reason(weighed, deciding),
            fit=None if weighed.label == "conflicting" else min(e.match.score for e in deciding),
            findings=(*_findings(deciding), *findings_of(weighed)),
            because=tuple(opinion.observation for opinion in weighed.deciding),
            evidence="fresh",
            judged_on=day,
            figure=listed(unique(_of_whom(each) for each in deciding)),
            source_names=unique(opinion.publisher for opinion in weighed.deciding),
        )

    def _reason(self, weighed: Weighed, deciding: list[Telling]) -> str:
        told = listed(unique(self._told(each) for each in deciding))
        return f"The sources differ: {told}." if weighed.label == "conflicting" else f"{told}."

    def _told(self, each: Telling) -> str:
        who = each.cited or _name(self.speaker)
        day = dated_words(each.seen.as_of)
        told = f"{each.opinion.publisher} quotes {who} {day}: {in_marks(_shown(each))}"
        if each.label != "supported":
            return told
        elided = each.match.wording == "elided"
        return f"{told}, {'with words left out' if elided else 'as the claim has it'}"

    def _silent(self, day: date) -> Verdict:
        translated = [each for each in self.tellings if each.language is not None]
        unsaid = [each for each in self.tellings if each.unsaid is not None]
        return Verdict(
            claim=self.claim,
            label="not_enough_evidence",
            at=day,
            rule=self.decided_by,
            reason=self._silence(),
            findings=(*_translated(translated), *_unsaid(unsaid)),
            evidence="fresh" if self.tellings else "none",
        )

    def _silence(self) -> str:
        if not self.tellings:
            return f"No words of {_name(self.speaker)} are on record.{self.asked}"
        names = unique(each.opinion.publisher for each in self.tellings)
        return (
            f"The words “{self.wording}” are not among those that {listed(names)} "
            f"{'has' if len(names) == 1 else 'have'} of {_name(self.speaker)}; "
            f"that does not show that they were never said.{self.asked}"
        )


def _decides(telling: Telling) -> bool:
    return telling.label != "not_enough_evidence"


def _precedence(telling: Telling) -> tuple[object, ...]:
    seen = telling.seen
    return (
        not _decides(telling),
        seen.superseded,
        _ORDER.index(telling.label),
        -telling.match.score,
        seen.holds_from,
        seen.id,
    )


def _name(speaker: str) -> str:
    return speaker.partition(",")[0].strip() or "the speaker"


def _shown(telling: Telling) -> str:
    """The passage, as much of it as a quote may show; all that was said, if short."""
    said, match = telling.said, telling.match
    start, end = match.start or 0, match.end or len(said)
    for missing in match.left_out:
        start, end = min(start, missing.said_start), max(end, missing.said_end)
    words = " ".join(said.split())
    if in_brief(words) != words:
        words = " ".join(said[start:end].split())
    shown = in_brief(words)
    return shown.rstrip(".,;") if shown == words else shown


def _of_whom(telling: Telling) -> str:
    """The passage in its marks, behind the name of whoever else is said to have said it."""
    passage = in_marks(_shown(telling))
    return passage if telling.cited is None else f"{telling.cited}: {passage}"


def _findings(deciding: Iterable[Telling]) -> tuple[Finding, ...]:
    found = [finding for each in deciding for finding in _findings_of(each)]
    return unique(found)


def _findings_of(each: Telling) -> list[Finding]:
    found = []
    if each.cited is not None:
        found.append(Finding("misattributed", f"The words are cited as those of {each.cited}."))
    elif each.is_turned:
        found.append(Finding("truncated", _turned(each.match.left_out)))
    if each.label == "refuted" and each.cited is None and not each.is_turned:
        found.append(Finding("misquoted", _misquoted(each.match.differences)))
    if each.language is not None:
        found.extend(_translated([each]))
    if each.seen.superseded:
        detail = f"{each.opinion.publisher} has since given other words for the same day."
        found.append(Finding("superseded", detail))
    return found


def _turned(missing: tuple[Difference, ...]) -> str:
    words = listed(unique(in_marks(" ".join(each.said.split())) for each in missing))
    return f"The wording leaves out {words}, without which it means something else."


def _misquoted(differences: tuple[Difference, ...]) -> str:
    told = [_difference_words(each) for each in differences]
    return f"The words differ: {listed(told)}."


def _difference_words(each: Difference) -> str:
    claimed, said = " ".join(each.claimed.split()), " ".join(each.said.split())
    if not claimed:
        return f"{in_marks(said)} is missing"
    if not said:
        return f"{in_marks(claimed)} is added"
    return f"{in_marks(claimed)} where the source has {in_marks(said)}"


def _unsaid(tellings: list[Telling]) -> tuple[Finding, ...]:
    return tuple(
        Finding("missing_context", _not_as_said([each for each in tellings if each.unsaid == how]))
        for how in unique(each.unsaid for each in tellings)
    )


def _not_as_said(tellings: list[Telling]) -> str:
    names = unique(each.opinion.publisher for each in tellings)
    if tellings[0].unsaid == "hearsay":
        passes = "passes" if len(names) == 1 else "pass"
        return f"{listed(names)} {passes} the words on as what others say was said."
    has = "has" if len(names) == 1 else "have"
    return f"{listed(names)} {has} the words as denied, asked or supposed, not as said."


def _translated(tellings: Iterable[Telling]) -> tuple[Finding, ...]:
    named = [
        f"{each.opinion.publisher} in {NAMES[each.language]}" for each in tellings if each.language
    ]
    if not named:
        return ()
    detail = f"The words are given in another language than the claim has: {listed(unique(named))}."
    return (Finding("translated", detail),)
