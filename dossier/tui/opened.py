"""Pages opened and laid out for the reader, off the interface's thread.

A long source is opened twice: around the words one wants to see, which are there at once, then as a whole.
"""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from dossier.present.flow import Flow
from dossier.present.page import Page, Target
from dossier.store.queries.filters import Pin

LONG = 200_000
"""Code points of a source from which on a part of it is shown first; a whole of this length takes 15 ms, a part 3."""
NEAR = 150
"""Passages before and after the place one wants to see, some screens each way."""


class Opened(NamedTuple):
    """A page with its lines."""

    page: Page
    flow: Flow
    whole: bool = True


def open_whole(target: Target, pins: Sequence[Pin], measure: int, connection: sqlite3.Connection) -> Opened | None:
    """The page that a target names, in lines of `measure` cells; None where what it names is gone."""
    from dossier.present.pages import open_page  # noqa: PLC0415 (its modules are not needed for the first frame)

    page = open_page(connection, target, pins=pins, width=measure, apart=True)
    return None if page is None else Opened(page, Flow(page.blocks, measure))


def open_in_part(target: Target, pins: Sequence[Pin], measure: int, connection: sqlite3.Connection) -> Opened | None:
    """The same; of a long source only what stands near the words one wants to see."""
    from dossier.present.source_page import source_page  # noqa: PLC0415 (as above)
    from dossier.store.queries import passages  # noqa: PLC0415 (as above)

    if target.kind != "source" or passages.length(connection, target.id) < LONG:
        return open_whole(target, pins, measure, connection)
    page = source_page(connection, target, passages.around(connection, target.id, _first(connection, target), NEAR))
    return None if page is None else Opened(page, Flow(page.blocks, measure), whole=False)


def _first(connection: sqlite3.Connection, target: Target) -> int:
    """The place one wants to see: the words named, or the first mention of whom one asked for."""
    from dossier.store.queries import passages  # noqa: PLC0415 (as above)

    if target.start is not None or not target.focus:
        return target.start or 0
    return passages.first_mention(connection, target.id, target.focus)
