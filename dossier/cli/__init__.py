"""The `dossier` command: the browser without delay, or one of the commands."""

import os
import sys
from collections.abc import Sequence

from dossier.errors import CaseError, DossierError

COMMANDS = (
    "build", "decide", "decisions", "disagreements", "events", "export", "info", "keys", "matrix", "organizations",
    "people", "places", "search", "show", "sources", "statements", "timeline", "undo", "vehicles",
)  # fmt: skip
"""A module of this package each. A first word among them is a command; a folder called so is written `./search`."""

UNUSABLE = 2
"""Exit status for wrong use and for a case or database that cannot be used."""

_CASE_OPTIONS = {"--case": True, "--db": True, "--example": False}
"""What may stand before a command or without one, and whether a value follows."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `dossier` with `arguments` (those of the process if None) and return its exit status.

    0 done; 1 found nothing, or some documents could not be read; 2 wrong use or unusable case; 130 interrupted.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        # Another encoding than UTF-8 must not end the program over a name with an accent.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    try:
        options, rest = _leading_options(words)
        command = rest if rest[:1] and rest[0] in COMMANDS else _flags(rest)[:1]
        if command:
            from dossier.cli.commands import run  # noqa: PLC0415  (late: click is not on the browser's way)

            return run([command[0], *options, *command[1:]])
        from dossier.cli.browse import browse, wanted  # noqa: PLC0415  (late: the commands need it not)

        return browse(wanted(_values(options), [word for word in rest if word != "--"]))
    except DossierError as error:
        from dossier.present.cells import clean  # noqa: PLC0415  (late: only for a message)

        print(f"dossier: {clean(str(error))}", file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:
        # The reader of a pipe has had enough; Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def _leading_options(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Split off `--case X`, `--db F` and `--example`, wherever they stand before a command word."""
    options: list[str] = []
    rest: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        name, given, _ = word.partition("=")
        if word == "--" or word in COMMANDS or name not in _CASE_OPTIONS:
            if word in COMMANDS and not rest:
                return options, [*rest, *words[at:]]
            rest.append(word)
            at += 1
            continue
        length = 2 if _CASE_OPTIONS[name] and not given else 1
        options += words[at : at + length]
        at += length
    return options, rest


def _flags(words: Sequence[str]) -> list[str]:
    """Options that the browser does not have: `--help`, `--version` and mistakes, all for click to answer."""
    before = words[: words.index("--")] if "--" in words else words
    return [word for word in before if word.startswith("-")]


def _values(options: Sequence[str]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    words = iter(options)
    for word in words:
        name, given, value = word.partition("=")
        if _CASE_OPTIONS[name] and not given:
            value = next(words, "")
        if _CASE_OPTIONS[name] and not value:
            raise CaseError(f"{name} needs a path. See: dossier --help")
        values.setdefault(name, []).append(value)
    return values
