"""Footnotes: the words that lines of a text rest on, numbered in order, each with its citation."""

import sqlite3
from collections.abc import Iterator

from dossier.present.cells import clean
from dossier.present.dates import UNDATED, date_words
from dossier.present.escape import escaped
from dossier.store.queries.places import Place, Span, places_of

LONGEST = 400
"""Code points of quoted words; the rest is in the document."""


class Footnotes:
    """Gives out numbers for spans of sources; at the end, the notes."""

    def __init__(self) -> None:
        self._numbers: dict[Span, int] = {}

    def mark(self, span: Span) -> str:
        """The mark of the note on these words, the same for the same words."""
        return f"[^{self._numbers.setdefault(span, len(self._numbers) + 1)}]"

    def lines(self, connection: sqlite3.Connection) -> Iterator[str]:
        """The notes in Markdown, in order."""
        found = places_of(connection, [*self._numbers])
        if found:
            yield ""
        for span, number in self._numbers.items():
            place = found.get(span)
            yield f"[^{number}]: " + (_note(place) if place else "The document is gone.")


def _note(place: Place) -> str:
    words = clean(place.words[:LONGEST]) + "…" * (len(place.words) > LONGEST)
    return f"“{escaped(words)}” — {escaped(citation(place))}" if words.strip() else escaped(citation(place))


def citation(place: Place) -> str:
    """Author, title, publisher, date, file and lines: `Ada Byrne, The loss of the Halcyon, 4 Mar 1911, a.md:3–5`."""
    published = date_words(place.published) if place.published else UNDATED
    if place.published and place.published_inferred:
        published += " (inferred)"
    lines = str(place.first) if place.first >= place.last else f"{place.first}–{place.last}"
    named = (place.author, place.title or place.label, place.publisher, published, f"{place.path}:{lines}")
    return clean(", ".join(filter(None, named)))
