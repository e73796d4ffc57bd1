"""Blocks to passages: what each block of a document is for its reader.

Every rule goes by the form of a block and its neighbours, never by what a document is about. Where the form leaves a
doubt a block stays what its format says, a paragraph as a rule.
"""

from collections.abc import Sequence

from dossier.annotate.layout.captions import mark_captions, mark_repetitions
from dossier.annotate.layout.draft import Draft, drafts
from dossier.annotate.layout.entries import mark_references
from dossier.annotate.layout.frame import mark_frame
from dossier.annotate.layout.furniture import mark_furniture
from dossier.annotate.layout.headings import mark_bylines, mark_headings
from dossier.annotate.layout.numbering import mark_numbers
from dossier.annotate.layout.rows import mark_rows
from dossier.model.annotation import Passage
from dossier.model.source import Source

_STEPS = (
    # Each step looks only at drafts that no earlier step has settled, so the surest come first.
    mark_references,
    mark_furniture,
    mark_captions,
    mark_frame,
    mark_rows,
    mark_bylines,
    mark_repetitions,
    mark_headings,
    mark_numbers,
)


def lay_out(source: Source) -> tuple[Passage, ...]:
    """The passages of a source, in order, disjoint, together holding everything that is not white space."""
    found = drafts(source)
    for step in _STEPS:
        step(found)
    return _passages(found)


def _passages(found: Sequence[Draft]) -> tuple[Passage, ...]:
    return tuple(
        Passage(draft.kind, draft.span, draft.level, draft.marks, draft.label, draft.duplicate_of) for draft in found
    )
