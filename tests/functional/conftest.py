"""Coroutine tests, each in an event loop of its own; a user of their own."""

import asyncio
import inspect
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import textual.app
import textual.pilot
from browsing import settled

from dossier.case.writer import keep_writer

KESTREL = {
    "letter.txt": """The Kestrel

On 3 May 1911 Captain Ada Byrne left Cork in the Kestrel. The old stoker watched her go.

Thomas Reeve was on the quay.
""",
    "note.txt": """A note

Ada Byrne left Cork on 3 May 1911. "The pumps were sound," Byrne said.

Nobody asked the old stoker, or an old stokers' hand. Tomas Reeves wrote to Byrne.
""",
}


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of whoever runs the tests: no theme, no keys, no cases; but no newcomer either."""
    for name in ("NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    home = tmp_path / "user"
    home.mkdir()
    (home / "browser.json").write_text('{"hinted": true}')
    monkeypatch.setenv("DOSSIER_HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))


@pytest.fixture(autouse=True)
def pilot_that_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual's pilot goes on when the browser has done what the last key asked for, and no sooner or later."""
    for module in (textual.app, textual.pilot):
        monkeypatch.setattr(module, "wait_for_idle", settled)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a coroutine test; others are left to pytest."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


@pytest.fixture
def kestrel(build_case: Callable[[Path, Mapping[str, str]], Path], tmp_path: Path, own_home: None) -> Path:
    """A folder of two documents, built, of the writer Ada."""
    keep_writer("Ada")
    return build_case(tmp_path / "case", KESTREL)
