"""Words with where they stand, for whoever quotes them: who published them, when as far as known, file and line."""

import sqlite3
from collections.abc import Sequence

from dossier.model.selection import Selection
from dossier.present.cells import clean
from dossier.present.dates import UNDATED, date_words
from dossier.present.page import Target
from dossier.store.queries import disagreements, events, mentions, passages, sources, statements
from dossier.store.queries.disagreements import ValueRow
from dossier.store.queries.events import ReportRow
from dossier.store.queries.mentions import MentionRow
from dossier.store.queries.places import Place, places_of
from dossier.store.queries.sources import SourceRow
from dossier.store.queries.statements import StatementRow

_Placed = ReportRow | StatementRow | ValueRow | MentionRow
MOST = 6
"""So many sources are cited for a line that rests on many."""


def cited(connection: sqlite3.Connection, words: str, evidence: Sequence[Selection], *, quoted: bool) -> str:
    """The words, then a line for each source that they rest on; in quotation marks where they are a source's own."""
    places = dict[str, list[Selection]]()
    for one in evidence:
        places.setdefault(one.source, []).append(one)
    lines = [_citation(connection, source, found) for source, found in list(places.items())[:MOST]]
    if len(places) > MOST:
        lines.append(f"and {len(places) - MOST} more")
    return "\n".join([_in_quotes(words) if quoted and lines else words, *(f"— {line}" for line in lines if line)])


def words_at(connection: sqlite3.Connection, target: Target) -> str:
    """The words of a source that a target names, as they are displayed in one line."""
    span = (target.id, target.start or 0, target.end or 0)
    place = places_of(connection, [span]).get(span)
    return clean(place.words).strip() if place else ""


def evidence_of(connection: sqlite3.Connection, target: Target) -> list[Selection]:
    """The words that what a target names rests on, in order; of a name, where it is first mentioned."""
    if target.kind in ("source", "document") or (target.kind == "why" and target.focus == "source"):
        return [Selection(target.id, target.start or 0, target.end or target.start or 0)]
    found: Sequence[_Placed] = ()
    if target.kind == "event":
        found = events.reports(connection, target.id)
    elif target.kind == "statement":
        said = statements.get(connection, target.id)
        found = [said] if said else ()
    elif target.kind == "disagreement":
        found = disagreements.values(connection, target.id)
    elif target.kind == "entity":
        found = mentions.of_entity(connection, target.id, 1)
    return [Selection(one.source, one.start, one.end) for one in found]


def _citation(connection: sqlite3.Connection, id_: str, places: Sequence[Selection]) -> str:
    """Author, title, publisher, date and place: `Ada Byrne, The loss of the Halcyon, Gazette, 4 Mar 1911, a.md:3–5`."""
    source = sources.get(connection, id_)
    if source is None:
        return ""
    lines = dict.fromkeys(_lines(connection, place) for place in places)
    place = source.path + (":" + ", ".join(filter(None, lines)) if any(lines) else "")
    return cited_work(source, place)


def cited_work(source: SourceRow | Place, where: str) -> str:
    """What is known of a document, each where it is known: author, title, publisher, date; then `where` in it."""
    published = date_words(source.published) if source.published else UNDATED
    if source.published and source.published_inferred:
        published += " (inferred)"
    named = (source.author, source.title or source.label, source.publisher, published, where)
    return clean(", ".join(filter(None, named)))


def _lines(connection: sqlite3.Connection, place: Selection) -> str:
    """The lines of the file that words stand on, from 1; nothing for a source as a whole."""
    if not place.end:
        return ""
    _, first = passages.place(connection, place.source, place.start)
    _, last = passages.place(connection, place.source, max(place.end - 1, place.start))
    return str(first) if first >= last else f"{first}–{last}"


def _in_quotes(words: str) -> str:
    """In quotation marks, unless they stand in a pair of their own."""
    own = words[:1] in "“\"«" and words[-1:] in "”\"»" and not any(sign in words[1:-1] for sign in "“”\"«»")
    return words if own else f"“{words}”"
