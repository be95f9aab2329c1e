"""Make rows: one function per table, values by the names of their columns, one file per file of `schemas/`."""
