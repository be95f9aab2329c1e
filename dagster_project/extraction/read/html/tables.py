"""Tables of a web page: rowspan and colspan as text and blanks, the foot last."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from dagster_project.extraction.read.areas import Line
from dagster_project.extraction.read.html.chrome import is_hidden, is_silent
from dagster_project.extraction.read.html.controls import TOO_NARROW, entered, own, too_narrow
from dagster_project.extraction.read.spans import Cell, SpannedRow, lines_of, of_figures

WIDEST = 1_000
TALLEST = 65_534
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = HEADINGS | {
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "section",
    "article",
    "main",
    "header",
    "tr",
    "td",
    "th",
    "table",
    "caption",
    "blockquote",
    "pre",
    "center",
    "form",
    "fieldset",
    "hr",
    "body",
    "figure",
}
SPACES = re.compile(r"[ \t\r\n\f]+")


def table_lines(table: etree._Element, most_cells: int) -> tuple[list[Line], int]:
    """Return a table's own rows, and its cells counted; it ends where they are too many."""
    rows = [row for row in own(table, "tr") if not is_silent(row)]
    rows.sort(key=lambda row: getattr(row.getparent(), "tag", "") == "tfoot")
    spanned: list[SpannedRow] = []
    taken: dict[int, int] = {}
    count = 0
    for row in rows:
        cells, taken = _place(row, taken)
        spanned.append(SpannedRow(tuple(cells)))
        count += sum(cell.width for cell in cells) + len(taken)
        if count > most_cells:
            break
    return lines_of(spanned), count


def holds_more(table: etree._Element) -> bool:
    """Tell whether a table that holds others is itself one of figures, and not there to lay them out."""
    return of_figures(map(text_of, own(table, "td")))


def _place(row: etree._Element, taken: dict[int, int]) -> tuple[list[Cell], dict[int, int]]:
    """Return the cells of a row by column, and for how many more rows which columns are taken by cells above."""
    cells = []
    after = {column: rows - 1 for column, rows in taken.items() if rows > 1}
    column = 0
    for cell in row:
        if cell.tag not in ("td", "th") or is_hidden(cell):
            continue
        while column in taken:
            column += 1
        width, height = _span(cell, "colspan", WIDEST), _span(cell, "rowspan", TALLEST)
        if column + width > WIDEST:
            break
        cells.append(Cell(column, width, _shown(cell)))
        if height > 1:
            after.update(dict.fromkeys(range(column, column + width), height - 1))
        column += width
    return cells, after


def _span(cell: etree._Element, name: str, most: int) -> int:
    printed = str(cell.get(name) or "1").strip()
    if not printed.isdecimal() or len(printed) > 6:
        return 1
    return min(int(printed), most) or (most if name == "rowspan" else 1)


def _shown(cell: etree._Element) -> str:
    """Return the text of a cell; a figure that its column is too narrow for, as the workbook holds it."""
    text = text_of(cell)
    return (too_narrow(cell) or text) if TOO_NARROW.fullmatch(text) else text


def text_of(element: etree._Element) -> str:
    """Return the text of a cell or a caption; its blocks and breaks on lines of their own, check boxes as signs."""
    return "\n".join(line for line in "".join(_pieces(element)).replace("\xa0", " ").splitlines() if line.strip())


def _pieces(element: etree._Element) -> Iterator[str]:
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walker:
        tag = str(inner.tag)
        if event == "end":
            if inner is not element:
                yield "\n" if tag in BLOCKS else ""
                yield SPACES.sub(" ", inner.tail or "")
        elif is_silent(inner) or (inner.tag == "table" and inner is not element):
            yield entered(inner)
            walker.skip_subtree()
        else:
            if tag == "br" or (tag in BLOCKS and inner is not element):
                yield "\n"
            yield entered(inner)
            yield SPACES.sub(" ", inner.text or "")
