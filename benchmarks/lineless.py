"""Measure, and print JSON: what becomes of figures where the lines of their tables are not drawn, or few of them.

Usage: python benchmarks/lineless.py [FOLDER [VARIANT ...]]   — all variants of the cities' PDFs beside the clone unless
told. Their tables are ruled, and are read as such first: that is the key. Then each page is read as if fewer of its
lines were drawn, its text being the same:

    none    no line at all
    across  only lines across, as between the rows of a report
    three   of each table on a page the first line, the last, and that below the header (三线表)
    header  the frame of a table and all lines of its header; none between its rows

`same` figures say what they say in the key; `doubtful` ones do not, or do, and are told as doubtful; `lost` ones are no
facts any more; `wrong` ones say another thing (by status: `certain` and `chosen` are what nobody would look at again);
`invented` figures are no facts of the key. Scans are not recognised: their lines are of another file.
FIGURES=file.csv in the environment keeps every figure that is not the same.
"""

from __future__ import annotations

import csv
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from against import PROJECT

from dagster_project.extraction import extract
from dagster_project.extraction.folding import squeeze
from dagster_project.extraction.read import ocr
from dagster_project.extraction.read.page.characters import Character, Characters
from dagster_project.extraction.read.page.gutters import is_amount
from dagster_project.extraction.read.page.lattice import SNAP, Lattice, find_lattices
from dagster_project.extraction.read.page.lines import text_lines
from dagster_project.extraction.read.page.parting import words_apart
from dagster_project.extraction.read.page.rulings import Ruling, Rulings
from dagster_project.extraction.read.pdf import pages

CITIES = PROJECT.parent / "shared" / "documents" / "cities"
MEANING = (
    "statement_kind",
    "organisation",
    "fiscal_year",
    "phase",
    "horizon",
    "is_comparative",
    "fund",
    "side",
    "code",
    "name_as_printed",
    "item",
    "project_name",
    "measure",
    "amount_cny",
)
"""What a figure says; beside what is printed."""
ROW = ("code", "name_as_printed", "item", "side")
SURE = ("certain", "chosen")
DOUBTFUL = "doubtful"


class Figure(NamedTuple):
    """A figure of a statement: where it stands, what it says, and how sure its reading is."""

    page: int
    printed: str
    meaning: tuple[object, ...]
    status: str

    @property
    def row(self) -> tuple[object, ...]:
        """What its row is called."""
        return tuple(self.meaning[MEANING.index(name)] for name in ROW)


Variant = Callable[[Rulings, Sequence[Character]], Rulings]


def none(rulings: Rulings, characters: Sequence[Character]) -> Rulings:
    """Return no line at all."""
    return Rulings([], [])


def across(rulings: Rulings, characters: Sequence[Character]) -> Rulings:
    """Return the lines across."""
    return Rulings(rulings.across, [])


def three(rulings: Rulings, characters: Sequence[Character]) -> Rulings:
    """Return the first line of each table, the last, and that below its header."""
    kept: list[Ruling] = []
    for lattice in find_lattices(rulings):
        left, top, right, bottom = lattice.box
        kept += [Ruling(at, left, right) for at in sorted({top, _foot_of_header(lattice, characters), bottom})]
    return Rulings(kept, [])


def header(rulings: Rulings, characters: Sequence[Character]) -> Rulings:
    """Return the frame of each table, and the lines of its header."""
    kept = Rulings([], [])
    for lattice in find_lattices(rulings):
        left, top, right, bottom = lattice.box
        foot = _foot_of_header(lattice, characters)
        kept.across.append(Ruling(bottom, left, right))
        kept.down.extend(Ruling(at, top, bottom) for at in (left, right))
        kept.across.extend(line for line in rulings.across if top - SNAP <= line.at <= foot + SNAP)
        kept.down.extend(
            Ruling(line.at, line.start, min(line.end, foot))
            for line in rulings.down
            if left <= line.at <= right and top - SNAP <= line.start < foot - SNAP
        )
    return kept


def _foot_of_header(lattice: Lattice, characters: Sequence[Character]) -> float:
    """Return the last wall of a table over its first line with an amount behind a name; its top where none is over."""
    left, top, right, bottom = lattice.box
    within = [each for each in characters if left <= each.left <= right and top <= each.middle <= bottom]
    for line in text_lines(within):
        if any(map(is_amount, list(words_apart(line))[1:])):
            return max((at for at in lattice.down if at < line[0].middle), default=top)
    return top


VARIANTS: dict[str, Variant] = {each.__name__: each for each in (none, across, three, header)}


@contextmanager
def drawn_as(variant: Variant | None) -> Iterator[None]:
    """Let pages be read, in the block, as if of their lines only those of a variant were drawn."""
    lay_out = pages.lay_out

    def laid_out(number: int, characters: Characters, rulings: Callable[[], Rulings], *others: Any) -> Any:
        fewer = rulings if variant is None else lambda: variant(rulings(), characters.printed)
        return lay_out(number, characters, fewer, *others)

    with mock.patch.object(pages, "lay_out", laid_out), mock.patch.object(ocr, "NEEDED", ("no_recognition",)):
        yield


def figures_of(file: Path, variant: Variant | None = None) -> list[Figure]:
    """Return the figures of a document, as read with the lines of a variant."""
    with drawn_as(variant):
        lines = extract(file.read_bytes(), file.name).tables["statement_lines"]
    return [
        Figure(
            line["page"],
            squeeze(line["value_as_printed"]),
            tuple(squeeze(line[name]) if isinstance(line[name], str) else line[name] for name in MEANING),
            line["reading_status"],
        )
        for line in lines.to_pylist()
        if line["disclosure"] == "figure"
    ]


def compare(key: Sequence[Figure], found: Sequence[Figure]) -> Iterator[tuple[str, Figure | None, Figure | None]]:
    """Yield what became of each figure of the key, and what was found beside them: the likest figure is it."""
    ways: list[Callable[[Figure], object]] = [
        lambda figure: (figure.page, figure.printed, figure.meaning),
        lambda figure: (figure.page, figure.printed, figure.row, figure.meaning[-2]),
        lambda figure: (figure.page, figure.printed, figure.row),
        lambda figure: (figure.page, figure.printed),
    ]
    rest, others = list(key), list(found)
    for way in ways:
        held: dict[object, list[Figure]] = defaultdict(list)
        for other in others:
            held[way(other)].append(other)
        left = []
        for figure in rest:
            alike = held.get(way(figure))
            if alike:
                other = alike.pop(0)
                yield _became(figure, other), figure, other
            else:
                left.append(figure)
        rest, others = left, [other for each in held.values() for other in each]
    yield from (("lost", figure, None) for figure in rest)
    yield from ((f"invented_{other.status}", None, other) for other in others)


def _became(figure: Figure, other: Figure) -> str:
    if other.status == DOUBTFUL and figure.status != DOUBTFUL:
        return DOUBTFUL
    return "same" if figure.meaning == other.meaning else f"wrong_{other.status}"


def _written(became: str, figure: Figure | None, other: Figure | None) -> list[object]:
    pairs = zip(MEANING, (figure or other).meaning, (other or figure).meaning, strict=True)
    said = [
        name if figure is None or other is None else f"{name}: {one} → {two}" for name, one, two in pairs if one != two
    ]
    known = figure or other
    return [became, known.page, known.printed, known.meaning[0], *known.row[:2], known.meaning[-2], "; ".join(said)]


def measure(folder: Path, variants: Sequence[str], out: Path | None) -> dict[str, object]:
    """Return for each variant what became of how many figures."""
    files = sorted(folder.rglob("*.pdf"))
    if not files:
        sys.exit(f"{folder} is no folder of PDFs.")
    keys = {file: figures_of(file) for file in files}
    measured: dict[str, object] = {"documents": len(files), "figures": sum(map(len, keys.values()))}
    rows: list[list[object]] = []
    for name in variants:
        counts: Counter[str] = Counter()
        for file in files:
            became = list(compare(keys[file], figures_of(file, VARIANTS[name])))
            counts.update(each for each, *_ in became)
            rows += [[name, file.name, *_written(*each)] for each in became if each[0] != "same"]
        measured[name] = dict(sorted(counts.items()))
    if out is not None:
        with out.open("w", encoding="utf-8", newline="") as written:
            csv.writer(written).writerows(rows)
    return measured


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CITIES
    out = os.environ.get("FIGURES")
    found = measure(folder, sys.argv[2:] or list(VARIANTS), Path(out) if out else None)
    print(json.dumps(found, indent=2))
