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
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

KEYS = {
    "up": "\x1b[A", "down": "\x1b[B", "pagedown": "\x1b[6~", "pageup": "\x1b[5~", "end": "\x1b[F", "home": "\x1b[H",
    "enter": "\r", "tab": "\t", "esc": "\x1b", "space": " ",
}  # fmt: skip
CHECKOUT = Path(__file__).resolve().parent.parent


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

    def read(self, *, quiet: float = 0.25, limit: float = 10.0) -> bytes:
        """What the program writes until it has been silent for `quiet` seconds, at most `limit` seconds."""
        written, until = b"", time.monotonic() + limit
        while time.monotonic() < until and select.select([self._terminal], [], [], quiet)[0]:
            try:
                piece = os.read(self._terminal, 65536)
            except OSError:
                break
            if not piece:
                break
            written += piece
        self.output += written
        self._stream.feed(written)
        return written

    def wait_for(self, words: str, *, limit: float = 6.0) -> None:
        """Until the screen shows some words; AssertionError after `limit` seconds."""
        until = time.monotonic() + limit
        while words not in self.text:
            self.read(quiet=0.1, limit=1.0)
            assert time.monotonic() < until, f"{words!r} is not on the screen:\n{self.text}"

    def press(self, *keys: str, quiet: float = 0.25) -> bytes:
        """Type keys (names of `KEYS`, or letters) and return what the program wrote in answer."""
        os.write(self._terminal, "".join(KEYS.get(key, key) for key in keys).encode())
        return self.read(quiet=quiet)

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

    def hang_up(self, *, limit: float = 20.0) -> int:
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

    def end(self, *, limit: float = 10.0) -> int:
        """The exit status of the program, once it has ended by itself."""
        until = time.monotonic() + limit
        while time.monotonic() < until:
            self.read(quiet=0.05, limit=0.2)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                return self.status
        raise AssertionError(f"The program did not end:\n{self.text}")
