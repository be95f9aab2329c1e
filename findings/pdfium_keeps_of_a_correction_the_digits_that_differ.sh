#!/usr/bin/env bash
# pdfium and docling-parse read 8506 where 850 was covered with white and 856 written over it: of 856 only the 6 is left.
#
# Seen with pypdfium2 5.15.2 (pdfium 159.0.8149.0) and docling-parse 7.23.1, the PDF drawn by reportlab 5.1.0, on 2026-11-30.
# Programs that edit a PDF often correct a figure so: a white box over the old one, the new one at the same place. Text
# that is covered is still text, so that an extraction returns both, 850 and 856, and whoever knows may choose. These two
# take a character that is drawn again where the same character was for a shadow, as some programs make bold type, and
# leave it out, though another object drew it and a box lies between: what is printed is the one figure that no longer
# comes out. One differing digit at the end is glued to the old figure, 2024 over 2023 is 20234; digits in front stand
# alone. Where the new figure begins at another place both are whole.
#
# Output seen:
#   printed  pdfium           docling-parse
#   856      8506             8506
#   2024     20234            20234
#   612      512 6            512 | 6
#   200.00   199.00 200       199.00 | 200
#   85.60    850 85.60        850 | 85.60
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check \
    pypdfium2==5.15.2 docling-parse==7.23.1 reportlab==5.1.0
"$folder/venv/bin/python" - "$folder/corrected.pdf" <<'PY'
import sys

import pypdfium2
from docling_parse.pdf_parser import DoclingPdfParser
from reportlab.pdfgen.canvas import Canvas

SEEN = {
    ("850", "856", 0): ("8506", "8506"),
    ("2023", "2024", 0): ("20234", "20234"),
    ("512", "612", 0): ("512 6", "512 | 6"),
    ("199.00", "200.00", 0): ("199.00 200", "199.00 | 200"),
    ("850", "85.60", 3): ("850 85.60", "850 | 85.60"),
}


def corrected(path, old, new, shift):
    canvas = Canvas(path, invariant=True)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(50, 700, old)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(45, 696, 60, 14, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(50 + shift, 700, new)
    canvas.save()


def by_pdfium(path):
    with pypdfium2.PdfDocument(path) as document:
        return document[0].get_textpage().get_text_range()


def by_docling(path):
    _, page = next(iter(DoclingPdfParser().load(path).iterate_pages()))
    return " | ".join(cell.text for cell in page.textline_cells)


print(f"{'printed':9}{'pdfium':17}docling-parse")
for (old, new, shift), seen in SEEN.items():
    corrected(sys.argv[1], old, new, shift)
    found = by_pdfium(sys.argv[1]), by_docling(sys.argv[1])
    print(f"{new:9}{found[0]:17}{found[1]}")
    assert found == seen, new
PY
