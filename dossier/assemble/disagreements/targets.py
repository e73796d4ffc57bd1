"""A text that turns an accusation against its own author: `the agency said that charges could be brought against the
agency`, where elsewhere it names whom the charges are against."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.assemble.clauses import children, clause, predicate_above, subjects_of
from dossier.assemble.content import stem
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.phrases import Phrase, phrase
from dossier.assemble.disagreements.sides import Answer, Question, matter
from dossier.assemble.reading import Reading
from dossier.model.annotation import Sentence
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.span import Span


@dataclass(frozen=True, slots=True)
class Aimed:
    """A noun of doing with `against`: `charges against the owner`."""

    noun: str
    """Stem of the noun."""
    words: str
    """The noun as it stands."""
    target: Phrase
    passage: int
    span: Span
    by: frozenset[str]
    """Ids of the subjects of the predicates above it."""


def targets(context: Context) -> Iterator[Matter]:
    """Matters of whom something is aimed against, within one source."""
    for reading in context.readings:
        found: dict[str, list[Aimed]] = defaultdict(list)
        for sentence in context.story(reading):
            for aimed in _aimed(reading, sentence):
                found[aimed.noun].append(aimed)
        for _, block in sorted(found.items()):
            made = _matter(context, reading, block)
            if made is not None:
                yield made


def _aimed(reading: Reading, sentence: Sentence) -> Iterator[Aimed]:
    tokens, below = sentence.tokens, children(sentence)
    for index, token in enumerate(tokens):
        if token.lemma.casefold() != "against":
            continue
        above = token.head
        noun = above if tokens[above].pos == "NOUN" else _object_of(sentence, above)
        goals = [i for i in below[index] if tokens[i].dep == "pobj"]
        verb = predicate_above(sentence, above)
        if noun is None or verb is None or len(goals) != 1:
            continue
        target = phrase(reading, sentence, goals[0])
        if not target.pronoun:
            told = clause(sentence, verb).span
            span = Span(min(told.start, tokens[noun].start), max(target.span.end, tokens[noun].end))
            yield Aimed(
                stem(tokens[noun].lemma), Span(tokens[noun].start, tokens[noun].end).of(reading.text), target,
                sentence.passage, span, _subjects(reading, sentence, verb),
            )  # fmt: skip


def _object_of(sentence: Sentence, verb: int) -> int | None:
    """The object of `bring charges against`, also where it is the subject of a passive."""
    tokens = sentence.tokens
    below = (i for i in children(sentence)[verb] if tokens[i].dep in {"dobj", "nsubjpass"})
    return next((i for i in below if tokens[i].pos == "NOUN"), None)


def _subjects(reading: Reading, sentence: Sentence, verb: int) -> frozenset[str]:
    """Ids of the named subjects of a predicate and of those it hangs on."""
    found: set[str] = set()
    tokens = sentence.tokens
    for _ in tokens:
        for subject in subjects_of(sentence, verb):
            found |= phrase(reading, sentence, subject).entities
        if tokens[verb].dep not in {"ccomp", "xcomp", "acl", "conj"} or tokens[verb].head == verb:
            break
        verb = tokens[verb].head
    return frozenset(found)


def _matter(context: Context, reading: Reading, block: list[Aimed]) -> Matter | None:
    own = [aimed for aimed in block if aimed.target.entities and aimed.target.entities <= aimed.by]
    at_others = [a for a in block if a not in own and not any(a.target.entities & o.target.entities for o in own)]
    if not own or not at_others:
        return None
    question = Question(
        f"Against whom: {own[0].words}?", "participant", MatterKind.CONTRADICTION, "against its own author",
        "one sentence aims it at whoever it comes from, another at somebody else", 0.6,
    )  # fmt: skip
    sides = [
        (_value(reading, own[0].target), [Answer(reading.source, a.passage, a.span) for a in own]),
        (_value(reading, at_others[0].target), [Answer(reading.source, a.passage, a.span) for a in at_others]),
    ]
    return matter(context, question, sides)


def _value(reading: Reading, target: Phrase) -> str:
    return " ".join(target.span.of(reading.text).split())
