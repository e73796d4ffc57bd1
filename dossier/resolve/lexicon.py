"""The names of a case: which forms name something, and of what kind, learnt over all documents together."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from dossier import lexis
from dossier.model.entity import EntityKind
from dossier.model.manifest import Manifest
from dossier.resolve import evidence, scoring
from dossier.resolve.evidence import OTHER, Evidence
from dossier.resolve.hints import Hint, Hints, from_manifest, from_names
from dossier.resolve.page import Form, FormIndex, Page

ACCEPTED = 1.0
"""The score from which a form is a name; see `evidence` for the scale."""
Sense = EntityKind | None
"""None: a name of something else, a work or an event, or no name; nothing inside it is a name either."""


_INDEFINITE = {
    EntityKind.PERSON: "a person", EntityKind.ORGANIZATION: "an organization", EntityKind.PLACE: "a place",
    EntityKind.VEHICLE: "a vehicle",
}  # fmt: skip
_OFTEN = 3
"""Occurrences from which it tells that the model takes none for a name: hints count half then."""


class Verdict(NamedTuple):
    """What a form names in one document, and why, in words."""

    sense: Sense
    because: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The verdict on every form, document by document."""

    verdicts: tuple[Mapping[Form, Verdict], ...]
    """By document: the forms that stand there."""


Found = dict[Form, Evidence]


def learn(pages: Sequence[Page], manifest: Manifest) -> Lexicon:
    """Decide over all documents which candidate forms are names, and of what.

    Twice: names that are known tell what the forms beside them are.
    """
    small = Counter(word.text for page in pages for word in page.words if word.text[:1].islower())
    stated = from_manifest(manifest)
    votes = [evidence.from_candidates(page) for page in pages]
    whole = FormIndex(chain(stated, *votes))
    seen = [_observe(page, found, whole) for page, found in zip(pages, votes, strict=True)]
    first = _decide_all([_telling(found) for found in seen], small, [stated] * len(pages))
    hinted = [_with(hints, stated) for hints in from_names(pages, [_senses(found) for found in first])]
    forms = FormIndex(chain(stated, *votes, *hinted))
    new = FormIndex(form for form in chain(*hinted) if form not in whole)
    observed = [
        before if next(new.occurrences(page), None) is None else _observe(page, found, forms)
        for page, found, before in zip(pages, votes, seen, strict=True)
    ]
    return Lexicon(_agreed(_decide_all(observed, small, hinted), observed))


def _agreed(
    verdicts: Sequence[Mapping[Form, Verdict]], observed: Sequence[Found]
) -> tuple[Mapping[Form, Verdict], ...]:
    """One kind a form, other than persons: what the case mostly takes for a vehicle is one in every document."""
    counts: dict[Form, Counter[EntityKind]] = defaultdict(Counter)
    for found, seen in zip(verdicts, observed, strict=True):
        for form, (sense, _) in found.items():
            if sense is not None and sense is not EntityKind.PERSON:
                counts[form][sense] += seen[form].count
    usual = {form: max(kinds, key=lambda k: (kinds[k], k)) for form, kinds in counts.items() if len(kinds) > 1}
    return tuple(
        {form: _as_usual(verdict, usual.get(form)) for form, verdict in found.items()} for found in verdicts
    )


def _as_usual(verdict: Verdict, usual: EntityKind | None) -> Verdict:
    if usual is None or verdict.sense in (None, EntityKind.PERSON, usual):
        return verdict
    return Verdict(usual, f"most documents of the case name {_INDEFINITE[usual]} so")


def _telling(observed: Found) -> Found:
    """The forms that tell something of others: all but plain single words."""
    return {form: item for form, item in observed.items() if len(form) > 1 or any(map(str.isdigit, form[0]))}


def _senses(verdicts: Mapping[Form, Verdict]) -> dict[Form, Sense]:
    return {form: verdict.sense for form, verdict in verdicts.items()}


def _with(hints: Hints, stated: Hints) -> Hints:
    return {form: (*hints.get(form, ()), *stated.get(form, ())) for form in {*hints, *stated}}


def _observe(page: Page, votes: Found, forms: FormIndex) -> Found:
    """The evidence of a document: its votes, and what stands around each occurrence of a form of the case."""
    own = {form: item.without_context() for form, item in votes.items()}
    for occurrence in forms.occurrences(page):
        evidence.observe(page, occurrence, own.setdefault(occurrence.form, Evidence()))
    return {form: item for form, item in own.items() if item.count}


def _decide_all(
    observed: Sequence[Found], small: Mapping[str, int], hinted: Sequence[Hints]
) -> list[dict[Form, Verdict]]:
    case: dict[Form, Evidence] = defaultdict(Evidence)
    for found in observed:
        for form, item in found.items():
            case[form].add(item)
    return [
        {form: _decide(form, item, case[form], small, hints.get(form, ())) for form, item in found.items()}
        for found, hints in zip(observed, hinted, strict=True)
    ]


def _decide(form: Form, own: Evidence, case: Evidence, small: Mapping[str, int], hints: Sequence[Hint]) -> Verdict:
    """The sense of a form in one document."""
    if len(form) == 1 and lexis.is_initials(form[0]) and form[0] not in lexis.word_list("places"):
        return Verdict(None, "initials alone")
    lower = min(small.get(word.casefold(), 0) for word in form) / (case.count or 1)
    scores = scoring.score(form, own, case, lower)
    passed_over = own.count >= _OFTEN and not own.votes
    for hint in hints:
        scores[hint.kind] += hint.weight / 2 if passed_over else hint.weight
    best = max(scores, key=lambda kind: (scores[kind], kind))
    if best == OTHER or scores[best] < ACCEPTED:
        return Verdict(None, "no kind has enough evidence")
    kind = EntityKind(best)
    reasons = [hint.because for hint in hints if hint.kind is kind] + scoring.reasons(form, own, case, kind)
    return Verdict(kind, "; ".join(reasons[:2]))
