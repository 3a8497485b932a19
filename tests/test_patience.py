"""Patience: what comes back is handed over, what does not is left behind with its reason."""

from __future__ import annotations

import asyncio
import threading

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
