"""Measures: the questions about the world that claims rest on and sources answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal

from claimtrack.values import CalendarDate

Kind = Literal["quantity", "date", "state", "event", "quotation"]
#: Measurements (maps, series, official counts) are judged before reports; a person is a source too.
SourceKind = Literal["measurement", "report", "person"]


@dataclass(frozen=True, slots=True)
class State:
    """One possible answer to a ``state`` measure, with the words that tell it, and how it is
    ``called`` where it is told to people; None where its name says that.
    """

    name: str
    words: tuple[str, ...] = ()
    called: str | None = None


class OptionTable(tuple[tuple[str, Any], ...]):
    """An inline table among a source's options: its pairs, sorted by key."""

    __slots__ = ()


def frozen(option: Any) -> Any:
    """*option* as it is held and compared: lists as tuples, tables as `OptionTable`."""
    if isinstance(option, (list, tuple)):
        return tuple(frozen(one) for one in option)
    if isinstance(option, dict):
        return OptionTable((key, frozen(value)) for key, value in sorted(option.items()))
    return option


def thawed(option: Any) -> Any:
    """*option* as a source's schema reads it: an `OptionTable` is a dict again."""
    if isinstance(option, OptionTable):
        return {key: thawed(value) for key, value in option}
    if isinstance(option, tuple):
        return tuple(thawed(one) for one in option)
    return option


@dataclass(frozen=True, slots=True)
class Subscription:
    """That a measure is asked of a source: which, under what name, how often, with which options.

    ``source`` is the plugin's name for itself; ``name`` the name on record, so that two series of
    different publishers are two sources (the plugin's own where the file gives none).
    ``publisher``, ``kind`` and ``party`` override what the plugin says of itself.
    ``options`` are the source's own, checked against its schema; sorted by name, values plain
    (text, numbers, booleans, dates, tuples or an `OptionTable` of these).
    ``every`` is None where the source's own pace holds.
    ``base`` is the folder that a relative file path starts from. What is on ``standby`` is asked
    only by an update that says so or names the source.
    """

    source: str
    name: str
    publisher: str | None = None
    kind: SourceKind | None = None
    party: str | None = None
    every: timedelta | None = None
    options: tuple[tuple[str, Any], ...] = ()
    base: str | None = None
    standby: bool = False


@dataclass(frozen=True, slots=True)
class Reads:
    """The words by which a text may speak of a measure, as `claimtrack.read_statements` reads it.

    ``subject`` names what it is about, ``of`` what is counted or divided besides, ``says`` are the
    words of the relation, ``by`` names whose doing or whose figure it is, ``other`` whoever has the
    rest of the whole. ``needs`` are words of which one has to stand in the sentence, ``never``
    words that rule a figure out. ``since`` is the day from which a running total counts.
    """

    subject: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    since: CalendarDate | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A question about the world, answered by sources that never see what a claim asserts of it.

    ``unit`` (quantities only) is a base unit of `claimtrack.values`. ``scope`` says in words what
    is counted. ``stale_after`` is how long an answer may be carried forward; None leaves it to the
    measure's own history. ``settled`` is the day, month or year from which on the answer is what it
    will be for ever, for it is about one thing, which was over: whoever tells it later tells what
    was so then. None is for what may still change. ``what`` and ``where`` belong to events,
    ``speaker`` and ``occasion`` to quotations, ``states`` to states. ``also`` names the measures
    that ask the same question with another denominator ("of Ukraine without Crimea"), by which a
    claim is judged besides.
    ``reads`` holds the words by which texts speak of it, None where the claim file gives none.
    """

    id: str
    asks: str
    kind: Kind
    unit: str | None = None
    scope: str | None = None
    states: tuple[State, ...] = ()
    what: str | None = None
    where: str | None = None
    speaker: str | None = None
    occasion: str | None = None
    stale_after: timedelta | None = None
    settled: CalendarDate | None = None
    subscriptions: tuple[Subscription, ...] = ()
    also: tuple[str, ...] = ()
    reads: Reads | None = None

    def called(self, state: str) -> str:
        """How *state*, one of its own or not, is called where it is told to people."""
        known = next((one.called for one in self.states if one.name == state), None)
        return known or state.replace("_", " ")

    @property
    def wordless(self) -> str | None:
        """Why no text can be read for it: nobody says by which words one speaks of it. None where
        somebody does; a state is known by its own.
        """
        if self.reads is not None or self.kind == "state":
            return None
        return f'no words are known by which a text speaks of it: give [reads."{self.id}"]'

    @property
    def is_rate(self) -> bool:
        """Whether it counts something per time, as ``persons/d`` does."""
        return self.unit is not None and "/" in self.unit
