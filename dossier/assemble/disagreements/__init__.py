"""Where the sources differ, and where what was compared agrees: one module for each kind of comparison."""

from collections.abc import Iterator, Sequence

from dossier.assemble.disagreements.absences import absences
from dossier.assemble.disagreements.ages import ages
from dossier.assemble.disagreements.alike import alike
from dossier.assemble.disagreements.causes import causes
from dossier.assemble.disagreements.clocks import clocks
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.contrasts import contrasts
from dossier.assemble.disagreements.counts import counts
from dossier.assemble.disagreements.dates import dates
from dossier.assemble.disagreements.departures import departures
from dossier.assemble.disagreements.disputed import disputed
from dossier.assemble.disagreements.doers import doers
from dossier.assemble.disagreements.fates import fates
from dossier.assemble.disagreements.headlines import headlines
from dossier.assemble.disagreements.likeness import Likeness
from dossier.assemble.disagreements.occasions import occasions
from dossier.assemble.disagreements.propositions import propositions
from dossier.assemble.disagreements.quantities import quantities
from dossier.assemble.disagreements.ranks import ranks
from dossier.assemble.disagreements.repeated import distinct
from dossier.assemble.disagreements.sums import sums
from dossier.assemble.disagreements.targets import targets
from dossier.assemble.disagreements.votes import votes
from dossier.assemble.disagreements.whereabouts import whereabouts
from dossier.assemble.disagreements.whether import whether
from dossier.assemble.reading import Reading
from dossier.assemble.speech.echoes import echoes
from dossier.model.disagreement import Matter
from dossier.model.entity import Entity
from dossier.model.event import Event
from dossier.model.statement import Statement


def _of_propositions(context: Context) -> Iterator[Matter]:
    """What is told and rejected, and what is told of different times, places and doers."""
    told = [one for reading in context.readings for one in propositions(context, reading)]
    like = Likeness(context, told)
    yield from whether(context, told, like)
    yield from occasions(context, told, like)
    yield from fates(context, told, like)
    yield from departures(context, told, like)


_COMPARISONS = (
    dates,
    quantities,
    counts,
    contrasts,
    causes,
    doers,
    disputed,
    headlines,
    targets,
    clocks,
    sums,
    ranks,
    absences,
    whereabouts,
    _of_propositions,
    ages,
    votes,
    alike,
)


def matters(
    case: Sequence[Reading], events: Sequence[Event], statements: Sequence[Statement], entities: Sequence[Entity]
) -> tuple[Matter, ...]:
    """Everything the sources were compared on, disagreements and agreements, the weightiest first."""
    # In an order of their own, so that the order in which documents come changes nothing.
    in_order = tuple(sorted(case, key=lambda reading: reading.source))
    told = tuple(sorted(events, key=lambda event: event.id))
    context = Context(in_order, told, tuple(statements), tuple(entities), echoes(case))
    found = {made.id: made for compare in _COMPARISONS for made in compare(context)}
    return distinct(sorted(found.values(), key=lambda made: (-made.rank, made.id)))
