"""Events that a report speaks of by a noun: `after the repair`, `blamed the crew for the collision`, `showed the hole`.

- A connective before a noun of something done orders the report and the dated event the noun means: the last of that
  kind that the source has told, else one of the case that shares another noun with the phrase.
- A report that speaks of `the collision` after its source told one is not before it. That is custom only.
- Nobody speaks of what is not yet known: what news says or shows of a thing is not before `a hole was discovered`, in
  whatever source that is told, as long as the news itself is later. That is custom only, too.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from dossier.assemble.clauses import OBJECTS, SUBJECTS, children, subtree
from dossier.assemble.content import acts_of_noun, stem
from dossier.assemble.events.sequence.manner import Manner
from dossier.assemble.events.sequence.order import AFTER, BEFORE, Link
from dossier.assemble.events.sequence.told import Told
from dossier.assemble.tense import Tense
from dossier.assemble.words import verb_groups
from dossier.model.annotation import Sentence
from dossier.model.event import EventStatus

COMMON = 100
"""Reports of one kind of act in a case, beyond which a noun from another source does not tell which is meant."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "another"})


class References:
    """The dated events of a case, by the nouns that can mean them."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._here: dict[tuple[str, str], list[Told]] = defaultdict(list)
        self._anywhere: dict[str, list[Told]] = defaultdict(list)
        self._found: dict[str, dict[int, Told]] = defaultdict(dict)
        for one in told:
            if not one.dated or one.report.status is not EventStatus.REPORTED:
                continue
            for act in _acts(one):
                self._here[one.report.source, act].append(one)
                self._anywhere[act].append(one)
            for noun in _newly_found(one):
                self._found[noun].setdefault(one.event, one)

    def links(self, told: Sequence[Told], manner: Manner) -> Iterator[Link]:
        """The orders between one source's reports and the dated events that their nouns mean."""
        for one in told:
            yield from self._connected(one)
            if one.main and not one.looks_back and one.tense in {Tense.PAST, Tense.PERFECT, Tense.PRESENT}:
                yield from self._spoken_of(one)
                if manner is Manner.NEWS and (one.says or _shows(one)):
                    yield from self._known(one)

    def _connected(self, one: Told) -> Iterator[Link]:
        for word, noun in _connectives(one.sentence, one.head):
            meant = self._told_before(one, one.sentence.tokens[noun].lemma.lower())
            same = meant is not None
            meant = meant or self._told_elsewhere(one, noun)
            if meant is not None and word in BEFORE:
                yield one, meant, "told as before", not same
            elif meant is not None:
                yield meant, one, "told as after", not same

    def _told_before(self, one: Told, noun: str) -> Told | None:
        """The event of its kind that the source told last."""
        last: Told | None = None
        for act in acts_of_noun(noun):
            told = self._here.get((one.report.source, act), [])
            place = bisect_left(told, one.report.span, key=lambda other: other.report.span)
            while place and told[place - 1].event == one.event:
                place -= 1
            if place and (last is None or told[place - 1].report.span > last.report.span):
                last = told[place - 1]
        return last

    def _told_elsewhere(self, one: Told, noun: int) -> Told | None:
        """The only event of its kind in the case that shares another noun with the phrase (`the discovery of a leak`);
        none where the kind is too common to tell one by."""
        tokens = one.sentence.tokens
        able = [other for act in acts_of_noun(tokens[noun].lemma.lower()) for other in self._anywhere.get(act, ())]
        if len(able) > COMMON:
            return None
        complement = _nouns(one.sentence, subtree(children(one.sentence), noun)) - {tokens[noun].lemma}
        sharing = {
            other.event: other
            for other in reversed(able)
            if other.event != one.event and complement & _nouns(other.sentence, range(len(other.sentence.tokens)))
        }
        return next(iter(sharing.values())) if len(sharing) == 1 else None

    def _spoken_of(self, one: Told) -> Iterator[Link]:
        for noun in _definite(one):
            before = self._told_before(one, noun)
            if before is not None:
                yield before, one, "speaks of", True

    def _known(self, one: Told) -> Iterator[Link]:
        for noun in _definite(one):
            found = {event: other for event, other in self._found.get(noun, {}).items() if event != one.event}
            if len(found) == 1:
                yield next(iter(found.values())), one, "speaks of what was found in", True


def _shows(told: Told) -> bool:
    """Whether somebody shows something: `showed`, `presented`, `displayed`."""
    groups = verb_groups()
    lemma = told.sentence.tokens[told.head].lemma.lower()
    return not groups.get(lemma, frozenset()).isdisjoint(groups.get("show", frozenset()))


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
