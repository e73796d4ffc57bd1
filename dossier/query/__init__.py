"""The search language: text → syntax tree. Total: every string is a query. Knows no SQL."""
