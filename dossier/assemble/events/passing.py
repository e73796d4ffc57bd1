"""What a source reports only in passing: in a subordinate clause, a participle, a caption, a headline, by a noun.

`The leak, which was quickly found and sealed, …`, `after the collapse of the pier`, `It also found traces near the
hole`. Such words do not make an event of their own; they are what this source has to say of one that is told
elsewhere. So are the clauses of what somebody says, as long as they tell of what was: they are that speaker's claims.
"""

from collections.abc import Iterator, Sequence, Set
from functools import partial

from dossier.assemble.clauses import children, clause, is_parsed
from dossier.assemble.content import act_known, acts_of_noun, content_of, core_of, deeds_of, is_of_speech, told_words
from dossier.assemble.events.candidate import Candidate
from dossier.assemble.events.labels import label_of
from dossier.assemble.events.standing import is_told_as_fact_or_claim, speech_above, status_of
from dossier.assemble.events.states import is_no_happening
from dossier.assemble.events.taking_part import meant_by_pronouns
from dossier.assemble.reading import Reading
from dossier.assemble.tense import Tense, tense_of
from dossier.model.annotation import Sentence
from dossier.model.event import EventStatus, Report
from dossier.model.span import Span

LONGEST = 800
"""Code points of a report."""
_PREDICATES = frozenset({"ROOT", "conj", "ccomp", "relcl", "acl", "advcl", "parataxis", "pcomp"})
_TOLD = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_OUTSIDE = frozenset({EventStatus.PLANNED, EventStatus.DENIED})
"""What has not happened, or is said not to have, tells of no event that did."""


def passing(reading: Reading, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """The reports that a source gives in passing, beside those that `told` has of it; in order of sentences."""
    heads = {c.head for c in told}
    for sentence in reading.sentences:
        if reading.tells_story(sentence.passage) and is_parsed(sentence):
            for verb in _predicates(reading, sentence, heads):
                found = _from_clause(reading, sentence, verb)
                if found is not None:
                    yield found


def _predicates(reading: Reading, sentence: Sentence, told: Set[int]) -> Iterator[int]:
    """The predicates that may report something, but for those `told` of: offsets."""
    for index, token in enumerate(sentence.tokens):
        if token.dep not in _PREDICATES or token.start in told:
            continue
        if not (token.pos == "VERB" or _is_of_a_doing(sentence, index)):
            continue
        if is_of_speech(sentence, index) or is_no_happening(sentence, index, None):
            continue
        if tense_of(sentence, index) in _TOLD or not _is_said(reading, sentence, index):
            yield index


def _is_said(reading: Reading, sentence: Sentence, verb: int) -> bool:
    """Whether a predicate is part of what somebody says."""
    start = sentence.tokens[verb].start
    quoted = any(q.span.start <= start < q.span.end for q in reading.quotations_near(start))
    return quoted or speech_above(sentence, verb) is not None


def _is_of_a_doing(sentence: Sentence, verb: int) -> bool:
    """Whether a verb of being has something done or happening as its subject: `The leak was in the bow`."""
    tokens = sentence.tokens
    if tokens[verb].pos != "AUX" or tokens[verb].lemma != "be":
        return False
    hanging = (tokens[i] for i in children(sentence)[verb])
    return any(t.dep == "nsubj" and acts_of_noun(t.lemma.lower()) for t in hanging)


def _from_clause(reading: Reading, sentence: Sentence, verb: int) -> Candidate | None:
    found = clause(sentence, verb)
    if sentence.tokens[verb].tag == "VB" or any(sentence.tokens[i].tag == "MD" for i in children(sentence)[verb]):
        return None  # What is aimed at, and what may or could be, reports nothing.
    if not is_told_as_fact_or_claim(found) or (status := status_of(found)) in _OUTSIDE:
        return None
    if status is EventStatus.REPORTED and _is_said(reading, sentence, verb):
        status = EventStatus.ALLEGED
    names = reading.named_in(sentence.span)
    words = told_words(found)
    own = found.span
    span = Span(own.start, min(own.end, own.start + LONGEST))
    inside = {(n.kind, n.entity) for n in names if any(n.span.overlaps(sentence.tokens[i]) for i in words)}
    return Candidate(
        report=Report(reading.source, sentence.passage, span, None, None, status, "told in passing", "not dated"),
        labelled=partial(label_of, reading, found),
        kind=sentence.tokens[found.verb].lemma.lower(),
        acts=(acts := deeds_of(found)).stems,
        senses=acts.senses,
        participants=(),
        core=core_of(found, names, acts.stems),
        content=content_of(reading, [sentence.tokens[i] for i in words]),
        named=frozenset(inside) | meant_by_pronouns(reading, found),
        inferred=False,
        order=(reading.position, span.start),
        head=sentence.tokens[found.verb].start,
        sentence=sentence.span.start,
        speaks_of=act_known(found),
        is_past=tense_of(sentence, verb) in {Tense.PAST, Tense.PLUPERFECT},
        passing=True,
    )
