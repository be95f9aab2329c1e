"""Derive what repeats the audit's catalogue, so that it stands once, in `dbt/seeds/rules.csv`.

Derived are the list of rules that dbt needs before it can read a seed, the descriptions of their models, and the table
of families in both READMEs. `python -m dagster_project.derived` writes them.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from dagster_project.extraction.knowledge.loading import Words, content, validated

PROJECT = Path(__file__).resolve().parents[2]
CATALOGUE = PROJECT / "dbt" / "seeds" / "rules.csv"
AUDIT = PROJECT / "dbt" / "models" / "audit"
LIST = PROJECT / "dbt" / "macros" / "audit_rules.sql"
MODELS = AUDIT / "rules" / "_rules.yml"
READMES = {PROJECT / "README.md": 0, PROJECT / "README.zh-CN.md": 1}
HEADER = "Derived from dbt/seeds/rules.csv by `python -m dagster_project.derived`; do not edit."
BEGIN, END = "<!-- families of rules, derived from dbt/seeds/rules.csv -->\n", "<!-- end of families -->\n"


class Families(Words):
    """The table of families in each language: its headings, and by family what its rules compare."""

    headings: tuple[tuple[str, str, str], tuple[str, str, str]]
    families: dict[str, tuple[str, str]]


TABLE = validated(content(Path(__file__).with_name("families.yml")), Families, "families.yml")
FAMILIES = TABLE.families


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
    """Return the macro that lists the rules by family."""
    lines = []
    for family, rules in groupby(sorted(catalogue(), key=itemgetter("class")), itemgetter("class")):
        lines += [f"        '{family}': [", *(f"            '{rule['rule_id']}'," for rule in rules), "        ],"]
    listed = "\n".join(lines)
    return (
        f"{{# {HEADER} #}}\n{{% macro audit_rules() %}}\n    {{{{ return({{\n{listed}\n    }}) }}}}\n{{% endmacro %}}\n"
    )


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
    rows = [list(TABLE.headings[language]), ["---"] * 3]
    rows += [[f"`{key}`", str(counts[key]), words[language]] for key, words in FAMILIES.items() if counts[key]]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _with_families(text: str, language: int) -> str:
    table = BEGIN + render_families(language) + END
    return re.sub(re.escape(BEGIN) + ".*?" + re.escape(END), lambda _: table, text, flags=re.DOTALL)
