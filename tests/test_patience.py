"""Patience: what comes back is handed over, what does not is left behind with its reason."""

from __future__ import annotations

import asyncio
import threading
from collections import deque

import pytest

from claimtrack.errors import PluginError
from claimtrack.patience import Waiting, ended_by, within


def test_what_comes_back_is_handed_over() -> None:
    assert within(30, lambda: "20%") == "20%"


@pytest.mark.parametrize("raised", [KeyError("x"), SystemExit(7)])
def test_what_it_raises_is_raised(raised: BaseException) -> None:
    def work() -> None:
        raise raised

    with pytest.raises(type(raised)) as caught:
        within(30, work)
    assert caught.value is raised


def test_what_it_prints_is_no_part_of_the_output(capsys: pytest.CaptureFixture[str]) -> None:
    within(30, lambda: print("hello"))
    print("the answer")
    assert capsys.readouterr() == ("the answer\n", "hello\n")


def test_what_does_not_come_back_is_left_behind() -> None:
    never = threading.Event()
    with pytest.raises(PluginError, match=r"did not come back within 0\.05 seconds"):
        within(0.05, never.wait)
    never.set()


def test_what_does_not_come_back_is_ended_where_it_says_how() -> None:
    ended = threading.Event()

    def work() -> str:
        with ended_by(ended.set):
            ended.wait()
        return "ended"

    with pytest.raises(PluginError, match=r"within 0\.05 seconds and was ended$"):
        within(0.05, work)
    assert ended.is_set()


def test_what_is_ended_by_another_part_of_it_is_that_part_s_alone() -> None:
    ended, never = threading.Event(), threading.Event()

    def work() -> None:
        with ended_by(ended.set):
            pass
        never.wait()

    with pytest.raises(PluginError, match=r"within 0\.05 seconds$"):
        within(0.05, work)
    never.set()
    assert not ended.is_set()


@pytest.mark.parametrize("raised", [KeyboardInterrupt, asyncio.CancelledError, GeneratorExit])
def test_what_would_stop_the_program_is_the_work_s_own_failure(
    raised: type[BaseException],
) -> None:
    def work() -> None:
        raise raised

    with pytest.raises(PluginError, match=f"raised {raised.__name__}"):
        within(5, work)


def test_each_wait_for_nothing_halves_the_next_down_to_an_eighth() -> None:
    never, waiting = threading.Event(), Waiting(0.08)
    told = []
    for name in "abcdef":
        with pytest.raises(PluginError) as raised:
            waiting.within(name, never.wait)
        told.append(str(raised.value).split()[-2])
    never.set()
    assert told == ["0.08", "0.04", "0.02", "0.01", "0.01", "0.01"]
    assert waiting.within("g", lambda: 1) == 1


def test_seconds_that_are_firm_are_whole_whatever_another_did() -> None:
    never, waiting = threading.Event(), Waiting(0.03, firm=True)
    told = []
    for name in "abcd":
        with pytest.raises(PluginError) as raised:
            waiting.within(name, never.wait)
        told.append(str(raised.value).split()[-2])
    never.set()
    assert told == ["0.03"] * 4


def test_works_are_made_in_order_in_one_thread_with_the_calls_in_them() -> None:
    waiting, threads = Waiting(30), set()

    def called(number: int) -> int:
        threads.add(threading.current_thread())
        return number * 2

    numbers = (1, 2, 3)
    works = [
        lambda number=number: waiting.within("a", lambda: called(number)) for number in numbers
    ]
    assert waiting.each(deque(works)) == [2, 4, 6]
    assert len(threads) == 1
    assert threading.current_thread() not in threads


def test_works_are_made_up_to_what_is_enough() -> None:
    waiting = Waiting(30)
    works = deque([lambda number=number: number for number in range(5)])
    assert waiting.each(works, lambda done: sum(done) >= 3) == [0, 1, 2]
    assert waiting.each(works) == [3, 4]
    assert not works
    assert waiting.each(works) == []


def test_what_a_work_raises_is_raised() -> None:
    def fails() -> None:
        raise KeyError("ours")

    with pytest.raises(KeyError, match="ours"):
        Waiting(30).each(deque([lambda: None, fails]))


def test_a_source_that_hangs_costs_its_own_call_alone() -> None:
    never, waiting, calls = threading.Event(), Waiting(0.05), []

    def work(name: str) -> str:
        calls.append(name)
        try:
            waiting.within(name, never.wait if name == "stuck" else lambda: None)
        except PluginError as error:
            return str(error)
        return f"{name} is read"

    works = [lambda name=name: work(name) for name in ("one", "stuck", "two", "stuck", "three")]
    late = "it did not come back within 0.05 seconds"
    again = f"not called again in this update: {late}"
    told = ["one is read", late, "two is read", again, "three is read"]
    try:
        assert waiting.each(deque(works)) == told
    finally:
        never.set()
    # The work that was left is made again; those before it are not.
    assert calls == ["one", "stuck", "stuck", "two", "stuck", "three"]


def test_what_comes_back_too_late_is_nowhere_taken() -> None:
    held, waiting = threading.Event(), Waiting(0.05)
    threads: list[threading.Thread] = []

    def call() -> None:
        threads.append(threading.current_thread())
        held.wait(30)

    def work() -> str:
        try:
            waiting.within("stuck", call)
        except PluginError:
            return "told"
        return "late"

    done = waiting.each(deque([work, lambda: "next"]))
    held.set()
    (left,) = threads
    left.join(30)
    assert not left.is_alive()
    assert done == ["told", "next"]


def test_a_work_without_a_call_may_take_its_time() -> None:
    waiting, slow = Waiting(0.02), threading.Event()
    assert waiting.each(deque([lambda: slow.wait(0.1), lambda: True])) == [False, True]
