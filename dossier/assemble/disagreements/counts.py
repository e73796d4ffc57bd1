"""One or several: what most tell of as one thing (`the hole was drilled`) and somebody counts (`eight holes`)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.assemble.clauses import children, clause, predicate_above
from dossier.assemble.content import stem
from dossier.assemble.disagreements.acts import is_act
from dossier.assemble.disagreements.amount import Amount, tied
from dossier.assemble.disagreements.amounts import amounts
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.phrases import Phrase, phrase
from dossier.assemble.disagreements.quantities import shown
from dossier.assemble.disagreements.sides import Answer, Question, matter, sided
from dossier.assemble.reading import Reading
from dossier.assemble.words import person_nouns
from dossier.model.annotation import Sentence
from dossier.model.disagreement import Matter, MatterKind

LARGEST_BLOCK = 100
"""Passages with one noun that are looked at for one count."""
_ONE = frozenset({"a", "an", "the", "one", "single"})


@dataclass(frozen=True, slots=True)
class Single:
    """A thing told of in the singular, with what is done to it or what it does."""

    reading: Reading
    sentence: Sentence
    act: str
    thing: Phrase


def counts(context: Context) -> Iterator[Matter]:
    """One matter for each thing that is one to some and more to others, with one act in common."""
    several: dict[str, list[Amount]] = defaultdict(list)
    for reading in context.readings:
        for amount in amounts(context, reading):
            quantity = amount.quantity
            least = quantity.low or 0
            if not quantity.base and least >= 2 and quantity.counted and quantity.counted not in person_nouns():
                several[amount.noun].append(amount)
    singles = _singles(context, frozenset(several))
    for noun, found in sorted(several.items()):
        made = _matter(context, found[:LARGEST_BLOCK], singles.get(noun, [])[:LARGEST_BLOCK])
        if made is not None:
            yield made


def _singles(context: Context, nouns: frozenset[str]) -> dict[str, list[Single]]:
    found: dict[str, list[Single]] = defaultdict(list)
    for reading in context.readings:
        for sentence in context.story(reading):
            for index, token in enumerate(sentence.tokens):
                if token.tag == "NN" and stem(token.lemma) in nouns and (single := _single(reading, sentence, index)):
                    found[stem(token.lemma)].append(single)
    return found


def _single(reading: Reading, sentence: Sentence, index: int) -> Single | None:
    """A noun with an article that is the object of an act, or the subject of a passive."""
    tokens = sentence.tokens
    verb = predicate_above(sentence, tokens[index].head)
    if verb is None or not any(tokens[i].lemma.casefold() in _ONE for i in children(sentence)[index]):
        return None
    found = clause(sentence, verb)
    patients = found.subjects if found.passive else found.objects
    if index not in patients or not is_act(sentence, verb):
        return None
    return Single(reading, sentence, stem(tokens[verb].lemma), phrase(reading, sentence, index))


def _matter(context: Context, several: Sequence[Amount], singles: Sequence[Single]) -> Matter | None:
    """A matter, where one count has the act of the singular, and that is told of by another source, too."""
    shared = {act for amount in several if (act := _act(amount)) is not None} & {single.act for single in singles}
    counting = {amount.reading.source for amount in several}
    ones = [single for single in singles if single.act in shared]
    counted = [amount for amount in several if _act(amount) in shared]
    if not counted or not {single.reading.source for single in ones} - counting:
        return None
    fitting = [s for s in ones if all(context.one_affair(s.reading.source, a.reading.source) for a in counted)]
    others = [a for a in several if a in counted or all(tied(context, a, b) for b in counted)]
    if not fitting:
        return None
    noun = fitting[0].thing.lemma
    question = Question(
        f"One {noun} or several?", "quantity", MatterKind.CONFLICT, "one or several",
        "told of as one thing by some, counted by others", 0.5,
    )  # fmt: skip
    one = [Answer(s.reading.source, s.sentence.passage, s.thing.span) for s in fitting]
    more = sided((shown(a.quantity), Answer(a.reading.source, a.quantity.passage, a.quantity.span)) for a in others)
    return matter(context, question, [("1", one), *more])


def _act(amount: Amount) -> str | None:
    """Stem of what is done to what is counted; None where it does something itself."""
    noun = amount.quantity.noun
    tokens = amount.sentence.tokens
    index = next((i for i, t in enumerate(tokens) if noun is not None and t.start == noun.start), None)
    verb = None if index is None else predicate_above(amount.sentence, tokens[index].head)
    if index is None or verb is None:
        return None
    found = clause(amount.sentence, verb)
    return stem(tokens[verb].lemma) if index in (found.subjects if found.passive else found.objects) else None
