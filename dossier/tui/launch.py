"""The way to the first frame: nothing is imported here that it does not need."""

import gc
from collections.abc import Callable
from pathlib import Path


def run(database: Path, *, case: Path | None = None, stale: Callable[[], bool] | None = None) -> int:
    """As `dossier.tui.app.run`, but with the collector of cyclic garbage at rest until the first frame.

    Importing Textual makes 100,000 objects that stay; looking for garbage among them costs an eighth of the way.
    """
    gc.disable()
    from dossier.tui.app import run as browse  # noqa: PLC0415 (after the collector rests)

    return browse(database, case=case, stale=stale)
