"""The way to the first frame: nothing is imported here that it does not need."""

import gc
import os
from collections.abc import Callable
from pathlib import Path

FRAMES_PER_SECOND = 120
"""At most. Textual (8.2.8, `Timer._run`) paints a second frame one to two periods after the first: panes that follow a
cursor after 8 to 17 ms with this, after 17 to 33 ms with its own 60 frames."""


def run(database: Path, *, case: Path | None = None, stale: Callable[[], bool] | None = None) -> int:
    """As `dossier.tui.app.run`, but with the collector of cyclic garbage at rest until the first frame.

    Importing Textual makes 100,000 objects that stay; looking for garbage among them costs an eighth of the way.
    """
    gc.disable()
    os.environ.setdefault("TEXTUAL_FPS", str(FRAMES_PER_SECOND))
    from dossier.tui.app import run as browse  # noqa: PLC0415 (after the collector rests)

    return browse(database, case=case, stale=stale)
