"""The site of the shipped documents: what it says is what the warehouse says, and every link leads somewhere."""

from __future__ import annotations

import posixpath
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import duckdb
import pytest
from lxml import html
from typer.testing import CliRunner

from dagster_project.cli import app
from dagster_project.errors import UsageError
from dagster_project.languages import in_chinese
from dagster_project.publication.releases import current_release
from dagster_project.settings import Settings
from dagster_project.settings.variables import DATA
from dagster_project.site import make_site

pytestmark = pytest.mark.xdist_group("warehouse")
TOTALS = "select organisation_name, printed_expenditure_cny, additive_cny from rpt_totals"
CLASSES = """
    select class_code, sum(total_cny) from rpt_expenditure
    where is_additive and ($name in (organisation_name, department_name)) group by class_code
"""


@cache
def page(file: Path) -> html.HtmlElement:
    return html.parse(file).getroot()


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def body_page(site: Path, name: str, language: str = "") -> html.HtmlElement:
    found = [each for each in (site / language / "bodies").glob("*/index.html") if page(each).findtext(".//h1") == name]
    assert len(found) == 1, name
    return page(found[0])


def amounts(element: html.HtmlElement) -> list[Decimal]:
    return [Decimal(data.get("value")) for data in element.iter("data")]


def test_every_link_leads_to_a_place_on_a_page_of_the_site(site: Path) -> None:
    broken = []
    for file in pages(site):
        for element, attribute, link, _ in page(file).iterlinks():
            to = urlsplit(link)
            if link.startswith("data:") or attribute == "action":
                continue
            assert not to.scheme, f"{file}: {link}"
            target = file.parent / unquote(to.path) if to.path else file
            if not target.is_file():
                broken.append((file.relative_to(site), link))
            elif to.fragment and not page(target.resolve()).xpath("//*[@id = $id]", id=to.fragment):
                broken.append((file.relative_to(site), link, element.text_content()))
    assert broken == []


def test_no_page_repeats_an_id_and_each_has_its_landmarks(site: Path) -> None:
    for file in pages(site):
        root = page(file)
        ids = root.xpath("//@id")
        assert len(ids) == len(set(ids)), file
        assert [len(root.xpath(f"//{tag}")) for tag in ("main", "h1", "header", "footer")] == [1, 1, 1, 1], file
        assert root.get("lang") == ("en" if file.relative_to(site).parts[0] == "en" else "zh-CN")
        assert root.xpath("//a[@class = 'skip']/@href") == ["#main"]
        assert not root.xpath("//img[not(@alt)]")
        for table in root.xpath("//table[not(ancestor::div[@class = 'grid'])]"):
            assert table.xpath("caption"), file
            assert table.xpath(".//th[@scope]"), file


def test_money_is_that_of_the_warehouse_and_leads_to_where_it_is_printed(site: Path, warehouse: Path) -> None:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        totals = connection.execute(TOTALS).fetchall()
        assert len(totals) > 5
        for name, printed, additive in totals:
            for language in ("", "en"):
                spending = body_page(site, name, language).get_element_by_id("spending").getparent()
                assert amounts(spending.xpath(".//table")[0])[:2] == [printed, additive]
            classes = dict(connection.execute(CLASSES, {"name": name}).fetchall())
            table = body_page(site, name).get_element_by_id("classes").getparent().xpath(".//table")[0]
            shown = {row.findtext("th").split()[0]: amounts(row) for row in table.xpath(".//tbody/tr")}
            assert shown == {code: [total] for code, total in classes.items()}
            assert amounts(table.xpath(".//tfoot")[0]) == [sum(classes.values())]


def test_a_printed_total_leads_to_its_cell(site: Path, warehouse: Path) -> None:
    name = "深圳市坪山区工业和信息化局"
    link = body_page(site, name).get_element_by_id("spending").getparent().xpath(".//table//a[data]")[0]
    file, _, anchor = link.get("href").partition("#")
    target = page((site / "bodies" / "x" / file).resolve())
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        ((printed,),) = connection.execute(
            "select value_as_printed from rpt_totals join fct_ledger using (ledger_id) where organisation_name = ?",
            [name],
        ).fetchall()
    assert target.get_element_by_id(anchor).text_content().strip() == printed


def test_home_counts_what_the_warehouse_holds(site: Path, warehouse: Path) -> None:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        counts = connection.execute(
            "select count(*), sum(numbers_seen), sum(facts), sum(labels), sum(unmapped) from rpt_coverage"
        ).fetchone()
        ((findings,),) = connection.execute("select count(*) from rpt_findings").fetchall()
        ((printed,),) = connection.execute("select sum(digits_printed)::bigint from rpt_coverage").fetchall()
    for language in ("", "en"):
        home = page(site / language / "index.html")
        shown = [int(text.replace(",", "")) for text in home.xpath("//dl[@class = 'numbers']//dd/text()")]
        assert (shown[0], *shown[3:7]) == counts
        assert f"{printed:,}" in home.get_element_by_id("main").text_content()
        assert str(findings) in home.get_element_by_id("findings").getparent().text_content()


def test_the_numbers_of_a_document_are_facts_labels_and_what_was_not_used(site: Path) -> None:
    for file in sorted((site / "documents").glob("*/index.html")):
        counts = html.parse(file).xpath("//dl[@class = 'numbers']//dd/text()")
        seen, *parts, _ = (int(text.replace(",", "")) for text in counts)
        assert seen == sum(parts) > 0, file


def test_a_second_build_touches_nothing(installation: Settings, site: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in site.rglob("*")}
    report = make_site(installation, site)
    assert (report.documents_made, report.written, report.removed) == (0, 0, 0)
    assert {file: file.stat().st_mtime_ns for file in site.rglob("*")} == before


def test_only_a_region_is_made_and_what_it_shows_is_whole(installation: Settings, site: Path, tmp_path: Path) -> None:
    report = make_site(installation, tmp_path / "part", ["440310"])
    assert report.documents == 1
    shown = current_release(installation)
    assert shown is not None
    assert shown.is_shown_in(site)
    assert not shown.is_shown_in(tmp_path / "part")
    test_every_link_leads_to_a_place_on_a_page_of_the_site(tmp_path / "part")
    make_site(installation, tmp_path / "part", ["龙岗"])
    assert len(list((tmp_path / "part" / "documents").iterdir())) == 2
    test_every_link_leads_to_a_place_on_a_page_of_the_site(tmp_path / "part")
    with pytest.raises(UsageError, match="names no region"):
        make_site(installation, tmp_path / "part", ["无此地"])


def test_a_folder_of_other_things_is_left_alone(installation: Settings, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError, match="holds other files"):
        make_site(installation, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_file_is_no_folder_for_a_site(installation: Settings, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match="cannot be a folder to write to"):
        make_site(installation, tmp_path / "notes.txt")
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_without_a_release_the_command_says_what_to_do(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["site"], env={DATA: str(tmp_path), "COLUMNS": "300"})
    assert result.exit_code == 2
    assert "make run" in result.output


def test_the_command_tells_what_it_made(installation: Settings, site: Path) -> None:
    result = CliRunner().invoke(app, ["site", str(site)], env={DATA: str(installation.data), "COLUMNS": "300"})
    assert result.exit_code == 0, result.output
    assert re.search(r"5 documents of \S+, 0 of these made anew: 0 files written", result.output)
    assert posixpath.basename(result.output.strip()) == "index.html"


def test_what_was_not_read_is_told_in_the_language_of_the_page(site: Path, warehouse: Path) -> None:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        messages = connection.execute(
            "select document_id, message from fct_issues where document_id is not null"
        ).fetchall()
    assert messages
    for document_id, message in messages:
        for language, told in (("", in_chinese(message)), ("en", message)):
            issues = page(site / language / "documents" / document_id / "index.html").get_element_by_id("issues")
            assert told in issues.getparent().text_content()


def test_why_a_number_is_what_it_is_is_told_in_chinese(warehouse: Path) -> None:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        reasons = [reason for (reason,) in connection.execute("select distinct reason from fct_ledger").fetchall()]
    assert [reason for reason in reasons if in_chinese(reason) == reason] == []


def test_what_tells_a_document_is_said_in_the_language_of_its_page(site: Path) -> None:
    files = sorted((site / "documents").glob("*/index.html"))
    phases = {"年初预算", "调整预算", "决算"}
    for file in files:
        cells = [each.text_content() for each in page(file).xpath("//details[1]//tbody//td")]
        assert set(cells[-2].split("、")) <= phases, file
        evidence = cells[1::2]
        assert not [each for each in evidence if re.search(r"[a-z]{2,} [a-z]{2,}", each)], file
        english = page(site / "en" / file.relative_to(site)).xpath("//details[1]//tbody//td")
        assert set(english[-2].text_content().split(", ")) <= {"approved", "revised", "executed"}, file
    assert len(files) == 5
