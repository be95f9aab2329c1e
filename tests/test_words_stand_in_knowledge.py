"""Chinese words stand in `extraction/knowledge`: what Python and SQL still say themselves is listed, and only shrinks.

Not counted are docstrings, comments, what is derived from knowledge, and what people read: messages, help, declared
columns.
"""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from pathlib import Path

from dagster_project.derived import sources, words
from dagster_project.settings import PROJECT

LEFT = Path(__file__).with_name("words_left.csv")
MOST = 39
"""Literals in all: lower it with the list, and never raise it."""
IDEOGRAPH = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
ELSEWHERE = {"knowledge", "schemas", "assessment", "exports"}
"""Folders whose words are knowledge, declared columns, or a page or workbook that people read."""
READ_BY_PEOPLE = {"Issue", "UsageError", "RunFailed", "Damaged", "unreadable", "Column", "TableSchema"}
KEYWORDS = {"message", "help"}
COMMENT = re.compile(r"\{#.*?#\}|--[^\n]*", re.DOTALL)
MESSAGE = re.compile(
    r"\{% macro (?:finding_message|cause_message|(?:figure_)?in_chinese)\b.*?\{%-? endmacro -?%\}", re.DOTALL
)
QUOTED = re.compile(r"'[^'\n]*'")
DERIVED = {*sources.rendered(), *words.rendered()}


class Literals(ast.NodeVisitor):
    """Collects the Chinese string literals of a module, parts of f-strings each on their own."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and IDEOGRAPH.search(node.value):
            self.found.append(node.value)

    def visit_Expr(self, node: ast.Expr) -> None:
        """Pass over a string that stands alone: a docstring."""
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name not in READ_BY_PEOPLE:
            self.generic_visit(node)

    def visit_keyword(self, node: ast.keyword) -> None:
        if node.arg not in KEYWORDS:
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        if not any(isinstance(target, ast.Name) and target.id in KEYWORDS for target in node.targets):
            self.generic_visit(node)


def in_python(text: str) -> list[str]:
    """Return the Chinese literals of a module."""
    literals = Literals()
    literals.visit(ast.parse(text))
    return literals.found


def in_sql(text: str) -> list[str]:
    """Return the Chinese literals of a model or of macros, and the lines with words outside of quotes."""
    bare = MESSAGE.sub("", COMMENT.sub("", text))
    pieces = [*QUOTED.findall(bare), *QUOTED.sub("", bare).splitlines()]
    return [piece for piece in pieces if IDEOGRAPH.search(piece)]


def said() -> Iterator[tuple[str, int]]:
    """Yield every file that says Chinese words itself, and how many."""
    package, dbt = PROJECT / "dagster_project", PROJECT / "dbt"
    modules = [path for path in package.rglob("*.py") if not ELSEWHERE & set(path.parts)]
    models = {path for folder in ("models", "macros") for path in (dbt / folder).rglob("*.sql")} - DERIVED
    for paths, literals in ((modules, in_python), (models, in_sql)):
        for path in sorted(paths):
            if number := len(literals(path.read_text("utf-8"))):
                yield path.relative_to(PROJECT).as_posix(), number


def allowed() -> dict[str, int]:
    """Return how many literals each file may have."""
    with LEFT.open(encoding="utf-8", newline="") as file:
        return {row["file"]: int(row["literals"]) for row in csv.DictReader(file)}


def test_words_stand_in_knowledge() -> None:
    assert dict(said()) == allowed(), "move what a file says more to knowledge; lower the number where it says fewer"


def test_the_list_only_shrinks() -> None:
    assert sum(allowed().values()) <= MOST


def test_literals_are_told_from_what_people_read() -> None:
    module = """
        '''文档 says what a module does.'''
        UNIT = re.compile(rf"元{scale}年")
        message = f"{count} 行"
        raise UsageError("没有")
        field = Option("--code", help="代码")
        other = Option("项目", help="代码")
        """
    assert in_python("\n".join(line.strip() for line in module.splitlines())) == ["元", "年", "项目"]
    model = "{# '元' #} select '元' as unit -- '年'\nwhere name in ('项目', 'x') and {{ '名' }}"
    assert in_sql(model) == ["'元'", "'项目'", "'名'"]
    assert in_sql("{% macro finding_message(alias) -%}'实列'{%- endmacro %}") == []
