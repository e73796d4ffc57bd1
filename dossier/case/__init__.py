"""A case: a folder of documents, what its reader says of it, and where its database, cache and decisions live.

The names below are loaded when they are first used: opening a database that is there needs none but `places`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dossier.case.case import Case, choose, database_case, example, open_case
    from dossier.case.freshness import changed, fingerprint, require_documents
    from dossier.case.last import Recent, last_opened, recent, remember
    from dossier.case.lock import build_lock
    from dossier.case.places import Places

__all__ = [
    "Case", "Places", "Recent", "build_lock", "changed", "choose", "database_case", "example", "fingerprint",
    "last_opened", "open_case", "recent", "remember", "require_documents",
]  # fmt: skip

_HOMES = {
    **dict.fromkeys(("changed", "fingerprint", "require_documents"), "freshness"),
    **dict.fromkeys(("Recent", "last_opened", "recent", "remember"), "last"),
    "build_lock": "lock",
    "Places": "places",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'case')}"), name)
