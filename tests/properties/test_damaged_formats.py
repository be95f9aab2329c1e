"""A package or page in which anything is cut, doubled or replaced is read, or refused; it never breaks the reader."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from ofd_paper import Dialect, OfdPaper
from office import Style, Table
from office_others import mht, ods, odt, xml2003
from paper import rule, write

from dagster_project.extraction.read import read

TABLE = Table(["支出表", "单位：万元"], [("项目", "金额")], [["甲", Decimal("1.50")], ["乙", Decimal("2.00")]])
STYLE = Style(typed=True, one_sheet=True, merged_title=True, hides=True)
PLACE = re.compile(rb'"[^"]*"|<[^>]*>')
values = st.sampled_from([b"", b'""', b'"-1"', b'"999999999999"', b'"nan"', b'"1e308"', b"<a/>", b"\xff", b'"g 9"'])
changes = st.lists(st.tuples(st.integers(0, 10_000), st.one_of(values, st.none())), min_size=1, max_size=4)


def ofd() -> bytes:
    """Return an OFD document with a table."""
    paper = OfdPaper(dialect=Dialect(template=True, blocks=True))
    across, down = [50.0, 150.0, 250.0], [100.0, 120.0, 140.0]
    rule(paper, across, down)
    write(paper, across, down, [("项目", "金额"), ("甲", "1")])
    return paper.save()


FILES = {
    "ofd": ofd(),
    "ods": ods([], [TABLE], STYLE),
    "odt": odt([], [TABLE], STYLE),
    "xml2003": xml2003([], [TABLE], STYLE),
    "mht": mht([], [TABLE], STYLE),
}


def damaged(content: bytes, changes: list[tuple[int, bytes | None]]) -> bytes:
    """Return some markup with values or elements replaced; None doubles one."""
    for place, value in changes:
        found = list(PLACE.finditer(content))
        if found:
            match = found[place % len(found)]
            content = content[: match.start()] + (2 * match[0] if value is None else value) + content[match.end() :]
    return content


@pytest.mark.parametrize("format", FILES)
@examples(80)
@given(st.integers(0, 20), changes)
def test_a_damaged_file_is_read_or_refused(format: str, part: int, changes: list[tuple[int, bytes | None]]) -> None:
    content = FILES[format]
    if not content.startswith(b"PK"):
        read(damaged(content, changes), "document")
        return
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as package:
        names = source.namelist()
        for number, name in enumerate(names):
            data = source.read(name)
            package.writestr(name, damaged(data, changes) if number == part % len(names) else data)
    document, problems = read(target.getvalue(), "document")
    assert document.blocks or problems
