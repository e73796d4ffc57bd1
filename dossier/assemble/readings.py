"""The documents of a case as readings: each joined with what the case resolved of it, its sentences put right where
only names and dates tell that the parser was misled."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from dossier import lexis
from dossier.assemble.mending import cut_before, mended, with_own_subject
from dossier.assemble.reading import Named, Reading
from dossier.assemble.transcripts import transcript
from dossier.model.annotation import Annotated
from dossier.model.date import DateMention
from dossier.model.entity import Entity, EntityKind
from dossier.model.resolution import Resolution
from dossier.model.span import Span

_TITLE = 16
"""Code points in which a form of address before a name is looked for."""


def readings(case: Sequence[Annotated], resolution: Resolution) -> tuple[Reading, ...]:
    """Join each document of a case with its part of the resolution, in the order of the documents."""
    named: dict[str, list[Named]] = {document.source.id: [] for document in case}
    described: dict[str, list[Named]] = {document.source.id: [] for document in case}
    texts = {document.source.id: document.source.text for document in case}
    authors: dict[str, Named] = {}
    for entity in resolution.entities:
        gender = _gender(entity, texts)
        written = (source for source, author in resolution.authors.items() if author == entity.id)
        authors |= {source: Named(_first(entity, source), entity.id, entity.kind, gender) for source in written}
        for mention in entity.mentions:
            held = named if mention.form == "name" else described
            held[mention.source].append(Named(mention.span, entity.id, entity.kind, gender))
    dates = {source: tuple(group) for source, group in groupby(_in_order(resolution.dates), lambda d: d.source)}
    published = {publication.source: publication for publication in resolution.publications}
    return tuple(
        _unlabelled(
            Reading(
                position,
                _mended(document, dates.get(document.source.id, ())),
                _by_offset(named[document.source.id]),
                dates.get(document.source.id, ()),
                published.get(document.source.id),
                _by_offset(described[document.source.id]),
                authors.get(document.source.id),
            )
        )
        for position, document in enumerate(case)
    )


def _first(entity: Entity, source: str) -> Span:
    """The first mention of somebody in a source; an empty span where there is none."""
    return next((mention.span for mention in entity.named if mention.source == source), Span(0, 0))


def _mended(document: Annotated, dates: Sequence[DateMention]) -> Annotated:
    """The document with what the parser made of its sentences put right, now that the dates are known."""
    sentences = [with_own_subject(sentence) for sentence in document.annotations.sentences]
    starts = [sentence.span.start for sentence in sentences]
    for date in dates:
        at = bisect_right(starts, date.span.start) - 1
        if at >= 0:
            sentences[at] = mended(sentences[at], date.span)
    if all(one is other for one, other in zip(sentences, document.annotations.sentences, strict=True)):
        return document
    return replace(document, annotations=replace(document.annotations, sentences=tuple(sentences)))


def _unlabelled(reading: Reading) -> Reading:
    """The reading, the sentences of a transcript without the labels that open its turns: nobody says who speaks."""
    words = {turn.passage: turn.words.start for turn in transcript(reading)}
    if not words:
        return reading
    behind = [(s, words.get(s.passage, s.span.start)) for s in reading.sentences]
    sentences = tuple(cut_before(s, start) for s, start in behind if s.span.end > start)
    annotations = replace(reading.document.annotations, sentences=sentences)
    return replace(reading, document=replace(reading.document, annotations=annotations))


def _gender(entity: Entity, texts: Mapping[str, str]) -> str:
    """`m` or `f` where the forms of address before a person's name, or else the given name, tell it."""
    if entity.kind is not EntityKind.PERSON:
        return ""
    titles = (_word_before(texts[m.source], m.span) for m in entity.named)
    told = {lexis.title_gender(word) for word in titles if word} - {""}
    if not told:
        told = {lexis.name_gender(name.split()[0]) for name in entity.aliases if " " in name} - {""}
    return told.pop() if len(told) == 1 else ""


def _word_before(text: str, span: Span) -> str:
    """The last word before a mention, or the first of it: where a form of address stands."""
    first = span.of(text).split(maxsplit=1)[0] if span.of(text).strip() else ""
    if lexis.title_gender(first):
        return first
    words = text[max(0, span.start - _TITLE) : span.start].split()
    return words[-1] if words else ""


def _by_offset(named: Iterable[Named]) -> tuple[Named, ...]:
    return tuple(sorted(named, key=lambda n: (n.span, n.entity)))


def _in_order(dates: Iterable[DateMention]) -> list[DateMention]:
    return sorted(dates, key=lambda d: (d.source, d.span))
