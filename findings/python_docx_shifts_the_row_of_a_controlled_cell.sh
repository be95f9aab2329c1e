#!/usr/bin/env bash
# python-docx leaves a cell in a content control out of its row, so that the figures behind it move one column to the left.
#
# Seen with python-docx 1.2.0 on 2026-11-29.
# A table cell that a form lets one fill in is wrapped: w:tr holds w:sdt, which holds the w:tc (a content control of a
# cell). _Row.cells looks at the w:tc directly below the row. That content controls are not read is known (issue 155,
# open since 2015). What one would not guess: the row is no longer of the width of its table, and nothing tells where
# the gap is; grid_cols_before and grid_cols_after, documented for short rows, are 0, and Table.cell gives the
# neighbour's figure for the empty column. Likewise a run that revision marks say was inserted (w:ins) is no text of
# its paragraph.
#
# Output seen:
#   rows:       [['科目', '预算', '决算'], ['教育', '200']] before 0 after 0
#   cell(1, 1): '200'
#   inserted:   '支出万元'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0
"$folder/venv/bin/python" - <<'PY'
import io

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def wrap(element, *tags):
    """Put an element into new ones, the outer first, where it stood."""
    for tag in reversed(tags):
        outer = OxmlElement(tag, {qn("w:id"): "1", qn("w:author"): "someone"} if tag == "w:ins" else None)
        element.addprevious(outer)
        outer.append(element)
        element = outer


document = docx.Document()
table = document.add_table(2, 3)
for row, texts in zip(table.rows, [("科目", "预算", "决算"), ("教育", "100", "200")], strict=True):
    for cell, text in zip(row.cells, texts, strict=True):
        cell.text = text
wrap(table.cell(1, 1)._tc, "w:sdt", "w:sdtContent")
paragraph = document.add_paragraph("支出")
wrap(paragraph.add_run("300")._r, "w:ins")
paragraph.add_run("万元")
stream = io.BytesIO()
document.save(stream)

document = docx.Document(stream)
table = document.tables[0]
rows = [[cell.text for cell in row.cells] for row in table.rows]
last = table.rows[1]
print(f"rows:       {rows} before {last.grid_cols_before} after {last.grid_cols_after}")
print(f"cell(1, 1): {table.cell(1, 1).text!r}")
print(f"inserted:   {document.paragraphs[-1].text!r}")
assert rows == [["科目", "预算", "决算"], ["教育", "200"]], "a cell in a content control is read now"
assert (last.grid_cols_before, last.grid_cols_after, table.cell(1, 1).text) == (0, 0, "200")
assert document.paragraphs[-1].text == "支出万元"
PY
