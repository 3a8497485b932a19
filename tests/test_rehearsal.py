"""The rehearsal: the path of an update up to the store, and no further."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from server import page, serving

from claimtrack import Description, PluginError, Source, hookimpl
from claimtrack.measures import Measure, Subscription
from claimtrack.pages import Page
from claimtrack.rehearsal import Stage
from claimtrack.sources import load_sources

AT = datetime(2026, 8, 1, tzinfo=UTC)


def measure(**options: str) -> Measure:
    given = tuple(sorted({"url": "https://example.org/land", "select": "p", **options}.items()))
    subscription = Subscription("page", "office", options=given)
    return Measure("land", "How much?", "quantity", unit="share", subscriptions=(subscription,))


def test_a_file_is_read_anew_each_time(tmp_path: Path) -> None:
    file = tmp_path / "land.html"
    stage = Stage(str(file), load_sources(), at=AT)
    for said, value in (("20%", "0.2"), ("21%", "0.21")):
        file.write_text(f"<p>{said}</p>")
        (made,) = stage.rehearse(measure())
        assert (made.source, made.attempt.at, str(made.readings[0].value)) == ("office", AT, value)


def test_an_address_is_asked_once_however_often_its_reader_is_changed() -> None:
    body = page(b"<p>20%</p><i>30%</i>", ("Content-Type", "text/html"))
    with serving({"/land": body}) as server:
        stage = Stage(f"{server.url}/land", load_sources(), at=AT, allow_private=True)
        said = [stage.rehearse(measure(select=css))[0].readings[0].quote for css in ("p", "i")]
        assert said == ["20%", "30%"]
        assert server.paths.count("/land") == 1


def test_what_the_reader_refuses_has_its_result_and_no_reading(tmp_path: Path) -> None:
    (tmp_path / "land.html").write_text("<p>much</p>")
    (made,) = Stage(str(tmp_path / "land.html"), load_sources(), at=AT).rehearse(measure())
    assert made.result is not None
    assert (made.result.status, made.readings) == ("unreadable", ())
    assert made.steps[-1] == made.result.reason


class Halting(Source):
    """A source that reads nothing, and gives up while it explains."""

    name = "halting"
    describes = Description("Nobody")

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def read(self, page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        return ()

    def explain(self, page: Page, measure: Measure) -> Iterator[str]:
        yield "the page has a table"
        raise self.error


@pytest.mark.parametrize(
    ("error", "told"),
    [(PluginError("but no row"), "but no row"), (KeyError("row"), "KeyError: 'row'")],
)
def test_the_steps_go_as_far_as_they_were_taken(
    tmp_path: Path, error: BaseException, told: str
) -> None:
    class Plugin:
        @hookimpl
        def claimtrack_sources(self) -> list[Source]:
            return [Halting(error)]

    (tmp_path / "land.html").write_text("<p>20%</p>")
    asked = Measure("land", "?", "quantity", subscriptions=(Subscription("halting", "halting"),))
    stage = Stage(str(tmp_path / "land.html"), load_sources([Plugin()]), at=AT)
    (made,) = stage.rehearse(asked)
    assert made.steps == ("the page has a table", told)
