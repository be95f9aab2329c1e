"""Decide what kind of statement a grid is: by its title, by words of its header, else by what its columns hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from dagster_project.extraction.folding import fold, fold_title
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.statements import Said
from dagster_project.extraction.locate.columns import (
    SPENT,
    by_codes,
    is_list_of_projects,
    names_indicators,
    opens_form,
    said_by_columns,
)
from dagster_project.extraction.locate.over_tables import heading, last_line, said_over, title_inside, title_over
from dagster_project.extraction.locate.titles import WORDS, fund_in, is_known, kind_of, kind_said, said_by
from dagster_project.extraction.model.document import Grid, Prose, Table
from dagster_project.extraction.vocabulary import By, DocumentKind, Fund, KindBasis, Layout, StatementFamily

WIDEST_LIST = 4
"""Columns of a list of tables or of units, beside which no money stands."""
HEADED_ROWS = 3
"""First rows of a grid, of which others may head the list whose header is the last."""
BALANCE = "balance"
COUNTED = ("fund", "all_funds")
"""Expenditure statements that sums lean on."""
REPEATED = "repeated_expenditure"
UNKNOWN = "unknown"
UNSURE = (KindBasis.PART_OF_TITLE, KindBasis.COLUMNS)
"""What leaves open of which money a statement is."""
NONE_LISTED: Mapping[str, str] = MappingProxyType({})


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


def recognise(caption: list[Prose], grid: Grid, listed: Mapping[str, str] = NONE_LISTED) -> Title | None:
    """Return the title of `grid` from the lines over it, its first rows, or its columns; None without evidence.

    `listed` holds the titles of the contents by their numbers, for a table with nothing but its number over it.
    """
    number, words = title_over(caption)
    inner = title_inside(grid)
    if number and not (words or inner or heading(caption, below_number=True)):
        words = listed.get(number, "")
    by_header = None if inner or (names_indicators(grid) and kind_of(words)) else kind_of_header(_header_in(grid))
    # a list of units is no more than that: under the title of a statement, money follows 序号 and 单位名称
    if by_header and not (knowledge().kinds[by_header].layout == Layout.UNITS and kind_of(words)):
        return Title(by_header, number, words or last_line(caption), KindBasis.HEADER)
    if words := inner or words:
        return _titled(number, words, grid)
    said = said_by_columns(grid)
    if said is not None and (kind := _kind_by_columns(said, caption)):
        return Title(kind, number, heading(caption), KindBasis.COLUMNS)
    return Title(UNKNOWN, number, "", KindBasis.NONE) if number else None


def _header_in(grid: Grid) -> tuple[str, ...]:
    """Return the filled cells of the first row of a grid, or of the first below its headings."""
    rows = [tuple(filter(None, row.cells)) for row in grid.rows[:HEADED_ROWS]]
    return next((cells for cells in rows if len(cells) > 1), rows[0])


def _titled(number: str, words: str, grid: Grid) -> Title:
    """The kind that a title tells; what it leaves open, and whether it is a form or a list, the columns tell."""
    kind, said = kind_of(words) or UNKNOWN, said_by(words)
    of_targets = said is not None and said.subject in WORDS.of_projects
    is_form = kind != UNKNOWN and knowledge().kinds[kind].layout == Layout.FORM
    if (is_form or of_targets) and is_list_of_projects(grid) and not (is_form and names_indicators(grid)):
        kind = "budget_projects" if is_form else kind
        return Title(kind, number, words, KindBasis.COLUMNS if is_form else KindBasis.TITLE)
    if of_targets and not is_form and opens_form(grid):
        return Title("project_targets", number, words, KindBasis.COLUMNS)
    if said is not None and kind == kind_said(said):
        if said.subject in SPENT and by_codes(grid.rows) == By.ECONOMIC and (by_rows := _spent(said, grid)):
            return Title(by_rows, number, words, KindBasis.COLUMNS)
        kind = kind_said(_completed(said, grid)) or kind
    if kind == UNKNOWN:
        return Title(kind, number, words, KindBasis.NONE)
    return Title(kind, number, words, KindBasis.TITLE if is_known(words) else KindBasis.PART_OF_TITLE)


def _completed(said: Said, grid: Grid) -> Said:
    """Add what the codes of the rows tell; income and expenditure by code, not side by side, is read by its codes."""
    by = said.by or by_codes(grid.rows)
    columns = said_by_columns(grid) if said.subject == BALANCE and by == By.FUNCTION else None
    is_by_code = columns is not None and columns.subject != BALANCE
    return said.model_copy(update={"by": by, "subject": columns.subject if columns and is_by_code else said.subject})


def _spent(said: Said, grid: Grid) -> str | None:
    """Return the kind of a statement whose rows are items of what is spent, though its title says income."""
    columns = said_by_columns(grid)
    subject = columns.subject if columns is not None else SPENT[said.subject]
    return kind_said(said.model_copy(update={"by": By.ECONOMIC, "subject": subject}))


def _kind_by_columns(said: Said, caption: list[Prose]) -> str | None:
    """Expenditure of money that nothing names may repeat another statement, and no sum may lean on it."""
    above = [block.text for block in said_over(caption)][-2:]
    fund = said.fund or fund_in("".join(above))
    kind = kind_said(said.model_copy(update={"fund": fund or Fund.ALL}))
    return REPEATED if fund is None and kind == "budget_expenditure" else kind


def kind_in(document_kind: str | None, table: Table) -> str:
    """Return the kind of a table in such a document: a title without 预算 or 决算 is an account's in an account."""
    kind = knowledge().kinds.get(table.kind)
    if document_kind != DocumentKind.FINAL_ACCOUNT or kind is None or WORDS.budget.search(fold_title(table.title)):
        return table.kind
    accounts = (kind_said(says.model_copy(update={"final": True})) for says in kind.says if says.final is False)
    return next(filter(None, accounts), table.kind)


def tell_repeated(tables: Sequence[Table]) -> None:
    """What a titled statement holds is not stated again by one told by columns or some words: no sum may have both."""
    titled = {table.kind for table in tables if table.kind_basis == KindBasis.TITLE}
    for table in tables:
        is_titled = table.kind_basis in UNSURE and table.kind in titled
        if is_titled and knowledge().kinds[table.kind].mart.expenditure_basis in COUNTED:
            table.kind = REPEATED


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
