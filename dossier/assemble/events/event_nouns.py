"""What is told by a noun: `the collapse of the pier on 5 May`, `after the crash of 12 March`, `an air leak in the bow`.

With a date of its own such a noun is a report like any other. Without one it is told in passing.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from dossier.assemble.clauses import Clause, children, is_parsed, noun_phrase, subtree, tokens_at
from dossier.assemble.content import TELLING, acts_named, content_of
from dossier.assemble.events.candidate import Candidate
from dossier.assemble.events.labels import label_of
from dossier.assemble.events.standing import status_of
from dossier.assemble.events.taking_part import role_of_kind
from dossier.assemble.events.voices import Voices
from dossier.assemble.reading import Reading
from dossier.assemble.words import action_nouns
from dossier.model.annotation import Sentence
from dossier.model.date import DateMeaning, DateMention
from dossier.model.event import EventStatus, Participant, Report
from dossier.model.span import Span

BY_NOUN = "told by a noun"
FEWEST_SHARED = 2
"""Words or names that a noun in passing and a report of just that must share: `the leak` alone may be any."""
_BESIDE = frozenset({"in", "during", "at", "with", "on"})
"""Prepositions that put what a verb tells into the time of the noun after them: `he died in the crash of 5 May`."""
_OF_THE_NOUN = frozenset({"compound", "nummod", "poss", "nmod", "amod"})
_OWN_BRANCH = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct"})


def dated_noun(sentence: Sentence, date: Span) -> int | None:
    """The noun of something done or happening that a date belongs to: `crash` in `the crash of 12 March`, `the
    1911 crash`, `after the crash on 12 March`; None where it belongs to a verb, or to the noun's verb, too (`they held
    a meeting on 5 May`)."""
    tokens = sentence.tokens
    inside = tokens_at(sentence, date)
    head = next((i for i in inside if tokens[i].head not in inside), None)
    if head is None or not inside:
        return None
    above = tokens[head].head
    if tokens[above].dep == "prep" and tokens[head].dep == "pobj":
        noun = tokens[above].head
        own = tokens[above].lemma.lower() == "of" or tokens[noun].dep == "pobj"
    else:
        noun, own = above, tokens[head].dep in _OF_THE_NOUN
    return noun if own and _is_doing(sentence, noun) else None


def stands_apart(sentence: Sentence, noun: int) -> bool:
    """Whether a noun's time is not that of the verb it hangs on: `he resigned after the crash of 5 May`, and not `he
    died of a heart attack on 5 May`."""
    tokens = sentence.tokens
    token = tokens[noun]
    above = tokens[token.head]
    if token.dep != "pobj":
        return True
    of_verb = above.lemma.lower() == "of" and tokens[above.head].pos == "VERB"
    return not (of_verb or above.lemma.lower() in _BESIDE)


def _is_doing(sentence: Sentence, noun: int) -> bool:
    token = sentence.tokens[noun]
    return token.pos == "NOUN" and token.lemma.lower() in action_nouns()


def noun_reports(reading: Reading, sentence: Sentence, voices: Voices) -> Iterator[Candidate]:
    """The dated nouns of a parsed sentence, each a report."""
    for date in reading.dates_in(sentence.span):
        noun = dated_noun(sentence, date.span) if date.meaning is DateMeaning.HAPPENED else None
        if noun is not None:
            yield _from_noun(reading, sentence, noun, date, voices)


def nouns_in_passing(reading: Reading, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """What a source tells by nouns without a date, outside its reports and quotations; in order of sentences."""
    taken: dict[int, list[Span]] = {}
    for report in (c.report for c in told if not c.passing):
        taken.setdefault(report.passage, []).append(report.span)
    for sentence in reading.sentences:
        if not reading.tells_story(sentence.passage) or not is_parsed(sentence):
            continue
        spans = [span for span in taken.get(sentence.passage, ()) if span.overlaps(sentence.span)]
        spans += [quotation.span for quotation in reading.quotations_in(sentence.span)]
        for index, token in enumerate(sentence.tokens):
            if token.pos != "NOUN" or not _is_doing(sentence, index) or any(span.overlaps(token) for span in spans):
                continue
            words = _phrase(sentence, index)
            if sum(sentence.tokens[i].pos in TELLING for i in words) >= FEWEST_SHARED:
                yield _from_noun(reading, sentence, index, None)


def _from_noun(
    reading: Reading, sentence: Sentence, noun: int, date: DateMention | None, voices: Voices | None = None
) -> Candidate:
    tokens = sentence.tokens
    words = _phrase(sentence, noun)
    span = noun_phrase(sentence, noun)
    if date is not None:
        span = Span(min(span.start, date.span.start), max(span.end, date.span.end))
    names = reading.named_in(span)
    phrase = Clause(sentence, noun, (), (), (), False, words)
    acts = acts_named(frozenset({tokens[noun].lemma.lower()}))
    return Candidate(
        report=_report(reading, phrase, span, date),
        labelled=partial(label_of, reading, Clause(sentence, noun, (noun,), (), (), False, words), voices),
        kind=tokens[noun].lemma.lower(),
        acts=acts.stems,
        senses=acts.senses,
        participants=tuple(
            Participant(entity, role)
            for entity, role in sorted({n.entity: role_of_kind(n.kind) for n in names}.items())
        ),
        core=frozenset(),
        content=content_of(reading, [tokens[i] for i in words]),
        named=frozenset((n.kind, n.entity) for n in names),
        inferred=date is not None and date.rule != "stated",
        order=(reading.position, span.start),
        head=tokens[noun].start,
        sentence=sentence.span.start,
        passing=date is None,
    )


def _phrase(sentence: Sentence, noun: int) -> tuple[int, ...]:
    """The words of the noun's phrase, what is told about it left out."""
    below = children(sentence)
    return subtree(below, noun, frozenset(i for i in below[noun] if sentence.tokens[i].dep in _OWN_BRANCH))


def _report(reading: Reading, phrase: Clause, span: Span, date: DateMention | None) -> Report:
    sentence = phrase.sentence
    if date is None:
        return Report(reading.source, sentence.passage, span, None, None, EventStatus.REPORTED, BY_NOUN, "not dated")
    status = status_of(phrase)
    basis = f"dated by “{date.text}”: {date.rule}" + (f", {date.basis}" if date.basis else "")
    return Report(reading.source, sentence.passage, span, date.value, date.span, status, BY_NOUN, basis)
