{# Keys of operands that have no row in the ledger: document, place and span, like those of the ledger. #}
{% macro head_operand_id(alias) -%}
    concat_ws(
        ':', {{ alias }}.document_id, 'h' || cast({{ alias }}.sequence as varchar),
        's' || cast({{ alias }}.span_start as varchar)
    )
{%- endmacro %}

{% macro indicator_operand_id(alias, side) -%}
    concat_ws(
        ':', {{ alias }}.document_id, 't' || cast({{ alias }}.table_number as varchar),
        'r' || cast({{ alias }}.row_number as varchar), '{{ side }}'
    )
{%- endmacro %}

{% macro mention_operand_id(alias) -%}
    concat_ws(
        ':', {{ alias }}.document_id, 'm' || cast({{ alias }}.sequence as varchar),
        'c' || cast({{ alias }}.column_number as varchar), 's' || cast({{ alias }}.span_start as varchar),
        't' || cast({{ alias }}.of_table_number as varchar), 'r' || cast({{ alias }}.of_row_number as varchar)
    )
{%- endmacro %}
