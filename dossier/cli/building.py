"""A build with its progress shown: on a terminal, as JSON lines for the browser, or not at all."""

import json
import shutil
import sys
from collections.abc import Callable

from dossier.build import BuildReport, Progress, build
from dossier.case import Case, require_documents
from dossier.cli.output import narrate
from dossier.present.cells import clean, cut

_DOING = {
    "read": "Reading", "annotate": "Looking for names, dates and quotations in", "resolve": "Working out who is who",
    "assemble": "Joining reports into events", "write": "Writing the database",
}  # fmt: skip
_CLEAR = "\r\x1b[K"


def build_with_progress(
    case: Case, *, jobs: int | None = None, force: bool = False, as_json: bool = False
) -> BuildReport:
    """Build the case, telling how far it is; then say on stderr what was found and what could not be read.

    Raises DossierError as `dossier.build.build` does.
    """
    require_documents(case)
    terminal = sys.stderr.isatty() and not as_json
    try:
        report = build(case, jobs=jobs, force=force, progress=_listener(as_json, terminal))
    finally:
        if terminal:
            sys.stderr.write(_CLEAR)
    for fault in report.faults:
        narrate(f"dossier: left out {fault.path}: {fault.reason}")
    if report.set_aside is not None:
        narrate(f"dossier: {case.places.db} was no database of this version; it is kept as {report.set_aside}")
    found = (
        _counted(report.sources, "source", "sources"), _counted(report.people, "person", "people"),
        _counted(report.events, "event", "events"),
    )  # fmt: skip
    why = f" ({case.places.reason})" if case.places.reason else ""
    narrate(f"{case.title}: {', '.join(found)} in {report.seconds:.1f} s. Kept in {case.places.db}{why}")
    return report


def _listener(as_json: bool, terminal: bool) -> Callable[[Progress], None]:
    if as_json:
        return _as_json
    return _on_terminal if terminal else lambda _: None


def _as_json(progress: Progress) -> None:
    record = {"stage": progress.stage, "done": progress.done, "total": progress.total, "item": progress.item}
    print(json.dumps(record), flush=True)


def _on_terminal(progress: Progress) -> None:
    doing = _DOING.get(progress.stage, progress.stage)
    counted = f" {progress.done}/{progress.total} {progress.item}" if progress.total > 1 else " …"
    sys.stderr.write(_CLEAR + cut(clean(doing + counted), shutil.get_terminal_size().columns - 1))
    sys.stderr.flush()


def _counted(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
