"""Lines of text that hold figures as the rows of a table do, where no table was found: what is told of them.

Numbers of the text are facts where a unit of amount follows; these have none, and would be lost without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dagster_project.extraction.folding import fold
from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.knowledge.punctuation import punctuation
from dagster_project.extraction.model.document import Prose
from dagster_project.extraction.model.issues import Issue, IssueCode, Severity

FIGURE = re.compile(r"(?=[-\d])(?<![\d.A-Za-z])-?(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?(?!%)|\d+\.\d{2}(?![\d%]))")
"""A figure as tables print them: its thousands parted, or with two decimals."""
SENTENCE = re.compile(rf"[{punctuation().stops}{punctuation().colons},，]\D|%|{amounts().any_unit}")
FEWEST = 4
"""Figures in lines that follow one another, from which they are told."""
APART = 2
SHOWN = 4


def stray_rows(prose: Iterable[Prose]) -> list[Issue]:
    """Return an issue for each run of such lines."""
    found = []
    for run in _runs(prose):
        if figures := _figures(run):
            shown = ", ".join(figures[:SHOWN]) + (" …" if len(figures) > SHOWN else "")
            message = (
                f"{len(figures)} figures stand in lines of text as in rows of a table, and no table was found there: "
                f"{shown}. They are in no fact. Compare the page; deliver the table as a workbook."
            )
            found.append(Issue(IssueCode.UNMAPPED_NUMBER, Severity.WARNING, message, run[0].line))
    return found


def stray_lines(prose: Iterable[Prose]) -> set[int]:
    """Return the lines of text that hold figures as rows of a table do, where no table was found."""
    return {block.line for run in _runs(prose) if _figures(run) for block in run}


def _figures(run: Sequence[Prose]) -> list[str]:
    """Return the figures in lines that follow one another; none where they are too few to be a table's."""
    figures = [figure for block in run for figure in FIGURE.findall(block.text)]
    return figures if len(figures) >= FEWEST else []


def _runs(prose: Iterable[Prose]) -> Iterator[list[Prose]]:
    run: list[Prose] = []
    for block in prose:
        if not FIGURE.search(block.text) or SENTENCE.search(fold(block.text)):
            continue
        if run and block.line - run[-1].line > APART:
            yield run
            run = []
        run.append(block)
    if run:
        yield run
