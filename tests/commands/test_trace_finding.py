"""`yusuan trace FINDING` prints both sides of a finding with the printed lines around them."""

from __future__ import annotations

import duckdb
import pytest
from typer.testing import CliRunner, Result

from dagster_project.cli import app
from dagster_project.commands.trace_finding import finding_of
from dagster_project.errors import UsageError
from dagster_project.settings import Settings
from dagster_project.settings.variables import DATA, RAW

OPERANDS = """
    select finding_id, message_zh, message_en,
        coalesce(actual_text, expected_text) is not null and operands.role <> 'evidence', document_file,
        side, ledger.line, value_as_printed, ledger.ledger_id
    from marts.rpt_findings
    join marts.fct_finding_operands as operands using (finding_id)
    join marts.fct_ledger as ledger on operands.ledger_id = ledger.ledger_id
"""


def trace(installation: Settings, identifier: str) -> Result:
    """Run the command, without colours."""
    environment = {RAW: str(installation.raw), DATA: str(installation.data), "TERM": "dumb", "NO_COLOR": "1"}
    return CliRunner().invoke(app, ["trace", identifier], env=environment)


@pytest.mark.xdist_group("warehouse")
def test_both_sides_are_shown_with_their_lines(installation: Settings) -> None:
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        operands = connection.execute(OPERANDS).fetchall()
    assert {side for *_, side, _, _, _ in operands} == {"actual", "expected"}
    shown = {finding: trace(installation, finding) for finding in {operand[0] for operand in operands}}
    for finding, zh, en, is_about_text, file, _, line, figure, key in operands:
        result = shown[finding]
        assert result.exit_code == 0, result.output
        assert zh in result.output
        assert en in result.output
        assert key in result.output
        assert f"{file}, line {line}" in result.output
        before, printed, after = (installation.raw / file).read_text(encoding="utf-8").split("\n")[line - 2 : line + 1]
        there = {row for row in result.output.splitlines() if row.strip().startswith(f"line {line} ")}
        bare = {row.replace("⟦", "").replace("⟧", "") for row in there}
        assert len(bare) == 1
        assert bare.pop().endswith(printed.replace("\t", " │ "))
        assert is_about_text or any(f"⟦{figure}⟧" in row for row in there)
        around = result.output.replace("⟦", "").replace("⟧", "")
        assert all(text[:100].replace("\t", " │ ") in around for text in (before, after))


@pytest.mark.xdist_group("warehouse")
def test_the_beginning_of_an_id_suffices(installation: Settings) -> None:
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        ids = [row[0] for row in connection.execute("select finding_id from marts.rpt_findings").fetchall()]
    length = next(length for length in range(1, 17) if len({each[:length] for each in ids}) == len(ids))
    assert trace(installation, ids[0][:length]).output == trace(installation, ids[0]).output


@pytest.mark.xdist_group("warehouse")
def test_the_id_of_a_check_leads_to_the_finding_that_explains_it(installation: Settings) -> None:
    with duckdb.connect(str(installation.warehouse.resolve()), read_only=True) as connection:
        found = connection.execute("select finding_id, explains from marts.rpt_findings where explains like '% %'")
        finding, explains = found.fetchall()[0]
    for check in explains.split():
        assert trace(installation, check).output == trace(installation, finding).output


def test_an_id_of_none_or_of_several_is_wrong_usage() -> None:
    with duckdb.connect() as connection:
        connection.execute("create table rpt_findings as from (values ('ab01'), ('ab02'), ('cd')) as ids (finding_id)")
        connection.execute("alter table rpt_findings add column explains varchar")
        assert finding_of(connection, "c")["finding_id"] == "cd"
        with pytest.raises(UsageError, match=r"2 findings begin with ab: ab01, ab02\. Give more"):
            finding_of(connection, "ab")
        with pytest.raises(UsageError, match=r"No finding, check or number bears the id ef\. `yusuan findings`"):
            finding_of(connection, "ef")
