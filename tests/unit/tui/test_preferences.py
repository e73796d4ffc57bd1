"""What is chosen on the screen is there the next day; a spoilt file is no obstacle."""

import stat
from pathlib import Path

import pytest

from dossier.tui.preferences import Preferences, read_preferences


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_what_is_kept_is_read_again(home: Path) -> None:
    found = read_preferences()
    found.theme, found.panes, found.sorts, found.hinted = "light", 35, {"events": "reports"}, True
    found.keep()
    assert read_preferences() == found
    assert stat.S_IMODE((home / "browser.json").stat().st_mode) == 0o600
    assert [path.name for path in home.iterdir()] == ["browser.json"]


@pytest.mark.parametrize("written", ["", "[1, 2", "[]", '{"theme": 7, "panes": "wide", "sorts": {"events": 3}, "x": 1}',
                                     "\x00\xff"])
def test_a_spoilt_file_is_as_none(home: Path, written: str) -> None:
    home.mkdir()
    (home / "browser.json").write_text(written, encoding="latin-1")
    assert read_preferences() == Preferences(file=home / "browser.json")


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "file"))
    found = read_preferences()
    found.theme = "light"
    found.keep()
    assert (tmp_path / "file").read_text() == ""
    Preferences(theme="light").keep()
