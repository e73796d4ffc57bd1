"""Which files are documents."""

import os
from pathlib import Path

import pytest

from dossier.model.manifest import Manifest
from dossier.read import walk


@pytest.fixture
def case(tmp_path: Path) -> Path:
    documents = ("b.txt", "a.md", "letters/1912/c.txt", "letters/draft.txt")
    for path in (*documents, ".hidden", ".dossier/x.txt", "dossier.toml"):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    return tmp_path


def test_finds_documents_in_order_and_leaves_out_hidden_files(case: Path) -> None:
    assert walk(case, Manifest()) == ("a.md", "b.txt", "letters/1912/c.txt", "letters/draft.txt")


def test_a_manifest_below_the_top_is_a_document_like_any_other(case: Path) -> None:
    (case / "letters/dossier.toml").write_text("x")
    assert "letters/dossier.toml" in walk(case, Manifest())


@pytest.mark.parametrize(
    ("manifest", "left"),
    [
        (Manifest(ignore=("draft*",)), ("a.md", "b.txt", "letters/1912/c.txt")),
        (Manifest(ignore=("letters",)), ("a.md", "b.txt")),
        (Manifest(ignore=("letters/",)), ("a.md", "b.txt")),
        (Manifest(ignore=("letters/19*",)), ("a.md", "b.txt", "letters/draft.txt")),
        (Manifest(include=("*.md",)), ("a.md",)),
        (Manifest(include=("letters/*",), ignore=("*.md", "draft.txt")), ("letters/1912/c.txt",)),
    ],
)
def test_globs_fit_parts_or_paths(case: Path, manifest: Manifest, left: tuple[str, ...]) -> None:
    assert walk(case, manifest) == left


def test_links_are_listed_and_never_followed(case: Path) -> None:
    (case / "loop").symlink_to(case, target_is_directory=True)
    (case / "out.txt").symlink_to("/etc/hostname")
    paths = walk(case, Manifest())
    assert "loop" in paths
    assert "out.txt" in paths
    assert not any(path.startswith("loop/") for path in paths)


def test_a_folder_nested_deeper_than_recursion_allows(tmp_path: Path) -> None:
    here = os.open(tmp_path, os.O_RDONLY)
    descriptors = [here]
    for _ in range(400):
        os.mkdir("d", dir_fd=here)
        here = os.open("d", os.O_RDONLY, dir_fd=here)
        descriptors.append(here)
    os.close(os.open("deep.txt", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    for descriptor in descriptors:
        os.close(descriptor)
    assert walk(tmp_path, Manifest()) == ("d/" * 400 + "deep.txt",)


def test_nothing_is_raised_for_a_root_that_is_not_there(tmp_path: Path) -> None:
    assert walk(tmp_path / "nowhere", Manifest()) == ()
