"""What a reader means by a name or an id: people and other entities, events, sources, statements, disagreements."""

import sqlite3
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from dossier.model.selection import Selection, selection_of
from dossier.query.parse import MAX_CHARS, split_words
from dossier.query.syntax import Query, Term
from dossier.store.expression import match_expression
from dossier.store.queries.filters import placeholders

ENTITIES = ("person", "organization", "place", "vehicle")
KINDS = (*ENTITIES, "anonymous", "event", "source", "statement", "disagreement")
CANDIDATES = 20_000
"""Labels looked at for one name; more of them begin alike only in enormous cases."""
NEAR = 60
"""The least `rapidfuzz.fuzz.token_sort_ratio` (0 to 100: letters in common, words in any order) of a name that is
offered in place of one that nothing has; two letters wrong in a short surname still pass."""

Label = tuple[str, str, str]
"""Folded text, kind and id of what is called so."""


@dataclass(frozen=True, slots=True)
class Named:
    """One thing that a name can mean."""

    kind: str
    """One of `KINDS`."""
    id: str
    name: str
    """Canonical name, label, or words of a statement."""
    weight: int
    """Mentions of an entity, reports of an event, sides of a disagreement, code points of a source or statement."""


def find(
    connection: sqlite3.Connection, name: str, kinds: Collection[str] = KINDS, *, exact: bool = False
) -> list[Named]:
    """Everything of these kinds that `name` means, most mentioned first; one where it is clear, none where nothing.

    An id or a path means what bears it. Else come what is called exactly so (canonical name, alias, label or title;
    case, accents and punctuation ignored), then the entities whose name begins so, then those with words that
    begin so in any order, then events and sources likewise: the first of these that is not empty is the answer.
    Where nothing is called so, a title before it is no matter as long as one person is left. With `exact`, no
    beginning means anything.
    """
    name = name[:MAX_CHARS].encode("utf-8", "replace").decode()
    # Documents that could not be read have no labels, but they have a path.
    with_path = connection.execute("SELECT id FROM sources WHERE path = ?", [name]).fetchall()
    by_id = [found for found in _with_ids(connection, [name, *(id_ for (id_,) in with_path)]) if found.kind in kinds]
    words = split_words(_fold(name))
    if by_id or not words:
        return by_id
    folded = " ".join(words)
    exactly = _labels(connection, Query((Term(words),)), kinds)
    if exact:
        return _with_ids(connection, list(dict.fromkeys(target for text, _, target in exactly if text == folded)))
    begun = _labels(connection, Query(tuple(Term((word,), prefix=True) for word in words)), kinds)
    entities, others = ([label for label in begun if (label[1] in ENTITIES) is wanted] for wanted in (True, False))
    tests: Sequence[tuple[Iterable[Label], Callable[[str], bool]]] = (
        (exactly, lambda text: text == folded), (entities, lambda text: text.startswith(folded)),
        (entities, bool), (others, lambda text: text.startswith(folded)), (others, bool),
    )  # fmt: skip
    for labels, fits in tests:
        targets = dict.fromkeys(target for text, _, target in labels if fits(text))
        if targets:
            return _with_ids(connection, list(targets))
    bare = _without_titles(name)
    found = find(connection, bare, ("person",)) if bare != name and "person" in kinds else []
    return found if len(found) == 1 else []


def _without_titles(name: str) -> str:
    """A name without the titles and ranks before it; a name of nothing else as it is."""
    from dossier import lexis  # noqa: PLC0415 (not needed for a name that is found)

    words = name.split()
    known = lexis.folded_list("titles") | lexis.folded_list("ranks") | lexis.folded_list("occupations")
    at = next((at for at, word in enumerate(words)
               if word.rstrip(".").casefold() not in known and not lexis.title_gender(word)), 0)  # fmt: skip
    return " ".join(words[at:])


def with_id(connection: sqlite3.Connection, id: str) -> Named | None:  # noqa: A002
    """What bears this id, None where nothing does (any more)."""
    if (words := selection_of(id)) is not None:
        return _passage(connection, words)
    return next(iter(_with_ids(connection, [id])), None)


def _passage(connection: sqlite3.Connection, words: Selection) -> Named | None:
    """Words of a source, called by what they say."""
    row = connection.execute(
        "SELECT substr(text, ? + 1, ? - ?) FROM texts WHERE source = ?",
        [words.start, words.end, words.start, words.source]).fetchone()
    if row is None or len(row[0]) != words.end - words.start:
        return None
    return Named("passage", words.id, " ".join(row[0].split()), words.end - words.start)


def nearest(connection: sqlite3.Connection, name: str, kinds: Collection[str] = KINDS, limit: int = 5) -> list[Named]:
    """What is called most like `name`, nearest first, at most `limit`; nothing where nothing is at all like it."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 (not needed for a name that is found)

    labels = [(_fold(text), kind, target) for text, kind, target in connection.execute(
        "SELECT text, kind, target FROM labels") if kind in kinds]  # fmt: skip
    scored = process.extract(
        _fold(name[:MAX_CHARS]), [text for text, _, _ in labels], scorer=fuzz.token_sort_ratio, score_cutoff=NEAR,
        limit=limit * 4)  # fmt: skip
    targets = list(dict.fromkeys(labels[place][2] for _, _, place in scored))[:limit]
    found = {one.id: one for one in _with_ids(connection, targets)}
    return [found[target] for target in targets if target in found]


def _fold(text: str) -> str:
    """Lower case without accents, words with single spaces, so that what the index takes for equal is equal."""
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return " ".join(split_words(plain.lower()))


def _labels(connection: sqlite3.Connection, query: Query, kinds: Collection[str]) -> list[Label]:
    return [(_fold(text), kind, target) for text, kind, target in connection.execute(
        """SELECT text, kind, target FROM labels WHERE id IN
           (SELECT rowid FROM labels_fts WHERE labels_fts MATCH ? LIMIT ?)""",
        [match_expression(query), CANDIDATES]) if kind in kinds]  # fmt: skip


def _with_ids(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Named]:
    """What bears these ids, most mentioned first."""
    marks = placeholders(ids)
    return [Named(*row) for row in connection.execute(
        f"""SELECT kind, id, name, mentions FROM entities WHERE id IN ({marks})
            UNION ALL SELECT 'event', id, label, reports FROM events WHERE id IN ({marks})
            UNION ALL SELECT 'source', id, label, chars FROM sources WHERE id IN ({marks})
            UNION ALL SELECT 'disagreement', id, question, sides FROM disagreements WHERE id IN ({marks})
            UNION ALL SELECT 'statement', t.id, substr(p.text, t.start - p.start + 1, t.end - t.start),
                             t.end - t.start FROM statements t JOIN passages p ON p.id = t.passage
                      WHERE t.id IN ({marks})
            ORDER BY 4 DESC, 3, 2""", [*ids] * 5)]
