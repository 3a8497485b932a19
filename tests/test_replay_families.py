"""Our own sources, replayed: the pages saved for each, as they are and on their bad days."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from asking import asking

from claimtrack import CalendarDate, Measure, Page, Reading, Source, hookimpl
from claimtrack.authoring.pytest_plugin import Replayer
from claimtrack.authoring.replay import replay
from claimtrack.authoring.savedpages import saved_pages
from claimtrack.authoring.sidecars import measures_file, save_page
from claimtrack.errands import Errand, Inquiry
from claimtrack.observations import Value
from claimtrack.pages import Answer, Ask, Request
from claimtrack.sources import Sources, load_sources
from claimtrack.update import read

PAGES = Path(__file__).parent / "pages"
FAMILIES = sorted(path.parent.name for path in PAGES.glob("*/measures.toml"))
#: Ours alone, whatever else is installed here.
OURS = [
    import_module(path.name)
    for path in sorted(PAGES.parent.parent.glob("plugins/claimtrack_*"))
    if (path / "__init__.py").is_file()
]
SOURCES = load_sources(OURS)
AT = datetime(2031, 2, 6, 8, tzinfo=UTC)


@pytest.mark.parametrize("family", FAMILIES)
def test_saved_pages_are_read_as_expected(family: str, claimtrack_replay: Replayer) -> None:
    found = claimtrack_replay(PAGES / family, plugins=OURS)
    assert found.ordeals > 30


def saved(path: str, url: str, media_type: str) -> Page:
    return Page(url, (PAGES / path).read_bytes(), AT, 200, (("content-type", media_type),))


#: Pages whose readings are compared in the tests of their own source (areas, within the width of
#: their arithmetic): what is read off them as they are is all that may be read on bad days.
ELSEWHERE: Mapping[str, tuple[Callable[[], Page], Callable[[], Measure]]] = {
    "deepstate": (
        lambda: saved(
            "deepstate/deepstatemap_data_20310205.geojson",
            "https://raw.githubusercontent.com/cyterat/deepstate-map-data/main/data/"
            "deepstatemap_data_20310205.geojson",
            "application/geo+json",
        ),
        lambda: asking("deepstate", "quantity", "share", region="UA-14"),
    ),
}


@pytest.mark.parametrize("family", ELSEWHERE)
def test_what_is_read_of_a_page_is_all_that_is_read_on_its_bad_days(
    family: str, tmp_path: Path
) -> None:
    show, ask = ELSEWHERE[family]
    page, measure = show(), ask()
    (asked,) = measure.subscriptions
    inquiry = Inquiry(SOURCES[asked.source], asked.name, Ask(page.url, (measure,)))
    request = Request(page.url)
    answer = Answer(request, AT, "fetched", page, 200)
    (attempt,) = read(answer, Errand(request, (inquiry,))).attempts
    assert attempt.results[0].readings, attempt.results
    told = measures_file([measure], id="pages", title="Pages", today=AT.date())
    (tmp_path / "measures.toml").write_text(told, encoding="utf-8")
    save_page(
        tmp_path,
        "page.txt",
        page,
        source=asked.name,
        measures=(measure.id,),
        results=attempt.results,
        leads_to=(),
    )
    assert replay(tmp_path, SOURCES).problems == ()
    told = replay(tmp_path, parroting(asked.source)).problems
    assert [one for one in told if ": altered: " in one]


def parrot(source: Source) -> Source:
    """The source, but for one thing: a value that it read once is what it reads ever after. What
    it quotes, and whether it reads at all, is as it would be.
    """
    learnt: dict[tuple[str, str, CalendarDate | None], Value] = {}

    def read(self: Source, page: Page, measures: tuple[Measure, ...]) -> Iterator[object]:
        for one in source.read(page, measures):
            if isinstance(one, Reading):
                known = learnt.setdefault((page.url, one.measure, one.as_of), one.value)
                yield dataclasses.replace(one, value=known)
            else:
                yield one

    made: Source = type("Parrot", (type(source),), {"read": read})()
    return made


def parroting(*names: str) -> Sources:
    parrots = [parrot(SOURCES[name]) for name in names]
    return load_sources([SimpleNamespace(claimtrack_sources=hookimpl(lambda: parrots))])


@pytest.mark.parametrize("family", FAMILIES)
def test_a_parrot_of_each_family_is_told(family: str) -> None:
    pages = saved_pages(PAGES / family, SOURCES.options)
    asked = {one.measures[0].subscriptions[0].source for one in pages}
    told = replay(PAGES / family, parroting(*sorted(asked))).problems
    counted = {
        one.name
        for one in pages
        if any(not isinstance(expected.reading.value, str) for expected in one.expected)
    }
    assert counted
    assert {one.partition(":")[0] for one in told if ": altered: " in one} >= counted


def test_every_family_is_replayed() -> None:
    assert SOURCES.set_aside == ()
    families = {plugin.__name__.removeprefix("claimtrack_") for plugin in OURS}
    assert families
    assert families - {*FAMILIES, *ELSEWHERE} == set()
