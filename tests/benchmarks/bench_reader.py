"""What opening a long source costs: a megabyte beside Textual's own TextArea, and ten of them to the first screen.

    python tests/benchmarks/bench_reader.py

Targets: a source of 1 MB at a mention in its middle, all of it laid out and drawn, at least 5 times cheaper in CPU
than the same text in a TextArea at the same place; one of 10 MB to its first readable screen within 0.5 s, the browser
in a pseudo-terminal being asked by a key. Processor time is that of the process alone, so that what else the machine
does matters little; the time to the first screen is by the clock and wants an idle machine.
"""

import asyncio
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import TextArea

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from synthetic import write_synthetic
from terminal import Terminal

from dossier.present.page import Target
from dossier.tui.app import DossierApp

PASSAGES = 4_000
"""Of 250 code points in the middle: together a megabyte."""
RUNS = 5
BROWSE = "import sys; from pathlib import Path; from dossier.tui.launch import run; sys.exit(run(Path(sys.argv[1])))"


class _Area(App[None]):
    """Nothing but the widget that the reader is compared with."""

    def compose(self) -> ComposeResult:
        yield TextArea(read_only=True)


async def in_area(text: str) -> float:
    """Seconds of processor time to show a text at its middle in a TextArea."""
    async with _Area().run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.2)
        begun = time.process_time()
        area = pilot.app.query_one(TextArea)
        area.load_text(text)
        area.move_cursor((text.count("\n", 0, len(text) // 2), 0), center=True)
        await pilot.pause()
        return time.process_time() - begun


async def in_reader(database: Path) -> float:
    """Seconds of processor time to open the only source at the mention in its middle, whole and drawn."""
    app = DossierApp(database)
    async with app.run_test(size=(120, 40)) as pilot:
        connection = await _ready(app)
        source, start, end, entity = connection.execute(
            "SELECT source, start, end, entity FROM mentions ORDER BY start LIMIT 1 "
            "OFFSET (SELECT count(*) / 2 FROM mentions)").fetchone()
        # What a session loads once is no part of opening a source.
        app.browse.open(Target("event", connection.execute("SELECT id FROM events").fetchone()[0]))
        await pilot.pause(0.3)
        import dossier.present.source_page  # noqa: F401, PLC0415 (as the line above says)

        begun = time.process_time()
        app.browse.open(Target("source", source, start, end, entity))
        while app.browse.reader.page.target.kind != "source" or not app.browse.reader.whole:
            await asyncio.sleep(0.005)
        await pilot.pause()
        return time.process_time() - begun


async def _ready(app: DossierApp) -> sqlite3.Connection:
    while app.browse.session.connection is None:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.3)
    return app.browse.session.connection


def to_first_screen(database: Path) -> tuple[float, float]:
    """Seconds from the key to the first readable screen of a source, and MiB of memory once all of it is there."""
    with Terminal(["-c", BROWSE, str(database)]) as terminal:
        terminal.wait_for("IN THIS CASE")
        terminal.press("3", quiet=1.0)
        begun = time.monotonic()
        os.write(terminal._terminal, b"\r")
        while "said:" not in terminal.text:
            terminal.read(quiet=0.005, limit=0.05)
        taken = time.monotonic() - begun
        terminal.wait_for(" 0 %", limit=60)
        status = Path(f"/proc/{terminal.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        return taken, next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        one, ten = Path(folder) / "one.db", Path(folder) / "ten.db"
        for path, times in ((one, 1), (ten, 10)):
            write_synthetic(path, people=2_000, events=2_000, sources=1, passages=PASSAGES * times)
        with sqlite3.connect(one) as connection:
            text = connection.execute("SELECT text FROM texts").fetchone()[0]
        reader, area = [], []
        for _ in range(RUNS):
            reader.append(asyncio.run(in_reader(one)))
            area.append(asyncio.run(in_area(text)))
        ours, peer = statistics.median(reader), statistics.median(area)
        print(f"{len(text) / 1e6:.2f} million code points at a mention: reader {ours * 1000:.0f} ms of processor time, "
              f"TextArea {peer * 1000:.0f} ms: {peer / ours:.1f} times cheaper (at least 5)")
        taken, memory = zip(*(to_first_screen(ten) for _ in range(RUNS)), strict=True)
        print(f"10 MB to the first readable screen: {statistics.median(taken):.2f} s (at most 0.5), "
              f"whole in {max(memory):.0f} MiB of memory")


if __name__ == "__main__":
    main()
