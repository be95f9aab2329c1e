{# The columns of an operand, whatever a rule may compare, with the type of those that it may lack. #}
{% macro operand_columns() %}
    {{ return({
        'operand_id': 'string', 'ledger_id': 'string', 'source': 'string', 'document_id': 'string',
        'table_number': 'integer', 'row_number': 'integer', 'column_number': 'integer', 'page': 'integer',
        'line': 'integer', 'statement_kind': 'string', 'organisation': 'string', 'fiscal_year': 'integer',
        'phase': 'string', 'subject': 'string', 'stable_subject': 'string', 'text': 'string',
        'value': 'decimal(20, 2)', 'half_unit': 'decimal(20, 6)', 'value_unit': 'string', 'reading_status': 'string'
    }) }}
{% endmacro %}

{#
    The rows of a relation as operands of one source: what a model names is its own, as `subject='label_as_printed'`;
    what such operands have not is in `lacks`; only figures of statements have a reading that can be doubtful; the rest is the column of that name.
#}
{% macro operand(rows, source=none, lacks=[]) -%}
    {%- set own = {
        'source': "'" ~ source ~ "'" if source else 'source', 'organisation': "coalesce(organisation, '')",
        'fiscal_year': 'coalesce(fiscal_year, 0)', 'phase': "''", 'reading_status': 'cast(null as string)'
    } -%}
    {%- do own.update(kwargs) -%}
    {%- for name in lacks + (kwargs | list) if name not in operand_columns() -%}
        {%- do exceptions.raise_compiler_error(name ~ ' is no column of an operand: they stand in macros/operand.sql') -%}
    {%- endfor -%}
    select
    {%- for name, type in operand_columns().items() %}
        {{ 'cast(null as ' ~ type ~ ')' if name in lacks else own.get(name, name) }} as {{ name }}
        {{- ',' if not loop.last }}
    {%- endfor %}
    from {{ rows }}
{%- endmacro %}
