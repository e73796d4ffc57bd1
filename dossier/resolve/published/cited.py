"""What the reference lists of other documents tell of a document: when a work of its title was published and read."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.model.annotation import Annotated
from dossier.model.span import Span
from dossier.resolve.dates.arithmetic import day_bounds
from dossier.resolve.dates.whole import stated_value
from dossier.resolve.published.window import Window, end_value

LONG = 4
"""A title of fewer words may be that of many works."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Cited:
    """An entry of a reference list: where it stands, and the EDTF of its dates."""

    source: str
    path: str
    published: str | None
    accessed: str | None


def cited_works(case: Sequence[Annotated]) -> Mapping[str, Sequence[Cited]]:
    """The dated entries of all reference lists of a case, by the words of their titles."""
    works: dict[str, list[Cited]] = defaultdict(list)
    for document in case:
        for entry in document.annotations.references:
            published, accessed = _value(document, entry.published), _value(document, entry.accessed)
            key = _key(entry.title.of(document.source.text)) if entry.title else ""
            if key and (published or accessed):
                works[key].append(Cited(document.source.id, document.source.path, published, accessed))
    return works


def by_citations(window: Window, document: Annotated, works: Mapping[str, Sequence[Cited]]) -> Window:
    """A window narrowed by the entries of other documents that have the title which this one states."""
    titles = (statement.value for statement in document.annotations.stated if statement.field == "title")
    for cited in works.get(_key(next(titles, "")), ()):
        if cited.source == document.source.id:
            continue
        first, last = day_bounds(cited.published)
        if cited.published and first and last:
            reason = f"{cited.path} cites a work of its title of {cited.published}"
            window = window.after(first, reason, value=end_value(cited.published, 0))
            window = window.before(last, reason, value=end_value(cited.published, -1))
        read = day_bounds(cited.accessed)[1]
        if cited.accessed and read:
            reason = f"{cited.path} read a work of its title on {cited.accessed}"
            window = window.before(read, reason, value=end_value(cited.accessed, -1))
    return window


def _key(title: str) -> str:
    words = _WORD.findall(title.casefold())
    return " ".join(words) if len(words) >= LONG else ""


def _value(document: Annotated, span: Span | None) -> str | None:
    """EDTF of the date that stands in a span of a reference."""
    found = (e for e in document.annotations.dates if span and e.span.overlaps(span))
    return next(filter(None, map(stated_value, found)), None)
