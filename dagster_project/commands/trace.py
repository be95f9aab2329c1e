"""`yusuan trace`: from a function code, a number of the ledger or a finding to the lines or rows it was printed in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, NamedTuple

import duckdb
import typer
from rich.table import Table
from rich.text import Text

from dagster_project.commands.frame import DataFolder, InLanguage, console, open_warehouse
from dagster_project.commands.trace_finding import finding_of, place_in, show_finding
from dagster_project.commands.words import words_in
from dagster_project.errors import UsageError
from dagster_project.languages import Language
from dagster_project.settings import Settings
from dagster_project.tracing.excerpts import sentence
from dagster_project.tracing.printed_lines import marked, printed_lines

EXAMPLE = "yusuan trace --code 2150517 --organisation 本级 --year 2021"
ROWS = """
    select document_file, page, line, table_number, row_number, statement_kind, organisation_name, fiscal_year, phase,
        fund, concat_ws(' ', function_code_as_printed, function_name) as what
    from rpt_expenditure
    where function_code = $code
        and ($organisation is null or organisation_name ilike '%' || $organisation || '%')
        and ($year is null or fiscal_year = $year)
        and ($file is null or document_file ilike '%' || $file || '%')
    order by document_file, table_number, row_number, statement_kind
"""
NUMBER = """
    select document_file, page, line, table_number, row_number, table_title, null, fiscal_year, phase, null,
        concat_ws(' · ', nullif(row_label, ''), column_label)
    from rpt_ledger where ledger_id = $ledger_id
"""
FIGURES = """
    select
        ledger_id, column_label, value_as_printed, unit_applied, amount_cny, row_label,
        reading_method, disposition = 'fact'
    from rpt_ledger
    inner join (select ledger_id, reading_method from fct_ledger) using (ledger_id)
    where document_file = $document
        and (ledger_id = $ledger_id or (table_number = $table and row_number = $row))
    order by table_number, row_number, column_number, ledger_id
"""
CODES = ("phase", "fund")
WORD = "select word_zh from dim_words where table_name = 'rpt_expenditure' and column_name = $column and code = $code"
TITLE = "select title from dim_statements where statement_kind = $code"
DOCUMENT = "select content_sha256, format from dim_documents where document_file = $document"


class Traced(NamedTuple):
    """A row of a statement, or one number: where it is printed and what it is about."""

    document: str
    page: int | None
    line: int | None
    table: int | None
    row: int | None
    statement: str | None
    organisation: str | None
    fiscal_year: int | None
    phase: str | None
    fund: str | None
    what: str

    @property
    def place(self) -> dict[str, int | None]:
        """Where in the document it stands."""
        printed = {"page": self.page, "line": self.line}
        return printed if self.line else printed | {"table": self.table, "row": self.row}


def trace(
    identifier: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help="A ledger id, as facts bear it; a finding's id, or its beginning; a check's, as `explains` bears it.",
            show_default=False,
        ),
    ] = None,
    code: Annotated[str | None, typer.Option("--code", help="Function code (功能分类科目编码).")] = None,
    organisation: Annotated[str | None, typer.Option("--organisation", help="Part of the organisation's name.")] = None,
    year: Annotated[int | None, typer.Option("--year", help="Fiscal year.")] = None,
    file: Annotated[str | None, typer.Option("--file", help="Part of the document's file name.")] = None,
    data: DataFolder = None,
    language: InLanguage = None,
) -> None:
    """Show where something is printed: the lines or the row of the document, its figures marked.

    Of a code or a number, the facts; of a finding, the message and both of its sides.

    Findings have ids of their own:  yusuan findings --severity error, then  yusuan trace 0123456789abcdef
    """
    if (identifier is None) == (code is None):
        raise UsageError(f"Give an id, or --code with --organisation and --year. Example: {EXAMPLE}")
    settings = Settings.of_folders(data=data)
    with open_warehouse(data) as connection:
        # a ledger id names the document and, after a colon, the place in it
        if identifier is not None and ":" not in identifier:
            show_finding(connection, settings, finding_of(connection, identifier), language or Language.EN)
            return
        if identifier is not None:
            found = connection.execute(NUMBER, {"ledger_id": identifier}).fetchall()
        else:
            wanted = {"code": code, "organisation": organisation, "year": year, "file": file}
            found = connection.execute(ROWS, wanted).fetchall()
        if not found:
            raise UsageError("Nothing is recorded under that. `yusuan query` on rpt_expenditure shows what there is.")
        for row in found:
            _show(connection, settings.archive, Traced(*row), identifier, language or Language.EN)


def _show(
    connection: duckdb.DuckDBPyConnection,
    archive: Path,
    traced: Traced,
    ledger_id: str | None,
    language: Language = Language.EN,
) -> None:
    words = words_in(language)
    row = {"document": traced.document, "table": traced.table, "row": traced.row, "ledger_id": ledger_id}
    printed = connection.execute(FIGURES, row).fetchall()
    facts = [figure for figure in printed if (figure[0] == ledger_id if ledger_id else figure[-1])]
    console.print(Text(_headline(connection, traced, language), style="bold"))
    console.print(place_in(traced.document, traced.place, words), style="cyan", soft_wrap=True)
    heads = (words("traced", name) for name in ("column_label", "printed", "unit", "yuan", "ledger_id"))
    table = Table(*heads, box=None, pad_edge=False)
    table.columns[1].justify = table.columns[3].justify = "right"
    for identifier, column, value, unit, amount, *_ in facts:
        table.add_row(Text(column or ""), value, unit, "" if amount is None else f"{amount:,.2f}", Text(identifier))
    console.print(table)
    console.print(marked(_printed(connection, archive, traced, printed), [fact[2] for fact in facts]), soft_wrap=True)
    console.print()


def _headline(connection: duckdb.DuckDBPyConnection, traced: Traced, language: Language) -> str:
    """Return what the row is about, in one line; in Chinese the codes in words."""
    about = traced._asdict()
    if language is Language.ZH:
        for column in CODES:
            found = connection.execute(WORD, {"column": column, "code": about[column]}).fetchone()
            about[column] = found[0] if found else about[column]
        # of a number it is the title already
        found = connection.execute(TITLE, {"code": about["statement"]}).fetchone()
        about["statement"] = found[0] if found else about["statement"]
    parts = (about[name] for name in ("what", "organisation", "fiscal_year", "phase", "statement", "fund"))
    return " · ".join(str(part) for part in parts if part is not None)


def _printed(connection: duckdb.DuckDBPyConnection, archive: Path, traced: Traced, figures: list[Any]) -> str:
    """Return the line of a text; of another format the label and numbers of the row, or the sentence around a number.

    A scan is not recognised again for its sentence, which takes minutes.
    """
    document = connection.execute(DOCUMENT, {"document": traced.document}).fetchone()
    if document is not None and document[1] == "text" and traced.line is not None:
        return printed_lines(archive / document[0], [traced.line]).get(traced.line, "")
    if document is not None and traced.table is None and figures and figures[0][6] != "ocr":
        return sentence(archive / document[0], traced.document, figures[0][0])
    label = next((figure[5] for figure in figures if figure[5]), "")
    return "\t".join([label, *(figure[2] for figure in figures if figure[2] not in label.split())])
