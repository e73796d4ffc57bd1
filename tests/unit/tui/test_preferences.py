"""What is chosen on the screen is there the next day; a spoilt file is no obstacle."""

import stat
from pathlib import Path

import pytest

from dossier.tui.preferences import CASES, Preferences, read_preferences


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_what_is_kept_is_read_again(home: Path) -> None:
    found = read_preferences()
    found.theme, found.panes, found.sorts, found.hinted = "light", 35, {"/a.db": {"events": "reports"}}, True
    found.keep()
    assert read_preferences() == found
    assert stat.S_IMODE((home / "browser.json").stat().st_mode) == 0o600
    assert [path.name for path in home.iterdir()] == ["browser.json"]


@pytest.mark.parametrize("written", ["", "[1, 2", "[]", '{"theme": 7, "panes": "wide", "sorts": {"events": 3}, "x": 1}',
                                     '{"sorts": {"events": "reports"}}', "\x00\xff"])
def test_a_spoilt_file_is_as_none(home: Path, written: str) -> None:
    home.mkdir()
    (home / "browser.json").write_text(written, encoding="latin-1")
    assert read_preferences() == Preferences(file=home / "browser.json")


def test_each_case_has_orders_of_its_own_and_the_last_ones_are_kept(tmp_path: Path) -> None:
    found = read_preferences()
    for number in range(CASES + 1):
        found.choose_sort(tmp_path / f"{number}.db", "event", "date")
    found.choose_sort(tmp_path / "1.db", "entity", "name")
    found.choose_sort(tmp_path / "last.db", "entity", "name")
    again = read_preferences()
    assert [again.sort(tmp_path / f"{name}.db", "event") for name in (0, 1, 2, 3)] == ["", "date", "", "date"]
    assert again.sort(tmp_path / "1.db", "entity") == "name"


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "file"))
    found = read_preferences()
    found.theme = "light"
    found.keep()
    assert (tmp_path / "file").read_text() == ""
    Preferences(theme="light").keep()
