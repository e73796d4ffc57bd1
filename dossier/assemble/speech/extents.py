"""The words in which a sentence gives what somebody said: which of them, from where to where."""

from dossier.assemble.clauses import SUBJECTS, subtree
from dossier.assemble.reading import Reading
from dossier.assemble.speech.complements import Complement, says
from dossier.assemble.words import DENYING
from dossier.model.annotation import Quotation, Sentence, Token
from dossier.model.span import Span

SHORTEST, SHORTEST_WITH_VERB = 3, 2
"""Words of a reported clause, and of a statement that holds its verb: `he said so` says nothing, `predicted victory`
does."""

Below = tuple[tuple[int, ...], ...]
"""For each token those that hang on it."""


def words_of(sentence: Sentence, below: Below, verb: int, found: Complement) -> Span | None:
    """The reported words, `that` left out; with the verb where they mean nothing, or the contrary, without it.

    A clause that goes on behind its verb (`If he lied, she said, there will be a trial`; `The dam, she said, had been
    leaking`) is taken from end to end.
    """
    tokens = sentence.tokens
    words = subtree(below, found.head, _comments(sentence))
    negations = [i for i in below[verb] if tokens[i].dep == "neg"]
    if found.with_verb or tokens[verb].lemma in DENYING or negations:
        side = [i for i in words if i > verb]
        if not side:
            return None
        helping = [i for i in below[verb] if negations and tokens[i].dep in {"aux", "auxpass"} and i < verb]
        first = sorted((*helping, *negations))
        return trimmed(sentence, [*first, *range(verb, side[-1] + 1)], SHORTEST_WITH_VERB)
    before, behind = [i for i in words if i < verb], [i for i in words if i > verb]
    own = (tokens[i] for i in before if tokens[i].head == found.head and tokens[i].dep in SUBJECTS)
    if found.head > verb and not any(t.tag not in {"WP", "WDT"} for t in own):
        return trimmed(sentence, _without_day(sentence, below, verb, found, behind))
    goes_on = any(tokens[i].head == found.head for i in behind)
    return trimmed(sentence, before + behind if goes_on else before)


def _without_day(sentence: Sentence, below: Below, verb: int, found: Complement, words: list[int]) -> list[int]:
    """The words of a clause without the day right behind the verb, on which it was said: `said Monday the agency had
    ruled it out`; with a comma behind it, it belongs to the clause."""
    tokens = sentence.tokens
    if not words or words[0] != verb + 1:
        return words
    days = (i for i in below[found.head] if tokens[i].dep == "npadvmod" and i < found.head)
    day = next((subtree(below, i) for i in days if verb + 1 in subtree(below, i)), None)
    if day is None or tokens[day[-1] + 1].pos == "PUNCT":
        return words
    return [i for i in words if i > day[-1]]


def words_after(sentence: Sentence, below: Below, front: int, found: Complement) -> Span | None:
    """The words of a clause behind the verb that was hung on it, its time and its sources."""
    tokens = sentence.tokens
    cited = {i for i, t in enumerate(tokens) if t.lemma == "cite" and t.head in {front, found.head}}
    others = {front, *cited, *(w for i in (front, *cited) for w in subtree(below, i))}
    last = max(i for i in others if i < found.head)
    words = [i for i in subtree(below, found.head) if i > last]
    while words and (tokens[words[0]].pos == "PUNCT" or tokens[words[0]].lemma.lower() == "that"):
        words = words[1:]
    return trimmed(sentence, words)


def words_of_passive(sentence: Sentence, below: Below, verb: int, found: Complement) -> Span | None:
    """What is thought, said or expected: the subject with what it is said to do. After `it`, and where the subject is
    told (`was informed that …`), the clause alone."""
    if found.rule == "reported clause":
        return words_of(sentence, below, verb, found)
    agents = frozenset(i for i, t in enumerate(sentence.tokens) if t.lemma == "by" and t.dep in {"agent", "prep"})
    about = [w for i in below[verb] if sentence.tokens[i].dep in SUBJECTS for w in subtree(below, i)]
    words = sorted({*about, verb, *subtree(below, found.head, agents)})
    return trimmed(sentence, words, SHORTEST_WITH_VERB)


def trimmed(sentence: Sentence, words: list[int], shortest: int = SHORTEST) -> Span | None:
    """From the first telling word to the last; None where they are too few."""
    tokens = sentence.tokens
    while words and (_is_that(tokens[words[0]]) or tokens[words[0]].pos in {"PUNCT", "SPACE", "CCONJ"}):
        words = words[1:]
    while words and tokens[words[-1]].pos in {"PUNCT", "SPACE"}:
        words = words[:-1]
    if sum(tokens[i].pos != "PUNCT" for i in words) < shortest:
        return None
    return Span(tokens[words[0]].start, tokens[words[-1]].end)


def _is_that(token: Token) -> bool:
    # A `that` which the tagger takes for a relative pronoun though no noun stands before it.
    relative = token.tag == "WDT" and token.lemma.lower() == "that" and token.dep not in {"nsubj", "nsubjpass"}
    return relative or (token.dep == "mark" and token.lemma.lower() not in {"if", "whether"})


def _comments(sentence: Sentence) -> frozenset[int]:
    """What is no part of the content: relative clauses that tell what others said to it (`…, which the owners
    denied`), and the sources that are cited for it."""
    return frozenset(
        i
        for i, t in enumerate(sentence.tokens)
        if t.dep in {"relcl", "advcl"} and says(t) and (_has_which(sentence, i) or (t.lemma, t.tag) == ("cite", "VBG"))
    )


def _has_which(sentence: Sentence, verb: int) -> bool:
    return any(t.head == verb and t.tag == "WDT" and t.lemma.lower() == "which" for t in sentence.tokens)


def with_closing_mark(reading: Reading, span: Span) -> Span:
    """The span, with the mark that closes a quotation begun inside it."""
    ends = [q.span.end for q in reading.document.annotations.quotations if q.closed and span.contains(_opening(q))]
    later = [end for end in ends if span.end < end <= span.end + 3]
    return Span(span.start, later[0]) if later else span


def _opening(quotation: Quotation) -> Span:
    return Span(quotation.span.start, quotation.span.start + 1)
