"""Pages of made-up documents: names that look like markup, persons on pages, and what is made anew when."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from pathlib import Path

import dagster as dg
import duckdb
import numpy as np
import pytest
from lxml import html
from paper import Paper, rule, write
from PIL import Image

from dagster_project.definitions import defs
from dagster_project.extraction.model.document import Document as Read
from dagster_project.inspection import Reading, read_document
from dagster_project.settings import Settings
from dagster_project.settings.variables import SITE
from dagster_project.site import addresses, documents, forget_pages, overview
from dagster_project.site.catalogue import Body, Catalogue, Document
from dagster_project.site.charts import Bar, chart
from dagster_project.site.documents import DocumentPages
from dagster_project.site.folder import SiteFolder
from dagster_project.site.pages import Pages
from dagster_project.site.prints import TABLES, prints_of_documents
from dagster_project.site.shown import Shown
from dagster_project.warehouse.literals import literal

NAME = "云岭<b>局</b>"
BODY = Body("x:云岭局", NAME, "department", "x:云岭局", NAME, None, "<b>云岭</b>", 2031, 2031, NAME)
DOCUMENT = Document(
    "00000000000000aa", "<b>甲</b>.pdf", "f" * 64, "pdf", "x:云岭局", NAME, None, "<b>云岭</b>", "budget", "unit", 2031,
    "approved", 1, True, None, 3, 1, 2, 0, 0, 0,
)  # fmt: skip
CLERK = "填报人：王小明 联系电话：13912345678"
ROWS = (("科目编码", "科目名称", "合计"), ("220", "海洋管理事务", "300.00"), ("22002", "行政运行", "300.00"))
ACROSS, DOWN = (60, 160, 360, 520), (200, 230, 260, 290)


def pages() -> Pages:
    return Pages({"release_id": "r", "built_at": "t"}, Catalogue([DOCUMENT], [BODY]))


def paper() -> bytes:
    """Draw one page that names a person and one that does not."""
    drawn = Paper()
    for number, sentence in enumerate((CLERK, "收入预算300.00万元。"), 1):
        drawn.text(60, 60, "深圳市龙岗区海洋观测局 2031年部门预算", 14)
        drawn.text(60, 110, sentence)
        drawn.text(60, 180, f"表{number} 一般公共预算支出表", 12)
        rule(drawn, ACROSS, DOWN)
        write(drawn, ACROSS, DOWN, ROWS)
        drawn.new_page()
    return drawn.save()


def shown(reading: Reading, unread: frozenset[int] = frozenset()) -> Shown:
    return Shown(Settings(Path(), Path()), reading, DOCUMENT, {}, set(unread))


def test_a_name_is_never_markup() -> None:
    files = overview.list_files(pages()) | overview.search_files(pages())
    for address, written in files.items():
        assert b"<b>" not in written, address
    (heading,) = html.fromstring(files[addresses.region(None)]).xpath("//h1")
    assert heading.text == "<b>云岭</b>"
    assert NAME in html.fromstring(files[addresses.region(None)]).text_content()
    script = files["assets/index.js"].decode()
    entries = json.loads(script.removeprefix("window.yusuanIndex = ").removesuffix(";\n"))
    assert [name for _, name, _ in entries] == [NAME, DOCUMENT.file]


def test_a_long_list_is_in_parts_that_lead_to_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overview, "ROWS", 2)
    documents = [DOCUMENT._replace(document_id=f"{number:016x}", file=f"{number}.pdf") for number in range(5)]
    files = overview.list_files(Pages({"release_id": "r", "built_at": "t"}, Catalogue(documents, [BODY])))
    parts = ["regions/unknown.html", "regions/unknown-2.html", "regions/unknown-3.html"]
    assert sorted(address for address in files if address.startswith("regions/")) == sorted(parts)
    listed = []
    for at, part in enumerate(parts):
        root = html.fromstring(files[part])
        listed += [link.text for link in root.xpath("//section[@aria-label = '文件']//tbody/tr/th/a")]
        assert root.xpath("//section[@aria-label = '文件']//caption/span/text()") == ["5"]
        for turning in root.xpath("//nav[@class = 'turning']"):
            assert turning.xpath(".//a/@href") == [
                f"../{each}"[len("../regions/") :] for each in parts if each != parts[at]
            ]
            assert turning.xpath(".//b[@aria-current = 'page']/text()") == [str(at + 1)]
    assert listed == [document.file for document in documents]


def test_a_chart_holds_its_data_and_no_markup_of_names() -> None:
    bars = [Bar(NAME, "=年初", Decimal("12345678.90")), Bar(NAME, "=年初", Decimal("1.00"))]
    drawn = chart("c", bars, "万元")
    assert "<b>" not in drawn.svg
    assert "云岭" in drawn.svg
    assert drawn.csv.splitlines()[1] == f"{NAME},'=年初,12345678.90"
    values = json.loads(drawn.spec)["data"]["values"]
    assert [value["amount"] for value in values] == [1234.56789, 0.0001]
    assert len({value["label"] for value in values}) == 2, "two sums of one name are two bars"


def test_persons_are_black_in_the_picture_and_gone_from_the_words() -> None:
    reading = read_document(paper(), "a.pdf")
    files = documents.document_files(pages(), Settings(Path(), Path()), _empty_release(), DOCUMENT, reading)
    (picture,) = [written for address, written in files.items() if address.endswith("page-1.png")]
    pixels = np.asarray(Image.open(io.BytesIO(picture)).convert("L"))
    height, width = pixels.shape
    line = pixels[int(100 / 842 * height) : int(112 / 842 * height), int(60 / 595 * width) : int(300 / 595 * width)]
    assert (line[5:-5] == 0).all(axis=0).sum() > 60, "boxes over the name and the number, no letters"
    for address, written in files.items():
        if address.endswith(".html"):
            assert "王小明".encode() not in written
            assert b"13912345678" not in written
            assert b"300.00" in written


def test_a_page_that_nobody_read_is_not_drawn() -> None:
    content = paper()
    reading = read_document(content, "a.pdf")
    assert set(shown(reading).pictures) == {1, 2}
    assert set(shown(reading, frozenset({2})).pictures) == {1}
    blind = Read("a.pdf", "x", "x", "pdf", None, 0, (), layout=reading.document.layout)
    assert shown(Reading(content, blind, {}, reading.rows | {"tables": []})).pictures == {}


def test_a_document_whose_pages_fail_keeps_what_the_release_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Reading:
        raise ValueError("no such page")

    monkeypatch.setattr(documents, "read_again", fail)
    settings = Settings(tmp_path, tmp_path)
    settings.archive.mkdir()
    (settings.archive / DOCUMENT.content_sha256).write_bytes(b"")
    database = tmp_path / "release.duckdb"
    _empty_release(database).close()
    work = DocumentPages(settings, database, pages(), tmp_path / "parcels")
    failure = work.attempt(DOCUMENT, 1)
    assert failure is not None
    work.without_pages(DOCUMENT)
    unit = addresses.document(DOCUMENT.document_id)
    written = work.unpacked(unit)
    assert "原文件不在手边" in written[f"{unit}/index.html"].decode()
    assert not list((tmp_path / "parcels").iterdir())


def test_a_unit_is_kept_written_where_it_differs_and_dropped_when_it_is_gone(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path)
    site.put("a", "1", {"a/x.html": b"x", "a/y.html": b"y"})
    site.put("b", "1", {"b/x.html": b"x"})
    site.finish(is_whole=True)
    again = SiteFolder(tmp_path)
    assert not again.keeps("a", "2")
    again.put("a", "2", {"a/x.html": b"x"})
    assert (again.written, again.kept, again.removed) == (0, 1, 1)
    again.finish(is_whole=False)
    assert (tmp_path / "b" / "x.html").exists()
    last = SiteFolder(tmp_path)
    assert last.keeps("a", "2")
    last.finish(is_whole=True)
    assert not (tmp_path / "b").exists()
    (tmp_path / "a" / "x.html").unlink()
    assert not SiteFolder(tmp_path).keeps("a", "2"), "a file that is gone is made again"


def test_a_document_that_is_forgotten_leaves_no_page(tmp_path: Path) -> None:
    assert forget_pages(tmp_path, [DOCUMENT.content_sha256]) == 0
    site = SiteFolder(tmp_path)
    site.put("documents/0123456789abcdef", "1", {"documents/0123456789abcdef/index.html": b"x"})
    site.put("documents/fedcba9876543210", "1", {"documents/fedcba9876543210/index.html": b"y"})
    site.finish(is_whole=True)
    assert forget_pages(tmp_path, ["0123456789abcdef" + 48 * "0"]) == 1
    assert [folder.name for folder in (tmp_path / "documents").iterdir()] == ["fedcba9876543210"]


@pytest.mark.parametrize("is_wanted", [False, True])
def test_a_run_makes_the_site_only_where_its_folder_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, is_wanted: bool
) -> None:
    monkeypatch.setenv(SITE, str(tmp_path) if is_wanted else "")
    job = defs().resolve_job_def("main_job")
    keys = job.asset_layer.executable_asset_keys
    assert (dg.AssetKey("site") in keys) is is_wanted


@pytest.mark.xdist_group("warehouse")
def test_the_print_of_a_document_changes_with_its_rows_alone(warehouse: Path) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"attach {literal(str(warehouse))} as release (read_only); create schema marts")
        for name in (*TABLES, "rpt_findings"):
            connection.execute(
                f"create table marts.{name} as from release.marts.{name}; create view {name} as from marts.{name}"
            )
        before = prints_of_documents(connection)
        changed, *others = sorted(before)
        connection.execute("update marts.fct_ledger set reason = reason || '.' where document_id = ?", [changed])
        after = prints_of_documents(connection)
    assert after[changed] != before[changed]
    assert {each: after[each] for each in others} == {each: before[each] for each in others}


def _empty_release(file: Path | None = None) -> duckdb.DuckDBPyConnection:
    """Return a release that knows the document and nothing found in it."""
    connection = duckdb.connect(str(file or ":memory:"))
    evidence = ", ".join(
        f"null::varchar as {each}"
        for each in (
            "issuer_evidence", "region_evidence", "kind_evidence", "scope_evidence", "fiscal_year_evidence",
            "phase_evidence", "phases", "source_url",
        )
    )  # fmt: skip
    connection.execute(f"create table dim_documents as select '{DOCUMENT.document_id}' as document_id, {evidence}")
    connection.execute(
        "create table fct_issues (document_id varchar, severity varchar, page int, line int, code varchar, "
        "message varchar, unread varchar)"
    )
    connection.execute("create table rpt_findings (finding_id varchar, severity varchar, rank int)")
    connection.execute("create table fct_findings (finding_id varchar, document_id varchar)")
    connection.execute("create table fct_finding_operands (finding_id varchar, document_id varchar)")
    return connection
