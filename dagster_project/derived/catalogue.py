"""Derive what repeats the audit's catalogue, so that it stands once, in `dbt/seeds/rules.csv`.

Derived are the list of rules that dbt needs before it can read a seed, the descriptions of their models, and the table
of families in both READMEs. `python -m dagster_project.derived` writes them.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
CATALOGUE = PROJECT / "dbt" / "seeds" / "rules.csv"
AUDIT = PROJECT / "dbt" / "models" / "audit"
LIST = PROJECT / "dbt" / "macros" / "audit_rules.sql"
MODELS = AUDIT / "rules" / "_rules.yml"
READMES = {PROJECT / "README.md": 0, PROJECT / "README.zh-CN.md": 1}
HEADER = "Derived from dbt/seeds/rules.csv by `python -m dagster_project.derived`; do not edit."
BEGIN, END = "<!-- families of rules, derived from dbt/seeds/rules.csv -->\n", "<!-- end of families -->\n"
HEADINGS = (["family", "rules", "what must agree"], ["类别", "规则数", "核对内容"])

# What the rules of a family compare, in English and Chinese.
FAMILIES = {
    "hierarchy": ("a code and the codes below it", "科目与其下级科目"),
    "components": ("a total and its columns, uses, funds and kinds", "合计与其构成：各栏、各用途、各项资金、各类别"),
    "organisations": ("a department and its units", "部门与所属单位"),
    "balances": ("income, expenditure and what is carried over", "收入、支出与结转结余"),
    "statements": ("one statement and another", "表与表之间"),
    "text_table": ("the text and the tables", "文字与表格"),
    "text_text": ("two places of the text", "文字前后"),
    "arithmetic": ("a stated sum, product, growth or rate and its operands", "所述合计、乘积、增减、比率与其依据"),
    "units": ("a figure and its unit of amount", "数字与金额单位"),
    "names": ("the names of one code", "同一科目的名称"),
    "completeness": ("what is announced and what is printed", "预告的内容与实际列示的内容"),
    "procurement": ("goods, works, services and their total", "货物、工程、服务采购与合计"),
    "projects": ("a project in lists, forms, tasks and counts", "项目在清单、申报表、任务中的金额与个数"),
    "cost_control": ("a cost target and the amount it controls", "成本控制指标与项目金额"),
    "self_evaluation": ("self-evaluations and the accounts", "自评表与决算数"),
    "scores": ("weights, scores and their printed rule", "权重、得分与评分规则"),
    "indicators": ("the targets and actual values of one indicator", "同一指标的目标值与实际值"),
    "heads": ("heads, posts, vehicles and assets", "人员、编制、车辆与资产"),
    "labels": ("numbers, names and years of the document itself", "文号、单位名称、年度等文件自身的标注"),
}


def catalogue() -> list[dict[str, str]]:
    """Return the rows of the catalogue of rules."""
    with CATALOGUE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rule_model(rule: dict[str, str]) -> Path:
    """Return the file that a rule's SQL stands in: `audit/rules/<family>/audit_<rule>.sql`."""
    return AUDIT / "rules" / rule["class"] / f"audit_{rule['rule_id']}.sql"


def rendered() -> dict[Path, str]:
    """Return the text of every file that repeats the catalogue."""
    texts = {path: _with_families(path.read_text("utf-8"), language) for path, language in READMES.items()}
    return {LIST: render_list(), MODELS: render_models(), **texts}


def render_list() -> str:
    """Return the macro that lists the rules."""
    names = "".join(f"        '{rule['rule_id']}',\n" for rule in catalogue())
    return f"{{# {HEADER} #}}\n{{% macro audit_rules() %}}\n    {{{{ return([\n{names}    ]) }}}}\n{{% endmacro %}}\n"


def render_models() -> str:
    """Return the YAML that describes each rule's model by the rule's titles."""
    lines = [f"# {HEADER}", "version: 2", "models:"]
    for rule in catalogue():
        title = f"{rule['title_en']} ({rule['title_zh']}). Identity {rule['identity']}, {rule['severity']}."
        lines += [f"  - name: audit_{rule['rule_id']}", f"    description: {json.dumps(title, ensure_ascii=False)}"]
    return "\n".join(lines) + "\n"


def render_families(language: int) -> str:
    """Return the table of families with their number of rules, 0 in English and 1 in Chinese."""
    counts = Counter(rule["class"] for rule in catalogue())
    rows = [HEADINGS[language], ["---"] * 3]
    rows += [[f"`{key}`", str(counts[key]), words[language]] for key, words in FAMILIES.items() if counts[key]]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _with_families(text: str, language: int) -> str:
    table = BEGIN + render_families(language) + END
    return re.sub(re.escape(BEGIN) + ".*?" + re.escape(END), lambda _: table, text, flags=re.DOTALL)
