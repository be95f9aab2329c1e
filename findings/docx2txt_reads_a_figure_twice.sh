#!/usr/bin/env bash
# docx2txt reads the figure of a text box twice, and a sentence that was moved at both of its places.
#
# Seen with docx2txt 0.9 on 2026-11-29.
# Word writes a text box twice: in mc:Choice for itself and in mc:Fallback for programs that do not know the newer
# drawing (ISO/IEC 29500-3: one of the two applies). With revision marks, what was moved away stays in w:moveFrom, its
# text in w:t as any other (only what was deleted has an element of its own, w:delText, and is not read). docx2txt
# gathers every w:t of the file, so that a sum over its text counts both twice; text deleted and text inserted are
# read right.
#
# Output seen:
#   text box: '合计 77\n\n合计 77'
#   moved:    '追加 5 万元' before and after the rest: '追加 5 万元\n\n其余\n\n追加 5 万元'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check docx2txt==0.9 python-docx==1.2.0
"$folder/venv/bin/python" - "$folder/twice.docx" <<'PY'
import sys

import docx
import docx2txt
from docx.oxml import parse_xml

NAMESPACES = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    xmlns:v="urn:schemas-microsoft-com:vml"
"""
BOX = "<w:txbxContent><w:p><w:r><w:t>合计 77</w:t></w:r></w:p></w:txbxContent>"
TEXT_BOX = f"""
<w:p {NAMESPACES}><w:r><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="914400" cy="457200"/><wp:docPr id="1" name="box"/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr
txBox="1"/><wps:spPr/><wps:txbx>{BOX}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>
</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback>
</mc:AlternateContent></w:r></w:p>"""
MOVED = """<w:p {0}><w:{1} w:id="{2}" w:author="someone"><w:r><w:t>追加 5 万元</w:t></w:r></w:{1}></w:p>"""
REST = f"<w:p {NAMESPACES}><w:r><w:t>其余</w:t></w:r></w:p>"


def text_of(*paragraphs):
    document = docx.Document()
    for paragraph in paragraphs:
        document.element.body.insert(-1, parse_xml(paragraph))
    document.save(sys.argv[1])
    return "\n\n".join(docx2txt.process(sys.argv[1]).split())


box = text_of(TEXT_BOX).replace("合计\n\n77", "合计 77")
moved = text_of(MOVED.format(NAMESPACES, "moveFrom", 2), REST, MOVED.format(NAMESPACES, "moveTo", 3))
moved = moved.replace("追加\n\n5\n\n万元", "追加 5 万元")
print(f"text box: {box!r}\nmoved:    {moved!r}")
assert box == "合计 77\n\n合计 77", "a text box is read once now"
assert moved == "追加 5 万元\n\n其余\n\n追加 5 万元", "what was moved away is left out now"
PY
