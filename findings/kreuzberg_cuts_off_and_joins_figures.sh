#!/usr/bin/env bash
# kreuzberg reads 1,234 where a cell of an ODT holds 1,234.56, nothing where it is bold, and 1234 for 12 and 34 behind a tab.
#
# Seen with kreuzberg 4.10.4, the documents made with python-docx 1.2.0 and odfpy 1.4.1, on 2026-11-30.
# Text of OpenDocument is interrupted by elements: text:span for what is bold or was typed later, text:bookmark, text:tab,
# text:s for several blanks (OASIS ODF 1.3, part 3, 6). Of a cell in a text document kreuzberg takes what stands before
# the first of them: a figure is cut off, and one that lies in a span is gone. Paragraphs of a cell are joined. The same
# cells in a spreadsheet, and the same paragraphs outside of a table, are whole, but for blanks: text:s leaves nothing
# there, and figures set apart with blanks are one. In Word w:tab leaves nothing (ODT keeps it), in lines and in cells.
#
# Output seen:
#   cells ODT:  {'plain': '1,234.56', 'bookmark': '1,234', 'bold': '', 'minus': '-', 'two lines': '1234'}
#   cells ODS:  {'plain': '1,234.56', 'bookmark': '1,234.56', 'bold': '12.50', 'minus': '-12.50', 'two lines': '12\n34'}
#   lines ODT:  {'tab': '合计\t12\t34', 'blanks': '合计1234'}
#   Word:       '合计1234', ['A', '1234']
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check \
    kreuzberg==4.10.4 python-docx==1.2.0 odfpy==1.4.1
cd "$folder"
venv/bin/python - <<'PY'
import docx
from kreuzberg import extract_file_sync
from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import Bookmark, P, S, Span, Tab

LINES = {"tab": ["合计", Tab(), "12", Tab(), "34"], "blanks": ["合计", S(c=4), "12", S(c=4), "34"]}


def cells():
    return {
        "plain": [["1,234.56"]],
        "bookmark": [["1,234", Bookmark(name="here"), ".56"]],
        "bold": [[Span(text="12.50")]],
        "minus": [["-", Span(text="12.50")]],
        "two lines": [["12"], ["34"]],
    }


def add(above, lines):
    for pieces in lines:
        paragraph = P()
        for piece in pieces:
            paragraph.addText(piece) if isinstance(piece, str) else paragraph.addElement(piece)
        above.addElement(paragraph)


def table():
    table, row = Table(name="T"), TableRow()
    table.addElement(TableColumn(numbercolumnsrepeated=len(cells())))
    for lines in cells().values():
        cell = TableCell(valuetype="string")
        add(cell, lines)
        row.addElement(cell)
    table.addElement(row)
    return table


def read(path):
    result = extract_file_sync(path)
    return [line for line in result.content.splitlines() if line.startswith("合计")], result.tables[0].cells[0]


text, sheet, word = OpenDocumentText(), OpenDocumentSpreadsheet(), docx.Document()
add(text.text, LINES.values())
text.text.addElement(table())
text.save("figures.odt")
sheet.spreadsheet.addElement(table())
sheet.save("figures.ods")
word.add_paragraph("合计\t12\t34")
for cell, figures in zip(word.add_table(rows=1, cols=2).rows[0].cells, ("A", "12\t34"), strict=True):
    cell.text = figures
word.save("figures.docx")

lines, of_text = read("figures.odt")
_, of_sheet = read("figures.ods")
of_word = read("figures.docx")
of_text, of_sheet = (dict(zip(cells(), found, strict=True)) for found in (of_text, of_sheet))
lines = dict(zip(LINES, lines, strict=True))
print(f"cells ODT:  {of_text}\ncells ODS:  {of_sheet}\nlines ODT:  {lines}\nWord:       {of_word[0][0]!r}, {of_word[1]}")
assert of_sheet == {"plain": "1,234.56", "bookmark": "1,234.56", "bold": "12.50", "minus": "-12.50", "two lines": "12\n34"}
assert of_text == {"plain": "1,234.56", "bookmark": "1,234", "bold": "", "minus": "-", "two lines": "1234"}, "cells are whole now"
assert lines == {"tab": "合计\t12\t34", "blanks": "合计1234"}, "blanks of ODT are kept now"
assert of_word == (["合计1234"], ["A", "1234"]), "tabs of Word are kept now"
PY
