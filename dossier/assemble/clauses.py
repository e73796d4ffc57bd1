"""Clauses: what a sentence's dependency parse says happened, to whom, and in which words.

Labels are those of the ClearNLP scheme that spaCy's English pipelines use.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any, TypeVar

from dossier.model.annotation import Sentence, Token
from dossier.model.span import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OBJECTS = frozenset({"dobj", "obj", "dative", "attr", "oprd"})
_AFTER_NOUN = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct"})
_OWN_CLAUSE = frozenset({"advcl", "relcl", "parataxis"})
"""Dependents of a verb or noun that tell of something else."""
_PREDICATE_DEPENDENCIES = frozenset(
    {"ROOT", "conj", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "parataxis", "csubj"}
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate and what hangs on it. Numbers are indexes into the sentence's tokens."""

    sentence: Sentence
    verb: int
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    agents: tuple[int, ...]
    """Heads of `by …` in a passive."""
    passive: bool
    words: tuple[int, ...]
    """The tokens of the clause, those of clauses that tell of something else left out."""

    @property
    def span(self) -> Span:
        """From the clause's first word to its last, outer punctuation left out."""
        tokens = [self.sentence.tokens[i] for i in self.words]
        while len(tokens) > 1 and tokens[0].pos in {"PUNCT", "SPACE", "CCONJ"}:
            tokens.pop(0)
        while len(tokens) > 1 and tokens[-1].pos in {"PUNCT", "SPACE", "CCONJ"}:
            tokens.pop()
        return Span(tokens[0].start, tokens[-1].end)


def is_parsed(sentence: Sentence) -> bool:
    """Whether the parser ran on the sentence."""
    return any(token.dep for token in sentence.tokens)


class _Tree:
    """What is asked of one sentence again and again, worked out once."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        below: list[list[int]] = [[] for _ in sentence.tokens]
        for index, token in enumerate(sentence.tokens):
            if token.head != index:
                below[token.head].append(index)
        self.below = tuple(tuple(found) for found in below)
        self.answers: dict[tuple[str, int], Any] = {}


_TREES = 256
"""Sentences whose trees are held, about a document's: it is gone through for several kinds of report in turn."""
_trees: dict[int, _Tree] = {}
"""By the identity of the sentence, which its tree holds, so that no other sentence takes its number."""
_latest = [_Tree(Sentence(Span(0, 0), 0, ()))]
"""The tree that was asked for last: most questions about a sentence come together."""


def _tree(sentence: Sentence) -> _Tree:
    held = _latest[0]
    if held.sentence is not sentence:
        held = _latest[0] = _trees.get(id(sentence)) or _grown(sentence)
    return held


def _grown(sentence: Sentence) -> _Tree:
    if len(_trees) >= _TREES:
        _trees.clear()
    return _trees.setdefault(id(sentence), _Tree(sentence))


_Answer = TypeVar("_Answer")


def once_a_word(ask: Callable[[Sentence, int], _Answer]) -> Callable[[Sentence, int], _Answer]:
    """A question about a word of a sentence, worked out once and held with the sentence's tree."""
    name = f"{ask.__module__}.{ask.__qualname__}"

    @wraps(ask)
    def answer(sentence: Sentence, index: int) -> _Answer:
        held = _tree(sentence).answers
        try:
            found: _Answer = held[name, index]
        except KeyError:
            found = held[name, index] = ask(sentence, index)
        return found

    return answer


def children(sentence: Sentence) -> tuple[tuple[int, ...], ...]:
    """For each token the tokens that hang on it."""
    held = _latest[0]
    return held.below if held.sentence is sentence else _tree(sentence).below


def subtree(below: tuple[tuple[int, ...], ...], top: int, leave_out: frozenset[int] = frozenset()) -> tuple[int, ...]:
    """A token and everything below it, in order, but for some branches."""
    found = [top]
    for index in found:  # It grows while it is walked.
        found += [i for i in below[index] if i not in leave_out] if leave_out else below[index]
    return tuple(sorted(found))


def predicate_above(sentence: Sentence, index: int) -> int | None:
    """The nearest predicate that a token hangs on, the token itself included; None in a verbless sentence."""
    for _ in sentence.tokens:
        token = sentence.tokens[index]
        if token.pos in {"VERB", "AUX"} and token.dep in _PREDICATE_DEPENDENCIES:
            return index
        if token.head == index:
            return None
        index = token.head
    return None


@once_a_word
def clause(sentence: Sentence, verb: int) -> Clause:
    """The clause of a predicate. A shared subject (`docked and was sealed`) is taken from the verb it is
    joined to; a relative pronoun stands for the noun it hangs on."""
    below = children(sentence)
    tokens = sentence.tokens
    hanging = below[verb]
    others = frozenset(
        i for i in hanging if tokens[i].dep in _OWN_CLAUSE or (tokens[i].dep == "conj" and _has_subject(sentence, i))
    )
    passive = _is_passive(sentence, verb)
    by = (i for i in hanging if tokens[i].dep == "agent")
    agents = tuple(i for preposition in by for i in below[preposition] if tokens[i].dep == "pobj")
    return Clause(
        sentence,
        verb,
        subjects_of(sentence, verb),
        tuple(i for i in hanging if tokens[i].dep in OBJECTS),
        agents,
        passive,
        subtree(below, verb, others),
    )


def _is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether something is done to the subject; `sealed` in `was found and sealed` goes with the verb before it."""
    tokens, below = sentence.tokens, children(sentence)
    for _ in tokens:
        if any(tokens[i].dep in {"nsubjpass", "auxpass"} for i in below[verb]):
            return True
        if tokens[verb].dep != "conj" or tokens[verb].tag != "VBN" or _has_subject(sentence, verb):
            return False
        verb = tokens[verb].head
    return False


def with_subject(clause: Clause) -> Clause:
    """The clause, with the subject of its sentence where the parse gives it none."""
    root = next((i for i, token in enumerate(clause.sentence.tokens) if token.dep == "ROOT"), None)
    if clause.subjects or root is None:
        return clause
    return replace(clause, subjects=subjects_of(clause.sentence, root))


@once_a_word
def _has_subject(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[i].dep in SUBJECTS for i in children(sentence)[verb])


@once_a_word
def subjects_of(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Heads of the subject of a predicate, those of joined names included (`Smith and Jones said`); a verb without
    one of its own has that of the verb it goes with (`replied by saying`)."""
    tokens, below = sentence.tokens, children(sentence)
    for _ in tokens:
        own = [i for i in below[verb] if tokens[i].dep in SUBJECTS]
        if own:
            named = [_antecedent(sentence, verb, i) for i in own]
            return tuple(dict.fromkeys(joined for i in named for joined in conjuncts(sentence, i)))
        if tokens[verb].dep == "acl":
            return (tokens[verb].head,)
        if tokens[verb].dep == "pcomp":
            verb = tokens[tokens[verb].head].head
        elif _shares_subject(tokens[verb]) or (tokens[verb].dep == "advcl" and _is_infinitive(sentence, verb)):
            verb = tokens[verb].head
        else:
            return ()
    return ()


def _shares_subject(verb: Token) -> bool:
    """Whether a predicate without a subject has that of the verb it hangs on: `said …, adding that`."""
    return verb.dep in {"conj", "xcomp"} or (verb.dep == "advcl" and verb.tag == "VBG")


def _is_infinitive(sentence: Sentence, verb: int) -> bool:
    """`Broke her silence to say`."""
    return any(t.head == verb and t.tag == "TO" for t in sentence.tokens)


def _antecedent(sentence: Sentence, verb: int, subject: int) -> int:
    """The noun that a relative pronoun stands for; in `the Lark was a ferry which sank` that is the Lark."""
    tokens = sentence.tokens
    if tokens[verb].dep != "relcl" or tokens[subject].tag not in {"WDT", "WP"}:
        return subject
    noun = _described(sentence, verb, subject)
    is_told_of = (i for i, t in enumerate(tokens) if t.head == tokens[noun].head and t.dep == "nsubj" and i != noun)
    named = next((i for i in is_told_of if tokens[i].pos != "PRON"), None) if tokens[noun].dep == "attr" else None
    return noun if named is None else named


def _described(sentence: Sentence, verb: int, pronoun: int) -> int:
    """The noun that a relative clause describes. A clause with `that` tells things of one kind apart, which a name
    needs not: after `a mill at Kelby Cross that burned down` it is the mill."""
    tokens, below = sentence.tokens, children(sentence)
    noun = tokens[verb].head
    beside = {tokens[i].dep: tokens[i].pos for i in below[noun]}
    is_name = "det" not in beside and "PROPN" in {tokens[noun].pos, beside.get("compound")}
    above = tokens[tokens[noun].head].head
    in_phrase = tokens[noun].dep == "pobj" and tokens[tokens[noun].head].dep == "prep" and tokens[above].pos == "NOUN"
    return above if is_name and in_phrase and tokens[pronoun].lemma.lower() == "that" else noun


@once_a_word
def conjuncts(sentence: Sentence, index: int) -> tuple[int, ...]:
    """A token and the tokens joined to it by `and`."""
    below = children(sentence)
    found = [index]
    for one in found:  # It grows while it is walked.
        found += [i for i in below[one] if sentence.tokens[i].dep == "conj"]
    return tuple(found)


@once_a_word
def noun_phrase(sentence: Sentence, head: int) -> Span:
    """The words of a noun phrase: its head with determiner and modifiers, without relative clauses, appositions
    after it, and joined nouns."""
    tokens, below = sentence.tokens, children(sentence)
    words = [head]
    for index in words:  # It grows while it is walked.
        words += [i for i in below[index] if tokens[i].dep not in _AFTER_NOUN]
    return Span(tokens[min(words)].start, tokens[max(words)].end)


def tokens_at(sentence: Sentence, span: Span) -> list[int]:
    """The tokens that share code points with a span, in order."""
    return [i for i, token in enumerate(sentence.tokens) if token.start < span.end and span.start < token.end]
