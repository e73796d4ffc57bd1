"""What the occurrences of a form say about its kind: votes of the model, words around it, shape, lists.

Every piece of evidence adds to a score per kind. The weights are judgements on a common scale: 1 is as much
as a language model that is sure in half of the occurrences; a kind is accepted from 1 upward (`lexicon`).
They were set on prose of several genres and hold for no affair in particular.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier import lexis
from dossier.model.entity import EntityKind
from dossier.resolve.hints import LEGAL
from dossier.resolve.page import Form, Occurrence, Page

PERSON, ORGANIZATION, PLACE, VEHICLE = EntityKind
OTHER = "other"
Votes = dict[str, float]
_UNTAGGED = 0.3
"""What an occurrence that the model passes over counts against one that it tags: its recall is the lower figure."""
_LABELS = {
    "PERSON": PERSON, "ORG": ORGANIZATION, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE, "PRODUCT": VEHICLE,
    "NORP": OTHER, "EVENT": OTHER, "WORK_OF_ART": OTHER, "LAW": OTHER,
}  # fmt: skip
_MODEL = {"model": 1.0, "headline": 0.25}
"""Votes of the language model; in a headline every word has its capital."""
_ORIGINS = {
    "reference": 4.0, "publisher": 3.0, "byline": 4.0, "credit": 3.0, "signature": 1.2, "list": 2.5, "title": 3.0,
    "office": 1.5, "handle": 4.0, "ship prefix": 3.0, "designation": 0.3, "numbered": 1.5, "domain": 1.5, "expansion": 0.5,
    "acronym": 0.3, "inverted": 4.0,
}  # fmt: skip
_PLACE_BEFORE = frozenset({"in", "at", "near", "from", "to", "across", "throughout", "outside", "toward", "towards"})
_VESSEL_BEFORE = frozenset({"aboard", "onboard"})


_ORG_TRUST = 0.7
"""How far a vote for an organization counts where nothing in the name speaks for one: the model's weakest label."""
_ACRONYM = 6
"""Letters; what is longer in capitals may be any word."""
_DOUBT = 0.3
"""Votes to the contrary that everything starts with: one vote is not yet certainty."""


@dataclass(slots=True)
class Evidence:
    """What speaks for each kind, and how often the form stands in the text."""

    count: int = 0
    votes: Votes = field(default_factory=lambda: defaultdict(float))
    """Of the language model, by kind."""
    origins: dict[str, float] = field(default_factory=dict)
    """By kind: the weight of the surest pattern that found it."""
    running: int = 0
    """Votes of the model outside headlines."""
    context: Votes = field(default_factory=lambda: defaultdict(float))
    """Occurrences with each kind of word around them."""

    def without_context(self) -> "Evidence":
        """The votes and patterns alone, to be observed anew."""
        return Evidence(0, defaultdict(float, self.votes), dict(self.origins), self.running)

    def add(self, other: "Evidence") -> None:
        """Take in what another document shows."""
        self.count += other.count
        self.running += other.running
        for kind, votes in other.votes.items():
            self.votes[kind] += votes
        for name, number in other.context.items():
            self.context[name] += number
        for kind, weight in other.origins.items():
            self.origins[kind] = max(weight, self.origins.get(kind, 0.0))


def from_candidates(page: Page) -> dict[Form, Evidence]:
    """Votes and patterns of one document, by form."""
    found: dict[Form, Evidence] = {}
    for form, name in page.candidates:
        if not form:
            continue
        evidence = found.setdefault(form, Evidence())
        kind = _LABELS[name.label]
        if name.origin in _ORIGINS:
            evidence.origins[kind] = max(_ORIGINS[name.origin], evidence.origins.get(kind, 0.0))
        else:
            evidence.running += name.origin != "headline"
            evidence.votes[kind] += _MODEL.get(name.origin, 1.0) * (0.5 if name.label == "PRODUCT" else 1.0)
    return found


def observe(page: Page, occurrence: Occurrence, evidence: Evidence) -> None:
    """Add what stands around one occurrence."""
    evidence.count += 1
    first, last = occurrence.first, occurrence.last
    before, after = page.before(first), page.after(last)
    gap_before = page.gap(first - 1) if first else ""
    gap_after = page.gap(last)
    direct = gap_before in (" ", "\u00a0", ". ")
    found = _before(before, page.before(first, 2), page.is_noun(first - 1)) if direct else ()
    if gap_before == ". ":
        found = [name for name in found if name == "title"]
    if any("'" in page.gap(at) or "’" in page.gap(at) for at in range(first, last)):
        evidence.context["possessive"] += 1
    if "number" in found and len(occurrence.form) == 1 and lexis.is_acronym(occurrence.form[0]):
        found = ["unit"]
    seen = [*found, *_after(page, last, after, gap_after)]
    for name in seen:
        evidence.context[name] += 1


def _before(word: str, second: str, noun: bool) -> Sequence[str]:
    lower = word.casefold()
    found = []
    if word[:1].isdigit():
        found.append("number")
    if lower in lexis.folded_list("titles"):
        found.append("title")
    elif noun and lower in lexis.word_list("person_nouns"):
        found.append("role")
    if lower in ("the", "a", "an"):
        found.append("article")
        if second.casefold() in _VESSEL_BEFORE:
            found.append("vehicle")
    if word in _PLACE_BEFORE:
        found.append("locative")
    if word in _VESSEL_BEFORE or word in lexis.word_list("vehicle_nouns"):
        found.append("vehicle")
    if word in lexis.word_list("organization_nouns"):
        found.append("organization")
    if word in ("said", "says", "told", "asked"):
        found.append("speech")
    return found


def _after(page: Page, last: int, word: str, gap: str) -> Sequence[str]:
    found = []
    if gap in (" ", "\u00a0"):
        if _lemma(word) in lexis.word_list("reporting_verbs"):
            found.append("speech")
        if word in lexis.word_list("vehicle_nouns"):
            found.append("vehicle")
        if word in ("who", "whose", "himself", "herself"):
            found.append("personal")
    elif gap == ", ":
        near = [word, *(page.after(last, n) for n in (2, 3, 4))]
        if word in ("who", "whose"):
            found.append("personal")
        elif word in ("the", "a", "an", "then", "former") or word in lexis.word_list("person_nouns"):
            if any(w in lexis.word_list("person_nouns") for w in near):
                found.append("role")
        elif word.isdigit() and len(word) == 2:
            found.append("personal")
    return found


def _lemma(word: str) -> str:
    """A reporting verb from its past or present form, well enough to look it up."""
    verbs = lexis.word_list("reporting_verbs")
    irregular = {"said": "say", "told": "tell", "wrote": "write", "thought": "think", "felt": "feel", "knew": "know"}
    for stem in (irregular.get(word, word), word[:-1], word[:-2], word[:-3] + "y"):
        if stem in verbs:
            return stem
    return word


def score(form: Form, own: Evidence, case: Evidence, lower: float) -> dict[str, float]:
    """The score of each kind for a form in one document.

    `own` is the document's evidence, `case` that of all documents together; `lower` tells how many times as often the
    form, a single word, stands in the case without its capital.
    """
    scores: dict[str, float] = {kind: 0.0 for kind in (*EntityKind, OTHER)}
    trust = _trust(form)
    weights = (2.0, 1.0) if own.votes else (0.0, 2.5 if len(form) > 1 else 1.5)
    for evidence, weight in zip((own, case), weights, strict=True):
        given = sum(evidence.votes.values())
        total = max(evidence.count, given, 1)
        tagged = given + _UNTAGGED * (total - given) + _DOUBT
        for kind, votes in evidence.votes.items():
            scores[kind] += weight * (trust if kind is ORGANIZATION else 1.0) * votes / tagged
        share = {name: number / total for name, number in evidence.context.items()}
        _weigh_context(scores, share, 1.0 if evidence is own else 0.5)
    for kind in EntityKind:
        scores[kind] += case.origins.get(kind, 0.0)
        scores[kind] -= 1.0 if len(form) > 1 and not case.running and not case.origins else 0.0
    scores[OTHER] -= 1.5 if case.origins else 0.0
    _weigh_shape(scores, form)
    _weigh_lists(scores, form, lower)
    if lower:
        for kind in EntityKind:
            scores[kind] -= (2.5 if kind is PERSON or len(form) == 1 else 1.0) * min(1.0, lower)
    return scores


def _weigh_context(scores: dict[str, float], share: dict[str, float], weight: float) -> None:
    scores[PERSON] += weight * (
        2.0 * min(1.0, 3 * share.get("title", 0)) + 1.5 * min(1.0, 2 * share.get("role", 0))
        + 1.0 * min(1.0, 2 * share.get("speech", 0)) + 2.0 * min(1.0, 2 * share.get("personal", 0))
        - 2.0 * share.get("article", 0) - 0.7 * share.get("locative", 0)
        - 1.5 * min(1.0, 2 * share.get("organization", 0)) - 2.0 * min(1.0, 2 * share.get("vehicle", 0))
        - 4.0 * share.get("possessive", 0)
    )  # fmt: skip
    scores[ORGANIZATION] += weight * (
        0.6 * min(1.0, 2 * share.get("speech", 0)) + 0.5 * share.get("article", 0)
        + 2.0 * min(1.0, 2 * share.get("organization", 0))
    )  # fmt: skip
    for kind in EntityKind:
        scores[kind] -= weight * 2.0 * share.get("unit", 0)
    scores[PLACE] += weight * 1.0 * share.get("locative", 0)
    scores[VEHICLE] += weight * 4.0 * min(1.0, 3 * share.get("vehicle", 0))


def _weigh_shape(scores: dict[str, float], form: Form) -> None:
    if any(c.isdigit() for word in form for c in word):
        scores[PERSON] -= 4.0
        scores[PLACE] -= 1.0
    if len(form) == 1 and lexis.is_acronym(form[0]):
        scores[PERSON] -= 3.0
        scores[ORGANIZATION] += 0.8 if len(form[0]) <= _ACRONYM else 0.0
    elif any(lexis.is_camel(word) for word in form):
        scores[PERSON] -= 3.0
        scores[ORGANIZATION] += 1.0
    if not any(lexis.is_name_word(word) for word in form):
        for kind in EntityKind:
            scores[kind] -= 3.0


def _weigh_lists(scores: dict[str, float], form: Form, lower: float) -> None:
    name, head = " ".join(form), head_of(form).casefold()
    tail = " ".join(word.casefold() for word in form[-2:])
    if name in lexis.word_list("places"):
        scores[PLACE] += 1.8
    if name in lexis.word_list("organizations"):
        scores[ORGANIZATION] += 1.0
    if len(form) > 1:
        if head in LEGAL or head in lexis.word_list("organization_nouns"):
            scores[ORGANIZATION] += 1.2
        elif head in lexis.word_list("place_nouns"):
            scores[PLACE] += 0.7
            scores[PERSON] -= 0.0 if form[-1] in lexis.word_list("family_names") else 1.0
        lead = " ".join(word.casefold() for word in form[:2]), form[0].casefold()
        if not lexis.word_list("vehicle_nouns").isdisjoint(lead) and lexis.is_name_word(form[-1]):
            scores[VEHICLE] += 3.0
        if tail in lexis.word_list("vehicle_nouns") or head in lexis.word_list("vehicle_nouns"):
            scores[VEHICLE] += 3.0
        if head in lexis.word_list("person_nouns") and form[-1] not in lexis.word_list("family_names"):
            scores[PERSON] -= 1.5
        elif form[0] in lexis.word_list("places") or form[0] in lexis.word_list("demonyms"):
            scores[PERSON] -= 1.5
        if form[0] in lexis.word_list("given_names") and lexis.is_name_word(form[-1]):
            scores[PERSON] += 1.8 + 0.5 * (form[-1] in lexis.word_list("family_names"))
    elif name in lexis.word_list("demonyms") or _is_person_noun(head):
        for kind in EntityKind:
            scores[kind] -= 1.0 if name in lexis.word_list("family_names") else 1.0 + 2.0 * min(1.0, 3 * lower)
        if head not in lexis.word_list("person_nouns") and name not in lexis.word_list("demonyms"):
            scores[PERSON] -= 2.0
    elif name in lexis.word_list("given_names") or name in lexis.word_list("family_names"):
        scores[PERSON] += 1.2 if name in lexis.word_list("given_names") else 0.7
    else:
        scores[PERSON] -= 0.6


def head_of(form: Form) -> str:
    """The noun that says what a name names: the last word, or the one before `of` or `for`."""
    for at, word in enumerate(form):
        if at and word in ("of", "for", "at", "on", "in"):
            return form[at - 1]
    return form[-1]


def _trust(form: Form) -> float:
    """How far a vote of the model for an organization counts."""
    if _looks_collective(form):
        return 1.0
    known = len(form) == 1 and not lexis.word_list("given_names").isdisjoint(form)
    return _ORG_TRUST / 2 if known else _ORG_TRUST


def _looks_collective(form: Form) -> bool:
    """Whether something in a name speaks for an organization: its noun, an acronym, the general list."""
    nouns = lexis.word_list("organization_nouns")
    return (
        any(word.casefold() in nouns or word.casefold() in LEGAL or word in ("&", "and", "of") for word in form)
        or any((lexis.is_acronym(word) and len(word) <= _ACRONYM) or lexis.is_camel(word) for word in form)
        or " ".join(form) in lexis.word_list("organizations")
    )


def _is_person_noun(word: str) -> bool:
    nouns = lexis.word_list("person_nouns")
    return word in nouns or (word.endswith("s") and word[:-1] in nouns)


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
