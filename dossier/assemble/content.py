"""The words that tell what happened, reduced so that `landing` and `landed`, `discovery` and `discovered` are one."""

import re
from collections.abc import Iterator
from functools import cache

import snowballstemmer

from dossier.assemble.clauses import Clause, children
from dossier.assemble.reading import Named
from dossier.assemble.words import action_nouns, stative_verbs
from dossier.model.annotation import Sentence
from dossier.model.span import Span

TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
"""Parts of speech of the words that tell what happened."""
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_OBLIQUE = frozenset({"xcomp", "conj", "pcomp"})
"""Dependents of a verb that go on telling what is done: `was forced to seal`, `located and sealed`."""


@cache
def _stemmer() -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer("english")


@cache
def stem(word: str) -> str:
    """The stem of one word (Porter2), lower case."""
    return str(_stemmer().stemWord(word.casefold()))


def content_stems(*phrases: str) -> frozenset[str]:
    """Stems of the telling words in some phrases."""
    words = (word for phrase in phrases for word in _WORD.findall(phrase))
    return frozenset(stem(word) for word in words if len(word) > 2)


def content_of(sentence: Sentence, words: tuple[int, ...], names: tuple[Named, ...]) -> frozenset[str]:
    """Stems of the telling words among some tokens, the words of names left out."""
    tokens = (sentence.tokens[i] for i in words)
    told = (t for t in tokens if t.pos in TELLING and not any(n.span.overlaps(Span(t.start, t.end)) for n in names))
    return content_stems(*(token.lemma for token in told))


@cache
def acts_of_noun(noun: str) -> frozenset[str]:
    """Stems of a noun of something done or happening and of the verbs it is derived from; empty for other nouns."""
    verbs = action_nouns().get(noun)
    return frozenset() if verbs is None else frozenset(map(stem, (noun, *verbs)))


def acts_of(clause: Clause) -> frozenset[str]:
    """Stems that say what a clause tells to be done: its verb, those that go on from it (`was forced to seal`,
    `used tape to seal`), and the nouns of doing that are its subject or object (`carried out a repair`). Verbs of
    being only where there is nothing else."""
    tokens = clause.sentence.tokens
    verbs = {tokens[i].lemma.lower() for i in _verbs(clause.sentence, clause.verb)}
    nouns = (tokens[i] for i in (*clause.subjects, *clause.objects) if tokens[i].pos == "NOUN")
    done = {stem(verb) for verb in verbs - stative_verbs()}.union(*(acts_of_noun(n.lemma.lower()) for n in nouns))
    return frozenset(done) or frozenset(map(stem, verbs))


def _verbs(sentence: Sentence, verb: int) -> Iterator[int]:
    below, todo = children(sentence), [verb]
    while todo:
        index = todo.pop()
        yield index
        hanging = (i for i in below[index] if sentence.tokens[i].pos == "VERB")
        todo += [i for i in hanging if sentence.tokens[i].dep in _OBLIQUE or _is_purpose(sentence, i)]


def _is_purpose(sentence: Sentence, verb: int) -> bool:
    """`to seal` in `used tape to seal the leak`."""
    token = sentence.tokens[verb]
    return token.dep == "advcl" and token.tag == "VB"
