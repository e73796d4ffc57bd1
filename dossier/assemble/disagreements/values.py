"""The dates, whole numbers and names that sentences tell, and where in a case each of them stands."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from dossier.assemble.content import acts_of_noun
from dossier.assemble.disagreements.context import Context, features
from dossier.assemble.numerals import whole
from dossier.assemble.reading import Reading
from dossier.assemble.when import interval
from dossier.model.annotation import Sentence
from dossier.model.span import Span


@dataclass(frozen=True, slots=True)
class Value:
    """A date, a number or somebody named, in a sentence."""

    kind: str
    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A value where it stands."""

    reading: Reading
    sentence: Sentence
    value: Value


def values_in(reading: Reading, sentence: Sentence) -> list[Value]:
    """Dates, whole numbers and names of a sentence, in order."""
    dates = [Value("date", d.span, d.value) for d in reading.dates_in(sentence.span) if d.value and interval(d.value)]
    names = [Value(n.kind, n.span, n.entity) for n in reading.named_in(sentence.span)]
    taken = [v.span for v in (*dates, *names)]
    numbers = [
        Value("number", Span(t.start, t.end), str(value))
        for t in sentence.tokens
        if t.pos == "NUM" and (value := whole(reading.text[t.start : t.end])) is not None
        if not any(span.overlaps(t) for span in taken)
    ]
    return sorted([*dates, *names, *numbers], key=lambda v: (v.span, v.kind))


class Told:
    """Where the story of a case tells each value: every sentence is read once, the first time
    that something is looked for, however much is."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._about: dict[tuple[str, int], frozenset[str]] = {}

    @cached_property
    def _held(self) -> dict[str, dict[str, list[Standing]]]:
        """By kind and value."""
        held: dict[str, dict[str, list[Standing]]] = defaultdict(lambda: defaultdict(list))
        for reading in self._context.readings:
            for sentence in self._context.story(reading):
                for value in values_in(reading, sentence):
                    held[value.kind][value.value].append(Standing(reading, sentence, value))
        return held

    def where(self, kind: str, meant: Callable[[str], bool]) -> list[Standing]:
        """Where values of a kind stand of which `meant` says that they are looked for; in order of source and
        offset."""
        found = [one for value, standing in self._held.get(kind, {}).items() if meant(value) for one in standing]
        return sorted(found, key=lambda one: (one.reading.source, one.value.span))

    def about(self, reading: Reading, sentence: Sentence) -> frozenset[str]:
        """What a sentence is recognised by, with the verbs that its nouns come from."""
        key = reading.source, sentence.span.start
        if key not in self._about:
            nouns = (acts_of_noun(t.lemma.casefold()) for t in sentence.tokens if t.pos == "NOUN")
            self._about[key] = features(reading, sentence).union(*nouns)
        return self._about[key]
