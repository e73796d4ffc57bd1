"""Cases of small documents, and when they were published, for the tests of publication dates."""

import re

import edtf

from dossier.annotate.dates import find_dates
from dossier.model.annotation import (
    Annotated,
    Annotations,
    CandidateName,
    Passage,
    PassageKind,
    Sentence,
    Stated,
    Token,
)
from dossier.model.date import Publication
from dossier.model.manifest import Manifest
from dossier.model.source import Source
from dossier.model.span import Span
from dossier.resolve.dates import resolve_dates
from dossier.resolve.published import publications

_NAME = re.compile(r"(?<=[\w,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")


def document(name: str, *paragraphs: str, kinds: dict[int, PassageKind] | None = None, kind: str = "") -> Annotated:
    """A document of such paragraphs, each one sentence whose words in lower case count as nouns, and those with a
    capital within it as names."""
    text = "\n\n".join(paragraphs)
    passages, sentences, names, start = [], [], [], 0
    for number, paragraph in enumerate(paragraphs):
        span = Span(start, start + len(paragraph))
        passages.append(Passage((kinds or {}).get(number, PassageKind.PARAGRAPH), span))
        sentences.append(Sentence(span, number, tuple(_tokens(paragraph, start))))
        spans = [Span(start + found.start(), start + found.end()) for found in _NAME.finditer(paragraph)]
        names += [CandidateName(span, number, "ORG", "model") for span in spans]
        start += len(paragraph) + 2
    stated = (Stated("kind", kind, None, "form of the document"),) if kind else ()
    source = Source(name, f"{name}.txt", name, "text", text, ())
    dates = find_dates(text, passages)
    return Annotated(
        source, Annotations(name, tuple(passages), tuple(sentences), tuple(names), dates, (), (), (), stated)
    )


def _tokens(paragraph: str, start: int) -> list[Token]:
    tokens, at = [], 0
    for word in paragraph.split():
        at = paragraph.index(word, at)
        bare = word.strip(".,")
        pos = "NOUN" if bare.islower() and len(bare) > 3 else "PROPN"
        tokens.append(Token(start + at, start + at + len(bare), bare.lower(), pos, "", "", 0))
        at += len(word)
    return tokens


def published(*case: Annotated, manifest: Manifest | None = None) -> list[Publication]:
    """The publications of a case; every value is EDTF by a library of others."""
    found = publications(case, manifest or Manifest())
    for publication in found:
        if publication.value is not None:
            edtf.parse_edtf(publication.value)
        assert publication.basis
    return list(found)


def values(case: list[Annotated], name: str, manifest: Manifest | None = None) -> list[tuple[str, str | None]]:
    """The words and values of the dates of one document of a case."""
    settings = manifest or Manifest()
    mentions = resolve_dates(case, settings, publications(case, settings))
    return [(mention.text, mention.value) for mention in mentions if mention.source == name]
