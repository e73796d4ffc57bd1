"""Which clauses of a sentence tell of something that happened, and which date belongs to which."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.assemble.clauses import clause, predicate_above, subjects_of
from dossier.assemble.reading import Reading
from dossier.assemble.standing import is_told_as_fact_or_claim
from dossier.assemble.words import reporting_verbs, stative_verbs
from dossier.model.annotation import Sentence, Token
from dossier.model.date import DateMeaning, DateMention
from dossier.model.span import Span

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLIMBED = frozenset({"advcl", "xcomp", "pcomp", "csubj", "ccomp"})
"""Dependents that, without a finite verb of their own, say when or how their governor's action was done."""
_MODALS = frozenset({"could", "would", "might", "may", "can", "should", "must"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A predicate that tells of something that happened."""

    verb: int
    """The finite predicate whose clause is the report."""
    dated: int
    """The predicate that the date hangs on; `verb` itself where it is not dated."""
    date: DateMention | None


def tellings(reading: Reading, sentence: Sentence) -> tuple[Telling, ...]:
    """The telling predicates of a parsed sentence, in order: the dated ones, each with its most exact date, and
    the main clauses that report an action in the past."""
    found: dict[int, Telling] = {}
    for date in reading.dates_in(sentence.span):
        if date.meaning is not DateMeaning.HAPPENED:
            continue
        hangs_on = _predicate(sentence, date.span)
        if hangs_on is None:
            continue
        verb = finite_above(sentence, hangs_on)
        if not all(is_told_as_fact_or_claim(clause(sentence, told)) for told in {verb, hangs_on}):
            continue
        held = found.get(verb)
        if held is None or _exactness(date) > _exactness(held.date):
            found[verb] = Telling(verb, hangs_on, date)
    for verb in _main_actions(reading, sentence):
        found.setdefault(verb, Telling(verb, verb, None))
    return tuple(found[verb] for verb in sorted(found))


def _exactness(date: DateMention | None) -> int:
    if date is None or date.value is None:
        return -1
    return 0 if "/" in date.value else len(date.value.replace("X", "").rstrip("~?%"))


def _predicate(sentence: Sentence, date: Span) -> int | None:
    """The predicate that a date hangs on."""
    tokens = sentence.tokens
    inside = [i for i, t in enumerate(tokens) if Span(t.start, t.end).overlaps(date)]
    heads = [i for i in inside if tokens[i].head not in inside or tokens[i].head == i]
    if not heads:
        return None
    verb = predicate_above(sentence, tokens[heads[0]].head)
    if verb is not None and tokens[verb].dep in {"aux", "auxpass"}:
        return tokens[verb].head
    return verb


def finite_above(sentence: Sentence, verb: int) -> int:
    """The predicate itself where it is finite or tells of a noun; else the one whose action it goes with:
    `said` in `Speaking on Monday, he said`."""
    tokens = sentence.tokens
    while tokens[verb].dep in _CLIMBED and not is_finite(sentence, verb) and tokens[verb].head != verb:
        above = predicate_above(sentence, tokens[verb].head)
        if above is None:
            break
        verb = above
    return verb


def is_finite(sentence: Sentence, verb: int) -> bool:
    """Whether a predicate has a tense of its own or in an auxiliary."""
    return any(token.tag in _FINITE for token in (sentence.tokens[verb], *_auxiliaries(sentence, verb)))


def _auxiliaries(sentence: Sentence, verb: int) -> Iterator[Token]:
    for index, token in enumerate(sentence.tokens):
        if token.head == verb and token.dep in {"aux", "auxpass"} and index != verb:
            yield token


def _main_actions(reading: Reading, sentence: Sentence) -> Iterator[int]:
    """Main clauses in a past tense, outside quotations, that tell what somebody or something named did: no verb
    of being or thinking, no verb of speech, for what was said is a statement, and nothing that did not happen."""
    quoted = [q.span for q in reading.document.annotations.quotations if q.span.overlaps(sentence.span)]
    for index, token in enumerate(sentence.tokens):
        main = token.dep == "ROOT" or (token.dep == "conj" and sentence.tokens[token.head].dep == "ROOT")
        if not main or token.pos != "VERB" or token.lemma in stative_verbs() | reporting_verbs():
            continue
        if any(span.start <= token.start < span.end for span in quoted):
            continue
        if not (_is_past(sentence, index) and _names_its_subject(sentence, index)):
            continue
        if is_told_as_fact_or_claim(clause(sentence, index)):
            yield index


def _names_its_subject(sentence: Sentence, verb: int) -> bool:
    """Whether the subject is more than a pronoun."""
    subjects = [sentence.tokens[i] for i in subjects_of(sentence, verb)]
    return any(token.pos in {"NOUN", "PROPN"} for token in subjects)


def _is_past(sentence: Sentence, verb: int) -> bool:
    token = sentence.tokens[verb]
    helpers = list(_auxiliaries(sentence, verb))
    if any(helper.lemma.lower() in _MODALS for helper in helpers):
        return False
    if token.dep == "conj" and not helpers and token.tag == "VBN":
        return _is_past(sentence, token.head) if token.head != verb else False
    return token.tag == "VBD" or any(helper.tag == "VBD" or helper.lemma == "have" for helper in helpers)
