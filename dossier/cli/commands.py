"""The commands, through click. Each lives in a module of its own that is loaded when it is called."""

import importlib
from collections.abc import Sequence

import click

from dossier import __version__
from dossier.cli import COMMANDS

_HELP = """Who, what happened when, and who said what: a browser over a folder of documents.

\b
  dossier CASE        open the folder CASE, reading it first where it is new or has changed
  dossier FILE.db     open a database made by `dossier build`
  dossier             open the last case, or the bundled one
  dossier --example   open the bundled case

A folder called like a command is written ./search. All commands take --case CASE or --db FILE; without either they
are about the last case opened.
"""


class _Commands(click.Group):
    """Finds a command in the module of its name, so that `dossier --help` loads little and a command only its own."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"dossier.cli.{cmd_name}").command
        return command


@click.group(
    cls=_Commands,
    name="dossier",
    help=_HELP,
    subcommand_metavar="[CASE | FILE.db | COMMAND …]",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(__version__, prog_name="dossier", message="%(prog)s %(version)s")
def dossier() -> None:
    """Take the commands together."""


def run(words: Sequence[str]) -> int:
    """Run the command that `words` begin with and return its exit status (see `dossier.cli.main`)."""
    try:
        result = dossier.main(args=list(words), prog_name="dossier", standalone_mode=False)
    except click.exceptions.Abort:
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return result if isinstance(result, int) else 0
