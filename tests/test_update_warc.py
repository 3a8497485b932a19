"""Evidence in the standard format: an update that is kept as WARC, and run again from it."""

from __future__ import annotations

import asyncio
import gzip
import sqlite3
import subprocess
import sys
import threading
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from click.testing import CliRunner
from server import Question, answer, page, redirect, serving
from warcio.archiveiterator import ArchiveIterator

import claimtrack
from claimtrack import Ask, BadValue, Description, Measure, Page, Reading, Source, Tracker, hookimpl
from claimtrack.cli import claimtrack as command
from claimtrack.fetch.limits import USUAL
from claimtrack.fetch.outcomes import NoPage
from claimtrack.fetch.recording import Recorder, RecordingTransport
from claimtrack.fetch.replaying import Replay, ReplayTransport
from claimtrack.pages import Follow

NOW = datetime(2026, 1, 1, tzinfo=UTC)
PACKED = gzip.compress(b"40% on 2026-01-01")
HEAD = '[document]\nid = "report"\ntitle = "A report"\npublished = 2026-01-01\n'
MEASURE = """
[measure."held/{place}"]
asks = "What share of it is held?"
kind = "quantity"
unit = "share"
ask = [{{ source = "{source}", name = "{source}", url = "{url}" }}]
"""


class Where(msgspec.Struct):
    """The one address to ask."""

    url: str


class Register(Source):
    """A source whose page says ``40% on 2026-01-01``, or leads on to one that does."""

    name = "register"
    describes = Description("The Register")
    Options = Where
    headers: tuple[tuple[str, str], ...] = ()
    secret: str | None = None

    def asks(self, measures: tuple[Measure, ...], *, since: Any = None) -> Iterable[Ask]:
        for one in measures:
            yield Ask(self.options(one).url, (one,), self.headers, self.secret)

    def read(self, page: Page, measures: tuple[Measure, ...]) -> Iterable[Any]:
        share, _, rest = page.text.partition("% ")
        if rest.startswith("at "):
            return [Follow(Ask(rest.removeprefix("at "), measures))]
        day = date.fromisoformat(rest[3:13]) if rest.startswith("on ") else None
        return [Reading(one.id, int(share) / 100, day, quote=page.text) for one in measures]


class Almanac(Register):
    """Another source, which asks in a way of its own."""

    name = "almanac"
    describes = Description("The Almanac")
    headers = (("X-Edition", "second"),)


class Members(Register):
    """A source that is asked with a secret."""

    name = "members"
    describes = Description("The Members")
    secret = "CLAIMTRACK_TEST_TOKEN"


class Plugin:
    @hookimpl
    def claimtrack_sources(self) -> Iterable[Source]:
        return [Register(), Almanac(), Members()]


def opened(
    folder: Path, name: str, asked: dict[str, tuple[str, str]], now: datetime | None = None
) -> Tracker:
    """A tracker on a new file, with a measure for each place: its source and its address."""
    clock = None if now is None else (lambda: now)
    made = claimtrack.open(folder / name, allow_private=True, plugins=[Plugin()], clock=clock)
    measures = [
        MEASURE.format(place=place, source=source, url=url)
        for place, (source, url) in asked.items()
    ]
    (folder / "report.toml").write_text(HEAD + "".join(measures))
    made.add(folder / "report.toml")
    return made


def facts(folder: Path, name: str) -> list[tuple[Any, ...]]:
    """Every fact on record with each page that showed it and when that was asked."""
    query = """
        SELECT facts.digest, facts.measure, facts.source, facts.value, facts.as_of,
               passages.quote, views.snapshot, views.extractor, results.at, results.status
        FROM facts
        JOIN passages ON passages.fact = facts.id
        JOIN sightings ON sightings.passage = passages.id
        JOIN views ON views.id = sightings.view
        JOIN results ON results.view = views.id
        ORDER BY 1, 7, 9
    """
    with closing(sqlite3.connect(folder / name)) as record:
        return record.execute(query).fetchall()


def outcomes(attempts: Iterable[claimtrack.Attempt]) -> list[tuple[Any, ...]]:
    return sorted(
        (one.source, one.url, one.at, one.outcome, one.status, one.reason, one.headers)
        for one in attempts
        if one.asked
    )  # fmt: skip


def chunked(body: bytes, *headers: tuple[str, str]) -> bytes:
    head = answer(200, b"", [("Transfer-Encoding", "chunked"), *headers])
    head = head.replace(b"Content-Length: 0\r\n", b"")
    return head + b"".join(b"1\r\n%c\r\n" % byte for byte in body) + b"0\r\n\r\n"


def by_edition(question: Question) -> bytes:
    share = 30 if question.headers.get("x-edition") else 20
    return answer(200, b"%d%% on 2026-01-03" % share, [("Content-Type", "text/plain")])


def unless_known(question: Question) -> bytes:
    if question.headers.get("if-none-match") == '"one"':
        return answer(304, headers=[("ETag", '"one"')])
    return answer(200, b"44% now", [("ETag", '"one"'), ("Content-Type", "text/plain")])


@pytest.fixture
def site() -> Iterator[Any]:
    packed = PACKED
    plain = ("Content-Type", "text/plain")
    with serving() as up:
        up.routes |= {
            "/moved": redirect("/moved-again"),
            "/moved-again": redirect(f"{up.url}/packed", 301),
            "/packed": page(packed, plain, ("Content-Encoding", "gzip"), ("SET-cookie", "id=1")),
            "/chunked": lambda _: chunked(b"41% on 2026-01-02", plain),
            "/deflated": lambda _: chunked(
                zlib.compress(b"42% on 2026-01-02"), plain, ("Content-Encoding", "deflate")
            ),
            "/both": by_edition,
            "/known": unless_known,
            "/gone": page(b"no such page", status=404),
            "/later": page(b"slowly", ("Retry-After", "120"), status=429),
            "/cut": lambda _: [answer(200, b"43% on 20", [plain], length=100)],
            "/no-http": lambda _: [b"SMTP ready\r\n\r\n"],
            "/leads": page(f"0% at {up.url}/packed?2".encode(), plain),
            "/packed?2": page(packed, plain, ("Content-Encoding", "gzip")),
        }
        yield up


def asked_of(url: str) -> dict[str, tuple[str, str]]:
    paths = (
        "moved", "chunked", "deflated", "both", "known", "gone", "cut", "no-http", "leads",
    )  # fmt: skip
    return {path: ("register", f"{url}/{path}") for path in paths} | {
        "second": ("almanac", f"{url}/both"),
        # A host of its own: one that asks to be left alone is.
        "later": ("register", f"{url.replace('127.0.0.1', 'localhost')}/later"),
    }


@pytest.mark.parametrize("name", ["kept.warc", "kept.warc.gz"])
def test_a_replay_records_what_the_update_did(tmp_path: Path, site: Any, name: str) -> None:
    asked = asked_of(site.url)
    with opened(tmp_path, "live.db", asked) as live:
        first = live.update(warc=tmp_path / name)
        second = live.update(warc=tmp_path / name)
    before = len(site.asked)
    with opened(tmp_path, "again.db", asked) as again:
        report = again.update(replay=tmp_path / name)
    assert len(site.asked) == before
    assert facts(tmp_path, "again.db") == facts(tmp_path, "live.db")
    assert len({fact[0] for fact in facts(tmp_path, "live.db")}) == 7
    assert outcomes(report.attempts) == outcomes(first.attempts + second.attempts)
    assert {one.outcome for one in report.attempts} == {
        "fetched", "not_modified", "gone", "postponed", "unreachable",
    }  # fmt: skip


def test_a_replay_fails_as_the_update_did(tmp_path: Path, site: Any) -> None:
    with serving() as down:
        refusing = down.url
    site.routes["/silent"] = lambda _: [b""]
    site.routes["/to-nobody"] = redirect(f"{refusing}/there")
    asked = {
        "refused": ("register", f"{refusing}/held"),
        "silent": ("register", f"{site.url}/silent"),
        "no-http": ("register", f"{site.url}/no-http"),
        "led": ("register", f"{site.url}/to-nobody"),
        "nobody": ("register", "http://nobody.invalid/held"),
        "known": ("register", f"{site.url}/known"),
    }
    with opened(tmp_path, "live.db", asked) as live:
        was = live.update(warc=tmp_path / "kept.warc.gz").attempts
    with opened(tmp_path, "again.db", asked) as again:
        now = again.update(replay=tmp_path / "kept.warc.gz").attempts
    without_moments = [[(*one[:2], *one[3:]) for one in outcomes(each)] for each in (now, was)]
    assert without_moments[0] == without_moments[1]
    assert sum(one.outcome == "unreachable" for one in now) == 5
    assert "not in the WARC" not in {one.reason for one in now}


def test_what_took_too_long_takes_too_long_again(tmp_path: Path) -> None:
    class Slow(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            raise asyncio.CancelledError

    recorder = Recorder.open(tmp_path / "kept.warc", software="a test", at=NOW)
    asked = httpx.Request("GET", "https://example.org/slow?key=hush", extensions={"secret": "hush"})
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(RecordingTransport(Slow(), recorder, lambda: NOW).handle_async_request(asked))
    recorder.close()
    kept = Replay.open(tmp_path / "kept.warc")
    with pytest.raises(NoPage, match=f"no whole answer within {USUAL.total_seconds:g} s"):
        asyncio.run(
            ReplayTransport(kept).handle_async_request(
                httpx.Request("GET", "https://example.org/slow?key=[secret]")
            )
        )
    assert b"hush" not in (tmp_path / "kept.warc").read_bytes()


def test_another_tools_metadata_is_no_answer(tmp_path: Path, site: Any) -> None:
    asked = {"known": ("register", f"{site.url}/known")}
    with opened(tmp_path, "live.db", asked) as live:
        live.update(warc=tmp_path / "kept.warc")
    fields = b"via: https://example.org/\r\nfetchTimeMs: 20\r\nclaimtrack-outcome: fetched\r\n"
    with (tmp_path / "kept.warc").open("ab") as file:
        file.write(
            b"WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
            b"WARC-Target-URI: %b/known\r\nContent-Type: application/warc-fields\r\n"
            b"Content-Length: %d\r\n\r\n%b\r\n\r\n" % (site.url.encode(), len(fields), fields)
        )
    with opened(tmp_path, "again.db", asked) as again:
        (attempt,) = again.update(replay=tmp_path / "kept.warc").attempts
    assert attempt.outcome == "fetched"


def test_what_another_tool_reads_of_it_is_what_went_over_the_wire(
    tmp_path: Path, site: Any
) -> None:
    with opened(tmp_path, "live.db", asked_of(site.url)) as live:
        live.update(warc=tmp_path / "kept.warc.gz")
    kinds: dict[tuple[str, str], int] = {}
    with (tmp_path / "kept.warc.gz").open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            url = str(record.rec_headers.get_header("WARC-Target-URI")).removeprefix(site.url)
            kinds[record.rec_type, url] = kinds.get((record.rec_type, url), 0) + 1
            if (record.rec_type, url) == ("response", "/packed"):
                assert record.http_headers.get_header("Content-Encoding") == "gzip"
                assert "SET-cookie" not in str(record.http_headers)
                assert record.raw_stream.read() == PACKED
                assert str(record.http_headers).startswith("HTTP/1.1 200 So it is")
            if (record.rec_type, url) == ("response", "/gone"):
                assert record.content_stream().read() == b"no such page"
            if (record.rec_type, url) == ("response", "/chunked"):
                assert record.content_stream().read() == b"41% on 2026-01-02"
            if (record.rec_type, url) == ("response", "/cut"):
                assert record.rec_headers.get_header("WARC-Truncated") == "disconnect"
            if record.rec_type == "request":
                assert record.rec_headers.get_header("WARC-Concurrent-To").startswith("<urn:uuid")
            record.raw_stream.read()
    assert kinds.pop(("warcinfo", "None")) == 1
    for path in ("/moved", "/moved-again", "/packed", "/gone", "/cut", "/known", "/robots.txt"):
        assert kinds["response", path] == kinds["request", path] == 1
    assert kinds["response", "/both"] == 2


def test_the_moments_are_those_of_the_archive_and_the_learning_is_now(
    tmp_path: Path, site: Any
) -> None:
    then, later = datetime(2026, 1, 5, 6, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC)
    asked = {"known": ("register", f"{site.url}/known")}
    with opened(tmp_path, "live.db", asked, then) as live:
        live.update(warc=tmp_path / "kept.warc")
    with opened(tmp_path, "again.db", asked, later) as again:
        again.update(replay=tmp_path / "kept.warc")
        (seen,) = again.history("held/known")
        assert (seen.as_of, seen.first_seen_at, seen.recorded_at) == (then.date(), then, later)
        assert len(again.history("held/known", as_public="2026-02-01")) == 1


def test_a_replay_twice_records_nothing_new(tmp_path: Path, site: Any) -> None:
    asked = asked_of(site.url)
    with opened(tmp_path, "live.db", asked) as live:
        live.update(warc=tmp_path / "kept.warc")
    with opened(tmp_path, "again.db", asked) as again:
        report = again.update(replay=tmp_path / "kept.warc")
        before = facts(tmp_path, "again.db"), again.history("held/known")
        again.update(replay=tmp_path / "kept.warc")
        assert (set(facts(tmp_path, "again.db")), again.history("held/known")) == (
            set(before[0]), before[1],
        )  # fmt: skip
    # Nothing goes over the wire in a replay, and the ledger does not count it.
    assert {(one.bytes, one.seconds) for one in report.attempts} == {(0, 0.0)}


def test_what_is_not_in_the_archive_says_so(tmp_path: Path, site: Any) -> None:
    asked = {"known": ("register", f"{site.url}/known")}
    with opened(tmp_path, "live.db", asked) as live:
        live.update(warc=tmp_path / "kept.warc")
    with opened(tmp_path, "again.db", asked | {"x": ("register", f"{site.url}/other")}) as again:
        report = again.update(replay=tmp_path / "kept.warc")
    assert [(one.outcome, one.reason) for one in report.failed] == [
        ("unreachable", "not in the WARC")
    ]


def test_a_replay_opens_no_socket_to_anywhere(tmp_path: Path, site: Any) -> None:
    asked = {"known": ("register", f"{site.url}/known")}
    with opened(tmp_path, "live.db", asked) as live:
        live.update(warc=tmp_path / "kept.warc")
    dialled = []

    def listen(event: str, details: tuple[Any, ...]) -> None:
        if is_listening and event in {"socket.connect", "socket.getaddrinfo"}:
            dialled.append(details)

    is_listening = True
    sys.addaudithook(listen)
    with opened(tmp_path, "again.db", asked) as again:
        report = again.update(replay=tmp_path / "kept.warc")
    is_listening = False
    assert (dialled, len(report.attempts), report.failed) == ([], 1, ())


# Secrets


def test_no_secret_and_no_cookie_is_written(
    tmp_path: Path, site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMTRACK_TEST_TOKEN", "s3cret-token")
    told = b"your token is s3cret-token: 45% on 2026-01-01"
    site.routes |= {
        "/plain": page(told, ("Content-Type", "text/plain"), ("X-You", "s3cret-token")),
        "/packed": page(gzip.compress(told), ("Content-Encoding", "gzip")),
        "/sent": redirect("/on?token=s3cret-token"),
        "/on?token=s3cret-token": page(b"46% on 2026-01-01", ("Set-Cookie", "a=s3cret-token")),
    }
    asked = {path: ("members", f"{site.url}/{path}") for path in ("plain", "packed", "sent")}
    with opened(tmp_path, "live.db", asked) as live:
        live.update(warc=tmp_path / "kept.warc")
    assert [question.headers["authorization"] for question in site.asked] == [
        "Bearer s3cret-token"
    ] * 4
    kept = (tmp_path / "kept.warc").read_bytes()
    assert b"s3cret" not in kept
    assert b"uthorization" not in kept
    assert b"ookie" not in kept
    with (tmp_path / "kept.warc").open("rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type == "response" and record.http_headers.get_header("Content-Encoding"):
                assert record.content_stream().read() == b""
                assert record.rec_headers.get_header("WARC-Truncated") == "unspecified"
    assert b"46% on 2026-01-01" in kept
    monkeypatch.delenv("CLAIMTRACK_TEST_TOKEN")
    with opened(tmp_path, "again.db", {"sent": asked["sent"]}) as again:
        report = again.update(replay=tmp_path / "kept.warc")
    # The address that the redirect named is spelled without the secret, there and where it leads.
    assert [one.outcome for one in report.attempts] == ["fetched"]


# Archives by others


def test_an_archive_by_another_tool_is_replayed(tmp_path: Path) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    url = "http://figures.example/share"
    head = [("Content-Type", "text/plain"), ("Content-Length", "17")]
    with (tmp_path / "other.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for day, body in ((1, b"40% on 2026-01-01"), (2, None), (3, b"41% on 2026-01-03")):
            told = StatusAndHeaders("200 OK", head, protocol="HTTP/1.1")
            dated = {"WARC-Date": f"2026-01-0{day}T00:00:00Z"}
            if body is not None:
                record = writer.create_warc_record(
                    url, "response", BytesIO(body), len(body),
                    http_headers=told, warc_headers_dict=dated,
                )  # fmt: skip
                digest = record.rec_headers.get_header("WARC-Payload-Digest")
            else:
                record = writer.create_revisit_record(
                    url, digest, url, "2026-01-01T00:00:00Z", told, dated
                )
            writer.write_record(record)
    learnt_at = datetime(2026, 2, 1, tzinfo=UTC)
    with opened(tmp_path, "record.db", {"share": ("register", url)}, learnt_at) as tracker:
        report = tracker.update(replay=tmp_path / "other.warc.gz")
        assert [(one.at.day, one.outcome) for one in report.attempts] == [
            (1, "fetched"), (2, "fetched"), (3, "fetched"),
        ]  # fmt: skip
        history = tracker.history("held/share")
        assert [str(seen.value) for seen in history] == ["0.4", "0.41"]
        assert history[0].last_confirmed_at == datetime(2026, 1, 2, tzinfo=UTC)


def test_what_an_archive_has_of_days_to_come_is_left_out(tmp_path: Path, site: Any) -> None:
    asked = {"known": ("register", f"{site.url}/known")}
    with opened(tmp_path, "live.db", asked, datetime(2026, 2, 2, tzinfo=UTC)) as live:
        live.update(warc=tmp_path / "kept.warc")
    with (
        opened(tmp_path, "again.db", asked, datetime(2026, 2, 1, tzinfo=UTC)) as again,
        pytest.raises(BadValue, match="2 of its answers are of days to come"),
    ):
        again.update(replay=tmp_path / "kept.warc")


def test_what_cannot_be_replayed_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path, "record.db", {"share": ("register", "http://a.example/")}) as tracker:
        (tmp_path / "page.html").write_text("<p>About a fifth</p>")
        with pytest.raises(BadValue, match="nothing to replay: at byte 0: not the beginning"):
            tracker.update(replay=tmp_path / "page.html")
        with pytest.raises(BadValue, match="No such file"):
            tracker.update(replay=tmp_path / "none.warc")
        with pytest.raises(BadValue, match="there is a file that is no WARC"):
            tracker.update(warc=tmp_path / "page.html")
        with pytest.raises(BadValue, match="asks nobody"):
            tracker.update(warc=tmp_path / "a.warc", replay=tmp_path / "b.warc")


def test_a_torn_record_is_told_and_the_rest_is_replayed(tmp_path: Path, site: Any) -> None:
    asked = {path: ("register", f"{site.url}/{path}") for path in ("known", "chunked")}
    with opened(tmp_path, "live.db", asked) as live:
        live.update(warc=tmp_path / "kept.warc.gz")
    whole = (tmp_path / "kept.warc.gz").read_bytes()
    (tmp_path / "torn.warc.gz").write_bytes(whole[:-10])
    with opened(tmp_path, "again.db", asked) as again:
        report = again.update(replay=tmp_path / "torn.warc.gz")
    assert [one.outcome for one in report.attempts] == ["fetched", "fetched"]
    (remark,) = report.remarks
    assert remark.startswith(f"{tmp_path / 'torn.warc.gz'}: at byte ")
    assert remark.endswith(": the gzip member breaks off")


def test_a_transport_of_the_callers_is_kept_too(tmp_path: Path) -> None:
    def told(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, text="47% on 2026-01-01")

    asked = {"share": ("register", "https://figures.example/share")}
    with opened(tmp_path, "live.db", asked) as live:
        live.update(transport=httpx.MockTransport(told), warc=tmp_path / "kept.warc")
    with opened(tmp_path, "again.db", asked) as again:
        again.update(replay=tmp_path / "kept.warc")
    assert facts(tmp_path, "again.db") == facts(tmp_path, "live.db") != []


def test_an_exchange_is_in_the_file_as_soon_as_it_is_over(tmp_path: Path, site: Any) -> None:
    """The file is read while it grows."""
    counts = []

    def look(question: Question) -> bytes:
        with (tmp_path / "kept.warc").open("rb") as file:
            counts.append(len([one for one in ArchiveIterator(file) if one.rec_type == "response"]))
        return answer(200, b"40% on 2026-01-01", [("Content-Type", "text/plain")])

    site.routes |= {f"/{number}": look for number in range(4)}
    asked = {f"p{number}": ("register", f"{site.url}/{number}") for number in range(4)}
    with opened(tmp_path, "live.db", asked) as live:
        live.update(warc=tmp_path / "kept.warc")
    assert counts == [1, 2, 3, 4]  # robots.txt was asked for before


def test_an_absent_library_is_named(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['warcio'] = None\n"
        "import claimtrack\n"
        "tracker = claimtrack.open(sys.argv[1])\n"
        "try:\n    tracker.update(warc=sys.argv[1] + '.warc')\n"
        "except claimtrack.BadValue as error:\n    print(error)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.db")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout == 'warc= needs warcio: pip install "claimtrack[archive]"\n'


# On the command line


def test_the_command_keeps_and_replays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMTRACK_ALLOW_PRIVATE", "1")
    monkeypatch.chdir(tmp_path)
    table = page(b"on,share\n2026-01-01,0.4\n", ("Content-Type", "text/csv"))
    with serving({"/land.csv": table}) as up:
        measure = MEASURE.format(place="land", source="series", url=f"{up.url}/land.csv")
        options = ', day = "on", value = "share" }'
        (tmp_path / "report.toml").write_text(HEAD + measure.replace(" }", options))
        run = CliRunner().invoke
        for arguments in (
            ["--db", "live.db", "add", "report.toml"],
            ["--db", "again.db", "add", "report.toml"],
            ["--db", "live.db", "update", "--warc", "kept.warc.gz"],
        ):
            assert run(command, arguments).exit_code == 0
    told = run(command, ["--db", "again.db", "update", "--replay", "kept.warc.gz"])
    assert (told.exit_code, told.output) == (0, "asked 1, failed 0\n")
    assert facts(tmp_path, "again.db") == facts(tmp_path, "live.db") != []
    (tmp_path / "torn.warc.gz").write_bytes((tmp_path / "kept.warc.gz").read_bytes()[:-5])
    told = run(command, ["--db", "again.db", "update", "--replay", "torn.warc.gz"])
    assert told.exit_code == 0
    assert told.stderr.startswith("torn.warc.gz: at byte ")


def test_an_update_that_is_killed_leaves_what_it_kept_to_be_replayed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMTRACK_ALLOW_PRIVATE", "1")
    monkeypatch.chdir(tmp_path)
    is_asked, is_over = threading.Event(), threading.Event()
    table = answer(200, b"on,share\n2026-01-01,0.4\n", [("Content-Type", "text/csv")])

    def hanging(question: Question) -> Iterator[bytes]:
        yield table[:-10]
        is_asked.set()
        is_over.wait(30)

    with serving({f"/{name}.csv": lambda _: table for name in "abd"}) as up:
        up.routes["/c.csv"] = hanging
        options = ', day = "on", value = "share" }'
        measures = [
            MEASURE.format(place=name, source="series", url=f"{up.url}/{name}.csv")
            .replace('name = "series"', f'name = "{name}"')
            .replace(" }", options)
            for name in "abcd"
        ]
        (tmp_path / "report.toml").write_text(HEAD + "".join(measures))
        run = CliRunner().invoke
        for db in ("live.db", "again.db"):
            assert run(command, ["--db", db, "add", "report.toml"]).exit_code == 0
        arguments = ["--db", "live.db", "update", "--warc", "kept.warc.gz"]
        killed = subprocess.Popen([sys.executable, "-m", "claimtrack", *arguments])
        assert is_asked.wait(60)
        killed.kill()
        killed.wait()
        is_over.set()
        with Path("kept.warc.gz").open("rb") as file:
            kept = [one for one in ArchiveIterator(file) if one.rec_type == "response"]
        assert len(kept) == 3  # robots.txt and two tables
        with Path("kept.warc.gz").open("ab") as file:
            file.write(Path("kept.warc.gz").read_bytes()[:50])  # as if killed while writing
        up.routes["/c.csv"] = lambda _: table
        assert run(command, arguments).exit_code == 0
    told = run(command, ["--db", "again.db", "update", "--replay", "kept.warc.gz"])
    assert told.exit_code == 0
    assert "kept.warc.gz: at byte" in told.stderr
    assert {fact[:5] for fact in facts(tmp_path, "again.db")} == {
        fact[:5] for fact in facts(tmp_path, "live.db")
    }
    assert len(facts(tmp_path, "again.db")) > 4
