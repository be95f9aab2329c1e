"""Derive the seed of dim_words: the codes of published tables in Chinese and in English.

The codes stand in vocabulary/ and knowledge/; only their words stand in codes.yml, and one without words raises.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml
from pydantic import BaseModel

from dagster_project.errors import UsageError
from dagster_project.extraction import vocabulary
from dagster_project.extraction.knowledge import knowledge
from dagster_project.extraction.knowledge.narrative import narrative_words, topics

HERE = Path(__file__).resolve().parent
DBT = HERE.parents[1] / "dbt"
WORDS = DBT / "seeds" / "code_words.csv"
MARTS = DBT / "models" / "marts"
NOT_PUBLISHED = {vocabulary.Phase.AMBIGUOUS}


class CodeSet(BaseModel, frozen=True):
    """A closed set: where its codes stand, the columns that hold them, and their words (Chinese, English)."""

    of: str | None = None
    columns: tuple[str, ...]
    words: Mapping[str, tuple[str, str]]

    def codes(self) -> frozenset[str]:
        """Return the codes of the set where it stands; those with words, where SQL makes them."""
        if self.of is None:
            return frozenset(self.words)
        if self.of == "topics":
            return frozenset(topics().groupindex) | frozenset(narrative_words().rate_topics)
        if self.of == "heads":
            return _kinds_of_heads()
        return frozenset(map(str, getattr(vocabulary, self.of))) - NOT_PUBLISHED


def _kinds_of_heads() -> frozenset[str]:
    """Return the kinds that are published: 在编 is the staff of the posts named before it."""
    kinds = frozenset(knowledge().heads.kinds)
    return kinds - {"staff_of_posts"} | {f"{posts.removesuffix('posts')}staff" for posts in knowledge().heads.posts}


def code_sets() -> dict[str, CodeSet]:
    """Return codes.yml."""
    sets = yaml.safe_load((HERE / "codes.yml").read_text("utf-8"))["sets"]
    return {name: CodeSet.model_validate(each) for name, each in sets.items()}


def without_words(sets: Mapping[str, CodeSet]) -> list[str]:
    """Return each code that has no words, behind the name of its set."""
    return sorted(f"{name}: {code}" for name, each in sets.items() for code in each.codes() - each.words.keys())


def render_code_words() -> str:
    """Return one row per table, column and code. Raises UsageError for codes without words."""
    sets = code_sets()
    if missing := without_words(sets):
        raise UsageError(f"Codes without words: {'; '.join(missing)}. Add them to derived/codes.yml.")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("table_name", "column_name", "code", "word_zh", "word_en"))
    writer.writerows(sorted(_rows(sets.values())))
    return text.getvalue()


def _rows(sets: Iterable[CodeSet]) -> Iterator[tuple[str, str, str, str, str]]:
    published = list(_published_columns())
    for each in sets:
        for table, column in published:
            if column in each.columns or f"{table}.{column}" in each.columns:
                for code, (chinese, english) in each.words.items():
                    yield table, column, code, chinese, english


def _published_columns() -> Iterator[tuple[str, str]]:
    """Yield table and column of every published table, as their contracts list them."""
    for path in sorted(MARTS.rglob("*.yml")):
        for model in yaml.safe_load(path.read_text("utf-8")).get("models", ()):
            for column in model.get("columns", ()):
                yield model["name"], column["name"]


def rendered() -> dict[Path, str]:
    """Return the text of the seed."""
    return {WORDS: render_code_words()}
