"""Plugins kept apart: bad ones of every kind, installed beside good ones, and an update among
them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from server import page, serving

#: Each plugin is a distribution as pip leaves it: a module, and a folder that names its entry.
SOURCE = """
from claimtrack import Ask, Description, Reading, Source, hookimpl


class {cls}(Source):
    name = "{name}"
    describes = Description(publisher="The {name} office")

    def asks(self, measures, *, since=None):
        yield Ask("{url}/{name}", measures)

    def read(self, page, measures):
        for measure in measures:
            yield Reading(measure.id, int(page.text), quote=page.text)


@hookimpl
def claimtrack_sources():
    yield {cls}()
"""

#: What each bad plugin has in place of a line of the good one.
LOOP = "        for measure in measures:"
BAD = {
    "import": (
        "from claimtrack import Ask",
        "raise SystemExit('no licence')\nfrom claimtrack import Ask",
    ),
    "call": ("    yield Call()", "    raise RuntimeError('out of ideas')"),
    "iteration": ("    yield Iteration()", "    yield Iteration()\n    1 / 0"),
    "type": ("    yield Type()", "    return 42"),
    "million": (
        LOOP,
        "        one = Reading(measures[0].id, 41, quote='41')\n"
        "        yield from [one] * 1_000_000\n" + LOOP,
    ),
    "endless": (LOOP, "        while True:\n            pass\n" + LOOP),
    "misspelt": ("def claimtrack_sources", "def claimtrack_source"),
}


@dataclass(frozen=True)
class Site:
    """A folder of installed plugins, and a database of claims that ask them."""

    folder: Path
    environment: dict[str, str]

    def install(self, name: str, module: str, *, entry: str | None = None) -> None:
        """Install *module* as the plugin of that name; with *entry*, a second name for another."""
        target = entry or f"claimtrack_{name}"
        if entry is None:
            (self.folder / f"{target}.py").write_text(module)
        info = self.folder / f"claimtrack_{name}-1.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: claimtrack-{name}\nVersion: 1\n"
        )
        (info / "entry_points.txt").write_text(f"[claimtrack]\n{name} = {target}\n")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """What claimtrack says in a process of its own."""
        return subprocess.run(
            [sys.executable, "-m", "claimtrack", *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def answer(self, *arguments: str) -> Any:
        done = self.run(*arguments, "--json")
        assert done.stdout, done.stderr
        return json.loads(done.stdout)


@pytest.fixture
def site(tmp_path: Path, environment: dict[str, str]) -> Site:
    found = f"{environment['PYTHONPATH']}{os.pathsep}{tmp_path}"
    ours = {"PYTHONPATH": found, "CLAIMTRACK_ALLOW_PRIVATE": "1", "CLAIMTRACK_PATIENCE": "20"}
    return Site(tmp_path, {**environment, **ours})


def source(name: str, url: str) -> str:
    return SOURCE.format(name=name, cls=name.capitalize(), url=url)


def claims(*names: str) -> str:
    """A claim file with a measure for each source."""
    head = '[document]\nid = "d"\ntitle = "D"\npublished = 2026-03-02\n'
    measures = (
        f'[measure."lit/{name}"]\nasks = "How many?"\nkind = "quantity"\nunit = "count"\n'
        f'ask = [{{ source = "{name}" }}]\n'
        f'[[claim]]\nid = "c-{name}"\nmeasure = "lit/{name}"\nstatement = "Few."\nsaid = "41"\n'
        for name in names
    )
    return head + "".join(measures)


def test_seven_bad_plugins_harm_no_good_one(site: Site) -> None:
    names = [*BAD, "good"]
    with serving({f"/{name}": page(b"41") for name in names}) as server:
        (site.folder / "d.toml").write_text(claims(*names))
        for name in names:  # all are good when the claims are recorded...
            site.install(name, source(name, server.url))
        assert site.run("add", "d.toml").returncode == 0
        for name, (line, instead) in BAD.items():  # ...and seven go bad
            good = source(name, server.url)
            assert line in good
            (site.folder / f"claimtrack_{name}.py").write_text(good.replace(line, instead))
        site.install("again", "", entry="claimtrack_good")
        site.environment["CLAIMTRACK_PATIENCE"] = "10"
        done = site.run("update", "--json")
        report = json.loads(done.stdout)

    assert done.returncode == 0, done.stderr
    said = {one["source"]: one for one in report["attempts"]}
    assert said["good"]["outcome"] == "fetched"
    assert said["good"]["results"][0]["readings"]
    reasons = {name: said[name]["reason"] or said[name]["results"][0]["reason"] for name in BAD}
    assert reasons["import"] == "set aside: SystemExit: no licence"
    assert reasons["call"] == "set aside: RuntimeError: out of ideas"
    assert reasons["iteration"] == "set aside: ZeroDivisionError: division by zero"
    assert reasons["type"] == (
        "set aside: PluginError: claimtrack_sources gave an int, not several of anything"
    )
    assert reasons["million"] == "PluginError: over 200,000 readings off one page"
    assert reasons["endless"] == "PluginError: it did not come back within 10 seconds and was ended"
    assert reasons["misspelt"] == (
        "set aside: PluginError: there is no hook named 'claimtrack_source'"
    )
    aside = {one["source"]: one["reason"] for one in report["set_aside"]}
    assert aside.keys() == {*BAD, "good"}
    assert aside["good"] == "PluginError: it is installed twice: it is 'again' again"
    for name in aside:
        assert f"plugin {name}: set aside: " in done.stderr
    listed = site.run("sources").stdout
    assert "set aside: call: RuntimeError: out of ideas" in listed


#: What no thread can be kept from: the reader's own first line, and what is said of it.
DEADLY = {
    "regex": (
        "import re; re.match('(a+)+$', 'a' * 40 + 'b')",
        "PluginError: it did not come back within 12 seconds and was ended",
    ),
    "exits": ("import os; os._exit(3)", "PluginError: its process ended with status 3"),
    "null": (
        "import ctypes; ctypes.string_at(0)",
        "PluginError: its process was ended by SIGSEGV",
    ),
    "deep": (
        "import sys; sys.setrecursionlimit(10**9)\n"
        "        nest = []\n"
        "        for _ in range(10**6):\n"
        "            nest = [nest]\n"
        "        repr(nest)",
        "PluginError: its process was ended by SIGSEGV",
    ),
    "killed": (
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "PluginError: its process was ended by SIGKILL",
    ),
    "greedy": ("held = 'x' * 10**10", "MemoryError: it wants over 500 MB of memory"),
    "mute": ("import os; os.closerange(3, 1000)", "PluginError: its process ended with status 1"),
    "babbling": (
        "import os\n"
        "        for line in range(3, 100):\n"
        "            try: os.write(line, b'x' * 100)\n"
        "            except OSError: pass",
        "PluginError: its process was ended: an answer of over 134,217,728 bytes",
    ),
}


@pytest.mark.skipif(
    sys.platform == "win32", reason="needs signals and a limit of memory, which Windows has not"
)
def test_what_would_end_the_program_ends_a_plugin_alone(site: Site) -> None:
    names = ["aaa", *DEADLY, "zzz"]
    site.environment.update(CLAIMTRACK_PATIENCE="12", CLAIMTRACK_MEMORY="500")
    with serving({f"/{name}": page(b"41") for name in names}) as server:
        (site.folder / "d.toml").write_text(claims(*names))
        for name in names:
            good = source(name, server.url)
            first, _ = DEADLY.get(name, ("pass", ""))
            site.install(name, good.replace(LOOP, f"        {first}\n{LOOP}"))
        assert site.run("add", "d.toml").returncode == 0
        done = site.run("update", "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    results = {one["source"]: one["results"][0] for one in report["attempts"]}
    for good in ("aaa", "zzz"):
        assert [one["value"] for one in site.answer("history", f"lit/{good}")] == [41]
    for name, (_, reason) in DEADLY.items():
        assert (results[name]["status"], results[name]["reason"]) == ("unreadable", reason)
        assert f"{name}: {server.url}/{name}: unreadable: {reason}" in done.stderr
    listed = site.run("sources").stdout
    assert "null: in the update of 2" in listed
    assert "its process was ended by SIGSEGV" in listed


MAIL = """
from claimtrack import hookimpl


@hookimpl
def claimtrack_classify_page(page):
    raise ConnectionError("no model today")
"""


def test_a_reader_of_texts_that_hangs_is_waited_for_once_and_told_of(site: Site) -> None:
    site.environment["CLAIMTRACK_PATIENCE"] = "2"
    module = """
import time
from claimtrack import hookimpl

@hookimpl
def claimtrack_read_text(text):
    print("asked")
    time.sleep(60)
"""
    site.install("slow", module)
    (site.folder / "d.toml").write_text(claims("slow").replace('ask = [{ source = "slow" }]', ""))
    articles = site.folder / "articles"
    articles.mkdir()
    for name in "abc":
        (articles / f"{name}.txt").write_text("Forty-one are lit.")
    assert site.run("add", "d.toml", "--db", "d.db").returncode == 0
    done = site.run("read", str(articles), "--claims", "d.toml", "--db", "d.db")
    assert (done.returncode, done.stdout) == (3, "")
    told = done.stderr.splitlines()
    assert told.count("plugin slow: asked") == 1
    assert told[-1].startswith("set aside: slow: ")
    assert told[-1].endswith("it did not come back within 2 seconds and was ended")


def test_each_that_hangs_is_given_all_the_seconds_that_were_set(site: Site) -> None:
    site.environment["CLAIMTRACK_PATIENCE"] = "3"
    sleeping = "        import time; time.sleep(60)\n"
    with serving({f"/{name}": page(b"41") for name in ("deaf", "mute")}) as server:
        (site.folder / "d.toml").write_text(claims("deaf", "mute"))
        for name in ("deaf", "mute"):
            site.install(name, source(name, server.url).replace(LOOP, sleeping + LOOP))
        assert site.run("add", "d.toml").returncode == 0
        attempts = json.loads(site.run("update", "--json").stdout)["attempts"]
    reasons = {one["source"]: one["results"][0]["reason"] for one in attempts if one["results"]}
    late = "PluginError: it did not come back within 3 seconds and was ended"
    assert reasons == {"deaf": late, "mute": late}


def test_who_failed_in_the_last_update_is_shown_until_the_next(site: Site) -> None:
    with serving({"/good": page(b"41")}) as server:
        (site.folder / "d.toml").write_text(claims("good"))
        site.install("good", source("good", server.url))
        site.install("model", MAIL)
        assert site.run("add", "d.toml").returncode == 0
        assert site.answer("sources")["set_aside"] == []
        done = site.run("update")
        assert done.returncode == 0
        assert "plugin model: set aside: ConnectionError: no model today" in done.stderr
        (aside,) = site.answer("sources")["set_aside"]
        assert aside["plugin"] == "model"
        assert aside["reason"].startswith("in the update of 2")
        assert aside["reason"].endswith("UTC: ConnectionError: no model today")
        (site.folder / "claimtrack_model.py").write_text(MAIL.replace("raise", "return"))
        assert site.run("update", "--strict").returncode == 3  # an error is no text
        (site.folder / "claimtrack_model.py").write_text("")
        assert site.run("update", "--strict").returncode == 0
        assert site.answer("sources")["set_aside"] == []


def test_a_plugin_that_hangs_on_import_holds_up_no_other(site: Site) -> None:
    site.install("good", source("good", "https://a.example"))
    site.install("stuck", "import time\ntime.sleep(60)\n")
    done = Site(site.folder, site.environment | {"CLAIMTRACK_PATIENCE": "3"}).run("sources")
    assert "good" in done.stdout
    assert "set aside: stuck: Overdue: it did not come back within 3 seconds" in done.stdout


LOADED_TWICE = """
import threading
from claimtrack.sources import load_sources

first, second = (load_sources(patience=2, apart={apart}) for _ in range(2))
print(first.set_aside == second.set_aside != ())
"""


@pytest.mark.parametrize("apart", [True, False])
def test_what_hangs_on_import_is_waited_for_once(site: Site, apart: bool) -> None:
    site.install("stuck", "import time\nprint('begun')\ntime.sleep(60)\n")
    done = subprocess.run(
        [sys.executable, "-c", LOADED_TWICE.format(apart=apart)],
        env=site.environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    told = "plugin stuck: begun\n" if apart else "begun\n"
    assert (done.stdout, done.stderr) == ("True\n", told)


def test_no_stranger_takes_the_name_of_one_of_our_sources(site: Site) -> None:
    site.install("aaa", source("page", "https://a.example"))
    listed = site.answer("sources")
    assert "The page office" not in json.dumps(listed)
    taken = (
        "PluginError: a source named 'page' is already there, by plugin 'page' (claimtrack 0.1.0)"
    )
    assert listed["set_aside"] == [{"plugin": "aaa", "reason": taken}]


def test_of_two_strangers_the_first_by_name_has_a_source_and_is_named(site: Site) -> None:
    site.install("tides", source("tides", "https://b.example"))
    site.install("another", source("tides", "https://a.example"))
    listed = site.answer("sources")
    (aside,) = listed["set_aside"]
    assert aside["plugin"] == "tides"
    assert "'tides' is already there, by plugin 'another' (" in aside["reason"]
    assert "another" in aside["reason"].rpartition("(")[2]


def test_what_a_plugin_prints_is_no_part_of_the_answer(site: Site) -> None:
    site.install("loud", "print('hello from me')\n" + source("loud", "https://a.example"))
    done = site.run("sources", "--json")
    assert "loud" in json.loads(done.stdout)["sources"]
    assert done.stderr == "plugin loud: hello from me\n"


def test_patience_is_a_number_of_seconds(site: Site) -> None:
    done = Site(site.folder, site.environment | {"CLAIMTRACK_PATIENCE": "long"}).run("sources")
    assert done.returncode == 2
    assert "CLAIMTRACK_PATIENCE is a number of seconds above 0, not 'long'" in done.stderr


GREETING = """
import click
from claimtrack import hookimpl


@click.command()
@click.argument("name")
def greet(name):
    \"\"\"Say hello.\"\"\"
    click.echo(f"hello {name}")


@hookimpl
def claimtrack_commands():
    return [greet]
"""


def test_a_plugin_may_bring_a_command(site: Site) -> None:
    site.install("greeting", GREETING)
    site.install("broken", "raise OSError('no such pier')")
    site.install(
        "taking", GREETING.replace("def greet", "def update").replace("[greet]", "[update]")
    )
    done = site.run("greet", "keeper")
    assert (done.returncode, done.stdout, done.stderr) == (0, "hello keeper\n", "")
    listed = site.run("sources").stdout
    assert "commands of plugins: greet" in listed
    assert "set aside: taking: PluginError: there is a command named 'update' already" in listed


def test_a_command_that_nobody_has_is_told_with_who_was_set_aside(site: Site) -> None:
    site.install("broken", "raise OSError('no such pier')")
    site.install("odd", GREETING.replace("[greet]", "[42]"))
    done = site.run("greet")
    assert done.returncode == 2
    assert "No such command 'greet'" in done.stderr
    assert "plugin broken: set aside: OSError: no such pier" in done.stderr
    assert "plugin odd: set aside: PluginError: claimtrack_commands gave an int" in done.stderr


@pytest.mark.parametrize("arguments", [("--help",), ("try", "half", "0.5"), ("check", "--help")])
def test_no_plugin_is_looked_at_for_a_command_of_ours(
    site: Site, arguments: tuple[str, ...]
) -> None:
    site.install("loud", "import pathlib\npathlib.Path('loaded').touch()")
    done = site.run(*arguments)
    assert done.returncode == 0
    assert not (site.folder / "loaded").exists()


@pytest.mark.parametrize(
    ("first", "reason"),
    [
        ("import os; os._exit(3)", "its process ended with status 3"),
        ("import ctypes; ctypes.string_at(0)", "its process was ended by SIGSEGV"),
        (
            "import re; re.match('(a+)+$', 'a' * 40 + 'b')",
            "it did not come back within 10 seconds and was ended",
        ),
    ],
)
def test_a_plugin_that_dies_of_its_import_is_set_aside(site: Site, first: str, reason: str) -> None:
    site.environment["CLAIMTRACK_PATIENCE"] = "10"
    site.install("good", source("good", "https://a.example"))
    site.install("bad", f"{first}\n" + source("bad", "https://a.example"))
    listed = site.answer("sources")
    assert "good" in listed["sources"]
    (aside,) = listed["set_aside"]
    assert (aside["plugin"], aside["reason"].partition(": ")[2]) == ("bad", reason)
    (site.folder / "d.toml").write_text(claims("good"))
    assert site.run("check", "d.toml").returncode == 0
    assert site.run("add", "d.toml").returncode == 0


HOOKED = """
import os
from claimtrack import hookimpl


@hookimpl
def {hook}({arguments}):
    os._exit(7)
"""


def test_hooks_that_end_their_process_are_set_aside(site: Site) -> None:
    """Told of a page, and told of a change."""
    site.install("pages", HOOKED.format(hook="claimtrack_classify_page", arguments="page"))
    site.install(
        "changes", HOOKED.format(hook="claimtrack_on_transition", arguments="transition, claim")
    )
    with serving({"/good": page(b"41")}) as server:
        (site.folder / "d.toml").write_text(claims("good"))
        site.install("good", source("good", server.url))
        assert site.run("add", "d.toml").returncode == 0
        report = json.loads(site.run("update", "--json").stdout)
        assert report["attempts"][0]["results"][0]["readings"]
        assert report["changes"]
        reasons = {one["source"]: one["reason"] for one in report["set_aside"]}
        assert reasons == dict.fromkeys(
            ("pages", "changes"), "PluginError: its process ended with status 7"
        )


def test_a_reader_of_texts_that_ends_its_process_is_told_of(site: Site) -> None:
    site.install("texts", HOOKED.format(hook="claimtrack_read_text", arguments="text"))
    (site.folder / "d.toml").write_text(claims("texts").replace('ask = [{ source = "texts" }]', ""))
    (site.folder / "a.txt").write_text("Forty-one are lit.")
    assert site.run("add", "d.toml", "--db", "d.db").returncode == 0
    done = site.run("read", "a.txt", "--claims", "d.toml", "--db", "d.db")
    told = "set aside: texts: PluginError: its process ended with status 7"
    assert done.stderr.splitlines()[-1] == told


def test_each_update_of_a_tracker_starts_afresh(site: Site) -> None:
    """What ended in one is asked again in the next, and told of as often as it ended in that."""
    with serving({"/bad": page(b"41")}) as server:
        (site.folder / "d.toml").write_text(claims("bad"))
        site.install(
            "bad",
            source("bad", server.url).replace(LOOP, f"        import os; os._exit(3)\n{LOOP}"),
        )
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", SEVERAL],
            cwd=site.folder, env=site.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
    ended = "PluginError: its process ended with status 3"
    assert done.stdout.splitlines() == [f"{ended}, {ended}"] * 7
    assert done.stderr == ""


SEVERAL = """
import claimtrack

with claimtrack.open("d.db", allow_private=True) as tracker:
    tracker.add("d.toml")
    for _ in range(7):
        report = tracker.update()
        print(report.attempts[0].results[0].reason, report.set_aside[0].reason, sep=", ")
"""


def test_a_plan_that_ends_its_process_fails_alone(site: Site) -> None:
    asks = "    def asks(self, measures, *, since=None):\n"
    with serving({"/good": page(b"41")}) as server:
        (site.folder / "d.toml").write_text(claims("bad", "good"))
        bad = source("bad", server.url)
        site.install("bad", bad.replace(asks, f"{asks}        import os; os._exit(5)\n"))
        site.install("good", source("good", server.url))
        assert site.run("add", "d.toml").returncode == 0
        done = site.run("update", "--json")
    said = {one["source"]: one for one in json.loads(done.stdout)["attempts"]}
    assert done.returncode == 0
    assert said["bad"]["reason"] == "PluginError: its process ended with status 5"
    assert said["good"]["results"][0]["readings"]


def many(url: str) -> str:
    """A source that asks an address for each measure."""
    whole = f'        yield Ask("{url}/many", measures)\n'
    module = source("many", url)
    assert whole in module
    asks = f'        for one in measures: yield Ask("{url}/" + one.id[4:], (one,))\n'
    return module.replace(whole, asks)


def claims_of_many(*names: str) -> str:
    """A claim file with a measure for each name, under which that one source is on record."""
    return claims(*names).replace('source = "', 'source = "many", name = "')


ON_SOME = "        import os; len(page.text) > 2 and os._exit(4)\n"


def test_a_process_that_ended_starts_again_but_not_for_ever(site: Site) -> None:
    """Five pages kill it, two of which come before one that it can read; the last is not tried."""
    names = [f"n{number}" for number in range(8)]
    bodies = [b"bad" if number != 2 else b"41" for number in range(8)]
    with serving({f"/{n}": page(body) for n, body in zip(names, bodies, strict=True)}) as server:
        site.install("many", many(server.url).replace(LOOP, ON_SOME + LOOP))
        (site.folder / "d.toml").write_text(claims_of_many(*names))
        assert site.run("add", "d.toml").returncode == 0
        report = json.loads(site.run("update", "--json").stdout)
    reasons = [one["results"][0]["reason"] for one in report["attempts"]]
    status = "its process ended with status 4"
    assert sorted(map(str, reasons)) == sorted(
        ["None"]
        + [f"PluginError: {status}"] * 5
        + [f"PluginError: not called again: 5 times {status}"] * 2
    )


SCRIPT = """
import asyncio, threading
import claimtrack


def updated(name):
    with claimtrack.open(f"{name}.db", allow_private=True) as tracker:
        tracker.add("d.toml")
        report = tracker.update()
        said = {one.source: one.results[0] for one in report.attempts}
        print(name, said["good"].status, said["bad"].reason)


async def in_a_loop():
    updated("loop")

updated("plain")
asyncio.run(in_a_loop())
thread = threading.Thread(target=updated, args=("thread",))
thread.start()
thread.join()
"""


def test_a_script_needs_nothing_for_it(site: Site) -> None:
    """Read from the standard input, it has no main module that anybody could import again."""
    with serving({"/bad": page(b"41"), "/good": page(b"41")}) as server:
        (site.folder / "d.toml").write_text(claims("bad", "good"))
        bad = source("bad", server.url).replace(LOOP, f"        import os; os._exit(3)\n{LOOP}")
        site.install("bad", bad)
        site.install("good", source("good", server.url))
        done = subprocess.run(
            [sys.executable, "-W", "error", "-"],
            input=SCRIPT, cwd=site.folder, env=site.environment,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    ended = "changed PluginError: its process ended with status 3"
    assert done.stdout.splitlines() == [f"{name} {ended}" for name in ("plain", "loop", "thread")]
    assert done.stderr == ""


LOUD = """        import os, subprocess, sys
        os.write(1, b"to the output\\n")
        print("printed")
        subprocess.run([sys.executable, "-c", "print('from below')"])
        assert sys.stdin.read() == ""
"""


def test_what_a_reader_prints_is_no_part_of_its_answer(site: Site) -> None:
    with serving({"/loud": page(b"41")}) as server:
        (site.folder / "d.toml").write_text(claims("loud"))
        site.install("loud", source("loud", server.url).replace(LOOP, LOUD + LOOP))
        assert site.run("add", "d.toml").returncode == 0
        done = site.run("update", "--json")
    (attempt,) = json.loads(done.stdout)["attempts"]
    assert attempt["results"][0]["readings"]
    said = {"to the output", "printed", "from below"}
    assert {f"plugin loud: {words}" for words in said} <= set(done.stderr.splitlines())


FLOODING = """        import sys
        print("\\x1b[2J", end="")
        for number in range(1000):
            print("noise" * 1000)
        sys.stderr.write("no end" * 10**6)
"""


def test_who_floods_the_output_is_named_and_cut_short(site: Site) -> None:
    with serving({"/loud": page(b"41")}) as server:
        (site.folder / "d.toml").write_text(claims("loud"))
        site.install("loud", source("loud", server.url).replace(LOOP, FLOODING + LOOP))
        for db in ("told.db", "quiet.db"):
            assert site.run("add", "d.toml", "--db", db).returncode == 0
        done = site.run("update", "--json", "--db", "told.db")
        quiet = site.run("update", "--json", "--quiet", "--db", "quiet.db")
    told = done.stderr.splitlines()
    assert told[0].startswith("plugin loud: \\x1b[2Jnoise")
    assert told[-1] == "plugin loud: it prints more than 20 lines; the rest is left out"
    assert len(told) == 21
    assert max(map(len, told)) < 250
    for one in (done, quiet):
        assert json.loads(one.stdout)["attempts"][0]["results"][0]["readings"]
    assert quiet.stderr == ""


GOING = """        import os, pathlib, time
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                pathlib.Path("pid").write_text(str(os.getpid()))
                time.sleep(120)
            os._exit(0)
        while not pathlib.Path("pid").exists():
            time.sleep(0.01)
"""


@pytest.mark.skipif(
    sys.platform != "linux", reason="needs /proc of Linux, which shows what a reader started"
)
def test_what_a_reader_started_ends_with_it_wherever_it_has_gone(site: Site) -> None:
    with serving({"/going": page(b"41")}) as server:
        (site.folder / "d.toml").write_text(claims("going"))
        site.install("going", source("going", server.url).replace(LOOP, GOING + LOOP))
        assert site.run("add", "d.toml").returncode == 0
        done = site.run("update", "--json")
    assert json.loads(done.stdout)["attempts"][0]["results"][0]["readings"]
    assert "plugin going: it left processes running, which were ended: 1" in done.stderr
    assert within_a_minute(lambda: not is_running(int((site.folder / "pid").read_text())))


@pytest.mark.parametrize(("setting", "where"), [("", "apart"), ("1", "apart"), ("0", "here")])
def test_an_operator_may_keep_plugins_in_his_own_process(
    site: Site, setting: str, where: str
) -> None:
    told = "import sys; print('here' if 'claimtrack.cli' in sys.modules else 'apart')\n"
    site.environment["CLAIMTRACK_APART"] = setting
    site.install("told", told + source("told", "https://a.example"))
    told = {"apart": "plugin told: apart\n", "here": "here\n"}[where]
    assert site.run("sources").stderr == told


SERIES = """[document]
id = "d"
title = "D"
published = 2026-03-02
[measure.lit]
asks = "How many?"
kind = "quantity"
unit = "count"
ask = [{ source = "series", url = "lit.csv", day = "day", value = "lit", error = 0.5 }]
[[claim]]
id = "few"
measure = "lit"
statement = "Few."
said = "41"
"""


def test_what_is_read_apart_is_what_is_read_here(site: Site) -> None:
    """claimtrack's own plugins are ours to compare: an operator may have them apart, too."""
    rows = "".join(f"{date(2020, 1, 1) + timedelta(days=n)},{n}.50\n" for n in range(1200))
    (site.folder / "lit.csv").write_text(f"day,lit\n{rows}")
    (site.folder / "d.toml").write_text(SERIES)
    told = []
    for setting in ("", "all"):
        site.environment.update(CLAIMTRACK_APART=setting, CLAIMTRACK_DB=f"{setting}.db")
        assert site.run("add", "d.toml").returncode == 0
        (attempt,) = site.answer("update")["attempts"]
        told.append((attempt["results"][0]["readings"], site.answer("history", "lit")))
    assert len(told[0][0]) == 1200
    moments = {"first_seen_at", "last_confirmed_at", "recorded_at"}
    here, apart = (
        (readings, [{key: one[key] for key in one.keys() - moments} for one in history])
        for readings, history in told
    )
    assert here == apart


PARTED = """        import os
        if os.fork() == 0:
            os.setsid()
            os.closerange(0, 3)  # where whoever started claimtrack would wait for it
            __import__("time").sleep(20)
            os._exit(0)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork, which this system has not")
def test_a_reader_that_parts_in_two_harms_no_other(site: Site) -> None:
    with serving({f"/{name}": page(b"41") for name in ("parted", "good")}) as server:
        (site.folder / "d.toml").write_text(claims("parted", "good"))
        site.install("good", source("good", server.url))
        site.install("parted", source("parted", server.url).replace(LOOP, PARTED + LOOP))
        assert site.run("add", "d.toml").returncode == 0
        done = site.run("update", "--json")
    assert done.returncode == 0, done.stderr
    said = {one["source"]: one["results"][0] for one in json.loads(done.stdout)["attempts"]}
    assert said["good"]["readings"]
    assert said["parted"]["readings"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork, which this system has not")
def test_what_both_halves_of_a_reader_say_is_never_taken_for_another_page(site: Site) -> None:
    site.environment["CLAIMTRACK_PATIENCE"] = "10"
    fork = "        import os; os.fork()\n"
    names = [f"n{number}" for number in range(1, 4)]
    with serving({f"/n{number}": page(b"%d" % number) for number in range(1, 4)}) as server:
        site.install("many", many(server.url).replace(LOOP, fork + LOOP))
        (site.folder / "d.toml").write_text(claims_of_many(*names))
        assert site.run("add", "d.toml").returncode == 0
        report = json.loads(site.run("update", "--json").stdout)
    said = {one["source"]: one["results"][0] for one in report["attempts"]}
    read = {name: {each["value"] for each in one["readings"]} for name, one in said.items()}
    assert read.keys() == {*names}
    assert all(values <= {int(name[1:])} for name, values in read.items()), read


HANGING = """        import os, pathlib, re
        pathlib.Path("pid").write_text(str(os.getpid()))
        re.match("(a+)+$", "a" * 40 + "b")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGALRM, by which an orphan ends itself")
def test_what_hangs_ends_when_nobody_is_left_to_end_it(site: Site) -> None:
    site.environment["CLAIMTRACK_PATIENCE"] = "2"
    with serving({"/bad": page(b"41")}) as server:
        (site.folder / "d.toml").write_text(claims("bad"))
        site.install("bad", source("bad", server.url).replace(LOOP, HANGING + LOOP))
        assert site.run("add", "d.toml").returncode == 0
        site.environment["CLAIMTRACK_PATIENCE"] = "4"
        update = subprocess.Popen(
            [sys.executable, "-m", "claimtrack", "update"], cwd=site.folder, env=site.environment
        )
        pid = site.folder / "pid"
        assert within_a_minute(pid.exists)
        update.kill()
        update.wait()
    assert within_a_minute(lambda: not is_running(int(pid.read_text())))


def within_a_minute(is_so: Callable[[], bool]) -> bool:
    end = time.monotonic() + 60
    while not is_so() and time.monotonic() < end:
        time.sleep(0.05)
    return is_so()


def is_running(pid: int) -> bool:
    """Whether there is such a process, which nobody has yet to bury."""
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
