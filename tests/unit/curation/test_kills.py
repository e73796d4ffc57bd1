"""A program killed while it decides: nothing it acknowledged is lost, and the next one writes on."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dossier.curation.journal import read

_WRITER = """
import sys
from pathlib import Path
from dossier.curation.journal import append
from dossier.model.decision import Decision, Subject, Verb
folder, run = Path(sys.argv[1]), sys.argv[2]
for number in range(100_000):
    id_ = f"{run}-{number}"
    at = f"2026-01-01T00:00:{number:08}Z"
    append(folder, Decision(id_, at, "ada", Verb.NOTE, (Subject("person", "Ada"),), "x" * 500))
    print(id_, flush=True)
"""


def acknowledged_before_the_kill(folder: Path, run: str, seconds: float) -> list[str]:
    """Let a writer decide for a while, kill it, and say what it had acknowledged."""
    writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(folder), run], stdout=subprocess.PIPE)
    assert writer.stdout is not None
    first = writer.stdout.readline()
    time.sleep(seconds)
    os.kill(writer.pid, signal.SIGKILL)
    rest = writer.stdout.read()
    writer.wait()
    return [line.decode() for line in (first + rest).splitlines()]


def kill(folder: Path, times: int) -> None:
    rng = random.Random(7)
    acknowledged: set[str] = set()
    for run in range(times):
        acknowledged.update(acknowledged_before_the_kill(folder, str(run), rng.uniform(0, 0.02)))
    kept = {decision.id for decision in read(folder).decisions}
    assert acknowledged <= kept
    assert len(acknowledged) >= times


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    kill(tmp_path, 5)


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_in_a_thousand_kills(tmp_path: Path) -> None:
    kill(tmp_path, 1000)


def test_two_that_decide_at_once_wait_for_each_other(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER.replace("100_000", "50"), str(tmp_path), name])
        for name in ("first", "second")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    found = read(tmp_path)
    assert len(found.decisions) == 100
    assert found.damage == ()
