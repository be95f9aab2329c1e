#!/usr/bin/env bash
# python-calamine returns a cell that holds an error as an empty text, as it does an empty cell.
#
# Seen with python-calamine 0.9.1, openpyxl 3.1.5 and xlsxwriter 3.3.1 on 2026-11-29.
# The Rust library below it tells errors apart (a kind of its own with #REF!, #DIV/0! and others); the Python types have no
# such kind, and give "". An open question on its tracker (105) asks for them. A total whose reference broke, which a sheet
# prints as #REF!, cannot be told from a cell left blank, and a check of the sum passes it by; pandas, which asks calamine to
# read, then has nothing to tell them by. openpyxl gives the name of the error.
#
# Output seen:
#   calamine: [100.0, '', '', '', 5.0]
#   openpyxl: [100, '#REF!', '#DIV/0!', None, 5]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 openpyxl==3.1.5 xlsxwriter==3.3.1
"$folder/venv/bin/python" - <<'PY'
import io

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

target = io.BytesIO()
with xlsxwriter.Workbook(target) as workbook:
    sheet = workbook.add_worksheet()
    sheet.write_number(0, 0, 100)
    sheet.write_formula(0, 1, "=SUM(A1,#REF!)", value="#REF!")
    sheet.write_formula(0, 2, "=A1/0", value="#DIV/0!")
    sheet.write_number(0, 4, 5)

calamine = CalamineWorkbook.from_filelike(io.BytesIO(target.getvalue())).get_sheet_by_index(0).to_python()[0]
by_openpyxl = list(next(openpyxl.load_workbook(target, data_only=True).worksheets[0].values))
print(f"calamine: {calamine}\nopenpyxl: {by_openpyxl}")
assert calamine == [100.0, "", "", "", 5.0], "calamine tells errors now"
assert by_openpyxl == [100, "#REF!", "#DIV/0!", None, 5]
PY
