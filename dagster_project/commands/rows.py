"""Rows as data on the standard output, for other programs to read: CSV and JSON."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import Any


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def print_csv(columns: list[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Print rows as CSV, their columns first."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)


def print_json(columns: list[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Print rows as a JSON list of objects, numbers that are decimals as text."""
    sys.stdout.write("[")
    for number, row in enumerate(rows):
        # decimals and dates as text: a float would not be what was printed
        record = json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=str)
        sys.stdout.write(f", {record}" if number else record)
    sys.stdout.write("]\n")
