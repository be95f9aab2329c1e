{#
    The two figures of a row that a change or a rate of it compares: those under the same words below the first level of
    the header (2030年 / 合计, 2031年 / 合计, 增减 / 合计); of plain columns the only two of the row, or the two wholes among
    them (执行数 and 预算数 / 合计, beside 基本支出), where the table has no third column of such. They are of two years, or of one
    year's budget and account; no other row is asked. What is against something else (比上年执行数, where both are budgets, or the
    year before has no other) compares neither, nor what is on another basis.
    `compared` are rows of fct_statement_lines with `compared_id`; what is returned bears it.
#}
{% macro two_beside(compared) -%}
    select
        now.compared_id,
        now.ledger_id as now_id,
        now.amount_cny as now_cny,
        now.fiscal_year as now_year,
        now.phase as now_phase,
        before.ledger_id as before_id,
        before.amount_cny as before_cny,
        before.fiscal_year as before_year,
        before.phase as before_phase,
        before.column_label as before_label
    from {{ compared }} as compared
    inner join {{ figures_beside(compared) }} as now on compared.compared_id = now.compared_id and now.place = 1
    inner join {{ figures_beside(compared) }} as before on compared.compared_id = before.compared_id and before.place = 2
    where
        now.figures = 2 and now.columns_beside = 2 and (now.fiscal_year <> before.fiscal_year or now.phase <> before.phase)
        and not coalesce(regexp_matches(compared.column_label, '{{ words('on_another_basis') }}'), false)
        {% for word in words('bases_of_changes').split('|') %}
        and (
            coalesce(compared.column_label, '') not like '%{{ word }}%'
            or before.column_label like '%{{ word }}%'
            or (
                not regexp_matches(compared.column_label, '{{ words('sets_against') }}.*{{ word }}')
                and now.column_label like '%{{ word }}%'
            )
        )
        {% endfor %}
{%- endmacro %}

{# The figures of a row that may be compared, the latest first: how many `figures` it has, in so many columns of the table. #}
{% macro figures_beside(compared) -%}
    (
        select
            *,
            max(nth_column) over (partition by document_id, table_number, compared_column) as columns_beside
        from (
            select
                *,
                count(*) over (partition by compared_id) as figures,
                row_number() over (
                    partition by compared_id
                    order by
                        fiscal_year desc, case phase when 'executed' then 0 when 'revised' then 1 else 2 end,
                        ledger_id nulls last
                ) as place,
                dense_rank() over (
                    partition by document_id, table_number, compared_column order by column_number nulls last
                ) as nth_column
            from (
                select
                    *,
                    max(nearness) over (partition by compared_id) as nearest,
                    max(nth_of_all) over (partition by document_id, table_number, compared_column) as of_all
                from (
                    select
                        *,
                        dense_rank() over (
                            partition by document_id, table_number, compared_column order by column_number nulls last
                        ) as nth_of_all
                    from (
                        select
                            compared.compared_id,
                            compared.column_number as compared_column,
                            figures.document_id,
                            figures.table_number,
                            figures.column_number,
                            figures.ledger_id,
                            figures.amount_cny,
                            figures.fiscal_year,
                            figures.phase,
                            figures.column_label,
                            case
                                when {{ below('compared') }} = {{ below('figures') }} and {{ below('compared') }} <> '' then 2
                                when figures.measure in ('total', 'amount') then 1
                                else 0
                            end as nearness
                        from {{ compared }} as compared
                        inner join {{ ref('audit_figures') }} as figures on {{ same_row('compared', 'figures') }}
                    ) as placed
                ) as ranked
            ) as beside
            where nearness = 2 or (nearest < 2 and (of_all = 2 or nearness = 1))
        ) as numbered
    )
{%- endmacro %}

{# What a label says below the first level of the header. #}
{% macro below(lines) -%}
    case
        when {{ lines }}.column_label like '% / %'
            then {{ replace_all(lines ~ '.column_label', '^[^/]* / ', '') }}
        else ''
    end
{%- endmacro %}

{# 1, or -1 where figures fell in a column that prints nothing below zero: it tells by how much, and not which way. #}
{% macro direction_of(value) -%}
    case
        when now_cny < before_cny and min({{ value }}) over (partition by document_id, table_number, column_number) >= 0 then -1
        else 1
    end
{%- endmacro %}
