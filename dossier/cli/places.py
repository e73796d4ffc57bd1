"""`dossier places`: the places of a case."""

from dossier.cli.people import list_command
from dossier.model.entity import EntityKind

command = list_command(EntityKind.PLACE, "places", '"riv nig" finds Niger River')
