"""What readers decided about a thing, on its page: notes, tags, and who changed it and when."""

import sqlite3
from collections.abc import Iterator

from dossier.model.decision import KEEPING
from dossier.present.cells import clean, fit
from dossier.present.page import Block, Target, joined, section
from dossier.store.queries import decisions, kept
from dossier.store.queries.decisions import DecisionRow
from dossier.store.queries.naming import with_id

VERB_CELLS = 10


def decided_blocks(connection: sqlite3.Connection, target: str) -> Iterator[Block]:
    """Notes first, in full; then tags; then what else was decided, the latest first."""
    found = [one for one in decisions.of_target(connection, target) if one.verb not in KEEPING]
    notes = [one for one in found if one.verb == "note" and one.state == "holds"]
    if notes:
        yield section("notes", len(notes))
    for note in notes:
        for number, line in enumerate(note.value.splitlines() or [""]):
            yield Block(clean(line), indent=2, space=int(number == 0 and note is not notes[0]))
        yield Block(_who(note), "secondary", indent=2)
    tags = decisions.tags(connection, target)
    if tags:
        text, runs = joined(("tags  ", "secondary"), (clean("  ".join(f"#{tag}" for tag in tags)), "mark"))
        yield Block(text, "text", runs, space=1)
    relied = [one for one in found if one.verb == "reliability" and one.state == "holds"]
    for one in relied:
        text, runs = joined(("reliability  ", "secondary"), (clean(one.value), ""), (f"  {_who(one)}", "secondary"))
        yield Block(text, "text", runs, space=1, hang=13)
    others = [one for one in found if one.verb not in {"note", "tag", "untag", "reliability"}]
    if others:
        yield section("decided", len(others))
    for one in others:
        yield from _decision(one)
    on_words = kept.passage_notes(connection, target)
    if on_words:
        yield section("notes and tags on passages", len(on_words))
        yield from noted_blocks(connection, target)


def noted_blocks(
    connection: sqlite3.Connection, source: str, start: int = 0, end: int | None = None
) -> Iterator[Block]:
    """What readers wrote beside words of a source that overlap a span, in code points of its text: the words, leading
    to their place, then notes and tags."""
    for noted in kept.passage_notes(connection, source):
        words = with_id(connection, noted.target)
        if words is None or noted.end <= start or (end is not None and noted.start >= end):
            continue
        leads = Target("source", source, noted.start, noted.end)
        sign = "bookmarked  " if noted.bookmarked and not noted.notes and not noted.tags else ""
        text, runs = joined((sign, "secondary"), (f"“{clean(words.name)}”", ""))
        yield Block(text, "text", runs, leads, indent=2, hang=2, space=1)
        for one in decisions.of_target(connection, noted.target):
            if one.verb == "note" and one.state == "holds":
                for line in one.value.splitlines() or [""]:
                    yield Block(clean(line), indent=4)
                yield Block(_who(one), "secondary", indent=4)
        if noted.tags:
            yield Block(clean("  ".join(f"#{tag}" for tag in noted.tags)), "mark", indent=4)


def _decision(one: DecisionRow) -> Iterator[Block]:
    about = " → ".join(filter(None, [one.subject, one.value]))
    text, runs = joined((fit(one.verb, VERB_CELLS), "mark"), (clean(about), ""), (f"  {_who(one)}", "secondary"))
    yield Block(text, "text", runs, indent=2, hang=VERB_CELLS)
    if one.why:
        yield Block(clean(f"because {one.why}"), "secondary", indent=2 + VERB_CELLS)


def _who(one: DecisionRow) -> str:
    return clean(f"{one.by}, {one.at[:10]}")
