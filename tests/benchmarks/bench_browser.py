"""How long the browser takes to its first rows, beside a bare Textual program, and what each key costs.

    python tests/benchmarks/bench_browser.py [--large [--db FILE]] [--runs N]

Targets: first rows within 1.6 times the bare program, of a large case within 1.1 times the bundled one's; a move
10 ms and 600 bytes, with panes that follow 50 ms and 6 kB, a page 35 ms and 11 kB, a letter in the search line 20 ms,
the same with 26 people and with 100,000 people, as many events and 1,000,000 passages (`--large`; making that takes
some minutes, `--db` keeps it for the next time); idle 0 bytes a second and 0.5 % of a core. Programs take turns, so
that ratios hold on a busy machine, too; times need an idle one; bytes are exact anywhere, and
`tests/functional/test_browser_terminal.py` holds them.
"""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from synthetic import name_of, write_synthetic  # noqa: E402 (beside this folder)

TOOL = (sys.executable, str(HERE / "tui_latency.py"))
HOW = ("--size", "120x40", "--expect", name_of(0))
KEYS = "down*20 up*5 pagedown*3 end home 2 down*10 3 enter down*10 pagedown*3 n*5 1 / text:said esc wait:1"
"""What is measured; idle is what comes once nothing was written for a second."""
SMALL, LARGE = (26, 26), (100_000, 1_000_000)
"""People (and as many events), and passages."""


def main() -> None:
    """Measure as the command line asks."""
    parser = argparse.ArgumentParser(description="Measure the browser.")
    parser.add_argument("--large", action="store_true", help="100,000 people and events, 1,000,000 passages")
    parser.add_argument("--db", type=Path, help="where the large case is kept, or is to be")
    parser.add_argument("--runs", type=int, default=9)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # A user who is no newcomer; nothing of whoever measures.
        os.environ["DOSSIER_HOME"] = folder
        # As installed: from a checkout, where nothing compiled may be kept, each start would compile the program anew.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        (Path(folder) / "browser.json").write_text('{"hinted": true}')
        small = _case(Path(folder) / "small.db", *SMALL)
        bare = f"{sys.executable} {HERE / 'bare_textual.py'}"
        _start(_browser(small), asked.runs, bare, "READY")
        measured = small
        if asked.large:
            measured = _case(asked.db or Path(folder) / "large.db", *LARGE)
            _start(_browser(measured), asked.runs, shlex.join(_browser(small)), name_of(0))
        subprocess.run([*TOOL, "keys", *HOW, "--keys", KEYS, "--idle", "10", "--", *_browser(measured)], check=True)


def _case(database: Path, number: int, passages: int) -> Path:
    if not database.exists():
        write_synthetic(database, people=number, events=number, sources=min(number, 500), passages=passages)
    return database


def _browser(database: Path) -> list[str]:
    return [sys.executable, "-m", "dossier", "--db", str(database)]


def _start(command: list[str], runs: int, other: str, expected: str) -> None:
    """How long until the first rows, in turns with another program."""
    beside = ["--runs", str(runs), "--vs", other, "--vs-expect", expected]
    subprocess.run([*TOOL, "start", *HOW, *beside, "--", *command], check=True)


if __name__ == "__main__":
    main()
