"""How a clause stands to what it tells: asserted, negated, open, or told as an explanation of before."""

from dossier.assemble.clauses import children
from dossier.model.annotation import Sentence

_OPEN = frozenset({"whether", "if", "unless", "lest"})
_ONCE = frozenset({"initially", "originally", "previously", "earlier", "formerly"})
"""What tells that an explanation was held before and no longer."""
_NO = frozenset({"no", "not", "never", "neither", "nor", "none", "nobody", "nothing", "without", "n't", "n’t"})
_MARKS = frozenset({'"', "“", "”", "„", "«", "»", "``", "''"})
_UNREAL = frozenset({"impossible", "unlikely", "implausible", "inconceivable"})
_CLIMBED = frozenset({"ccomp", "xcomp", "acl", "advcl", "pcomp", "prep", "csubj", "relcl"})

_DOUBTING = frozenset({
    "deny", "dispute", "reject", "refute", "dismiss", "rebut", "contradict", "repudiate", "disavow", "doubt", "exclude",
    "investigate", "examine", "ask", "wonder", "check", "prevent", "avoid",
})  # fmt: skip
"""Verbs under which a clause is not asserted."""


def negation(sentence: Sentence, verb: int) -> int | None:
    """Index of the word that negates a predicate: `not`, `never`, `no` with its subject or object (`fired no shots`),
    `impossible for … to`; None where nothing does."""
    tokens, below = sentence.tokens, children(sentence)
    for child in below[verb]:
        token = tokens[child]
        if _is_numbering(sentence, child):
            continue
        if token.dep == "neg" or token.lemma.casefold() in _NO:
            return child
        if token.dep in {"nsubj", "nsubjpass", "dobj", "attr"}:
            for part in (child, *below[child]):
                if _is_numbering(sentence, part) or _is_quoted_apart(sentence, verb, part):
                    continue
                if tokens[part].lemma.casefold() in _NO and tokens[part].dep in {"det", "neg", "nsubj", "preconj"}:
                    return part
    head = tokens[verb].head
    if head != verb and tokens[verb].dep in {"advcl", "xcomp", "ccomp", "csubj"}:
        beside = (i for i in below[head] if tokens[i].dep in {"acomp", "oprd"})
        return next((i for i in beside if tokens[i].lemma.casefold() in _UNREAL), None)
    return None


def _is_quoted_apart(sentence: Sentence, verb: int, word: int) -> bool:
    """Whether a quotation begins between a verb and a word: `said, “Not a word”`."""
    between = sentence.tokens[min(verb, word) : max(verb, word)]
    return any(token.lemma in _MARKS for token in between)


def _is_numbering(sentence: Sentence, index: int) -> bool:
    """Whether `No` is short for number: `No. 18`."""
    tokens = sentence.tokens
    if tokens[index].lemma.casefold() not in {"no", "no."} or index + 2 >= len(tokens):
        return False
    stop, number = (
        (tokens[index + 1], tokens[index + 2]) if tokens[index + 1].lemma == "." else (None, tokens[index + 1])
    )
    return number.pos == "NUM" and (stop is not None or tokens[index].lemma.endswith("."))


def is_narrated(sentence: Sentence, verb: int) -> bool:
    """Whether a predicate tells of something in the past: `fired`, `was not fired`, `has closed`, `might have
    occurred`; no infinitive, no rule, no condition."""
    tokens = sentence.tokens
    helpers = [t for t in tokens if t.head == verb and t.dep in {"aux", "auxpass"}]
    if any(t.head == verb and t.dep == "mark" and t.lemma.casefold() in _OPEN for t in tokens):
        return False
    return tokens[verb].tag == "VBD" or any(t.tag == "VBD" or t.lemma == "have" for t in helpers)


def is_open(sentence: Sentence, verb: int) -> bool:
    """Whether a clause only asks or supposes: under `whether` or `if`, or in a question."""
    tokens, below = sentence.tokens, children(sentence)
    if tokens[-1].lemma == "?" or any(t.lemma == "?" for t in tokens[-3:]):
        return True
    for _ in tokens:
        if any(tokens[i].lemma.casefold() in _OPEN and tokens[i].dep in {"mark", "advmod"} for i in below[verb]):
            return True
        if tokens[verb].dep not in _CLIMBED or tokens[verb].head == verb:
            return False
        verb = tokens[verb].head
    return False


def is_superseded(sentence: Sentence, verb: int) -> bool:
    """Whether the clause or the words above it tell what was thought before: `it was initially thought that …`."""
    tokens, below = sentence.tokens, children(sentence)
    for _ in tokens:
        beside = (tokens[i] for i in below[verb] if tokens[i].dep in {"advmod", "npadvmod", "amod"})
        if any(token.lemma.casefold() in _ONCE for token in beside):
            return True
        if tokens[verb].dep not in _CLIMBED | {"conj"} or tokens[verb].head == verb:
            return False
        verb = tokens[verb].head
    return False


def is_denied(sentence: Sentence, verb: int) -> bool:
    """Whether the clause itself is what somebody denies, doubts or rules out."""
    tokens = sentence.tokens
    for _ in tokens:
        lemma = tokens[verb].lemma.casefold()
        out = any(t.head == verb and t.lemma.casefold() in {"out", "-out"} for t in tokens)
        if lemma in _DOUBTING or (lemma == "rule" and out):
            return True
        if tokens[verb].head == verb:
            return False
        verb = tokens[verb].head
    return False
