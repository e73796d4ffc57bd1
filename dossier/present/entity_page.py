"""The page of a person, organization, place or vehicle: every line leads to the words it rests on."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby

from dossier.present.cells import clean, fit, short, width_of
from dossier.present.dates import date_words
from dossier.present.decided import decided_blocks
from dossier.present.excerpts import excerpt
from dossier.present.fields import NAMES, WIDTH, bar_lines, beside, event_line, followed, names_line, placed
from dossier.present.marks import DIFFERS, bar
from dossier.present.matter_page import matter_lines
from dossier.present.page import Block, Page, Run, Target, joined, section, subheading
from dossier.present.speech import role_words
from dossier.present.spoken import spoken_blocks
from dossier.store.queries import appearances, entities, events, mentions, tellers
from dossier.store.queries.entities import EntityRow
from dossier.store.queries.mentions import MentionRow

NAME_CELLS = 26
COUNT_CELLS = 5
APART = {
    "author": ", author of a cited work", "byline": ", wrote a document", "credit": ", named in a credit",
    "backup": ", on a list of stand-ins",
}  # fmt: skip
"""How a person appears who plays no part in what is told."""
DISPUTABLE = ("alleged", "denied", "ruled out")
"""Status of events that are somebody's word and no more."""
PLAIN = frozenset({"agent", "participant", "speaker", "place"})
"""Roles in an event that its label tells by itself."""
EVENTS, MENTIONS = 200, 200
"""The most that one page has of them."""


def entity_page(connection: sqlite3.Connection, target: Target, width: int = WIDTH) -> Page | None:
    """The page of an entity in lines of `width` cells; None where it is gone."""
    entity = entities.get(connection, target.id)
    if entity is None:
        return None
    blocks = [
        *_head(connection, entity, width), *decided_blocks(connection, entity.id),
        *matter_lines(connection, entity.id, width),
        *spoken_blocks(connection, entity, width), *_events(connection, entity, width),
        *_companions(connection, entity, width), *_where(connection, entity, width),
        *_mentions(connection, entity, width),
    ]  # fmt: skip
    return Page(target, entity.name, blocks)


def _head(connection: sqlite3.Connection, entity: EntityRow, width: int) -> Iterator[Block]:
    """Who it is, how often it is named, under which names, and what the sources say it is."""
    yield followed((entity.name, entity.kind), by=[(_described(entity), "secondary")], width=width, indent=0, hang=0,
                   role="title")  # fmt: skip
    yield _at_a_glance(connection, entity)
    yield from _names(connection, entity, width)
    roles = entities.roles(connection, entity.id)
    if roles:
        yield section("is said to be", len(roles))
    for role in roles:
        when = f"  {date_words(role.held)}" if role.held else ""
        yield placed((role.text, ""), (when, "date"), origin=role.source_label, width=width,
                     target=Target("source", role.source, role.start, role.end))  # fmt: skip


def _described(entity: EntityRow) -> str:
    """What it is in a few words: its chief role and its organization; of all but people, their kind before that."""
    role, belongs = entity.role or "", entity.affiliation or ""
    words = ", ".join(filter(None, [role, "" if belongs in role else belongs]))
    known = entity.kind + APART.get(entity.appearance, "")
    return clean(words if words and known == "person" else " · ".join(filter(None, [known, words])))


def _at_a_glance(connection: sqlite3.Connection, entity: EntityRow) -> Block:
    """How often it is named, in how many of the sources, and how often in each."""
    _, silent = appearances.silent(connection, entity.id, 0)
    mentions, sources = entity.mentions, entity.sources + silent
    words = (f"{mentions:,} mention{'s' * (mentions != 1)} in {entity.sources:,} of {sources:,} "
             f"source{'s' * (sources != 1)}  ")  # fmt: skip
    text, runs = joined((words, "secondary"), (bar(entity.spread), "bar"))
    return Block(text.rstrip(), "text", runs)


def _names(connection: sqlite3.Connection, entity: EntityRow, width: int) -> Iterator[Block]:
    """Each form of the name with how often and where it stands; it leads to the first place."""
    found = appearances.forms(connection, entity.id)
    others = {form.text for form in found} - {entity.name}
    if not others:
        return
    yield section("named as", len(found))
    cells = min(max(width_of(clean(form.text)) for form in found), max(width - 2 - COUNT_CELLS, 1))
    for form in found:
        yield placed((fit(form.text, cells), entity.kind), (fit(f"{form.mentions:,}", COUNT_CELLS, right=True),
                     "secondary"), origin=form.source_label, more=f" +{form.sources - 1}" * (form.sources > 1),
                     width=width, target=Target("source", form.source, form.start, form.end, entity.id))  # fmt: skip


def _events(connection: sqlite3.Connection, entity: EntityRow, width: int) -> Iterator[Block]:
    """Its events in order; what is somebody's word stands with whose word it is, and who holds against it."""
    found = events.of_entity(connection, entity.id, EVENTS)
    if found:
        yield section("events", entity.events)
    claimed = [part.event.id for part in found if part.event.status in DISPUTABLE]
    told = tellers.tellers_of(connection, claimed) if claimed else {}
    against = tellers.against_each(connection, claimed) if claimed else {}
    for part in found:
        event = part.event
        whose = f"{event.status} by {_names_of(told[event.id])}" if event.id in told else ""
        differs = f"{DIFFERS} {_names_of(against[event.id])}" if event.id in against else ""
        yield event_line(event, *(role_words(role) for role in part.roles if role not in PLAIN), whose,
                         against=differs, width=width)  # fmt: skip
    if len(found) < entity.events and len(found) >= EVENTS // 2:
        yield Block(f"… and {entity.events - len(found):,} more: dossier events --person", "secondary", indent=2)


def _names_of(names: Sequence[str]) -> str:
    return ", ".join(short(name) for name in names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _companions(connection: sqlite3.Connection, entity: EntityRow, width: int) -> Iterator[Block]:
    found = appearances.companions(connection, entity.id)
    if found:
        yield section("appears with")
    for other in found:
        shared = [f"{number} {noun}{'s' * (number != 1)}" for number, noun in (
            (other.events, "event"), (other.passages, "passage")) if number]
        leads = Target("together", entity.id, focus=other.id) if other.passages else Target("entity", other.id)
        yield beside((other.name, other.kind), NAME_CELLS, (" · ".join(shared), "secondary"), width=width, target=leads)


def _where(connection: sqlite3.Connection, entity: EntityRow, width: int) -> Iterator[Block]:
    """Which sources name it how often, and which never do."""
    found = appearances.most_named_in(connection, entity.id, NAMES)
    if found:
        yield section("where", entity.sources)
    yield from bar_lines(((row.label, row.mentions, Target("source", row.source, focus=entity.id)) for row in found),
                         found[0].mentions if found else 1, cells=NAME_CELLS, width=width)  # fmt: skip
    if len(found) < entity.sources:
        yield Block(f"… and {entity.sources - len(found):,} more sources", "secondary", indent=2)
    names, number = appearances.silent(connection, entity.id, NAMES)
    if number:
        yield names_line("never named in", names, number)


def _mentions(connection: sqlite3.Connection, entity: EntityRow, width: int) -> Iterator[Block]:
    found = mentions.of_entity(connection, entity.id, MENTIONS)
    if found:
        yield section("passages", entity.mentions)
        yield from _places(entity, found, width)
    if 0 < len(found) < entity.mentions:
        yield Block(f"… and {entity.mentions - len(found):,} more", "secondary", indent=2)
    told = mentions.of_entity(connection, entity.id, MENTIONS, form="nominal")
    if told:
        yield section("described, not named", len(told))
        yield from _places(entity, told, width)


def _places(entity: EntityRow, found: Sequence[MentionRow], width: int) -> Iterator[Block]:
    for source, group in groupby(found, key=lambda mention: mention.source):
        in_source = list(group)
        leads = Target("source", source, focus=entity.id)
        yield subheading(in_source[0].source_label, len(in_source), leads, width)
        for _, in_passage in groupby(in_source, key=lambda mention: mention.passage_id):
            first = next(in_passage)
            words, start, end = excerpt(
                first.passage_text, first.start - first.passage_start, first.end - first.passage_start
            )
            runs = (Run(start, end, entity.kind),)
            yield Block(
                words, "text", runs, Target("source", source, first.start, first.end, entity.id), indent=4, hang=2
            )
