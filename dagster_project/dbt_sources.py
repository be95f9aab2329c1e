"""Derive what dbt needs to know of the extraction, so that it stands once: sources, column meanings, statement kinds.

`python -m dagster_project.dbt_sources` writes them and the list of rules; with `--check` it exits 1 when one is stale.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path

import pyarrow as pa

from dagster_project import dbt_rules
from dagster_project.extraction.knowledge import Mart, knowledge
from dagster_project.extraction.schemas import TABLES, TableSchema
from dagster_project.review import FINDINGS_REVIEW

DBT = Path(__file__).resolve().parents[1] / "dbt"
STAGING = DBT / "models" / "staging"
SOURCES = STAGING / "_sources.yml"
COLUMNS = STAGING / "_columns.md"
STATEMENTS = DBT / "seeds" / "statements.csv"
UNKNOWN = Mart("未识别", "unknown", None, None, None, "A table whose kind was not recognised")
HEADER = "Derived from dagster_project/extraction/schemas by `python -m dagster_project.dbt_sources`; do not edit."
EXTRACTED = (
    "read_parquet('{{ env_var('YUSUAN_EXTRACTED', '../data/extracted') }}/{name}/*/part.parquet', "
    "hive_partitioning = false)"
)
STATED = "read_parquet('{{ env_var('YUSUAN_STATED', '../data/stated') }}/{name}.parquet')"


def render_sources() -> str:
    """Return the YAML of the dbt sources: each table with its grain, each column with type and meaning."""
    lines = [
        f"# {HEADER}",
        "version: 2",
        "sources:",
        *_source_lines(
            "extracted", "Tables extracted from the documents, as Parquet (抽取结果).", EXTRACTED, TABLES.values()
        ),
        *_source_lines("stated", "What persons state beside the documents (人工填报).", STATED, [FINDINGS_REVIEW]),
    ]
    return "\n".join(lines) + "\n"


def render_columns() -> str:
    """Return one docs block per column name: the meaning given to it most often, the first where two tie."""
    meanings: dict[str, Counter[str]] = {}
    for table in TABLES.values():
        for column in table.columns:
            meanings.setdefault(column.name, Counter())[column.description] += 1
    blocks = (
        f"{{% docs {name} %}}\n{counted.most_common(1)[0][0]}\n{{% enddocs %}}\n"
        for name, counted in sorted(meanings.items())
    )
    return "\n".join([f"<!-- {HEADER} -->\n", *blocks])


def render_statements() -> str:
    """Return the seed of dim_statements: one row per kind of `extraction/knowledge/statements`."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["statement_kind", *Mart.__annotations__])
    for key, mart in [*((key, kind.mart) for key, kind in knowledge().kinds.items()), ("unknown", UNKNOWN)]:
        writer.writerow([key, *astuple(mart)])
    return text.getvalue()


def _rendered() -> dict[Path, str]:
    return {
        SOURCES: render_sources(),
        COLUMNS: render_columns(),
        STATEMENTS: render_statements(),
        **dbt_rules.rendered(),
    }


def stale() -> list[Path]:
    """Return the generated files whose text differs from what the extraction and the catalogue of rules give."""
    return [path for path, text in _rendered().items() if not path.exists() or path.read_text("utf-8") != text]


def main(arguments: list[str]) -> int:
    """Write the generated files, or with `--check` only compare; return the exit code."""
    if arguments == ["--check"]:
        for path in stale():
            print(f"{path} is stale: run `python -m dagster_project.dbt_sources`", file=sys.stderr)
        return 1 if stale() else 0
    for path, text in _rendered().items():
        path.write_text(text, "utf-8")
    return 0


def _source_lines(name: str, description: str, location: str, tables: Iterable[TableSchema]) -> list[str]:
    return [
        f"  - name: {name}",
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
    names = {pa.string(): "varchar", pa.int32(): "integer", pa.bool_(): "boolean"}
    return names[kind]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
