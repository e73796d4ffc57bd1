"""Built cases for the commands."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.case import Case, fingerprint, open_case
from dossier.cli import main
from dossier.model.dossier import Dossier
from dossier.store.publish import publish
from dossier.store.writer import write


@pytest.fixture
def case(tmp_path: Path, dossier_records: Dossier, monkeypatch: pytest.MonkeyPatch) -> Case:
    """A case that is built; nothing is remembered as opened."""
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    root = tmp_path / "ferry"
    root.mkdir()
    for document in dossier_records.documents:
        (root / document.source.path).write_bytes(document.source.text.encode())
    found = open_case(root)
    found.places.db.parent.mkdir()
    write(dossier_records, tmp_path / "new.db", case=str(root), stamp=fingerprint(found))
    publish(tmp_path / "new.db", found.places.db)
    return found


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command on the case in `root` as the writer Ada, or another; its stdout."""

    def command(*words: str, status: int = 0, by: str = "Ada") -> str:
        whose = ["--by", by] if words[0] in {"decide", "undo"} else []
        assert main([*words, *whose, "--case", str(root)]) == status
        return capsys.readouterr().out.strip()

    capsys.readouterr()
    return command
