"""What an assessment says, on the screen as on the page, in the language of the reader: words.yml."""

from __future__ import annotations

from pathlib import Path

from dagster_project.assessment.model import Assessment, DocumentAssessment, Measures, Standing
from dagster_project.extraction.knowledge import knowledge
from dagster_project.languages import Language, in_chinese, told_in_chinese, words_of

NOT_BUILT = "not_built"


class Said:
    """The words of one language: of themselves, and made of what was measured."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.words = words_of(Path(__file__).with_name("words.yml"), language)

    def verdict(self, assessment: Assessment) -> str:
        """Return the verdict on the folder."""
        return self.words("verdict", _verdict(assessment))

    def what_to_do(self, assessment: Assessment) -> str:
        """Return what a reader may do after the verdict; where nothing was built, with what that leaves open."""
        told = self.words("what_to_do", _verdict(assessment))
        is_open = not assessment.is_built and assessment.not_built_because is None
        return self.sentences(told, self.words.not_looked_at) if is_open else told

    def not_built(self, because: str) -> str:
        """Return why there is no warehouse."""
        return told_in_chinese(because) if self.language is Language.ZH else because

    def standings(self, assessment: Assessment) -> str:
        """Return how many documents there are of each standing, those that there are none of left out."""
        counts = assessment.summary.standings
        each = [(self.words("standing", standing), counts[standing]) for standing in Standing if counts[standing]]
        parts = self.words.between.join(self.words.standing_count.format(f"{count:,}", name) for name, count in each)
        in_all = self.counted(assessment.summary.documents, "document")
        return self.words.of_one_standing.format(in_all, parts) if parts else in_all

    def reasons(self, document: DocumentAssessment) -> list[str]:
        """Return what speaks against a document."""
        return [self.told(reason) for reason in document.reasons]

    def told(self, english: str) -> str:
        """Return a sentence of the tables, which hold it in English."""
        return in_chinese(english) if self.language is Language.ZH else english

    def whose(self, document: DocumentAssessment) -> str:
        """Return whose document it was taken for, of which year and kind."""
        issuer, year = document.issuer or self.words.issuer_unknown, document.fiscal_year or self.words.year_unknown
        parts = (issuer, year, self.words("kind", document.document_kind))
        return " · ".join(str(part) for part in parts if part)

    def total(self, document: DocumentAssessment) -> str:
        """Return whether the rows meet the printed total, and by how much not; nothing where that was not looked at."""
        if document.printed_total_cny is None:
            return "" if document.additive_cny is None else self.words.none_printed
        if document.gap_reason is None:
            return self.words.met
        return self.words.off_by.format(f"{abs(document.gap_cny or 0):,.2f}", self.words("gap", document.gap_reason))

    def statement(self, kind: str) -> str:
        """Return what a table was taken for: in Chinese the title that such statements bear."""
        if kind not in knowledge().kinds:
            return self.words.unknown_kind
        mart = knowledge().kinds[kind].mart
        return mart.title if mart is not None and self.language is Language.ZH else kind

    def counted(self, count: int, what: str) -> str:
        """Return a count with its noun."""
        return self.words("count", what if count == 1 else f"{what}s", f"{count:,}")

    def sentences(self, *each: str) -> str:
        """Return sentences, one behind the other."""
        return ("" if self.language is Language.ZH else " ").join(each)


def tables(measures: Measures) -> str:
    """Return the tables that are known, known by their columns, and unknown."""
    return f"{measures.tables_known:,} / {measures.tables_by_columns:,} / {measures.tables_unknown:,}"


def identities(measures: Measures) -> str:
    """Return the identities that hold and those that fail; nothing where they were not looked at."""
    if measures.identities_satisfied is None:
        return ""
    return f"{measures.identities_satisfied:,} / {measures.identities_failed or 0:,}"


def share(value: float | None) -> str:
    """Return a share in percent, to a tenth; no other share than all and none is shown as such."""
    if value is None:
        return ""
    shown = f"{value:.1%}"
    return {"100.0%": "99.9%", "0.0%": "0.1%"}.get(shown, shown) if 0 < value < 1 else f"{value:.0%}"


def number(value: float | None, digits: int = 0) -> str:
    """Return a number with its thousands apart; nothing where it is not known."""
    return "" if value is None else f"{value:,.{digits}f}"


def _verdict(assessment: Assessment) -> str:
    return NOT_BUILT if assessment.not_built_because is not None else assessment.summary.verdict.value
