#!/usr/bin/env bash
# pdfium takes a hyphen after a letter at the end of a line for a broken word: the hyphen and the end of the line are gone.
#
# Seen with pypdfium2 5.15.2 (pdfium 159.0.8149.0), the PDF drawn by reportlab 5.1.0, on 2026-11-29.
# FPDFText_GetUnicode gives U+0002 for that hyphen, FPDFText_GetText (get_text_range) U+FFFE, FPDFText_GetBoundedText
# (get_text_bounded) U+0002 again; no CR and LF follow, as after every other line. FPDFText_IsHyphen tells the
# character, and its header says no more than that. Figures can stand after the hyphen, so that it takes project codes
# and ranges apart from words no better than this: GX-001 broken after its hyphen loses it once control characters are
# cleaned away, and a label that ends with a dash is joined with the amount below. After a digit (2023- / 2024)
# nothing of the kind happens.
#
# Output seen:
#   'Code GX-', '001'        range 'Code GX\ufffe001'        bounded 'Code GX\x02001'        IsHyphen 1
#   'Total-', '12.50'        range 'Total\ufffe12.50'        bounded 'Total\x0212.50'        IsHyphen 1
#   '2023-', '2024'          range '2023-\r\n2024'           bounded '2023-\r\n2024'         IsHyphen 0
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 reportlab==5.1.0
"$folder/venv/bin/python" - <<'PY'
import io

import pypdfium2
from pypdfium2.raw import FPDFText_IsHyphen
from reportlab.pdfgen.canvas import Canvas

EXPECTED = {
    ("Code GX-", "001"): ("Code GX\ufffe001", "Code GX\x02001", 1),
    ("Total-", "12.50"): ("Total\ufffe12.50", "Total\x0212.50", 1),
    ("2023-", "2024"): ("2023-\r\n2024", "2023-\r\n2024", 0),
}
for lines, expected in EXPECTED.items():
    target = io.BytesIO()
    canvas = Canvas(target, invariant=True)
    canvas.setFont("Helvetica", 12)
    for number, line in enumerate(lines):
        canvas.drawString(100, 700 - 16 * number, line)
    canvas.save()
    text = pypdfium2.PdfDocument(target.getvalue())[0].get_textpage()
    seen = text.get_text_range(), text.get_text_bounded(), FPDFText_IsHyphen(text, len(lines[0]) - 1)
    print(f"{str(lines)[1:-1]:24} range {seen[0]!r:26} bounded {seen[1]!r:24} IsHyphen {seen[2]}")
    assert seen == expected
PY
