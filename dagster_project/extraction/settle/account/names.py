"""What the names in a table say against its reading, whatever its sums say: of these no total tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from dagster_project.extraction.amounts import IN_DECIMALS, looks_like_money
from dagster_project.extraction.folding import fold_label, fold_name
from dagster_project.extraction.interpret.matrix.items import item_named
from dagster_project.extraction.knowledge.headers import header_words
from dagster_project.extraction.settle.account.matrix import Matrix
from dagster_project.extraction.vocabulary import OrganisationKind, RowRole, Side

SPREAD = "its columns stand on two pages; print its sheet to one page, or deliver the workbook"
FEWEST = 2
"""Columns below others that show that a name is one of a lower level."""
WORDS = header_words()
OTHER_SIDE = {Side.INCOME: Side.EXPENDITURE, Side.EXPENDITURE: Side.INCOME}


def named_bodies(matrices: Sequence[Matrix]) -> dict[str, str]:
    """Return the bodies whose figures the tables hold, by their folded names."""
    rows = (row for matrix in matrices for row in matrix.rows)
    return {fold_name(row.organisation.name): row.organisation.name for row in rows if row.organisation}


def against(matrix: Matrix, bodies: Mapping[str, str]) -> str | None:
    """Return what names say against the reading of a whole table, None where they go with it."""
    table = matrix.table.table
    if table.is_spread and not table.seams:
        return SPREAD
    if table.is_rivalled:
        return "another table is the same statement with other figures, and no word tells their years or bodies apart"
    if table.is_shifted:
        return "names stand in columns of numbers, as where cells of a row are lost"
    if table.is_unruled and _names_are_figures(matrix):
        return "figures stand where the names of its rows should"
    if table.is_unruled and _heads_are_lost(matrix):
        return "the header of a column lacks its upper words, or holds figures"
    if _is_nameless(matrix):
        return "none of its rows bears a name"
    if _are_sides_exchanged(matrix):
        return "names of one side stand on the other"
    if _is_of_others(matrix, bodies):
        return "its totals bear the names of other bodies"
    return None


def _is_nameless(matrix: Matrix) -> bool:
    """Tell whether nothing says what several rows are of: their names may stand on another page."""
    over = matrix.table.organisation_as_printed
    return len(matrix.rows) > 1 and not any(
        row.label or row.year or row.measure or row.fund or row.organisation_as_printed not in (None, over)
        for row in matrix.rows
    )


def _names_are_figures(matrix: Matrix) -> bool:
    return any(row.name and not row.code and looks_like_money(row.name) for row in matrix.rows)


def _heads_are_lost(matrix: Matrix) -> bool:
    """Tell whether a column bears a figure, or a name alone (小计) that stands below others over its like."""
    columns = {
        entry.figure.column.number: entry.figure.column for line in matrix.by_column.values() for entry in line.values()
    }
    labels = [[fold_label(level) for level in column.label.split(" / ")] for column in columns.values()]
    below = Counter(levels[-1] for levels in labels if len(levels) > 1)
    alone = {levels[0] for levels in labels if len(levels) == 1} - WORDS.wholes
    return any(IN_DECIMALS.search(level) for levels in labels for level in levels) or any(
        below[label] >= FEWEST or label in WORDS.totals for label in alone
    )


def _are_sides_exchanged(matrix: Matrix) -> bool:
    """Tell whether most rows that bear a name of one side (本年收入合计, 项目支出) stand on the other."""
    found: Counter[bool] = Counter()
    for row in matrix.rows:
        side = next((entry.figure.column.side for entry in matrix.by_row.get(id(row), {}).values()), None)
        if side in OTHER_SIDE and row.name and not row.code:
            name = fold_name(row.name)
            is_here, is_there = (bool(item_named(name, each, False)) for each in (side, OTHER_SIDE[side]))
            if is_here != is_there:
                found[is_there] += 1
    return found[True] > found[False]


def _is_of_others(matrix: Matrix, bodies: Mapping[str, str]) -> bool:
    """Tell whether totals that bear the name of a body are taken for another's, at least as many as for their own.

    A department's name alone over the rows of its 本级 says no other.
    """
    totals = [
        (row.organisation, bodies[fold_name(row.name)])
        for row in matrix.rows
        if row.role == RowRole.TOTAL and row.organisation and row.name and fold_name(row.name) in bodies
    ]
    own = {its.name for its, body in totals if its.name == body}
    others = [
        its
        for its, body in totals
        if its.name != body and (its.kind != OrganisationKind.OWN_LEVEL or its.department != body or its.name in own)
    ]
    return bool(others) and 2 * len(others) >= len(totals)
