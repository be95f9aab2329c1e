"""The independent scan counts as the contract says, and the ledger counts the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from independent_scan import count_line, is_number, scan

from dagster_project.extraction import extract
from dagster_project.invariants.independent_count import scan as count

ROOT = Path(__file__).resolve().parents[2]
ORIGINALS = ROOT.parent / "shared" / "documents" / "shenzhen"
RAW = ROOT / "raw"


@pytest.mark.parametrize(
    "text",
    [
        "0",
        "0.00",
        "-21",
        "517,486",
        "≥90%",
        "＜5天",
        "100 万元",
        "5.5分/度",
        "80 家/次",
        "1 次/每季度",
        "≥400家次",
        "<p>73,300</p>",
        "2020年",
        "9637362.52",
        "≤44亿元",
        "63.8 万张",
        "99.99 %",
        "(=0次)",
        "不低于 100 家",
    ],
)
def test_number_cell_is_counted(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "(2021年度)",
        "--",
        "——",
        "无",
        "C99",
        "2-3 场",
        "2021年预算数",
        "20003 其它",
        "11 工贸金融处",
        "0102005-2019-YBXM-1834-01",
        "2020 年 9 月",
        "100%合格",
        "0.02GHz-26.5GHz",
        "帮扶五个镇,三个村",
        "1 套系统",
    ],
)
def test_other_cell_is_not_counted(text: str) -> None:
    assert not is_number(text)


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("|---|--:|", 0),
        ("--\t---\t--", 0),
        ("| 市本级 | 2020年 | 133 | - | 36 |", 3),
        ("一、收入\t1\t107,670.09\t一、支出\t32\t2,978.74", 4),
        ("项目总投资\t183.04 万元（其中：财政拨款 183.04 万元；其它资金 万元）\t", 2),
        ("预算 84,579 万元，增长 22%，其中 1.73亿元为 3,900.5 元以外，折合 4080 万美元", 3),
        ("项目总金额（中期规划，万元）： 600,000.00 本年度项目金额（万元）： 150,000.00", 2),
        ("项目编码： 440304231071501005005 项目名称： 小型工程类项目", 1),
        ("实施期限： 4 项目类型： 15 履职类(运转)项目", 1),
        ("产出指标 *数量指标 次数 ≥2次 该指标主要考察次数", 1),
        ("效益指标 经济效益指标 不适用 不适用 不适用", 0),
        ("测算依据： 修缮费用15万元。", 1),
        ("联系电话：0755-00000000", 0),
    ],
)
def test_line_is_counted_as_defined(line: str, count: int) -> None:
    assert count_line(line) == count


def _documents() -> list[object]:
    originals = sorted(ORIGINALS.glob("*.txt")) if ORIGINALS.is_dir() else []
    skipped = (
        []
        if originals
        else [
            pytest.param(None, id="originals", marks=pytest.mark.skip(reason="the folder of the originals is absent"))
        ]
    )
    raw = sorted(RAW.glob("*.txt")) or [RAW / "missing.txt"]
    return skipped + [pytest.param(path, id=f"{path.parent.name}-{path.stem[:3]}") for path in [*originals, *raw]]


@pytest.mark.parametrize("path", _documents())
def test_ledger_holds_every_number_of_the_scan(path: Path) -> None:
    content = path.read_bytes()
    lines = content.decode("utf8").split("\n")
    expected = scan("\n".join(lines))
    columns = ["line", "table_number", "value_as_printed", "disposition"]
    rows = extract(content, path.name).tables["ledger"].select(columns).to_pylist()
    # a telephone in prose is no amount, which is all that the scan counts there
    ledger = [row for row in rows if row["disposition"] != "redacted" or row["table_number"] is not None]
    got = Counter(row["line"] for row in ledger)
    values: dict[int, list[str]] = {}
    for row in ledger:
        values.setdefault(row["line"], []).append(row["value_as_printed"])
    differences = [
        f"line {line}: scan {expected[line]}, ledger {got[line]} {values.get(line, [])}: {lines[line - 1][:80]}"
        for line in sorted(expected | got)
        if expected[line] != got[line]
    ]
    assert not differences, "\n".join([f"{len(differences)} lines differ", *differences[:40]])
    assert sum(expected.values()) > 0


def test_lines_that_end_in_a_carriage_return_alone_are_lines() -> None:
    assert count("甲\r乙\t1\t2\r共3万元") == count("甲\n乙\t1\t2\n共3万元")
