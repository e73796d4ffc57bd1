"""Rows → what a person reads: cells, marks, dates in words, pages. Shared by the browser and the commands.

Knows neither Textual nor click. Widths are terminal cells, as `rich.cells` (part of Textual) counts them.
"""
