"""A file of a case becomes a `Source`: its text, fixed once and for all, and the blocks its format shows."""

from dossier.read.document import identify, read_document
from dossier.read.walk import walk

__all__ = ["identify", "read_document", "walk"]
