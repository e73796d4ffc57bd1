"""What `it` is where it says something: the body or document that the sentence before is about."""

from dossier.assemble.clauses import SUBJECTS, noun_phrase
from dossier.assemble.denotes import Denoted
from dossier.assemble.reading import Reading
from dossier.assemble.words import person_nouns
from dossier.model.annotation import Sentence
from dossier.model.entity import EntityKind
from dossier.model.span import Span

IT = frozenset({"it"})
_BACK = 3
"""Sentences of its own paragraph through which `it` may be handed on."""
_ASIDE = frozenset({"relcl", "acl", "advcl"})
"""Labels of clauses that are not what a sentence is about."""
_OPEN = Denoted(None, (), "“it” could be more than one thing")


def said_by_it(reading: Reading, sentence: Sentence, pronoun: int) -> Denoted:
    """Who or what the `it` at index `pronoun` is, which the sentence itself does not tell: the organization that is the
    first subject of the sentence before, or, denoting nobody, the words for another one thing that is. A sentence about
    `it` hands the question on. No words where it stays open."""
    if any(i < pronoun for i in _subjects(reading, sentence)):
        return _OPEN
    before = [s for s in reading.sentences_of(sentence.passage) if s.span.start < sentence.span.start]
    for earlier in reversed(before[-_BACK:]):
        first = next(iter(_subjects(reading, earlier)), None)
        if first is None or earlier.tokens[earlier.tokens[first].head].dep in _ASIDE:
            return _OPEN
        if earlier.tokens[first].lemma.casefold() not in IT:
            return _subject(reading, earlier, first, sentence.tokens[pronoun].start)
    return _OPEN


def _subjects(reading: Reading, sentence: Sentence) -> list[int]:
    """The subjects that are not quoted, in order."""
    found = [(i, t.start) for i, t in enumerate(sentence.tokens) if t.dep in SUBJECTS]
    return [i for i, at in found if not any(q.span.start <= at < q.span.end for q in reading.quotations_near(at))]


def _subject(reading: Reading, sentence: Sentence, head: int, pronoun: int) -> Denoted:
    token, words = sentence.tokens[head], noun_phrase(sentence, head)
    named = [n for n in reading.named_at(token.start) if n.kind is not EntityKind.VEHICLE]
    basis = f"“{reading.text[pronoun : pronoun + 2]}” follows “{words.of(reading.text)}”"
    if named:
        found = named[0]
        if found.kind is EntityKind.ORGANIZATION:
            return Denoted(Span(pronoun, pronoun + 2), (found.entity,), basis)
        return _OPEN
    thing = token.tag == "NN" and token.lemma.casefold() not in person_nouns()
    return Denoted(words, (), basis) if thing else _OPEN
