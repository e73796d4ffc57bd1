"""Which clauses of a sentence tell of something that happened, and which date belongs to which."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from dossier.assemble.clauses import SUBJECTS, children, clause, predicate_above, subjects_of, tokens_at
from dossier.assemble.events.event_nouns import dated_noun, stands_apart
from dossier.assemble.events.predicate_words import told_apart
from dossier.assemble.events.standing import is_told_as_fact_or_claim
from dossier.assemble.events.states import is_no_happening, tells_too_little
from dossier.assemble.reading import Reading
from dossier.assemble.tense import Tense, is_finite, tense_of
from dossier.assemble.undated import when_words
from dossier.assemble.words import reporting_verbs, stative_verbs
from dossier.model.annotation import Sentence
from dossier.model.date import DateMeaning, DateMention
from dossier.model.span import Span

_CLIMBED = frozenset({"advcl", "xcomp", "pcomp", "csubj", "ccomp"})
"""Dependents that, without a finite verb of their own, say when or how their governor's action was done."""
_TOLD = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_LASTING = frozenset({Tense.PERFECT, Tense.PLUPERFECT})
_HAPPENING = frozenset({"happen", "occur"})


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
    for hangs_on, date in _dated(reading, sentence):
        verb = finite_above(sentence, hangs_on)
        if not all(is_told_as_fact_or_claim(clause(sentence, told)) for told in {verb, hangs_on}):
            continue
        held = found.get(verb)
        if held is None or _exactness(date) > _exactness(held.date):
            found[verb] = Telling(verb, hangs_on, date)
    for verb in _main_actions(reading, sentence):
        if verb in found or _goes_on(reading, sentence, verb, found):
            continue
        dated = next(
            (v for v in found if sentence.tokens[v].head == verb and _goes_on(reading, sentence, v, {verb})), None
        )
        found[verb] = Telling(verb, verb, None) if dated is None else replace(found.pop(dated), verb=verb)
    return tuple(found[verb] for verb in sorted(found))


def _dated(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, DateMention]]:
    """The dates of a sentence on which something happened, with the predicate that each hangs on."""
    for date in reading.dates_in(sentence.span):
        hangs_on = _predicate(sentence, date.span) if date.meaning is DateMeaning.HAPPENED else None
        noun = dated_noun(sentence, date.span)
        if hangs_on is None or (noun is not None and stands_apart(sentence, noun)):
            continue
        if _opens_a_period(sentence, date.span) and tense_of(sentence, hangs_on) not in _LASTING:
            continue
        if is_no_happening(sentence, hangs_on, date.span):
            continue
        asking = _asks(sentence, hangs_on)
        yield (hangs_on, date) if asking is None else (asking, _doubtful(date))


def _opens_a_period(sentence: Sentence, date: Span) -> bool:
    """Whether `since` stands before a date. It tells how long something lasts; after anything but a verb in the
    perfect, that is something else than what is told: `fell 11 percent, the sharpest drop since 2008`."""
    before = [token for token in sentence.tokens if token.end <= date.start][-2:]
    return any(token.lemma.lower() == "since" for token in before)


def _exactness(date: DateMention | None) -> int:
    if date is None or date.value is None:
        return -1
    return 0 if "/" in date.value else len(date.value.replace("X", "").rstrip("~?%"))


def _predicate(sentence: Sentence, date: Span) -> int | None:
    """The predicate that a date hangs on."""
    tokens = sentence.tokens
    inside = tokens_at(sentence, date)
    heads = [i for i in inside if tokens[i].head not in inside or tokens[i].head == i]
    if not heads:
        return None
    verb = predicate_above(sentence, tokens[heads[0]].head)
    if verb is None:
        return _hidden_main(sentence)
    if tokens[verb].dep in {"aux", "auxpass"}:
        return tokens[verb].head
    if tokens[verb].dep == "acl" and tokens[verb].lemma == "date":  # `By a letter dated 3 May he told them`.
        return predicate_above(sentence, tokens[verb].head) or verb
    return tokens[verb].head if _stands_before_complement(sentence, inside, verb) else verb


def _hidden_main(sentence: Sentence) -> int | None:
    """The predicate of a sentence that the parser took for a noun with a relative clause: `published` in `On 3 May,
    Oslo tabloid Morgenposten published …`. Such a clause has a subject of its own and no relative pronoun."""
    tokens = sentence.tokens
    root = next((i for i, token in enumerate(tokens) if token.dep == "ROOT"), None)
    for verb, token in enumerate(tokens):
        if token.head == root and token.dep == "relcl" and token.tag == "VBD":
            hanging = [t for t in tokens if t.head == verb]
            own = any(t.dep in {"nsubj", "nsubjpass"} for t in hanging)
            return verb if own and not any(t.tag in {"WDT", "WP", "WRB"} for t in hanging) else None
    return None


def _stands_before_complement(sentence: Sentence, date: list[int], verb: int) -> bool:
    """`He said Monday the bank had failed`: a date right after a verb, before the first word of its complement, is
    the verb's, wherever the parser hangs it."""
    tokens = sentence.tokens
    if tokens[verb].dep != "ccomp" or tokens[verb].head >= date[0]:
        return False
    before = [i for i in range(tokens[verb].head + 1, date[0]) if tokens[i].pos != "ADP"]
    subjects = [i for i, t in enumerate(tokens) if t.head == verb and t.dep in SUBJECTS]
    return not before and bool(subjects) and date[-1] < min(subjects)


def _asks(sentence: Sentence, verb: int) -> int | None:
    """The predicate that asks what a clause leaves open: `opened` in `they opened an inquiry into what caused the
    fire in 2019`. Whether the date at its end is that of the asking or of what is asked about, the words leave open;
    but a question reports nothing, and what happened on a day is asked of that day. None where it is no such clause,
    or the tense or the date of the other one tells them apart."""
    tokens = sentence.tokens
    asked = [t for t in tokens if t.head == verb and t.dep in {"nsubj", "nsubjpass"} and t.tag in {"WP", "WDT"}]
    if not asked or tokens[verb].dep not in {"pcomp", "ccomp"} or tokens[verb].lemma in _HAPPENING:
        return None
    above = predicate_above(sentence, tokens[verb].head)
    if above is None or tense_of(sentence, above) is not Tense.PAST or tense_of(sentence, verb) is not Tense.PAST:
        return None
    return above


def _doubtful(date: DateMention) -> DateMention:
    """The date, not sure to be of what it is taken to be of."""
    if date.value is None or date.extent or date.value.endswith(("?", "~", "%")) or "/" in date.value:
        return date
    return replace(date, value=f"{date.value}?", rule="of this, or of what it asks about", basis=date.rule)


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


def _main_actions(reading: Reading, sentence: Sentence) -> Iterator[int]:
    """Main clauses in a past tense, outside quotations, that tell what somebody or something named did: no verb
    of being or thinking, no verb of speech, for what was said is a statement, and nothing that did not happen or is
    asked."""
    if sentence.span.of(reading.text).rstrip(" \n”\"’'").endswith("?"):
        return
    quoted = [q.span for q in reading.quotations_in(sentence.span)]
    for index, token in enumerate(sentence.tokens):
        main = token.dep == "ROOT" or (token.dep == "conj" and sentence.tokens[token.head].dep == "ROOT")
        if not main or token.pos != "VERB" or token.lemma in stative_verbs() or token.lemma in reporting_verbs():
            continue
        if any(span.start <= token.start < span.end for span in quoted):
            continue
        if not (tense_of(sentence, index) in _TOLD and _names_its_subject(sentence, index)):
            continue
        loose = is_no_happening(sentence, index, None) or tells_too_little(reading, sentence, index)
        if not loose and is_told_as_fact_or_claim(clause(sentence, index)):
            yield index


def _goes_on(reading: Reading, sentence: Sentence, verb: int, told: Container[int]) -> bool:
    """Whether a predicate only goes on with what is told of the subject that it shares: `lost an eye` of `He was hit by
    a stone and lost an eye`. Not where it tells of another time."""
    above = sentence.tokens[verb].head
    if above not in told or not _shares_subject(sentence, verb):
        return False
    when = when_words(sentence.tokens, [date.span for date in reading.dates_in(sentence.span)])
    return verb not in told_apart(clause(sentence, above), when)


def _shares_subject(sentence: Sentence, verb: int) -> bool:
    """Whether a predicate is joined to another one and has no subject but that one's."""
    own = (sentence.tokens[i].dep for i in children(sentence)[verb])
    return sentence.tokens[verb].dep == "conj" and SUBJECTS.isdisjoint(own)


def _names_its_subject(sentence: Sentence, verb: int) -> bool:
    """Whether the subject is more than a pronoun."""
    subjects = [sentence.tokens[i] for i in subjects_of(sentence, verb)]
    return any(token.pos in {"NOUN", "PROPN"} for token in subjects)
