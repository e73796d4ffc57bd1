"""How fast dates are found: words a second on one core, on the bundled case's documents.

python tests/benchmarks/bench_dates.py
"""

import time

from dossier import resources
from dossier.annotate.dates import find_dates
from dossier.model.annotation import Passage, PassageKind
from dossier.model.manifest import Manifest
from dossier.model.source import Source
from dossier.model.span import Span
from dossier.read import read_document, walk

ROUNDS = 20
FLOOR = 50_000
"""Words a second that the design asks for (issue on dates: date tagging on one core)."""


def main() -> None:
    """Print words a second of processor time, which other work on the machine leaves alone; best of three."""
    root = resources.example_case()
    read = (read_document(root, path) for path in walk(root, Manifest()))
    texts = [source.text for source in read if isinstance(source, Source)] * ROUNDS
    words = sum(len(text.split()) for text in texts)
    best = min(_seconds(texts) for _ in range(3))
    print(f"dates: {words / best:,.0f} words/s (floor {FLOOR:,}), {words:,} words in {best:.2f} s")


def _seconds(texts: list[str]) -> float:
    started = time.process_time()
    for text in texts:
        blocks, start = [], 0
        for block in text.split("\n\n"):
            if block:
                blocks.append(Passage(PassageKind.PARAGRAPH, Span(start, start + len(block))))
            start += len(block) + 2
        find_dates(text, blocks)
    return time.process_time() - started


if __name__ == "__main__":
    main()
