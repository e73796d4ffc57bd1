"""Who said what, to whose credit, and through whom: attributed speech in one document and over the case."""
