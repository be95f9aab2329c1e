"""Nights over a raw folder in which documents come, change, move and go, and persons correct and judge.

Two installations look at one folder: one builds what is touched, the other all from nothing. Bodies are few, so that
documents hang together; names of codes are several, so that a document changes what another one is told by.
"""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from random import Random

import duckdb
import yaml

from dagster_project.intake.inventory import take_inventory
from dagster_project.intake.known import KnownFiles
from dagster_project.invariants.judged import judge_documents
from dagster_project.invariants.night import build_night
from dagster_project.invariants.released import judge_release
from dagster_project.publication.publish import point_to, seal
from dagster_project.publication.releases import Release, begin_release, start_of
from dagster_project.settings import Settings
from dagster_project.stated.problems import state_problems
from dagster_project.stated.verdicts import state_review
from dagster_project.store.refresh import refresh
from dagster_project.warehouse.build import build_of
from dagster_project.warehouse.memory import Memory

NAMES = ("森林资源培育", "森林培育", "森林资源培育与保护")
KINDS = (("部门预算", "approved"), ("单位预算", "approved"), ("部门决算", "executed"))
DOCUMENT = """{issuer}{year}年{kind}

二、支出说明
{year}年本年支出合计{total}万元，比上年增加{growth}万元，增长{percent}%。

一般公共预算支出表
单位：万元
| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
|---|---|---|---|---|
| 213 | 农林水支出 | {total} | {basic} | {project} |
| 21302 | 林业和草原 | {total} | {basic} | {project} |
| 2130201 | 行政运行 | {basic} | {basic} | 0.00 |
| {code} | {name} | {project} | 0.00 | {printed} |
| | 合计 | {total} | {basic} | {project} |

项目支出表
单位：万元
| 项目名称 | 金额 |
|---|---|
| 造林项目{number} | {project} |
| 合计 | {project} |
"""


def document(random: Random) -> str:
    """Return a document of one of a few bodies and years; in one of three a figure is misprinted."""
    basic, project, growth = (random.randrange(100, 900) for _ in range(3))
    return DOCUMENT.format(
        issuer=f"深圳市{random.choice(['南山', '龙岗'])}区第{random.randrange(5)}局",
        year=random.randrange(2029, 2032),
        kind=random.choice(KINDS)[0],
        total=f"{basic + project}.00",
        basic=f"{basic}.00",
        project=f"{project}.00",
        printed=f"{project + random.choice([0, 0, 90])}.00",
        growth=f"{growth}.00",
        percent=f"{100 * growth / (basic + project):.2f}",
        code=random.choice(["2130205", "2130299", "2130205"]),
        name=random.choice(NAMES),
        number=random.randrange(3),
    )


class Folder:
    """A raw folder, and what may happen to it from one night to the next."""

    def __init__(self, raw: Path, seed: int) -> None:
        self.raw, self.random, self.made = raw, Random(seed), 0
        raw.mkdir(parents=True)
        for _ in range(8):
            self.add()

    def happens(self, released: Release) -> str:
        """Let something happen, and say what."""
        ways = (self.add, self.change, self.rename, self.remove, self.copy, self.publish, self.correct)
        what = self.random.choice([*ways, lambda: self.judge(released)])
        what()
        return getattr(what, "__name__", "judge")

    def documents(self) -> list[Path]:
        return sorted(self.raw.glob("*.txt"))

    def any(self) -> Path:
        return self.random.choice(self.documents())

    def new(self) -> Path:
        self.made += 1
        return self.raw / f"{self.made:02}.txt"

    def add(self) -> None:
        self.new().write_text(document(self.random), encoding="utf-8")

    def change(self) -> None:
        self.any().write_text(document(self.random), encoding="utf-8")

    def rename(self) -> None:
        self.any().rename(self.new())

    def remove(self) -> None:
        if len(self.documents()) > 4:
            self.any().unlink()

    def copy(self) -> None:
        shutil.copy(self.any(), self.new())

    def publish(self) -> None:
        file = self.any()
        day = self.random.randrange(1, 28)
        file.with_name(f"{file.name}.source.yml").write_text(f"published_on: 2032-01-{day:02}\n", encoding="utf-8")

    def correct(self) -> None:
        file = self.any()
        year = int(file.read_text(encoding="utf-8").split("局")[1][:4])
        told = {"file": file.name, "field": "fiscal_year", "expect": year, "value": year + 1, "reason": "misprint"}
        (self.raw / "corrections.yml").write_text(yaml.safe_dump([told], allow_unicode=True), encoding="utf-8")

    def judge(self, released: Release) -> None:
        with duckdb.connect(str(released.warehouse), read_only=True) as connection:
            found = connection.execute(
                "select finding_id, content_sha256 from fct_findings join dim_documents using (document_id) order by all"
            ).fetchall()
        judged = [
            {"finding": finding, "verdict": "explained", "reason": "known", "expect": {"document": sha[:8]}}
            for finding, sha in self.random.sample(found, min(len(found), 2))
        ]
        (self.raw / "findings_review.yml").write_text(yaml.safe_dump(judged), encoding="utf-8")


def night(settings: Settings, code: str, *, from_nothing: bool) -> Release:
    """Do what the main job does, without Dagster, and return the release."""
    documents = take_inventory(settings.raw, settings.archive, KnownFiles(settings.known))
    state_review(settings.review, settings.stated)
    state_problems(settings.corrections, settings.review, settings.stated, documents)
    refresh(settings, documents=documents, isolated=False)
    judge_documents(settings, code)
    release = begin_release(settings, str(uuid.uuid4()))
    build = build_of(settings, release.release_id)
    last = None if from_nothing else start_of(settings)
    results = build_night(settings, build, code, last, lambda node: None, lambda withheld: None)
    assert [result for result in results if result.is_red] == []
    seal(release, build.database, Memory.of(settings))
    assert [verdict for verdict in judge_release(release.warehouse, settings) if not verdict.holds] == []
    point_to(release, settings)
    return release


def files_of(release: Release) -> dict[str, bytes]:
    """Return the bytes of each file of Parquet that a release holds."""
    files = (file for file in release.parquet.rglob("*.parquet") if file.is_file())
    return {file.relative_to(release.parquet).as_posix(): file.read_bytes() for file in files}


def _in_their_files(one: Release, other: Release) -> Iterator[str]:
    """Yield the tables whose rows or columns are not the same in the readers' files of two releases."""
    with duckdb.connect() as connection:
        for name, release in (("one", one), ("other", other)):
            connection.execute(f"attach '{release.warehouse}' as {name} (read_only)")
        told = "select table_name, column_name, data_type, is_nullable from duckdb_columns()"
        columns = [
            set(connection.execute(f"{told} where database_name = '{name}'").fetchall()) for name in ("one", "other")
        ]
        yield from sorted({f"columns of {column[0]}" for column in columns[0] ^ columns[1]})
        for name in sorted({column[0] for column in columns[0]} - {"rpt_release"}):
            rows = [f"from {database}.marts.{name}" for database in ("one", "other")]
            if any(connection.execute(f"{a} except all {b} limit 1").fetchall() for a, b in (rows, rows[::-1])):
                yield f"rows of {name}"


def differing(one: Release, other: Release) -> Iterator[str]:
    """Yield the published tables that are not the same, byte for byte; a release differs in its id and time."""
    files = [files_of(release) for release in (one, other)]
    for name in sorted((files[0].keys() | files[1].keys()) - {"rpt_release.parquet"}):
        if files[0].get(name) != files[1].get(name):
            yield name
    yield from _in_their_files(one, other)
    with duckdb.connect() as connection:
        counts = [
            connection.execute(
                "select * exclude (release_id, built_at) from read_parquet($1)",
                [str(each.parquet / "rpt_release.parquet")],
            ).fetchall()
            for each in (one, other)
        ]
    if counts[0] != counts[1]:
        yield "rpt_release.parquet"
