"""Decide what kind of statement a grid is: by its title, by words of its header, else by what its columns hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.statements import Said
from dagster_project.extraction.locate.captions import is_beside
from dagster_project.extraction.locate.columns import by_codes, is_list_of_projects, opens_form, said_by_columns
from dagster_project.extraction.locate.titles import (
    CAPTION_WIDTH,
    TABLE_NUMBER,
    WORDS,
    fund_in,
    kind_of,
    kind_said,
    said_by,
)
from dagster_project.extraction.model.document import Grid, Prose
from dagster_project.extraction.vocabulary import By, Fund, KindBasis, Layout, StatementFamily

CAPTION_LINES = 12
TITLE_ROWS = 4
"""First rows of a grid that may hold its title."""
WIDEST_LIST = 4
"""Columns of a list of tables or of units, beside which no money stands."""
BALANCE = "balance"
REPEATED = "repeated_expenditure"
UNKNOWN = "unknown"


class Title(NamedTuple):
    """The title of a table: its kind, its number as printed ('' where none is), its words, and what told the kind."""

    kind: str
    number: str
    words: str
    basis: KindBasis = KindBasis.TITLE

    @property
    def text(self) -> str:
        """Number and words as one line."""
        return f"{self.number} {self.words}".strip()


def recognise(caption: list[Prose], grid: Grid) -> Title | None:
    """Return the title of `grid` from the lines over it, its first rows, or its columns; None without evidence."""
    number, words = _from_caption(caption)
    inner = _inner_title(grid)
    by_header = None if inner else kind_of_header(tuple(filter(None, grid.rows[0].cells)))
    # a list of units is no more than that: under the title of a statement, money follows 序号 and 单位名称
    if by_header and not (knowledge().kinds[by_header].layout == Layout.UNITS and kind_of(words)):
        return Title(by_header, number, words or _heading(caption), KindBasis.HEADER)
    if words := inner or words:
        return _titled(number, words, grid)
    said = said_by_columns(grid)
    if said is not None and (kind := _kind_by_columns(said, caption)):
        return Title(kind, number, heading(caption), KindBasis.COLUMNS)
    return Title(UNKNOWN, number, "", KindBasis.NONE) if number else None


def _titled(number: str, words: str, grid: Grid) -> Title:
    """The kind that a title tells; what it leaves open, and whether it is a form or a list, the columns tell."""
    kind, said = kind_of(words) or UNKNOWN, said_by(words)
    of_targets = said is not None and said.subject in WORDS.of_projects
    is_form = kind != UNKNOWN and knowledge().kinds[kind].layout == Layout.FORM
    if (is_form or of_targets) and is_list_of_projects(grid):
        kind = "budget_projects" if is_form else kind
        return Title(kind, number, words, KindBasis.COLUMNS if is_form else KindBasis.TITLE)
    if of_targets and not is_form and opens_form(grid):
        return Title("project_targets", number, words, KindBasis.COLUMNS)
    if said is not None and kind == kind_said(said):
        kind = kind_said(_completed(said, grid)) or kind
    return Title(kind, number, words, KindBasis.TITLE if kind != UNKNOWN else KindBasis.NONE)


def _completed(said: Said, grid: Grid) -> Said:
    """Add what the codes of the rows tell; income and expenditure by code, not side by side, is read by its codes."""
    by = said.by or by_codes(grid)
    columns = said_by_columns(grid) if said.subject == BALANCE and by == By.FUNCTION else None
    is_by_code = columns is not None and columns.subject != BALANCE
    return said.model_copy(update={"by": by, "subject": columns.subject if columns and is_by_code else said.subject})


def _kind_by_columns(said: Said, caption: list[Prose]) -> str | None:
    """Expenditure of money that nothing names may repeat another statement, and no sum may lean on it."""
    fund = said.fund or fund_in("".join(block.text for block in caption[-2:]))
    kind = kind_said(said.model_copy(update={"fund": fund or Fund.ALL}))
    return REPEATED if fund is None and kind == "budget_expenditure" else kind


def _from_caption(caption: list[Prose]) -> tuple[str, str]:
    """Return number and words of the nearest title over a table; '' for what is not printed."""
    number, words = "", ""
    lines = [block.text.strip().lstrip("#- ").strip("*") for block in caption[-CAPTION_LINES:]]
    while lines and len(lines[-1]) <= CAPTION_WIDTH:
        if not number and TABLE_NUMBER.fullmatch(fold(lines[-1])):
            number = fold(lines.pop()).rstrip(":")
        elif not words:
            start, end = _title_at_end(lines)
            words = "".join(lines[start:end])
            del lines[min(start, len(lines) - 1) :]
        else:
            break
    return number, words


def _title_at_end(lines: list[str]) -> tuple[int, int]:
    """Return where the title begins and ends that stands on the last lines, three at most; nothing where none does.

    Lines are added where the title then tells a kind, or more of it.
    """
    last = len(lines)
    starts = [start for start in range(max(0, last - 3), last) if not _is_whole(lines[start:-1])]
    for told in (kind_of, said_by):
        start = next((start for start in starts if told("".join(lines[start:]))), None)
        if start is not None:
            return _shortened(lines, start)
    return last, last


def _shortened(lines: list[str], start: int) -> tuple[int, int]:
    """Leave out the lines at both ends of a title without which it says the same."""
    end = len(lines)
    meaning = _meaning(lines[start:])
    while start < end - 1 and _meaning(lines[start + 1 : end]) == meaning:
        start += 1
    while start < end - 1 and _meaning(lines[start : end - 1]) == meaning:
        end -= 1
    return start, end


def _meaning(lines: list[str]) -> tuple[str | None, Said | None]:
    words = "".join(lines)
    return kind_of(words), said_by(words)


def _is_whole(lines: list[str]) -> bool:
    """Tell whether lines over a title are something of their own: another title, a number, a sentence."""
    return any(
        len(line) > CAPTION_WIDTH or WORDS.whole.search(line) or TABLE_NUMBER.fullmatch(fold(line)) or said_by(line)
        for line in lines
    )


def _heading(caption: list[Prose]) -> str:
    """The nearest line over a table that was recognised by its header alone."""
    line = caption[-1].text.strip().rstrip(":：") if caption else ""
    return line if len(line) <= CAPTION_WIDTH else ""


def heading(caption: list[Prose]) -> str:
    """Return the nearest short line over a table that says neither whose it is nor its unit; '' where none does."""
    lines = [block.text.strip().rstrip(":：") for block in caption[-CAPTION_LINES:] if not is_beside(block.text)]
    return lines[-1] if lines and len(lines[-1]) <= CAPTION_WIDTH else ""


def parts(grid: Grid) -> Iterator[Grid]:
    """Yield the tables in a grid: one begins with each row below the first that holds a title and nothing else."""
    start = 0
    for index in range(1, len(grid.rows)):
        filled = [cell for cell in grid.rows[index].cells if cell]
        if index > start + TITLE_ROWS and len(filled) == 1 and kind_of(filled[0]):
            yield Grid(grid.rows[start:index])
            start = index
    yield Grid(grid.rows[start:]) if start else grid


def _inner_title(grid: Grid) -> str | None:
    """Return the title among the first rows, each of which holds one cell or two."""
    for row in grid.rows[:TITLE_ROWS]:
        filled = [cell for cell in row.cells if cell]
        if len(filled) > 2:
            return None
        if title := next((cell for cell in filled if kind_of(cell)), None):
            return title
    return None


@lru_cache(maxsize=1024)
def kind_of_header(filled: tuple[str, ...]) -> str | None:
    """Return the statement kind that the words of a header tell by themselves, or None."""
    cells = [fold(cell) for cell in filled]
    for kind in knowledge().kinds.values():
        if not kind.header or (kind.family == StatementFamily.CONTENTS and len(cells) > WIDEST_LIST):
            continue
        if all(any(word.fullmatch(cell) for cell in cells) for word in kind.header):
            return kind.key
    return None
