{# Seeds are loaded as dbt-duckdb loads them, from a checkout whose path may hold quotes and brackets. #}
{% macro duckdb__load_csv_rows(model, agate_table) %}
    {% set file = adapter.get_seed_file_path(model) | replace("'", "''") | replace("[", "[[]") %}
    {% set sql %}
        copy {{ this.render() }} from '{{ file }}' (format csv, header true)
    {% endset %}
    {% do adapter.add_query(sql, abridge_sql_log=True) %}
    {{ return(sql) }}
{% endmacro %}
