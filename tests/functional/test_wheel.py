"""The wheel holds the program whole: installed by itself, it finds its styles, its words and its bundled case."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from dossier import __version__

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True,
        capture_output=True,
    )  # fmt: skip
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", folder, wheel],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder


def run(installed: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Python with the installed wheel before anything else, away from the checkout."""
    return subprocess.run(
        [sys.executable, *words], cwd=installed, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(installed), "DOSSIER_HOME": str(installed / "home")},
    )  # fmt: skip


def test_it_holds_what_the_checkout_holds(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for folder in ("styles", "data"):
        files = [file for file in (ROOT / folder).rglob("*") if file.is_file() and ".dossier" not in file.parts]
        assert files
        assert {f"dossier/{file.relative_to(ROOT).as_posix()}" for file in files} <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any("__pycache__" in name or name.endswith(".db") for name in names)


def test_it_runs_away_from_the_checkout(installed: Path) -> None:
    script = "import dossier, dossier.resources as r; print(dossier.__file__, r.styles(), r.words(), r.example_case())"
    places = run(installed, "-c", script).stdout.split()
    assert all(Path(place).is_relative_to(installed) and Path(place).exists() for place in places)
    assert run(installed, installed / "bin" / "dossier", "--version").stdout == f"dossier {__version__}\n"
    assert str(installed) in run(installed, "-m", "dossier", "info", "--example").stdout
