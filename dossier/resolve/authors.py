"""Who of the case's people wrote a document, as the reader says in `dossier.toml`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dossier.model.annotation import Annotated
from dossier.model.entity import Entity, EntityKind
from dossier.model.manifest import Manifest
from dossier.resolve.folding import fold


def given_authors(entities: Iterable[Entity], case: Sequence[Annotated], manifest: Manifest) -> Mapping[str, str]:
    """Ids of persons by source id: of documents whose `author` in the manifest is the name of one person alone."""
    named: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for name in entity.aliases if entity.kind is EntityKind.PERSON else ():
            named[fold(name)].add(entity.id)
    given = {document.source.id: manifest.sources.get(document.source.path, {}).get("author", "") for document in case}
    found = {source: named.get(fold(" ".join(author.split())), set()) for source, author in given.items()}
    return {source: next(iter(people)) for source, people in found.items() if len(people) == 1}
