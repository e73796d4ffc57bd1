"""What one looks at goes to a new file where the program was started, and never among the documents."""

import csv
import stat
from pathlib import Path

import pytest
from invented import invented, write_invented

from dossier.errors import CaseError
from dossier.store.writer import write
from dossier.tui.app import DossierApp
from dossier.tui.exporting import folder_for, written
from dossier.tui.screens.ask import ChoiceScreen


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    (tmp_path / "started").mkdir()
    monkeypatch.chdir(tmp_path / "started")
    return write_invented(tmp_path / "dossier.db")


@pytest.mark.parametrize(("keys", "name", "holds"), [
    ("2 e m", "The-Halcyon-events.md", "| 03–04 Mar 1911 | Halcyon runs aground on the Carrick bar[^2][^3] |"),
    ("2 e c", "The-Halcyon-events.csv", ",1911-03-03/1911-03-04,Halcyon runs aground on the Carrick bar,"),
    ("2 down enter e m", "Halcyon-runs-aground-on-the-Carrick-bar.md", "[^1]: “ran aground on the Carrick bar on the"),
    ("2 down enter e t", "Halcyon-runs-aground-on-the-Carrick-bar.txt", "03 Mar 1911       ran aground"),
    ("t e m", "The-Halcyon-timeline.md", "- **03 Mar 1911** The lamp goes out at nine[^1]"),
    ("m e c", "The-Halcyon-people-by-sources.csv", "Aldous Verrin,2,,"),
    ("m m e m", "The-Halcyon-people-by-people.md", "| Aldous Verrin |  |  |  |  |"),
])
async def test_a_view_is_written_where_the_program_was_started(
    database: Path, keys: str, name: str, holds: str
) -> None:
    async with DossierApp(database).run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys.split())
        assert [file.name for file in Path.cwd().iterdir()] == [name]
        assert holds in (Path.cwd() / name).read_text(encoding="utf-8")
        assert stat.S_IMODE((Path.cwd() / name).stat().st_mode) == 0o600
        assert any(name in notice.message for notice in pilot.app._notifications)


async def test_where_it_goes_is_said_first_and_escape_writes_nothing(database: Path) -> None:
    async with DossierApp(database).run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        assert isinstance(pilot.app.screen, ChoiceScreen)
        assert {choice.detail for choice in pilot.app.screen._choices} == {f"into {Path.cwd()}"}
        await pilot.press("escape")
        assert not list(Path.cwd().iterdir())


async def test_nothing_is_written_among_the_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = tmp_path / "case"
    (case / "letters").mkdir(parents=True)
    database = tmp_path / "dossier.db"
    write(invented(), database, case=str(case), stamp={})
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(case / "letters")
    async with DossierApp(database).run_test(size=(120, 40)) as pilot:
        await pilot.press("e", "c")
    assert not list((case / "letters").iterdir())
    (file,) = (tmp_path / "home" / "exports").iterdir()
    with file.open(encoding="utf-8", newline="") as read:
        assert [row["name"] for row in csv.DictReader(read)][-1] == "Maud Ellery"


def test_a_file_that_exists_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "Who.md").write_text("mine")
    paths = [written(tmp_path, "Who?", ".md", ["new\n"]) for _ in range(2)]
    assert [path.name for path in paths] == ["Who-2.md", "Who-3.md"]
    assert (tmp_path / "Who.md").read_text() == "mine"


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "\x1b[2J", "", "…", "x" * 500, ".", "~"])
def test_a_title_is_no_path(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, name, ".md", ["x"])
    assert path.parent == tmp_path
    assert len(path.name) < 80
    assert "\x1b" not in path.name


def test_half_a_file_is_not_left(tmp_path: Path) -> None:
    def failing() -> object:
        yield "half\n"
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        written(tmp_path, "half", ".md", failing())  # type: ignore[arg-type]
    assert not list(tmp_path.glob("half*"))


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home").write_text("a file")
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CaseError, match="cannot be created"):
        folder_for(tmp_path)
