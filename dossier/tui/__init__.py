"""The browser. Reads the database through `store.queries`, shows what `present` makes of it, and concludes nothing."""
