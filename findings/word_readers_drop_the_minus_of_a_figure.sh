#!/usr/bin/env bash
# docx2txt and python-docx drop the minus of a figure when Word wrote it as a non-breaking hyphen or as a symbol.
#
# Seen with docx2txt 0.9, python-docx 1.2.0 and mammoth 1.13.0 on 2026-11-29.
# Word offers both for a minus that must not stand alone at the end of a line: Ctrl+Shift+Hyphen writes the element
# w:noBreakHyphen, Insert > Symbol writes w:sym with a font and a code (F02D is the minus of the font Symbol). Both
# are empty elements: whoever gathers w:t alone reads -12.50 as 12.50. docx2txt drops both (a change that adds the
# hyphen waits since 2021), python-docx the symbol; its documentation of Run.text tells which elements become
# characters, w:sym is not among them. mammoth keeps both, as U+2011 and U+2212, which float and Decimal refuse.
#
# Output seen:
#   docx2txt:    ['增减 12.50', '增减 12.50']
#   python-docx: ['增减 -12.50', '增减 12.50']
#   mammoth:     12.50 after U+2011, 12.50 after U+2212
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check docx2txt==0.9 python-docx==1.2.0 mammoth==1.13.0
"$folder/venv/bin/python" - "$folder/minus.docx" <<'PY'
import sys

import docx
import docx2txt
import mammoth
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

path = sys.argv[1]
document = docx.Document()
symbol = OxmlElement("w:sym", {qn("w:font"): "Symbol", qn("w:char"): "F02D"})
for minus in (OxmlElement("w:noBreakHyphen"), symbol):
    paragraph = document.add_paragraph("增减 ")
    paragraph.runs[0]._r.append(minus)
    paragraph.add_run("12.50")
document.save(path)

with open(path, "rb") as file:
    raw = mammoth.extract_raw_text(file).value
found = {
    "docx2txt": docx2txt.process(path).split("\n\n"),
    "python-docx": [paragraph.text for paragraph in docx.Document(path).paragraphs],
    "mammoth": raw.strip().split("\n\n"),
}
marks = [f"{line.split()[1][1:]} after U+{ord(line.split()[1][0]):04X}" for line in found["mammoth"]]
print(f"docx2txt:    {found['docx2txt']}\npython-docx: {found['python-docx']}\nmammoth:     {', '.join(marks)}")
assert found["docx2txt"] == ["增减 12.50", "增减 12.50"]
assert found["python-docx"] == ["增减 -12.50", "增减 12.50"]
assert found["mammoth"] == ["增减 \u201112.50", "增减 \u221212.50"]
PY
