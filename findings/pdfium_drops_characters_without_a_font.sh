#!/usr/bin/env bash
# pdfium leaves characters out of the text of a PDF when the machine has no font to measure them by.
#
# Seen with pypdfium2 5.15.2 (pdfium 159.0.8149.0), the PDF drawn by reportlab 5.1.0, on 2026-11-28.
# The PDF is valid: it uses STSong-Light with the predefined encoding UniGB-UCS2-H, which PDF 32000-1 (9.7.5.2) lets a
# file use without embedding the font; codes map to Unicode by the standard's own tables, no glyph is needed for them.
# Where no Chinese font is found, FPDFText_CountChars counts whole lines of several characters, but a text object of one
# character is not there at all: not as a character without a box, not as U+FFFD, and no error is set. Cells that hold one
# character, and units that a writer draws letter by letter, vanish from the text (of 万 and 元 drawn apart, both).
# With a font of 816 bytes on m_pUserFontPaths that has one box for all characters, every character is there.
#
# Output seen:
#   without a font: '支出总表'
#   with a font:    '支出总表万元'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 reportlab==5.1.0 fonttools==4.60.1
cat > "$folder/draw.py" <<'PY'
import ctypes, io, pathlib, sys

import pypdfium2.raw as pdfium
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

folder = pathlib.Path(sys.argv[1])


def draw():
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    target = io.BytesIO()
    canvas = Canvas(target, invariant=True)
    canvas.setFont("STSong-Light", 12)
    for x, text in ((100, "支出总表"), (200, "万"), (212, "元")):
        canvas.drawString(x, 700, text)
    canvas.save()
    return target.getvalue()


def make_font(file):
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0)), pen.lineTo((50, 700)), pen.lineTo((950, 700)), pen.lineTo((950, 0)), pen.closePath()
    box = pen.glyph()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", "box"])
    font.setupCharacterMap(dict.fromkeys(range(0x4E00, 0xA000), "box"))
    font.setupGlyf({".notdef": box, "box": box})
    font.setupHorizontalMetrics({".notdef": (1000, 50), "box": (1000, 50)})
    font.setupHorizontalHeader(ascent=880, descent=-120)
    font.setupNameTable({"familyName": "Box", "styleName": "Regular", "psName": "Box"})
    font.setupOS2(sTypoAscender=880, ulCodePageRange1=1 << 18)
    font.setupPost()
    font.save(file)


def read(content, fonts):
    """Return the text of the first page, pdfium looking for fonts in one folder alone."""
    paths = (ctypes.c_char_p * 2)(str(fonts).encode(), None)
    config = pdfium.FPDF_LIBRARY_CONFIG(version=2)
    config.m_pUserFontPaths = ctypes.cast(paths, type(config.m_pUserFontPaths))
    pdfium.FPDF_DestroyLibrary()
    pdfium.FPDF_InitLibraryWithConfig(config)
    document = pdfium.FPDF_LoadMemDocument(content, len(content), None)
    page = pdfium.FPDF_LoadPage(document, 0)
    text = pdfium.FPDFText_LoadPage(page)
    count = pdfium.FPDFText_CountChars(text)
    found = "".join(chr(pdfium.FPDFText_GetUnicode(text, index)) for index in range(count))
    pdfium.FPDFText_ClosePage(text), pdfium.FPDF_ClosePage(page), pdfium.FPDF_CloseDocument(document)
    return "".join(character for character in found if character > " ")


none, one = folder / "none", folder / "one"
none.mkdir(), one.mkdir()
make_font(one / "box.ttf")
content = draw()
without, with_font = read(content, none), read(content, one)
print(f"without a font: {without!r}\nwith a font:    {with_font!r}")
assert without == "支出总表", "pdfium keeps single characters now"
assert with_font == "支出总表万元", "a box for all characters is no longer enough"
PY
"$folder/venv/bin/python" "$folder/draw.py" "$folder"
