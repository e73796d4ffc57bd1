"""What one document alone shows: `Source` to `Annotations`."""

from dossier.annotate.document import annotate

__all__ = ["annotate"]
