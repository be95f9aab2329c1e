#!/usr/bin/env bash
# xlsx2html rounds a number to its first digit where the cell has the format "text": 2050201 is shown as 2000000.
#
# Seen with xlsx2html 0.6.4 (babel 2.19.0) and xlsxwriter 3.3.1 on 2026-11-29.
# "@" is number format 49 of spreadsheets: show the value as it was typed (ISO/IEC 29500-1, 18.8.30). It is common on
# columns of codes; a number that stood there before the format was chosen stays a number. xlsx2html hands the format
# on to a pattern language for locales in which each "@" means one significant digit, so every such cell is rounded to
# one. Zeros fill the rest, and no error is raised; other formats of the same cells come out whole.
#
# Output seen:
#   2050201 with @: 2000000, with 0: 2050201
#   1049 with @: 1000, with 0: 1049
#   45.67 with @: 50, with 0.00: 45.67
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check xlsx2html==0.6.4 babel==2.19.0 xlsxwriter==3.3.1
"$folder/venv/bin/python" - <<'PY'
import io
import re

import xlsxwriter
from xlsx2html import xlsx2html

CELLS = [(2050201, "@", "0"), (1049, "@", "0"), (45.67, "@", "0.00")]
target = io.BytesIO()
with xlsxwriter.Workbook(target) as workbook:
    sheet = workbook.add_worksheet()
    for row, (value, *formats) in enumerate(CELLS):
        for column, form in enumerate(formats):
            sheet.write_number(row, column, value, workbook.add_format({"num_format": form}))
html = xlsx2html(target, io.StringIO()).getvalue()
shown = [re.findall(r"<td[^>]*>([^<]*)</td>", row) for row in html.split("</tr>")[: len(CELLS)]]
for (value, text, plain), (as_text, as_number) in zip(CELLS, shown, strict=True):
    print(f"{value} with {text}: {as_text.strip()}, with {plain}: {as_number.strip()}")
cells = [[cell.strip() for cell in row] for row in shown]
assert cells == [["2000000", "2050201"], ["1000", "1049"], ["50", "45.67"]], "the format @ shows the value now"
PY
