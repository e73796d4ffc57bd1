"""Claims that somebody denies: `denied that …`, `ruled out …`, `which was disputed by …`, `no evidence of … was found`.

A denial names what it denies, or points to it (`denied the claim`). What it names is looked for in the other sources
and sentences by the words it shares with them; what it points to is the claim told right before.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.assemble.clauses import children, clause, is_parsed, subjects_of, subtree
from dossier.assemble.content import content_stems
from dossier.assemble.denotes import denoted
from dossier.assemble.disagreements.assertion import negation
from dossier.assemble.disagreements.context import Context, features
from dossier.assemble.reading import Reading
from dossier.assemble.speech.answers import answered
from dossier.assemble.words import action_nouns, communication_verbs, directive_verbs, reporting_verbs
from dossier.model.annotation import Sentence
from dossier.model.span import Span

_DENYING = frozenset({"deny", "dispute", "reject", "refute", "dismiss", "rebut", "contradict", "repudiate", "disavow"})
_ANYTHING = frozenset({"deny", "dispute", "refute", "rebut", "disavow"})
"""Verbs whose object is what is denied, whatever it is; of an offer or a clerk one says `reject` and `dismiss`, too."""
_UNTRUE = frozenset({"untrue", "false", "unfounded", "baseless", "groundless", "preposterous", "fabricated"})
_MISTAKEN = frozenset({"wrong", "mistaken", "incorrect", "inaccurate", "erroneous"})
_TRUE = frozenset({"true", "correct", "accurate", "right"})
_THOUGHT = frozenset({
    "allegation", "insinuation", "speculation", "version", "account", "theory", "rumour", "rumor", "hypothesis",
    "notion", "idea", "evidence", "story", "possibility", "finding", "conclusion", "contention", "verdict",
})  # fmt: skip
_SHORTEST_CLAIM = 20
"""Code points; fewer before a denial are its own subject."""
_POINTING = frozenset({"this", "that", "it", "which", "these", "those"})


@dataclass(frozen=True, slots=True)
class Denial:
    """A clause in which something is denied."""

    reading: Reading
    sentence: Sentence
    verb: int
    span: Span
    named: frozenset[str]
    """Features of what is denied; empty where the denial only points to it."""
    by: frozenset[str]
    """Ids of who denies."""
    relative: bool = False
    """`…, which was disputed`: what it points to stands in the same sentence."""
    of_saying: bool = False
    """Whether it is denied that something was said: `asked whether he had threatened it, he said: “Never.”`"""


def denials(context: Context, reading: Reading) -> Iterator[Denial]:
    """The denials of one source, in order."""
    for sentence in context.story(reading):
        for verb, token in enumerate(sentence.tokens):
            if token.pos not in {"VERB", "AUX", "ADJ"}:
                continue
            found = _denied(sentence, verb)
            if found is not None:
                made = _record(reading, sentence, verb, found)
                if made.named or token.lemma.casefold() != "find":
                    yield made
        yield from _answers(reading, sentence)


def _answers(reading: Reading, sentence: Sentence) -> Iterator[Denial]:
    """What somebody answers with no when asked."""
    tokens, below = sentence.tokens, children(sentence)
    for found in answered(sentence):
        words = subtree(below, found.question)
        named = features(reading, sentence, Span(tokens[words[0]].start, tokens[words[-1]].end))
        if found.denies and named:
            who = denoted(reading, sentence, subjects_of(sentence, found.says)).entities
            said = tokens[found.question].lemma in communication_verbs() | directive_verbs()
            span = Span(min(tokens[found.asked].start, tokens[found.says].start), tokens[found.word].end)
            yield Denial(reading, sentence, found.says, span, named, frozenset(who), of_saying=said)


def is_claim_noun(lemma: str) -> bool:
    """Whether a noun is of something said or thought: `claim`, `accusation`, `theory`."""
    verbs = action_nouns().get(lemma, ())
    return lemma in _THOUGHT or any(verb in reporting_verbs() for verb in verbs)


def _denied(sentence: Sentence, verb: int) -> tuple[int, ...] | None:
    """Heads of the words that name what a predicate denies; None where it denies nothing. A pronoun is one, too."""
    tokens, below = sentence.tokens, children(sentence)
    lemma = tokens[verb].lemma.casefold()
    objects = [i for i in below[verb] if tokens[i].dep in {"dobj", "nsubjpass"}]
    beside = {tokens[i].lemma.casefold() for i in below[verb]}
    if lemma == "find":
        return _no_evidence(sentence, objects)
    if lemma == "be":
        return _untrue(sentence, verb)
    if negation(sentence, verb) is not None or not _is_said(sentence, verb):
        return None
    if lemma in _DENYING:
        clauses = [i for i in below[verb] if tokens[i].dep in {"ccomp", "xcomp"} and i > verb]
        named = [i for i in objects if lemma in _ANYTHING or _is_claim(tokens[i].lemma)] + clauses
        was_denied_something = lemma == "deny" and any(tokens[i].dep == "auxpass" for i in below[verb])
        return None if was_denied_something else tuple(named) or None
    excludes = (lemma == "rule" and beside & {"out", "-out"}) or (lemma == "call" and beside & _UNTRUE)
    return tuple(objects) or None if excludes else None


def _is_said(sentence: Sentence, verb: int) -> bool:
    """Whether the denial was made, and is not only wished or possible: no infinitive and no modal verb; a participle
    goes with what was done."""
    tokens = sentence.tokens
    helpers = {t.tag for t in tokens if t.head == verb and t.dep in {"aux", "auxpass"}}
    gives = any(t.head == verb and t.dep == "dative" for t in tokens)
    return not helpers & {"TO", "MD"} and not gives


def _is_claim(lemma: str) -> bool:
    return lemma.casefold() in _POINTING or is_claim_noun(lemma.casefold())


def _untrue(sentence: Sentence, verb: int) -> tuple[int, ...] | None:
    """`That was not true`; `the report is false`: of what is pointed to or claimed."""
    tokens, below = sentence.tokens, children(sentence)
    said = {tokens[i].lemma.casefold() for i in below[verb] if tokens[i].dep in {"acomp", "attr"}}
    no = any(tokens[i].dep == "neg" for i in below[verb])
    # `It is not right` is said of anything; `that is not right` of what was said.
    subjects = [i for i in below[verb] if tokens[i].dep == "nsubj" and _is_claim(tokens[i].lemma)]
    subjects = [i for i in subjects if tokens[i].lemma.casefold() != "it"]
    false = said & (_TRUE if no else _UNTRUE | {"lie", "nonsense", "fabrication", "invention"})
    # `That is wrong` may be a moral verdict; `the statement that he had left was wrong` is none.
    if said & _MISTAKEN and not no:
        return tuple(i for i in subjects if any(tokens[j].dep in {"acl", "ccomp"} for j in below[i])) or None
    return tuple(subjects) or None if false else None


def _no_evidence(sentence: Sentence, objects: list[int]) -> tuple[int, ...] | None:
    """`no evidence of an explosion was found`."""
    tokens, below = sentence.tokens, children(sentence)
    for found in objects:
        no = any(tokens[i].lemma.casefold() == "no" for i in below[found])
        if tokens[found].lemma.casefold() in {"evidence", "sign", "trace", "indication", "proof"} and no:
            return (found,)
    return None


def _record(reading: Reading, sentence: Sentence, verb: int, heads: tuple[int, ...]) -> Denial:
    tokens, below = sentence.tokens, children(sentence)
    whole = clause(sentence, verb)
    relative = any(tokens[i].tag == "WDT" for i in heads)
    words = sorted({i for head in heads for i in subtree(below, head) if not _only_describes(sentence, head, i)})
    span = Span(tokens[words[0]].start, tokens[words[-1]].end)
    # What kind of claim it is says nothing of its content, and no more does `possibility of`.
    general = {tokens[i].lemma.casefold() for i in heads if is_claim_noun(tokens[i].lemma.casefold())} | _THOUGHT
    named = features(reading, sentence, span) - content_stems(*general)
    # `That any such talk had taken place`.
    such = any(tokens[i].lemma.casefold() == "such" for i in words)
    pointing = relative or such or not named or all(tokens[i].pos in {"PRON", "DET"} for i in heads)
    who = denoted(reading, sentence, _deniers(sentence, verb)).entities
    # A relative clause is only its own words: what it points to stands before it.
    which = [t.start for t in tokens if t.tag == "WDT" and t.start < tokens[verb].start]
    own = Span(which[-1], max(whole.span.end, tokens[verb].end)) if relative and which else whole.span
    return Denial(reading, sentence, verb, own, frozenset() if pointing else named, frozenset(who), relative)


def _only_describes(sentence: Sentence, head: int, word: int) -> bool:
    """Whether a word stands before a noun of claiming: `no clear evidence`, `those old rumours`."""
    return word < head and is_claim_noun(sentence.tokens[head].lemma.casefold())


def _deniers(sentence: Sentence, verb: int) -> tuple[int, ...]:
    tokens = sentence.tokens
    agents = clause(sentence, verb).agents
    if agents:
        return agents
    passive = any(t.head == verb and t.dep in {"auxpass", "nsubjpass"} for t in tokens)
    return () if passive else subjects_of(sentence, verb)


def told_before(denial: Denial) -> Iterator[tuple[Sentence, Span]]:
    """Where a pointing denial may point to, the nearest first: the words before it in its own sentence, and the
    sentence before it, in its passage or at the end of the passage before."""
    reading, sentence = denial.reading, denial.sentence
    if denial.span.start - sentence.span.start >= _SHORTEST_CLAIM:
        yield sentence, Span(sentence.span.start, denial.span.start)
    if denial.relative:
        return
    for passage in (sentence.passage, sentence.passage - 1):
        before = [s for s in reading.sentences_of(passage) if s.span.end <= sentence.span.start] if passage >= 0 else []
        if before:
            if reading.tells_story(passage) and is_parsed(before[-1]):
                yield before[-1], before[-1].span
            return
