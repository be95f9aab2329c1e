"""What the real budgets and final accounts disclose, each read by eye: its titles, headings and sentences.

A table counts as present where its own page prints amounts, as empty where they are blank or zero. A note counts where
the text has its heading or a sentence of it. What is missing was sought in every page, by its title and by its words;
what cannot be told is what a file of tables alone says nothing of.
"""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb

FILE = Path(__file__).parent / "disclosures.csv"
SQL = "select document_file, item, status from marts.rpt_disclosure"


def read_by_eye(documents: Path) -> dict[tuple[str, str], str]:
    """Return the status of each item of the documents of a folder, by the name of the file and the item."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        (path.name, item): row["status"]
        for row in rows
        for path in documents.iterdir()
        if path.name.startswith(row["document"])
        for item in row["items"].split()
    }


def found(marts: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], str]:
    """Return what the warehouse says, likewise."""
    return {(file, item): status for file, item, status in marts.execute(SQL).fetchall()}
