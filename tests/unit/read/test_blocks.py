"""Blocks of plain text and Markdown: their shapes, and the properties that every later offset rests on."""

import time
from collections.abc import Callable
from textwrap import fill

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model.source import Block, BlockKind
from dossier.read.inline import inline_marks
from dossier.read.markdown import looks_like_markdown, markdown_blocks
from dossier.read.plain import plain_blocks

Split = Callable[[str], tuple[Block, ...]]
SPLITS: tuple[Split, ...] = (plain_blocks, markdown_blocks)

SYNTAX = ["# ", "## ", "- ", "* ", "1. ", "> ", ">> ", "---", "***", "```", "**", "_", "*", "`", "[", "](", ")", "]("]
MORE_SYNTAX = ["![", "<b>", "</b>", "&amp;", "\\*", "\\", "|", "|---|---|", "[a]: http://x", "===", "<http://a b>"]
SPACE = ["\n", "\n\n", "\r\n", "\r", "\f", "\t", " ", "    ", "\0", "\x85", "\u2028", "\u00a0", "\ufffd"]
WORDS = ["Ann", "sailed on 3 May", "ship’s", "“no”", "ﬁ", "🚢"]
documents = st.lists(st.sampled_from([*SYNTAX, *MORE_SYNTAX, *SPACE, *WORDS]), max_size=40).map("".join)


def shown(text: str, block: Block) -> str:
    """The words of a block that a reader sees."""
    hidden = {at for mark in block.marks for at in range(mark.start, mark.end)}
    return "".join(text[at] for at in range(block.span.start, block.span.end) if at not in hidden)


@pytest.mark.parametrize("split", SPLITS)
@settings(max_examples=300)
@given(text=documents | st.text(max_size=200))
def test_blocks_are_in_order_disjoint_and_hold_all_that_is_not_white_space(split: Split, text: str) -> None:
    at = 0
    for block in split(text):
        assert not text[at : block.span.start].strip()
        assert at <= block.span.start < block.span.end <= len(text)
        words = block.span.of(text)
        assert words == words.strip()
        at = block.span.end
    assert not text[at:].strip()


@pytest.mark.parametrize("split", SPLITS)
@settings(max_examples=300)
@given(text=documents)
def test_marks_lie_inside_their_block_in_order_and_apart(split: Split, text: str) -> None:
    for block in split(text):
        at = block.span.start
        for mark in block.marks:
            assert at <= mark.start < mark.end <= block.span.end
            at = mark.end


@settings(max_examples=500)
@given(documents)
def test_inline_marks_hide_no_letter_of_a_word(content: str) -> None:
    for mark in inline_marks(content.strip()):
        syntax = mark.of(content.strip())
        assert not syntax.isalnum()


def test_the_shapes_of_markdown() -> None:
    text = (
        '# The *Vasa*\n\nShe **sank** [today](http://x "t").\n> quoted\n> on\n\n1. one\n   - deep `x`\n\n---\n\n'
        "| a | b |\n|---|---|\n| c | d |\n"
    )
    found = [(block.kind, block.level, shown(text, block)) for block in markdown_blocks(text)]
    assert found == [
        (BlockKind.HEADING, 1, "The Vasa"),
        (BlockKind.PARAGRAPH, 0, "She sank today."),
        (BlockKind.QUOTE, 1, "quotedon"),
        (BlockKind.LIST_ITEM, 1, "one"),
        (BlockKind.LIST_ITEM, 2, "deep x"),
        (BlockKind.RULE, 0, ""),
        (BlockKind.TABLE_ROW, 0, "ab"),
        (BlockKind.PARAGRAPH, 0, ""),
        (BlockKind.TABLE_ROW, 0, "cd"),
    ]


def test_fields_before_a_markdown_text_are_lines_of_their_own() -> None:
    text = "---\ntitle: Minutes\ndate: 2004-05-03\n---\n# Board\n\nIt *met*."
    found = [(block.kind, shown(text, block)) for block in markdown_blocks(text)]
    assert found == [
        (BlockKind.RULE, ""),
        (BlockKind.PARAGRAPH, "title: Minutes"),
        (BlockKind.PARAGRAPH, "date: 2004-05-03"),
        (BlockKind.RULE, ""),
        (BlockKind.HEADING, "Board"),
        (BlockKind.PARAGRAPH, "It met."),
    ]
    assert markdown_blocks("---\nNo field here, but a sentence.\n---\nMore.")[1].kind is not BlockKind.RULE


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("By [MARY ANN EVANS FOR THE ARGUS](#)", "By MARY ANN EVANS FOR THE ARGUS"),
        ("a **b** *c* and _d_", "a b c and d"),
        ("5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"),
        (r"a \* star, R&amp;D", "a * star, R&amp;D"),
        ("see <https://example.org/a%20b>", "see https://example.org/a%20b"),
        ("![the *ship*](x.png) sank", "the ship sank"),
        ("[a][b] and [c]", "[a][b] and [c]"),
        ("**[bold link](u 'v')** end", "bold link end"),
        ("code `x*y*z` here", "code x*y*z here"),
    ],
)
def test_inline_syntax_is_marked_and_nothing_else(content: str, words: str) -> None:
    hidden = {at for mark in inline_marks(content) for at in range(mark.start, mark.end)}
    assert "".join(c for at, c in enumerate(content) if at not in hidden) == words


def test_plain_text_that_contains_markdown_is_told_by_its_evidence() -> None:
    assert looks_like_markdown("# It sank\n\nBy [A. Writer](#)\n\nText.")
    assert looks_like_markdown("**One.** x\n\n**Two.** x\n\n**Three.** x")
    assert not looks_like_markdown("- one\n- two\n\n---\n\n1. ^ a b Evans, Ben. *Title*.\n# of ships: 3")
    assert not looks_like_markdown("A letter.\n\nIt cost 5 * 3 * 2 pounds [sic] (see above).")


def test_wrapped_lines_are_one_paragraph_and_listed_lines_are_not() -> None:
    wrapped = (
        "The committee met on the third of May to hear what the\ncaptain had to say about the loss of the ship and of\n"
        "the cargo, and found that nothing had been written down\nby anybody who was on the bridge that night.\n\n"
        "It adjourned."
    )
    listed = "Ada Byrne\nJohn Fitzgerald Kelly\nSister Mary of the Cross\n\nThey were saved."
    assert [block.span.of(wrapped)[:13] for block in plain_blocks(wrapped)] == ["The committee", "It adjourned."]
    assert len(plain_blocks(listed)) == 4


def test_verse_addresses_and_signatures_in_a_wrapped_document_keep_their_lines() -> None:
    prose = "It was in the first week of May that the steamer left the harbour of Cork for the last time. " * 4
    verse = "    Home is the sailor, home from sea,\n      And the hunter home from the hill."
    evidence = "I gave no order. I was below, and the mate had the watch, and I do not know who it was that turned her."
    indented = fill(evidence, 50, initial_indent="   ", subsequent_indent="   ")
    signature = "                JOHN KELLY,\n                Master."
    text = "\n\n".join([fill(prose, 70), verse, indented, fill(prose, 70), signature])
    starts = [block.span.of(text)[:6] for block in plain_blocks(text)]
    assert starts == ["It was", "Home i", "And th", "I gave", "It was", "JOHN K", "Master"]


def test_plain_lists_quotes_rules_and_rows() -> None:
    text = "- first\n• second\n(a) third\n> he wrote\n>> she wrote\n* * *\nname\tage\n"
    found = [(block.kind, block.level, shown(text, block)) for block in plain_blocks(text)]
    assert found == [
        (BlockKind.LIST_ITEM, 1, "first"),
        (BlockKind.LIST_ITEM, 1, "second"),
        (BlockKind.LIST_ITEM, 1, "third"),
        (BlockKind.QUOTE, 1, "he wrote"),
        (BlockKind.QUOTE, 2, "she wrote"),
        (BlockKind.RULE, 0, ""),
        (BlockKind.TABLE_ROW, 0, "nameage"),
    ]


@pytest.mark.parametrize("split", SPLITS)
@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "\n" * 100_000 + "x",
        "ab\n\n" * 50_000,
        "[" * 100_000,
        "*a " * 50_000,
        ">" * 50_000,
        ("> " * 300 + "x\n") * 100,
        "\n".join(" " * depth + "- a" for depth in range(1_000)),
        "|a" * 50_000,
        "- " * 100_000 + "x",
        "".join("`" * n + " " for n in range(400)),
        "a" + " " * 500_000 + "b",
    ],
    ids=lambda text: f"{text[:8]!r}x{len(text)}",
)
def test_hostile_text_is_split_in_seconds(split: Split, text: str) -> None:
    began = time.process_time()
    assert split(text)
    assert time.process_time() - began < 10
