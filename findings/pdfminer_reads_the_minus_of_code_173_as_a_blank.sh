#!/usr/bin/env bash
# pdfminer.six, and pdfplumber with it, read a minus that a PDF prints by code 173 as a blank: -12.50 becomes 12.50.
#
# Seen with pdfminer.six 20260107, pdfplumber 0.11.10 and pypdf 7.1.1, the PDF drawn by reportlab 5.1.0, on 2026-11-29.
# The PDF is valid: Annex D.2 of PDF 32000-1 says that WinAnsiEncoding holds the hyphen twice, as 45 and as 173, with
# one glyph, and that is what every viewer draws. pdfminer.six maps 173 to a space since 2018 (its change 157: both
# 160 and 173 "to spaces", where it printed "(cid:173)" before); pypdf gives U+00AD, which most programs draw as
# nothing and drop when they clean text. pdfium gives a hyphen. No library warns; a decrease reads as an increase.
#
# Output seen:
#   pdfplumber: ['12.50', '12.50']
#   pdfminer:   ' 12.50'
#   pypdf:      '\xad12.50'
#   pdfium:     '-12.50'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    pdfminer.six==20260107 pdfplumber==0.11.10 pypdf==7.1.1 pypdfium2==5.15.2 reportlab==5.1.0
"$folder/venv/bin/python" - <<'PY'
import io

import pdfplumber
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text
from reportlab.pdfgen.canvas import Canvas

target = io.BytesIO()
canvas = Canvas(target, invariant=True, pageCompression=0)
canvas.setFont("Helvetica", 12)
canvas.drawString(100, 700, "\xad12.50")
canvas.drawString(100, 680, "12.50")
canvas.save()
content = target.getvalue()
assert rb"(\25512.50) Tj" in content, "the writer no longer prints the hyphen by code 173"

with pdfplumber.open(io.BytesIO(content)) as document:
    words = [word["text"] for word in document.pages[0].extract_words()]
first = {
    "pdfminer": extract_text(io.BytesIO(content)).splitlines()[0],
    "pypdf": pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text().splitlines()[0],
    "pdfium": pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range().splitlines()[0],
}
print(f"pdfplumber: {words}")
for name, line in first.items():
    print(f"{name + ':':11} {line!r}")
assert words == ["12.50", "12.50"], "pdfplumber keeps the sign now"
assert first == {"pdfminer": " 12.50", "pypdf": "\xad12.50", "pdfium": "-12.50"}
PY
