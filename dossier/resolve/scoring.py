"""The score of a form for each kind of thing, from what its occurrences show.

Every piece of evidence adds to a score per kind. The weights are judgements on a common scale: 1 is as much as a
language model that is sure in a third of the occurrences; a kind is accepted from 1 upward (`lexicon`). They were
set on prose of several genres and hold for no affair in particular.
"""

import math
from collections.abc import Mapping
from functools import lru_cache

from dossier import lexis
from dossier.model.entity import EntityKind
from dossier.resolve.evidence import KINDS, ORGANIZATION, OTHER, PERSON, PLACE, VEHICLE, Evidence
from dossier.resolve.hints import INSTITUTION
from dossier.resolve.page import Form

_UNTAGGED = 0.3
"""What an occurrence that the model passes over counts against one that it tags: its recall is the lower figure."""
_ORG_TRUST = 0.7
"""How far a vote for an organization counts where nothing in the name speaks for one: the model's weakest label."""
_ACRONYM = 6
"""Letters; what is longer in capitals may be any word."""
_DOUBT = 0.3
"""Votes to the contrary that everything starts with: one vote is not yet certainty."""
_COMMON = 1.0
"""Against a person called by a word of the language that is known for no name."""
_KNOWN_PLACE = 0.8
"""Against a person who is called as a place is."""
_GIVEN_NAME = 1.2
"""Against a place whose name begins with a given name that is no place's and has no noun for places."""
_SHOUTED = 2.0
"""Against a person of several words all in capitals: a headline; a byline says so."""
_PERIOD = 2.0
"""Against whatever is called as a day, a month or a feast is."""
_ANY = math.inf
_CONTEXT = {
    "title": ((PERSON, 6.0, 1 / 3),),
    "role": ((PERSON, 3.0, 1 / 2),),
    "speech": ((PERSON, 2.0, 1 / 2), (ORGANIZATION, 1.2, 1 / 2)),
    "personal": ((PERSON, 4.0, 1 / 2),),
    "article": ((PERSON, -2.0, _ANY), (ORGANIZATION, 0.5, _ANY)),
    "locative": ((PERSON, -0.7, _ANY), (ORGANIZATION, -0.3, _ANY), (PLACE, 1.0, _ANY)),
    "organization": ((PERSON, -3.0, 1 / 2), (ORGANIZATION, 4.0, 1 / 2)),
    "vehicle": ((PERSON, -4.0, 1 / 2), (VEHICLE, 12.0, 1 / 3)),
    "possessive": ((PERSON, -4.0, _ANY),),
    "ampersand": ((PERSON, -6.0, _ANY), (ORGANIZATION, 2.0, _ANY)),
    "bracket": ((PERSON, -1.5, _ANY), (ORGANIZATION, 0.5, _ANY)),
    "traded": ((PERSON, -4.0, 1 / 2), (ORGANIZATION, 4.0, 1 / 2)),
    "employer": ((PERSON, -3.0, 1 / 2), (ORGANIZATION, 3.0, 1 / 2)),
    "officer": ((PERSON, -1.5, 1 / 2), (ORGANIZATION, 1.5, 1 / 2)),
    "unit": tuple((kind, -2.0, _ANY) for kind in KINDS),
    "number": (),
}
"""By what stands around an occurrence: what it adds to which kind if it stands around all, and the share of them from
which it adds no more."""


def score(form: Form, own: Evidence, case: Evidence, lower: float) -> dict[str, float]:
    """The score of each kind for a form in one document.

    `own` is the document's evidence, `case` that of all documents together; `lower` tells how many times as often the
    form, a single word, stands in the case without its capital.
    """
    scores = dict(_prior(form, lower))
    trust = _trust(form)
    for evidence, weight, around in _weights(form, own, case):
        given = sum(evidence.votes.values())
        total = max(evidence.count, given, 1)
        tagged = given + _UNTAGGED * (total - given) + _DOUBT
        for kind, votes in evidence.votes.items():
            scores[kind] += weight * (trust if kind is ORGANIZATION else 1.0) * votes / tagged
        for name, number in evidence.context.items():
            for kind, gain, most in _CONTEXT[name]:
                scores[kind] += around * gain * min(most, number / total)
    for kind, gain in case.origins.items():
        scores[kind] += gain
    if case.origins:
        scores[OTHER] -= 1.5
    elif len(form) > 1 and not case.running:
        for kind in KINDS:
            scores[kind] -= 1.0
    return scores


def _weights(form: Form, own: Evidence, case: Evidence) -> tuple[tuple[Evidence, float, float], ...]:
    """What is weighed, with the weights of the model's votes and of the words around: own document, whole case."""
    if own.count == case.count and own.votes:
        return ((own, 3.0, 1.5),)
    if own.votes:
        return (own, 2.0, 1.0), (case, 1.0, 0.5)
    return (own, 0.0, 1.0), (case, 2.5 if len(form) > 1 else 1.5, 0.5)


@lru_cache(maxsize=1 << 16)
def _prior(form: Form, lower: float) -> Mapping[str, float]:
    """What a form shows by itself: its shape, its words, and how often it stands without its capital."""
    scores: dict[str, float] = dict.fromkeys((*KINDS, OTHER), 0.0)
    _weigh_shape(scores, form)
    _weigh_lists(scores, form, lower)
    for kind in KINDS if lower else ():
        scores[kind] -= (2.5 if kind is PERSON or len(form) == 1 else 1.0) * min(1.0, lower)
    return scores


def _weigh_shape(scores: dict[str, float], form: Form) -> None:
    if any(any(map(str.isdigit, word)) for word in form if not word.isalpha()):
        scores[PERSON] -= 4.0
        scores[PLACE] -= 1.0
    if len(form) == 1 and lexis.is_acronym(form[0]):
        scores[PERSON] -= 3.0
        scores[ORGANIZATION] += 0.8 if len(form[0]) <= _ACRONYM else 0.0
    elif any(map(lexis.is_camel, form)):
        scores[PERSON] -= 3.0
        scores[ORGANIZATION] += 1.0
    elif len(form) > 3 and all(map(str.isupper, form)):
        scores[PERSON] -= _SHOUTED
    if not any(map(lexis.is_name_word, form)):
        for kind in KINDS:
            scores[kind] -= 3.0


def _weigh_lists(scores: dict[str, float], form: Form, lower: float) -> None:
    name = " ".join(form)
    if name in lexis.word_list("places"):
        scores[PLACE] += 1.8
        scores[PERSON] -= 0.0 if form[0] in lexis.word_list("given_names") else _KNOWN_PLACE
    if name in lexis.word_list("organizations"):
        scores[ORGANIZATION] += 1.0
    if len(form) > 1:
        _weigh_nouns(scores, form)
        _weigh_as_full_name(scores, form)
    else:
        _weigh_single(scores, form[0], lower)


def _weigh_nouns(scores: dict[str, float], form: Form) -> None:
    """The noun in a name that says what it names: `Agency`, `Steppe`, `Space Station`."""
    head = head_of(form).casefold()
    if head in lexis.LEGAL_FORMS or head in lexis.word_list("organization_nouns"):
        scores[ORGANIZATION] += 1.2
    elif head in lexis.word_list("place_nouns"):
        scores[PLACE] += 0.7
        scores[PERSON] -= 0.0 if form[-1] in lexis.word_list("family_names") else 1.0
    vehicles = lexis.word_list("vehicle_nouns")
    lead = {" ".join(word.casefold() for word in form[:2]), form[0].casefold()}
    tail = {" ".join(word.casefold() for word in form[-2:]), head}
    if not vehicles.isdisjoint(lead) and lexis.is_name_word(form[-1]):
        scores[VEHICLE] += 3.0
    if not vehicles.isdisjoint(tail):
        scores[VEHICLE] += 3.0


def _weigh_as_full_name(scores: dict[str, float], form: Form) -> None:
    given, family = form[0] in lexis.word_list("given_names"), form[-1] in lexis.word_list("family_names")
    elsewhere = form[0] in lexis.word_list("places") or form[0] in lexis.word_list("demonyms")
    if (head_of(form).casefold() in lexis.word_list("person_nouns") and not family) or (elsewhere and not given):
        scores[PERSON] -= 1.5
    if given and lexis.is_name_word(form[-1]):
        scores[PERSON] += 1.8 + 0.5 * family - (_COMMON if not family and lexis.is_common(form[-1]) else 0.0)
        if not (elsewhere or family or form[-1].casefold() in lexis.word_list("place_nouns")):
            scores[PLACE] -= _GIVEN_NAME
    elif not given and all(map(lexis.is_common, form)):
        scores[PERSON] -= _COMMON


def _weigh_single(scores: dict[str, float], word: str, lower: float) -> None:
    """A word alone; the name of a people, of an occupation or of a kind of organization mostly names nobody."""
    singular = word.casefold() in lexis.word_list("person_nouns")
    plural = word.endswith("s") and word[:-1].casefold() in lexis.word_list("person_nouns")
    given, family = word in lexis.word_list("given_names"), word in lexis.word_list("family_names")
    if is_institution(word):
        scores[ORGANIZATION] -= INSTITUTION
    if word in lexis.word_list("demonyms") or singular or plural:
        for kind in KINDS:
            scores[kind] -= 1.0 if family else 1.0 + 2.0 * min(1.0, 3 * lower)
        scores[PERSON] -= 2.0 if plural and not singular else 0.0
    elif given or family:
        scores[PERSON] += 1.2 if given else 0.7
    else:
        scores[PERSON] -= 0.6 + _COMMON * lexis.is_common(word)
    if lexis.is_period(word):
        for kind in KINDS:
            scores[kind] -= _PERIOD


def is_institution(word: str) -> bool:
    """Whether a word alone is a noun for organizations or places, `Court`, and not known as a name."""
    low = word.casefold()
    noun = low in lexis.word_list("organization_nouns") or low in lexis.word_list("place_nouns")
    return noun and word not in lexis.word_list("organizations")


def head_of(form: Form) -> str:
    """The noun that says what a name names: the last word, or the one before `of` or `for`."""
    for at, word in enumerate(form):
        if at and word in ("of", "for", "at", "on", "in"):
            return form[at - 1]
    return form[-1]


@lru_cache(maxsize=1 << 16)
def _trust(form: Form) -> float:
    """How far a vote of the model for an organization counts."""
    if _looks_collective(form) and not (len(form) == 1 and is_institution(form[0])):
        return 1.0
    known = " ".join(form) in lexis.word_list("places")
    known = known or (len(form) == 1 and not lexis.word_list("given_names").isdisjoint(form))
    return _ORG_TRUST / 2 if known else _ORG_TRUST


def _looks_collective(form: Form) -> bool:
    """Whether something in a name speaks for an organization: its noun, an acronym, the general list."""
    nouns, low = lexis.word_list("organization_nouns"), {word.casefold() for word in form}
    return (
        not low.isdisjoint(nouns) or not low.isdisjoint(lexis.LEGAL_FORMS) or not low.isdisjoint(("&", "and", "of"))
        or any(map(_is_written_collective, _but_initials(form)))
        or " ".join(form) in lexis.word_list("organizations")
    )


def _is_written_collective(word: str) -> bool:
    return (lexis.is_acronym(word) and len(word) <= _ACRONYM) or lexis.is_camel(word)


def _but_initials(form: Form) -> Form:
    return form[1:] if len(form) > 1 and lexis.is_initials(form[0]) else form


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
