"""Noun phrases that describe a person or several without a name: `another anonymous source`, `two officials`.

Read from the dependency parse; labels are those of `assemble.clauses`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier import lexis
from dossier.assemble.clauses import children, conjuncts, subtree
from dossier.model.annotation import Sentence, Token
from dossier.model.span import Span

UNNAMED = frozenset({"anonymous", "unnamed", "unidentified", "unknown", "undisclosed"})
"""Words that say by themselves that the document names nobody."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "some", "several"})
_OTHER = frozenset({"another", "other", "second", "third", "further", "one", "some", "several"})
"""Words by which each mention means somebody else: `some say this, some that`."""
_PEOPLE = {"people": "person", "men": "man", "women": "woman"}
"""Plurals that the language model takes for lemmas of their own."""


@dataclass(frozen=True, slots=True)
class Description:
    """What a noun phrase says of whom it means."""

    span: Span
    nouns: tuple[str, ...]
    """Lemmas of its noun, and of those joined to it by `and`."""
    modifiers: frozenset[str]
    """Lemmas of the words that tell which one: `anonymous`, `russian`, `familiar`."""
    definite: bool
    """Whether it means one spoken of before: `the source`."""
    other: bool
    """Whether it means one besides those spoken of before: `another source`."""
    plural: bool
    completed: bool
    """Whether what follows the noun says whose it is: `the spokesman for the yard`."""

    @property
    def unnamed(self) -> bool:
        """Whether it says that its person is not named."""
        return not UNNAMED.isdisjoint(self.modifiers)


def description_in(sentence: Sentence, span: Span) -> Description | None:
    """The description that the words at `span` are; None where they are a name, a pronoun or no person's."""
    inside = [i for i, token in enumerate(sentence.tokens) if span.start <= token.start and token.end <= span.end]
    top = next((i for i in inside if sentence.tokens[i].head == i or sentence.tokens[i].head not in inside), None)
    return None if top is None else description_at(sentence, top)


def description_at(sentence: Sentence, top: int) -> Description | None:
    """The description with this head; None where it is none."""
    tokens, below = sentence.tokens, children(sentence)
    noun = _part_of(sentence, below, top)
    heads = conjuncts(sentence, noun)
    if not all(_is_person(tokens[head]) for head in heads):
        return None
    before = [i for i in below[noun] if i < noun]
    if any(tokens[i].dep == "poss" or _is_barred(tokens[i]) for i in before):
        return None
    plural = tokens[noun].tag == "NNS" and top == noun
    openers = {tokens[i].lemma.lower() for i in (top, *before) if i != noun} & (_DEFINITE | _INDEFINITE | _OTHER)
    numbered = any(tokens[i].dep == "nummod" for i in before)
    words = [i for i in subtree(below, noun) if i not in heads and tokens[i].pos in {"ADJ", "NOUN", "PROPN", "NUM"}]
    # A noun alone is a headline's (`Man says …`); `people` alone are everybody.
    bare = not openers and not numbered and top == noun
    if bare and (not plural or (not words and tokens[noun].lemma.lower() in _PEOPLE)):
        return None
    # What tells more of somebody told already is no part of it: `an official, who asked not to be named`.
    apart = {"punct", "appos"} if bare else {"punct", "appos", "relcl"}
    extent = subtree(below, top, frozenset(i for i in below[noun] if tokens[i].dep in apart))
    return Description(
        Span(tokens[extent[0]].start, tokens[extent[-1]].end),
        tuple(_lemma(tokens[head]) for head in heads),
        frozenset(tokens[i].lemma.lower() for i in words),
        bool(openers & _DEFINITE) and top == noun,
        bool(openers & _OTHER),
        plural,
        any(tokens[i].dep == "prep" for i in below[noun]),
    )


def _part_of(sentence: Sentence, below: tuple[tuple[int, ...], ...], top: int) -> int:
    """The noun after `one of the …`, `some of the …`; else the head itself."""
    tokens = sentence.tokens
    if tokens[top].lemma.lower() not in _INDEFINITE and tokens[top].pos != "NUM":
        return top
    of = (i for i in below[top] if tokens[i].lemma.lower() == "of" and tokens[i].dep == "prep")
    return next((i for preposition in of for i in below[preposition] if tokens[i].dep == "pobj"), top)


def _lemma(token: Token) -> str:
    return _PEOPLE.get(token.lemma.lower(), token.lemma.lower())


def _is_person(token: Token) -> bool:
    known = lexis.word_list("person_nouns") | lexis.word_list("informants")
    return token.pos == "NOUN" and _lemma(token) in known


def _is_barred(token: Token) -> bool:
    """Whether a determiner speaks of nobody in particular: `no official`, `any judge`, `many scholars`."""
    determiner = token.tag in {"DT", "PDT", "WDT", "JJR", "JJS"} or token.lemma.lower() in {"many", "few"}
    return determiner and token.lemma.lower() not in _DEFINITE | _INDEFINITE


def indefinite_before(sentences: Iterable[Sentence], of: Description) -> Description | None:
    """The nearest indefinite description with the noun and number of `of` in sentences given backwards; what
    stands beside a form of `be` or in apposition tells what somebody is, and introduces nobody."""
    for sentence in sentences:
        for top in range(len(sentence.tokens) - 1, -1, -1):
            token = sentence.tokens[top]
            if token.start >= of.span.start or token.dep in {"attr", "appos", "oprd", "compound"}:
                continue
            if token.pos == "NOUN" and _lemma(token) == of.nouns[0]:
                found = description_at(sentence, top)
                if found is not None and not found.definite and found.plural == of.plural:
                    return found
    return None
