"""Pages in Markdown: nothing in a document becomes markup, and every note quotes what its document says there."""

import re
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import write_invented
from markdown_it import MarkdownIt

from dossier.present.escape import escaped
from dossier.present.exports import list_export, page_export, timeline_export
from dossier.present.page import CASE, DISAGREEMENTS, Target
from dossier.store.connection import open_reader
from dossier.store.queries.filters import UNRESTRICTED, Noun

HOSTILE = (
    "[x](javascript:y) <script>boo</script> | `z` *a* _b_ # ^[n]: ![i](j) \\ &amp; Ines Okonjo\n\n- # Maud Ellery\n")
TABLES = (("entity", "entities"), ("event", "events"), ("statement", "statements"), ("disagreement", "disagreements"),
          ("document", "sources"), ("source", "sources"))


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    return open_reader(write_invented(
        tmp_path_factory.mktemp("case") / "dossier.db", extra={"[a](b)|c.txt": HOSTILE}, title="<b>The *Halcyon*"))


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=40))
def test_escaped_text_reads_as_it_stands(text: str) -> None:
    text = " ".join(text.split())
    tokens = MarkdownIt().enable("table").parse(f"- {escaped(text)}")
    inline = [token for token in tokens if token.type == "inline"]
    shown = "".join(child.content for token in inline for child in token.children or ())
    assert shown == text
    assert {token.type for token in tokens} <= {
        "bullet_list_open", "list_item_open", "paragraph_open", "inline", "paragraph_close", "list_item_close",
        "bullet_list_close"}  # fmt: skip


def notes(markdown: str) -> dict[str, str]:
    return dict(re.findall(r"^\[\^(\d+)\]: (.*)$", markdown, re.MULTILINE))


def test_every_mark_has_its_note_and_every_note_its_mark(reader: sqlite3.Connection) -> None:
    targets = [CASE, DISAGREEMENTS, *(
        Target(kind, row[0])  # type: ignore[arg-type]
        for kind, table in TABLES for row in reader.execute(f"SELECT id FROM {table}").fetchall())]
    for target in targets:
        markdown = "".join(page_export(target, "").forms[0].lines(reader))
        marks = set(re.findall(r"\[\^(\d+)\](?!:)", markdown))
        assert marks == set(notes(markdown))


def test_a_note_quotes_the_document_and_names_the_line(reader: sqlite3.Connection) -> None:
    event = reader.execute("SELECT id FROM events WHERE label LIKE 'Halcyon runs%'").fetchone()[0]
    markdown = "".join(page_export(Target("event", event), "").forms[0].lines(reader))
    found = list(notes(markdown).values())
    assert found[0] == (
        "“ran aground on the Carrick bar on the night of 3 March 1911” — Halcyon strikes the Carrick bar, The Courier, "
        "06 Mar 1911 (inferred), courier.txt:5")


def test_hostile_text_is_no_markup(reader: sqlite3.Connection) -> None:
    source = reader.execute("SELECT id FROM sources WHERE path LIKE '[a]%'").fetchone()[0]
    for lines in (page_export(Target("source", source), "").forms[0].lines(reader),
                  page_export(Target("document", source), "").forms[0].lines(reader),
                  list_export(Noun.SOURCE, "<i>", UNRESTRICTED).forms[0].lines(reader),
                  timeline_export("<b>", UNRESTRICTED).forms[0].lines(reader)):  # fmt: skip
        html = MarkdownIt("commonmark", {"html": True}).enable("table").render("".join(lines))
        assert "<script>" not in html
        assert "<a " not in html
        assert "<img" not in html
        assert "<i>" not in html


def test_a_list_is_a_table_with_a_note_a_row(reader: sqlite3.Connection) -> None:
    markdown = "".join(list_export(Noun.ENTITY, "People", UNRESTRICTED, kind="person").forms[0].lines(reader))
    rows = [line for line in markdown.splitlines() if line.startswith("| ") and "[^" in line]
    assert len(rows) == len(notes(markdown)) == 4
    assert "keeper" not in rows[0]
    assert "| Tobias Renn[^" in markdown


def test_a_document_has_what_is_known_of_it_and_a_note_on_all_that_was_concluded(reader: sqlite3.Connection) -> None:
    courier = reader.execute("SELECT id FROM sources WHERE path = 'courier.txt'").fetchone()[0]
    markdown = "".join(page_export(Target("source", courier), "").forms[0].lines(reader))
    assert markdown.startswith("# Halcyon strikes the Carrick bar\n\nfile  courier.txt\n")
    assert re.search(r"^published  06 Mar 1911", markdown, re.MULTILINE)
    told = [note for note in notes(markdown).values() if note.startswith(("event: ", "said by ", "compared: "))]
    assert ("event: Halcyon runs aground on the Carrick bar — “ran aground on the Carrick bar on the night of 3 March "
            "1911” — line 5") in told
    assert any(note.startswith("said by Aldous Verrin — “The light on the bar was dark,” — line ") for note in told)
    assert re.search(r"ran aground on the Carrick bar.*\[\^\d+\]", markdown)
