"""Search results: passages as they are displayed, the words that answer marked where they stand."""

import sqlite3
from pathlib import Path

from dossier.build import build
from dossier.case import open_case
from dossier.present.page import Page
from dossier.present.search_page import search_page
from dossier.store.connection import open_reader


def searched(folder: Path, text: str, words: str) -> tuple[Page, sqlite3.Connection]:
    folder.mkdir()
    (folder / "log.md").write_text(text)
    case = open_case(folder)
    build(case)
    reader = open_reader(case.places.db)
    return search_page(reader, words), reader


def test_a_hit_is_shown_without_the_syntax_of_the_document(tmp_path: Path) -> None:
    text = "# Log\n\nThe **lamp went out** at nine, says [the keeper](https://example.org/keeper), and *nobody* came.\n"
    page, reader = searched(tmp_path / "case", text, "keeper nobody")
    hit = next(block for block in page.blocks if "nobody came" in block.text)
    assert hit.text == "The lamp went out at nine, says the keeper, and nobody came."
    assert [hit.text[run.start : run.end] for run in hit.runs] == ["keeper", "nobody"]
    assert hit.target is not None
    source = reader.execute("SELECT text FROM texts").fetchone()[0]
    assert source[hit.target.start : hit.target.end] == "keeper"
