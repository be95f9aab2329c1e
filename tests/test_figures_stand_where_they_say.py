"""An amount and the figure that it names are one: what `trace` shows is what the table serves."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from stepping import installed, marts_of

OF_FUNDS = """深圳市福田区审计局2031年部门预算

表9 财政拨款“三公”经费支出表
单位：万元
| 年度 | 总计 | 总计 | 总计 | 因公出国(境)费 | 因公出国(境)费 | 因公出国(境)费 | 公务接待费 | 公务接待费 | 公务接待费 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 |
| 2030年 | 100.00 | 50.00 | 0.00 | 80.00 | 50.00 | 0.00 | 20.00 | 0.00 | 0.00 |
| 2031年 | 110.00 | 60.00 | 0.00 | 85.00 | 45.00 | 0.00 | 25.00 | 15.00 | 0.00 |

表10 政府采购预算表
单位：万元
| 采购品目 | 合计 | 一般公共预算拨款 | 政府性基金预算拨款 |
| --- | --- | --- | --- |
| 合计 | 30 | 20 | 10 |
| 货物 | 18 | 12 | 6 |
| 服务 | 12 | 8 | 4 |
"""
SIGNED = {("rpt_year_over_year", "stated_change_ledger_id")}
"""A fall is printed without a sign."""
PAIRS = """
    select ids.table_name, ids.column_name, amounts.column_name
    from information_schema.columns as ids
    inner join information_schema.columns as amounts
        on
            ids.table_name = amounts.table_name
            and (
                amounts.column_name = regexp_replace(ids.column_name, '_ledger_id$', '_cny')
                or (ids.column_name = 'ledger_id' and amounts.column_name = 'amount_cny')
            )
    where
        ids.table_schema = 'marts' and amounts.table_schema = 'marts' and ids.column_name like '%ledger_id'
        and ids.column_name <> amounts.column_name
    order by all
"""


def differing(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    """Return the amounts of published tables that are not those of the figure they name, of at least 30 columns."""
    pairs = connection.execute(PAIRS).fetchall()
    assert len(pairs) > 30
    return [
        (table, amount, *row)
        for table, figure, amount in pairs
        for row in connection.execute(
            f"select facts.{figure}, facts.{amount}, ledger.amount_cny from marts.{table} as facts "
            f"left join marts.fct_ledger as ledger on facts.{figure} = ledger.ledger_id "
            f"where facts.{figure} is not null and facts.{amount} is not null and "
            + (
                f"abs(facts.{amount}) is distinct from abs(ledger.amount_cny)"
                if (table, figure) in SIGNED
                else f"facts.{amount} is distinct from ledger.amount_cny"
            )
        ).fetchall()
    ]


@pytest.mark.xdist_group("warehouse")
def test_amounts_of_the_shipped_documents_are_those_of_their_figures(warehouse: Path) -> None:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        assert differing(connection) == []


def test_money_of_several_funds_is_their_total_or_their_sum(tmp_path: Path) -> None:
    with marts_of(installed(tmp_path, {"审计局.txt": OF_FUNDS})) as connection:
        assert differing(connection) == []
        rows = connection.execute(
            "select fiscal_year, total_cny, total_ledger_id, abroad_cny, reception_cny, reception_ledger_id, operand_ids "
            "from rpt_three_public order by fiscal_year"
        ).fetchall()
        (before, now) = rows
        assert before[:4] == (2030, 1_500_000, None, 1_300_000)
        assert now[:5] == (2031, 1_700_000, None, 1_300_000, 400_000)
        # of one fund alone there was any
        assert before[4] == 200_000
        assert before[5] is not None
        summed = connection.execute(
            "select sum(amount_cny) from fct_statement_lines where ledger_id in (select unnest(string_split(?, ' ')))",
            [now[6]],
        ).fetchone()
        assert summed == (1_700_000 + 1_300_000 + 400_000,)
        years = connection.execute(
            "select amount_cny, ledger_id, len(string_split(operand_ids, ' ')) from fct_yearly_amounts "
            "where subject = 'three_public_total' and fiscal_year = 2031"
        ).fetchall()
        assert years == [(1_700_000, None, 2)]
        goods = connection.execute("select amount_cny from fct_procurement where item_name = '货物'").fetchall()
        assert goods == [(180_000,)]
