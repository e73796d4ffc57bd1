"""Passages of a Markdown document as they read: no syntax, yet every place is found again in the file's own text."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.annotation import Passage, PassageKind
from dossier.model.dossier import Attribute, Document, Dossier
from dossier.model.source import BlockKind, Source
from dossier.model.span import Span
from dossier.present.folding import FoldedBlocks
from dossier.present.page import Block, Target
from dossier.present.source_page import source_page
from dossier.read.markdown import markdown_blocks
from dossier.store.connection import open_reader
from dossier.store.writer import write

MARKDOWN = """# The loss of the *Halcyon*

It was **dark**, ***very*** dark; a snake_case_word, `lamp = on`, [a link](http://a.example "t").

> Words of a quote
> on two lines.

- one
  - two, *deeper*
1. first
2) second

| Hour | Light | Who says so |
|------|:-----:|------------:|
| 8 pm | lit   | Okonjo |
| 11 pm | **dark** | Renn |

```
log: lamp out
```

Line with a hard break\\
and the next.

---

The end.

1. Ellery, M. "Halcyon".
2. Renn, T. "Log".
"""
_KINDS = {
    BlockKind.HEADING: PassageKind.HEADING, BlockKind.LIST_ITEM: PassageKind.LIST_ITEM,
    BlockKind.QUOTE: PassageKind.QUOTE, BlockKind.TABLE_ROW: PassageKind.TABLE_ROW,
    BlockKind.RULE: PassageKind.BOILERPLATE,
}  # fmt: skip


def database(path: Path, text: str) -> sqlite3.Connection:
    blocks = markdown_blocks(text)
    passages = [Passage(_KINDS.get(block.kind, PassageKind.PARAGRAPH), block.span, block.level, block.marks)
                for block in blocks]
    for number, passage in enumerate(passages):
        if '"' in passage.span.of(text) and passage.kind is PassageKind.LIST_ITEM:
            passages[number] = Passage(PassageKind.REFERENCE, passage.span, passage.level, passage.marks)
    source = Source("src-1", "a.md", "0" * 64, "markdown", text, blocks)
    document = Document(source, tuple(passages), (Attribute("title", "A", False, None, ""),))
    write(Dossier("A", "", (document,), (), (), (), (), (), (), (), ()), path, case="/nowhere", stamp={})
    return open_reader(path)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> FoldedBlocks:
    connection = database(tmp_path_factory.mktemp("case") / "dossier.db", MARKDOWN)
    page = source_page(connection, Target("source", "src-1"))
    assert page is not None
    assert isinstance(page.blocks, FoldedBlocks)
    return page.blocks


def lines(blocks: FoldedBlocks) -> list[str]:
    return [blocks[place].text for place in range(len(blocks)) if blocks.shape(place) is not None]


def runs(block: Block) -> list[tuple[str, str]]:
    return [(run.role, block.text[run.start : run.end]) for run in block.runs]


def test_the_document_reads_without_its_syntax(shown: FoldedBlocks) -> None:
    assert lines(shown) == [
        "The loss of the Halcyon", "It was dark, very dark; a snake_case_word, lamp = on, a link.",
        "Words of a quote on two lines.", "• one", "• two, deeper", "1. first", "2) second",
        "Hour   Light  Who says so", "8 pm   lit    Okonjo", "11 pm  dark   Renn", "log: lamp out",
        "Line with a hard break and the next.", "─" * 12, "The end.", '1. Ellery, M. "Halcyon".', '2. Renn, T. "Log".',
    ]  # fmt: skip


def test_what_it_emphasizes_is_emphasized(shown: FoldedBlocks) -> None:
    found = [run for block in shown[:] for run in runs(block)]
    assert found == [("emphasis", "Halcyon"), ("strong", "dark"), ("strong", "very"), ("emphasis", "very"),
                     ("emphasis", "deeper"), ("strong", "dark")]


def test_levels_are_indents_and_the_head_of_a_table_is_strong(shown: FoldedBlocks) -> None:
    by_text = {block.text: block for block in shown[:]}
    assert [by_text[text].indent for text in ("• one", "• two, deeper", "Words of a quote on two lines.")] == [0, 2, 2]
    assert by_text["Hour   Light  Who says so"].role == "strong"
    assert by_text["8 pm   lit    Okonjo"].role == "text"
    assert by_text["8 pm   lit    Okonjo"].hang == len("11 pm  Light  ")


def test_every_word_is_found_again_in_the_file(shown: FoldedBlocks) -> None:
    for block in shown[:]:
        for place, char in enumerate(block.text):
            if char.isalnum() and block.pieces and place >= block.pieces[0][0]:
                assert MARKDOWN[block.offset(place)] == char


def test_references_fold_behind_one_line_and_open_again(shown: FoldedBlocks) -> None:
    folded = shown.turned()
    assert lines(folded)[-2:] == ["The end.", "▸ 2 references"]
    assert len(folded) == len(shown)
    assert lines(folded.turned()) == lines(shown)


@given(text=st.text(alphabet="ab *_`|>#-1.\n[]()\\", max_size=80))
def test_any_markdown_reads_in_order_and_is_found_again(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    connection = database(tmp_path_factory.mktemp("case") / "dossier.db", text)
    page = source_page(connection, Target("source", "src-1"))
    connection.close()
    assert page is not None
    offsets: list[int] = []
    for block in page.blocks:
        assert "\n" not in block.text
        for place in range(block.pieces[0][0] if block.pieces else len(block.text), len(block.text)):
            if block.text[place] in "ab":
                offsets.append(block.offset(place))
                assert text[offsets[-1]] == block.text[place]
    assert offsets == sorted(set(offsets))


def test_the_number_of_a_paragraph_stands_before_it(tmp_path: Path) -> None:
    text = "1.2 The lamp was out.\n"
    source = Source("src-1", "a.md", "0" * 64, "markdown", text, markdown_blocks(text))
    passage = Passage(PassageKind.PARAGRAPH, Span(0, len(text) - 1), 0, (Span(0, 4),))
    document = Document(source, (passage,), (Attribute("title", "A", False, None, ""),))
    write(Dossier("A", "", (document,), (), (), (), (), (), (), (), ()), tmp_path / "a.db", case="/nowhere", stamp={})
    page = source_page(open_reader(tmp_path / "a.db"), Target("source", "src-1"))
    assert page is not None
    assert isinstance(page.blocks, FoldedBlocks)
    assert lines(page.blocks) == ["1.2 The lamp was out."]
