"""What an assessment says of a document, of its worst tables and of the folder: every output is derived from these.

The title of a field is its column on a page, the description its meaning, with the Chinese term.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, computed_field


class Outcome(StrEnum):
    """What became of a file."""

    READ = "read"
    DUPLICATE = "duplicate"
    OUT_OF_SCOPE = "out_of_scope"
    WITHHELD = "withheld"
    FAILED = "failed"


class Standing(StrEnum):
    """How far the reading of a document, or of the folder, can be trusted; the worst last but one."""

    SOUND = "sound"
    LOOK = "look"
    UNSOUND = "unsound"
    UNREAD = "unread"
    ASIDE = "aside"


class Identity(BaseModel):
    """Which document it is, what became of it, and whose budget of which year it was taken for."""

    model_config = ConfigDict(frozen=True)

    document_file: str = Field(title="document", description="Path below the folder (文件)")
    standing: Standing = Field(title="standing", description="Whether its reading can be trusted (可信程度)")
    reasons: tuple[str, ...] = Field(title="why", description="What speaks against it, the worst first (原因)")
    outcome: Outcome = Field(title="outcome", description="What became of the file (读取结果)")
    outcome_because: str | None = Field(None, title="because", description="Why it was not read (未读原因)")
    format: str = Field(title="format", description="What its bytes are (格式)")
    issuer: str | None = Field(None, title="issuer", description="Whose document it is (单位)")
    region: str | None = Field(None, title="region", description="Region of the issuer, from the top down (地区)")
    document_kind: str | None = Field(None, title="kind", description="Budget, final account … (文件种类)")
    document_scope: str | None = Field(None, title="scope", description="Department or unit (部门 | 单位)")
    fiscal_year: int | None = Field(None, title="year", description="Fiscal year (年度)")


class Measures(BaseModel):
    """What is counted, of a document or of all; None where it was not looked at."""

    model_config = ConfigDict(frozen=True)

    numbers: int = Field(0, title="numbers", description="Numbers seen (数字)")
    facts: int = Field(0, title="facts", description="Numbers that became facts (入表)")
    labels: int = Field(0, title="labels", description="Numbers that are labels: codes, years, line numbers (标签)")
    unmapped: int = Field(0, title="unmapped", description="Numbers that were not used (未入表)")
    redacted: int = Field(0, title="redacted", description="Numbers left out as personal data (隐去)")
    figures: int = Field(0, title="figures", description="Figures of statements, which sums may confirm (报表数字)")
    figures_confirmed: int = Field(
        0, title="confirmed", description="Figures whose reading the document's own sums confirm (勾稽验证)"
    )
    figures_doubtful: int = Field(
        0, title="doubtful figures", description="Figures whose reading they contradict (存疑数字)"
    )
    tables: int = Field(0, title="tables", description="Tables found (表)")
    tables_known: int = Field(0, title="known", description="Tables whose title tells their kind (按表名识别)")
    tables_by_columns: int = Field(0, title="by columns", description="Tables whose columns tell it (按列识别)")
    tables_unknown: int = Field(0, title="unknown", description="Tables of no known kind (未识别)")
    tables_doubtful: int | None = Field(
        None, title="doubtful", description="Tables that the document's own sums contradict as they were read (存疑表)"
    )
    identities_satisfied: int | None = Field(
        None, title="identities that hold", description="Sums and equalities of its figures that hold (勾稽相符)"
    )
    identities_failed: int | None = Field(
        None, title="identities that fail", description="Sums and equalities that do not (勾稽不符)"
    )
    digits_printed: int | None = Field(
        None,
        title="digits",
        description="Digits the file prints, by a second count; None where none is made (数字位数)",
    )
    digits_lost: int | None = Field(None, title="digits lost", description="Digits printed and not read (漏读位数)")
    digits_added: int | None = Field(None, title="digits added", description="Digits read and not printed (多读位数)")
    seconds: float | None = Field(None, title="seconds", description="Seconds to read it, by the clock (秒)")
    megabytes: float | None = Field(None, title="MB", description="Memory that reading it took, at most (内存, MB)")

    @computed_field(title="facts", description="Share of the numbers that are facts (入表比例)")  # type: ignore[prop-decorator]
    @property
    def fact_share(self) -> float | None:
        """Share of the numbers that are facts; None where there are no numbers."""
        return self._share(self.facts)

    @computed_field(title="labels", description="Share of the numbers that are labels (标签比例)")  # type: ignore[prop-decorator]
    @property
    def label_share(self) -> float | None:
        """Share of the numbers that are labels."""
        return self._share(self.labels)

    @computed_field(title="unmapped", description="Share of the numbers that were not used (未入表比例)")  # type: ignore[prop-decorator]
    @property
    def unmapped_share(self) -> float | None:
        """Share of the numbers that were not used."""
        return self._share(self.unmapped)

    def _share(self, part: int) -> float | None:
        return round(part / self.numbers, 6) if self.numbers else None

    @classmethod
    def of_all(cls, each: Iterable[Measures]) -> Self:
        """Return the sums over several; of memory, the most."""
        rows = list(each)
        values = {name: [value for row in rows if (value := getattr(row, name)) is not None] for name in FIELDS}
        sums = {name: sum(of_name) if of_name else None for name, of_name in values.items()}
        return cls.model_validate({**sums, "megabytes": max(values["megabytes"], default=None)} if rows else {})


FIELDS = tuple(Measures.model_fields)


class DocumentAssessment(Measures, Identity):
    """One document found in the folder."""

    printed_total_cny: Decimal | None = Field(
        None, title="printed total", description="Expenditure of the year as printed, in yuan (印出的支出合计, 元)"
    )
    additive_cny: Decimal | None = Field(
        None, title="sum of rows", description="Sum of the rows that may be summed, in yuan (可加总行之和, 元)"
    )
    gap_cny: Decimal | None = Field(None, title="gap", description="Printed total less that sum, in yuan (差额, 元)")
    gap_reason: str | None = Field(
        None, title="reason of the gap", description="Why they miss it; NULL where they meet it (差额原因)"
    )

    @property
    def is_counted(self) -> bool:
        """Tell whether the document is one of those that the folder is judged by."""
        return self.standing is not Standing.ASIDE


class TableAssessment(BaseModel):
    """One table of a document, with what speaks against its reading."""

    model_config = ConfigDict(frozen=True)

    document_file: str = Field(title="document", description="Path below the folder (文件)")
    table_number: int = Field(title="table", description="Table within the document, from 1 (表序)")
    title: str | None = Field(None, title="title", description="Title as printed (表名)")
    statement_kind: str = Field(title="kind", description="What it was taken for (报表种类)")
    kind_basis: str = Field(title="told by", description="What told that: title, header, columns or none (种类依据)")
    page: int | None = Field(None, title="page", description="First page (页)")
    line: int | None = Field(None, title="line", description="First line (行)")
    numbers: int = Field(0, title="numbers", description="Numbers in it (数字)")
    unmapped: int = Field(0, title="unmapped", description="Numbers that were not used (未入表)")
    unmapped_because: str | None = Field(None, title="why", description="The most frequent reason (最常见原因)")
    is_doubtful: bool = Field(
        False, title="doubtful", description="The document's own sums contradict it as it was read (存疑)"
    )
    identities_satisfied: int = Field(0, title="identities that hold", description="(勾稽相符)")
    identities_failed: int = Field(0, title="identities that fail", description="(勾稽不符)")


class Summary(Measures):
    """The whole folder."""

    verdict: Standing = Field(title="verdict", description="Whether the reading of the folder can be trusted (结论)")
    documents: int = Field(title="documents", description="Files found (文件数)")
    standings: dict[Standing, int] = Field(title="standings", description="Documents of each standing (可信程度)")
    outcomes: dict[Outcome, int] = Field(title="outcomes", description="Files of each outcome (读取结果)")
    identified: int = Field(title="identified", description="Documents whose issuer, year and kind are known (已识别)")
    totals_printed: int | None = Field(None, title="totals printed", description="Documents that print one (印有合计)")
    totals_met: int | None = Field(None, title="totals met", description="Documents whose rows meet it (合计相符)")


class Assessment(BaseModel):
    """What an assessment found: the folder in all, its documents, and its worst tables."""

    model_config = ConfigDict(frozen=True)

    folder: str = Field(title="folder", description="The folder that was assessed")
    extractor_version: str = Field(title="extractor", description="Version of the extractor")
    is_quick: bool = Field(title="quick", description="Without the warehouse: printed totals were not looked at")
    not_built_because: str | None = Field(None, title="not built", description="Why there is no warehouse")
    seconds: float = Field(title="seconds", description="Seconds the whole assessment took, by the clock")
    summary: Summary
    documents: tuple[DocumentAssessment, ...]
    worst_tables: tuple[TableAssessment, ...]

    @property
    def is_built(self) -> bool:
        """Tell whether a warehouse was built, and so whether printed totals were looked at."""
        return not self.is_quick and self.not_built_because is None
