"""How many were killed or hurt, told right after what killed or hurt them: `Nineteen people died and 31 were injured.`

Such a sentence says what came of the happening before it, and is of that event.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.assemble.clauses import Clause, children
from dossier.assemble.events.candidate import Candidate
from dossier.assemble.reading import Reading
from dossier.model.entity import EntityKind

SENTENCES_BACK = 2
"""Sentences, in its paragraph, before a toll in which the happening is told."""
_HARMS = frozenset({"die", "drown", "hurt", "injure", "kill", "maim", "perish", "wound"})
"""English verbs of coming to harm."""
_NONE_OR_MANY = frozenset({"nobody", "none", "one", "dozen", "score", "hundred", "thousand", "several", "many", "some"})


def is_toll(clause: Clause) -> bool:
    """Whether a clause tells how many came to harm, and names none of them."""
    tokens = clause.sentence.tokens
    verb = tokens[clause.verb].lemma.lower()
    harmed = clause.subjects if clause.passive or verb not in {"kill", "injure", "wound", "maim", "hurt"} else ()
    if verb == "lose" and any(tokens[i].lemma.lower() == "life" for i in clause.objects):
        harmed = clause.subjects
    elif verb not in _HARMS:
        return False
    return bool(harmed) and all(_is_counted(clause, i) for i in harmed)


def _is_counted(clause: Clause, head: int) -> bool:
    tokens = clause.sentence.tokens
    if tokens[head].pos == "PROPN":
        return False
    beside = [tokens[i] for i in (head, *children(clause.sentence)[head])]
    if any(token.dep == "appos" for token in beside):
        return False
    return any(token.pos == "NUM" or token.lemma.lower() in _NONE_OR_MANY for token in beside)


def with_tolls(reading: Reading, told: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The reports of one source, each undated toll marked as of the occasion of the deed told before it."""
    found = list(told)
    for index, toll in enumerate(told):
        if not toll.is_toll or toll.report.date_span is not None:
            continue
        before = next(_deeds_before(reading, told, index), None)
        if before is not None:
            occasion = found[before].occasion or -1 - told[before].report.span.start
            found[before] = replace(found[before], occasion=occasion)
            found[index] = replace(toll, occasion=occasion)
    return tuple(found)


def _deeds_before(reading: Reading, told: Sequence[Candidate], index: int) -> Iterator[int]:
    """The reports of deeds right before a toll, the nearest first; what befell or was done by somebody named harmed
    nobody else."""
    toll, people = told[index], {n.entity for n in reading.named if n.kind is EntityKind.PERSON}
    starts = [s.span.start for s in reading.sentences_of(toll.report.passage) if s.span.start <= toll.sentence]
    for at in range(index - 1, -1, -1):
        other = told[at]
        if other.report.passage != toll.report.passage or other.sentence not in starts[-1 - SENTENCES_BACK :]:
            return
        if other.is_speech:
            continue
        if any(p.role in {"agent", "patient"} and p.entity in people for p in other.participants):
            return
        yield at
