"""How many small faults that mutmut puts into `words/` and `judging/` the tests notice.

mutmut makes the faults. Its own runner starts pytest again for each of them; this one collects the
tests once and forks: a child puts one mutant in the place of its function and runs the tests that
reached that function, the quick ones first, until one fails. A mutant that uses up its time counts
as killed. What runs while a module is imported and in no test, such as what builds its tables, is
beyond the reach of this and left out. Properties try 20 examples and tests that take long are left
out too, so a figure is rather too low.

    python -m benchmarks.mutants judging.pace words.dates [--sample 60] [--seed 1] [--survivors]

A name may be a pattern (`judging.*`). What survived is printed as a difference by --survivors;
--tests names the few files of tests that a look at one module needs.
"""

from __future__ import annotations

import argparse
import functools
import gc
import importlib
import inspect
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import unified_diff
from fnmatch import fnmatch
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Protocol

import libcst
import pytest
from _pytest.runner import runtestprotocol
from hypothesis import HealthCheck, Phase, settings
from hypothesis.strategies import text
from mutmut.mutation.file_mutation import Mutation, create_mutations

HOME = Path(__file__).parent.parent / "claimtrack"
TESTS = HOME.parent / "tests"
#: The tests of each package: pure, so that a forked child can run them.
TESTS_OF = {
    "judging": "amounts judging_* ratios standing_laws turns",
    "words": """alignment alone amounts antecedents apologies articles articles_saved
        barefigures bylines changes citing claimreviews clauses coarse comparisons countedthings
        countedunits dates denials denied differences doubts elsewhere feasts figures figurevalues
        forms frames framing givennames glance glimpse headlines heats holders insertions
        judging_dates judging_meanings judging_quotations judging_ratios labels languages lengths
        levels limbs looks metas metres moments monthnames moves movewords narration nearbynames
        nounphrases numbers numerals often otherfigures otherkinds pagetree paradigms patternletters
        persons phrase_table points pronouns publication qualifiers quantities* quotations
        quotations_issued quotemarks quoting_clauses races rates ratios regions relations relatives
        roles rules rulingout runs sameness sentences singles sitelinks sites spans speakers speech
        spoken spotting statements* states_turns statestold statetimes statewords strays structured
        subjects surroundings timestamps tokens tolls truetimes units unreal unsaying utterances
        walls whereabouts withholding wordforms wording wordsearch writernames writtendays
        writtennumbers years""",
}
#: This file imports hypothesis before pytest can rewrite it, of which pytest warns.
WARNING = "ignore::pytest.PytestAssertRewriteWarning"
OPTIONS = ["-p", "no:cacheprovider", "-n0", "-s", "-q", "-W", WARNING]
#: Seconds of a test, which watching makes about four times as long. One that takes longer, fails or
#: cannot be run twice is left to the suite.
LONGEST = 1.0
SURVIVED, KILLED, UNTRIED = range(3)


@dataclass(frozen=True)
class Mutant:
    """One fault in one function: `where` is the function's qualified name."""

    module: str
    where: str
    before: str
    after: str

    def difference(self) -> str:
        lines = list(
            unified_diff(self.before.splitlines(), self.after.splitlines(), n=1, lineterm="")
        )
        changed = (line for line in lines[2:] if not line.startswith("@@"))
        return "\n".join([f"{self.module} {self.where}", *changed])


@dataclass
class Score:
    """What became of a module's mutants; `of` is how many it has."""

    of: int
    killed: int = 0
    survivors: list[Mutant] = field(default_factory=list)

    @property
    def tried(self) -> int:
        return self.killed + len(self.survivors)

    def __str__(self) -> str:
        share = 100 * self.killed / self.tried if self.tried else 0.0
        return f"{self.of} | {self.tried} | {self.killed} | {len(self.survivors)} | {share:.1f}%"


def module_names(patterns: Iterable[str]) -> list[str]:
    found = (
        path.relative_to(HOME).with_suffix("")
        for name in TESTS_OF
        for path in HOME.glob(f"{name}/**/*.py")
    )
    names = [".".join(path.parts).removesuffix(".__init__") for path in sorted(found)]
    return [name for name in names if any(fnmatch(name, pattern) for pattern in patterns)]


def mutants(name: str) -> list[Mutant]:
    """All mutants of a module, in the order of its lines."""
    path = Path(str(importlib.import_module(f"claimtrack.{name}").__file__))
    tree, mutations, _, _ = create_mutations(str(path), path.read_text(encoding="utf-8"))
    owners = dict(_functions(tree))
    found = (_mutant(f"claimtrack.{name}", mutation, owners) for mutation in mutations)
    return [mutant for mutant in found if mutant is not None]


def _functions(tree: libcst.Module) -> Iterator[tuple[libcst.CSTNode, str]]:
    for statement in tree.body:
        if isinstance(statement, libcst.FunctionDef):
            yield statement, statement.name.value
        elif isinstance(statement, libcst.ClassDef):
            for part in statement.body.body:
                if isinstance(part, libcst.FunctionDef):
                    yield part, f"{statement.name.value}.{part.name.value}"


def _mutant(module: str, mutation: Mutation, owners: dict[libcst.CSTNode, str]) -> Mutant | None:
    function = mutation.contained_by_top_level_function
    if function not in owners:
        return None  # in no function: mutmut leaves it alone
    after = function.deep_replace(mutation.original_node, mutation.mutated_node)
    return Mutant(module, owners[function], _text(function), _text(after))


def _text(function: libcst.CSTNode) -> str:
    return libcst.Module([function]).code.strip("\n")


def put_in_place(mutant: Mutant) -> None:
    """Gives the function its mutant's code, under whatever names others know it."""
    module = importlib.import_module(mutant.module)
    function = _function(module, mutant.where)
    faulty = _compiled(mutant, module)
    function.__code__ = faulty.__code__
    function.__defaults__, function.__kwdefaults__ = faulty.__defaults__, faulty.__kwdefaults__


def _function(module: ModuleType, where: str) -> FunctionType:
    found = functools.reduce(inspect.getattr_static, where.split("."), module)
    return inspect.unwrap(getattr(found, "__func__", found))


def _compiled(mutant: Mutant, module: ModuleType) -> FunctionType:
    names = dict(vars(module))
    exec(compile(mutant.after, mutant.module, "exec"), names)
    found = names[mutant.where.rpartition(".")[2]]
    return getattr(found, "__func__", found)


class Cache(Protocol):
    def cache_clear(self) -> None: ...


def caches() -> list[Cache]:
    """Every cache of a function, and those of ours that are none."""
    forms = importlib.import_module("claimtrack.words.counting.forms")
    functions = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]
    return [*functions, forms._KEPT]


@dataclass
class Bench:
    """The plugin that takes the place of pytest's loop over the tests."""

    found: dict[str, list[Mutant]]
    size: int
    seed: int
    workers: int
    shows: bool
    on_import: set[tuple[str, str]]
    scores: dict[str, Score] = field(default_factory=dict)
    caches: list[Cache] = field(default_factory=list)
    reached: dict[tuple[str, str], list[tuple[float, pytest.Item]]] = field(default_factory=dict)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        # hypothesis keeps its table of characters on the disk: made while a test's time runs out,
        # it lacks one for every later run.
        text().validate()
        self.caches = caches()
        signal.signal(signal.SIGPROF, _give_up)
        for item in session.items:
            self._watch(item)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        for name, found in self.found.items():
            within_reach = [mutant for mutant in found if self._is_within_reach(mutant)]
            self.scores[name] = Score(len(within_reach))
            self._try(name, sample(within_reach, self.size, f"{self.seed}{name}"))
            print(f"| {name} | {self.scores[name]} |", flush=True)
            if self.shows:
                print(
                    *(mutant.difference() for mutant in self.scores[name].survivors),
                    sep="\n\n",
                    flush=True,
                )
        return True

    def _forget(self) -> None:
        """Empties every cache, so that no answer of another test's hides a fault."""
        for cache in self.caches:
            cache.cache_clear()

    def _watch(self, item: pytest.Item) -> None:
        """Runs the test as it is, and keeps which functions it reached and how long it took."""
        self._forget()
        with watching() as seen:
            passed, _ = timed(item)
        again, took = timed(item) if passed else (False, 0.0)
        if not again:
            print(f"left out: {item.nodeid}", flush=True)
            return
        for function in seen:
            self.reached.setdefault(function, []).append((took, item))

    def _is_within_reach(self, mutant: Mutant) -> bool:
        place = place_of(mutant)
        return place in self.reached or place not in self.on_import

    def _try(self, name: str, found: list[Mutant]) -> None:
        score, running, waiting = self.scores[name], {}, list(found)
        while waiting or running:
            while waiting and len(running) < self.workers:
                mutant = waiting.pop(0)
                running[self._start(mutant)] = mutant
            child, status = os.wait()
            mutant = running.pop(child)
            fate = os.waitstatus_to_exitcode(status)  # below nought where its time was up
            if fate == SURVIVED:
                score.survivors.append(mutant)
            elif fate != UNTRIED:
                score.killed += 1

    def _start(self, mutant: Mutant) -> int:
        tests = self._tests_of(mutant)
        child = os.fork()
        if child == 0:
            self._forget()
            os._exit(_fate(mutant, tests))
        return child

    def _tests_of(self, mutant: Mutant) -> list[tuple[float, pytest.Item]]:
        return sorted(self.reached.get(place_of(mutant), []), key=lambda timed: timed[0])


def timed(item: pytest.Item) -> tuple[bool, float]:
    """Whether the test passes before it has used up its time, and the seconds it took."""
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        passed = passes(item)
    except Exception:  # it came while pytest itself was at work, which may make another of it
        passed = False
        item.session._setupstate.teardown_exact(None)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return passed, time.process_time() - began


def _give_up(*_: object) -> None:
    raise TimeoutError("the test takes longer than it may")


@contextmanager
def watching() -> Iterator[set[tuple[str, str]]]:
    """The functions that are called meanwhile, by file and qualified name."""
    seen: set[CodeType] = set()
    named: set[tuple[str, str]] = set()
    sys.setprofile(lambda frame, event, _: seen.add(frame.f_code) if event == "call" else None)
    try:
        yield named
    finally:
        sys.setprofile(None)
        named |= {(code.co_filename, code.co_qualname) for code in seen}


def place_of(mutant: Mutant) -> tuple[str, str]:
    code = _function(importlib.import_module(mutant.module), mutant.where).__code__
    return code.co_filename, code.co_qualname


def passes(item: pytest.Item) -> bool:
    return all(report.passed for report in runtestprotocol(item, nextitem=None, log=False))


def _fate(mutant: Mutant, tests: list[tuple[float, pytest.Item]]) -> int:
    """Whether a test noticed, found in a child that is ended when it takes far too long."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(1, 2)
    limit = 2 + 10 * sum(took for took, _ in tests)
    signal.setitimer(signal.ITIMER_PROF, limit)
    signal.alarm(int(20 * limit))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    try:
        put_in_place(mutant)
    except SyntaxError:
        return UNTRIED
    try:
        return SURVIVED if all(passes(item) for _, item in tests) else KILLED
    except BaseException:  # whatever it is, it was noticed
        return KILLED


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("modules", nargs="+", help="words.dates, 'judging.*'")
    parser.add_argument("--sample", type=int, default=60, help="how many of a module (60)")
    parser.add_argument("--seed", type=int, default=1, help="which sample (1)")
    parser.add_argument("--workers", type=int, default=2, help="mutants tried at a time (2)")
    parser.add_argument("--tests", nargs="+", help="of which tests, in place of the package's")
    parser.add_argument("--survivors", action="store_true", help="print what survived")
    return parser.parse_args()


def sample(found: list[Mutant], size: int, seed: str) -> list[Mutant]:
    return random.Random(seed).sample(found, min(size, len(found)))


def total(scores: Iterable[Score]) -> Score:
    found = list(scores)
    survivors = [mutant for score in found for mutant in score.survivors]
    return Score(sum(score.of for score in found), sum(score.killed for score in found), survivors)


def tests_of(modules: Iterable[str]) -> list[str]:
    packages = sorted({module.partition(".")[0] for module in modules})
    return [pattern for package in packages for pattern in TESTS_OF[package].split()]


def test_files(patterns: Iterable[str]) -> list[str]:
    return [str(path) for one in patterns for path in sorted(TESTS.glob(f"test_{one}.py"))]


def main() -> None:
    given = arguments()
    settings.register_profile(
        "mutants",
        database=None,
        deadline=None,
        derandomize=True,
        max_examples=20,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("mutants")
    names = module_names(given.modules)
    with watching() as on_import:
        for name in names:
            importlib.import_module(f"claimtrack.{name}")
    found = {name: mutants(name) for name in names}
    bench = Bench(found, given.sample, given.seed, given.workers, given.survivors, on_import)
    pytest.main([*OPTIONS, *test_files(given.tests or tests_of(found))], [bench])
    print(f"| all | {total(bench.scores.values())} |")


if __name__ == "__main__":
    main()
