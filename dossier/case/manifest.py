"""`dossier.toml`, the hand-written part of a case, as a `Manifest`; its mistakes named by file, line and field."""

import datetime
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dossier.errors import CaseError
from dossier.model.edtf import is_edtf
from dossier.model.entity import NAMED_KINDS
from dossier.model.manifest import KnownName, Manifest

NAME = "dossier.toml"

_TEXTS = ("title", "description", "language", "model")
_LISTS = ("include", "ignore")
_SOURCE_FIELDS = ("title", "publisher", "author", "published", "url", "kind", "language")
_NAME_FIELDS = ("name", "kind", "aliases")


def read_manifest(root: Path) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest of the case in folder `root`, and a warning for each key that means nothing here.

    A case without a `dossier.toml` has an empty manifest. Raises CaseError where the file cannot be read, is
    no TOML, or gives a field a value of the wrong type.
    """
    path = root / NAME
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Manifest(), ()
    except OSError as error:
        raise CaseError(f"{path} cannot be read: {error.strerror}.") from error
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CaseError(f"{path}, line {line}: this is not UTF-8. Save the file as UTF-8 text.") from error
    except tomllib.TOMLDecodeError as error:
        raise CaseError(f"{path}: {error}. Correct that line, or remove it.") from error
    return _Reader(path).manifest(table)


class _Reader:
    """Takes a TOML table apart; knows the file for its messages and collects warnings."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._warnings: list[str] = []

    def manifest(self, table: Mapping[str, Any]) -> tuple[Manifest, tuple[str, ...]]:
        self._warn_unknown(table, (*_TEXTS, *_LISTS, "names", "sources"), "")
        given: dict[str, Any] = {key: self._text(table[key], key) for key in _TEXTS if key in table}
        given |= {key: self._list(table[key], key) for key in _LISTS if key in table}
        if "model" in given:
            given["model"] = self._model(given["model"])
        names = self._tables(table.get("names", []), "names")
        manifest = Manifest(
            **given,
            names=tuple(self._name(entry, f"names[{number}]") for number, entry in enumerate(names, start=1)),
            sources=self._sources(table.get("sources", {})),
        )
        return manifest, tuple(self._warnings)

    def _model(self, model: str) -> str:
        """The name of an installed pipeline as it stands; a path (with `/`, `~` or a dot in front) from the case on."""
        is_path = any(mark in model for mark in "/\\") or model.startswith(("~", "."))
        return str((self._path.parent / Path(model).expanduser()).resolve()) if is_path else model

    def _name(self, entry: Mapping[str, Any], field: str) -> KnownName:
        self._warn_unknown(entry, _NAME_FIELDS, field + ".")
        if "name" not in entry:
            raise self._wrong(field, 'a table with at least name = "…"')
        kind = self._text(entry.get("kind", "person"), f"{field}.kind")
        if kind not in NAMED_KINDS:
            raise self._wrong(f"{field}.kind", "one of " + ", ".join(f'"{kind}"' for kind in NAMED_KINDS))
        aliases = self._list(entry.get("aliases", []), f"{field}.aliases")
        return KnownName(self._text(entry["name"], f"{field}.name"), kind, aliases)

    def _sources(self, value: object) -> dict[str, dict[str, str]]:
        """By path, whether written as `[sources."PATH"]` or as `[[sources]]` with `path = "PATH"`."""
        if not isinstance(value, list):
            return {path: self._source(entry, f'sources."{path}"') for path, entry in self._sources_by_path(value)}
        found = {}
        for number, entry in enumerate(self._tables(value, "sources"), start=1):
            field = f"sources[{number}]"
            if "path" not in entry:
                raise self._wrong(field, 'a table with path = "…" and what you know of that document')
            fields = {key: given for key, given in entry.items() if key != "path"}
            found[self._text(entry["path"], f"{field}.path")] = self._source(fields, field)
        return found

    def _sources_by_path(self, value: object) -> Iterable[tuple[str, object]]:
        if not isinstance(value, dict):
            raise self._wrong("sources", 'tables, each under [sources."PATH"] or under [[sources]] with a path')
        return value.items()

    def _source(self, entry: object, field: str) -> dict[str, str]:
        table = self._table(entry, field)
        self._warn_unknown(table, _SOURCE_FIELDS, field + ".")
        given = {key: self._scalar(table[key], f"{field}.{key}") for key in _SOURCE_FIELDS if key in table}
        published = given.get("published")
        if published is not None and not is_edtf(published):
            wanted = 'a date as EDTF: "2018-08-30", "2018-08", "2018-08-30~", "2018-08/2018-09"'
            raise self._wrong(f"{field}.published", f'{wanted}; it is "{published}"')
        return given

    def _scalar(self, value: object, field: str) -> str:
        """A text, or a date written without quotation marks."""
        if isinstance(value, datetime.date):
            return value.isoformat()
        return self._text(value, field)

    def _text(self, value: object, field: str) -> str:
        if not isinstance(value, str):
            raise self._wrong(field, "a text in quotation marks")
        return value

    def _list(self, value: object, field: str) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self._wrong(field, 'a list of texts, ["…", "…"]')
        return tuple(self._text(entry, field) for entry in value)

    def _table(self, value: object, field: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self._wrong(field, "a table")
        return value

    def _tables(self, value: object, field: str) -> list[Mapping[str, Any]]:
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise self._wrong(field, f"a list of tables, each under [[{field}]]")
        return value

    def _wrong(self, field: str, wanted: str) -> CaseError:
        return CaseError(f"{self._path}: {field} must be {wanted}. Correct it, or remove it.")

    def _warn_unknown(self, table: Mapping[str, Any], known: tuple[str, ...], prefix: str) -> None:
        for key in table:
            if key not in known:
                self._warnings.append(f"{self._path}: {prefix}{key} means nothing here and is ignored.")
