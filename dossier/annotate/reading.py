"""Passages through the language model: sentences with tokens, and the names it sees, in the source's offsets."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dossier.annotate.script import is_foreign
from dossier.annotate.view import View, clean_view
from dossier.model.annotation import CandidateName, Passage, PassageKind, Sentence, Token
from dossier.model.span import Span

if TYPE_CHECKING:
    from dossier.annotate.language import Pipeline

LONGEST_TEXT = 20_000
"""Code points given to the model as one text: its memory grows with the longest (its own limit is 1,000,000)."""

_UNREAD = frozenset({PassageKind.REFERENCE, PassageKind.BOILERPLATE})
"""Passages without sentences: the model sees names in titles and buttons that are none."""
_SEPARATOR = re.compile(r"[\s:|]*")


def read_passages(
    text: str, passages: Sequence[Passage], footnotes: Sequence[Span], pipeline: "Pipeline"
) -> tuple[tuple[Sentence, ...], tuple[CandidateName, ...]]:
    """Read every passage that holds sentences: these, in order, and the model's names (origin `model`).

    Passages that are not in the model's language are left out: what it sees there is invented.
    `footnotes` are the markers that the model is not shown, in order.
    """
    views = [
        (number, view)
        for number, passage in enumerate(passages)
        for view in _views(text, passage, footnotes)
        if not is_foreign(view.text, pipeline.language)
    ]
    readings = pipeline.read(view.text for _, view in views)
    sentences: list[Sentence] = []
    names: list[CandidateName] = []
    for (number, view), reading in zip(views, readings, strict=True):
        sentences += [_sentence(view, number, tokens) for tokens in reading.sentences]
        names += [
            CandidateName(view.span(start, end), number, label, "model") for start, end, label in reading.entities
        ]
    return tuple(sentences), tuple(names)


def _views(text: str, passage: Passage, footnotes: Sequence[Span]) -> Iterator[View]:
    if passage.kind in _UNREAD:
        return
    start = passage.span.start
    if passage.label:
        found = _SEPARATOR.match(text, passage.label.end, passage.span.end)
        start = found.end() if found else passage.label.end
    own = footnotes[bisect_left(footnotes, passage.span) : bisect_left(footnotes, Span(passage.span.end, 0))]
    for span in _parts(text, Span(start, passage.span.end)):
        view = clean_view(text, span, passage.marks, own)
        if any(character.isalnum() for character in view.text):
            yield view


def _parts(text: str, span: Span) -> Iterator[Span]:
    """Pieces the model can take at once, cut behind a sentence where there is one, else at a blank."""
    start = span.start
    while span.end - start > LONGEST_TEXT:
        limit = start + LONGEST_TEXT
        cut = max(text.rfind(mark, start + LONGEST_TEXT // 2, limit) for mark in (". ", ".\n", "? ", "! "))
        cut = cut + 1 if cut >= 0 else max(text.rfind(" ", start + 1, limit), text.rfind("\n", start + 1, limit))
        cut = cut if cut > start else limit
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def _sentence(view: View, passage: int, tokens: Sequence[Token]) -> Sentence:
    moved = tuple(
        Token(origin.start, origin.end, token.lemma, token.pos, token.tag, token.dep, token.head)
        for token in tokens
        for origin in (view.span(token.start, token.end),)
    )
    return Sentence(Span(moved[0].start, moved[-1].end), passage, moved)
