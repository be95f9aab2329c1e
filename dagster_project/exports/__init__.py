"""The published release in files that other tools open: spreadsheets, SQLite, data packages, frames of Python.

One module per kind of file; `sources.py` says what every one of them is made of. Nothing here is computed: figures are
those of the release.
"""
