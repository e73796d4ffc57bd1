"""The remembering ruler sets on every token what the pipeline's own sets, however often it is asked."""

from functools import cache

import spacy
from annotating import example
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate.ruler import RememberingRuler, remembering
from dossier.model.manifest import DEFAULT_MODEL

_TEXT = """There is are was 's a leak ship ai n't gon na got ta let c'm on y' all not that which It it them her her.
had gets do done will been to London 7 in of nothin' whether mark , . ?"""
_WORDS = [*_TEXT.split(), "\n", ""]


@cache
def pipelines() -> tuple[Language, Language, RememberingRuler]:
    plain, other = spacy.load(DEFAULT_MODEL), spacy.load(DEFAULT_MODEL)
    for nlp in (plain, other):
        nlp.disable_pipe("lemmatizer")
    ruler = remembering(other)
    assert ruler is not None
    return plain, other, ruler


def attributes(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.dep_, t.pos_, t.lemma_, str(t.morph)) for t in doc]


def test_documents_have_what_the_whole_pipeline_gives_them_again_and_again() -> None:
    plain, other, ruler = pipelines()
    for digits in ("001", "003", "001"):
        text = example(digits).text
        expected = attributes(plain(text))
        assert attributes(ruler(other(text))) == expected
        assert {"AUX", "VERB", "PRON", "SCONJ"} <= {part for _, _, _, part, _, _ in expected}


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12))
def test_words_of_which_rules_ask_in_any_order(words: list[str]) -> None:
    plain, other, ruler = pipelines()
    text = " ".join(words)
    assert attributes(ruler(other(text))) == attributes(plain(text))


def test_a_ruler_whose_rules_ask_for_more_stays_where_it_is() -> None:
    nlp = spacy.blank("en")
    assert remembering(nlp) is None
    own = nlp.add_pipe("attribute_ruler")
    own.add(patterns=[[{"SHAPE": "Xxxx"}]], attrs={"POS": "PROPN"})  # type: ignore[attr-defined]
    assert remembering(nlp) is None
    assert nlp.pipe_names == ["attribute_ruler"]


def test_a_ruler_beside_components_that_set_the_same_stays_where_it_is() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler")
    nlp.add_pipe("morphologizer")
    assert remembering(nlp) is None
