"""Walls: what stands in an article's place, known by the signs in ``walls.toml``.

A wall comes with status 200 like any page. It is short where an article is long, and says in its
heading or its few words what it is; a full article beside a banner that says the same is none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from claimtrack.words.articles.apologies import without_apology
from claimtrack.words.articles.article import Wall, WallKind
from claimtrack.words.articles.frames import Line
from claimtrack.words.articles.glimpse import headings, paragraph_words
from claimtrack.words.articles.looks import Look, Made, Searched, is_case
from claimtrack.words.articles.pagetree import tree, words_of
from claimtrack.words.articles.patternletters import may_fit

_RULES = Path(__file__).with_name("walls.toml")
#: So many words of other articles, of readers and of the site may stand in a wall's paragraphs.
_MOST_BESIDE = 130
#: How much of a page's markup is searched for signs, and of a line that may begin with one.
_MOST_MARKUP, _MOST_LINE = 400_000, 500
_WORDS_OF_A_LINE = 20
#: What says less is a button.
_WORDS_OF_A_BOX, _CHOICE = 4, 2
_TOLD = 80
#: Behind this in a title the name of the site stands, or what was asked for.
_PARTED = re.compile(r"\s*[|–—·•«»‹›/(:-]")
_PARTS_OF_A_TITLE = re.compile(r"\s[|–—·•«»‹›-]\s")
#: What a page costs without what it asks for.
_BY_MONTH = re.compile(
    r"(?:[€$£]|\beur\b|\bkr\b|\bzł|\bchf\b|грн|руб).{0,12}"
    r"\b(?:month|monat\w*|mois|mes|mese|mês|maand|måned|månad\w*|mies\w*|міс\w*|мес\w*)\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?…])\s+")
#: What opens a quotation.
_OPENING = frozenset('“„«"‘')
_ENDED = " .!?…’'”\")"
#: So many words a name may have, and what is added to a sign: before what, or to whom it is said.
_WORDS_OF_A_NAME, _SAID_ON, _ADDED = 7, 7, 2
_TO = re.compile(
    "(?:to|for|before|on|at|in|from|with|while|until|your|zu|für|bei|vor|auf|mit|im|ihr|à|pour|sur"
    "|avant|dans|votre|a|para|en|antes|su|tu|per|nel|prima|naar|voor|op|till|til|på|do|na|dla|к|для"
    "|на|в|до|у|aby|żeby|щоб|чтобы|um|afin)$",
    re.IGNORECASE,
)
#: What something else is said of.
_OF = re.compile("(?:of|about|von|des|der|du|de|di|del|della|dos|af|av|van)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to know a wall; `walls.toml` says what the fields mean."""

    kind: WallKind
    most_words: int
    most_said: int = 5_000
    most_shown: int | None = None
    most_beside: int = 40
    titled: bool = False
    unsure: bool = False
    headed: Sequence[str] = ()
    says: Sequence[str] = ()
    holds: Sequence[str] = ()
    made: Sequence[Made] = ()
    pressed: Sequence[str] = ()
    boxed: Sequence[str] = ()
    presses: Sequence[str] = ()
    about: Sequence[str] = ()
    tells: Sequence[Sequence[str]] = ()
    never: Sequence[str] = ()
    storied: bool = False
    heading: bool = False
    alone: bool = False
    and_says: Sequence[str] = ()
    and_holds: Sequence[str] = ()
    and_made: Sequence[Made] = ()
    and_presses: Sequence[str] = ()

    @property
    def has_more(self) -> bool:
        """Whether a title is not all that tells it."""
        return bool(self.and_made or self.and_presses)

    @property
    def is_by_heading(self) -> bool:
        """Whether nothing but a heading tells such a wall."""
        return not (
            self.says or self.holds or self.made or self.pressed or self.boxed or self.tells
        )

    @property
    def is_by_lines(self) -> bool:
        """Whether nothing but its lines tell such a wall."""
        return bool(self.tells) and not (
            self.headed or self.says or self.holds or self.made or self.pressed or self.boxed
        )

    @property
    def is_by_title(self) -> bool:
        """Whether nothing but a title tells such a wall."""
        return self.titled and self.is_by_heading


@dataclass(frozen=True, slots=True)
class Sign:
    """What a page was known by, and whether it is the page that tells it of itself."""

    told: str
    is_sure: bool = True


def wall_at(root: Any, markup: str, text_words: int = 0) -> Wall | None:
    """The wall that the page at *root* is, with the sign it is known by; None for an article.

    *text_words* is how many words its main text is known to have, where somebody has read it.
    """
    look = Look(root, markup[:_MOST_MARKUP], most_words(), text_words)
    unsure = None
    for rule in rules():
        if (wall := _known(rule, look)) is not None and wall.is_sure:
            return wall
        unsure = unsure or wall
    return unsure


def wall_in(markup: str, root: Callable[[], Any] | None = None) -> Wall | None:
    """The wall that the page *markup* is, as `wall_at` says; a page that plainly has an article is
    not parsed for it. *root* gives its tree to whoever has a use for it besides.
    """
    if not _may_be_one(markup):
        return None
    return wall_at(tree(markup) if root is None else root(), markup)


def _may_be_one(markup: str) -> bool:
    """Whether the page *markup* has so few words in paragraphs that a rule may fit it, those by
    which nothing but a title tells a wall asked alone where there are more.
    """
    few = _most_words_untitled()
    if paragraph_words(markup, few + _MOST_BESIDE) <= few + _MOST_BESIDE:
        return True
    told = headings(markup)
    likely = [most for heads, most in _titles() if any(map(heads, told))]
    most = max(likely, default=few) + _MOST_BESIDE
    return bool(likely) and paragraph_words(markup, most) <= most


@cache
def most_words() -> int:
    """The most words in paragraphs that any wall has."""
    return max(rule.most_words for rule in rules())


@cache
def _most_words_untitled() -> int:
    """The most words in paragraphs that a wall has which more than a title tells."""
    return max(rule.most_words for rule in rules() if not rule.is_by_title)


@cache
def _titles() -> tuple[tuple[Callable[[str], object], int], ...]:
    """What fits the titles of the walls that nothing but a title tells, each with the most words
    in paragraphs that such a wall has.
    """
    by_title = [rule for rule in rules() if rule.is_by_title]
    return tuple((_pattern(tuple(rule.headed)).match, rule.most_words) for rule in by_title)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of ``walls.toml``, in its order."""
    told = tomllib.loads(_RULES.read_text(encoding="utf-8"))
    return tuple(Rule(**rule) for rule in told["wall"])


def _known(rule: Rule, look: Look) -> Wall | None:
    if look.words > rule.most_words or not _may_fit(rule, look) or _lacks(rule, look):
        return None
    sign = next(_signs(rule, look), None)
    if sign is None or len(look.said.split()) > rule.most_said:
        return None
    is_sure = sign.is_sure and not rule.unsure
    is_page = not is_sure and (look.has_figures or (_may_be_told_of(rule) and look.reports))
    return None if is_page else Wall(rule.kind, sign.told, is_sure)


def _may_be_told_of(rule: Rule) -> bool:
    """Whether an article that tells of something is none of such walls: of an article that is to
    be paid for its first sentences are shown.
    """
    return rule.kind != "paywall"


def _may_fit(rule: Rule, look: Look) -> bool:
    """Whether a rule that knows a wall by its heading alone fits one of the page's, and one that
    asks its lines may: it costs less to ask than whatever else a page must have.
    """
    if rule.is_by_lines:
        return _says_little(rule, look)
    return not rule.is_by_heading or next(_by_heading(rule, look), None) is not None


def _lacks(rule: Rule, look: Look) -> bool:
    """Whether the page is without something that it must have besides."""
    return bool(
        (rule.most_shown is not None and look.shown > rule.most_shown)
        or (rule.and_holds and not _found(rule.and_holds, look.holds))
        or (rule.and_says and not _found(rule.and_says, look.says))
        or (rule.and_made and not any(map(look.made, rule.and_made)))
        or (rule.and_presses and _pressed(rule.and_presses, look) is None)
    )


def _signs(rule: Rule, look: Look) -> Iterator[Sign]:
    """By what *look* is known; what is surer comes first."""
    unsure = None
    for sign in _all_signs(rule, look):
        if sign.is_sure:
            yield sign
        unsure = unsure or sign
    if unsure is not None:
        yield unsure


def _all_signs(rule: Rule, look: Look) -> Iterator[Sign]:
    yield from _by_heading(rule, look)
    if rule.holds and (found := _found(rule.holds, look.holds)):
        yield Sign(f"holds “{found[:_TOLD]}”")
    yield from (Sign(f"made of {found}") for how in rule.made if (found := look.made(how)))
    if rule.pressed and (control := _pressed(rule.pressed, look)) is not None:
        yield Sign(f"offers “{control[:_TOLD]}”")
    yield from _by_box(rule, look)
    yield from _by_words(rule, look)
    yield from _by_lines(rule, look)


def _by_heading(rule: Rule, look: Look) -> Iterator[Sign]:
    """A title that is a sign, and says nothing beyond it, is the page's own word; second headings
    may be about something else on it.
    """
    if not rule.headed:
        return
    added = _SAID_ON if rule.has_more else _ADDED
    for heading in look.titles if rule.titled else (*look.titles, *look.headings):
        is_own = heading in (look.first if look.has_story else look.titles)
        for sign, rest in _headed(rule, heading):
            is_whole = is_own and _is_all(rest, added) and not _goes_on(sign, look)
            is_whole = is_whole and not (rest and _may_be_told_of(rule) and look.reports)
            yield Sign(f"headed “{heading[:_TOLD]}”", is_whole)


def _headed(rule: Rule, heading: str) -> Iterator[tuple[str, str]]:
    """The signs with which *heading* begins, each with the rest of it."""
    for said in _sayings(heading):
        for one in rule.headed:
            if match := _pattern((one,)).match(said):
                yield match[0], said[match.end() :]


def _goes_on(sign: str, look: Look) -> bool:
    """Whether a heading of the page says more than the *sign* that its window has."""
    begun = (one for one in look.first if one.lower().startswith(sign.lower()))
    return any(not _is_all(one[len(sign) :], _SAID_ON) for one in begun)


def _sayings(heading: str) -> Iterator[str]:
    """*heading*, and what follows the site's name or an apology in it."""
    parts = [heading, *_PARTS_OF_A_TITLE.split(heading)[1:]]
    yield from parts
    yield from (said for one in parts if (said := without_apology(one)) not in {"", one})


def _is_all(rest: str, added: int) -> bool:
    """Whether *rest*, which follows a sign in a heading, adds no more to it than the site's name or
    whom it is said to, or at most so many *added* words. A headline about walls goes on.
    """
    bare = rest.lstrip(_ENDED)
    if rest.startswith(",") and _TO.match(rest[1:].strip().partition(" ")[0]):
        bare = rest = rest[1:].lstrip()
    parted = _PARTED.match(bare)
    if parted is not None:
        few = 3 if parted[0].strip() == ":" else _WORDS_OF_A_NAME
        return len(bare[parted.end() :].split()) <= few
    said_on = _PARTS_OF_A_TITLE.split(bare)[0].rstrip(_ENDED)
    if not said_on:
        return True
    if bare != rest.lstrip() or set(",:;!?") & set(said_on):
        return False  # a sentence ended before it, or goes on
    first, *more = said_on.split()
    return not _OF.match(first) and len(more) < (_SAID_ON if _TO.match(first) else added)


def _by_box(rule: Rule, look: Look) -> Iterator[Sign]:
    """A box that asks for something, beside which the page says nothing."""
    if not rule.boxed:
        return
    presses = _pattern(tuple(rule.presses))
    about = _pattern(tuple(rule.about)) if rule.about else None
    for box in look.frame.boxes(_names(tuple(rule.boxed)), presses, about):
        asked = words_of(box)
        if len(asked.split()) >= _WORDS_OF_A_BOX and _is_little(look.frame.beside(box), rule):
            yield Sign(f"asks in a box “{asked[:_TOLD]}”")
    if about is not None and (control := _pressed(rule.presses, look)) is not None:
        # A page that speaks of nothing else, and leaves a choice, is a box itself.
        if len(look.frame.controls) < _CHOICE:
            return
        lines = look.frame.beside()
        asking = [line for line in lines if about.search(line.words[:_MOST_LINE])]
        if asking and _is_little([line for line in lines if line not in asking], rule, 3):
            yield Sign(f"asks for “{control[:_TOLD]}” and nothing else")


def _is_little(beside: list[Line], rule: Rule, times: int = 1) -> bool:
    is_told = bool(rule.about) and any(
        _has_digit(it) and not _BY_MONTH.search(it.words) for it in beside
    )
    return not is_told and sum(map(len, beside)) <= rule.most_beside * times


def _by_words(rule: Rule, look: Look) -> Iterator[Sign]:
    """Words with which a line begins, and beside which the page says little, are its own word;
    else they may be about anything.
    """
    if not rule.says:
        return
    below = _found(rule.says, look.says_below)
    found = below or (None if look.reports else _opening(rule, look))
    if not found:
        return
    beside = sum(len(line) for line in look.frame.beside() if line.words not in look.titles)
    for line in look.frame.beside():
        if (line.words in look.titles and look.has_story) or beside - len(line) > rule.most_beside:
            continue
        if match := _line_of(tuple(rule.says)).search(line.words[:_MOST_LINE]):
            yield Sign(f"says “{match['sign'][:_TOLD]}”", not _shows_data(rule, look))
            return
    if not _is_quoted(found, look.says.text):
        yield Sign(f"says “{found[:_TOLD]}”", is_sure=False)


def _is_quoted(said: str, text: str) -> bool:
    """Whether *text* gives what is *said* in quotation marks alone: in somebody else's words."""
    opened = [text[:at].rstrip()[-1:] for at in _places(said, text)]
    return bool(opened) and all(mark in _OPENING for mark in opened)


def _places(said: str, text: str) -> Iterator[int]:
    at = text.find(said)
    while at >= 0:
        yield at
        at = text.find(said, at + 1)


def _by_lines(rule: Rule, look: Look) -> Iterator[Sign]:
    """A line that puts together what no other page does, beside which the page says little."""
    if not rule.tells or not _says_little(rule, look):
        return
    lines = look.frame.beside()
    words = sum(map(len, lines))
    never = _pattern(tuple(rule.never)) if rule.never else None
    for line in lines:
        if line.words in look.first if rule.storied else rule.heading > (line.words in look.first):
            continue  # a headline about them, and what is none
        for said in _short(line):
            is_all = words - len(said.split()) <= rule.most_beside
            if is_all and _tells(rule, said) and not (never and never.search(said)):
                if line.words not in look.titles and _shows_data(rule, look):
                    return
                if rule.alone and _has_others(look, line):
                    continue
                yield Sign(f"says “{said[:_TOLD]}”")


def _says_little(rule: Rule, look: Look) -> bool:
    """Whether the page says no more than a line that tells a wall, and what may stand beside it."""
    is_like = look.has_story == rule.storied
    return is_like and not look.frame.says_more(rule.most_beside + _WORDS_OF_A_LINE)


def _shows_data(rule: Rule, look: Look) -> bool:
    """Whether the page has figures that no wall has; an article that breaks off may."""
    return rule.kind != "paywall" and (look.has_figures or look.has_datum)


def _has_others(look: Look, telling: Line) -> bool:
    """Whether a figure of the page stands in another line than what is *telling*, that leads to no
    other page and is no number of a case.
    """
    links = {one.words for one in look.frame.controls if one.element.tag == "a"}
    others = (line for line in look.frame.beside() if line is not telling and _has_digit(line))
    return any(line.words not in links and not is_case(line.words) for line in others)


def _short(line: Line) -> Iterator[str]:
    """The words of *line*, and its sentences, whichever are short."""
    said = dict.fromkeys([line.words, *_SENTENCES.split(line.words)])
    return (one for one in said if len(one.split()) <= _WORDS_OF_A_LINE)


def _tells(rule: Rule, words: str) -> bool:
    return any(all(_pattern((one,)).search(words) for one in told) for told in rule.tells)


def _pressed(patterns: Sequence[str], look: Look) -> str | None:
    """The words on what can be pressed that begin with one of *patterns*."""
    found = look.frame.pressed(_pattern(tuple(patterns)))
    return next((control.words for control in found if control.is_own), None)


def _has_digit(line: Line) -> bool:
    return any(map(str.isdigit, line.words))


def _opening(rule: Rule, look: Look) -> str | None:
    """The sign that one of the page's titles opens with."""
    found = (_pattern(tuple(rule.says)).match(title) for title in look.titles)
    return next((match[0] for match in found if match), None)


def _found(patterns: Sequence[str], text: Searched) -> str | None:
    """What the first place in *text* says that any of *patterns* fits. Those whose letters are
    nowhere in it are not tried: all of them together take 75 nanoseconds a sign.
    """
    likely = [_pattern((one,)) for one in patterns if may_fit(one, text.lowered)]
    matches = [match for one in likely if (match := one.search(text.text)) is not None]
    return min(matches, key=re.Match.start)[0] if matches else None


@cache
def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)


@cache
def _line_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """A line that begins with one of *patterns*, or a sentence in it that does."""
    return re.compile(rf"(?:^|[.!?…]\s+)(?P<sign>{_pattern(patterns).pattern})", re.IGNORECASE)


@cache
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    """A class or an id in which one of *names* is a word."""
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(names)})(?:$|[\s_-])", re.IGNORECASE)
