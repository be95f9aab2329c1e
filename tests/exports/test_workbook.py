"""A workbook opens as what it is: texts run nothing, codes keep their digits, figures are numbers and exact."""

from __future__ import annotations

import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from exports.conftest import AMOUNTS, TEXTS
from python_calamine import CalamineWorkbook

from dagster_project.exports import workbook
from dagster_project.exports.sources import Source, sources
from dagster_project.exports.workbook import FILE, write_workbook
from dagster_project.intake.office import SECONDS, office
from dagster_project.publication.releases import Release, current_release
from dagster_project.settings import Settings


def opened(folder: Path) -> Any:
    """Return the workbook of a folder, formats and all."""
    return openpyxl.load_workbook(folder / FILE)


def test_cells_have_types(small_release: Release, small_sources: list[Source], tmp_path: Path) -> None:
    assert write_workbook(small_release, small_sources, tmp_path) == []
    sheet = opened(tmp_path)["rpt_texts"]
    rows = sorted(sheet.iter_rows(min_row=2), key=lambda row: row[0].value)
    assert [row[1].value or "" for row in rows] == TEXTS
    # no formula among them, and none where a person edits the cell
    assert {(cell.data_type, cell.number_format) for _, cell, *_ in rows if cell.value} <= {
        ("s", "@"),
        ("inlineStr", "@"),
    }
    amounts = {row[0].value: row[2].value for row in rows}
    assert amounts[4] == "99999999999999.99"  # sixteen digits: a spreadsheet keeps fifteen
    exact = [None if value is None else Decimal(str(value)) for value in amounts.values()]
    assert exact == [None if amount is None else Decimal(amount) for amount in AMOUNTS]
    assert [cell.number_format for cell in rows[0]] == ["0", "@", "#,##0.00", "0.0#%", "General"]
    assert [row[4].value for row in rows] == [number == 0 for number in range(len(TEXTS))]


def test_sheets_are_for_reading(small_release: Release, small_sources: list[Source], tmp_path: Path) -> None:
    write_workbook(small_release, small_sources, tmp_path)
    book = opened(tmp_path)
    assert book.sheetnames == ["contents", "dictionary", "rpt_texts", "dim_documents"]
    for name in book.sheetnames[1:]:
        assert (book[name].freeze_panes, book[name].auto_filter.ref.split(":")[0]) == ("A2", "A1")
    contents = list(book["contents"].values)
    assert contents[0][1] == small_release.release_id
    assert contents[3] == ("rpt_texts", 11, "文字", "One row per text, for tests.")
    assert book["contents"]["A4"].hyperlink.location == "'rpt_texts'!A1"
    dictionary = list(book["dictionary"].values)
    assert ("rpt_texts", "amount_cny", "DECIMAL(20,2)", "CNY", "Amount, in yuan", "金额") in dictionary
    assert len(dictionary) == 1 + 5 + 1


def test_a_table_longer_than_a_sheet_goes_on_in_the_next(
    small_release: Release, small_sources: list[Source], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "ROWS_PER_SHEET", 5)
    (note,) = write_workbook(small_release, small_sources, tmp_path)
    assert note == "rpt_texts has more rows than a sheet holds: it goes on in rpt_texts_2, rpt_texts_3."
    book = opened(tmp_path)
    numbers = [row[0] for name in ("rpt_texts", "rpt_texts_2", "rpt_texts_3") for row in list(book[name].values)[1:]]
    assert numbers == list(range(11))
    assert [row[:2] for row in book["contents"].values][3:6] == [
        ("rpt_texts", 5),
        ("rpt_texts_2", 5),
        ("rpt_texts_3", 1),
    ]


def test_what_no_cell_can_hold_is_cut_and_told(
    small: Settings,
    small_release: Release,
    small_sources: list[Source],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Source, "rows", lambda source: iter([(1, "中" * 40_000, None, None, None)]))
    notes = write_workbook(small_release, small_sources[:1], tmp_path)
    assert notes == ["rpt_texts: 1 texts are longer than the 32,767 letters of a cell and are cut."]


@pytest.mark.xdist_group("warehouse")
def test_figures_are_those_of_the_release(installation: Settings, tmp_path: Path) -> None:
    release = current_release(installation)
    assert release is not None
    exported = sources(release, installation.dbt_project, ["rpt_expenditure", "rpt_totals"])
    write_workbook(release, exported, tmp_path)
    book = CalamineWorkbook.from_path(tmp_path / FILE)
    for source in exported:
        title, *rows = book.get_sheet_by_name(source.name).to_python(skip_empty_area=False)
        assert title == [column.name for column in source.columns]
        assert [[_read(value) for value in row] for row in rows] == [
            [_read(value) for value in row] for row in source.rows()
        ]


def _read(value: Any) -> Any:
    """Return a value as a reader of spreadsheets sees it: an empty cell is nothing, a number has no type of its own."""
    if isinstance(value, bool | str):
        return value
    return "" if value is None else Decimal(str(value)).normalize()


@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(small_release: Release, small_sources: list[Source], tmp_path: Path) -> None:
    write_workbook(small_release, small_sources, tmp_path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        str(office()),
        profile,
        "--headless",
        "--convert-to",
        "ods",
        "--outdir",
        str(tmp_path),
        str(tmp_path / FILE),
    ]
    subprocess.run(command, check=True, timeout=SECONDS)
    sheet = CalamineWorkbook.from_path(tmp_path / "yusuan.ods").get_sheet_by_name("rpt_texts")
    rows = sheet.to_python(skip_empty_area=False)[1:]
    assert [row[1] for row in rows][:4] == TEXTS[:4]
    assert [_read(row[2]) for row in rows][:2] == [Decimal("-1234.5"), Decimal(0)]
