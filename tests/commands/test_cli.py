"""Every command answers, says what is wrong, and leaves the exit code it promises."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path

import duckdb
import pytest
from lxml import html
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from dagster_project.cli import app
from dagster_project.commands.frame import as_called, called, console, with_folders
from dagster_project.derived.commands import PAGE, Parameter, commands, names, parameters
from dagster_project.languages import in_chinese
from dagster_project.settings import PROJECT, Settings
from dagster_project.settings.variables import DATA, RAW

COMMANDS = [
    "run",
    "assess",
    "inspect",
    "trace",
    "query",
    "findings",
    "issues",
    "export",
    "site",
    "runs",
    "releases",
    "rollback",
    "forget",
    "docs",
    "doctor",
]
BUDGET = PROJECT / "raw" / "shenzhen_miit_department_budget_2021.txt"


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "width", 300)


def yusuan(*arguments: str, installation: Settings | None = None) -> Result:
    """Run a command in the folders of an installation."""
    environment = {"COLUMNS": "300", "TERM": "dumb", "NO_COLOR": "1"}
    if installation is not None:
        environment |= {RAW: str(installation.raw), DATA: str(installation.data)}
    return CliRunner().invoke(app, list(arguments), env=environment)


def test_every_command_is_listed_and_has_an_example() -> None:
    overview = yusuan("--help")
    assert overview.exit_code == 0
    assert (
        "Exit codes: 0 done · 1 a defect or a failed check · 2 wrong usage · 3 another run is at work."
        in overview.output
    )
    for command in COMMANDS:
        assert command in overview.output
        assert f"Example:  yusuan {command}" in re.sub(r"\s*\n\s*", " ", yusuan(command, "--help").output)


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_every_command_is_in_the_readme(readme: str) -> None:
    text = (PROJECT / readme).read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"yusuan {command}" not in text] == []


OPTIONS = [(name, each) for name, command in commands().items() for each in parameters(command)]


@pytest.mark.parametrize(("command", "parameter"), OPTIONS, ids=lambda value: getattr(value, "name", value))
def test_every_argument_and_option_says_what_it_is_and_stands_on_the_page(command: str, parameter: Parameter) -> None:
    assert (parameter.help or "").endswith((".", ").")), f"yusuan {command}: {names(parameter)} has no help"
    section = PAGE.read_text(encoding="utf-8").partition(f"## yusuan {command}\n")[2].partition("\n## ")[0]
    assert all(f"`{spelling}`" in section for spelling in names(parameter)), "run `python -m dagster_project.derived`"


def test_every_command_is_known_here() -> None:
    assert list(commands()) == COMMANDS


def test_unknown_options_are_wrong_usage() -> None:
    assert yusuan("run", "--colour").exit_code == 2


def test_run_names_a_raw_folder_that_is_missing(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    for name, hint in (("documnts", f"Do you mean {tmp_path / 'documents'}?"), ("elsewhere", "Create it")):
        result = yusuan("run", "--raw", str(tmp_path / name), "--data", str(tmp_path))
        assert result.exit_code == 2
        assert f"There is no folder {tmp_path / name}, and nothing was run. {hint}" in result.output
    assert list(tmp_path.iterdir()) == [tmp_path / "documents"], "a run that did not begin is in no history"


@pytest.mark.parametrize(
    "arguments",
    [["query", "select 1"], ["trace", "--code", "215"], ["findings"], ["issues"], ["export", "x"], ["docs"]],
)
def test_reading_before_the_first_run_says_what_to_do(tmp_path: Path, arguments: list[str]) -> None:
    result = yusuan(*arguments, "--data", str(tmp_path))
    assert result.exit_code == 2
    assert f"`yusuan run --data {tmp_path}`" in result.output
    assert "`make run`" in yusuan(*arguments, installation=Settings(tmp_path, tmp_path)).output


def test_commands_are_told_as_they_were_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = tmp_path / ".venv" / "bin" / "yusuan"
    started.parent.mkdir(parents=True)
    started.touch(mode=0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", [str(started), "run"])
    monkeypatch.setenv("PATH", "/nowhere")
    assert with_folders('yusuan query "from rpt_coverage"') == '.venv/bin/yusuan query "from rpt_coverage"'
    assert as_called("`yusuan findings` lists them") == "`.venv/bin/yusuan findings` lists them"
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert called() == str(started)
    monkeypatch.setenv("PATH", str(started.parent))
    assert called() == "yusuan"


def test_version_is_told() -> None:
    assert yusuan("--version").output == f"yusuan {version('yusuan')}\n"


def test_brackets_and_colons_of_a_folder_are_told_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "a [b] [red] :smile:"
    for command in (["run"], ["doctor"], ["issues"]):
        told = yusuan(*command, installation=Settings(folder / "raw", folder / "data")).output
        assert str(folder) in "".join(told.split("\n"))
    folder.mkdir()
    (folder / "x.txt").write_text("1")
    assert f"yusuan inspect '{folder / 'x.txt'}'" in yusuan("assess", str(folder / "x.txt")).output


def test_run_names_a_data_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = yusuan("run", "--raw", str(tmp_path), "--data", str(tmp_path / "file" / "data"))
    assert result.exit_code == 2
    assert f"data folder {tmp_path / 'file' / 'data'} (Not a directory)" in result.output


def test_inspect_shows_identity_tables_and_numbers() -> None:
    result = yusuan("inspect", str(BUDGET), "--cells")
    assert result.exit_code == 0
    for expected in ("深圳市工业和信息化局", "2021", "budget_general_expenditure", "2150517", "517,486", " fact"):
        assert expected in result.output


def test_inspect_of_something_else_shows_the_issue(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = yusuan("inspect", str(tmp_path / "empty.txt"))
    assert result.exit_code == 0
    assert "empty_file" in result.output
    assert yusuan("inspect", str(tmp_path / "missing.txt")).exit_code == 2
    assert "empty.txt" in yusuan("inspect", str(tmp_path)).output


@pytest.mark.xdist_group("empty")
def test_run_on_an_empty_folder_publishes_an_empty_warehouse_and_tells_of_a_slip(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "corrections.yml").write_text("just words")
    result = yusuan("run", "--raw", str(tmp_path / "raw"), "--data", str(tmp_path / "data"))
    assert result.exit_code == 0, result.output
    assert re.search(r"documents +│ +0", result.output)
    assert re.search(r"Published \S+ in [\d.]+ s: .*building the warehouse [\d.]+", result.output)
    assert f'yusuan query "select * from rpt_coverage" --data {tmp_path / "data"}' in result.output.replace("'", '"')
    with duckdb.connect(str((tmp_path / "data" / "warehouse.duckdb").resolve()), read_only=True) as connection:
        told = connection.execute("select document_file, severity, message from fct_issues").fetchall()
    assert [row[:2] for row in told] == [("corrections.yml", "error")]
    assert "it holds no list" in told[0][2]


@pytest.mark.xdist_group("warehouse")
def test_query_prints_tables_csv_and_json(installation: Settings) -> None:
    sql = "select function_code, total_cny from rpt_expenditure where fiscal_year = 2021 order by all limit 3"
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        rows = connection.execute(sql).fetchall()
    expected = [[code, str(total)] for code, total in rows]
    assert len(expected) == 3
    printed = yusuan("query", sql, "--format", "csv", installation=installation).output
    assert list(csv.reader(io.StringIO(printed))) == [["function_code", "total_cny"], *expected]
    parsed = json.loads(yusuan("query", sql, "-f", "json", installation=installation).output)
    assert [list(row.values()) for row in parsed] == expected
    table = yusuan("query", sql, installation=installation).output
    assert all(f"{Decimal(total):,}" in table for _, total in expected)
    assert "3 rows" in table


@pytest.mark.xdist_group("warehouse")
@pytest.mark.parametrize(
    "sql",
    [
        "delete from fct_ledger",
        "create table marts.mine as select 1",
        "copy fct_ledger to 'ledger.csv'",
        "select * from read_csv('/etc/passwd')",
        "attach 'other.duckdb'",
        "set enable_external_access = true",
        "selekt 1",
    ],
)
def test_query_can_change_nothing_and_reads_nothing_else(installation: Settings, sql: str) -> None:
    result = yusuan("query", sql, installation=installation)
    assert result.exit_code == 2
    assert "Error" in result.output


@pytest.mark.xdist_group("warehouse")
@pytest.mark.parametrize(
    ("sql", "told"), [("", "0 were given"), ("/* why? */", "0 were given"), ("select 1; select 2", "2 were")]
)
def test_query_asks_one_question(installation: Settings, sql: str, told: str) -> None:
    result = yusuan("query", sql, installation=installation)
    assert (result.exit_code, told in result.output) == (2, True)


@pytest.mark.xdist_group("warehouse")
def test_query_stops_at_its_limit(installation: Settings) -> None:
    endless = "select count(*) from range(1000000000000) first, range(1000) second"
    result = yusuan("query", endless, "--timeout", "0.2", installation=installation)
    assert result.exit_code == 2
    assert "more than 0.2 s" in result.output


@pytest.mark.xdist_group("warehouse")
def test_query_prints_rows_as_they_come(installation: Settings) -> None:
    many = "select x from range(2500) t(x)"
    printed = yusuan("query", many, "-f", "json", installation=installation).output
    assert [row["x"] for row in json.loads(printed)] == list(range(2500))
    assert "200 of 2,500 rows" in yusuan("query", many, installation=installation).output
    assert json.loads(yusuan("query", f"{many} limit 0", "-f", "json", installation=installation).output) == []


@pytest.mark.xdist_group("warehouse")
def test_trace_leads_from_a_code_to_the_printed_line(installation: Settings) -> None:
    arguments = ["trace", "--code", "2150517", "--organisation", "深圳市工业和信息化局", "--year", "2021"]
    result = yusuan(*arguments, installation=installation)
    assert result.exit_code == 0, result.output
    line = int(re.search(rf"{re.escape(BUDGET.name)}, line (\d+)", result.output)[1])  # type: ignore[index]
    printed = BUDGET.read_text(encoding="utf-8").split("\n")[line - 1]
    assert "2150517" in printed
    assert printed.replace("\t", " │ ") in result.output


@pytest.mark.xdist_group("warehouse")
def test_trace_leads_from_a_ledger_id_to_the_printed_line(installation: Settings) -> None:
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        row = connection.execute(
            "select total_ledger_id, document_file, line from marts.rpt_expenditure order by total_cny desc limit 1"
        ).fetchone()
    assert row is not None
    result = yusuan("trace", row[0], installation=installation)
    assert result.exit_code == 0, result.output
    assert f"{row[1]}, line {row[2]}" in result.output


@pytest.mark.xdist_group("warehouse")
def test_trace_of_nothing_is_wrong_usage(installation: Settings) -> None:
    assert yusuan("trace", installation=installation).exit_code == 2
    assert yusuan("trace", "--code", "9999999", installation=installation).exit_code == 2


@pytest.mark.xdist_group("warehouse")
def test_findings_are_as_many_as_the_warehouse_has(installation: Settings) -> None:
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        count = connection.execute("select count(*) from marts.rpt_findings").fetchone()
    result = yusuan("findings", "--lang", "en", installation=installation)
    assert count is not None
    assert f"{count[0]:,} findings" in result.output


@pytest.mark.xdist_group("warehouse")
@pytest.mark.parametrize("width", [80, 300])
def test_query_fits_the_terminal(installation: Settings, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setattr(console, "width", width)
    for columns in ("*", "organisation_name, function_name, total_cny"):
        sql = f"select {columns} from rpt_expenditure where total_cny > 1e8 limit 5"
        printed = yusuan("query", sql, installation=installation).output
        assert max(cell_len(line) for line in printed.splitlines()) <= width
        assert ("row 1 ─" in printed) == (columns == "*")
        # a number is never broken
        numbers = yusuan("query", sql, "-f", "json", installation=installation).output
        assert all(f"{Decimal(row['total_cny']):,}" in printed for row in json.loads(numbers))
    assert "row 1 ─" in yusuan("query", "select 1 as one", "-f", "vertical", installation=installation).output


@pytest.mark.xdist_group("warehouse")
def test_a_statement_may_begin_with_a_comment(installation: Settings) -> None:
    result = yusuan("query", "-- How much?\nselect 1 as one", "--format", "csv", installation=installation)
    assert (result.exit_code, result.output) == (0, "one\n1\n")
    assert yusuan("query", "--fromat", "csv", "select 1", installation=installation).exit_code == 2


@pytest.mark.xdist_group("warehouse")
def test_the_page_of_findings_shows_each_line_once(installation: Settings, tmp_path: Path) -> None:
    page = tmp_path / "findings.html"
    result = yusuan("findings", "--html", str(page), "--pdf", str(tmp_path / "notes"), installation=installation)
    assert result.exit_code == 0, result.output
    for part in html.parse(page).iterfind(".//pre"):
        numbers = re.findall(r"^(?:line|第) *(\d+) ", part.text_content(), re.MULTILINE)
        assert numbers
        assert len(numbers) == len(set(numbers))
    none = yusuan("findings", "--pdf", str(tmp_path / "notes"), installation=installation)
    assert none.exit_code == 2
    assert "Try --html" in none.output


@pytest.mark.xdist_group("warehouse")
def test_issues_are_listed_and_filtered(installation: Settings) -> None:
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        known = connection.execute("select code, severity, document_file from marts.fct_issues").fetchall()
    assert known, "the documents shipped have issues"
    for option, number in (("--code", 0), ("--severity", 1), ("--file", 2)):
        wanted = known[0][number]
        printed = yusuan("issues", option, wanted, "--format", "json", installation=installation).output
        rows = json.loads(printed.splitlines()[0])
        expected = [row for row in known if (wanted in row[number] if number != 1 else row[number] == wanted)]
        assert sorted((row["code"], row["severity"], row["document_file"]) for row in rows) == sorted(expected)
    assert f"{len(known)} issue" in yusuan("issues", installation=installation).output
    assert yusuan("issues", "--code", "no_such_code", installation=installation).exit_code == 2


@pytest.mark.xdist_group("warehouse")
def test_issues_and_findings_are_told_in_the_language_asked_for(installation: Settings) -> None:
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        messages = [message for (message,) in connection.execute("select message from marts.fct_issues").fetchall()]
    english = yusuan("issues", "--lang", "en", installation=installation).output
    chinese = yusuan("issues", "--lang", "zh", installation=installation).output
    assert all(message in english for message in messages)
    assert all(in_chinese(message) in chinese for message in messages)
    assert "条读取说明" in chinese
    assert re.search(r"\d+ 条疑点：错误 \d+、警告 \d+、提示 \d+", yusuan("findings", installation=installation).output)
    assert re.search(r"\d+ findings: \d+ errors?", yusuan("findings", "--lang", "en", installation=installation).output)


@pytest.mark.xdist_group("warehouse")
@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("from rpt_expenditur", 'No table rpt_expenditur. Alike: rpt_expenditure, .*`yusuan query "show tables"`'),
        ("select totl_cny from rpt_totals", 'No column totl_cny there. .*`yusuan query "describe rpt_totals"`'),
        ("select total_cny from rpt_totals", r"Alike: printed_total_cny.* It stands in .*rpt_expenditure"),
        ("select sum(phase) from rpt_totals", "No function matches"),
    ],
)
def test_a_query_that_names_what_there_is_not_is_told_what_there_is(
    installation: Settings, sql: str, told: str
) -> None:
    result = yusuan("query", sql, installation=installation)
    assert result.exit_code == 2
    assert re.search(told, result.output, re.DOTALL)


@pytest.mark.xdist_group("warehouse")
def test_export_takes_what_it_is_told(installation: Settings, tmp_path: Path) -> None:
    arguments = ["export", str(tmp_path), "--table", "rpt_totals", "--format"]
    assert "1 table of" in yusuan(*arguments, "xlsx", installation=installation).output
    assert "1 table of" in yusuan(*arguments, "sqlite", installation=installation).output
    assert {file.name for file in tmp_path.iterdir()} == {"yusuan.xlsx", "yusuan.sqlite", "datasette.json"}
    assert yusuan("export", str(tmp_path), "--table", "rpt_nothing", installation=installation).exit_code == 2
    assert yusuan(*arguments, "xlsx", "--for-spreadsheets", installation=installation).exit_code == 2


@pytest.mark.xdist_group("warehouse")
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_export_writes_every_table(installation: Settings, tmp_path: Path, form: str) -> None:
    result = yusuan("export", str(tmp_path), "--format", form, installation=installation)
    assert result.exit_code == 0, result.output
    assert (tmp_path / f"rpt_expenditure.{form}").is_file()
    exported = duckdb.sql(f"select count(*) from '{tmp_path}/fct_ledger.{form}'").fetchall()
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        assert exported == connection.execute("select count(*) from marts.fct_ledger").fetchall()
    assert yusuan("export", str(tmp_path / f"fct_ledger.{form}"), installation=installation).exit_code == 2


@pytest.mark.xdist_group("warehouse")
def test_doctor_is_content_with_a_working_installation(installation: Settings) -> None:
    result = yusuan("doctor", installation=installation)
    assert result.exit_code == 0, result.output
    assert re.search(r"[\d,]+ numbers", result.output)


def test_doctor_names_a_remedy_for_what_is_missing(tmp_path: Path) -> None:
    result = yusuan("doctor", "--raw", str(tmp_path / "nowhere"), "--data", str(tmp_path / "data"))
    assert result.exit_code == 1
    assert "create it, or set YUSUAN_RAW" in result.output
    assert "`make run` builds the first one" in result.output


@pytest.mark.xdist_group("warehouse")
def test_docs_are_one_page_in_the_release(installation: Settings) -> None:
    result = yusuan("docs", installation=installation)
    assert result.exit_code == 0, result.output
    page = installation.current / "site" / "docs" / "index.html"
    assert "rpt_expenditure" in page.read_text(encoding="utf-8")
