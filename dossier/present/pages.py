"""Any page by its target: what the reader opens and `dossier show` prints."""

import sqlite3
from collections.abc import Callable, Sequence

from dossier.present.case_page import case_page
from dossier.present.decisions_page import decisions_page
from dossier.present.document_page import document_page
from dossier.present.entity_page import entity_page
from dossier.present.event_page import event_page
from dossier.present.fields import WIDTH
from dossier.present.gone_page import hidden_page, moved_to
from dossier.present.kept_page import kept_page
from dossier.present.matter_page import matter_page
from dossier.present.matters_page import matters_page
from dossier.present.page import Page, PageKind, Target
from dossier.present.search_page import search_page
from dossier.present.source_page import source_page
from dossier.present.statement_page import statement_page
from dossier.present.together_page import together_page
from dossier.present.why_page import why_page
from dossier.store.queries.filters import Pin

_PAGES: dict[PageKind, Callable[[sqlite3.Connection, Target], Page | None]] = {
    "source": source_page, "disagreement": matter_page, "decisions": decisions_page, "kept": kept_page,
}  # fmt: skip
_IN_COLUMNS: dict[PageKind, Callable[[sqlite3.Connection, Target, int], Page | None]] = {
    "entity": entity_page, "statement": statement_page, "disagreements": matters_page,
    "document": document_page, "why": why_page, "together": together_page,
}  # fmt: skip
"""Pages that use the width they have."""


def open_page(
    connection: sqlite3.Connection, target: Target, *, pins: Sequence[Pin] = (), width: int = WIDTH,
    apart: bool = False,
) -> Page | None:  # fmt: skip
    """The page that a target names, to be read in lines of `width` cells; None where what it names is gone.

    Of what was merged into another thing it is the page of that one; of what a reader hid, one that says so.
    `apart` has what sources report of an event side by side, for who reads on a screen and not line by line.
    """
    page = _open(connection, target, pins, width, apart=apart)
    if page is None and (now := moved_to(connection, target)) is not None:
        page = _open(connection, now, pins, width, apart=apart)
    return page or hidden_page(connection, target)


def _open(
    connection: sqlite3.Connection, target: Target, pins: Sequence[Pin], width: int, *, apart: bool
) -> Page | None:
    if target.kind == "search":
        return search_page(connection, target.id, pins=pins, width=width)
    if target.kind == "event":
        return event_page(connection, target, width, apart=apart)
    if in_columns := _IN_COLUMNS.get(target.kind):
        return in_columns(connection, target, width)
    page = _PAGES.get(target.kind)
    return page(connection, target) if page else case_page(connection, width)
