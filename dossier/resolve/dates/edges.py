"""Which dates stand where a paragraph opens or ends: there one paragraph goes on with what the other told."""

from collections.abc import Sequence
from itertools import groupby

from dossier.model.annotation import Sentence
from dossier.model.date import DateExpression


class Edges:
    """The first and last sentences of a document's passages."""

    def __init__(self, sentences: Sequence[Sentence] = (), text: str = "") -> None:
        """`text`: the document's, in which a sentence that is only the number of its paragraph opens nothing."""
        sentences = [one for one in sentences if not text or any(map(str.isalpha, one.span.of(text)))]
        passages = [list(group) for _, group in groupby(sentences, key=lambda sentence: sentence.passage)]
        self._first = {group[0].passage: group[0].span for group in passages}
        self._last = {group[-1].passage: group[-1].span for group in passages}

    def opens(self, expression: DateExpression) -> bool:
        """Whether a date stands in the first sentence of its passage; not where the passage has none."""
        first = self._first.get(expression.passage)
        return first is not None and first.overlaps(expression.span)

    def ends(self, expression: DateExpression) -> bool:
        """Whether a date stands in the last sentence of its passage; not where the passage has none."""
        last = self._last.get(expression.passage)
        return last is not None and last.overlaps(expression.span)
