#!/usr/bin/env bash
# pandas.read_html joins two figures of one cell, and moves figures into other columns where a span is 0 or a style is loud.
#
# Seen with pandas 3.1.1, lxml 6.1.3 on 2026-11-29 (the parser html5lib gives the same).
# Two figures in paragraphs of one cell, as word processors save a page, become one number: 3 and 4 are 34, though a
# <br> between them gives "3 4". rowspan="0" reaches to the end of its part of the table (HTML, 4.9.11); pandas spans
# nothing, and the figure below stands in the column of names. colspan="0" is an error that counts as 1; pandas leaves
# the cell out. "display: none" is left out, as documented, but only in small letters; CSS does not mind, and where
# one program wrote one row and another program the next, they differ by a column.
#
# Output seen:
#   paragraphs: [[34, '5 6']]
#   rowspan 0:  [['教育', 1.0], ['2', nan]]
#   colspan 0:  [['1', nan], ['医疗', 2.0]]
#   hidden:     [['教育', 1, nan], ['医疗', 9, 2.0]]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check pandas==3.1.1 lxml==6.1.3
"$folder/venv/bin/python" - <<'PY'
import io

import pandas

TABLES = {
    "paragraphs": "<tr><td><p>3</p><p>4</p></td><td>5<br>6</td></tr>",
    "rowspan 0": "<tr><td rowspan=0>教育</td><td>1</td></tr><tr><td>2</td></tr>",
    "colspan 0": "<tr><td colspan=0>教育</td><td>1</td></tr><tr><td>医疗</td><td>2</td></tr>",
    "hidden": "<tr><td>教育</td><td style='display: none'>9</td><td>1</td></tr>"
    "<tr><td>医疗</td><td style='DISPLAY: none'>9</td><td>2</td></tr>",
}
EXPECTED = [
    "[[34, '5 6']]",
    "[['教育', 1.0], ['2', nan]]",
    "[['1', nan], ['医疗', 2.0]]",
    "[['教育', 1, nan], ['医疗', 9, 2.0]]",
]
for (name, rows), expected in zip(TABLES.items(), EXPECTED, strict=True):
    (table,) = pandas.read_html(io.StringIO(f"<table>{rows}</table>"))
    print(f"{name + ':':11} {table.values.tolist()}")
    assert str(table.values.tolist()) == expected
PY
