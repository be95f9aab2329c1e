"""The numbers of an old workbook (.xls): its shown cells that hold one, from the records of its stream ([MS-XLS]).

Texts are not asked for digits, and a zero is left out: a format may show it as a dash, or not at all.
"""

from __future__ import annotations

import io
import struct
from collections import Counter
from collections.abc import Iterator

import olefile

from dagster_project.extraction.recount import Printed

STREAMS = ("Workbook", "Book")
BOF, EOF, SHEET = 0x0809, 0x000A, 0x0085
NUMBER, RK, MULTIPLE, FORMULA = 0x0203, 0x027E, 0x00BD, 0x0006
ROW, COLUMNS, MERGED = 0x0208, 0x007D, 0x00E5
WORKSHEET = 0
Record = tuple[int, bytes]


def printed(content: bytes, encoding: str | None) -> Printed:
    """Return how many cells of a row hold a number other than zero; hidden sheets, rows and columns none."""
    with olefile.OleFileIO(io.BytesIO(content)) as file:
        name = next((name for name in STREAMS if file.exists(name)), None)
        stream = file.openstream(name).read() if name else b""
    cells: Counter[tuple[int, int]] = Counter()
    sheets = [data for kind, data in _records(stream, 0) if kind == SHEET and len(data) >= 6]
    for number, (start, state, sort) in enumerate((struct.unpack_from("<IBB", data) for data in sheets), 1):
        if state & 3 == 0 and sort == WORKSHEET:
            for row in _rows(list(_records(stream, start))):
                cells[number, row] += 1
    return Printed(cells=cells)


def _records(stream: bytes, start: int) -> Iterator[Record]:
    """Yield the records of a part of the stream, from its beginning to its end."""
    depth = 0
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        depth += (kind == BOF) - (kind == EOF)
        yield kind, stream[start + 4 : start + 4 + length]
        start += 4 + length
        if depth <= 0:
            return


def _rows(records: list[Record]) -> Iterator[int]:
    """Yield the row, from 1, of each shown cell with a number."""
    unseen = {struct.unpack_from("<H", data)[0] for kind, data in records if kind == ROW and data[12] & 0x20}
    columns = {column for kind, data in records if kind == COLUMNS for column in _hidden(data)}
    covered = [area for kind, data in records if kind == MERGED for area in _areas(data)]
    for row, column, value in (cell for record in records for cell in _numbers(*record)):
        is_covered = any(
            top <= row <= bottom and left <= column <= right and (row, column) != (top, left)
            for top, bottom, left, right in covered
        )
        if value and row not in unseen and column not in columns and not is_covered:
            yield row + 1


def _numbers(kind: int, data: bytes) -> Iterator[tuple[int, int, float]]:
    if kind == NUMBER or (kind == FORMULA and data[12:14] != b"\xff\xff"):
        row, column, _, value = struct.unpack_from("<HHHd", data)
        yield row, column, value
    elif kind == RK:
        row, column, _, packed = struct.unpack_from("<HHHI", data)
        yield row, column, packed >> 2
    elif kind == MULTIPLE:
        row, first = struct.unpack_from("<HH", data)
        for index in range((len(data) - 6) // 6):
            yield row, first + index, struct.unpack_from("<I", data, 6 + 6 * index)[0] >> 2


def _hidden(data: bytes) -> Iterator[int]:
    first, last, _, _, options = struct.unpack_from("<HHHHH", data)
    if options & 1:
        yield from range(first, last + 1)


def _areas(data: bytes) -> Iterator[tuple[int, int, int, int]]:
    for index in range(struct.unpack_from("<H", data)[0]):
        yield struct.unpack_from("<HHHH", data, 2 + 8 * index)
