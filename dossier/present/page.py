"""What the reader shows: a page is a column of blocks; a block is text with roles, and where it leads.

Pages of people, events, search results and sources are all made of these, so that one widget shows them all and
the commands can print them.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from dossier.present.cells import clean, short

PageKind = Literal[
    "case", "entity", "event", "source", "statement", "disagreement", "disagreements", "decisions", "search", "why",
    "together", "document", "timeline", "matrix", "kept"]
BOARDS: frozenset[PageKind] = frozenset({"timeline", "matrix"})
"""These are no pages: they have the screen to themselves."""


class Target(NamedTuple):
    """Where a line leads: a page, or the exact words in a source."""

    kind: PageKind
    id: str
    start: int | None = None
    """For a source: the words to show, as code points of its text; for the reasons, the passage they are asked of."""
    end: int | None = None
    focus: str = ""
    """Id of the entity, or text of the query, whose places `n` and `N` go through in a source; for the reasons, the
    kind of page they are asked of."""


def page_of(kind: str) -> PageKind:
    """Which page shows a thing of this kind: an event's, a source's, …; all kinds of entities have one alike."""
    return _PAGE_OF.get(kind, "entity")


_PAGE_OF: dict[str, PageKind] = {
    "event": "event", "source": "source", "statement": "statement", "disagreement": "disagreement",
}  # fmt: skip
DISAGREEMENTS = Target("disagreements", "")
"""The page of all matters on which the sources differ."""
DECISIONS = Target("decisions", "")
"""The page of what was decided."""
KEPT = Target("kept", "")
"""The page of bookmarks and searches."""
CASE = Target("case", "")
"""The page of the case itself."""


FOLD = "fold"
"""The role of a line that stands for passages folded away; Enter on it opens them."""
RULE = "rule"
"""The role of a line between sections, which says nothing."""


_BLANKS = re.compile(" {2,}")
ORIGIN = "origin"
"""The role of the name of the source that a line leads to, at its end; plain text has path and line instead."""


class Sign(NamedTuple):
    """What the margin shows beside the line in which something begins."""

    place: int
    """In the block's text."""
    mark: str
    target: Target


class Run(NamedTuple):
    """A piece of a block's text in a role of its own. Runs are in order of start; inner ones come later."""

    start: int
    end: int
    role: str
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a page."""

    text: str
    """Without line breaks or control characters."""
    role: str = "text"
    runs: tuple[Run, ...] = ()
    target: Target | None = None
    """What Enter on it opens; a block that leads nowhere is passed over by the cursor."""
    gutter: str = ""
    """A character in the margin."""
    indent: int = 0
    hang: int = 0
    """Further cells before the lines after the first."""
    space: int = 0
    """Empty lines before it."""
    span: tuple[int, int] | None = None
    """For a passage: where it stands in its source, in code points."""
    pieces: tuple[tuple[int, int], ...] = ()
    """For a passage: (place in the text, code point of the source) where each piece between two hidden marks begins."""
    signs: tuple[Sign, ...] = ()
    """For a passage: what the margin shows line by line, in order of place; elsewhere it shows `gutter`."""
    cells: tuple[int, ...] = ()
    """For a passage that is a row of a table: where in the text each of its cells begins."""
    about: Target | None = None
    """What can be decided about here, where that is not what Enter opens: a line that leads to its words."""

    def offset(self, place: int) -> int:
        """The code point of the source that is displayed at a place of a passage's text."""
        piece = max(bisect_right(self.pieces, place, key=lambda begin: begin[0]) - 1, 0)
        shown, start = self.pieces[piece]
        offset = start + max(place - shown, 0)
        return min(offset, self.pieces[piece + 1][1]) if piece + 1 < len(self.pieces) else offset


class Stop(NamedTuple):
    """A place that `n` and `N` go to."""

    block: int
    start: int
    end: int
    """In the block's text."""
    label: str
    target: Target | None = None


class Page(NamedTuple):
    """What the reader shows at a time."""

    target: Target
    """What the page is of: opening it again gives it again."""
    title: str
    blocks: Sequence[Block]
    stops: Sequence[Stop] = ()
    at: int = 0
    """The stop, or where there are none the block, to begin at."""
    focused: bool = False
    """Whether all stops are shown (they answer a search, or name whom one asked for), not only the present one."""
    every_block: bool = False
    """Whether the cursor goes to every block (a source), not only to those that lead somewhere."""


def joined(*pieces: tuple[str, str] | tuple[str, str, Target | None]) -> tuple[str, tuple[Run, ...]]:
    """Text and runs out of pieces of (text, role) or (text, role, target); a role of `""` is the block's own."""
    text, runs = "", list[Run]()
    for piece in pieces:
        if piece[1]:
            runs.append(Run(len(text), len(text) + len(piece[0]), piece[1], piece[2] if len(piece) == 3 else None))
        text += piece[0]
    return text, tuple(runs)


def closed_up(text: str) -> str:
    """The text of a line without the blanks that put it in columns."""
    return _BLANKS.sub("  ", text).strip()


def section(title: str, count: int | None = None) -> Block:
    """The heading of a part of a page."""
    text, runs = joined((title.upper(), ""), (f"  {count}" if count is not None else "", "secondary"))
    return Block(text, "section", runs, space=1)


def subheading(title: str, count: int, target: Target, width: int = 0) -> Block:
    """The heading of one source's share of a section, on one line of `width` cells where that is given."""
    number = f"  {count}"
    text, runs = joined((short(title, width - 2 - len(number)) if width else clean(title), ""), (number, "secondary"))
    return Block(text, "subheading", runs, target, indent=2, hang=2)
