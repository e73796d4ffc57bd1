"""`dossier keys`: what the keys are, where to change them, and what is wrong with the changes."""

import json
from pathlib import Path

import pytest

from dossier.cli import main


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: tmp_path / "dossier")
    (tmp_path / "dossier").mkdir()
    return tmp_path / "dossier" / "keys.toml"


def test_it_names_every_key_and_the_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys"]) == 0
    said = capsys.readouterr().out
    assert "search passages" in said
    assert f"{file}  (not there yet" in said


def test_what_it_prints_is_a_file_to_begin_with(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["keys", "--default"])
    file.write_text(capsys.readouterr().out.replace('"sort" = ["s"]', '"sort" = ["S"]'))
    assert main(["keys", "--json"]) == 0
    keys = {one["command"]: one["keys"] for one in json.loads(capsys.readouterr().out)}
    assert (keys["sort"], keys["search"]) == (["S"], ["slash"])


def test_a_mistake_in_the_file_is_named(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text('serch = "F"\nsort = "S"\n')
    assert main(["keys"]) == 1
    said = capsys.readouterr()
    assert f"{file}: There is no command “serch”; perhaps “search”?" in said.err
    assert "sort                *S" in said.out
