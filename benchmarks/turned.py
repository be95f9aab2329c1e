"""Measure, and print JSON: what becomes of the facts of real documents whose tables are laid out otherwise.

Usage: python benchmarks/turned.py [FOLDER [DOCUMENTS [SEED]]]   — the cities' documents beside the clone unless told.

Each document is written anew as a web page, its tables as the reader found them but for one change that leaves their
facts what they are, and is read again. Of the figures that still stand: `same`; `doubtful`, where they are so now or
no identity tells of them any more; `wrong`, where the amount stands as another fact, `sure` of these as certain or
chosen; `lost`. `more` are facts that the document does not state. `plain` is without a change.
"""

from __future__ import annotations

import html
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from against import PROJECT
from layouts import CHANGES, WAN, Block, Cell, Sheet, changed

from dagster_project.extraction import extract
from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.locate.columns import header_of
from dagster_project.extraction.locate.tables import locate
from dagster_project.extraction.read import read

CITIES = PROJECT.parent / "shared" / "documents" / "cities"
SURE = ("certain", "chosen")
SAYS = ("statement_kind", "code", "item", "measure", "fiscal_year", "phase", "side", "organisation", "amount_cny")
CAPTION_LINES = 6
"""Lines over a table that may be its caption."""
Line = dict[str, object]


def printed(file: Path, lines: Sequence[Line]) -> list[Block]:
    """Return a document as lines of prose and tables."""
    located = locate(read(file.read_bytes(), file.name)[0])
    prose, blocks = list(located.all_prose), list[Block]()
    for table in located.tables:
        while prose and prose[0].line < table.rows[-1].line:
            line = prose.pop(0)
            blocks += [line.text] if line.line < table.line else []
        start = max(0, len(blocks) - CAPTION_LINES)
        title = squeeze(table.title)
        named = [
            at
            for at, block in enumerate(blocks[start:], start)
            if isinstance(block, str) and (WAN.search(block) or (len(squeeze(block)) > 1 and squeeze(block) in title))
        ]
        above = [block for block in blocks[named[0] :] if isinstance(block, str)] if named else []
        del blocks[len(blocks) - len(above) :]
        rows = [
            [Cell(text, (table.number, number, column)) for column, text in enumerate(row.cells, 1)]
            + [Cell("")] * (table.width - len(row.cells))
            for number, row in enumerate(table.rows, 1)
        ]
        columns = {int(str(line["column_number"])) - 1 for line in lines if line["table_number"] == table.number}
        figures, head = tuple(sorted(columns)), len(header_of(table.rows))
        is_run = figures == tuple(range(table.width - len(figures), table.width))
        is_matrix = is_run and len(figures) > 1 and head > 0 and re.match("(budget|final)_", table.kind) is not None
        blocks.append(Sheet(above, rows, head, figures, is_matrix))
    return [*blocks, *(line.text for line in prose)]


def page(blocks: Sequence[Block]) -> bytes:
    """Return a web page; blank cells tell what is merged, as they do in the rows that a reader returns."""
    parts = []
    for block in blocks:
        above, rows = ([block], []) if isinstance(block, str) else (block.above, block.rows)
        parts += [f"<p>{html.escape(line)}</p>" for line in above]
        cells = ("".join(f"<td>{html.escape(cell.text)}</td>" for cell in row) for row in rows)
        parts += ["<table>", *(f"<tr>{row}</tr>" for row in cells), "</table>"] if rows else []
    return f"<html><meta charset='utf-8'><body>{''.join(parts)}</body></html>".encode()


def lines_of(content: bytes, name: str) -> list[Line]:
    """Return the figures of the statements of a document."""
    rows: list[Line] = extract(content, name).tables["statement_lines"].to_pylist()
    return rows


def compare(known: Sequence[Line], found: Sequence[Line]) -> Counter[str]:
    """Count what became of facts with an amount."""
    counted: Counter[str] = Counter()
    rest: dict[tuple[object, ...], list[Line]] = {}
    for line in filter(_amount, found):
        rest.setdefault(_says(line), []).append(line)
    missed = []
    for line in filter(_amount, known):
        if others := rest.get(_says(line)):
            other = others.pop()
            is_doubted = line["reading_status"] in SURE and other["reading_status"] not in SURE
            counted["doubtful" if is_doubted else "same"] += 1
        else:
            missed.append(line)
    left = [line for lines in rest.values() for line in lines]
    for line in missed:
        other_fact = next((other for other in left if _amount(other) == _amount(line)), None)
        counted["lost" if other_fact is None else "wrong"] += 1
        if other_fact is not None:
            counted["sure"] += other_fact["reading_status"] in SURE
            left.remove(other_fact)
    counted["more"] += len(left)
    return counted


def _amount(line: Line) -> object:
    return line["amount_cny"]


def _says(line: Line) -> tuple[object, ...]:
    return tuple(line[column] for column in SAYS)


def measure(files: Sequence[Path], seed: int) -> dict[str, dict[str, int]]:
    """Return for each change what it makes of the facts of documents."""
    told: dict[str, Counter[str]] = {name: Counter() for name in CHANGES}
    for file in files:
        known = lines_of(file.read_bytes(), file.name)
        blocks = printed(file, known)
        for name, change in CHANGES.items():
            turned = changed(blocks, change, random.Random(f"{seed} {name} {file.name}"))
            if name == "plain" or turned != blocks:
                told[name] += compare(known, lines_of(page(turned), f"{file.stem}.html"))
                told[name]["documents"] += 1
    return {name: dict(counted) for name, counted in told.items()}


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CITIES
    documents = sorted(folder.iterdir()) if folder.is_dir() else sys.exit(f"{folder} is no folder of documents.")
    random.Random(0).shuffle(documents)
    wanted = documents[: int(sys.argv[2]) if len(sys.argv) > 2 else None]
    print(json.dumps(measure(wanted, int(sys.argv[3]) if len(sys.argv) > 3 else 1), indent=2))
