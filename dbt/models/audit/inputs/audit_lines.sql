{#
    The disclosed figures of statements, each with half a printed unit of its column; a spreadsheet shows ten digits where
    it is told no format, so that of a long figure fewer decimals than usual are its own. `is_whole_row` is true where no
    number of the row is without a meaning, nor a part of nobody knows what: only then must its parts sum to its total. Whoever stands in a department's
    document is one of its units, also where nobody says so; what another disclosure prints that the
    file binds in is compared with nothing.
#}
with lines as (
    select
        lines.*,
        organisations.kind as organisation_kind,
        issuers.organisation_name as issuer,
        organisations.kind = 'department' and issuers.kind = 'department'
        and organisations.organisation_id <> issuers.organisation_id as is_below_issuer,
        statements.title,
        statements.family,
        statements.expenditure_basis,
        statements.fund as statement_fund
    from {{ ref('fct_statement_lines') }} as lines
    inner join {{ ref('dim_statements') }} as statements on lines.statement_kind = statements.statement_kind
    left join {{ ref('dim_organisations') }} as organisations on lines.organisation_id = organisations.organisation_id
    left join {{ ref('dim_documents') }} as documents on lines.document_id = documents.document_id
    left join {{ ref('dim_organisations') }} as issuers on documents.organisation_id = issuers.organisation_id
    left join {{ source('extracted', 'tables') }} as bound_in
        on {{ same_table('lines', 'bound_in') }} and bound_in.is_bound_in
    where {{ is_checkable('lines') }} and bound_in.document_id is null
),

totalled as (
    select distinct document_id, table_number
    from {{ ref('fct_statement_lines') }} as lines
    where lines.measure = 'total' and {{ is_checkable('lines') }}
),

unmapped as (
    select distinct document_id, table_number, row_number
    from {{ ref('fct_ledger') }}
    where disposition = 'unmapped'
    union
    select document_id, table_number, row_number
    from {{ ref('fct_statement_lines') }}
    where
        measure = 'part' and amount_cny <> 0
        and not regexp_matches(column_label, '{{ words('part_of_another') }}')
)

select
    lines.document_id,
    lines.table_number,
    lines.row_number,
    lines.column_number,
    lines.page,
    lines.line,
    lines.ledger_id,
    lines.statement_kind,
    lines.title,
    lines.family,
    lines.expenditure_basis,
    lines.organisation_id,
    coalesce(lines.organisation, '') as organisation,
    case when lines.is_below_issuer then lines.issuer else coalesce(lines.department, lines.organisation, '') end
        as department,
    case when lines.is_below_issuer then 'unit' else lines.organisation_kind end as organisation_kind,
    coalesce(lines.fiscal_year, 0) as fiscal_year,
    coalesce(lines.phase, '') as phase,
    coalesce(lines.fund, lines.statement_fund, '') as fund,
    coalesce(lines.side, '') as side,
    lines.classification,
    lines.code,
    lines.name_as_printed,
    lines.item,
    lines.level,
    lines.parent_row_number,
    lines.row_role,
    lines.is_comparative,
    lines.project_name,
    case
        when lines.family = 'expenditure' and lines.measure = 'amount' and totalled.document_id is null then 'total'
        else lines.measure
    end as measure,
    lines.row_label,
    lines.column_label,
    lines.amount_cny,
    lines.reading_status,
    {{ as_decimal(
        half_unit(
            'case when ' ~ is_cut_off('lines', 'usual') ~ ' then lines.decimals else usual.decimals end',
            unit_factor('lines.unit_applied', 'lines.amount_cny is not null')
        ), 20, 6
    ) }} as half_unit_cny,
    unmapped.document_id is null as is_whole_row
from lines
left join {{ ref('audit_decimals') }} as usual
    on
        {{ same_table('lines', 'usual') }}
        and lines.column_number = usual.column_number
left join totalled
    on {{ same_table('lines', 'totalled') }}
left join unmapped
    on {{ same_row('lines', 'unmapped') }}
