"""Whose decisions these are: a name that is asked once and kept in the user's data directory."""

from pathlib import Path

from dossier.case.places import home, make_private
from dossier.errors import CaseError

_WRITER = "writer"


def writer() -> str | None:
    """The name under which the user decides; None where none was given yet."""
    try:
        return _file().read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def keep_writer(name: str) -> None:
    """Keep the name. Raises CaseError where the data directory cannot be written to."""
    file = _file()
    make_private(file.parent)
    try:
        file.write_text(name + "\n", encoding="utf-8")
        file.chmod(0o600)
    except OSError as error:
        raise CaseError(f"{file} cannot be written: {error.strerror}. Set DOSSIER_HOME to another place.") from error


def login() -> str:
    """What the system calls the user: the name proposed."""
    import getpass  # noqa: PLC0415  (late: asked for once)

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "reader"


def _file() -> Path:
    return home() / _WRITER
