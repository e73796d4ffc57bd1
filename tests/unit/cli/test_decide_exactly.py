"""What is written to the journal is about a whole name or an id: a name cut short is asked back, never taken."""

from pathlib import Path

import pytest

from dossier.cli import main

LETTER = """Letter

On 3 May 1911 Captain Duncan Quill left Cork in the Kestrel. Eileen Quill was on the quay.

"The pumps were sound," Eileen Quill said.
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    case = tmp_path / "case"
    case.mkdir()
    (case / "letter.txt").write_text(LETTER)
    assert main(["build", str(case)]) == 0
    return case


def test_the_beginning_of_a_name_is_asked_back_and_a_whole_name_is_taken(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def decide(*words: str) -> int:
        return main(["decide", *words, "--by", "Ada", "--case", str(root)])

    for words in (["merge", "Duncan Quill", "Eileen Qu"], ["rename", "eileen qui", "X"], ["reject", "Eil"],
                  ["note", "Duncan Qu", "Who?"], ["split", "Duncan Qui", "letter.txt:3"]):  # fmt: skip
        assert decide(*words) == 2
        told = capsys.readouterr().err
        assert "It may be " in told
        assert "Quill (person-" in told
    assert not (root / ".dossier" / "decisions").exists()
    assert main(["show", "Eileen Qu", "--case", str(root)]) == 0
    assert decide("merge", "Duncan Quill", "Nobody At All") == 2
    assert "No thing is called" in capsys.readouterr().err
    assert decide("rename", "eíleen QUILL", "Eileen Rook") == 0
    assert decide("note", "Eileen Rook", "Who?") == 0
    capsys.readouterr()
    assert decide("merge", "Duncan Quill", "Eileen Rook") == 0
    assert "take care: “Duncan Quill” is a man’s name and “Eileen Rook” a woman’s." in capsys.readouterr().err
