"""Every code of a closed set has words; none without them is published."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from dagster_project.derived.codes import CodeSet, code_sets, render_code_words, without_words
from dagster_project.extraction.vocabulary import Phase


def test_every_code_has_words_in_both_languages() -> None:
    sets = code_sets()
    assert without_words(sets) == []
    assert [name for name, each in sets.items() for words in each.words.values() if not all(words)] == []


def test_a_code_without_words_is_named() -> None:
    short = CodeSet(of="Phase", columns=("phase",), words={"approved": ("年初预算", "approved")})
    assert without_words({"phase": short}) == ["phase: executed", "phase: revised"]


def test_what_is_never_published_needs_no_words() -> None:
    assert str(Phase.AMBIGUOUS) not in code_sets()["phase"].codes()


def test_every_set_has_a_published_column() -> None:
    rows = [line.split(",")[:2] for line in render_code_words().splitlines()[1:]]
    columns = {column for _, column in rows} | {".".join(row) for row in rows}
    assert [name for name, each in code_sets().items() if not columns.issuperset(each.columns)] == []


@pytest.mark.xdist_group("warehouse")
def test_no_code_is_published_without_words(warehouse: Path) -> None:
    with duckdb.connect(str(warehouse), read_only=True) as marts:
        columns = marts.execute("select distinct table_name, column_name from dim_words").fetchall()
        unknown = {
            f"{table}.{column}: {code}"
            for table, column in columns
            for (code,) in marts.execute(
                f"""select distinct {column} from {table} where {column} <> ''
                    except select code from dim_words where table_name = ? and column_name = ?""",
                [table, column],
            ).fetchall()
        }
    assert unknown == set()
