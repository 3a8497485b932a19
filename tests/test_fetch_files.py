"""Files that a claim file names: what is read, and what is refused."""

from __future__ import annotations

import asyncio
import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimtrack.fetch import Limits, fetch
from claimtrack.pages import Answer, Request, Validators

NOW = datetime(2026, 8, 22, 6, tzinfo=UTC)


def ask(url: str, base: Path, *, known: str | None = None, cap: int = 1_000) -> Answer:
    validators = Validators(known) if known else None
    request = Request(url, base=str(base), validators=validators)

    async def first() -> list[Answer]:
        batches = fetch([request], clock=lambda: NOW, limits=Limits(body_bytes=cap))
        return [answer async for batch in batches for answer in batch]

    (answer,) = asyncio.run(first())
    return answer


def test_a_file_is_read_relative_to_its_base(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "share.csv").write_bytes(b"day,share\n2025-08-15,0.19\n")
    answer = ask("figures/share.csv", tmp_path)
    assert (answer.outcome, answer.reason, answer.at) == ("fetched", None, NOW)
    assert answer.page is not None
    assert answer.page.content == b"day,share\n2025-08-15,0.19\n"
    assert answer.page.url == (tmp_path / "figures" / "share.csv").as_uri()
    assert answer.page.media_type == "text/csv"
    assert answer.page.fetched_at == NOW
    assert answer.page.status is None


def test_a_file_says_when_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "share.csv").write_bytes(b"day,share\n")
    os.utime(tmp_path / "share.csv", (0, datetime(2026, 8, 21, 5, 6, 7, tzinfo=UTC).timestamp()))
    headers = dict(ask("share.csv", tmp_path).headers)
    assert headers == {
        "content-type": "text/csv",
        "last-modified": "Fri, 21 Aug 2026 05:06:07 GMT",
    }


def test_a_file_of_a_year_no_calendar_has_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "share.csv").write_bytes(b"day,share\n")
    os.utime(tmp_path / "share.csv", (0, 400_000_000_000))
    assert ask("share.csv", tmp_path).outcome == "fetched"


def test_a_path_may_climb_and_may_be_absolute(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "share.json").write_bytes(b"[]")
    for url in ("../share.json", str(tmp_path / "share.json")):
        answer = ask(url, tmp_path / "claims")
        assert answer.page is not None
        assert answer.page.url == (tmp_path / "share.json").as_uri()


def test_a_symlink_is_read_under_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "share-2.csv").write_bytes(b"day,share\n")
    (tmp_path / "latest.csv").symlink_to("share-2.csv")
    answer = ask("latest.csv", tmp_path)
    assert answer.page is not None
    assert answer.page.url == (tmp_path / "latest.csv").as_uri()


def test_a_file_whose_digest_is_known_is_not_modified(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"day,share\n")
    digest = hashlib.sha256(b"day,share\n").hexdigest()
    same = ask("a.csv", tmp_path, known=digest)
    assert (same.outcome, same.page) == ("not_modified", None)
    (tmp_path / "a.csv").write_bytes(b"day,other\n")
    assert ask("a.csv", tmp_path, known=digest).outcome == "fetched"


@pytest.mark.parametrize("url", ["none.csv", "a.csv/none.csv", "no/folder/none.csv"])
def test_a_file_that_is_not_there_is_gone(tmp_path: Path, url: str) -> None:
    (tmp_path / "a.csv").write_bytes(b"day\n")
    answer = ask(url, tmp_path)
    assert (answer.outcome, answer.reason) == ("gone", f"there is no file {url}")


def test_a_dangling_symlink_is_gone(tmp_path: Path) -> None:
    (tmp_path / "latest.csv").symlink_to("nowhere.csv")
    assert ask("latest.csv", tmp_path).outcome == "gone"


def test_a_symlink_to_itself_is_unreachable(tmp_path: Path) -> None:
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    assert ask("loop.csv", tmp_path).outcome == "unreachable"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    answer = ask(".", tmp_path)
    assert (answer.outcome, answer.reason) == ("unreachable", ". is a folder, not a file")


def test_a_pipe_is_refused_without_waiting_for_its_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    answer = ask("pipe", tmp_path)
    assert answer.outcome == "unreachable"
    assert answer.reason == "pipe is a device or a pipe, not a file"


def test_a_device_is_refused() -> None:
    assert ask("/dev/zero", Path("/")).reason == "/dev/zero is a device or a pipe, not a file"


def test_a_file_over_the_cap_is_unreachable_and_one_at_the_cap_is_read(tmp_path: Path) -> None:
    (tmp_path / "at.csv").write_bytes(b"x" * 1_000)
    (tmp_path / "over.csv").write_bytes(b"x" * 1_001)
    assert ask("at.csv", tmp_path).outcome == "fetched"
    over = ask("over.csv", tmp_path)
    assert (over.outcome, over.reason) == ("unreachable", "over.csv is over the cap of 1000 bytes")


def test_an_empty_file_is_no_reading(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b" \n")
    assert ask("empty.csv", tmp_path).outcome == "blocked"


@pytest.mark.parametrize("url", ["a\0b.csv", "x" * 300, "http://127.0.0.1/"])
def test_a_name_no_file_can_have_is_an_answer_too(tmp_path: Path, url: str) -> None:
    assert ask(url, tmp_path).outcome in {"gone", "unreachable"}


def test_without_a_base_a_path_is_never_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"day\n")

    async def all_of(urls: list[str]) -> list[Answer]:
        batches = fetch([Request(url) for url in urls], clock=lambda: NOW)
        return [answer async for batch in batches for answer in batch]

    path = str(tmp_path / "a.csv")
    answers = asyncio.run(all_of([path, f"file://{path}", f"FILE://localhost{path}"]))
    assert [answer.outcome for answer in answers] == ["disallowed"] * 3
