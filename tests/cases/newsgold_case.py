"""An invented news case (`news/CASE`): its documents, what an expert extracts from them, an export to hold against it.

Offsets are half-open code points of a document's text, as the program's own are.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

NEWS = Path(__file__).parent / "news"
FIRST = ("A-plant", "B-minister", "C-ship", "D-chalice", "E-takeover", "F-bridge", "G-carrow", "H-harrier",
         "I-lathosin", "J-water")  # fmt: skip
LATER = ("K-potassium", "L-terlinden", "M-sarghan", "N-ballpark")
"""Written when most rules stood, in more kinds of prose."""
CASES = (*FIRST, *LATER)
KINDS = ("people", "organizations", "places", "vehicles")


class Passage(NamedTuple):
    """A stretch of one document, by its file name."""

    document: str
    start: int
    end: int

    @property
    def size(self) -> int:
        """Code points in it."""
        return self.end - self.start

    def shared(self, other: "Passage") -> int:
        """How many code points both have."""
        if self.document != other.document:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True)
class Case:
    """What `gold.json` says of a case, and the text of its documents by file name."""

    gold: dict[str, Any]
    texts: dict[str, str]

    @classmethod
    def named(cls, name: str) -> "Case":
        """The case in `news/NAME`; OSError when there is none."""
        folder = NEWS / name
        gold = json.loads((folder / "gold.json").read_text("utf-8"))
        # Bytes, since reading as text would turn CR LF into one code point.
        return cls(gold, {path.name: path.read_bytes().decode() for path in sorted((folder / "docs").iterdir())})

    def words(self, passage: Passage) -> str:
        """The words of a passage."""
        return self.texts[passage.document][passage.start : passage.end]

    def show(self, passage: Passage) -> str:
        """A passage for a person: where it is and what it says."""
        return f"{passage.document}:{passage.start}-{passage.end} {self.words(passage)!r}"

    def letters(self, passage: Passage) -> set[int]:
        """Where its letters and digits are; quotation marks, points and spaces count for nothing."""
        return {place for place, sign in enumerate(self.words(passage), passage.start) if sign.isalnum()}

    def occurrences(self, document: str, words: str) -> Iterator[Passage]:
        """Every place where exactly these words stand in a document, in order."""
        start = self.texts[document].find(words)
        while start >= 0:
            yield Passage(document, start, start + len(words))
            start = self.texts[document].find(words, start + 1)

    def first(self, passages: Iterable[tuple[str, str]]) -> list[Passage]:
        """The first occurrence of each (document, words); nothing for words that are not there."""
        return [found for document, words in passages for found in list(self.occurrences(document, words))[:1]]

    def every(self, passages: Iterable[tuple[str, str]]) -> list[Passage]:
        """All occurrences of each (document, words)."""
        return [found for document, words in passages for found in self.occurrences(document, words)]

    def dates(self) -> list[tuple[Passage, dict[str, Any]]]:
        """The gold's date expressions with their places: the `nth` (from 1) occurrence of the words."""
        placed = []
        for document in self.texts:
            for date in self.gold["dates"]:
                found = list(self.occurrences(document, date["text"])) if date["doc"] == document else []
                placed += [(place, date) for place in found[date["nth"] - 1 : date["nth"]]]
        return placed


class Export:
    """What `dossier export --format json` says of a case."""

    def __init__(self, case: Case, found: dict[str, Any]) -> None:
        self._case, self._found = case, found
        files = {source["id"]: Path(source["path"]).name for source in found["sources"]}
        self._documents = {identity: name for identity, name in files.items() if name in case.texts}

    def of(self, kind: str) -> list[dict[str, Any]]:
        """Its records of one kind (`people`, `events`, …)."""
        records: list[dict[str, Any]] = self._found.get(kind, [])
        return records

    def passage(self, record: dict[str, Any]) -> Passage | None:
        """Where a record stands; None when it is of no document of the case."""
        document = self._documents.get(record["source"])
        return Passage(document, record["start"], record["end"]) if document else None

    def passages(self, records: Iterable[dict[str, Any]]) -> list[Passage]:
        """Where records stand, without those that are of no document of the case."""
        return [place for record in records if (place := self.passage(record))]

    def displaced(self) -> list[dict[str, Any]]:
        """Everything exported whose `text` is not what the document has at its `start` and `end`."""
        return [r for r in _nested(self._found) if (at := self.passage(r)) and self._case.words(at) != r["text"]]


def _nested(value: object) -> Iterator[dict[str, Any]]:
    """All objects in a JSON value that say where their words stand."""
    if isinstance(value, dict):
        if {"source", "start", "text"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _nested(inner)


@dataclass
class Outcome:
    """The figures of one kind of finding, and a line about everything that lowers them."""

    figures: dict[str, float] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def rate(self, name: str, right: int, given: int, wanted: int) -> None:
        """Adds precision, recall and F1 of a finding; all are 1 where nothing is wanted and nothing given."""
        nothing = not given and not wanted
        precision, recall = (1.0, 1.0) if nothing else (ratio(right, given), ratio(right, wanted))
        self.figures |= {f"{name}p": precision, f"{name}r": recall, f"{name}f1": f1(precision, recall)}


def ratio(part: float, whole: float) -> float:
    """The share of a whole; 0 of nothing."""
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of two shares."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def one_to_one(pairs: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """Second to third of these, each of them once: the pairs of the smallest first number go first."""
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in partners and j not in taken:
            partners[i] = j
            taken.add(j)
    return partners
