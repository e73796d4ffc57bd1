"""What `dossier.toml` may say, and how its mistakes are named."""

from pathlib import Path

import pytest

from dossier.case.manifest import read_manifest
from dossier.errors import CaseError
from dossier.model.manifest import KnownName, Manifest

WHOLE = """
title = "The ferry"
description = "One sailing."
language = "en"
model = "my_pipeline"
include = ["*.txt"]
ignore = ["drafts/*"]

[[names]]
name = "Ada Byrne"
aliases = ["the captain"]

[[names]]
name = "Innisfallen"
kind = "vehicle"

[sources."letters/1.txt"]
title = "A letter"
published = 1911-05-03

[sources."letters/2.txt"]
published = "1911-05~"
"""


def test_a_case_without_a_manifest_has_an_empty_one(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) == (Manifest(), ())


def test_every_field_is_read(tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").write_text("\ufeff" + WHOLE, encoding="utf-8")
    manifest, warnings = read_manifest(tmp_path)
    assert warnings == ()
    assert manifest == Manifest(
        "The ferry", "One sailing.", "en", "my_pipeline", ("*.txt",), ("drafts/*",),
        (KnownName("Ada Byrne", "person", ("the captain",)), KnownName("Innisfallen", "vehicle", ())),
        {"letters/1.txt": {"title": "A letter", "published": "1911-05-03"}, "letters/2.txt": {"published": "1911-05~"}},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("title = The ferry", "line 1"),
        ("title = 3", "title must be a text"),
        ('include = "*.txt"', "include must be a list"),
        ("ignore = [3]", "ignore must be a text"),
        ('names = ["Ada"]', r"names must be a list of tables"),
        ('[[names]]\nkind = "person"', r"names\[1\] must be"),
        ('[[names]]\nname = "X"\nkind = "dog"', r"names\[1\].kind must be one of"),
        ("[sources]\na = 1", 'sources."a" must be a table'),
        ('[sources."a"]\npublished = "soon"', 'sources."a".published must be a date'),
        ('[sources."a"]\npublished = "1911-05-03/later"', 'sources."a".published must be a date.*"1911-05-03/later"'),
        ('[sources."a"]\npublished = "1911-05-03/1911-04"', 'sources."a".published must be a date'),
        ('[sources."a"]\npublished = "1911-05-03, evening"', 'sources."a".published must be a date'),
        ('[[sources]]\npath = "a"\npublished = "1911-02-30"', r"sources\[1\].published must be a date"),
        ('[sources."a"]\ntitle = ["x"]', 'sources."a".title must be a text'),
    ],
)
def test_a_mistake_is_named_with_its_field(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / "dossier.toml").write_text(text)
    with pytest.raises(CaseError, match=named) as caught:
        read_manifest(tmp_path)
    assert str(tmp_path / "dossier.toml") in str(caught.value)


def test_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").write_bytes('title = "x"\ndescription = "Fähre"'.encode("latin-1"))
    with pytest.raises(CaseError, match="line 2: this is not UTF-8"):
        read_manifest(tmp_path)


def test_unknown_keys_are_warned_of_and_ignored(tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").write_text('titel = "x"\n[sources."a"]\nauthors = "y"\n')
    manifest, warnings = read_manifest(tmp_path)
    assert manifest == Manifest(sources={"a": {}})
    assert [warning.split(": ")[1].split()[0] for warning in warnings] == ["titel", 'sources."a".authors']


def test_a_manifest_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").mkdir()
    with pytest.raises(CaseError, match="cannot be read"):
        read_manifest(tmp_path)


def test_sources_may_be_a_list_of_tables_with_a_path(tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").write_text(
        '[[sources]]\npath = "a.txt"\ntitle = "A"\npublished = 1911-05-03\n'
        '[[sources]]\npath = "b.txt"\nkind = "letter"\n'
    )
    manifest, warnings = read_manifest(tmp_path)
    assert manifest.sources == {"a.txt": {"title": "A", "published": "1911-05-03"}, "b.txt": {"kind": "letter"}}
    assert warnings == ()


def test_a_listed_source_needs_its_path(tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").write_text('[[sources]]\ntitle = "A"\n')
    with pytest.raises(CaseError, match=r"sources\[1\] must be a table with path"):
        read_manifest(tmp_path)
