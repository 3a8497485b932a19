"""The lease: one update of a database at a time, on either engine, whatever becomes of it."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from claimtrack.errors import ReadOnly, StoreError
from claimtrack.store import Store


def hold(address: str) -> None:
    """Take the lease, say so, and keep it until the process ends."""
    with Store.open(address) as store, store.lease(wait=True):
        print("held", flush=True)
        sys.stdin.read()


def holder(address: str, environment: dict[str, str]) -> subprocess.Popen[str]:
    """Another process that has the lease."""
    process = subprocess.Popen(
        [sys.executable, __file__, address],
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_only_one_has_it_until_it_lets_go(address: str) -> None:
    with Store.open(address) as one, Store.open(address) as other:
        with one.lease(wait=False) as had:
            assert had is not None
            assert not had.waited
            with other.lease(wait=False) as refused:
                assert refused is None
            with other.lease(wait=False) as refused_again:
                assert refused_again is None
        with other.lease(wait=False) as taken:
            assert taken is not None


def test_an_error_lets_go_of_it(address: str) -> None:
    with Store.open(address) as store:
        with pytest.raises(KeyError), store.lease(wait=False):
            raise KeyError
        with store.lease(wait=False) as taken:
            assert taken is not None


def test_it_can_be_taken_again_at_once(address: str) -> None:
    with Store.open(address) as store:
        for _ in range(20):
            with store.lease(wait=False) as taken:
                assert taken is not None


def test_who_waits_gets_it_and_knows_that_it_waited(address: str) -> None:
    with Store.open(address) as one, Store.open(address) as other:
        waited: list[bool] = []

        def wait() -> None:
            with other.lease(wait=True) as lease:
                assert lease is not None
                waited.append(lease.waited)

        thread = threading.Thread(target=wait)
        with one.lease(wait=False):
            with other.lease(wait=False) as refused:
                assert refused is None
            thread.start()
            thread.join(0.3)
            assert waited == []
        thread.join()
        assert waited == [True]


def test_other_writers_and_readers_go_on_beside_it(address: str) -> None:
    with Store.open(address) as store, store.lease(wait=False):
        with Store.open(address) as other:
            other.record([])
        with Store.open(address, readonly=True) as reader:
            assert reader.attempts() == ()


def test_a_killed_process_has_it_no_more(address: str, environment: dict[str, str]) -> None:
    with Store.open(address) as store:
        process = holder(address, environment)
        with store.lease(wait=False) as refused:
            assert refused is None
        process.send_signal(signal.SIGKILL)
        process.communicate()
        with store.lease(wait=True) as taken:
            assert taken is not None


def test_a_reader_does_not_get_it(address: str) -> None:
    with (
        Store.open(address, readonly=True) as store,
        pytest.raises(ReadOnly),
        store.lease(wait=False),
    ):
        pass


def test_in_memory_there_is_nobody_else() -> None:
    with Store.open("sqlite://") as store, store.lease(wait=False) as lease:
        assert lease is not None


def test_it_leaves_no_file_behind_and_takes_one_over(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    (tmp_path / "claims.db-update").touch()  # as a killed process leaves it
    with Store.open(path) as store:
        for _ in range(3):
            with store.lease(wait=False) as lease:
                assert lease is not None
                assert (tmp_path / "claims.db-update").exists()
    assert list(tmp_path.iterdir()) == [path]


def test_two_names_of_a_database_share_it(tmp_path: Path) -> None:
    path, link = tmp_path / "claims.db", tmp_path / "link.db"
    Store.open(path).close()
    link.symlink_to(path)
    with (
        Store.open(path) as one,
        Store.open(link) as other,
        one.lease(wait=False),
        other.lease(wait=False) as refused,
    ):
        assert refused is None


def test_where_its_file_cannot_be_made_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "claims.db-update").mkdir()
    with (
        Store.open(tmp_path / "claims.db") as store,
        pytest.raises(StoreError, match=r"claims\.db-update"),
        store.lease(wait=True),
    ):
        pass


def test_many_who_want_it_have_it_one_after_the_other(address: str) -> None:
    inside, most = 0, 0
    counting = threading.Lock()

    def work() -> None:
        nonlocal inside, most
        with Store.open(address) as store:
            for _ in range(3):
                with store.lease(wait=True):
                    with counting:
                        inside += 1
                        most = max(most, inside)
                    with counting:
                        inside -= 1

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (most, inside) == (1, 0)


if __name__ == "__main__":
    hold(sys.argv[1])
