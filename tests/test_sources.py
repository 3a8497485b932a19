"""Sources: the one door, and who is let in."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from importlib.metadata import DistributionFinder
from types import ModuleType, SimpleNamespace
from typing import Any

import msgspec
import pytest

from claimtrack.errors import PluginError, UnknownName
from claimtrack.measures import Measure, Subscription
from claimtrack.observations import Description, Reading
from claimtrack.pages import Ask, Page
from claimtrack.sources import HOOKS, Source, TextReaders, extractor, hookimpl, load_sources


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    skip: int = 0


class Register(Source):
    name = "register"
    describes = Description("The register")
    Options = Column

    def asks(self, measures: tuple[Measure, ...], *, since: date | None = None) -> Iterator[Ask]:
        yield Ask("https://a.example/", measures)

    def read(self, page: Page, measures: tuple[Measure, ...]) -> Iterator[Reading]:
        yield from (Reading(measure.id, page.text) for measure in measures)


class Plain(Register):
    name = "plain"
    Options = None


def plugin(name: str, *sources: object) -> ModuleType:
    """A plugin module with those sources."""
    module = ModuleType(name)

    @hookimpl
    def claimtrack_sources() -> Iterator[object]:
        yield from sources

    module.claimtrack_sources = claimtrack_sources  # type: ignore[attr-defined]
    return module


def measure(**options: Any) -> Measure:
    """A measure that is asked of the register with those options."""
    subscription = Subscription("register", "register", options=tuple(sorted(options.items())))
    return Measure("lit", "How many?", "quantity", unit="count", subscriptions=(subscription,))


def test_the_sources_of_all_plugins_are_found_by_name() -> None:
    sources = load_sources([plugin("one", Register()), plugin("two", Plain())])
    assert sorted(sources.by_name) == ["plain", "register"]
    assert sources["plain"].name == "plain"
    assert sources.set_aside == ()


def test_their_options_are_listed_for_checking_claim_files() -> None:
    sources = load_sources([plugin("one", Register(), Plain())])
    assert sources.options == {"register": Column, "plain": None}


def test_a_source_that_is_not_there_is_an_unknown_name() -> None:
    with pytest.raises(UnknownName, match="no source named 'register'"):
        load_sources([])["register"]


def test_no_plugin_given_means_none() -> None:
    assert load_sources([]).by_name == {}


def test_a_name_that_is_taken_is_refused() -> None:
    first = Plain()
    sources = load_sources([plugin("one", first), plugin("two", Plain())])
    assert sources["plain"] is first
    (aside,) = sources.set_aside
    assert (aside.plugin, aside.reason) == (
        "two",
        "PluginError: a source named 'plain' is already there, by plugin 'one'",
    )


class Nameless(Source):
    describes = Description("Nobody")


class Undescribed(Source):
    name = "undescribed"


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (object(), "gave an object, not a Source"),
        (Nameless(), "Nameless has no name"),
        (Undescribed(), "source 'undescribed' does not describe itself"),
    ],
)
def test_what_is_no_source_is_set_aside(source: object, why: str) -> None:
    sources = load_sources([plugin("odd", source), plugin("one", Plain())])
    (aside,) = sources.set_aside
    assert aside.plugin == "odd"
    assert why in aside.reason
    assert list(sources.by_name) == ["plain"]


def test_a_plugin_with_one_bad_source_gives_none() -> None:
    assert load_sources([plugin("odd", Plain(), object())]).by_name == {}


def test_a_plugin_that_raises_stops_no_other() -> None:
    broken = plugin("broken")

    @hookimpl
    def claimtrack_sources() -> list[Source]:
        raise RuntimeError("out of ideas")

    broken.claimtrack_sources = claimtrack_sources  # type: ignore[attr-defined]
    sources = load_sources([broken, plugin("one", Plain())])
    assert list(sources.by_name) == ["plain"]
    assert [aside.reason for aside in sources.set_aside] == ["RuntimeError: out of ideas"]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"name": "two\nlines"}, "is no name for a source"),
        ({"name": "x" * 201}, "is no name for a source"),
        ({"version": 2}, "its version is text, not 2"),
        ({"version": "1\0"}, "its version is one line"),
        ({"version": "1" * 300}, "its version is one line"),
        ({"describes": Description("A\ud800")}, "its publisher is one line"),
        ({"describes": Description("A", kind="rumour")}, "its kind is one of"),  # type: ignore[arg-type]
        ({"describes": Description(None)}, "its publisher is text"),  # type: ignore[arg-type]
        ({"describes": Description("A", licence=3)}, "its licence is text"),  # type: ignore[arg-type]
        ({"Options": dict}, "its Options are a msgspec.Struct"),
        ({"Options": msgspec.defstruct("Odd", [("a", "Nowhere")])}, "cannot be read by"),
    ],
)
def test_a_source_that_says_something_odd_of_itself_is_set_aside(
    changed: dict[str, Any], why: str
) -> None:
    odd = type("Odd", (Plain,), changed)()
    sources = load_sources([plugin("odd", odd), plugin("one", Register())])
    assert why in sources.set_aside[0].reason
    assert list(sources.by_name) == ["register"]


def raising(error: BaseException) -> Any:
    raise error


def endless() -> Iterator[Source]:
    while True:
        yield Plain()


def waiting() -> list[Source]:
    time.sleep(30)
    return []


class Mute(Exception):
    def __str__(self) -> str:
        raise ValueError


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (lambda: raising(Mute()), "Mute: it does not say why"),
        (lambda: raising(KeyboardInterrupt()), "it raised KeyboardInterrupt"),
        (lambda: raising(SystemExit(0)), "SystemExit: 0"),
        (lambda: 42, "gave an int, not several of anything"),
        (lambda: "lights", "gave a str, not several of anything"),
        (endless, "gave over 1,000"),
        (waiting, "did not come back within 0.5 seconds"),
    ],
)
def test_whatever_a_hook_does_it_stops_no_other(given: Any, why: str) -> None:
    bad = SimpleNamespace(claimtrack_sources=hookimpl(given))
    sources = load_sources([bad, plugin("one", Plain())], patience=0.5)
    assert list(sources.by_name) == ["plain"]
    assert why in sources.set_aside[0].reason


def test_a_hook_that_gives_nothing_gives_no_sources() -> None:
    sources = load_sources([SimpleNamespace(claimtrack_sources=hookimpl(lambda: None))])
    assert (sources.by_name, sources.set_aside) == ({}, ())


def test_the_same_plugin_twice_is_there_once() -> None:
    one = plugin("one", Plain())
    sources = load_sources([one, one])
    assert list(sources.by_name) == ["plain"]
    assert sources.set_aside[0].reason == "PluginError: it is installed twice: it is 'one' again"


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_is_checked_for_its_name_mark_and_arguments(hook: str) -> None:
    def asks_more(weather: str) -> None:
        return None

    (misspelt,) = load_sources([SimpleNamespace(**{f"{hook}s_": hookimpl(lambda: None)})]).set_aside
    assert misspelt.reason == f"PluginError: there is no hook named '{hook}s_'"
    (foreign,) = load_sources([SimpleNamespace(**{hook[5:]: hookimpl(lambda: None)})]).set_aside
    assert foreign.reason == f"PluginError: there is no hook named '{hook[5:]}'"
    (unmarked,) = load_sources([SimpleNamespace(**{hook: lambda: None})]).set_aside
    assert unmarked.reason == f"PluginError: {hook} is not marked with @claimtrack.hookimpl"
    (curious,) = load_sources([SimpleNamespace(**{hook: hookimpl(asks_more)})]).set_aside
    assert "weather" in curious.reason


def test_a_plugins_name_goes_on_one_line() -> None:
    odd = SimpleNamespace(__name__="two\nlines\0", claimtrack_source=list)
    assert load_sources([odd]).set_aside[0].plugin == "two lines"


def test_a_misspelt_hook_is_set_aside_with_its_name() -> None:
    misspelt = SimpleNamespace(claimtrack_source=lambda: [Plain()])
    (aside,) = load_sources([misspelt]).set_aside
    assert aside.reason == "PluginError: there is no hook named 'claimtrack_source'"


def test_a_source_reads_its_options_off_the_measure() -> None:
    assert Register().options(measure(name="lit")) == Column("lit", 0)
    assert Plain().options(measure()) is None


@pytest.mark.parametrize("options", [{}, {"name": 3}, {"name": "lit", "colour": "red"}])
def test_options_that_do_not_fit_are_told(options: dict[str, Any]) -> None:
    with pytest.raises(PluginError, match="measure 'lit', source 'register'"):
        Register().options(measure(**options))


def test_a_source_that_says_nothing_of_asking_or_reading_is_a_fault() -> None:
    silent = Undescribed()
    with pytest.raises(TypeError, match="which addresses"):
        silent.asks(())
    with pytest.raises(TypeError, match="how a page is read"):
        silent.read(None, ())  # type: ignore[arg-type]


class Pages(Source):
    """A source whose options name an address, and a second one where there is a mirror."""

    name = "pages"
    describes = Description("The Pages")

    class Options(msgspec.Struct):
        url: str
        mirror: str | None = None


class Mirrored(Pages):
    def addresses(self, measure: Measure) -> list[str]:
        given = self.options(measure)
        return [given.url, *([given.mirror] if given.mirror else [])]


def test_an_address_is_asked_once_for_all_the_measures_that_it_answers() -> None:
    first, second = measure(url="https://a.example/"), measure(url="https://b.example/")

    assert list(Pages().asks((first, second, first))) == [
        Ask("https://a.example/", (first, first)),
        Ask("https://b.example/", (second,)),
    ]


def test_a_source_may_name_several_addresses_for_a_measure() -> None:
    asked = measure(url="https://a.example/", mirror="https://b.example/")

    assert [ask.url for ask in Mirrored().asks((asked,))] == [
        "https://a.example/",
        "https://b.example/",
    ]


def test_the_reader_on_record_tells_its_options_apart() -> None:
    plain, first, second = measure(), measure(name="lit"), measure(name="dark")
    names = {extractor(Register(), one) for one in (plain, first, second)}
    assert len(names) == 3
    assert extractor(Register(), plain) == "register@1"
    assert extractor(Register(), first).startswith("register@1+")
    assert extractor(Register(), first) == extractor(Register(), measure(name="lit"))


class Model:
    """A plugin that reads texts, as one with a model would."""

    def __init__(self, quote: str) -> None:
        self.quote = quote

    @hookimpl
    def claimtrack_read_text(
        self, text: str, measures: tuple[Measure, ...], published: object, language: str
    ) -> list[Reading]:
        return (
            [Reading(measures[0].id, Decimal("0.2"), quote=self.quote)] if language == "en" else []
        )


def test_a_plugin_may_read_texts() -> None:
    measure = Measure("held", "What share?", "quantity", unit="share")
    readers = TextReaders([Model("A fifth")])
    read = readers.read("A fifth of it.", (measure,), published=None, language="en")
    assert [one.value for one in read] == [Decimal("0.2")]
    assert readers.set_aside == ()


def test_a_reader_that_quotes_what_is_not_there_is_set_aside() -> None:
    measure = Measure("held", "What share?", "quantity", unit="share")
    readers = TextReaders([Model("A fifth")])
    assert readers.read("Half.", (measure,), published=None, language="en") == ()
    assert "does not stand in the text" in readers.set_aside[0].reason


def test_a_reader_that_was_set_aside_reads_no_further_text() -> None:
    measure = Measure("held", "What share?", "quantity", unit="share")
    readers = TextReaders([Model("A fifth")])
    for text in ("Half.", "A fifth of it.", "None."):
        assert readers.read(text, (measure,), published=None, language="en") == ()
    assert len(readers.set_aside) == 1
    assert not readers


def test_a_plugin_that_reads_texts_needs_no_sources() -> None:
    sources = load_sources([Model("x")])
    assert (sources.by_name, sources.set_aside) == ({}, ())


class Looking(DistributionFinder):
    """Finds nothing, and counts how often it was told to look."""

    def __init__(self) -> None:
        self.looks = 0

    def find_spec(self, *asked: Any) -> None:
        return None

    def find_distributions(self, context: Any = None) -> Iterator[Any]:
        self.looks += 1
        return iter(())


def test_what_is_installed_is_looked_through_once() -> None:
    looking = Looking()
    sys.meta_path.append(looking)
    try:
        assert "page" in load_sources().by_name
    finally:
        sys.meta_path.remove(looking)
    assert looking.looks == 1
