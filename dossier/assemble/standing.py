"""How an event stands in a report: told as a fact, planned, alleged, denied or ruled out."""

from dossier.assemble.clauses import Clause
from dossier.assemble.words import reporting_verbs
from dossier.model.annotation import Sentence
from dossier.model.event import EventStatus

_FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
_PLANNING = frozenset({"plan", "schedule", "intend", "expect", "agree", "propose", "aim", "due", "prepare", "hope"})
_UPCOMING = frozenset({"upcoming", "planned", "scheduled", "forthcoming", "proposed"})
_DENYING = frozenset({"deny", "reject", "dispute", "refute", "dismiss"})


def status_of(clause: Clause) -> EventStatus:
    """The status that the words of a clause, and the verbs it hangs on, give to what it tells."""
    tokens = clause.sentence.tokens
    verb = tokens[clause.verb]
    above = verbs_above(clause.sentence, clause.verb)
    if verb.lemma == "rule" and any(t.head == clause.verb and t.lemma == "out" for t in tokens):
        return EventStatus.RULED_OUT
    if any(tokens[i].lemma in _DENYING for i in above):
        return EventStatus.DENIED
    if _is_planned(clause, above):
        return EventStatus.PLANNED
    if speech_above(clause.sentence, clause.verb) is not None:
        return EventStatus.ALLEGED
    return EventStatus.REPORTED


def _is_planned(clause: Clause, above: tuple[int, ...]) -> bool:
    tokens = clause.sentence.tokens
    if any(t.head == clause.verb and t.lemma.lower() in _FUTURE for t in tokens):
        return True
    if tokens[clause.verb].dep == "xcomp" and any(tokens[i].lemma in _PLANNING for i in above[:1]):
        return True
    return any(tokens[i].lemma.lower() in _UPCOMING for i in clause.words)


def verbs_above(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """The predicates that a clause is the complement of, nearest first."""
    found: list[int] = []
    tokens = sentence.tokens
    while tokens[verb].dep in {"ccomp", "xcomp", "conj", "acl", "pcomp"} and tokens[verb].head != verb:
        joined = tokens[verb].dep == "conj"
        verb = tokens[verb].head
        if not joined:
            found.append(verb)
    return tuple(found)


def speech_above(sentence: Sentence, verb: int) -> int | None:
    """The verb of speech whose complement a clause is, if any."""
    return next((i for i in verbs_above(sentence, verb) if sentence.tokens[i].lemma in reporting_verbs()), None)
