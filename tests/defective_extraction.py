"""The extractor with a defect for each document whose text names one, as an extractor that is wrong about it would be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from fake_extraction import table

from dagster_project import extraction
from dagster_project.extraction.identify.corrections import Correction
from dagster_project.extraction.record.extraction import Extraction

Rows = list[dict[str, Any]]
Tables = dict[str, Rows]


def _line_twice(tables: Tables) -> None:
    first = tables["statement_lines"][0]
    tables["statement_lines"].append(first | {"name_as_printed": "又一行"})


def _number_twice(tables: Tables) -> None:
    tables["ledger"].append(_fact(tables) | {"value_as_printed": "999.00"})


def _fact_without_ledger(tables: Tables) -> None:
    tables["ledger"].remove(_fact(tables))


def _fact_unused(tables: Tables) -> None:
    used = _fact(tables)["ledger_id"]
    tables["statement_lines"] = [row for row in tables["statement_lines"] if row["ledger_id"] != used]


def _another_amount(tables: Tables) -> None:
    line = next(row for row in tables["statement_lines"] if row["ledger_id"] == _fact(tables)["ledger_id"])
    line["amount_cny"] += Decimal(1)


def _issue_twice(tables: Tables) -> None:
    same = {
        "document_id": _fact(tables)["document_id"],
        "document_file": "",
        "code": "row_realigned",
        "message": "Same.",
    }
    tables["issues"] += [same | {"severity": "note"}, same | {"severity": "warning"}]


def _number_without_reason(tables: Tables) -> None:
    _fact(tables)["reason"] = ""


def _label_lost(tables: Tables) -> None:
    tables["ledger"].remove(next(row for row in tables["ledger"] if row["disposition"] == "label"))


def _fact(tables: Tables) -> dict[str, Any]:
    return next(row for row in tables["ledger"] if row["disposition"] == "fact" and row["amount_cny"])


DEFECTS: dict[str, Callable[[Tables], None]] = {
    defect.__name__.lstrip("_"): defect
    for defect in (
        _line_twice,
        _number_twice,
        _fact_without_ledger,
        _fact_unused,
        _another_amount,
        _issue_twice,
        _number_without_reason,
        _label_lost,
    )
}


def defective_extract(content: bytes, file: str, corrections: Sequence[Correction] = ()) -> Extraction:
    """Extract, and then be wrong in the way that the name of the file says; right where it names no defect."""
    whole = extraction.extract(content, file)
    defect = DEFECTS.get(file.removesuffix(".txt"))
    if defect is None:
        return whole
    tables = {name: rows.to_pylist() for name, rows in whole.tables.items()}
    defect(tables)
    return Extraction(whole.document_id, {name: table(name, rows) for name, rows in tables.items()})
