"""Known facts and the ways a document prints them: separators, thousands, broken words, page breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from dagster_project.extraction import Extraction, extract

FACTORS = {"元": Decimal(1), "万元": Decimal(10_000)}
Cells = Sequence[str]


@dataclass(frozen=True)
class Issuer:
    """An invented department of a real region."""

    region: str
    body: str

    @property
    def name(self) -> str:
        """Its full name."""
        return self.region + self.body

    @property
    def own_level(self) -> str:
        """Its 本级."""
        return f"{self.name}本级"


@dataclass(frozen=True)
class Amount:
    """A cell of an amount column: a figure in units of its last decimal, a dash or a blank."""

    kind: str
    minor: int = 0

    def value(self, decimals: int) -> Decimal:
        """The figure in the printed unit."""
        return Decimal(self.minor).scaleb(-decimals)

    def cny(self, unit: str, decimals: int) -> Decimal | None:
        """Yuan, or None where nothing is disclosed."""
        return (self.value(decimals) * FACTORS[unit]).quantize(Decimal("0.01")) if self.kind == "figure" else None

    def printed(self, decimals: int, dash: str = "-") -> str:
        """The cell as printed, with thousands separators."""
        return {"figure": f"{self.value(decimals):,}", "dash": dash, "blank": ""}[self.kind]


@dataclass(frozen=True)
class Page:
    """How a document prints its tables."""

    separator: str
    unit: str
    decimals: int
    dash: str
    breaks: str
    """What stands at a page break: nothing (no break), blank, header, title (with the header)."""
    rows_per_page: int

    def rows(self, rows: Sequence[Cells]) -> str:
        """Rows as lines."""
        if self.separator == "|":
            return "".join(f"| {' | '.join(row)} |\n" for row in rows)
        return "".join("\t".join(row) + "\n" for row in rows)

    def table(self, caption: str, header: Sequence[Cells], rows: Sequence[Cells]) -> str:
        """A table over pages: caption, header, rows, with what the page break repeats."""
        rule = [] if self.separator == "\t" else [tuple("---" for _ in header[0])]
        head = self.rows([header[0], *rule, *header[1:]])
        size = self.rows_per_page if self.breaks != "none" else max(len(rows), 1)
        again = {"none": "", "blank": "\n", "header": "\n" + head, "title": f"\n{caption}\n{head}"}[self.breaks]
        parts = [self.rows(rows[start : start + size]) for start in range(0, len(rows), size)]
        return f"\n{caption}\n{head}" + again.join(parts)

    def caption(self, title: str, place: str) -> str:
        """The lines over a table."""
        return f"表3\n\n{title}\n\n单位名称：{place}\n\n单位：{self.unit}\n"


def read(text: str) -> Extraction:
    """Extract a text."""
    return extract(text.encode(), "document.txt")


def lines(extraction: Extraction, *columns: str, table: str = "statement_lines") -> list[tuple[Any, ...]]:
    """Rows of a table as tuples."""
    return [tuple(row[name] for name in columns) for row in extraction.tables[table].to_pylist()]


issuers = st.builds(
    Issuer,
    st.sampled_from(["深圳市龙岗区", "深圳市", "上海市浦东新区", "南京市鼓楼区", "广东省", "上饶市余干县"]),
    st.sampled_from(["海洋观测局", "林业推广委员会", "气象服务中心", "文物修缮办公室"]),
)
years = st.integers(2012, 2039)
amounts = st.one_of(
    st.builds(Amount, st.just("figure"), st.integers(0, 10**10)),
    st.builds(Amount, st.just("figure"), st.integers(0, 999)),
    st.builds(Amount, st.sampled_from(["dash", "blank"])),
    st.just(Amount("figure", 0)),
)
disclosed = st.builds(Amount, st.just("figure"), st.integers(0, 10**10))
names = st.builds(
    "{}{}".format,
    st.text("甲乙丙丁戊己庚辛海港潮浪礁湾", min_size=2, max_size=5),
    st.sampled_from(["事务", "运行", "管理", "监测"]),
)
pages = st.builds(
    Page,
    separator=st.sampled_from(["|", "\t"]),
    unit=st.sampled_from(["元", "万元"]),
    decimals=st.sampled_from([0, 2]),
    dash=st.sampled_from(["-", "--", "——"]),
    breaks=st.sampled_from(["none", "blank", "header", "title"]),
    rows_per_page=st.integers(1, 6),
)


def broken(word: str) -> st.SearchStrategy[str]:
    """A word as recognition prints it: with a blank somewhere, or as it is."""
    return st.one_of(
        st.just(word), st.integers(1, max(len(word) - 1, 1)).map(lambda place: f"{word[:place]} {word[place:]}")
    )
