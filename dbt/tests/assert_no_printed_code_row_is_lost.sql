-- Every function-code row of an expenditure statement stands in rpt_expenditure, once for each year, phase and fund.
with printed as (
    select distinct lines.document_id, lines.table_number, lines.row_number
    from {{ ref('fct_statement_lines') }} as lines
    inner join {{ ref('dim_statements') }} as statements on lines.statement_kind = statements.statement_kind
    where
        statements.expenditure_basis is not null
        and lines.classification = 'function' and lines.code is not null and lines.horizon = 'year'
)

select printed.*
from printed
left join {{ ref('rpt_expenditure') }} as reported
    on {{ same_row('printed', 'reported') }}
where reported.document_id is null
