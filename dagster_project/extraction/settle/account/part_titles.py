"""What the other statements of a document say of those of which words leave open whose money they are.

A word of a title that nobody knows may name a fund, or a part of what the known ones do: 某某支出表 is of all money
where its total is what the summary prints of that, and of less where it is not. So is a second statement that bears
another title.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dagster_project.extraction.folding import fold_title
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.locate.titles import words_of
from dagster_project.extraction.settle.account.between import ONE_CODE, Quantity, quantities
from dagster_project.extraction.settle.account.identity import equal, holds
from dagster_project.extraction.settle.account.matrix import Entry, Matrix
from dagster_project.extraction.vocabulary import KindBasis, MartFamily, StatementFamily

OTHER_TOTALS = "its title leaves open whose money it is, and its total is not what other statements print of that"


def is_part_titled(matrix: Matrix) -> bool:
    """Tell whether a word of a table's title is not known."""
    return matrix.table.table.kind_basis == KindBasis.PART_OF_TITLE


def met_by_others(matrices: Sequence[Matrix]) -> dict[int, bool]:
    """Return of statements with such titles, by the id of their matrix, whether others print a total of theirs.

    False where they print another; none where they print no such total, or one of them is the statement that it seems.
    """
    open_ones = {id(matrix) for matrix in _left_open(matrices)}
    if not open_ones:
        return {}
    titled = {matrix.table.kind for matrix in matrices if id(matrix) not in open_ones}
    stated: dict[Quantity, list[tuple[Matrix, Entry]]] = defaultdict(list)
    for matrix in matrices:
        for quantity, entry in _totals(matrix):
            stated[quantity].append((matrix, entry))
    found: dict[int, bool] = {}
    for quantity, entries in stated.items():
        others = [entry for matrix, entry in entries if id(matrix) not in open_ones]
        for matrix, entry in entries if others else ():
            if id(matrix) in open_ones:
                is_met = any(holds(equal(str(quantity[0]), entry, other)) for other in others)
                if not (is_met and matrix.table.kind in titled):
                    found[id(matrix)] = found.get(id(matrix), False) or is_met
    return found


def _left_open(matrices: Sequence[Matrix]) -> Iterator[Matrix]:
    """Yield the statements with a word that nobody knows in their titles, and second ones under other words."""
    titles: dict[str, str] = {}
    for matrix in matrices:
        table = matrix.table.table
        kind = knowledge().kinds.get(matrix.table.kind)
        if is_part_titled(matrix):
            yield matrix
        elif kind is not None and kind.family == StatementFamily.EXPENDITURE and table.kind_basis == KindBasis.TITLE:
            title = fold_title(words_of(table.title))
            if titles.setdefault(matrix.table.kind, title) != title:
                yield matrix


def _totals(matrix: Matrix) -> Iterator[tuple[Quantity, Entry]]:
    """Yield the totals of a statement that others print, too; one by economic codes may be of more than basic money."""
    kind = knowledge().kinds.get(matrix.table.kind)
    if kind is None or (kind.family == StatementFamily.ECONOMIC and kind.mart.family != MartFamily.BASIC):
        return
    for line in matrix.by_row.values():
        yield from (one for one in quantities(line, kind.family, matrix.table) if one[0][0] != ONE_CODE)
