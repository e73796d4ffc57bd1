"""Sources made from strings and from the bundled case, for the tests of annotation."""

import os
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from dossier import resources
from dossier.model.manifest import DEFAULT_MODEL, Manifest
from dossier.model.source import Fault, Source
from dossier.model.span import Span
from dossier.read import read_document, walk
from dossier.read.markdown import looks_like_markdown, markdown_blocks
from dossier.read.plain import plain_blocks

if TYPE_CHECKING:
    from dossier.annotate.language import Pipeline


def make_source(text: str) -> Source:
    """A source with such text, read as a file of it would be."""
    digest = sha256(text.encode()).hexdigest()
    markdown = looks_like_markdown(text)
    blocks = markdown_blocks(text) if markdown else plain_blocks(text)
    return Source(digest[:12], f"{digest[:6]}.txt", digest, "markdown" if markdown else "text", text, blocks)


@cache
def example(digits: str) -> Source:
    """The document of the bundled case whose name begins with these digits."""
    root = resources.example_case()
    path = next(path for path in walk(root, Manifest()) if path.split("/")[-1].startswith(digits))
    source = read_document(root, path)
    assert isinstance(source, Source)
    return source


@cache
def default_pipeline() -> "Pipeline":
    """The default language model, loaded once for all tests."""
    from dossier.annotate.language import Pipeline  # noqa: PLC0415 - most tests do without it

    return Pipeline(DEFAULT_MODEL)


def place(text: str, words: str) -> Span:
    """Where the words first stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def die_on_poison(source: Source, model: str) -> Fault | str:
    """In place of the worker's function: ends the process on one document, as want of memory would."""
    if "poison" in source.text:
        os._exit(9)
    return f"{model}: {source.text}"
