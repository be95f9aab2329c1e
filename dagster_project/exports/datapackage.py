"""`datapackage.json`: of each exported file the columns with type, meaning, unit and keys, as frictionless reads it.

<https://specs.frictionlessdata.io/tabular-data-package/>, with the fields of Table Schema
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from dagster_project.exports import fiscal
from dagster_project.exports.sources import Source
from dagster_project.publication.descriptions import Column, Table
from dagster_project.publication.releases import Release
from dagster_project.warehouse.keys import Keys

FILE = "datapackage.json"
TYPES = {"VARCHAR": "string", "BOOLEAN": "boolean", "INTEGER": "integer", "BIGINT": "integer", "DATE": "date"}
"""Any other type is a number."""


def package(release: Release, exported: Iterable[Source], form: str) -> str:
    """Return the descriptor of files `<table>.<form>`, which are `csv` or `parquet`."""
    exported = list(exported)
    resources = [_resource(each.name, each.table.description, _schema(each), form) for each in exported]
    if expenditure := next((each for each in exported if each.name == fiscal.TABLE), None):
        resources.append(_resource(fiscal.NAME, fiscal.DESCRIPTION, _fiscal_schema(expenditure.table), form))
    descriptor = {
        "profile": "data-package",
        "name": "yusuan",
        "title": "Yusuan (预算): budgets and final accounts of Chinese public bodies",
        "version": release.release_id,
        "created": release.built_at.isoformat().replace("+00:00", "Z"),
        "columnTypes": [fiscal.TAXONOMY],
        "resources": resources,
    }
    return json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n"


def _resource(name: str, description: str, schema: dict[str, Any], form: str) -> dict[str, Any]:
    resource = {"name": name, "path": f"{name}.{form}", "format": form, "description": description, "schema": schema}
    if form == "csv":
        return resource | {"profile": "tabular-data-resource", "mediatype": "text/csv", "encoding": "utf-8"}
    return resource | {"mediatype": "application/vnd.apache.parquet"}


def _schema(source: Source) -> dict[str, Any]:
    fields = [_field(column) for column in source.columns]
    return {"fields": fields} | _stated(source.keys)


def _field(column: Column) -> dict[str, Any]:
    field = {"name": column.name, "type": TYPES.get(column.kind, "number"), "description": column.description}
    if title := column.chinese:
        field["title"] = title
    return field | ({"unit": column.unit} if column.unit else {})


def _stated(keys: Keys) -> dict[str, Any]:
    """Return the keys as Table Schema states them; one that may be NULL in part is unique, and no primary one."""
    stated: dict[str, Any] = {}
    if keys.primary:
        stated["primaryKey"] = list(keys.primary)
    elif keys.unique:
        stated["uniqueKeys"] = [list(keys.unique)]
    if keys.foreign:
        stated["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": table, "fields": [key]}}
            for column, (table, key) in keys.foreign.items()
        ]
    return stated


def _fiscal_schema(expenditure: Table) -> dict[str, Any]:
    columns = {column.name: column for column in expenditure.columns}
    fields = [_field(columns[name]) | {"columnType": kind} for name, kind in fiscal.COLUMN_TYPES.items()]
    return {"fields": fields, "extraFields": fiscal.EXTRA_FIELDS}
