"""`yusuan findings` filters, prints data other programs can read, and leaves the exit code that --fail-on asks for."""

from __future__ import annotations

import csv
import inspect
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest
from typer.testing import CliRunner, Result

from dagster_project.cli import app
from dagster_project.commands import findings_options, findings_table
from dagster_project.settings import PROJECT
from dagster_project.settings.variables import DATA

MADE = """
    create schema marts;
    create view dim_rules as
        from (values ('sums_add_up', 'arithmetic'), ('names_agree', 'naming')) as rules (rule_id, class);
    create view dim_documents as from (values ('2021 预算.txt'), ('b.pdf')) as documents (document_file);
    create table marts.rpt_findings as from (values
        ('aaaa000000000000', 'sums_add_up', 'arithmetic', 'error', 'proven', '2021 预算.txt', 2021, '甲局', 12.50, 7, null),
        ('bbbb000000000000', 'sums_add_up', 'arithmetic', 'warning', 'query', '2021 预算.txt', 2021, '乙站', 3.00, 9, 'false'),
        ('cccc000000000000', 'names_agree', 'naming', 'warning', 'proven', 'b.pdf', 2022, '甲局本级', null, null, 'explained'),
        ('dddd000000000000', 'names_agree', 'naming', 'note', 'query', 'b.pdf', 2022, null, null, null, null)
    ) as made (finding_id, rule_id, class, severity, confidence, document_file, fiscal_year, organisation_name,
        difference, line, verdict);
    alter table marts.rpt_findings add column page integer;
    alter table marts.rpt_findings add column other_page integer default 3;
    alter table marts.rpt_findings add column other_line integer;
    alter table marts.rpt_findings add column verdict_reason varchar default '印错';
    alter table marts.rpt_findings add column message_zh varchar;
    alter table marts.rpt_findings add column message_en varchar default 'Parts sum to their total.';
    alter table marts.rpt_findings add column rank integer default 1;
    alter table marts.rpt_findings add column difference_cny decimal(20, 2);
    update marts.rpt_findings set difference_cny = difference * 10000;
    update marts.rpt_findings set rank = 2 where finding_id like 'a%';
    update marts.rpt_findings set message_zh = finding_id || repeat('合计应等于各项之和', 9) || '完';
    create view rpt_findings as from marts.rpt_findings;
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with a warehouse of four findings, a to d."""
    folder = tmp_path_factory.mktemp("data")
    with duckdb.connect(str(folder / "warehouse.duckdb")) as connection:
        connection.execute(MADE)
    return folder


def findings(data: Path, *arguments: str, width: int = 100) -> Result:
    """Run the command; its output is split into standard output and standard error."""
    return CliRunner().invoke(
        app, ["findings", *arguments], env={DATA: str(data), "COLUMNS": str(width), "TERM": "dumb", "NO_COLOR": "1"}
    )


def listed(data: Path, *arguments: str) -> str:
    """Return the first letters of the findings that are left after filtering."""
    result = findings(data, *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return "".join(sorted(row["finding_id"][0] for row in json.loads(result.stdout)))


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        ("", "abcd"),
        ("--rule names", "cd"),
        ("--rule SUMS_add_up", "ab"),
        ("--rule names --rule SUMS_add_up", "abcd"),
        ("--class naming", "cd"),
        ("--class naming --class arithmetic", "abcd"),
        ("--severity warning", "bc"),
        ("--severity error --severity note", "ad"),
        ("--confidence proven", "ac"),
        ("--organisation 甲局", "ac"),
        ("--year 2022", "cd"),
        ("--file B.PDF", "cd"),
        ("--verdict none", "ad"),
        ("--verdict explained", "c"),
        ("--severity warning --year 2022 --class naming", "c"),
        ("--severity error --year 2022", ""),
    ],
)
def test_filters_are_combined(data: Path, arguments: str, left: str) -> None:
    assert listed(data, *arguments.split()) == left


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ("--fail-on error", 1),
        ("--fail-on note", 1),
        ("--fail-on error --severity warning", 0),
        ("--fail-on warning --severity warning", 1),
        ("--fail-on warning --severity note", 0),
        ("--fail-on note --severity note", 1),
        ("--fail-on note --severity error --year 2022", 0),
        ("", 0),
    ],
)
@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_fail_on_looks_at_what_is_left(data: Path, arguments: str, status: int, form: str) -> None:
    assert findings(data, *arguments.split(), "--format", form).exit_code == status


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("--class sums", "There is no class sums. There are arithmetic, naming."),
        ("--rule totals", "No rule has totals in its id."),
        ("--file 2031", "No document has 2031 in its name."),
        ("--rule names --rule totals", "No rule has totals in its id."),
        ("--severity fatal", "'fatal' is not one of"),
        ("--fail-on always", "'always' is not one of"),
        ("--year last", "--year"),
    ],
)
def test_what_there_is_not_is_wrong_usage_and_not_an_empty_list(data: Path, arguments: str, message: str) -> None:
    result = findings(data, *arguments.split(), width=300)
    assert result.exit_code == 2
    assert message in result.output


def test_the_worst_come_first_of_whichever_document(data: Path) -> None:
    """`c` is proven where `b` is asked; by documents `b` stands before `a`, by its rank in their document."""

    def order(*arguments: str) -> str:
        result = findings(data, *arguments, "--format", "json")
        assert result.exit_code == 0, result.output
        rows = json.loads(result.stdout)
        return "".join(row["finding_id"][0] for row in rows)

    assert order() == "acbd"
    assert order("--by-document") == "bacd"
    shown = findings(data).stdout
    assert [shown.count(name) for name in ("2021 预算.txt", "b.pdf")] == [2, 2]
    by_document = findings(data, "--by-document").stdout
    assert [by_document.count(name) for name in ("2021 预算.txt", "b.pdf")] == [1, 1]


def test_csv_and_json_hold_every_column_and_nothing_else(data: Path) -> None:
    with duckdb.connect(str(data / "warehouse.duckdb"), read_only=True) as connection:
        columns = [name for (name, *_) in connection.execute("describe marts.rpt_findings").fetchall()]
    printed = list(csv.reader(io.StringIO(findings(data, "--format", "csv").stdout)))
    assert printed[0] == columns
    assert len(printed) == 5
    (row, *_) = json.loads(findings(data, "--format", "json", "--severity", "error").stdout)
    assert list(row) == columns
    # a decimal as it is, not as a float
    assert row["difference"] == "12.50"


def test_the_summary_counts_by_severity_and_stays_out_of_data(data: Path) -> None:
    assert findings(data).stdout.rstrip().endswith("4 条疑点：错误 1、警告 2、提示 1")
    assert findings(data, "--lang", "en").stdout.rstrip().endswith("4 findings: 1 error, 2 warnings, 1 note")
    result = findings(data, "--severity", "error", "--format", "csv", "--lang", "en")
    assert "1 finding: 1 error, 0 warnings, 0 notes" in result.stderr
    assert "1 finding:" not in result.stdout


def test_the_table_fits_a_hundred_columns_and_cuts_nothing_off(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings_table.console, "width", 100)
    shown = findings(data).stdout
    assert max(_cells(line) for line in shown.splitlines()) <= 100
    letters = Counter(shown)
    assert letters["完"] == 4
    assert letters["各"] == 4 * 9
    assert "…" not in shown
    said = ("第 7 行", "第 3 页", "认定为不实：印错", "names_agree", "2021 预算.txt")
    assert all(word in shown for word in said)
    assert shown.count("确证") == shown.count("存疑") == 2
    english = findings(data, "--lang", "en").stdout
    assert all(word in english for word in ("l. 7", "p. 3", "verdict false: 印错", "names_agree", "2021 预算.txt"))
    assert english.count("proven") == english.count("query") == 2


def test_help_teaches_with_examples() -> None:
    shown = CliRunner().invoke(app, ["findings", "--help"], env={"COLUMNS": "120", "TERM": "dumb"}).output
    assert "yusuan findings --class arithmetic --format csv > ~/findings.csv" in shown
    assert "yusuan findings --verdict none --fail-on error" in shown


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_every_option_is_in_the_readme(readme: str) -> None:
    options = set(re.findall(r"\"(--[a-z-]+)\"", inspect.getsource(findings_options)))
    assert len(options) > 8
    text = (PROJECT / readme).read_text(encoding="utf-8")
    assert [option for option in sorted(options) if option not in text] == []


@pytest.mark.xdist_group("warehouse")
def test_the_published_findings_are_listed(installation: Any) -> None:
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        found = connection.execute("select severity, count(*) from marts.fct_findings group by all").fetchall()
    result = findings(installation.data, "--format", "json")
    assert Counter(row["severity"] for row in json.loads(result.stdout)) == Counter(dict(found))


def _cells(line: str) -> int:
    return sum(2 if ord(letter) > 0x2E80 else 1 for letter in line)


def test_the_worst_of_a_document_come_first_in_the_language_asked_for(data: Path) -> None:
    shown = findings(data, "--file", "2021", "--by-document", "--lang", "en").output
    assert shown.index("bbbb000000000000") < shown.index("aaaa000000000000")
    assert "Parts sum to their" in shown
    assert "合计" not in shown
