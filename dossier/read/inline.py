"""Inline Markdown syntax with its offsets: `**`, `[` and `](url)`, back-ticks, escapes, tags.

markdown-it-py tells what the syntax is but not where. Its tokens are walked beside the words they were made from, each
consuming exactly its own piece; when a piece does not fit, the whole is given up and nothing is marked. So a mark is
always syntax, and no word is ever hidden by mistake.
"""

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from dossier.model.span import Span

_SYNTAX = re.compile(r"[*_`\[\]<&\\]")
_BREAK = re.compile(r"[ \t]*(\\?)\n[ \t]*")
_SPACE = re.compile(r"[ \t\n]*")
_LABEL = re.compile(r"\[[^\[\]]*\]")
_MOST_BRACKETS = 300
"""Unclosed brackets make the parser's work grow with their square."""


class _MismatchError(Exception):
    """The tokens and the words do not fit together."""


def inline_marks(content: str) -> tuple[Span, ...]:
    """The syntax spans in the words of one block, in code points of `content`, in order; empty where uncertain."""
    if not _SYNTAX.search(content) or content.count("[") + content.count("<") > _MOST_BRACKETS:
        return ()
    tokens = _parser().parseInline(content)[0].children or []
    walk = _Walk(content)
    try:
        walk.over(tokens)
        walk.finish()
    except _MismatchError:
        return ()
    return tuple(walk.marks)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    # Joined text would lose which characters were escapes and entities.
    parser.core.ruler.disable("text_join")
    return parser


class _Walk:
    """A position in the words, moved on by each token."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.at = 0
        self.marks: list[Span] = []

    def over(self, tokens: Sequence[Token]) -> None:
        """Consume what these tokens were made from."""
        in_autolink = False
        for token in tokens:
            if token.type in ("link_open", "link_close") and token.info == "auto":
                in_autolink = token.nesting > 0
                if in_autolink:
                    self._autolink()
            elif not in_autolink:
                self._one(token)

    def finish(self) -> None:
        """Check that nothing is left over."""
        if self.content[self.at :].strip():
            raise _MismatchError

    def _one(self, token: Token) -> None:
        match token.type:
            case "text":
                self._words(token.content)
            case "text_special":
                self._special(token)
            case "softbreak" | "hardbreak":
                self._line_break()
            case "code_inline":
                self._code(token)
            case "html_inline":
                self._syntax(token.content)
            case "link_open":
                self._syntax("[")
            case "link_close":
                self._link_tail()
            case "image":
                self._syntax("![")
                self.over(token.children or [])
                self._link_tail()
            case _:
                self._syntax(token.markup)

    def _words(self, words: str) -> None:
        if not self.content.startswith(words, self.at):
            raise _MismatchError
        self.at += len(words)

    def _syntax(self, words: str) -> None:
        start = self.at
        self._words(words)
        self.marks.append(Span(start, self.at))

    def _special(self, token: Token) -> None:
        escape = token.markup.startswith("\\") and token.content != token.markup
        if escape:
            self._syntax("\\")
        self._words(token.content if escape else token.markup)

    def _line_break(self) -> None:
        found = _BREAK.match(self.content, self.at)
        if not found:
            raise _MismatchError
        if found[1]:
            self.marks.append(Span(*found.span(1)))
        self.at = found.end()

    def _code(self, token: Token) -> None:
        self._syntax(token.markup)
        end = re.compile(rf"(?<!`){token.markup}(?!`)").search(self.content, self.at)
        if not end:
            raise _MismatchError
        self.at = end.start()
        self._syntax(token.markup)

    def _autolink(self) -> None:
        end = self.content.find(">", self.at)
        if not self.content.startswith("<", self.at) or end < 0:
            raise _MismatchError
        self.marks += [Span(self.at, self.at + 1), Span(end, end + 1)]
        self.at = end + 1

    def _link_tail(self) -> None:
        start = self.at
        self._words("]")
        self.at = self._destination_end() or self.at
        self.marks.append(Span(start, self.at))

    def _destination_end(self) -> int | None:
        """The end of `(url "title")` or `[label]` after the words of a link."""
        if not self.content.startswith("(", self.at):
            label = _LABEL.match(self.content, self.at)
            return label.end() if label else None
        limit = len(self.content)
        destination = parseLinkDestination(self.content, self._past_space(self.at + 1), limit)
        at = self._past_space(destination.pos if destination.ok else self.at + 1)
        title = parseLinkTitle(self.content, at, limit)
        at = self._past_space(title.pos if title.ok else at)
        return at + 1 if self.content.startswith(")", at) else None

    def _past_space(self, at: int) -> int:
        found = _SPACE.match(self.content, at)
        return found.end() if found else at
