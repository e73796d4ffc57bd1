"""The tense of a predicate: what the verb form says of when it happened, seen from the writer or the story."""

from collections.abc import Iterator
from enum import StrEnum

from dossier.assemble.clauses import children, once_a_word
from dossier.model.annotation import Sentence, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})

_FUTURE = frozenset({"will", "shall", "'ll", "’ll"})


class Tense(StrEnum):
    """The finite forms that place an event differently; `NONE` for a noun or a form without tense."""

    PAST = "past"
    PLUPERFECT = "pluperfect"
    PERFECT = "perfect"
    PRESENT = "present"
    FUTURE = "future"
    MODAL = "modal"
    NONE = "none"


def auxiliaries(sentence: Sentence, verb: int) -> Iterator[Token]:
    """The helping verbs of a predicate."""
    for index in children(sentence)[verb]:
        if sentence.tokens[index].dep in {"aux", "auxpass"}:
            yield sentence.tokens[index]


@once_a_word
def tense_of(sentence: Sentence, verb: int) -> Tense:
    """The tense of a predicate; a participle joined to another (`was found and sealed`) has that one's."""
    token = sentence.tokens[verb]
    helpers = list(auxiliaries(sentence, verb))
    modals = [helper for helper in helpers if helper.tag == "MD"]
    if modals:
        return Tense.FUTURE if modals[0].lemma.lower() in _FUTURE else Tense.MODAL
    have = next((helper for helper in helpers if helper.lemma == "have"), None)
    if have is not None:
        return Tense.PLUPERFECT if have.tag == "VBD" else Tense.PERFECT
    tags = {token.tag, *(helper.tag for helper in helpers)}
    if token.dep == "conj" and not helpers and token.tag in {"VBN", "VB"} and token.head != verb:
        return tense_of(sentence, token.head)
    if "VBD" in tags:
        return Tense.PAST
    return Tense.PRESENT if tags & {"VBZ", "VBP"} else Tense.NONE


def is_finite(sentence: Sentence, verb: int) -> bool:
    """Whether a predicate has a tense of its own or in an auxiliary."""
    return any(token.tag in _FINITE for token in (sentence.tokens[verb], *auxiliaries(sentence, verb)))
