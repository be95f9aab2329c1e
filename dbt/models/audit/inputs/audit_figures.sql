{#
    The figures that identities are checked on. `printing` tells a statement printed twice apart. A grand total is the
    total of the year too (`year_item`) where its side prints no other and all that it sums is known to be of the year.
    `makes_department` is true for the rows that sum to the department: those of its units where a table prints any, and
    there its own as one of them (`is_own_unit`: printed again, with less than its total), otherwise its own
    total, where it is printed first. A body with a summary of its own has tables of its own: they make none.
#}
{% set whole = 'document_id, table_number, department, fiscal_year, phase, code, item' %}
with placed as (
    select
        *,
        dense_rank() over (
            partition by document_id, statement_kind, organisation, fiscal_year, phase
            order by table_number nulls last
        ) as printing,
        max(case
            when item in ('income_total', 'expenditure_total') then 1
            when amount_cny = 0 then 0
            when item in ('opening_balance', 'closing_balance', 'use_of_surplus', 'distribution') then 1
            when item is null and (side = 'income' or level is null) then 1
            when item is null and regexp_matches(name_as_printed, '{{ words('carried_over') }}') then 1
            else 0
        end) over (partition by document_id, table_number, organisation, fiscal_year, phase, side) as has_more_totals,
        max(case when organisation_kind = 'department' then 0 else 1 end) over (
            partition by {{ whole }}, measure
        ) as has_units,
        max(amount_cny) over (
            partition by {{ whole }}, organisation
            order by row_number nulls last range between current row and current row
        ) as row_cny,
        max(amount_cny) over (partition by {{ whole }}, organisation) as largest_row_cny,
        max(case
            when statement_kind in ('budget_balance', 'final_balance') and organisation <> department then 1 else 0
        end) over (partition by document_id, organisation, fiscal_year) as has_summary,
        max(case when organisation = department then 1 else 0 end) over (
            partition by document_id, table_number
        ) as is_in_department,
        dense_rank() over (
            partition by {{ whole }}, organisation, fund, measure, item = 'total' and code is null
            order by row_number nulls last
        ) as time_printed
    from {{ ref('audit_lines') }}
),

owned as (
    select *, organisation_kind = 'department' and has_units = 1 and row_cny < largest_row_cny as is_own_unit
    from placed
)

select
    *,
    case
        when has_more_totals = 0 and item = 'income_grand_total' then 'income_total'
        when has_more_totals = 0 and item = 'expenditure_grand_total' then 'expenditure_total'
        else item
    end as year_item,
    (coalesce(organisation_kind, '') <> 'department' and (has_summary = 0 or is_in_department = 1))
    or coalesce(is_own_unit, false)
    or (has_units = 0 and (time_printed = 1 or code is not null or coalesce(item, '') <> 'total')) as makes_department
from owned
