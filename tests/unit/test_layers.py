"""Who may import whom, and what is not loaded before it is needed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_the_layers_hold() -> None:
    script = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


def test_databases_are_asked_in_their_own_rooms_only() -> None:
    asks = re.compile(r"\.execute(many|script)?\(")
    asking = {path.relative_to(ROOT / "dossier").parts for path in (ROOT / "dossier").rglob("*.py")
              if asks.search(path.read_text(encoding="utf-8"))}  # fmt: skip
    assert {parts for parts in asking if parts[0] != "store"} == {("annotate", "cache.py")}


@pytest.mark.parametrize(
    "words",
    [
        ["people"], ["events", "--json"], ["sources"], ["statements"], ["show", "Rogozin", "--why"], ["search", "hole"],
        ["export"], ["info"],
    ],
)
def test_reading_a_database_loads_no_browser_no_model_and_no_writer(example_database: Path, words: list[str]) -> None:
    heavy = ("textual", "spacy", "sqlite_utils", "dossier.build")
    script = (
        f"import sys; from dossier.cli import main; main([*{words}, '--db', {str(example_database)!r}]);"
        f"print('LOADED', [name for name in {heavy} if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "LOADED []"


def test_a_build_loads_spacy_in_its_workers_only(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Ada Byrne left Cork on 3 May 1911.", encoding="utf-8")
    script = (
        "import sys\n"
        "if __name__ == '__main__':\n"
        "    from dossier.cli import main\n"
        f"    assert main(['build', {str(tmp_path)!r}]) == 0\n"
        "    print('LOADED', [name for name in ('textual', 'spacy') if name in sys.modules])\n"
    )
    file = tmp_path / ".script.py"
    file.write_text(script, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, file], capture_output=True, text=True, check=True, env={**os.environ,
        "DOSSIER_HOME": str(tmp_path / ".home")},
    )  # fmt: skip
    assert result.stdout.splitlines()[-1] == "LOADED []"
