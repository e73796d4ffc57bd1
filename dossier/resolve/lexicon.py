"""The names of a case: which forms name something, and of what kind, learnt over all documents together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier import lexis
from dossier.model.entity import EntityKind
from dossier.resolve import evidence
from dossier.resolve.evidence import OTHER, Evidence
from dossier.resolve.page import Form, Page, index_forms, occurrences

ACCEPTED = 1.0
"""The score from which a form is a name; see `evidence` for the scale."""
Sense = EntityKind | None
"""None: a name of something else, a work or an event, or no name; nothing inside it is a name either."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The sense of every form, document by document."""

    senses: tuple[Mapping[Form, Sense], ...]
    """By document: the forms that stand there."""
    common: frozenset[str]
    """Words that stand somewhere in the case without a capital, folded."""


def learn(pages: Sequence[Page]) -> Lexicon:
    """Decide over all documents which candidate forms are names, and of what."""
    own = [evidence.from_candidates(page) for page in pages]
    forms = index_forms(form for found in own for form in found)
    for page, found in zip(pages, own, strict=True):
        for occurrence in occurrences(page, forms):
            evidence.observe(page, occurrence, found.setdefault(occurrence.form, Evidence()))
    case: dict[Form, Evidence] = defaultdict(Evidence)
    for found in own:
        for form, item in found.items():
            case[form].add(item)
    common = common_words(pages)
    senses = tuple(
        {form: decide(form, item, case[form], common) for form, item in found.items()} for found in own
    )
    return Lexicon(senses, common)


def decide(form: Form, own: Evidence, case: Evidence, common: frozenset[str]) -> Sense:
    """The sense of a form in one document."""
    lower = len(form) == 1 and form[0].casefold() in common
    scores = evidence.score(form, own, case, lower)
    best = max(scores, key=lambda kind: (scores[kind], kind))
    return EntityKind(best) if best != OTHER and scores[best] >= ACCEPTED else None


def common_words(pages: Sequence[Page]) -> frozenset[str]:
    """Every word that the case writes without a capital."""
    return frozenset(word.text for page in pages for word in page.words if word.text[:1].islower())


def is_common(word: str, common: frozenset[str]) -> bool:
    """Whether a word is no name by itself: written small elsewhere in the case, or the name of a people."""
    return word.casefold() in common or word in lexis.word_list("demonyms")
