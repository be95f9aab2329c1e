"""`yusuan findings`: what does not add up in the documents."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from dagster_project.commands.frame import DataFolder, console, open_warehouse

EXAMPLE = "yusuan findings --file 2021"
FOUND = """
    select finding_id, severity, document_file, coalesce(line, page), coalesce(other_line, other_page), message_zh
    from rpt_findings
    where document_file ilike '%' || ? || '%' and rule_id ilike '%' || ? || '%'
    order by document_file, coalesce(line, page), finding_id
"""


def findings(
    data: DataFolder = None,
    file: Annotated[str, typer.Option("--file", help="Part of the document's file name.")] = "",
    rule: Annotated[str, typer.Option("--rule", help="Part of the rule's id.")] = "",
) -> None:
    """List the findings: what should add up in the documents and does not, with the lines of both sides."""
    with open_warehouse(data) as connection:
        rows = connection.execute(FOUND, [file, rule]).fetchall()
    table = Table("finding", "severity", "document", "line or page", "what", show_lines=True)
    for finding_id, severity, document, line, other_line, message in rows:
        lines = ", ".join(str(number) for number in (line, other_line) if number is not None)
        table.add_row(finding_id, severity, document, lines, message)
    if rows:
        console.print(table)
    console.print(f"{len(rows):,} findings")
