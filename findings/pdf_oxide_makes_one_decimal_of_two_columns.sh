#!/usr/bin/env bash
# pdf_oxide writes a decimal point between the whole numbers of two columns, and takes one out of a short figure.
#
# Seen with pdf_oxide 0.3.78, the PDF drawn by reportlab 5.1.0, on 2026-11-30.
# Forms may print whole units and cents in two boxes. pdf_oxide takes two numbers of digits alone for such an amount
# where the second has one digit or two and stands about the size of the font behind the first, and joins them with a
# point, though the page has none and a ruled line is drawn between them: of 35 cases, 12 done, it reads 35.12. It does
# so in its tables, its words, its text and its Markdown, and for a code and the count beside it. A comma in the first,
# or a narrower or wider gap, keeps the point away, so that rows of one column differ. The other way round, in a table
# drawn in the Chinese font STSong-Light a short figure loses its point on the way into the cell: 12.50 is "12 50",
# while 1,234.56 is whole.
#
# Output seen:
#   points on the page: 0
#   tables:   [['201', '35.12', '4'], ['202', '120.88', '5'], ['203', '1,234 56', '6'], ['204', '7.8', '9']]
#   words:    ['201', '35.12', '4']
#   markdown: '| 201 | 35.12 | 4 |'
#   code:     '2050201.35'
#   short:    [['201', '12 50', '1,234.56'], ['202', '0 00', '-12.50']]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check pdf_oxide==0.3.78 reportlab==5.1.0
"$folder/venv/bin/python" - <<'PY'
import io

from pdf_oxide import PdfDocument
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
COUNTS = [["201", "35", "12", "4"], ["202", "120", "88", "5"], ["203", "1,234", "56", "6"], ["204", "7", "8", "9"]]
SHORT = [["201", "12.50", "1,234.56"], ["202", "0.00", "-12.50"]]


def document(rows, font="Helvetica", width=50, right=1):
    """Draw a ruled table, one column with its figures to the right."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=True)
    canvas.grid([50 + width * at for at in range(len(rows[0]) + 1)], [700 - 20 * at for at in range(len(rows) + 1)])
    canvas.setFont(font, 9)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            draw, x = (canvas.drawRightString, width - 4) if column == right else (canvas.drawString, 4)
            draw(50 + width * column + x, 686 - 20 * row, cell)
    canvas.save()
    return PdfDocument.from_bytes(target.getvalue())


def cells(pdf):
    return [[cell["text"] for cell in row["cells"]] for row in pdf.extract_tables(0)[0]["rows"]]


counts = document([["Code", "Cases", "Done", "Rest"], *COUNTS])
points = sum(char.char == "." for char in counts.extract_chars(0))
words = [word.text for word in counts.extract_words(0)][4:7]
markdown = next(line for line in counts.to_markdown(0).splitlines() if line.startswith("| 201"))
code = document([["2050201", "35"], ["2050202", "7"]], width=46, right=None).extract_text(0).split()[0]
short = cells(document([["Code", "A", "B"], *SHORT], "STSong-Light", 100, None))[1:]
table = cells(counts)[1:]
print(f"points on the page: {points}\ntables:   {table}\nwords:    {words}")
print(f"markdown: {markdown!r}\ncode:     {code!r}\nshort:    {short}")
assert points == 0
assert [row[1:-1] for row in table] == [["35.12"], ["120.88"], ["1,234 56"], ["7.8"]], "two columns stay two now"
assert words == ["201", "35.12", "4"] and markdown == "| 201 | 35.12 | 4 |"
assert code == "2050201.35", "a code and a count stay two now"
assert short == [["201", "12 50", "1,234.56"], ["202", "0 00", "-12.50"]], "short figures keep their point now"
PY
