"""What a command refuses, sees or has done is said in Chinese where Chinese is asked for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from test_sentences import ENGLISH, literals

from dagster_project.languages import told_in_chinese
from dagster_project.settings import PROJECT

TOLD = {"UsageError", "Busy", "Diagnosis", "say"}
TO_DEVELOPERS = ("derived/",)
SQL = re.compile(r"`[^`]*`")
PACKAGE = PROJECT / "dagster_project"


def told() -> Iterator[tuple[str, str]]:
    """Yield what the code tells whom calls a command, with the file that tells it."""
    for file in sorted(PACKAGE.rglob("*.py")):
        name = file.relative_to(PACKAGE).as_posix()
        if name.startswith(TO_DEVELOPERS):
            continue
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in TOLD:
                arguments = ast.Module([ast.Expr(ast.Tuple(call.args, ast.Load()))], [])
                yield from ((name, text) for text in literals(arguments) if ENGLISH.search(SQL.sub("", text)))


def test_commands_tell_much() -> None:
    assert len(list(told())) > 60


@pytest.mark.parametrize(("file", "text"), told())
def test_what_is_told_has_its_chinese(file: str, text: str) -> None:
    """A part is filled into a sentence, whose full stop may be behind it."""
    left = [ENGLISH.search(SQL.sub("", told_in_chinese(each))) for each in (text, f"{text}.")]
    assert None in left, f"{file}: {text}"


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        (
            "YUSUAN_LAKE is “./lake”. State the whole path of a folder, as hdfs:///yusuan/marts or /srv/lake.",
            "YUSUAN_LAKE 为“./lake”。请写文件夹的完整路径，如 hdfs:///yusuan/marts 或 /srv/lake。",
        ),
        (
            "There is no warehouse /srv/data/warehouse.duckdb yet. Run `make run` (or `yusuan run`) first.",
            "还没有数据仓库 /srv/data/warehouse.duckdb。请先运行 `make run`（或 `yusuan run`）。",
        ),
        ("Catalog Error: no.\n\nNo table rpt_total. Alike: rpt_totals. ", "Catalog Error: no.\n\n没有表 rpt_total。相近的有：rpt_totals。"),
        (
            "Spark needs Java. Install it (Java 17, on PATH or named by JAVA_HOME), or leave out what asks for Spark: "
            "YUSUAN_ENGINE and YUSUAN_MODELS as spark, YUSUAN_SOURCE, YUSUAN_LAKE.",
            "Spark 需要 Java。请安装（Java 17，在 PATH 上，或由 JAVA_HOME 指明），或去掉需要 Spark 的设置："
            "YUSUAN_ENGINE、YUSUAN_MODELS 取 spark，YUSUAN_SOURCE，YUSUAN_LAKE。",
        ),
        ("12 cannot be read; a run tells each as an issue", "12 个无法读取；运行时各有一条说明"),
    ],
)  # fmt: skip
def test_refusals_are_said_sentence_by_sentence(english: str, chinese: str) -> None:
    assert told_in_chinese(english) == chinese
