"""Footnotes: the words that lines of a text rest on, or what was concluded from them, numbered in order."""

import sqlite3
from collections.abc import Iterator
from itertools import groupby

from dossier.present.cells import clean
from dossier.present.citation import cited_work
from dossier.present.escape import escaped
from dossier.present.passage_text import DisplayedWords
from dossier.store.queries.places import Place, Span, places_of

LONGEST = 400
"""Code points of quoted words; the rest is in the document."""


class Footnotes:
    """Gives out numbers for spans of sources; at the end, the notes."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[Span, str], int] = {}

    def mark(self, span: Span, concluded: str = "") -> str:
        """The mark of the note on these words, and on what was `concluded` from them; the same for the same."""
        return f"[^{self._numbers.setdefault((span, concluded), len(self._numbers) + 1)}]"

    def lines(self, connection: sqlite3.Connection) -> Iterator[str]:
        """The notes in Markdown, in order."""
        found = places_of(connection, [*dict.fromkeys(span for span, _ in self._numbers)])
        if found:
            yield ""
        shown = {source: DisplayedWords(connection, source, [span[1:] for span in spans])
                 for source, spans in groupby(sorted(found), key=lambda span: span[0])}  # fmt: skip
        for (span, concluded), number in self._numbers.items():
            place = found.get(span)
            yield f"[^{number}]: " + (
                _note(place, shown[span[0]].of(*span[1:]), concluded) if place else "The document is gone.")


def _note(place: Place, words: str, concluded: str) -> str:
    """The words and where they stand; of what was concluded where one reads, the line is enough."""
    words = clean(words[:LONGEST]) + "…" * (len(words) > LONGEST)
    where = f"line {lines_of(place)}" if concluded else citation(place)
    quoted = f"“{escaped(words)}” — {escaped(where)}" if words.strip() else escaped(where)
    return f"{escaped(clean(concluded))} — {quoted}" if concluded else quoted


def lines_of(place: Place) -> str:
    """The lines of the file, `3–5`."""
    return str(place.first) if place.first >= place.last else f"{place.first}–{place.last}"


def citation(place: Place) -> str:
    """Author, title, publisher, date, file and lines: `Ada Byrne, The loss of the Halcyon, 4 Mar 1911, a.md:3–5`."""
    return cited_work(place, f"{place.path}:{lines_of(place)}")
