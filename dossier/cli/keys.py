"""`dossier keys`: the browser's keys as this user has them, and the file that changes them."""

import click

from dossier.cli.output import narrate, print_json, print_line


@click.command(name="keys", short_help="Say the browser's keys, and where to change them.")
@click.option("--default", "default", is_flag=True, help="A file of all keys as they are at first, to begin one's own.")
@click.option("--json", "as_json", is_flag=True, help="A JSON array of objects.")
def command(default: bool, as_json: bool) -> int:
    """Say the browser's keys, and where to change them.

    The file is TOML: a command's name, and its key or a list of keys. Exit status 1 where something in it is wrong.
    """
    from dossier.tui.keymap import read_keymap  # noqa: PLC0415  (late: Textual, which `dossier --help` needs not)
    from dossier.tui.keymap_file import EVERY, default_file  # noqa: PLC0415  (as above)

    keymap = read_keymap()
    if default:
        for line in default_file(keymap.file).splitlines():
            print_line(line)
        return 0
    for fault in keymap.faults:
        narrate(f"dossier: {keymap.file}: {fault}")
    if as_json:
        print_json([{"command": command.name, "keys": list(keymap.keys.get(command.name, command.keys.split(","))),
                     "changed": command.name in keymap.keys, "does": command.help} for command in EVERY])
    else:
        for command in EVERY:
            changed = "*" if command.name in keymap.keys else " "
            print_line(f"{command.name:<20}{changed}{keymap.shown(command):<14} {command.help}")
        print_line("")
        there = "your keys" if keymap.file.exists() else "not there yet; --default prints one to begin with"
        print_line(f"{keymap.file}  ({there})")
    return int(bool(keymap.faults))
