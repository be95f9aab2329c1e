"""The tasks of a unit's performance targets: name, contents, and amounts; rows shifted by a lost cell included."""

from __future__ import annotations

from decimal import Decimal

from dagster_project.extraction.amounts import is_dash, parse_number
from dagster_project.extraction.folding import fold, fold_label, squeeze
from dagster_project.extraction.interpret.forms.form import Form
from dagster_project.extraction.interpret.forms.words import is_task_name, money_measure
from dagster_project.extraction.interpret.matrix.headers import flatten
from dagster_project.extraction.interpret.matrix.units import LEVELS, unit_in
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.sections import section_words
from dagster_project.extraction.model.document import Row
from dagster_project.extraction.model.meaning import PERCENT, ColumnMeaning, Figure, Project, RowMeaning
from dagster_project.extraction.vocabulary import Disclosure, Phase, RowRole

WORDS = section_words()
RATE = "execution_rate"
"""What a column holds that is the share of what was executed, and no money."""


def is_task_header(row: Row) -> bool:
    """Tell whether a row opens the section of tasks."""
    words = {fold_label(cell) for cell in row.cells if cell}
    return WORDS.task_name in words and any(map(WORDS.task_header.search, words))


class TaskSection:
    """Rows of tasks under a header of one or two lines."""

    def __init__(self, form: Form, header: Row) -> None:
        self.form = form
        self.headers = [header.cells]
        self.columns: list[ColumnMeaning] = []
        self.name_column = next(i for i, cell in enumerate(header.cells) if is_task_name(cell))

    def row(self, number: int, row: Row) -> None:
        """Read one row: a second header line, a task, the total, or the rest of a cell of the page before."""
        if not self.columns:
            second = any(fold(cell).endswith(WORDS.second_header) for cell in row.cells if cell)
            if second and not any(parse_number(cell) or is_dash(cell) for cell in row.cells):
                self.headers.append(row.cells)
                self._columns()
                return
            self._columns()
        cells = ["" if cell in self.form.words.sides else cell for cell in row.cells]
        numeric = [index for index, cell in enumerate(cells) if cell and (parse_number(cell) or is_dash(cell))]
        names = [index for index, cell in enumerate(cells) if cell and index not in numeric]
        if not numeric or not names:
            return
        name = squeeze(cells[names[0]])
        self._task(number, row, name, self._align(number, row, numeric, names[0]))

    def _columns(self) -> None:
        for index, label in enumerate(flatten(self.headers)):
            measure = _measure(label)
            if index <= self.name_column:
                continue
            if money_measure(label.rpartition(LEVELS)[2]) == RATE:
                self.columns.append(ColumnMeaning(index + 1, label, measure=RATE, phase=Phase.EXECUTED, unit=PERCENT))
                continue
            if measure is None:
                continue
            phase = next(
                (phase for phase, pattern in knowledge().columns.phases.items() if pattern.search(fold(label))), None
            )
            column = ColumnMeaning(index + 1, label, measure=measure, phase=phase, unit=unit_in(label.split(" / ")[0]))
            self.columns.append(column)

    def _align(self, number: int, row: Row, numeric: list[int], name: int) -> list[tuple[int, ColumnMeaning]]:
        """Pair the figures of a row with columns: as printed where the name stands in its column, else in order.

        In order only where each column has a figure, or the first is the sum of the others: else nothing tells.
        """
        expected = {column.number - 1: column for column in self.columns}
        shift = name - self.name_column
        shifted = [(index, expected.get(index - shift)) for index in numeric]
        if all(column for _, column in shifted) and expected.get(numeric[0] - shift) is self.columns[0]:
            return [(index, column) for index, column in shifted if column is not None]
        in_place = [(index, expected.get(index)) for index in numeric]
        if all(column for _, column in in_place) and in_place[0][1] is self.columns[0]:
            return [(index, column) for index, column in in_place if column is not None]
        if len(numeric) != len(self.columns) and not _adds_up([row.cells[index] for index in numeric]):
            return []
        self.form.realigned.append((number, row.line))
        return list(zip(numeric, self.columns, strict=False))

    def _task(self, number: int, row: Row, name: str, pairs: list[tuple[int, ColumnMeaning]]) -> None:
        form = self.form
        meaning = RowMeaning(number, row.line, name=name)
        is_total = fold_label(name) in WORDS.task_totals
        if is_total:
            meaning.item, meaning.role = "total", RowRole.TOTAL
        else:
            meaning.project_name = name
        is_basic = WORDS.basic_expenditure.fullmatch(fold_label(name)) is not None
        project = Project(form.table, number, row.line, None, None, name, is_basic=is_basic)
        for index, column in pairs:
            text = row.cells[index]
            parsed = parse_number(text)
            disclosure = Disclosure.FIGURE if parsed else Disclosure.DASH
            figure = Figure(form.table, meaning, column, index + 1, text, parsed, disclosure)
            form.figures.append(figure)
            project.figures.append(figure)
        if not is_total:
            form.projects.append(project)


def _adds_up(cells: list[str]) -> bool:
    """Tell whether the first figure is the sum of the others."""
    first, *others = [number.value if (number := parse_number(cell)) else Decimal(0) for cell in cells]
    return bool(others) and first == sum(others)


def _measure(label: str) -> str | None:
    folded = fold(label)
    if not WORDS.task_amount.search(folded):
        return None
    return next((measure for measure, words in WORDS.task_measures.items() if words.search(folded)), "total")
