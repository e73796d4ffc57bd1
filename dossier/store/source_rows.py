"""Rows of what was read: sources, their texts, attributes and passages, and what could not be read."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

import msgspec

from dossier.model.annotation import Passage, PassageKind
from dossier.model.dossier import Document, Dossier
from dossier.model.edtf import bounds
from dossier.model.source import Fault
from dossier.model.span import Span
from dossier.store.source_labels import source_labels

Rows = Iterable[dict[str, Any]]

_FIELDS = ("title", "publisher", "author", "published", "kind", "language")


def source_tables(dossier: Dossier) -> Iterator[tuple[str, Rows]]:
    """Each table's name with its rows. How many people and events a source has is counted in the database."""
    documents = dossier.documents
    yield "sources", _sources(dossier)
    yield "texts", ({"source": document.source.id, "text": document.source.text} for document in documents)
    yield "attributes", (row for document in documents for row in _attributes(document))
    yield "passages", _passages(documents)
    yield "faults", (
        {"path": storable(fault.path), "stage": fault.stage, "reason": storable(fault.reason)}
        for fault in dossier.faults
    )


def passage_ids(documents: Sequence[Document]) -> dict[tuple[str, int], int]:
    """The row id of every passage, by the id of its source and its index there."""
    keys = [(document.source.id, index) for document in documents for index in range(len(document.passages))]
    return {key: row for row, key in enumerate(keys, start=1)}


def span_json(spans: Iterable[Span]) -> str:
    """Spans as a JSON array of `[start, end]` pairs, in code points of the source's text."""
    return msgspec.json.encode([(span.start, span.end) for span in spans]).decode()


def storable(text: str) -> str:
    """Text as SQLite can hold it: a file name that is no UTF-8 has lone surrogates, which become `�`."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _sources(dossier: Dossier) -> Iterator[dict[str, Any]]:
    reasons = {fault.path: fault.reason for fault in dossier.faults}
    labels = source_labels(dossier.documents)
    for position, document in enumerate(dossier.documents):
        source = document.source
        given = {attribute.field: attribute for attribute in reversed(document.attributes)}
        published = given.get("published")
        yield {
            "id": source.id, "position": position, "path": storable(source.path), "sha256": source.sha256,
            "format": source.format, "label": storable(labels[source.id]),
            **{name: given[name].value if name in given else None for name in _FIELDS},
            "published_inferred": int(published.inferred) if published else 0,
            "published_earliest": bounds(published.value)[0] if published else None,
            "published_latest": bounds(published.value)[1] if published else None,
            "chars": len(source.text), "fault": storable(reasons.pop(source.path, "")) or None,
        }  # fmt: skip
    for position, fault in enumerate(dossier.faults, start=len(dossier.documents)):
        if fault.path in reasons:
            del reasons[fault.path]
            yield _unread(fault, position)


def _unread(fault: Fault, position: int) -> dict[str, Any]:
    """The row of a document of which nothing could be read: named, and with the reason."""
    path = storable(fault.path)
    return {
        "id": "unread-" + hashlib.sha256(fault.path.encode("utf-8", "surrogateescape")).hexdigest()[:16],
        "position": position, "path": path, "sha256": None, "format": None, "label": PurePosixPath(path).name,
        **dict.fromkeys(_FIELDS), "published_inferred": 0, "published_earliest": None,
        "published_latest": None, "chars": 0, "fault": storable(fault.reason),
    }  # fmt: skip


def _attributes(document: Document) -> Iterator[dict[str, Any]]:
    for attribute in document.attributes:
        yield {
            "source": document.source.id, "field": attribute.field, "value": attribute.value,
            "inferred": int(attribute.inferred), "start": attribute.span.start if attribute.span else None,
            "end": attribute.span.end if attribute.span else None, "basis": attribute.basis,
        }  # fmt: skip


def _passages(documents: Sequence[Document]) -> Iterator[dict[str, Any]]:
    ids = passage_ids(documents)
    for document in documents:
        source, line, counted = document.source, 1, 0
        for position, passage in enumerate(document.passages):
            # Lines as grep and editors count them, so that `path:line` can be followed.
            line += source.text.count("\n", counted, passage.span.start)
            counted = max(counted, passage.span.start)
            original = passage.duplicate_of
            yield {
                "id": ids[source.id, position], "source": source.id, "position": position,
                "kind": passage.kind.value, "level": passage.level, "start": passage.span.start,
                "end": passage.span.end, "line": line, "text": passage.span.of(source.text),
                "marks": span_json(_marks(passage, source.text)),
                "duplicate_of": None if original is None else ids[source.id, original],
            }  # fmt: skip


def _marks(passage: Passage, text: str) -> tuple[Span, ...]:
    """What a reader need not see of a passage; and, empty, the seam of a line whose label is glued to its value, where
    the mark between two cells was lost (`Launch date6 June 2018`)."""
    label = passage.label
    if label is None or passage.kind is not PassageKind.TABLE_ROW:
        return passage.marks
    follows, marked = text[label.end : label.end + 1], any(mark.start == label.end for mark in passage.marks)
    if marked or follows.isspace() or follows in ":|":
        return passage.marks
    return tuple(sorted((*passage.marks, Span(label.end, label.end))))
