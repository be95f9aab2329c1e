{# Seeds are loaded as dbt-duckdb loads them, from a checkout whose path may hold quotes and brackets. #}
{% macro duckdb__load_csv_rows(model, agate_table) %}
    {% set file = adapter.get_seed_file_path(model) | replace("'", "''") | replace("[", "[[]") %}
    {% set sql %}
        copy {{ this.render() }} from '{{ file }}' (format csv, header true)
    {% endset %}
    {% do adapter.add_query(sql, abridge_sql_log=True) %}
    {{ return(sql) }}
{% endmacro %}

{# Spark is sent the rows, since its executors need not see the checkout; its adapter would leave quotes as they are. #}
{% macro spark__load_csv_rows(model, agate_table) %}
    {% set types = model.config.column_types %}
    {% set sql %}
        insert into {{ this.render() }} values
        {% for row in agate_table.rows %}
        (
            {%- for column in agate_table.column_names -%}
            {%- set text = 'null' if row[column] is none else "'" ~ (row[column] | string | replace("'", "' || char(39) || '")) ~ "'" -%}
            cast({{ text }} as {{ types.get(column, adapter.convert_type(agate_table, loop.index0)) }}) {{- ', ' if not loop.last }}
            {%- endfor -%}
        ) {{- ',' if not loop.last }}
        {% endfor %}
    {% endset %}
    {% do adapter.add_query(sql, abridge_sql_log=True) %}
    {{ return(sql) }}
{% endmacro %}
