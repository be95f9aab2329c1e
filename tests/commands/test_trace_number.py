"""`yusuan trace LEDGER_ID` shows a number of the prose of a PDF in its sentence, as it does in a text."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from paper import Paper

from dagster_project.commands.trace import NUMBER, Traced, _show
from dagster_project.extraction.read import read

SHA = "ab" * 32
LEDGER = """
    create table rpt_ledger as
    select
        $key as ledger_id, 'a.pdf' as document_file, 1 as page, null::integer as line, null::integer as table_number,
        null::integer as row_number, null::integer as column_number, null as table_title, null as row_label,
        null as column_label, '5' as value_as_printed, '万元' as unit_applied, 50000::decimal(38, 2) as amount_cny,
        2031 as fiscal_year, null as phase, 'fact' as disposition
"""


@pytest.mark.parametrize(("reading_method", "is_shown"), [("text", True), ("ocr", False)])
def test_a_number_of_prose_is_shown_in_its_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], reading_method: str, is_shown: bool
) -> None:
    paper = Paper()
    paper.text(60, 100, "二、收入5万元。")
    (tmp_path / SHA).write_bytes(paper.save())
    document, _ = read((tmp_path / SHA).read_bytes(), "a.pdf")
    (line,) = (block.line for block in document.blocks if "5" in getattr(block, "text", ""))  # type: ignore[union-attr]
    key = f"{SHA[:16]}:l{line}:s4"
    with duckdb.connect() as connection:
        connection.execute(LEDGER, {"key": key})
        connection.execute(
            "create table fct_ledger as select ledger_id, $method as reading_method from rpt_ledger",
            {"method": reading_method},
        )
        connection.execute(
            "create table dim_documents as select $sha as content_sha256, 'pdf' as format, 'a.pdf' as document_file",
            {"sha": SHA},
        )
        (row,) = connection.execute(NUMBER, {"ledger_id": key}).fetchall()
        _show(connection, tmp_path, Traced(*row), key)
    told = capsys.readouterr().out
    assert f"{Decimal(50000):,.2f}" in told
    assert ("二、收入5万元。" in told) is is_shown
