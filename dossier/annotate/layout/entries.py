"""Entries of reference lists, by their own form or by the title above them."""

import re
from collections.abc import Sequence

from dossier.annotate.layout.draft import Draft
from dossier.annotate.references import BACK_LINK, NUMBER
from dossier.model.annotation import PassageKind

_TITLE = re.compile(
    r"(?:\d+[.)]? )?(?:references|notes(?: and references)?|foot ?notes|end ?notes|bibliography|citations|works cited"
    r"|sources|literature(?: cited)?|further reading|external links|see also)(?:\[edit\])?:?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_SIGN = re.compile(
    r"\b(?:retrieved|accessed|archived|doi|isbn|issn|arxiv|vol\.|pp?\. ?\d|eds?\.|et al\.?|ibid|op\. cit)\b|https?://"
    r"|[\"“][^\"“”]{8,}[\"”]",
    re.IGNORECASE,
)
_FEWEST = 3


def mark_references(drafts: Sequence[Draft]) -> None:
    """Settle as references: entries with back links (`^ a b`), what stands under a title such as "References", and
    runs of numbered lines that each carry a year and a sign of a citation."""
    under_title = False
    for draft in drafts:
        if _is_title(draft):
            under_title = True
        elif draft.kind is PassageKind.HEADING:
            under_title = False
        elif BACK_LINK.match(draft.words) or (under_title and _may_be_entry(draft)):
            draft.settle(PassageKind.REFERENCE)
        elif not draft.settled:
            under_title = False
    _mark_runs(drafts)


def _is_title(draft: Draft) -> bool:
    return draft.count <= 4 and bool(_TITLE.fullmatch(draft.words))


def _may_be_entry(draft: Draft) -> bool:
    signs = (NUMBER.match(draft.words), _YEAR.search(draft.words), _SIGN.search(draft.words))
    return not draft.settled and any(signs)


def _mark_runs(drafts: Sequence[Draft]) -> None:
    run: list[Draft] = []
    for draft in [*drafts, None]:
        if draft and not draft.settled and _is_numbered_citation(draft.words):
            run.append(draft)
            continue
        if len(run) >= _FEWEST:
            for entry in run:
                entry.settle(PassageKind.REFERENCE)
        run = []


def _is_numbered_citation(words: str) -> bool:
    return bool(NUMBER.match(words) and _YEAR.search(words) and _SIGN.search(words))
