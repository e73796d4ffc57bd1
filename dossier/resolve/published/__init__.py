"""When each document of a case was published: stated by the reader or by itself, else inferred as an interval.

An inferred value never looks stated: it is an interval or a day with its reasons, and uncertain (`?`) where it rests
on how news is written rather than on words. What is inferred of one document is evidence for the others of its
affair; so those that are still open are gone through a few times, each time in the light of what was known before.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from dossier.model.annotation import Annotated
from dossier.model.date import Publication
from dossier.model.manifest import Manifest
from dossier.resolve.dates.anchors import kind_of, reports
from dossier.resolve.published.address import by_address
from dossier.resolve.published.chronicle import Chronicle, Sentences, known
from dossier.resolve.published.cited import by_citations, cited_works
from dossier.resolve.published.copies import copies
from dossier.resolve.published.own import by_full_dates, by_partial_dates, within_week
from dossier.resolve.published.related import related
from dossier.resolve.published.stated import given, stated
from dossier.resolve.published.weekdays import by_weekdays
from dossier.resolve.published.window import Window
from dossier.resolve.published.wording import Phrasebook
from dossier.resolve.published.yearless import yearless
from dossier.resolve.published.years import by_year, while_fresh

__all__ = ["publications"]

ROUNDS = 3
"""A document that is dated by another dates a third one in the next round; chains are seldom longer."""


def publications(case: Sequence[Annotated], manifest: Manifest) -> tuple[Publication, ...]:
    """When each document was published, in the order of the case. The manifest always wins; documents that state
    their date keep it; of the rest, each is looked at in its own words and in the light of the others."""
    settled = {
        document.source.id: given(document, manifest.sources.get(document.source.path, {})) or stated(document)
        for document in case
    }
    if None in settled.values():
        windows = _Affairs(case, manifest, settled).windows()
        settled |= {source: _inferred(source, window) for source, window in windows.items()}
    return tuple(found for document in case if (found := settled[document.source.id]))


def _inferred(source: str, window: Window) -> Publication:
    reasons = window.reasons or "nothing in the case tells when it was published"
    return Publication(source, window.edtf(), True, None, reasons)


class _Affairs:
    """The documents of a case with those related to each, and what is known of their publication."""

    def __init__(
        self, case: Sequence[Annotated], manifest: Manifest, settled: Mapping[str, Publication | None]
    ) -> None:
        self._documents = {document.source.id: document for document in case}
        self._entries = manifest.sources
        self._kinds = {document.source.id: kind_of(document, manifest) for document in case}
        self._undated = [document for document in case if settled[document.source.id] is None]
        undated = [document.source.id for document in self._undated]
        self._related = related(case, undated)
        self._book, self._works = Phrasebook(case), cited_works(case)
        self._yearless = {document.source.id: yearless(document) for document in self._undated}
        self._known = {source: found.value for source, found in settled.items() if found}
        self._read: dict[str, Sentences] = {}
        self._chronicles: dict[tuple[str, str | None], Chronicle] = {}

    def windows(self) -> dict[str, Window]:
        """The windows of the documents that do not state their day."""
        alone = {document.source.id: self._alone(document) for document in self._undated}
        self._known |= {source: known(window) for source, window in alone.items()}
        windows, waiting = dict(alone), [d for d in self._undated if self._speaks(d)]
        for _ in range(ROUNDS):
            found = {document.source.id: self._beside(alone[document.source.id], document) for document in waiting}
            windows |= found
            self._known |= {source: known(window) for source, window in found.items()}
            waiting = [document for document in waiting if not windows[document.source.id].narrow]
        windows = _by_copies(windows, self._undated)
        speaking = [document.source.id for document in self._undated if self._speaks(document)]
        return windows | {source: while_fresh(windows[source], self._yearless[source]) for source in speaking}

    def _speaks(self, document: Annotated) -> bool:
        """Whether a document speaks from its own day, as news and letters do."""
        source = document.source.id
        return bool(self._yearless[source].own) or reports(document.annotations.dates, self._kinds[source])

    def _alone(self, document: Annotated) -> Window:
        """What words alone tell: its own full dates, reference lists, and events that others date in the same words."""
        window = by_citations(Window(), document, self._works)
        window = by_full_dates(window, document)
        window = by_address(window, document, self._entries.get(document.source.path, {}))
        near = {other.source.id for other in self._related[document.source.id]}
        return self._book.by_phrases(window, document.source.id, near)

    def _beside(self, window: Window, document: Annotated) -> Window:
        """What a report tells of days without a year or date, beside the documents of its affair."""
        source = document.source.id
        told = self._yearless[source]
        others = [self._chronicle(other.source.id) for other in self._related[source]]
        window = by_year(window, document, self._sentences(source), told, others) if told else window
        if told.own:
            return window
        window = by_weekdays(window, document, self._sentences(source), others)
        affair = max((day for other in others for day in other.published), default=date.min)
        return within_week(by_partial_dates(window, document, affair), document)

    def _chronicle(self, source: str) -> Chronicle:
        key = source, self._known.get(source)
        if key not in self._chronicles:
            document, sentences = self._documents[source], self._sentences(source)
            self._chronicles[key] = Chronicle(document, sentences, key[1], self._kinds[source])
        return self._chronicles[key]

    def _sentences(self, source: str) -> Sentences:
        if source not in self._read:
            self._read[source] = Sentences(self._documents[source])
        return self._read[source]


def _by_copies(windows: Mapping[str, Window], undated: Sequence[Annotated]) -> dict[str, Window]:
    """Documents without a later bound that share much of their text with one that has one are of the same time."""
    paths = {document.source.id: document.source.path for document in undated}
    near = copies({document.source.id: document.source.text for document in undated})
    result = dict(windows)
    for source, window in windows.items():
        other = next((other for other in near[source] if windows[other].latest), None)
        if window.latest is None and other:
            model = windows[other]
            reason = f"shares long passages with {paths[other]}, published {model.edtf()}"
            result[source] = window.assuming(model, reason)
    return result
