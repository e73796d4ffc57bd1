"""How fast and how large the per-source half is, against the bare language model in the same run.

    python tests/benchmarks/bench_annotate.py [FOLDER] [--repeat N]

FOLDER is a case; without one, the bundled case and those of `tests/cases` are used. Prints words a second (of
CPU time) of spaCy's full pipeline on the raw texts and of `annotate` on the sources, their ratio (floor 0.9), what each
step takes, the peak memory of one worker process (ceiling 450 MB), and the seconds from a cold start until the five
documents of the bundled case are annotated in a spawned worker (ceiling 5 s). Exit status 1 where a bound is broken.
"""

import argparse
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dossier import resources
from dossier.annotate.worker import annotate_all
from dossier.model.manifest import DEFAULT_MODEL, Manifest
from dossier.model.source import Source
from dossier.read import read_document, walk

FLOOR_RATIO, CEILING_MB, CEILING_SECONDS = 0.9, 450, 5.0
STEPS = (
    "lay_out", "find_quotations", "find_references", "find_stated", "marker_spans", "read_passages", "find_names",
    "find_dates", "find_quantities", "find_footnotes",
)  # fmt: skip


def sources_of(folders: Sequence[Path]) -> list[Source]:
    """Every readable document of the folders."""
    found = (read_document(folder, path) for folder in folders for path in walk(folder, Manifest()))
    return [source for source in found if isinstance(source, Source)]


def seconds(works: Sequence[Callable[[], object]], repeat: int) -> list[float]:
    """The least CPU time of several runs of each, in turn: what the machine's other work disturbs least, and what
    makes it slower for a while disturbs alike."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(repeat):
        for work, taken in zip(works, times, strict=True):
            began = time.process_time()
            work()
            taken.append(time.process_time() - began)
    return [min(taken) for taken in times]


@contextmanager
def timed_steps() -> Iterator[dict[str, float]]:
    """CPU seconds by step while annotating."""
    from dossier.annotate import document  # noqa: PLC0415

    spent: dict[str, float] = defaultdict(float)
    originals = {name: getattr(document, name) for name in STEPS}

    def timed(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*values: Any) -> Any:
            began = time.process_time()
            result = step(*values)
            spent[name] += time.process_time() - began
            return result

        return run

    for name, step in originals.items():
        setattr(document, name, timed(name, step))
    try:
        yield spent
    finally:
        for name, step in originals.items():
            setattr(document, name, step)


def main() -> int:
    """Measure, print, and say by the exit status whether the bounds hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    example = sources_of([resources.example_case()])

    began = time.monotonic()
    list(annotate_all(example, model=DEFAULT_MODEL, jobs=1))
    cold = time.monotonic() - began
    cases = [path for path in (Path(__file__).parent.parent / "cases").iterdir() if path.is_dir()]
    sources = sources_of([options.folder] if options.folder else [resources.example_case(), *cases])
    list(annotate_all(sources, model=DEFAULT_MODEL, jobs=1))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)

    import spacy  # noqa: PLC0415 - after the workers, so that their start is measured and not this

    from dossier.annotate import annotate  # noqa: PLC0415
    from dossier.annotate.language import Pipeline  # noqa: PLC0415

    words = sum(len(source.text.split()) for source in sources)
    bare, pipeline = spacy.load(DEFAULT_MODEL), Pipeline(DEFAULT_MODEL)
    full, ours = seconds(
        [lambda: list(bare.pipe([source.text for source in sources])),
         lambda: [annotate(source, pipeline) for source in sources]], options.repeat)  # fmt: skip
    with timed_steps() as spent:
        for source in sources:
            annotate(source, pipeline)

    print(f"{len(sources)} documents, {words:,} words")
    print(f"bare pipeline  {words / full:8,.0f} words/s")
    print(f"annotate       {words / ours:8,.0f} words/s   ratio {full / ours:.2f} (floor {FLOOR_RATIO})")
    for name, cpu in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {name:<16} {cpu:7.3f} s")
    print(f"worker peak    {peak:8,.0f} MB        (ceiling {CEILING_MB})")
    print(f"cold start     {cold:8.2f} s         (ceiling {CEILING_SECONDS}): five documents in a spawned worker")
    return int(full / ours < FLOOR_RATIO or peak > CEILING_MB or cold > CEILING_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
