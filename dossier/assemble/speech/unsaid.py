"""What only looks like speech: what is refused, denied, wanted, asked, left open or said by nobody."""

from dossier.assemble.clauses import SUBJECTS
from dossier.assemble.speech.complements import Complement, says, speaks
from dossier.assemble.words import DENYING, communication_verbs, directive_verbs, intention_verbs
from dossier.model.annotation import Sentence

_REFUSING = frozenset({"decline", "refuse"})
"""`He declined to say whether …` says nothing of it."""
_NONE = frozenset({"nobody", "none", "nothing", "neither"})
_POINTING = frozenset({"this", "that"})
_NEITHER = frozenset({"neither", "nor"})
_INSIDE = frozenset({"xcomp", "ccomp", "pcomp", "prep"})
"""Labels on the way from a verb to the one that governs it."""


def is_unsaid(sentence: Sentence, verb: int, found: Complement) -> bool:
    """Whether nobody says what the verb at index `verb` governs."""
    if found.with_verb and (_is_joined_inside(sentence, verb) or _is_told_of(sentence, verb)):
        return True
    tests = (_is_refused, _is_of_nobody, _is_denied, _is_asked, _addresses_reader, _is_meant)
    if any(test(sentence, verb) for test in tests):
        return True
    return found.with_verb and _happens_to_oneself(sentence, verb, found)


def awaits(sentence: Sentence, verb: int, found: Complement) -> bool:
    """`Is expected to return`, `was scheduled to sail`: what is to come, and nobody says so; `is said to have come`
    is told."""
    plans = sentence.tokens[verb].lemma in intention_verbs() | directive_verbs()
    return found.rule == "infinitive" and plans and not speaks(sentence.tokens[verb])


def lets_speak(sentence: Sentence, verb: int, found: Complement) -> bool:
    """`Was not authorized to talk to the press`, `was asked to comment`: whether somebody may speak."""
    directs = found.rule == "infinitive" and sentence.tokens[verb].lemma in directive_verbs()
    return directs and sentence.tokens[found.head].lemma in communication_verbs()


def nobody_says(sentence: Sentence, cue: int) -> bool:
    """Whether a cue tells that nobody says what it stands beside: `The alarm, nobody said, was off`."""
    if any(t.head == cue and t.dep == "neg" for t in sentence.tokens):
        return True
    return _is_refused(sentence, cue) or _is_of_nobody(sentence, cue)


def _addresses_reader(sentence: Sentence, verb: int) -> bool:
    """`I hasten to tell you that …`, `I would say half a mile`: the writer writes, and reports nobody."""
    tokens = sentence.tokens
    helps = {t.tag for t in tokens if t.head == verb and t.dep == "aux"}
    above = tokens[verb].head if tokens[verb].dep == "xcomp" else verb
    first = any(t.head == above and t.dep == "nsubj" and t.lemma.casefold() == "i" for t in tokens)
    return first and bool(helps & {"TO", "MD"})


def _is_told_of(sentence: Sentence, verb: int) -> bool:
    """`Sources said that Voss wanted to leave`: what is wanted or thought is told of Voss, who says nothing."""
    tokens = sentence.tokens
    while tokens[verb].dep == "conj" and tokens[tokens[verb].head].pos in {"VERB", "AUX"}:
        verb = tokens[verb].head
    inside = tokens[verb].dep == "ccomp" and says(tokens[tokens[verb].head])
    return inside and not speaks(tokens[verb])


def _is_refused(sentence: Sentence, verb: int) -> bool:
    token = sentence.tokens[verb]
    return token.lemma in _REFUSING or (token.dep == "xcomp" and sentence.tokens[token.head].lemma in _REFUSING)


def _is_denied(sentence: Sentence, verb: int) -> bool:
    """`She denied having called for a strike`, `he did not admit that he had warned them`: who denies it says nothing
    of what is denied; `neither ordered nor asked them to go`."""
    tokens = sentence.tokens
    if any(t.head == verb and t.dep in {"preconj", "cc"} and t.lemma.lower() in _NEITHER for t in tokens[:verb]):
        return True
    at = verb
    while True:
        token, above = tokens[at], tokens[at].head
        if token.dep == "conj" and any(t.head == above and t.lemma.lower() == "nor" for t in tokens):
            return True
        if token.dep not in _INSIDE or above == at:
            return False
        at = above
        if tokens[at].lemma in DENYING | _REFUSING or any(t.head == at and t.dep == "neg" for t in tokens):
            return True


def _is_joined_inside(sentence: Sentence, verb: int) -> bool:
    """`He claimed that Voss left and complained of the cold`: who complained is not clear, and the claim has it."""
    tokens = sentence.tokens
    if tokens[verb].dep != "conj" or any(t.head == verb and t.dep in SUBJECTS for t in tokens):
        return False
    first = tokens[verb].head
    return tokens[first].dep == "ccomp" and not says(tokens[first]) and says(tokens[tokens[first].head])


def _is_of_nobody(sentence: Sentence, verb: int) -> bool:
    """`Nobody knows who did it`, `no one thought that …`, `neither the mate nor the cook said that …`."""
    tokens = sentence.tokens
    subjects = [i for i, t in enumerate(tokens) if t.head == verb and t.dep in SUBJECTS]
    return any(tokens[i].lemma.lower() in _NONE or _has_no(sentence, i) for i in subjects)


def _has_no(sentence: Sentence, noun: int) -> bool:
    return any(t.head == noun and t.lemma.lower() in _NEITHER | {"no"} for t in sentence.tokens)


def _is_asked(sentence: Sentence, verb: int) -> bool:
    """`Did Reid say that she was sound?`, `Had he warned you to wait?`: nobody says that he did."""
    tokens = sentence.tokens
    if not any(t.lemma == "?" for t in tokens[-2:]) or tokens[verb].dep != "ROOT":
        return False
    helping = (i for i, t in enumerate(tokens) if t.head == verb and t.dep in {"aux", "auxpass"})
    subjects = [i for i, t in enumerate(tokens) if t.head == verb and t.dep in SUBJECTS]
    return bool(subjects) and next(helping, verb) < subjects[0]


def _is_meant(sentence: Sentence, verb: int) -> bool:
    """`This means that …`, `that said, …`: a fact has a meaning, and says nothing."""
    subjects = [t for t in sentence.tokens if t.head == verb and t.dep == "nsubj"]
    return any(t.lemma.casefold() in _POINTING and t.tag == "DT" for t in subjects)


def _happens_to_oneself(sentence: Sentence, verb: int, found: Complement) -> bool:
    """`Found himself unable to walk`, `supported herself by teaching`: no judgement, unless it is spoken: `described
    himself as`."""
    tokens = sentence.tokens
    objects = (t for t in tokens if t.head in {verb, found.head} and t.dep in {"dobj", "nsubj"})
    reflexive = any(t.lemma.casefold().endswith(("self", "selves")) and t.pos == "PRON" for t in objects)
    return reflexive and not speaks(tokens[verb]) and tokens[verb].lemma != "call"
