"""Which documents are of one affair: those that share rare names, other than names of places alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log

from dossier.lexis import folded_list, word_list
from dossier.model.annotation import Annotated, CandidateName

NEAREST = 25
"""So many documents at most are looked at beside one, those that share most with it."""
COMMON = 100
"""A word of a name in more documents than this tells no affair from another, and is left out for speed."""
SHARED = 1.1
"""So much the words of names must weigh that two documents share: a word in both alone 0.6, one in five documents
0.4, one in fifty 0.2; those of places half as much, and these never suffice alone."""

_OWN = frozenset(("PERSON", "ORG", "PRODUCT", "FAC", "EVENT", "WORK_OF_ART", "LAW"))
_PLACES = frozenset(("GPE", "LOC"))
"""Labels of the OntoNotes scheme."""
_LEAST = 3
"""Code points of a word that can stand for a name."""

Words = Mapping[str, float]
"""Words of names in lower case, with their weight."""


def name_words(document: Annotated) -> dict[str, float]:
    """The names in a document and their words: 1 for those of persons, organizations and things, 0.5 for places. Common
    words, peoples, well-known organizations and given names before others are left out: `United`, `John`."""
    found: dict[str, float] = {}
    dated = {expression.span for expression in document.annotations.dates}
    for name in document.annotations.names:
        weight = 1.0 if name.label in _OWN else 0.5 if name.label in _PLACES else 0.0
        if weight and name.span not in dated:
            words = list(words_of(document, name))
            whole = " ".join(words)
            for word in {whole, *(words[1:] if name.label == "PERSON" and len(words) > 1 else words)}:
                if word not in _general():
                    most = 1.0 if name.label == "PERSON" else _place(word)
                    found[word] = max(min(weight, most), found.get(word, 0.0))
    return found


@cache
def _general() -> frozenset[str]:
    return word_list("common_words") | folded_list("demonyms") | folded_list("organizations")


def _place(word: str) -> float:
    return 0.5 if word in folded_list("places") else 1.0


def words_of(document: Annotated, name: CandidateName) -> Iterable[str]:
    """The words of one name in lower case, without initials and a closing `'s`."""
    for word in name.span.of(document.source.text).casefold().replace("’", "'").split():
        bare = word.removesuffix("'s").strip(".,;:()\"'“”-")
        if len(bare) >= _LEAST and bare[0].isalpha():
            yield bare


def related(case: Sequence[Annotated], wanted: Iterable[str]) -> dict[str, list[Annotated]]:
    """For each wanted document, by id, the others that share its names, the nearest first. The order of the case
    plays no part, and a document that shares no name with another changes nothing for it."""
    documents = {document.source.id: document for document in case}
    names = {source: name_words(document) for source, document in documents.items()}
    where: dict[str, list[str]] = defaultdict(list)
    for source in sorted(documents):
        for word in names[source]:
            where[word].append(source)
    return {source: [documents[other] for other in _nearest(source, names, where)] for source in wanted}


def _nearest(source: str, names: Mapping[str, Words], where: Mapping[str, Sequence[str]]) -> list[str]:
    shared: dict[str, float] = defaultdict(float)
    own: set[str] = set()
    for word, weight in sorted(names[source].items()):
        if 1 < len(where[word]) <= COMMON:
            rare = 1 / (1 + log(len(where[word])))
            for other in where[word]:
                both = min(weight, names[other][word])
                shared[other] += both * rare
                if both == 1.0:
                    own.add(other)
    found = [other for other, score in shared.items() if score >= SHARED and other in own and other != source]
    return sorted(found, key=lambda other: (-shared[other], other))[:NEAREST]
