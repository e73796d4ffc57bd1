"""Annotation in worker processes: spaCy is loaded there, once each, and its memory goes back when they end."""

import gc
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING

from dossier.errors import ModelError
from dossier.model.annotation import Annotations
from dossier.model.source import Fault, Source

if TYPE_CHECKING:
    from dossier.annotate.language import Pipeline

_CHARACTERS_PER_WORKER = 100_000
"""Text that keeps a worker busy for about three times as long as it takes to load the model."""

_loaded: dict[str, "Pipeline"] = {}
"""The pipeline of this worker process, by name."""


def annotate_all(
    sources: Sequence[Source], *, model: str, jobs: int | None = None
) -> Iterator[tuple[int, Annotations | Fault]]:
    """Annotate sources in spawned processes; yields each result with the index of its source, as they come.

    `jobs` is the number of processes; None decides by the amount of text. A source that cannot be annotated, or on
    which a process dies, gives a Fault. Raises ModelError where the model is missing. No spaCy in this process.
    """
    if not sources:
        return
    done: set[int] = set()
    try:
        for index, result in _in_pool(sources, range(len(sources)), model, jobs or default_jobs(sources)):
            done.add(index)
            yield index, result
    except BrokenProcessPool:
        for index in sorted(set(range(len(sources))) - done):
            yield index, _alone(sources, index, model)


def default_jobs(sources: Sequence[Source]) -> int:
    """How many processes pay: one for a few documents, never more than there are documents or processors."""
    characters = sum(len(source.text) for source in sources)
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(processors, len(sources), 1 + characters // _CHARACTERS_PER_WORKER))


def _in_pool(
    sources: Sequence[Source], indexes: Sequence[int], model: str, jobs: int
) -> Iterator[tuple[int, Annotations | Fault]]:
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start)
    try:
        running = {pool.submit(_annotate_one, sources[index], model): index for index in indexes}
        for future in as_completed(running):
            yield running.pop(future), future.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(sources: Sequence[Source], index: int, model: str) -> Annotations | Fault:
    """One source in a process of its own, after a process has died on some source."""
    try:
        return next(result for _, result in _in_pool(sources, [index], model, 1))
    except BrokenProcessPool:
        reason = "the process that read it died, perhaps for want of memory; split the document into parts"
        return Fault(sources[index].path, "annotate", reason)


def _start() -> None:
    """Make a worker process end at once and silently on an interrupt, and when its parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _annotate_one(source: Source, model: str) -> Annotations | Fault:
    from dossier.annotate.document import annotate  # noqa: PLC0415 - only a worker may load the language model

    pipeline = _pipeline(model)
    try:
        return annotate(source, pipeline)
    except ModelError:
        raise
    except Exception as error:  # noqa: BLE001 - the one guard: whatever a document does, the others go on
        reason = f"could not be analysed ({type(error).__name__}: {error}); please report this with the document"
        return Fault(source.path, "annotate", reason)


def _pipeline(model: str) -> "Pipeline":
    if model not in _loaded:
        # One process per processor is the parallelism; threads of the linear algebra only cost memory.
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        from dossier.annotate.language import Pipeline  # noqa: PLC0415 - see above

        _loaded[model] = Pipeline(model)
        # The model's objects live as long as the process: no collection need look at them again.
        gc.collect()
        gc.freeze()
    return _loaded[model]
