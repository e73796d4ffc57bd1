"""The people, organizations, places and vehicles of a case, from the candidate names of all its documents."""

import gc
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dossier.model.annotation import Annotated
from dossier.model.entity import Entity, EntityKind
from dossier.model.manifest import Manifest
from dossier.resolve import (
    descriptions,
    entities,
    hints,
    lexicon,
    lookalikes,
    namesakes,
    people,
    stated,
    tagging,
    things,
)
from dossier.resolve.page import page
from dossier.resolve.tagging import Found

_ORDER = {kind: position for position, kind in enumerate(EntityKind)}


def resolve_names(case: Sequence[Annotated], manifest: Manifest) -> tuple[Entity, ...]:
    """The entities of a case, each kind by number of mentions; the order of the documents plays no part."""
    with _uncollected():
        return _resolve(case, manifest)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the cycle collector: a large case makes millions of records and no cycles, and looking for them costs
    a quarter of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _resolve(case: Sequence[Annotated], manifest: Manifest) -> tuple[Entity, ...]:
    pages = [page(document) for document in sorted(case, key=lambda d: (d.source.sha256, d.source.path))]
    tagged = tagging.tag(pages, lexicon.learn(pages, manifest))
    told_apart = namesakes.told_apart(pages, tagged, hints.from_manifest(manifest))
    found = stated.under_their_names(told_apart, manifest)
    by_page: dict[int, list[Found]] = defaultdict(list)
    for item in found:
        by_page[item.page].append(item)
    numbered = dict(enumerate(pages))
    persons = people.join_people([f for f in found if f.kind is EntityKind.PERSON])
    others = things.join_things([f for f in found if f.kind is not EntityKind.PERSON], pages)
    made = [entities.person_entity(person, numbered, by_page) for person in persons]
    made += [entities.thing_entity(thing, numbered) for thing in others]
    made.sort(key=lambda e: (_ORDER[e.kind], -len(e.mentions), e.sort_name, e.id))
    return tuple(lookalikes.flagged(descriptions.described(made, pages)))
