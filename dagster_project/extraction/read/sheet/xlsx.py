"""Sheets of an XLSX: values by calamine, formats by openpyxl, and what neither tells by a scan of the XML."""

from __future__ import annotations

import io
import posixpath
import re
import warnings
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import python_calamine as calamine
from lxml import etree

from dagster_project.extraction.model.issues import Issue
from dagster_project.extraction.read.package import Parts, pack, unreadable
from dagster_project.extraction.read.sheet.book import MOST_CELLS, Damaged, Format, Hidden, Sheet, SheetContent, Value
from dagster_project.extraction.read.sheet.drawings import shapes_of
from dagster_project.extraction.read.sheet.looks import take_off
from dagster_project.extraction.read.sheet.scan import Formats, Scan, Shared
from dagster_project.extraction.read.sheet.xlsx_styles import styles_of

RICH = re.compile(rb"<(?:\w+:)?rPr\b")
LARGEST_STYLED = 24 * 2**20
"""Bytes of a sheet up to which its formats are read: it takes a second for two megabytes."""


def open_xlsx(parts: Parts) -> list[Sheet] | Issue:
    """Return the sheets of a workbook; an Issue where what holds them together is damaged."""
    damaged = unreadable("The workbook is damaged", "Open it in a spreadsheet program and save it again")
    try:
        places = _sheet_parts(parts)
        workbook = calamine.load_workbook(io.BytesIO(pack(parts)))
    except BaseException as error:
        _require_damage(error)
        return damaged
    book = _Book(parts, places, workbook)
    return [
        book.sheet(number, sheet)
        for number, sheet in enumerate(workbook.sheets_metadata, 1)
        if sheet.typ is calamine.SheetTypeEnum.WorkSheet
    ]


def _sheet_parts(parts: Parts) -> dict[str, str]:
    """Return the part of each sheet by its name, none where it is missing.

    Raises ValueError where two readers could take it from two places.
    """
    names = {name.lower(): name for name in parts}
    workbook = etree.fromstring(parts[names["xl/workbook.xml"]])
    relations = etree.fromstring(parts[names["xl/_rels/workbook.xml.rels"]])
    targets = {str(relation.get("Id")): str(relation.get("Target")).lower() for relation in relations}
    found = list(workbook.iterfind(".//{*}sheets/{*}sheet"))
    sheets = {}
    for sheet in found:
        (relation,) = (str(value) for key, value in sheet.items() if str(key).endswith("}id"))
        target = targets.get(relation, "")
        places = {posixpath.normpath(posixpath.join("/xl", target)).lstrip("/"), target.lstrip("/")} & set(names)
        sheets[str(sheet.get("name"))] = names[places.pop()] if len(places) == 1 else ""
    if not len(sheets) == len(found) or not len(names) == len(parts) or not len(targets) == len(relations):
        raise ValueError("ambiguous")
    return sheets


class _Book:
    """A workbook, opened by calamine; by openpyxl too once the formats of a sheet are asked for."""

    def __init__(self, parts: Parts, places: Mapping[str, str], values: calamine.CalamineWorkbook) -> None:
        self.parts = parts
        self.places = places
        self.values = values

    def sheet(self, number: int, found: calamine.SheetMetadata) -> Sheet:
        name = found.name
        is_hidden = found.visible is not calamine.SheetVisibleEnum.Visible
        place = self.places[name]
        xml = self.parts.get(place, b"")
        return Sheet(
            number,
            name,
            is_hidden,
            lambda: self._content(name, xml),
            lambda: self._formats(name, xml),
            lambda: shapes_of(self.parts, place),
        )

    def _content(self, name: str, xml: bytes) -> SheetContent:
        scan = Scan(xml, self._shared, self._unseen)
        if scan.height * scan.width > MOST_CELLS:
            what = f"reaches to row {scan.height}, column {scan.width}"
            raise Damaged(f"{what}. Delete the empty rows and columns after its tables")
        try:
            sheet = self.values.get_sheet_by_name(name)
            rows: list[list[Value]] = [[*row] for row in sheet.to_python(skip_empty_area=False)]
        except BaseException as error:
            _require_damage(error)
            raise Damaged("is damaged. Open it in a spreadsheet program") from error
        hidden = Hidden(frozenset(scan.hidden_rows), frozenset(scan.hidden_columns))
        unseen = take_off(rows, scan.unseen())
        return SheetContent(rows, sheet.merged_cell_ranges or [], scan.lost, scan.hides_zeros, hidden, unseen)

    @cached_property
    def _shared(self) -> Shared:
        part = next((part for name, part in self.parts.items() if name.lower() == "xl/sharedstrings.xml"), b"")
        texts = re.split(rb"<(?:\w+:)?si\b", part)[1:]
        return Shared([*map(len, texts)], {number for number, text in enumerate(texts) if RICH.search(text)})

    @cached_property
    def _unseen(self) -> Formats:
        styles = styles_of(self.parts)
        unseen = {str(number) for number, look in enumerate(styles.looks) if look.is_unseen}
        return Formats(unseen, {*map(str, styles.without_texts)})

    @cached_property
    def _styled(self) -> Any:
        import openpyxl  # half a second, for workbooks only

        packed = io.BytesIO(pack(self.parts))
        with warnings.catch_warnings(action="ignore"):  # of parts it does not know, and that are not wanted
            return openpyxl.load_workbook(packed, read_only=True, data_only=True, keep_links=False)

    def _formats(self, name: str, xml: bytes) -> Mapping[tuple[int, int], Format]:
        if len(xml) > LARGEST_STYLED:
            raise Damaged("is too large for its formats to be looked up")
        found = {}
        try:
            sheet = self._styled[name]
            sheet.reset_dimensions()
            for cells in sheet.iter_rows():
                for cell in cells:
                    if cell.value is not None and cell.data_type in ("n", "d") and cell.style_array.numFmtId:
                        found[(cell.row - 1, cell.column - 1)] = Format(cell.number_format, cell.style_array.numFmtId)
        except Exception as error:  # the styles of other programs break its rules in many ways
            raise Damaged("has formats that break the rules") from error
        return found


def _require_damage(error: BaseException) -> None:
    """Raise an error again that no damaged workbook causes; a panic of Rust is no Exception."""
    if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
        raise error
