"""How an event stands in a report: told as a fact, planned, alleged, denied or ruled out."""

from dossier.assemble.clauses import Clause
from dossier.assemble.words import reporting_verbs
from dossier.model.annotation import Sentence
from dossier.model.event import EventStatus

_FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
_PLANNING = frozenset({"plan", "schedule", "intend", "expect", "agree", "propose", "aim", "prepare", "hope"})
_UPCOMING = frozenset({"upcoming", "planned", "scheduled", "forthcoming", "proposed", "due", "expected"})
DENYING = frozenset({"deny", "reject", "dispute", "refute", "dismiss"})
_UNTRUE = frozenset({"untrue", "false", "unfounded", "baseless", "wrong", "preposterous"})
_ALLEGING_NOUNS = frozenset({"allegation", "claim", "accusation", "rumour", "rumor", "suspicion", "theory", "charge"})
_ALLEGING_ADVERBS = frozenset({"allegedly", "reportedly", "supposedly", "purportedly", "apparently", "perhaps"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})


def is_told_as_fact_or_claim(clause: Clause) -> bool:
    """Whether somebody says at all that it happened: not where it is negated, or only a condition."""
    tokens = clause.sentence.tokens
    return not any(
        t.head == clause.verb and (t.dep == "neg" or (t.dep == "mark" and t.lemma.lower() in _CONDITIONS))
        for t in tokens
    )


def status_of(clause: Clause) -> EventStatus:
    """The status that the words of a clause, and the words it hangs on, give to what it tells."""
    above = words_above(clause.sentence, clause.verb)
    lemmas = {clause.sentence.tokens[i].lemma.lower() for i in above}
    if lemmas & (DENYING | _UNTRUE):
        return EventStatus.DENIED
    if _is_planned(clause, above):
        return EventStatus.PLANNED
    if speech_above(clause.sentence, clause.verb) is not None or lemmas & _ALLEGING_NOUNS or _hedged(clause):
        return EventStatus.ALLEGED
    return EventStatus.REPORTED


def _hedged(clause: Clause) -> bool:
    """An adverb of hearsay, or a `that` clause after a noun of accusation that the parser hung elsewhere."""
    tokens = clause.sentence.tokens
    hanging = [t for t in tokens if t.head == clause.verb]
    if any(t.lemma.lower() in _ALLEGING_ADVERBS for t in hanging):
        return True
    if tokens[clause.verb].dep == "ROOT":
        return False
    words = [t.lemma.lower() for t in tokens[: clause.verb]]
    named = next((i for i, word in enumerate(words) if word in _ALLEGING_NOUNS), None)
    return named is not None and "that" in words[named:]


def _is_planned(clause: Clause, above: tuple[int, ...]) -> bool:
    tokens = clause.sentence.tokens
    if any(t.head == clause.verb and t.lemma.lower() in _FUTURE for t in tokens):
        return True
    if tokens[clause.verb].dep == "xcomp" and any(tokens[i].lemma in _PLANNING for i in above[:1]):
        return True
    described = {clause.verb, *clause.subjects}
    return any(t.lemma.lower() in _UPCOMING and t.head in described and t.dep in {"amod", "acomp"} for t in tokens)


def words_above(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """The predicates and nouns that a clause is the complement of, nearest first; prepositions between them and
    verbs that it is only joined to are passed over."""
    found: list[int] = []
    tokens = sentence.tokens
    while tokens[verb].dep in {"ccomp", "xcomp", "conj", "acl", "pcomp", "prep", "csubj"} and tokens[verb].head != verb:
        joined = tokens[verb].dep == "conj"
        verb = tokens[verb].head
        if not joined and tokens[verb].pos != "ADP":
            found.append(verb)
            found += [i for i, t in enumerate(tokens) if t.head == verb and t.dep == "acomp"]
    return tuple(found)


def speech_above(sentence: Sentence, verb: int) -> int | None:
    """The verb of speech whose complement a clause is, if any."""
    above = (i for i in words_above(sentence, verb) if sentence.tokens[i].pos == "VERB")
    return next((i for i in above if sentence.tokens[i].lemma in reporting_verbs()), None)
