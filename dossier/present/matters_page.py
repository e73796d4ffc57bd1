"""The board of disagreements: each question with its sides, the weightiest first; what agrees is set apart."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice

from dossier.present.cells import clean, short, width_of
from dossier.present.fields import WIDTH, beside, followed
from dossier.present.marks import AGREES, DIFFERS
from dossier.present.matter_page import decided_mark, kind_words, value_words
from dossier.present.page import DISAGREEMENTS, Block, Page, Target, joined, section
from dossier.store.queries import disagreements
from dossier.store.queries.disagreements import Asked, MatterRow, ValueRow
from dossier.store.queries.tellers import answers_of

LISTED = 100
"""Matters of either sort on the page; `dossier disagreements` has no limit."""
ANSWER_SHARE = 3
"""Answers take up to this part of a line, beside the words that give them; a longer one has a line of its own."""
LEAST_ANSWER = 2
"""Cells before the words where no answer is shorter than that part."""
SPEAKER_CELLS, SOURCE_CELLS = 20, 12


def matters_page(connection: sqlite3.Connection, target: Target = DISAGREEMENTS, width: int = WIDTH) -> Page:
    """The page of disagreements and agreements, in lines of `width` cells."""
    differ = list(islice(disagreements.select(connection, Asked()), LISTED))
    agree = list(islice(disagreements.select(connection, Asked(agrees=True)), LISTED))
    answers = answers_of(connection, [matter.id for matter in (*differ, *agree)])
    blocks = [Block("Where the sources differ", "title")]
    if not differ:
        blocks.append(Block("Nothing was found on which they differ.", "secondary", space=1))
    for matter in differ:
        blocks += matter_blocks(matter, answers.get(matter.id, ()), width)
    if agree:
        blocks.append(section("compared, and agrees", len(agree)))
    blocks += [agreement_line(matter, answers.get(matter.id, ())) for matter in agree]
    if LISTED in (len(differ), len(agree)):
        blocks.append(Block(f"No more than {LISTED} are shown: dossier disagreements has all.", "secondary", space=1))
    return Page(target, "Where the sources differ", blocks, at=1 if differ else 0)


def matter_blocks(matter: MatterRow, rows: Sequence[ValueRow], width: int = WIDTH) -> Iterator[Block]:
    """A matter in a list: its question, how much speaks of it, and each answer with the first words that give it."""
    mark, role = (DIFFERS, "fault") if not (matter.agrees or matter.settled) else (AGREES, "secondary")
    kind = f"{kind_words(matter)} · " if matter.kind != "conflict" or matter.settled else ""
    much = f"{matter.sides} answers in {matter.sources} source{'s' * (matter.sources != 1)}"
    asked = followed(
        (f"{mark} ", role), (matter.question, "dim" if matter.settled else "answer"), (decided_mark(matter), "mark"),
        by=((f"{kind}{much}", "secondary"),), width=width, target=Target("disagreement", matter.id), indent=0)
    yield replace(asked, space=1)
    answers = (width_of(value_words(matter, row.value)) for row in rows)
    fitting = [cells for cells in answers if cells <= width // ANSWER_SHARE]
    for _, group in groupby(rows, key=lambda row: row.side):
        yield from _answer(matter, list(group), max(fitting, default=LEAST_ANSWER), width)


def _answer(matter: MatterRow, rows: Sequence[ValueRow], cells: int, width: int) -> Iterator[Block]:
    """A side: its answer, in a column of `cells`, beside the first words that give it; under them whose they are, where
    the answer does not say so, and which sources take it."""
    first = rows[0]
    value, about = value_words(matter, first.value), Target("disagreement", matter.id)
    if width_of(value) > cells:
        yield Block(value, "date", indent=2, hang=2, about=about)
        value = ""
    line = beside((value or " ", "date"), cells, (f"“{first.words}”", "said"), width=width,
                  target=Target("source", first.source, first.start, first.end))  # fmt: skip
    answer = replace(line, about=about)
    yield answer
    others = len({row.source for row in rows}) - 1
    more = f" and {others} more" if others else ""
    indent = answer.indent + answer.hang
    told = not first.speaker or clean(first.speaker) in value_words(matter, first.value)
    speaker = "" if told else f"{short(first.speaker or '', SPEAKER_CELLS)}, in "
    label = short(first.source_label, max(width - indent - width_of(speaker) - width_of(more), SOURCE_CELLS))
    text, runs = joined((speaker, "secondary"), (label, "place"), (more, "secondary"))
    yield Block(text, "text", runs, indent=indent, hang=2)


def agreement_line(matter: MatterRow, rows: Sequence[ValueRow]) -> Block:
    """What was compared and agrees: the words of each side, equal to one another."""
    sides = {row.side: f"“{clean(row.words)}”" for row in reversed(rows)}
    equal = f" {AGREES} ".join(sides[side] for side in sorted(sides))
    text, runs = joined((f"{AGREES} ", "secondary"), (clean(matter.question), ""), (decided_mark(matter), "mark"),
                        (f"  {equal}", "said"),
                        (f"  {kind_words(matter)}" if matter.kind != "agreement" else "", "secondary"))  # fmt: skip
    return Block(text, "text", runs, Target("disagreement", matter.id), indent=2, hang=4)
