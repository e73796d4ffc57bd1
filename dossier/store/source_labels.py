"""What sources are called in a list: their title, else whose letter it is, else how they begin; no two alike."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from dossier.model.annotation import PassageKind
from dossier.model.dossier import Document
from dossier.model.span import Span

LABEL_LENGTH = 60
"""Code points of a label made from a source's first sentence; a title is never cut."""

_LABELLED = {PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.QUOTE, PassageKind.LIST_ITEM}
_PERSONAL = frozenset({"letter", "e-mail"})
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[^\s\w]*[A-ZÀ-Þ0-9])")


def source_labels(documents: Sequence[Document]) -> Mapping[str, str]:
    """The label of each source by its id. Where several would be called the same, each has the day that it states for
    itself, too, in its own words (`Letter of Ada Byrne, 2 December 1958`); where that does not tell them apart either,
    the name of its file in brackets, else its path."""
    told = {document.source.id: label(document) for document in documents}
    for further in (_with_day, _with_file, _with_path):
        counts = Counter(name.casefold() for name in told.values())
        alike = [document for document in documents if counts[told[document.source.id].casefold()] > 1]
        told |= {document.source.id: further(document) for document in alike}
    return told


def label(document: Document) -> str:
    """What to call a source in a list: its title; else whose letter it is; else how its text begins, else its file."""
    known = {attribute.field: attribute.value for attribute in reversed(document.attributes)}
    if title := known.get("title", ""):
        return title
    file = _file(document)
    if (kind := known.get("kind", "")) in _PERSONAL:
        # Such a document begins with an address or with whom it is written to.
        return f"{kind.capitalize()} of {known['author']}" if "author" in known else file
    return _opening(document) or file


def _file(document: Document) -> str:
    return PurePosixPath(document.source.path).name


def _with_day(document: Document) -> str:
    day = _day(document)
    return f"{label(document)}{day}" if day else _with_file(document)


def _with_file(document: Document) -> str:
    return f"{label(document)}{_day(document)} ({_file(document)})"


def _with_path(document: Document) -> str:
    return f"{label(document)}{_day(document)} ({document.source.path})"


def _day(document: Document) -> str:
    """The day of a source as its text states it, behind a comma; nothing where it states none."""
    given = (one for one in document.attributes if one.field == "published" and not one.inferred)
    stated = next(given, None)
    if stated is None:
        return ""
    words = stated.span.of(document.source.text) if stated.span is not None else stated.value
    return f", {' '.join(words.split())}"


def _opening(document: Document) -> str:
    """The first sentence of the first passage that says something, cut at a word where it is long."""
    for passage in document.passages:
        if passage.kind in _LABELLED:
            words = " ".join(_visible(document.source.text, passage.span, passage.marks).split())
            sentence = _SENTENCE_END.split(words, maxsplit=1)[0]
            if len(sentence) <= LABEL_LENGTH:
                return sentence
            return sentence[:LABEL_LENGTH].rsplit(" ", 1)[0].rstrip(",;:–—- ") + "…"
    return ""


def _visible(text: str, span: Span, marks: Sequence[Span]) -> str:
    """The words of a passage without the syntax of its format."""
    parts, at = [], span.start
    for mark in sorted(marks):
        parts.append(text[at : max(at, mark.start)])
        at = max(at, mark.end)
    return "".join([*parts, text[at : span.end]])
