"""What dbt needs to know of the extraction, so that it stands once: sources, column meanings, statement kinds."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa

from dagster_project.extraction.knowledge import Mart, knowledge
from dagster_project.extraction.knowledge.amounts import amounts
from dagster_project.extraction.schemas import TABLES, TableSchema
from dagster_project.extraction.vocabulary import MartFamily
from dagster_project.invariants.judged import JUDGED, WITHHELD
from dagster_project.stated.problems import STATED_PROBLEMS
from dagster_project.stated.verdicts import FINDINGS_REVIEW

DBT = Path(__file__).resolve().parents[2] / "dbt"
STAGING = DBT / "models" / "staging"
SOURCES = STAGING / "_sources.yml"
COLUMNS = STAGING / "_columns.md"
STATEMENTS = DBT / "seeds" / "statements.csv"
UNITS = DBT / "macros" / "units_of_amount.sql"
UNKNOWN = Mart(title="未识别", family=MartFamily.UNKNOWN, covers="A table whose kind was not recognised")
STATED_TABLES = (FINDINGS_REVIEW, STATED_PROBLEMS)
HEADER = "Derived from dagster_project/extraction/schemas by `python -m dagster_project.derived`; do not edit."
STATED = "read_parquet('{{ env_var('YUSUAN_STATED', '../data/stated') }}/{name}.parquet')"
JUDGED_PLACE = "read_parquet('{{ env_var('YUSUAN_JUDGED', '../data/judged') }}/{name}.parquet')"
# what is withheld is nobody's to read, so it is left out in one place for all models
EXTRACTED = (
    "(select * from read_parquet('{{ env_var('YUSUAN_EXTRACTED', '../data/extracted') }}/{name}/*/part.parquet', "
    "hive_partitioning = false) as found "
    f"anti join {JUDGED_PLACE.replace('{name}', WITHHELD.name)} as withheld using (document_id))"
)


def render_sources() -> str:
    """Return the YAML of the dbt sources: each table with its grain, each column with type and meaning."""
    lines = [
        f"# {HEADER}",
        "version: 2",
        "sources:",
        *_source_lines(
            "extracted",
            "Tables extracted from the documents that are not withheld, as Parquet (抽取结果).",
            EXTRACTED,
            TABLES.values(),
        ),
        *_source_lines("stated", "What persons state beside the documents (人工填报).", STATED, STATED_TABLES),
        *_source_lines("judged", "What was judged of the documents before dbt.", JUDGED_PLACE, JUDGED.values()),
    ]
    return "\n".join(lines) + "\n"


def render_columns() -> str:
    """Return one docs block per column name and, as `<table>__<column>`, one where a table means another thing by it.

    The block of a name holds the meaning given to it most often, the first where two tie.
    """
    meanings: dict[str, Counter[str]] = {}
    for table in TABLES.values():
        for column in table.columns:
            meanings.setdefault(column.name, Counter())[column.description] += 1
    usual = {name: counted.most_common(1)[0][0] for name, counted in meanings.items()}
    own = {
        f"{table.name}__{column.name}": column.description
        for table in TABLES.values()
        for column in table.columns
        if column.description != usual[column.name]
    }
    blocks = (f"{{% docs {name} %}}\n{meaning}\n{{% enddocs %}}\n" for name, meaning in sorted((usual | own).items()))
    return "\n".join([f"<!-- {HEADER} -->\n", *blocks])


def render_statements() -> str:
    """Return the seed of dim_statements: one row per kind of `extraction/knowledge/statements`."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["statement_kind", *Mart.model_fields])
    for key, mart in [*((key, kind.mart) for key, kind in knowledge().kinds.items()), ("unknown", UNKNOWN)]:
        writer.writerow([key, *mart.model_dump().values()])
    return text.getvalue()


def render_units() -> str:
    """Return the macro that knows the units of amount of `extraction/knowledge/amounts.yml`."""
    units = "".join(f"        '{unit}': {yuan},\n" for unit, yuan in amounts().factors.items())
    return (
        "{# Derived from dagster_project/extraction/knowledge by `python -m dagster_project.derived`; do not edit. #}\n"
        "{# The units of amount, each with its yuan. #}\n"
        "{% macro units_of_amount() -%}\n"
        f"    {{{{ return({{\n{units}    }}) }}}}\n"
        "{%- endmacro %}\n"
    )


def _source_lines(name: str, description: str, location: str, tables: Iterable[TableSchema]) -> list[str]:
    return [
        f"  - name: {name}",
        f"    schema: \"{{{{ env_var('YUSUAN_SCHEMA_PREFIX', '') }}}}{name}\"",
        f"    description: {description}",
        "    config:",
        "      meta:",
        f'        external_location: "{location}"',
        "    tables:",
        *(line for table in tables for line in _table_lines(table)),
    ]


def _table_lines(table: TableSchema) -> list[str]:
    lines = [f"      - name: {table.name}", f"        description: {_quoted(table.grain + '.')}", "        columns:"]
    for column in table.columns:
        meaning, kind = _quoted(column.description), _sql_type(column.type)
        lines.append(f'          - {{name: {column.name}, data_type: "{kind}", description: {meaning}}}')
    return lines


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _sql_type(kind: pa.DataType) -> str:
    if pa.types.is_decimal(kind):
        return f"decimal({kind.precision}, {kind.scale})"
    names = {pa.string(): "string", pa.int32(): "integer", pa.bool_(): "boolean"}
    return names[kind]


def rendered() -> dict[Path, str]:
    """Return the text of every file that repeats the extraction."""
    return {
        SOURCES: render_sources(),
        COLUMNS: render_columns(),
        STATEMENTS: render_statements(),
        UNITS: render_units(),
    }
