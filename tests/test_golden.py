"""The facts of the five documents equal the goldens, which were keyed by hand from the printed pages.

How a golden is read stands in `golden/comparison.py`.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from golden.comparison import Row, bare, compare, equal, has, same

from dagster_project.extraction import extract

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = {"originals": ROOT.parent / "shared" / "documents" / "shenzhen", "raw": ROOT / "raw"}
GOLDEN = Path(__file__).parent / "golden"
DOCUMENTS = ("000", "001", "002", "003", "004")
UNIT = ("unit_applied", "unit_basis")
ABSENT = pytest.mark.skip(reason="the folder of the originals is absent")
Tables = dict[str, list[Row]]

CASES = [
    pytest.param(folder, document, marks=[] if folder == "raw" or FOLDERS[folder].is_dir() else [ABSENT])
    for folder in FOLDERS
    for document in DOCUMENTS
]
in_both_folders = pytest.mark.parametrize(("folder", "document"), CASES)


def golden(name: str, document: str) -> list[Row]:
    """The rows of a golden for one document, as strings; a missing golden file raises."""
    with (GOLDEN / name).open(encoding="utf8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["document"] == document]


@cache
def read(path: Path) -> Tables:
    """Extract one file; each row with the title of its table, values as text, NULL as the empty string."""
    tables = {
        name: [{key: "" if value is None else str(value) for key, value in row.items()} for row in table.to_pylist()]
        for name, table in extract(path.read_bytes(), path.name).tables.items()
    }
    titles = {row["table_number"]: row["title"] for row in tables["tables"]}
    for rows in tables.values():
        for row in rows:
            row.setdefault("table_title", titles.get(row.get("table_number", ""), ""))
    return tables


def tables_of(folder: str, document: str) -> Tables:
    """Find the document by the identity read from its own text, never by its name, and return its tables."""
    identity = golden("identity.csv", document)[0]
    key = (identity["organisation"], identity["fiscal_year"])
    seen = []
    for path in sorted(FOLDERS[folder].glob("*.txt")):
        row = read(path)["documents"][0]
        seen.append((row["organisation"], row["fiscal_year"]))
        if seen[-1] == key:
            return read(path)
    pytest.fail(f"no document of {folder}/ is {key}; found {seen}")


@in_both_folders
def test_identity(folder: str, document: str) -> None:
    row = tables_of(folder, document)["documents"][0]
    expected = golden("identity.csv", document)[0]
    phases = expected.pop("phases").split(",")
    del expected["document"]
    wrong = [f"{k}: expected {v}, got {row[k]}" for k, v in expected.items() if not equal(v, row[k])]
    assert not wrong, "\n".join(wrong)
    assert sorted(re.split(r"\s*,\s*", row["phases"])) == sorted(phases)


@in_both_folders
def test_tables(folder: str, document: str) -> None:
    tables = tables_of(folder, document)
    got = [row for row in tables["tables"] if row["statement_kind"] != "unknown"]
    # a unit printed for a row, a column or a cell stands at the figures, not at the table
    units = {row["table_number"]: row for row in tables["projects"] if row["unit_applied"]}
    got = [
        row if row["unit_applied"] else row | {key: units.get(row["table_number"], row)[key] for key in UNIT}
        for row in got
    ]
    expected = golden("tables.csv", document)
    wrong = []
    for want, row in zip(expected, got, strict=False):
        for column, test in (("statement_kind", equal), ("unit_applied", equal), ("unit_basis", equal)):
            if not test(want[column], row[column]):
                wrong.append(f"table {want['order']}: {column} expected {want[column]}, got {row[column]}")
        if not has(want["title_contains"], row["title"]):
            wrong.append(f"table {want['order']}: title expected {want['title_contains']}, got {row['title']}")
        inside = int(want["first_line"]) <= int(row["line"]) <= int(want["grid_line"])
        if folder == "originals" and not (inside and int(row["last_line"]) >= int(want["last_line"])):
            wrong.append(
                f"table {want['order']}: lines {want['first_line']}–{want['last_line']}, "
                f"got {row['line']}–{row['last_line']}"
            )
    kinds = [row["statement_kind"] for row in got]
    assert not wrong, "\n".join(wrong)
    assert kinds == [row["statement_kind"] for row in expected]


def _kinds() -> Iterable[object]:
    for folder in FOLDERS:
        for document in DOCUMENTS:
            for kind in dict.fromkeys(row["statement_kind"] for row in golden("statement_lines.csv", document)):
                marks = [] if folder == "raw" or FOLDERS[folder].is_dir() else [ABSENT]
                yield pytest.param(folder, document, kind, marks=marks, id=f"{folder}-{document}-{kind}")


@pytest.mark.parametrize(("folder", "document", "kind"), list(_kinds()))
def test_statement_lines(folder: str, document: str, kind: str) -> None:
    got = [row for row in tables_of(folder, document)["statement_lines"] if row["statement_kind"] == kind]
    expected = [row for row in golden("statement_lines.csv", document) if row["statement_kind"] == kind]
    columns = same(
        "line",
        "organisation",
        "fiscal_year",
        "phase",
        "fund",
        "side",
        "code",
        "item",
        "measure",
        "value_as_printed",
        "disclosure",
        "amount_cny",
        "row_role",
        "level",
    )
    columns |= {"title_contains": "table_title", "name": lambda row: row["name_as_printed"] or row["project_name"]}
    compare(expected, got, columns, folder)
    assert len(got) == len(expected), "the golden holds every figure of this kind"


@in_both_folders
def test_projects(folder: str, document: str) -> None:
    got = tables_of(folder, document)["projects"]
    expected = golden("projects.csv", document)
    columns = same(
        "line",
        "statement_kind",
        "organisation",
        "project_code",
        "project_name",
        "approved_cny",
        "revised_cny",
        "executed_cny",
        "midterm_cny",
        "execution_rate",
    )
    compare(expected, got, columns | {"source_contains": "source_table"}, folder)
    assert len(got) == len(expected), sorted(Counter(row["statement_kind"] for row in got).items())


@in_both_folders
def test_indicators(folder: str, document: str) -> None:
    got = tables_of(folder, document)["indicators"]
    columns = same(
        "line",
        "statement_kind",
        "organisation",
        "project_name",
        "dimension",
        "aspect",
        "indicator_name",
        "target_value",
        "actual_value",
    )
    compare(golden("indicators.csv", document), got, columns, folder)


@in_both_folders
def test_indicator_counts(folder: str, document: str) -> None:
    key = ("statement_kind", "organisation", "project_name")
    got = Counter(tuple(bare(row[k]) for k in key) for row in tables_of(folder, document)["indicators"])
    expected = {tuple(bare(row[k]) for k in key): int(row["rows"]) for row in golden("indicator_counts.csv", document)}
    assert dict(got) == expected


@in_both_folders
def test_scores(folder: str, document: str) -> None:
    expected, got = golden("scores.csv", document), tables_of(folder, document)["scores"]
    levels = [column for n in (1, 2, 3) for column in (f"level_{n}", f"level_{n}_weight")]
    compare(expected, got, same("line", "statement_kind", "row_role", *levels, "score", "score_text"), folder)
    assert len(got) == len(expected)


@in_both_folders
def test_headcounts(folder: str, document: str) -> None:
    expected = golden("headcounts.csv", document)
    columns = same("line", "organisation", "kind", "count") | {"label": "label_as_printed"}
    compare(expected, tables_of(folder, document)["headcounts"], columns, folder)
