{#
    The reasons are tried in this order; each but the first two names tables (`gap_tables`). A document that withholds
    what is secret prints a total above its rows, and nothing here is made up for it.
#}
with doubtful as (
    {{ tables_by_period('int_expenditure_counted', "reading_status = 'doubtful' and not is_comparative") }}
),

apart as ({{ tables_by_period('int_tables_apart') }}),

summed as ({{ tables_by_period('int_expenditure_counted', 'is_additive') }}),

counting as (
    select distinct document_id, fiscal_year, phase from {{ ref('int_expenditure_basis') }}
),

owned as (
    select
        totals.*,
        totals.expenditure_cny - coalesce(totals.additive_cny, 0) as gap,
        totals.expenditure_cny is not null
        and abs(totals.expenditure_cny - coalesce(totals.additive_cny, 0)) <= totals.tolerance_cny as is_met,
        doubtful.tables as doubtful_tables,
        apart.tables as tables_apart,
        summed.tables as summed_tables,
        flawed.unread_tables,
        coalesce(flawed.is_secret, false) as is_secret,
        {# A unit whose money a department's rows hold. #}
        documents.document_scope = 'department'
        and totals.organisation_id <> totals.department_id
        and totals.additive_cny is null as is_within,
        documents.is_current
        and (
            counting.document_id is not null
            or not exists (
                select 1
                from {{ ref('int_expenditure_basis') }} as others
                where
                    others.owner in (totals.department_id, totals.organisation_id)
                    and others.fiscal_year is not distinct from totals.fiscal_year
                    and others.phase is not distinct from totals.phase
            )
        ) as is_counted
    from {{ ref('int_totals_met') }} as totals
    inner join {{ ref('int_documents_described') }} as documents on totals.document_id = documents.document_id
    left join {{ ref('int_documents_flawed') }} as flawed on totals.document_id = flawed.document_id
    left join doubtful on {{ same_period('totals', 'doubtful') }}
    left join apart on {{ same_period('totals', 'apart') }}
    left join summed on {{ same_period('totals', 'summed') }}
    left join counting on {{ same_period('totals', 'counting') }}
),

reasoned as (
    select
        *,
        case
            when is_met then null
            when expenditure_cny is null then 'no_total_printed'
            when is_within then 'department_counts'
            when not is_counted then 'another_document_counts'
            when is_secret and gap > 0 then 'withheld_secret'
            when doubtful_tables is not null then 'doubtful_tables'
            when tables_apart is not null then 'rows_do_not_add_up'
            when unread_tables is not null and gap > 0 then 'unknown_tables'
            when additive_cny is null then 'no_rows'
            else 'statements_differ'
        end as gap_reason
    from owned
)

select
    document_id,
    organisation_id,
    organisation,
    department_id,
    fiscal_year,
    phase,
    is_counted and not is_within as is_counted,
    {{ money('expenditure_cny') }} as printed_expenditure_cny,
    basis as expenditure_basis,
    {{ money('additive_cny') }} as additive_cny,
    {{ money('gap') }} as gap_cny,
    gap_reason,
    case gap_reason
        when 'doubtful_tables' then doubtful_tables
        when 'rows_do_not_add_up' then tables_apart
        when 'unknown_tables' then unread_tables
        when 'withheld_secret' then summed_tables
        when 'no_rows' then cast(table_number as string)
        when 'statements_differ' then concat_ws(' ', cast(table_number as string), summed_tables)
    end as gap_tables,
    {{ money('grand_total_cny') }} as printed_total_cny,
    {{ money('grand_total_cny - expenditure_cny') }} as closing_cny,
    {% for name in [
        'basic', 'project', 'reserve', 'general_public_budget', 'government_fund_budget', 'state_capital_budget',
        'unit_funds', 'other_funds'
    ] %}
    {{ money(name ~ '_cny') }} as {{ name }}_cny,
    {% endfor %}
    table_number,
    row_number,
    page,
    line,
    ledger_id,
    grand_total_ledger_id as printed_total_ledger_id,
    {% for name in ['basic', 'project', 'reserve'] %}
    {{ name }}_ledger_id,
    {% endfor %}
    case when basis = 'derived' then operand_ids end as operand_ids
from reasoned
order by document_id, organisation_id, fiscal_year, phase
