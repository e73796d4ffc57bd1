"""Sentences whose subject the parser took for a part of the date before it, put right.

`On Friday police arrested him`, `In an interview on 4 May the clerk said …`: without a comma after the date the parser
reads `Friday police` and leaves the predicate without a subject. Where the dates are known this can be seen.
"""

from collections.abc import Sequence
from dataclasses import replace

from dossier.assemble.clauses import SUBJECTS
from dossier.model.annotation import Sentence, Token
from dossier.model.span import Span

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def mended(sentence: Sentence, date: Span) -> Sentence:
    """The sentence with the noun after a date as the subject of a predicate that has none; the same object where there
    is nothing to mend."""
    found = _swallowed(sentence.tokens, date)
    return sentence if found is None else replace(sentence, tokens=_with_subject(sentence.tokens, date, *found))


def _swallowed(tokens: Sequence[Token], date: Span) -> tuple[int, int, int] | None:
    """The noun that a date's words hang on, the preposition before the date, and the predicate that lacks a subject."""
    inside = [i for i, t in enumerate(tokens) if date.overlaps(t)]
    nouns = {tokens[i].head for i in inside} | {i for i, t in enumerate(tokens) if t.dep == "conj" and t.head in inside}
    for noun in sorted(nouns - set(inside)):
        if noun < inside[-1] or tokens[noun].pos not in _NOMINAL or tokens[noun].dep not in {"pobj", "conj"}:
            continue
        first = tokens[noun].head if tokens[noun].dep == "pobj" else tokens[tokens[noun].head].head
        verb = _predicate_above(tokens, first)
        if first <= inside[0] and tokens[first].dep == "prep" and verb is not None and verb > noun:
            return noun, first, verb
    return None


def _predicate_above(tokens: Sequence[Token], preposition: int) -> int | None:
    """The verb that a phrase hangs on; None where it has a subject."""
    at = preposition
    while tokens[at].dep in {"prep", "pobj"}:
        at = tokens[at].head
    has_subject = any(t.head == at and t.dep in SUBJECTS for t in tokens)
    return at if tokens[at].pos == "VERB" and not has_subject else None


def _with_subject(tokens: Sequence[Token], date: Span, noun: int, preposition: int, verb: int) -> tuple[Token, ...]:
    passive = any(t.head == verb and t.dep == "auxpass" for t in tokens)
    inside = [i for i, t in enumerate(tokens) if date.overlaps(t) and i != preposition]
    top = next((i for i in inside if tokens[i].head == preposition), None)
    own = top if top is not None else next(i for i in inside if tokens[i].head == noun)
    found = list(tokens)
    for i in inside:
        if tokens[i].head == noun or tokens[i].head not in {*inside, preposition}:
            found[i] = replace(tokens[i], head=own, dep="conj" if top is not None else tokens[i].dep)
    if top is None:
        found[own] = replace(tokens[own], head=preposition, dep="pobj")
    found[noun] = replace(tokens[noun], head=verb, dep="nsubjpass" if passive else "nsubj")
    return tuple(found)
