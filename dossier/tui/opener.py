"""Opens an original in a program of the user's: their pager at the line, else what the desktop opens such files with.

Nothing goes through a shell: a file's name is one argument, and absolute, so that it is never taken for an option.
"""

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import which

_TAKES_LINE = frozenset({"less", "more", "most", "vi", "vim", "nvim", "view", "nano", "emacs", "kak", "micro", "joe"})
"""Programs that go to a line with `+LINE` before the file's name."""
_PAGERS = ("less", "more")
_NO_PAGER = frozenset({"cat", "tee", "true"})
"""What is set as a pager to have none: it would end before anything could be read."""
_OPTIONS = {"less": ("-+F",)}
"""`less` may be told by its own variable to end at once where a file fits on the screen; not here."""
_BINARY = frozenset({".pdf", ".docx", ".doc", ".odt", ".rtf", ".xlsx", ".pptx", ".epub", ".png", ".jpg", ".jpeg"})
"""What a pager shows nothing of."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a file is to be opened."""

    command: tuple[str, ...]
    in_terminal: bool
    """Whether the program takes the terminal until it ends; else it has a window of its own."""
    at_line: bool

    def tell(self, path: str, line: int) -> str:
        """What it does, in words."""
        where = f"{path}:{line}" if self.at_line else path
        return f"{where} opened in {Path(self.command[0]).name}"


def opening(file: Path, line: int, environment: Mapping[str, str] = os.environ) -> Opening | None:
    """How to open a file at a line of it, from 1; None where nothing here shows such a file."""
    paged = file.suffix.lower() not in _BINARY
    if paged and (pager := _program(environment.get("PAGER", ""))):
        return _at_line(pager, file, line)
    desktop = which("open") if sys.platform == "darwin" else which("xdg-open")
    if desktop and (sys.platform == "darwin" or environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        return Opening((desktop, str(file)), in_terminal=False, at_line=False)
    if paged:
        for name in _PAGERS:
            if found := which(name):
                return _at_line((found,), file, line)
    return None


def start(opening: Opening) -> None:
    """Start a program that has a window of its own, and leave it alone. Raises OSError."""
    subprocess.Popen(
        opening.command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True)


def run(opening: Opening) -> int:
    """Run a program that takes the terminal, until it ends; its exit status. Raises OSError."""
    return subprocess.run(opening.command, check=False).returncode


def _program(words: str) -> tuple[str, ...]:
    """A program with its options, as a variable of the environment has it; empty where there is none such."""
    try:
        parts = shlex.split(words)
    except ValueError:
        return ()
    found = which(parts[0]) if parts else None
    return (found, *parts[1:]) if found and Path(found).name not in _NO_PAGER else ()


def _at_line(program: tuple[str, ...], file: Path, line: int) -> Opening:
    name = Path(program[0]).name
    options = (*_OPTIONS.get(name, ()), *((f"+{line}",) if name in _TAKES_LINE else ()))
    return Opening((*program, *options, str(file)), in_terminal=True, at_line=name in _TAKES_LINE)
