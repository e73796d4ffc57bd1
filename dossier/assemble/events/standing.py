"""How an event stands in a report: told as a fact, planned, alleged, denied or ruled out."""

from dossier.assemble.clauses import Clause, children, once_a_word
from dossier.assemble.tense import Tense, auxiliaries, tense_of
from dossier.assemble.words import DENYING, reporting_verbs
from dossier.model.annotation import Sentence, Token
from dossier.model.event import EventStatus

_FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
_PLANNING = frozenset({"plan", "schedule", "intend", "expect", "agree", "propose", "aim", "prepare", "hope"})
_UPCOMING = frozenset({"upcoming", "planned", "scheduled", "forthcoming", "proposed", "due", "expected"})
_AHEAD = frozenset({"due", "set", "ready", "likely", "bound", "expected", "scheduled"})
"""What somebody is who `is … to do` something."""
_ACCUSING = frozenset({"accuse", "suspect", "blame", "implicate", "allege"})
"""Verbs whose object is said to have done what hangs on them, without a clause of its own."""
_UNTRUE = frozenset({"untrue", "false", "unfounded", "baseless", "wrong", "preposterous"})
_ALLEGING_NOUNS = frozenset({"allegation", "claim", "accusation", "rumour", "rumor", "suspicion", "theory", "charge"})
_ALLEGING_ADVERBS = frozenset({"allegedly", "reportedly", "supposedly", "purportedly", "apparently", "perhaps"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
_NEITHER = frozenset({"neither", "nor"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})


def is_told_as_fact_or_claim(clause: Clause) -> bool:
    """Whether somebody says at all that it happened or will: not where it is negated, or only a condition, or what
    would or should have happened. That nothing was found, seen or heard is told of those who looked."""
    helpers = _helpers(clause.sentence, clause.verb)
    if "have" in helpers and helpers & {"would", "should"}:
        return False
    hanging = _hanging(clause.sentence, clause.verb)
    if any(t.dep == "expl" for t in hanging) and any(_is_nobody(clause.sentence, i) for i in _complements(clause)):
        return False
    is_nobody = _is_neither if clause.passive else _is_nobody
    if any(is_nobody(clause.sentence, i) for i in clause.subjects):
        return False
    return not any(t.dep == "neg" or (t.dep == "mark" and t.lemma.lower() in _CONDITIONS) for t in hanging)


def _complements(clause: Clause) -> tuple[int, ...]:
    """What there was: `no letter`."""
    tokens = clause.sentence.tokens
    return tuple(i for i in children(clause.sentence)[clause.verb] if tokens[i].dep == "attr")


@once_a_word
def _is_nobody(sentence: Sentence, head: int) -> bool:
    """`Nobody`, `none of them`, `no train`, `neither the master nor the mate`."""
    no = any(t.lemma.lower() == "no" for t in _hanging(sentence, head))
    return no or sentence.tokens[head].lemma.lower() in _NOBODY or _is_neither(sentence, head)


@once_a_word
def _is_neither(sentence: Sentence, head: int) -> bool:
    """`Neither the master nor the mate`."""
    return any(t.lemma.lower() in _NEITHER for t in _hanging(sentence, head))


@once_a_word
def _hanging(sentence: Sentence, index: int) -> tuple[Token, ...]:
    return tuple([sentence.tokens[i] for i in children(sentence)[index]])


@once_a_word
def _helpers(sentence: Sentence, verb: int) -> frozenset[str]:
    """The helping verbs of a predicate, by lemma."""
    return frozenset([t.lemma.lower() for t in auxiliaries(sentence, verb)])


def status_of(clause: Clause) -> EventStatus:
    """The status that the words of a clause, and the words it hangs on, give to what it tells."""
    above = words_above(clause.sentence, clause.verb)
    lemmas = {clause.sentence.tokens[i].lemma.lower() for i in above} | _verdict(clause.sentence, above)
    if lemmas & (DENYING | _UNTRUE):
        return EventStatus.DENIED
    if any(_rules_out(clause.sentence, i) for i in above):
        return EventStatus.RULED_OUT
    if _is_planned(clause, above):
        return EventStatus.PLANNED
    if speech_above(clause.sentence, clause.verb) is not None or lemmas & (_ALLEGING_NOUNS | _ACCUSING):
        return EventStatus.ALLEGED
    return EventStatus.ALLEGED if _hedged(clause) or _is_supposed(clause) else EventStatus.REPORTED


def _verdict(sentence: Sentence, above: tuple[int, ...]) -> set[str]:
    """What is said of the claim that a clause is the content of: `rejected` in `rejected claims that …`, `false` in
    `the claim that … was false`; and the verb that accuses somebody of it: `suspected` in `suspected her of …`."""
    tokens = sentence.tokens
    claims = [i for i in above if tokens[i].lemma.lower() in _ALLEGING_NOUNS]
    verbs = {tokens[i].head for i in claims if tokens[i].dep in {"dobj", "nsubj", "nsubjpass"}}
    beside = {t.lemma.lower() for verb in verbs for t in _hanging(sentence, verb) if t.dep == "acomp"}
    accused = {tokens[tokens[i].head].lemma for i in above if tokens[i].dep == "dobj"} & _ACCUSING
    return beside | accused | {tokens[i].lemma.lower() for i in verbs}


def _rules_out(sentence: Sentence, verb: int) -> bool:
    """`rule out`, and `exclude`."""
    lemma = sentence.tokens[verb].lemma
    return lemma == "exclude" or (lemma == "rule" and any(t.lemma.lower() == "out" for t in _hanging(sentence, verb)))


def _is_supposed(clause: Clause) -> bool:
    """What may or could have happened, and what somebody is accused of."""
    tokens = clause.sentence.tokens
    helpers = _helpers(clause.sentence, clause.verb)
    maybe = bool(helpers & {"may", "might"}) or {"could", "have"} <= helpers
    return maybe or tokens[clause.verb].lemma in _ACCUSING


def _hedged(clause: Clause) -> bool:
    """An adverb of hearsay, or a `that` clause after a noun of accusation that the parser hung elsewhere."""
    tokens = clause.sentence.tokens
    if any(t.lemma.lower() in _ALLEGING_ADVERBS for t in _hanging(clause.sentence, clause.verb)):
        return True
    if tokens[clause.verb].dep == "ROOT":
        return False
    words = [t.lemma.lower() for t in tokens[: clause.verb]]
    named = next((i for i, word in enumerate(words) if word in _ALLEGING_NOUNS), None)
    return named is not None and "that" in words[named:]


def _is_planned(clause: Clause, above: tuple[int, ...]) -> bool:
    tokens = clause.sentence.tokens
    tense = tense_of(clause.sentence, clause.verb)
    own = (tokens[clause.verb], *_hanging(clause.sentence, clause.verb))
    if tense is Tense.FUTURE or any(t.lemma.lower() in _FUTURE for t in own):
        return True
    if tokens[clause.verb].dep == "xcomp" and any(_lies_ahead(clause.sentence, i) for i in above[:1]):
        return True
    if _is_set_for(clause) or (tense is Tense.MODAL and _would(clause)):
        return True
    described = (t for head in (clause.verb, *clause.subjects) for t in _hanging(clause.sentence, head))
    return any(t.dep in {"amod", "acomp"} and t.lemma.lower() in _UPCOMING for t in described)


def _lies_ahead(sentence: Sentence, governor: int) -> bool:
    """Whether an infinitive that hangs on a word tells of something to come: `plans to`, `is due to`, `is to`."""
    word = sentence.tokens[governor]
    if word.lemma in _PLANNING or word.lemma.lower() in _AHEAD:
        return True
    return word.lemma == "be" and not any(t.dep in {"acomp", "attr"} for t in _hanging(sentence, governor))


def _is_set_for(clause: Clause) -> bool:
    """`is scheduled for`, `a visit planned for`."""
    tokens = clause.sentence.tokens
    planned = tokens[clause.verb].lemma in _PLANNING | {"set"} and tokens[clause.verb].tag == "VBN"
    hanging = _hanging(clause.sentence, clause.verb)
    return planned and any(t.dep == "prep" and t.lemma.lower() == "for" for t in hanging)


def _would(clause: Clause) -> bool:
    """`would` in what somebody said: still ahead then. A story uses it for what did happen later."""
    would = "would" in _helpers(clause.sentence, clause.verb)
    return would and speech_above(clause.sentence, clause.verb) is not None


@once_a_word
def words_above(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """The predicates and nouns that a clause is the complement of, nearest first; prepositions between them and
    verbs that it is only joined to are passed over."""
    found: list[int] = []
    tokens = sentence.tokens
    while tokens[verb].dep in {"ccomp", "xcomp", "conj", "acl", "pcomp", "prep", "csubj"} and tokens[verb].head != verb:
        joined = tokens[verb].dep == "conj" or _ends_before(sentence, verb)
        verb = tokens[verb].head
        if not joined and tokens[verb].pos != "ADP":
            found.append(verb)
            found += [i for i in children(sentence)[verb] if tokens[i].dep == "acomp"]
    return tuple(found)


def _ends_before(sentence: Sentence, verb: int) -> bool:
    """Whether a semicolon stands between a clause and the clause after it that the parser hangs it on: `She died on 3
    May; her brother blames the smoke`. Another clause in between makes both what somebody said: `The dam held; the
    gate broke, they said`."""
    tokens, above = sentence.tokens, sentence.tokens[verb].head
    mark = next((i for i in range(verb, above) if tokens[i].lemma == ";"), None)
    return mark is not None and not any(tokens[i].dep == "ccomp" and i > mark for i in children(sentence)[above])


@once_a_word
def speech_above(sentence: Sentence, verb: int) -> int | None:
    """The verb of speech whose complement a clause is, or the `according to` beside it, if any."""
    tokens = sentence.tokens
    above = [i for i in words_above(sentence, verb) if tokens[i].pos == "VERB"]
    says = next((i for i in above if tokens[i].lemma in reporting_verbs()), None)
    if says is not None:
        return says
    below = children(sentence)
    beside = (i for head in (verb, *above) for i in below[head] if tokens[i].dep in {"prep", "advcl"})
    return min((i for i in beside if tokens[i].lemma.lower().startswith("accord")), default=None)
