"""From a folder of documents to its database: the stages in order, for every front end alike."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.annotate.cache import AnnotationCache
from dossier.annotate.worker import annotate_all
from dossier.assemble import assemble
from dossier.case import Case, build_lock, fingerprint
from dossier.curation import apply, inputs
from dossier.curation.journal import Journals
from dossier.curation.journal import read as read_journals
from dossier.errors import CaseError
from dossier.model.annotation import Annotated, Annotations
from dossier.model.date import Publication
from dossier.model.decision import Curation
from dossier.model.dossier import Attribute, Document, Dossier
from dossier.model.source import Fault, Source
from dossier.read import identify, read_document, walk
from dossier.resolve import resolve
from dossier.store.publish import publish
from dossier.store.writer import write


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is."""

    stage: str
    """`read`, `annotate`, `resolve`, `assemble` or `write`."""
    done: int
    total: int
    item: str = ""
    """Path of the document just done."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    sources: int
    faults: tuple[Fault, ...]
    people: int
    events: int
    seconds: float
    set_aside: Path | None = None
    """Where a file was moved that stood in the database's place and was no database of this version."""


Listener = Callable[[Progress], None]


def build(
    case: Case, *, jobs: int | None = None, force: bool = False, progress: Listener = lambda _: None
) -> BuildReport:
    """Read, annotate, resolve, assemble and write one case, and swap the result in under open readers.

    `jobs` is the number of worker processes (None: by the amount of text); `force` annotates anew what the
    cache holds. Raises CaseError where the folder holds no readable document or another build is at work,
    ModelError where the language model is missing.
    """
    began = time.monotonic()
    with build_lock(case):
        journals = read_journals(*case.places.journals)
        # Taken before the first document is read: what changes from here on is seen as changed afterwards.
        stamp = fingerprint(case)
        sources, faults = _read(case, progress)
        annotated, more = _annotate(case, sources, jobs, force, progress) if sources else ([], [])
        if not annotated:
            raise CaseError(_nothing_readable(case, faults + more))
        found = _conclude(case, annotated, faults + more, journals, progress)
        dossier, curation = apply(found, journals)
        aside = _write(case, dossier, found, curation, stamp, progress)
    people = sum(entity.kind.value == "person" for entity in dossier.entities)
    return BuildReport(len(annotated), dossier.faults, people, len(dossier.events), time.monotonic() - began, aside)


def _read(case: Case, progress: Listener) -> tuple[list[Source], list[Fault]]:
    sources: list[Source] = []
    faults: list[Fault] = []
    paths = walk(case.root, case.manifest)
    for done, path in enumerate(paths, 1):
        found = read_document(case.root, path)
        if isinstance(found, Source):
            sources.append(found)
        else:
            faults.append(found)
        progress(Progress("read", done, len(paths), path))
    return list(identify(sources)), faults


def _nothing_readable(case: Case, faults: Sequence[Fault]) -> str:
    if not faults:
        return f"{case.root} holds no documents. Put text or Markdown files there, or name another folder."
    named = "; ".join(f"{fault.path}: {fault.reason}" for fault in faults[:3])
    return f"None of the {len(faults)} files in {case.root} could be read ({named})."


def _annotate(
    case: Case, sources: Sequence[Source], jobs: int | None, force: bool, progress: Listener
) -> tuple[list[Annotated], list[Fault]]:
    """Annotations of every source, from the cache where it holds them; in the order of the sources."""
    model = case.manifest.model
    with AnnotationCache(case.places.cache) as cache:
        found: dict[int, Annotations] = {}
        faults: list[Fault] = []
        for index, source in enumerate(sources):
            cached = None if force else cache.get(source.sha256, model, format=source.format)
            if cached is not None:
                found[index] = cached
        missing = [index for index in range(len(sources)) if index not in found]
        progress(Progress("annotate", len(found), len(sources)))
        for at, result in annotate_all([sources[i] for i in missing], model=model, jobs=jobs):
            index = missing[at]
            if isinstance(result, Fault):
                faults.append(result)
            else:
                cache.put(sources[index].sha256, model, result, format=sources[index].format)
                found[index] = result
            progress(Progress("annotate", len(found) + len(faults), len(sources), sources[index].path))
    return [Annotated(sources[index], found[index]) for index in sorted(found)], faults


def _conclude(
    case: Case, annotated: Sequence[Annotated], faults: Iterable[Fault], journals: Journals, progress: Listener
) -> Dossier:
    progress(Progress("resolve", 0, 1))
    manifest = inputs(case.manifest, journals, {one.source.sha256: one.source.path for one in annotated})
    resolution = resolve(annotated, manifest)
    progress(Progress("assemble", 0, 1))
    assembly = assemble(annotated, resolution)
    published = {publication.source: publication for publication in resolution.publications}
    return Dossier(
        title=case.title,
        description=case.manifest.description,
        documents=tuple(_document(case, document, published.get(document.source.id)) for document in annotated),
        faults=tuple(sorted(faults, key=lambda fault: fault.path)),
        entities=resolution.entities + assembly.anonymous,
        dates=resolution.dates,
        events=assembly.events,
        statements=assembly.statements,
        citations=assembly.citations,
        disagreements=tuple(matter for matter in assembly.matters if matter.kind.disagrees),
        agreements=tuple(matter for matter in assembly.matters if not matter.kind.disagrees),
    )


def _document(case: Case, document: Annotated, publication: Publication | None) -> Document:
    """A source with what is known about it: the reader's own word first, then the document's."""
    given = case.manifest.sources.get(document.source.path, {})
    attributes = [
        Attribute(field, value, inferred=False, span=None, basis="dossier.toml")
        for field, value in sorted(given.items())
    ]
    attributes += [
        Attribute(stated.field, stated.value, inferred=False, span=stated.span, basis=stated.rule)
        for stated in document.annotations.stated
        if stated.field not in given and stated.field != "published"
    ]
    if publication is not None and publication.value is not None and "published" not in given:
        attributes.append(
            Attribute("published", publication.value, publication.inferred, publication.span, publication.basis)
        )
    return Document(document.source, document.annotations.passages, tuple(attributes))


def _write(
    case: Case, dossier: Dossier, found: Dossier, curation: Curation, stamp: Mapping[str, str], progress: Listener
) -> Path | None:
    """Write aside, in the folder of the database so that the copy stays on one disk, then publish.

    Returns where a foreign file in the database's place was moved.
    """
    progress(Progress("write", 0, 1))
    live = case.places.db
    with TemporaryDirectory(prefix=".build-", dir=live.parent) as folder:
        new = Path(folder) / "dossier.db"
        write(dossier, new, case=str(case.root), stamp=stamp, found=found, curation=curation)
        aside = publish(new, live)
    progress(Progress("write", 1, 1))
    return aside
