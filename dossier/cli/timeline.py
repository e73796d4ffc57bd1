"""`dossier timeline`: what happened when, and which sources tell of it."""

import re

import click

from dossier.case import Case
from dossier.cli.events import LISTING as EVENTS
from dossier.cli.listing import Listing, pins_of, print_list
from dossier.cli.options import Wanted, case_options, database, list_options
from dossier.cli.output import line_width, print_found
from dossier.model.edtf import bounds
from dossier.present.tables import TIMELINE
from dossier.present.timeline_picture import SCALE_NAMES, picture_lines
from dossier.store.queries import events
from dossier.store.queries.filters import Noun, Restriction

LISTING = Listing(Noun.EVENT, events.rows_with_spread, TIMELINE, EVENTS.columns)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class _Edtf(click.ParamType[tuple[str, str]]):
    """The first and the last day that an EDTF value means."""

    name = "date"

    def convert(
        self, value: str | tuple[str, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        first, last = ((bound or "")[:10] for bound in bounds(value))
        if not (_DAY.fullmatch(first) and _DAY.fullmatch(last)):
            self.fail(f"{value!r} is no date. Give a year, month or day: 1911, 1911-03, 1911-03-04.", param, ctx)
        return first, last


@click.command(name="timeline", short_help="List what happened when, and which sources tell of it.")
@list_options(Noun.EVENT, sortable=False)
@click.option("--from", "since", type=_Edtf(), metavar="DATE", help="Nothing that ended before: 1911, 1911-03, …")
@click.option("--to", "until", type=_Edtf(), metavar="DATE", help="Nothing that began after.")
@click.option("--scale", type=click.Choice(SCALE_NAMES), help="Draw it, a lane a source, instead of a list.")
@click.option("--source", metavar="SOURCE", help="Only what a source reports: its path, label or id.")
@click.option("--person", metavar="PERSON", help="Only what a person takes part in: name or id.")
@case_options
def command(
    case: Case, wanted: Wanted, since: tuple[str, str] | None, until: tuple[str, str] | None, source: str | None,
    person: str | None, scale: str | None,
) -> int:  # fmt: skip
    """List the events that have a date, in order of date. `dossier events` also has those without.

    On a terminal, TOLD IN has a mark for each source, in the order of `dossier sources`. LETTERS are beginnings of
    words of the label, in any order. Dates are EDTF (ISO 8601-2).
    """
    within = Restriction(dated=True, since=since[0] if since else "", until=until[1] if until else "")
    if scale is None:
        return print_list(case, LISTING, wanted, within=within, source=source, person=person)
    with database(case) as connection:
        pins = pins_of(connection, source=source, person=person)
        lines = picture_lines(connection, within._replace(pins=pins, letters=wanted.letters), scale, line_width())
        return print_found(lines)
