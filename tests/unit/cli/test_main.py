"""What `dossier` does with its words before any command: which case it opens, and on what it does not."""

import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

from dossier.cli import main
from dossier.resources import example_case

Output = pytest.CaptureFixture[str]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The roots of the cases that the browser was opened on; no browser is."""
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("dossier.cli.browse._need_terminal", lambda: None)
    found: list[Path] = []
    app = types.ModuleType("dossier.tui.app")
    app.run = lambda database, case, stale: found.append(case) or 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dossier.tui.app", app)
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "a.txt").write_text("A.")
    monkeypatch.chdir(tmp_path)
    return found


@pytest.mark.parametrize(
    "words",
    [["./search"], ["--case", "search"], ["--case=search"], ["--", "search"], ["./search", "--db", "f.db"]],
)
def test_a_folder_is_opened(opened: list[Path], tmp_path: Path, words: list[str]) -> None:
    assert main(words) == 0
    assert opened == [tmp_path / "search"]


def test_without_words_the_bundled_case_and_then_the_last_one(opened: list[Path], tmp_path: Path) -> None:
    for words in ([], ["./search"], [], ["--example"], []):
        assert main(words) == 0
    example = example_case().resolve()
    assert opened == [example, tmp_path / "search", tmp_path / "search", example, example]


@pytest.mark.parametrize(
    "words", [["a", "b"], ["./search", "--example"], ["--case"], ["--case="], ["./search", "--case", "search"]]
)
def test_more_than_one_case_or_none(opened: list[Path], capsys: Output, words: list[str]) -> None:
    assert main(words) == 2
    assert opened == []
    assert capsys.readouterr().err.startswith("dossier: ")


def test_a_word_that_is_no_folder_is_named(opened: list[Path], capsys: Output) -> None:
    assert main(["serach"]) == 2
    assert "serach does not exist" in capsys.readouterr().err


def test_a_folder_without_documents_is_not_opened(opened: list[Path], tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / ".hidden.txt").write_text("Hidden.")
    for words in (["empty"], ["build", "empty"], ["people", "--case", "empty"]):
        assert main(words) == 2
        assert "holds no documents" in capsys.readouterr().err
    assert [file.name for file in (tmp_path / "empty").iterdir()] == [".hidden.txt"]


def run(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dossier", *words], capture_output=True, text=True, check=False,
        env={**os.environ, **variables}, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def test_what_is_no_terminal_is_told_which_commands_to_use(tmp_path: Path) -> None:
    result = run("--example", DOSSIER_HOME=str(tmp_path))
    assert result.returncode == 2
    assert result.stdout == ""
    assert "dossier search WORDS" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not list(tmp_path.iterdir())


LATE = ("textual", "spacy", "dossier.tui.app")


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        ("['--help']", (*LATE, "sqlite_utils", "dossier.build")),
        ("['--version']", (*LATE, "sqlite_utils", "dossier.build")),
        ("['people', '--db', 'none.db']", (*LATE, "sqlite_utils", "dossier.build")),
        ("['search', 'x', '--db', 'none.db']", (*LATE, "sqlite_utils", "dossier.build")),
        ("['none']", (*LATE, "sqlite_utils", "click", "dossier.build")),
    ],
)
def test_nothing_is_loaded_before_it_is_needed(words: str, absent: tuple[str, ...]) -> None:
    loaded = f"print([name for name in {absent} if name in sys.modules])"
    script = f"import sys; from dossier.cli import main; main({words}); {loaded}"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"


def test_a_pipe_that_is_closed_early_is_no_error(tmp_path: Path) -> None:
    script = (
        "import os, sys; from dossier.cli import main\n"
        "import dossier.cli.output as output\n"
        "read, write = os.pipe(); os.close(read); os.dup2(write, 1)\n"
        "import dossier.cli.commands as commands\n"
        "commands.run = lambda words: [print('x' * 100) for _ in range(10_000)] and 0\n"
        "sys.exit(main(['people']))"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (1, "")


QUICK = """
import sys, types
import dossier.cli.browse as browse
from dossier.cli import main
browse._need_terminal = lambda: None
app = types.ModuleType("dossier.tui.app")
app.run = lambda database, case, stale: print(case) or 0
sys.modules["dossier.tui.app"] = app
status = main(sys.argv[1:])
print(status, [name for name in ("click", "tomllib", "dossier.case.manifest", "platformdirs") if name in sys.modules])
"""


def test_a_database_that_is_there_is_opened_before_its_case_is_looked_at(example_database: Path) -> None:
    """The manifest is read behind the first frame; a mistake in it keeps nobody from what is built already."""
    result = subprocess.run(
        [sys.executable, "-c", QUICK, example_database], capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert result.stdout.splitlines() == [str(example_case()), "0 []"]
