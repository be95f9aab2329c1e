#!/usr/bin/env bash
# easyofd draws the digits of one figure between those of the next where an OFD shortens equal steps and scales the text.
#
# Seen with easyofd 20260427, PyMuPDF 1.28.2 and reportlab 5.1.0 on 2026-11-30.
# The steps from character to character (DeltaX; GB/T 33190-2016) are in the units of the object, which its
# matrix (CTM) scales; "g 4 6" is short for "6 6 6 6". Programs that think in points write a matrix of about a third.
# In its PDF and its pictures easyofd scales steps that are written out and takes shortened ones as they are: figures
# three times as wide, the digits of one among those of the next, so that nothing is readable and whoever sorts
# characters by place reads digits of three figures in a row. What a matrix moves is scaled a second time: of two
# figures 60 mm apart the second is drawn 20 mm from the first, in another column. Nothing is said.
# easyofd draws everything in 宋体 of the machine; another font stands for it here.
#
# Output seen:
#   printed:     1,234.56 -3,000.50 99.00
#   written out: 1,234.56-3,000.5099.00
#   shortened:   1,23-43.,5060909..0500
#   moved 60 mm: drawn 20 mm away
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check \
    easyofd==20260427 pymupdf==1.28.2 reportlab==5.1.0
cd "$folder"
PYMUPDF_MESSAGE=fd:2 "$folder/venv/bin/python" - 2>"$folder/log" <<'PY' || { tail "$folder/log"; exit 1; }
import contextlib
import io
import zipfile

import pymupdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

pdfmetrics.registerFont(TTFont("宋体", "Vera.ttf"))
from easyofd import OFD

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
PARTS = {
    "OFD.xml": '<ofd:OFD {0} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0123456789abcdef0123456789abcdef'
    "</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
    "Doc_0/Document.xml": "<ofd:Document {0}><ofd:CommonData><ofd:MaxUnitID>9</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>"
    "0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>"
    '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
    "Doc_0/PublicRes.xml": '<ofd:Res {0} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="2" FontName="宋体"/></ofd:Fonts></ofd:Res>',
    "Doc_0/Pages/Page_0/Content.xml": '<ofd:Page {0}><ofd:Content><ofd:Layer ID="3">{1}</ofd:Layer></ofd:Content></ofd:Page>',
}
FIGURES = {"1,234.56": 10, "-3,000.50": 32, "99.00": 56}


def drawn(figures, steps, move=False):
    """Return the characters that easyofd draws, by their place in millimetres from the left."""
    objects = ""
    for number, (figure, x) in enumerate(figures.items(), 4):
        left, moved = (10, x - 10) if move else (x, 0)
        objects += f'<ofd:TextObject ID="{number}" Boundary="{left} 10 180 6" Font="2" Size="9" CTM="0.3333 0 0 0.3333 {moved} 0">'
        objects += f'<ofd:TextCode X="0" Y="9" DeltaX="{steps(len(figure) - 1)}">{figure}</ofd:TextCode></ofd:TextObject>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in PARTS.items():
            package.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + content.format(NAMESPACE, objects))
    ofd = OFD()
    with contextlib.redirect_stdout(io.StringIO()):
        ofd.read(target.getvalue(), fmt="binary")
        page = pymupdf.open(stream=ofd.to_pdf())[0]
    blocks = page.get_text("rawdict", flags=0)["blocks"]
    chars = [char for block in blocks for line in block["lines"] for span in line["spans"] for char in span["chars"]]
    return sorted((round(char["origin"][0] * 210 / page.rect.width, 1), char["c"]) for char in chars if char["c"] != " ")


def written(count):
    return " ".join(["6"] * count)


def shortened(count):
    return f"g {count} 6"


full, short = ("".join(char for _, char in drawn(FIGURES, steps)) for steps in (written, shortened))
first, second = drawn({"1": 10, "2": 70}, lambda _: "0", move=True)
apart = round(second[0] - first[0])
print(f"printed:     {' '.join(FIGURES)}\nwritten out: {full}\nshortened:   {short}\nmoved 60 mm: drawn {apart} mm away")
assert full == "".join(FIGURES)
assert short == "1,23-43.,5060909..0500", "shortened steps are scaled now"
assert apart == 20, "what a matrix moves is not scaled a second time now"
PY
