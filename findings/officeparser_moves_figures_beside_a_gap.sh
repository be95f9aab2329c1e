#!/usr/bin/env bash
# officeparser puts figures behind an empty or merged cell under the heading before their own, in its text or in its CSV.
#
# Seen with officeparser 8.1.1 (npm; it asks for Node 22.13, and ran under 20.20), the files made with xlsxwriter 3.3.1,
# odfpy 1.4.1 and python-docx 1.2.0, on 2026-11-30.
# The same table, a body without a budget (its cell is empty, or its name takes both columns), comes out differently by
# kind of file and of output. Text leaves empty cells of workbooks out: 9, of 决算, stands in the column 预算. CSV has them,
# and is right for a merged cell of XLSX, but a merged cell of ODS and of Word is one field, and what follows it one
# column too far left, though the parsed cells tell their colSpan and HTML has it. Two paragraphs of one cell are one
# figure in CSV, 12 and 34 are 1234; the text has a blank or a line between them. `warnings` is empty throughout.
#
# Output seen:
#   xlsx: text ["乙","9"], csv ["乙","","9"], merged csv ["合计","","7"]
#   ods:  text ["乙","9"], csv ["乙","","9"], merged csv ["合计","7",""]
#   docx: text ["乙","","9"], csv ["乙","","9"], merged csv ["合计","7",""], paragraphs csv ["丙","1234","8"]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check \
    xlsxwriter==3.3.1 odfpy==1.4.1 python-docx==1.2.0
cd "$folder"
npm install --silent --no-audit --no-fund --no-save --prefix "$folder" officeparser@8.1.1 >/dev/null
venv/bin/python - <<'PY'
import docx
import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

HEAD = ["科目", "预算", "决算"]
with xlsxwriter.Workbook("t.xlsx") as workbook:
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, HEAD)
    sheet.write(1, 0, "乙")
    sheet.write(1, 2, 9)
    sheet.merge_range(2, 0, 2, 1, "合计")
    sheet.write(2, 2, 7)

document, table = OpenDocumentSpreadsheet(), Table(name="T")


def cell(text, **attributes):
    found = TableCell(valuetype="string", **attributes)
    found.addElement(P(text=text))
    return found


for cells in (
    [cell(each) for each in HEAD],
    [cell("乙"), TableCell(), cell("9")],
    [cell("合计", numbercolumnsspanned=2), CoveredTableCell(), cell("7")],
):
    row = TableRow()
    for each in cells:
        row.addElement(each)
    table.addElement(row)
document.spreadsheet.addElement(table)
document.save("t.ods")

word = docx.Document()
table = word.add_table(rows=0, cols=3)
for texts in (HEAD, ["乙", "", "9"], ["合计", "", "7"], ["丙", "12", "8"]):
    for each, text in zip(table.add_row().cells, texts, strict=True):
        each.text = text
table.rows[3].cells[1].add_paragraph("34")
table.rows[2].cells[0].merge(table.rows[2].cells[1])
word.save("t.docx")
PY
cat > read.mjs <<'JS'
import assert from "node:assert";
import { parseOffice } from "officeparser";

const EXPECTED = {
    xlsx: { text: ["乙", "9"], csv: ["乙", "", "9"], merged: ["合计", "", "7"] },
    ods: { text: ["乙", "9"], csv: ["乙", "", "9"], merged: ["合计", "7", ""] },
    docx: { text: ["乙", "", "9"], csv: ["乙", "", "9"], merged: ["合计", "7", ""], paragraphs: ["丙", "1234", "8"] },
};
for (const [kind, expected] of Object.entries(EXPECTED)) {
    const parsed = await parseOffice(`t.${kind}`);
    const csv = (await parsed.to("csv")).value.split("\n").map((line) => line.split(","));
    const text = (await parsed.to("text")).value.split("\n");
    const line = text.find((each) => each.includes("乙"));
    const found = {
        text: line.includes("|") ? line.split("|").slice(1, -1).map((each) => each.trim()) : line.split("\t"),
        csv: csv.find((row) => row[0] === "乙"),
        merged: csv.find((row) => row[0] === "合计"),
    };
    if (kind === "docx") found.paragraphs = csv.find((row) => row[0] === "丙");
    const shown = Object.entries(found).map(([what, row]) => {
        return `${what.replace(/(merged|paragraphs)/, "$1 csv")} ${JSON.stringify(row)}`;
    });
    console.log(`${(kind + ":").padEnd(5)} ${shown.join(", ")}`);
    assert.deepStrictEqual(found, expected, `figures of ${kind} are under their own headings now`);
    assert.deepStrictEqual(parsed.warnings, []);
}
JS
node read.mjs
