"""Space-aligned forms: lines of `label： value` pairs and rows of indicators, printed without any ruling.

A form begins with a title of a form's kind and has a header line of indicators before the next grid. Its lines become
a table: label lines as label, value, label, value …; indicator lines as one cell per header word; the prose under
its headings stays prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dagster_project.extraction.folding import fold_label
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.pages import page_words
from dagster_project.extraction.knowledge.titles import title_words
from dagster_project.extraction.locate.titles import kind_of
from dagster_project.extraction.model.document import REDACTED, Block, Prose, Row, Table
from dagster_project.extraction.vocabulary import Layout

WIDE_GAP = re.compile(r"\s{2,}")


class Form(NamedTuple):
    """A form that was read: its table, the prose inside it, and the index of the first block after it."""

    table: Table
    prose: list[Prose]
    next_index: int


def read_at(blocks: Sequence[Block], index: int, number: int) -> Form | None:
    """Read the form whose title stands at `blocks[index]`; None where no form begins there."""
    title = blocks[index]
    if not isinstance(title, Prose) or len(title.text) > 60:
        return None
    kind = kind_of(title.text)
    if kind is None or knowledge().kinds[kind].layout != Layout.FORM:
        return None
    header = _header_index(blocks, index + 1, kind)
    if header is None:
        return None
    rows = [Row(title.line, (title.text.strip(),))]
    prose: list[Prose] = []
    for block in blocks[index + 1 : header]:
        assert isinstance(block, Prose)
        cells = _label_cells(block.text)
        if cells:
            rows.append(Row(block.line, cells))
        if not cells or knowledge().forms.any_text.fullmatch(cells[0]):
            prose.append(block)
    following = _read_indicators(blocks, header, rows)
    return Form(Table(number, kind, title.text.strip(), rows), prose, following)


def _header_index(blocks: Sequence[Block], start: int, kind: str) -> int | None:
    for index in range(start, len(blocks)):
        block = blocks[index]
        if not isinstance(block, Prose) or kind_of(block.text) == kind:
            return None
        if all(column in block.text for column in title_words().indicator_columns):
            return index
    return None


def _label_cells(line: str) -> tuple[str, ...]:
    """Return label, value, label, value … of a line of `label： value` pairs; () where the line has no label."""
    if not ("：" in line or ":" in line) or not _label_pattern().match(line, len(line) - len(line.lstrip())):
        return ()
    matches = list(_label_pattern().finditer(line))
    cells: list[str] = []
    for match, following in zip(matches, [*matches[1:], None], strict=True):
        value = line[match.end() : following.start() if following else len(line)].strip()
        label = fold_label(match.group())
        if knowledge().forms.persons.fullmatch(label):
            value = REDACTED
        cells += [label, "" if knowledge().forms.any_text.fullmatch(label) else value]
    return tuple(cells)


@cache
def _label_pattern() -> re.Pattern[str]:
    """A label of a form and its colon; spaces may break the words, brackets may be full width."""
    forms = knowledge().forms
    names = [label.name.pattern for label in forms.labels.values()] + [forms.any_text.pattern, forms.persons.pattern]
    joined = "|".join(names).replace(r"\(", "[(（]").replace(r"\)", "[)）]").replace(".*", "[^:：]*?")
    spaced = re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", " ?", joined)
    return re.compile(rf"(?<!\S)(?:{spaced})\s*[:：]")


def _read_indicators(blocks: Sequence[Block], header: int, rows: list[Row]) -> int:
    """Append the header and the rows of indicators; return the index of the first block after them."""
    block = blocks[header]
    assert isinstance(block, Prose)
    columns = tuple(block.text.split())
    rows.append(Row(block.line, columns))
    for index in range(header + 1, len(blocks)):
        block = blocks[index]
        if not isinstance(block, Prose) or page_words().form_end.match(block.text) or kind_of(block.text):
            return index
        cells = _indicator_cells(block.text, len(columns))
        if knowledge().indicators.dimensions.fullmatch(fold_label(cells[0])):
            rows.append(Row(block.line, cells))
        elif len(rows[-1].cells) >= len(columns) - 1:
            last = rows[-1]
            words = (last.cells[-1] if len(last.cells) == len(columns) else "") + block.text.strip()
            rows[-1] = Row(last.line, (*last.cells[: len(columns) - 1], words))
    return len(blocks)


def _indicator_cells(line: str, width: int) -> tuple[str, ...]:
    wide = WIDE_GAP.split(line.strip())
    return tuple(wide) if len(wide) == width else tuple(line.split(None, width - 1))
