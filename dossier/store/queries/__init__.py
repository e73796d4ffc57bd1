"""Reading a case's database: one module per noun, each handing out frozen rows shaped for a pane.

Every list comes in two steps: first the rowids in the order of the pane (an `array('q')`, eight bytes a row,
read from a covering index), then the rows of the page that is looked at. Only the standard library's `sqlite3`
is used, so that the browser reaches its first frame without loading sqlite-utils.

Rows are named tuples, not dataclasses: making a frozen dataclass with slots takes 1 ms, a named tuple 0.1 ms, and
the browser makes some thirty classes on its way to the first frame.
"""
