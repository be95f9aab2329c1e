#!/usr/bin/env bash
# pdfplumber reads the figures of an upside-down row backwards, its characters called upright: 1,234.50 is 05.432,1.
#
# Seen with pdfplumber 0.11.10 (pdfminer.six 20260107), the PDF drawn by reportlab 5.1.0, on 2026-11-29.
# Text turned by a quarter is known to be difficult: it is not "upright", its default order is backwards as well, and
# the options char_dir_rotated and line_dir_rotated are documented for it. Text turned by half is upright to pdfminer
# (its test looks at the signs of two products of the matrix, which are the same for 0 and for 180 degrees), so that
# those options do not concern it and a reader that leaves out what is not upright keeps it. A figure like 1,001 or
# 88.80 stays plausible. With /Rotate 180 on the page, which turns the row back for the eye, the figures are read
# right.
#
# Output seen:
#   turned by 180:            '06.01 05.432,1', upright {True}
#   with options for rotated: '06.01 05.432,1'
#   on a page with /Rotate:   '1,234.50 10.60'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pdfplumber==0.11.10 reportlab==5.1.0
"$folder/venv/bin/python" - <<'PY'
import io

import pdfplumber
from reportlab.pdfgen.canvas import Canvas


def upside_down(rotation):
    target = io.BytesIO()
    canvas = Canvas(target, invariant=True)
    canvas.setPageRotation(rotation)
    canvas.setFont("Helvetica", 12)
    canvas.translate(400, 400)
    canvas.rotate(180)
    canvas.drawString(0, 0, "1,234.50")
    canvas.drawString(100, 0, "10.60")
    canvas.save()
    return pdfplumber.open(target).pages[0]


page = upside_down(0)
plain = page.extract_text()
upright = {character["upright"] for character in page.chars}
options = page.extract_text(char_dir_rotated="rtl", line_dir_rotated="btt")
turned = upside_down(180).extract_text()
print(f"turned by 180:            {plain!r}, upright {upright}")
print(f"with options for rotated: {options!r}")
print(f"on a page with /Rotate:   {turned!r}")
assert plain == options == "06.01 05.432,1" and upright == {True}
assert turned == "1,234.50 10.60"
PY
