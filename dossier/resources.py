"""Where `styles/` and `data/` lie: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def styles() -> Path:
    """The folder of the `.tcss` style sheets."""
    return _folder("styles")


def words() -> Path:
    """The folder of the word lists, each with its origin in its head."""
    return _folder("data") / "words"


def example_case() -> Path:
    """The folder of the bundled case."""
    return _folder("data") / "soyuz-ms-09"
