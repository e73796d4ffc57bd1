"""Subjects that the parser takes for a part of a date before them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.assemble.clauses import clause, is_parsed
from dossier.assemble.mending import cut_before, mended, with_own_subject
from dossier.model.annotation import Sentence, Token
from dossier.model.span import Span


def _token(index, word, pos, dep, head):
    return Token(10 * index, 10 * index + 5, word, pos, "", dep, head)


POLICE = Sentence(
    Span(0, 60),
    0,
    (
        _token(0, "on", "ADP", "prep", 3),
        _token(1, "Friday", "PROPN", "compound", 2),
        _token(2, "police", "NOUN", "pobj", 0),
        _token(3, "arrest", "VERB", "ROOT", 3),
        _token(4, "him", "PRON", "dobj", 3),
    ),
)
FRIDAY = Span(10, 15)


def test_the_noun_after_a_date_is_the_subject_of_a_predicate_that_has_none():
    found = mended(POLICE, FRIDAY)
    assert clause(found, 3).subjects == (2,)
    assert (found.tokens[1].head, found.tokens[1].dep) == (0, "pobj")


@pytest.mark.parametrize(
    ("index", "change"),
    [
        (4, {"dep": "nsubj"}),  # The predicate has a subject.
        (2, {"dep": "dobj"}),  # The noun hangs on no preposition.
        (3, {"pos": "NOUN"}),  # Nothing is predicated.
    ],
)
def test_other_sentences_stay_as_they_are(index, change):
    tokens = list(POLICE.tokens)
    tokens[index] = Token(**{f: getattr(tokens[index], f) for f in Token.__slots__} | change)
    sentence = Sentence(POLICE.span, 0, tuple(tokens))
    assert mended(sentence, FRIDAY) is sentence


def test_in_a_document_whoever_acts_after_a_date_is_its_subject(read):
    text = "On Friday police arrested the mate at his home in Kelby and released him on bail."
    reading = read(text, dates={"Friday": "1911-01-13"})
    (sentence,) = (s for s in reading.sentences if is_parsed(s))
    verb = next(i for i, t in enumerate(sentence.tokens) if t.lemma == "arrest")
    assert [sentence.tokens[i].lemma for i in clause(sentence, verb).subjects] == ["police"]


@given(st.data())
def test_a_mended_sentence_is_still_a_tree_or_left_alone(data):
    size = data.draw(st.integers(1, 8))
    deps = st.sampled_from(["prep", "pobj", "conj", "compound", "nsubj", "ROOT", "dobj"])
    pos = st.sampled_from(["ADP", "NOUN", "PROPN", "VERB", "NUM"])
    tokens = tuple(
        _token(i, "x", data.draw(pos), data.draw(deps), data.draw(st.integers(0, i)) if i else 0) for i in range(size)
    )
    at = data.draw(st.integers(0, size - 1))
    found = mended(Sentence(Span(0, 10 * size), 0, tokens), Span(10 * at, 10 * at + 5))
    for start in range(size):
        path = [start]
        while (above := found.tokens[path[-1]].head) not in path:
            path.append(above)
        assert found.tokens[above].head == above


LABELLED = Sentence(
    Span(0, 60),
    0,
    (
        _token(0, "REID", "PROPN", "nsubj", 3),
        _token(1, ":", "PUNCT", "punct", 0),
        _token(2, "Voss", "PROPN", "appos", 0),
        _token(3, "lie", "VERB", "ROOT", 3),
        _token(4, ".", "PUNCT", "punct", 3),
    ),
)


def test_what_hung_on_a_label_stands_in_its_place():
    found = cut_before(LABELLED, 20)
    assert found.span == Span(20, 60)
    assert [(t.lemma, t.dep, t.head) for t in found.tokens] == [
        ("Voss", "nsubj", 1),
        ("lie", "ROOT", 1),
        (".", "punct", 1),
    ]


@pytest.mark.parametrize("start", [0, 100])
def test_a_sentence_all_behind_a_place_or_all_before_it_stays(start):
    assert cut_before(LABELLED, start) is LABELLED


@given(st.data())
def test_a_sentence_that_is_cut_is_a_tree_still(data):
    size = data.draw(st.integers(1, 8))
    root = data.draw(st.integers(0, size - 1))
    heads = [root] * size
    for i in range(size):  # Each hangs on one that leads to the root.
        hanging = [j for j in range(size) if j == root or (j < i and heads[j] is not None)]
        heads[i] = i if i == root else data.draw(st.sampled_from(hanging))
    tokens = tuple(_token(i, "w", "NOUN", "dep", head) for i, head in enumerate(heads))
    found = cut_before(Sentence(Span(0, 10 * size), 0, tokens), data.draw(st.integers(0, 10 * size)))
    roots = [i for i, t in enumerate(found.tokens) if t.head == i]
    assert len(roots) == 1
    above = list(range(len(found.tokens)))
    for _ in found.tokens:
        above = [found.tokens[index].head for index in above]
    assert set(above) == set(roots)


TWO_SUBJECTS = Sentence(
    Span(0, 70),
    0,
    (
        _token(0, "dam", "NOUN", "nsubj", 3),
        _token(1, ",", "PUNCT", "punct", 3),
        _token(2, "Reid", "PROPN", "nsubj", 3),
        _token(3, "tell", "VERB", "ROOT", 3),
        _token(4, "them", "PRON", "dobj", 3),
        _token(5, ",", "PUNCT", "punct", 3),
        _token(6, "leak", "VERB", "ccomp", 3),
    ),
)


def test_the_first_of_two_subjects_is_that_of_the_clause_behind():
    assert clause(with_own_subject(TWO_SUBJECTS), 6).subjects == (0,)


@pytest.mark.parametrize(
    ("index", "change"),
    [
        (1, {"lemma": "and"}),  # Joined, not parted.
        (4, {"dep": "nsubj", "head": 6}),  # The clause has a subject.
        (6, {"dep": "advcl"}),  # What is behind is no clause that is told.
    ],
)
def test_two_subjects_stay_where_they_are_otherwise(index, change):
    tokens = tuple(replace(t, **change) if i == index else t for i, t in enumerate(TWO_SUBJECTS.tokens))
    sentence = replace(TWO_SUBJECTS, tokens=tokens)
    assert with_own_subject(sentence) is sentence
