"""Rows as data on the standard output, for other programs to read: CSV and JSON."""

from __future__ import annotations

import csv
import json
import sys
from enum import StrEnum
from typing import Any


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def print_csv(columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    """Print rows as CSV, their columns first."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)


def print_json(columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    """Print rows as a JSON list of objects, numbers that are decimals as text."""
    # decimals and dates as text: a float would not be what was printed
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    sys.stdout.write(json.dumps(records, ensure_ascii=False, default=str) + "\n")
