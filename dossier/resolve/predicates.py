"""What the parse of a sentence says that somebody is: `Lowe was chairman of Halden from 1990`, `the mate, John Reid`.

Labels are those of the ClearNLP scheme. Spans are half-open code points of the source's text.
"""

from bisect import bisect_right
from collections.abc import Iterator

from dossier import lexis
from dossier.model.annotation import Annotated, Sentence, Token
from dossier.model.span import Span
from dossier.resolve.page import Page
from dossier.resolve.roles import ANYBODY, is_role, role_end

BECOMING = frozenset({"become", "appoint", "elect", "name", "make", "nominate", "promote"})
"""Verbs after which somebody is what he was not before."""
_BEING = frozenset({"be", "remain"})
_SERVING = frozenset({"serve", "work", "act"})
_MODALS = frozenset({"would", "will", "could", "may", "might", "should", "can", "must", "shall"})
_DENYING = frozenset({"deny", "doubt", "dispute"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "case", "punct"})


def sentence_at(document: Annotated, offset: int) -> Sentence | None:
    """The sentence that an offset lies in."""
    sentences = document.annotations.sentences
    at = bisect_right(sentences, offset, key=lambda s: s.span.start) - 1
    return sentences[at] if at >= 0 and offset < sentences[at].span.end else None


def predicated_roles(page: Page, name: Span) -> Iterator[Span]:
    """The roles that a predicate gives to its subject, and the noun before a name that stands in apposition to it."""
    sentence = sentence_at(page.document, name.start)
    if sentence is None:
        return
    tokens = sentence.tokens
    named = {i for i, token in enumerate(tokens) if name.start <= token.start < name.end}
    for subject, token in enumerate(tokens):
        who = token.tag == "WP" and tokens[token.head].dep == "relcl" and tokens[token.head].head in named
        if (subject in named or who) and token.dep in {"nsubj", "nsubjpass"}:
            for noun in _nouns(sentence, token.head, subject):
                yield _span(page, sentence, noun)
    introducing = _introducing(sentence, min(named), max(named)) if named else None
    if introducing is not None:
        yield introducing
        return
    for at in named:
        if tokens[at].dep == "appos" and _is_beside(page, sentence, tokens[at].head, name):
            yield _span(page, sentence, tokens[at].head)


def _introducing(sentence: Sentence, first: int, last: int) -> Span | None:
    """The noun for persons with its modifiers right before the comma of a name, after an article or whose it is: `his
    lawyer, John Reid`, `a retired engineer, John Reid,`, `Reid's successor, Jane Roe`."""
    tokens = sentence.tokens
    while first and tokens[first - 1].lemma.rstrip(".").casefold() in lexis.folded_list("titles"):
        first -= 1
    noun = first - 2
    if noun < 1 or tokens[first - 1].lemma != "," or tokens[noun].tag != "NN" or not is_role(tokens[noun].lemma):
        return None
    start = noun
    while start and _belongs(tokens, start - 1, noun) and tokens[start - 1].tag not in {"PRP$", "DT"}:
        start -= 1
    if start == noun and tokens[noun].lemma in ANYBODY:
        return None
    opener = tokens[start - 1] if start else None
    whose = (opener is not None and opener.tag == "PRP$") or any(t.dep == "case" for t in tokens[start:noun])
    definite = opener is not None and opener.lemma.casefold() == "the"
    indefinite = opener is not None and opener.lemma.casefold() in {"a", "an"} and _is_closed(tokens, last)
    return Span(tokens[start].start, tokens[noun].end) if whose or definite or indefinite else None


def _is_closed(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether a name ends its apposition, and is not the next item of a list: `a doctor, Jane Roe and two nurses`."""
    following = [token.lemma for token in tokens[last + 1 : last + 3]]
    return not following or (following[0] in {",", ".", ";", ")", ":"} and following[1:] not in (["and"], ["or"]))


def _is_beside(page: Page, sentence: Sentence, noun: int, name: Span) -> bool:
    """Whether a definite noun for persons ends its phrase right before the comma of a name: `the mate, John Reid`."""
    token = sentence.tokens[noun]
    definite = any(t.head == noun and t.lemma.lower() == "the" for t in sentence.tokens)
    if token.tag != "NN" or not definite or not is_role(token.lemma.lower()):
        return False
    last = role_end(page, page.word_at(token.start))
    return last + 1 == page.word_at(name.start) and page.gap(last) in {", ", ",\u00a0"}


def _nouns(sentence: Sentence, verb: int, subject: int) -> Iterator[int]:
    """The nouns for offices and occupations of a predicate; none where it is denied, asked for or only possible."""
    tokens = sentence.tokens
    hanging = [i for i, token in enumerate(tokens) if token.head == verb and i != verb]
    unsure = any(tokens[i].dep == "neg" or tokens[i].lemma in _MODALS or tokens[i].lemma == "if" for i in hanging)
    if unsure or tokens[-1].lemma == "?" or tokens[tokens[verb].head].lemma in _DENYING:
        return
    for noun in _complements(sentence, verb, hanging):
        joined = [i for i, t in enumerate(tokens) if t.dep == "conj" and t.head in (noun, verb) and i > noun]
        yield from (i for i in (noun, *joined) if i != subject and _is_office(sentence, i))


def _complements(sentence: Sentence, verb: int, hanging: list[int]) -> Iterator[int]:
    tokens, lemma = sentence.tokens, sentence.tokens[verb].lemma
    passive = any(tokens[i].dep == "auxpass" for i in hanging)
    if lemma in _BEING or (lemma in BECOMING and (passive or lemma == "become")):
        yield from (i for i in hanging if tokens[i].dep in {"attr", "oprd"})
    if lemma in _SERVING or (lemma in BECOMING and passive):
        prepositions = [i for i in hanging if tokens[i].dep == "prep" and tokens[i].lemma.lower() == "as"]
        yield from (i for i, t in enumerate(tokens) if t.dep == "pobj" and t.head in prepositions)


def _is_office(sentence: Sentence, noun: int) -> bool:
    """Whether a noun tells an office or occupation and no judgement (`was a fool`): offices stand without `a`."""
    token = sentence.tokens[noun]
    determiners = {t.lemma.lower() for t in sentence.tokens if t.head == noun and t.dep == "det"}
    if any(t.head == noun and t.tag == "PRP$" for t in sentence.tokens):
        return False
    if token.pos != "NOUN" or not is_role(token.lemma.lower()) or token.tag == "NNS":
        return False
    if not determiners:
        return True
    return determiners <= {"a", "an", "the"} and token.lemma.lower() in lexis.word_list("occupations")


def _span(page: Page, sentence: Sentence, noun: int) -> Span:
    """The words of a role: its modifiers before the noun, and what it is the office of."""
    tokens, first = sentence.tokens, noun
    while first and _belongs(tokens, first - 1, noun):
        first -= 1
    head = page.word_at(tokens[noun].start)
    return Span(tokens[first].start, page.ends[max(role_end(page, head), head)])


def _belongs(tokens: tuple[Token, ...], at: int, noun: int) -> bool:
    token = tokens[at]
    return token.dep in _MODIFIERS and at < token.head <= noun and token.tag not in {",", ":", "``", "''"}
