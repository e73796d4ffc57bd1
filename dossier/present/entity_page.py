"""The page of a person, organization, place or vehicle: every line leads to the words it rests on."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby

from dossier.present.cells import clean, fit, short
from dossier.present.dates import date_in, date_words
from dossier.present.decided import decided_blocks
from dossier.present.excerpts import excerpt
from dossier.present.marks import DIFFERS, event_mark
from dossier.present.matter_page import matter_lines
from dossier.present.page import Block, Page, Run, Target, joined, section, subheading
from dossier.present.speech import role_words, said_words, speaker_words
from dossier.store.queries import disagreements, entities, events, mentions, statements
from dossier.store.queries.entities import EntityRow
from dossier.store.queries.events import EventRow, RoleInEvent
from dossier.store.queries.mentions import MentionRow
from dossier.store.queries.statements import StatementRow

DATE_CELLS = 16
APART = {
    "author": ", author of a cited work", "byline": ", wrote a document", "credit": ", named in a credit",
    "backup": ", on a list of stand-ins",
}  # fmt: skip
"""How a person appears who plays no part in what is told."""
DISPUTABLE = ("alleged", "denied", "ruled out")
"""Status of events that are somebody's word and no more."""


def entity_page(connection: sqlite3.Connection, target: Target) -> Page | None:
    """The page of an entity; None where it is gone."""
    entity = entities.get(connection, target.id)
    if entity is None:
        return None
    blocks = [
        *_head(connection, entity), *decided_blocks(connection, entity.id), *matter_lines(connection, entity.id),
        *_events(connection, entity),
        *_said(connection, entity), *_mentions(connection, entity), *_companions(connection, entity),
    ]  # fmt: skip
    return Page(target, entity.name, blocks)


def _head(connection: sqlite3.Connection, entity: EntityRow) -> Iterator[Block]:
    known = APART.get(entity.appearance, "")
    text, runs = joined((clean(entity.name), entity.kind), (f"  {entity.kind}{known}", "secondary"))
    yield Block(text, "title", runs)
    aliases = [alias for alias in entities.aliases(connection, entity.id) if alias.alias != entity.name]
    if aliases:
        pieces: list[tuple[str, str]] = [("also ", "secondary")]
        for alias in aliases:
            pieces += [(clean(alias.alias), ""), (f" {alias.mentions}   ", "secondary")]
        text, runs = joined(*pieces)
        yield Block(text.rstrip(), "text", runs, hang=5)
    roles = entities.roles(connection, entity.id)
    if roles:
        yield section("is said to be")
    for role in roles:
        when = f"  {date_words(role.held)}" if role.held else ""
        text, runs = joined((clean(role.text), ""), (when, "date"), ("  · " + short(role.source_label), "secondary"))
        yield Block(text, "text", runs, Target("source", role.source, role.start, role.end), indent=2, hang=4)


def _events(connection: sqlite3.Connection, entity: EntityRow) -> Iterator[Block]:
    found = events.of_entity(connection, entity.id)
    if found:
        yield section("events", entity.events)
    for part in found:
        yield event_line(part, _told_by(connection, part.event))


def _told_by(connection: sqlite3.Connection, event: EventRow) -> str:
    """Whose word a disputable event is: what is claimed of a person stands with who claims it."""
    if event.status not in DISPUTABLE:
        return ""
    told = f"{event.status} by {', '.join(short(name) for name in events.tellers(connection, event.id))}"
    return told + _disputed(connection, event.id)


def event_line(part: RoleInEvent, told: str = "") -> Block:
    """An event on a page: date, mark, label, roles, and whose word it is where that is told."""
    event = part.event
    roles = ", ".join([*(role_words(role) for role in part.roles if role != "participant"), *filter(None, [told])])
    text, runs = joined(
        (fit(date_in(event.date, DATE_CELLS), DATE_CELLS), "date"), (" " + event_mark(event) + " ", "mark"),
        (clean(event.label), ""), ("  " + roles if roles else "", "secondary"),
    )  # fmt: skip
    return Block(text, "text", runs, Target("event", event.id), indent=2, hang=DATE_CELLS + 3)


def _said(connection: sqlite3.Connection, entity: EntityRow) -> Iterator[Block]:
    """What it said, and what others said with its name in it, each of these behind who said it."""
    yield from _spoken(connection, "said", statements.said_by(connection, entity.id), by_others=False)
    yield from _spoken(connection, "spoken of by others", statements.naming(connection, entity.id), by_others=True)


def _spoken(
    connection: sqlite3.Connection, title: str, found: Sequence[StatementRow], *, by_others: bool
) -> Iterator[Block]:
    if found:
        yield section(title, len(found))
    for _, group in groupby(found, key=lambda statement: statement.source):
        in_source = list(group)
        yield subheading(in_source[0].source_label, len(in_source), Target("source", in_source[0].source))
        for statement in in_source:
            text, runs = joined(
                (speaker_words(statement) + ": " if by_others else "", "secondary"), (said_words(statement), ""),
                (_disputed(connection, statement.id), "mark"))  # fmt: skip
            leads = Target("source", statement.source, statement.start, statement.end)
            role = "said" if statement.kind == "direct" and not by_others else "text"
            yield Block(text, role, runs, leads, indent=4, hang=2)


def _disputed(connection: sqlite3.Connection, target: str) -> str:
    """Who holds another thing against what is told: it never stands on a page without its denials."""
    names = disagreements.against(connection, target)
    return f"  {DIFFERS} {', '.join(short(name) for name in names)}" if names else ""


def _mentions(connection: sqlite3.Connection, entity: EntityRow) -> Iterator[Block]:
    found = mentions.of_entity(connection, entity.id)
    if found:
        yield section("named", entity.mentions)
        yield from _places(entity, found)
    if 0 < len(found) < entity.mentions:
        yield Block(f"… and {entity.mentions - len(found)} more", "secondary", indent=2)
    told = mentions.of_entity(connection, entity.id, form="nominal")
    if told:
        yield section("described, not named", len(told))
        yield from _places(entity, told)


def _places(entity: EntityRow, found: Sequence[MentionRow]) -> Iterator[Block]:
    for source, group in groupby(found, key=lambda mention: mention.source):
        in_source = list(group)
        yield subheading(in_source[0].source_label, len(in_source), Target("source", source, focus=entity.id))
        for _, in_passage in groupby(in_source, key=lambda mention: mention.passage_id):
            first = next(in_passage)
            words, start, end = excerpt(
                first.passage_text, first.start - first.passage_start, first.end - first.passage_start
            )
            runs = (Run(start, end, entity.kind),)
            yield Block(
                words, "text", runs, Target("source", source, first.start, first.end, entity.id), indent=4, hang=2
            )


def _companions(connection: sqlite3.Connection, entity: EntityRow) -> Iterator[Block]:
    found = entities.companions(connection, entity.id)
    if found:
        yield section("in the same events")
    for other, shared in found:
        text, runs = joined((clean(other.name), other.kind), (f"  {shared}", "secondary"))
        yield Block(text, "text", runs, Target("entity", other.id), indent=2)
