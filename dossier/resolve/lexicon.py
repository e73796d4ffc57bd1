"""The names of a case: which forms name something, and of what kind, learnt over all documents together."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from dossier import lexis
from dossier.model.entity import EntityKind
from dossier.resolve import evidence
from dossier.resolve.evidence import OTHER, Evidence
from dossier.resolve.page import Form, Page, index_forms, occurrences
from dossier.resolve.personal import parse

ACCEPTED = 1.0
"""The score from which a form is a name; see `evidence` for the scale."""
Sense = EntityKind | None
"""None: a name of something else, a work or an event, or no name; nothing inside it is a name either."""


_BEARER = 3.5
"""Added for a family name whose bearer the document names in full: a bare one rarely means anything else there."""
_OFTEN = 3
"""Occurrences from which it tells that the model takes none for a name: half the addition then."""
_GIVEN = 1.2
"""Added for the given name of such a person."""


_SERIES = 2.5
"""Added for a designation that differs from that of a known vehicle in its number alone."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The sense of every form, document by document."""

    senses: tuple[Mapping[Form, Sense], ...]
    """By document: the forms that stand there."""


Found = dict[Form, Evidence]
Bonus = Mapping[Form, tuple[EntityKind, float]]
"""What the rest of a document adds to the score of one kind."""


def learn(pages: Sequence[Page]) -> Lexicon:
    """Decide over all documents which candidate forms are names, and of what.

    Twice: full names of persons, once known, tell what the single names beside them are.
    """
    small = Counter(word.text for page in pages for word in page.words if word.text[:1].islower())
    votes = [evidence.from_candidates(page) for page in pages]
    whole = index_forms(form for found in votes for form in found)
    senses = _decide_all(_observe_all(pages, votes, whole), small, [{}] * len(pages))
    series = _series(senses)
    bonuses = [{**_short_forms(known), **_in_series(known, series)} for known in senses]
    forms = index_forms(chain.from_iterable((*found, *bonus) for found, bonus in zip(votes, bonuses, strict=True)))
    return Lexicon(tuple(_decide_all(_observe_all(pages, votes, forms), small, bonuses)))


def _observe_all(pages: Sequence[Page], votes: Sequence[Found], forms: Mapping[str, Sequence[Form]]) -> list[Found]:
    """The evidence of each document: its votes, and what stands around each occurrence of a form of the case."""
    observed = []
    for page, found in zip(pages, votes, strict=True):
        own = {form: item.without_context() for form, item in found.items()}
        for occurrence in occurrences(page, forms):
            evidence.observe(page, occurrence, own.setdefault(occurrence.form, Evidence()))
        observed.append({form: item for form, item in own.items() if item.count})
    return observed


def _decide_all(
    observed: Sequence[Found], small: Mapping[str, int], bonuses: Sequence[Bonus]
) -> list[dict[Form, Sense]]:
    case: dict[Form, Evidence] = defaultdict(Evidence)
    for found in observed:
        for form, item in found.items():
            case[form].add(item)
    return [
        {form: _decide(form, item, case[form], small, bonus.get(form)) for form, item in found.items()}
        for found, bonus in zip(observed, bonuses, strict=True)
    ]


def _decide(form: Form, own: Evidence, case: Evidence, small: Mapping[str, int], bonus: tuple[EntityKind, float] | None) -> Sense:
    """The sense of a form in one document."""
    if len(form) == 1 and len(form[0]) < 2:
        return None
    lower = min(small.get(word.casefold(), 0) for word in form) / (case.count or 1)
    scores = evidence.score(form, own, case, lower)
    if bonus is not None:
        scores[bonus[0]] += bonus[1] / 2 if own.count >= _OFTEN and not own.votes else bonus[1]
    best = max(scores, key=lambda kind: (scores[kind], kind))
    return EntityKind(best) if best != OTHER and scores[best] >= ACCEPTED else None


def _short_forms(senses: Mapping[Form, Sense]) -> dict[Form, tuple[EntityKind, float]]:
    """The single names of the persons whom a document names in full, with what that adds to their score."""
    bonus: dict[Form, tuple[EntityKind, float]] = {}
    for form, sense in senses.items():
        if sense is not EntityKind.PERSON or len(form) < 2:
            continue
        name = parse(form)
        family = tuple(name.family.split())
        for short in (family, family[-1:]):
            if lexis.is_name_word(short[-1]) and not lexis.is_initials(short[-1]):
                known = " ".join(short) in lexis.word_list("places")
                bonus[short] = (EntityKind.PERSON, _BEARER / 2 if known else _BEARER)
        given = name.given[0] if name.given else form[0]
        if not lexis.is_initials(given) and given in lexis.word_list("given_names"):
            bonus.setdefault((given,), (EntityKind.PERSON, _GIVEN))
    return bonus


def _series(senses: Sequence[Mapping[Form, Sense]]) -> frozenset[str]:
    """The designations of the case's vehicles without their numbers: `MS-`, `Soyuz MS-`."""
    vehicles = {form for found in senses for form, sense in found.items() if sense is EntityKind.VEHICLE}
    return frozenset(name for form in vehicles for name in _series_of(form))


def _series_of(form: Form) -> Iterator[str]:
    """Each series that a designation may belong to; none where the last word has no number."""
    stem = form[-1].rstrip("0123456789")
    if stem != form[-1]:
        words = " ".join((*form[:-1], stem)).replace("-", " ").split()
        for start in range(len(words)):
            yield " ".join(words[start:])


def _in_series(senses: Mapping[Form, Sense], series: frozenset[str]) -> dict[Form, tuple[EntityKind, float]]:
    """Designations that differ from a vehicle's in the number alone."""
    mates = {form for form in senses if not series.isdisjoint(_series_of(form))}
    return {form: (EntityKind.VEHICLE, _SERIES) for form in mates}
