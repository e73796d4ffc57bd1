"""Names that one document alone shows: the model's spans cleaned, and candidates from the document's own form.

What a candidate is called here is a vote, not a decision: `resolve` decides over the whole case.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dossier import lexis
from dossier.annotate import (
    names_apposed,
    names_clean,
    names_form,
    names_headed,
    names_patterns,
    names_persons,
    names_places,
    names_rows,
    names_whole,
)
from dossier.annotate.names_run import is_office, joined
from dossier.model.annotation import CandidateName, Passage, Reference, Sentence, Stated
from dossier.model.span import Span

_NAMES = frozenset({"PERSON", "PER", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "NORP", "EVENT", "WORK_OF_ART", "LAW"})
_BEFORE = 30
"""Code points before a word in which the rest of an office may stand."""
_ASKED = re.compile(r"\W*([QA])[.:][*_]*\s")
"""The label of a question or an answer, which reads like an initial: `Q. Did you`."""
_FEWEST_ASKED = 2
"""Questions, and answers, from which those letters are labels in a document."""
_ONTONOTES = {"PER": "PERSON"}


def find_names(
    text: str,
    passages: Sequence[Passage],
    sentences: Sequence[Sentence],
    entities: Sequence[CandidateName],
    references: Sequence[Reference],
    stated: Sequence[Stated],
) -> tuple[CandidateName, ...]:
    """Candidate names of a document in order of offset.

    `entities` are the language model's spans as they came; the rest is what the document says of itself.
    A span may be returned several times with different labels or origins: each is one piece of evidence.
    """
    asked = _asked(text, passages)
    passages = [
        replace(passage, marks=(asked[at], *passage.marks)) if at in asked else passage
        for at, passage in enumerate(passages)
    ]
    seen = tuple(names_places.whole_places(text, tuple(_from_model(text, passages, entities))))
    found = {*seen, *names_whole.whole_names(text, passages, seen)}
    found |= set(names_form.from_references(text, passages, references))
    publishers = set(names_form.from_stated(text, passages, stated))
    found |= publishers
    for index, passage in enumerate(passages):
        start = asked[index].end if index in asked else passage.span.start
        words = tuple(lexis.words(text, start, passage.span.end))
        found |= set(names_form.in_passage(text, index, passage))
        for kind in (names_apposed, names_headed, names_patterns, names_persons, names_places, names_rows):
            found |= set(kind.in_passage(text, index, passage, words))
    # `North Wire, 15 April 1998` is written as a dateline is.
    published = {name.span for name in publishers if name.label == "ORG"}
    found = {name for name in found if name.origin != "dateline" or name.span not in published}
    found = {name for name in found if name.passage not in asked or name.span.start >= asked[name.passage].end}
    return tuple(sorted(found, key=lambda name: (name.span, name.label, name.origin)))


def _asked(text: str, passages: Sequence[Passage]) -> Mapping[int, Span]:
    """The label of each question and answer by its passage, where the document has several of both."""
    opened = ((at, _ASKED.match(text, passage.span.start, passage.span.end)) for at, passage in enumerate(passages))
    labels = {at: match for at, match in opened if match}
    letters = Counter(match[1] for match in labels.values())
    several = min(letters["Q"], letters["A"]) >= _FEWEST_ASKED
    return {at: Span(*match.span()) for at, match in labels.items()} if several else {}


def _from_model(text: str, passages: Sequence[Passage], entities: Iterable[CandidateName]) -> Iterator[CandidateName]:
    for entity in entities:
        label = _ONTONOTES.get(entity.label, entity.label)
        if label not in _NAMES:
            continue
        if label == "ORG" and names_clean.TOWN_AND_LAND.fullmatch(text, entity.span.start, entity.span.end):
            label = "GPE"
        if label == "ORG" and names_clean.is_numbered_place(text, entity.span):
            label = "FAC"
        label = "PERSON" if label != "PERSON" and names_clean.is_titled_person(text, entity.span) else label
        for span in names_clean.clean(text, entity.span, label, passages[entity.passage]):
            if label == "PERSON" and (_is_office(text, span) or _is_ship(text, span)):
                continue
            headline = names_clean.in_title_case(text, span, passages[entity.passage].span)
            origin = "headline" if headline else entity.origin
            yield CandidateName(span, entity.passage, label, origin)


def _is_ship(text: str, span: Span) -> bool:
    return names_patterns.is_ship(text, span.start, span.of(text).rsplit(maxsplit=1)[-1])


def _is_office(text: str, span: Span) -> bool:
    """Whether a person's name is only the end of an office: `Executive`, cut out of `the Chief Executive`."""
    words = list(lexis.words(text, span.start, span.end))
    if len(words) != 1 or not is_office(words) or words[0].text in lexis.word_list("given_names"):
        return False
    before = list(lexis.words(text, max(0, span.start - _BEFORE), span.start))
    return bool(before) and joined(text, before[-1], words[0]) and lexis.is_name_word(before[-1].text)
