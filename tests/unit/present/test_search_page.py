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


SAID = """# Log

"The lamp was out," said Ada Byrne. "Nobody rang the bell," said Ada Byrne. The fog came in.

"The bell was rung," said Thomas Reeve.
"""


def test_a_speaker_alone_has_all_that_was_said_and_words_narrow_it(tmp_path: Path) -> None:
    page, reader = searched(tmp_path / "case", SAID, "speaker:byrne")
    assert [block.text for block in page.blocks if block.role == "said"] == [
        "“The lamp was out,”", "“Nobody rang the bell,”"]
    narrowed = search_page(reader, "speaker:byrne bell")
    (said,) = (block for block in narrowed.blocks if block.role == "said")
    assert [said.text[run.start : run.end] for run in said.runs] == ["bell"]
    assert said.target is not None
    source = reader.execute("SELECT text FROM texts").fetchone()[0]
    assert source[said.target.start : said.target.end] == "Nobody rang the bell,"


def test_without_a_name_it_is_told_who_speaks(tmp_path: Path) -> None:
    page, reader = searched(tmp_path / "case", SAID, "speaker:")
    assert [block.text.split("  ")[0] for block in page.blocks if block.target] == ["Ada Byrne", "Thomas Reeve"]
    nobody = search_page(reader, "speaker:zoe")
    assert nobody.blocks[0].text == "NOBODY OF THAT NAME"
    silent = search_page(reader, "speaker:byrne zeppelin")
    assert not any(block.target for block in silent.blocks)


def test_what_finds_nothing_says_what_can_be_asked(tmp_path: Path) -> None:
    page, _ = searched(tmp_path / "case", SAID, "source:fog")
    texts = [block.text for block in page.blocks]
    assert "“source:” asks for nothing special: it was looked for as a word." in texts
    assert any(text.startswith("speaker:name") for text in texts)
