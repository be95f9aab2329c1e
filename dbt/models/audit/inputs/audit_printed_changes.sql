{#
    Changes that a table prints (增减额), each with half a printed unit, and the two figures of its row that it compares: those
    under the same words below the first level of the header (2030年 / 合计, 2031年 / 合计, 增减 / 合计), in a table of plain
    columns the only two of the row. They are of two years, or of one year's budget and account; no other row is asked. A change
    against something else (比上年执行数, where both are budgets) is none of them.
#}
{% set tail = "case when lines.column_label like '% / %' then " ~ replace_all('lines.column_label', '^[^/]* / ', '') ~ " else '' end" %}
with changes as (
    select
        lines.*,
        {{ tail }} as below,
        {{ as_decimal(
            half_unit('lines.decimals', unit_factor('lines.unit_applied', 'lines.amount_cny is not null')), 20, 6
        ) }} as half_unit_cny
    from {{ ref('fct_statement_lines') }} as lines
    where
        lines.measure = 'difference' and lines.disclosure = 'figure' and lines.amount_cny is not null
        and lines.ledger_id is not null
),

figures as (
    select
        lines.*,
        {{ tail }} as below
    from {{ ref('audit_figures') }} as lines
),

beside as (
    select
        changes.ledger_id as change_id,
        figures.ledger_id,
        figures.amount_cny,
        figures.fiscal_year,
        figures.phase,
        figures.column_label,
        case when changes.below = figures.below and changes.below <> '' then 1 else 0 end as is_below,
        max(case when changes.below = figures.below and changes.below <> '' then 1 else 0 end)
            over (partition by changes.ledger_id) as has_below
    from changes
    inner join figures on {{ same_row('changes', 'figures') }}
),

ordered as (
    select
        *,
        count(*) over (partition by change_id) as figures,
        row_number() over (
            partition by change_id
            order by fiscal_year desc, case phase when 'executed' then 0 when 'revised' then 1 else 2 end, ledger_id nulls last
        ) as place
    from beside
    where is_below = has_below
)

select
    changes.document_id,
    changes.table_number,
    changes.row_number,
    changes.column_number,
    changes.page,
    changes.line,
    changes.ledger_id,
    changes.statement_kind,
    changes.organisation,
    changes.fiscal_year,
    changes.phase,
    changes.code,
    changes.item,
    changes.name_as_printed,
    changes.row_label,
    changes.column_label,
    changes.reading_status,
    changes.amount_cny,
    changes.half_unit_cny,
    now.ledger_id as now_id,
    now.amount_cny as now_cny,
    before.ledger_id as before_id,
    before.amount_cny as before_cny
from changes
inner join ordered as now on changes.ledger_id = now.change_id and now.place = 1
inner join ordered as before on changes.ledger_id = before.change_id and before.place = 2
where
    now.figures = 2 and (now.fiscal_year <> before.fiscal_year or now.phase <> before.phase)
    {% for word in words('bases_of_changes').split('|') %}
    and (
        coalesce(changes.column_label, '') not like '%{{ word }}%'
        or concat(now.column_label, before.column_label) like '%{{ word }}%'
    )
    {% endfor %}
