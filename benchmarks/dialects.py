"""Ask each model on Spark over the tables of a build in DuckDB, and print as JSON which give the same rows.

Usage: python benchmarks/dialects.py DATA COMPILED [MODEL …]   — the data folder of an installation, and where
`dbt compile --target spark --no-populate-cache --no-introspect --target-path COMPILED` was done for its commit.

A model is judged by itself: what it reads are DuckDB's tables. `varchar` is read as `string`, and what Spark lacks of
DuckDB's functions is declared for the session (FUNCTIONS).
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
from pyspark.sql import SparkSession

FUNCTIONS = {
    "regexp_matches(content string, pattern string) returns boolean": "content rlike pattern",
    "starts_with(content string, beginning string) returns boolean": "startswith(content, beginning)",
    "string_split(content string, separator string) returns array<string>": "split(content, separator)",
    "list_distinct(items array<string>) returns array<string>": "array_distinct(array_compact(items))",
    "list_sort(items array<string>) returns array<string>": "array_sort(items)",
    "array_to_string(items array<string>, separator string) returns string": "array_join(items, separator)",
    "error(message string) returns string": "raise_error(message)",
}
OPTIONS = {
    "spark.sql.parser.escapedStringLiterals": "true",
    "spark.sql.shuffle.partitions": "1",
    "spark.ui.enabled": "false",
}
Rows = list[dict[str, object]]


def session(folder: Path) -> SparkSession:
    """Return Spark in this process, with the functions."""
    builder = SparkSession.builder.master("local[1]").config("spark.sql.warehouse.dir", str(folder / "warehouse"))
    for name, value in OPTIONS.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    for head, body in FUNCTIONS.items():
        spark.sql(f"create temporary function {head} return {body}")
    return spark


def sources(data: Path) -> Iterator[tuple[str, str, str]]:
    """Yield schema, name and files of each source."""
    for folder in sorted((data / "extracted").glob("[!_]*/")):
        yield "extracted", folder.name, f"{folder}/*/part.parquet"
    for schema in ("stated", "judged"):
        for file in sorted((data / schema).glob("*.parquet")):
            yield schema, file.stem, str(file)


def compared(value: object) -> object:
    """Return a value as both engines tell it: of one figure, one engine makes an integer, another a decimal."""
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return format(Decimal(value).normalize(), "f")
    return round(value, 9) if isinstance(value, float) else value


def counted(rows: Rows) -> Counter[str]:
    """Return the rows without their order."""
    return Counter(repr([(name, compared(row[name])) for name in sorted(row)]) for row in rows)


def verdict(spark: SparkSession, sql: str, expected: Rows) -> str:
    """Return `equal`, `differs`, or why Spark does not answer."""
    try:
        found = spark.sql(re.sub(r"\bas varchar\b", "as string", sql)).toArrow().to_pylist()
    except Exception as error:
        reason = next((line for line in str(error).splitlines() if "[" in line), type(error).__name__)
        return re.sub(r" SQLSTATE.*", "", reason)[:160]
    return "equal" if counted(found) == counted(expected) else "differs"


def main(data: Path, target: Path, only: Iterable[str]) -> dict[str, list[str]]:
    """Return the models by what became of them."""
    (database,) = (data / "build").glob("*/warehouse.duckdb")
    compiled = {file.stem: file for file in target.glob("compiled/*/models/**/*.sql")}
    found = defaultdict(list)
    with tempfile.TemporaryDirectory() as place, duckdb.connect(str(database), read_only=True) as build:
        spark = session(Path(place))
        tables = build.execute("select schema_name, table_name from duckdb_tables()").fetchall()
        for schema, name in tables:
            build.execute(f"copy (from {schema}.{name}) to '{place}/{schema}.{name}.parquet'")
        exported = [(schema, name, f"{place}/{schema}.{name}.parquet") for schema, name in tables]
        for schema, name, files in [*exported, *sources(data)]:
            spark.sql(f"create database if not exists {schema}")
            spark.sql(f"create table {schema}.{name} using parquet options (path '{files}')")
        for schema, name in tables:
            if name in compiled and name in (set(only) or {name}):
                expected = build.execute(f"from {schema}.{name}").to_arrow_table().to_pylist()
                found[verdict(spark, compiled[name].read_text(encoding="utf-8"), expected)].append(name)
    return found


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]), indent=2))
