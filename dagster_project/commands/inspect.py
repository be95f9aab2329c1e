"""`yusuan inspect`: what is recognised in one document, before anything is built."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from dagster_project.commands.assess import assess
from dagster_project.commands.frame import console, refuse_no_page
from dagster_project.errors import UsageError

if TYPE_CHECKING:
    from dagster_project.inspection import FoundTable

EXAMPLE = "yusuan inspect raw/shenzhen_miit_department_budget_2021.txt"
IDENTITY = {
    "issuer": ("issuer", "organisation"),
    "region": ("region", "region_name"),
    "kind": ("kind", "document_kind"),
    "scope": ("scope", "document_scope"),
    "fiscal year": ("fiscal_year", "fiscal_year"),
    "phases": ("phase", "phases"),
}
HEADERS = 6
"""Labels of columns that the list of tables shows; all are in the list of columns."""
Row = dict[str, Any]


def inspect(
    file: Annotated[Path, typer.Argument(help="The document, or a folder of documents.", show_default=False)],
    cells: Annotated[bool, typer.Option("--cells", help="Also print the cells of each table.")] = False,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="OUT",
            help="Also write one HTML file: the pages as printed, and over them every cell, coloured by what became "
            "of it. It opens from disk.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Read one document and show its identity with the evidence, its tables, and what was not understood.

    Of a folder, a row per document is shown, as `yusuan assess --quick` does.
    """
    if file.is_dir():
        _inspect_folder(file, cells, html)
        return
    from dagster_project.inspection import found_tables, read_document, write_page  # loads the knowledge

    content = _content(file)
    if html is not None:
        _refuse_where_no_page_can_be(html, file)
    reading = read_document(content, file.name)
    tables = reading.rows
    for document in tables["documents"]:
        console.print(_identity(document))
    console.print(_tables(found_tables(reading)))
    console.print(_headers(tables["statement_lines"]))
    for table in tables["tables"] if cells else ():
        console.print(_cells(table, tables["cells"]))
    console.print(_dispositions(tables["ledger"]))
    unmapped = [row for row in tables["ledger"] if row["disposition"] == "unmapped"]
    if unmapped:
        console.print(_unmapped(unmapped))
    if tables["issues"]:
        console.print(_issues(tables["issues"]))
    if html is not None:
        write_page(reading, html)
        console.print(f"The document with what was read of it: {html}", soft_wrap=True)


def _inspect_folder(folder: Path, cells: bool, html: Path | None) -> None:
    if cells:
        raise UsageError(f"{folder} is a folder: --cells prints the cells of one document, as in {EXAMPLE} --cells")
    assess(folder, quick=True, html=html)


def _refuse_where_no_page_can_be(html: Path, document: Path) -> None:
    """Raise UsageError where the page cannot be written, or would take the place of the document."""
    if html.is_file() and html.samefile(document):
        raise UsageError(f"{html} is the document itself: name another file, as in --html page.html.")
    refuse_no_page(html)


def _content(file: Path) -> bytes:
    if not file.is_file():
        raise UsageError(f"There is no file {file}.")
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror}). Mind who may read it.") from error


def _identity(document: Row) -> Table:
    table = Table("identity", "recognised", "line", "evidence", title=Text(document["document_file"]))
    region = {"region": f"{document['region_code'] or ''} {document['region_name'] or ''}".strip()}
    for what, (evidence, field) in IDENTITY.items():
        value = region.get(what, document[field])
        line = document[f"{evidence}_evidence_line"]
        table.add_row(what, Text(_shown(value)), _shown(line), Text(_shown(document[f"{evidence}_evidence"])))
    return table


def _tables(found: list[FoundTable]) -> Table:
    table = Table(
        "table", "page", "lines", "kind and title", "whose, of which year", "unit (basis)", "header", "size", "facts"
    )
    for each in found:
        row = each.row
        lines = f"{row['line']}–{row['last_line']}" if row["line"] is not None else ""
        title = f"{row['statement_kind']}\n{_shown(row['title'])}"
        whose = f"{_shown(row['organisation'])} {_shown(row['fiscal_year'])}"
        header = " | ".join(each.headers[:HEADERS]) + (" | …" if len(each.headers) > HEADERS else "")
        size = f"{row['row_count']} × {row['column_count']}"
        shown = (each.number, each.pages_shown, lines, title, whose, each.unit, header, size, each.counts["fact"])
        table.add_row(*(Text(_shown(value), overflow="fold") for value in shown))
    return table


def _headers(lines: list[Row]) -> Table:
    """Return what the columns of each statement were taken for."""
    table = Table("table", "column", "header as printed", "taken for", title="columns")
    columns: dict[tuple[int, int], dict[str, None]] = {}
    headers: dict[tuple[int, int], str] = {}
    for line in lines:
        place = (line["table_number"], line["column_number"])
        meaning = (line["measure"], line["phase"], line["fiscal_year"], line["fund"], line["side"])
        columns.setdefault(place, {})[" ".join(str(part) for part in meaning if part is not None)] = None
        headers.setdefault(place, line["column_label"])
    for place, meanings in sorted(columns.items()):
        number, column = place
        table.add_row(str(number), str(column), Text(headers[place]), Text("\n".join(meanings)))
    return table


def _cells(of: Row, cells: list[Row]) -> Table:
    """Return the cells of a table, row by row, headers included."""
    width = of["column_count"]
    numbers = (str(number) for number in range(1, width + 1))
    table = Table("line", *numbers, title=Text(of["title"] or ""), show_lines=True)
    rows: dict[int, list[str]] = {}
    lines: dict[int, int | None] = {}
    for cell in cells:
        if cell["table_number"] == of["table_number"]:
            rows.setdefault(cell["row_number"], [""] * width)[cell["column_number"] - 1] = cell["text"]
            lines[cell["row_number"]] = cell["line"]
    for number, texts in sorted(rows.items()):
        table.add_row(_shown(lines[number]), *(Text(text) for text in texts))
    return table


def _dispositions(ledger: list[Row]) -> Text:
    counts = Counter(row["disposition"] for row in ledger)
    parts = ", ".join(f"{count:,} {disposition}" for disposition, count in sorted(counts.items()))
    return Text(f"{len(ledger):,} numbers: {parts or 'none'}")


def _unmapped(rows: list[Row]) -> Table:
    table = Table("page", "line", "number", "row", "column", "why it was not used", title="unmapped numbers")
    for row in rows:
        shown = (row["value_as_printed"], row["row_label"], row["column_label"], row["reason"])
        table.add_row(_shown(row["page"]), _shown(row["line"]), *(Text(_shown(value)) for value in shown))
    return table


def _issues(rows: list[Row]) -> Table:
    table = Table("severity", "page", "line", "issue", "what", title="issues")
    for row in rows:
        place = (_shown(row["page"]), _shown(row["line"]))
        table.add_row(row["severity"], *place, row["code"], Text(row["message"]))
    return table


def _shown(value: object) -> str:
    return "" if value is None else str(value)
