"""Sentences whose subject the parser took for a part of the date before it, or for that of the verb in between, put
right; and sentences without a label.

`On Friday police arrested him`, `In an interview on 4 May the clerk said …`: without a comma after the date the parser
reads `Friday police` and leaves the predicate without a subject. Where the dates are known this can be seen.
"""

from collections.abc import Sequence
from dataclasses import replace

from dossier.assemble.clauses import SUBJECTS
from dossier.model.annotation import Sentence, Token
from dossier.model.span import Span

_VERBAL = frozenset({"VERB", "AUX"})
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


def with_own_subject(sentence: Sentence) -> Sentence:
    """The sentence with the first of two subjects of one verb as that of the clause behind it, which has none: `The
    dam, Reid told them, had been leaking`; the same object where there is nothing to mend."""
    tokens = sentence.tokens
    held: dict[int, list[int]] = {}
    for i, t in enumerate(tokens):
        if t.dep == "nsubj" and i < t.head:
            held.setdefault(t.head, []).append(i)
    for verb, subjects in held.items():
        behind = (i for i in range(verb, len(tokens)) if tokens[i].dep == "ccomp" and tokens[i].head == verb)
        clause = next(behind, None)
        if len(subjects) == 2 and clause is not None and tokens[subjects[0] + 1].lemma == ",":
            below = {t.dep for t in tokens if t.head == clause}
            if not below & SUBJECTS:
                label = "nsubjpass" if "auxpass" in below else "nsubj"
                found = replace(tokens[subjects[0]], head=clause, dep=label)
                return replace(sentence, tokens=(*tokens[: subjects[0]], found, *tokens[subjects[0] + 1 :]))
    return sentence


def cut_before(sentence: Sentence, start: int) -> Sentence:
    """The sentence from its first token at or behind the offset `start` on; the same object where all of it is. What
    hung on a word that is left out stands in its place."""
    tokens = sentence.tokens
    if sentence.span.start >= start or not any(t.start >= start for t in tokens):
        return sentence
    first = next(i for i, t in enumerate(tokens) if t.start >= start)
    tops = [_top_behind(tokens, i, first) for i in range(first, len(tokens))]
    loose = [i for i, (head, _) in enumerate(tops, first) if head is None]
    verbs = [i for i in loose if tokens[i].pos in _VERBAL]
    root = next(iter(verbs + loose), first)
    kept = tuple(
        replace(tokens[i], head=(root if head is None else head) - first, dep="ROOT" if loose and i == root else dep)
        for i, (head, dep) in enumerate(tops, first)
    )
    return replace(sentence, span=Span(kept[0].start, sentence.span.end), tokens=kept)


def _top_behind(tokens: Sequence[Token], index: int, first: int) -> tuple[int | None, str]:
    """The nearest word above a token that is not before the token `first`, None where there is none; and the label by
    which it hangs there."""
    at = index
    while tokens[at].head < first:
        if tokens[at].head == at:
            return None, tokens[index].dep
        at = tokens[at].head
    return tokens[at].head, tokens[at].dep
