"""Which untouched documents lean on a row that is made of all documents, and comes out otherwise than it did.

Names of codes stand in reports, verdicts beside findings. Asked of a build of what is touched, as SQL that returns
documents.
"""

from __future__ import annotations

from pathlib import Path

from dagster_project.warehouse.build import Build
from dagster_project.warehouse.literals import read_parquet
from dagster_project.warehouse.remembered import Last, untouched

CODED = {
    "fct_function_names": "function_code",
    "fct_expenditure": "function_code",
    "fct_yearly_amounts": "function_code",
    "fct_prose_amounts": "code",
    "fct_code_mentions": "code",
}
"""Tables whose rows bear a function code, and in which column."""


def leaning(build: Build, last: Last) -> tuple[str, ...]:
    """Return queries that together find the untouched documents which lean on what is changed."""
    return _on_codes(build, last.parquet), _on_verdicts(build, last.parquet)


def _on_codes(build: Build, before: Path) -> str:
    """A report names a code, and its 类, as most documents do."""
    changed = _differing("function_code", f"from {_published(before, 'dim_functions')}", "from marts.dim_functions")
    coded = " union all ".join(
        f"select document_id, {column} as code from {untouched(build, before / f'{name}.parquet')}"
        for name, column in CODED.items()
    )
    return f"""
        with changed as ({changed})
        select distinct document_id from ({coded})
        where code in (from changed) or substr(code, 1, 3) in (from changed)
    """


def _on_verdicts(build: Build, before: Path) -> str:
    """A verdict is for one finding; of several the first."""
    verdicts = """
        select
            cause_id, finding_id, verdict, verdict_reason, is_applied,
            row_number() over (partition by cause_id order by entry) as choice
        from """
    name = "fct_finding_verdicts"
    changed = _differing("cause_id", verdicts + _published(before, name), f"{verdicts} marts.{name}")
    findings = untouched(build, before / "fct_findings.parquet")
    return f"select document_id from {findings} where finding_id in ({changed})"


def _published(before: Path, name: str) -> str:
    return read_parquet(before / f"{name}.parquet")


def _differing(key: str, before: str, now: str) -> str:
    """Return as SQL the keys of the rows that only one of two queries gives."""
    only = [f"({one}) except ({other})" for one, other in ((before, now), (now, before))]
    return " union ".join(f"select {key} from ({rows}) where {key} is not null" for rows in only)
