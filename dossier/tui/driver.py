"""Textual's terminal driver, made to survive what a keyboard, a paste or a broken link can send.

Textual 8.2.8 ends on one byte that is not UTF-8, and goes deaf on a mouse report with an absurd number
(Textualize/textual#6456; research, reliability finding 4). Here such bytes become U+FFFD, and a parser that fails is
replaced by a new one. Its thread that writes dies of a terminal that was closed, after which the program waits for ever
for room in that thread's queue; here what is written to a terminal that is gone is dropped. One that is only slow is
waited for: whoever else has its file open may have made it non-blocking for all, and then it says EAGAIN. A signal that
the terminal has another size can come while that of the one before is answered, and then the older size would be told
last: here each is answered by the event loop, in turn.
"""

import asyncio
import errno
import os
import select
import selectors
import signal
from codecs import getincrementaldecoder
from io import TextIOBase, TextIOWrapper
from typing import Any, cast

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from dossier.tui.sgr import SgrCompactor

_GONE = frozenset({errno.EIO, errno.EPIPE, errno.EBADF, errno.ENXIO})
"""What writing to a terminal that was closed ends with: Linux says EIO, macOS ENXIO, a pipe in its place EPIPE."""


class LastingOutput(TextIOBase):
    """What is written goes to a terminal as long as there is one, and then nowhere."""

    def __init__(self, terminal: TextIOWrapper) -> None:
        self._terminal = terminal

    def write(self, text: str) -> int:
        """Write, where that can be; the length of the text. Raises OSError where it fails on a terminal."""
        left = memoryview(text.encode(self._terminal.encoding, "backslashreplace"))
        while left:
            try:
                left = left[os.write(self.fileno(), left) :]
            except BlockingIOError:
                # Python's own file would have forgotten here what it could not write.
                select.select([], [self.fileno()], [])
            except OSError as error:
                if error.errno not in _GONE:
                    raise
                break
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""

    def fileno(self) -> int:
        """The terminal's."""
        return self._terminal.fileno()


class TolerantDriver(LinuxDriver):
    """Reads the keyboard as `LinuxDriver` does, and goes on where that would stop; writes with fewer style changes."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if self._file is not None:
            self._file = cast(TextIOWrapper, LastingOutput(self._file))
        self._compactor = SgrCompactor()

    def start_application_mode(self) -> None:
        """Take over the terminal."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        resized = signal.getsignal(signal.SIGWINCH)
        if callable(resized):
            asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, resized, signal.SIGWINCH, None)

    def write(self, data: str) -> None:
        """Write to the terminal."""
        super().write(self._compactor.compact(data))

    def run_input_thread(self) -> None:
        """Hand everything typed to the application until the driver stops."""
        decoder = getincrementaldecoder("utf-8")(errors="replace")
        parser = XTermParser(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = selector.select(0.1)
                try:
                    if ready:
                        read = os.read(self.fileno, 4096)
                        if not read:
                            hang_up()
                            return
                        typed = decoder.decode(read)
                        for message in parser.feed(typed) if typed else ():
                            self.process_message(message)
                    for message in parser.tick():
                        self.process_message(message)
                except (ValueError, OverflowError, ParseError, EOFError):
                    parser = XTermParser(self._debug)
                except OSError:
                    hang_up()
                    return


def hang_up() -> None:
    """End the program as a terminal that goes away ends others: nothing can be shown any more, and what was decided is
    on the disk. Where that signal is ignored, the program goes on deaf."""
    os.kill(os.getpid(), signal.SIGHUP)
