"""What the language model is shown leads back to the exact characters of the document, whatever stands between them."""

import re
from collections.abc import Iterable, Iterator
from types import SimpleNamespace

import hypothesis
from annotating import make_source
from hypothesis import given
from hypothesis import strategies as st

from dossier.annotate.footnotes import marker_spans
from dossier.annotate.layout import lay_out
from dossier.annotate.reading import read_passages
from dossier.model.annotation import Token
from dossier.model.span import Span

PIECES = [
    "Ada Byrne sailed from Cork.", " ", "\n", "\n\n", "\r\n", "\u00a0", "[5]", "[note 1]", "**", "*", "# ", "- ", "> ",
    "é", "🚢", "MasterAda Byrne\n", "Launch date6 June 1998\n", "| Master | Ada Byrne |\n", "Mate: John Reid\n",
    "(pictured)", "“No fault of ours,” she said.", "[Kelly](http://x.org)", "`", "x" * 130, "\t", "…", "1. ", "Share",
    "\u200b",
]  # fmt: skip


class EchoingPipeline:
    """In place of the language model: every word it is shown is a token, every word with a capital a name."""

    language = "en"

    def __init__(self) -> None:
        self.shown: list[str] = []

    def read(self, texts: Iterable[str]) -> Iterator[SimpleNamespace]:
        for text in texts:
            self.shown.append(text)
            words = [match.span() for match in re.finditer(r"\S+", text)]
            tokens = tuple(Token(a, b, text[a:b], "X", "X", "", at) for at, (a, b) in enumerate(words))
            names = tuple((a, b, "PERSON") for a, b in words if text[a].isupper())
            yield SimpleNamespace(sentences=(tokens,), entities=names)


def without(text: str, span: Span, hidden: Iterable[Span]) -> str:
    gone = {at for cut in hidden for at in range(cut.start, cut.end)}
    return "".join(text[at] for at in range(span.start, span.end) if at not in gone)


@hypothesis.settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_every_word_the_model_sees_stands_there_in_the_document(text: str) -> None:
    source = make_source(text)
    passages = lay_out(source)
    markers = marker_spans(text, passages)
    echo = EchoingPipeline()
    sentences, names = read_passages(text, passages, markers, echo)  # type: ignore[arg-type]
    words = [word for shown in echo.shown for word in shown.split()]
    assert [token.lemma for sentence in sentences for token in sentence.tokens] == words
    for sentence in sentences:
        passage = passages[sentence.passage]
        assert passage.span.contains(sentence.span)
        for token in sentence.tokens:
            hidden = (*passage.marks, *markers)
            assert without(text, Span(token.start, token.end), hidden) == token.lemma
    for name in names:
        assert passages[name.passage].span.contains(name.span)
    assert [without(text, n.span, (*passages[n.passage].marks, *markers)) for n in names] == [
        word for word in words if word[0].isupper()
    ]
