"""The predicates of labels: which words tell what was done, and which of them tell something else."""

from collections.abc import Sequence
from itertools import pairwise

from dossier.assemble.clauses import SUBJECTS, Clause, children, predicate_above, subtree
from dossier.assemble.tense import Tense, auxiliaries, is_finite, tense_of
from dossier.model.annotation import Sentence, Token

_MARKS = frozenset({",", "-", "–", "—"})


def aim(clause: Clause) -> frozenset[int]:
    """The infinitive that goes on telling what was done, or what for: `to find the hold flooded` of `They awoke to
    find the hold flooded`."""
    tokens, below = clause.sentence.tokens, children(clause.sentence)
    aims = (
        i
        for i in below[clause.verb]
        if i > clause.verb and tokens[i].dep == "advcl" and tokens[i].tag == "VB" and _has_to(tokens, below[i])
    )
    return frozenset(word for i in aims for word in subtree(below, i))


def _has_to(tokens: Sequence[Token], hanging: Sequence[int]) -> bool:
    return any(tokens[i].dep == "aux" and tokens[i].lemma.lower() == "to" for i in hanging)


def told_apart(clause: Clause, when: frozenset[int]) -> frozenset[int]:
    """The words of the predicates joined to a clause's own that tell of another time: `and was freed in 1996` of `She
    was jailed in 1991 and was freed in 1996`, `and employs 800` of `The mine was opened in 1961 and employs 800`; with
    what joins them."""
    sentence, below = clause.sentence, children(clause.sentence)
    tokens = sentence.tokens
    found: set[int] = set()
    for i in below[clause.verb]:
        if tokens[i].dep == "conj" and i > clause.verb and tokens[i].pos in {"VERB", "AUX"}:
            branch = subtree(below, i)
            if _has_time_of_its_own(clause, branch, when) or _is_of_another_time(sentence, clause.verb, i):
                found.update(branch)
                found.update(j for j in below[clause.verb] if tokens[j].dep == "cc" and j < i)
    return frozenset(found)


def _has_time_of_its_own(clause: Clause, branch: Sequence[int], when: frozenset[int]) -> bool:
    """Whether a joined predicate's time is not also that of the one it is joined to: that one has its own, or there are
    several. `The steamer struck a rock and sank on 5 May` tells one time of both."""
    own = sorted(when.intersection(branch))
    gaps = sum(after - before > 1 for before, after in pairwise(own))
    return bool(own) and (gaps > 0 or not when.isdisjoint(set(clause.words) - set(branch)))


def called_again(clause: Clause, own: Sequence[int]) -> frozenset[int]:
    """The words by which a clause calls its subject a second time, after a comma: `the yard` of `Hart & Son, the yard
    has closed`."""
    tokens, below = clause.sentence.tokens, children(clause.sentence)
    if not own or own[-1] + 1 >= clause.verb or "," not in {tokens[own[-1]].lemma, tokens[own[-1] + 1].lemma}:
        return frozenset()
    again = (i for i in below[clause.verb] if tokens[i].dep in SUBJECTS and own[-1] < i < clause.verb)
    return frozenset(word for i in again for word in subtree(below, i))


def _is_of_another_time(sentence: Sentence, one: int, other: int) -> bool:
    """Whether of two predicates the one tells what was, and the other what is or has been since."""
    return tense_of(sentence, one) is Tense.PAST and tense_of(sentence, other) in {Tense.PRESENT, Tense.PERFECT}


def helper(clause: Clause) -> str:
    """The auxiliary that a participle lacks which stands for a whole clause: `was` for `The bridge, built in 1961, is
    closed` and for `He was charged in May and acquitted in June`; empty where it has one, or none is missing."""
    tokens = clause.sentence.tokens
    verb = tokens[clause.verb]
    if verb.tag != "VBN" or not clause.subjects or any(True for _ in auxiliaries(clause.sentence, clause.verb)):
        return ""
    if any(t.dep in SUBJECTS and t.head == clause.verb for t in tokens):
        return ""
    if not (_is_described_by(clause) if verb.dep == "acl" else _goes_on_with_passive(clause)):
        return ""
    return "were" if len(clause.subjects) > 1 or _is_plural(clause, clause.subjects[0]) else "was"


def _is_plural(clause: Clause, subject: int) -> bool:
    """Whether a noun means several; a name in the plural only with an article: `the Harts`, and not `Hart Dairies`."""
    tokens = clause.sentence.tokens
    named = tokens[subject].tag == "NNPS" and any(tokens[i].dep == "det" for i in children(clause.sentence)[subject])
    return tokens[subject].tag == "NNS" or named


def _is_described_by(clause: Clause) -> bool:
    """Whether a participle describes a noun of a sentence that has a predicate; where it has none, or only one after a
    colon, what the parser takes for a participle may be that predicate: `The head of the yard wrote: “I agree”`."""
    tokens = clause.sentence.tokens
    above = predicate_above(clause.sentence, tokens[clause.verb].head)
    if above is None or not is_finite(clause.sentence, above):
        return False
    return not any(t.lemma == ":" for t in tokens[min(above, clause.verb) : max(above, clause.verb)])


def _goes_on_with_passive(clause: Clause) -> bool:
    tokens = clause.sentence.tokens
    between = tokens[tokens[clause.verb].head : clause.verb]
    return tokens[clause.verb].dep == "conj" and clause.passive and not any(t.lemma == ";" for t in between)


def without_closing_mark(tokens: Sequence[Token], words: Sequence[int], verb: int) -> list[int]:
    """The words after a subject, without the comma that opens what stands between it and its verb, nor the one that
    closes it: `, at noon, collapsed`."""
    if not words or tokens[words[0]].lemma not in _MARKS:
        return list(words)
    closing = next((i for i in words[1:] if i < verb and tokens[i].lemma == tokens[words[0]].lemma), None)
    return [i for i in words[1:] if i != closing]
