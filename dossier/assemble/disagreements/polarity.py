"""Whether a predicate is held or rejected, in part or whole, and whether it is told or only to come."""

from collections.abc import Sequence

from dossier.assemble.clauses import children, clause
from dossier.assemble.denotes import denoted
from dossier.assemble.disagreements.assertion import negation
from dossier.assemble.reading import Reading
from dossier.assemble.words import DENYING
from dossier.model.annotation import Sentence, Token
from dossier.model.span import Span

_FAILING = frozenset({"fail", "refuse", "decline", "neglect", "forget", "omit", "avoid"})
"""Verbs that tell that what follows was not done (negative implicatives)."""
_PARTLY = frozenset({
    "only", "just", "merely", "all", "every", "everyone", "everything", "always", "entirely", "fully", "completely",
    "wholly", "immediately", "until", "till", "before", "yet", "still", "alone", "necessarily", "both", "longer",
    "anymore", "more",
})  # fmt: skip
"""Words with which a negation takes only a part away, or a time."""
_SIGNS = frozenset({"evidence", "trace", "sign", "record", "proof", "indication", "mention", "question"})
"""What there is `no … of`: what is not there is what follows."""


def polarity(reading: Reading, sentence: Sentence, verb: int, own: Span) -> tuple[bool, Span, frozenset[str]]:
    """(whether the proposition is rejected, the words that say so, who denies it where that is somebody named)."""
    tokens = sentence.tokens
    no = negation(sentence, verb)
    rejected = no is not None
    # `Impossible for it to have happened`: the word that rejects it stands before the clause.
    span = own if no is None else _joined(own, Span(tokens[no].start, tokens[no].end))
    at = verb
    for _ in tokens:
        head = tokens[at].head
        if _is_cleft(sentence, at) and negation(sentence, tokens[head].head) is not None:
            return not rejected, _joined(clause(sentence, tokens[head].head).span, span), frozenset()
        if head == at or tokens[at].dep not in {"ccomp", "xcomp", "acl", "pcomp", "prep", "conj"}:
            break
        above = tokens[head].lemma.casefold()
        if tokens[at].dep == "conj":
            at = head
            continue
        if above in DENYING and tokens[at].dep in {"ccomp", "xcomp"}:
            who = frozenset(denoted(reading, sentence, clause(sentence, head).subjects).entities)
            return not rejected, _joined(clause(sentence, head).span, own), who
        if above in _FAILING and tokens[at].dep == "xcomp":
            rejected, span = not rejected, _joined(span, clause(sentence, head).span)
        elif above == "without" and tokens[at].dep == "pcomp":
            rejected = not rejected
        elif tokens[head].pos == "NOUN" and tokens[at].dep == "acl" and _is_none(sentence, head):
            rejected = not rejected
            span = _joined(span, Span(tokens[head].start, tokens[head].end))
        elif tokens[at].dep == "ccomp":
            break
        at = head
    return rejected, span, frozenset()


def _is_cleft(sentence: Sentence, verb: int) -> bool:
    """`It was not Reid who gave the order`."""
    tokens = sentence.tokens
    noun = tokens[verb].head
    above = tokens[noun].head
    it = any(t.head == above and t.lemma.casefold() == "it" for t in tokens)
    return tokens[verb].dep == "relcl" and tokens[noun].dep == "attr" and tokens[above].lemma == "be" and it


def of_none(sentence: Sentence, noun: int) -> bool:
    """Whether there is no sign of what a noun means: `no evidence of sabotage`."""
    tokens = sentence.tokens
    above = tokens[tokens[noun].head]
    sign = above.head if tokens[noun].dep == "pobj" and above.lemma == "of" else None
    return sign is not None and tokens[sign].lemma.casefold() in _SIGNS and _is_none(sentence, sign)


def _is_none(sentence: Sentence, noun: int) -> bool:
    """Whether there is none of what a noun means: `had no plan to`, `there is no intention of`."""
    tokens = sentence.tokens
    return any(t.head == noun and t.lemma.casefold() in {"no", "never", "neither"} for t in tokens)


def _joined(a: Span, b: Span) -> Span:
    return Span(min(a.start, b.start), max(a.end, b.end))


def is_to_come(sentence: Sentence, verb: int) -> bool:
    """Whether a predicate tells what will, may or should be done: a modal, an infinitive; `failed to` tells of what
    was not."""
    above = sentence.tokens[sentence.tokens[verb].head]
    if sentence.tokens[verb].dep == "xcomp" and above.lemma.casefold() in _FAILING:
        return is_to_come(sentence, sentence.tokens[verb].head)
    helpers = [t for t in sentence.tokens if t.head == verb and t.dep in {"aux", "auxpass"}]
    done = any(t.lemma == "do" for t in helpers)
    return any(t.tag in {"MD", "TO"} for t in helpers) or (sentence.tokens[verb].tag == "VB" and not done)


def is_partial(sentence: Sentence, verb: int) -> bool:
    """Whether a negation leaves open that it is so in part, or is so later: `not all`, `not until`, `has not yet`."""
    tokens = sentence.tokens
    below = [tokens[i] for i in children(sentence)[verb]]
    words = {t.lemma.casefold() for t in below} | {
        t.lemma.casefold() for t in tokens if t.head in _indices(tokens, below)
    }
    return bool(words & _PARTLY)


def is_so_far(sentence: Sentence, verb: int) -> bool:
    """Whether a negation only holds up to the day it is told: `has not been found`."""
    below = [sentence.tokens[i] for i in children(sentence)[verb]]
    has = any(t.dep == "aux" and t.tag in {"VBZ", "VBP"} and t.lemma == "have" for t in below)
    return has and not any(t.lemma.casefold() == "never" for t in below)


def _indices(tokens: Sequence[Token], of: Sequence[Token]) -> frozenset[int]:
    starts = {t.start for t in of}
    return frozenset(i for i, t in enumerate(tokens) if t.start in starts)
