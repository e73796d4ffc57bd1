"""The score of a form for each kind of thing, from what its occurrences show.

Every piece of evidence adds to a score per kind. The weights are judgements on a common scale: 1 is as much as a
language model that is sure in a third of the occurrences; a kind is accepted from 1 upward (`lexicon`). They were
set on prose of several genres and hold for no affair in particular.
"""

import math

from dossier import lexis
from dossier.model.entity import EntityKind
from dossier.resolve import priors
from dossier.resolve.evidence import KINDS, ORGANIZATION, OTHER, PERSON, PLACE, VEHICLE, Evidence
from dossier.resolve.page import Form

_UNTAGGED = 0.3
"""What an occurrence that the model passes over counts against one that it tags: its recall is the lower figure."""
_DOUBT = 0.3
"""Votes to the contrary that everything starts with: one vote is not yet certainty."""
_ANY = math.inf
_CONTEXT = {
    "title": ((PERSON, 6.0, 1 / 3),),
    "role": ((PERSON, 3.0, 1 / 2),),
    "speech": ((PERSON, 2.0, 1 / 2), (ORGANIZATION, 1.2, 1 / 2)),
    "personal": ((PERSON, 4.0, 1 / 2), (PLACE, -2.0, 1 / 2)),
    "article": ((PERSON, -2.0, _ANY), (ORGANIZATION, 0.5, _ANY)),
    "locative": ((PERSON, -0.7, _ANY), (ORGANIZATION, -0.3, _ANY), (PLACE, 1.0, _ANY)),
    "inside": ((PLACE, 2.0, _ANY), (ORGANIZATION, -1.5, _ANY)),
    "within": ((PERSON, -1.5, _ANY), (ORGANIZATION, -0.7, _ANY), (PLACE, 0.7, _ANY)),
    "placed": ((PERSON, -1.5, 1 / 2), (PLACE, 1.5, 1 / 2)),
    "feature": ((PERSON, -1.5, 1 / 2), (ORGANIZATION, -1.5, 1 / 2), (PLACE, 1.5, 1 / 2)),
    "speaker": ((PERSON, 2.0, 1 / 2),),
    "organization": ((PERSON, -3.0, 1 / 2), (ORGANIZATION, 4.0, 1 / 2)),
    "vehicle": ((PERSON, -4.0, 1 / 2), (VEHICLE, 12.0, 1 / 3)),
    "possessive": ((PERSON, -4.0, _ANY),),
    "ampersand": ((PERSON, -6.0, _ANY), (ORGANIZATION, 2.0, _ANY)),
    "bracket": ((PERSON, -1.5, _ANY), (ORGANIZATION, 0.5, _ANY)),
    "traded": ((PERSON, -4.0, 1 / 2), (ORGANIZATION, 4.0, 1 / 2)),
    "employer": ((PERSON, -3.0, 1 / 2), (ORGANIZATION, 3.0, 1 / 2)),
    "officer": ((PERSON, -1.5, 1 / 2), (ORGANIZATION, 1.5, 1 / 2)),
    "unit": tuple((kind, -2.0, _ANY) for kind in KINDS),
    "beyond": ((PERSON, -1.5, _ANY), (ORGANIZATION, -1.0, _ANY), (PLACE, 2.0, _ANY)),
    "bound": ((PERSON, -1.5, 1 / 2), (PLACE, 2.0, 1 / 2)),
    "rank": ((PERSON, -4.0, _ANY), (ORGANIZATION, -2.0, _ANY)),
    "opening": ((ORGANIZATION, -1.5, _ANY), (PLACE, -1.5, _ANY)),
    "beside": (),
    "number": (),
    "cited": (),
}
"""By what stands around an occurrence: what it adds to which kind if it stands around all, and the share of them from
which it adds no more."""


def score(form: Form, own: Evidence, case: Evidence, lower: float) -> dict[str, float]:
    """The score of each kind for a form in one document.

    `own` is the document's evidence, `case` that of all documents together; `lower` tells how many times as often the
    form, a single word, stands in the case without its capital.
    """
    scores = dict(priors.prior(form, lower))
    for evidence, weight, around in _weights(form, own, case):
        given = sum(evidence.votes.values())
        total = max(evidence.count, given, 1)
        tagged = given + _UNTAGGED * (total - given) + _DOUBT
        for kind, votes in evidence.votes.items() if weight else ():
            scores[kind] += weight * priors.trust(form, kind) * votes / tagged
        for name, number in evidence.context.items():
            for kind, gain, most in _CONTEXT[name] if _tells(name, form, case) else ():
                scores[kind] += around * gain * min(most, number / total)
    for kind, gain in case.origins.items():
        scores[kind] += gain
    if case.origins:
        scores[OTHER] -= 1.5
    elif len(form) > 1 and not case.running:
        for kind in KINDS:
            scores[kind] -= 1.0
    return scores


def _tells(name: str, form: Form, case: Evidence) -> bool:
    """Whether what stands around tells something of this form: a word that only ever opens sentences owes them its
    capital; what is in a building may be an organization."""
    if name == "opening":
        return case.context.get(name, 0.0) >= case.count
    return name != "inside" or priors.is_building(form)


def _weights(form: Form, own: Evidence, case: Evidence) -> tuple[tuple[Evidence, float, float], ...]:
    """What is weighed, with the weights of the model's votes and of the words around: own document, whole case."""
    if own.count == case.count and own.votes:
        return ((own, 3.0, 1.5),)
    if own.votes:
        return (own, 2.0, 1.0), (case, 1.0, 0.5)
    return (own, 0.0, 1.0), (case, 2.5 if len(form) > 1 else 1.5, 0.5)


_A = {PERSON: "a", ORGANIZATION: "an", PLACE: "a", VEHICLE: "a"}
_ORIGIN_WORDS = {
    PERSON: "the document's form shows a person there (title, list, byline or reference)",
    ORGANIZATION: "the document's form shows an organization there (publisher, byline or number)",
    PLACE: "the document's form shows a place there",
    VEHICLE: "it has a ship's prefix or a designation",
}


def reasons(form: Form, own: Evidence, case: Evidence, kind: EntityKind) -> list[str]:
    """The strongest evidence for a kind in words, for the "why?" key."""
    found = []
    if kind in case.origins and case.origins[kind] >= 1.0:
        found.append(_ORIGIN_WORDS[kind])
    votes = round(own.votes.get(kind, 0.0))
    if votes:
        found.append(f"the language model calls it {_A[kind]} {kind} in {votes} of {own.count} places")
    elif case.votes.get(kind):
        found.append(f"the language model calls it {_A[kind]} {kind} in other documents")
    name, cues = " ".join(form), own.context
    if kind is PERSON and (cues.get("title") or cues.get("role")):
        found.append("a title or an office stands before it")
    if kind is PERSON and form[0] in lexis.word_list("given_names"):
        found.append(f"{form[0]} is a given name")
    if kind is VEHICLE and cues.get("vehicle"):
        found.append("a noun for vehicles stands beside it")
    if kind in (PLACE, ORGANIZATION) and name in lexis.word_list(f"{kind}s"):
        found.append(f"it is in the general list of {kind}s")
    return found
