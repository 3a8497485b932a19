"""The rehearsal: the path of an update up to the store, and no further."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from server import page, serving

from claimtrack.measures import Measure, Subscription
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
