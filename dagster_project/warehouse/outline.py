"""The outline of a build database: its tables and views without their rows, for the page that documents them.

Once a release is published, nobody asks a build for rows: a later night begins with the release and with what the build
left it to remember, and to analysts the rows are half of all disk for nothing.
"""

from __future__ import annotations

from pathlib import Path

from dagster_project.atomic import replaced
from dagster_project.warehouse.literals import literal
from dagster_project.warehouse.memory import Memory

RELATIONS = """
select schema_name, table_name, type,
    array_agg(struct_pack(name := column_name, type := data_type) order by column_index)
from duckdb_columns() join (
    select database_oid, schema_oid, table_oid, 'table' as type from duckdb_tables()
    union all
    select database_oid, schema_oid, view_oid, 'view' from duckdb_views()
) using (database_oid, schema_oid, table_oid)
where database_name = 'build' and not internal
group by all order by all
"""


def leave_outline(memory: Memory, database: Path) -> None:
    """Put in the place of a build database one with the same tables, views and columns, and no rows."""
    with replaced(database) as beside, memory.connect(beside) as outline:
        outline.execute(f"attach {literal(str(database))} as build (read_only)")
        relations = outline.execute(RELATIONS).fetchall()
        outline.begin()
        for schema, name, kind, columns in relations:
            nothing = ", ".join(f'null::{column["type"]} as "{column["name"]}"' for column in columns)
            outline.execute(f'create schema if not exists "{schema}"')
            outline.execute(f'create {kind} "{schema}"."{name}" as select {nothing} where false')
        outline.commit()
