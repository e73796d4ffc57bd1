"""`dossier vehicles`: the ships, aircraft, spacecraft and other vehicles with a name."""

from dossier.cli.people import list_command
from dossier.model.entity import EntityKind

command = list_command(EntityKind.VEHICLE, "vehicles", '"cut sar" finds Cutty Sark')
