"""The errors a person can act on; everything else is a bug and may show its traceback."""


class DossierError(Exception):
    """Something the user can mend: what happened, to which file, what to do.

    The command line prints the message on stderr and ends with status 2; the browser shows it.
    """


class CaseError(DossierError):
    """A case that cannot be used: missing, empty, without readable documents, badly configured."""


class DatabaseError(DossierError):
    """A database file that is missing, foreign, damaged, or of another schema."""


class ModelError(DossierError):
    """A language model that is not installed or does not fit the installed spaCy."""


class JournalError(DossierError):
    """A journal of decisions that cannot be read or written, or is of a later version."""
