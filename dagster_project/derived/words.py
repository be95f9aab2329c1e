"""Derive the macro through which SQL reads the words of `extraction/knowledge/audit.yml`."""

from __future__ import annotations

from pathlib import Path

from dagster_project.extraction.knowledge.audit import audit_words

WORDS = Path(__file__).resolve().parents[2] / "dbt" / "macros" / "words.sql"
SOURCE = "dagster_project/extraction/knowledge/audit.yml"
TEMPLATE = """{{# Derived from {source} by `python -m dagster_project.derived`; do not edit. #}}
{{% macro audit_words() %}}
    {{{{ return({{
{entries}    }}) }}}}
{{% endmacro %}}

{{# A word or pattern by its name; of a list, any of its words. #}}
{{% macro words(name) -%}}
    {{{{ _words(name) | join('|') }}}}
{{%- endmacro %}}

{{# The words of a list, each between quotes, as behind `in`. #}}
{{% macro quoted_words(name) -%}}
    '{{{{ _words(name) | join("', '") }}}}'
{{%- endmacro %}}

{{% macro _words(name) %}}
    {{%- if name not in audit_words() -%}}
        {{%- do exceptions.raise_compiler_error(name ~ ' is no entry of {source}') -%}}
    {{%- endif -%}}
    {{{{ return(audit_words()[name]) }}}}
{{% endmacro %}}
"""


def render_words() -> str:
    """Return the macros that give SQL the words by name."""
    entries = "".join(f"        {name!r}: {list(words)!r},\n" for name, words in audit_words().items())
    return TEMPLATE.format(source=SOURCE, entries=entries)


def rendered() -> dict[Path, str]:
    """Return the text of the file that repeats the words."""
    return {WORDS: render_words()}
