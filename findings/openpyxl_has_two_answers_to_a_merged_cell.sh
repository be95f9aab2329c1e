#!/usr/bin/env bash
# A number hidden under a merged cell is in the sheet or not, as openpyxl is asked.
#
# Seen with openpyxl 3.1.5, python-calamine 0.9.1 and xlsxwriter 3.3.1 on 2026-11-29.
# Merging by hand empties all cells but the first. Merging by the format painter, or by a program, leaves their
# values, and the format allows it (a merged range says nothing of the cells in it): they are no longer shown, but
# stay in every sum. openpyxl documents that merging removes the other cells, and empties them when it loads a file;
# with read_only=True, an option for speed and memory, they are there. calamine returns them too, so that the total of
# a row depends on the reader.
#
# Output seen:
#   openpyxl:            (5, None, 6) total 11
#   openpyxl, read only: (5, 9, 6) total 20
#   calamine:            (5.0, 9.0, 6.0) total 20.0
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1 xlsxwriter==3.3.1
"$folder/venv/bin/python" - <<'PY'
import io

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

target = io.BytesIO()
with xlsxwriter.Workbook(target) as workbook:
    sheet = workbook.add_worksheet()
    sheet.merge_range("A1:B1", 5)
    sheet.write_row(0, 1, [9, 6])


def by_openpyxl(read_only):
    return next(openpyxl.load_workbook(target, read_only=read_only).worksheets[0].values)


found = {
    "openpyxl": by_openpyxl(False),
    "openpyxl, read only": by_openpyxl(True),
    "calamine": tuple(CalamineWorkbook.from_filelike(io.BytesIO(target.getvalue())).get_sheet_by_index(0).to_python()[0]),
}
for name, row in found.items():
    print(f"{name + ':':20} {row} total {sum(value or 0 for value in row)}")
assert found["openpyxl"] == (5, None, 6)
assert found["openpyxl, read only"] == found["calamine"] == (5, 9, 6)
PY
