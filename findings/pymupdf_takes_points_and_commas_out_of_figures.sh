#!/usr/bin/env bash
# PyMuPDF 2.0 takes the points and commas out of the figures of a table: 1,234,567.89 is read as 123456789, 0.00 as 000.
#
# Seen with PyMuPDF 2.0 (with pymupdf_layout 2.0, which it brings), the PDF drawn by reportlab 5.1.0, on 2026-11-29.
# Page.find_tables().extract() returns the digits of a cell as one line and its points, commas and minus signs as
# another below it: a reader that joins lines or takes the first has a hundred times the money, and -1,000.50 comes out
# positive. It is so where the font is Helvetica, Times or an embedded TrueType font, with ruled tables and with
# strategy="text"; Page.get_text() of the same page has the figures as printed, and the Chinese font STSong-Light, whose
# glyphs all have one height, is read right, so that a test with a Chinese document may not show it. PyMuPDF 1.28.2
# reads all of them right.
#
# Output seen:
#   1.28.2 Helvetica     ['1,234,567.89', '-1,000.50', '0.00'] text has them: True
#   1.28.2 STSong-Light  ['1,234,567.89', '-1,000.50', '0.00'] text has them: True
#   2.0 Helvetica     ['123456789\n, , .', '100050\n- , .', '000\n.'] text has them: True
#   2.0 STSong-Light  ['1,234,567.89', '-1,000.50', '0.00'] text has them: True
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/read.py" <<'PY'
import io

import pymupdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FIGURES = ["1,234,567.89", "-1,000.50", "0.00"]
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


def table(font):
    target = io.BytesIO()
    canvas = Canvas(target, invariant=True)
    canvas.grid([50, 150, 250], [620, 640, 660, 680, 700])
    canvas.setFont(font, 9)
    for row, cells in enumerate([("Code", "Total"), *zip(["201", "202", "203"], FIGURES)]):
        for column, cell in enumerate(cells):
            canvas.drawString(54 + 100 * column, 686 - 20 * row, cell)
    canvas.save()
    return pymupdf.open(stream=target.getvalue())


for font in ("Helvetica", "STSong-Light"):
    document = table(font)
    page = document[0]
    cells = [row[1] for row in page.find_tables().tables[0].extract()[1:]]
    whole = all(figure in page.get_text().split() for figure in FIGURES)
    print(f"{pymupdf.__version__} {font:13} {cells} text has them: {whole}")
PY
python3 -m venv "$folder/venv"
for version in 1.28.2 2.0; do
    "$folder/venv/bin/pip" install --quiet --disable-pip-version-check "pymupdf==$version" reportlab==5.1.0
    "$folder/venv/bin/python" "$folder/read.py" | grep -v '^Consider'
done >"$folder/seen"
cat "$folder/seen"
diff "$folder/seen" - <<'SEEN'
1.28.2 Helvetica     ['1,234,567.89', '-1,000.50', '0.00'] text has them: True
1.28.2 STSong-Light  ['1,234,567.89', '-1,000.50', '0.00'] text has them: True
2.0 Helvetica     ['123456789\n, , .', '100050\n- , .', '000\n.'] text has them: True
2.0 STSong-Light  ['1,234,567.89', '-1,000.50', '0.00'] text has them: True
SEEN
