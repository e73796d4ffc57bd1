"""Small cases of invented texts, through every stage up to what their sources differ on."""

import hashlib

import pytest

from dossier.annotate import annotate
from dossier.assemble import assemble
from dossier.model.annotation import Annotated
from dossier.model.manifest import Manifest
from dossier.model.source import Source
from dossier.read.plain import plain_blocks
from dossier.resolve import resolve


@pytest.fixture
def case(pipeline):
    """Annotated documents out of texts."""

    def make(*texts):
        sources = [
            Source(f"s{n}", f"{n}.txt", hashlib.sha256(text.encode()).hexdigest(), "text", text, plain_blocks(text))
            for n, text in enumerate(texts)
        ]
        return [Annotated(source, annotate(source, pipeline)) for source in sources]

    return make


@pytest.fixture
def compare(case):
    """The matters of some texts, each as it is read by a person: attribute, kind, and the words of each side."""

    def make(*texts):
        documents = case(*texts)
        matters = assemble(documents, resolve(documents, Manifest())).matters
        return [Shown(matter, {d.source.id: d.source.text for d in documents}) for matter in matters]

    return make


class Shown:
    """A matter with the words of its evidence."""

    def __init__(self, matter, texts):
        self.matter = matter
        self.attribute = matter.attribute
        self.kind = matter.kind.value
        self.question = matter.question
        self.sides = {side.value: [e.span.of(texts[e.source]) for e in side.evidence] for side in matter.sides}

    def __repr__(self):
        return f"{self.kind} of {self.attribute}: {self.question} {self.sides}"
