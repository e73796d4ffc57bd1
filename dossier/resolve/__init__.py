"""What the documents of a case settle together: names and their entities, publication dates, values of dates.

Works on annotations alone, never on files or a language model; the order of the documents plays no part.
"""

from collections.abc import Sequence

from dossier.model.annotation import Annotated
from dossier.model.manifest import Manifest
from dossier.model.resolution import Resolution
from dossier.resolve.authors import given_authors
from dossier.resolve.dates import resolve_dates
from dossier.resolve.names import resolve_names
from dossier.resolve.offices import affiliated
from dossier.resolve.published import publications
from dossier.resolve.tenure import with_tenure

__all__ = ["resolve"]


def resolve(case: Sequence[Annotated], manifest: Manifest) -> Resolution:
    """Settle all documents of a case: entities with their mentions, publications, and dates that rest on them."""
    published = publications(case, manifest)
    dates = resolve_dates(case, manifest, published)
    entities = with_tenure(affiliated(resolve_names(case, manifest)), case, dates, published)
    return Resolution(
        entities=entities,
        dates=dates,
        publications=published,
        authors=given_authors(entities, case, manifest),
    )
