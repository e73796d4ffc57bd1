"""Fixtures: invented texts through the real language model, with names and dates given by the test."""

import hashlib
import re

import pytest

from dossier.annotate import annotate
from dossier.assemble.readings import readings
from dossier.model.annotation import Annotated
from dossier.model.date import DateMeaning, DateMention
from dossier.model.entity import Entity, EntityKind, Mention
from dossier.model.manifest import DEFAULT_MODEL
from dossier.model.resolution import Resolution
from dossier.model.source import Source
from dossier.model.span import Span
from dossier.read.plain import plain_blocks


@pytest.fixture(scope="session")
def pipeline():
    """The default model; imported late, because it takes a second and most tests need none."""
    from dossier.annotate.language import Pipeline  # noqa: PLC0415

    return Pipeline(DEFAULT_MODEL)


@pytest.fixture
def read(pipeline):
    """A Reading of `text`; `people` and `places` map an id to the words that name it, `dates` words to EDTF."""

    def make(text, people=None, organizations=None, dates=None, blocks=plain_blocks):
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        source = Source("s1", "one.txt", sha256, "text", text, blocks(text))
        document = Annotated(source, annotate(source, pipeline))
        named = {EntityKind.PERSON: people or {}, EntityKind.ORGANIZATION: organizations or {}}
        entities = tuple(_entity(text, i, kind, words) for kind, given in named.items() for i, words in given.items())
        return readings([document], Resolution(entities, tuple(_dates(text, dates or {})), ()))[0]

    return make


@pytest.fixture
def read_case(pipeline):
    """Readings of several texts as one case, sources `s1`, `s2`, …, in which `people` and `organizations` map an id to
    the words that name it."""

    def make(*texts, people=None, organizations=None):
        case = []
        for number, text in enumerate(texts, 1):
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            source = Source(f"s{number}", f"{number}.txt", sha256, "text", text, plain_blocks(text))
            case.append(Annotated(source, annotate(source, pipeline)))
        named = {EntityKind.PERSON: people or {}, EntityKind.ORGANIZATION: organizations or {}}
        entities = tuple(_case_entity(case, i, kind, w) for kind, given in named.items() for i, w in given.items())
        return readings(case, Resolution(entities, (), ()))

    return make


def _case_entity(case, identity, kind, words):
    mentions = tuple(
        Mention(document.source.id, Span(m.start(), m.end()), 0, m.group(), kind, "name", "given")
        for document in case
        for m in re.finditer(words, document.source.text)
    )
    return Entity(identity, kind, words, words, (words,), "mentioned", (), mentions)


def _entity(text, identity, kind, words):
    spans = [Span(m.start(), m.end()) for m in re.finditer(words, text)]
    mentions = tuple(Mention("s1", span, 0, span.of(text), kind, "name", "given") for span in spans)
    return Entity(identity, kind, words, words, (words,), "mentioned", (), mentions)


def _dates(text, dates):
    for words, value in dates.items():
        start = text.index(words)
        yield DateMention("s1", Span(start, start + len(words)), 0, words, value, DateMeaning.HAPPENED, "stated")
