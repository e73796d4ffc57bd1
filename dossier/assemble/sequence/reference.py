"""Events that a report speaks of by a noun: `after the repair`, `blamed the crew for the collision`, `showed the hole`.

- A connective before a noun of something done orders the report and the dated event the noun means: the last of that
  kind that the source has told, else one of the case that shares another noun with the phrase.
- A report that speaks of `the collision` after its source told one is not before it. That is custom only.
- Nobody speaks of what is not yet known: what news says or shows of a thing is not before `a hole was discovered`, in
  whatever source that is told, as long as the news itself is later. That is custom only, too.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dossier.assemble.clauses import OBJECTS, SUBJECTS, children, subtree
from dossier.assemble.content import acts_of_noun, stem
from dossier.assemble.reading import Reading
from dossier.assemble.sequence.order import AFTER, BEFORE, Link
from dossier.assemble.sequence.told import Told, reports_news
from dossier.assemble.tense import Tense
from dossier.assemble.words import verb_groups
from dossier.model.annotation import Sentence
from dossier.model.event import EventStatus

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "another"})


class References:
    """The dated events of a case, by the nouns that can mean them."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._by_act: dict[str, list[Told]] = defaultdict(list)
        self._found: dict[str, list[Told]] = defaultdict(list)
        for one in told:
            if not one.dated or one.report.status is not EventStatus.REPORTED:
                continue
            for act in _acts(one):
                self._by_act[act].append(one)
            for noun in _newly_found(one):
                self._found[noun].append(one)

    def links(self, reading: Reading, told: Sequence[Told]) -> Iterator[Link]:
        """The orders between one source's reports and the dated events that their nouns mean."""
        news = reports_news(reading)
        for one in told:
            yield from self._connected(one)
            if one.main and not one.looks_back and one.tense in {Tense.PAST, Tense.PERFECT, Tense.PRESENT}:
                yield from self._spoken_of(one)
                if news and one.says:
                    yield from self._known(one)

    def _connected(self, one: Told) -> Iterator[Link]:
        for word, noun in _connectives(one.sentence, one.head):
            meant = self._meant(one, noun)
            if meant is None:
                continue
            same = meant.report.source == one.report.source
            if word in BEFORE:
                yield one, meant, "told as before", not same
            else:
                yield meant, one, "told as after", not same

    def _meant(self, one: Told, noun: int) -> Told | None:
        """The dated event that a noun after a connective means."""
        acts = acts_of_noun(one.sentence.tokens[noun].lemma.lower())
        able = [other for act in acts for other in self._by_act.get(act, ()) if other.event != one.event]
        here = [o for o in able if o.report.source == one.report.source and o.report.span < one.report.span]
        if here:
            return max(here, key=lambda other: other.report.span)
        complement = _nouns(one.sentence, subtree(children(one.sentence), noun)) - {one.sentence.tokens[noun].lemma}
        sharing = [other for other in able if complement & _nouns(other.sentence, range(len(other.sentence.tokens)))]
        return sharing[0] if len({other.event for other in sharing}) == 1 else None

    def _spoken_of(self, one: Told) -> Iterator[Link]:
        for noun in _definite(one):
            acts = acts_of_noun(noun)
            told = (other for act in acts for other in self._by_act.get(act, ()) if other.event != one.event)
            before = [o for o in told if o.report.source == one.report.source and o.report.span < one.report.span]
            if before:
                yield max(before, key=lambda other: other.report.span), one, "speaks of", True

    def _known(self, one: Told) -> Iterator[Link]:
        for noun in _definite(one):
            found = [other for other in self._found.get(noun, ()) if other.event != one.event]
            if len({other.event for other in found}) == 1:
                yield found[0], one, "speaks of what was found in", True


def _acts(told: Told) -> frozenset[str]:
    """Stems of what a report tells to be done: its verb and the nouns of doing beside it (`carried out a repair`)."""
    tokens = told.sentence.tokens
    beside = (t for t in tokens if tokens[t.head] is tokens[told.head] and t.dep in SUBJECTS | OBJECTS)
    nouns = (acts_of_noun(t.lemma.lower()) for t in (tokens[told.head], *beside) if t.pos == "NOUN")
    verb = {stem(tokens[told.head].lemma)} if tokens[told.head].pos == "VERB" else set()
    return frozenset(verb).union(*nouns)


def _newly_found(told: Told) -> Iterator[str]:
    """`hole` in `a hole was discovered`: a thing told as unknown before."""
    tokens = told.sentence.tokens
    groups = verb_groups()
    if not groups.get(tokens[told.head].lemma, frozenset()) & groups.get("discover", frozenset()):
        return
    new = {t.head for t in tokens if t.lemma.lower() in _INDEFINITE}
    for index, token in enumerate(tokens):
        is_object = token.head == told.head and token.dep in {"nsubjpass", "dobj"} and token.pos == "NOUN"
        if is_object and index in new:
            yield token.lemma.lower()


def _definite(told: Told) -> list[str]:
    """The nouns of a report that speak of something known; those that only tell when are left out."""
    tokens = told.sentence.tokens
    known = {t.head for t in tokens if t.dep == "det" and t.lemma.lower() in _DEFINITE}
    known = {i for i in known if tokens[tokens[i].head].lemma.lower() not in AFTER | BEFORE}
    inside = (i for i in sorted(known) if told.report.span.start <= tokens[i].start < told.report.span.end)
    return [tokens[i].lemma.lower() for i in inside if tokens[i].pos == "NOUN"]


def _connectives(sentence: Sentence, head: int) -> Iterator[tuple[str, int]]:
    """`after`, and the noun after it, of what hangs on a predicate."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        above = tokens[token.head]
        if token.dep not in {"pobj", "dobj"} or token.pos != "NOUN" or above.dep not in {"prep", "advcl"}:
            continue
        word = "following" if above.lemma.lower() == "follow" else above.lemma.lower()
        if above.head == head and word in AFTER | BEFORE:
            yield word, index


def _nouns(sentence: Sentence, words: Sequence[int]) -> set[str]:
    return {sentence.tokens[i].lemma for i in words if sentence.tokens[i].pos in {"NOUN", "PROPN"}}
