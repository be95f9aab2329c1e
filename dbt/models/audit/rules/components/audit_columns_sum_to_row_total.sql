{#
    Identity 3: the total of a row is the sum of the columns that make it up. Only in tables that print each of the
    columns in `printed` and one total, in rows without money in a `refused` column that may hold the others again or
    stand outside the total, and without a number of unknown meaning: elsewhere a part may be missing.
#}
{% set splits = row_splits() %}
with figures as (
    select * from {{ ref('audit_figures') }}
),

columns_printed as (
    select
        lines.document_id,
        lines.table_number,
        lines.column_number,
        coalesce(lines.fund, statements.fund, '') as fund,
        coalesce(lines.fiscal_year, 0) as fiscal_year,
        coalesce(lines.phase, '') as phase,
        coalesce(lines.side, '') as side,
        statements.family,
        lines.measure
    from {{ ref('fct_statement_lines') }} as lines
    inner join {{ ref('dim_statements') }} as statements on lines.statement_kind = statements.statement_kind
    group by all
),

{% for split in splits %}
{{ split.family }}_tables as (
    select document_id, table_number, fund, fiscal_year, phase, side
    from columns_printed
    where family = '{{ split.family }}'
    group by document_id, table_number, fund, fiscal_year, phase, side
    having
        count(distinct case when measure = '{{ split.total }}' then column_number end) <= 1
        {% for measure in split.printed %}
        and sum(case when measure = '{{ measure }}' then 1 else 0 end) > 0
        {% endfor %}
){{ ',' if not loop.last }}

{% endfor %}
{% for split in splits %}
select {{ addend('columns_sum_to_row_total') }}
from figures as anchors
inner join figures as parts on {{ same_subject() }}
    and anchors.table_number = parts.table_number
    and anchors.row_number = parts.row_number
    and anchors.side = parts.side
    and anchors.fund = parts.fund
inner join {{ split.family }}_tables as tables
    on
        {{ same_time('anchors', 'tables') }}
        and anchors.table_number = tables.table_number
        and anchors.side = tables.side
        and anchors.fund = tables.fund
where
    anchors.family = '{{ split.family }}'
    and anchors.measure = '{{ split.total }}'
    and anchors.is_whole_row
    and parts.measure in ('{{ split.parts | join("', '") }}')
    {% if split.refused %}
    and not exists (
        select 1 from figures as refused
        where
            {{ same_subject('anchors', 'refused') }}
            and anchors.table_number = refused.table_number
            and anchors.row_number = refused.row_number
            and anchors.side = refused.side
            and refused.measure in ('{{ split.refused | join("', '") }}')
            and refused.amount_cny <> 0
    )
    {% endif %}
    and exists (
        select 1 from figures as main
        where
            {{ same_subject('anchors', 'main') }}
            and anchors.table_number = main.table_number
            and anchors.row_number = main.row_number
            and anchors.side = main.side
            and main.measure in ('{{ split.printed | join("', '") }}')
    )
{{ 'union all' if not loop.last }}
{% endfor %}
