"""A case: a folder of documents, what its reader says of it, and where its database, cache and decisions live."""

from dossier.case.case import Case, choose, database_case, example, open_case, remember
from dossier.case.freshness import changed, fingerprint, require_documents
from dossier.case.lock import build_lock
from dossier.case.places import Places

__all__ = [
    "Case", "Places", "build_lock", "changed", "choose", "database_case", "example", "fingerprint", "open_case",
    "remember", "require_documents",
]  # fmt: skip
