#!/usr/bin/env bash
# Two readers of OpenDocument spreadsheets drop a tab inside a cell: of two figures in one cell, 1 and 2 become 12.
#
# Seen with python-calamine 0.9.1 and pandas 3.1.1 (odfpy 1.4.1) on 2026-11-29.
# In OpenDocument a tab, a line break and repeated blanks of a text are elements (text:tab, text:line-break, text:s;
# OASIS ODF 1.3, part 3, 6.1). Both readers know text:s; of the other two, calamine knows neither and the reader that
# pandas has for "odf" no tab. The two figures are glued. pandas then takes the text cell for a number, so that its
# type no longer tells that two texts stood there. calamine keeps the tab of the same text in an XLSX.
#
# Output seen:
#   calamine: ['1   2', '12', '12']
#   pandas:   ['1   2', 12, '1\n2']
#   xlsx:     ['1   2', '1\t2', '1\n2']
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check \
    python-calamine==0.9.1 pandas==3.1.1 odfpy==1.4.1 xlsxwriter==3.3.1
"$folder/venv/bin/python" - <<'PY'
import io

import pandas
import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import LineBreak, P, S, Tab
from python_calamine import CalamineWorkbook

ods, xlsx = io.BytesIO(), io.BytesIO()
document, table, row = OpenDocumentSpreadsheet(), Table(name="S"), TableRow()
for gap in (S(c=3), Tab(), LineBreak()):
    cell, paragraph = TableCell(valuetype="string"), P(text="1")
    paragraph.addElement(gap)
    paragraph.addText("2")
    cell.addElement(paragraph)
    row.addElement(cell)
table.addElement(row)
document.spreadsheet.addElement(table)
document.save(ods)
with xlsxwriter.Workbook(xlsx) as workbook:
    workbook.add_worksheet().write_row(0, 0, ["1   2", "1\t2", "1\n2"])


def by_calamine(stream):
    stream.seek(0)
    return CalamineWorkbook.from_filelike(stream).get_sheet_by_index(0).to_python()[0]


found = {
    "calamine": by_calamine(ods),
    "pandas": pandas.read_excel(ods, engine="odf", header=None).values.tolist()[0],
    "xlsx": by_calamine(xlsx),
}
for name, cells in found.items():
    print(f"{name + ':':9} {cells}")
assert found["calamine"] == ["1   2", "12", "12"], "calamine keeps tabs or line breaks of ODS now"
assert found["pandas"] == ["1   2", 12, "1\n2"], "pandas keeps tabs of ODS now"
assert found["xlsx"] == ["1   2", "1\t2", "1\n2"]
PY
