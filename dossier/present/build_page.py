"""A build under way, as a page."""

from dossier.present.cells import clean
from dossier.present.page import Block, Page, Target, joined

BAR_CELLS = 30
STAGES = {
    "read": "reading the documents", "annotate": "finding names, dates and quotations",
    "resolve": "who is who, and when",
    "assemble": "events and statements", "write": "writing the database",
}  # fmt: skip
BUILD = Target("case", "build")


def build_page(
    case: str, stage: str = "", done: int = 0, total: int = 0, item: str = "", left: str = "", stop: str = ""
) -> Page:
    """How far a build is: `done` of `total` (documents or steps; 0 where unknown) in a stage, how long that will take,
    and the key that stops it."""
    filled = BAR_CELLS * done // total if total else 0
    bar, runs = joined(("━" * filled, "person"), ("─" * (BAR_CELLS - filled), "dim"),
                       (f"  {done} of {total}" if total else "", "secondary"),
                       (f" · {left}" if left else "", "secondary"))
    return Page(BUILD, "Reading the case", (
        Block("Reading the case", "title"),
        Block(clean(case), "secondary"),
        Block(STAGES.get(stage, clean(stage) or "starting"), space=1),
        Block(bar, "text", runs),
        Block(clean(item), "secondary"),
        Block("The panes fill when it is done. Nothing is written into the documents; nothing leaves this machine.",
              "secondary", space=1),
        *([Block(f"{stop} stops it; what was read is kept for the next time.", "secondary")] if stop else ()),
    ))  # fmt: skip


def stopped_page(case: str, again: str) -> Page:
    """A build that was stopped before there was anything to browse; `again` is the key that goes on."""
    return Page(BUILD, "Stopped", (
        Block("Not read to the end", "title"), Block(clean(case), "secondary"),
        Block(f"What was read is kept: {again} goes on from there. q quits.", space=1),
    ))  # fmt: skip


def failure_page(reason: str, path: str) -> Page:
    """Why there is nothing to browse, in the words of what failed."""
    lines = [clean(line) for line in reason.splitlines() if line.strip()] or ["It gave no reason."]
    return Page(BUILD, "Nothing to show", (
        Block("This case cannot be opened", "title"), Block(clean(path), "secondary"),
        *(Block(line, "fault" if number == 0 else "text", space=int(number == 0)) for number, line in enumerate(lines)),
        Block("q quits.", "secondary", space=1),
    ))  # fmt: skip
