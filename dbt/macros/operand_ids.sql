{# Keys of operands that have no row in the ledger: document, place and span, like those of the ledger. #}
{% macro head_operand_id(alias) -%}
    concat_ws(
        ':', {{ alias }}.document_id, 'h' || cast({{ alias }}.sequence as string),
        's' || cast({{ alias }}.span_start as string)
    )
{%- endmacro %}

{% macro indicator_operand_id(alias, side) -%}
    concat_ws(
        ':', {{ alias }}.document_id, 't' || cast({{ alias }}.table_number as string),
        'r' || cast({{ alias }}.row_number as string), '{{ side }}'
    )
{%- endmacro %}

{% macro mention_operand_id(alias) -%}
    concat_ws(
        ':', {{ alias }}.document_id, 'm' || cast({{ alias }}.sequence as string),
        'c' || cast({{ alias }}.column_number as string), 's' || cast({{ alias }}.span_start as string),
        't' || cast({{ alias }}.of_table_number as string), 'r' || cast({{ alias }}.of_row_number as string)
    )
{%- endmacro %}
