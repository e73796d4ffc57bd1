"""A program in a pseudo-terminal: type keys, read its screen, count its bytes. For tests of the real program."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from math import inf
from pathlib import Path
from types import TracebackType

import pyte

KEYS = {
    "up": "\x1b[A", "down": "\x1b[B", "pagedown": "\x1b[6~", "pageup": "\x1b[5~", "end": "\x1b[F", "home": "\x1b[H",
    "enter": "\r", "tab": "\t", "esc": "\x1b", "space": " ",
}  # fmt: skip
CHECKOUT = Path(__file__).resolve().parent.parent
TASKS = Path("/proc/self/task").exists()
"""Whether the system tells what the threads of a process do. Then a program that gets no processor is not taken for one
that is done; elsewhere silence alone is, and has to last longer."""
QUIET = 0.06 if TASKS else 0.25
"""Seconds of silence after which a program is done with a key: longer than it waits before other panes follow."""
ESCAPE = 0.3
"""After Escape: a terminal's keys may begin with it, so programs wait for what follows."""
LOOK = 0.02
"""Seconds between two looks."""
WORK = 0.002
"""Seconds of processor time between two looks from which on a program is at work, and does not merely look around."""

BROWSE = "import sys; from pathlib import Path; from dossier.tui.launch import run; sys.exit(run(Path(sys.argv[1])))"
"""A Python program: the browser over the database that it is given."""


class Terminal:
    """Runs a Python program; what it writes goes through an emulator of `columns` by `lines` cells."""

    def __init__(
        self, arguments: Sequence[str], *, columns: int = 120, lines: int = 40, env: Mapping[str, str] | None = None
    ) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.output = b""
        self.status: int | None = None
        size = struct.pack("HHHH", lines, columns, 0, 0)
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.chdir(CHECKOUT)
            # Not the size of whoever runs the tests: it would go before the terminal's own.
            kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
            known = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execve(sys.executable, [sys.executable, *arguments], {**kept, **known, **(env or {})})

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self._terminal >= 0:
            os.close(self._terminal)

    def read(self, *, quiet: float = QUIET, limit: float = 30.0) -> bytes:
        """What the program writes until it has been silent and idle for `quiet` seconds, at most `limit` seconds."""
        written, since, spent, until = b"", time.monotonic(), 0.0, time.monotonic() + limit
        while time.monotonic() < min(until, since + quiet):
            piece = self._piece()
            if piece is None:
                break
            written += piece
            now = self._spent()
            if piece or now == inf or now > spent + WORK:
                since = time.monotonic()
            spent = now
        self.output += written
        self._stream.feed(written)
        return written

    def _piece(self) -> bytes | None:
        """What there is to read, soon; None at the end."""
        if not select.select([self._terminal], [], [], LOOK)[0]:
            return b""
        try:
            return os.read(self._terminal, 65536) or None
        except OSError:
            return None

    def _spent(self) -> float:
        """Seconds of processor time that all threads of the program took; endless while one is waiting for more."""
        spent = 0.0
        for task in Path(f"/proc/{self.pid}/task").glob("*") if TASKS else ():
            with suppress(OSError):
                if (task / "stat").read_text().rpartition(") ")[2][0] in "RD":
                    return inf
                spent += int((task / "schedstat").read_text().split()[0]) / 1e9
        return spent

    def wait_until(self, so: Callable[[], bool], *, limit: float = 60.0) -> None:
        """Until something is so of the screen, or of what the program does; AssertionError after `limit` seconds."""
        until = time.monotonic() + limit
        while not so():
            self.read(quiet=LOOK, limit=1.0)
            assert time.monotonic() < until, f"it never came to that:\n{self.text}"

    def wait_for(self, words: str, *, limit: float = 60.0) -> None:
        """Until the screen shows some words; AssertionError after `limit` seconds."""
        self.wait_until(lambda: words in self.text, limit=limit)

    def press(self, *keys: str, quiet: float = QUIET) -> bytes:
        """Type keys (names of `KEYS`, or letters) and return what the program wrote in answer."""
        os.write(self._terminal, "".join(KEYS.get(key, key) for key in keys).encode())
        return self.read(quiet=max(quiet, ESCAPE) if keys[-1] == "esc" else quiet)

    def send(self, raw: bytes) -> None:
        """Type bytes."""
        os.write(self._terminal, raw)

    def resize(self, columns: int, lines: int) -> None:
        """Make the terminal another size, as a window manager does."""
        self._screen.resize(lines, columns)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)

    @property
    def text(self) -> str:
        """The screen, line by line."""
        return "\n".join(self._screen.display)

    def hang_up(self, *, limit: float = 60.0) -> int:
        """Take the terminal away, as a closed window does; the exit status of the program, once it has ended."""
        os.close(self._terminal)
        self._terminal = -1
        until = time.monotonic() + limit
        while time.monotonic() < until:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                return self.status
            time.sleep(0.05)
        raise AssertionError("The program goes on without a terminal")

    def end(self, *, limit: float = 60.0) -> int:
        """The exit status of the program, once it has ended by itself."""
        until = time.monotonic() + limit
        while time.monotonic() < until:
            self.read(quiet=0.05, limit=0.2)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                return self.status
        raise AssertionError(f"The program did not end:\n{self.text}")
