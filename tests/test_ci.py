"""What CI does: the README's test command, in an environment of its own, and no less."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RUN = ROOT / ".ci" / "run"


@dataclass(frozen=True)
class Checkout:
    """A checkout whose README has other commands, and linters that find nothing."""

    folder: Path
    first: str = "python3 -m venv --without-pip .venv && echo it works"

    def run(self, prints: str, status: int = 0) -> subprocess.CompletedProcess[str]:
        """What came of CI where the test command prints that and ends so."""
        environment = "python3 -m venv --without-pip .venv"
        linters = 'for tool in ruff mypy; do ln -s "$(type -P true)" .venv/bin/$tool; done'
        command = f"{environment}; {linters}; printf '{prints}'; exit {status}  # pytest"
        (self.folder / "README.md").write_text(f"```sh\n{self.first}\n```\n```sh\n{command}\n```\n")
        return subprocess.run(
            ["bash", self.folder / ".ci" / "run"], capture_output=True, text=True, check=False
        )


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    (tmp_path / ".ci").mkdir()
    shutil.copy(RUN, tmp_path / ".ci" / "run")
    return Checkout(tmp_path)


def test_tests_that_pass_are_a_success(checkout: Checkout) -> None:
    done = checkout.run("31 passed in 2.00s\\n")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "skipped tests, and why: 0 skipped" in done.stdout
    assert done.stdout.endswith("31 passed in 2.00s\n")


def test_what_was_skipped_is_told_with_its_reason(checkout: Checkout) -> None:
    reason = "SKIPPED [2] tests/test_store.py:3: no such engine"
    done = checkout.run(f"{reason}\\n31 passed, 2 skipped in 2.00s\\n")
    assert done.returncode == 0
    assert f"skipped tests, and why: 2 skipped\n{reason}\n" in done.stdout


def test_a_failure_is_a_failure(checkout: Checkout) -> None:
    done = checkout.run("1 failed, 31 passed in 2.00s\\n", status=1)
    assert done.returncode == 1
    assert "failed: the tests, with status 1" in done.stdout


def test_the_first_command_of_the_readme_is_run_too(checkout: Checkout) -> None:
    assert "it works\n" in checkout.run("31 passed in 2.00s\\n").stdout
    broken = Checkout(checkout.folder, first="python3 -m venv --without-pip .venv && false")
    done = broken.run("31 passed in 2.00s\\n")
    assert done.returncode == 1
    assert "failed: the first command" in done.stdout


@pytest.mark.parametrize("prints", ["no tests ran in 0.01s\\n", "9 skipped in 1.00s\\n", ""])
def test_no_test_is_a_failure_too(checkout: Checkout, prints: str) -> None:
    done = checkout.run(prints)
    assert done.returncode == 1
    assert "failed: no test ran" in done.stdout


def test_the_environment_is_not_left_in_the_checkout(checkout: Checkout) -> None:
    checkout.run("31 passed in 2.00s\\n")
    assert not (checkout.folder / ".venv").exists()


def test_ci_runs_the_command_that_the_readme_tells() -> None:
    shown = re.findall(r"^```sh\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.M | re.S)
    commands = [block.strip() for block in shown if "pytest" in block]
    ran = subprocess.run(["bash", RUN, "--show"], capture_output=True, text=True, check=True)
    assert commands == [ran.stdout.strip()]
    assert "\n" not in commands[0]


def test_ci_has_no_test_command_of_its_own() -> None:
    script = RUN.read_text(encoding="utf-8")
    lines = [line for line in script.splitlines() if not line.startswith("#")]
    assert [line for line in lines if "pytest" in line and "README.md" not in line] == []
