"""One utterance and its sightings: the same words, said by the same speaker, in several documents or twice in one.

Only statements that share two neighbouring telling words are compared, so that the time grows with the statements and
not with their square. Two quotations of one speaker are one utterance where the words of the shorter are nearly all in
the longer in about the same order, as when one was translated or shortened; a reporter's words, or those of a speaker
who is not known, must be the same almost to the letter, since many people say `the hole was made from inside`. Figures:
`partial_ratio` of rapidfuzz, 0 to 100, over folded words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz

from dossier.assemble.content import stem
from dossier.assemble.groups import Groups
from dossier.assemble.when import meet
from dossier.model.statement import Statement

REWORDED = 85.0
"""Variants of one quotation in the bundled case have 87 and more, other words of one speaker under 75."""
VERBATIM = 95.0
SHORTEST, SHORTEST_VERBATIM = 4, 6
"""Telling words: two people may say fewer in the same way, each on an occasion of their own."""
_TELLING = 4
"""Letters of a word that is looked up."""
_FIRST = 8
"""Statements with which a later one that shares a pair of words is compared: it is joined through them to the rest."""
_WORD = re.compile(r"[^\W_]+")


def with_utterances(said: Sequence[Statement], texts: Mapping[str, str]) -> tuple[Statement, ...]:
    """The statements, in the same order, each with the id of the first sighting of its utterance; `texts` by source."""
    words = [_WORD.findall(s.span.of(texts[s.source]).casefold()) for s in said]
    groups = Groups(len(said))
    speakers = {index: frozenset(s.speakers) for index, s in enumerate(said)}
    for one, other in sorted(_candidates(words)):
        first, second = groups.of(one), groups.of(other)
        known = speakers[first], speakers[second]
        if first == second or (all(known) and known[0] != known[1]) or _exclude(said[one], said[other]):
            continue
        quoted = all(known) and said[one].kind == said[other].kind == "direct"
        if _is_same(words[one], words[other], quoted=quoted):
            groups.join(first, second)
            speakers[groups.of(first)] = known[0] | known[1]
    return tuple(replace(s, utterance=said[groups.of(index)].id) for index, s in enumerate(said))


def _exclude(one: Statement, other: Statement) -> bool:
    """Whether two statements cannot be one: one is inside the other, or they were said on different days."""
    if one.source == other.source and one.span.overlaps(other.span):
        return True
    return bool(one.said and other.said and not meet(one.said, other.said))


def _candidates(words: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Pairs of statements that share two neighbouring telling words, or their stems."""
    holders: dict[tuple[str, str], list[int]] = {}
    for index, own in enumerate(words):
        for pair in dict.fromkeys(_pairs(own)):
            holders.setdefault(pair, []).append(index)
    return {(one, other) for held in holders.values() for one in held[:_FIRST] for other in held if one < other}


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    telling = [stem(word) for word in words if len(word) >= _TELLING]
    return pairwise(telling)


def _is_same(one: Sequence[str], other: Sequence[str], *, quoted: bool) -> bool:
    """`quoted`: both are quotations of one known speaker."""
    shortest, alike = (SHORTEST, REWORDED) if quoted else (SHORTEST_VERBATIM, VERBATIM)
    if sum(len(word) >= _TELLING for word in min(one, other, key=len)) < shortest:
        return False
    return fuzz.partial_ratio(" ".join(one), " ".join(other), score_cutoff=alike) >= alike
