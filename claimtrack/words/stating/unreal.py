"""Unreal: the words by which a clause speaks of what is not so, or not known to be."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.words.stating.wordforms import is_verb_form
from claimtrack.words.tokens import word_set

_NEGATIONS = word_set(
    """
    not never no nor neither without cannot can't don't doesn't didn't isn't aren't wasn't weren't
    hasn't haven't hadn't won't wouldn't couldn't deny denies denied denying false falsely myth
    untrue refuted debunked disputes disputed reject rejects rejected rejecting don’t doesn’t
    didn’t isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t won’t wouldn’t couldn’t can’t hardly
    doubt doubts doubted doubting doubtful unlikely implausible
    """
)
#: With these, a doubt is none.
_UNDOUBTED = word_set("no little without beyond")
_ANY = word_set("a any all reasonable")
#: With one of these behind it, the word denies nothing.
_NO_DENIALS = {"not": word_set("only just"), "no": word_set("less fewer more")}
_WRONG = word_set(
    """
    wrong false untrue incorrect nonsense baseless unfounded exaggerated overstated inflated
    fabricated mistaken misleading lie myth
    """
)
_NOT_WRONG = _NEGATIONS - _WRONG
_IS = word_set("is was are were")
_DISPUTING = word_set(
    "dispute disputes disputed reject rejects rejected deny denies denied doubt doubts doubted"
)
_RULING = word_set("rule rules ruled ruling")
_ENDING = word_set(", ; and but while")
#: How many words may stand between what is told and the word that it is wrong.
_FAR_BEHIND = 3
_CONDITIONS = word_set("if unless whether suppose supposing assuming imagine were-to")
#: With these behind a "could be" it estimates.
_PUT = word_set("estimated put said reckoned counted being")
#: What an "if" concedes takes so many words: "if only slightly".
_CONCEDED = 3
_MODALS = word_set("would should must shall will 'll ’ll won't won’t")
#: What "would put the number of dead at 9,000" estimates stands so near.
_PUT_AT = 11
_MAYBE = word_set("could may might can")
#: Behind these a "could" or "may" hedges a figure instead of imagining another.
_ESTIMATING = word_set(
    "be have range number total exceed amount stand top already well seem appear"
)
_AIMS = word_set(
    """
    goal goals aim aims aimed aiming plan plans planned planning want wants wanted wanting hope
    hopes hoped hoping demand demands demanded demanding target targets targeted seek seeks sought
    seeking try tries tried trying attempt attempts threaten threatens threatened vow vows vowed
    promise promises promised pledge pledges pledged propose proposes proposed proposal proposals
    offer offers offered ambition ambitions intend intends intended intent intention intentions
    aspiration aspirations require requires required
    urge urges urged scenario hypothetical fictional
    """
)
_FORECASTS = word_set(
    """
    forecast forecasts forecasting predict predicts predicted predicting prediction predictions
    project projects projected projection projections expect expects expected expecting foresee
    foresees likely-to set-to due-to scheduled slated billed earmarked poised on-course on-track
    anticipates anticipated outlook
    """
)
#: Behind these, what is "anticipated" is only waited for.
_WAITING = word_set("highly much long eagerly keenly hotly")
#: An infinitive behind these tells of what is so: "continues to control", "believed to hold".
_FACTUAL_BEFORE_TO = word_set(
    """
    continue continues continued continuing believed estimated thought said reported known appear
    appears appeared seem seems seemed manage manages managed come came begins began begin started
    understood proved proven claims claimed claim alleged due found remains remain managing helped
    fails failing grown rose risen fell fallen up down rise climbed dropped increased amounts
    amounting adds close according range ranging from
    """
)

#: A clause behind "that" which these govern is denied with them, whatever it denies itself.
_DENYING = _NEGATIONS | word_set(
    """
    nobody none contrary myths misconception misconceptions fiction hoax rumour rumor rumours rumors
    doubt doubts doubted doubtful incorrect wrong wrongly untruth lie lies
    """
)
#: Nouns of what is only said, which the end of their sentence may call false.
_SAID = word_set(
    """
    claim claims idea belief notion report reports story stories assertion assertions allegation
    allegations suggestion suggestions view argument theory statement
    """
)
_FALSE = word_set(
    """
    false untrue wrong incorrect baseless unfounded groundless myth fiction hoax lie refuted
    debunked disproved disproven denied rejected disputed
    """
)
_IMAGINING = word_set("would could might")
_INVERTED = word_set("had were should")
#: Participles that wordforms.py does not know by heart.
_PARTICIPLES = word_set("done put let cut")


def imagined(words: Sequence[str], first: int) -> str | None:
    """Why the words from place *first* on are only imagined: "had they met, …", "… had they met",
    and what would have come of it; None where they are not.
    """
    for at in range(first, -1, -1):
        if words[at] in {",", ";"}:
            return None
        if words[at] in _INVERTED and _is_inverted(words, at):
            return f"a condition (“{words[at]} …”)"
        if _is_would_have(words, at):
            return f"only imagined (“{words[at]} have …”)"
    return None


def _is_inverted(words: Sequence[str], at: int) -> bool:
    """Whether the verb opens a condition: at the head of the sentence, or behind a comma or what
    would have been where the sentence imagines something.
    """
    if not any(words[:at]):
        return True
    if words[at - 1] in {",", ";"}:
        return any(word in _IMAGINING for word in words)
    return words[at] == "had" and any(_is_would_have(words, one) for one in range(at))


def _is_would_have(words: Sequence[str], at: int) -> bool:
    if words[at] not in _IMAGINING:
        return False
    behind = [word for word in words[at + 1 : at + 4] if word != "not"]
    return (
        len(behind) > 1
        and behind[0] == "have"
        and (is_verb_form(behind[1]) or behind[1] in _PARTICIPLES)
    )


def denied_whole(words: Sequence[str], start: int, own: int, last: int) -> str | None:
    """Why the clause from *own* to *last* is denied as a whole: by the clause from *start* that
    governs it with "that", or by the end of a sentence on the claim that it is; None where it is
    not.
    """
    for at in range(start, own):
        if words[at] in _DENYING and not _is_no_denial(words, at):
            return f"denied (“{words[at]}”)"
    if own and any(word in _SAID for word in words[max(start, own - 4) : own]):
        called = next((word for word in words[last:] if word in _FALSE), None)
        if called is not None:
            return f"called “{called}”"
    return None


def unreal_words(
    words: Sequence[str],
    start: int,
    end: int,
    relation: tuple[int, int] | None,
    *,
    is_figure: bool = True,
) -> str | None:
    """Why the clause ``words[start:end]`` states no fact; None where it does.

    *relation* is the place of the word that carries the figure: "to seize" is an aim, "continues
    to control" is none. What "could be" hedges a figure; of anything else it is only possible.
    """
    for at in range(start, end):
        reason = _reason(words, at, is_figure=is_figure)
        if reason is not None:
            return reason
    return _infinitive(words, relation, start)


def denied_behind(words: Sequence[str], at: int) -> str | None:
    """Why what stands before *at* is said to be wrong behind it: "… is wrong", "…, which analysts
    dispute"; None where it is not.
    """
    for place in range(at, len(words) - 1):
        if words[place] in _DISPUTING and words[place + 1] in {"it", "this", "that"}:
            return f"denied (“{words[place]}”)"
    for place in range(at, len(words)):
        rest = words[place + 1 : place + 2 + _FAR_BEHIND]
        if words[place] in _IS and _NOT_WRONG.isdisjoint(rest[:2]):
            wrong = next((word for word in rest[:_FAR_BEHIND] if word in _WRONG), None)
            return None if wrong is None else f"denied (“{wrong}”)"
        if words[place] == "which" and words[place - 1] == ",":
            said = next((word for word in rest if word in _WRONG | _DISPUTING), None)
            return None if said is None else f"denied (“{said}”)"
        if words[place] in _ENDING and tuple(words[place + 1 : place + 2]) != ("which",):
            return None
    return None


def is_negation(word: str) -> bool:
    """Whether *word* denies."""
    return word in _NEGATIONS


def _reason(words: Sequence[str], at: int, *, is_figure: bool) -> str | None:
    word = words[at]
    after = words[at + 1] if at + 1 < len(words) else ""
    pair = f"{word}-{after}"
    if word in _NEGATIONS and not _is_no_denial(words, at):
        return f"denied (“{word}”)"
    if (word in _CONDITIONS or pair in _CONDITIONS) and not _only_concedes(words, at):
        return f"a condition (“{word}”)"
    if word in _MODALS and not (after == "put" and "at" in words[at + 2 : at + _PUT_AT]):
        return f"not a fact yet (“{word}”)"
    if word in {"may", "might"} and after == "have" and "but" in words[at:]:
        return None  # what "may have fled, but …" is conceded
    if word in _MAYBE and not (is_figure and after in _ESTIMATING and not _is_passive(words, at)):
        return f"only possible (“{word}”)"
    if is_figure and word in _RULING and after == "out":
        return f"denied (“{word} out”)"
    if word in _AIMS:
        return f"an aim or a demand (“{word}”)"
    if pair == "likely-to" and words[at + 2 : at + 3] == ("have",):
        return None  # "are likely to have died" is an estimate
    if word == "anticipated" and not _WAITING.isdisjoint(words[max(at - 2, 0) : at]):
        return None  # "much anticipated", "long-anticipated"
    if word in _FORECASTS or pair in _FORECASTS:
        return f"a forecast (“{word}”)"
    return None


def _is_passive(words: Sequence[str], at: int) -> bool:
    """Whether the "could" at a place only tells what may be done: "could be flooded"."""
    behind = words[at + 2 : at + 3]
    return words[at + 1] == "be" and any(map(is_verb_form, behind)) and behind[0] not in _PUT


def _only_concedes(words: Sequence[str], at: int) -> bool:
    """Whether the "if" at a place stands with an adjective between two commas: "steady, if costly,
    gains"."""
    behind = words[at + 1 : at + 2 + _CONCEDED]
    if words[at] != "if" or not at or words[at - 1] != "," or "," not in behind:
        return False
    conceded = behind[: behind.index(",")]
    return all(conceded) and not any(map(is_verb_form, conceded))


def _is_no_denial(words: Sequence[str], at: int) -> bool:
    """Whether the word at a place, which denies elsewhere, does not: "not only", "no fewer", "no
    doubt", "without a doubt".
    """
    word, behind = words[at], words[at + 1 : at + 4]
    if word == "doubt":
        before = [one for one in words[max(at - 3, 0) : at] if one not in _ANY]
        return bool(before) and before[-1] in _UNDOUBTED
    if word in _UNDOUBTED and next((one for one in behind if one not in _ANY), "") == "doubt":
        return True
    return bool(behind) and behind[0] in _NO_DENIALS.get(word, ())


def _infinitive(words: Sequence[str], relation: tuple[int, int] | None, start: int) -> str | None:
    if relation is None or relation[0] < 1 or words[relation[0] - 1] != "to":
        return None
    if words[relation[0]].endswith(("ed", "ing", "s")):
        return None
    before = words[relation[0] - 2] if relation[0] - 2 >= start else ""
    if before[:1].isdigit():
        return None  # who "won 3-0 to move to 58 points" has them
    return None if before in _FACTUAL_BEFORE_TO else "an aim (“to …”)"
