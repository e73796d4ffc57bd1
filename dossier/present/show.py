"""One thing as `dossier show` prints it: its page, a document's facts before its text, and the reasons if asked for."""

import sqlite3

from dossier.present.document_page import document_blocks
from dossier.present.fields import WIDTH
from dossier.present.page import Page, Target, section
from dossier.present.pages import open_page
from dossier.present.why import why_blocks
from dossier.store.queries import sources


def shown(connection: sqlite3.Connection, target: Target, *, why: bool = False, width: int = WIDTH) -> Page | None:
    """The page of `target` in lines of `width` cells, None where it is gone."""
    page = open_page(connection, target, width=width)
    source = sources.get(connection, target.id) if target.kind == "source" else None
    if page is None:
        return None
    if source is None:
        return Page(target, page.title, [*page.blocks, *(why_blocks(connection, target, width) if why else ())])
    if source.fault is not None:
        return page
    facts = document_blocks(connection, source, width, why=why)
    return Page(target, page.title, [*facts, section("text"), *page.blocks], every_block=True)
