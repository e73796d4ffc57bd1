"""One thing as `dossier show` prints it: its page, a document's facts before its text, and the reasons if asked for."""

import sqlite3

from dossier.present.cells import clean
from dossier.present.decided import decided_blocks
from dossier.present.page import Block, Page, Target, section
from dossier.present.pages import open_page
from dossier.present.why import source_facts, why_blocks
from dossier.store.queries import sources


def shown(connection: sqlite3.Connection, target: Target, *, why: bool = False) -> Page | None:
    """The page of `target`, None where it is gone."""
    page = open_page(connection, target)
    source = sources.get(connection, target.id) if target.kind == "source" else None
    if page is None:
        return None
    if source is None:
        return Page(target, page.title, [*page.blocks, *(why_blocks(connection, target) if why else ())])
    if source.fault is not None:
        return page
    facts = [Block(clean(source.label), "title"), *source_facts(connection, source, why=why),
             *decided_blocks(connection, source.id), section("text")]
    return Page(target, page.title, [*facts, *page.blocks], every_block=True)
