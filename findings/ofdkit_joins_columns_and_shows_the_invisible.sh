#!/usr/bin/env bash
# ofdkit joins the figures of two columns that one text object of an OFD draws, and returns text that is switched off.
#
# Seen with ofdkit 0.2.0 on 2026-11-29.
# In an OFD (GB/T 33190-2016) one TextCode may hold a whole row: DeltaX gives the step from each character to the
# next, and the gap between two columns is one long step, with no blank in the text. ofdkit reads DeltaX, repeats ("g
# 4 2") too, but only for the width of the piece: 12.50 and 99.00, 60 millimetres apart, are "12.5099.00". Two
# TextCodes with the same places are kept apart. Steps may be negative, so that a text is stored from its end: 05.21
# is drawn as 12.50, and read as it is stored. An object with Visible="false" is not drawn; Page.text, documented as
# the visible text of the page in reading order, returns its figure as any other.
#
# Output seen:
#   one object, a long step: '12.5099.00'
#   two text codes:          '12.50   99.00'
#   negative steps:          '05.21'
#   Visible="false":         '999'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ofdkit==0.2.0
"$folder/venv/bin/python" - <<'PY'
import io
import zipfile

import ofdkit

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
FILES = {
    "OFD.xml": '<ofd:OFD {0} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0123456789abcdef0123456789abcdef'
    "</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
    "Doc_0/Document.xml": "<ofd:Document {0}><ofd:CommonData><ofd:MaxUnitID>9</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>"
    "0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>"
    '<ofd:Page ID="1" BaseLoc="Page.xml"/></ofd:Pages></ofd:Document>',
    "Doc_0/PublicRes.xml": '<ofd:Res {0} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="2" FontName="SimSun"/></ofd:Fonts></ofd:Res>',
    "Doc_0/Page.xml": '<ofd:Page {0}><ofd:Content><ofd:Layer ID="3"><ofd:TextObject ID="4" Boundary="10 10 180 6" Font="2" '
    'Size="4" {1}>{2}</ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>',
}


def text_of(*codes, visible=""):
    """Return the text of a page with one text object; a code is its X, its DeltaX and its text."""
    written = "".join(f'<ofd:TextCode X="{x}" Y="4" DeltaX="{steps}">{text}</ofd:TextCode>' for x, steps, text in codes)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in FILES.items():
            package.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + content.format(NAMESPACE, visible, written))
    with ofdkit.open(target) as document:
        return document.pages[0].text()


found = {
    "one object, a long step": text_of((0, "g 4 2 60 g 4 2", "12.5099.00")),
    "two text codes": text_of((0, "g 4 2", "12.50"), (68, "g 4 2", "99.00")),
    "negative steps": text_of((20, "g 4 -2", "05.21")),
    'Visible="false"': text_of((0, "g 2 2", "999"), visible='Visible="false"'),
}
for name, text in found.items():
    print(f"{name + ':':24} {text!r}")
assert list(found.values()) == ["12.5099.00", "12.50   99.00", "05.21", "999"]
PY
