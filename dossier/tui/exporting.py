"""Writing what one looks at to a file: the form is asked with one key, the file is new, and where it lies is said.

Never over a file that exists, and never into the folder of the documents.
"""

import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from textual.app import App
from textual.screen import Screen

from dossier.case.places import home, make_private
from dossier.errors import CaseError, DossierError
from dossier.present.exports import Exportable, Form
from dossier.store.connection import open_reader
from dossier.store.queries.overview import folder
from dossier.tui.screens.ask import Choice, ChoiceScreen

PRIVATE_FILE = 0o600
LONGEST_NAME = 60
TRIES = 1_000


def ask_export(screen: Screen[Any], database: Path, what: Exportable) -> None:
    """Ask how to write a view of a database and tell where it will be; write it in a thread, and say so."""

    def chosen(key: str | None) -> None:
        form = next((form for form in what.forms if form.key == key), None)
        if form is not None:
            screen.run_worker(lambda: _write(screen.app, database, what.name, form), thread=True, exit_on_error=False)

    try:
        where = f"into {_target(database)}"
    except (DossierError, OSError, sqlite3.Error) as error:
        screen.notify(f"Nothing can be written: {error}", severity="warning", markup=False)
        return
    choices = [Choice(form.key, form.label, where, key=form.key) for form in what.forms]
    screen.app.push_screen(ChoiceScreen(f"Export “{what.name}” as", choices), chosen)


def _write(app: App[Any], database: Path, name: str, form: Form) -> None:
    """In a thread: write it, and say where, or why not."""
    try:
        with closing(open_reader(database)) as connection:
            told = f"Written: {written(_target(database), name, form.suffix, form.lines(connection))}"
    except (DossierError, OSError, sqlite3.Error) as error:
        told = f"Nothing was written: {error}"
    app.call_from_thread(app.notify, told, markup=False, timeout=10)


def _target(database: Path) -> Path:
    """Where exports of a case go, by its database. Raises as `folder_for` and `open_reader` do."""
    with closing(open_reader(database)) as connection:
        documents = folder(connection)
    return folder_for(Path(documents) if documents else None)


def folder_for(case: Path | None) -> Path:
    """Where exports go: the folder the program was started in, unless it belongs to the documents or cannot be written
    to; else the user's data directory. Raises CaseError where that cannot be made."""
    try:
        here = Path.cwd()
    except OSError:
        here = None
    inside = here is not None and case is not None and here.resolve().is_relative_to(case.resolve())
    if here is not None and not inside and os.access(here, os.W_OK | os.X_OK):
        return here
    exports = home() / "exports"
    make_private(exports)
    return exports


def written(target: Path, name: str, suffix: str, lines: Iterable[str]) -> Path:
    """Write lines to a new file in the folder `target`, named after `name`, for its owner only; its path.

    Raises OSError where it cannot be written, CaseError where every name that was tried is taken.
    """
    stem = re.sub(r"[^\w]+", "-", name).strip("-_")[:LONGEST_NAME].rstrip("-") or "export"
    for number in range(1, TRIES):
        path = target / (f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}")
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
        except FileExistsError:
            continue
        _fill(path, handle, lines)
        return path
    raise CaseError(f"{target} has {TRIES} exports called {stem} already. Move some of them away.")


def _fill(path: Path, handle: int, lines: Iterable[str]) -> None:
    """Write the lines; where that fails, half a file is not left."""
    complete = False
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.writelines(lines)
        complete = True
    finally:
        if not complete:
            path.unlink(missing_ok=True)
