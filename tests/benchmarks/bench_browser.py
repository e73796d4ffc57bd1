"""How long the browser takes to its first rows, beside a bare Textual program, and what each key costs.

    python tests/benchmarks/bench_browser.py [--large] [--runs N]

Targets: first rows within 1.6 times the bare program; a move 10 ms and 600 bytes, with panes that follow 50 ms and
6 kB, a page 35 ms and 11 kB, the same with 5 people and with 100,000 (`--large`). Needs an idle machine for its
times; bytes are exact anywhere, and `tests/functional/test_browser_terminal.py` holds them.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from synthetic import name_of, write_synthetic  # noqa: E402 (beside this folder)

KEYS = "down*20 up*5 pagedown*3 end home 2 down*10 3 enter down*10 pagedown*3 n*5 1 / text:said esc"


def main() -> None:
    """Measure as the command line asks."""
    parser = argparse.ArgumentParser(description="Measure the browser.")
    parser.add_argument("--large", action="store_true", help="100,000 people, events and passages")
    parser.add_argument("--runs", type=int, default=9)
    asked = parser.parse_args()
    size = 100_000 if asked.large else 26
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "dossier.db"
        write_synthetic(database, people=size, events=size, sources=min(size, 500), passages=size)
        browser = [sys.executable, "-m", "dossier", "--db", str(database)]
        tool = [sys.executable, str(HERE / "tui_latency.py")]
        how = ["--size", "120x40", "--expect", name_of(0)]
        bare = f"{sys.executable} {HERE / 'bare_textual.py'}"
        beside = ["--runs", str(asked.runs), "--vs", bare, "--vs-expect", "READY"]
        subprocess.run([*tool, "start", *how, *beside, "--", *browser], check=True)
        subprocess.run([*tool, "keys", *how, "--keys", KEYS, "--", *browser], check=True)


if __name__ == "__main__":
    main()
