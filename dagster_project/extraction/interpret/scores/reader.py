"""Scoring tables: three levels of names with weights, the score, and the rule it follows.

Levels are filled down; a cell continued on the next page is joined; a row whose last merged cell was lost is read by
where its weights stand.
"""

from __future__ import annotations

from decimal import Decimal

from dagster_project.extraction.amounts import Number, parse_number
from dagster_project.extraction.folding import fold, fold_label, squeeze
from dagster_project.extraction.interpret.claims import CellFact, Ledger
from dagster_project.extraction.interpret.scores.columns import LEVELS, Columns, header_length
from dagster_project.extraction.interpret.scores.lost_levels import FULL, drop_lost_levels
from dagster_project.extraction.interpret.scores.totals import total_of
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.scores import score_words
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import Score, TableMeaning
from dagster_project.extraction.vocabulary import RowRole

WORDS = score_words()


class Reader:
    """Reads the rows of one scoring table, keeping what a page break separated."""

    def __init__(self, table: TableMeaning, ledger: Ledger) -> None:
        self.table, self.ledger = table, ledger
        rows = table.table.rows
        self.length = header_length(rows)
        self.columns = Columns(rows[: self.length])
        self.repeated = {tuple(map(fold, row.cells[:6])) for row in rows[: self.length]}
        self.found: list[Score] = []
        self.waiting: tuple[Row, int, int] | None = None
        self.top_weights = Decimal(0)

    def read(self) -> list[Score]:
        """Return all score rows; claims weights and scores in the ledger."""
        for number, row in enumerate(self.table.table.rows, 1):
            if number <= self.length or tuple(map(fold, row.cells[:6])) in self.repeated or not any(row.cells):
                continue
            self._row(number, row)
        drop_lost_levels(self.found)
        for score in self.found:
            _claim(score, self.ledger)
        return self.found

    def _row(self, number: int, row: Row) -> None:
        first = fold_label(row.cells[0])
        if knowledge().forms.persons.fullmatch(first):
            return
        if first in WORDS.totals:
            self.found.append(total_of(self.table, number, row, self.columns))
            return
        if self.columns.is_deeper:
            return
        places = self._levels_before_weight(row) if self.columns.is_flat else self._levels(row)
        if places:
            self._leaf(number, row, places)
        else:
            self._continue(number, row)

    def _levels_before_weight(self, row: Row) -> dict[int, int]:
        """Return the columns of the names that a row prints before the one weight, which is of the last of them."""
        names, (weight,) = self.columns.names, self.columns.weights
        cells = row.cells
        if not (weight < len(cells) and _weight(cells[weight]) and cells[names[-1]]):
            return {}
        return {LEVELS - len(names) + level: index for level, index in enumerate(names) if cells[index]}

    def _levels(self, row: Row) -> dict[int, int]:
        """Return the name's column of each level a row prints: a name with a weight beside it, from the left."""
        cells = row.cells
        pairs: list[int] = []
        index = 0
        while index < len(cells) - 1:
            if cells[index] and not parse_number(cells[index]) and _weight(cells[index + 1]):
                if pairs and index != pairs[-1] + 2 and index not in self.columns.names:
                    break
                pairs.append(index)
                index += 2
            else:
                index += 1
        pairs = [index for index in pairs[:LEVELS] if index < self.columns.explanation or len(pairs) == LEVELS]
        names = self.columns.names
        # a lone pair moves with the score of its row; without a score it stands nowhere, and is read as the leaf
        moved = self.columns.score - max((i for i, cell in enumerate(cells) if parse_number(cell)), default=0)
        shift = moved if len(pairs) == 1 else 0
        if pairs and all(index + shift in names for index in pairs):
            return self._lowered({names.index(index + shift): index for index in pairs}, row)
        return {LEVELS - len(pairs) + level: index for level, index in enumerate(pairs)}

    def _lowered(self, places: dict[int, int], row: Row) -> dict[int, int]:
        """A second-level name that moved left stands as a first-level one: the weights of that level tell."""
        if 0 in places and 1 not in places:
            weight = _weight(row.cells[places[0] + 1])
            if weight and self.top_weights + weight.value > FULL:
                places[1] = places.pop(0)
        return places

    def _leaf(self, number: int, row: Row, places: dict[int, int]) -> None:
        cells = row.cells
        names: list[str | None] = list(self.found[-1].names) if self.found else [None] * LEVELS
        weights: list[Decimal | None] = [None] * LEVELS
        weight_columns = [-1] * LEVELS
        for level, index in places.items():
            names[level] = squeeze(cells[index])
            if self.columns.is_flat and level < LEVELS - 1:
                continue
            column = self.columns.weights[0] if self.columns.is_flat else index + 1
            weight = _weight(cells[column])
            assert weight is not None
            weights[level], weight_columns[level] = weight.value, column
            if level == 0:
                self.top_weights += weight.value
        last = LEVELS - 1
        shift = places[last] - self.columns.names[last] if last in places and len(self.columns.names) == LEVELS else 0
        score_column = _score_column(cells, self.columns.score, shift)
        score = parse_number(cells[score_column]) if score_column >= 0 else None
        found = Score(
            self.table,
            row,
            number,
            names=names,
            weights=weights,
            weight_columns=weight_columns,
            role=RowRole.LEAF,
            score=score.value if score else None,
            score_text=squeeze(cells[score_column]) if score_column >= 0 else None,
            score_column=score_column,
            explanation=_text(cells, self.columns.explanation + shift),
            rule_text=_text(cells, self.columns.rule + shift),
        )
        if found.score is None and self.waiting is not None:
            self._give(found, *self.waiting)
            self.waiting = None
        self.found.append(found)

    def _continue(self, number: int, row: Row) -> None:
        """A row without names is the rest of the leaf above, or, if that is complete, the start of the one below."""
        last = self.found[-1] if self.found else None
        score_column = _score_column(row.cells, self.columns.score, 0)
        if score_column >= 0 and last is not None and last.score is not None:
            self.waiting = (row, number, score_column)
            return
        if last is None:
            return
        if score_column >= 0:
            self._give(last, row, number, score_column)
        for name, index in (("explanation", self.columns.explanation), ("rule_text", self.columns.rule)):
            text = _text(row.cells, index)
            if text:
                setattr(last, name, (getattr(last, name) or "") + text)

    def _give(self, score: Score, row: Row, number: int, column: int) -> None:
        parsed = parse_number(row.cells[column])
        assert parsed is not None
        score.score, score.score_text = parsed.value, squeeze(row.cells[column])
        score.score_column, score.score_row_number = column, number
        score.rule_text = (_text(row.cells, self.columns.rule) or "") + (score.rule_text or "") or None


def _weight(cell: str) -> Number | None:
    number = parse_number(cell)
    return number if number and number.unit in (None, WORDS.unit) else None


def _score_column(cells: tuple[str, ...], column: int, shift: int) -> int:
    for index in (column + shift, column):
        if 0 <= index < len(cells) and parse_number(cells[index]):
            return index
    return -1


def _text(cells: tuple[str, ...], index: int) -> str | None:
    return cells[index] or None if 0 <= index < len(cells) else None


def _claim(score: Score, ledger: Ledger) -> None:
    table, year = score.table.table, score.table.year
    label = " / ".join(filter(None, score.names))
    for level, column in enumerate(score.weight_columns):
        if column >= 0:
            fact = CellFact("score weight", label, f"{level + 1}", year, None)
            ledger.fact(table, score.row_number, column + 1, fact)
    if score.score_column >= 0 and score.score is not None:
        fact = CellFact("score", label, "score", year, None)
        ledger.fact(table, score.score_row_number, score.score_column + 1, fact)
