{# The stable key of a failed check: its rule, document, subject, and its occurrence where a subject is printed twice. #}
{% macro check_id(alias) -%}
    substr(md5(concat_ws(
        '|', {{ alias }}.rule_id, {{ alias }}.document_id, {{ alias }}.stable_subject,
        cast({{ alias }}.occurrence as string)
    )), 1, 16)
{%- endmacro %}

{# The stable key of a finding: document and what is wrong in it, by whichever rules that shows. #}
{% macro finding_id(alias) -%}
    substr(md5(concat_ws(
        '|', 'cause', {{ alias }}.document_id, {{ alias }}.stable_cause, cast({{ alias }}.occurrence as string)
    )), 1, 16)
{%- endmacro %}
