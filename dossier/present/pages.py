"""Any page by its target: what the reader opens and `dossier show` prints."""

import sqlite3
from collections.abc import Sequence

from dossier.present.case_page import case_page
from dossier.present.entity_page import entity_page
from dossier.present.event_page import event_page
from dossier.present.page import Page, Target
from dossier.present.search_page import search_page
from dossier.present.source_page import source_page
from dossier.present.statement_page import statement_page
from dossier.store.queries.filters import Pin

HINTS = (
    ("↑ ↓", "move: what belongs to the row shows in the other panes"),
    ("Enter", "open a person, an event, a source, and the exact words"),
    ("Space", "pin the row: the other panes keep only what belongs to it"),
    ("/", "search everything"),
    ("?", "all keys"),
)


def open_page(connection: sqlite3.Connection, target: Target, *, pins: Sequence[Pin] = ()) -> Page | None:
    """The page that a target names; None where what it names is gone."""
    if target.kind == "entity":
        return entity_page(connection, target)
    if target.kind == "event":
        return event_page(connection, target)
    if target.kind == "source":
        return source_page(connection, target)
    if target.kind == "statement":
        return statement_page(connection, target)
    if target.kind == "search":
        return search_page(connection, target.id, pins=pins)
    return case_page(connection, HINTS)
