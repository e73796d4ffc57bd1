"""What a form shows by itself before any occurrence is looked at: its shape, its words, the general lists.

The weights are on the scale of `scoring`: 1 is enough for a kind to be accepted.
"""

from collections.abc import Mapping
from functools import lru_cache

from dossier import lexis
from dossier.resolve.evidence import KINDS, ORGANIZATION, OTHER, PERSON, PLACE, VEHICLE
from dossier.resolve.hints import INSTITUTION
from dossier.resolve.page import Form

_ORG_TRUST = 0.7
"""How far a vote for an organization counts where nothing in the name speaks for one: the model's weakest label."""
_ACRONYM = 6
"""Letters; what is longer in capitals may be any word."""
_WORD = 4
"""Letters from which a word of the language in capitals is that word: `OATH`, but `WHO`."""
_COMMON = 1.0
"""Against a person called by a word of the language that is known for no name."""
_KNOWN_PLACE = 0.8
"""Against a person who is called as a place is."""
_GIVEN_NAME = 1.2
"""Against a place whose name begins with a given name that is no place's and has no noun for places."""
_SHOUTED = 2.0
"""Against a name of four words and more all in capitals: a headline."""
_PHRASE = 2.0
"""Against a place called by words of the language, none of which is a noun for places."""
_KIN = 2.0
"""Against a person called by a mere word for a relative: `Papa` is somebody else in each family."""
_PERIOD = 2.0
"""Against whatever is called as a day, a month or a feast is."""


@lru_cache(maxsize=1 << 16)
def prior(form: Form, lower: float) -> Mapping[str, float]:
    """What a form shows by itself: its shape, its words, and how often it stands without its capital."""
    scores: dict[str, float] = dict.fromkeys((*KINDS, OTHER), 0.0)
    _weigh_shape(scores, form)
    _weigh_lists(scores, form, lower)
    for kind in KINDS if lower else ():
        scores[kind] -= (2.5 if kind is PERSON or len(form) == 1 else 1.0) * min(1.0, lower)
    return scores


def _weigh_shape(scores: dict[str, float], form: Form) -> None:
    if not all(map(str.isalpha, form)) and any(map(str.isdigit, "".join(form))):
        scores[PERSON] -= 4.0
        scores[PLACE] -= 1.0
    if len(form) == 1 and lexis.is_acronym(form[0]):
        scores[PERSON] -= 3.0
        word = len(form[0]) >= _WORD and form[0].casefold() in lexis.word_list("common_words")
        scores[ORGANIZATION] += 0.8 if len(form[0]) <= _ACRONYM and not word else 0.0
        scores[ORGANIZATION] -= _SHOUTED if word else 0.0
    elif any(map(lexis.is_camel, form)):
        scores[PERSON] -= 3.0
        scores[ORGANIZATION] += 1.0
    elif len(form) > 3 and all(map(str.isupper, form)):
        for kind in KINDS:
            scores[kind] -= _SHOUTED
    if not any(map(lexis.is_name_word, form)):
        for kind in KINDS:
            scores[kind] -= 3.0


def _weigh_lists(scores: dict[str, float], form: Form, lower: float) -> None:
    name = " ".join(form)
    if _is_phrase(form, name):
        scores[PLACE] -= _PHRASE
    shouted = len(name) > _WORD and name.isupper() and name.title() in lexis.word_list("places")
    if shouted or name in lexis.word_list("places"):
        scores[PLACE] += 1.8
        scores[PERSON] -= 0.0 if form[0] in lexis.word_list("given_names") else _KNOWN_PLACE
    if name in lexis.word_list("organizations"):
        scores[ORGANIZATION] += 1.0
    if len(form) > 1:
        _weigh_nouns(scores, form)
        _weigh_as_full_name(scores, form)
    else:
        _weigh_single(scores, form[0], lower)


def _is_phrase(form: Form, name: str) -> bool:
    """Whether a name is made of words of the language alone, none of which a place is called by: `Find Culprit`."""
    if len(form) < 2 or name in lexis.word_list("places") or not all(map(lexis.is_common, form)):
        return False
    ends = (form[0].casefold(), head_of(form).casefold())
    return not any(_is_place_noun(word) for word in ends)


def _is_place_noun(word: str) -> bool:
    return word in lexis.word_list("place_nouns") or word in lexis.word_list("road_nouns")


def _weigh_nouns(scores: dict[str, float], form: Form) -> None:
    """The noun in a name that says what it names: `Agency`, `Steppe`, `Space Station`."""
    low, head = [word.casefold() for word in form], head_of(form).casefold()
    if lexis.is_legal_form(form[-1]) or head in lexis.word_list("organization_nouns"):
        scores[ORGANIZATION] += 1.2
    elif not lexis.word_list("organization_heads").isdisjoint((head, head.removesuffix("s"))):
        scores[ORGANIZATION] += 1.0
        scores[PERSON] -= 0.0 if form[-1] in lexis.word_list("family_names") else 1.0
    elif _is_place_noun(head):
        scores[PLACE] += 0.7
        scores[PERSON] -= 0.0 if form[-1] in lexis.word_list("family_names") else 1.0
    vehicles = lexis.word_list("vehicle_nouns")
    lead, tail = {" ".join(low[:2]), low[0]}, {" ".join(low[-2:]), head}
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
        scores[PERSON] -= 1.5 * _COMMON
    elif not family and lexis.is_common(form[-1]):
        scores[PERSON] -= 2 * _COMMON


def _weigh_single(scores: dict[str, float], word: str, lower: float) -> None:
    """A word alone; the name of a people, of an occupation or of a kind of organization mostly names nobody."""
    singular = word.casefold() in lexis.word_list("person_nouns")
    plural = word.endswith("s") and word[:-1].casefold() in lexis.word_list("person_nouns")
    given, family = word in lexis.word_list("given_names"), word in lexis.word_list("family_names")
    if is_institution(word):
        scores[ORGANIZATION] -= INSTITUTION
        scores[PERSON] -= 0.0 if given or family else INSTITUTION / 2
    if word.casefold() in lexis.word_list("kin_nouns") and not given:
        scores[PERSON] -= _KIN
    if word in lexis.word_list("demonyms") or singular or plural:
        for kind in KINDS:
            scores[kind] -= 1.0 if family else 1.0 + 2.0 * min(1.0, 3 * lower)
        scores[PERSON] -= 2.0 if plural and not singular else 0.0
        scores[ORGANIZATION] -= 2.0 if singular and word not in lexis.word_list("organizations") else 0.0
    elif given or family:
        scores[PERSON] += 1.2 if given else 0.7
    else:
        scores[PERSON] -= 0.6 + _COMMON * lexis.is_common(word)
    if lexis.is_common(word) and word not in lexis.word_list("places"):
        scores[PLACE] -= 1.4 * _COMMON
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


def is_building(form: Form) -> bool:
    """Whether the noun in a name of several words is one for buildings: `Custom House`."""
    return len(form) > 1 and head_of(form).casefold() in lexis.word_list("building_nouns")


def trust(form: Form, kind: str) -> float:
    """How far a vote of the model for a kind counts."""
    if kind is ORGANIZATION:
        return _organization_trust(form)
    return _place_trust(form) if kind is PLACE else 1.0


@lru_cache(maxsize=1 << 16)
def _organization_trust(form: Form) -> float:
    if _looks_collective(form) and not (len(form) == 1 and is_institution(form[0])):
        return 1.0
    known = " ".join(form) in lexis.word_list("places")
    known = known or (len(form) == 1 and not lexis.word_list("given_names").isdisjoint(form))
    return _ORG_TRUST / 2 if known else _ORG_TRUST


@lru_cache(maxsize=1 << 16)
def _place_trust(form: Form) -> float:
    """How far a vote of the model for a place counts: less where the noun in the name is one for organizations only."""
    head = head_of(form).casefold()
    if len(form) == 1 or head in lexis.word_list("place_nouns") or " ".join(form) in lexis.word_list("places"):
        return 1.0
    collective = head in lexis.word_list("organization_nouns") or head in lexis.word_list("organization_heads")
    return _ORG_TRUST / 2 if collective else 1.0


def _looks_collective(form: Form) -> bool:
    """Whether something in a name speaks for an organization: its noun, an acronym, the general list."""
    nouns, low = lexis.word_list("organization_nouns"), {word.casefold() for word in form}
    return (
        not low.isdisjoint(nouns) or lexis.is_legal_form(form[-1]) or not low.isdisjoint(("&", "and", "of"))
        or any(map(_is_written_collective, _but_initials(form)))
        or " ".join(form) in lexis.word_list("organizations")
    )


def _is_written_collective(word: str) -> bool:
    return (lexis.is_acronym(word) and len(word) <= _ACRONYM) or lexis.is_camel(word)


def _but_initials(form: Form) -> Form:
    return form[1:] if len(form) > 1 and lexis.is_initials(form[0]) else form
