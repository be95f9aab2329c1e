"""The full originals give the same facts as their transcriptions in `raw/`.

Compared is every extracted table with every column but provenance. Cells that the transcription leaves out （略） are
skipped, and with them the amounts that stand inside those very cells of the original.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dagster_project.extraction import Extraction, extract
from dagster_project.extraction.amounts import parse_number
from dagster_project.extraction.schemas import TABLES

ROOT = Path(__file__).resolve().parents[1]
ORIGINALS = ROOT.parent / "shared" / "documents" / "shenzhen"
RAW = ROOT / "raw"
LEFT_OUT = "（略）"
PROVENANCE = {
    "document_id",
    "document_file",
    "content_sha256",
    "encoding",
    "sequence",
    "line",
    "last_line",
    "line_count",
}
# what sentences say, which the transcriptions do not repeat
SENTENCES = {
    "calculations",
    "estimate_amounts",
    "stated_counts",
    "citations",
    "code_mentions",
    "labels",
    "announced_tables",
    "disclosed_items",
    "recounts",
}
Identity = tuple[str | None, int | None]
Row = dict[str, Any]
Place = tuple[int, int, int]


def _is_provenance(column: str) -> bool:
    return column in PROVENANCE or column.endswith("ledger_id") or "evidence" in column or column.startswith("span_")


@cache
def _read(path: Path) -> Extraction:
    return extract(path.read_bytes(), path.name)


def _identity(path: Path) -> Identity:
    document = _read(path).tables["documents"].to_pylist()[0]
    return document["organisation"], document["fiscal_year"]


@cache
def _transcription(identity: Identity) -> Path:
    found = [path for path in sorted(RAW.glob("*.txt")) if _identity(path) == identity]
    assert len(found) == 1, f"{identity} stands in {len(found)} files of raw/"
    return found[0]


AMOUNT = (
    "span_start",
    "table_number",
    "row_number",
    "column_number",
    "value_as_printed",
    "unit_as_printed",
    "amount_cny",
)


@cache
def _cells_left_out(path: Path) -> set[Place]:
    cells = _read(path).tables["cells"].to_pylist()
    return {_place(cell) for cell in cells if LEFT_OUT in cell["text"]}


def _place(row: Row) -> Place:
    return row["table_number"], row["row_number"], row["column_number"]


def _rows(path: Path, table: str, left_out: set[Place]) -> list[Row]:
    """Rows without provenance; amounts inside text cells at the places of `left_out` are dropped."""
    if table == "mentions":
        # figures of sentences, which the transcriptions do not hold
        return []
    rows = _read(path).tables[table].to_pylist()
    if table == "prose_amounts":
        # the transcriptions hold no sentences: their amounts are compared, not what is said of them
        rows = [{name: row[name] for name in AMOUNT} for row in rows if row["ledger_id"] is not None]
    if table == "ledger":
        # telephones of sentences
        rows = [row for row in rows if row["disposition"] != "redacted" or row["table_number"] is not None]
    if table in ("prose_amounts", "ledger"):
        rows = [row for row in rows if row["span_start"] is None or _place(row) not in left_out]
    return [{name: value for name, value in row.items() if not _is_provenance(name)} for row in rows]


def _differences(original: Row, transcribed: Row) -> Row:
    """Columns that differ, as (original, transcribed); what is left out must be words in the original."""
    return {
        name: (value, transcribed[name])
        for name, value in original.items()
        if value != transcribed[name]
        and not (LEFT_OUT in str(transcribed[name]) and isinstance(value, str) and not parse_number(value))
    }


def _originals() -> list[Any]:
    paths = sorted(ORIGINALS.glob("*.txt")) if ORIGINALS.is_dir() else []
    if not paths:
        return [pytest.param(None, id="originals", marks=pytest.mark.skip(reason=f"{ORIGINALS} is absent"))]
    return [pytest.param(path, id=path.stem[:3]) for path in paths]


@pytest.mark.parametrize("original", _originals())
@pytest.mark.parametrize("table", [name for name in TABLES if name not in SENTENCES])
def test_original_gives_the_same_facts_as_its_transcription(original: Path, table: str) -> None:
    transcription = _transcription(_identity(original))
    left_out = _cells_left_out(transcription)
    expected, got = _rows(original, table, left_out), _rows(transcription, table, left_out)
    assert len(got) == len(expected), f"{len(expected)} rows in the original, {len(got)} in {transcription.name}"
    differing = {
        number: found for number, rows in enumerate(zip(expected, got, strict=True)) if (found := _differences(*rows))
    }
    assert not differing, "\n".join(f"row {number}: {found}" for number, found in list(differing.items())[:10])


@pytest.mark.parametrize("original", _originals())
def test_only_words_are_left_out(original: Path) -> None:
    """No cell that holds a number, a dash or nothing at all in the original is （略） in the transcription."""
    left_out = _cells_left_out(_transcription(_identity(original)))
    words = {_place(cell): cell["text"] for cell in _read(original).tables["cells"].to_pylist()}
    assert left_out
    assert [words[place] for place in left_out if len(words[place]) < 2 or parse_number(words[place])] == []


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason=f"{ORIGINALS} is absent")
def test_every_original_has_one_transcription_and_no_other_exists() -> None:
    originals = sorted(map(str, map(_identity, ORIGINALS.glob("*.txt"))))
    assert originals == sorted(map(str, map(_identity, RAW.glob("*.txt"))))
    assert len(originals) == len(set(originals)) == 5
