"""Another language model by name or path: its labels mapped, its language kept, and errors that say what to do."""

from pathlib import Path

import pytest
import spacy
from annotating import make_source

from dossier.annotate import annotate
from dossier.annotate.language import Pipeline
from dossier.case import open_case
from dossier.errors import ModelError
from dossier.model.annotation import Annotated
from dossier.model.entity import EntityKind
from dossier.model.manifest import Manifest
from dossier.resolve.names import resolve_names

FRENCH = (
    "Le commandant du navire, Amélie Durand, a quitté Brest lundi avec la Compagnie Maritime. "
    "Amélie Durand est arrivée à Dakar jeudi."
)
GERMAN = "Die Kapitänin Greta Vogel verließ am Montag mit der Reederei Hansen den Hafen von Kiel."


def pipeline(folder: Path, language: str, entities: dict[str, str]) -> Pipeline:
    """A pipeline as one would train it: blank but for names that it knows, kept in a folder."""
    nlp = spacy.blank(language)
    ruler = nlp.add_pipe("entity_ruler", name="ner")
    ruler.add_patterns([{"label": label, "pattern": words} for words, label in entities.items()])
    nlp.to_disk(folder)
    return Pipeline(str(folder))


def named(text: str, model: Pipeline) -> dict[EntityKind, set[str]]:
    source = make_source(text)
    found: dict[EntityKind, set[str]] = {kind: set() for kind in EntityKind}
    for entity in resolve_names([Annotated(source, annotate(source, model))], Manifest()):
        found[entity.kind].add(entity.name)
    return found


@pytest.mark.parametrize(
    ("language", "text", "labels", "expected"),
    [
        (
            "fr",
            FRENCH,
            {"Amélie Durand": "PER", "Brest": "LOC", "Dakar": "LOC", "Compagnie Maritime": "ORG", "lundi": "MISC"},
            {
                EntityKind.PERSON: {"Amélie Durand"},
                EntityKind.PLACE: {"Brest", "Dakar"},
                EntityKind.ORGANIZATION: {"Compagnie Maritime"},
            },
        ),
        (
            "de",
            GERMAN,
            {"Greta Vogel": "PER", "Reederei Hansen": "ORG", "Kiel": "LOC", "Montag": "MISC"},
            {
                EntityKind.PERSON: {"Greta Vogel"},
                EntityKind.PLACE: {"Kiel"},
                EntityKind.ORGANIZATION: {"Reederei Hansen"},
            },
        ),
    ],
)
def test_labels_of_other_pipelines_are_people_places_and_organizations(
    tmp_path: Path, language: str, text: str, labels: dict[str, str], expected: dict[EntityKind, set[str]]
) -> None:
    found = named(text, pipeline(tmp_path / "model", language, labels))
    assert {kind: names for kind, names in found.items() if names} == expected


def test_what_a_pipeline_files_under_other_is_no_name(tmp_path: Path) -> None:
    found = named("On parle du Traité tous les jours.", pipeline(tmp_path / "model", "fr", {"Traité": "MISC"}))
    assert not any(found.values())


def test_tokens_of_a_pipeline_without_a_parser_point_at_their_words(tmp_path: Path) -> None:
    source = make_source(f"{FRENCH}\n\n{FRENCH[:40]}[3]{FRENCH[40:]}")
    found = annotate(source, pipeline(tmp_path / "model", "fr", {"Amélie Durand": "PER"}))
    assert len(found.sentences) == 4
    for token in (token for sentence in found.sentences for token in sentence.tokens):
        words = source.text[token.start : token.end]
        assert words.strip() == words != ""


def folder_case(root: Path, model: str) -> str:
    (root / "dossier.toml").write_text(f'model = "{model}"\n')
    return open_case(root).manifest.model


def test_a_path_is_taken_from_the_case_on_and_a_name_as_it_stands(tmp_path: Path) -> None:
    assert folder_case(tmp_path, "models/ours") == str((tmp_path / "models" / "ours").resolve())
    assert folder_case(tmp_path, "./ours") == str((tmp_path / "ours").resolve())
    assert folder_case(tmp_path, "fr_core_news_sm") == "fr_core_news_sm"


@pytest.mark.parametrize("model", ["./models", "missing/folder"])
def test_a_folder_without_a_pipeline_is_named_and_nothing_is_to_be_installed(tmp_path: Path, model: str) -> None:
    (tmp_path / "models").mkdir()
    with pytest.raises(ModelError, match=r"There is no spaCy pipeline in .*config\.cfg") as caught:
        Pipeline(folder_case(tmp_path, model))
    assert "pip install" not in str(caught.value)


def test_an_unknown_name_says_what_to_install() -> None:
    with pytest.raises(ModelError, match="python -m spacy download xx_unknown_sm"):
        Pipeline("xx_unknown_sm")
