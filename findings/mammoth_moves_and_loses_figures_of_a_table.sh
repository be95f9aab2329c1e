#!/usr/bin/env bash
# mammoth moves the figures of an indented row to the left, and leaves out the result of a field such as =SUM(ABOVE).
#
# Seen with mammoth 1.13.0 on 2026-11-29, the document made with python-docx 1.2.0.
# A row may begin some columns to the right (w:gridBefore): a table whose first column was erased for the row of
# totals. mammoth reads rowspans and colspans, but not this; the figures come under the wrong heads, and no message
# says so. A field written as w:fldSimple holds its result in itself: mammoth leaves element and result out and
# reports "An unrecognised element was ignored: w:fldSimple" as a message of type warning; the same field written with
# w:fldChar, the other form that the format has for it, is read.
#
# Output seen:
#   rows:    [['科目', '预算', '决算'], ['100', '200']]   messages []
#   simple:  '合计万元'      messages ['An unrecognised element was ignored: w:fldSimple']
#   complex: '合计300万元'   messages []
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mammoth==1.13.0 python-docx==1.2.0
"$folder/venv/bin/python" - <<'PY'
import io
import re

import docx
import mammoth
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def read(document):
    stream = io.BytesIO()
    document.save(stream)
    result = mammoth.convert_to_html(stream)
    return result.value, [message.message for message in result.messages if "style" not in message.message]


def indented():
    document = docx.Document()
    table = document.add_table(2, 3)
    for cell, text in zip(table._cells, ("科目", "预算", "决算", "", "100", "200"), strict=True):
        cell.text = text
    row = table.rows[1]._tr
    row.remove(row.tc_lst[0])
    row.get_or_add_trPr().append(OxmlElement("w:gridBefore", {qn("w:val"): "1"}))
    html, messages = read(document)
    return [re.findall("<p>(.*?)</p>", row) for row in html.split("</tr>")[:-1]], messages


def field(is_simple):
    document = docx.Document()
    paragraph = document.add_paragraph("合计")
    if is_simple:
        simple = OxmlElement("w:fldSimple", {qn("w:instr"): " =SUM(ABOVE) "})
        paragraph._p.append(simple)
        simple.append(paragraph.add_run("300")._r)
    else:
        for kind in ("begin", "separate", "end"):
            run = paragraph.add_run()
            run._r.append(OxmlElement("w:fldChar", {qn("w:fldCharType"): kind}))
            if kind == "begin":
                instruction = OxmlElement("w:instrText")
                instruction.text = " =SUM(ABOVE) "
                paragraph.add_run()._r.append(instruction)
            if kind == "separate":
                paragraph.add_run("300")
    paragraph.add_run("万元")
    html, messages = read(document)
    return re.sub("<.*?>", "", html), messages


rows, simple, whole = indented(), field(True), field(False)
for name, (text, messages) in {"rows": rows, "simple": simple, "complex": whole}.items():
    print(f"{name + ':':8} {text!r}   messages {messages}")
assert rows == ([["科目", "预算", "决算"], ["100", "200"]], []), "the place of a row is kept now"
assert simple == ("合计万元", ["An unrecognised element was ignored: w:fldSimple"]), "a simple field is read now"
assert whole == ("合计300万元", [])
PY
