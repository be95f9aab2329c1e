"""Which documents a night must build anew: those that are new, changed or gone, and all that hang together with them.

Rows of a document follow from it and from documents that speak of the same bodies, directly or through others. What is
made of all documents (names of codes, regions, verdicts) is made whole each time; where that comes out otherwise, the
documents that lean on it are touched, too. A table that meets nothing else in its document is set against all others:
its document is always touched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import duckdb

from dagster_project.settings import Settings
from dagster_project.store.states import State
from dagster_project.warehouse.build import Build
from dagster_project.warehouse.leaning import leaning
from dagster_project.warehouse.literals import read_parquet
from dagster_project.warehouse.remembered import APART, BODIES, KEYED, Last

Bodies = list[tuple[str, str]]
SEEN = ("documents", "organisations", "statement_lines", "projects", "indicators", "scores", "headcounts")
NAMED = "select distinct document_id, unnest([organisation, known_as, department]) as body from {rows}"


def first_touched(settings: Settings, last: Last, before: Mapping[str, str], now: Mapping[str, State]) -> set[str]:
    """Return the documents that differ from the last night's, gone ones among them, and those that hang with them."""
    changed = {each for each in before.keys() | now.keys() if each not in now or before.get(each) != now[each].digest}
    with duckdb.connect() as connection:
        apart = {row[0] for row in connection.execute(f"from {read_parquet(last.build.remembered / APART)}").fetchall()}
        bodies = [*_remembered(connection, last), *_seen(connection, settings, changed & now.keys(), now)]
    return linked(bodies, changed | apart)


def also_touched(build: Build, last: Last, touched: set[str]) -> set[str]:
    """Return the documents that a build shows to be touched beside those that it was made of."""
    with duckdb.connect(str(build.database), read_only=True) as connection:
        found = connection.execute(f"from ({NAMED.format(rows=KEYED)}) where body is not null").fetchall()
        changed = {row[0] for query in leaning(build, last) for row in connection.execute(query).fetchall()}
        bodies = [*_remembered(connection, last), *found]
    return linked(bodies, touched | changed) - touched


def linked(bodies: Iterable[tuple[str, str]], documents: set[str]) -> set[str]:
    """Return some documents, and all that share a body with one of them, directly or through others."""
    of_document: dict[str, set[str]] = defaultdict(set)
    of_body: dict[str, set[str]] = defaultdict(set)
    for document, body in bodies:
        of_document[document].add(body)
        of_body[body].add(document)
    reached, to_look_at = set(documents), list(documents)
    while to_look_at:
        for body in of_document[to_look_at.pop()]:
            # a body is looked at once
            beside = of_body.pop(body, set()) - reached
            reached |= beside
            to_look_at += beside
    return reached


def _remembered(connection: duckdb.DuckDBPyConnection, last: Last) -> Bodies:
    rows = NAMED.format(rows=read_parquet(last.build.remembered / BODIES))
    return connection.execute(f"from ({rows}) where body is not null").fetchall()


def _seen(
    connection: duckdb.DuckDBPyConnection, settings: Settings, documents: set[str], states: Mapping[str, State]
) -> Bodies:
    """Return the bodies of which documents speak, as far as that is told before they are built."""
    found: Bodies = []
    for bucket in {states[each].bucket for each in documents}:
        for name in SEEN:
            file = settings.extracted / name / f"bucket={bucket}" / "part.parquet"
            columns = [row[0] for row in connection.execute(f"describe from {read_parquet(file)}").fetchall()]
            bodies = ", ".join({"organisation", "department"} & set(columns))
            rows = f"select distinct document_id, unnest([{bodies}]) as body from {read_parquet(file)}"
            found += connection.execute(f"from ({rows}) where body is not null").fetchall()
    return [(document, body) for document, body in found if document in documents]
