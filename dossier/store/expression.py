"""A query as an FTS5 expression. Words reach FTS5 only inside quotation marks, where it knows no syntax."""

from dossier.query.syntax import Query, Term


def match_expression(query: Query) -> str | None:
    """The expression for MATCH; None where the query asks for nothing (FTS5 cannot answer "all but")."""
    if not query.wanted:
        return None
    wanted = " AND ".join(_term(term) for term in query.wanted)
    return f"({wanted})" + "".join(f" NOT {_term(term)}" for term in query.unwanted)


def _term(term: Term) -> str:
    # Word characters hold neither quotation marks nor NUL, so nothing can end the string early.
    return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")
