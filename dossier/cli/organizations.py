"""`dossier organizations`: the organizations of a case."""

from dossier.cli.people import list_command
from dossier.model.entity import EntityKind

command = list_command(EntityKind.ORGANIZATION, "organizations", '"nat geo" finds National Geographic Society')
