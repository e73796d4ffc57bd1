"""The word lists that events and statements are told by."""

from functools import cache

from dossier import resources


@cache
def reporting_verbs() -> frozenset[str]:
    """Lemmas of verbs that report what somebody said, from `data/words/reporting_verbs.txt`."""
    lines = (resources.words() / "reporting_verbs.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
