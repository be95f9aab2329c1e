#!/usr/bin/env bash
# pypdf joins two figures of one row into one number when the right one is drawn first, or when letters are narrowed.
#
# Seen with pypdf 7.1.1, the PDF drawn by reportlab 5.1.0, on 2026-11-29.
# Its plain mode, the default, puts a blank where a text starts well to the right of where the last one ended. A row
# whose cells are drawn from the right to the left has no such gap, so that 77.70 and 1234.50, 170 points apart on
# paper, come as one word. The end of a text narrowed by the operator Tz, as figures are that would not fit their
# cell, is reckoned with its full width, so that the next column seems to touch it. Where one of the two is a whole
# number, the result is a number like any other. The other mode, "layout", keeps them apart.
#
# Output seen:
#   from left to right: '1234.50 77.70'
#   from right to left: '77.701234.50'
#   narrowed by Tz:     '1234.5077.70'
#   whole numbers:      '771234.50'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypdf==7.1.1 reportlab==5.1.0
"$folder/venv/bin/python" - <<'PY'
import io

import pypdf
from reportlab.pdfgen.canvas import Canvas


def row(*cells, width=100):
    """Return a page of one row; a cell is a text and the place where it begins."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=True)
    canvas.setFont("Helvetica", 12)
    text = canvas.beginText()
    text.setHorizScale(width)
    for cell, left in cells:
        text.setTextOrigin(left, 700)
        text.textOut(cell)
    canvas.drawText(text)
    canvas.save()
    return pypdf.PdfReader(target).pages[0]


pages = {
    "from left to right": row(("1234.50", 100), ("77.70", 300)),
    "from right to left": row(("77.70", 300), ("1234.50", 100)),
    "narrowed by Tz": row(("1234.50", 100), ("77.70", 130), width=50),
    "whole numbers": row(("77", 300), ("1234.50", 100)),
}
found = {name: page.extract_text().strip() for name, page in pages.items()}
for name, text in found.items():
    print(f"{name + ':':19} {text!r}")
assert list(found.values()) == ["1234.50 77.70", "77.701234.50", "1234.5077.70", "771234.50"]
for page in pages.values():
    assert len(page.extract_text(extraction_mode="layout").split()) == 2
PY
