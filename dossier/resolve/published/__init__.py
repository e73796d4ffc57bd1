"""When each document of a case was published: stated by the reader or by itself, else inferred as an interval.

An inferred value never looks stated: it is an interval with its reasons, and uncertain (`?`) where it rests on how
news is written rather than on words.
"""

from collections.abc import Mapping, Sequence

from dossier.model.annotation import Annotated
from dossier.model.date import Publication
from dossier.model.manifest import Manifest
from dossier.resolve.dates.anchors import kind_of, reports
from dossier.resolve.published.cited import by_citations, cited_works
from dossier.resolve.published.copies import copies
from dossier.resolve.published.own import by_full_dates, by_partial_dates, within_week
from dossier.resolve.published.stated import given, stated
from dossier.resolve.published.window import Window
from dossier.resolve.published.wording import Phrasebook

__all__ = ["publications"]


def publications(case: Sequence[Annotated], manifest: Manifest) -> tuple[Publication, ...]:
    """When each document was published, in the order of the case. The manifest always wins; documents that state
    their date keep it; of the rest, each is looked at in its own words and in the light of the others."""
    known = {
        document.source.id: given(document, manifest.sources.get(document.source.path, {})) or stated(document)
        for document in case
    }
    undated = [document for document in case if known[document.source.id] is None]
    windows = _windows(case, undated, manifest) if undated else {}
    return tuple(
        known[document.source.id] or _inferred(document.source.id, windows[document.source.id]) for document in case
    )


def _inferred(source: str, window: Window) -> Publication:
    reasons = window.reasons or "nothing in the case tells when it was published"
    return Publication(source, window.edtf(), True, None, reasons)


def _windows(case: Sequence[Annotated], undated: Sequence[Annotated], manifest: Manifest) -> dict[str, Window]:
    book, works = Phrasebook(case), cited_works(case)
    windows = {}
    for document in undated:
        window = by_citations(Window(), document, works)
        window = by_full_dates(window, document)
        window = book.by_days(window, document)
        window = book.by_phrases(window, document.source.id)
        if reports(document.annotations.dates, kind_of(document, manifest)):
            window = within_week(by_partial_dates(window, document), document)
        windows[document.source.id] = window
    return _by_copies(windows, undated)


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
