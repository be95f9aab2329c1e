#!/usr/bin/env bash
# Three readers of RTF join a figure that was struck out and the one written in its place: 100, now 120, is read 100120.
#
# Seen with striprtf 0.0.35, firecrawl-anydoc 0.2.4 and kreuzberg 4.10.4 on 2026-11-30.
# With revision marks Word and WPS keep what was deleted in the file. In DOCX it has an element of its own, w:delText,
# which anydoc and kreuzberg leave out, and rightly so without a word about it. In RTF it is ordinary text under the
# character property \deleted, as what was put in is under \revised (Rich Text Format 1.9.1, "Track Changes"), and
# none of the three knows the property: both figures are there and nothing stands between them. Hidden text (\v), which
# no view and no print shows, goes the same way in two of them; kreuzberg knows that one.
#
# Output seen:
#   striprtf:  changed '预算100120万元', hidden '预算129934万元'
#   anydoc:    changed '预算100120万元', hidden '预算129934万元', changed in DOCX '预算120万元'
#   kreuzberg: changed '预算100120 万元', hidden '预算1234万元', changed in DOCX '预算120万元'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check \
    striprtf==0.0.35 firecrawl-anydoc==0.2.4 kreuzberg==4.10.4 python-docx==1.2.0
cd "$folder"
venv/bin/python - <<'PY'
import pathlib

import anydoc
import docx
import kreuzberg
from docx.oxml import parse_xml
from striprtf.striprtf import rtf_to_text

HEAD = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}{\*\revtbl{Unknown;}{Someone;}}\pard "
BODIES = {
    "changed": r"{\deleted\revauthdel1 100}{\revised\revauth1 120}",
    "hidden": r"12{\v 99}34",
}
BUDGET, UNIT = r"\'d4\'a4\'cb\'e3", r"\'cd\'f2\'d4\'aa\par}"
WORD = """<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:t>预算</w:t></w:r>
<w:del w:id="1" w:author="Someone"><w:r><w:delText>100</w:delText></w:r></w:del>
<w:ins w:id="2" w:author="Someone"><w:r><w:t>120</w:t></w:r></w:ins><w:r><w:t>万元</w:t></w:r></w:p>"""
READERS = {
    "striprtf": lambda path: rtf_to_text(pathlib.Path(path).read_text()),
    "anydoc": anydoc.to_markdown,
    "kreuzberg": lambda path: kreuzberg.extract_file_sync(path).content,
}
JOINED, CLEAN = "预算100120万元", "预算120万元"
EXPECTED = {
    "striprtf": [JOINED, "预算129934万元"],
    "anydoc": [JOINED, "预算129934万元", CLEAN],
    "kreuzberg": ["预算100120 万元", "预算1234万元", CLEAN],
}
for name, body in BODIES.items():
    pathlib.Path(f"{name}.rtf").write_text(f"{HEAD}{BUDGET}{body}{UNIT}")
document = docx.Document()
document.element.body.insert(0, parse_xml(WORD))
document.save("changed.docx")
files = {"changed": "changed.rtf", "hidden": "hidden.rtf", "changed in DOCX": "changed.docx"}
for name, read in READERS.items():
    found = [read(path).strip() for path in list(files.values())[: len(EXPECTED[name])]]
    print(f"{name + ':':10} {', '.join(f'{what} {text!r}' for what, text in zip(files, found))}")
    assert found == EXPECTED[name], f"{name} leaves out what was deleted now"
PY
