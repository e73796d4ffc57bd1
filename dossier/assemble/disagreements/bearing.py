"""What two passages must have in common before what they say is compared: who is in them, on which days, in whose
voice."""

from datetime import timedelta

from dossier.assemble.authors import author_at
from dossier.assemble.clauses import children, predicate_above, subjects_of
from dossier.assemble.content import stem
from dossier.assemble.denotes import denoted
from dossier.assemble.disagreements.context import Context
from dossier.assemble.reading import Reading
from dossier.assemble.when import interval
from dossier.assemble.words import saying_verbs
from dossier.model.annotation import Sentence
from dossier.model.date import DateMeaning
from dossier.model.entity import EntityKind
from dossier.model.span import Span

_PARTS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.VEHICLE})


def taking_part(reading: Reading, sentence: Sentence) -> frozenset[str]:
    """Ids of the people, organizations and vehicles that a sentence names, and of those of the sentence before it in
    the passage where a personal pronoun goes back to it."""
    found = _named(reading, sentence)
    if any(t.tag == "PRP" for t in sentence.tokens):
        before = [s for s in reading.sentences_of(sentence.passage) if s.span.end <= sentence.span.start]
        found |= _named(reading, before[-1]) if before else frozenset()
    return found


def _named(reading: Reading, sentence: Sentence) -> frozenset[str]:
    inside = (*reading.named_in(sentence.span), *(n for n in reading.described if sentence.span.contains(n.span)))
    return frozenset(n.entity for n in inside if n.kind in _PARTS)


def voice(context: Context, reading: Reading, sentence: Sentence, verb: int) -> frozenset[str]:
    """Who says a clause: the subject of the nearest verb of saying above it, by id or by the stem of its noun, or else
    the speakers of the statement it stands in, or the witness whose words the document has there; empty where the
    source says it itself."""
    tokens = sentence.tokens
    at = verb
    for _ in tokens:
        head = tokens[at].head
        if head == at:
            break
        if tokens[at].dep in {"ccomp", "parataxis"} and tokens[head].lemma.casefold() in saying_verbs():
            subjects = subjects_of(sentence, head)
            who = frozenset(denoted(reading, sentence, subjects).entities)
            if who or (subjects and tokens[subjects[0]].pos != "PRON"):
                return who or frozenset({stem(tokens[subjects[0]].lemma)})
            break
        at = head
    token = tokens[verb]
    said = context.statement_at(reading.source, Span(token.start, token.end))
    said = said or next((s for s in context.said(reading.source) if s.span.start <= token.start < s.span.end), None)
    if said is not None:
        return frozenset(said.speakers)
    author = author_at(reading, token.start)
    return frozenset({author.entity}) if author is not None else frozenset()


def heard_apart(one: tuple[Reading, frozenset[str]], other: tuple[Reading, frozenset[str]]) -> bool:
    """Whether two clauses, each with its reading and voice, are of different voices: different speakers, or different
    sources of which not both quote one speaker."""
    if one[1] and other[1]:
        return not one[1] & other[1]
    return one[0].source != other[0].source


Told = tuple[Reading, Sentence] | tuple[Reading, Sentence, int]
"""A sentence, and the predicate in it that tells what is compared, where it is one."""


def dated_apart(a: Told, b: Told, slack: timedelta = timedelta()) -> bool:
    """Whether both tell when it happened and none of the times of the one can meet one of the other, give or take
    `slack`; the day on which a report was written is none of them, nor that of what else a sentence tells."""
    found = [(interval(one), interval(two)) for one in _days(*a) for two in _days(*b)]
    # A day of no year may be any year's.
    return bool(found) and not any(x is None or y is None or max(x[0] - y[1], y[0] - x[1]) <= slack for x, y in found)


def _days(reading: Reading, sentence: Sentence, verb: int | None = None) -> list[str]:
    """EDTF values of when it happened, of a predicate only those that hang on it or on one it hangs on itself."""
    dates = (d for d in reading.dates_in(sentence.span) if d.value and d.meaning is not DateMeaning.PUBLISHED)
    if verb is None:
        return [d.value for d in dates if d.value]
    above = _above(sentence, verb)
    return [d.value for d in dates if d.value and _predicate_at(sentence, d.span.start) in above]


def _above(sentence: Sentence, verb: int) -> frozenset[int | None]:
    """A word and all that it hangs on; None stands for no predicate at all."""
    found: set[int | None] = {None}
    while verb not in found:
        found.add(verb)
        verb = sentence.tokens[verb].head
    return frozenset(found)


def _predicate_at(sentence: Sentence, offset: int) -> int | None:
    at = next((i for i, t in enumerate(sentence.tokens) if t.start <= offset < t.end), None)
    return None if at is None else predicate_above(sentence, at)


def predicates(sentence: Sentence) -> list[int]:
    """Indices of the verbs of a sentence that are predicates and no auxiliaries."""
    helps = {"aux", "auxpass"}
    return [i for i, t in enumerate(sentence.tokens) if t.pos in {"VERB", "AUX"} and t.dep not in helps]


def below_of(sentence: Sentence, index: int, *deps: str) -> list[int]:
    """The tokens that hang on a token by one of some relations."""
    return [i for i in children(sentence)[index] if sentence.tokens[i].dep in deps]
