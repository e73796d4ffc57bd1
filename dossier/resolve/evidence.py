"""What the occurrences of a form show: votes of the language model, patterns that found it, words around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from dossier import lexis
from dossier.model.entity import NAMED_KINDS
from dossier.resolve.page import Form, Occurrence, Page

PERSON, ORGANIZATION, PLACE, VEHICLE = NAMED_KINDS
OTHER = "other"
KINDS = (PERSON, ORGANIZATION, PLACE, VEHICLE)
Votes = dict[str, float]
_LABELS = {
    "PERSON": PERSON, "ORG": ORGANIZATION, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE, "PRODUCT": VEHICLE,
    "NORP": OTHER, "EVENT": OTHER, "WORK_OF_ART": OTHER, "LAW": OTHER,
}  # fmt: skip
_MODEL = {"model": 1.0, "headline": 0.25}
"""Votes of the language model; in a headline every word has its capital."""
_ORIGINS = {
    "reference": 4.0, "publisher": 3.0, "byline": 4.0, "credit": 3.0, "signature": 1.2, "list": 2.5, "title": 3.0,
    "office": 1.5, "apposed": 1.8, "role": 1.5, "whole": 1.5, "nation": 1.8, "row": 1.7, "field": 1.1, "listed": 0.6,
    "initials": 1.5, "nickname": 2.0, "handle": 4.0, "inverted": 4.0,
    "company": 3.0, "pair": 2.0, "numbered": 1.5, "domain": 1.5, "term": 6.0, "expansion": 0.5, "acronym": 0.3,
    "dateline": 4.0, "bracketed": 1.0, "locative": 0.5, "ship prefix": 3.0, "classifier": 2.5, "designation": 0.3,
    "letterhead": 3.0, "headed": 0.8,
}  # fmt: skip
"""What the patterns of `annotate.names_patterns` add, on the scale of `scoring`."""
_PLACE_BEFORE = frozenset({"in", "at", "near", "from", "to", "across", "throughout", "outside", "off"})
_INSIDE = frozenset({"in", "at", "near", "outside", "inside"})
"""Words of place: behind them, and an article, a name that may be a building's is one."""
_SECURITIES = frozenset({"shares", "stock", "shareholders", "investors", "bonds"})
_TAKEN_OVER = frozenset({("for", "bid"), ("with", "merger")})
"""What stands before a company that another one wants, also where its name is that of a road: `a bid for Mill Lane`."""
_HELD = _SECURITIES | {
    "stake", "interest", "interests", "confidence", "faith", "trust", "belief", "believe", "believed", "believes",
    "believing", "invest", "invested", "investment", "shareholding", "share", "holding", "disappointed",
}  # fmt: skip
"""Words whose `in` tells no place."""
_VESSEL_BEFORE = frozenset({"aboard", "onboard"})
_BEYOND = frozenset({"behind", "beyond", "across", "along", "over"})
"""What stands there and an article is a river, a range or a road where it is a single name: `behind the Ardle`."""
_SETTING_OUT = frozenset({
    "march", "marched", "marching", "sail", "sailed", "sailing", "leave", "leaves", "left", "leaving", "bound", "head",
    "headed", "heading", "depart", "departed", "departing", "embark", "embarked", "embarking", "out", "off",
})  # fmt: skip
"""Words whose `for` tells where somebody goes."""


@dataclass(slots=True)
class Evidence:
    """What speaks for each kind, and how often the form stands in the text."""

    count: int = 0
    votes: Votes = field(default_factory=dict)
    """Of the language model, by kind."""
    origins: dict[str, float] = field(default_factory=dict)
    """By kind: the weight of the surest pattern that found it."""
    running: int = 0
    """Votes of the model outside headlines."""
    context: Votes = field(default_factory=dict)
    """Occurrences with each kind of word around them."""

    def without_context(self) -> "Evidence":
        """The votes and patterns alone, to be observed anew."""
        return Evidence(0, dict(self.votes), dict(self.origins), self.running)


def together(parts: Sequence[Evidence]) -> Evidence:
    """What several documents show; what the only one does where there is one."""
    if len(parts) == 1:
        return parts[0]
    whole = Evidence()
    for part in parts:
        whole.count += part.count
        whole.running += part.running
        for kind, votes in part.votes.items():
            whole.votes[kind] = whole.votes.get(kind, 0.0) + votes
        for name, number in part.context.items():
            whole.context[name] = whole.context.get(name, 0.0) + number
        for kind, weight in part.origins.items():
            whole.origins[kind] = max(weight, whole.origins.get(kind, 0.0))
    return whole


def from_candidates(page: Page) -> dict[Form, Evidence]:
    """Votes and patterns of one document, by form."""
    found: dict[Form, Evidence] = {}
    for form, name in page.candidates:
        if not form:
            continue
        evidence = found.setdefault(form, Evidence())
        kind = _LABELS.get(name.label, OTHER)
        if name.origin in _ORIGINS:
            evidence.origins[kind] = max(_ORIGINS[name.origin], evidence.origins.get(kind, 0.0))
        else:
            evidence.running += name.origin != "headline"
            vote = _MODEL.get(name.origin, 1.0) * (0.5 if name.label == "PRODUCT" else 1.0)
            evidence.votes[kind] = evidence.votes.get(kind, 0.0) + vote
    return found


def observe(page: Page, occurrence: Occurrence, evidence: Evidence) -> None:
    """Add what stands around one occurrence."""
    evidence.count += 1
    first, last = occurrence.first, occurrence.last
    before, after = page.before(first), page.after(last)
    gap_before = page.gap(first - 1) if first else ""
    gap_after = page.gap(last)
    direct = gap_before in (" ", "\u00a0", ". ")
    near = (before, page.before(first, 2), page.before(first, 3))
    found = _before(*near, page.is_noun(first - 1)) if direct else ()
    if gap_before == ". ":
        found = [name for name in found if name == "title"]
    if len(occurrence.form) == 1 and lexis.is_acronym(occurrence.form[0]):
        found = [name for name in found if name != "feature"]  # `the field of DH`
    inner = "".join([page.gap(at) for at in range(first, last)]) if first < last else ""
    if "'" in inner or "’" in inner:
        found = [*found, "possessive"]
    if "&" in inner:
        found = [*found, "ampersand"]
    if gap_before == ") ":
        found = [*found, "bracket"]
    if direct and before in ("in", "In") and len(occurrence.form) == 1 and occurrence.form[0].isalpha():
        found = [*found, *(() if gap_after[:1] in ("'", "’") or near[1].casefold() in _HELD else ("within",))]
    if gap_after.startswith(": ") and not before and occurrence.form[-1].isupper():
        found = [*found, "speaker"]
    if "number" in found and len(occurrence.form) == 1 and lexis.is_acronym(occurrence.form[0]):
        found = ["unit"]
    if len(occurrence.form) == 1:
        found = [*found, *_alone(page, occurrence, direct, near, gap_after)]
    for name in (*found, *_after(page, first, last, after, gap_after)):
        evidence.context[name] = evidence.context.get(name, 0.0) + 1


def _alone(
    page: Page, occurrence: Occurrence, direct: bool, near: tuple[str, str, str], gap_after: str
) -> Iterator[str]:
    """What only tells something of a single word: where it leads to, and capitals that are no name's."""
    word, (before, second, _) = occurrence.form[0], near
    if direct and before == "the" and second in _BEYOND and not lexis.is_common(word) and not lexis.is_acronym(word):
        yield "beyond"
    if before in ("for", "towards", "toward") and second in _SETTING_OUT:
        yield "bound"
    if gap_after == " " and word.casefold() in lexis.word_list("ranks"):
        following = page.after(occurrence.last)
        if lexis.is_name_word(following) and not lexis.is_acronym(following):
            yield "rank"
    if _stands_beside(page, occurrence, before, gap_after):
        yield "beside"
    if not direct and lexis.is_common(word) and lexis.starts_sentence(page.text, page.starts[occurrence.first]):
        yield "opening"


def _stands_beside(page: Page, occurrence: Occurrence, before: str, gap_after: str) -> bool:
    """Whether a name stands beside another one and a comma, or behind `of`: `Skelby, Yorkshire`, `people of Skelby`."""
    behind = occurrence.first > 0 and page.gap(occurrence.first - 1) == ", " and lexis.is_name_word(before)
    return before == "of" or behind or (gap_after == ", " and lexis.is_name_word(page.after(occurrence.last)))


@lru_cache(maxsize=1 << 14)
def _before(word: str, second: str, third: str, noun: bool) -> Sequence[str]:
    lower = word.casefold()
    found = []
    if word[:1].isdigit():
        found.append("number")
    if lower in lexis.folded_list("titles"):
        found.append("title")
    elif noun and lower in lexis.word_list("person_nouns"):
        found.append("role")
    found += _at(lower, second)
    if lower in ("the", "a", "an"):
        found += ["article", *_at(second, third)]
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


def _is_feature(noun: str) -> bool:
    """Whether a noun is one for places alone, and not one for bodies, buildings or what is done somewhere: `ridge`."""
    lists = ("organization_nouns", "organization_heads", "building_nouns", "person_nouns")
    return noun in lexis.word_list("place_nouns") and not any(noun in lexis.word_list(name) for name in lists)


def _at(word: str, second: str) -> Sequence[str]:
    """What a preposition before a name and the word before it show: `shares in`, `a clerk at`, `near`."""
    if word in ("in", "of") and second in _SECURITIES:
        return ("traded",)
    if (word, second) in _TAKEN_OVER:
        return ("traded",)
    if word == "of" and second in lexis.word_list("place_nouns"):
        return ("placed", "feature") if _is_feature(second) else ("placed",)
    if word == "at" and second in lexis.word_list("building_nouns"):
        return ("placed", "inside")
    if word == "at" and second in lexis.word_list("person_nouns"):
        return ("employer",)
    return ("inside",) if word in _INSIDE else ()


def _after(page: Page, first: int, last: int, word: str, gap: str) -> Sequence[str]:
    if gap in (" ", "\u00a0"):
        if word == "et":
            return ("cited",) if page.after(last, 2) == "al" else ()
        return _right_after(word, page.before(first) in _PLACE_BEFORE)
    if gap == " (" and word.isdigit() and len(word) == 4:
        return ("cited",)
    return _behind_comma(page, last, word) if gap == ", " else ()


@lru_cache(maxsize=1 << 14)
def _right_after(word: str, placed: bool) -> Sequence[str]:
    """What the next word shows; behind a word of place, `who` is not said of the name: `a man from Cork who left`."""
    found = []
    if _lemma(word) in lexis.word_list("reporting_verbs"):
        found.append("speech")
    if word in lexis.word_list("vehicle_nouns"):
        found.append("vehicle")
    if word in ("himself", "herself") or (word in ("who", "whose") and not placed):
        found.append("personal")
    if word in _SECURITIES:
        found.append("traded")
    elif word in lexis.word_list("person_nouns"):
        found.append("officer")
    return found


def _behind_comma(page: Page, last: int, word: str) -> Sequence[str]:
    """What stands behind the comma after a name: `who`, an office, an age, which no further word follows."""
    if word in ("who", "whose"):
        return ("personal",)
    if word in ("the", "a", "an", "then", "former") or word in lexis.word_list("person_nouns"):
        near = [word, *(page.after(last, n) for n in (2, 3, 4))]
        return ("role",) if any(w in lexis.word_list("person_nouns") for w in near) else ()
    aged = word.isdigit() and len(word) == 2 and not page.gap(last + 1).startswith((" ", "\u00a0"))
    return ("personal",) if aged else ()


@lru_cache(maxsize=1 << 14)
def _lemma(word: str) -> str:
    """A reporting verb from its past or present form, well enough to look it up."""
    verbs = lexis.word_list("reporting_verbs")
    irregular = {"said": "say", "told": "tell", "wrote": "write", "thought": "think", "felt": "feel", "knew": "know"}
    for stem in (irregular.get(word, word), word[:-1], word[:-2], word[:-3] + "y"):
        if stem in verbs:
            return stem
    return word
