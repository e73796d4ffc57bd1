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
from dossier.resolve.hints import Hint, Hints, Senses, from_manifest, from_names
from dossier.resolve.page import Form, FormIndex, Occurrence, Page
from dossier.resolve.usage import from_usage

ACCEPTED = 1.0
"""The score from which a form is a name; see `evidence` for the scale."""
Sense = EntityKind | None
"""None: a name of something else, a work or an event, or no name; nothing inside it is a name either."""


_INDEFINITE = {
    EntityKind.PERSON: "a person", EntityKind.ORGANIZATION: "an organization", EntityKind.PLACE: "a place",
    EntityKind.VEHICLE: "a vehicle",
}  # fmt: skip
_ALONE = 0.8
"""Against a single name as a person's, of whom the case tells no other name, no title or office, and no word; half for
a known surname."""
_TELLING = ("title", "role", "speech", "personal", "speaker", "cited")
_GUESS = 1.5
"""Against a single name as a place's, where nothing but the model's guess makes it one: `Mylar`."""
_LEADING = ("locative", "within", "inside", "placed", "beyond", "bound", "beside")
"""Context of a name that tells of a place."""
_COLLECTIVE = ("speech", "organization", "traded", "employer", "officer", "inside", "article", "possessive")
"""Context of a name that tells of an organization."""
_OFTEN = 3
"""Occurrences from which it tells that the model takes none for a name: hints count half then."""


class Verdict(NamedTuple):
    """What a form names in one document, and why, in words."""

    sense: Sense
    because: str


_NO_NAME = Verdict(None, "")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The verdict on every form, document by document."""

    verdicts: tuple[Mapping[Form, Verdict], ...]
    """By document: the forms that stand there."""
    occurrences: tuple[Sequence[Occurrence], ...]
    """By document: where they stand."""


Found = dict[Form, Evidence]
Scored = dict[int, tuple[Evidence, Evidence, Mapping[str, float]]]
"""By identity of the evidence of a form in its document: this, that of the case, and the scores from both. Most forms
show the same the second time."""


def learn(pages: Sequence[Page], manifest: Manifest) -> Lexicon:
    """Decide over all documents which candidate forms are names, and of what.

    Twice: names that are known tell what the forms beside them are.
    """
    small = _small(pages)
    stated = from_manifest(manifest)
    votes = [evidence.from_candidates(page) for page in pages]
    whole = FormIndex(chain(stated, *votes))
    places = [tuple(whole.occurrences(page)) for page in pages]
    seen = [_observe(*found) for found in zip(pages, votes, places, strict=True)]
    scored: Scored = {}
    telling = [_telling(found) for found in seen]
    first = _decide_all(telling, _together(telling), small, [stated] * len(pages), scored)
    hinted = [_with(hints, stated) for hints in from_names(pages, first, seen, from_usage(pages, seen))]
    forms = FormIndex(chain(stated, *votes, *hinted))
    new = FormIndex(form for hints in hinted for form in hints if form not in whole)
    for at, page in enumerate(pages):
        now = tuple(forms.occurrences(page)) if new.may_stand_in(page) else places[at]
        if now != places[at]:
            places[at], seen[at] = now, _observe(page, votes[at], now)
    case = _together(seen)
    return Lexicon(_explained(_decide_all(seen, case, small, hinted, scored), seen, case, hinted), tuple(places))


def _small(pages: Sequence[Page]) -> Mapping[str, int]:
    """How often the case writes each word without a capital."""
    small: Counter[str] = Counter()
    for page in pages:
        small.update({word: len(places) for word, places in page.places.items() if word[:1].islower()})
    return small


def _explained(
    senses: Sequence[Senses], observed: Sequence[Found], case: Found, hinted: Sequence[Hints]
) -> tuple[Mapping[Form, Verdict], ...]:
    """The verdicts with their reasons."""
    usual = _usual(senses, observed)
    found: list[dict[Form, Verdict]] = []
    for known, seen, hints in zip(senses, observed, hinted, strict=True):
        own: dict[Form, Verdict] = {}
        for form, sense in known.items():
            most = usual.get(form, sense)
            if sense is None:
                own[form] = _NO_NAME
            elif most is not None and most is not sense and not _surely_person(form, sense, seen[form]):
                own[form] = Verdict(most, f"most documents of the case name {_INDEFINITE[most]} so")
            else:
                reasons = [hint.because for hint in hints.get(form, ()) if hint.kind is sense]
                reasons += scoring.reasons(form, seen[form], case[form], sense)
                own[form] = Verdict(sense, "; ".join(reasons[:2]))
        found.append(own)
    return tuple(found)


def _usual(senses: Sequence[Senses], observed: Sequence[Found]) -> Mapping[Form, EntityKind]:
    """One kind a form: what the case mostly takes for a vehicle is one in every document. Nothing becomes a person by
    this, and a person something else only where the model's guess alone makes it one and the others are more."""
    counts: dict[Form, Counter[EntityKind]] = defaultdict(Counter)
    for known, seen in zip(senses, observed, strict=True):
        for form, sense in known.items():
            if sense is not None and not _surely_person(form, sense, seen[form]):
                counts[form][sense] += seen[form].count
    several = {form: kinds for form, kinds in counts.items() if len(kinds) > 1}
    return {form: max(kinds, key=lambda k: (kinds[k], k)) for form, kinds in several.items() if not _is_person(kinds)}


def _is_person(kinds: Counter[EntityKind]) -> bool:
    persons = kinds[EntityKind.PERSON]
    return persons > 0 and 2 * persons >= kinds.total()


def _surely_person(form: Form, sense: Sense, own: Evidence) -> bool:
    """Whether more than the model's guess makes a form a person's name in its document."""
    if sense is not EntityKind.PERSON:
        return False
    told = EntityKind.PERSON in own.origins or any(name in own.context for name in _TELLING)
    given = form[0] in lexis.word_list("given_names") and not lexis.is_common(form[-1])
    return told or len(form) == 1 or given or lexis.is_initials(form[0])


def _telling(observed: Found) -> Found:
    """The forms that tell something of others: all but plain single words."""
    return {form: item for form, item in observed.items() if len(form) > 1 or any(map(str.isdigit, form[0]))}


def _with(hints: Hints, stated: Hints) -> Hints:
    return {form: (*hints.get(form, ()), *stated.get(form, ())) for form in {*hints, *stated}}


def _observe(page: Page, votes: Found, occurrences: Sequence[Occurrence]) -> Found:
    """The evidence of a document: its votes, and what stands around each occurrence of a form of the case."""
    own = {form: item.without_context() for form, item in votes.items()}
    for occurrence in occurrences:
        evidence.observe(page, occurrence, own.setdefault(occurrence.form, Evidence()))
    return {form: item for form, item in own.items() if item.count}


def _together(observed: Sequence[Found]) -> Found:
    """The evidence of all documents."""
    case: dict[Form, list[Evidence]] = defaultdict(list)
    for found in observed:
        for form, item in found.items():
            case[form].append(item)
    return {form: evidence.together(items) for form, items in case.items()}


def _decide_all(
    observed: Sequence[Found], case: Found, small: Mapping[str, int], hinted: Sequence[Hints], scored: Scored
) -> list[Senses]:
    return [
        {form: _decide(form, item, case[form], small, hints.get(form, ()), scored) for form, item in found.items()}
        for found, hints in zip(observed, hinted, strict=True)
    ]


def _decide(
    form: Form, own: Evidence, case: Evidence, small: Mapping[str, int], hints: Sequence[Hint], scored: Scored
) -> Sense:
    """The sense of a form in one document."""
    if len(form) == 1 and lexis.is_initials(form[0]) and form[0] not in lexis.word_list("places"):
        return None
    if not hints and len(form) == 1 and form[0].istitle() and _is_function_word(form[0]) and "title" not in own.context:
        return None
    before = scored.get(id(own))
    if before is None or before[0] is not own or before[1] is not case:
        lower = min([small.get(word.casefold(), 0) for word in form]) / (case.count or 1)
        before = own, case, scoring.score(form, own, case, lower)
        scored[id(own)] = before
    scores = before[2]
    if hints:
        passed_over = own.count >= _OFTEN and not own.votes and "speaker" not in own.context
        hinted = dict(scores)
        for hint in hints:
            hinted[hint.kind] += hint.weight / 2 if passed_over else hint.weight
        scores = hinted
    top, best = max(zip(scores.values(), scores, strict=True))
    if len(form) == 1 and best == EntityKind.PERSON and top >= ACCEPTED and _stands_alone(form, own, case, hints):
        doubt = _ALONE / 2 if form[0] in lexis.word_list("family_names") else _ALONE
        top, best = max((score - doubt * (kind == EntityKind.PERSON), kind) for kind, score in scores.items())
    if best == EntityKind.PLACE and len(form) == 1 and _is_mere_guess(form, own, case, hints):
        top -= _GUESS
    if best == EntityKind.ORGANIZATION and len(form) == 1 and _is_mere_word(form[0], own, case, hints):
        top -= _GUESS
    return None if top < ACCEPTED or best == OTHER else EntityKind(best)


def is_told(kind: EntityKind, case: Evidence, hints: Sequence[Hint]) -> bool:
    """Whether a line or pattern, or another name of the case, makes a form one of a kind; not where it tells against
    that."""
    return kind in case.origins or any(hint.kind is kind and hint.weight > 0 for hint in hints)


def _is_mere_word(word: str, own: Evidence, case: Evidence, hints: Sequence[Hint]) -> bool:
    """Whether a word of the language is an organization's name by nothing but its capital and the model's guess."""
    told = is_told(EntityKind.ORGANIZATION, case, hints)
    told = told or any(name in seen.context for seen in (own, case) for name in _COLLECTIVE)
    common = lexis.is_common(word) or word.casefold() in lexis.word_list("message_nouns")
    told = told or case.count >= _OFTEN
    return common and not told and not lexis.is_acronym(word) and word not in lexis.word_list("organizations")


def _is_function_word(word: str) -> bool:
    """Whether a word with a capital, `The` or `They`, only begins a sentence; `Will` and `May` may be given names."""
    return word.casefold() in lexis.word_list("function_words") and word not in lexis.word_list("given_names")


def _is_mere_guess(form: Form, own: Evidence, case: Evidence, hints: Sequence[Hint]) -> bool:
    """Whether nothing but the model's guess makes a word a place's name: no list, no line, nothing that leads there."""
    told = is_told(EntityKind.PLACE, case, hints)
    told = told or any(name in seen.context for seen in (own, case) for name in _LEADING)
    return not told and form[0] not in lexis.word_list("places")


def _stands_alone(form: Form, own: Evidence, case: Evidence, hints: Sequence[Hint]) -> bool:
    """Whether nothing in the case but the writing of a word and the model's guess makes it a person's name."""
    told = is_told(EntityKind.PERSON, case, hints)
    if told or any(name in seen.context for seen in (own, case) for name in _TELLING):
        return False
    voted = EntityKind.PERSON in case.votes or own.count >= _OFTEN
    return not (voted and form[0] in lexis.word_list("given_names"))
