"""Processes: what a plugin in one of its own gives, and how it ends."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from claimtrack.errors import BadValue, PluginError, Unreadable
from claimtrack.measures import Measure
from claimtrack.pages import Page
from claimtrack.sources import wire
from claimtrack.sources.processes import MAX_ENDS, Process, memory_of

MODULE = '''
import os
from claimtrack import Ask, Description, Reading, Source, Unreadable, hookimpl

class Mine(Unreadable):
    """An error of its own."""

class Odd(Exception):
    def __str__(self):
        raise RuntimeError

class Own(Source):
    name = "own"
    describes = Description(publisher="The office", spacing=2.5)
    leads_on = True

    def read(self, page, measures):
{read}

@hookimpl
def claimtrack_sources():
    yield Own()
'''

MEASURE = Measure("lit", "How many?", "quantity", unit="count")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that modules are looked for in."""
    sys.path.insert(0, str(tmp_path))
    yield tmp_path
    sys.path.remove(str(tmp_path))


def process(folder: Path, *read: str) -> Process:
    lines = "\n".join(f"        {line}" for line in read)
    (folder / "claimtrack_own.py").write_text(MODULE.replace("{read}", lines))
    return Process("own", "claimtrack_own")


def read(own: Process, content: bytes = b"41") -> list[wire.Item]:
    page = Page("https://a.example/", content, datetime(2026, 3, 2, tzinfo=UTC))
    return list(own.items("read", {"page": page, "measures": (MEASURE,)}, source="own"))


def values(items: list[wire.Item]) -> list[Any]:
    return [wire.taken(one, {"lit": MEASURE}).value for one in items]  # type: ignore[union-attr]


ONE = "yield Reading('lit', int(page.text), quote=page.text)"


def test_it_tells_of_itself_and_reads(folder: Path) -> None:
    own = process(folder, ONE)
    told = own.load()
    assert (told.hooks, told.aside) == ({"claimtrack_sources"}, None)
    (source,) = told.sources
    assert (source.name, source.version, source.leads_on) == ("own", "1", True)
    assert (source.describes.publisher, source.describes.spacing) == ("The office", 2.5)
    assert values(read(own)) == [41]
    assert own.ends == ()
    own.rest()


def test_it_starts_again_after_a_rest_and_remembers_nothing(folder: Path) -> None:
    own = process(
        folder,
        f"Own.seen = getattr(Own, 'seen', 0) + 1; {ONE.replace('int(page.text)', 'Own.seen')}",
    )
    assert [values(read(own)) for _ in range(2)] == [[1], [2]]
    own.rest()
    assert values(read(own)) == [1]
    own.rest()


def test_more_than_goes_in_one_piece_comes_in_order(folder: Path) -> None:
    own = process(folder, "for n in range(1234): yield Reading('lit', n, quote=page.text)")
    assert values(read(own)) == list(range(1234))
    own.rest()


@pytest.mark.parametrize(
    ("raised", "kind", "words"),
    [
        ("1 / 0", "ZeroDivisionError", "division by zero"),
        ("raise Unreadable('no table')", "Unreadable", "no table"),
        ("raise Mine('no table')", "Unreadable", "no table"),
        ("raise SystemExit(7)", "SystemExit", "7"),
        ("raise KeyboardInterrupt", "PluginError", "it raised KeyboardInterrupt"),
        ("raise Odd", "Odd", "it does not say why"),
        ("raise ValueError('\\ud800')", "ValueError", "?"),
        ("raise type('not a name', (Exception,), {})('x')", "PluginError", "x"),
        ("yield 41", "PluginError", "read() gave an int, not a Reading, a Refusal or a Follow"),
        ("yield Reading('lit', 1, quote='\\ud800')", "UnicodeEncodeError", "surrogates"),
        ("yield Reading('lit', 'x' * 3, quote=3)", "BadValue", "a reading's quote is text, not 3"),
    ],
)
def test_what_it_raises_is_raised_by_its_own_name(
    folder: Path, raised: str, kind: str, words: str
) -> None:
    own = process(folder, raised, "return", "yield")
    with pytest.raises(PluginError) as caught:
        read(own)
    assert type(caught.value).__name__ == kind
    assert isinstance(caught.value, Unreadable) == (kind == "Unreadable")
    assert words in str(caught.value)
    assert own.ends == ()  # it goes on
    own.rest()


#: A plugin that finds the line to claimtrack, and says there what it likes.
FORGED = (
    "from claimtrack.sources import wire; import struct",
    "said = {said}",
    "for line in range(3, 20):",
    "    try: os.write(line, struct.pack('>Q', len(said)) + said)",
    "    except OSError: pass",
    ONE,
)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("wire.encode(wire.Done(1))", "it answered what it was not asked"),
        ("b'\\xc1'", "malformed"),
        ("wire.encode(['some', 1, [['flag', 7]]])", "Expected `bool`, got `int`"),
        ("wire.encode(['some', 1, [['flag', True]] * 501])", "Expected `array` of length <= 500"),
        (
            "wire.encode(['raised', 1, '\\ud800'.encode('utf-8', 'surrogatepass'), '', False])",
            "Expected `str`",
        ),
    ],
)
def test_what_is_no_answer_ends_it(folder: Path, said: str, why: str) -> None:
    own = process(folder, *(line.replace("{said}", said) for line in FORGED))
    with suppress(PluginError):
        read(own)
    if not own.ends:  # that was answered by what was forged, and the next by what was meant for it
        with suppress(PluginError):
            read(own)
    (reason,) = own.ends
    assert reason.startswith("its process was ended: ")
    assert why in reason
    own.rest()


def test_one_that_ended_too_often_is_not_started_again_until_it_had_a_rest(folder: Path) -> None:
    own = process(folder, "page.text == 'x' and os._exit(3)", ONE)
    for _ in range(MAX_ENDS):
        with pytest.raises(PluginError, match=r"^its process ended with status 3$"):
            read(own, b"x")
    with pytest.raises(PluginError, match=r"^not called again: 5 times its process ended with"):
        read(own)
    own.rest()
    assert values(read(own)) == [41]
    own.rest()


@pytest.mark.skipif(
    not hasattr(os, "waitid"), reason="needs os.waitid, to know that a process ended"
)
def test_one_that_ends_between_two_calls_starts_again(folder: Path) -> None:
    own = process(folder, ONE.replace("int(page.text)", "os.getpid()"))
    (number,) = values(read(own))
    os.kill(int(number), signal.SIGKILL)
    os.waitid(os.P_PID, int(number), os.WEXITED | os.WNOWAIT)
    assert values(read(own)) != [number]
    assert own.ends == ("its process was ended by SIGKILL",)
    own.rest()


def test_who_stops_listening_ends_it(folder: Path) -> None:
    own = process(folder, "while True: yield Reading('lit', 1, quote='1')")
    page = Page("https://a.example/", b"", datetime(2026, 3, 2, tzinfo=UTC))
    items = own.items("read", {"page": page, "measures": (MEASURE,)}, source="own")
    next(items)
    items.close()  # type: ignore[attr-defined]
    assert own.ends == ("its process was ended: what it gave was not taken to its end",)
    own.rest()


def test_a_plugin_that_is_not_there_is_set_aside(folder: Path) -> None:
    told = Process("none", "claimtrack_is_not_there").load()
    assert told.aside == "ModuleNotFoundError: No module named 'claimtrack_is_not_there'"


def test_memory_is_a_number_of_megabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMTRACK_MEMORY", raising=False)
    assert 0 < memory_of() <= 4096
    monkeypatch.setenv("CLAIMTRACK_MEMORY", "300")
    assert memory_of() == 300
    for wrong in ("0", "-1", "1e3", "much", "\N{SUPERSCRIPT TWO}"):
        monkeypatch.setenv("CLAIMTRACK_MEMORY", wrong)
        with pytest.raises(BadValue, match="CLAIMTRACK_MEMORY is a whole number of megabytes"):
            memory_of()
